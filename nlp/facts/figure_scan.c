/* One pass over the text: digits, or a Hangul numeral at the start of a word, then a unit from the
 * tables below, then nothing that would make it another word. */
#include "nlp/facts/figure_scan.h"

#include "base/hangul.h"
#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

typedef struct unit_row {
    const char *word, *unit; /* unit NULL: as written */
    gisa_quantity_kind kind;
    double scale;
} unit_row;

#define A GISA_QUANTITY_AMOUNT
#define P GISA_QUANTITY_PERIOD
#define H GISA_QUANTITY_HOURS
#define O GISA_QUANTITY_ORDINAL
#define C GISA_QUANTITY_CLOCK

/* The longest that fits is taken, wherever it is. */
static const unit_row hangul_units[] = {
    {"원", "KRW", A, 1},          {"달러", "USD", A, 1},       {"위안", "CNY", A, 1},
    {"위안화", "CNY", A, 1},      {"엔", "JPY", A, 1},         {"유로", "EUR", A, 1},
    {"파운드", "GBP", A, 1},      {"미국달러", "USD", A, 1},   {"퍼센트", "%", A, 1},
    {"퍼센트포인트", "%p", A, 1}, {"포인트", NULL, A, 1},      {"배", NULL, A, 1},
    {"개", NULL, A, 1},           {"명", NULL, A, 1},          {"건", NULL, A, 1},
    {"곳", NULL, A, 1},           {"종", NULL, A, 1},          {"대", NULL, A, 1},
    {"장", NULL, A, 1},           {"회", NULL, A, 1},          {"편", NULL, A, 1},
    {"권", NULL, A, 1},           {"곡", NULL, A, 1},          {"쪽", NULL, A, 1},
    {"줄", NULL, A, 1},           {"칸", NULL, A, 1},          {"석", NULL, A, 1},
    {"표", NULL, A, 1},           {"채", NULL, A, 1},          {"척", NULL, A, 1},
    {"마리", NULL, A, 1},         {"그루", NULL, A, 1},        {"포기", NULL, A, 1},
    {"상자", NULL, A, 1},         {"병", NULL, A, 1},          {"잔", NULL, A, 1},
    {"벌", NULL, A, 1},           {"켤레", NULL, A, 1},        {"통", NULL, A, 1},
    {"문항", NULL, A, 1},         {"문장", NULL, A, 1},        {"가지", NULL, A, 1},
    {"가구", NULL, A, 1},         {"세대", NULL, A, 1},        {"토큰", NULL, A, 1},
    {"비트", NULL, A, 1},         {"코어", NULL, A, 1},        {"페이지", NULL, A, 1},
    {"글자", NULL, A, 1},         {"자", NULL, A, 1},          {"테라와트시", "TWh", A, 1},
    {"기가와트시", "GWh", A, 1},  {"단어", NULL, A, 1},        {"자루", NULL, A, 1},
    {"필지", NULL, A, 1},         {"평", NULL, A, 1},          {"톤", NULL, A, 1},
    {"그램", "g", A, 1},          {"킬로그램", "kg", A, 1},    {"미터", "m", A, 1},
    {"킬로미터", "km", A, 1},     {"센티미터", "cm", A, 1},    {"나노미터", "nm", A, 1},
    {"나노", "nm", A, 1},         {"리터", "L", A, 1},         {"와트", "W", A, 1},
    {"킬로와트", "kW", A, 1},     {"메가와트", "MW", A, 1},    {"기가와트", "GW", A, 1},
    {"킬로와트시", "kWh", A, 1},  {"메가와트시", "MWh", A, 1}, {"메가바이트", "MB", A, 1},
    {"기가바이트", "GB", A, 1},   {"테라바이트", "TB", A, 1},  {"페타바이트", "PB", A, 1},
    {"바이트", NULL, A, 1},       {"헥타르", "ha", A, 1},      {"도", "도", O, 1},
    {"개국", NULL, A, 1},         {"개사", NULL, A, 1},        {"개교", NULL, A, 1},
    {"개소", NULL, A, 1},         {"개월", NULL, P, 1},        {"개월치", NULL, P, 1},
    {"년", NULL, P, 1},           {"일", NULL, P, 1},          {"주", NULL, P, 1},
    {"주일", "주", P, 1},         {"달", "개월", P, 1},        {"해", "년", P, 1},
    {"주년", NULL, O, 1},         {"세기", NULL, P, 1},        {"시간", NULL, H, 1},
    {"분", NULL, H, 1},           {"초", NULL, H, 1},          {"시", NULL, C, 1},
    {"번", NULL, O, 1},           {"번째", NULL, O, 1},        {"째", NULL, O, 1},
    {"위", NULL, O, 1},           {"등", NULL, O, 1},          {"층", NULL, O, 1},
    {"호", NULL, O, 1},           {"호기", NULL, O, 1},        {"차", NULL, O, 1},
    {"차례", NULL, A, 1},         {"학년", NULL, A, 1},        {"단계", NULL, O, 1},
    {"인", NULL, O, 1},           {"살", NULL, A, 1},          {"세", NULL, A, 1},
    {"점", NULL, A, 1},           {"골", NULL, A, 1},          {"승", NULL, A, 1},
    {"패", NULL, A, 1},           {"무", NULL, A, 1},          {"타", NULL, A, 1},
    {"안타", NULL, A, 1},         {"홈런", NULL, A, 1},        {"타점", NULL, A, 1},
    {"경기", NULL, A, 1},         {"라운드", NULL, O, 1},      {"이닝", NULL, A, 1},
    {"연승", NULL, A, 1},         {"연패", NULL, A, 1},        {"팀", NULL, A, 1},
    {"사람", NULL, A, 1},         {"군데", NULL, A, 1},        {"구", NULL, A, 1},
    {"조각", NULL, A, 1},         {"갈래", NULL, A, 1},        {"기", NULL, O, 1},
    {"급", NULL, O, 1},           {"부", NULL, O, 1},          {"교시", NULL, O, 1},
    {"가닥", NULL, A, 1},         {"식", NULL, O, 1},          {"선", NULL, O, 1},
    {"사", NULL, O, 1},           {"군", NULL, O, 1},          {"조", NULL, O, 1},
    {"항", NULL, O, 1},           {"대학", NULL, A, 1},
};

/* In any place where no letter or digit follows. */
static const unit_row latin_units[] = {
    {"%", "%", A, 1},        {"％", "%", A, 1},    {"%p", "%p", A, 1},   {"%P", "%p", A, 1},
    {"%포인트", "%p", A, 1}, {"㎡", NULL, A, 1},   {"㎢", NULL, A, 1},   {"㎏", NULL, A, 1},
    {"㎞", NULL, A, 1},      {"㎝", NULL, A, 1},   {"㎜", NULL, A, 1},   {"㎚", "nm", A, 1},
    {"㎿", "MW", A, 1},      {"㎾", "kW", A, 1},   {"㎾h", "kWh", A, 1}, {"℃", NULL, A, 1},
    {"°C", "℃", A, 1},       {"㎖", NULL, A, 1},   {"ℓ", "L", A, 1},     {"B", "파라미터", A, 1e9},
    {"KB", NULL, A, 1},      {"MB", NULL, A, 1},   {"GB", NULL, A, 1},   {"TB", NULL, A, 1},
    {"PB", NULL, A, 1},      {"W", NULL, A, 1},    {"kW", NULL, A, 1},   {"MW", NULL, A, 1},
    {"GW", NULL, A, 1},      {"kWh", NULL, A, 1},  {"MWh", NULL, A, 1},  {"GWh", NULL, A, 1},
    {"TWh", NULL, A, 1},     {"MHz", NULL, A, 1},  {"GHz", NULL, A, 1},  {"Hz", NULL, A, 1},
    {"nm", NULL, A, 1},      {"mm", NULL, A, 1},   {"cm", NULL, A, 1},   {"m", NULL, A, 1},
    {"km", NULL, A, 1},      {"kg", NULL, A, 1},   {"g", NULL, A, 1},    {"t", NULL, A, 1},
    {"L", NULL, A, 1},       {"ml", NULL, A, 1},   {"ha", NULL, A, 1},   {"Gbps", NULL, A, 1},
    {"Mbps", NULL, A, 1},    {"TOPS", NULL, A, 1}, {"fps", NULL, A, 1},  {"FPS", NULL, A, 1},
    {"p", "쪽", A, 1},
};

/* Hangul numerals of the native series, as they come before a counter. */
static const struct {
    const char *word;
    double value;
} numerals[] = {
    {"한", 1},    {"두", 2},    {"세", 3},    {"네", 4},    {"석", 3},      {"넉", 4},
    {"다섯", 5},  {"여섯", 6},  {"일곱", 7},  {"여덟", 8},  {"아홉", 9},    {"열", 10},
    {"열한", 11}, {"열두", 12}, {"열세", 13}, {"열네", 14}, {"열다섯", 15}, {"스무", 20},
    {"서른", 30}, {"마흔", 40}, {"쉰", 50},
};

/* Numbers of days with a word of their own. 하루 is mostly an adverb. */
static const struct {
    const char *word;
    double value;
} day_counts[] = {{"이틀", 2}, {"사흘", 3},   {"나흘", 4},   {"닷새", 5},  {"엿새", 6},
                  {"이레", 7}, {"여드레", 8}, {"아흐레", 9}, {"열흘", 10}, {"보름", 15}};

#define UNIT_SUFFIX_MAX 6 /* bytes */

static bool word_ends(gisa_str text, size_t end)
{
    gisa_str run = gisa_hangul_run(text, end);
    if (run.n == 0) return true;
    for (size_t n = 3; n <= run.n && n <= UNIT_SUFFIX_MAX; n += 3)
        if (gisa_wordlist_find(&gisa_list_unit_suffixes, gisa_str_cut(run, 0, n)) &&
            gisa_is_josa(gisa_str_cut(run, n, run.n), 0))
            return true;
    return gisa_is_josa(run, 0) || gisa_str_starts(run, GISA_STR("이었")) ||
           gisa_str_starts(run, GISA_STR("였"));
}

static bool alnum_at(gisa_str t, size_t at)
{
    return at < t.n && (gisa_is_alpha(t.p[at]) || gisa_is_digit(t.p[at]));
}

static const unit_row *latin_unit(gisa_str t, size_t at, size_t *end)
{
    const unit_row *best = NULL;
    for (size_t i = 0; i < sizeof latin_units / sizeof *latin_units; i++) {
        if (t.p[at] != latin_units[i].word[0]) continue;
        gisa_str w = gisa_str_from(latin_units[i].word);
        if (!gisa_str_starts(gisa_str_cut(t, at, t.n), w)) continue;
        if (gisa_is_alpha(w.p[w.n - 1]) && alnum_at(t, at + w.n)) continue;
        if (best && at + w.n <= *end) continue;
        best = &latin_units[i];
        *end = at + w.n;
    }
    return best;
}

static const unit_row *hangul_unit(gisa_str t, size_t at, size_t *end)
{
    const unit_row *best = NULL;
    gisa_str rest = gisa_str_cut(t, at, t.n);
    for (size_t i = 0; i < sizeof hangul_units / sizeof *hangul_units; i++) {
        if (rest.n < 3 || memcmp(rest.p, hangul_units[i].word, 3) != 0) continue;
        gisa_str w = gisa_str_from(hangul_units[i].word);
        if (!gisa_str_starts(rest, w)) continue;
        if (best && at + w.n <= *end) continue;
        if (!word_ends(t, at + w.n)) continue;
        best = &hangul_units[i];
        *end = at + w.n;
    }
    return best;
}

/* The unit at `at`, perhaps after 여 and one space. */
static const unit_row *find_unit(gisa_str t, size_t at, size_t *end)
{
    if (gisa_str_is(gisa_str_cut(t, at, at + 3), "여")) at += 3;
    bool spaced = at < t.n && t.p[at] == ' ';
    if (spaced) at++;
    if (at >= t.n) return NULL;
    if ((unsigned char)t.p[at] < 0xEA || gisa_script_at(t, at) != GISA_SCRIPT_HANGUL)
        return spaced && !gisa_is_alpha(t.p[at]) ? NULL : latin_unit(t, at, end);
    const unit_row *u = hangul_unit(t, at, end);
    /* 100 대 기업, 3 이 …: apart, only what certainly counts */
    if (u && spaced && (u->kind == O || *end - at == 3) &&
        !strstr("원 명 개 건 곳 배 종 장 회 년 일 분 초", u->word))
        return NULL;
    return u;
}

static void finish(gisa_str t, gisa_quantity *q, const unit_row *u, size_t start, size_t unit_end)
{
    gisa_str word = gisa_str_from(u->word);
    q->span = (gisa_span){(uint32_t)start, (uint32_t)unit_end};
    q->value *= u->scale;
    q->kind = u->kind;
    /* 3번 is mostly the third, 4만1000번 is how often */
    if (u->kind == O && strcmp(u->word, "번") == 0 && q->value >= 100) q->kind = A;
    q->unit = u->unit ? gisa_str_from(u->unit) : gisa_str_cut(t, unit_end - word.n, unit_end);
}

/* 2분 10초, 1시간 30분, 1년 반: a smaller unit that goes on. */
static void join(gisa_str t, gisa_quantity *q)
{
    static const struct {
        const char *from, *to;
        double scale;
    } steps[] = {{"시간", "분", 60}, {"분", "초", 60}, {"년", "개월", 12}};
    size_t at = q->span.end, end;
    bool spaced = at < t.n && t.p[at] == ' ';
    if (spaced) at++;
    if (gisa_str_is(gisa_str_cut(t, at, at + 3), "반") && word_ends(t, at + 3) &&
        (q->kind == P || q->kind == H)) {
        q->value += .5;
        q->span.end = (uint32_t)at + 3;
        return;
    }
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        double more;
        size_t after = gisa_number_read(t, at, &more);
        if (!gisa_str_is(q->unit, steps[i].from) || after == at) continue;
        const unit_row *u = find_unit(t, after, &end);
        if (!u || strcmp(u->word, steps[i].to) != 0) continue;
        q->value = q->value * steps[i].scale + more;
        q->unit = gisa_str_from(u->word);
        q->span.end = (uint32_t)end;
        at = end + (end < t.n && t.p[end] == ' ');
    }
}

/* 오후 3시 30분 */
static void clock(gisa_str t, gisa_quantity *q)
{
    static const char *const halves[] = {"오전 ", "오후 ", "새벽 ", "밤 ", "아침 ", "저녁 ", "낮 "};
    gisa_str before = gisa_str_cut(t, 0, q->span.start);
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
        gisa_str h = gisa_str_from(halves[i]);
        if (gisa_str_ends(before, h)) q->span.start -= (uint32_t)h.n;
    }
    size_t at = q->span.end, end;
    if (at < t.n && t.p[at] == ' ') at++;
    double minutes;
    size_t after = gisa_number_read(t, at, &minutes);
    const unit_row *u = after > at ? find_unit(t, after, &end) : NULL;
    if (u && strcmp(u->word, "분") == 0) q->span.end = (uint32_t)end;
}

/* 50분의 1 */
static bool fraction(gisa_str t, size_t start, size_t after, double below, gisa_quantity *q)
{
    double above;
    gisa_str of = GISA_STR("분의 ");
    if (!gisa_str_starts(gisa_str_cut(t, after, t.n), of) || below <= 0) return false;
    size_t from = after + of.n, end = from;
    while (end < t.n && gisa_is_digit(t.p[end])) end++;
    if (!gisa_str_to_double(gisa_str_cut(t, from, end), &above)) return false;
    *q = (gisa_quantity){{(uint32_t)start, (uint32_t)end}, above / below, GISA_STR("배"), A};
    return true;
}

static bool money_sign(gisa_str t, size_t start, gisa_str *unit, size_t *sign)
{
    static const struct {
        const char *sign, *unit;
    } signs[] = {{"$", "USD"}, {"₩", "KRW"}, {"€", "EUR"}, {"¥", "JPY"}, {"£", "GBP"}};
    gisa_str before = gisa_str_cut(t, 0, start);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (gisa_str_ends(before, gisa_str_from(signs[i].sign))) {
            *unit = gisa_str_from(signs[i].unit);
            *sign = strlen(signs[i].sign);
            return true;
        }
    return false;
}

/* The unit of 3 in 3∼5%: that of the number after the tilde. */
static const unit_row *shared_unit(gisa_str t, size_t after)
{
    static const char *const dashes[] = {"~", "∼", "～", "-", "–"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        gisa_str d = gisa_str_from(dashes[i]);
        double more;
        size_t end;
        if (!gisa_str_starts(gisa_str_cut(t, after, t.n), d)) continue;
        size_t next = gisa_number_read(t, after + d.n, &more);
        const unit_row *u = next > after + d.n ? find_unit(t, next, &end) : NULL;
        return u && u->kind == A ? u : NULL;
    }
    return NULL;
}

static bool read_digits(gisa_str t, size_t start, size_t *behind, gisa_quantity *q)
{
    double value = 0;
    size_t after = gisa_number_read(t, start, &value), end = 0, sign;
    gisa_str unit;
    *behind = after > start ? after : start + 1;
    if (start > 0 && (gisa_is_alpha(t.p[start - 1]) || t.p[start - 1] == '.' ||
                      t.p[start - 1] == '_' || t.p[start - 1] == '/'))
        return false;
    if (start > 1 && t.p[start - 1] == '-' && alnum_at(t, start - 2)) return false;
    *q = (gisa_quantity){.value = value};
    if (fraction(t, start, after, value, q)) {
        *behind = q->span.end;
        return true;
    }
    const unit_row *u = find_unit(t, after, &end);
    if (!u && money_sign(t, start, &unit, &sign)) {
        *q = (gisa_quantity){{(uint32_t)(start - sign), (uint32_t)after}, value, unit, A};
        return true;
    }
    if (!u && (u = shared_unit(t, after)) != NULL) {
        q->value *= u->scale;
        q->unit = gisa_str_from(u->unit ? u->unit : u->word);
        q->span = (gisa_span){(uint32_t)start, (uint32_t)after};
        return true;
    }
    if (!u && memchr(t.p + start, ',', after - start) && !alnum_at(t, after)) {
        q->span = (gisa_span){(uint32_t)start, (uint32_t)after};
        return true;
    }
    if (!u) return false;
    finish(t, q, u, start, end);
    if (q->kind == C)
        clock(t, q);
    else
        join(t, q);
    *behind = q->span.end;
    return true;
}

static bool read_numeral(gisa_str t, size_t start, size_t *behind, gisa_quantity *q)
{
    *behind = start + 3;
    for (size_t i = 0; i < sizeof day_counts / sizeof *day_counts; i++) {
        if (memcmp(t.p + start, day_counts[i].word, 3) != 0) continue;
        gisa_str w = gisa_str_from(day_counts[i].word);
        if (!gisa_str_starts(gisa_str_cut(t, start, t.n), w) || !word_ends(t, start + w.n))
            continue;
        *q = (gisa_quantity){
            {(uint32_t)start, (uint32_t)(start + w.n)}, day_counts[i].value, GISA_STR("일"), P};
        *behind = start + w.n;
        return true;
    }
    for (size_t i = sizeof numerals / sizeof *numerals; i-- > 0;) {
        if (memcmp(t.p + start, numerals[i].word, 3) != 0) continue;
        gisa_str w = gisa_str_from(numerals[i].word);
        gisa_str rest = gisa_str_cut(t, start, t.n);
        size_t at = start + w.n, end;
        if (!gisa_str_starts(rest, w)) continue;
        if (at >= t.n) continue;
        bool spaced = t.p[at] == ' ';
        const unit_row *u = hangul_unit(t, at + spaced, &end);
        /* 두명, 석달, but 열대, 세대, 한편 */
        if (u && !spaced && !strstr("명 개 번째 배 시간 가지 달 사람", u->word)) continue;
        if (!u || !gisa_wordlist_find(&gisa_list_native_counters, gisa_str_from(u->word))) continue;
        q->value = numerals[i].value;
        finish(t, q, u, start, end);
        join(t, q);
        *behind = q->span.end;
        return true;
    }
    return false;
}

/* The first syllables of the numerals, so that most words cost one comparison. */
static bool may_be_numeral(gisa_str t, size_t at)
{
    static const char firsts[] = "한두세네석넉다여일아열스서마쉰이사나닷엿보";
    if (at + 4 > t.n) return false;
    for (size_t i = 0; i + 3 < sizeof firsts; i += 3)
        if (memcmp(firsts + i, t.p + at, 3) == 0) return true;
    return false;
}

bool gisa_quantity_next(gisa_str text, size_t *at, gisa_quantity *out)
{
    size_t behind;
    while (*at < text.n) {
        unsigned char c = (unsigned char)text.p[*at];
        if (gisa_is_digit((char)c)) {
            bool found = read_digits(text, *at, &behind, out);
            *at = behind;
            if (found) return true;
        } else if (c < 0x80) {
            ++*at;
        } else {
            bool starts = *at == 0 || (unsigned char)text.p[*at - 1] < 0x80;
            if (starts && may_be_numeral(text, *at)) {
                bool found = read_numeral(text, *at, &behind, out);
                *at = behind;
                if (found) return true;
            } else {
                *at += c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
            }
        }
    }
    return false;
}

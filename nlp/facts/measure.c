#include "nlp/facts/measure.h"

#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

#define A GISA_QUANTITY_AMOUNT
#define P GISA_QUANTITY_PERIOD
#define H GISA_QUANTITY_HOURS
#define O GISA_QUANTITY_ORDINAL
#define C GISA_QUANTITY_CLOCK
#define Y GISA_QUANTITY_AGE

/* The longest that fits is taken, wherever it is. */
static const gisa_measure hangul_rows[] = {
    {"원", "KRW", A, 1},
    {"달러", "USD", A, 1},
    {"미국달러", "USD", A, 1},
    {"미국 달러", "USD", A, 1},
    {"미 달러", "USD", A, 1},
    {"불", "USD", A, 1},
    {"홍콩달러", "HKD", A, 1},
    {"홍콩 달러", "HKD", A, 1},
    {"호주달러", "AUD", A, 1},
    {"호주 달러", "AUD", A, 1},
    {"캐나다달러", "CAD", A, 1},
    {"캐나다 달러", "CAD", A, 1},
    {"달러화", "USD", A, 1},
    {"대만달러", "TWD", A, 1},
    {"대만 달러", "TWD", A, 1},
    {"싱가포르달러", "SGD", A, 1},
    {"싱가포르 달러", "SGD", A, 1},
    {"위안", "CNY", A, 1},
    {"위안화", "CNY", A, 1},
    {"엔", "JPY", A, 1},
    {"엔화", "JPY", A, 1},
    {"유로", "EUR", A, 1},
    {"유로화", "EUR", A, 1},
    {"파운드", "GBP", A, 1},
    {"루블", "RUB", A, 1},
    {"페소", "MXN", A, 1},
    {"루피", "INR", A, 1},
    {"헤알", "BRL", A, 1},
    {"리라", "TRY", A, 1},
    {"스위스프랑", "CHF", A, 1},
    {"프랑", "CHF", A, 1},
    {"루피아", "IDR", A, 1},
    {"바트", "THB", A, 1},
    {"퍼센트", "%", A, 1},
    {"프로", "%", A, 1},
    {"퍼센트포인트", "%p", A, 1},
    {"퍼센트 포인트", "%p", A, 1},
    {"포인트", NULL, A, 1},
    {"배", NULL, A, 1},
    {"개", NULL, A, 1},
    {"명", NULL, A, 1},
    {"건", NULL, A, 1},
    {"곳", NULL, A, 1},
    {"종", NULL, A, 1},
    {"종류", NULL, A, 1},
    {"발", NULL, A, 1},
    {"나라", NULL, A, 1},
    {"인치", NULL, A, 1},
    {"칼로리", "cal", A, 1},
    {"킬로칼로리", "kcal", A, 1},
    {"헥토파스칼", "hPa", A, 1},
    {"데시벨", "dB", A, 1},
    {"킬로", "kg", A, 1},
    {"센티", "cm", A, 1},
    {"볼트", "V", A, 1},
    {"대", NULL, A, 1},
    {"장", NULL, A, 1},
    {"회", NULL, A, 1},
    {"회전", NULL, O, 1},
    {"편", NULL, A, 1},
    {"권", NULL, A, 1},
    {"곡", NULL, A, 1},
    {"쪽", NULL, A, 1},
    {"줄", NULL, A, 1},
    {"칸", NULL, A, 1},
    {"석", NULL, A, 1},
    {"표", NULL, A, 1},
    {"채", NULL, A, 1},
    {"척", NULL, A, 1},
    {"마리", NULL, A, 1},
    {"그루", NULL, A, 1},
    {"포기", NULL, A, 1},
    {"상자", NULL, A, 1},
    {"병", NULL, A, 1},
    {"잔", NULL, A, 1},
    {"벌", NULL, A, 1},
    {"켤레", NULL, A, 1},
    {"통", NULL, A, 1},
    {"문항", NULL, A, 1},
    {"문장", NULL, A, 1},
    {"가지", NULL, A, 1},
    {"가구", NULL, A, 1},
    {"세대", NULL, A, 1},
    {"토큰", NULL, A, 1},
    {"비트", NULL, A, 1},
    {"코어", NULL, A, 1},
    {"페이지", NULL, A, 1},
    {"글자", NULL, A, 1},
    {"자", NULL, A, 1},
    {"단어", NULL, A, 1},
    {"자루", NULL, A, 1},
    {"필지", NULL, A, 1},
    {"평", NULL, A, 1},
    {"톤", NULL, A, 1},
    {"배럴", NULL, A, 1},
    {"그램", "g", A, 1},
    {"킬로그램", "kg", A, 1},
    {"미터", "m", A, 1},
    {"킬로미터", "km", A, 1},
    {"센티미터", "cm", A, 1},
    {"밀리미터", "mm", A, 1},
    {"나노미터", "nm", A, 1},
    {"나노", "nm", A, 1},
    {"마이크로미터", "㎛", A, 1},
    {"제곱미터", "㎡", A, 1},
    {"제곱킬로미터", "㎢", A, 1},
    {"리터", "L", A, 1},
    {"와트", "W", A, 1},
    {"킬로와트", "kW", A, 1},
    {"메가와트", "MW", A, 1},
    {"기가와트", "GW", A, 1},
    {"킬로와트시", "kWh", A, 1},
    {"메가와트시", "MWh", A, 1},
    {"기가와트시", "GWh", A, 1},
    {"테라와트시", "TWh", A, 1},
    {"메가바이트", "MB", A, 1},
    {"기가바이트", "GB", A, 1},
    {"테라바이트", "TB", A, 1},
    {"페타바이트", "PB", A, 1},
    {"바이트", NULL, A, 1},
    {"헥타르", "ha", A, 1},
    {"도", "도", O, 1},
    {"개국", NULL, A, 1},
    {"개사", NULL, A, 1},
    {"개교", NULL, A, 1},
    {"개소", NULL, A, 1},
    {"개월", NULL, P, 1},
    {"개월치", NULL, P, 1},
    {"년", NULL, P, 1},
    {"일", NULL, P, 1},
    {"주", NULL, P, 1},
    {"주일", "주", P, 1},
    {"달", "개월", P, 1},
    {"해", "년", P, 1},
    {"주년", NULL, O, 1},
    {"세기", NULL, P, 1},
    {"시간", NULL, H, 1},
    {"분", NULL, H, 1},
    {"초", NULL, H, 1},
    {"시", NULL, C, 1},
    {"번", NULL, O, 1},
    {"번째", NULL, O, 1},
    {"째", NULL, O, 1},
    {"위", NULL, O, 1},
    {"등", NULL, O, 1},
    {"층", NULL, O, 1},
    {"호", NULL, O, 1},
    {"호기", NULL, O, 1},
    {"차", NULL, O, 1},
    {"차례", NULL, A, 1},
    {"학년", NULL, O, 1},
    {"단계", NULL, O, 1},
    {"인", NULL, O, 1},
    {"살", NULL, Y, 1},
    {"세", NULL, Y, 1},
    {"점", NULL, A, 1},
    {"골", NULL, A, 1},
    {"승", NULL, A, 1},
    {"패", NULL, A, 1},
    {"무", NULL, A, 1},
    {"타", NULL, A, 1},
    {"안타", NULL, A, 1},
    {"홈런", NULL, A, 1},
    {"타점", NULL, A, 1},
    {"경기", NULL, A, 1},
    {"라운드", NULL, O, 1},
    {"이닝", NULL, A, 1},
    {"연승", NULL, A, 1},
    {"연패", NULL, A, 1},
    {"팀", NULL, A, 1},
    {"사람", NULL, A, 1},
    {"군데", NULL, A, 1},
    {"구", NULL, A, 1},
    {"조각", NULL, A, 1},
    {"갈래", NULL, A, 1},
    {"기", NULL, O, 1},
    {"급", NULL, O, 1},
    {"부", NULL, O, 1},
    {"교시", NULL, O, 1},
    {"가닥", NULL, A, 1},
    {"식", NULL, O, 1},
    {"선", NULL, O, 1},
    {"사", NULL, O, 1},
    {"군", NULL, O, 1},
    {"조", NULL, O, 1},
    {"항", NULL, O, 1},
    {"대학", NULL, A, 1},
};

/* In any place where no letter or digit follows. */
static const gisa_measure latin_rows[] = {
    {"%", "%", A, 1},          {"％", "%", A, 1},       {"%p", "%p", A, 1},
    {"%P", "%p", A, 1},        {"%포인트", "%p", A, 1}, {"% 포인트", "%p", A, 1},
    {"㎡", NULL, A, 1},        {"m²", "㎡", A, 1},      {"m2", "㎡", A, 1},
    {"㎢", NULL, A, 1},        {"km²", "㎢", A, 1},     {"km2", "㎢", A, 1},
    {"㎏", NULL, A, 1},        {"㎞", NULL, A, 1},      {"㎝", NULL, A, 1},
    {"㎜", NULL, A, 1},        {"㎚", "nm", A, 1},      {"㎿", "MW", A, 1},
    {"㎾", "kW", A, 1},        {"㏈", "dB", A, 1},      {"℃", NULL, A, 1},
    {"°C", "℃", A, 1},         {"㎖", NULL, A, 1},      {"ℓ", "L", A, 1},
    {"B", "파라미터", A, 1e9}, {"KB", NULL, A, 1},      {"MB", NULL, A, 1},
    {"GB", NULL, A, 1},        {"TB", NULL, A, 1},      {"PB", NULL, A, 1},
    {"W", NULL, A, 1},         {"kW", NULL, A, 1},      {"MW", NULL, A, 1},
    {"GW", NULL, A, 1},        {"kWh", NULL, A, 1},     {"MWh", NULL, A, 1},
    {"GWh", NULL, A, 1},       {"TWh", NULL, A, 1},     {"MHz", NULL, A, 1},
    {"GHz", NULL, A, 1},       {"Hz", NULL, A, 1},      {"nm", NULL, A, 1},
    {"mm", NULL, A, 1},        {"cm", NULL, A, 1},      {"m", NULL, A, 1},
    {"km", NULL, A, 1},        {"kg", NULL, A, 1},      {"g", NULL, A, 1},
    {"t", NULL, A, 1},         {"L", NULL, A, 1},       {"ml", NULL, A, 1},
    {"ha", NULL, A, 1},        {"Gbps", NULL, A, 1},    {"Mbps", NULL, A, 1},
    {"TOPS", NULL, A, 1},      {"fps", NULL, A, 1},     {"FPS", NULL, A, 1},
    {"p", "쪽", A, 1},         {"m/s", NULL, A, 1},     {"m/sec", "m/s", A, 1},
    {"㎧", "m/s", A, 1},       {"km/h", NULL, A, 1},    {"㎞/h", "km/h", A, 1},
    {"km/s", NULL, A, 1},      {"㎞/s", "km/s", A, 1},  {"km/hr", "km/h", A, 1},
    {"mph", NULL, A, 1},       {"ｍ", "m", A, 1},       {"hPa", NULL, A, 1},
    {"kcal", NULL, A, 1},      {"dB", NULL, A, 1},      {"㎍", NULL, A, 1},
    {"㎛", NULL, A, 1},        {"㎾h", "kWh", A, 1},    {"ppm", NULL, A, 1},
    {"mg", NULL, A, 1},        {"㎎", "mg", A, 1},      {"㎥", NULL, A, 1},
    {"inch", "인치", A, 1},    {"μm", "㎛", A, 1},      {"㎘", "kL", A, 1},
};

typedef struct name_row {
    const char *name, *unit;
} name_row;

/* What people type for a unit, and units that count the same. In lower case. */
static const name_row typed_rows[] = {
    {"won", "KRW"},
    {"₩", "KRW"},
    {"원화", "KRW"},
    {"$", "USD"},
    {"us$", "USD"},
    {"dollar", "USD"},
    {"dollars", "USD"},
    {"미달러", "USD"},
    {"yuan", "CNY"},
    {"rmb", "CNY"},
    {"元", "CNY"},
    {"yen", "JPY"},
    {"¥", "JPY"},
    {"円", "JPY"},
    {"euro", "EUR"},
    {"euros", "EUR"},
    {"€", "EUR"},
    {"pound", "GBP"},
    {"pounds", "GBP"},
    {"£", "GBP"},
    {"percent", "%"},
    {"per cent", "%"},
    {"pct", "%"},
    {"퍼센티지", "%"},
    {"pp", "%p"},
    {"p.p.", "%p"},
    {"%pt", "%p"},
    {"사람", "명"},
    {"인", "명"},
    {"people", "명"},
    {"persons", "명"},
    {"person", "명"},
    {"군데", "곳"},
    {"차례", "회"},
    {"번", "회"},
    {"times", "배"},
    {"x", "배"},
    {"페이지", "쪽"},
    {"page", "쪽"},
    {"pages", "쪽"},
    {"t", "톤"},
    {"ton", "톤"},
    {"tons", "톤"},
    {"㎏", "kg"},
    {"킬로", "kg"},
    {"㎞", "km"},
    {"㎝", "cm"},
    {"센티", "cm"},
    {"㎜", "mm"},
    {"㎖", "ml"},
    {"밀리리터", "ml"},
    {"평방미터", "㎡"},
    {"도", "℃"},
    {"글자", "자"},
    {"kph", "km/h"},
    {"month", "개월"},
    {"months", "개월"},
    {"year", "년"},
    {"years", "년"},
    {"week", "주"},
    {"weeks", "주"},
    {"day", "일"},
    {"days", "일"},
    {"hour", "시간"},
    {"hours", "시간"},
    {"minute", "분"},
    {"minutes", "분"},
    {"second", "초"},
    {"seconds", "초"},
    {"token", "토큰"},
    {"tokens", "토큰"},
    {"매개변수", "파라미터"},
    {"parameter", "파라미터"},
    {"parameters", "파라미터"},
};

/* The longest that ends in $ comes first. */
static const name_row signs[] = {
    {"US$", "USD"}, {"HK$", "HKD"}, {"NT$", "TWD"}, {"A$", "AUD"}, {"C$", "CAD"},
    {"S$", "SGD"},  {"$", "USD"},   {"＄", "USD"},  {"₩", "KRW"},  {"￦", "KRW"},
    {"€", "EUR"},   {"¥", "JPY"},   {"￥", "JPY"},  {"£", "GBP"},  {"￡", "GBP"},
};

#define ROWS(table) table, sizeof table / sizeof *table

enum { SUFFIX_MAX = 6 /* bytes */ };

bool gisa_measure_ends(gisa_str text, size_t at)
{
    gisa_str run = gisa_hangul_run(text, at);
    if (run.n == 0) return true;
    for (size_t n = 3; n <= run.n && n <= SUFFIX_MAX; n += 3)
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

/* Hangul ends before josa, letters before no other letter. */
static bool may_end(gisa_str t, gisa_str word, size_t end)
{
    char last = word.p[word.n - 1];
    if (gisa_is_alpha(last) || gisa_is_digit(last) || last == '%') return !alnum_at(t, end);
    return gisa_script_at(word, 0) != GISA_SCRIPT_HANGUL || gisa_measure_ends(t, end);
}

/* telling: the byte of the first character that tells most rows apart. */
static const gisa_measure *longest(const gisa_measure *rows, size_t n, size_t telling, gisa_str t,
                                   size_t at, size_t *end)
{
    const gisa_measure *best = NULL;
    gisa_str rest = gisa_str_cut(t, at, t.n);
    if (rest.n <= telling) return NULL;
    for (size_t i = 0; i < n; i++) {
        if (rows[i].word[telling] != rest.p[telling]) continue;
        size_t len = gisa_str_begins(rest, rows[i].word);
        if (!len || (best && at + len <= *end)) continue;
        if (!may_end(t, gisa_str_cut(rest, 0, len), at + len)) continue;
        best = &rows[i];
        *end = at + len;
    }
    return best;
}

const gisa_measure *gisa_measure_at(gisa_str text, size_t at, size_t *end)
{
    if (at >= text.n) return NULL;
    if (gisa_script_at(text, at) == GISA_SCRIPT_HANGUL)
        return longest(ROWS(hangul_rows), 2, text, at, end);
    return longest(ROWS(latin_rows), 0, text, at, end);
}

bool gisa_measure_is_money(const gisa_measure *m)
{
    if (!m->unit || strlen(m->unit) != 3) return false; /* ISO 4217 */
    for (size_t i = 0; i < 3; i++)
        if (m->unit[i] < 'A' || m->unit[i] > 'Z') return false;
    return true;
}

gisa_str gisa_measure_money_sign(gisa_str text, size_t at, size_t *start)
{
    gisa_str before = gisa_str_cut(text, 0, at);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        gisa_str sign = gisa_str_from(signs[i].name);
        if (!gisa_str_ends(before, sign)) continue;
        *start = at - sign.n;
        if (sign.n > 1 && gisa_is_alpha(sign.p[0]) && *start > 0 &&
            gisa_is_alpha(text.p[*start - 1]))
            continue;
        return gisa_str_from(signs[i].unit);
    }
    return GISA_NONE;
}

static bool is_named(const gisa_measure *m, gisa_str word, bool any_case)
{
    if (!any_case) return gisa_str_is(word, m->word);
    return gisa_str_eq_nocase(word, gisa_str_from(m->word)) ||
           (m->unit && gisa_str_eq_nocase(word, gisa_str_from(m->unit)));
}

static const gisa_measure *find_word(gisa_str word, bool any_case)
{
    for (size_t i = 0; i < sizeof hangul_rows / sizeof *hangul_rows; i++)
        if (is_named(&hangul_rows[i], word, any_case)) return &hangul_rows[i];
    for (size_t i = 0; i < sizeof latin_rows / sizeof *latin_rows; i++)
        if (is_named(&latin_rows[i], word, any_case)) return &latin_rows[i];
    return NULL;
}

/* One name for all that count the same; the word itself when no table has it. */
static gisa_str one_name(gisa_str word, bool *known)
{
    const gisa_measure *m = find_word(word, false);
    if (!m) m = find_word(word, true);
    gisa_str unit = m ? gisa_str_from(m->unit ? m->unit : m->word) : word;
    *known = m && (m->kind == A || m->kind == P || m->kind == H);
    for (size_t i = 0; i < sizeof typed_rows / sizeof *typed_rows; i++) {
        if (!gisa_str_eq_nocase(unit, gisa_str_from(typed_rows[i].name))) continue;
        *known = true;
        return gisa_str_from(typed_rows[i].unit);
    }
    return unit;
}

bool gisa_measure_same(gisa_str unit, gisa_str typed)
{
    bool known;
    return gisa_str_eq(one_name(unit, &known), one_name(gisa_str_trim(typed), &known));
}

bool gisa_measure_is_known(gisa_str typed)
{
    bool known;
    gisa_str word = gisa_str_trim(typed);
    one_name(word, &known);
    size_t slash = gisa_str_find_byte(word, '/', 0); /* a rate: of a known unit */
    if (!known && slash != GISA_NPOS) one_name(gisa_str_cut(word, 0, slash), &known);
    return known;
}

#include "nlp/facts/figure_sense.h"

#include "base/hangul.h"
#include "base/str.h"
#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

#define A GISA_QUANTITY_AMOUNT
#define O GISA_QUANTITY_ORDINAL

enum { NEAR = 240 /* bytes to either side in which other words say what is spoken of */ };

static gisa_str near_before(gisa_str t, size_t at)
{
    size_t from = at;
    while (from > 0 && at - from < NEAR && t.p[from - 1] != '\n') from--;
    return gisa_str_cut(t, from, at);
}

static gisa_str near_after(gisa_str t, size_t at)
{
    size_t to = at;
    while (to < t.n && to - at < NEAR && t.p[to] != '\n') to++;
    return gisa_str_cut(t, at, to);
}

/* What is after byte `at`, without the space between. */
static gisa_str after(gisa_str t, size_t at)
{
    return gisa_str_cut(t, at + (at < t.n && t.p[at] == ' '), t.n);
}

/* The word before byte `at`, perhaps after a space. */
static gisa_str word_before(gisa_str t, size_t at)
{
    size_t end = at > 0 && t.p[at - 1] == ' ' ? at - 1 : at, from = end;
    while (from > 0 && end - from < 30 && t.p[from - 1] != ' ' && t.p[from - 1] != '\n') from--;
    return gisa_str_cut(t, from, end);
}

/* --- 대 --- */

static bool counts_machines(gisa_str before)
{
    const gisa_josa *j = gisa_josa_suffix(before, GISA_JOSA_SUBJECT);
    if (gisa_wordlist_suffix(&gisa_list_machines, before)) return true;
    return j &&
           gisa_wordlist_suffix(&gisa_list_machines, gisa_str_cut(before, 0, before.n - j->form.n));
}

/* 20대, 30대: people of that age, unless a machine is before it. */
static bool is_decade(gisa_str t, size_t start, double value)
{
    if (value < 10 || value > 90) return false;
    int age = (int)value;
    if (value != age || age % 10) return false;
    gisa_str word = word_before(t, start);
    if (gisa_str_is(word, "약") || gisa_str_is(word, "총")) return false;
    return !counts_machines(word);
}

/* 21대 국회, 5대 그룹, 100대 기업, 3대 1, 524대 1: a place in a row, a rank, a ratio. */
static bool is_rank(gisa_str t, size_t end, double value)
{
    gisa_str rest = after(t, end);
    bool round = value < 100 || value == 100 || value == 500 || value == 1000;
    if (rest.n && gisa_is_digit(rest.p[0]))
        return value < 100 || (rest.p[0] == '1' && (rest.n < 2 || !gisa_is_digit(rest.p[1])));
    return round && gisa_wordlist_prefix(&gisa_list_numbered_words, gisa_str_cut(rest, 0, 12));
}

bool gisa_figure_is_level(gisa_str t, size_t start, size_t end, const gisa_measure *m, double value)
{
    static const char *const parts[] = {"초반", "중반", "후반"};
    if (strcmp(m->word, "대") != 0 || value < 100 || value > 1e6) return false;
    int whole = (int)value;
    if (value != whole || whole % 10) return false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (gisa_str_begins(after(t, end), parts[i])) return true;
    return gisa_wordlist_within(&gisa_list_index_names, near_before(t, start)) &&
           !counts_machines(word_before(t, start));
}

/* --- 회 --- */

/* The half of an inning: 9회 말 */
static bool is_half(gisa_str rest)
{
    if (gisa_str_is(gisa_str_cut(rest, 0, 3), "초") || gisa_str_is(gisa_str_cut(rest, 0, 3), "말"))
        return rest.n == 3 || rest.p[3] == ' ' || rest.p[3] == ',';
    return false;
}

/* 9회 of a game that is told: no word beside it says that something was counted. */
static bool is_inning(gisa_str t, size_t start, size_t end, double value)
{
    const int LONGEST_GAME = 25;
    gisa_str before = word_before(t, start), rest = after(t, end);
    if (value < 1 || value > LONGEST_GAME || value != (int)value) return false;
    if (gisa_str_is(before, "연장") || is_half(rest)) return true;
    if (gisa_wordlist_find(&gisa_list_counting_words, before) ||
        gisa_wordlist_prefix(&gisa_list_counted_words, gisa_str_cut(rest, 0, 18)))
        return false;
    return gisa_wordlist_within(&gisa_list_inning_words, near_before(t, start)) ||
           gisa_wordlist_within(&gisa_list_inning_words, near_after(t, end));
}

/* 3도, 영하 5도 of the weather: counted; others (3도 화상) are a grade. */
static bool is_degree(gisa_str t, size_t start, size_t end)
{
    if (gisa_str_starts(after(t, end), GISA_STR("화상"))) return false;
    return gisa_wordlist_within(&gisa_list_degree_words, near_before(t, start)) ||
           gisa_wordlist_within(&gisa_list_degree_words, near_after(t, end));
}

/* 4만1000번, 3100번 대화했다: how often; 115번 버스 is the number of something. */
static bool is_often(gisa_str t, size_t end, double value)
{
    return value >= 100 && !gisa_wordlist_prefix(&gisa_list_numbered_things, after(t, end));
}

/* 사흘째, 2년 차: a place in a row, of what counts otherwise. */
static bool is_nth(gisa_str t, size_t end, gisa_quantity_kind kind)
{
    gisa_str run = gisa_hangul_run(t, end < t.n && t.p[end] == ' ' ? end + 1 : end);
    if (end < t.n && t.p[end] != ' ' && gisa_str_starts(run, GISA_STR("째"))) return true;
    return kind == GISA_QUANTITY_PERIOD && gisa_str_starts(run, GISA_STR("차")) &&
           !gisa_str_starts(run, GISA_STR("차이")) &&
           gisa_is_josa(gisa_str_cut(run, strlen("차"), run.n), 0);
}

gisa_quantity_kind gisa_figure_kind(gisa_str t, size_t start, size_t end, const gisa_measure *m,
                                    double value)
{
    if (strcmp(m->word, "번") == 0) return is_often(t, end, value) ? A : O;
    if (strcmp(m->word, "대") == 0 && is_rank(t, end, value)) return O;
    if (strcmp(m->word, "대") == 0 && is_decade(t, start, value)) return GISA_QUANTITY_AGE;
    if (strcmp(m->word, "회") == 0 && is_inning(t, start, end, value)) return O;
    /* 노동3권: rights */
    if (strcmp(m->word, "권") == 0 && start > 0 && (t.p[start - 1] & 0x80)) return O;
    if (strcmp(m->word, "도") == 0) return is_degree(t, start, end) ? A : O;
    /* 카드 3사 */
    if (strcmp(m->word, "사") == 0) return value >= 2 && value <= 10 ? A : O;
    /* 3세대, 386세대: a generation */
    if (strcmp(m->word, "세대") == 0 && (value < 10 || value == 386 || value == 586)) return O;
    if (m->kind == O && gisa_str_starts(gisa_str_cut(t, end, t.n), GISA_STR("씩"))) return A;
    return is_nth(t, end, m->kind) ? O : m->kind;
}

bool gisa_figure_is_sum(gisa_str t, size_t end, double value)
{
    const double THOUSAND_TRILLIONS = 1e15; /* more than there are articles in a law */
    gisa_str run = gisa_hangul_run(t, end);
    if (value >= THOUSAND_TRILLIONS && (gisa_measure_ends(t, end) || gisa_str_begins(run, "인")))
        return true;
    if (end >= t.n || t.p[end] != ' ') return false;
    return gisa_wordlist_prefix(&gisa_list_sum_words, gisa_str_cut(t, end + 1, t.n)) != NULL;
}

/* --- Speeds and rates --- */

/* Back over 20~ of 20~24m. */
static size_t range_start(gisa_str t, size_t at)
{
    static const char *const dashes[] = {"~", "∼", "～", "-", "–"};
    size_t from = at;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes && from == at; i++) {
        gisa_str dash = gisa_str_from(dashes[i]);
        if (gisa_str_ends(gisa_str_cut(t, 0, at), dash)) from = at - dash.n;
    }
    if (from == at) return at;
    while (from > 0 &&
           (gisa_is_digit(t.p[from - 1]) || t.p[from - 1] == ',' || t.p[from - 1] == '.'))
        from--;
    return from;
}

const char *gisa_figure_speed(gisa_str t, size_t start, gisa_str length)
{
    static const struct {
        const char *word, *per_m, *per_km;
    } rows[] = {{"시속", "m/h", "km/h"}, {"분속", "m/min", "km/min"}, {"초속", "m/s", "km/s"}};
    bool m = gisa_str_is(length, "m"), km = gisa_str_is(length, "km") || gisa_str_is(length, "㎞");
    if (!m && !km) return NULL;
    gisa_str word = word_before(t, range_start(t, start));
    if (gisa_str_is(word, "약") || gisa_str_is(word, "최대") || gisa_str_is(word, "평균"))
        word = word_before(t, (size_t)(word.p - t.p));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (gisa_str_ends(word, gisa_str_from(rows[i].word)))
            return m ? rows[i].per_m : rows[i].per_km;
    return NULL;
}

size_t gisa_figure_rate_end(gisa_str t, size_t end)
{
    size_t at = end + 1;
    if (end >= t.n || t.p[end] != '/') return end;
    const gisa_wordlist_item *per = gisa_wordlist_prefix(&gisa_list_rate_units,
                                                         gisa_str_cut(t, at, t.n));
    if (!per) return end;
    at += per->word.n;
    bool latin = gisa_is_alpha(per->word.p[per->word.n - 1]);
    bool more = at < t.n && (gisa_is_alpha(t.p[at]) || gisa_is_digit(t.p[at]));
    return latin ? (more ? end : at) : gisa_measure_ends(t, at) ? at : end;
}

#include "index/postings/sweep.h"

#include "base/mem.h"
#include "index/postings/match_fts.h"
#include "tests/unit/lists.h"
#include "tests/unit/test.h"

/* What a walk finds, beside what an FTS5 query finds. */
typedef struct both {
    gisa_sweep *sweep;
    gisa_match_fts *fts;
    const gisa_sweep_unit *units;
    size_t n, found, wrong;
} both;

static gisa_status compare_row(void *ctx, int64_t row, gisa_error *err)
{
    both *b = ctx;
    int64_t ours = 0;
    gisa_status st = gisa_sweep_next(b->sweep, &ours, err);
    b->found++;
    b->wrong += st != GISA_OK || ours != row;
    for (size_t i = 0; i < b->n && st == GISA_OK; i++) {
        double count;
        if (!b->units[i].counts) continue;
        st = gisa_sweep_count(b->sweep, i, &count, err);
        double same = gisa_match_fts_count(b->fts, i);
        b->wrong += st != GISA_OK || count > same + 1e-9 || count < same - 1e-9;
    }
    return st < 0 ? st : GISA_OK;
}

enum { UNITS = 4, PHRASES = 4, TERMS = 3 };

/* "w1 w2&w3": the terms of a phrase, & before a colocated one. */
static void parse_phrase(gisa_str text, gisa_unit_phrase *out, gisa_phrase_term *terms)
{
    out->phrase = (gisa_phrase){.terms = terms};
    for (size_t at = 0; at < text.n;) {
        size_t end = at;
        while (end < text.n && text.p[end] != ' ' && text.p[end] != '&') end++;
        terms[out->phrase.n++] = (gisa_phrase_term){gisa_str_cut(text, at, end),
                                                    at && text.p[at - 1] == '&'};
        at = end + 1;
    }
}

/* Units in a line each: "2+:w1 w2|w3": its clause, + when it counts, - when it is unwanted, t when
 * it is for titles; its phrases. */
static void parse_unit(const char *line, gisa_unit *u, gisa_unit_phrase *phrases,
                       gisa_phrase_term terms[][TERMS], gisa_sweep_unit *out)
{
    gisa_str text = gisa_str_from(line);
    size_t colon = gisa_str_find_byte(text, ':', 0), at = colon + 1;
    *u = (gisa_unit){.phrases = phrases, .idf = 1};
    *out = (gisa_sweep_unit){.unit = u, .clause = (size_t)(line[0] - '0')};
    for (size_t i = 1; i < colon; i++) {
        out->counts = out->counts || line[i] == '+';
        out->not_ = out->not_ || line[i] == '-';
        u->title = u->title || line[i] == 't';
    }
    while (at < text.n) {
        size_t end = gisa_str_find_byte(text, '|', at);
        if (end == GISA_NPOS) end = text.n;
        phrases[u->n].weight = u->n ? .9 : 1;
        parse_phrase(gisa_str_cut(text, at, end), &phrases[u->n], terms[u->n]);
        u->n++;
        at = end + 1;
    }
}

static const struct {
    const char *name, *units[UNITS];
    int64_t first;
} rows[] = {
    {"one frequent word", {"1+:w0"}, 1},
    {"one rare word", {"1+:w9"}, 1},
    {"two words", {"1+:w0", "2+:w3"}, 1},
    {"a rare one and a frequent one", {"1+:w8", "2+:w1"}, 1},
    {"any of two", {"1+:w7", "1+:w3"}, 1},
    {"one of two and a third", {"1+:w2", "1+:w5", "2+:w4"}, 1},
    {"rare ones lead, all count", {"1+:w6", "1+:w9", "0+:w0", "0+:w1"}, 1},
    {"a phrase", {"1+:w1 w2"}, 1},
    {"a phrase and its parts", {"1+:w0 w1", "2+:w1"}, 1},
    {"a phrase of one word twice", {"1+:w2 w2"}, 1},
    {"a phrase of three words", {"1+:w0 w0 w1"}, 1},
    {"two words of one position", {"1+:w4&w6 w3"}, 1},
    {"spellings of one thing", {"1+:w5|w1 w4|w9|none", "2+:w2"}, 1},
    {"only in titles", {"1+t:w3", "2+:w1"}, 1},
    {"a phrase in titles", {"1+t:w2 w3"}, 1},
    {"a word but not another", {"1+:w1", "0-:w2"}, 1},
    {"a word but not a phrase", {"1+:w1", "0-:w0 w1", "0-:w6"}, 1},
    {"nothing has it", {"1+:none", "2+:w0"}, 1},
    {"from some row on", {"1+:w0", "2+:w1"}, 0},
};

static void test_rows(gisa_store *s)
{
    int64_t middle = s->roll.items[s->roll.n / 2].row;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_unit units[UNITS];
        gisa_unit_phrase phrases[UNITS][PHRASES];
        gisa_phrase_term terms[UNITS][PHRASES][TERMS];
        gisa_sweep_unit asked[UNITS];
        gisa_error err = {0};
        both b = {.units = asked};
        int64_t first = rows[i].first ? rows[i].first : middle, none;
        for (; b.n < UNITS && rows[i].units[b.n]; b.n++) {
            parse_unit(rows[i].units[b.n], &units[b.n], phrases[b.n], terms[b.n], &asked[b.n]);
            units[b.n].articles = (double)(i * 7 % 5 + b.n); /* any order gives the same */
        }
        WENT(gisa_sweep_open(s, asked, b.n, first, &b.sweep, &err), err, rows[i].name);
        gisa_match_sink sink = {compare_row, &b};
        WENT(gisa_match_fts_run(s, asked, b.n, first, INT64_MAX, sink, &b.fts, &err), err,
             rows[i].name);
        EQUAL(gisa_sweep_next(b.sweep, &none, &err), GISA_END, rows[i].name);
        EQUAL(b.wrong, 0, rows[i].name);
        OK((b.found > 0) == (strcmp(rows[i].name, "nothing has it") != 0), rows[i].name);
        gisa_sweep_close(b.sweep);
    }
}

/* How often a phrase occurs in the article at a row; 0: the article has it not. */
static double count_at(gisa_store *s, const gisa_unit *u, int64_t row)
{
    const gisa_sweep_unit asked = {.unit = u, .clause = 1, .counts = true};
    gisa_sweep *w;
    gisa_error err;
    int64_t at;
    double n = 0;
    if (gisa_sweep_open(s, &asked, 1, row, &w, &err) < 0) return -1;
    if (gisa_sweep_next(w, &at, &err) != GISA_OK || at != row ||
        gisa_sweep_count(w, 0, &n, &err) < 0)
        n = 0;
    gisa_sweep_close(w);
    return n;
}

/* A unit is not where a longer phrase begins: what is left of each article's count. */
static void test_longer(gisa_store *s)
{
    gisa_phrase_term terms[] = {
        {GISA_STR("w0"), false}, {GISA_STR("w1"), false}, {GISA_STR("w2"), true}};
    gisa_phrase longer = {terms, 3, 0};
    gisa_unit_phrase word = {.phrase = {terms, 1, 0}, .weight = 1},
                     beyond = {.phrase = longer, .weight = 1};
    const gisa_unit all = {.phrases = &word, .n = 1}, others = {.phrases = &beyond, .n = 1},
                    rest = {.phrases = &word, .n = 1, .longer = &longer, .n_longer = 1};
    size_t wrong = 0, some = 0, none = 0;
    for (size_t i = 0; i < s->roll.n; i++) {
        int64_t row = s->roll.items[i].row;
        double n = count_at(s, &all, row), left = count_at(s, &rest, row);
        double less = n - count_at(s, &others, row) - left;
        wrong += less > 1e-9 || less < -1e-9;
        some += left > 0 && left < n;
        none += left == 0 && n > 0;
    }
    EQUAL(wrong, 0, "a unit counts where no longer phrase begins");
    OK(some > 0 && none > 0, "and there are articles that are left with some, and with none");
}

/* A unit with rows of its own is in these articles as well, and is found with other words. */
static void test_own_rows(gisa_store *s)
{
    gisa_phrase_term terms[] = {{GISA_STR("w9"), false}, {GISA_STR("w1"), false}};
    gisa_unit_phrase rare = {.phrase = {terms, 1, 0}, .weight = 1},
                     frequent = {.phrase = {terms + 1, 1, 0}, .weight = 1};
    const int64_t own[] = {s->roll.items[3].row, s->roll.items[40].row, s->roll.items[900].row};
    const gisa_unit word = {.phrases = &rare, .n = 1},
                    with = {.phrases = &rare, .n = 1, .rows = own, .n_rows = 3, .articles = 1};
    const gisa_unit other = {.phrases = &frequent, .n = 1, .articles = 9},
                    alone = {.rows = own, .n_rows = 3};
    size_t wrong = 0, n_own = 0;
    for (size_t i = 0; i < s->roll.n; i++) {
        int64_t row = s->roll.items[i].row;
        bool is_own = n_own < 3 && row == own[n_own];
        double more = count_at(s, &with, row) - count_at(s, &word, row) - (is_own ? 1 : 0);
        wrong += more > 1e-9 || more < -1e-9;
        n_own += is_own;
    }
    EQUAL(wrong, 0, "its rows count once, besides its words");
    const gisa_sweep_unit wanted[] = {{.unit = &alone, .clause = 1}, {.unit = &other, .clause = 2}},
                          not_[] = {{.unit = &other, .clause = 1}, {.unit = &alone, .not_ = true}};
    for (int unwanted = 0; unwanted < 2; unwanted++) {
        gisa_sweep *w;
        gisa_error err;
        int64_t row;
        size_t n = 0, want = 0;
        for (size_t i = 0; i < s->roll.n; i++) {
            int64_t at = s->roll.items[i].row;
            bool is_own = at == own[0] || at == own[1] || at == own[2];
            want += is_own != (unwanted > 0) && count_at(s, &other, at) > 0;
        }
        WENT(gisa_sweep_open(s, unwanted ? not_ : wanted, 2, 1, &w, &err), err, "rows and a word");
        while (gisa_sweep_next(w, &row, &err) == GISA_OK) n++;
        EQUAL(n, want, unwanted ? "rows are left out" : "rows and a word are wanted together");
        gisa_sweep_close(w);
    }
}

int main(void)
{
    gisa_phrase_term pair[] = {{GISA_STR("w0"), false}, {GISA_STR("w1"), false}};
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_sweep *w;
    int64_t row, held;
    double n;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    lists_fill(s);
    test_rows(s);
    WENT(gisa_sweep_frequency(s, &(gisa_phrase){pair, 2, 0}, &n, &err), err, "a phrase is counted");
    gisa_sql_number(&s->sql,
                    "SELECT count(*) FROM article_fts WHERE article_fts MATCH '\"'||char(1)||'w0'||"
                    "char(1)||'w1\"'",
                    0, 0, &held, &err);
    OK(n > 0 && (int64_t)n == held, "as FTS5 counts it");
    WENT(gisa_sweep_open(s, NULL, 0, 1, &w, &err), err, "nothing may be asked");
    EQUAL(gisa_sweep_next(w, &row, &err), GISA_END, "and nothing is found");
    gisa_sweep_close(w);
    test_longer(s);
    test_own_rows(s);
    gisa_sql_run(&s->sql, "INSERT INTO article_fts (article_fts) VALUES ('optimize')", &err);
    test_rows(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}

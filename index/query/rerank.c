/* Letters are Hangul, Hanja, Latin and digits; all else is skipped, spaces too, so a pair may span
 * two words. The score is BM25 again, with each pair as a term. No index has the document frequency
 * of a pair; it is counted in the articles that are read. As those have the question's words, a
 * pair that many of them lack is one that decides. */
#include "index/query/rerank.h"

#include <math.h>

#include "base/letter.h"
#include "base/mem.h"
#include "base/table.h"
#include "base/utf8.h"
#include "index/index_tuning.h"
#include "index/postings/bm25.h"
#include "index/store/store_handle.h"

enum {
    PAIRS_MAX = 512, /* of a question */
    NO_PAIR = PAIRS_MAX,
    LETTERS = 1 << 16,
    TEXT_MAX = 64 * 1024, /* bytes of an article that are read */
    DEFERRED_MAX = 16,
    DEFERRED_FORMS = 8
};

/* The pairs of a question. Each of its letters has a number, so that counting the pairs of a text
 * is two look-ups a letter and no branch. */
typedef struct pairs {
    gisa_table numbers;        /* of both letters: of a pair */
    uint16_t letters[LETTERS]; /* by the lower 16 bits: from 1; 0: not in the question */
    uint16_t *grid;            /* by the numbers of two letters: of a pair, or NO_PAIR */
    size_t n, n_letters;
} pairs;

typedef struct article_counts {
    uint16_t counts[PAIRS_MAX];
    double length;
} article_counts;

/* A letter in the form that is compared; 0: not a letter. Units in one sign (㎡, ㎏) are read as
 * words. */
static uint32_t letter(uint32_t cp)
{
    return cp >= 0x3380 && cp <= 0x33DF ? cp : gisa_letter_fold(cp);
}

/* The key of two neighbouring letters, by their lower 16 bits; 0: no pair. */
static uint32_t pair_key(uint32_t before, uint32_t cp)
{
    return before && cp ? (before & 0xFFFF) << 16 | (cp & 0xFFFF) : 0;
}

/* Puts the pairs of a text into the table. */
static gisa_status add_pairs(pairs *t, gisa_str text)
{
    uint32_t cp, before = 0, *number;
    bool added = false;
    for (size_t i = 0; i < text.n && t->n < PAIRS_MAX;) {
        i += gisa_utf8_next(text, i, &cp);
        if (!(cp = letter(cp))) continue;
        uint16_t *known = &t->letters[cp & (LETTERS - 1)];
        if (!*known) *known = (uint16_t)++t->n_letters;
        uint32_t key = pair_key(before, cp);
        if (key) {
            if (gisa_table_put(&t->numbers, key, &number, &added) < 0) return GISA_ENOMEM;
            if (added) *number = (uint32_t)t->n++;
        }
        before = cp;
    }
    return GISA_OK;
}

/* Lays the table out as a grid. */
static gisa_status fill_grid(pairs *t)
{
    size_t side = t->n_letters + 1;
    t->grid = gisa_calloc(side * side, sizeof *t->grid);
    if (!t->grid) return GISA_ENOMEM;
    for (size_t i = 0; i < side * side; i++) t->grid[i] = NO_PAIR;
    for (size_t i = 0; i < t->numbers.cap; i++) {
        const gisa_table_entry *e = &t->numbers.entries[i];
        if (e->key)
            t->grid[t->letters[e->key >> 16] * side + t->letters[e->key & (LETTERS - 1)]] =
                (uint16_t)e->value;
    }
    return GISA_OK;
}

/* The Hangul syllable of three bytes at p; 0: it is none. */
static inline uint32_t syllable(const unsigned char *p)
{
    uint32_t v = (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
    uint32_t cp = (v & 0xF0000) >> 4 | (v & 0x3F00) >> 2 | (v & 0x3F);
    return (v & 0xF0C0C0) == 0xE08080 && gisa_is_hangul(cp) ? cp : 0;
}

/* counts: by pair. Returns how many letters there are. */
static size_t count_pairs(const pairs *t, gisa_str text, uint32_t *counts)
{
    uint32_t cp;
    size_t n = 0, side = t->n_letters + 1, before = 0; /* 0: a letter that is in no pair */
    if (text.n > TEXT_MAX) text.n = TEXT_MAX;
    for (size_t i = 0; i < text.n;) {
        if (text.n - i > 3 && (cp = syllable((const unsigned char *)text.p + i)) != 0) {
            i += text.p[i + 3] == ' ' ? 4 : 3; /* no branch: word ends cannot be predicted */
        } else {
            i += gisa_utf8_next(text, i, &cp);
            if (!(cp = letter(cp))) continue;
        }
        n++;
        size_t number = t->letters[cp & (LETTERS - 1)];
        uint16_t pair = t->grid[before * side + number];
        if (pair != NO_PAIR) counts[pair]++;
        before = number;
    }
    return n;
}

static gisa_status read_article(gisa_store *s, const pairs *t, const gisa_roll_entry *e,
                                article_counts *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql, "SELECT title, body FROM article_document WHERE row = ?1", &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, e->row);
    st = gisa_sql_step(&s->sql, stmt, err);
    if (st == GISA_OK) {
        uint32_t counts[PAIRS_MAX] = {0};
        size_t n = count_pairs(t, gisa_sql_text(stmt, 0), counts);
        for (size_t i = 0; i < t->n; i++) counts[i] *= 2; /* GISA_TITLE_WEIGHT */
        out->length = (double)(2 * n + count_pairs(t, gisa_sql_text(stmt, 1), counts));
        for (size_t i = 0; i < t->n; i++)
            out->counts[i] = (uint16_t)(counts[i] < UINT16_MAX ? counts[i] : UINT16_MAX);
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static void add_scores(const pairs *t, const article_counts *all, size_t n, gisa_matches *m,
                       const uint32_t *best)
{
    double length = 0;
    for (size_t i = 0; i < n; i++) length += all[i].length;
    double average = length > 0 ? length / (double)n : 1;
    for (size_t k = 0; k < t->n; k++) {
        size_t having = 0;
        for (size_t i = 0; i < n; i++) having += all[i].counts[k] > 0;
        double idf = log(1 + ((double)(n - having) + 0.5) / ((double)having + 0.5));
        if (having) m->ceiling += gisa_bm25_ceiling(GISA_RERANK_WEIGHT * idf);
        for (size_t i = 0; i < n && having; i++) {
            double tf = all[i].counts[k], relative = all[i].length / average;
            m->scores[best[i]] += (float)gisa_match_score(GISA_RERANK_WEIGHT * idf, tf, relative);
        }
    }
}

gisa_status gisa_rerank_run(gisa_store *s, const gisa_plan *p, gisa_matches *m,
                            const uint32_t *best, size_t n, gisa_error *err)
{
    const gisa_query *q = &p->query;
    gisa_status st = GISA_OK;
    gisa_buf words = {0};
    pairs *question = gisa_calloc(1, sizeof *question);
    article_counts *all = gisa_calloc(n + 1, sizeof *all);
    if (!question || !all) st = gisa_fail_mem(err);
    for (size_t i = 0; i < q->n && st == GISA_OK; i++) {
        if (q->items[i].not_ || q->items[i].field > GISA_FIELD_TITLE) continue;
        gisa_buf_add(&words, q->items[i].text);
        gisa_buf_add_char(&words, ' ');
    }
    if (st == GISA_OK) st = gisa_buf_check(&words, "a query", err);
    if (st == GISA_OK && add_pairs(question, gisa_buf_view(&words)) < 0) st = gisa_fail_mem(err);
    if (st == GISA_OK && fill_grid(question) < 0) st = gisa_fail_mem(err);
    for (size_t i = 0; i < n && st == GISA_OK; i++)
        st = read_article(s, question, &s->roll.items[m->at[best[i]]], &all[i], err);
    if (st == GISA_OK) add_scores(question, all, n, m, best);
    gisa_buf_clear(&words);
    if (question) gisa_table_clear(&question->numbers);
    if (question) gisa_free(question->grid);
    gisa_free(question);
    gisa_free(all);
    return st;
}

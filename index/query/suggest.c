#include "index/query/suggest.h"

#include "base/distance.h"
#include "base/hangul.h"
#include "base/initials.h"
#include "base/utf8.h"
#include "index/query/plan.h"
#include "index/query/suggest_typing.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

enum { LEAST = 3, WORDS = 4, NAME = 0, TERM = 1 };

/* A word as jamo: leading consonants, vowels and finals are different letters. */
typedef struct spelled {
    uint32_t letters[GISA_DISTANCE_LETTERS];
    size_t n;
} spelled;

/* What words are compared with. */
typedef struct pattern {
    spelled letters;
    gisa_initials initials; /* instead, unless there are none */
} pattern;

typedef struct best {
    gisa_str text; /* in the arena */
    size_t distance;
    int64_t articles;
} best;

static uint32_t lower(uint32_t cp)
{
    return cp < 0x80 ? (uint32_t)gisa_lower((char)cp) : cp;
}

/* false: too long to compare */
static bool spell(gisa_str text, spelled *out)
{
    enum { VOWEL = 0x20, FINAL = 0x40 };
    out->n = 0;
    for (size_t i = 0; i < text.n;) {
        uint32_t cp;
        i += gisa_utf8_next(text, i, &cp);
        if (cp == ' ') continue;
        if (out->n + 3 > GISA_DISTANCE_LETTERS) return false;
        if (!gisa_is_hangul(cp)) {
            out->letters[out->n++] = lower(cp) + 0x80;
            continue;
        }
        out->letters[out->n++] = gisa_hangul_lead(cp);
        out->letters[out->n++] = VOWEL + gisa_hangul_vowel(cp);
        if (gisa_has_final(cp)) out->letters[out->n++] = FINAL + gisa_hangul_final(cp);
    }
    return true;
}

/* How far a text is from a pattern; limit + 1: further than the limit, or too long. */
static size_t distance(const pattern *p, gisa_str text, size_t limit)
{
    spelled other;
    if (p->initials.n) return gisa_initials_match(&p->initials, text) ? 1 : limit + 1;
    if (!spell(text, &other)) return limit + 1;
    return gisa_distance(p->letters.letters, p->letters.n, other.letters, other.n, limit);
}

/* Compares the rows (text, articles or a name's number) of a statement. */
static gisa_status look_through(gisa_store *s, sqlite3_stmt *stmt, int kind, const pattern *typed,
                                gisa_arena *arena, best *found, gisa_error *err)
{
    gisa_status st;
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        gisa_str text = gisa_sql_text(stmt, 0);
        int64_t articles = sqlite3_column_int64(stmt, 1);
        size_t d = distance(typed, text, found->distance);
        if (d == 0 || d > found->distance) continue; /* 0: it differs only in case or spaces */
        if (kind == NAME) {
            st = gisa_sql_number(&s->sql, "SELECT count(*) FROM name_article WHERE name = ?1", 1,
                                 articles, &articles, err);
            if (st < 0) break;
        }
        bool closer = d < found->distance || !found->text.n;
        if (articles < 1 || (!closer && articles <= found->articles)) continue;
        if (gisa_arena_copy(arena, text, &found->text) < 0) {
            st = gisa_fail_mem(err);
            break;
        }
        found->distance = d;
        found->articles = articles;
    }
    sqlite3_reset(stmt);
    return st == GISA_END ? GISA_OK : st;
}

static gisa_status look_in_names(gisa_store *s, const pattern *typed, gisa_arena *arena,
                                 best *found, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, "SELECT text, name FROM name ORDER BY name", &stmt, err);
    return st < 0 ? st : look_through(s, stmt, NAME, typed, arena, found, err);
}

/* Terms that begin as the word does: a slip in the first syllable is rare, and reading the whole
 * vocabulary would mean reading all posting lists. */
static gisa_status look_in_terms(gisa_store *s, gisa_str word, const pattern *typed,
                                 gisa_arena *arena, best *found, gisa_error *err)
{
    sqlite3_stmt *stmt;
    uint32_t cp, n = 1;
    char first[4], end[4];
    gisa_utf8_next(word, 0, &cp);
    cp = lower(cp);
    if (typed->initials.n) { /* all syllables of the first consonant */
        cp = gisa_hangul_compose(typed->initials.leads[0], 0, 0);
        n = GISA_HANGUL_RHYMES;
    }
    gisa_str from = {first, gisa_utf8_put(first, cp)};
    gisa_str to = {end, gisa_utf8_put(end, cp + n)};
    gisa_status st = gisa_store_need_terms(s, err);
    if (st == GISA_OK)
        st = gisa_sql_get(&s->sql,
                          "SELECT term, doc FROM temp.article_term WHERE term >= ?1 AND term < ?2",
                          &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, from);
    gisa_sql_bind(stmt, 2, to);
    return look_through(s, stmt, TERM, typed, arena, found, err);
}

/* How many slips a word of n letters may have. */
static size_t slips(size_t n)
{
    return n < 6 ? 1 : n < 12 ? 2 : 3;
}

static gisa_status put_suggestion(gisa_suggestions *out, gisa_str typed, gisa_str meant,
                                  gisa_error *err)
{
    gisa_suggestion item = {0};
    if (gisa_arena_copy(&out->arena, typed, &item.typed) < 0 ||
        gisa_arena_copy(&out->arena, meant, &item.meant) < 0 ||
        GISA_ARENA_GROW(&out->arena, out->items, out->n, out->cap) < 0)
        return gisa_fail_mem(err);
    out->items[out->n++] = item;
    return GISA_OK;
}

/* What is spelled nearly so, or begins with these consonants. */
static gisa_status suggest_close(gisa_store *s, gisa_str word, gisa_suggestions *out,
                                 gisa_error *err)
{
    pattern typed = {0};
    best found = {.distance = 1};
    if (!gisa_initials_parse(word, &typed.initials)) {
        typed.initials.n = 0;
        if (!spell(word, &typed.letters) || typed.letters.n < LEAST) return GISA_OK;
        found.distance = slips(typed.letters.n);
    }
    gisa_status st = look_in_names(s, &typed, &out->arena, &found, err);
    if (st == GISA_OK) st = look_in_terms(s, word, &typed, &out->arena, &found, err);
    return st < 0 || !found.text.n ? st : put_suggestion(out, word, found.text, err);
}

/* A word on the other layer of the keyboard is meant before one that is spelled nearly so: all of
 * its letters say so. */
static gisa_status suggest_word(gisa_store *s, gisa_str word, gisa_suggestions *out,
                                gisa_error *err)
{
    gisa_buf other = {0};
    size_t before = out->n;
    gisa_status st = gisa_suggest_layer(s, word, &other, err);
    if (st == GISA_OK && !other.n) st = suggest_close(s, word, out, err);
    if (st == GISA_OK && !other.n && out->n == before)
        st = gisa_suggest_apart(s, word, &other, err);
    if (st == GISA_OK && other.n) st = put_suggestion(out, word, gisa_buf_view(&other), err);
    gisa_buf_clear(&other);
    return st;
}

/* Words that are one word together. Moves *item to the last of them. */
static gisa_status suggest_together(gisa_store *s, const gisa_query *q, size_t *item,
                                    gisa_suggestions *out, gisa_error *err)
{
    gisa_buf word = {0};
    size_t first, n;
    gisa_status st = gisa_suggest_together(s, q, *item, &first, &n, &word, err);
    if (st == GISA_OK && word.n) {
        const gisa_query_item *last = &q->items[first + n - 1];
        const char *start = q->items[first].text.p;
        gisa_str typed = {start, (size_t)(last->text.p + last->text.n - start)};
        st = put_suggestion(out, typed, gisa_buf_view(&word), err);
        *item = first + n - 1;
    }
    gisa_buf_clear(&word);
    return st;
}

/* Whether a word is wanted that no article has, and is not told of with the one before. */
static bool is_missing(const gisa_plan *p, size_t i)
{
    const gisa_query_item *item = &p->query.items[i];
    size_t unit = p->unit_of[i];
    if (item->not_ || item->prefix || item->field > GISA_FIELD_TITLE) return false;
    if (unit == GISA_PLAN_NO_UNIT) return true;
    return p->units[unit].articles < 1 && !(i > 0 && p->unit_of[i - 1] == unit);
}

static gisa_status suggest_all(gisa_store *s, const gisa_plan *p, gisa_suggestions *out,
                               gisa_error *err)
{
    const gisa_query *q = &p->query;
    gisa_status st = GISA_OK;
    size_t n = 0;
    for (size_t i = 0; i < q->n && st == GISA_OK && n < WORDS; i++) {
        size_t unit = p->unit_of[i], before = out->n;
        if (!is_missing(p, i)) continue;
        n++;
        st = suggest_together(s, q, &i, out, err);
        if (st == GISA_OK && out->n == before)
            st = suggest_word(
                s, unit == GISA_PLAN_NO_UNIT ? q->items[i].text : p->units[unit].typed, out, err);
    }
    return st;
}

gisa_status gisa_suggest(gisa_store *s, gisa_str query, gisa_suggestions *out, gisa_error *err)
{
    gisa_plan plan = {0};
    bool began = false;
    gisa_suggestions_clear(out);
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st == GISA_OK) st = gisa_store_need_roll(s, err);
    if (st == GISA_OK) st = gisa_plan_make(s, query, &(gisa_plan_opts){0}, &plan, err);
    if (st == GISA_OK) st = suggest_all(s, &plan, out, err);
    gisa_store_end_read(s, began);
    gisa_plan_clear(&plan);
    if (st < 0) gisa_suggestions_clear(out);
    return st;
}

void gisa_suggestions_clear(gisa_suggestions *s)
{
    gisa_arena_clear(&s->arena);
    *s = (gisa_suggestions){0};
}

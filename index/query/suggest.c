#include "index/query/suggest.h"

#include "base/distance.h"
#include "base/hangul.h"
#include "base/utf8.h"
#include "index/query/plan.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

enum { LEAST = 3, WORDS = 4, NAME = 0, TERM = 1 };

/* A word as jamo: leading consonants, vowels and finals are different letters. */
typedef struct spelled {
    uint32_t letters[GISA_DISTANCE_LETTERS];
    size_t n;
} spelled;

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

/* Compares the rows (text, articles or a name's number) of a statement. */
static gisa_status look_through(gisa_store *s, sqlite3_stmt *stmt, int kind, const spelled *typed,
                                gisa_arena *arena, best *found, gisa_error *err)
{
    gisa_status st;
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        gisa_str text = gisa_sql_text(stmt, 0);
        int64_t articles = sqlite3_column_int64(stmt, 1);
        spelled other;
        if (!spell(text, &other)) continue;
        size_t d = gisa_distance(typed->letters, typed->n, other.letters, other.n, found->distance);
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

static gisa_status look_in_names(gisa_store *s, const spelled *typed, gisa_arena *arena,
                                 best *found, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, "SELECT text, name FROM name ORDER BY name", &stmt, err);
    return st < 0 ? st : look_through(s, stmt, NAME, typed, arena, found, err);
}

/* Terms that begin as the word does: a slip in the first syllable is rare, and reading the whole
 * vocabulary would mean reading all posting lists. */
static gisa_status look_in_terms(gisa_store *s, gisa_str word, const spelled *typed,
                                 gisa_arena *arena, best *found, gisa_error *err)
{
    sqlite3_stmt *stmt;
    uint32_t cp;
    char first[4], end[4];
    gisa_utf8_next(word, 0, &cp);
    cp = lower(cp);
    gisa_str from = {first, gisa_utf8_put(first, cp)};
    gisa_str to = {end, gisa_utf8_put(end, cp + 1)};
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

static gisa_status suggest_word(gisa_store *s, gisa_str word, gisa_suggestions *out,
                                gisa_error *err)
{
    spelled typed;
    gisa_suggestion item = {0};
    if (!spell(word, &typed) || typed.n < LEAST) return GISA_OK;
    best found = {.distance = slips(typed.n)};
    gisa_status st = look_in_names(s, &typed, &out->arena, &found, err);
    if (st == GISA_OK) st = look_in_terms(s, word, &typed, &out->arena, &found, err);
    if (st < 0 || !found.text.n) return st;
    item.meant = found.text;
    if (gisa_arena_copy(&out->arena, word, &item.typed) < 0 ||
        GISA_ARENA_GROW(&out->arena, out->items, out->n, out->cap) < 0)
        return gisa_fail_mem(err);
    out->items[out->n++] = item;
    return GISA_OK;
}

gisa_status gisa_suggest(gisa_store *s, gisa_str query, gisa_suggestions *out, gisa_error *err)
{
    gisa_plan plan = {0};
    bool began = false;
    size_t unknown = 0;
    gisa_suggestions_clear(out);
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st == GISA_OK) st = gisa_store_need_roll(s, err);
    if (st == GISA_OK) st = gisa_plan_make(s, query, &(gisa_plan_opts){0}, &plan, err);
    for (size_t i = 0; i < plan.n_units && st == GISA_OK; i++) {
        const gisa_unit *u = &plan.units[i];
        if (!u->not_ && u->articles < 1 && unknown++ < WORDS)
            st = suggest_word(s, u->typed, out, err);
    }
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

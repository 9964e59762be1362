#include "index/query/search.h"

#include <stdlib.h>

#include "base/heap.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "index/index_tuning.h"
#include "index/query/collapse.h"
#include "index/query/hit.h"
#include "index/query/match.h"
#include "index/query/places.h"
#include "index/query/rerank.h"
#include "index/query/title.h"
#include "index/query/widening.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

enum {
    DEFAULT_LIMIT = 20,
    TITLES = 1000, /* that have all the words are read to see whether one is the query */
};

/* What comes first, whatever the scores. */
typedef enum level { HAS_SOME, HAS_PHRASE, HAS_ALL, IS_TITLE } level;

typedef struct searching {
    gisa_store *s;
    gisa_str query;
    const gisa_search_opts *opts;
    gisa_plan plan;
    gisa_matches matches;
    gisa_matches all;     /* what has all the words, when `matches` has any of them, or loosely */
    gisa_matches phrased; /* what has the phrases, when `matches` has others too */
    bool loose;           /* `matches` has some loosely */
    uint64_t *copies;     /* by match: near-duplicates folded under it */
    gisa_places *places;
    gisa_buf title; /* that is the query (index/query/title.h) */
    gisa_heap best; /* indices into the matches, best first */
} searching;

static gisa_status make_plan(searching *w, bool any, bool loose, gisa_error *err)
{
    gisa_plan_opts how = {
        .exact = w->opts->exact, .any_word = any, .loose = loose, .days = w->opts->days};
    return gisa_plan_make(w->s, w->query, &how, &w->plan, err);
}

static bool too_few(const searching *w)
{
    size_t least = w->plan.query.n_words > 2 ? GISA_TOO_FEW : GISA_TOO_FEW_PAIR;
    return w->matches.n < least && w->plan.n_wanted > 0;
}

static size_t limit_of(const searching *w)
{
    return w->opts->limit ? (size_t)w->opts->limit : DEFAULT_LIMIT;
}

/* Whether a phrase is wanted of a query as long as a sentence, and there is room for what does not
 * have it: quotation marks in a sentence often ask for no phrase. */
static bool goes_on_without_phrases(const searching *w)
{
    bool phrase = false;
    if (w->opts->exact || w->opts->sort == GISA_SORT_DATE || w->matches.n >= limit_of(w) ||
        gisa_query_length(&w->plan.query) <= GISA_QUERY_FEW_WORDS)
        return false;
    for (size_t i = 0; i < w->plan.n_units; i++)
        phrase = phrase || (w->plan.units[i].required && !w->plan.units[i].title);
    return phrase;
}

/* How many of the best articles a large corpus is searched for; 0: all are wanted. */
static size_t enough(const searching *w)
{
    size_t limit = limit_of(w);
    if (w->s->roll.n <= GISA_BEST_FROM || w->opts->sort == GISA_SORT_DATE) return 0;
    return limit > GISA_RERANK_ARTICLES ? limit : GISA_RERANK_ARTICLES;
}

static gisa_status match_any(searching *w, gisa_hits *out, gisa_error *err)
{
    gisa_match_opts how = {.any_word = true,
                           .best = enough(w),
                           .folds = !w->opts->keep_copies,
                           .also = w->all.at,
                           .n_also = w->all.n};
    gisa_status st = make_plan(w, true, true, err);
    if (st == GISA_OK)
        st = gisa_match_ranked(w->s, &w->plan, &how, &w->matches, &out->bounded, err);
    how.optional_phrases = true;
    if (st == GISA_OK && w->matches.n && goes_on_without_phrases(w)) {
        w->phrased = w->matches;
        w->matches = (gisa_matches){0};
        st = gisa_match_ranked(w->s, &w->plan, &how, &w->matches, &out->bounded, err);
        return st < 0 ? st : gisa_matches_merge(&w->matches, &w->phrased, err);
    }
    if (st == GISA_OK && !w->matches.n)
        st = gisa_match_ranked(w->s, &w->plan, &how, &w->matches, &out->bounded, err);
    if (st < 0 || w->matches.n > 0) return st;
    how.optional_titles = true;
    return gisa_match_ranked(w->s, &w->plan, &how, &w->matches, &out->bounded, err);
}

/* Sorted by date nothing is scored, so every match is found. */
static gisa_status match_all(searching *w, bool loose, gisa_hits *out, gisa_error *err)
{
    gisa_match_opts how = {0};
    gisa_status st = make_plan(w, false, loose, err);
    if (st < 0) return st;
    if (w->opts->sort == GISA_SORT_DATE) return gisa_match_all(w->s, &w->plan, &w->matches, err);
    return gisa_match_ranked(w->s, &w->plan, &how, &w->matches, &out->bounded, err);
}

/* Adds what has the words loosely where the others leave room for it. */
static gisa_status add_loose(searching *w, gisa_hits *out, gisa_error *err)
{
    if (w->opts->exact || w->opts->sort == GISA_SORT_DATE || w->plan.n_wanted == 0 ||
        w->matches.n >= limit_of(w) || !w->plan.may_loosen)
        return GISA_OK;
    gisa_matches strict = w->matches;
    w->matches = (gisa_matches){0};
    gisa_status st = match_all(w, true, out, err);
    w->loose = st == GISA_OK && w->matches.n > strict.n;
    w->all = strict;
    if (st == GISA_OK && !w->loose) gisa_matches_clear(&w->all);
    return st;
}

/* Gives up what has the words loosely, for what has some of them. */
static void drop_loose(searching *w)
{
    if (!w->loose) return;
    gisa_matches_clear(&w->matches);
    w->matches = w->all;
    w->all = (gisa_matches){0};
    w->loose = false;
}

/* How many words a query has, and whether its parentheses say how they are wanted. */
static gisa_status count_words(gisa_str query, size_t *n, bool *grouped, gisa_error *err)
{
    gisa_query words = {0};
    gisa_status st = gisa_query_parse(query, &words, err);
    *n = words.n_words;
    *grouped = words.grouped;
    gisa_query_clear(&words);
    return st;
}

static gisa_status find_matches(searching *w, gisa_hits *out, gisa_error *err)
{
    gisa_join join = w->opts->join;
    size_t n_words = 0;
    bool grouped = false;
    gisa_status st = GISA_OK;
    if (join != GISA_JOIN_ALL) st = count_words(w->query, &n_words, &grouped, err);
    if (st < 0) return st;
    if (grouped) join = GISA_JOIN_ALL;
    out->any_word = join == GISA_JOIN_ANY ||
                    (join == GISA_JOIN_AUTO && n_words > GISA_QUERY_FEW_WORDS);
    if (out->any_word) return match_any(w, out, err);
    st = match_all(w, false, out, err);
    if (st == GISA_OK && join != GISA_JOIN_ALL) st = add_loose(w, out, err);
    if (st < 0 || join == GISA_JOIN_ALL || (!too_few(w) && !goes_on_without_phrases(w))) return st;
    drop_loose(w);
    w->all = w->matches;
    w->matches = (gisa_matches){0};
    out->any_word = out->fell_back = true;
    st = match_any(w, out, err);
    if (w->all.n && w->matches.n == w->all.n) out->any_word = out->fell_back = false;
    return st;
}

/* The match of an entry of the roll; w->matches.n: none. */
static size_t match_of(const searching *w, uint32_t at)
{
    size_t low = 0, high = w->matches.n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (w->matches.at[mid] < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low < w->matches.n && w->matches.at[low] == at ? low : w->matches.n;
}

/* Looks whether the title of a match is the query. */
static gisa_status read_title(searching *w, size_t match, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&w->s->sql, "SELECT title FROM article WHERE row = ?1", &stmt,
                                  err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, w->s->roll.items[w->matches.at[match]].row);
    st = gisa_sql_step(&w->s->sql, stmt, err);
    if (st == GISA_OK && gisa_title_is(gisa_buf_view(&w->title), gisa_sql_text(stmt, 0)))
        w->matches.levels[match] = IS_TITLE;
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

/* Puts those of the matches that are also in another list on a level. */
static void set_level(searching *w, const gisa_matches *m, level to)
{
    for (size_t i = 0; i < m->n; i++) {
        size_t match = match_of(w, m->at[i]);
        if (match < w->matches.n) w->matches.levels[match] = (uint8_t)to;
    }
}

/* Puts the matches on their levels. Of titles the newest are read. */
static gisa_status find_levels(searching *w, gisa_error *err)
{
    const gisa_matches *all = w->all.n ? &w->all : &w->matches;
    w->matches.levels = gisa_calloc(w->matches.n + 1, sizeof *w->matches.levels);
    if (!w->matches.levels) return gisa_fail_mem(err);
    set_level(w, &w->phrased, HAS_PHRASE);
    set_level(w, &w->all, HAS_ALL);
    gisa_status st = gisa_title_key(&w->plan.query, &w->title, err);
    size_t from = all->n_titled > TITLES ? all->n_titled - TITLES : 0;
    for (size_t i = from; i < all->n_titled && w->title.n && st == GISA_OK; i++) {
        size_t match = match_of(w, all->titled[i]);
        if (match < w->matches.n) st = read_title(w, match, err);
    }
    return st;
}

/* Whether match a is newer than match b. Row ids may be no finer than the day. */
static bool newer(const searching *w, uint32_t a, uint32_t b)
{
    const gisa_roll_entry *roll = w->s->roll.items;
    const gisa_roll_entry *x = &roll[w->matches.at[a]], *y = &roll[w->matches.at[b]];
    const gisa_rows *rows = &w->s->rows;
    if (x->minute != y->minute && gisa_row_day(rows, x->row) == gisa_row_day(rows, y->row))
        return x->minute > y->minute;
    return x->row > y->row;
}

/* Whether match a comes before match b: by level, then by score, then the newer one. */
static bool ranks_better(const void *ctx, uint32_t a, uint32_t b)
{
    const searching *w = ctx;
    const gisa_matches *m = &w->matches;
    if (m->levels[a] != m->levels[b]) return m->levels[a] > m->levels[b];
    if (m->scores[a] != m->scores[b]) return m->scores[a] > m->scores[b];
    return newer(w, a, b);
}

static bool is_newer(const void *ctx, uint32_t a, uint32_t b)
{
    return newer(ctx, a, b);
}

static gisa_status choose_best(searching *w, bool by_date, size_t limit, gisa_error *err)
{
    if (limit > w->matches.n) limit = w->matches.n;
    uint32_t *items = gisa_calloc(limit + 1, sizeof *items);
    if (!items) return gisa_fail_mem(err);
    w->best = (gisa_heap){
        .items = items, .max = limit, .better = by_date ? is_newer : ranks_better, .ctx = w};
    for (size_t i = 0; i < w->matches.n; i++) gisa_heap_put(&w->best, (uint32_t)i);
    gisa_heap_sort(&w->best);
    return GISA_OK;
}

/* Without words all are equal: the newest first. */
static bool is_by_date(const searching *w)
{
    return w->opts->sort == GISA_SORT_DATE || w->plan.n_wanted == 0;
}

/* Puts the hits in order. A sentence is ranked in two steps: by its words, then the best again by
 * the letters they share with it. */
static gisa_status rank(searching *w, const gisa_hits *out, gisa_error *err)
{
    bool by_date = is_by_date(w);
    bool twice = out->any_word && !by_date;
    size_t limit = limit_of(w);
    size_t most = twice && limit < GISA_RERANK_ARTICLES ? GISA_RERANK_ARTICLES : limit;
    gisa_status st = choose_best(w, by_date, most, err);
    if (st < 0 || !twice) return st;
    size_t again = w->best.n < GISA_RERANK_ARTICLES ? w->best.n : GISA_RERANK_ARTICLES;
    st = gisa_rerank_run(w->s, &w->plan, &w->matches, w->best.items, again, err);
    for (size_t i = 0; i < again && w->title.n && st == GISA_OK; i++)
        st = read_title(w, w->best.items[i], err);
    gisa_heap_sort(&w->best);
    if (w->best.n > limit) w->best.n = limit;
    return st;
}

/* The part of what the best article there could be would have. */
static double score(const searching *w, uint32_t match)
{
    double part = w->matches.ceiling > 0 ? (double)w->matches.scores[match] / w->matches.ceiling
                                         : 0;
    return part < 1 ? part : 1;
}

static gisa_status put_matches(searching *w, gisa_hit *hit, gisa_arena *arena, gisa_error *err)
{
    sqlite3_stmt *stmt;
    size_t cap = 0;
    gisa_status st = gisa_sql_get(
        &w->s->sql, "SELECT title, body FROM article_document WHERE row = ?1", &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, hit->row);
    st = gisa_sql_step(&w->s->sql, stmt, err);
    for (int field = 0; field < 2 && st == GISA_OK; field++) {
        gisa_str text = gisa_sql_text(stmt, field);
        if (field == 0) text = gisa_utf8_clip(text, GISA_MARKED_TITLE);
        st = gisa_places_find(w->places, text, field == 0, arena, &hit->matches, &hit->n_matches,
                              &cap, err);
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static gisa_status fill_hits(searching *w, gisa_hits *out, gisa_error *err)
{
    gisa_snippets *snippets = NULL;
    gisa_status st = GISA_OK;
    out->total = w->matches.n;
    out->items = gisa_arena_calloc(&out->arena, w->best.n + 1, sizeof *out->items);
    if (!out->items) return gisa_fail_mem(err);
    if (!w->opts->no_snippets) st = gisa_snippets_open(w->s, &w->plan, &snippets, err);
    if (st == GISA_OK && w->opts->matches) st = gisa_places_open(w->s, &w->plan, &w->places, err);
    for (size_t i = 0; i < w->best.n && st == GISA_OK; i++) {
        gisa_hit *hit = &out->items[out->n++];
        hit->row = w->s->roll.items[w->matches.at[w->best.items[i]]].row;
        hit->score = score(w, w->best.items[i]);
        if (w->copies) hit->copies = w->copies[w->best.items[i]];
        st = gisa_hit_fill(w->s, snippets, w->opts->snippet_chars, &out->arena, hit, err);
        if (st == GISA_OK && w->places) st = put_matches(w, hit, &out->arena, err);
    }
    gisa_places_close(w->places);
    gisa_snippets_close(snippets);
    return st;
}

static gisa_status copy_notes(const gisa_plan *p, gisa_hits *out, gisa_error *err)
{
    out->ignored = p->query.ignored;
    if (gisa_arena_copy(&out->arena, p->query.no_filter, &out->no_filter) < 0)
        return gisa_fail_mem(err);
    return gisa_widening_copy(p, out, err);
}

static gisa_status search_and_fill(searching *w, gisa_hits *out, gisa_error *err)
{
    gisa_status st = gisa_store_need_roll(w->s, err);
    if (st == GISA_OK) st = find_matches(w, out, err);
    if (st == GISA_OK && !is_by_date(w)) st = find_levels(w, err);
    if (st == GISA_OK && !w->opts->keep_copies)
        st = gisa_collapse_run(w->s, &w->matches, &w->copies, err);
    if (st == GISA_OK && !w->opts->keep_copies)
        st = gisa_collapse_run(w->s, &w->all, NULL, err); /* counted as a count would */
    if (out->fell_back) out->all_words = w->all.n;
    if (w->loose) out->loose = w->matches.n - w->all.n;
    if (st == GISA_OK) st = rank(w, out, err);
    if (st == GISA_OK) st = copy_notes(&w->plan, out, err);
    return st < 0 ? st : fill_hits(w, out, err);
}

gisa_status gisa_search(gisa_store *s, gisa_str query, const gisa_search_opts *opts, gisa_hits *out,
                        gisa_error *err)
{
    const gisa_search_opts none = {0};
    searching w = {.s = s, .query = query, .opts = opts ? opts : &none};
    bool began;
    gisa_hits_clear(out);
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st < 0) return st;
    st = search_and_fill(&w, out, err);
    gisa_store_end_read(s, began);
    gisa_plan_clear(&w.plan);
    gisa_matches_clear(&w.matches);
    gisa_matches_clear(&w.all);
    gisa_matches_clear(&w.phrased);
    gisa_free(w.copies);
    gisa_buf_clear(&w.title);
    gisa_free(w.best.items);
    if (st < 0) gisa_hits_clear(out);
    return st;
}

void gisa_hits_clear(gisa_hits *h)
{
    gisa_arena_clear(&h->arena);
    *h = (gisa_hits){0};
}

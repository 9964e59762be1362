/* The arrivals since the position are few: they are looked up first, and only if there are some is
 * the query run and intersected with them. */
#include "index/query/alert.h"

#include "base/mem.h"
#include "index/query/collapse.h"
#include "index/query/hit.h"
#include "index/query/match.h"
#include "index/store/copies.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

typedef struct arrival {
    int64_t row;
    uint64_t capture;
    uint32_t version;
    bool changed;
} arrival;

typedef struct finding {
    gisa_store *s;
    const gisa_saved *search;
    const gisa_alert_opts *opts;
    arrival *arrivals; /* by row */
    size_t n_arrivals, cap_arrivals;
    gisa_plan plan, any_day; /* the query; without the days of this run */
    gisa_matches all, fresh; /* what matches, and what of it has arrived */
    gisa_map known;          /* groups of near-duplicates that a match was in before */
    uint64_t *copies;        /* by fresh match */
} finding;

static gisa_status put_arrival(finding *w, arrival a, gisa_error *err)
{
    if (GISA_GROW(w->arrivals, w->n_arrivals, w->cap_arrivals) < 0) return gisa_fail_mem(err);
    w->arrivals[w->n_arrivals++] = a;
    return GISA_OK;
}

static gisa_status find_arrivals(finding *w, uint64_t from, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &w->s->sql,
        "SELECT row, version, version > 1 AND EXISTS (SELECT 1 FROM article b WHERE b.id = a.id"
        " AND b.capture < ?1 AND b.capture NOT IN (SELECT capture FROM saved_left WHERE name = "
        "?2)),"
        " capture FROM article a WHERE current = 1 AND (capture >= ?1 OR capture IN"
        " (SELECT capture FROM saved_left WHERE name = ?2)) ORDER BY row",
        &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, (int64_t)from);
    gisa_sql_bind(stmt, 2, w->search->name);
    while (st == GISA_OK && (st = gisa_sql_step(&w->s->sql, stmt, err)) == GISA_OK) {
        arrival a = {.row = sqlite3_column_int64(stmt, 0),
                     .version = (uint32_t)sqlite3_column_int64(stmt, 1),
                     .changed = sqlite3_column_int(stmt, 2) != 0,
                     .capture = (uint64_t)sqlite3_column_int64(stmt, 3)};
        if (!(a.changed && w->opts->no_changed)) st = put_arrival(w, a, err);
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static const arrival *find_arrival(const finding *w, int64_t row)
{
    size_t low = 0, high = w->n_arrivals;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->arrivals[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < w->n_arrivals && w->arrivals[low].row == row ? &w->arrivals[low] : NULL;
}

static const gisa_roll_entry *entry_of(const finding *w, uint32_t at)
{
    return &w->s->roll.items[at];
}

/* The group of near-duplicates an article is in; GISA_NONE: none. */
static gisa_status group_of(finding *w, const gisa_roll_entry *e, int64_t *source, gisa_str *key,
                            gisa_error *err)
{
    *key = GISA_NONE;
    if (!(e->flags & (GISA_ROLL_COPY | GISA_ROLL_SOURCE))) return GISA_OK;
    gisa_status st = gisa_copies_root(w->s, e->row, source, err);
    *key = (gisa_str){(const char *)source, sizeof *source};
    return st;
}

static gisa_status note_known(finding *w, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < w->all.n && st == GISA_OK; i++) {
        const gisa_roll_entry *e = entry_of(w, w->all.at[i]);
        int64_t source;
        gisa_str key;
        uint64_t *slot;
        if (find_arrival(w, e->row)) continue;
        st = group_of(w, e, &source, &key, err);
        if (st == GISA_OK && key.n && gisa_map_put(&w->known, key, &slot, NULL) < 0)
            st = gisa_fail_mem(err);
    }
    return st;
}

/* Whether an arrival nearly repeats a match that was there before. A source that came in changed is
 * no repeat of its copies. */
static gisa_status repeats_known(finding *w, uint32_t at, const arrival *a, bool *out,
                                 gisa_error *err)
{
    const gisa_roll_entry *e = entry_of(w, at);
    int64_t source;
    gisa_str key;
    *out = false;
    if (w->search->keep_copies || (a->changed && !(e->flags & GISA_ROLL_COPY))) return GISA_OK;
    gisa_status st = group_of(w, e, &source, &key, err);
    *out = st == GISA_OK && key.n && gisa_map_find(&w->known, key) != NULL;
    return st;
}

static gisa_status choose_fresh(finding *w, gisa_alert *out, gisa_error *err)
{
    gisa_status st = w->search->keep_copies ? GISA_OK : note_known(w, err);
    w->fresh.at = gisa_calloc(w->n_arrivals + 1, sizeof *w->fresh.at);
    w->fresh.scores = gisa_calloc(w->n_arrivals + 1, sizeof *w->fresh.scores);
    if (!w->fresh.at || !w->fresh.scores) return gisa_fail_mem(err);
    for (size_t i = 0; i < w->all.n && st == GISA_OK; i++) {
        bool repeats;
        const arrival *a = find_arrival(w, entry_of(w, w->all.at[i])->row);
        if (!a) continue;
        st = repeats_known(w, w->all.at[i], a, &repeats, err);
        if (repeats)
            out->repeats++;
        else
            w->fresh.at[w->fresh.n++] = w->all.at[i];
    }
    if (st == GISA_OK && !w->search->keep_copies)
        st = gisa_collapse_run(w->s, &w->fresh, &w->copies, err);
    return st;
}

static gisa_status fill_items(finding *w, gisa_alert *out, gisa_error *err)
{
    gisa_snippets *snippets = NULL;
    out->items = gisa_arena_calloc(&out->arena, w->fresh.n + 1, sizeof *out->items);
    if (!out->items) return gisa_fail_mem(err);
    gisa_status st = gisa_snippets_open(w->s, &w->plan, &snippets, err);
    for (size_t i = w->fresh.n; i-- > 0 && st == GISA_OK;) {
        int64_t row = entry_of(w, w->fresh.at[i])->row;
        const arrival *a = find_arrival(w, row);
        gisa_alert_item *item = &out->items[out->n++];
        item->version = a->version;
        item->changed = a->changed;
        out->n_changed += a->changed;
        item->hit.row = row;
        if (w->copies) item->hit.copies = w->copies[i];
        st = gisa_hit_fill(w->s, snippets, w->opts->snippet_chars, &out->arena, &item->hit, err);
    }
    gisa_snippets_close(snippets);
    return st;
}

/* Arrivals of other days than this run's that the query finds. */
static gisa_status find_left(finding *w, gisa_alert *out, gisa_error *err)
{
    const gisa_plan_opts how = {.exact = w->search->exact};
    gisa_matches all = {0};
    size_t in = 0;
    if (!w->opts->days.has_from && !w->opts->days.has_to) return GISA_OK;
    out->left = gisa_arena_calloc(&out->arena, w->n_arrivals + 1, sizeof *out->left);
    if (!out->left) return gisa_fail_mem(err);
    gisa_status st = gisa_plan_make(w->s, w->search->query, &how, &w->any_day, err);
    if (st == GISA_OK) st = gisa_match_all(w->s, &w->any_day, &all, err);
    for (size_t i = 0; i < all.n && st == GISA_OK; i++) {
        while (in < w->all.n && w->all.at[in] < all.at[i]) in++;
        if (in < w->all.n && w->all.at[in] == all.at[i]) continue;
        const arrival *a = find_arrival(w, entry_of(w, all.at[i])->row);
        if (a) out->left[out->n_left++] = a->capture;
    }
    gisa_matches_clear(&all);
    return st;
}

static gisa_status find_alert(finding *w, gisa_alert *out, gisa_error *err)
{
    gisa_plan_opts how = {.exact = w->search->exact, .days = w->opts->days};
    gisa_status st = gisa_saved_now(w->s, &out->position, err);
    if (st < 0 || w->search->position > out->position) return st; /* of another archive */
    st = find_arrivals(w, w->search->position, err);
    if (st < 0 || !w->n_arrivals) return st;
    st = gisa_store_need_roll(w->s, err);
    if (st == GISA_OK) st = gisa_plan_make(w->s, w->search->query, &how, &w->plan, err);
    if (st == GISA_OK) st = gisa_match_all(w->s, &w->plan, &w->all, err);
    if (st == GISA_OK) st = find_left(w, out, err);
    if (st == GISA_OK) st = choose_fresh(w, out, err);
    return st < 0 ? st : fill_items(w, out, err);
}

gisa_status gisa_alert_run(gisa_store *s, const gisa_saved *search, const gisa_alert_opts *opts,
                           gisa_alert *out, gisa_error *err)
{
    const gisa_alert_opts none = {0};
    finding w = {.s = s, .search = search, .opts = opts ? opts : &none};
    bool began;
    gisa_alert_clear(out);
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st < 0) return st;
    st = find_alert(&w, out, err);
    gisa_store_end_read(s, began);
    gisa_plan_clear(&w.plan);
    gisa_plan_clear(&w.any_day);
    gisa_matches_clear(&w.all);
    gisa_matches_clear(&w.fresh);
    gisa_map_clear(&w.known);
    gisa_free(w.arrivals);
    gisa_free(w.copies);
    if (st < 0) gisa_alert_clear(out);
    return st;
}

void gisa_alert_clear(gisa_alert *n)
{
    gisa_arena_clear(&n->arena);
    *n = (gisa_alert){0};
}

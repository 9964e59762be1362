#include "ingest/fetch/source_health.h"

#include "ingest/fetch/frontier_handle.h"

enum { EXPECTED_MIN = 5, SHRINK = 3, CLOSED_MIN = 5 };

/* Each number by an index of its own: a year of an outlet's pages is not read for it. */
#define OF_SOURCE " FROM page WHERE source=?1 AND role=0 AND "

static gisa_status count_pages(gisa_frontier *f, int64_t id, int64_t now_utc,
                               gisa_source_health *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &f->sql,
        "SELECT (SELECT fetched" OF_SOURCE "fetched IS NOT NULL ORDER BY fetched DESC LIMIT 1),"
        " (SELECT count(*)" OF_SOURCE "fetched>?2),"
        " (SELECT count(*)" OF_SOURCE "fetched<=?2 AND fetched>?3),"
        " (SELECT count(*)" OF_SOURCE "due IS NOT NULL AND state IN (0, 3)),"
        " (SELECT min(found)" OF_SOURCE "due IS NOT NULL AND state IN (0, 3)),"
        " (SELECT count(*)" OF_SOURCE "state>=4 AND state=5),"
        " (SELECT count(*)" OF_SOURCE "state>=4 AND state=4),"
        " (SELECT min(due)" OF_SOURCE "due IS NOT NULL),"
        " (SELECT fetched" OF_SOURCE "fetched IS NOT NULL ORDER BY fetched LIMIT 1)",
        &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, id);
    sqlite3_bind_int64(stmt, 2, now_utc - GISA_HEALTH_WEEK_S);
    sqlite3_bind_int64(stmt, 3, now_utc - GISA_HEALTH_WEEK_S - GISA_HEALTH_BEFORE_S);
    if ((st = gisa_sql_step(&f->sql, stmt, err)) != GISA_OK) return st < 0 ? st : GISA_OK;
    out->last_utc = sqlite3_column_int64(stmt, 0);
    out->week = (uint64_t)sqlite3_column_int64(stmt, 1);
    int64_t before = sqlite3_column_int64(stmt, 2);
    out->waiting = (uint64_t)sqlite3_column_int64(stmt, 3);
    out->oldest_utc = sqlite3_column_int64(stmt, 4);
    out->gone = (uint64_t)sqlite3_column_int64(stmt, 5);
    out->refused = (uint64_t)sqlite3_column_int64(stmt, 6);
    out->next_utc = sqlite3_column_type(stmt, 7) == SQLITE_NULL ? INT64_MAX
                                                                : sqlite3_column_int64(stmt, 7);
    int64_t span = now_utc - GISA_HEALTH_WEEK_S - sqlite3_column_int64(stmt, 8);
    if (span > GISA_HEALTH_BEFORE_S) span = GISA_HEALTH_BEFORE_S;
    if (span < GISA_HEALTH_WEEK_S) span = GISA_HEALTH_WEEK_S;
    out->usual = (double)before * GISA_HEALTH_WEEK_S / (double)span;
    sqlite3_reset(stmt);
    return GISA_OK;
}

/* The times of the seeds that the sources file has. */
static gisa_status look_at_seeds(gisa_frontier *f, const gisa_source *source,
                                 gisa_source_health *out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    out->seeds_failing = true;
    for (size_t i = 0; i < source->n_seeds && st >= 0; i++) {
        gisa_frontier_seed seed;
        st = gisa_frontier_seed_of(f, source->name, source->seeds[i].url, &seed, err);
        if (st < 0) break;
        bool file = source->seeds[i].kind == GISA_SEED_URLS; /* is looked at in each run */
        if (seed.due_utc < out->next_utc && !file) out->next_utc = seed.due_utc;
        out->seeds_failing = out->seeds_failing && seed.tries > 0;
    }
    return st;
}

static gisa_status find_failure(gisa_frontier *f, int64_t id, gisa_source_health *out,
                                gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &f->sql,
        "SELECT url, why, asked FROM (SELECT url, why, asked FROM page WHERE source=?1 AND tries>0"
        " UNION ALL SELECT url, why, asked FROM seed WHERE source=?1 AND why IS NOT NULL)"
        " ORDER BY asked DESC, url LIMIT 1",
        &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, id);
    if ((st = gisa_sql_step(&f->sql, stmt, err)) != GISA_OK) return st < 0 ? st : GISA_OK;
    out->url = gisa_sql_text(stmt, 0);
    out->why = gisa_sql_text(stmt, 1);
    out->why_utc = sqlite3_column_int64(stmt, 2);
    return GISA_OK;
}

gisa_status gisa_source_health_of(gisa_frontier *f, const gisa_source *source, int64_t now_utc,
                                  gisa_source_health *out, gisa_error *err)
{
    int64_t id;
    *out = (gisa_source_health){0};
    gisa_status st = gisa_frontier_source_find(f, source->name, &id, err);
    if (st < 0 || !id) return st;
    st = gisa_sql_number(&f->sql, "SELECT ended FROM source WHERE id=?1", id, 0, &out->ended_utc,
                         err);
    if (st >= 0) st = count_pages(f, id, now_utc, out, err);
    if (st >= 0) st = look_at_seeds(f, source, out, err);
    if (out->next_utc == INT64_MAX || out->next_utc < now_utc) out->next_utc = 0;
    return st < 0 ? st : find_failure(f, id, out, err);
}

gisa_status gisa_source_health_captures(gisa_frontier *f, gisa_str source, int64_t from_utc,
                                        int64_t to_utc, uint64_t *offsets, size_t most, size_t *n,
                                        gisa_error *err)
{
    int64_t id;
    sqlite3_stmt *stmt;
    *n = 0;
    gisa_status st = gisa_frontier_source_find(f, source, &id, err);
    if (st < 0 || !id) return st;
    st = gisa_sql_get(&f->sql,
                      "SELECT place FROM page WHERE source=?1 AND role=0 AND fetched>?2"
                      " AND fetched<=?3 ORDER BY fetched DESC, id LIMIT ?4",
                      &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, id);
    sqlite3_bind_int64(stmt, 2, from_utc);
    sqlite3_bind_int64(stmt, 3, to_utc);
    sqlite3_bind_int64(stmt, 4, (int64_t)most);
    while ((st = gisa_sql_step(&f->sql, stmt, err)) == GISA_OK)
        offsets[(*n)++] = (uint64_t)sqlite3_column_int64(stmt, 0);
    return st < 0 ? st : GISA_OK;
}

gisa_source_state gisa_source_health_state(const gisa_source_health *h, int64_t now_utc)
{
    double expected = h->usual * (double)(now_utc - h->last_utc) / GISA_HEALTH_WEEK_S;
    if (h->seeds_failing) return GISA_SOURCE_FAILING;
    if (!h->last_utc && h->refused >= CLOSED_MIN && !h->waiting) return GISA_SOURCE_CLOSED;
    if (!h->last_utc) return GISA_SOURCE_NEW;
    if (expected >= EXPECTED_MIN && !h->week) return GISA_SOURCE_SILENT;
    bool shrunk = h->usual >= EXPECTED_MIN && (double)h->week * SHRINK < h->usual;
    return shrunk ? GISA_SOURCE_SHRUNK : GISA_SOURCE_WELL;
}

bool gisa_source_health_emptied(size_t empty_now, size_t n_now, size_t empty_before,
                                size_t n_before)
{
    return n_now >= EXPECTED_MIN && empty_now * 2 >= n_now && n_before >= EXPECTED_MIN &&
           empty_before * 5 < n_before;
}

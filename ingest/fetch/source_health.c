#include "ingest/fetch/source_health.h"

#include "ingest/fetch/frontier_handle.h"

enum { DAY_S = 86400, CLOSED_MIN = 5 };

/* Each by an index of its own: a year of an outlet's pages is not read for it. Only pages have a
 * source. */
static gisa_status count_waiting(gisa_frontier *f, int64_t id, gisa_source_health *out,
                                 gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &f->sql,
        "SELECT * FROM (SELECT count(*) FILTER (WHERE state IN (0, 3)),"
        " min(found) FILTER (WHERE state IN (0, 3)), min(due) FROM page"
        " WHERE source=?1 AND due IS NOT NULL),"
        " (SELECT count(*) FILTER (WHERE state=5), count(*) FILTER (WHERE state=4),"
        " count(*) FILTER (WHERE state=6) FROM page"
        " WHERE source=?1 AND state>=4)",
        &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, id);
    if ((st = gisa_sql_step(&f->sql, stmt, err)) != GISA_OK) return st < 0 ? st : GISA_OK;
    out->waiting = (uint64_t)sqlite3_column_int64(stmt, 0);
    out->oldest_utc = sqlite3_column_int64(stmt, 1);
    out->next_utc = sqlite3_column_type(stmt, 2) == SQLITE_NULL ? INT64_MAX
                                                                : sqlite3_column_int64(stmt, 2);
    out->gone = (uint64_t)sqlite3_column_int64(stmt, 3);
    out->refused = (uint64_t)sqlite3_column_int64(stmt, 4);
    out->reserved = (uint64_t)sqlite3_column_int64(stmt, 5);
    sqlite3_reset(stmt);
    return GISA_OK;
}

static gisa_status find_ends(gisa_frontier *f, int64_t id, int64_t *first_utc, int64_t *last_utc,
                             gisa_error *err)
{
    gisa_status st = gisa_sql_number(
        &f->sql, "SELECT min(fetched) FROM page WHERE source=?1 AND fetched IS NOT NULL", id, 0,
        first_utc, err);
    return st < 0 ? st
                  : gisa_sql_number(
                        &f->sql,
                        "SELECT max(fetched) FROM page WHERE source=?1 AND fetched IS NOT NULL", id,
                        0, last_utc, err);
}

/* Counts the pages of each day until a time; of what has been quiet for long, of the days before
 * that. */
static gisa_status count_days(gisa_frontier *f, int64_t id, int64_t until_utc,
                              gisa_source_health *out, gisa_error *err)
{
    int64_t first;
    sqlite3_stmt *stmt;
    gisa_source_days days = {0};
    gisa_status st = find_ends(f, id, &first, &out->last_utc, err);
    if (st < 0 || !out->last_utc) return st;
    if (until_utc < out->last_utc) until_utc = out->last_utc;
    int64_t quiet = (until_utc - out->last_utc) / DAY_S;
    days.before = quiet < 7 ? 0 : (size_t)quiet;
    until_utc -= (int64_t)days.before * DAY_S;
    days.known = (size_t)((until_utc - first) / DAY_S);
    st = gisa_sql_get(&f->sql,
                      "SELECT fetched FROM page WHERE source=?1 AND fetched>?2 AND fetched<=?3",
                      &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, id);
    sqlite3_bind_int64(stmt, 2, until_utc - (int64_t)GISA_CUSTOM_DAYS * DAY_S);
    sqlite3_bind_int64(stmt, 3, until_utc);
    while ((st = gisa_sql_step(&f->sql, stmt, err)) == GISA_OK)
        days.pages[(until_utc - sqlite3_column_int64(stmt, 0)) / DAY_S]++;
    out->custom = gisa_source_custom_of(&days);
    return st < 0 ? st : GISA_OK;
}

/* The times of the seeds that the sources file has. *came_utc: when one of them came last; 0: none
 * did. */
static gisa_status look_at_seeds(gisa_frontier *f, const gisa_source *source,
                                 gisa_source_health *out, int64_t *came_utc, gisa_error *err)
{
    gisa_status st = GISA_OK;
    *came_utc = 0;
    out->seeds_failing = out->listed_once = true;
    for (size_t i = 0; i < source->n_seeds && st >= 0; i++) {
        gisa_frontier_seed seed;
        st = gisa_frontier_seed_of(f, source->name, source->seeds[i].url, &seed, err);
        if (st < 0) break;
        bool file = source->seeds[i].kind == GISA_SEED_URLS; /* is looked at in each run */
        if (seed.due_utc < out->next_utc && !file) out->next_utc = seed.due_utc;
        if (!seed.tries && seed.asked_utc > *came_utc) *came_utc = seed.asked_utc;
        out->seeds_failing = out->seeds_failing && seed.tries > 0;
        out->listed_once = out->listed_once && file;
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
    int64_t id, came = 0;
    *out = (gisa_source_health){0};
    gisa_status st = gisa_frontier_source_find(f, source->name, &id, err);
    if (st < 0 || !id) return st;
    st = gisa_sql_number(&f->sql, "SELECT ended FROM source WHERE id=?1", id, 0, &out->ended_utc,
                         err);
    if (st >= 0) st = count_waiting(f, id, out, err);
    if (st >= 0) st = look_at_seeds(f, source, out, &came, err);
    if (st >= 0) st = count_days(f, id, came && came < now_utc ? came : now_utc, out, err);
    if (out->next_utc == INT64_MAX || out->next_utc < now_utc) out->next_utc = 0;
    return st < 0 ? st : find_failure(f, id, out, err);
}

gisa_status gisa_source_health_captures(gisa_frontier *f, gisa_str source, gisa_source_capture *out,
                                        size_t most, size_t *n, gisa_error *err)
{
    int64_t id;
    sqlite3_stmt *stmt;
    *n = 0;
    gisa_status st = gisa_frontier_source_find(f, source, &id, err);
    if (st < 0 || !id) return st;
    st = gisa_sql_get(&f->sql,
                      "SELECT place, fetched FROM page WHERE source=?1 AND fetched IS NOT NULL"
                      " ORDER BY fetched DESC, id DESC LIMIT ?2",
                      &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, id);
    sqlite3_bind_int64(stmt, 2, (int64_t)most);
    while ((st = gisa_sql_step(&f->sql, stmt, err)) == GISA_OK)
        out[(*n)++] = (gisa_source_capture){(uint64_t)sqlite3_column_int64(stmt, 0),
                                            sqlite3_column_int64(stmt, 1)};
    return st < 0 ? st : GISA_OK;
}

gisa_source_state gisa_source_health_state(const gisa_source_health *h, gisa_source_state was)
{
    if (h->seeds_failing) return GISA_SOURCE_FAILING;
    if (!h->last_utc && h->refused >= CLOSED_MIN && !h->waiting) return GISA_SOURCE_CLOSED;
    if (!h->last_utc && h->reserved >= CLOSED_MIN && !h->waiting) return GISA_SOURCE_RESERVED;
    if (!h->last_utc) return GISA_SOURCE_NEW;
    if (h->listed_once) return GISA_SOURCE_WELL;
    if (h->custom.silent) return GISA_SOURCE_SILENT;
    bool shrunk = gisa_source_custom_shrunk(&h->custom, was == GISA_SOURCE_SHRUNK);
    return shrunk ? GISA_SOURCE_SHRUNK : GISA_SOURCE_WELL;
}

static size_t count(const bool *empty, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t i = from; i < to; i++) n += empty[i];
    return n;
}

bool gisa_source_health_emptied(const bool *empty, size_t n, bool was)
{
    enum { ROW = 8 };
    size_t newest = n / 2 < GISA_HEALTH_NEWEST ? n / 2 : GISA_HEALTH_NEWEST;
    if (newest < ROW) return false;
    size_t lately = count(empty, 0, newest);
    if (was) return lately * 4 >= newest;
    bool few_before = count(empty, n / 2, n) * 5 < n - n / 2;
    bool many = lately * 2 > newest || count(empty, 0, ROW) == ROW;
    return (many && few_before) || (lately * 10 >= newest * 9 && count(empty, 0, n) * 2 >= n);
}

/* Seeds, whose times adapt to how often they list something new, and hosts. */
#include "ingest/fetch/frontier_handle.h"

enum {
    REST_S = 86400, /* the longest rest of a seed that fails */
    DOUBLINGS = 12, /* of its period, at most */
};

static int64_t between(int64_t x, int64_t least, int64_t most)
{
    return x < least ? least : x > most ? most : x;
}

gisa_status gisa_frontier_seed_of(gisa_frontier *f, gisa_str source, gisa_str url,
                                  gisa_frontier_seed *out, gisa_error *err)
{
    int64_t id;
    sqlite3_stmt *stmt;
    *out = (gisa_frontier_seed){.url = url};
    gisa_status st = gisa_frontier_source_find(f, source, &id, err);
    if (st >= 0)
        st = gisa_sql_get(&f->sql,
                          "SELECT due, asked, period, listed, digest, tries, why FROM seed"
                          " WHERE source=?1 AND url=?2",
                          &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, id);
    gisa_sql_bind(stmt, 2, url);
    if ((st = gisa_sql_step(&f->sql, stmt, err)) != GISA_OK) return st < 0 ? st : GISA_OK;
    out->due_utc = sqlite3_column_int64(stmt, 0);
    out->asked_utc = sqlite3_column_int64(stmt, 1);
    out->period_s = sqlite3_column_int64(stmt, 2);
    out->listed = (uint64_t)sqlite3_column_int64(stmt, 3);
    out->digest = (uint64_t)sqlite3_column_int64(stmt, 4);
    out->tries = (unsigned)sqlite3_column_int(stmt, 5);
    out->why = gisa_sql_text(stmt, 6);
    return GISA_OK;
}

static gisa_status put_seed(gisa_frontier *f, gisa_str source, const gisa_frontier_seed *seed,
                            gisa_error *err)
{
    int64_t id;
    sqlite3_stmt *stmt;
    gisa_status st = gisa_frontier_source_or_new(f, source, &id, err);
    if (st >= 0)
        st = gisa_frontier_write(
            f, "INSERT OR REPLACE INTO seed VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", &stmt,
            err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, id);
    gisa_sql_bind(stmt, 2, seed->url);
    sqlite3_bind_int64(stmt, 3, seed->due_utc);
    sqlite3_bind_int64(stmt, 4, seed->asked_utc);
    sqlite3_bind_int64(stmt, 5, seed->period_s);
    sqlite3_bind_int64(stmt, 6, (int64_t)seed->listed);
    sqlite3_bind_int64(stmt, 7, (int64_t)seed->digest);
    sqlite3_bind_int64(stmt, 8, seed->tries);
    gisa_sql_bind(stmt, 9, seed->why);
    return gisa_sql_finish(&f->sql, stmt, err);
}

gisa_status gisa_frontier_seed_add(gisa_frontier *f, gisa_str source, gisa_str url, gisa_error *err)
{
    gisa_frontier_seed seed;
    gisa_status st = gisa_frontier_seed_of(f, source, url, &seed, err);
    return st < 0 || seed.asked_utc ? st : put_seed(f, source, &seed, err);
}

gisa_status gisa_frontier_seed_again(gisa_frontier *f, gisa_str source, gisa_str url,
                                     gisa_error *err)
{
    gisa_frontier_seed seed;
    gisa_status st = gisa_frontier_seed_of(f, source, url, &seed, err);
    seed.asked_utc = 0;
    seed.why = GISA_NONE;
    return st < 0 ? st : put_seed(f, source, &seed, err);
}

gisa_status gisa_frontier_next_unread(gisa_frontier *f, gisa_str source, int64_t now_utc,
                                      gisa_buf *url, gisa_error *err)
{
    int64_t id;
    sqlite3_stmt *stmt;
    gisa_status st = gisa_frontier_source_find(f, source, &id, err);
    if (st >= 0)
        st = gisa_sql_get(&f->sql,
                          "SELECT url FROM seed WHERE source=?1 AND url>?2"
                          " AND (asked=0 OR (tries>0 AND due<=?3)) ORDER BY url LIMIT 1",
                          &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, id);
    gisa_sql_bind(stmt, 2, url->n ? gisa_buf_view(url) : GISA_STR(""));
    sqlite3_bind_int64(stmt, 3, now_utc);
    st = gisa_sql_step(&f->sql, stmt, err);
    if (st == GISA_OK) {
        gisa_buf_reset(url);
        gisa_buf_add(url, gisa_sql_text(stmt, 0));
        st = gisa_buf_check(url, "an address", err);
    }
    sqlite3_reset(stmt);
    return st;
}

gisa_status gisa_frontier_seed_read(gisa_frontier *f, gisa_str source, gisa_str url,
                                    const gisa_seed_reading *reading, gisa_error *err)
{
    gisa_frontier_seed seed;
    gisa_status st = gisa_frontier_seed_of(f, source, url, &seed, err);
    if (st < 0) return st;
    int64_t period = seed.period_s ? seed.period_s : reading->least_s;
    period = reading->news ? period / 2 : period + period / 2;
    seed.period_s = between(period, reading->least_s, reading->most_s);
    seed.asked_utc = reading->now_utc;
    seed.due_utc = reading->now_utc + seed.period_s;
    seed.listed = reading->listed;
    seed.digest = reading->digest;
    seed.tries = 0;
    seed.why = reading->odd ? gisa_str_from(reading->odd) : GISA_NONE;
    return put_seed(f, source, &seed, err);
}

gisa_status gisa_frontier_seed_failed(gisa_frontier *f, gisa_str source, gisa_str url,
                                      const char *why, const gisa_seed_reading *reading,
                                      gisa_error *err)
{
    gisa_frontier_seed seed;
    gisa_status st = gisa_frontier_seed_of(f, source, url, &seed, err);
    if (st < 0) return st;
    unsigned doubled = seed.tries < DOUBLINGS ? seed.tries : DOUBLINGS;
    int64_t most = reading->most_s > REST_S ? reading->most_s : REST_S;
    seed.asked_utc = reading->now_utc;
    seed.due_utc = reading->now_utc + between(reading->least_s << doubled, reading->least_s, most);
    seed.tries++;
    if (reading->digest) seed.digest = reading->digest;
    seed.why = gisa_str_from(why);
    return put_seed(f, source, &seed, err);
}

gisa_status gisa_frontier_host_of(gisa_frontier *f, gisa_str origin, gisa_frontier_host *out,
                                  gisa_error *err)
{
    sqlite3_stmt *stmt;
    *out = (gisa_frontier_host){.offset = {-1, -1}};
    gisa_status st = gisa_sql_get(&f->sql,
                                  "SELECT rests_until, robots_asked, policy_asked, robots, policy"
                                  " FROM host WHERE origin=?1",
                                  &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, origin);
    st = gisa_sql_step(&f->sql, stmt, err);
    if (st == GISA_OK) {
        out->rests_until_utc = sqlite3_column_int64(stmt, 0);
        for (int i = 0; i < 2; i++) {
            out->asked_utc[i] = sqlite3_column_int64(stmt, 1 + i);
            out->offset[i] = sqlite3_column_int64(stmt, 3 + i);
        }
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

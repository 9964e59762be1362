/* What each capture changes. Soft failures are asked for again after minutes, then hours, then
 * days; what a server says is gone, or is no page, a day and a week later. */
#include "corpus/http_head.h"
#include "corpus/url.h"
#include "ingest/fetch/crawl_note.h"
#include "ingest/fetch/frontier_handle.h"

static const int64_t soft_rests_s[GISA_FRONTIER_TRIES - 1] = {600,   3600,      6 * 3600,
                                                              86400, 2 * 86400, 4 * 86400};
static const int64_t hard_rests_s[] = {86400, 6 * 86400};

/* When what failed for the n-th time is due again; 0: no more. */
static int64_t due_after(const int64_t *rests_s, size_t n_rests, unsigned tries, int64_t now_utc)
{
    return tries >= 1 && tries <= n_rests ? now_utc + rests_s[tries - 1] : 0;
}

/* A statement about a page: its row, its new state and when it was asked for are ?1 to ?3. */
static gisa_status change(gisa_frontier *f, const char *sql, int64_t row, gisa_frontier_state state,
                          int64_t asked_utc, sqlite3_stmt **out, gisa_error *err)
{
    gisa_status st = gisa_frontier_write(f, sql, out, err);
    if (st < 0) return st;
    sqlite3_bind_int64(*out, 1, row);
    sqlite3_bind_int(*out, 2, (int)state);
    sqlite3_bind_int64(*out, 3, asked_utc);
    return GISA_OK;
}

/* Its bytes came. */
static gisa_status hold(gisa_frontier *f, int64_t row, const gisa_capture *c, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = change(f,
                            "UPDATE page SET state=?2, due=NULL, asked=?3, fetched=?3, place=?4,"
                            " digest=?5, status=?6, tries=0, why=NULL, etag=?7, modified=?8,"
                            " moved_to=NULL WHERE id=?1",
                            row, GISA_FRONTIER_HELD, c->fetched_utc, &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 4, (int64_t)c->offset);
    sqlite3_bind_int64(stmt, 5, (int64_t)gisa_frontier_hash(c->digest));
    sqlite3_bind_int(stmt, 6, c->http_status);
    gisa_sql_bind(stmt, 7, gisa_head_field(c->http_head, "ETag"));
    gisa_sql_bind(stmt, 8, gisa_head_field(c->http_head, "Last-Modified"));
    return gisa_sql_finish(&f->sql, stmt, err);
}

/* The same bytes as before. */
static gisa_status confirm(gisa_frontier *f, int64_t row, const gisa_capture *c, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = change(f,
                            "UPDATE page SET state=?2, due=NULL, asked=?3, tries=0, why=NULL"
                            " WHERE id=?1",
                            row, GISA_FRONTIER_HELD, c->fetched_utc, &stmt, err);
    return st < 0 ? st : gisa_sql_finish(&f->sql, stmt, err);
}

/* Another address stands for it, which is due until it has come. */
static gisa_status move(gisa_frontier *f, int64_t row, int64_t to, const gisa_capture *c,
                        gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = change(f,
                            "UPDATE page SET state=?2, due=NULL, asked=?3, status=?4, tries=0,"
                            " why=NULL, moved_to=?5 WHERE id=?1",
                            row, GISA_FRONTIER_MOVED, c->fetched_utc, &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int(stmt, 4, c->http_status);
    sqlite3_bind_int64(stmt, 5, to);
    if ((st = gisa_sql_finish(&f->sql, stmt, err)) < 0) return st;
    st = gisa_frontier_write(
        f,
        "UPDATE page SET due=?2, found=?2, source=coalesce(source, (SELECT source FROM page"
        " WHERE id=?3)) WHERE id=?1 AND state=0 AND due IS NULL",
        &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, to);
    sqlite3_bind_int64(stmt, 2, c->fetched_utc);
    sqlite3_bind_int64(stmt, 3, row);
    return gisa_sql_finish(&f->sql, stmt, err);
}

static gisa_status count_tries(gisa_frontier *f, int64_t row, unsigned *tries, gisa_error *err)
{
    int64_t n;
    gisa_status st = gisa_sql_number(&f->sql, "SELECT tries FROM page WHERE id=?1", row, 0, &n,
                                     err);
    *tries = (unsigned)n + 1;
    return st;
}

typedef struct failure {
    int64_t asked_utc, due_utc;
    gisa_frontier_state state;
    int status;
    unsigned tries;
    gisa_str why;
} failure;

static gisa_status fail(gisa_frontier *f, int64_t row, const failure *how, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = change(f,
                            "UPDATE page SET state=?2, due=nullif(?4, 0), asked=?3, status=?5,"
                            " tries=?6, why=?7 WHERE id=?1",
                            row, how->state, how->asked_utc, &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 4, how->due_utc);
    sqlite3_bind_int(stmt, 5, how->status);
    sqlite3_bind_int64(stmt, 6, how->tries);
    gisa_sql_bind(stmt, 7, how->why);
    return gisa_sql_finish(&f->sql, stmt, err);
}

/* The server's last word, for now. */
static gisa_status take_refusal(gisa_frontier *f, int64_t row, const gisa_capture *c,
                                gisa_error *err)
{
    gisa_buf why = {0};
    failure how = {
        .asked_utc = c->fetched_utc, .state = GISA_FRONTIER_GONE, .status = c->http_status};
    gisa_buf_addf(&why, "HTTP status %d", c->http_status);
    how.why = gisa_buf_view(&why);
    gisa_status st = gisa_buf_check(&why, "a reason", err);
    if (st >= 0) st = count_tries(f, row, &how.tries, err);
    how.due_utc = due_after(hard_rests_s, sizeof hard_rests_s / sizeof hard_rests_s[0], how.tries,
                            c->fetched_utc);
    if (st >= 0) st = fail(f, row, &how, err);
    gisa_buf_clear(&why);
    return st;
}

static gisa_status take_redirect(gisa_frontier *f, int64_t row, const gisa_capture *c,
                                 gisa_error *err)
{
    int64_t to;
    gisa_buf where = {0};
    gisa_error ignored;
    gisa_status st = gisa_url_resolve(c->uri, gisa_head_field(c->http_head, "Location"), &where,
                                      &ignored);
    if (st == GISA_ENOMEM) gisa_fail_mem(err);
    if (st == GISA_SKIP) {
        st = take_refusal(f, row, c, err);
    } else if (st == GISA_OK) {
        st = gisa_frontier_row_or_new(f, c->role, gisa_buf_view(&where), &to, err);
        if (st >= 0 && to != row) st = move(f, row, to, c, err);
    }
    gisa_buf_clear(&where);
    return st;
}

static gisa_status take_exchange(gisa_frontier *f, const gisa_capture *c, gisa_error *err)
{
    int64_t row;
    gisa_status st = gisa_frontier_row_or_new(f, c->role, c->uri, &row, err);
    if (st < 0) return st;
    if (c->type == GISA_CAPTURE_REVISIT) return confirm(f, row, c, err);
    if (c->http_status >= 300 && c->http_status < 400) return take_redirect(f, row, c, err);
    bool held = c->http_status >= 200 && c->http_status < 300 && !c->truncated;
    return held ? hold(f, row, c, err) : take_refusal(f, row, c, err);
}

/* robots.txt and tdmrep.json hold for their origin; one that has come is a page besides. */
static gisa_status take_host_file(gisa_frontier *f, const gisa_capture *c, gisa_error *err)
{
    bool robots = c->role == GISA_ROLE_ROBOTS;
    sqlite3_stmt *stmt;
    gisa_status st = gisa_frontier_write(
        f,
        robots ? "INSERT INTO host(origin, robots_asked, robots) VALUES(?1, ?2,"
                 " coalesce(?3, -1)) ON CONFLICT(origin) DO UPDATE SET"
                 " robots_asked=?2, robots=coalesce(?3, robots)"
               : "INSERT INTO host(origin, policy_asked, policy) VALUES(?1, ?2,"
                 " coalesce(?3, -1)) ON CONFLICT(origin) DO UPDATE SET"
                 " policy_asked=?2, policy=coalesce(?3, policy)",
        &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, gisa_url_origin(c->uri));
    sqlite3_bind_int64(stmt, 2, c->fetched_utc);
    if (c->type == GISA_CAPTURE_RESPONSE) sqlite3_bind_int64(stmt, 3, (int64_t)c->offset);
    st = gisa_sql_finish(&f->sql, stmt, err);
    bool held = c->type == GISA_CAPTURE_REVISIT || c->http_status == 200;
    return st < 0 || !held ? st : take_exchange(f, c, err);
}

static gisa_status rest_host(gisa_frontier *f, gisa_str origin, int64_t until_utc, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_frontier_write(
        f,
        "INSERT INTO host(origin, rests_until) VALUES(?1, ?2)"
        " ON CONFLICT(origin) DO UPDATE SET rests_until=max(rests_until, ?2)",
        &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, origin);
    sqlite3_bind_int64(stmt, 2, until_utc);
    return gisa_sql_finish(&f->sql, stmt, err);
}

static gisa_status take_failure(gisa_frontier *f, const gisa_capture *c, gisa_error *err)
{
    int64_t row;
    gisa_crawl_failure note = gisa_crawl_note_read_failure(c->payload);
    failure how = {.asked_utc = c->fetched_utc, .status = note.status, .why = note.reason};
    gisa_status st = gisa_frontier_row_or_new(f, GISA_ROLE_PAGE, c->uri, &row, err);
    if (st >= 0 && note.reserved) { /* not due, unless a feed says that it changed */
        how.state = GISA_FRONTIER_RESERVED;
        return fail(f, row, &how, err);
    }
    if (st >= 0) st = count_tries(f, row, &how.tries, err);
    if (st < 0) return st;
    how.due_utc = due_after(soft_rests_s, GISA_FRONTIER_TRIES - 1, how.tries, c->fetched_utc);
    if (how.due_utc && how.due_utc < c->fetched_utc + note.rest_s)
        how.due_utc = c->fetched_utc + note.rest_s;
    how.state = how.due_utc ? GISA_FRONTIER_FAILED : GISA_FRONTIER_GONE;
    st = fail(f, row, &how, err);
    if (st < 0 || !note.rest_s) return st;
    return rest_host(f, gisa_url_origin(c->uri), c->fetched_utc + note.rest_s, err);
}

/* A listed page is due at once; what redirects to another is asked for there. */
static gisa_status list(gisa_frontier *f, const gisa_frontier_listed *l, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_frontier_page page;
    gisa_status st = gisa_frontier_follow(f, l->url, &page, err);
    if (st == GISA_SKIP) return gisa_frontier_add_listed(f, l, err);
    if (st >= 0)
        st = gisa_frontier_write(f,
                                 "UPDATE page SET source=?2, due=?3, found=coalesce(found, ?3),"
                                 " dated=coalesce(?4, dated) WHERE id=?1",
                                 &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, page.row);
    sqlite3_bind_int64(stmt, 2, l->source);
    sqlite3_bind_int64(stmt, 3, l->now_utc);
    gisa_frontier_bind_changed(stmt, 4, &l->changed);
    return gisa_sql_finish(&f->sql, stmt, err);
}

static gisa_status take_listing(gisa_frontier *f, const gisa_capture *c, gisa_error *err)
{
    gisa_frontier_listed l = {.now_utc = c->fetched_utc};
    gisa_str rest = c->payload, name = gisa_crawl_note_source(c->payload);
    if (!name.n) return GISA_OK;
    gisa_status st = gisa_frontier_source_or_new(f, name, &l.source, err);
    while (st >= 0 && gisa_crawl_note_next(&rest, &l.url, &l.changed)) st = list(f, &l, err);
    return st;
}

static gisa_status take_source(gisa_frontier *f, const gisa_capture *c, gisa_error *err)
{
    int64_t source;
    sqlite3_stmt *stmt;
    gisa_str name = c->uri, prefix = GISA_STR("urn:gisa:source:");
    if (!gisa_str_starts(name, prefix)) return GISA_OK;
    gisa_status st = gisa_frontier_source_or_new(f, gisa_str_cut(name, prefix.n, name.n), &source,
                                                 err);
    if (st >= 0) st = gisa_frontier_write(f, "UPDATE source SET ended=?2 WHERE id=?1", &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, source);
    sqlite3_bind_int64(stmt, 2, c->fetched_utc);
    return gisa_sql_finish(&f->sql, stmt, err);
}

gisa_status gisa_frontier_take(gisa_frontier *f, const gisa_capture *c, gisa_error *err)
{
    bool exchange = c->type == GISA_CAPTURE_RESPONSE || c->type == GISA_CAPTURE_REVISIT;
    if (c->type == GISA_CAPTURE_RESPONSE && !c->truncated && c->digest.n) {
        f->last = (int64_t)c->offset;
        f->last_digest = gisa_frontier_hash(c->digest);
    }
    switch (c->role) {
    case GISA_ROLE_PAGE:
    case GISA_ROLE_FEED: return exchange ? take_exchange(f, c, err) : GISA_OK;
    case GISA_ROLE_ROBOTS:
    case GISA_ROLE_POLICY: return exchange ? take_host_file(f, c, err) : GISA_OK;
    case GISA_ROLE_LISTING: return exchange ? GISA_OK : take_listing(f, c, err);
    case GISA_ROLE_FAILURE: return exchange ? GISA_OK : take_failure(f, c, err);
    case GISA_ROLE_SOURCE: return exchange ? GISA_OK : take_source(f, c, err);
    }
    return GISA_OK;
}

/* Pages: their rows by address, which of them are due and which are news. */
#include "base/hash.h"
#include "corpus/address.h"
#include "ingest/fetch/frontier_handle.h"

enum {
    HOPS_MAX = 8,          /* of redirects */
    GONE_S = 7 * 86400,    /* after which what is listed again is asked for again */
    REFUSED_S = 7 * 86400, /* until what robots.txt refuses is asked for again */
};

/* Pages are one by what makes two addresses one; feeds by their address. */
static gisa_status make_key(gisa_capture_role role, gisa_str url, gisa_buf *out, gisa_error *err)
{
    gisa_buf_reset(out);
    if (role == GISA_ROLE_PAGE) {
        gisa_status st = gisa_address_key(url, out, err);
        if (st < 0 || out->n) return st;
    }
    gisa_buf_add(out, url);
    return gisa_buf_check(out, "an address", err);
}

/* Makes the key at hand that of an address. What was found for the same one just before is known:
 * a page is looked at, then taken in. */
static gisa_status take_key(gisa_frontier *f, gisa_capture_role role, gisa_str url, gisa_error *err)
{
    if (f->url.n && f->key_role == role && gisa_str_eq(gisa_buf_view(&f->url), url)) return GISA_OK;
    gisa_buf_reset(&f->url);
    f->key_role = role;
    f->key_row = -1;
    gisa_status st = make_key(role, url, &f->key, err);
    if (st < 0) return st;
    gisa_buf_add(&f->url, url);
    return gisa_buf_check(&f->url, "an address", err);
}

/* A statement about the pages of the hash of the key at hand, which is ?1, as the role is ?2. */
static gisa_status with_key(gisa_frontier *f, const char *sql, sqlite3_stmt **out, gisa_error *err)
{
    gisa_status st = gisa_sql_get(&f->sql, sql, out, err);
    if (st < 0) return st;
    sqlite3_bind_int64(*out, 1, (int64_t)gisa_hash64(gisa_buf_view(&f->key), 1));
    sqlite3_bind_int(*out, 2, (int)f->key_role);
    return GISA_OK;
}

/* Whether a page is the one whose key is at hand. */
static gisa_status has_key(gisa_frontier *f, gisa_str theirs, gisa_str url, bool *same,
                           gisa_error *err)
{
    *same = gisa_str_eq(theirs, url);
    if (*same) return GISA_OK;
    gisa_status st = make_key(f->key_role, theirs, &f->other, err);
    *same = st >= 0 && gisa_str_eq(gisa_buf_view(&f->other), gisa_buf_view(&f->key));
    return st;
}

gisa_status gisa_frontier_row(gisa_frontier *f, gisa_capture_role role, gisa_str url, int64_t *row,
                              gisa_error *err)
{
    bool same = false;
    sqlite3_stmt *stmt;
    gisa_status st = take_key(f, role, url, err);
    *row = f->key_row > 0 ? f->key_row : 0;
    if (st < 0 || f->key_row >= 0) return st;
    st = with_key(f, "SELECT id, url FROM page WHERE hash=?1 AND role=?2", &stmt, err);
    if (st < 0) return st;
    while (!same && (st = gisa_sql_step(&f->sql, stmt, err)) == GISA_OK) {
        if ((st = has_key(f, gisa_sql_text(stmt, 1), url, &same, err)) < 0) break;
        if (same) *row = sqlite3_column_int64(stmt, 0);
    }
    sqlite3_reset(stmt);
    if (st >= 0) f->key_row = *row;
    return st < 0 ? st : GISA_OK;
}

void gisa_frontier_bind_changed(sqlite3_stmt *stmt, int at, const gisa_time *changed)
{
    if (changed->precision >= GISA_PRECISION_DAY) sqlite3_bind_int64(stmt, at, changed->utc_s);
}

/* Adds the page whose key is at hand. Without a source and a time it is not due. */
static gisa_status add_row(gisa_frontier *f, const gisa_frontier_listed *l, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_frontier_begin(f, err);
    if (st >= 0)
        st = with_key(f,
                      "INSERT INTO page(hash, role, url, source, found, due, dated, state, tries)"
                      " VALUES(?1, ?2, ?3, nullif(?4, 0), nullif(?5, 0), nullif(?5, 0), ?6, 0, 0)",
                      &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 3, l->url);
    sqlite3_bind_int64(stmt, 4, l->source);
    sqlite3_bind_int64(stmt, 5, l->now_utc);
    gisa_frontier_bind_changed(stmt, 6, &l->changed);
    st = gisa_sql_finish(&f->sql, stmt, err);
    if (st >= 0) f->key_row = sqlite3_last_insert_rowid(f->sql.db);
    return st;
}

gisa_status gisa_frontier_row_or_new(gisa_frontier *f, gisa_capture_role role, gisa_str url,
                                     int64_t *row, gisa_error *err)
{
    gisa_status st = gisa_frontier_row(f, role, url, row, err);
    if (st < 0 || *row) return st;
    const gisa_frontier_listed unlisted = {.url = url};
    st = add_row(f, &unlisted, err);
    *row = f->key_row;
    return st;
}

gisa_status gisa_frontier_add_listed(gisa_frontier *f, const gisa_frontier_listed *l,
                                     gisa_error *err)
{
    gisa_status st = take_key(f, GISA_ROLE_PAGE, l->url, err);
    return st < 0 ? st : add_row(f, l, err);
}

gisa_status gisa_frontier_source_find(gisa_frontier *f, gisa_str name, int64_t *id, gisa_error *err)
{
    sqlite3_stmt *stmt;
    *id = f->source_id;
    if (f->source_id && gisa_str_eq(gisa_buf_view(&f->source), name)) return GISA_OK;
    *id = 0;
    gisa_status st = gisa_sql_get(&f->sql, "SELECT id FROM source WHERE name=?1", &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, name);
    if ((st = gisa_sql_step(&f->sql, stmt, err)) == GISA_OK) *id = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    if (st < 0) return st;
    gisa_buf_reset(&f->source);
    gisa_buf_add(&f->source, name);
    f->source_id = *id;
    return gisa_buf_check(&f->source, "the name of a source", err);
}

gisa_status gisa_frontier_source_or_new(gisa_frontier *f, gisa_str name, int64_t *id,
                                        gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_frontier_source_find(f, name, id, err);
    if (st < 0 || *id) return st;
    st = gisa_frontier_write(f, "INSERT INTO source(name) VALUES(?1)", &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, name);
    st = gisa_sql_finish(&f->sql, stmt, err);
    *id = sqlite3_last_insert_rowid(f->sql.db);
    return st;
}

void gisa_frontier_read_page(sqlite3_stmt *stmt, gisa_frontier_page *out)
{
    *out = (gisa_frontier_page){
        .row = sqlite3_column_int64(stmt, 0),
        .url = gisa_sql_text(stmt, 1),
        .source = gisa_sql_text(stmt, 2),
        .state = (gisa_frontier_state)sqlite3_column_int(stmt, 3),
        .due_utc = sqlite3_column_int64(stmt, 4),
        .asked_utc = sqlite3_column_int64(stmt, 5),
        .fetched_utc = sqlite3_column_int64(stmt, 6),
        .offset = (uint64_t)sqlite3_column_int64(stmt, 7),
        .digest = (uint64_t)sqlite3_column_int64(stmt, 8),
        .status = sqlite3_column_int(stmt, 9),
        .tries = (unsigned)sqlite3_column_int(stmt, 10),
        .why = gisa_sql_text(stmt, 11),
        .etag = gisa_sql_text(stmt, 12),
        .last_modified = gisa_sql_text(stmt, 13),
        .dated_utc = sqlite3_column_int64(stmt, 15),
    };
}

/* A page's row; its views live until the next call. */
static gisa_status read_row(gisa_frontier *f, int64_t row, gisa_frontier_page *out, int64_t *moved,
                            gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&f->sql,
                                  "SELECT " GISA_FRONTIER_COLUMNS " FROM page LEFT JOIN source"
                                  " ON source.id=page.source WHERE page.id=?1",
                                  &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, row);
    st = gisa_sql_step(&f->sql, stmt, err);
    if (st == GISA_END) return GISA_SKIP;
    if (st < 0) return st;
    gisa_frontier_read_page(stmt, out);
    *moved = sqlite3_column_int64(stmt, 14);
    return GISA_OK;
}

gisa_status gisa_frontier_find(gisa_frontier *f, gisa_capture_role role, gisa_str url,
                               gisa_frontier_page *out, gisa_error *err)
{
    bool same = false;
    sqlite3_stmt *stmt;
    gisa_status st = take_key(f, role, url, err);
    if (st >= 0)
        st = with_key(f,
                      "SELECT " GISA_FRONTIER_COLUMNS " FROM page LEFT JOIN source"
                      " ON source.id=page.source WHERE hash=?1 AND role=?2",
                      &stmt, err);
    if (st < 0) return st;
    while ((st = gisa_sql_step(&f->sql, stmt, err)) == GISA_OK) {
        st = has_key(f, gisa_sql_text(stmt, 1), url, &same, err);
        if (st < 0 || same) break;
    }
    if (st == GISA_OK) gisa_frontier_read_page(stmt, out);
    if (st >= 0) f->key_row = st == GISA_OK ? out->row : 0;
    return st == GISA_END ? GISA_SKIP : st;
}

gisa_status gisa_frontier_follow(gisa_frontier *f, gisa_str url, gisa_frontier_page *out,
                                 gisa_error *err)
{
    int64_t row;
    gisa_status st = gisa_frontier_row(f, GISA_ROLE_PAGE, url, &row, err);
    if (st < 0 || !row) return st < 0 ? st : GISA_SKIP;
    for (int hops = 0; hops <= HOPS_MAX; hops++) {
        int64_t moved = 0;
        st = read_row(f, row, out, &moved, err);
        if (st != GISA_OK || out->state != GISA_FRONTIER_MOVED || !moved) break;
        row = moved;
    }
    return st;
}

gisa_status gisa_frontier_is_news(gisa_frontier *f, gisa_str url, const gisa_time *changed,
                                  int64_t now_utc, bool *news, gisa_error *err)
{
    gisa_frontier_page page;
    gisa_status st = gisa_frontier_follow(f, url, &page, err);
    bool dated = changed->precision >= GISA_PRECISION_DAY;
    *news = st == GISA_SKIP;
    if (st != GISA_OK) return st < 0 ? st : GISA_OK;
    if (page.due_utc && page.due_utc <= now_utc) return GISA_OK; /* is asked for in any case */
    switch (page.state) {
    case GISA_FRONTIER_WAITING: *news = !page.due_utc; break;
    case GISA_FRONTIER_HELD: *news = dated && changed->utc_s > page.asked_utc; break;
    case GISA_FRONTIER_RESERVED:
        *news = !page.due_utc && dated && changed->utc_s > page.asked_utc;
        break;
    case GISA_FRONTIER_GONE: *news = now_utc - page.asked_utc >= GONE_S; break;
    case GISA_FRONTIER_MOVED:
    case GISA_FRONTIER_FAILED:
    case GISA_FRONTIER_REFUSED: break;
    }
    return GISA_OK;
}

/* ?2 and ?3 of a statement about what is due. */
#define DATED_SINCE "(?3=0 OR dated IS NULL OR dated>=?3)"

static void bind_due(sqlite3_stmt *stmt, const gisa_frontier_due *due)
{
    sqlite3_bind_int64(stmt, 2, due->now_utc);
    sqlite3_bind_int64(stmt, 3, due->since_utc);
}

/* What a feed listed is due at one time, so the pages after a row at that time are looked for
 * before those at later ones: the index has both orders, but the two at once would be a scan. */
static const char next_at_once[] = "SELECT " GISA_FRONTIER_COLUMNS
                                   " FROM page JOIN source ON source.id=page.source"
                                   " WHERE page.source=?1 AND due=?4 AND ?4<=?2 AND page.id>?5"
                                   " AND " DATED_SINCE " ORDER BY page.id LIMIT 1";
static const char next_later[] = "SELECT " GISA_FRONTIER_COLUMNS
                                 " FROM page JOIN source ON source.id=page.source"
                                 " WHERE page.source=?1 AND due>?4 AND due<=?2"
                                 " AND " DATED_SINCE " ORDER BY due, page.id LIMIT 1";

gisa_status gisa_frontier_next(gisa_frontier *f, gisa_str source, const gisa_frontier_due *due,
                               gisa_frontier_place *after, gisa_frontier_page *out, gisa_error *err)
{
    int64_t id;
    sqlite3_stmt *stmt;
    gisa_status st = gisa_frontier_source_find(f, source, &id, err);
    if (st < 0) return st;
    st = GISA_END;
    for (int later = 0; later < 2 && st == GISA_END; later++) {
        st = gisa_sql_get(&f->sql, later ? next_later : next_at_once, &stmt, err);
        if (st < 0) return st;
        sqlite3_bind_int64(stmt, 1, id);
        bind_due(stmt, due);
        sqlite3_bind_int64(stmt, 4, after->due_utc);
        if (!later) sqlite3_bind_int64(stmt, 5, after->row);
        st = gisa_sql_step(&f->sql, stmt, err);
    }
    if (st != GISA_OK) return st;
    gisa_frontier_read_page(stmt, out);
    *after = (gisa_frontier_place){out->due_utc, out->row};
    return GISA_OK;
}

gisa_status gisa_frontier_count_due(gisa_frontier *f, gisa_str source, const gisa_frontier_due *due,
                                    uint64_t *n, gisa_error *err)
{
    int64_t id;
    sqlite3_stmt *stmt;
    *n = 0;
    gisa_status st = gisa_frontier_source_find(f, source, &id, err);
    if (st >= 0)
        st = gisa_sql_get(&f->sql,
                          "SELECT count(*) FROM page WHERE source=?1 AND due<=?2 AND " DATED_SINCE,
                          &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, id);
    bind_due(stmt, due);
    if ((st = gisa_sql_step(&f->sql, stmt, err)) == GISA_OK)
        *n = (uint64_t)sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static gisa_status set_due(gisa_frontier *f, int64_t row, int64_t due_utc, int state,
                           gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_frontier_write(
        f, "UPDATE page SET due=?2, state=coalesce(?3, state) WHERE id=?1", &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, row);
    sqlite3_bind_int64(stmt, 2, due_utc);
    if (state >= 0) sqlite3_bind_int(stmt, 3, state);
    return gisa_sql_finish(&f->sql, stmt, err);
}

gisa_status gisa_frontier_refuse(gisa_frontier *f, gisa_str url, int64_t now_utc, gisa_error *err)
{
    int64_t row;
    gisa_status st = gisa_frontier_row_or_new(f, GISA_ROLE_PAGE, url, &row, err);
    return st < 0 ? st : set_due(f, row, now_utc + REFUSED_S, GISA_FRONTIER_REFUSED, err);
}

gisa_status gisa_frontier_put_off(gisa_frontier *f, int64_t row, int64_t until_utc, gisa_error *err)
{
    return set_due(f, row, until_utc, -1, err);
}

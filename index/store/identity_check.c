#include "index/store/identity_check.h"

#include "corpus/identity.h"
#include "index/store/store_handle.h"
#include "index/store/stored.h"

/* The versions of one id come one after another, and each is compared with the one before. */
typedef struct checking {
    const gisa_check_sink *sink;
    gisa_identity_report *report;
    gisa_article before; /* of the id at hand; {0}: none yet */
    gisa_buf address, address_before;
    gisa_buf finding; /* what is known to be apart so far */
    bool apart;
} checking;

static void say(checking *w, const gisa_article *a)
{
    char day[GISA_TIME_CHARS];
    gisa_time_format(&a->published, day);
    gisa_buf_addf(&w->finding, "%s%.*s (%.10s)", w->finding.n > GISA_ARTICLE_ID_CHARS ? "; " : "  ",
                  GISA_ARG(a->title), *day ? day : "no date");
}

static gisa_status end_id(checking *w, gisa_error *err)
{
    gisa_status st = gisa_buf_check(&w->finding, "a finding", err);
    if (st >= 0 && w->apart) {
        w->report->parted++;
        w->sink->finding(w->sink->ctx, gisa_buf_view(&w->finding));
    }
    w->apart = false;
    gisa_buf_reset(&w->finding);
    return st;
}

/* Whether the version is of the article that the version before it is of. An id that its line of
 * JSON stated holds versions of one title together as well. */
static gisa_status is_same(checking *w, const gisa_article *a, bool *same, gisa_error *err)
{
    char first[GISA_ARTICLE_ID_CHARS + 1];
    gisa_str here = gisa_buf_view(&w->address), there = gisa_buf_view(&w->address_before);
    gisa_status st = gisa_identity_first(a, a->canonical_url, false, first, err);
    bool stated = !gisa_str_is(a->id, first);
    *same = here.n && gisa_str_eq(here, there);
    if (st < 0 || *same || (here.n && there.n)) return st;
    *same = stated && gisa_str_eq(a->title, w->before.title);
    if (*same || (!stated && (here.n || there.n))) return st;
    return gisa_identity_is_version(a->body, a->published, w->before.body, w->before.published,
                                    same, err);
}

static gisa_status take(checking *w, const gisa_article *a, gisa_error *err)
{
    bool same = true, first = !gisa_str_eq(a->id, w->before.id);
    gisa_status st = gisa_identity_address(a, &w->address, err);
    if (st >= 0 && first) st = end_id(w, err);
    if (st >= 0 && first) gisa_buf_add(&w->finding, a->id);
    if (st >= 0 && !first) st = is_same(w, a, &same, err);
    if (st < 0) return st;
    if (first || !same) say(w, a);
    w->apart = w->apart || !same;
    gisa_buf kept = w->address_before;
    w->address_before = w->address;
    w->address = kept;
    return gisa_article_copy(a, &w->before, err);
}

static gisa_status find_parted(gisa_store *s, checking *w, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql,
        "SELECT a.published, a.published_precision, NULL, a.id, a.url,"
        " a.canonical_url, a.via, a.title, o.key, b.text FROM article a"
        " LEFT JOIN body b ON b.row = a.row LEFT JOIN outlet o ON o.outlet = a.outlet"
        " WHERE a.id IN (SELECT id FROM article WHERE version > 1) ORDER BY a.id, a.version",
        &stmt, err);
    if (st < 0) return st;
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        gisa_article a = gisa_stored_identity(stmt, 4);
        a.published = gisa_stored_time(stmt, 0);
        a.id = gisa_sql_text(stmt, 3);
        if ((st = take(w, &a, err)) < 0) break;
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : end_id(w, err);
}

/* Newest versions that have the address of another one. */
static gisa_status count_joined(gisa_store *s, uint64_t *joined, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_map seen = {0};
    gisa_buf address = {0};
    uint64_t *slot;
    bool added = true;
    gisa_status st = gisa_sql_get(
        &s->sql, "SELECT url, canonical_url, via FROM article WHERE current", &stmt, err);
    while (st == GISA_OK && (st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        const gisa_article a = {.url = gisa_sql_text(stmt, 0),
                                .canonical_url = gisa_sql_text(stmt, 1),
                                .via = gisa_sql_text(stmt, 2)};
        st = gisa_identity_address(&a, &address, err);
        if (st >= 0 && address.n && gisa_map_put(&seen, gisa_buf_view(&address), &slot, &added) < 0)
            st = gisa_fail_mem(err);
        *joined += st >= 0 && address.n && !added;
    }
    gisa_map_clear(&seen);
    gisa_buf_clear(&address);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_identity_check(gisa_store *s, const gisa_check_sink *sink,
                                gisa_identity_report *report, gisa_error *err)
{
    checking w = {.sink = sink, .report = report};
    *report = (gisa_identity_report){0};
    gisa_status st = gisa_store_id_edition(s, &report->edition, err);
    if (st < 0 || report->edition >= GISA_IDENTITY_EDITION) return st;
    st = find_parted(s, &w, err);
    if (st >= 0) st = count_joined(s, &report->joined, err);
    gisa_article_clear(&w.before);
    gisa_buf_clear(&w.address);
    gisa_buf_clear(&w.address_before);
    gisa_buf_clear(&w.finding);
    return st;
}

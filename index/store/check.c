#include "index/store/check.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/file.h"
#include "base/mem.h"
#include "index/store/row.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "index/store/stored.h"

typedef struct checking {
    gisa_store *s;
    const gisa_check_sink *sink;
    gisa_check_report *report;
} checking;

static void find(checking *w, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void find(checking *w, const char *fmt, ...)
{
    char text[512];
    va_list args;
    va_start(args, fmt);
    int n = vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    size_t length = n < 0 ? 0 : (size_t)n < sizeof text ? (size_t)n : sizeof text - 1;
    w->report->findings++;
    w->sink->finding(w->sink->ctx, (gisa_str){text, length});
}

/* Damage becomes a finding, so that the other checks go on; the rest stays an error. */
static gisa_status note(checking *w, gisa_status st, const char *what, const gisa_error *err)
{
    if (st >= 0 || st == GISA_ENOMEM || st == GISA_EBUSY) return st;
    find(w, "%s: %s", what, err->text);
    return GISA_OK;
}

/* Runs a query whose every row is a finding; `fmt` has one %s for its first column. */
static gisa_status each_row(checking *w, const char *sql, const char *what, gisa_error *err)
{
    enum { MOST = 100 };
    sqlite3_stmt *stmt;
    size_t n = 0;
    gisa_status st = gisa_sql_get(&w->s->sql, sql, &stmt, err);
    while (st == GISA_OK && (st = gisa_sql_step(&w->s->sql, stmt, err)) == GISA_OK) {
        gisa_str value = gisa_sql_text(stmt, 0);
        if (gisa_str_is(value, "ok")) continue; /* what integrity_check says of a sound file */
        if (n++ < MOST) find(w, "%s: %.*s", what, GISA_ARG(value));
    }
    if (n > MOST) find(w, "%s: and %zu more", what, n - MOST);
    return note(w, st == GISA_END ? GISA_OK : st, what, err);
}

static const struct {
    const char *sql, *what;
} row_checks[] = {
    {"PRAGMA integrity_check", "database file"},
    {"SELECT \"table\" || ' row ' || coalesce(rowid, '?') || ' refers to a missing ' || parent"
     " FROM pragma_foreign_key_check",
     "broken reference"},
    {"SELECT id FROM article GROUP BY id HAVING sum(current) != 1",
     "not exactly one newest version of article"},
    {"SELECT row FROM article WHERE row NOT IN (SELECT row FROM body)", "article without its body"},
    {"SELECT a.id FROM article a WHERE a.capture != 0"
     " AND a.capture NOT IN (SELECT start FROM capture)",
     "article of an unknown capture"},
    {"SELECT d.day FROM day_total d WHERE d.articles < 0", "a day with fewer than no articles"},
    {"SELECT n.text || ' in row ' || a.row FROM name_article a JOIN name n ON n.name = a.name"
     " WHERE a.mentions != (SELECT count(*) FROM mention m WHERE m.row = a.row"
     " AND m.name = a.name)",
     "wrong count of mentions of"},
};

static gisa_status check_postings(checking *w, gisa_error *err)
{
    sqlite3_stmt *stmt;
    if (!w->s->fts.tokenizer.open) return GISA_OK;
    gisa_status st = gisa_sql_get(
        &w->s->sql, "INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)",
        &stmt, err);
    if (st == GISA_OK) st = gisa_sql_finish(&w->s->sql, stmt, err);
    if (st == GISA_ECORRUPT) {
        find(w, "full-text index: it does not hold the words of the articles");
        return GISA_OK;
    }
    return note(w, st, "full-text index", err);
}

/* Whether the text is still the one that was stored. */
static gisa_status check_article(checking *w, int64_t row, gisa_stored *a, gisa_error *err)
{
    char digest[65], first[65];
    gisa_status st = gisa_stored_load(w->s, row, false, a, err);
    if (st < 0) return note(w, st, "article", err);
    st = gisa_article_digest(&a->record.article, digest, err);
    if (st >= 0) st = gisa_article_digest_first(&a->record.article, first, err);
    if (st < 0) return st;
    w->report->articles++;
    if (!gisa_str_is(a->digest, digest) && !gisa_str_is(a->digest, first))
        find(w, "article %.*s version %u: its text is not the one that was stored",
             GISA_ARG(a->record.article.id), a->version);
    gisa_time t = a->record.article.published;
    bool dated = t.precision != GISA_PRECISION_UNKNOWN;
    if (dated != gisa_row_is_dated(row) || (dated && row < gisa_row_first(&w->s->rows, t)))
        find(w, "article %.*s version %u: row %lld is not of its day",
             GISA_ARG(a->record.article.id), a->version, (long long)row);
    return GISA_OK;
}

/* All articles, and whether the roll holds the newest versions and no others. */
static gisa_status check_articles(checking *w, gisa_error *err)
{
    const gisa_roll *roll = &w->s->roll;
    sqlite3_stmt *stmt;
    gisa_stored article = {0};
    size_t at = 0;
    gisa_status st = note(w, gisa_store_need_roll(w->s, err), "roll", err);
    if (st == GISA_OK)
        st = gisa_sql_get(&w->s->sql, "SELECT row, current FROM article ORDER BY row", &stmt, err);
    while (st == GISA_OK && (st = gisa_sql_step(&w->s->sql, stmt, err)) == GISA_OK) {
        int64_t row = sqlite3_column_int64(stmt, 0);
        for (; at < roll->n && roll->items[at].row < row; at++)
            find(w, "roll: row %lld is no article", (long long)roll->items[at].row);
        bool held = at < roll->n && roll->items[at].row == row;
        if (held != (sqlite3_column_int(stmt, 1) != 0))
            find(w, "roll: row %lld is %s", (long long)row,
                 held ? "held but not the newest version" : "missing");
        if (held) at++;
        st = check_article(w, row, &article, err);
    }
    if (st == GISA_END)
        for (; at < roll->n; at++)
            find(w, "roll: row %lld is no article", (long long)roll->items[at].row);
    gisa_stored_clear(&article);
    return note(w, st == GISA_END ? GISA_OK : st, "articles", err);
}

/* Counts of days against the roll, which was compared with the articles. */
static gisa_status check_days(checking *w, gisa_error *err)
{
    const gisa_roll *roll = &w->s->roll;
    size_t at = gisa_roll_seek(roll, GISA_ROW_DATED, 0);
    gisa_status st = GISA_OK;
    uint64_t days = 0;
    while (at < roll->n && st == GISA_OK) {
        int64_t day = gisa_row_day(&w->s->rows, roll->items[at].row), n = 0, held;
        for (; at < roll->n && gisa_row_day(&w->s->rows, roll->items[at].row) == day; at++) n++;
        st = gisa_sql_number(&w->s->sql, "SELECT articles FROM day_total WHERE day = ?1", day, 0,
                             &held, err);
        if (st == GISA_OK && held != n)
            find(w, "day %lld: %lld articles are counted, there are %lld", (long long)day,
                 (long long)held, (long long)n);
        days++;
    }
    int64_t held = 0;
    if (st == GISA_OK)
        st = gisa_sql_number(&w->s->sql, "SELECT count(*) FROM day_total WHERE articles > 0", 0, 0,
                             &held, err);
    if (st == GISA_OK && (uint64_t)held != days)
        find(w, "days: %lld are counted, there are %llu", (long long)held,
             (unsigned long long)days);
    return note(w, st, "days", err);
}

gisa_status gisa_check_store(gisa_store *s, const gisa_check_sink *sink, gisa_check_report *report,
                             gisa_error *err)
{
    checking w = {s, sink, report};
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < sizeof row_checks / sizeof *row_checks && st == GISA_OK; i++)
        st = each_row(&w, row_checks[i].sql, row_checks[i].what, err);
    if (st == GISA_OK) st = check_postings(&w, err);
    if (st == GISA_OK) st = check_articles(&w, err);
    if (st == GISA_OK) st = check_days(&w, err);
    return st;
}

/* Whether the store's note of a capture is right. */
static gisa_status check_capture(checking *w, const gisa_capture *c, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&w->s->sql, "SELECT digest FROM capture WHERE start = ?1", &stmt,
                                  err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, (int64_t)c->offset);
    st = gisa_sql_step(&w->s->sql, stmt, err);
    if (st == GISA_OK && gisa_sql_text(stmt, 0).n &&
        !gisa_str_eq(gisa_sql_text(stmt, 0), c->digest))
        find(w, "archive record at byte %llu: not the bytes that the store took in",
             (unsigned long long)c->offset);
    sqlite3_reset(stmt);
    return st < 0 ? note(w, st, "captures", err) : GISA_OK;
}

static gisa_status check_records(checking *w, const char *path, gisa_map *offsets, gisa_error *err)
{
    gisa_archive *archive = NULL;
    gisa_capture c;
    gisa_stretch damaged;
    uint64_t *slot;
    gisa_status st = gisa_archive_read(path, 0, &archive, err);
    while (st == GISA_OK) {
        st = gisa_archive_next_sound(archive, &c, &damaged, err);
        if (st == GISA_SKIP) {
            find(w, "archive: %s", err->text);
            st = GISA_OK;
            continue;
        }
        if (st != GISA_OK) break;
        w->report->captures++;
        if (gisa_map_put(offsets, (gisa_str){(char *)&c.offset, sizeof c.offset}, &slot, NULL) < 0)
            st = gisa_fail_mem(err);
        else
            st = check_capture(w, &c, err);
    }
    gisa_archive_close(archive);
    return note(w, st == GISA_END ? GISA_OK : st, "archive", err);
}

gisa_status gisa_check_archive(gisa_store *s, const char *path, const gisa_check_sink *sink,
                               gisa_check_report *report, gisa_error *err)
{
    checking w = {s, sink, report};
    gisa_map offsets = {0};
    sqlite3_stmt *stmt;
    uint64_t missing = 0;
    gisa_status st = GISA_OK;
    bool there = gisa_file_exists(path);
    if (there) st = check_records(&w, path, &offsets, err);
    if (st == GISA_OK) st = gisa_sql_get(&s->sql, "SELECT start FROM capture", &stmt, err);
    while (st == GISA_OK && (st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        uint64_t start = (uint64_t)sqlite3_column_int64(stmt, 0);
        if (!gisa_map_find(&offsets, (gisa_str){(char *)&start, sizeof start})) missing++;
    }
    if (missing)
        find(&w, "%s: %llu captures of the store are not %s", path, (unsigned long long)missing,
             there ? "in it, or damaged" : "to be had: no such file");
    gisa_map_clear(&offsets);
    return note(&w, st == GISA_END ? GISA_OK : st, "captures", err);
}

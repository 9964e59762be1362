#include "index/query/authors.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "index/query/query.h"
#include "index/query/selection.h"
#include "index/store/row.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

enum { DEFAULT_LIMIT = 20 };

/* A row an author and outlet, those of an author together. */
static const char sql[] =
    "SELECT a.name, o.key, o.name, count(DISTINCT a.row),"
    " min(CASE WHEN a.row >= ?1 THEN a.row END), max(CASE WHEN a.row >= ?1 THEN a.row END)"
    " FROM temp.selection s CROSS JOIN author a ON a.row = s.row JOIN article r ON r.row = s.row"
    " LEFT JOIN outlet o ON o.outlet = r.outlet WHERE a.name != ''"
    " GROUP BY a.name, r.outlet ORDER BY a.name, 4 DESC, o.key";

gisa_str gisa_author_name(gisa_str typed)
{
    typed = gisa_str_trim(typed);
    const gisa_wordlist_item *role = gisa_wordlist_suffix(&gisa_list_byline_roles, typed);
    if (!role || role->word.n == typed.n) return typed;
    gisa_str name = gisa_str_trim(gisa_str_cut(typed, 0, typed.n - role->word.n));
    return gisa_utf8_chars(name) < 2 ? typed : name;
}

static gisa_status add_outlet(gisa_authors *out, gisa_author_articles *author, size_t *cap,
                              sqlite3_stmt *stmt, gisa_error *err)
{
    gisa_facet outlet = {.n = (uint64_t)sqlite3_column_int64(stmt, 3)};
    gisa_str name = gisa_sql_text(stmt, 2);
    if (gisa_arena_copy(&out->arena, gisa_sql_text(stmt, 1), &outlet.key) < 0 ||
        gisa_arena_copy(&out->arena, name.n ? name : gisa_sql_text(stmt, 1), &outlet.label) < 0 ||
        GISA_ARENA_GROW(&out->arena, author->outlets, author->n_outlets, *cap) < 0)
        return gisa_fail_mem(err);
    author->outlets[author->n_outlets++] = outlet;
    author->articles += outlet.n;
    return GISA_OK;
}

static void add_days(const gisa_rows *rows, gisa_author_articles *author, sqlite3_stmt *stmt)
{
    if (sqlite3_column_type(stmt, 4) == SQLITE_NULL) return;
    int64_t first = gisa_row_day(rows, sqlite3_column_int64(stmt, 4));
    int64_t last = gisa_row_day(rows, sqlite3_column_int64(stmt, 5));
    bool none = author->last_day < author->first_day;
    if (none || first < author->first_day) author->first_day = first;
    if (none || last > author->last_day) author->last_day = last;
}

static gisa_status list_authors(gisa_store *s, gisa_authors *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    size_t cap = 0, cap_outlets = 0;
    gisa_status st = gisa_sql_get(&s->sql, sql, &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, GISA_ROW_DATED);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        gisa_str name = gisa_sql_text(stmt, 0);
        if (!out->n || !gisa_str_eq(out->items[out->n - 1].name, name)) {
            gisa_author_articles author = {.last_day = -1};
            cap_outlets = 0;
            if (gisa_arena_copy(&out->arena, name, &author.name) < 0 ||
                GISA_ARENA_GROW(&out->arena, out->items, out->n, cap) < 0) {
                st = gisa_fail_mem(err);
                break;
            }
            out->items[out->n++] = author;
        }
        add_days(&s->rows, &out->items[out->n - 1], stmt);
        if ((st = add_outlet(out, &out->items[out->n - 1], &cap_outlets, stmt, err)) < 0) break;
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static int by_articles(const void *a, const void *b)
{
    const gisa_author_articles *x = a, *y = b;
    if (x->articles != y->articles) return x->articles > y->articles ? -1 : 1;
    return gisa_str_cmp(x->name, y->name);
}

static gisa_status find_authors(gisa_store *s, const gisa_authors_opts *opts, gisa_matches *m,
                                gisa_authors *out, gisa_error *err)
{
    gisa_selection_opts how = {
        .exact = opts->exact, .keep_copies = opts->keep_copies, .days = opts->days};
    int64_t with = 0;
    uint64_t limit = opts->limit ? opts->limit : DEFAULT_LIMIT;
    gisa_status st = gisa_selection_find(s, opts->query, &how, m, err);
    if (st == GISA_OK) st = gisa_selection_table(s, m, err);
    if (st == GISA_OK) st = list_authors(s, out, err);
    if (st == GISA_OK)
        st = gisa_sql_number(&s->sql,
                             "SELECT count(*) FROM temp.selection s WHERE EXISTS"
                             " (SELECT 1 FROM author a WHERE a.row = s.row AND a.name != '')",
                             0, 0, &with, err);
    if (st < 0) return st;
    out->matches = m->n;
    out->without = m->n - (uint64_t)with;
    if (out->n) qsort(out->items, out->n, sizeof *out->items, by_articles);
    if (out->n > limit) {
        out->others = out->n - limit;
        out->n = (size_t)limit;
    }
    return GISA_OK;
}

gisa_status gisa_authors_run(gisa_store *s, const gisa_authors_opts *opts, gisa_authors *out,
                             gisa_error *err)
{
    const gisa_authors_opts none = {0};
    gisa_matches m = {0};
    bool began;
    gisa_authors_clear(out);
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st < 0) return st;
    st = find_authors(s, opts ? opts : &none, &m, out, err);
    gisa_store_end_read(s, began);
    gisa_matches_clear(&m);
    if (st < 0) gisa_authors_clear(out);
    return st;
}

void gisa_authors_clear(gisa_authors *a)
{
    gisa_arena_clear(&a->arena);
    *a = (gisa_authors){0};
}

static gisa_status count_articles(gisa_store *s, gisa_str name, uint64_t *n, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql,
                                  "SELECT count(DISTINCT a.row) FROM author a JOIN article r"
                                  " ON r.row = a.row AND r.current WHERE a.name = ?1",
                                  &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, name);
    st = gisa_sql_step(&s->sql, stmt, err);
    *n = st == GISA_OK ? (uint64_t)sqlite3_column_int64(stmt, 0) : 0;
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static bool is_plain(const gisa_query *q, size_t i)
{
    const gisa_query_item *item = &q->items[i];
    return item->field == GISA_FIELD_TEXT && !item->not_ && !item->or_ && !item->grouped &&
           !item->prefix && (i + 1 == q->n || !q->items[i + 1].or_);
}

/* The bytes of the query's text that name a person: an item, and a role that is the next one. */
static gisa_span naming_words(const gisa_query *q, size_t i, gisa_str *name, bool *role)
{
    const gisa_query_item *item = &q->items[i], *next = item + 1;
    size_t start = (size_t)(item->text.p - q->text.p), end = start + item->text.n;
    *name = gisa_author_name(item->text);
    *role = name->n < item->text.n;
    if (item->phrase) {
        start--;
        end += end < q->text.n && q->text.p[end] == '"';
    } else if (!*role && i + 1 < q->n && is_plain(q, i + 1) && !next->phrase &&
               gisa_wordlist_find(&gisa_list_byline_roles, next->text)) {
        *role = true;
        end = (size_t)(next->text.p - q->text.p) + next->text.n;
    }
    return (gisa_span){(uint32_t)start, (uint32_t)end};
}

static gisa_status take_author(const gisa_query *q, gisa_span words, gisa_str name,
                               gisa_named_author *out, gisa_error *err)
{
    gisa_buf_add(&out->name, name);
    gisa_buf_add(&out->query, gisa_str_cut(q->text, 0, words.start));
    gisa_buf_addf(&out->query, "author:\"%.*s\"", GISA_ARG(name));
    gisa_buf_add(&out->query, gisa_str_cut(q->text, words.end, q->text.n));
    gisa_status st = gisa_buf_check(&out->name, "a name", err);
    return st < 0 ? st : gisa_buf_check(&out->query, "a query", err);
}

gisa_status gisa_named_author_find(gisa_store *s, gisa_str query, gisa_named_author *out,
                                   gisa_error *err)
{
    enum { SHORTEST = 3 }; /* characters of a name without a role; shorter ones are often words */
    gisa_query q = {0};
    bool found = false;
    gisa_named_author_clear(out);
    gisa_status st = gisa_query_parse(query, &q, err);
    for (size_t i = 0; i < q.n && st == GISA_OK && !found; i++) {
        gisa_str name;
        if (!is_plain(&q, i)) continue;
        gisa_span words = naming_words(&q, i, &name, &out->role);
        if (!out->role && gisa_utf8_chars(name) < SHORTEST) continue;
        st = count_articles(s, name, &out->articles, err);
        found = st == GISA_OK && out->articles > 0;
        if (found) st = take_author(&q, words, name, out, err);
    }
    gisa_query_clear(&q);
    return st < 0 ? st : found ? GISA_OK : GISA_END;
}

void gisa_named_author_clear(gisa_named_author *a)
{
    gisa_buf_clear(&a->name);
    gisa_buf_clear(&a->query);
    *a = (gisa_named_author){0};
}

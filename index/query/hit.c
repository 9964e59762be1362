#include "index/query/hit.h"

#include "base/utf8.h"
#include "index/store/store_handle.h"
#include "index/store/stored.h"

static gisa_status copy_texts(gisa_arena *arena, gisa_hit *hit, sqlite3_stmt *stmt, gisa_error *err)
{
    gisa_str *const fields[] = {&hit->id,          &hit->title,   &hit->outlet,
                                &hit->outlet_name, &hit->section, &hit->url};
    for (int i = 0; i < (int)(sizeof fields / sizeof *fields); i++) {
        if (gisa_arena_copy(arena, gisa_sql_text(stmt, i), fields[i]) < 0)
            return gisa_fail_mem(err);
    }
    hit->published = gisa_stored_time(stmt, 6);
    return GISA_OK;
}

static gisa_status copy_authors(gisa_store *s, gisa_arena *arena, gisa_hit *hit, gisa_error *err)
{
    sqlite3_stmt *stmt;
    size_t cap = 0;
    hit->authors = NULL;
    hit->n_authors = 0;
    gisa_status st = gisa_sql_get(
        &s->sql, "SELECT name FROM author WHERE row = ?1 AND name IS NOT NULL ORDER BY position",
        &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, hit->row);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        if (GISA_ARENA_GROW(arena, hit->authors, hit->n_authors, cap) < 0 ||
            gisa_arena_copy(arena, gisa_sql_text(stmt, 0), &hit->authors[hit->n_authors]) < 0) {
            st = gisa_fail_mem(err);
            break;
        }
        hit->n_authors++;
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

/* A body is several times as long as everything else, so it is read for its snippet only. */
#define SELECT(body)                                                                               \
    "SELECT a.id, a.title, o.key, o.name, s.name, coalesce(a.url, a.canonical_url),"               \
    " a.published, a.published_precision, a.published_offset" body                                 \
    " LEFT JOIN outlet o ON o.outlet = a.outlet LEFT JOIN section s ON s.section = a.section"      \
    " WHERE a.row = ?1"
#define WITH_BODY    SELECT(", b.text FROM article a JOIN body b ON b.row = a.row")
#define WITHOUT_BODY SELECT(" FROM article a")

gisa_status gisa_hit_fill(gisa_store *s, gisa_snippets *snippets, size_t chars, gisa_arena *arena,
                          gisa_hit *hit, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, snippets ? WITH_BODY : WITHOUT_BODY, &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, hit->row);
    st = gisa_sql_step(&s->sql, stmt, err);
    if (st == GISA_END)
        st = gisa_fail_for(err, GISA_ECORRUPT, GISA_CAUSE_DAMAGED_DATABASE,
                           "row %lld is in the index but not in the store", (long long)hit->row);
    if (st == GISA_OK) st = copy_texts(arena, hit, stmt, err);
    if (st == GISA_OK && snippets)
        st = gisa_snippets_make(snippets, gisa_sql_text(stmt, 9), chars, arena, &hit->snippet,
                                &hit->marks, &hit->n_marks, err);
    sqlite3_reset(stmt);
    if (st == GISA_OK) st = copy_authors(s, arena, hit, err);
    if (st == GISA_OK && snippets)
        st = gisa_snippets_marks(snippets, gisa_utf8_clip(hit->title, GISA_MARKED_TITLE), true,
                                 arena, &hit->title_marks, &hit->n_title_marks, err);
    return st;
}

#include "index/query/prefix.h"

#include "base/compose.h"
#include "base/utf8.h"
#include "corpus/tokenizer.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

/* The prefix as terms are. */
static gisa_status normalise(gisa_str prefix, gisa_buf *out, gisa_error *err)
{
    char form[GISA_TERM_MAX];
    gisa_buf composed = {0};
    gisa_status st = gisa_compose(prefix, &composed, err);
    gisa_buf_add(out,
                 (gisa_str){form, gisa_term_lower(gisa_buf_view(&composed), form, sizeof form)});
    gisa_buf_clear(&composed);
    return st < 0 ? st : gisa_buf_check(out, "a word", err);
}

static gisa_status too_many(gisa_str prefix, gisa_error *err)
{
    return gisa_fail(err, GISA_EINVAL,
                     "%.*s*: the words with a * begin more than %d words of the index; more"
                     " letters are wanted",
                     GISA_ARG(gisa_utf8_clip(prefix, 40)), GISA_PREFIX_TERMS);
}

static gisa_status pass_on(gisa_store *s, sqlite3_stmt *stmt, gisa_str prefix, size_t *room,
                           gisa_prefix_sink sink, gisa_error *err)
{
    gisa_status st;
    bool first = true;
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        gisa_str term = gisa_sql_text(stmt, 0);
        if (*room == 0) return too_many(prefix, err);
        if (first && !gisa_str_eq(term, prefix) && (st = sink.put(sink.ctx, prefix, 0, err)) < 0)
            return st;
        first = false;
        --*room;
        st = sink.put(sink.ctx, term, (double)sqlite3_column_int64(stmt, 1), err);
        if (st < 0) return st;
    }
    return st == GISA_END && first ? sink.put(sink.ctx, prefix, 0, err) : st;
}

gisa_status gisa_prefix_expand(gisa_store *s, gisa_str prefix, size_t *room, gisa_prefix_sink sink,
                               gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_buf from = {0}, to = {0};
    gisa_status st = normalise(prefix, &from, err);
    gisa_buf_add(&to, gisa_buf_view(&from));
    gisa_buf_add_cp(&to, 0x10FFFF);
    if (st == GISA_OK) st = gisa_buf_check(&to, "a word", err);
    if (st == GISA_OK) st = gisa_store_need_terms(s, err);
    if (st == GISA_OK)
        st = gisa_sql_get(&s->sql,
                          "SELECT term, doc FROM temp.article_term WHERE term >= ?1 AND term < ?2",
                          &stmt, err);
    if (st == GISA_OK) {
        gisa_sql_bind(stmt, 1, gisa_buf_view(&from));
        gisa_sql_bind(stmt, 2, gisa_buf_view(&to));
        st = pass_on(s, stmt, gisa_buf_view(&from), room, sink, err);
        sqlite3_reset(stmt);
    }
    gisa_buf_clear(&from);
    gisa_buf_clear(&to);
    return st < 0 ? st : GISA_OK;
}

#include "index/query/kwic.h"

#include "base/utf8.h"
#include "index/query/collapse.h"
#include "index/query/snippet.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "index/store/stored.h"

enum { DEFAULT_LIMIT = 50, DEFAULT_CONTEXT = 40 };

typedef struct finding {
    gisa_store *s;
    gisa_snippets *snippets;
    gisa_kwic *out;
    size_t cap, limit, context;
    gisa_arena marks; /* of one article */
    gisa_stored article;
    gisa_str title; /* of the article, in out's arena */
} finding;

static gisa_status copy(finding *w, gisa_str s, gisa_str *out, gisa_error *err)
{
    return gisa_arena_copy(&w->out->arena, s, out) < 0 ? gisa_fail_mem(err) : GISA_OK;
}

/* Where the context before byte `at` begins, and where the one after it ends. */
static size_t context_start(gisa_str text, size_t at, size_t chars)
{
    while (at > 0 && chars-- > 0 && text.p[at - 1] != '\n') at = gisa_utf8_prev(text, at);
    return at;
}

static size_t context_end(gisa_str text, size_t at, size_t chars)
{
    uint32_t cp;
    while (at < text.n && chars-- > 0 && text.p[at] != '\n') at += gisa_utf8_next(text, at, &cp);
    return at;
}

static gisa_status put_line(finding *w, gisa_span mark, gisa_error *err)
{
    const gisa_article *a = &w->article.record.article;
    gisa_kwic_line line = {.published = a->published, .title = w->title};
    size_t from = context_start(a->body, mark.start, w->context);
    size_t to = context_end(a->body, mark.end, w->context);
    gisa_status st = copy(w, a->id, &line.id, err);
    if (st == GISA_OK) st = copy(w, a->outlet, &line.outlet, err);
    if (st == GISA_OK) st = copy(w, gisa_str_cut(a->body, from, mark.start), &line.left, err);
    if (st == GISA_OK) st = copy(w, gisa_span_text(mark, a->body), &line.match, err);
    if (st == GISA_OK) st = copy(w, gisa_str_cut(a->body, mark.end, to), &line.right, err);
    if (st < 0) return st;
    if (GISA_ARENA_GROW(&w->out->arena, w->out->items, w->out->n, w->cap) < 0)
        return gisa_fail_mem(err);
    w->out->items[w->out->n++] = line;
    return GISA_OK;
}

static gisa_status put_article(finding *w, int64_t row, gisa_error *err)
{
    gisa_span *marks;
    size_t n;
    gisa_arena_reset(&w->marks);
    gisa_status st = gisa_stored_load(w->s, row, false, &w->article, err);
    if (st == GISA_OK)
        st = gisa_snippets_marks(w->snippets, w->article.record.article.body, false, &w->marks,
                                 &marks, &n, err);
    if (st == GISA_OK && n) st = copy(w, w->article.record.article.title, &w->title, err);
    for (size_t i = 0; st == GISA_OK && i < n; i++) {
        if (w->out->n == w->limit) {
            w->out->cut = true;
            return st;
        }
        st = put_line(w, marks[i], err);
    }
    return st;
}

static gisa_status find_lines(finding *w, gisa_str query, const gisa_kwic_opts *opts,
                              gisa_plan *plan, gisa_matches *m, gisa_error *err)
{
    gisa_status st = gisa_store_need_roll(w->s, err);
    if (st == GISA_OK)
        st = gisa_plan_make(w->s, query,
                            &(gisa_plan_opts){.exact = opts->exact, .days = opts->days}, plan, err);
    if (st == GISA_OK) st = gisa_match_all(w->s, plan, m, err);
    if (st == GISA_OK && !opts->keep_copies) st = gisa_collapse_run(w->s, m, NULL, err);
    if (st == GISA_OK) st = gisa_snippets_open(w->s, plan, &w->snippets, err);
    w->out->articles = m->n;
    for (size_t i = m->n; i-- > 0 && st == GISA_OK && !w->out->cut;)
        st = put_article(w, w->s->roll.items[m->at[i]].row, err);
    return st;
}

gisa_status gisa_kwic_run(gisa_store *s, gisa_str query, const gisa_kwic_opts *opts, gisa_kwic *out,
                          gisa_error *err)
{
    const gisa_kwic_opts none = {0};
    if (!opts) opts = &none;
    finding w = {.s = s,
                 .out = out,
                 .limit = opts->limit ? (size_t)opts->limit : DEFAULT_LIMIT,
                 .context = opts->context ? (size_t)opts->context : DEFAULT_CONTEXT};
    gisa_plan plan = {0};
    gisa_matches m = {0};
    bool began;
    gisa_kwic_clear(out);
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st < 0) return st;
    st = find_lines(&w, query, opts, &plan, &m, err);
    gisa_store_end_read(s, began);
    gisa_snippets_close(w.snippets);
    gisa_plan_clear(&plan);
    gisa_matches_clear(&m);
    gisa_arena_clear(&w.marks);
    gisa_stored_clear(&w.article);
    if (st < 0) gisa_kwic_clear(out);
    return st;
}

void gisa_kwic_clear(gisa_kwic *k)
{
    gisa_arena_clear(&k->arena);
    *k = (gisa_kwic){0};
}

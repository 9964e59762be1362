#include "index/store/fts.h"

typedef int (*token_fn)(void *ctx, int flags, const char *p, int n, int start, int end);

static gisa_status need_workspace(gisa_fts *fts, gisa_error *err)
{
    if (fts->workspace) return GISA_OK;
    if (!fts->tokenizer.open)
        return gisa_fail(err, GISA_EINVAL, "the store was opened without a tokenizer");
    return fts->tokenizer.open(fts->tokenizer.ctx, &fts->workspace, err);
}

gisa_status gisa_fts_terms(gisa_fts *fts, gisa_str text, gisa_tokenize_mode mode, gisa_terms *out,
                           gisa_error *err)
{
    gisa_terms_reset(out);
    gisa_status st = need_workspace(fts, err);
    return st < 0 ? st : fts->tokenizer.tokenize(fts->workspace, text, mode, out, err);
}

gisa_status gisa_fts_terms_of(gisa_fts *fts, gisa_str text, const gisa_word_filter *filter,
                              gisa_terms *out, gisa_error *err)
{
    gisa_status st = need_workspace(fts, err);
    bool filtered = st >= 0 && filter && fts->tokenizer.set_filter;
    if (filtered) fts->tokenizer.set_filter(fts->workspace, filter);
    if (st >= 0) st = gisa_fts_terms(fts, text, GISA_TOKENIZE_DOCUMENT, out, err);
    if (filtered) fts->tokenizer.set_filter(fts->workspace, NULL);
    return st;
}

gisa_status gisa_fts_spellings(gisa_fts *fts, gisa_str name, gisa_spellings *out, gisa_error *err)
{
    if (!fts->tokenizer.open || !fts->tokenizer.spellings) return GISA_OK;
    gisa_status st = need_workspace(fts, err);
    return st < 0 ? st : fts->tokenizer.spellings(fts->workspace, name, out, err);
}

gisa_status gisa_fts_variants(gisa_fts *fts, gisa_str name, gisa_terms *out, gisa_error *err)
{
    gisa_terms_reset(out);
    if (!fts->tokenizer.open || !fts->tokenizer.variants) return GISA_OK;
    gisa_status st = need_workspace(fts, err);
    return st < 0 ? st : fts->tokenizer.variants(fts->workspace, name, out, err);
}

bool gisa_fts_is_across(const gisa_term *t, gisa_str text)
{
    return t->colocated && memchr(text.p + t->start, ' ', t->end - t->start) != NULL;
}

static int replay(const gisa_terms *terms, gisa_str text, void *ctx, token_fn put)
{
    int code = SQLITE_OK;
    for (size_t i = 0; i < terms->n && code == SQLITE_OK; i++) {
        const gisa_term *t = &terms->items[i];
        if (t->end > text.n || t->end < t->start || gisa_fts_is_across(t, text)) continue;
        if (t->begins)
            code = put(ctx, 0, GISA_FTS_BREAK, sizeof GISA_FTS_BREAK - 1, (int)t->start,
                       (int)t->start);
        if (code != SQLITE_OK) break;
        code = put(ctx, t->colocated && i > 0 ? FTS5_TOKEN_COLOCATED : 0, t->form.p, (int)t->form.n,
                   (int)t->start, (int)t->end);
    }
    return code;
}

/* The terms of a phrase that are already made. */
static int replay_list(gisa_str text, void *ctx, token_fn put)
{
    int code = SQLITE_OK;
    size_t at = 0;
    while (at < text.n && code == SQLITE_OK) {
        size_t end = at + 1;
        while (end < text.n && text.p[end] != GISA_FTS_TERM && text.p[end] != GISA_FTS_SAME) end++;
        int flags = text.p[at] == GISA_FTS_SAME ? FTS5_TOKEN_COLOCATED : 0;
        if (end > at + 1)
            code = put(ctx, flags, text.p + at + 1, (int)(end - at - 1), (int)at, (int)end);
        at = end;
    }
    return code;
}

static int tokenizer_run(Fts5Tokenizer *self, void *ctx, int flags, const char *p, int n,
                         token_fn put)
{
    gisa_fts *fts = (gisa_fts *)self;
    gisa_str text = {p ? p : "", p && n > 0 ? (size_t)n : 0};
    bool query = flags & FTS5_TOKENIZE_QUERY;
    if (query && text.n && text.p[0] == GISA_FTS_TERM) return replay_list(text, ctx, put);
    for (size_t i = 0; i < 2 && !query; i++) {
        if (fts->ready[i].terms && gisa_str_eq(fts->ready[i].text, text))
            return replay(fts->ready[i].terms, text, ctx, put);
    }
    if (text.n == 0) return SQLITE_OK;
    gisa_status st = gisa_fts_terms(fts, text, query ? GISA_TOKENIZE_QUERY : GISA_TOKENIZE_DOCUMENT,
                                    &fts->scratch, &fts->err);
    if (st == GISA_ENOMEM) return SQLITE_NOMEM;
    return st < 0 ? SQLITE_ERROR : replay(&fts->scratch, text, ctx, put);
}

static int tokenizer_create(void *user, const char **args, int n_args, Fts5Tokenizer **out)
{
    (void)args;
    if (n_args > 0) return SQLITE_ERROR;
    *out = user;
    return SQLITE_OK;
}

static void tokenizer_delete(Fts5Tokenizer *self)
{
    (void)self; /* the gisa_fts is its owner's */
}

static void collect(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *result,
                    int n_values, sqlite3_value **values)
{
    gisa_fts *fts = api->xUserData(context);
    (void)n_values;
    (void)values;
    if (fts->collector.row) fts->collector.row(fts->collector.ctx, api, context);
    sqlite3_result_int(result, 0);
}

static fts5_api *find_api(sqlite3 *db)
{
    fts5_api *api = NULL;
    sqlite3_stmt *stmt = NULL;
    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &stmt, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(stmt, 1, &api, "fts5_api_ptr", NULL);
        sqlite3_step(stmt);
    }
    sqlite3_finalize(stmt);
    return api;
}

gisa_status gisa_fts_register(gisa_fts *fts, sqlite3 *db, gisa_error *err)
{
    fts5_tokenizer tokenizer = {tokenizer_create, tokenizer_delete, tokenizer_run};
    fts5_api *api = find_api(db);
    if (!api) return gisa_fail(err, GISA_EIO, "this SQLite was built without FTS5");
    if (api->xCreateTokenizer(api, "gisa", fts, &tokenizer, NULL) != SQLITE_OK ||
        api->xCreateFunction(api, "gisa_collect", fts, collect, NULL) != SQLITE_OK)
        return gisa_fail_mem(err);
    return GISA_OK;
}

void gisa_fts_clear(gisa_fts *fts)
{
    if (fts->workspace) fts->tokenizer.close(fts->workspace);
    gisa_terms_clear(&fts->scratch);
    *fts = (gisa_fts){0};
}

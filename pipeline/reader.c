#include "pipeline/reader.h"

#include "pipeline/own_files.h"

gisa_status gisa_reader_open(const char *path, const char *lexicon, gisa_reader *r, gisa_error *err)
{
    const gisa_analyzer_opts words = {.isolated_words = true, .morphs_only = true};
    gisa_status st = gisa_own_files_find(path, lexicon, &r->own, err);
    if (st >= 0) st = gisa_own_files_open(&r->own, &words, &r->analyzer, err);
    if (st < 0) return st;
    r->tokenizer = gisa_analyzer_tokenizer(r->analyzer);
    gisa_store_opts opts = {.tokenizer = r->tokenizer, .read_only = true};
    st = gisa_store_open(path, &opts, &r->store, err);
    return st < 0 ? st : gisa_edition_compare(r->store, &r->tokenizer, &r->edition, err);
}

gisa_status gisa_reader_open_current(const char *path, const char *lexicon, gisa_reader *r,
                                     gisa_error *err)
{
    gisa_store *store = NULL;
    gisa_error ignored;
    gisa_status st = gisa_reader_open(path, lexicon, r, err);
    if (st != GISA_EINVAL || gisa_store_open(path, NULL, &store, &ignored) < 0) return st;
    gisa_store_close(store);
    gisa_reader_close(r);
    return gisa_reader_open(path, lexicon, r, err);
}

void gisa_reader_close(gisa_reader *r)
{
    gisa_store_close(r->store);
    gisa_analyzer_close(r->analyzer);
    gisa_own_files_clear(&r->own);
    *r = (gisa_reader){0};
}

bool gisa_reader_is_empty(const gisa_reader *r)
{
    gisa_error err;
    bool empty = false;
    return r->store && gisa_store_is_empty(r->store, &empty, &err) == GISA_OK && empty;
}

#include "pipeline/reader.h"

#include "pipeline/edition_check.h"

gisa_status reader_open(cli *c, reader *r, gisa_error *err)
{
    const char *path = cli_db_path(c, err);
    if (!path) return err->code;
    gisa_status st = gisa_analyzer_open(&(gisa_analyzer_opts){.isolated_words = true}, &r->analyzer,
                                        err);
    if (st < 0) return st;
    r->tokenizer = gisa_analyzer_tokenizer(r->analyzer);
    gisa_store_opts opts = {.tokenizer = r->tokenizer, .read_only = true};
    st = gisa_store_open(path, &opts, &r->store, err);
    if (st == GISA_ENOTFOUND)
        return gisa_fail(err, st, "%s: no database there; gisa import or gisa fetch makes one",
                         path);
    return st < 0 ? st : edition_warn(c, r->store, &r->tokenizer, err);
}

gisa_status reader_open_current(cli *c, reader *r, gisa_error *err)
{
    gisa_store *store = NULL;
    gisa_error ignored;
    gisa_status st = reader_open(c, r, err);
    if (st != GISA_EINVAL || reader_open_to_write(c, &store, &ignored) < 0) return st;
    gisa_store_close(store);
    reader_close(r);
    return reader_open(c, r, err);
}

void reader_close(reader *r)
{
    gisa_store_close(r->store);
    gisa_analyzer_close(r->analyzer);
    *r = (reader){0};
}

gisa_status reader_open_to_write(cli *c, gisa_store **out, gisa_error *err)
{
    const char *path = cli_db_path(c, err);
    return path ? gisa_store_open(path, NULL, out, err) : err->code;
}

bool reader_is_empty(const reader *r)
{
    gisa_error err;
    bool empty = false;
    return r->store && gisa_store_is_empty(r->store, &empty, &err) == GISA_OK && empty;
}

void reader_say_nothing(const cli *c, const reader *r)
{
    if (reader_is_empty(r))
        cli_info(c, "the database is empty; gisa import or gisa fetch fills it");
    else
        cli_info(c, "nothing found");
}

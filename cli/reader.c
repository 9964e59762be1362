#include "cli/reader.h"

#include "cli/edition.h"

gisa_status reader_open(cli *c, reader *r, gisa_error *err)
{
    const char *path = cli_db_path(c, err);
    if (!path) return err->code;
    gisa_status st = gisa_analyzer_open(&(gisa_analyzer_opts){.rules_only = true}, &r->analyzer,
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

void reader_say_nothing(const cli *c, const reader *r)
{
    gisa_store_size size;
    gisa_error err;
    if (gisa_store_size_find(r->store, &size, &err) == GISA_OK && size.articles == 0)
        cli_info(c, "the database is empty; gisa import or gisa fetch fills it");
    else
        cli_info(c, "nothing found");
}

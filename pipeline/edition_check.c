#include "pipeline/edition_check.h"

#include "nlp/edition.h"

typedef enum relation { SAME, UNKNOWN, OTHER } relation;

static gisa_status compare(gisa_store *s, const char *mine, relation *out, gisa_error *err)
{
    char held[GISA_STORE_EDITION_MAX + 1];
    gisa_status st = gisa_store_edition(s, held, err);
    *out = !*held ? UNKNOWN : strcmp(held, mine) == 0 ? SAME : OTHER;
    return st;
}

gisa_status edition_warn(const cli *c, gisa_store *s, const gisa_tokenizer *t, gisa_error *err)
{
    char mine[GISA_EDITION_CHARS + 1];
    relation r = SAME;
    gisa_status st = gisa_edition_find(t, mine, err);
    if (st >= 0) st = compare(s, mine, &r, err);
    if (st >= 0 && r == OTHER)
        cli_warn(c, "this database was indexed by another version of the analyser, so words may be "
                    "missed; gisa rebuild makes the index anew");
    return st;
}

gisa_status edition_claim(const cli *c, gisa_store *s, const gisa_tokenizer *t, gisa_error *err)
{
    char mine[GISA_EDITION_CHARS + 1];
    relation r = SAME;
    bool empty = false;
    gisa_status st = gisa_edition_find(t, mine, err);
    if (st >= 0) st = compare(s, mine, &r, err);
    if (st < 0 || r == SAME) return st;
    if ((st = gisa_store_is_empty(s, &empty, err)) < 0) return st;
    if (empty) {
        st = gisa_store_begin(s, err);
        if (st >= 0) st = gisa_store_set_edition(s, mine, err);
        return st < 0 ? st : gisa_store_commit(s, err);
    }
    if (r == OTHER)
        return gisa_fail(err, GISA_EINVAL,
                         "this database was indexed by another version of the analyser; run gisa "
                         "rebuild, then this again (nothing is lost)");
    cli_warn(c, "this database does not say which analyser indexed it; gisa rebuild makes the "
                "index anew");
    return GISA_OK;
}

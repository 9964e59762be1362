#include "pipeline/edition_check.h"

#include "corpus/identity.h"
#include "nlp/edition.h"

static gisa_status compare(gisa_store *s, const char *mine, gisa_edition_relation *out,
                           gisa_error *err)
{
    char held[GISA_STORE_EDITION_MAX + 1];
    gisa_status st = gisa_store_edition(s, held, err);
    *out = !*held                                           ? GISA_EDITION_UNKNOWN
           : strcmp(held, mine) == 0                        ? GISA_EDITION_SAME
           : strncmp(held, mine, GISA_EDITION_SHIPPED) == 0 ? GISA_EDITION_OTHER_NAMES
                                                            : GISA_EDITION_OTHER;
    return st;
}

gisa_status gisa_edition_compare(gisa_store *s, const gisa_tokenizer *t, gisa_edition_relation *out,
                                 gisa_error *err)
{
    char mine[GISA_EDITION_CHARS + 1];
    gisa_status st = gisa_edition_find(t, mine, err);
    return st < 0 ? st : compare(s, mine, out, err);
}

/* An empty store takes this program's editions. */
static gisa_status take_over(gisa_store *s, const char *mine, gisa_error *err)
{
    gisa_status st = gisa_store_begin(s, err);
    if (st >= 0) st = gisa_store_set_edition(s, mine, err);
    if (st >= 0) st = gisa_store_set_id_edition(s, GISA_IDENTITY_EDITION, err);
    return st < 0 ? st : gisa_store_commit(s, err);
}

gisa_status gisa_edition_claim(gisa_store *s, const gisa_tokenizer *t, gisa_edition_relation *out,
                               gisa_error *err)
{
    char mine[GISA_EDITION_CHARS + 1];
    bool empty = false;
    int ids = 0;
    *out = GISA_EDITION_SAME;
    gisa_status st = gisa_edition_find(t, mine, err);
    if (st >= 0) st = compare(s, mine, out, err);
    if (st >= 0) st = gisa_store_id_edition(s, &ids, err);
    if (st < 0 || (*out == GISA_EDITION_SAME && ids == GISA_IDENTITY_EDITION)) return st;
    if ((st = gisa_store_is_empty(s, &empty, err)) < 0) return st;
    if (empty) {
        *out = GISA_EDITION_SAME;
        return take_over(s, mine, err);
    }
    if (*out == GISA_EDITION_OTHER)
        return gisa_fail_for(err, GISA_EINVAL, GISA_CAUSE_OTHER_ANALYSER,
                             "this database was indexed by another version of the analyser");
    if (*out == GISA_EDITION_OTHER_NAMES)
        return gisa_fail_for(err, GISA_EINVAL, GISA_CAUSE_OTHER_NAMES,
                             "your own words or names are not those that this database was indexed "
                             "with");
    if (ids > GISA_IDENTITY_EDITION)
        return gisa_fail(err, GISA_EINVAL, "the ids of this database were made by a newer gisa");
    if (ids < GISA_IDENTITY_EDITION)
        return gisa_fail_for(err, GISA_EINVAL, GISA_CAUSE_EARLIER_IDS,
                             "the ids of this database were made by an earlier gisa");
    return GISA_OK;
}

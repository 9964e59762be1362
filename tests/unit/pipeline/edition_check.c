#include "pipeline/edition_check.h"

#include "corpus/identity.h"
#include "nlp/annotate.h"
#include "nlp/edition.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static const gisa_tokenizer *tokenizer; /* of the analyser under test */

static gisa_edition_relation compare(gisa_store *s)
{
    gisa_error err = {0};
    gisa_edition_relation r = GISA_EDITION_SAME;
    WENT(gisa_edition_compare(s, tokenizer, &r, &err), err, "editions are compared");
    return r;
}

static void set_edition(gisa_store *s, const char *edition)
{
    gisa_error err = {0};
    WENT(gisa_store_begin(s, &err), err, "a batch");
    WENT(gisa_store_set_edition(s, edition, &err), err, "takes an edition");
    WENT(gisa_store_commit(s, &err), err, "and is committed");
}

static void set_ids(gisa_store *s, int edition)
{
    gisa_error err = {0};
    WENT(gisa_store_begin(s, &err), err, "a batch");
    WENT(gisa_store_set_id_edition(s, edition, &err), err, "takes an edition of ids");
    WENT(gisa_store_commit(s, &err), err, "and is committed");
}

int main(void)
{
    gisa_error err = {0};
    gisa_analyzer *a = NULL;
    gisa_store *s = NULL;
    gisa_edition_relation r;
    char held[GISA_STORE_EDITION_MAX + 1], mine[GISA_EDITION_CHARS + 1];
    char dir[] = "/tmp/gisa-test-XXXXXX", path[64], command[64];
    if (!OK(mkdtemp(dir) != NULL, "a scratch folder can be made")) return test_end();
    snprintf(path, sizeof path, "%s/news.db", dir);
    WENT(gisa_analyzer_open(&(gisa_analyzer_opts){.isolated_words = true}, &a, &err), err, "opens");
    const gisa_tokenizer t = gisa_analyzer_tokenizer(a);
    tokenizer = &t;
    WENT(gisa_store_open(path, &(gisa_store_opts){.tokenizer = t}, &s, &err), err, "a new store");
    WENT(gisa_edition_find(&t, mine, &err), err, "this analyser has an edition");

    EQUAL(compare(s), GISA_EDITION_UNKNOWN, "a new database names no analyser");
    set_edition(s, "another");
    WENT(gisa_edition_claim(s, &t, &r, &err), err, "a database without articles is free");
    EQUAL(r, GISA_EDITION_SAME, "whoever began it");
    gisa_store_edition(s, held, &err);
    SAME_C(gisa_str_from(held), mine, "and names this analyser from then on");
    EQUAL(compare(s), GISA_EDITION_SAME, "which a reader sees");

    int ids = 0;
    WENT(gisa_store_id_edition(s, &ids, &err), err, "and of its ids it says");
    EQUAL(ids, GISA_IDENTITY_EDITION, "that they are of the present edition");
    tiny_add(s, tiny_record("0000000000000001", "2025-01-01", "naru", "고래", "고래가 지나갔다."));
    set_edition(s, "another");
    EQUAL(compare(s), GISA_EDITION_OTHER, "a reader sees that another analyser made the index");
    EQUAL(gisa_edition_claim(s, &t, &r, &err), GISA_EINVAL, "and a writer is refused");
    EQUAL(r, GISA_EDITION_OTHER, "for that reason");
    gisa_store_edition(s, held, &err);
    SAME_C(gisa_str_from(held), "another", "without a change to the database");
    set_edition(s, "");
    WENT(gisa_edition_claim(s, &t, &r, &err), err, "an index of which nothing is known is used");
    EQUAL(r, GISA_EDITION_UNKNOWN, "and the caller can say so");
    gisa_store_edition(s, held, &err);
    SAME_C(gisa_str_from(held), "", "nothing is claimed of the articles that are there");

    set_edition(s, mine);
    set_ids(s, 1);
    EQUAL(gisa_edition_claim(s, &t, &r, &err), GISA_EINVAL, "ids of an earlier edition");
    EQUAL(err.cause, GISA_CAUSE_EARLIER_IDS, "refuse a writer");
    set_ids(s, GISA_IDENTITY_EDITION + 1);
    EQUAL(gisa_edition_claim(s, &t, &r, &err), GISA_EINVAL, "and so do those of a later one");
    EQUAL(err.cause, GISA_CAUSE_NONE, "for which no rebuild helps");

    gisa_store_close(s);
    gisa_analyzer_close(a);
    snprintf(command, sizeof command, "rm -r %s", dir);
    EQUAL(system(command), 0, "the scratch folder goes");
    return test_end();
}

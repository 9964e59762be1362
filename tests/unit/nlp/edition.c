#include "nlp/edition.h"

#include "base/mem.h"
#include "nlp/annotate.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

int main(void)
{
    char one[GISA_EDITION_CHARS + 1] = "", two[GISA_EDITION_CHARS + 1] = "",
                                  other[GISA_EDITION_CHARS + 1] = "";
    gisa_analyzer *a = NULL;
    gisa_error err = {0};
    WENT(gisa_analyzer_open(&(gisa_analyzer_opts){.isolated_words = true}, &a, &err), err,
         "it opens");
    gisa_tokenizer t = gisa_analyzer_tokenizer(a), tiny = tiny_tokenizer();
    WENT(gisa_edition_find(&t, one, &err), err, "an analyser has an edition");
    WENT(gisa_edition_find(&t, two, &err), err, "again");
    EQUAL(strlen(one), GISA_EDITION_SHIPPED, "of 16 digits");
    OK(strcmp(one, two) == 0, "which is the same every time");
    WENT(gisa_edition_find(&tiny, other, &err), err, "another tokenizer");
    OK(strcmp(one, other) != 0, "has another, though the lexica are the same");
    uint64_t allowed = 0;
    gisa_status st = GISA_ENOMEM;
    for (; st == GISA_ENOMEM && allowed < 10000; allowed++) {
        gisa_mem_fail_after(allowed);
        st = gisa_edition_find(&tiny, other, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
    }
    OK(st == GISA_OK && allowed > 1, "every allocation may fail, cleanly");
    gisa_analyzer_close(a);
    return test_end();
}

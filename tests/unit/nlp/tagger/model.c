#include "nlp/tagger/model.h"
#include "base/mem.h"
#include "corpus/data.h"
#include "tests/unit/test.h"

int main(void)
{
    gisa_model m;
    gisa_error err = {0};
    gisa_str shipped = gisa_data_find("lexicon/model.bin");
    OK(gisa_model_view(GISA_STR("not a model"), &m, &err) == GISA_ECORRUPT, "rubbish is refused");
    if (!OK(shipped.n > 0, "a model ships with the program")) return test_end();
    WENT(gisa_model_view(shipped, &m, &err), err, "and is read");
    WENT(gisa_model_check(shipped, &err), err, "and it is sound");
    OK(m.n_labels > 100, "it knows labels");
    OK(gisa_str_has(m.notes, GISA_STR("CC BY-SA")), "it names the licences of what it learnt from");
    OK(shipped.n <= 10000000, "it is no larger than 10 MB");
    char *copy = gisa_malloc(shipped.n + 64);
    char *at = copy + (64 - (uintptr_t)copy % 64) % 64;
    memcpy(at, shipped.p, shipped.n);
    at[shipped.n / 2] ^= 1;
    OK(gisa_model_check((gisa_str){at, shipped.n}, &err) == GISA_ECORRUPT, "a flipped bit is seen");
    at[shipped.n / 2] ^= 1;
    OK(gisa_model_view((gisa_str){at, shipped.n - 64}, &m, &err) == GISA_ECORRUPT, "a cut is seen");
    at[8] ^= 1;
    OK(gisa_model_view((gisa_str){at, shipped.n}, &m, &err) == GISA_ECORRUPT,
       "another version is refused");
    gisa_free(copy);
    return test_end();
}

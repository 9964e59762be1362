#include "nlp/tagger/score_cache.h"

#include "tests/unit/test.h"

int main(void)
{
    gisa_score_cache m = {0};
    gisa_error err = {0};
    uint64_t a = 0x1111u, b = 0x2222u, far = UINT64_MAX;
    if (!WENT(gisa_score_cache_open(&m, 4, 4, &err), err, "a cache opens")) return test_end();
    OK(gisa_score_cache_find(&m, a) == NULL, "an empty one knows nothing");
    int16_t *put = gisa_score_cache_put(&m, a);
    for (int k = 0; k < 4; k++) put[k] = (int16_t)(k - 2);
    OK(put == gisa_score_cache_find(&m, a), "what is put is found");
    OK(gisa_score_cache_find(&m, b) == NULL, "another key in the same place is not found");
    put = gisa_score_cache_put(&m, far);
    for (int k = 0; k < 4; k++) put[k] = 9;
    OK(gisa_score_cache_find(&m, far) == put, "the last place holds one too");
    const int16_t *first = gisa_score_cache_find(&m, a);
    OK(first && first[0] == -2 && first[3] == 1, "and leaves the first as it was");
    gisa_score_cache_put(&m, b);
    OK(gisa_score_cache_find(&m, b) && !gisa_score_cache_find(&m, a),
       "a newer entry takes the place");
    gisa_score_cache_clear(&m);
    return test_end();
}

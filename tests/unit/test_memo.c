#include "nlp/memo.h"

#include "test.h"

int main(void)
{
    gisa_memo m = {0};
    gisa_error err = {0};
    int32_t sums[4] = {1, -2, 40000, -40000};
    uint64_t a = 0x1111u, b = 0x2222u, far = UINT64_MAX;
    if (!WENT(gisa_memo_open(&m, 4, 4, &err), err, "a memo opens")) return test_end();
    OK(gisa_memo_find(&m, a) == NULL, "an empty one knows nothing");
    const int16_t *put = gisa_memo_put(&m, a, sums);
    OK(put && put == gisa_memo_find(&m, a), "what is put is found");
    EQUAL(put[1], -2, "as it was");
    EQUAL(put[2], INT16_MAX, "what is too large stays at the end of its range");
    EQUAL(put[3], INT16_MIN, "and what is too small");
    OK(gisa_memo_find(&m, b) == NULL, "another key in the same place is not found");
    sums[2] = sums[3] = 0;
    gisa_memo_put(&m, far, sums);
    OK(gisa_memo_find(&m, far) && gisa_memo_find(&m, a), "two places do not meet");
    gisa_memo_put(&m, b, sums);
    OK(gisa_memo_find(&m, b) && !gisa_memo_find(&m, a), "a newer entry takes the place");
    gisa_memo_clear(&m);
    return test_end();
}

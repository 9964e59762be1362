/* Normalisation and segmentation of any bytes: ranges in order, none empty, offsets inside. */
#include <stdlib.h>

#include "nlp/segment.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gisa_text t = {0};
    if (gisa_text_put(&t, (gisa_str){(const char *)data, size}, NULL) < 0) return 0;
    gisa_range s, e;
    uint32_t last = 0;
    for (uint32_t i = 0; i < t.n; i++)
        if (t.at[i] > t.end[i] || t.end[i] > size || (i > 0 && t.at[i] < t.end[i - 1])) abort();
    for (uint32_t at = 0; gisa_sentence_next(&t, &at, &s);) {
        if (s.from < last || s.to <= s.from || s.to > t.n) abort();
        uint32_t inner = s.from;
        while (gisa_eojeol_next(&t, &inner, s.to, &e))
            if (e.to <= e.from || e.to > s.to) abort();
        last = s.to;
    }
    gisa_text_clear(&t);
    return 0;
}

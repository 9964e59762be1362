/* The whole analysis of any bytes, and its index terms: spans stay inside the text. */
#include <stdlib.h>

#include "nlp/annotate.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static gisa_analyzer *analyzer; /* opened once: the target's own state */
    static gisa_analysis *work;
    gisa_str text = {(const char *)data, size};
    gisa_annotation a = {0};
    gisa_terms terms = {0};
    if (!analyzer && (gisa_analyzer_open(NULL, &analyzer, NULL) < 0 ||
                      gisa_analysis_open(analyzer, &work, NULL) < 0))
        abort();
    if (gisa_annotate(work, text, NULL, &a, NULL) >= 0) {
        for (size_t i = 0; i < a.n_morphs; i++)
            if (a.morphs[i].span.start > a.morphs[i].span.end || a.morphs[i].span.end > size)
                abort();
        for (size_t i = 0; i < a.n_entities; i++)
            if (a.entities[i].span.end > size) abort();
        gisa_span all = {0, (uint32_t)size};
        if (gisa_annotate_terms(work, text, &a, all, &terms, NULL) >= 0)
            for (size_t i = 0; i < terms.n; i++)
                if (terms.items[i].end > size || terms.items[i].form.n == 0) abort();
    }
    gisa_terms_clear(&terms);
    gisa_annotation_clear(&a);
    return 0;
}

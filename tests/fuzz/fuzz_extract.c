/* Any bytes as a page, in both modes: an article in valid UTF-8 or a reason why there is none. */
#include <stdlib.h>

#include "base/utf8.h"
#include "ingest/extract.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void put(void *ctx, const gisa_explained *block)
{
    (void)ctx;
    if (!block->rule || gisa_utf8_bad(block->text) != GISA_NPOS) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static gisa_extractor *x; /* opened once: the target's own state */
    static gisa_extract_work *work;
    static const gisa_explain explain = {.put = put};
    gisa_str page = {(const char *)data, n};
    gisa_article a = {0};
    if (!x && (gisa_extractor_open(&x, NULL) < 0 || gisa_extract_work_open(x, &work, NULL) < 0))
        abort();
    for (int mode = GISA_MODE_CORPUS; mode <= GISA_MODE_FAITHFUL; mode++) {
        gisa_extract_opts opts = {.url = GISA_STR("https://press.example/news/1"),
                                  .format = GISA_FORMAT_HTML,
                                  .mode = (gisa_extract_mode)mode,
                                  .explain = &explain};
        gisa_error err = {0};
        gisa_status st = gisa_extract(work, page, &opts, &a, &err);
        if (st == GISA_SKIP && !err.text[0]) abort();
        if (st == GISA_OK && (gisa_utf8_bad(a.body) != GISA_NPOS || !a.body.n ||
                              gisa_utf8_bad(a.title) != GISA_NPOS))
            abort();
    }
    gisa_article_clear(&a);
    return 0;
}

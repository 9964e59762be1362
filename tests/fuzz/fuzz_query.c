/* Any text is a query: parsed, and run against a small store, with FTS5 never seeing a syntax
 * error. */
#include <stdlib.h>

#include "index/query/counts.h"
#include "index/query/search.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static gisa_store *open_once(void)
{
    static gisa_store *store; /* the fuzzer calls us a million times with one store */
    static char folder[64];
    gisa_error err;
    if (store) return store;
    if (!tiny_folder(folder) || tiny_store(folder, false, &store, &err) < 0) abort();
    tiny_add(store, tiny_record("0001", "2025-01-01", "hanbit", "딥시크 충격", "오픈-소스 모델"));
    tiny_add(store, tiny_record("0002", NULL, "dasan", "제목 \"둘\"", "다른 모델 -1 OR 2"));
    tiny_remove(folder); /* the open file lives on */
    return store;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gisa_store *s = open_once();
    gisa_str text = {(const char *)data, size};
    gisa_hits hits = {0};
    gisa_counts counts = {0};
    gisa_error err;
    if (size > 4096) return 0;
    if (gisa_search(s, text, NULL, &hits, &err) < 0) {
        fprintf(stderr, "%s\n", err.text);
        abort();
    }
    gisa_search_opts opts = {.sort = GISA_SORT_DATE, .join = GISA_JOIN_ALL, .exact = true};
    if (gisa_search(s, text, &opts, &hits, &err) < 0) abort();
    gisa_counts_opts yearly = {.period = GISA_PERIOD_YEAR};
    if (gisa_counts_run(s, text, &yearly, &counts, &err) < 0) abort();
    gisa_hits_clear(&hits);
    gisa_counts_clear(&counts);
    return 0;
}

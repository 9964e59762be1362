/* Any text is a query: run against a small store, or refused with a reason; FTS5 never sees a
 * syntax error. */
#include <stdlib.h>

#include "index/query/counts.h"
#include "index/query/kwic.h"
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

/* A query may be none, for a reason; anything else that goes wrong is a fault of ours. */
static void check(gisa_status st, const gisa_error *err)
{
    if (st >= 0 || (st == GISA_EINVAL && err->text[0])) return;
    fprintf(stderr, "%s\n", err->text);
    abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gisa_store *s = open_once();
    gisa_str text = {(const char *)data, size};
    gisa_hits hits = {0};
    gisa_counts counts = {0};
    gisa_kwic kwic = {0};
    gisa_error err;
    if (size > 4096) return 0;
    gisa_search_opts opts = {.sort = GISA_SORT_DATE, .join = GISA_JOIN_ALL, .exact = true};
    gisa_counts_opts yearly = {.period = GISA_PERIOD_YEAR};
    check(gisa_search(s, text, NULL, &hits, &err), &err);
    check(gisa_search(s, text, &opts, &hits, &err), &err);
    check(gisa_counts_run(s, text, &yearly, &counts, &err), &err);
    check(gisa_kwic_run(s, text, NULL, &kwic, &err), &err);
    gisa_hits_clear(&hits);
    gisa_counts_clear(&counts);
    gisa_kwic_clear(&kwic);
    return 0;
}

/* A store whose posting lists have what lists can have: several segments, lists over many pages,
 * positions that run over a page, articles that were changed and taken out. For the tests of
 * index/postings/leaf.c and what stands on it. */
#ifndef GISA_TEST_LISTS_H
#define GISA_TEST_LISTS_H

#include <stdio.h>

#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/tiny.h"

enum { LISTS_ARTICLES = 4200, LISTS_BATCH = 700, LISTS_WORDS = 14 };

static inline uint32_t lists_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Word k stands in one of 2^k articles, about; now and then very often. */
static inline void lists_body(gisa_buf *out, uint32_t *state, int i)
{
    gisa_buf_reset(out);
    for (int k = 0; k < LISTS_WORDS; k++) {
        int times = lists_random(state) % (1u << k) ? 0 : 1 + (int)(lists_random(state) % 3);
        if (i % 1000 == 77 && k == 2) times = 9000;
        for (int n = 0; n < times; n++)
            gisa_buf_addf(out, "%sw%d", out->n ? " " : "", n % 2 && times < 9000 ? k / 2 : k);
    }
}

static inline void lists_fill(gisa_store *s)
{
    uint32_t state = 7;
    char id[16], day[16], title[16];
    gisa_buf body = {0};
    gisa_error err = {0};
    gisa_put_result r;
    for (int i = 0; i < LISTS_ARTICLES + LISTS_BATCH; i++) {
        int old = i < LISTS_ARTICLES ? i : i % 400; /* the last batch changes some */
        if (i % LISTS_BATCH == 0) gisa_store_begin(s, &err);
        snprintf(id, sizeof id, "%06d", old);
        snprintf(day, sizeof day, "2024-%02d-%02d", old % 12 + 1, old % 28 + 1);
        snprintf(title, sizeof title, "w%u w%u", lists_random(&state) % 4, (unsigned)i % 5);
        lists_body(&body, &state, i);
        gisa_record record = tiny_record(id, day, NULL, title, body.p);
        if (gisa_store_put(s, &record, &r, &err) < 0) printf("# lists_fill: %s\n", err.text);
        gisa_record_clear(&record);
        if (i % LISTS_BATCH == LISTS_BATCH - 1 && gisa_store_commit(s, &err) < 0)
            printf("# lists_fill: %s\n", err.text);
    }
    gisa_buf_clear(&body);
    if (gisa_store_need_roll(s, &err) < 0) printf("# lists_fill: %s\n", err.text);
}

#endif

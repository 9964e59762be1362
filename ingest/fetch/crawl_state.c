/* How far a crawl is: sources go at their own pace, and the slowest decides when it ends. */
#include "ingest/fetch/crawl_handle.h"

/* Pages of a source that this crawl will still ask for. */
static uint64_t waiting_of(const gisa_crawl_run *c, const gisa_crawl_progress *p)
{
    uint64_t limit = c->opts->limit, answered = p->answered;
    if (!limit || p->waiting + answered <= limit) return p->waiting;
    return limit > answered ? limit - answered : 0;
}

gisa_crawl_state gisa_crawl_state_of(const gisa_crawl_run *c)
{
    double elapsed_ms = (double)(gisa_clock_ms() - c->started_ms);
    gisa_crawl_state s = {.captures = c->captures};
    for (size_t i = 0; i < c->n; i++) {
        const gisa_crawl_progress *p = &c->progress[i];
        uint64_t waiting = waiting_of(c, p);
        s.pages += p->answered;
        s.waiting += waiting;
        if (!p->answered) continue;
        int64_t left_ms = (int64_t)((double)waiting * elapsed_ms / (double)p->answered);
        if (left_ms > s.left_ms) s.left_ms = left_ms;
    }
    return s;
}

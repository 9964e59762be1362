#include "base/pool.h"

#include <pthread.h>

#include "base/mem.h"
#include "tests/unit/test.h"

typedef struct run {
    int next, last, put, dropped, fail_at, most; /* most: items that were under way at once */
    bool in_order, elsewhere;                    /* work was done by another thread */
    pthread_t here;
} run;

static gisa_status next(void *ctx, void **item, gisa_error *err)
{
    run *r = ctx;
    if (r->next == r->last) return GISA_END;
    int *number = gisa_malloc(sizeof *number);
    if (!number) return gisa_fail_mem(err);
    *number = r->next++;
    if (r->next - r->put > r->most) r->most = r->next - r->put;
    *item = number;
    return GISA_OK;
}

/* Early items take longer, so that threads finish out of order. */
static gisa_status work(void *ctx, unsigned worker, void *item, gisa_error *err)
{
    run *r = ctx;
    int *number = item;
    volatile int spin = 0;
    if (worker == 0 && !pthread_equal(r->here, pthread_self())) r->elsewhere = true;
    for (int i = 0; i < (*number % 7 == 0 ? 20000 : 10); i++) spin = spin + i;
    if (*number == r->fail_at) return gisa_fail(err, GISA_EIO, "item %d", *number);
    *number *= 2;
    return GISA_OK;
}

static gisa_status put(void *ctx, void *item, gisa_error *err)
{
    run *r = ctx;
    (void)err;
    if (*(int *)item != 2 * r->put) r->in_order = false;
    r->put++;
    gisa_free(item);
    return GISA_OK;
}

static void drop(void *ctx, void *item)
{
    ((run *)ctx)->dropped++;
    gisa_free(item);
}

/* Two items are enough. */
static bool full(void *ctx)
{
    const run *r = ctx;
    return r->next - r->put - r->dropped >= 2;
}

/* Threads whose stacks are larger than memory can be cannot start. */
static void test_no_threads(void)
{
    gisa_error err = {0};
    run r = {.last = 5, .fail_at = -1};
    gisa_pool_ops ops = {.ctx = &r, .next = next, .work = work, .put = put, .drop = drop};
    pthread_attr_t usual, huge;
    pthread_getattr_default_np(&usual);
    pthread_attr_init(&huge);
    pthread_attr_setstacksize(&huge, (size_t)1 << 47);
    pthread_setattr_default_np(&huge);
    EQUAL(gisa_pool_run(2, 8, &ops, &err), GISA_ELIMIT, "without a thread there is no run");
    EQUAL(err.cause, GISA_CAUSE_NO_THREAD, "and that is the reason");
    EQUAL(r.next, 0, "nothing was read");
    pthread_setattr_default_np(&usual);
    pthread_attr_destroy(&huge);
    pthread_attr_destroy(&usual);
}

int main(void)
{
    for (unsigned threads = 1; threads <= 4; threads++) {
        gisa_error err = {0};
        run r = {.last = 500, .fail_at = -1, .in_order = true, .here = pthread_self()};
        gisa_pool_ops ops = {.ctx = &r, .next = next, .work = work, .put = put, .drop = drop};
        WENT(gisa_pool_run(threads, 8, &ops, &err), err, "a run ends well");
        EQUAL(r.put, 500, "every item is put");
        OK(r.in_order, "in the order it was read");
        OK(r.most <= 8, "no more than the window are under way");
        OK(threads == 1 ? r.most == 1 && !r.elsewhere : r.most > 2, "and with one thread, one");

        r = (run){.last = 50, .fail_at = -1, .in_order = true, .here = pthread_self()};
        ops.full = full;
        WENT(gisa_pool_run(threads, 8, &ops, &err), err, "a run ends well that reads little ahead");
        OK(r.put == 50 && r.in_order, "with every item in order");
        OK(r.most <= 2, "and no more of them at once");
        ops.full = NULL;

        r = (run){.last = 500, .fail_at = 123, .in_order = true, .here = pthread_self()};
        EQUAL(gisa_pool_run(threads, 8, &ops, &err), GISA_EIO, "a failure ends the run");
        SAME_C(gisa_str_from(err.text), "item 123", "and is the one told");
        EQUAL(r.put, 123, "everything before it was put");
        EQUAL(r.dropped, r.next - 123, "everything after it was dropped");
    }
    test_no_threads();
    return test_end();
}

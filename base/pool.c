#include "base/pool.h"

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

typedef struct slot {
    void *item;
    gisa_status st;
    gisa_error err;
    bool done;
} slot;

/* A ring of slots: [put, taken) are with the workers or done, [taken, read) wait for a worker.
 * The three counters only grow; a slot's place is its number modulo the window. */
typedef struct ring {
    const gisa_pool_ops *ops;
    pthread_mutex_t lock;
    pthread_cond_t to_take;
    pthread_cond_t to_put;
    slot *slots;
    size_t window;
    size_t read, taken, put;
    bool closed;
} ring;

typedef struct worker {
    pthread_t thread;
    ring *r;
    unsigned number;
} worker;

static void *worker_main(void *arg)
{
    worker *w = arg;
    ring *r = w->r;
    pthread_mutex_lock(&r->lock);
    for (;;) {
        while (r->taken == r->read && !r->closed) pthread_cond_wait(&r->to_take, &r->lock);
        if (r->taken == r->read) break;
        slot *s = &r->slots[r->taken++ % r->window];
        pthread_mutex_unlock(&r->lock);
        s->st = r->ops->work(r->ops->ctx, w->number, s->item, &s->err);
        pthread_mutex_lock(&r->lock);
        s->done = true;
        pthread_cond_signal(&r->to_put);
    }
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

static gisa_status read_one(ring *r, gisa_error *err)
{
    void *item = NULL;
    gisa_status st = r->ops->next(r->ops->ctx, &item, err);
    if (st != GISA_OK) return st;
    pthread_mutex_lock(&r->lock);
    r->slots[r->read % r->window] = (slot){.item = item};
    r->read++;
    pthread_cond_signal(&r->to_take);
    pthread_mutex_unlock(&r->lock);
    return GISA_OK;
}

/* Waits for the oldest item and hands it on, or drops it once something has failed. */
static gisa_status put_one(ring *r, gisa_status before, gisa_error *err)
{
    slot *s = &r->slots[r->put % r->window];
    pthread_mutex_lock(&r->lock);
    while (!s->done) pthread_cond_wait(&r->to_put, &r->lock);
    r->put++;
    pthread_mutex_unlock(&r->lock);
    if (before >= 0 && s->st >= 0) return r->ops->put(r->ops->ctx, s->item, err);
    r->ops->drop(r->ops->ctx, s->item);
    if (before < 0) return before;
    if (err) *err = s->err;
    return s->st;
}

static gisa_status drive(ring *r, gisa_error *err)
{
    gisa_status st = GISA_OK;
    bool more = true;
    while (more || r->put < r->read) {
        bool room = r->read == r->put || !r->ops->full || !r->ops->full(r->ops->ctx);
        if (more && room && r->read - r->put < r->window) {
            gisa_status got = read_one(r, err);
            if (got != GISA_OK) more = false;
            if (got < 0) st = got; /* mutate: equivalent, st is GISA_OK here */
            continue;
        }
        gisa_status had = put_one(r, st, err);
        if (had < 0) st = had; /* mutate: equivalent, after a failure it is that failure */
        if (st < 0) more = false;
    }
    return st;
}

static gisa_status run_alone(const gisa_pool_ops *ops, gisa_error *err)
{
    for (;;) {
        void *item = NULL;
        gisa_status st = ops->next(ops->ctx, &item, err);
        if (st != GISA_OK) return st < 0 ? st : GISA_OK;
        st = ops->work(ops->ctx, 0, item, err);
        if (st < 0)
            ops->drop(ops->ctx, item);
        else
            st = ops->put(ops->ctx, item, err);
        if (st < 0) return st;
    }
}

gisa_status gisa_pool_run(unsigned threads, size_t window, const gisa_pool_ops *ops,
                          gisa_error *err)
{
    if (threads <= 1) return run_alone(ops, err);
    ring r = {.ops = ops, .window = window ? window : 1};
    worker *workers = gisa_calloc(threads, sizeof *workers);
    r.slots = gisa_calloc(r.window, sizeof *r.slots);
    gisa_status st = workers && r.slots ? GISA_OK : gisa_fail_mem(err);
    unsigned started = 0;
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.to_take, NULL);
    pthread_cond_init(&r.to_put, NULL);
    while (st >= 0 && started < threads) {
        workers[started] = (worker){.r = &r, .number = started};
        if (pthread_create(&workers[started].thread, NULL, worker_main, &workers[started]) != 0)
            break;
        started++;
    }
    if (st >= 0 && !started)
        st = gisa_fail_for(err, GISA_ELIMIT, GISA_CAUSE_NO_THREAD, "cannot start a thread");
    if (st >= 0) st = drive(&r, err);
    pthread_mutex_lock(&r.lock);
    r.closed = true;
    pthread_cond_broadcast(&r.to_take);
    pthread_mutex_unlock(&r.lock);
    for (unsigned i = 0; i < started; i++) pthread_join(workers[i].thread, NULL);
    pthread_cond_destroy(&r.to_put);
    pthread_cond_destroy(&r.to_take);
    pthread_mutex_destroy(&r.lock);
    gisa_free(r.slots);
    gisa_free(workers);
    return st;
}

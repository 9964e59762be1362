#include "pipeline/follower.h"

#include <pthread.h>

#include "base/mem.h"
#include "pipeline/capture_run.h"

struct gisa_follower {
    gisa_pipeline *p;
    gisa_pipeline_report *report;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    uint64_t durable; /* end of what may be read */
    bool closed;
};

/* Waits until there is something after `from`. False: the follower is closed. */
static bool wait_beyond(gisa_follower *f, uint64_t from, uint64_t *durable)
{
    pthread_mutex_lock(&f->lock);
    while (!f->closed && f->durable <= from) pthread_cond_wait(&f->changed, &f->lock);
    *durable = f->durable;
    bool go_on = !f->closed;
    pthread_mutex_unlock(&f->lock);
    return go_on;
}

/* What was learned may not have been kept, and a batch that was rolled back was counted. */
static void forget(gisa_follower *f, uint64_t from, const gisa_pipeline_report *before)
{
    uint64_t mark = 0;
    gisa_error ignored;
    gisa_learning_close(&f->p->learning);
    if (gisa_store_archive_mark(f->p->store, &mark, &ignored) < 0 || mark > from) return;
    const gisa_map reasons = f->report->reasons, passed = f->report->passed;
    *f->report = *before;
    f->report->reasons = reasons;
    f->report->passed = passed;
}

/* Failures are not told: who catches up afterwards meets them again. */
static void *follow(void *arg)
{
    gisa_follower *f = arg;
    uint64_t at = 0, to = 0;
    gisa_stretch part;
    gisa_error ignored;
    gisa_status st = GISA_OK;
    bool ready = false;
    while (st == GISA_OK && wait_beyond(f, at, &part.to)) {
        if (!ready) st = gisa_capture_run_ready(f->p, &at, &ignored);
        ready = true;
        part.from = at;
        const gisa_pipeline_report before = *f->report;
        if (st == GISA_OK) st = gisa_capture_run_part(f->p, part, &to, f->report, &ignored);
        if (st < 0) forget(f, part.from, &before);
        if (to == part.from && part.from < part.to) break; /* an unusable record is in the way */
        at = to;
    }
    return NULL;
}

gisa_status gisa_follower_open(gisa_pipeline *p, gisa_pipeline_report *report, gisa_follower **out,
                               gisa_error *err)
{
    gisa_follower *f = gisa_calloc(1, sizeof *f);
    if (!f) return gisa_fail_mem(err);
    f->p = p;
    f->report = report;
    pthread_mutex_init(&f->lock, NULL);
    pthread_cond_init(&f->changed, NULL);
    if (pthread_create(&f->thread, NULL, follow, f) != 0) {
        gisa_free(f);
        return gisa_fail_for(err, GISA_ELIMIT, GISA_CAUSE_NO_THREAD, "cannot start a thread");
    }
    *out = f;
    return GISA_OK;
}

void gisa_follower_note(gisa_follower *f, uint64_t end)
{
    if (!f) return;
    pthread_mutex_lock(&f->lock);
    f->durable = end;
    pthread_cond_signal(&f->changed);
    pthread_mutex_unlock(&f->lock);
}

void gisa_follower_close(gisa_follower *f)
{
    if (!f) return;
    pthread_mutex_lock(&f->lock);
    f->closed = true;
    pthread_cond_signal(&f->changed);
    pthread_mutex_unlock(&f->lock);
    pthread_join(f->thread, NULL);
    pthread_cond_destroy(&f->changed);
    pthread_mutex_destroy(&f->lock);
    gisa_free(f);
}

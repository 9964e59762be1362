#include "cli/fetch_watch.h"

#include "base/time.h"
#include "cli/database.h"
#include "cli/interrupt.h"
#include "cli/sources_file.h"

enum {
    BUSY_S = 30,     /* before the next try when another gisa is writing */
    TOGETHER_S = 15, /* what is due within this time waits for a common run, but no longer than half
                        of the shortest time between two requests for a feed */
    LONGEST_S = 600, /* between two looks at the clock and the sources file */
};

static gisa_status find_next_due(fetch *f, gisa_frontier *frontier, int64_t *due_utc,
                                 gisa_error *err)
{
    const gisa_frontier_due when = {gisa_now_utc(), f->since_utc};
    gisa_status st = GISA_OK;
    *due_utc = INT64_MAX;
    for (size_t i = 0; i < f->sources.n && st >= 0; i++) {
        int64_t due;
        const gisa_source *source = &f->sources.items[i];
        if (!fetch_is_wanted(f, source)) continue;
        st = gisa_crawl_next_due(source, frontier, &when, &due, err);
        if (st >= 0 && due < *due_utc) *due_utc = due;
    }
    return st;
}

/* Seconds until a run is worth while. */
static gisa_status find_pause(fetch *f, int64_t *pause_s, gisa_error *err)
{
    gisa_frontier *frontier = NULL;
    int64_t due = 0, together = TOGETHER_S;
    gisa_status st = cli_frontier_look(f->c, &frontier, err);
    if (st >= 0 && frontier) st = find_next_due(f, frontier, &due, err);
    gisa_frontier_close(frontier);
    for (size_t i = 0; i < f->sources.n; i++) {
        int64_t half = f->sources.items[i].every_s / 2;
        if (half < together) together = half > 0 ? half : 1;
    }
    *pause_s = due - gisa_now_utc();
    if (*pause_s < together) *pause_s = together;
    if (*pause_s > LONGEST_S) *pause_s = LONGEST_S;
    return st;
}

/* A file that has become unusable is told, and what it said before holds. */
static void read_sources(fetch *f)
{
    gisa_sources now = {0};
    gisa_error err = {0};
    if (sources_file_read(f->c, f->sources_path, &now, &err) < 0) {
        cli_error(f->c, "%s; its last version is kept to", err.text);
        gisa_sources_clear(&now);
        return;
    }
    gisa_sources_clear(&f->sources);
    f->sources = now;
}

static gisa_status run_round(fetch *f, gisa_error *err)
{
    int code; /* a source that gives nothing is told, and is no reason to end */
    f->round++;
    fetch_read_since(f);
    gisa_status st = fetch_run(f, &code, err);
    if (st == GISA_EBUSY) cli_warn(f->c, "%s", err->text);
    return st;
}

gisa_status fetch_watch(fetch *f, int *code, gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (!interrupt_ask()) return gisa_fail(err, GISA_EIO, "no descriptor is left to wait with");
    while (!interrupt_asked()) {
        int64_t pause_s = BUSY_S;
        st = run_round(f, err);
        if (st < 0 && st != GISA_EBUSY) break;
        if (st >= 0 && (st = find_pause(f, &pause_s, err)) < 0) break;
        interrupt_wait(pause_s * 1000);
        if (!interrupt_asked()) read_sources(f);
    }
    bool stopped = interrupt_asked() && (st >= 0 || st == GISA_EBUSY);
    if (stopped)
        cli_info(f->c, "stopped; what was fetched is kept, and gisa fetch goes on from there");
    *code = CLI_FOUND;
    return stopped ? GISA_OK : st;
}

/* What a crawl does about pages that are reserved against language models. */
#include <stdio.h>

#include "ingest/fetch/crawl_handle.h"
#include "ingest/fetch/crawl_note.h"

void gisa_crawl_count_reserved(gisa_crawl_run *c, size_t source, const char *reason)
{
    gisa_crawl_report *r = &c->reports[source];
    if (!r->reserved++)
        snprintf(r->reserved_why, sizeof r->reserved_why, "%s", reason);
    else if (strcmp(r->reserved_why, reason) != 0)
        r->reserved_otherwise = true;
}

gisa_status gisa_crawl_leave_out(gisa_crawl_run *c, const gisa_fetch_result *r)
{
    gisa_crawl_count_reserved(c, r->tag, r->reason);
    return gisa_frontier_reserve(c->frontier, r->url, r->reason, gisa_crawl_now(c), c->err);
}

/* The note says so to the frontier, and to one that is made anew. */
static gisa_status drop(gisa_crawl_run *c, const gisa_fetch_result *r, const char *reason)
{
    gisa_buf text = {0};
    const gisa_crawl_failure note = {.source = c->sources[r->tag]->name,
                                     .reason = gisa_str_from(reason),
                                     .status = r->status,
                                     .reserved = true};
    gisa_crawl_note_failure(&note, &text);
    gisa_status st = gisa_crawl_archive_note(c, GISA_ROLE_FAILURE, r->url, &text);
    gisa_buf_clear(&text);
    return st;
}

gisa_status gisa_crawl_judge(gisa_crawl_run *c, const gisa_fetch_result *r,
                             gisa_crawl_verdict *verdict)
{
    char reason[64];
    const char *by = NULL;
    const gisa_reservations wanted = c->sources[r->tag]->reservations;
    *verdict = GISA_CRAWL_TAKE;
    if (wanted == GISA_RESERVATIONS_RECORD || r->outcome != GISA_FETCH_DONE) return GISA_OK;
    gisa_status st = gisa_reservation_find(&c->reservations, r, &by, c->err);
    if (st < 0 || !by) return st;
    snprintf(reason, sizeof reason, "reserved by %s", by);
    gisa_crawl_count_reserved(c, r->tag, reason);
    *verdict = wanted == GISA_RESERVATIONS_SKIP ? GISA_CRAWL_DROP : GISA_CRAWL_SET_ASIDE;
    return *verdict == GISA_CRAWL_DROP ? drop(c, r, reason) : GISA_OK;
}

gisa_status gisa_crawl_is_aside(gisa_crawl_run *c, const gisa_frontier_page *page, bool *aside)
{
    gisa_archive *a = NULL;
    gisa_capture held;
    *aside = false;
    if (!page->fetched_utc) return GISA_OK;
    gisa_status st = gisa_archive_read(c->path, page->offset, &a, c->err);
    if (st >= 0) st = gisa_archive_next_head(a, &held, c->err);
    *aside = st == GISA_OK && held.aside;
    gisa_archive_close(a);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_crawl_release(gisa_crawl_run *c, size_t source)
{
    const gisa_source *s = c->sources[source];
    if (s->reservations == GISA_RESERVATIONS_SKIP) return GISA_OK;
    return gisa_frontier_release(c->frontier, s->name, gisa_crawl_now(c), c->err);
}

#include "ingest/fetch/host.h"

#include <stdio.h>

#include "base/mem.h"
#include "corpus/http_head.h"
#include "corpus/url.h"

gisa_status gisa_host_open(gisa_str origin, gisa_host **out, gisa_error *err)
{
    gisa_host *h = gisa_calloc(1, sizeof *h);
    char *copy = gisa_memdup(origin.p, origin.n);
    if (!h || !copy) {
        gisa_free(h);
        gisa_free(copy);
        return gisa_fail_mem(err);
    }
    h->origin = (gisa_str){copy, origin.n};
    h->said_ms = -1;
    *out = h;
    return GISA_OK;
}

void gisa_host_close(gisa_host *h)
{
    if (!h) return;
    gisa_robots_clear(&h->robots);
    gisa_ai_agents_clear(&h->ai);
    gisa_tdmrep_clear(&h->tdm);
    gisa_free((char *)(uintptr_t)h->origin.p);
    gisa_free(h);
}

int64_t gisa_host_delay(const gisa_host *h, int64_t default_ms)
{
    int64_t asked = h->robots.has_delay ? h->robots.delay_ms : -1;
    if (asked > GISA_DELAY_MAX_MS) asked = GISA_DELAY_MAX_MS;
    if (h->said_ms > asked) asked = h->said_ms;
    return asked >= 0 ? asked : default_ms;
}

gisa_status gisa_host_take_robots(gisa_host *h, const gisa_host_answer *a, const char *agent,
                                  gisa_error *err)
{
    bool good = a->status >= 200 && a->status < 300;
    bool none = a->status >= 300 && a->status < 500 && a->status != 429;
    if (!good && !none) {
        h->state = GISA_HOST_CLOSED;
        snprintf(h->reason, sizeof h->reason, "robots.txt cannot be had: %.150s", a->reason);
        return GISA_OK;
    }
    h->state = GISA_HOST_POLICY;
    if (!good) return GISA_OK;
    gisa_status st = gisa_robots_parse(a->body, gisa_str_from(agent), &h->robots, err);
    return st < 0 ? st : gisa_ai_agents_parse(a->body, &h->ai, err);
}

gisa_status gisa_host_take_policy(gisa_host *h, const gisa_host_answer *a, gisa_error *err)
{
    h->state = GISA_HOST_READY;
    if (a->status != 200) return GISA_OK;
    gisa_status st = gisa_tdmrep_parse(a->body, &h->tdm, err);
    return st == GISA_ENOMEM ? st : GISA_OK;
}

void gisa_host_shut(gisa_host *h, const char *reason)
{
    h->state = GISA_HOST_CLOSED;
    snprintf(h->reason, sizeof h->reason, "%s", reason);
}

void gisa_host_rest(gisa_host *h, int64_t rest_s, const char *reason)
{
    h->state = GISA_HOST_CLOSED;
    h->rest_s = rest_s;
    snprintf(h->reason, sizeof h->reason, "asked to be left alone for %lld s: %.140s",
             (long long)rest_s, reason);
}

void gisa_host_note(gisa_host *h, bool answered, const char *reason)
{
    h->failures = answered ? 0 : h->failures + 1;
    if (h->failures < GISA_HOST_FAILURES || h->state == GISA_HOST_CLOSED) return;
    h->state = GISA_HOST_CLOSED;
    snprintf(h->reason, sizeof h->reason, "given up after %d failures: %.150s", GISA_HOST_FAILURES,
             reason);
}

void gisa_host_add_reserved(const gisa_host *h, gisa_str url, gisa_buf *out)
{
    if (h->robots.ai_train)
        gisa_buf_addf(out, "X-Archive-Content-Signal: ai-train=%s\r\n",
                      h->robots.ai_train == 1 ? "no" : "yes");
    gisa_buf names = {0};
    gisa_ai_agents_add_closed(&h->ai, url, &names);
    gisa_buf_take_status(out, &names);
    if (names.n)
        gisa_buf_addf(out, "X-Archive-Closed-To: %.*s\r\n", GISA_ARG(gisa_buf_view(&names)));
    gisa_buf_clear(&names);
}

void gisa_host_add_tdm(const gisa_host *h, gisa_str url, gisa_str head, gisa_buf *out)
{
    if (gisa_head_field(head, "TDM-Reservation").p) return;
    const gisa_tdm_rule *rule = gisa_tdmrep_find(&h->tdm, gisa_url_target(url));
    if (!rule) return;
    gisa_buf_addf(out, "X-Archive-TDM-Reservation: %d\r\n", rule->reserved);
    if (rule->policy.n)
        gisa_buf_addf(out, "X-Archive-TDM-Policy: %.*s\r\n", GISA_ARG(rule->policy));
}

/* What would be said in the head of the page is read as if it were there. */
gisa_status gisa_host_reserves(const gisa_host *h, gisa_str url, const char **by, gisa_error *err)
{
    gisa_buf fields = {0};
    gisa_host_add_reserved(h, url, &fields);
    gisa_host_add_tdm(h, url, GISA_NONE, &fields);
    gisa_status st = gisa_buf_check(&fields, "fields", err);
    *by = st < 0 ? NULL : gisa_rights_signals_find(gisa_buf_view(&fields)).by;
    gisa_buf_clear(&fields);
    return st;
}

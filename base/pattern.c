#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/pattern.h"

#include <pcre2.h>

#include "base/mem.h"

struct gisa_pattern {
    pcre2_code *code;
};

struct gisa_match {
    pcre2_match_data *data;
    pcre2_match_context *limits;
    gisa_str text;
    int groups;
    bool gave_up;
};

enum { MAX_GROUPS = GISA_PATTERN_GROUPS + 1, MATCH_LIMIT = 1000000 };

gisa_status gisa_pattern_open(const char *pattern, unsigned flags, gisa_pattern **out,
                              gisa_error *err)
{
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK | PCRE2_NEVER_BACKSLASH_C;
    if (flags & GISA_PATTERN_NOCASE) options |= PCRE2_CASELESS;
    if (flags & GISA_PATTERN_LINES) options |= PCRE2_MULTILINE;
    int code;
    PCRE2_SIZE at;
    gisa_pattern *p = gisa_calloc(1, sizeof *p);
    if (!p) return gisa_fail_mem(err);
    p->code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, options, &code, &at, NULL);
    if (!p->code) {
        char why[128] = "";
        pcre2_get_error_message(code, (PCRE2_UCHAR *)why, sizeof why);
        gisa_free(p);
        return gisa_fail_at(err, GISA_EINVAL, at, "pattern %s: %s at byte %zu", pattern, why, at);
    }
    pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE);
    *out = p;
    return GISA_OK;
}

void gisa_pattern_close(gisa_pattern *p)
{
    if (!p) return;
    pcre2_code_free(p->code);
    gisa_free(p);
}

unsigned gisa_pattern_groups(const gisa_pattern *p)
{
    uint32_t n = 0;
    pcre2_pattern_info(p->code, PCRE2_INFO_CAPTURECOUNT, &n);
    return n;
}

gisa_status gisa_match_open(gisa_match **out, gisa_error *err)
{
    gisa_match *m = gisa_calloc(1, sizeof *m);
    if (!m) return gisa_fail_mem(err);
    m->data = pcre2_match_data_create(MAX_GROUPS, NULL);
    m->limits = pcre2_match_context_create(NULL);
    if (!m->data || !m->limits) {
        gisa_match_close(m);
        return gisa_fail_mem(err);
    }
    pcre2_set_match_limit(m->limits, MATCH_LIMIT);
    *out = m;
    return GISA_OK;
}

void gisa_match_close(gisa_match *m)
{
    if (!m) return;
    pcre2_match_data_free(m->data);
    pcre2_match_context_free(m->limits);
    gisa_free(m);
}

bool gisa_pattern_find(const gisa_pattern *p, gisa_match *m, gisa_str text, size_t from)
{
    m->text = text;
    m->groups = 0;
    int n = pcre2_match(p->code, (PCRE2_SPTR)(text.p ? text.p : ""), text.n, from,
                        PCRE2_NO_UTF_CHECK, m->data, m->limits);
    m->groups = n > 0 ? n : 0;
    m->gave_up = n < 0 && n != PCRE2_ERROR_NOMATCH;
    return n > 0;
}

bool gisa_match_gave_up(const gisa_match *m)
{
    return m->gave_up;
}

gisa_str gisa_match_group(const gisa_match *m, unsigned k)
{
    if ((int)k >= m->groups) return GISA_NONE;
    const PCRE2_SIZE *at = pcre2_get_ovector_pointer(m->data);
    if (at[2 * k] == PCRE2_UNSET) return GISA_NONE;
    return gisa_str_cut(m->text, at[2 * k], at[2 * k + 1]);
}

size_t gisa_match_start(const gisa_match *m)
{
    return pcre2_get_ovector_pointer(m->data)[0];
}

size_t gisa_match_end(const gisa_match *m)
{
    return pcre2_get_ovector_pointer(m->data)[1];
}

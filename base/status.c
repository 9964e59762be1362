#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Drops a UTF-8 character that vsnprintf cut: it begins in one of the last three bytes. */
static void trim_cut_character(char *s, size_t cap)
{
    size_t n = strnlen(s, cap);
    if (n + 1 < cap) return;
    for (size_t back = 1; back <= 3; back++) {
        unsigned char lead = (unsigned char)s[n - back];
        size_t width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
        if (back < width) s[n - back] = '\0';
    }
}

static void fill(gisa_error *err, gisa_status code, uint64_t offset, const char *fmt, va_list ap)
{
    if (!err) return;
    err->code = code;
    err->cause = GISA_CAUSE_NONE;
    err->offset = offset;
    vsnprintf(err->text, sizeof err->text, fmt, ap);
    trim_cut_character(err->text, sizeof err->text);
}

gisa_status gisa_fail(gisa_error *err, gisa_status code, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    fill(err, code, GISA_NOWHERE, fmt, ap);
    va_end(ap);
    return code;
}

gisa_status gisa_fail_for(gisa_error *err, gisa_status code, gisa_cause cause, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    fill(err, code, GISA_NOWHERE, fmt, ap);
    va_end(ap);
    if (err) err->cause = cause;
    return code;
}

gisa_status gisa_fail_at(gisa_error *err, gisa_status code, uint64_t offset, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    fill(err, code, offset, fmt, ap);
    va_end(ap);
    return code;
}

gisa_status gisa_fail_mem(gisa_error *err)
{
    return gisa_fail(err, GISA_ENOMEM, "out of memory");
}

const char *gisa_status_name(gisa_status st)
{
    switch (st) {
    case GISA_OK: return "ok";
    case GISA_END: return "end";
    case GISA_SKIP: return "skip";
    case GISA_ENOMEM: return "out of memory";
    case GISA_EIO: return "input/output error";
    case GISA_ENET: return "network error";
    case GISA_EENCODING: return "encoding error";
    case GISA_ECORRUPT: return "damaged data";
    case GISA_EINVAL: return "invalid argument";
    case GISA_ELIMIT: return "limit reached";
    case GISA_EBUSY: return "busy";
    case GISA_ENOTFOUND: return "not found";
    }
    return "unknown";
}

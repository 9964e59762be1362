#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/mem.h"
#include "base/utf8.h"

static size_t ceiling(const gisa_buf *b)
{
    return b->max ? b->max : GISA_BUF_MAX;
}

char *gisa_buf_reserve(gisa_buf *b, size_t n)
{
    if (b->st < 0) return NULL;
    if (n > ceiling(b) - b->n) {
        b->st = GISA_ELIMIT;
        return NULL;
    }
    size_t want = b->n + n + 1;
    if (want > b->cap) {
        size_t cap = b->cap ? b->cap : 64;
        while (cap < want) cap *= 2;
        char *p = gisa_realloc(b->p, cap);
        if (!p) {
            b->st = GISA_ENOMEM;
            return NULL;
        }
        b->p = p;
        b->cap = cap;
    }
    b->p[b->n] = '\0';
    return b->p + b->n;
}

void gisa_buf_add_bytes(gisa_buf *b, const void *p, size_t n)
{
    char *to = gisa_buf_reserve(b, n);
    if (!to) return;
    if (n) memcpy(to, p, n);
    b->n += n;
    b->p[b->n] = '\0';
}

void gisa_buf_add(gisa_buf *b, gisa_str s)
{
    gisa_buf_add_bytes(b, s.p, s.n);
}

void gisa_buf_add_c(gisa_buf *b, const char *s)
{
    gisa_buf_add_bytes(b, s, strlen(s));
}

void gisa_buf_add_char(gisa_buf *b, char c)
{
    gisa_buf_add_bytes(b, &c, 1);
}

void gisa_buf_add_cp(gisa_buf *b, uint32_t cp)
{
    char out[4];
    gisa_buf_add_bytes(b, out, gisa_utf8_put(out, cp));
}

void gisa_buf_addf(gisa_buf *b, const char *fmt, ...)
{
    va_list ap, again;
    va_start(ap, fmt);
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    char *to = n < 0 ? NULL : gisa_buf_reserve(b, (size_t)n);
    if (to) {
        vsnprintf(to, (size_t)n + 1, fmt, again);
        b->n += (size_t)n;
    }
    va_end(again);
}

void gisa_buf_cut(gisa_buf *b, size_t n)
{
    if (n >= b->n) return;
    b->n = n;
    b->p[n] = '\0';
}

void gisa_buf_take_status(gisa_buf *b, const gisa_buf *from)
{
    if (from->st < 0) b->st = from->st;
}

void gisa_buf_reset(gisa_buf *b)
{
    b->n = 0;
    b->st = GISA_OK;
    if (b->p) b->p[0] = '\0';
}

void gisa_buf_clear(gisa_buf *b)
{
    gisa_free(b->p);
    *b = gisa_buf_make(b->max);
}

gisa_status gisa_buf_check(const gisa_buf *b, const char *what, gisa_error *err)
{
    if (b->st == GISA_ENOMEM) return gisa_fail_mem(err);
    if (b->st == GISA_ELIMIT)
        return gisa_fail(err, GISA_ELIMIT, "%s is over its limit of %zu bytes", what, ceiling(b));
    return GISA_OK;
}

/* A growing byte buffer with a ceiling. Sticky: append freely, ask once.
 *
 *     gisa_buf line = gisa_buf_make(1 << 20);
 *     gisa_buf_add(&line, a);
 *     gisa_buf_addf(&line, "%zu", n);
 *     if ((st = gisa_buf_status(&line)) < 0) goto done;
 *
 * {0} is an empty buffer without a ceiling of its own (GISA_BUF_MAX holds). After an error the
 * contents stay as they were before the append that failed and all later appends do nothing. */
#ifndef GISA_BASE_BUF_H
#define GISA_BASE_BUF_H

#include "base/status.h"
#include "base/str.h"

#define GISA_BUF_MAX ((size_t)1 << 30)

typedef struct gisa_buf {
    char *p; /* always NUL-terminated once something was added */
    size_t n;
    size_t cap;
    size_t max;     /* ceiling in bytes; 0 means GISA_BUF_MAX */
    gisa_status st; /* GISA_OK, GISA_ENOMEM or GISA_ELIMIT */
} gisa_buf;

/* An empty buffer that holds at most max bytes (0: GISA_BUF_MAX). Cleared by gisa_buf_clear. */
static inline gisa_buf gisa_buf_make(size_t max)
{
    return (gisa_buf){.max = max};
}

void gisa_buf_add(gisa_buf *b, gisa_str s);
void gisa_buf_add_c(gisa_buf *b, const char *s);
void gisa_buf_add_char(gisa_buf *b, char c);
void gisa_buf_add_bytes(gisa_buf *b, const void *p, size_t n);

/* Appends a code point as UTF-8; anything that is no scalar value becomes U+FFFD. */
void gisa_buf_add_cp(gisa_buf *b, uint32_t cp);

/* Appends like printf. Only for numbers and short texts: no locale-dependent formats. */
void gisa_buf_addf(gisa_buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Room for n more bytes after the contents, or NULL with the status set. The caller writes there
 * and then adds what was written to b->n. */
char *gisa_buf_reserve(gisa_buf *b, size_t n);

/* Shortens the contents to n bytes. */
void gisa_buf_cut(gisa_buf *b, size_t n);

/* Empties the buffer and its status, keeps its memory and ceiling. */
void gisa_buf_reset(gisa_buf *b);

/* Frees the memory; the buffer is empty and usable again, with the same ceiling. */
void gisa_buf_clear(gisa_buf *b);

/* The contents as a view, dead after the next append. Never GISA_NONE. */
static inline gisa_str gisa_buf_view(const gisa_buf *b)
{
    return (gisa_str){b->p ? b->p : "", b->n};
}

static inline gisa_status gisa_buf_status(const gisa_buf *b)
{
    return b->st;
}

/* The status with its text in err ("out of memory" or "<what> is over N bytes"). */
gisa_status gisa_buf_check(const gisa_buf *b, const char *what, gisa_error *err);

#endif

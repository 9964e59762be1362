/* Appending to a buffer (gisa/text.h).
 *
 *     gisa_buf line = gisa_buf_make(1 << 20);
 *     gisa_buf_add(&line, a);
 *     gisa_buf_addf(&line, "%zu", n);
 *     if ((st = gisa_buf_status(&line)) < 0) goto done; */
#ifndef GISA_BASE_BUF_H
#define GISA_BASE_BUF_H

#include "base/status.h"
#include "base/str.h"
#include "gisa/text.h"

/* An empty buffer that holds at most max bytes (0: GISA_BUF_MAX). Cleared by gisa_buf_clear. */
static inline gisa_buf gisa_buf_make(size_t max)
{
    return (gisa_buf){.max = max};
}

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

/* Takes on the failure of another buffer, of which the contents were made; success changes
 * nothing. */
void gisa_buf_take_status(gisa_buf *b, const gisa_buf *from);

static inline gisa_status gisa_buf_status(const gisa_buf *b)
{
    return b->st;
}

#endif

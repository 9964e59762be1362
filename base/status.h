/* How the library's own functions fail; gisa/status.h has the outcomes. */
#ifndef GISA_BASE_STATUS_H
#define GISA_BASE_STATUS_H

#include "gisa/status.h"

#include <stdint.h>

/* Fills *err and returns code, so that reporting and leaving is one line.
 *
 * err:  may be NULL. A text too long for err->text is cut at a character.
 * Returns: code. */
gisa_status gisa_fail(gisa_error *err, gisa_status code, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* The same with a cause. */
gisa_status gisa_fail_for(gisa_error *err, gisa_status code, gisa_cause cause, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* The same with the byte offset of the fault in the input. */
gisa_status gisa_fail_at(gisa_error *err, gisa_status code, uint64_t offset, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* Fills *err with "out of memory" and returns GISA_ENOMEM. */
gisa_status gisa_fail_mem(gisa_error *err);

#endif

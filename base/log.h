/* Where messages go. The library never prints: it hands lines to a log that its caller made. */
#ifndef GISA_BASE_LOG_H
#define GISA_BASE_LOG_H

#include "base/str.h"

typedef enum gisa_level {
    GISA_LOG_ERROR,
    GISA_LOG_WARN,
    GISA_LOG_INFO,
    GISA_LOG_DEBUG,
} gisa_level;

typedef struct gisa_log {
    void (*line)(void *ctx, gisa_level level, gisa_str text); /* may be called from any thread */
    void *ctx;
    gisa_level max_level; /* lines above this level are not made */
} gisa_log;

/* Formats one line and hands it on. log may be NULL. Lines over 1,000 bytes are cut at a
 * character and end in "…". */
void gisa_log_line(const gisa_log *log, gisa_level level, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif

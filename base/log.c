#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"

void gisa_log_line(const gisa_log *log, gisa_level level, const char *fmt, ...)
{
    char text[1024];
    if (!log || !log->line || level > log->max_level) return;
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    if (n < 0) return;
    gisa_str line = {text, (size_t)n};
    if (line.n > 1000) {
        line = gisa_utf8_clip((gisa_str){text, sizeof text - 1}, 997);
        memcpy(text + line.n, "\xE2\x80\xA6", 3);
        line.n += 3;
    }
    log->line(log->ctx, level, line);
}

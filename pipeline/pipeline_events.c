#include "pipeline/pipeline_events.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"

void gisa_pipeline_warn(const gisa_pipeline_events *events, gisa_pipeline_warning kind,
                        const char *fmt, ...)
{
    char text[2048];
    va_list ap;
    if (!events->warning) return;
    va_start(ap, fmt);
    int written = vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    size_t n = written < 0 ? 0 : (size_t)written;
    if (n >= sizeof text) n = gisa_utf8_prev((gisa_str){text, sizeof text - 1}, sizeof text - 1);
    events->warning(events->ctx, kind, (gisa_str){text, n});
}

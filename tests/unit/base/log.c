#include "base/log.h"
#include "base/utf8.h"
#include "tests/unit/test.h"

typedef struct seen {
    int lines;
    char last[2048];
    size_t n;
} seen;

static void remember(void *ctx, gisa_level level, gisa_str text)
{
    seen *s = ctx;
    (void)level;
    s->lines++;
    memcpy(s->last, text.p, text.n);
    s->n = text.n;
}

int main(void)
{
    seen s = {0};
    gisa_log log = {.line = remember, .ctx = &s, .max_level = GISA_LOG_WARN};
    gisa_log_line(&log, GISA_LOG_WARN, "%s: %d", "쪽", 3);
    SAME_C(((gisa_str){s.last, s.n}), "쪽: 3", "a line is formatted and handed on");
    gisa_log_line(&log, GISA_LOG_INFO, "quiet");
    EQUAL(s.lines, 1, "lines above the level are not made");
    char text[1500];
    for (size_t i = 0; i + 3 <= sizeof text; i += 3) memcpy(text + i, "가", 3);
    gisa_log_line(&log, GISA_LOG_ERROR, "%.*s", 1500, text);
    OK(s.n <= 1000, "a long line is cut");
    EQUAL(gisa_utf8_bad((gisa_str){s.last, s.n}), GISA_NPOS, "never inside a character");
    OK(gisa_str_ends((gisa_str){s.last, s.n}, GISA_STR("…")), "and the cut is shown");
    memset(text, 'a', sizeof text);
    gisa_log_line(&log, GISA_LOG_ERROR, "%.*s", 1000, text);
    OK(s.n == 1000 && s.last[999] == 'a', "one of 1000 bytes is not");
    gisa_log_line(&log, GISA_LOG_ERROR, "%s", "");
    OK(s.lines == 4 && s.n == 0, "an empty line is one");
    gisa_log_line(NULL, GISA_LOG_ERROR, "nobody listens");
    return test_end();
}

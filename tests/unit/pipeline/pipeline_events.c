#include "pipeline/pipeline_events.h"

#include "base/utf8.h"
#include "tests/unit/test.h"

static gisa_pipeline_warning kind_seen;
static gisa_buf text_seen;

static void listen(void *ctx, gisa_pipeline_warning kind, gisa_str text)
{
    ++*(int *)ctx;
    kind_seen = kind;
    gisa_buf_reset(&text_seen);
    gisa_buf_add(&text_seen, text);
}

int main(void)
{
    int calls = 0;
    char long_name[5000];
    gisa_pipeline_events events = {.warning = listen, .ctx = &calls};
    gisa_pipeline_warn(&events, GISA_WARN_BAD_RECORD, "%s: %d bytes", "a.warc.gz", 7);
    EQUAL(calls, 1, "the caller is told once");
    EQUAL(kind_seen, GISA_WARN_BAD_RECORD, "what kind it is");
    SAME_C(gisa_buf_view(&text_seen), "a.warc.gz: 7 bytes", "in words");

    for (size_t i = 0; i + 3 < sizeof long_name; i += 3) memcpy(long_name + i, "가", 3);
    long_name[4998] = '\0';
    gisa_pipeline_warn(&events, GISA_WARN_UNREADABLE, "%s", long_name);
    OK(text_seen.n > 1000 && text_seen.n < 4998, "a text without end is cut");
    OK(gisa_utf8_bad(gisa_buf_view(&text_seen)) == GISA_NPOS, "and not inside a character");

    memset(long_name, 'x', sizeof long_name);
    for (int n = 2046; n < 2050; n++) {
        gisa_pipeline_warn(&events, GISA_WARN_UNREADABLE, "%.*s", n, long_name);
        EQUAL(text_seen.n, n < 2048 ? n : 2046, "one of 2047 bytes is not");
        EQUAL(strlen(text_seen.p), text_seen.n, "and it holds no NUL");
    }

    events.warning = NULL;
    gisa_pipeline_warn(&events, GISA_WARN_UNREADABLE, "%s", "nobody listens");
    EQUAL(calls, 6, "nobody has to listen");
    gisa_buf_clear(&text_seen);
    return test_end();
}

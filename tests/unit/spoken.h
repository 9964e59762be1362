/* What the analyser finds people to say in a body, spelled in a line, for the tests of its
 * parts. */
#ifndef GISA_TEST_SPOKEN_H
#define GISA_TEST_SPOKEN_H

#include "tests/unit/analyzed.h"

typedef struct spoken_row {
    const char *name, *body;
    const char *want; /* "SPEAKER KIND (AFFILIATION) @MEDIUM: WORDS | " a quote; "~" before those
                         without marks */
} spoken_row;

static inline void spoken_spell(gisa_str text, gisa_buf *out)
{
    gisa_buf_reset(out);
    gisa_buf_add_c(out, "");
    for (size_t i = 0; i < a.n_quotes; i++) {
        const gisa_quote *q = &a.quotes[i];
        gisa_buf_add_c(out, q->direct ? "" : "~");
        gisa_buf_add(out, q->speaker.end ? gisa_span_text(q->speaker, text) : GISA_STR("?"));
        gisa_buf_addf(out, " %s", gisa_speaker_kind_name(q->kind));
        if (q->affiliation.end) {
            gisa_buf_add_c(out, " (");
            gisa_buf_add(out, gisa_span_text(q->affiliation, text));
            gisa_buf_add_c(out, ")");
        }
        if (q->medium.end) {
            gisa_buf_add_c(out, " @");
            gisa_buf_add(out, gisa_span_text(q->medium, text));
        }
        gisa_buf_add_c(out, ": ");
        gisa_buf_add(out, gisa_span_text(q->span, text));
        gisa_buf_add_c(out, " | ");
    }
}

/* Analyses each body under a title that speaks itself, and compares. */
static inline void spoken_test(const spoken_row *rows, size_t n)
{
    gisa_buf text = {0}, got = {0};
    for (size_t i = 0; i < n; i++) {
        gisa_error err = {0};
        gisa_buf_reset(&text);
        gisa_buf_add_c(&text, "“제목의 말은 인용이 아니다”");
        gisa_annotate_opts opts = {.title_end = text.n};
        gisa_buf_add_c(&text, "\n");
        gisa_buf_add_c(&text, rows[i].body);
        if (!WENT(gisa_annotate(work, gisa_buf_view(&text), &opts, &a, &err), err, rows[i].name))
            continue;
        spoken_spell(gisa_buf_view(&text), &got);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&text);
    gisa_buf_clear(&got);
}

#endif

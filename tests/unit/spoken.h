/* What the analyser finds people to say in a body, spelled in a line, for the tests of its
 * parts. */
#ifndef GISA_TEST_SPOKEN_H
#define GISA_TEST_SPOKEN_H

#include "tests/unit/analyzed.h"

typedef struct spoken_row {
    const char *name, *body;
    const char *want; /* "SPEAKER KIND (AFFILIATION) @MEDIUM: WORDS | " a quote; "~" before those
                         without marks. "+" at the beginning: words read by themselves say less */
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

static inline void spoken_compare(gisa_analysis *with, const spoken_row *row, gisa_buf *text,
                                  gisa_buf *got)
{
    gisa_error err = {0};
    gisa_buf_reset(text);
    gisa_buf_add_c(text, "“제목의 말은 인용이 아니다”");
    gisa_annotate_opts opts = {.title_end = text->n};
    gisa_buf_add_c(text, "\n");
    gisa_buf_add_c(text, row->body);
    if (!WENT(gisa_annotate(with, gisa_buf_view(text), &opts, &a, &err), err, row->name)) return;
    spoken_spell(gisa_buf_view(text), got);
    SAME_C(gisa_buf_view(got), row->want + (*row->want == '+'), row->name);
}

/* Analyses each body under a title that speaks itself, with words read together and, as an import
 * does, by themselves, and compares. */
static inline void spoken_test(const spoken_row *rows, size_t n)
{
    gisa_buf text = {0}, got = {0};
    gisa_error err = {0};
    gisa_analyzer *alone = NULL;
    gisa_analysis *words = NULL;
    if (WENT(gisa_analyzer_open(&(gisa_analyzer_opts){.isolated_words = true}, &alone, &err), err,
             "the analyser of an import opens") &&
        WENT(gisa_analysis_open(alone, &words, &err), err, "and a workspace"))
        for (size_t i = 0; i < n; i++) {
            spoken_compare(work, &rows[i], &text, &got);
            if (*rows[i].want != '+') spoken_compare(words, &rows[i], &text, &got);
        }
    gisa_analysis_close(words);
    gisa_analyzer_close(alone);
    gisa_buf_clear(&text);
    gisa_buf_clear(&got);
}

#endif

/* How an analysed eojeol is printed: JSON, CoNLL-U, TSV. */
#ifndef GISA_CLI_TOKEN_H
#define GISA_CLI_TOKEN_H

#include "base/json.h"
#include "corpus/annotation.h"

/* Turns byte offsets, asked for in rising order, into code points. Begins as {.text = text}. */
typedef struct token_counter {
    gisa_str text;
    size_t byte, chars;
} token_counter;

int64_t token_chars_at(token_counter *k, size_t byte);

/* The keys "start" and "end" of a span. */
void token_put_span(gisa_json *w, token_counter *k, gisa_span s);

/* An eojeol and its morphemes. */
typedef struct morphs {
    gisa_span span;
    const gisa_morph *items;
    uint32_t n;
} morphs;

/* {"text", "start", "end", "morphs": […]} */
void token_put_json(gisa_json *w, token_counter *k, morphs t);

/* form/TAG+form/TAG */
void token_put_tsv(gisa_buf *out, morphs t);

/* A row of CoNLL-U; the number counts from 1. */
void token_put_conllu(gisa_buf *out, uint32_t number, morphs t, gisa_str text);

#endif

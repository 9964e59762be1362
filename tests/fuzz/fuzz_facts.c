/* The first line is the time of publication, the rest a text; what is not UTF-8 is blanked. Every
 * span must lie in the text, at characters. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "nlp/facts/fact.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check(gisa_str text, gisa_span s)
{
    if (s.start > s.end || s.end > text.n) abort();
    if (s.start < text.n && ((unsigned char)text.p[s.start] & 0xC0) == 0x80) abort();
    if (s.end < text.n && ((unsigned char)text.p[s.end] & 0xC0) == 0x80) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    gisa_str input = {(const char *)data, n}, line = GISA_NONE;
    gisa_fact_opts opts = {0};
    static gisa_gazetteer *g; /* opened once */
    gisa_annotation a = {0};
    gisa_str_next_line(&input, &line);
    gisa_time_parse_iso(line, &opts.reference);
    opts.body = line.n;
    char *copy = gisa_malloc(input.n);
    if (!copy || (!g && gisa_gazetteer_open(GISA_NONE, &g, NULL) < 0)) goto done;
    if (input.n) memcpy(copy, input.p, input.n);
    gisa_str text = {copy, input.n};
    for (size_t bad; (bad = gisa_utf8_bad(text)) != GISA_NPOS;) copy[bad] = ' ';
    while (opts.body < text.n && ((unsigned char)text.p[opts.body] & 0xC0) == 0x80) opts.body++;
    if (gisa_facts_find(g, text, &opts, &a, NULL) < 0) goto done;
    for (size_t i = 0; i < a.n_entities; i++) check(text, a.entities[i].span);
    for (size_t i = 0; i < a.n_dates; i++) check(text, a.dates[i].span);
    for (size_t i = 0; i < a.n_figures; i++) check(text, a.figures[i].span);
    for (size_t i = 0; i < a.n_quotes; i++) {
        check(text, a.quotes[i].span);
        check(text, a.quotes[i].speaker);
    }
done:
    gisa_annotation_clear(&a);
    gisa_free(copy);
    return 0;
}

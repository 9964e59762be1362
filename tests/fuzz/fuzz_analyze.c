/* The whole analysis of any bytes, its index terms and readings: surfaces and the gaps between them
 * give back the text, and only white space and what the analyser leaves out stands in a gap. */
#include <stdlib.h>

#include "base/utf8.h"
#include "nlp/names/bracket_pair.h"
#include "nlp/tagger/reading.h"
#include "nlp/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Whether [from, to) may be a gap: it holds no letter, digit or mark that a reader sees. */
static bool is_gap(gisa_str text, size_t from, size_t to)
{
    while (from < to) {
        uint32_t cp;
        from += gisa_utf8_next(text, from, &cp);
        bool unseen = cp < 0x20 || (cp >= 0x7F && cp <= 0xA0) || cp == 0xAD ||
                      (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x2028 && cp <= 0x202F) ||
                      (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF ||
                      (cp >= 0xFE00 && cp <= 0xFE0F);
        if (!unseen && gisa_char_class_of(cp) != GISA_CHAR_SPACE) return false;
    }
    return true;
}

static void check_order(gisa_str text, const gisa_annotation *a)
{
    size_t at = 0;
    for (size_t i = 0; i < a->n_tokens; i++) {
        const gisa_token *t = &a->tokens[i];
        size_t reach = t->span.start;
        if (t->span.start < at || !is_gap(text, at, t->span.start)) abort();
        for (uint32_t k = 0; k < t->n_morphs; k++) {
            gisa_span m = a->morphs[t->first_morph + k].span;
            if (m.start > reach && !is_gap(text, reach, m.start)) abort();
            if (m.end > reach) reach = m.end;
        }
        if (reach > t->span.end || !is_gap(text, reach, t->span.end)) abort();
        at = t->span.end;
    }
    if (!is_gap(text, at, text.n)) abort();
    for (size_t i = 0; i < a->n_sentences; i++) {
        const gisa_sentence *s = &a->sentences[i];
        if (s->n_tokens == 0 || s->span.start != a->tokens[s->first_token].span.start) abort();
        if (s->span.end != a->tokens[s->first_token + s->n_tokens - 1].span.end) abort();
    }
}

static void check_readings(gisa_analysis *work, const gisa_annotation *a)
{
    gisa_arena arena = {0};
    gisa_readings r;
    if (a->n_sentences > 0 &&
        gisa_readings_find(work, a->sentences[0].span, 3, &arena, &r, NULL) >= 0 &&
        (r.n == 0 || !r.items[0].chosen))
        abort();
    gisa_arena_clear(&arena);
}

/* Spellings in brackets are whole characters of the text, a name before its bracket. */
static void check_pairs(gisa_analysis *work, gisa_str text, const gisa_annotation *a)
{
    gisa_arena arena = {0};
    gisa_bracket_pairs found = {0};
    if (gisa_bracket_pairs_find(work, text, a->entities, a->n_entities, &arena, &found, NULL) >= 0)
        for (size_t i = 0; i < found.n; i++) {
            const gisa_bracket_pair *p = &found.items[i];
            if (p->name.start >= p->name.end || p->name.end >= p->other.start ||
                p->other.start >= p->other.end || p->other.end >= text.n ||
                gisa_utf8_bad(gisa_span_text(p->name, text)) != GISA_NPOS ||
                gisa_utf8_bad(gisa_span_text(p->other, text)) != GISA_NPOS)
                abort();
        }
    gisa_arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static gisa_analyzer *analyzer; /* opened once: the target's own state */
    static gisa_analysis *work;
    gisa_str text = {(const char *)data, size};
    gisa_annotation a = {0};
    gisa_terms terms = {0};
    if (!analyzer && (gisa_analyzer_open(NULL, &analyzer, NULL) < 0 ||
                      gisa_analysis_open(analyzer, &work, NULL) < 0))
        abort();
    if (gisa_annotate(work, text, NULL, &a, NULL) >= 0) {
        for (size_t i = 0; i < a.n_morphs; i++)
            if (a.morphs[i].span.start > a.morphs[i].span.end || a.morphs[i].span.end > size)
                abort();
        for (size_t i = 0; i < a.n_entities; i++)
            if (a.entities[i].span.end > size) abort();
        check_order(text, &a);
        if (size < 200) check_readings(work, &a);
        gisa_span all = {0, (uint32_t)size};
        if (gisa_annotate_terms(work, text, &a, all, &terms, NULL) >= 0)
            for (size_t i = 0; i < terms.n; i++)
                if (terms.items[i].end > size || terms.items[i].form.n == 0) abort();
        if (gisa_utf8_bad(text) == GISA_NPOS) check_pairs(work, text, &a);
    }
    gisa_terms_clear(&terms);
    gisa_annotation_clear(&a);
    return 0;
}

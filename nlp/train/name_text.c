#include "nlp/train/name_text.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "nlp/names/name_feature.h"
#include "nlp/names/name_look.h"

#define FILE_MAX   ((size_t)1 << 30)
#define SLOTS_BITS 24

static gisa_status read_spans(train_marked_text *t, gisa_str spans, train_marked *m)
{
    size_t cap = 0;
    gisa_str from, to, type;
    while (gisa_str_next_field(&spans, ' ', &from) && from.n &&
           gisa_str_next_field(&spans, ' ', &to) && gisa_str_next_field(&spans, ' ', &type)) {
        size_t start = gisa_utf8_offset(m->text, strtoul(from.p, NULL, 10));
        size_t end = gisa_utf8_offset(m->text, strtoul(to.p, NULL, 10));
        gisa_entity_type kind = gisa_entity_type_parse(type);
        if (kind >= GISA_NAME_TYPES || start >= end) return GISA_EINVAL;
        if (GISA_ARENA_GROW(&t->arena, m->names, m->n_names, cap) < 0) return GISA_ENOMEM;
        m->names[m->n_names++] = (gisa_entity){.span = {(uint32_t)start, (uint32_t)end},
                                               .type = kind};
    }
    return GISA_OK;
}

gisa_status train_marked_read(const char *path, train_marked_text *t, gisa_error *err)
{
    gisa_status st = gisa_file_read(path, FILE_MAX, &t->file, err);
    gisa_str rest = gisa_buf_view(&t->file), line, kind, spans;
    uint32_t seen[2] = {0};
    while (st >= 0 && gisa_str_next_line(&rest, &line)) {
        if (!gisa_str_next_field(&line, '\t', &kind) || !gisa_str_next_field(&line, '\t', &spans))
            continue;
        if (GISA_GROW(t->items, t->n, t->cap) < 0) return gisa_fail_mem(err);
        train_marked *m = &t->items[t->n++];
        *m = (train_marked){.text = line, .review = gisa_str_is(kind, "review")};
        m->number = seen[m->review]++;
        st = read_spans(t, spans, m);
        if (st == GISA_EINVAL) gisa_fail(err, st, "%s: sentence %zu: wrong span", path, t->n);
        if (st == GISA_ENOMEM) gisa_fail_mem(err);
    }
    return st;
}

void train_marked_clear(train_marked_text *t)
{
    gisa_buf_clear(&t->file);
    gisa_arena_clear(&t->arena);
    gisa_free(t->items);
    *t = (train_marked_text){0};
}

static gisa_status number_of(train_name_set *s, uint64_t feature, uint32_t *number)
{
    size_t mask = s->n_slots - 1, at = (size_t)feature & mask;
    while (s->slots[at] && s->vocabulary[s->slots[at] - 1] != feature) at = (at + 1) & mask;
    if (!s->slots[at]) {
        if (s->n_vocabulary >= s->n_slots / 4 * 3) return GISA_ENOMEM;
        if (GISA_GROW(s->vocabulary, s->n_vocabulary, s->cap_vocabulary) < 0) return GISA_ENOMEM;
        s->vocabulary[s->n_vocabulary++] = feature;
        s->slots[at] = (uint32_t)s->n_vocabulary;
    }
    *number = s->slots[at] - 1;
    return GISA_OK;
}

/* The gold label of a character: names that a line's ends cut are none. */
static uint8_t label_at(const train_marked *m, uint32_t at)
{
    for (size_t k = 0; k < m->n_names; k++)
        if (at >= m->names[k].span.start && at < m->names[k].span.end)
            return (uint8_t)gisa_name_label(m->names[k].type, at > m->names[k].span.start);
    return 0;
}

static gisa_status put_character(train_name_set *s, const gisa_name_line *l, uint32_t i,
                                 uint8_t label)
{
    uint64_t f[GISA_NAME_FEATURES_MAX];
    unsigned n = gisa_name_features(l, i, f);
    if (GISA_GROW(s->labels, s->n, s->cap_labels) < 0 ||
        GISA_RESERVE(s->feature_from, s->n + 2, s->cap_from) < 0 ||
        GISA_RESERVE(s->features, s->n_features + n, s->cap_features) < 0)
        return GISA_ENOMEM;
    s->labels[s->n] = label;
    s->feature_from[s->n] = (uint32_t)s->n_features;
    for (unsigned k = 0; k < n; k++)
        if (number_of(s, f[k], &s->features[s->n_features++]) < 0) return GISA_ENOMEM;
    s->feature_from[++s->n] = (uint32_t)s->n_features;
    return GISA_OK;
}

static gisa_status put_line(train_name_set *s, const train_marked *m, uint32_t sentence,
                            const gisa_name_line *l)
{
    uint32_t from = (uint32_t)s->n;
    uint8_t before = 0;
    for (uint32_t i = 0; i < l->n; i++) {
        uint8_t label = label_at(m, l->at[i]);
        if (label && label % 2 == 0 && before != label && before != label - 1) label--;
        if (put_character(s, l, i, label) < 0) return GISA_ENOMEM;
        before = label;
    }
    if (GISA_GROW(s->lines, s->n_lines, s->cap_lines) < 0) return GISA_ENOMEM;
    s->lines[s->n_lines++] = (train_name_line){from, l->n, sentence};
    return GISA_OK;
}

gisa_status train_name_set_make(const train_marked_text *t, gisa_analysis *work,
                                const gisa_name_lexicon *lexicon, train_name_set *s,
                                gisa_error *err)
{
    gisa_annotation a = {0};
    gisa_name_line *l = gisa_malloc(sizeof *l);
    s->n_slots = (size_t)1 << SLOTS_BITS;
    if (!s->slots) s->slots = gisa_calloc(s->n_slots, sizeof *s->slots);
    gisa_status st = l && s->slots ? GISA_OK : gisa_fail_mem(err);
    for (size_t i = 0; i < t->n && st >= 0; i++) {
        const train_marked *m = &t->items[i];
        st = gisa_annotate(work, m->text, NULL, &a, err);
        for (size_t k = 0; k < a.n_sentences && st >= 0; k++)
            for (uint32_t at = 0;
                 st >= 0 && gisa_name_line_next(l, m->text, &a, &a.sentences[k], &at);) {
                gisa_name_line_look(l, lexicon, i + 1);
                if (put_line(s, m, (uint32_t)i, l) < 0) st = gisa_fail_mem(err);
            }
    }
    gisa_annotation_clear(&a);
    gisa_free(l);
    return st;
}

void train_name_set_clear(train_name_set *s)
{
    gisa_free(s->lines);
    gisa_free(s->labels);
    gisa_free(s->feature_from);
    gisa_free(s->features);
    gisa_free(s->vocabulary);
    gisa_free(s->slots);
    *s = (train_name_set){0};
}

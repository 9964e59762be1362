#include "nlp/train/name_text.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "nlp/names/name_feature.h"
#include "nlp/names/name_look.h"

#define FILE_MAX   ((size_t)1 << 30)
#define SLOTS_BITS 24
#define LINE_END   '\x1e'

static gisa_status read_spans(train_marked_text *t, gisa_str spans, train_marked *m)
{
    size_t cap = 0;
    gisa_str from, to, type;
    while (gisa_str_next_field(&spans, ' ', &from) && from.n &&
           gisa_str_next_field(&spans, ' ', &to) && gisa_str_next_field(&spans, ' ', &type)) {
        size_t start = gisa_utf8_offset(m->text, strtoul(from.p, NULL, 10));
        size_t end = gisa_utf8_offset(m->text, strtoul(to.p, NULL, 10));
        bool open = gisa_str_is(type, "OPEN");
        gisa_entity_type kind = open ? TRAIN_NAME_OPEN : gisa_entity_type_parse(type);
        if ((kind >= GISA_NAME_TYPES && !open) || start >= end) return GISA_EINVAL;
        if (GISA_ARENA_GROW(&t->arena, m->names, m->n_names, cap) < 0) return GISA_ENOMEM;
        m->names[m->n_names++] = (gisa_entity){.span = {(uint32_t)start, (uint32_t)end},
                                               .type = kind};
    }
    return GISA_OK;
}

static train_collection collection_of(gisa_str kind)
{
    static const char *const names[] = {"press", "review", "article"};
    for (int c = 1; c < TRAIN_COLLECTIONS; c++)
        if (gisa_str_is(kind, names[c])) return (train_collection)c;
    return TRAIN_PRESS;
}

gisa_status train_marked_read(const char *path, train_marked_text *t, gisa_error *err)
{
    gisa_status st = gisa_file_read(path, FILE_MAX, &t->file, err);
    gisa_str rest = gisa_buf_view(&t->file), line, kind, spans;
    uint32_t seen[TRAIN_COLLECTIONS] = {0};
    while (st >= 0 && gisa_str_next_line(&rest, &line)) {
        if (!gisa_str_next_field(&line, '\t', &kind) || !gisa_str_next_field(&line, '\t', &spans))
            continue;
        if (GISA_GROW(t->items, t->n, t->cap) < 0) return gisa_fail_mem(err);
        train_marked *m = &t->items[t->n++];
        *m = (train_marked){.text = line, .collection = collection_of(kind)};
        m->number = seen[m->collection]++;
        for (char *c = t->file.p + (line.p - t->file.p); c < line.p + line.n; c++)
            if (*c == LINE_END) *c = '\n';
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

/* The gold label of a character: names that a line's ends cut are none. A name that is marked is
 * one even where something is open. */
static uint8_t label_at(const train_marked *m, uint32_t at)
{
    uint8_t label = 0;
    for (size_t k = 0; k < m->n_names; k++) {
        const gisa_entity *e = &m->names[k];
        if (at < e->span.start || at >= e->span.end) continue;
        if (e->type != TRAIN_NAME_OPEN)
            return (uint8_t)gisa_name_label(e->type, at > e->span.start);
        label = TRAIN_NAME_OPEN_LABEL;
    }
    return label;
}

static gisa_status put_character(train_name_set *s, const gisa_name_line *l, uint32_t i,
                                 uint8_t label)
{
    uint64_t f[GISA_NAME_FEATURES_MAX];
    unsigned n = l->idle[i] && label == 0 ? 0 : gisa_name_features(l, i, f);
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

/* Dates, times and quantities of articles are not marked as KLUE-NER has them: where the rules find
 * some, nothing is learnt. */
static gisa_status put_numbers(const train_marked *m, const gisa_annotation *a, train_marked *out,
                               gisa_arena *arena)
{
    size_t cap = 0;
    *out = *m;
    out->names = NULL;
    out->n_names = 0;
    for (size_t i = 0; i < m->n_names + a->n_entities; i++) {
        const gisa_entity *e = i < m->n_names ? &m->names[i] : &a->entities[i - m->n_names];
        if (i >= m->n_names && (e->type < GISA_ENTITY_DT || e->type > GISA_ENTITY_QT)) continue;
        if (GISA_ARENA_GROW(arena, out->names, out->n_names, cap) < 0) return GISA_ENOMEM;
        out->names[out->n_names++] = *e;
        if (i >= m->n_names) out->names[out->n_names - 1].type = TRAIN_NAME_OPEN;
    }
    return GISA_OK;
}

static gisa_status put_text(train_name_set *s, const train_marked *m, uint32_t number,
                            gisa_analysis *work, const gisa_name_lexicon *lexicon,
                            gisa_annotation *a, gisa_error *err)
{
    train_marked with_numbers;
    gisa_name_line *l = gisa_malloc(sizeof *l);
    if (!l) return gisa_fail_mem(err);
    gisa_status st = gisa_annotate(work, m->text, NULL, a, err);
    if (st >= 0 && m->collection == TRAIN_ARTICLE) {
        if (put_numbers(m, a, &with_numbers, &a->arena) < 0) st = gisa_fail_mem(err);
        m = &with_numbers;
    }
    for (size_t k = 0; st >= 0 && k < a->n_sentences; k++)
        for (uint32_t at = 0;
             st >= 0 && gisa_name_line_next(l, m->text, a, &a->sentences[k], &at);) {
            gisa_name_line_look(l, lexicon, number + 1u);
            if (put_line(s, m, number, l) < 0) st = gisa_fail_mem(err);
        }
    gisa_free(l);
    return st;
}

gisa_status train_name_set_make(const train_marked_text *t, gisa_analysis *work,
                                const gisa_name_lexicon *lexicon, train_name_set *s,
                                gisa_error *err)
{
    gisa_annotation a = {0};
    s->n_slots = (size_t)1 << SLOTS_BITS;
    if (!s->slots) s->slots = gisa_calloc(s->n_slots, sizeof *s->slots);
    gisa_status st = s->slots ? GISA_OK : gisa_fail_mem(err);
    for (size_t i = 0; i < t->n && st >= 0; i++)
        st = put_text(s, &t->items[i], (uint32_t)i, work, lexicon, &a, err);
    gisa_annotation_clear(&a);
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

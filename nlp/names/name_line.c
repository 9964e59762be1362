#include "nlp/names/name_line.h"

#include "base/letter.h"
#include "nlp/text.h"
#include "nlp/word/wordset.h"

#define PAD GISA_NAME_LINE_PAD

/* Decodes the piece: up to the sentence's end, or to a space when it is long. */
static uint32_t put_characters(gisa_name_line *l, gisa_str text, uint32_t at, uint32_t end)
{
    uint32_t n = 0, last_space = 0;
    memset(l->cp, 0, PAD * sizeof *l->cp);
    memset(l->kind, GISA_CHAR_SPACE, PAD);
    while (at < end && n < GISA_NAME_LINE_MAX) {
        uint32_t cp;
        l->at[n] = at;
        at += (uint32_t)gisa_utf8_next(text, at, &cp);
        cp = gisa_half_width(cp);
        l->cp[PAD + n] = cp;
        l->kind[PAD + n] = (uint8_t)gisa_char_class_of(cp);
        if (l->kind[PAD + n] == GISA_CHAR_SPACE) last_space = n;
        n++;
    }
    l->at[n] = at;
    if (at < end && last_space > 0) n = last_space;
    memset(l->cp + PAD + n, 0, PAD * sizeof *l->cp);
    memset(l->kind + PAD + n, GISA_CHAR_SPACE, PAD);
    l->n = n;
    return l->at[n];
}

/* Two characters, or the first of them. */
static inline uint64_t two_at(const uint32_t *c, bool both)
{
    return c[0] | (uint64_t)(both ? c[1] : 0) << 21;
}

static void put_word(gisa_name_line *l, uint32_t from, uint32_t to)
{
    uint64_t hash = GISA_WORD_SEED, shape = GISA_WORD_SEED;
    uint32_t kind = UINT32_MAX;
    for (uint32_t i = from; i < to; i++) {
        hash = gisa_word_roll(hash, l->cp[PAD + i]);
        l->head[i] = hash;
        l->word[i] = (uint16_t)l->n_words;
        if (l->kind[PAD + i] != kind) shape = gisa_word_roll(shape, l->kind[PAD + i]);
        kind = l->kind[PAD + i];
    }
    uint64_t rest = GISA_WORD_SEED;
    for (uint32_t i = to; i-- > from;) {
        rest = gisa_word_roll(rest, l->cp[PAD + i]);
        l->tail[i] = rest;
    }
    const uint32_t *c = l->cp + PAD, last = to - from > 2 ? to - 2 : from;
    l->words[l->n_words++] = (gisa_name_word){.from = (uint16_t)from,
                                              .to = (uint16_t)to,
                                              .hash = hash,
                                              .shape = shape,
                                              .first = two_at(c + from, to - from > 1),
                                              .last = two_at(c + last, to - from > 1)};
}

static void put_words(gisa_name_line *l)
{
    l->n_words = 0;
    for (uint32_t i = 0, from; i < l->n;) {
        for (from = i; i < l->n && l->kind[PAD + i] == GISA_CHAR_SPACE; i++) {
            l->word[i] = (uint16_t)l->n_words;
            l->head[i] = l->tail[i] = 0;
        }
        from = i;
        while (i < l->n && l->kind[PAD + i] != GISA_CHAR_SPACE) i++;
        if (i > from) put_word(l, from, i);
    }
}

static uint64_t form_hash(const gisa_morph *m)
{
    uint64_t hash = GISA_WORD_SEED ^ (uint64_t)m->tag << 40;
    for (size_t at = 0; at < m->form.n;) {
        uint32_t cp;
        at += gisa_utf8_next(m->form, at, &cp);
        hash = gisa_word_roll(hash, cp);
    }
    return hash;
}

/* The morpheme of a character is the first that holds it (강력하 of 한, not its ㄴ). */
static void place_morph(gisa_name_line *l, uint32_t number)
{
    const gisa_name_morph *m = &l->morphs[number];
    for (uint32_t i = m->from; i < m->to; i++) {
        if (l->morph[i] != GISA_NAME_NONE) continue;
        l->morph[i] = (uint16_t)number;
        l->place[i] = i == m->from ? GISA_NAME_FIRST : GISA_NAME_LATER;
    }
}

static void place_spaces(gisa_name_line *l)
{
    uint16_t next = GISA_NAME_NONE;
    for (uint32_t i = l->n; i-- > 0;) {
        if (l->morph[i] != GISA_NAME_NONE) {
            next = l->morph[i];
        } else {
            l->morph[i] = next;
            l->place[i] = GISA_NAME_BEFORE;
        }
    }
}

static void put_morphs(gisa_name_line *l, const gisa_annotation *a, size_t first, size_t end)
{
    uint32_t at = 0;
    l->n_morphs = 0;
    memset(l->morphs, 0, 2 * sizeof *l->morphs);
    memset(l->morph, 0xFF, l->n * sizeof *l->morph);
    for (size_t k = first; k < end && l->n_morphs < GISA_NAME_LINE_MORPHS; k++) {
        const gisa_morph *m = &a->morphs[k];
        if (m->span.start < l->at[0]) continue;
        if (m->span.start >= l->at[l->n]) break;
        while (at > 0 && l->at[at] > m->span.start) at--;
        while (at + 1 < l->n && l->at[at + 1] <= m->span.start) at++;
        uint32_t to = at + 1;
        while (to < l->n && l->at[to] < m->span.end) to++;
        l->morphs[2 + l->n_morphs] = (gisa_name_morph){.form = form_hash(m),
                                                       .from = (uint16_t)at,
                                                       .to = (uint16_t)to,
                                                       .run = GISA_NAME_NONE,
                                                       .tag = (uint8_t)(m->tag + 1)};
        place_morph(l, 2 + l->n_morphs++);
    }
    memset(l->morphs + 2 + l->n_morphs, 0, 2 * sizeof *l->morphs);
    place_spaces(l);
}

/* Mixes what features see of morphemes once for all their characters. */
static void mix_morphs(gisa_name_line *l)
{
    gisa_name_morph *m = l->morphs, *end = m + l->n_morphs + 4;
    for (; m < end; m++) m->mixed = gisa_name_mix(m->form);
}

static bool is_nominal(unsigned tag)
{
    switch (tag - 1) {
    case GISA_TAG_NNG:
    case GISA_TAG_NNP:
    case GISA_TAG_NNB:
    case GISA_TAG_NR:
    case GISA_TAG_XPN:
    case GISA_TAG_XSN:
    case GISA_TAG_XR:
    case GISA_TAG_SL:
    case GISA_TAG_SH:
    case GISA_TAG_SN: return true;
    default: return false;
    }
}

static bool is_josa_tag(unsigned tag)
{
    return tag >= GISA_TAG_JKS + 1 && tag <= GISA_TAG_JC + 1;
}

/* What comes after a run: its josa, and the first morpheme of the next eojeol. */
static void look_after(gisa_name_line *l, gisa_name_run *r)
{
    uint32_t end = 2 + l->n_morphs, k = r->last + 1u, word = l->word[r->from];
    uint32_t to = l->words[word].to;
    if (k < end && l->morphs[k].from < to)
        r->josa = is_josa_tag(l->morphs[k].tag) ? l->morphs[k].form : l->morphs[k].tag;
    while (k < end && l->morphs[k].from < to) k++;
    if (k < end) r->next_word = l->morphs[k].form;
    r->josa_mixed = gisa_name_mix(r->josa);
    r->next_mixed = gisa_name_mix(r->next_word);
    r->after = gisa_name_mix(r->josa_mixed + r->next_word);
    const uint32_t *last = l->cp + PAD + r->to - 1;
    r->end_mixed = gisa_name_mix(*last);
    r->end2_mixed = r->to - r->from > 1 ? gisa_name_mix(two_at(last - 1, true)) : r->end_mixed;
}

static void put_runs(gisa_name_line *l)
{
    l->n_runs = 0;
    for (uint32_t k = 2, end = 2 + l->n_morphs; k < end;) {
        uint32_t last = k;
        if (!is_nominal(l->morphs[k].tag)) {
            k++;
            continue;
        }
        while (last + 1 < end && is_nominal(l->morphs[last + 1].tag) &&
               l->morphs[last + 1].from == l->morphs[last].to)
            last++;
        gisa_name_run *r = &l->runs[l->n_runs];
        *r = (gisa_name_run){.from = l->morphs[k].from,
                             .to = l->morphs[last].to,
                             .first = (uint16_t)k,
                             .last = (uint16_t)last};
        look_after(l, r);
        while (k <= last) l->morphs[k++].run = (uint16_t)l->n_runs;
        l->n_runs++;
        if (l->n_runs == GISA_NAME_LINE_MAX) break;
    }
}

/* What the rules have found: type, whether the gazetteer knows it, and the place in it. */
static void put_claims(gisa_name_line *l, const gisa_annotation *a)
{
    size_t low = gisa_entities_from(a, l->at[0]);
    memset(l->claimed, 0, l->n);
    for (uint32_t i = 0; low < a->n_entities && a->entities[low].span.start < l->at[l->n]; low++) {
        const gisa_entity *e = &a->entities[low];
        unsigned code = 1u + (unsigned)e->type * 2u + (e->id.p != NULL);
        while (i < l->n && l->at[i] < e->span.start) i++;
        for (uint32_t from = i; i < l->n && l->at[i] < e->span.end; i++)
            l->claimed[i] = (uint8_t)(code << 1 | (i > from));
    }
}

bool gisa_name_line_next(gisa_name_line *l, gisa_str text, const gisa_annotation *a,
                         const gisa_sentence *s, uint32_t *at)
{
    if (*at < s->span.start) *at = s->span.start;
    while (*at < s->span.end && text.p[*at] == ' ') ++*at;
    if (*at >= s->span.end) return false;
    size_t first = 0, end = 0;
    if (s->n_tokens) {
        const gisa_token *t = &a->tokens[s->first_token], *u = t + s->n_tokens - 1;
        first = t->first_morph;
        end = u->first_morph + u->n_morphs;
    }
    *at = put_characters(l, text, *at, s->span.end);
    put_words(l);
    put_morphs(l, a, first, end);
    mix_morphs(l);
    put_runs(l);
    put_claims(l, a);
    return true;
}

/* One pass over the eojeols. The parts of a compound are kept as spans of a scratch buffer that
 * holds their normalised forms one after another, so every joined form is a slice of it. */
#include "nlp/word/term.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "nlp/word/dotted_word.h"
#include "nlp/word/eojeol_head.h"
#include "nlp/word/hanja.h"
#include "nlp/word/noun_part.h"
#include "nlp/word/number_term.h"

#define PARTS_MAX  32 /* parts of one compound; the rest begins another */
#define WINDOW_ALL 4  /* up to so many parts, every run of them is joined */
#define NEAR_MAX   4  /* characters of an eojeol that is joined with its neighbour */

/* A noun with the prefix and the tail that go with it; without them it is the core. */
typedef struct noun_part {
    uint16_t from, core_from, core_to, to; /* in compound.form */
    gisa_span span, core;
    bool prefix; /* nothing but a prefix so far */
    bool loose;  /* the whole is something else than its core */
} noun_part;

typedef struct compound {
    char form[PARTS_MAX * GISA_TERM_MAX];
    noun_part parts[PARTS_MAX];
    size_t n;
    bool number;     /* holds a number */
    bool hanja;      /* holds a Hanja */
    size_t words_at; /* the part that is a number in words */
    gisa_span words; /* as it is written; empty: none */
} compound;

typedef struct maker {
    gisa_str text;
    const gisa_term_opts *opts;
    gisa_terms *out;
    compound rooms[2];
    compound *last; /* of the eojeol before, while it may join the next */
    compound *now;
    bool last_bare;      /* the eojeol before is nothing but `last`, whose terms are not yet out */
    bool begins;         /* the next term is the first of its sentence */
    uint32_t number_end; /* of the last number that is a part */
    char dotted[GISA_TERM_MAX]; /* the word without its dots whose parts are coming */
    size_t n_dotted;
    gisa_span dotted_span;
} maker;

bool gisa_term_is_nominal(gisa_tag tag)
{
    switch (tag) {
    case GISA_TAG_NNG:
    case GISA_TAG_NNP:
    case GISA_TAG_NR:
    case GISA_TAG_NP:
    case GISA_TAG_XR:
    case GISA_TAG_XPN:
    case GISA_TAG_XSN:
    case GISA_TAG_SL:
    case GISA_TAG_SH:
    case GISA_TAG_SN:
    case GISA_TAG_NF:
    case GISA_TAG_NA: return true;
    default: return false;
    }
}

static bool is_stem(gisa_tag tag)
{
    return tag == GISA_TAG_VV || tag == GISA_TAG_VA || tag == GISA_TAG_MAG || tag == GISA_TAG_NV;
}

static void add_part(compound *c, gisa_str form, gisa_span span)
{
    size_t at = c->n ? c->parts[c->n - 1].to : 0;
    size_t room = sizeof c->form - at < GISA_TERM_MAX ? sizeof c->form - at : GISA_TERM_MAX;
    size_t n = gisa_term_lower(form, c->form + at, room);
    uint16_t from = (uint16_t)at, to = (uint16_t)(at + n);
    if (n == 0) return;
    for (size_t i = 0; i < n && !c->hanja;) {
        uint32_t cp;
        i += gisa_utf8_next((gisa_str){c->form + at, n}, i, &cp);
        c->hanja = gisa_is_hanja(cp);
    }
    if (c->n && c->parts[c->n - 1].prefix) { /* goes with what follows */
        noun_part *p = &c->parts[c->n - 1];
        *p = (noun_part){p->from, from, to, to, {p->span.start, span.end}, span, false, false};
        return;
    }
    c->parts[c->n++] = (noun_part){from, from, to, to, span, span, false, false};
}

static bool is_syllable(gisa_str form)
{
    uint32_t cp = 0;
    return form.n && gisa_utf8_next(form, 0, &cp) == form.n && gisa_is_hangul(cp);
}

/* Adds a suffix to the last part, where it is a noun that ends just before. */
static bool add_suffix(compound *c, gisa_str form, gisa_span span)
{
    noun_part *p = c->n ? &c->parts[c->n - 1] : NULL;
    if (!p || p->prefix || c->number || p->span.end != span.start ||
        p->to + form.n > sizeof c->form)
        return false;
    memcpy(c->form + p->to, form.p, form.n);
    p->to = (uint16_t)(p->to + form.n);
    p->span.end = span.end;
    return true;
}

/* Finds the core of the last part, when it is a noun of Hangul that the analyser leaves whole. */
static void find_core(compound *c, gisa_wordset words)
{
    noun_part *p = &c->parts[c->n - 1];
    gisa_str noun = {c->form + p->core_from, (size_t)(p->core_to - p->core_from)};
    if (noun.n != p->core.end - p->core.start) return;
    gisa_str head = gisa_noun_head(words, noun, &p->loose);
    if (!head.n) return;
    p->core_to = (uint16_t)(p->core_from + head.n);
    p->core.end = p->core.start + (uint32_t)head.n;
}

/* What a name such as GPT-4o or 오픈AI falls into: runs of Hangul, of letters and of digits with
 * the letters after them. */
static int run_kind(uint32_t cp)
{
    if (cp >= '0' && cp <= '9') return 1;
    if (cp < 0x80) return gisa_is_alpha((char)cp) ? 2 : 0;
    return gisa_is_hangul(cp) ? 3 : 2;
}

static void add_name(compound *c, gisa_str form, gisa_span span)
{
    size_t from = 0, i = 0;
    bool plain = form.n == span.end - span.start; /* then parts have spans of their own */
    int before = 0;
    while (i <= form.n) {
        uint32_t cp = 0;
        size_t n = i < form.n ? gisa_utf8_next(form, i, &cp) : 1;
        int kind = i < form.n ? run_kind(cp) : 0;
        bool goes_on = i == from || kind == before || (kind == 2 && before == 1) ||
                       (cp == '.' && before == 1) || cp == '&';
        if (i == form.n || !goes_on || kind + before == 0) {
            if (i > from && c->n < PARTS_MAX) {
                gisa_span s = {span.start + (uint32_t)from, span.start + (uint32_t)i};
                add_part(c, gisa_str_cut(form, from, i), plain ? s : span);
            }
            from = kind || i == form.n ? i : i + n;
        }
        before = before == 1 && (kind == 2 || cp == '.') ? 1 : kind;
        if (i == form.n) break;
        i += n;
    }
}

static gisa_status put_term(maker *m, gisa_str form, gisa_span span, bool colocated)
{
    if (form.n == 0 || form.n > GISA_TERM_MAX) return GISA_OK;
    uint32_t base = m->opts->part.start;
    gisa_status st = gisa_terms_put(m->out, form, span.start - base, span.end - base, colocated);
    if (st < 0 || colocated) return st;
    m->out->items[m->out->n - 1].begins = m->begins;
    m->begins = false;
    return st;
}

static gisa_str slice(const compound *c, size_t from, size_t to)
{
    return (gisa_str){c->form + c->parts[from].from,
                      (size_t)(c->parts[to - 1].to - c->parts[from].from)};
}

static gisa_span span_of(const compound *c, size_t from, size_t to)
{
    return (gisa_span){c->parts[from].span.start, c->parts[to - 1].span.end};
}

/* The joined form of the eojeol before and this one's compound, if both are short nouns. */
static gisa_status put_joined(maker *m, const compound *a, const compound *b)
{
    char form[2 * GISA_TERM_MAX];
    gisa_str left = slice(a, 0, a->n), right = slice(b, 0, b->n);
    if (a->number || b->number || left.n + right.n > GISA_TERM_MAX) return GISA_OK;
    if (gisa_utf8_chars(left) > NEAR_MAX || gisa_utf8_chars(right) > NEAR_MAX) return GISA_OK;
    memcpy(form, left.p, left.n);
    memcpy(form + left.n, right.p, right.n);
    return put_term(m, (gisa_str){form, left.n + right.n},
                    (gisa_span){a->parts[0].span.start, b->parts[b->n - 1].span.end}, true);
}

/* A run of parts, and how it is read when it has Hanja. */
static gisa_status put_run(maker *m, const compound *c, size_t from, size_t to, bool colocated)
{
    gisa_hanja_spelling ways[GISA_HANJA_WAYS];
    gisa_str form = slice(c, from, to);
    gisa_span span = span_of(c, from, to);
    gisa_status st = put_term(m, form, span, colocated);
    if (!c->hanja || gisa_utf8_chars(form) < 2) return st;
    size_t n = gisa_hanja_spell(form, ways);
    for (size_t i = 0; i < n && st >= 0; i++)
        st = put_term(m, (gisa_str){ways[i].bytes, ways[i].n}, span, true);
    return st;
}

/* What is beside the term of the part just put: a number as it is written in words, the word whose
 * first part this is without its dots. */
static gisa_status put_beside(maker *m, const compound *c, size_t part)
{
    char form[GISA_TERM_MAX];
    gisa_status st = GISA_OK;
    if (c->words.end && c->words_at == part) {
        size_t n = gisa_term_lower(gisa_span_text(c->words, m->text), form, sizeof form);
        st = put_term(m, (gisa_str){form, n}, c->words, true);
    }
    if (st >= 0 && m->n_dotted && part == 0)
        st = put_term(m, (gisa_str){m->dotted, m->n_dotted}, m->dotted_span, true);
    if (part == 0) m->n_dotted = 0;
    return st;
}

/* A part and, colocated, what it is without its prefix and its tail. */
static gisa_status put_part(maker *m, const compound *c, size_t i)
{
    const noun_part *p = &c->parts[i];
    char form[GISA_TERM_MAX + sizeof GISA_TERM_LOOSE];
    size_t n = p->loose ? sizeof GISA_TERM_LOOSE - 1 : 0,
           core = (size_t)(p->core_to - p->core_from);
    gisa_status st = put_run(m, c, i, i + 1, false);
    if (st < 0 || core == (size_t)(p->to - p->from) || core > GISA_TERM_MAX) return st;
    memcpy(form, GISA_TERM_LOOSE, n);
    memcpy(form + n, c->form + p->core_from, core);
    return put_term(m, (gisa_str){form, n + core}, p->core, true);
}

static gisa_status put_compound(maker *m, const compound *c, const compound *next)
{
    gisa_status st = GISA_OK;
    if (c->n == 0) return GISA_OK;
    if (m->opts->mode == GISA_TOKENIZE_QUERY) return put_run(m, c, 0, c->n, false);
    for (size_t i = 0; i < c->n && st >= 0; i++) {
        st = put_part(m, c, i);
        if (st >= 0) st = put_beside(m, c, i);
        for (size_t to = i + 2; to <= c->n && st >= 0; to++) {
            bool whole = i == 0 && to == c->n;
            if (c->n <= WINDOW_ALL || to == i + 2 || whole) st = put_run(m, c, i, to, true);
        }
        if (i == 0 && next && next->n && st >= 0) st = put_joined(m, c, next);
    }
    return st;
}

/* Empties a compound; the room for forms, some kilobytes, is left as it is. */
static void clear(compound *c)
{
    c->n = c->words_at = 0;
    c->number = c->hanja = false;
    c->words = (gisa_span){0, 0};
}

/* Sends out the compound of the eojeol before, which waited to see its neighbour. */
static gisa_status flush_last(maker *m, const compound *next)
{
    gisa_status st = m->last_bare ? put_compound(m, m->last, next) : GISA_OK;
    m->last_bare = false;
    return st;
}

/* Ends the compound under way. first: it began its eojeol; bare: it ends it too. */
static gisa_status end_compound(maker *m, bool first, bool bare)
{
    if (m->now->n == 0) return GISA_OK;
    gisa_status st = flush_last(m, first ? m->now : NULL);
    if (st >= 0 && first && bare && m->opts->mode == GISA_TOKENIZE_DOCUMENT) {
        compound *room = m->last;
        m->last = m->now;
        m->now = room;
        m->last_bare = true;
    } else if (st >= 0) {
        st = put_compound(m, m->now, NULL);
    }
    clear(m->now);
    return st;
}

static void add_morph(compound *c, const gisa_morph *morph, gisa_wordset words)
{
    bool noun = morph->tag == GISA_TAG_NNP || morph->tag == GISA_TAG_NNG;
    bool mixed = (noun || morph->tag == GISA_TAG_SL) && morph->form.n > 1;
    size_t n = c->n;
    if (morph->tag == GISA_TAG_SN || morph->tag == GISA_TAG_NR) c->number = true;
    if (n && c->number) c->parts[n - 1].prefix = false; /* 제1회 has 1회 */
    if (morph->tag == GISA_TAG_XSN && is_syllable(morph->form) &&
        add_suffix(c, morph->form, morph->span))
        return;
    if (mixed)
        add_name(c, morph->form, morph->span);
    else
        add_part(c, morph->form, morph->span);
    bool before = morph->tag == GISA_TAG_XPN || morph->tag == GISA_TAG_MM ||
                  morph->tag == GISA_TAG_MAG;
    if (before && c->n > n && is_syllable(morph->form)) c->parts[c->n - 1].prefix = true;
    if (noun && c->n) find_core(c, words);
}

/* A stem in 하 without it: 심각하 has the term of the noun 심각, 대하 stays. */
static gisa_str root_of(const gisa_morph *morph)
{
    gisa_str light = GISA_STR("하");
    gisa_str form = morph->form;
    if (morph->tag == GISA_TAG_MAG || !gisa_str_ends(form, light)) return form;
    gisa_str root = gisa_str_cut(form, 0, form.n - light.n);
    return gisa_utf8_chars(root) > 1 ? root : form;
}

/* Takes the number that begins with a morpheme as a part. */
static bool take_number(maker *m, const gisa_annotation *a, size_t i)
{
    gisa_number_term number;
    compound *c = m->now;
    gisa_tag tag = a->morphs[i].tag;
    bool may_be = tag == GISA_TAG_SN || tag == GISA_TAG_NR || tag == GISA_TAG_NNG ||
                  tag == GISA_TAG_NNP;
    if (!may_be || c->n == PARTS_MAX) return false;
    if (!gisa_number_term_read(m->text, a, i, &number)) return false;
    if (number.span.end > m->opts->part.end) return false;
    m->number_end = number.span.end;
    if (number.word && !c->words.end) {
        c->words = number.span;
        c->words_at = c->n;
    }
    if (c->n) c->parts[c->n - 1].prefix = false;
    add_part(c, (gisa_str){number.form, number.n}, number.span);
    c->number = true;
    return true;
}

/* Adds what a morpheme has beyond a number that was taken: 장 of 만장 in 5만장. */
static void add_rest(maker *m, const gisa_morph *morph)
{
    gisa_span rest = {m->number_end, morph->span.end};
    if (rest.end > rest.start && m->now->n < PARTS_MAX)
        add_part(m->now, gisa_span_text(rest, m->text), rest);
}

/* Whether the compound that ends an eojeol goes on in the next: a number of two eojeols (3조
 * 5천억), a number with its counter. */
static bool runs_on(const maker *m, const gisa_annotation *a, const gisa_token *token,
                    const gisa_token *next)
{
    const compound *c = m->now;
    if (!next || !c->n || !next->n_morphs) return false;
    if (m->number_end > token->span.end) return true;
    gisa_tag last = a->morphs[token->first_morph + token->n_morphs - 1].tag;
    bool number = last == GISA_TAG_SN || last == GISA_TAG_NR ||
                  c->parts[c->n - 1].span.end == m->number_end;
    return c->number && number && next->span.start == token->span.end + 1 &&
           a->morphs[next->first_morph].tag == GISA_TAG_NNB;
}

/* The last dot of an eojeol that is not at its end, counted from 1; 0: it has none. */
static uint32_t last_dot(const gisa_annotation *a, const gisa_token *token)
{
    uint32_t i = token->n_morphs ? token->n_morphs - 1 : 0;
    while (i > 0 && a->morphs[token->first_morph + i - 1].tag != GISA_TAG_SP) i--;
    return i;
}

/* Takes what is no morpheme's by itself: a number, and in a query a word with dots. *i is moved to
 * the last morpheme that was taken; dot: last_dot of the eojeol. */
static bool take_more(maker *m, const gisa_annotation *a, const gisa_token *token, uint32_t dot,
                      uint32_t *i)
{
    uint32_t n;
    const gisa_morph *morph = &a->morphs[token->first_morph + *i];
    if (morph->span.start < m->number_end) {
        if (morph->span.end > m->number_end) add_rest(m, morph);
        return true;
    }
    if (take_number(m, a, token->first_morph + *i)) return true;
    if (m->now->number && m->opts->mode == GISA_TOKENIZE_QUERY &&
        gisa_str_is(morph->form, "퍼센트"))
        return true; /* as the sign, which is no term */
    if (m->now->n || morph->span.start < m->dotted_span.end || *i >= dot) return false;
    m->n_dotted = gisa_dotted_word_join(a, token, *i, m->dotted, &n, &m->dotted_span);
    if (!m->n_dotted || m->opts->mode != GISA_TOKENIZE_QUERY) return false;
    add_part(m->now, (gisa_str){m->dotted, m->n_dotted}, m->dotted_span);
    m->n_dotted = 0;
    *i += n - 1;
    return true;
}

/* Whether a determiner or adverb is written as one with the noun after it: 이날, 첫날, 더이상. */
static bool is_attached(const gisa_morph *morph, const gisa_morph *next)
{
    return (morph->tag == GISA_TAG_MM || morph->tag == GISA_TAG_MAG) && next &&
           (next->tag == GISA_TAG_NNG || next->tag == GISA_TAG_NNP) &&
           next->span.start == morph->span.end;
}

/* Adds, in a document, the noun that the eojeol may be where its reading shows another. */
static gisa_status put_head(maker *m, const gisa_annotation *a, const gisa_token *token, bool first)
{
    gisa_eojeol_head head;
    char form[GISA_TERM_MAX];
    if (m->opts->mode != GISA_TOKENIZE_DOCUMENT || !m->opts->words.slots ||
        !gisa_eojeol_head_find(m->opts->words, m->text, a, token, &head))
        return GISA_OK;
    gisa_status st = flush_last(m, NULL);
    gisa_str noun = gisa_span_text(head.span, m->text);
    size_t n = head.loose ? sizeof GISA_TERM_LOOSE - 1 : 0;
    memcpy(form, GISA_TERM_LOOSE, n);
    memcpy(form + n, noun.p, noun.n);
    return st < 0 ? st : put_term(m, (gisa_str){form, n + noun.n}, head.span, !first);
}

static gisa_status put_token(maker *m, const gisa_annotation *a, const gisa_token *token,
                             const gisa_token *next)
{
    gisa_status st = GISA_OK;
    bool first = true; /* nothing but the compound has been seen in this eojeol */
    size_t n_before = m->out->n;
    uint32_t dot = last_dot(a, token);
    for (uint32_t i = 0; i < token->n_morphs && st >= 0; i++) {
        if (take_more(m, a, token, dot, &i)) continue;
        const gisa_morph *morph = &a->morphs[token->first_morph + i];
        const gisa_morph *after = i + 1 < token->n_morphs ? morph + 1 : NULL;
        bool joins = gisa_term_is_nominal(morph->tag) || is_attached(morph, after) ||
                     (morph->tag == GISA_TAG_NNB && m->now->n > 0 && m->now->number);
        if (morph->tag == GISA_TAG_XSN && gisa_str_is(morph->form, "들")) joins = false;
        if (joins && m->now->n < PARTS_MAX) {
            add_morph(m->now, morph, m->opts->words);
            continue;
        }
        if (m->now->n) st = end_compound(m, first, false);
        first = false;
        if (st < 0 || !(is_stem(morph->tag) || joins)) continue;
        if ((st = flush_last(m, NULL)) < 0) break;
        char form[GISA_TERM_MAX];
        gisa_str stem = {form, gisa_term_lower(root_of(morph), form, sizeof form)};
        st = put_term(m, stem, morph->span, false);
    }
    if (st < 0 || runs_on(m, a, token, next)) return st;
    st = m->now->n ? end_compound(m, first, true) : flush_last(m, NULL);
    return st < 0 ? st : put_head(m, a, token, m->out->n == n_before && !m->last_bare);
}

static void begin(maker *m, gisa_str text, const gisa_term_opts *opts, gisa_terms *out)
{
    m->text = text;
    m->opts = opts;
    m->out = out;
    m->last_bare = m->begins = false;
    m->number_end = 0;
    m->n_dotted = 0;
    m->dotted_span = (gisa_span){0, 0};
    m->last = &m->rooms[0];
    m->now = &m->rooms[1];
    clear(m->last);
    clear(m->now);
}

gisa_status gisa_term_put_all(gisa_str text, const gisa_annotation *a, const gisa_term_opts *opts,
                              gisa_terms *out, gisa_error *err)
{
    maker m;
    begin(&m, text, opts, out);
    gisa_span part = opts->part;
    gisa_status st = GISA_OK;
    size_t before = out->n;
    for (size_t i = 0; i < a->n_sentences && st >= 0; i++) {
        const gisa_sentence *s = &a->sentences[i];
        if (s->span.start < part.start || s->span.start >= part.end) continue;
        m.begins = out->n > before;
        for (uint32_t k = 0; k < s->n_tokens && st >= 0; k++)
            st = put_token(&m, a, &a->tokens[s->first_token + k],
                           k + 1 < s->n_tokens ? &a->tokens[s->first_token + k + 1] : NULL);
        if (st >= 0) st = flush_last(&m, NULL);
    }
    return st < 0 ? gisa_fail_mem(err) : GISA_OK;
}

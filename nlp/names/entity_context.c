#include "nlp/names/entity_context.h"

#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

enum {
    QUOTED_MIN = 6, /* bytes of a name in marks */
    QUOTED_MAX = 36,
    JOSA_MAX = 6,
    LAST_MIN = 6,  /* of the last word of somebody's name */
    NOUN_MAX = 30, /* of a noun after a name, with josa */
};

typedef struct known_name {
    gisa_str text;
    gisa_entity_type said; /* by a noun; GISA_ENTITY_DT: nothing said; GISA_ENTITY_COUNT: none */
    bool is_place;         /* as a list has it: one may act as a body as well */
    uint32_t times[GISA_ENTITY_OG + 1], places; /* of each type; of all */
} known_name;

typedef struct context {
    const gisa_recogniser *r;
    gisa_str text;
    gisa_claims *claims;
    known_name *names;
    size_t n, cap;
} context;

static size_t opening_mark(gisa_str text, size_t at)
{
    static const gisa_str marks[] = {{"‘", 3}, {"'", 1}, {"“", 3}, {"\"", 1}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (gisa_str_starts(gisa_str_cut(text, at, text.n), marks[i])) return marks[i].n;
    return 0;
}

/* The end of the word before a name, blanks and an opening mark aside. */
static size_t word_before(gisa_str text, size_t start)
{
    size_t at = start;
    if (at > 0 && text.p[at - 1] == '\'') at--;
    if (at >= 3 && opening_mark(text, at - 3) == 3) at -= 3;
    return at > 0 && text.p[at - 1] == ' ' ? at - 1 : at == start ? 0 : at;
}

/* What the noun before a name says: 일간지, 발전회사인. */
static const gisa_wordlist_item *noun_before(gisa_str text, size_t start)
{
    size_t end = word_before(text, start), from = end;
    while (from >= 3 && gisa_script_before(text, from) == GISA_SCRIPT_HANGUL) from -= 3;
    gisa_str word = gisa_str_cut(text, from, end);
    if (gisa_str_ends(word, GISA_STR("인"))) word.n -= 3;
    return word.n ? gisa_wordlist_find(&gisa_list_kind_nouns, word) : NULL;
}

/* What the noun after a name says: 가온 해변, 가온의 멤버. */
static const gisa_wordlist_item *noun_after(gisa_str text, size_t end)
{
    gisa_str rest = gisa_str_cut(text, end, end + NOUN_MAX);
    if (gisa_str_starts(rest, GISA_STR("의 "))) rest = gisa_str_cut(rest, 3, rest.n);
    if (!gisa_str_starts(rest, GISA_STR(" "))) return NULL;
    rest = gisa_str_cut(rest, 1, rest.n);
    const gisa_wordlist_item *noun = gisa_wordlist_prefix(&gisa_list_kind_nouns_after, rest);
    if (!noun) return NULL;
    gisa_str more = gisa_hangul_run(rest, noun->word.n);
    return gisa_is_josa(more, gisa_utf8_last(noun->word)) ? noun : NULL;
}

static bool is_asked(const gisa_claim *claim)
{
    return claim->rank == GISA_RANK_LEARNED && claim->entity.type <= GISA_ENTITY_OG;
}

static known_name *name_of(context *x, gisa_str text)
{
    for (size_t i = 0; i < x->n; i++)
        if (gisa_str_eq(x->names[i].text, text)) return &x->names[i];
    return NULL;
}

static gisa_entity_type type_said(const gisa_wordlist_item *noun)
{
    return gisa_str_starts(noun->value, GISA_STR("-")) ? GISA_ENTITY_COUNT
                                                       : gisa_entity_type_parse(noun->value);
}

static gisa_status look_at(context *x, const gisa_claim *claim)
{
    gisa_str text = gisa_span_text(claim->entity.span, x->text);
    known_name *name = name_of(x, text);
    if (!name) {
        if (GISA_ARENA_GROW(x->claims->arena, x->names, x->n, x->cap) < 0) return GISA_ENOMEM;
        name = &x->names[x->n++];
        bool is_place = gisa_recogniser_lists(x->r, text) & GISA_NAME_LIST_PLACES;
        *name = (known_name){.text = text, .said = GISA_ENTITY_DT, .is_place = is_place};
    }
    uint32_t at = claim->entity.span.start;
    const gisa_wordlist_item *noun = noun_before(x->text, at);
    bool marked = at > 0 && x->text.p[at - 1] != ' ';
    if (noun && (marked || !gisa_str_is(noun->value, "--"))) name->said = type_said(noun);
    const gisa_wordlist_item *after = noun_after(x->text, claim->entity.span.end);
    if (after && name->said == GISA_ENTITY_DT) name->said = gisa_entity_type_parse(after->value);
    name->times[claim->entity.type]++;
    name->places++;
    return GISA_OK;
}

/* Takes a josa off a name that the text has without it more often: 레스포라와, 길산이. */
static void trim_josa(context *x, gisa_claim *claim)
{
    gisa_span *s = &claim->entity.span;
    const known_name *whole = name_of(x, gisa_span_text(*s, x->text));
    for (uint32_t n = 3; n <= JOSA_MAX && s->end - s->start >= n + LAST_MIN; n += 3) {
        gisa_str name = gisa_str_cut(x->text, s->start, s->end - n);
        uint32_t last = gisa_utf8_last(name);
        const known_name *bare = gisa_is_josa(gisa_str_cut(x->text, s->end - n, s->end), last)
                                     ? name_of(x, name)
                                     : NULL;
        if (!bare || (bare->places <= whole->places && bare->said == GISA_ENTITY_DT)) continue;
        s->end -= n;
        return;
    }
}

/* 안드레스 이니에스타 is a person, so 이니에스타 by itself is the same. */
static void look_at_last(context *x, const gisa_claim *claim)
{
    gisa_span s = claim->entity.span;
    uint32_t at = s.end;
    if (claim->entity.type != GISA_ENTITY_PS) return;
    while (at > s.start && x->text.p[at - 1] != ' ') at--;
    if (at == s.start || s.end - at < LAST_MIN) return;
    known_name *name = name_of(x, gisa_str_cut(x->text, at, s.end));
    if (name && name->said == GISA_ENTITY_DT && !name->is_place) name->said = GISA_ENTITY_PS;
}

static gisa_entity_type decided(const known_name *name, gisa_entity_type now)
{
    if (name->said != GISA_ENTITY_DT) return name->said;
    for (gisa_entity_type t = GISA_ENTITY_PS; t <= GISA_ENTITY_OG && !name->is_place; t++)
        if (name->times[t] > name->times[now]) now = t;
    return now;
}

/* 학술지 ‘가온’ */
static gisa_status put_quoted(context *x, size_t after)
{
    gisa_str text = x->text;
    size_t at = after, mark, end;
    if (at >= text.n || text.p[at] != ' ') return GISA_OK;
    mark = opening_mark(text, ++at);
    const gisa_wordlist_item *noun = mark ? noun_before(text, at + mark) : NULL;
    if (!noun || type_said(noun) == GISA_ENTITY_COUNT) return GISA_OK;
    for (end = at += mark; end < text.n && end - at <= QUOTED_MAX && text.p[end] != '\n'; end++) {
        gisa_str rest = gisa_str_cut(text, end, text.n);
        if (*rest.p == '\'' || *rest.p == '"' || gisa_str_starts(rest, GISA_STR("’")) ||
            gisa_str_starts(rest, GISA_STR("”")))
            break;
    }
    if (end == text.n || text.p[end] == '\n' || end - at < QUOTED_MIN || end - at > QUOTED_MAX)
        return GISA_OK;
    return gisa_claims_put(x->claims, (gisa_span){(uint32_t)at, (uint32_t)end}, type_said(noun),
                           GISA_NONE, GISA_RANK_LEARNED);
}

gisa_status gisa_context_settle(const gisa_recogniser *r, gisa_str text, const gisa_words *words,
                                gisa_claims *c)
{
    context x = {.r = r, .text = text, .claims = c};
    size_t n = 0;
    for (size_t i = 0; i < words->n; i++)
        if (put_quoted(&x, words->items[i].span.end) < 0) return GISA_ENOMEM;
    for (size_t i = 0; i < c->n; i++)
        if (is_asked(&c->items[i]) && look_at(&x, &c->items[i]) < 0) return GISA_ENOMEM;
    for (size_t i = 0; i < c->n; i++)
        if (is_asked(&c->items[i])) trim_josa(&x, &c->items[i]);
    for (size_t i = 0; i < c->n; i++)
        if (is_asked(&c->items[i])) look_at_last(&x, &c->items[i]);
    for (size_t i = 0; i < c->n; i++) {
        gisa_claim claim = c->items[i];
        if (is_asked(&claim)) {
            const known_name *name = name_of(&x, gisa_span_text(claim.entity.span, text));
            gisa_entity_type type = decided(name, claim.entity.type);
            if (type == GISA_ENTITY_COUNT) continue;
            claim.entity.type = type;
        }
        c->items[n++] = claim;
    }
    c->n = n;
    return GISA_OK;
}

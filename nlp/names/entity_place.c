#include "nlp/names/entity_place.h"

#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

#define SYLLABLE    3              /* bytes */
#define NAME_MAX    (7 * SYLLABLE) /* of a place */
#define ENDINGS_MAX (8 * SYLLABLE) /* of the josa behind it */

enum { MAX_WHOLE = 64 }; /* whole names of a text that are remembered */

typedef struct places {
    gisa_str text;
    const gisa_words *words;
    const gisa_annotation *a;
    gisa_claims *claims;
    const gisa_wordlist_item **counties; /* what each word begins with; NULL: no county */
    size_t morph;                        /* the first that ends behind the last place asked for */
    gisa_str whole[MAX_WHOLE];           /* 강진 of 강진군, wherever it stands in the text */
    size_t n_whole;
} places;

static gisa_str word_text(const places *p, size_t i)
{
    return gisa_span_text(p->words->items[i].span, p->text);
}

/* Whether a word may end after n bytes of it: the rest is nothing, or josa. */
static bool ends_at(gisa_str word, size_t n)
{
    uint32_t last;
    if (word.n - n > ENDINGS_MAX) return false;
    gisa_utf8_next(word, gisa_utf8_prev(word, n), &last);
    return gisa_is_josa(gisa_str_cut(word, n, word.n), last);
}

/* Bytes of the word that may be a name. */
static size_t longest(gisa_str word)
{
    return word.n > NAME_MAX ? NAME_MAX : word.n - word.n % SYLLABLE;
}

/* The longest name of a county that the word begins with, or NULL. */
static const gisa_wordlist_item *county_of(gisa_str word)
{
    return gisa_wordlist_prefix(&gisa_list_counties, gisa_str_cut(word, 0, NAME_MAX));
}

/* The length of 강진군 at the beginning of the word, with josa behind it or nothing; 0: there is
 * none. */
static size_t whole_name(gisa_str word, const gisa_wordlist_item *county)
{
    size_t n = county ? county->word.n + SYLLABLE : 0;
    if (!county || n > word.n) return 0;
    return gisa_str_has(county->value, gisa_str_cut(word, n - SYLLABLE, n)) && ends_at(word, n) ? n
                                                                                                : 0;
}

/* The length of 강진 at the beginning of the word; *weak: it is also a common word. */
static size_t bare_name(gisa_str word, const gisa_wordlist_item *county, bool *weak)
{
    if (!county || county->word.n < 2 * SYLLABLE || !ends_at(word, county->word.n)) return 0;
    *weak = gisa_str_ends(county->value, GISA_STR("?"));
    return county->word.n;
}

/* The length of 공도읍, 상계동, 삼성1동 at the beginning of the word; *known: the table has it. */
static size_t town_name(gisa_str word, bool *known)
{
    for (size_t n = longest(word); n >= 2 * SYLLABLE; n -= SYLLABLE) {
        gisa_str town = gisa_str_cut(word, 0, n), kind = gisa_str_cut(word, n - SYLLABLE, n);
        if (!gisa_wordlist_find(&gisa_list_town_endings, kind) || !ends_at(word, n)) continue;
        *known = gisa_wordlist_find(&gisa_list_towns, town) != NULL;
        return n;
    }
    return 0;
}

static void remember(places *p, gisa_str name)
{
    if (p->n_whole < MAX_WHOLE) p->whole[p->n_whole++] = name;
}

static bool is_remembered(const places *p, gisa_str name)
{
    for (size_t i = 0; i < p->n_whole; i++)
        if (gisa_str_eq(p->whole[i], name)) return true;
    return false;
}

/* Whether the analyser takes the span for one proper noun. Spans are asked for in order. */
static bool is_proper_noun(places *p, gisa_span span)
{
    const gisa_annotation *a = p->a;
    while (p->morph < a->n_morphs && a->morphs[p->morph].span.end <= span.start) p->morph++;
    if (p->morph == a->n_morphs) return false;
    const gisa_morph *m = &a->morphs[p->morph];
    return m->tag == GISA_TAG_NNP && m->span.start == span.start && m->span.end == span.end;
}

/* Whether a place stands right before word i: 전남 강진, 안성시 공도읍. It is the gazetteer's, or
 * the one that was claimed last. */
static bool behind_place(const places *p, size_t i)
{
    if (i == 0 || p->words->items[i].before != ' ') return false;
    gisa_span before = p->words->items[i - 1].span;
    const gisa_claim *known = gisa_claims_at(p->claims, before, GISA_RANK_GAZETTEER);
    if (!known && p->claims->n) known = &p->claims->items[p->claims->n - 1];
    return known && known->entity.type == GISA_ENTITY_LC && known->entity.span.end == before.end &&
           known->entity.span.start >= before.start;
}

static gisa_status put(places *p, size_t i, size_t n)
{
    uint32_t start = p->words->items[i].span.start;
    return gisa_claims_put(p->claims, (gisa_span){start, start + (uint32_t)n}, GISA_ENTITY_LC,
                           GISA_NONE, GISA_RANK_PLACE);
}

/* 경기 포천시: the one province whose short name is a common word (a match, the economy). */
static gisa_status claim_province(places *p, size_t i)
{
    if (i == 0 || p->words->items[i].before != ' ' || !gisa_str_is(word_text(p, i - 1), "경기"))
        return GISA_OK;
    return put(p, i - 1, 2 * SYLLABLE);
}

/* The length of 솔뫼군 at the beginning of the word, which no table has, where the text also has
 * its 군의회, 군청, 군수 or its people; 0: none. */
static size_t unlisted_county(const places *p, gisa_str word)
{
    static const gisa_str of[] = {{"의회", 6}, {"청", 3}, {"수", 3}, {"민", 3}, {"장", 3}};
    char sought[NAME_MAX + 2 * SYLLABLE];
    for (size_t n = longest(word); n >= 3 * SYLLABLE; n -= SYLLABLE) {
        gisa_str name = gisa_str_cut(word, 0, n), kind = gisa_str_cut(word, n - SYLLABLE, n);
        if (!gisa_str_is(kind, "군") && !gisa_str_is(kind, "시") && !gisa_str_is(kind, "구"))
            continue;
        if (!ends_at(word, n)) continue;
        memcpy(sought, name.p, n);
        for (size_t k = 0; k < sizeof of / sizeof *of; k++) {
            memcpy(sought + n, of[k].p, of[k].n);
            if (gisa_str_has(p->text, (gisa_str){sought, n + of[k].n})) return n;
        }
    }
    return 0;
}

static gisa_status claim_word(places *p, size_t i)
{
    gisa_str word = word_text(p, i);
    gisa_span span = p->words->items[i].span;
    bool weak = false, known = false;
    const gisa_wordlist_item *county = p->counties[i];
    size_t n = whole_name(word, county);
    if (n) return put(p, i, n) < 0 ? GISA_ENOMEM : claim_province(p, i);
    n = bare_name(word, county, &weak);
    if (n) {
        gisa_str name = gisa_str_cut(word, 0, n);
        gisa_span all = {span.start, span.start + (uint32_t)n};
        if (is_remembered(p, name) || behind_place(p, i) || (is_proper_noun(p, all) && !weak))
            return put(p, i, n);
    }
    n = unlisted_county(p, word);
    if (n) return put(p, i, n);
    n = town_name(word, &known);
    if (!n) return GISA_OK;
    gisa_span all = {span.start, span.start + (uint32_t)n};
    bool certain = known && n >= 3 * SYLLABLE && is_proper_noun(p, all);
    return behind_place(p, i) || certain ? put(p, i, n) : GISA_OK;
}

gisa_status gisa_places_claim(gisa_str text, const gisa_words *words, const gisa_annotation *a,
                              gisa_claims *c)
{
    places p = {.text = text, .words = words, .a = a, .claims = c};
    p.counties = gisa_arena_calloc(c->arena, words->n + 1, sizeof *p.counties);
    if (!p.counties) return GISA_ENOMEM;
    for (size_t i = 0; i < words->n; i++) {
        gisa_str word = word_text(&p, i);
        if (words->items[i].hangul) p.counties[i] = county_of(word);
        size_t n = whole_name(word, p.counties[i]);
        if (n > 2 * SYLLABLE) remember(&p, gisa_str_cut(word, 0, n - SYLLABLE));
    }
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < words->n && st >= 0; i++)
        if (words->items[i].hangul) st = claim_word(&p, i);
    return st;
}

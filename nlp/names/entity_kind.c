#include "nlp/names/entity_kind.h"

#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"

enum {
    SYLLABLE = 3, /* bytes */
    NAME_MIN = 2 * SYLLABLE,
    NAME_MAX = 10 * SYLLABLE,
    BEFORE_MAX = 3, /* words of a body before the last */
    YEAR = 4,       /* digits */
};

typedef struct kinds {
    const gisa_recogniser *r;
    gisa_str text;
    const gisa_words *words;
    const gisa_annotation *a;
    gisa_claims *claims;
    gisa_endings ends, heads;
} kinds;

static gisa_str word_text(const kinds *k, size_t i)
{
    return gisa_span_text(k->words->items[i].span, k->text);
}

/* Whether word i follows the one before it with nothing but a blank between. */
static bool follows(const kinds *k, size_t i)
{
    return i > 0 && i < k->words->n && k->words->items[i].before == ' ';
}

/* Whether the analyser reads a word as one proper noun, or a list has it as a place or other name.
 */
static bool is_name(const kinds *k, gisa_span s)
{
    unsigned lists = gisa_recogniser_lists(k->r, gisa_span_text(s, k->text));
    if (lists & (GISA_NAME_LIST_PLACES | GISA_NAME_LIST_OTHERS)) return true;
    size_t i = gisa_morphs_from(k->a, s.start);
    if (i == k->a->n_morphs || lists & GISA_NAME_LIST_NOUNS) return false;
    const gisa_morph *m = &k->a->morphs[i];
    return m->tag == GISA_TAG_NNP && m->span.start == s.start && m->span.end == s.end;
}

/* The name that word i begins with, josa aside; {0, 0}: none. */
static gisa_span name_of(const kinds *k, size_t i)
{
    gisa_span s = k->words->items[i].span;
    if (!k->words->items[i].hangul || s.end - s.start > NAME_MAX) return (gisa_span){0, 0};
    for (uint32_t end = s.end; end >= s.start + NAME_MIN; end -= SYLLABLE)
        if (gisa_name_ends(k->text, s.start, end) && is_name(k, (gisa_span){s.start, end}))
            return (gisa_span){s.start, end};
    return (gisa_span){0, 0};
}

/* Whether the analyser reads word i as nouns to its end. */
static bool is_nominal(const kinds *k, size_t i)
{
    gisa_span s = k->words->items[i].span;
    size_t m = gisa_morphs_from(k->a, s.start);
    if (m == k->a->n_morphs || k->a->morphs[m].span.start != s.start) return false;
    for (; m < k->a->n_morphs && k->a->morphs[m].span.start < s.end; m++) {
        gisa_tag tag = k->a->morphs[m].tag;
        if (tag != GISA_TAG_NNG && tag != GISA_TAG_NNP && tag != GISA_TAG_XSN &&
            tag != GISA_TAG_XPN && tag != GISA_TAG_SL)
            return false;
    }
    return !gisa_wordlist_find(&gisa_list_place_regions, word_text(k, i));
}

/* Whether word i may be the name of a club: a name, or nouns that no list has as a common one. */
static bool is_whole(const kinds *k, size_t i)
{
    gisa_span s = k->words->items[i].span;
    if (!k->words->items[i].hangul) return false;
    if (is_name(k, s)) return true;
    return s.end - s.start >= NAME_MIN && is_nominal(k, i) &&
           !gisa_recogniser_lists(k->r, gisa_span_text(s, k->text));
}

static bool is_country(const kinds *k, size_t i)
{
    const gisa_claim *known = gisa_claims_at(k->claims, k->words->items[i].span,
                                             GISA_RANK_GAZETTEER);
    return known && known->entity.type == GISA_ENTITY_LC;
}

/* 가온 FC, 가온 나루 CF, 가온 FC 1909: end is that of the letters. */
static gisa_span club_before(const kinds *k, size_t i, uint32_t end)
{
    gisa_str rest = gisa_str_cut(k->text, end, end + YEAR + 2);
    gisa_span s = {k->words->items[i - 1].span.start, end};
    size_t digits = 0;
    if (i > 1 && follows(k, i - 1) && k->words->items[i - 2].hangul &&
        is_name(k, k->words->items[i - 2].span) && !is_country(k, i - 2))
        s.start = k->words->items[i - 2].span.start;
    while (rest.n && rest.p[0] == ' ' && digits + 1 < rest.n && gisa_is_digit(rest.p[digits + 1]))
        digits++;
    if (digits == YEAR) s.end += 1 + YEAR;
    return s;
}

/* The letters of a club: "<" before its name, ">" after it, else both. */
static gisa_status claim_club(kinds *k, size_t i)
{
    gisa_str word = word_text(k, i);
    size_t n = 0;
    while (n < word.n && gisa_is_alpha(word.p[n])) n++;
    const gisa_wordlist_item *letters = gisa_wordlist_find(&gisa_list_club_letters,
                                                           gisa_str_cut(word, 0, n));
    uint32_t start = k->words->items[i].span.start, end = start + (uint32_t)n;
    if (!letters || !gisa_name_ends(k->text, start, end)) return GISA_OK;
    bool may_lead = !gisa_str_is(letters->value, ">") && n == word.n && follows(k, i + 1);
    bool may_end = !gisa_str_is(letters->value, "<") && follows(k, i) && is_whole(k, i - 1);
    gisa_span name = may_lead ? name_of(k, i + 1) : (gisa_span){0, 0}, s;
    if (name.end && may_end && !is_country(k, i - 1) &&
        !(gisa_recogniser_lists(k->r, gisa_span_text(name, k->text)) & GISA_NAME_LIST_PLACES))
        name.end = 0;
    if (name.end)
        s = (gisa_span){start, name.end};
    else if (may_end)
        s = club_before(k, i, end);
    else
        return GISA_OK;
    return gisa_claims_put(k->claims, s, GISA_ENTITY_OG, GISA_NONE, GISA_RANK_CERTAIN);
}

/* 국제 가온 연맹: from a word of a whole country or the world to one of a body, nouns between. Of
 * what is in a country only clubs and learned societies have its name ("+"). */
static gisa_status claim_body(kinds *k, size_t i)
{
    gisa_span last = k->words->items[i].span;
    if (!k->words->items[i].hangul || !follows(k, i)) return GISA_OK;
    size_t length;
    gisa_str stem = gisa_endings_stem(&k->heads, word_text(k, i), &length);
    if (!stem.p || stem.n != length) return GISA_OK;
    const gisa_wordlist_item *head = gisa_wordlist_find(&gisa_list_body_heads, stem);
    for (size_t back = 1; back <= BEFORE_MAX && back <= i && follows(k, i - back + 1); back++) {
        size_t first = i - back;
        bool wide = gisa_wordlist_find(&gisa_list_body_starts, word_text(k, first)) != NULL;
        bool country = gisa_str_is(head->value, "+") && is_country(k, first);
        if (back > 1 && (wide || country)) {
            gisa_span s = {k->words->items[first].span.start, last.start + (uint32_t)head->word.n};
            return gisa_claims_put(k->claims, s, GISA_ENTITY_OG, GISA_NONE, GISA_RANK_TITLED);
        }
        if (!is_nominal(k, first)) break;
    }
    return GISA_OK;
}

/* Whether the lists have a word as a common noun and as no place. */
static bool is_noun(const kinds *k, gisa_str word)
{
    unsigned lists = gisa_recogniser_lists(k->r, word);
    return lists & GISA_NAME_LIST_NOUNS && !(lists & GISA_NAME_LIST_PLACES);
}

/* 나루대교, where the recogniser saw nothing; but not 근린공원, which is a noun and a kind. */
static gisa_status claim_place(kinds *k, size_t i)
{
    size_t length;
    gisa_span s = k->words->items[i].span;
    if (!k->words->items[i].hangul || s.end - s.start < 2 * NAME_MIN) return GISA_OK;
    gisa_str name = gisa_endings_stem(&k->ends, gisa_span_text(s, k->text), &length);
    if (!name.p || length + NAME_MIN > name.n || name.n > NAME_MAX) return GISA_OK;
    gisa_str own = gisa_str_cut(name, 0, name.n - length), kind = gisa_str_cut(name, own.n, name.n);
    if (!gisa_str_is(gisa_wordlist_find(&gisa_list_kind_endings, kind)->value, "LC"))
        return GISA_OK;
    if (is_noun(k, name) || is_noun(k, own) || gisa_claims_at(k->claims, s, GISA_RANK_LEARNED))
        return GISA_OK;
    s.end = s.start + (uint32_t)name.n;
    return gisa_claims_put(k->claims, s, GISA_ENTITY_LC, GISA_NONE, GISA_RANK_LEARNED);
}

gisa_status gisa_kinds_claim(const gisa_recogniser *r, gisa_str text, const gisa_words *words,
                             const gisa_annotation *a, gisa_claims *c)
{
    kinds k = {.r = r, .text = text, .words = words, .a = a, .claims = c};
    gisa_status st = GISA_OK;
    gisa_endings_init(&k.ends, &gisa_list_kind_endings);
    gisa_endings_init(&k.heads, &gisa_list_body_heads);
    for (size_t i = 0; i < words->n && st >= 0; i++) {
        st = claim_club(&k, i);
        if (st >= 0) st = claim_body(&k, i);
        if (st >= 0) st = claim_place(&k, i);
    }
    return st;
}

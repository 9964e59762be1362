/* What stands beside a name decides for the whole text. A word of Hangul counts when the analyser
 * takes it for one proper noun and no dictionary has it as a common one, a Latin word when it has
 * capitals and small letters (an acronym is as often no product: GPS 칩, LED 조명). */
#include "nlp/names/entity_product.h"

#include <string.h>

#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

enum {
    NAMES_MAX = 32,  /* of a text */
    LETTERS_MAX = 5, /* before the number of a code: XC60, MI300X */
    DIGITS_MAX = 4,
    TAIL_MAX = 2,   /* letters after it */
    HANGUL_MIN = 6, /* bytes */
    HANGUL_MAX = 30,
    LATIN_MIN = 3,
    NOUN_MAX = 36, /* bytes of a word of a product, and of what may follow it */
    MARKED_WORDS = 4,
    CODE_MIN = 3, /* right after a maker: 가온전자 K9 may be anything */
};

typedef enum name_form { FORM_CODE, FORM_LATIN, FORM_HANGUL } name_form;

typedef struct product {
    gisa_str text;
    gisa_entity_type type;
} product;

typedef struct products {
    const gisa_recogniser *r;
    gisa_str text;
    const gisa_words *words;
    const gisa_annotation *a;
    gisa_claims *claims;
    size_t morph; /* the first that begins at the word looked at, or after it */
    product names[NAMES_MAX];
    size_t n;
} products;

/* The end of a code at the beginning of a text (K9, F-35, MI300X), or 0. */
static size_t code_end(gisa_str s)
{
    size_t letters = 0, digits = 0, tail = 0, at = 0;
    bool capital = false;
    for (; at < s.n && gisa_is_alpha(s.p[at]); at++, letters++)
        capital = capital || (s.p[at] >= 'A' && s.p[at] <= 'Z');
    if (!capital || letters > LETTERS_MAX) return 0;
    at += at < s.n && s.p[at] == '-';
    for (; at < s.n && gisa_is_digit(s.p[at]); at++) digits++;
    if (!digits || digits > DIGITS_MAX) return 0;
    for (; at < s.n && gisa_is_alpha(s.p[at]); at++) tail++;
    return tail <= TAIL_MAX && (at == s.n || !gisa_is_digit(s.p[at])) ? at : 0;
}

/* The end of a Latin word with capitals and small letters at the beginning of a text, or 0. */
static size_t latin_end(gisa_str s)
{
    size_t at = 0;
    bool capital = false, small = false;
    for (; at < s.n && gisa_is_alpha(s.p[at]); at++) {
        bool is_capital = s.p[at] >= 'A' && s.p[at] <= 'Z';
        capital = capital || is_capital;
        small = small || !is_capital;
    }
    return capital && small && at >= LATIN_MIN ? at : 0;
}

/* The end of a proper noun that begins where the word does and that no list of nouns has, or 0. */
static size_t hangul_end(const products *p, gisa_span word)
{
    if (p->morph == p->a->n_morphs) return 0;
    const gisa_morph *m = &p->a->morphs[p->morph];
    size_t n = m->span.end - m->span.start;
    if (m->tag != GISA_TAG_NNP || m->span.start != word.start || m->span.end > word.end) return 0;
    if (n < HANGUL_MIN || n > HANGUL_MAX) return 0;
    gisa_str name = gisa_span_text(m->span, p->text);
    return gisa_recogniser_lists(p->r, name) & GISA_NAME_LIST_NOUNS ? 0 : n;
}

static void go_to(products *p, size_t i)
{
    uint32_t start = p->words->items[i].span.start;
    while (p->morph < p->a->n_morphs && p->a->morphs[p->morph].span.start < start) p->morph++;
}

static gisa_span named(const products *p, uint32_t start, size_t n)
{
    gisa_span s = {start, start + (uint32_t)n};
    if (!n || !gisa_name_ends(p->text, s.start, s.end)) return (gisa_span){0, 0};
    gisa_str name = gisa_span_text(s, p->text);
    bool none = gisa_wordlist_find(&gisa_list_not_names, name) ||
                gisa_wordlist_find(&gisa_list_not_products, name);
    return none ? (gisa_span){0, 0} : s;
}

static gisa_span code_at(const products *p, size_t i)
{
    gisa_span s = p->words->items[i].span;
    return named(p, s.start, code_end(gisa_span_text(s, p->text)));
}

/* The name at the beginning of word i, to which the morphemes went; {0, 0}: none. */
static gisa_span name_at(const products *p, size_t i, name_form *form)
{
    gisa_span s = p->words->items[i].span;
    gisa_str word = gisa_span_text(s, p->text);
    size_t n = 0;
    if (p->words->items[i].hangul) {
        *form = FORM_HANGUL;
        return named(p, s.start, hangul_end(p, s));
    }
    *form = FORM_CODE;
    n = code_end(word);
    if (!n) {
        *form = FORM_LATIN;
        n = latin_end(word);
    }
    return named(p, s.start, n);
}

/* Whether another finder knows better: the gazetteer, a table of places, a titled person; for a
 * word that is not of products alone, anybody. */
static bool is_taken(const products *p, gisa_span s, name_form form, bool alone)
{
    for (size_t i = 0; i < p->claims->n; i++) {
        const gisa_claim *c = &p->claims->items[i];
        if (c->entity.span.start >= s.end || c->entity.span.end <= s.start) continue;
        if (c->rank < GISA_RANK_LEARNED || c->entity.type == GISA_ENTITY_PRODUCT) continue;
        if (c->rank > GISA_RANK_LEARNED) return true;
        if (form == FORM_CODE) continue;
        if (!alone || c->entity.type != GISA_ENTITY_PS) return true;
        if (gisa_name_look_of(gisa_span_text(s, p->text)) == GISA_LOOK_STRONG) return true;
    }
    return false;
}

static bool is_known(const products *p, gisa_str name)
{
    for (size_t i = 0; i < p->n; i++)
        if (gisa_str_eq(p->names[i].text, name)) return true;
    return false;
}

static void put(products *p, gisa_span s, gisa_entity_type type)
{
    gisa_str name = gisa_span_text(s, p->text);
    if (p->n < NAMES_MAX && !is_known(p, name)) p->names[p->n++] = (product){name, type};
}

/* The word of a product at a place, with josa after it or nothing; NULL: none. */
static const gisa_wordlist_item *noun_at(const products *p, size_t at)
{
    gisa_str rest = gisa_str_cut(p->text, at, at + NOUN_MAX);
    const gisa_wordlist_item *noun = gisa_wordlist_prefix(&gisa_list_product_nouns, rest);
    return noun && gisa_name_ends(p->text, at, at + noun->word.n) ? noun : NULL;
}

/* The end of a closing mark at a place, or that place. */
static size_t after_mark(gisa_str text, size_t at)
{
    gisa_str rest = gisa_str_cut(text, at, text.n);
    if (gisa_str_starts(rest, GISA_STR("’")) || gisa_str_starts(rest, GISA_STR("”"))) return at + 3;
    return gisa_str_starts(rest, GISA_STR("'")) || gisa_str_starts(rest, GISA_STR("\"")) ? at + 1
                                                                                         : at;
}

/* 가온 미사일, V9 세단, ‘가온’ 앱 */
static void by_noun(products *p, size_t i, gisa_span s, name_form form)
{
    size_t at = s.end;
    if (at != p->words->items[i].span.end) return;
    at = after_mark(p->text, at);
    if (at != s.end && p->words->items[i].before != '"') return;
    if (at >= p->text.n || p->text.p[at] != ' ') return;
    const gisa_wordlist_item *noun = noun_at(p, at + 1);
    if (!noun) return;
    bool codes_alone = gisa_str_is(noun->value, "-"), weak = gisa_str_is(noun->value, "?");
    if ((codes_alone && form == FORM_HANGUL) || is_taken(p, s, form, !weak)) return;
    put(p, s, gisa_str_is(noun->value, "MODEL") ? GISA_ENTITY_MODEL : GISA_ENTITY_PRODUCT);
}

/* 가온이라는 앱, “가온 나루”라는 프로그램: the name is s. */
static void by_naming(products *p, gisa_span s)
{
    size_t at = after_mark(p->text, s.end);
    gisa_str rest = gisa_str_cut(p->text, at, p->text.n);
    if (gisa_str_starts(rest, GISA_STR("이라는 ")))
        at += 10;
    else if (gisa_str_starts(rest, GISA_STR("라는 ")))
        at += 7;
    else
        return;
    const gisa_wordlist_item *noun = noun_at(p, at);
    if (noun && !is_taken(p, s, FORM_CODE, false))
        put(p, s, gisa_str_is(noun->value, "MODEL") ? GISA_ENTITY_MODEL : GISA_ENTITY_PRODUCT);
}

/* What is in marks from word i on, up to a mark that closes; {0, 0}: nothing. */
static gisa_span in_marks(const products *p, size_t i)
{
    gisa_span s = p->words->items[i].span, none = {0, 0};
    if (p->words->items[i].before != '"') return none;
    for (size_t k = i; k < p->words->n && k < i + MARKED_WORDS; k++) {
        s.end = p->words->items[k].span.end;
        if (after_mark(p->text, s.end) > s.end) return s;
        if (k + 1 == p->words->n || p->words->items[k + 1].before != ' ') return none;
    }
    return none;
}

/* 가온전자의 K9, 가온전자 K9 */
static void by_maker(products *p, size_t i)
{
    gisa_span s = code_at(p, i);
    if (!s.end || i == 0 || p->words->items[i].before != ' ' || is_taken(p, s, FORM_CODE, false))
        return;
    gisa_str before = gisa_str_cut(p->text, p->words->items[i - 1].span.start, s.start - 1);
    bool of = gisa_str_ends(before, GISA_STR("의"));
    uint32_t end = s.start - 1 - (of ? 3 : 0);
    if (!of && s.end - s.start < CODE_MIN) return;
    for (size_t k = 0; k < p->claims->n; k++) {
        const gisa_claim *c = &p->claims->items[k];
        if (c->entity.type == GISA_ENTITY_OG && c->entity.span.end == end &&
            c->rank >= GISA_RANK_LEARNED) {
            put(p, s, GISA_ENTITY_PRODUCT);
            return;
        }
    }
}

/* V9를 출시했다, V9이 출시됐다: what is brought out, not who does it. */
static void by_release(products *p, size_t i, gisa_span s, name_form form)
{
    if (i + 1 == p->words->n || p->words->items[i + 1].before != ' ') return;
    gisa_str verb = gisa_span_text(p->words->items[i + 1].span, p->text);
    const gisa_wordlist_item *word = gisa_wordlist_prefix(&gisa_list_release_verbs, verb);
    if (!word || is_taken(p, s, form, true)) return;
    gisa_str josa = gisa_str_cut(p->text, s.end, p->words->items[i].span.end);
    gisa_str rest = gisa_str_cut(verb, word->word.n, verb.n);
    bool passive = gisa_wordlist_prefix(&gisa_list_passive_stems, rest) != NULL;
    bool object = gisa_str_is(josa, "을") || gisa_str_is(josa, "를");
    const gisa_josa *j = gisa_josa_find(josa);
    bool subject = j && j->uses & GISA_JOSA_SUBJECT;
    if (passive ? subject : object) put(p, s, GISA_ENTITY_PRODUCT);
}

/* Whether only what lists things stands between two places: a comma, 과. */
static bool lists(gisa_str between)
{
    static const char *const links[] = {", ", "·", "과 ", "와 ", "/", " 및 ", "이나 ", "나 "};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (gisa_str_is(between, links[i])) return true;
    return false;
}

/* S6, V7과 XC6 are of one kind. */
static void by_list(products *p, size_t i, size_t other)
{
    gisa_span s = code_at(p, i), o = code_at(p, other);
    if (!s.end || !o.end) return;
    gisa_span first = s.start < o.start ? s : o, second = s.start < o.start ? o : s;
    gisa_str name = gisa_span_text(o, p->text);
    if (!is_known(p, name) || !lists(gisa_str_cut(p->text, first.end, second.start))) return;
    for (size_t k = 0; k < p->n && !is_taken(p, s, FORM_CODE, false); k++)
        if (gisa_str_eq(p->names[k].text, name)) put(p, s, p->names[k].type);
}

static size_t letters_of(gisa_str code)
{
    size_t n = 0;
    while (n < code.n && gisa_is_alpha(code.p[n])) n++;
    return n;
}

/* QX5 is of the kind of QX7; a letter by itself tells too little. */
static void by_letters(products *p, size_t i)
{
    gisa_span s = code_at(p, i);
    gisa_str name = gisa_span_text(s, p->text);
    size_t n = letters_of(name);
    if (n < 2 || is_taken(p, s, FORM_CODE, false)) return;
    for (size_t k = 0; k < p->n; k++) {
        gisa_str known = p->names[k].text;
        if (code_end(known) == known.n && letters_of(known) == n &&
            memcmp(known.p, name.p, n) == 0) {
            put(p, s, p->names[k].type);
            return;
        }
    }
}

static gisa_status everywhere(products *p)
{
    for (size_t i = 0; i < p->words->n; i++) {
        uint32_t start = p->words->items[i].span.start;
        gisa_str rest = gisa_str_cut(p->text, start, p->text.n);
        for (size_t k = 0; k < p->n; k++) {
            uint32_t end = start + (uint32_t)p->names[k].text.n;
            if (!gisa_str_starts(rest, p->names[k].text) || !gisa_name_ends(p->text, start, end))
                continue;
            if (gisa_claims_put(p->claims, (gisa_span){start, end}, p->names[k].type, GISA_NONE,
                                GISA_RANK_TITLED) < 0)
                return GISA_ENOMEM;
        }
    }
    return GISA_OK;
}

gisa_status gisa_products_claim(const gisa_recogniser *r, gisa_str text, const gisa_words *words,
                                const gisa_annotation *a, gisa_claims *c)
{
    products p = {.r = r, .text = text, .words = words, .a = a, .claims = c};
    for (size_t i = 0; i < words->n; i++) {
        name_form form;
        gisa_span marked = in_marks(&p, i);
        if (marked.end) by_naming(&p, marked);
        by_maker(&p, i);
        go_to(&p, i);
        gisa_span s = name_at(&p, i, &form);
        if (!s.end) continue;
        if (!marked.end) by_naming(&p, s);
        by_noun(&p, i, s, form);
        by_release(&p, i, s, form);
    }
    if (!p.n) return GISA_OK;
    for (size_t i = 1; i < words->n; i++) by_list(&p, i, i - 1);
    for (size_t i = words->n; i-- > 1;) by_list(&p, i - 1, i);
    for (size_t i = 0; i < words->n; i++) by_letters(&p, i);
    return everywhere(&p);
}

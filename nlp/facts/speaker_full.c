/* Everything is looked for before the short form, the nearest first: who appears only after it
 * is not meant. The title of the article counts as before. */
#include "nlp/facts/speaker_full.h"

#include "corpus/wordlist.h"

#define TITLE_WORDS 4  /* eojeols from a name to its title */
#define GIVEN_MAX   18 /* bytes of a given name */
#define NAME_WORDS  3  /* eojeols of a foreign name */
#define BODY_WORDS  4  /* eojeols of a body before its short form in brackets */

static gisa_str token_text(const gisa_speakers *s, size_t i)
{
    return gisa_span_text(s->a->tokens[i].span, s->text);
}

/* Whether the title is near a name: after it, or in the eojeol before. */
static bool bears(const gisa_speakers *s, gisa_span name, gisa_str title)
{
    size_t t = gisa_tokens_from(s->a, name.start);
    size_t to = t + TITLE_WORDS < s->a->n_tokens ? t + TITLE_WORDS : s->a->n_tokens - 1;
    if (t > 0 && gisa_str_ends(token_text(s, t - 1), title)) return true;
    for (size_t i = t; i <= to && i < s->a->n_tokens; i++) {
        gisa_str w = token_text(s, i);
        if (i == t) w = gisa_str_cut(s->text, name.end, s->a->tokens[i].span.end);
        if (gisa_str_has(w, title)) return true;
        const gisa_token *token = &s->a->tokens[i];
        gisa_tag last = token->n_morphs ? s->a->morphs[token->first_morph + token->n_morphs - 1].tag
                                        : GISA_TAG_COUNT;
        if (gisa_tag_is_josa(last)) break;
    }
    return false;
}

static bool is_reporter(const gisa_speakers *s, gisa_span name)
{
    return bears(s, name, GISA_STR("기자")) || bears(s, name, GISA_STR("특파원"));
}

/* The full Korean name that token i begins with, though no entity; {0, 0}: none. */
static gisa_span unlisted(const gisa_speakers *s, size_t i)
{
    const gisa_token *t = &s->a->tokens[i];
    const gisa_morph *m = t->n_morphs ? &s->a->morphs[t->first_morph] : NULL;
    if (!m || m->tag != GISA_TAG_NNP || m->span.start != t->span.start) return (gisa_span){0, 0};
    return gisa_name_look_of(gisa_span_text(m->span, s->text)) >= GISA_LOOK_WEAK
               ? m->span
               : (gisa_span){0, 0};
}

gisa_span gisa_speaker_by_surname(const gisa_speakers *s, gisa_str surname, gisa_str title,
                                  size_t at)
{
    bool reporter = gisa_str_is(title, "기자") || gisa_str_is(title, "특파원");
    gisa_span any = {0, 0};
    for (size_t i = gisa_tokens_from(s->a, at); i-- > 0;) {
        gisa_str w = token_text(s, i);
        size_t n = gisa_str_find(w, surname, 0);
        if (n == GISA_NPOS || n > 3) continue; /* a mark may come before the name */
        uint32_t start = s->a->tokens[i].span.start + (uint32_t)n;
        const gisa_entity *e = gisa_speaker_entity(s, (gisa_span){start, start + 1},
                                                   GISA_ENTITY_PS);
        gisa_span name = e && e->span.start == start ? e->span : unlisted(s, i);
        if (name.start != start || name.end - name.start <= surname.n) continue;
        if (gisa_str_is(gisa_str_cut(s->text, name.start + 3, name.end), "모")) continue;
        if (!reporter && is_reporter(s, name)) continue;
        if (bears(s, name, title)) return name;
        if (!any.end && e) any = name;
    }
    return any;
}

/* Whether token i is a proper noun by itself that may be a given name. */
static bool may_be_given(const gisa_speakers *s, size_t i)
{
    const gisa_token *t = &s->a->tokens[i];
    if (t->n_morphs != 1 || s->a->morphs[t->first_morph].tag != GISA_TAG_NNP) return false;
    if (gisa_speaker_entity(s, t->span, GISA_ENTITY_LC) ||
        gisa_speaker_entity(s, t->span, GISA_ENTITY_OG))
        return false;
    gisa_str w = token_text(s, i);
    return w.n <= GIVEN_MAX && !gisa_endings_find(&s->titles, w) &&
           gisa_name_look_of(w) != GISA_LOOK_STRONG &&
           !gisa_wordlist_suffix(&gisa_list_speaker_bodies, w) &&
           !(w.n > 6 && gisa_endings_find(&s->bodies, w));
}

/* The first person after `name` whose name of several words ends in it; else the span itself. */
static gisa_span longer_after(const gisa_speakers *s, gisa_span name)
{
    gisa_str w = gisa_span_text(name, s->text);
    for (size_t i = gisa_entities_from(s->a, name.end); i < s->a->n_entities; i++) {
        const gisa_entity *e = &s->a->entities[i];
        gisa_str full = gisa_span_text(e->span, s->text);
        if (e->type == GISA_ENTITY_PS && full.n > w.n + 1 && gisa_str_ends(full, w) &&
            full.p[full.n - w.n - 1] == ' ')
            return e->span;
    }
    return name;
}

gisa_span gisa_speaker_full_name(const gisa_speakers *s, gisa_span name)
{
    gisa_str w = gisa_span_text(name, s->text);
    if (gisa_str_has(w, GISA_STR(" ")) || gisa_name_look_of(w) >= GISA_LOOK_WEAK || w.n < 6)
        return name;
    for (size_t at = 0; (at = gisa_str_find(s->text, w, at)) != GISA_NPOS && at <= name.start;
         at += w.n) {
        if (at == 0 || (s->text.p[at - 1] != ' ' && gisa_str_begins(s->text, "·") == 0)) continue;
        const gisa_entity *e = gisa_speaker_entity(
            s, (gisa_span){(uint32_t)at, (uint32_t)(at + w.n)}, GISA_ENTITY_PS);
        if (e && e->span.start < at && e->span.end == at + w.n) return e->span;
        size_t t = gisa_tokens_from(s->a, at), k = t;
        if (t >= s->a->n_tokens || s->a->tokens[t].span.start != at) continue;
        while (k > 0 && t - k < NAME_WORDS - 1 && may_be_given(s, k - 1) &&
               s->a->tokens[k - 1].span.end + 1 == s->a->tokens[k].span.start)
            k--;
        if (k < t) return (gisa_span){s->a->tokens[k].span.start, (uint32_t)(at + w.n)};
    }
    return longer_after(s, name);
}

/* The beginning of the nouns that end with the token before `t`. */
static size_t nouns_begin(const gisa_speakers *s, size_t t, gisa_str brief)
{
    size_t k = t, best = t;
    while (k > 0 && t - k < BODY_WORDS) {
        const gisa_token *token = &s->a->tokens[k - 1];
        if (k < t &&
            gisa_str_has(gisa_str_cut(s->text, token->span.end, s->a->tokens[k].span.start),
                         GISA_STR("\n")))
            return best;
        for (uint32_t i = 0; i < token->n_morphs; i++) {
            gisa_tag tag = s->a->morphs[token->first_morph + i].tag;
            if (tag >= GISA_TAG_JKS && tag <= GISA_TAG_ETM && k - 1 < t - 1) return best;
        }
        k--;
        bool hangul = (unsigned char)brief.p[0] >= 0xEA;
        bool first = gisa_str_starts(token_text(s, k), gisa_str_cut(brief, 0, 3));
        if (!hangul || first) best = k;
        if (hangul && first) break;
    }
    return best;
}

/* 인수위 of 인수위원회, 서울대 of 서울대학교: by what its name leaves out. */
static gisa_span longer_body(const gisa_speakers *s, gisa_span name)
{
    static const char *const left_out[][2] = {{"위", "원회"}, {"대", "학교"}};
    enum { LONGEST = 60 };
    char whole[LONGEST];
    gisa_str w = gisa_span_text(name, s->text);
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++) {
        size_t more = strlen(left_out[i][1]);
        if (w.n < 6 || w.n + more > LONGEST || !gisa_str_ends(w, gisa_str_from(left_out[i][0])))
            continue;
        memcpy(whole, w.p, w.n);
        memcpy(whole + w.n, left_out[i][1], more);
        size_t at = gisa_str_find(s->text, (gisa_str){whole, w.n + more}, 0);
        if (at == GISA_NPOS) continue;
        gisa_span found = {(uint32_t)at, (uint32_t)(at + w.n + more)};
        const gisa_entity *e = gisa_speaker_entity(s, found, GISA_ENTITY_OG);
        return e && e->span.start <= at && e->span.end == found.end ? e->span : found;
    }
    return name;
}

gisa_span gisa_speaker_full_body(const gisa_speakers *s, gisa_span name)
{
    gisa_str w = gisa_span_text(name, s->text);
    for (size_t at = 0; (at = gisa_str_find(s->text, w, at)) != GISA_NPOS && at < name.start;
         at += w.n) {
        size_t open = at;
        while (open > 0 && s->text.p[open - 1] == ' ') open--;
        gisa_str before = gisa_str_cut(s->text, 0, open);
        if (gisa_str_ends(before, GISA_STR("이하"))) open -= 6;
        if (open == 0 || at + w.n >= s->text.n || s->text.p[open - 1] != '(' ||
            s->text.p[at + w.n] != ')')
            continue;
        open--;
        size_t t = gisa_tokens_from(s->a, open > 0 ? open - 1 : 0);
        if (t >= s->a->n_tokens) continue;
        const gisa_token *token = &s->a->tokens[t];
        if (token->span.start >= open) continue;
        const gisa_entity *e = gisa_speaker_entity(
            s, (gisa_span){(uint32_t)open - 1, (uint32_t)open}, GISA_ENTITY_OG);
        size_t first = nouns_begin(s, t + 1, w);
        uint32_t start = s->a->tokens[first < s->a->n_tokens ? first : t].span.start;
        if (e && e->span.start < start) start = e->span.start;
        if (start < open) return (gisa_span){start, (uint32_t)open};
    }
    return longer_body(s, name);
}

gisa_span gisa_speaker_by_title(const gisa_speakers *s, gisa_str title, size_t at)
{
    gisa_span found = {0, 0};
    for (size_t i = 0; i < s->a->n_entities && s->a->entities[i].span.end < at; i++) {
        const gisa_entity *e = &s->a->entities[i];
        gisa_str after = gisa_str_cut(s->text, e->span.end + 1, s->text.n);
        if (e->type != GISA_ENTITY_PS || s->text.p[e->span.end] != ' ' ||
            !gisa_str_starts(after, title))
            continue;
        if (found.end &&
            !gisa_str_eq(gisa_span_text(found, s->text), gisa_span_text(e->span, s->text)))
            return (gisa_span){0, 0};
        found = e->span;
    }
    return found;
}

gisa_speaker gisa_speaker_meant(const gisa_speakers *s, size_t at)
{
    gisa_speaker none = {.kind = GISA_SPEAKER_NONE};
    if (s->topic.kind == GISA_SPEAKER_ROLE || s->topic.kind == GISA_SPEAKER_ANONYMOUS)
        return s->topic;
    if (s->person.name.end) return s->person;
    for (size_t i = s->a->n_entities; i-- > 0;) {
        const gisa_entity *e = &s->a->entities[i];
        if (e->type == GISA_ENTITY_PS && e->span.end <= at && !is_reporter(s, e->span))
            return gisa_speaker_known(s, e->span, GISA_SPEAKER_PERSON);
    }
    return none;
}

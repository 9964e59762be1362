#include "nlp/names/entity_shape.h"

#include "corpus/wordlist.h"
#include "nlp/names/entity_word.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

#define SYLLABLE 3               /* bytes */
#define WORD_MAX (20 * SYLLABLE) /* behind a name; more is no word */

/* Where the last word of a name begins. */
static uint32_t last_word(gisa_str text, gisa_span s)
{
    uint32_t at = s.end;
    while (at > s.start && text.p[at - 1] != ' ') at--;
    return at;
}

/* Where the word that a name ends in does: 마테우 of 마테우알라에서 goes to 마테우알라. */
static uint32_t word_end(gisa_str text, gisa_span s)
{
    gisa_str near = gisa_str_cut(text, 0, s.end + WORD_MAX + SYLLABLE);
    gisa_str rest = gisa_hangul_run(near, s.end);
    if (rest.n > WORD_MAX) return s.end;
    if (gisa_name_ends(text, s.start, s.end)) return s.end;
    for (uint32_t n = SYLLABLE; n <= rest.n; n += SYLLABLE) {
        uint32_t last;
        gisa_utf8_next(rest, n - SYLLABLE, &last);
        if (gisa_is_josa(gisa_str_cut(rest, n, rest.n), last)) return s.end + n;
    }
    return s.end;
}

static bool is_title(gisa_str word)
{
    return gisa_wordlist_suffix(&gisa_list_titles, word) ||
           gisa_wordlist_suffix(&gisa_list_speaker_roles, word);
}

/* Takes the last word away. Returns: whether something is left. */
static bool drop_last(gisa_str text, gisa_span *s)
{
    uint32_t at = last_word(text, *s);
    if (at == s->start) return false;
    while (at > s->start && text.p[at - 1] == ' ') at--;
    s->end = at;
    return true;
}

/* Whether a name is whole though more follows in its word: 서울 of 서울지하철, 미래통합당 of
 * 미래통합당를. */
static bool is_whole(gisa_str text, const gisa_entity *e, gisa_str more, bool known)
{
    gisa_str name = gisa_span_text(e->span, text);
    if (known || name.n <= SYLLABLE || gisa_wordlist_find(&gisa_list_place_regions, more))
        return true; /* 남 of 남북 */
    if (gisa_josa_find(more)) return true;
    return e->type == GISA_ENTITY_PS && gisa_name_look_of(name) == GISA_LOOK_STRONG;
}

/* A name that ends inside a word: the whole word; or without it when it is a title, but the body in
 * that (협회 of 협회장). Returns: whether something is left. */
static bool mend_end(gisa_str text, gisa_entity *e, bool known)
{
    gisa_span whole = {e->span.start, word_end(text, e->span)};
    gisa_str more = gisa_str_cut(text, e->span.end, whole.end);
    if (!more.n || is_whole(text, e, more, known)) return true;
    if (!is_title(gisa_str_cut(text, last_word(text, whole), whole.end))) {
        e->span = whole;
        return true;
    }
    gisa_str name = gisa_span_text(e->span, text);
    bool heads = gisa_str_is(more, "장") || gisa_str_is(more, "원장");
    if (heads && gisa_wordlist_suffix(&gisa_list_affiliation_endings, name)) return true;
    if (!drop_last(text, &whole)) return false;
    e->span = whole;
    if (gisa_name_look_of(gisa_span_text(whole, text)) == GISA_LOOK_STRONG)
        e->type = GISA_ENTITY_PS;
    return true;
}

static void cut_body(gisa_str text, gisa_entity *e)
{
    gisa_str word = gisa_str_cut(text, last_word(text, e->span), e->span.end);
    gisa_str first = gisa_hangul_run(text, e->span.start);
    bool university = gisa_str_ends(first, GISA_STR("대")) ||
                      gisa_str_ends(first, GISA_STR("대학교"));
    if (word.n == (size_t)(e->span.end - e->span.start)) return;
    if (university && gisa_wordlist_suffix(&gisa_list_departments, word))
        e->span.end = e->span.start + (uint32_t)first.n;
    else if (gisa_wordlist_find(&gisa_list_titles, word))
        drop_last(text, &e->span);
}

/* 가나다 총리 is no name, but 가나다; 윤 총장 has none. */
static bool cut_title(gisa_str text, gisa_span *s)
{
    gisa_str word = gisa_str_cut(text, last_word(text, *s), s->end);
    if (word.n == (size_t)(s->end - s->start) || !gisa_wordlist_find(&gisa_list_titles, word))
        return true;
    drop_last(text, s);
    return s->end - s->start > SYLLABLE;
}

/* 파라 주, 미야자키 현: as it is spelt where the name is foreign. */
static bool widen_place(gisa_str text, gisa_span *s)
{
    if (s->end >= text.n || text.p[s->end] != ' ') return false;
    gisa_str run = gisa_hangul_run(text, s->end + 1);
    const gisa_wordlist_item *kind = gisa_wordlist_prefix(&gisa_list_place_words, run);
    if (!kind) return false;
    uint32_t last = gisa_utf8_last(kind->word);
    if (!gisa_is_josa(gisa_str_cut(run, kind->word.n, run.n), last)) return false;
    s->end += 1 + (uint32_t)kind->word.n;
    return true;
}

static bool cut_place(gisa_str text, gisa_span *s)
{
    while (gisa_wordlist_find(&gisa_list_place_regions,
                              gisa_str_cut(text, last_word(text, *s), s->end)))
        if (!drop_last(text, s)) return false;
    for (;;) {
        uint32_t next = s->start;
        while (next < s->end && text.p[next] != ' ') next++;
        if (next == s->end ||
            !gisa_wordlist_find(&gisa_list_place_regions, gisa_str_cut(text, s->start, next)))
            return true;
        s->start = next + 1;
    }
}

bool gisa_name_shape(gisa_str text, bool known, gisa_entity *e)
{
    if (e->type > GISA_ENTITY_OG) return true;
    if (!mend_end(text, e, known)) return false;
    gisa_str name = gisa_span_text(e->span, text);
    const gisa_wordlist_item *kind = gisa_wordlist_suffix(&gisa_list_kind_endings, name);
    if (kind && kind->word.n < name.n) e->type = gisa_entity_type_parse(kind->value);
    if (e->type == GISA_ENTITY_OG) cut_body(text, e);
    if (e->type != GISA_ENTITY_LC && !known && widen_place(text, &e->span))
        e->type = GISA_ENTITY_LC;
    else if (e->type == GISA_ENTITY_LC && cut_place(text, &e->span))
        widen_place(text, &e->span);
    if (e->type == GISA_ENTITY_PS) return cut_title(text, &e->span);
    return e->type != GISA_ENTITY_LC || cut_place(text, &e->span);
}

#include "nlp/names/versioned_name.h"

#include "base/letter.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_member.h"
#include "nlp/word/josa.h"

enum { LONGEST = 120 }; /* bytes of a name with its version */

typedef enum writing { AS_TYPED, LATIN, HANGUL, WRITINGS } writing;

static bool parts_here(char c)
{
    return c == ' ' || c == '-';
}

/* The next part of a version: a run of Hangul, or of anything else without a blank or hyphen. */
static bool next_part(gisa_str *version, gisa_str *part)
{
    size_t n = 0;
    bool hangul = false;
    while (version->n && parts_here(version->p[0]))
        *version = gisa_str_cut(*version, 1, version->n);
    while (n < version->n && !parts_here(version->p[n])) {
        uint32_t cp;
        size_t k = gisa_utf8_next(*version, n, &cp);
        if (n && gisa_is_hangul(cp) != hangul) break;
        hangul = gisa_is_hangul(cp);
        n += k;
    }
    *part = gisa_str_cut(*version, 0, n);
    *version = gisa_str_cut(*version, n, version->n);
    return n > 0;
}

/* A word of a version in the other script; itself when it has none there. */
static gisa_str written(gisa_str part, writing how)
{
    const gisa_wordlist *words = &gisa_list_version_words;
    const gisa_wordlist_item *found = gisa_wordlist_find(words, part);
    if (how == LATIN && found && found->value.n) return found->value;
    for (size_t i = 0; i < words->n && how == HANGUL; i++)
        if (gisa_str_eq_nocase(words->items[i].value, part)) return words->items[i].word;
    return part;
}

static gisa_status put(gisa_spellings *out, const gisa_spelling *name, gisa_str id,
                       gisa_str version, writing how)
{
    char text[2 * LONGEST];
    gisa_str part;
    size_t n = name->text.n;
    if (n > LONGEST) return GISA_OK;
    memcpy(text, name->text.p, n);
    while (next_part(&version, &part)) {
        gisa_str word = written(part, how);
        if (n + 1 + word.n > sizeof text) return GISA_OK;
        text[n++] = ' ';
        memcpy(text + n, word.p, word.n);
        n += word.n;
    }
    gisa_str made = {text, n};
    for (size_t i = 0; i < out->n; i++)
        if (gisa_str_eq(out->items[i].text, made)) return GISA_OK;
    gisa_spelling *s;
    if (GISA_ARENA_GROW(&out->arena, out->items, out->n, out->cap) < 0) return GISA_ENOMEM;
    s = &out->items[out->n];
    *s = (gisa_spelling){.made = true};
    if (gisa_arena_copy(&out->arena, id, &s->id) < 0 ||
        gisa_arena_copy(&out->arena, made, &s->text) < 0)
        return GISA_ENOMEM;
    out->n++;
    return GISA_OK;
}

/* Whether the typed text is a name with a version, where that begins and ends, and the name's id
 * and the member's. */
static gisa_status find_version(const gisa_gazetteer *g, gisa_str typed, gisa_arena *arena,
                                gisa_span *version, gisa_str *name, gisa_entity *member,
                                gisa_error *err)
{
    gisa_gazetteer_hits hits = {0};
    *version = (gisa_span){0, 0};
    gisa_status st = gisa_gazetteer_find(g, typed, arena, &hits, err);
    if (st >= 0 && hits.n && hits.items[0].span.start == 0) {
        const gisa_gazetteer_hit *hit = &hits.items[0];
        gisa_str rest = gisa_str_cut(typed, hit->span.end, typed.n);
        if (gisa_is_josa(rest, gisa_utf8_last(gisa_span_text(hit->span, typed))))
            *version = (gisa_span){hit->version, hit->span.end};
        *name = gisa_gazetteer_at(g, hit->name)->id;
        if (gisa_gazetteer_member(g, hit, typed, arena, member) < 0) st = gisa_fail_mem(err);
    }
    return st;
}

gisa_status gisa_versioned_name_spellings(const gisa_gazetteer *g, gisa_str typed,
                                          gisa_spellings *out, gisa_error *err)
{
    gisa_spellings names = {0};
    gisa_arena arena = {0};
    gisa_entity member = {0};
    gisa_str id = GISA_NONE;
    gisa_span version;
    typed = gisa_str_trim(typed);
    if (typed.n > LONGEST) return GISA_OK;
    gisa_status st = find_version(g, typed, &arena, &version, &id, &member, err);
    if (st < 0 || version.start == version.end) {
        gisa_arena_clear(&arena);
        return st;
    }
    gisa_str name = gisa_str_cut(typed, 0, version.start);
    while (name.n && parts_here(name.p[name.n - 1])) name.n--;
    st = gisa_gazetteer_spellings(g, name, &names, err);
    for (size_t i = 0; i < names.n && st >= 0; i++) {
        gisa_str own = gisa_str_eq(names.items[i].id, id) ? member.id : names.items[i].id;
        for (int how = AS_TYPED; how < WRITINGS && st >= 0; how++)
            if (put(out, &names.items[i], own, gisa_span_text(version, typed), (writing)how) < 0)
                st = gisa_fail_mem(err);
    }
    gisa_arena_clear(&arena);
    gisa_spellings_clear(&names);
    return st;
}

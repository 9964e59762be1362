#include "nlp/names/entity_word.h"

#include "base/letter.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

static bool joins(gisa_str t, size_t at)
{
    char c = t.p[at];
    if (c != '-' && c != '&' && c != '.' && c != '+') return false;
    if (at == 0 || at + 1 >= t.n) return false;
    char a = t.p[at - 1], b = t.p[at + 1];
    return (gisa_is_alpha(a) || gisa_is_digit(a)) && (gisa_is_alpha(b) || gisa_is_digit(b));
}

static char mark_class(uint32_t cp)
{
    if (gisa_is_stop(cp)) return '.';
    if (cp == '(' || cp == '[' || cp == '<') return '(';
    if (cp == '"' || cp == 0x201C || cp == 0x201D || cp == 0x2018 || cp == 0x2019 || cp == '\'')
        return '"';
    return ',';
}

gisa_status gisa_words_cut(gisa_str text, gisa_arena *arena, gisa_words *out)
{
    char before = '\n';
    size_t at = 0;
    out->n = 0;
    while (at < text.n) {
        uint32_t cp;
        size_t n, start = at;
        if (gisa_script_next(text, at, &n) == GISA_SCRIPT_NONE) {
            gisa_utf8_next(text, at, &cp);
            if (cp == '\n')
                before = '\n';
            else if (cp == ' ' || cp == 0xA0)
                before = before ? before : ' ';
            else if (before != '\n')
                before = mark_class(cp);
            else if (cp == '[' || cp == '(')
                before = '(';
            at += n;
            continue;
        }
        bool hangul = true;
        while (at < text.n) {
            gisa_script script = gisa_script_next(text, at, &n);
            if (script == GISA_SCRIPT_NONE && !joins(text, at)) break;
            hangul = hangul && script == GISA_SCRIPT_HANGUL;
            at += n;
        }
        if (GISA_ARENA_GROW(arena, out->items, out->n, out->cap) < 0) return GISA_ENOMEM;
        out->items[out->n++] = (gisa_word){{(uint32_t)start, (uint32_t)at}, before, hangul};
        before = 0;
    }
    return GISA_OK;
}

static unsigned slot_of(gisa_str s)
{
    unsigned last = (unsigned char)s.p[s.n - 1] | (unsigned)(unsigned char)s.p[s.n - 2] << 8;
    return (last * 40503u >> 3) & (GISA_ENDINGS_SLOTS - 1);
}

void gisa_endings_init(gisa_endings *e, const gisa_wordlist *list)
{
    *e = (gisa_endings){.items = list->items,
                        .n = list->n < GISA_ENDINGS_MAX ? list->n : GISA_ENDINGS_MAX};
    for (size_t i = 0; i < e->n; i++) {
        gisa_str item = list->items[i].word;
        uint8_t *head = &e->head[slot_of(item)];
        e->length[i] = (uint8_t)item.n;
        e->next[i] = *head;
        *head = (uint8_t)(i + 1);
    }
}

size_t gisa_endings_find(const gisa_endings *e, gisa_str stem)
{
    size_t best = 0;
    if (stem.n < 2) return 0;
    for (size_t k = e->head[slot_of(stem)]; k; k = e->next[k - 1]) {
        size_t n = e->length[k - 1];
        if (n > best && n <= stem.n && memcmp(stem.p + stem.n - n, e->items[k - 1].word.p, n) == 0)
            best = n;
    }
    return best;
}

gisa_str gisa_endings_stem(const gisa_endings *e, gisa_str word, size_t *length)
{
    gisa_str stem = word;
    for (int cut = 0; cut <= 4 && stem.n >= 2; cut++) {
        *length = gisa_endings_find(e, stem);
        if (*length) {
            uint32_t last = gisa_utf8_last(stem);
            if (cut == 0 || gisa_is_josa(gisa_str_cut(word, stem.n, word.n), last)) return stem;
        }
        if (stem.n < 6 || (unsigned char)stem.p[stem.n - 3] < 0xEA) break;
        stem.n -= 3;
    }
    return GISA_NONE;
}

gisa_name_look gisa_name_look_of(gisa_str w)
{
    size_t n = gisa_syllables(w);
    if (n < 2 || n > 4 || gisa_wordlist_find(&gisa_list_not_names, w)) return GISA_LOOK_NONE;
    if (n == 4)
        return gisa_wordlist_find(&gisa_list_compound_surnames, gisa_str_cut(w, 0, 6))
                   ? GISA_LOOK_STRONG
                   : GISA_LOOK_NONE;
    const gisa_wordlist_item *surname = gisa_wordlist_find(&gisa_list_surnames,
                                                           gisa_str_cut(w, 0, 3));
    if (!surname) return GISA_LOOK_LOOSE;
    bool common = surname->value.n > 0;
    for (size_t i = 1; i < n; i++)
        if (!gisa_wordlist_find(&gisa_list_given_syllables, gisa_str_cut(w, 3 * i, 3 * i + 3)))
            return n == 3 && common ? GISA_LOOK_WEAK : GISA_LOOK_LOOSE;
    return n == 3 && common ? GISA_LOOK_STRONG : GISA_LOOK_WEAK;
}

void gisa_titles_init(gisa_endings *e)
{
    gisa_endings_init(e, &gisa_list_titles);
}

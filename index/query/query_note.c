#include "index/query/query_note.h"

#include "base/buf.h"
#include "base/letter.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"

enum { SHOWN = 40 }; /* bytes of a word in a note */

static bool has_letter(gisa_str text)
{
    uint32_t cp;
    for (size_t i = 0; i < text.n;) {
        i += gisa_utf8_next(text, i, &cp);
        if (gisa_is_letter(cp)) return true;
    }
    return false;
}

bool gisa_query_is_prefix(gisa_str word)
{
    return word.n > 1 && gisa_str_find_byte(word, '*', 0) == word.n - 1 && has_letter(word);
}

/* Adds a note unless there is the same one. */
static gisa_status put_note(gisa_query *q, gisa_buf *text, gisa_error *err)
{
    gisa_status st = gisa_buf_check(text, "a note", err);
    bool there = q->n_notes == GISA_QUERY_NOTES;
    for (size_t i = 0; i < q->n_notes; i++)
        there = there || gisa_str_eq(q->notes[i], gisa_buf_view(text));
    if (st == GISA_OK && !there) {
        if (GISA_ARENA_GROW(&q->arena, q->notes, q->n_notes, q->cap_notes) < 0 ||
            gisa_arena_copy(&q->arena, gisa_buf_view(text), &q->notes[q->n_notes]) < 0)
            st = gisa_fail_mem(err);
        else
            q->n_notes++;
    }
    gisa_buf_clear(text);
    return st;
}

/* NEAR, NEAR/3, NEAR(a, w/5: the letters before what an operator is given. */
static gisa_str operator_name(gisa_str word)
{
    size_t n = 0;
    while (n < word.n && gisa_is_alpha(word.p[n])) n++;
    if (n == word.n) return word;
    gisa_str rest = gisa_str_cut(word, n + 1, word.n);
    if (word.p[n] == '(' && n > 1) return gisa_str_cut(word, 0, n);
    if (word.p[n] != '/' || !rest.n) return word;
    for (size_t i = 0; i < rest.n; i++)
        if (!gisa_is_digit(rest.p[i])) return word;
    return gisa_str_cut(word, 0, n == 1 ? 2 : n);
}

/* A word with + before it, or ~2 or ^2 after it. The marks alone are none. */
static gisa_str operator_mark(gisa_str word)
{
    uint32_t cp = 0;
    size_t n = word.n;
    if (word.n > 1 && word.p[0] == '+') {
        gisa_utf8_next(word, 1, &cp);
        return gisa_is_letter(cp) && !(cp < 0x80 && gisa_is_digit((char)cp))
                   ? gisa_str_cut(word, 0, 1)
                   : GISA_NONE;
    }
    while (n > 0 && (gisa_is_digit(word.p[n - 1]) || word.p[n - 1] == '.')) n--;
    bool marked = n > 1 && (word.p[n - 1] == '^' || word.p[n - 1] == '~');
    if (!marked || n == word.n || gisa_is_digit(word.p[n - 2])) return GISA_NONE;
    return gisa_str_cut(word, n - 1, n);
}

gisa_status gisa_query_note_word(gisa_query *q, gisa_str word, gisa_error *err)
{
    gisa_buf text = {0};
    gisa_str mark = operator_mark(word), name = mark.n ? mark : operator_name(word);
    const gisa_wordlist_item *other = gisa_wordlist_find(&gisa_list_other_operators, name);
    if (!mark.n && word.n == 1 && word.p[0] != '|') other = NULL;
    bool star = gisa_str_find_byte(word, '*', 0) != GISA_NPOS && !gisa_query_is_prefix(word);
    if (other)
        gisa_buf_addf(&text, "%.*s is no operator and was taken for text; %.*s", GISA_ARG(name),
                      GISA_ARG(other->value));
    else if (star)
        gisa_buf_addf(&text,
                      "* in %.*s is no operator; one * at the end of a word finds whatever"
                      " begins so",
                      GISA_ARG(gisa_utf8_clip(word, SHOWN)));
    if (other || star) return put_note(q, &text, err);
    return GISA_OK;
}

gisa_status gisa_query_note_order(gisa_query *q, gisa_error *err)
{
    gisa_buf text = {0};
    gisa_buf_add_c(&text, "OR binds closer than AND; parentheses say otherwise");
    return put_note(q, &text, err);
}

gisa_status gisa_query_note_phrase_star(gisa_query *q, gisa_str phrase, gisa_error *err)
{
    gisa_buf text = {0};
    gisa_buf_addf(&text,
                  "* after \"%.*s\" is no operator; one * at the end of a word, without quotation"
                  " marks, finds whatever begins so",
                  GISA_ARG(gisa_utf8_clip(phrase, SHOWN)));
    return put_note(q, &text, err);
}

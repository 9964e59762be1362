/* A sentence is looked for forward from its start. A stop ends it unless what comes before or
 * after it forbids that; a quotation or bracket that is open hides the stops in it for at most
 * HIDE_MAX characters, so that one stray mark costs no more than that. */
#include "nlp/segment.h"

#include "base/letter.h"
#include "corpus/wordlist.h"
#include "nlp/word/abbreviation.h"
#include "nlp/word/josa.h"

#define HIDE_MAX 300 /* tests/bench/sentences.py */

static bool is_space(uint32_t cp)
{
    return cp == ' ' || (cp >= '\t' && cp <= '\r') || gisa_char_class_of(cp) == GISA_CHAR_SPACE;
}

/* The mark that closes an opening one; 0: it opens nothing. */
static uint32_t closer_of(uint32_t cp)
{
    switch (cp) {
    case '(': return ')';
    case '[': return ']';
    case 0x2018: return 0x2019;
    case 0x201C: return 0x201D;
    default: return cp >= 0x3008 && gisa_char_class_of(cp) == GISA_CHAR_OPEN ? cp + 1 : 0;
    }
}

static bool is_closing(uint32_t cp)
{
    gisa_char_class c = gisa_char_class_of(cp);
    return c == GISA_CHAR_CLOSE || c == GISA_CHAR_QUOTE;
}

/* Where the partner of the mark at `at` closes, within HIDE_MAX and the line; 0: nowhere. */
static uint32_t partner(const gisa_text *t, uint32_t at)
{
    uint32_t open = t->cp[at], close = open == '"' ? '"' : closer_of(open);
    uint32_t max = t->n - at > HIDE_MAX ? at + HIDE_MAX : t->n;
    if (!close) return 0;
    for (uint32_t i = at + 1, depth = 1; i < max && t->cp[i] != '\n'; i++) {
        if (t->cp[i] == close && --depth == 0) return i;
        if (t->cp[i] == open && open != close) depth++;
    }
    return 0;
}

/* Whether the word that begins at `at`, behind the space after a quotation, takes it up: 하고,
 * 라고, 라며. */
static bool takes_up(const gisa_text *t, uint32_t at)
{
    char word[16];
    size_t n = 0;
    for (; at < t->n && gisa_is_hangul(t->cp[at]) && n + 4 <= sizeof word; at++)
        n += gisa_utf8_put(word + n, t->cp[at]);
    return gisa_wordlist_find(&gisa_list_quote_links, (gisa_str){word, n}) != NULL;
}

/* Whether the word that begins at `at` carries on a sentence whose quotation has just closed: 라고,
 * 고, 며, a josa. */
static bool carries_on(const gisa_text *t, uint32_t at)
{
    return at < t->n && gisa_josa_begins(t->cp[at], GISA_JOSA_CARRY);
}

/* The number of a list's mark that begins at i: 1 to 99, a point and a space; 0: it is none. */
static uint32_t mark_at(const gisa_text *t, uint32_t i)
{
    uint32_t n = 0, from = i;
    while (i - from < 2 && gisa_text_is_digit(t, i)) n = 10 * n + t->cp[i++] - '0';
    return i > from && i + 1 < t->n && t->cp[i] == '.' && t->cp[i + 1] == ' ' ? n : 0;
}

/* Whether a mark of that number begins between two places of a line, behind a space or at the start
 * of the line. */
static bool has_mark(const gisa_text *t, uint32_t from, uint32_t to, uint32_t number)
{
    for (uint32_t i = from; i < to && t->cp[i] != '\n'; i++)
        if ((i == 0 || is_space(t->cp[i - 1])) && mark_at(t, i) == number) return true;
    return false;
}

/* The number of the mark at i inside a sentence when it is one of a list: the one before it comes
 * before it on the line, or it is 1 and 2 follows; 0: it is none. */
static uint32_t list_mark(const gisa_text *t, uint32_t from, uint32_t i)
{
    uint32_t n = i > from && is_space(t->cp[i - 1]) ? mark_at(t, i) : 0, back = i;
    if (!n) return 0;
    if (n == 1) {
        uint32_t to = t->n - i > HIDE_MAX ? i + HIDE_MAX : t->n;
        return has_mark(t, i + 2, to, 2) ? 1 : 0;
    }
    while (back > 0 && i - back < HIDE_MAX && t->cp[back - 1] != '\n') back--;
    return has_mark(t, back, i, n - 1) ? n : 0;
}

/* Whether the full stop at `at` belongs to a number, a date, initials, an address or a list mark.
 */
static bool is_inner_point(const gisa_text *t, uint32_t from, uint32_t at)
{
    if (t->cp[at] != '.') return false;
    uint32_t next = t->cp[at + 1]; /* 0 at the end */
    gisa_char_class before = at > from ? gisa_char_class_of(t->cp[at - 1]) : GISA_CHAR_SPACE;
    gisa_char_class after = next ? gisa_char_class_of(next) : GISA_CHAR_SPACE;
    bool latin_before = before == GISA_CHAR_UPPER || before == GISA_CHAR_LOWER;
    if (before == GISA_CHAR_DIGIT || latin_before) {
        if (after == GISA_CHAR_DIGIT || after == GISA_CHAR_UPPER || after == GISA_CHAR_LOWER)
            return true;
    }
    if (latin_before && gisa_is_abbreviation_point(t, from, at)) return next != '\n' && next != 0;
    if (before == GISA_CHAR_UPPER && (at - 1 == from || t->cp[at - 2] == '.' ||
                                      gisa_char_class_of(t->cp[at - 2]) == GISA_CHAR_SPACE))
        return after == GISA_CHAR_SPACE ? next != '\n' && next != 0 : true;
    if (before == GISA_CHAR_DIGIT) {
        uint32_t i = at;
        while (i > from && at - i < 3 && gisa_char_class_of(t->cp[i - 1]) == GISA_CHAR_DIGIT) i--;
        if (i == from || list_mark(t, from, i)) return true; /* "1." opens a list */
        /* "2020. 11. 22." goes on with a number, or its last point follows two others */
        if (next != ' ') return false;
        return gisa_char_class_of(t->cp[at + 2]) == GISA_CHAR_DIGIT ||
               (i >= from + 3 && t->cp[i - 1] == ' ' && t->cp[i - 2] == '.' &&
                gisa_char_class_of(t->cp[i - 3]) == GISA_CHAR_DIGIT);
    }
    return false;
}

/* Whether what ends at `at` is a josa or an ending that never closes a sentence, so that an
 * ellipsis after it is a pause: 나는… 모르겠다. */
static bool pauses(const gisa_text *t, uint32_t from, uint32_t at)
{
    char word[16];
    size_t n = 0;
    for (uint32_t i = at - from > 3 ? at - 3 : from; i < at; i++)
        n += gisa_utf8_put(word + n, t->cp[i]);
    return gisa_josa_is(t->cp[at - 1], GISA_JOSA_PAUSE) ||
           gisa_wordlist_suffix(&gisa_list_pausing_endings, (gisa_str){word, n}) != NULL;
}

/* Whether a stop at `at` ends the sentence that begins at `from`; moves *at past the stops and
 * closing marks. */
static bool ends_here(const gisa_text *t, uint32_t from, uint32_t *at)
{
    uint32_t i = *at;
    if (is_inner_point(t, from, i)) return false;
    uint32_t stop = i;
    while (i < t->n && gisa_is_stop(t->cp[i])) i++;
    uint32_t n_stops = i - stop;
    bool closed = false;
    while (i < t->n && is_closing(t->cp[i])) {
        if (t->cp[i] == '"' && partner(t, i) && !closed && i > 0 && is_space(t->cp[i - 1])) break;
        closed = true;
        i++;
    }
    *at = i;
    if (i >= t->n || t->cp[i] == '\n') return true;
    if (closed && carries_on(t, i)) return false;
    if (closed && t->cp[i - 1] != ')' && t->cp[i - 1] != ']' && t->cp[i] == ' ' &&
        takes_up(t, i + 1))
        return false;
    bool soft = t->cp[stop] == 0x2026 || (n_stops > 1 && t->cp[stop + 1] == '.');
    if (soft && !closed && stop > from && pauses(t, from, stop)) return false;
    if (!is_space(t->cp[i])) {
        gisa_char_class c = gisa_char_class_of(t->cp[i]);
        /* "했다.그러나": a missing space, after an ending only */
        return !soft && !closed && c == GISA_CHAR_HANGUL && stop > from + 1 &&
               (t->cp[stop - 1] == 0xB2E4 || t->cp[stop - 1] == 0xC694);
    }
    return true;
}

/* Whether a list's next item begins at i, in a sentence that is the item before: 1. 가 2. 나. */
static bool begins_item(const gisa_text *t, uint32_t from, uint32_t i)
{
    if (t->cp[i] < '0' || t->cp[i] > '9' || !is_space(t->cp[i - 1])) return false;
    uint32_t n = list_mark(t, from, i);
    return n > 1 && mark_at(t, from) == n - 1;
}

bool gisa_sentence_next(const gisa_text *t, uint32_t *at, gisa_range *out)
{
    uint32_t from = *at;
    while (from < t->n && is_space(t->cp[from])) from++;
    if (from >= t->n) return false;
    uint32_t i = from;
    uint32_t hidden = 0; /* stops before this index are inside marks */
    while (i < t->n && t->cp[i] != '\n') {
        uint32_t cp = t->cp[i];
        if (i > from && i >= hidden && begins_item(t, from, i)) break;
        if (i >= hidden && (cp == '"' || closer_of(cp))) {
            uint32_t close = partner(t, i);
            if (close) hidden = close;
        }
        if (!gisa_is_stop(cp) || (i < hidden && i + 1 != hidden)) {
            i++;
            continue;
        }
        uint32_t next = i;
        if (ends_here(t, from, &next)) {
            i = next;
            break;
        }
        i = next > i ? next : i + 1;
    }
    *at = i;
    while (i > from && is_space(t->cp[i - 1])) i--;
    *out = (gisa_range){from, i};
    return true;
}

bool gisa_eojeol_next(const gisa_text *t, uint32_t *at, uint32_t to, gisa_range *out)
{
    uint32_t from = *at;
    while (from < to && is_space(t->cp[from])) from++;
    if (from >= to) return false;
    uint32_t i = from;
    while (i < to && !is_space(t->cp[i])) i++;
    *out = (gisa_range){from, i};
    *at = i;
    return true;
}

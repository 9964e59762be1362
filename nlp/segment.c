/* A sentence is looked for forward from its start. A stop ends it unless what comes before or
 * after it forbids that; a quotation or bracket that is open hides the stops in it for at most
 * HIDE_MAX characters, so that one stray mark costs no more than that. */
#include "nlp/segment.h"

#include "base/letter.h"
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

/* Whether the word that begins at `at` carries on a sentence whose quotation has just closed: 라고,
 * 고, 며, a josa. */
static bool carries_on(const gisa_text *t, uint32_t at)
{
    return at < t->n && gisa_josa_begins(t->cp[at], GISA_JOSA_CARRY);
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
    if (before == GISA_CHAR_UPPER && (at - 1 == from || t->cp[at - 2] == '.' ||
                                      gisa_char_class_of(t->cp[at - 2]) == GISA_CHAR_SPACE))
        return after == GISA_CHAR_SPACE ? next != '\n' && next != 0 : true;
    if (before == GISA_CHAR_DIGIT) {
        uint32_t i = at;
        while (i > from && at - i < 3 && gisa_char_class_of(t->cp[i - 1]) == GISA_CHAR_DIGIT) i--;
        if (i == from) return true; /* "1." opens a list */
        /* "2020. 11. 22." goes on with a number, or its last point follows two others */
        if (next != ' ') return false;
        return gisa_char_class_of(t->cp[at + 2]) == GISA_CHAR_DIGIT ||
               (i >= from + 3 && t->cp[i - 1] == ' ' && t->cp[i - 2] == '.' &&
                gisa_char_class_of(t->cp[i - 3]) == GISA_CHAR_DIGIT);
    }
    return false;
}

/* Whether the syllable is a josa or ending that never closes a sentence, so that an ellipsis after
 * it is a pause: 나는… 모르겠다. */
static bool pauses(uint32_t cp)
{
    return gisa_josa_is(cp, GISA_JOSA_PAUSE);
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
    bool soft = t->cp[stop] == 0x2026 || (n_stops > 1 && t->cp[stop + 1] == '.');
    if (soft && !closed && stop > from && pauses(t->cp[stop - 1])) return false;
    if (!is_space(t->cp[i])) {
        gisa_char_class c = gisa_char_class_of(t->cp[i]);
        /* "했다.그러나": a missing space, after an ending only */
        return !soft && !closed && c == GISA_CHAR_HANGUL && stop > from + 1 &&
               (t->cp[stop - 1] == 0xB2E4 || t->cp[stop - 1] == 0xC694);
    }
    return true;
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

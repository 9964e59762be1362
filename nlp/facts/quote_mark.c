/* Marks pair up in their paragraph; “ may close in one of the next paragraphs, and “ in place of ”
 * closes where 고 and the like follow. What follows the closing mark says whether it is speech: 고,
 * 라며 take it up, 라는 does with a noun of saying, any other josa makes it a noun. */
#include "nlp/facts/quote_mark.h"

#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "nlp/word/josa.h"

/* What is long enough to be speech (tests/bench/facts.py). */
#define SPEECH_MIN  2 /* characters, when 고 or 라며 follows */
#define ALONE_MIN   5 /* when nothing follows, and it ends as a sentence */
#define NAME_MIN    9
#define NOUN_MIN    12  /* when the josa of a noun follows */
#define STOP_MIN    3   /* when it ends in a mark of a sentence */
#define SINGLE_MAX  600 /* bytes between single marks */
#define ACROSS_MAX  3   /* line ends in a quotation */
#define BRACKET_MAX 90  /* bytes of a remark after the closing mark */
#define LINK_MAX    18  /* bytes */

/* How what follows takes up the quotation; *rest begins after it. */
static gisa_taking take(gisa_str text, size_t at, size_t *rest)
{
    size_t from = at;
    if (gisa_str_starts(gisa_str_cut(text, at, text.n), GISA_STR("\xC2\xA0"))) from += 2;
    while (from < text.n && from < at + 2 && text.p[from] == ' ') from++;
    if (from < text.n && text.p[from] == '(') {
        /* “…”(웃음)라고 */
        size_t end = gisa_str_find_byte(gisa_str_cut(text, 0, from + BRACKET_MAX), ')', from);
        if (end != GISA_NPOS) at = from = end + 1;
    }
    gisa_str after = gisa_str_cut(text, from, text.n);
    const gisa_wordlist_item *link = gisa_wordlist_prefix(&gisa_list_quote_links,
                                                          gisa_str_cut(after, 0, LINK_MAX));
    *rest = from;
    if (link && from + link->word.n < text.n) {
        unsigned char next = (unsigned char)text.p[from + link->word.n];
        bool ends = next < 0xEA || link->word.n > 6; /* 이라고밝혔다 */
        bool spaced = from > at;
        if (ends && (!spaced || link->word.n > 3)) {
            *rest = from + link->word.n;
            while (*rest < text.n && (text.p[*rest] == ' ' || text.p[*rest] == ',')) ++*rest;
            return link->value.n ? GISA_TAKES_NAME : GISA_TAKES_SPEECH;
        }
    }
    if (from == at && gisa_josa_prefix(after, GISA_JOSA_NAME)) return GISA_TAKES_NOUN;
    return GISA_TAKES_NOTHING;
}

static bool ends_as_speech(gisa_str s)
{
    s = gisa_str_trim(s);
    while (s.n > 0 && (s.p[s.n - 1] == ')' || s.p[s.n - 1] == ' ')) s.n--;
    size_t last = s.n > 0 ? gisa_utf8_prev(s, s.n) : 0;
    return gisa_wordlist_find(&gisa_list_speech_endings, gisa_str_cut(s, last, s.n)) != NULL;
}

/* Whether a word of the list begins at `at`. */
static bool begins_with(const gisa_wordlist *list, gisa_str text, size_t at)
{
    return gisa_wordlist_prefix(list, gisa_str_cut(text, at, at + 2 * LINK_MAX)) != NULL;
}

static bool has_double(gisa_str s)
{
    return gisa_str_has(s, GISA_STR("\"")) || gisa_str_has(s, GISA_STR("“"));
}

static bool stops(gisa_str s)
{
    char c = s.n > 0 ? s.p[s.n - 1] : 0;
    return c == '.' || c == '?' || c == '!';
}

static bool has_hangul(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0xEA && (unsigned char)s.p[i] <= 0xED) return true;
    return false;
}

/* [이름/신분 : “…”] */
static bool is_labelled(gisa_str text, size_t inner)
{
    size_t at = gisa_utf8_prev(text, inner);
    while (at > 0 && text.p[at - 1] == ' ') at--;
    return at > 0 && text.p[at - 1] == ':';
}

/* Whether the marks hold speech. */
static bool is_speech(gisa_str text, gisa_span inner, size_t after, bool single,
                      gisa_taking *taking)
{
    gisa_str said = gisa_span_text(inner, text);
    size_t chars = gisa_utf8_chars(said), rest;
    const gisa_wordlist_item *noun;
    bool sentence = ends_as_speech(said), hangul = has_hangul(said);
    bool spaced = gisa_str_find_byte(said, ' ', 0) != GISA_NPOS;
    *taking = take(text, after, &rest);
    switch (*taking) {
    case GISA_TAKES_SPEECH:
        noun = gisa_wordlist_prefix(&gisa_list_naming_verbs,
                                    gisa_str_cut(text, rest, rest + LINK_MAX));
        if (noun && (single || !noun->value.n)) return sentence && !single;
        if (single)
            return sentence ||
                   (chars >= NOUN_MIN && begins_with(&gisa_list_speech_verbs, text, rest));
        return chars >= SPEECH_MIN;
    case GISA_TAKES_NAME:
        noun = gisa_wordlist_prefix(&gisa_list_speaking_nouns,
                                    gisa_str_cut(text, rest, rest + LINK_MAX));
        if (noun) return !single || (sentence && chars >= NOUN_MIN && !noun->value.n);
        return !single && hangul && chars >= (sentence ? STOP_MIN : NAME_MIN) &&
               !begins_with(&gisa_list_naming_nouns, text, rest);
    case GISA_TAKES_NOUN:
        return hangul && !single && spaced && chars >= (sentence ? NAME_MIN : NOUN_MIN);
    case GISA_TAKES_NOTHING: break;
    }
    bool line = inner.start > 3 &&
                (text.p[inner.start - 2] == '\n' || text.p[inner.start - 4] == '\n');
    if (!single && hangul && sentence && chars >= STOP_MIN && stops(said)) return true;
    if (single) return line && sentence && chars >= NOUN_MIN;
    if (chars < ALONE_MIN || !hangul) return false;
    bool ends_line = after >= text.n || text.p[after] == '\n';
    return sentence || is_labelled(text, inner.start) ||
           (!ends_line && spaced && chars >= NOUN_MIN);
}

typedef struct mark {
    gisa_str open, close;
    bool single;
} mark;

#define MARK(open, close, single)                                                                  \
    {                                                                                              \
        {open, sizeof(open) - 1}, {close, sizeof(close) - 1}, single                               \
    }

static const mark marks[] = {
    MARK("“", "”", false), MARK("\"", "\"", false), MARK("‘", "’", true),
    MARK("'", "'", true),  MARK("「", "」", true),
};

static const mark *mark_at(gisa_str text, size_t at)
{
    char c = text.p[at];
    if (c != '"' && c != '\'' && c != '\xE2' && c != '\xE3') return NULL;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const mark *m = &marks[i];
        if (!gisa_str_starts(gisa_str_cut(text, at, at + 3), m->open)) continue;
        /* a straight mark after a word closes something */
        bool straight = m->open.n == 1;
        bool begins = at == 0 || text.p[at - 1] == ' ' || text.p[at - 1] == '\n' ||
                      text.p[at - 1] == '(' || text.p[at - 1] == '[' || text.p[at - 1] == ':' ||
                      text.p[at - 1] == ',' || text.p[at - 1] == '-' || text.p[at - 1] == '>';
        size_t rest;
        if (straight && !begins && (m->single || take(text, at + 1, &rest) == GISA_TAKES_SPEECH))
            return NULL;
        return m;
    }
    return NULL;
}

/* Bytes of the closing mark at the beginning of `here`; 0: none. Straight and curly marks mix. */
static size_t closes(gisa_str here, const mark *m)
{
    if (gisa_str_starts(here, m->close)) return m->close.n;
    if (m->open.n == 1 && !m->single && gisa_str_starts(here, GISA_STR("”"))) return 3;
    if (m->open.n == 1 && m->single && gisa_str_starts(here, GISA_STR("’"))) return 3;
    return 0;
}

/* “…"라고: a straight mark that closes a curly one, where no curly one does. */
static size_t closes_straight(gisa_str text, size_t from, size_t *after)
{
    size_t rest, end = gisa_str_find_byte(text, '\n', from);
    gisa_str line = gisa_str_cut(text, 0, end == GISA_NPOS ? text.n : end);
    size_t p = gisa_str_find_byte(line, '"', from);
    if (p == GISA_NPOS || take(text, p + 1, &rest) != GISA_TAKES_SPEECH) return GISA_NPOS;
    *after = p + 1;
    return p;
}

/* The closing mark of what opens at `at`; GISA_NPOS when it is missing. *after is behind it. */
static size_t closing(gisa_str text, size_t at, const mark *m, size_t *after)
{
    size_t from = at + m->open.n, limit = m->single ? from + SINGLE_MAX : text.n;
    int lines = 0;
    bool nested = false;
    for (size_t p = from; p < text.n && p < limit; p++) {
        gisa_str here = gisa_str_cut(text, p, p + 1 + LINK_MAX);
        if (text.p[p] == '\n' && (m->open.n == 1 || m->single || ++lines > ACROSS_MAX)) break;
        if (m->open.n == 1 && gisa_str_starts(here, GISA_STR("“"))) nested = true;
        size_t n = nested && !gisa_str_starts(here, m->close) ? 0 : closes(here, m);
        if (n > 0) {
            *after = p + n;
            return p;
        }
        size_t rest;
        if (!m->single && m->open.n > 1 && gisa_str_starts(here, m->open)) {
            /* “ in place of ”; or the one before was never closed */
            if (lines > 0 || take(text, p + m->open.n, &rest) != GISA_TAKES_SPEECH) break;
            *after = p + m->open.n;
            return p;
        }
    }
    return m->open.n > 1 && !m->single ? closes_straight(text, from, after) : GISA_NPOS;
}

gisa_status gisa_mark_pairs_find(gisa_str text, size_t body, gisa_mark_pairs *out,
                                 gisa_arena *arena)
{
    for (size_t at = body; at < text.n;) {
        const mark *m = mark_at(text, at);
        size_t after = 0, close = m ? closing(text, at, m, &after) : GISA_NPOS;
        if (close == GISA_NPOS || close == at + m->open.n) {
            at++;
            continue;
        }
        gisa_mark_pair pair = {
            .outer = {(uint32_t)at, (uint32_t)after},
            .inner = {(uint32_t)(at + m->open.n), (uint32_t)close},
        };
        pair.speech = is_speech(text, pair.inner, after, m->single, &pair.taking) &&
                      !(m->single && has_double(gisa_span_text(pair.inner, text)));
        if (m->single && !pair.speech) {
            at += m->open.n;
            continue;
        }
        if (GISA_ARENA_GROW(arena, out->items, out->n, out->cap) < 0) return GISA_ENOMEM;
        out->items[out->n++] = pair;
        at = after;
    }
    return GISA_OK;
}

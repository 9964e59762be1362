/* Marks pair up in their paragraph; “ may close in one of the next paragraphs, and “ in place of ”
 * closes where 고 and the like follow. */
#include "nlp/facts/quote_mark.h"

#include "nlp/facts/mark_sense.h"

#define SINGLE_MAX 600 /* bytes between single marks */
#define ACROSS_MAX 3   /* line ends in a quotation */
#define LINK_MAX   18  /* bytes */
#define NAME_MAX   60  /* bytes of a name with its marks */

static bool has_double(gisa_str s)
{
    return gisa_str_has(s, GISA_STR("\"")) || gisa_str_has(s, GISA_STR("“"));
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
    MARK("'", "'", true),  MARK("「", "」", true),  MARK("”", "”", false),
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
        size_t rest, behind = at + m->open.n;
        /* ”…” where ” is typed for “ */
        bool closer = gisa_str_eq(m->open, m->close) && !straight;
        if (closer && (!begins || behind >= text.n || text.p[behind] == ' ')) return NULL;
        if (straight && !begins &&
            (m->single || gisa_mark_taking(text, at + 1, &rest) == GISA_TAKES_SPEECH))
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
    if (gisa_str_is(m->open, "”") && gisa_str_starts(here, GISA_STR("“"))) return 3;
    if (m->open.n == 1 && m->single && gisa_str_starts(here, GISA_STR("’"))) return 3;
    return 0;
}

/* “…"라고, “…", “…": a straight mark that closes a curly one, where no curly one does. next: where
 * the next curly one opens, GISA_NPOS: not in this line. */
static size_t closes_straight(gisa_str text, size_t from, size_t next, size_t *after)
{
    size_t rest, end = gisa_str_find_byte(text, '\n', from);
    gisa_str line = gisa_str_cut(text, 0, end == GISA_NPOS ? text.n : end);
    size_t p = gisa_str_find_byte(line, '"', from);
    if (p == GISA_NPOS) return GISA_NPOS;
    gisa_taking taking = gisa_mark_taking(text, p + 1, &rest);
    bool listed = next != GISA_NPOS && p < next && text.p[p - 1] != ' '; /* another one opens */
    if (!listed && taking != GISA_TAKES_SPEECH && taking != GISA_TAKES_NAME) return GISA_NPOS;
    *after = p + 1;
    return p;
}

/* “…“…”…”: the mark that closes a quotation of its line with others in it; GISA_NPOS: none. */
static size_t closes_outer(gisa_str text, size_t from, const mark *m)
{
    int depth = 1;
    for (size_t p = from; p < text.n && text.p[p] != '\n'; p++) {
        gisa_str here = gisa_str_cut(text, p, text.n);
        if (gisa_str_starts(here, m->open)) depth++;
        if (gisa_str_starts(here, m->close) && --depth == 0) return p;
    }
    return GISA_NPOS;
}

/* The closing mark of what opens at `at`; GISA_NPOS when it is missing. *after is behind it. */
static size_t closing(gisa_str text, size_t at, const mark *m, size_t *after)
{
    size_t from = at + m->open.n, limit = m->single ? from + SINGLE_MAX : text.n;
    size_t next = GISA_NPOS;
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
            size_t outer = lines == 0 ? closes_outer(text, from, m) : GISA_NPOS;
            if (outer != GISA_NPOS) {
                *after = outer + m->close.n;
                return outer;
            }
            if (lines == 0) next = p;
            /* “ in place of ”; or the one before was never closed */
            if (lines > 0 || gisa_mark_taking(text, p + m->open.n, &rest) != GISA_TAKES_SPEECH)
                break;
            *after = p + m->open.n;
            return p;
        }
    }
    return m->open.n > 1 && !m->single ? closes_straight(text, from, next, after) : GISA_NPOS;
}

/* What the article puts between marks beside speech. */
typedef struct habit {
    bool single_names, double_names;
} habit;

/* Few words between double marks are speech where the article puts names between single ones, and
 * none between double ones. */
static void settle(gisa_str text, size_t body, gisa_mark_pairs *pairs, const habit *h)
{
    bool speech = h->single_names || !h->double_names;
    for (size_t i = 0; i < pairs->n; i++) {
        gisa_mark_pair *pair = &pairs->items[i];
        if (pair->either) pair->speech = speech && !gisa_mark_is_term(text, body, pair);
    }
}

gisa_status gisa_mark_pairs_find(gisa_str text, size_t body, gisa_mark_pairs *out,
                                 gisa_arena *arena)
{
    habit h = {false, false};
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
        gisa_mark_sense sense = gisa_mark_sense_of(text, &pair, m->single);
        if (m->single && has_double(gisa_span_text(pair.inner, text))) sense = GISA_MARK_NAME;
        if (m->single && sense == GISA_MARK_NAME) {
            h.single_names = h.single_names || after - at <= NAME_MAX;
            at += m->open.n;
            continue;
        }
        pair.speech = sense == GISA_MARK_SPEECH;
        pair.either = sense == GISA_MARK_EITHER;
        h.double_names = h.double_names || sense == GISA_MARK_NAME;
        if (GISA_ARENA_GROW(arena, out->items, out->n, out->cap) < 0) return GISA_ENOMEM;
        out->items[out->n++] = pair;
        at = after;
    }
    settle(text, body, out, &h);
    return GISA_OK;
}

#include "nlp/facts/figure_sign.h"

#include "base/utf8.h"
#include "corpus/wordlist.h"

/* The text before byte `at` without the word, or all of it when it does not end so. */
static size_t before_word(gisa_str t, size_t at, const char *word)
{
    gisa_str w = gisa_str_from(word);
    return gisa_str_ends(gisa_str_cut(t, 0, at), w) ? at - w.n : at;
}

enum { NEAR = 400 /* bytes to either side in which other marks and words tell */ };

static gisa_str line_near(gisa_str t, size_t at)
{
    size_t from = at, to = at;
    while (from > 0 && at - from < NEAR && t.p[from - 1] != '\n') from--;
    while (to < t.n && to - at < NEAR && t.p[to] != '\n') to++;
    return gisa_str_cut(t, from, to);
}

/* What may be before a hyphen that is a minus, besides a space and the begin of a line. */
static bool opens(uint32_t cp)
{
    static const uint32_t marks[] = {'(',    '[',    '"',    '\'',   ',',    ':',
                                     '=',    '~',    '/',    0xB7,   0x201C, 0x2018,
                                     0x2192, 0x223C, 0xFF5E, 0x3008, 0x300C};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i] == cp) return true;
    return false;
}

static bool hyphen_is_minus(gisa_str t, size_t at, bool share)
{
    uint32_t cp;
    if (at == 0 || t.p[at - 1] == '\n') return share;
    if (t.p[at - 1] == ' ') {
        while (at > 0 && t.p[at - 1] == ' ') at--;
        return at == 0 || t.p[at - 1] == '\n' ? share : !gisa_is_digit(t.p[at - 1]);
    }
    gisa_utf8_next(t, gisa_utf8_prev(t, at), &cp);
    return opens(cp);
}

static bool triangle_is_minus(gisa_str t, size_t at, bool up)
{
    gisa_str line = line_near(t, at);
    if (at == 0 || t.p[at - 1] != '(') return false;
    if (!up) return !gisa_str_has(line, GISA_STR("▽"));
    return !gisa_str_has(line, GISA_STR("▼")) &&
           gisa_wordlist_within(&gisa_list_falling_words, line);
}

bool gisa_figure_sign(gisa_str text, bool share, size_t *start)
{
    static const char *const hyphens[] = {"-", "−", "－", "–"};
    size_t at = *start, from;
    if (at == 0) return false;
    for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++) {
        if ((from = before_word(text, at, hyphens[i])) == at) continue;
        if (!hyphen_is_minus(text, from, share)) return false;
        *start = from;
        return true;
    }
    bool up = (from = before_word(text, at, "▲")) < at;
    if (up || (from = before_word(text, at, "△")) < at) {
        if (!share || !triangle_is_minus(text, from, up)) return false;
        *start = from;
        return true;
    }
    if (text.p[at - 1] == ' ') at--;
    at = before_word(text, at, "(-)");
    if ((from = before_word(text, at, "마이너스")) == at) from = before_word(text, at, "영하");
    if (from == at) return false;
    *start = from;
    return true;
}

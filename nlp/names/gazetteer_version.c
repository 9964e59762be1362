#include "nlp/names/gazetteer_version.h"

#include "base/hangul.h"
#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"

#define VERSION_WORD_MAX 18 /* bytes */

static size_t digits(gisa_str text, size_t at)
{
    while (at < text.n && gisa_is_digit(text.p[at])) at++;
    return at;
}

static bool is_alnum_at(gisa_str text, size_t at)
{
    return at < text.n && (gisa_is_digit(text.p[at]) || gisa_is_alpha(text.p[at]));
}

/* After a number: nothing more of a word, and no counter. */
static bool number_ends(gisa_str text, size_t start, size_t end, bool spaced)
{
    if (is_alnum_at(text, end)) return false;
    if (end < text.n && (text.p[end] == '%' || text.p[end] == ',')) {
        if (text.p[end] == '%' || is_alnum_at(text, end + 1)) return false;
    }
    gisa_str run = gisa_hangul_run(text, end);
    if (run.n == 0) return true;
    if (spaced && (gisa_str_starts(run, GISA_STR("만")) || gisa_str_starts(run, GISA_STR("주")) ||
                   gisa_str_starts(run, GISA_STR("사")) || gisa_str_starts(run, GISA_STR("팀")) ||
                   gisa_str_starts(run, GISA_STR("등")) || gisa_str_starts(run, GISA_STR("대"))))
        return false;
    return gisa_name_ends(text, start, end);
}

/* R1, V3.1, 4o, 3.5, 2.5, K2, 405B, 8x7B, 0528 */
static size_t number(gisa_str text, size_t at, char separator)
{
    size_t p = at;
    if (p < text.n && gisa_is_alpha(text.p[p]) && strchr("rRvVkKmMaA", text.p[p])) p++;
    size_t first = p;
    size_t end = digits(text, p);
    if (end == first || end - first > 4) return at;
    bool plain = first == at && end - first > 2;
    while (end + 1 < text.n && text.p[end] == '.' && gisa_is_digit(text.p[end + 1])) {
        end = digits(text, end + 1);
        plain = false;
    }
    if (end + 1 < text.n && (text.p[end] == 'x' || text.p[end] == 'X') &&
        gisa_is_digit(text.p[end + 1])) {
        end = digits(text, end + 1);
        plain = false;
    }
    if (end < text.n && gisa_is_alpha(text.p[end]) && !is_alnum_at(text, end + 1)) {
        end++;
        plain = false;
    }
    if (plain && separator != '-') return at;
    return number_ends(text, at, end, separator == ' ') ? end : at;
}

static size_t latin_word(gisa_str text, size_t at)
{
    char lower[VERSION_WORD_MAX];
    size_t n = 0;
    while (n < sizeof lower && at + n < text.n && gisa_is_alpha(text.p[at + n])) {
        lower[n] = gisa_lower(text.p[at + n]);
        n++;
    }
    bool found = !is_alnum_at(text, at + n) &&
                 gisa_wordlist_find(&gisa_list_version_words, (gisa_str){lower, n});
    return found ? at + n : at;
}

static size_t word(gisa_str text, size_t at)
{
    gisa_str rest = gisa_str_cut(text, at, at + VERSION_WORD_MAX);
    if (rest.n && gisa_is_alpha(rest.p[0])) return latin_word(text, at);
    const gisa_wordlist_item *w = gisa_wordlist_prefix(&gisa_list_version_words, rest);
    return w && gisa_name_ends(text, at, at + w->word.n) ? at + w->word.n : at;
}

size_t gisa_version_end(gisa_str text, size_t at)
{
    size_t end = at;
    for (int part = 0; part < 5 && end < text.n; part++) {
        size_t p = end;
        char separator = text.p[p];
        if (separator == ' ' || separator == '-')
            p++;
        else
            separator = 0;
        size_t next = number(text, p, separator);
        if (next == p && (separator || gisa_script_before(text, p) != gisa_script_at(text, p)))
            next = word(text, p);
        if (next == p) break;
        end = next;
    }
    return end;
}

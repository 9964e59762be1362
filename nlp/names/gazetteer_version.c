#include "nlp/names/gazetteer_version.h"

#include "base/hangul.h"
#include "nlp/names/gazetteer_edge.h"

static const char *const latin_words[] = {
    "max",  "pro",     "mini",     "flash",    "ultra", "turbo", "coder",  "instruct", "preview",
    "omni", "lite",    "opus",     "sonnet",   "haiku", "nano",  "large",  "small",    "medium",
    "vl",   "distill", "thinking", "scout",    "next",  "math",  "vision", "plus",     "maverick",
    "base", "chat",    "speciale", "behemoth", "exp",   "moe",   "code",   "audio",    "image",
};
static const char *const hangul_words[] = {
    "맥스",   "프로",   "미니",   "플래시", "울트라", "터보",     "코더",
    "나노",   "오퍼스", "소네트", "소넷",   "하이쿠", "라지",     "스몰",
    "미디엄", "라이트", "옴니",   "비전",   "매버릭", "스카우트", "씽킹",
};

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

static size_t word(gisa_str text, size_t at)
{
    gisa_str rest = gisa_str_cut(text, at, at + 32);
    if (rest.n && gisa_is_alpha(rest.p[0])) {
        for (size_t i = 0; i < sizeof latin_words / sizeof *latin_words; i++) {
            size_t n = strlen(latin_words[i]);
            if (gisa_str_eq_nocase(gisa_str_cut(rest, 0, n), gisa_str_from(latin_words[i])) &&
                !is_alnum_at(text, at + n))
                return at + n;
        }
        return at;
    }
    for (size_t i = 0; i < sizeof hangul_words / sizeof *hangul_words; i++) {
        gisa_str w = gisa_str_from(hangul_words[i]);
        if (gisa_str_starts(rest, w) && gisa_name_ends(text, at, at + w.n)) return at + w.n;
    }
    return at;
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

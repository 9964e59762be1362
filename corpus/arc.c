#include "corpus/arc.h"

#include "base/time.h"

enum { SCHEME_MAX = 16, DATE_DIGITS = 14 };

bool gisa_arc_may_begin(gisa_str text)
{
    size_t n = 0;
    while (n < text.n && n < SCHEME_MAX && gisa_is_alpha(text.p[n])) n++;
    return n > 0 && (n == text.n || text.p[n] == ':');
}

static bool is_made_of(gisa_str s, const char *more)
{
    for (size_t i = 0; i < s.n; i++)
        if (gisa_hex_value(s.p[i]) < 0 && !strchr(more, s.p[i])) return false;
    return true;
}

/* yyyymmddhhmmss in UTC. */
static bool parse_date(gisa_str s, int64_t *out)
{
    uint64_t v;
    if (s.n != DATE_DIGITS || !gisa_str_to_u64(s, &v)) return false;
    gisa_civil c = {.year = (int)(v / 10000000000),
                    .month = (int)(v / 100000000 % 100),
                    .day = (int)(v / 1000000 % 100),
                    .hour = (int)(v / 10000 % 100),
                    .minute = (int)(v / 100 % 100),
                    .second = (int)(v % 100)};
    *out = gisa_civil_valid(&c) ? gisa_utc_from_civil(&c, 0) : 0;
    return true;
}

static bool take_word(gisa_str *rest, gisa_str *word)
{
    do
        if (!gisa_str_next_field(rest, ' ', word)) return false;
    while (!word->n);
    return true;
}

/* The address ends before the first two fields that are an IP address and a date. */
bool gisa_arc_parse(gisa_str line, gisa_warc_head *out)
{
    gisa_str rest = line, word, before = GISA_NONE;
    size_t ip = 0;
    *out = (gisa_warc_head){0};
    if (line.n && line.p[line.n - 1] == '\r') line.n--;
    if (!gisa_arc_may_begin(line) || gisa_str_find_byte(line, ':', 0) == GISA_NPOS) return false;
    rest = line;
    for (;;) {
        if (!take_word(&rest, &word)) return false;
        ip = before.p ? (size_t)(before.p - line.p) : 0;
        if (ip && is_made_of(before, ".:-") && parse_date(word, &out->date_utc)) break;
        before = word;
    }
    out->uri = gisa_str_trim(gisa_str_cut(line, 0, ip));
    if (!take_word(&rest, &out->content_type)) return false;
    for (word = GISA_NONE; take_word(&rest, &before);) word = before;
    if (!gisa_str_to_u64(word, &out->length)) return false;
    if (gisa_str_ends(out->content_type, GISA_STR(";"))) out->content_type.n--;
    bool about = gisa_str_starts(out->uri, GISA_STR("filedesc:"));
    bool http = gisa_str_starts(out->uri, GISA_STR("http"));
    out->type = about ? GISA_STR("warcinfo") : http ? GISA_STR("response") : GISA_STR("resource");
    return true;
}

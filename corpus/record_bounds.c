#include "corpus/record_bounds.h"

#include "corpus/arc.h"

#define VERSION GISA_STR("WARC/")

bool gisa_record_may_begin(gisa_str text)
{
    return gisa_str_starts(VERSION, gisa_str_cut(text, 0, VERSION.n));
}

/* "WARC/1.0" on a line. */
static bool is_first_line(gisa_str s)
{
    return s.n >= GISA_RECORD_FIRST_LINE && gisa_is_digit(s.p[5]) && s.p[6] == '.' &&
           gisa_is_digit(s.p[7]) && (s.p[8] == '\r' || s.p[8] == '\n');
}

static size_t find_arc(gisa_str text, size_t from)
{
    gisa_warc_head ignored;
    size_t end;
    for (size_t at = from; (end = gisa_str_find_byte(text, '\n', at)) != GISA_NPOS; at = end + 1)
        if (gisa_arc_parse(gisa_str_cut(text, at, end), &ignored)) return at;
    return GISA_NPOS;
}

size_t gisa_record_find(gisa_str text, size_t from, bool arc)
{
    if (arc) return find_arc(text, from);
    for (size_t at = from; (at = gisa_str_find(text, VERSION, at)) != GISA_NPOS; at++)
        if (is_first_line(gisa_str_cut(text, at, text.n))) return at;
    return GISA_NPOS;
}

size_t gisa_record_end_before(gisa_str text, size_t start, size_t next)
{
    gisa_str block = gisa_str_cut(text, start, next);
    for (int lines = 0; lines < 2 && gisa_str_ends(block, GISA_STR("\n")); lines++) {
        block.n--;
        if (gisa_str_ends(block, GISA_STR("\r"))) block.n--;
    }
    return start + block.n;
}

#include "ingest/fields/wire_head.h"

#include "corpus/wordlist.h"

/* Bytes of the bracketed part, of names between it and the sign of equality, of names without it.
 */
enum { MAX_BRACKETS = 120, MAX_NAMES = 120, MAX_BARE = 48 };

static const struct {
    const char *open, *close;
} brackets[] = {{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}, {"<", ">"}, {"（", "）"}};

/* What is within the brackets that a line begins with; n: their bytes with it. */
static bool take_brackets(gisa_str s, gisa_str *inner, size_t *n)
{
    for (size_t i = 0; i < sizeof brackets / sizeof brackets[0]; i++) {
        gisa_str open = gisa_str_from(brackets[i].open), close = gisa_str_from(brackets[i].close);
        if (!gisa_str_starts(s, open)) continue;
        size_t end = gisa_str_find(gisa_str_cut(s, 0, MAX_BRACKETS), close, open.n);
        if (end == GISA_NPOS) return false;
        *inner = gisa_str_trim(gisa_str_cut(s, open.n, end));
        *n = end + close.n;
        return inner->n > 0;
    }
    return false;
}

static bool ends_in_role(gisa_str s)
{
    const gisa_wordlist_item *role = gisa_wordlist_suffix(&gisa_list_byline_roles, s);
    return role && s.n > role->word.n;
}

/* "곳=통신사", then names and an equals sign. */
static bool read_agency(gisa_str inner, gisa_str rest, size_t n, gisa_wire_head *out)
{
    size_t sign = gisa_str_find_byte(inner, '=', 0);
    size_t end = gisa_str_find_byte(gisa_str_cut(rest, 0, MAX_NAMES), '=', 0);
    if (end == GISA_NPOS) return false;
    gisa_str names = gisa_str_trim(gisa_str_cut(rest, 0, end));
    if (!ends_in_role(names)) return false;
    gisa_byline_read_line(names, GISA_NONE, &out->people);
    if (sign != GISA_NPOS) out->outlet = gisa_str_trim(gisa_str_cut(inner, sign + 1, inner.n));
    out->n = n + end + 1;
    return out->people.n > 0;
}

/* "매체=곳, 이름 기자" or "매체 이름 기자": the name stands last. */
static bool read_signed(gisa_str inner, size_t n, gisa_wire_head *out)
{
    size_t sign = gisa_str_find_byte(inner, '=', 0);
    if (!ends_in_role(inner)) return false;
    gisa_str who = sign == GISA_NPOS ? inner : gisa_str_cut(inner, sign + 1, inner.n);
    for (size_t comma; (comma = gisa_str_find_byte(who, ',', 0)) != GISA_NPOS;)
        who = gisa_str_trim(gisa_str_cut(who, comma + 1, who.n));
    gisa_byline_read_line(gisa_str_trim(who), GISA_NONE, &out->people);
    size_t space = gisa_str_find_byte(inner, ' ', 0);
    size_t end = sign == GISA_NPOS ? space : sign;
    if (end != GISA_NPOS) out->outlet = gisa_str_trim(gisa_str_cut(inner, 0, end));
    if (out->people.n && gisa_str_eq(out->outlet, out->people.items[0].name))
        out->outlet = GISA_NONE;
    out->n = n;
    return out->people.n > 0;
}

bool gisa_wire_head_read(gisa_str line, gisa_wire_head *out)
{
    gisa_str inner;
    size_t n;
    *out = (gisa_wire_head){0};
    line = gisa_str_trim(line);
    if (!take_brackets(line, &inner, &n))
        return read_agency(GISA_NONE, gisa_str_cut(line, 0, MAX_BARE), 0, out);
    if (read_agency(inner, gisa_str_cut(line, n, line.n), n, out)) return true;
    *out = (gisa_wire_head){0};
    return read_signed(inner, n, out);
}

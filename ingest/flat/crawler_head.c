#include "ingest/flat/crawler_head.h"

#include "corpus/wordlist.h"

/* Lines of the longest head; fields from which on lines without a frame are one; bytes of a name.
 */
enum { MAX_HEAD_LINES = 60, MIN_FIELDS = 2, MAX_NAME = 32 };

static const struct {
    const char *name;
    gisa_head_field field;
} names[] = {
    {"title", GISA_HEAD_TITLE},       {"url", GISA_HEAD_URL},
    {"url source", GISA_HEAD_URL},    {"source url", GISA_HEAD_URL},
    {"canonical", GISA_HEAD_URL},     {"author", GISA_HEAD_AUTHOR},
    {"authors", GISA_HEAD_AUTHOR},    {"byline", GISA_HEAD_AUTHOR},
    {"by", GISA_HEAD_AUTHOR},         {"date", GISA_HEAD_DATE},
    {"published", GISA_HEAD_DATE},    {"published time", GISA_HEAD_DATE},
    {"published at", GISA_HEAD_DATE}, {"publish date", GISA_HEAD_DATE},
    {"pubdate", GISA_HEAD_DATE},      {"sitename", GISA_HEAD_SITE},
    {"site", GISA_HEAD_SITE},         {"site name", GISA_HEAD_SITE},
    {"publisher", GISA_HEAD_SITE},    {"hostname", GISA_HEAD_HOST},
    {"domain", GISA_HEAD_HOST},       {"description", GISA_HEAD_OTHER},
    {"excerpt", GISA_HEAD_OTHER},     {"tags", GISA_HEAD_OTHER},
    {"categories", GISA_HEAD_OTHER},  {"fingerprint", GISA_HEAD_OTHER},
    {"id", GISA_HEAD_OTHER},          {"license", GISA_HEAD_OTHER},
    {"image", GISA_HEAD_OTHER},       {"language", GISA_HEAD_OTHER},
    {"lang", GISA_HEAD_OTHER},        {"pagetype", GISA_HEAD_OTHER},
    {"warning", GISA_HEAD_OTHER},     {"number of pages", GISA_HEAD_OTHER},
    {"filedate", GISA_HEAD_OTHER},    {"제목", GISA_HEAD_TITLE},
    {"기자", GISA_HEAD_AUTHOR},       {"날짜", GISA_HEAD_DATE},
    {"언론사", GISA_HEAD_SITE},       {"주소", GISA_HEAD_URL},
};

static bool find_name(gisa_str s, gisa_head_field *field)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (gisa_str_eq_nocase(s, gisa_str_from(names[i].name))) {
            *field = names[i].field;
            return true;
        }
    return false;
}

static gisa_str unquote(gisa_str s)
{
    s = gisa_str_trim(s);
    if (s.n >= 2 && (s.p[0] == '"' || s.p[0] == '\'') && s.p[s.n - 1] == s.p[0])
        s = gisa_str_trim(gisa_str_cut(s, 1, s.n - 1));
    return s;
}

/* "name: value" or "name = value" with a name that heads have. */
static bool take_field(gisa_str line, char sign, gisa_crawler_head *out)
{
    gisa_head_field field;
    size_t at = gisa_str_find_byte(gisa_str_cut(line, 0, MAX_NAME), sign, 0);
    if (at == GISA_NPOS || !find_name(gisa_str_trim(gisa_str_cut(line, 0, at)), &field))
        return false;
    gisa_str value = unquote(gisa_str_cut(line, at + 1, line.n));
    if (field < GISA_HEAD_FIELDS && !out->fields[field].n) out->fields[field] = value;
    return true;
}

/* Front matter: everything between two lines of the same three signs, if some of it is known. */
static bool take_front_matter(gisa_str *text, gisa_crawler_head *out)
{
    gisa_str rest = *text, line, frame;
    size_t known = 0;
    if (!gisa_str_next_line(&rest, &frame)) return false;
    frame = gisa_str_trim(frame);
    bool toml = gisa_str_is(frame, "+++");
    if (!toml && !gisa_str_is(frame, "---")) return false;
    for (size_t i = 0; i < MAX_HEAD_LINES && gisa_str_next_line(&rest, &line); i++) {
        if (gisa_str_eq(gisa_str_trim(line), frame)) {
            if (known) *text = rest;
            return known > 0;
        }
        known += take_field(line, toml ? '=' : ':', out);
    }
    return false;
}

/* Fields a line each from the first on, up to the line that says that the text begins, or to the
 * first line that is neither a field nor empty. */
static bool take_fields(gisa_str *text, gisa_crawler_head *out)
{
    gisa_str rest = *text, line, after = *text;
    size_t known = 0;
    for (size_t i = 0; i < MAX_HEAD_LINES && gisa_str_next_line(&rest, &line); i++) {
        line = gisa_str_trim(line);
        if (!line.n) continue;
        if (gisa_str_eq_nocase(line, GISA_STR("Markdown Content:")) ||
            gisa_str_eq_nocase(line, GISA_STR("Content:"))) {
            after = rest;
            known += known > 0;
            break;
        }
        if (!take_field(line, ':', out)) break;
        known++;
        after = rest;
    }
    if (known >= MIN_FIELDS) *text = after;
    return known >= MIN_FIELDS;
}

void gisa_crawler_head_take(gisa_str *text, gisa_crawler_head *out)
{
    gisa_str first = *text, line;
    *out = (gisa_crawler_head){0};
    while (gisa_str_next_line(&first, &line) && !gisa_str_trim(line).n) *text = first;
    if (take_front_matter(text, out)) return;
    *out = (gisa_crawler_head){0};
    if (!take_fields(text, out)) *out = (gisa_crawler_head){0};
}

static gisa_status unescape(gisa_str s, gisa_arena *arena, gisa_str *out)
{
    size_t n = 0;
    char *p = gisa_arena_alloc(arena, s.n);
    if (!p) return GISA_ENOMEM;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\\' && i + 1 < s.n && strchr("\"'\\", s.p[i + 1])) i++;
        p[n++] = s.p[i];
    }
    *out = (gisa_str){p, n};
    return GISA_OK;
}

gisa_status gisa_crawler_head_copy(gisa_crawler_head *head, gisa_arena *arena)
{
    for (size_t i = 0; i < GISA_HEAD_FIELDS; i++)
        if (head->fields[i].n && unescape(head->fields[i], arena, &head->fields[i]) < 0)
            return GISA_ENOMEM;
    return GISA_OK;
}

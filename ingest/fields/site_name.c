#include "ingest/fields/site_name.h"

#include "base/hangul.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"

/* Bytes: of a site's name, of a part of a title beside the headline, of a headline; parts that are
 * taken off one after the other, words of an outlet's name. */
enum { MIN_NAME = 4, MAX_PART = 60, MIN_HEADLINE = 8, MAX_PARTS = 6, MAX_NAME_WORDS = 2 };

/* Lines of the page in which links to the front page are looked for, and how many. */
enum { FRONT_LINES = 30, FRONT_LINKS = 2 };

/* Bytes of a notice of rights, and of an outlet whose name ends like a section's: 나루경제. */
enum { MAX_NOTICE = 300, MIN_SECTION_LIKE = 12 };

/* Between headline, sections and site; those of the first group stand alone, the others also
 * without spaces, which a headline's own words may have, too. */
static const char *const marks[] = {" < ", " > ", " « ", " » ", " – ", " — ", "::", "|", "ㅣ",
                                    "│",   "<",   ">",   "_",   "-",   ":",   "·",  "•"};

static void add(gisa_site_names *names, gisa_str s)
{
    s = gisa_str_trim(s);
    if (s.n >= MIN_NAME && s.n <= MAX_PART && names->n < GISA_SITE_NAMES_MAX)
        names->items[names->n++] = s;
}

/* "/", "https://www.example.kr/" */
static bool is_front_page(gisa_str href)
{
    size_t host = gisa_str_find(href, GISA_STR("://"), 0);
    if (host == GISA_NPOS) return gisa_str_is(href, "/") || gisa_str_is(href, "./");
    size_t path = gisa_str_find_byte(href, '/', host + 3);
    return path == GISA_NPOS || path + 1 == href.n;
}

/* Whether a heading is the site's own: a link to its front page. */
static bool leads_to_front_page(const gisa_tree *t, size_t heading)
{
    for (size_t i = heading; i < t->nodes[heading].end; i++)
        if (t->nodes[i].tag == GISA_TAG_A)
            return is_front_page(gisa_str_trim(gisa_node_attr(t, i, "href")));
    return false;
}

/* Adds the texts of links to the front page that are no word for it. */
static void add_links(const gisa_field_input *in, gisa_site_names *names)
{
    const gisa_lines *l = &in->w->lines;
    for (size_t i = 0, n = 0; i < l->n && i < FRONT_LINES && n < FRONT_LINKS; i++) {
        gisa_str s = gisa_line_text(l, i);
        size_t node = in->w->tree.n ? l->items[i].first : 0;
        while (node && in->w->tree.nodes[node].tag != GISA_TAG_A)
            node = in->w->tree.nodes[node].parent;
        if (!node || l->items[i].n_links != 1 || l->items[i].link_weight < l->items[i].weight ||
            !is_front_page(gisa_str_trim(gisa_node_attr(&in->w->tree, node, "href"))) ||
            gisa_wordlist_prefix(&gisa_list_front_page_names, s))
            continue;
        add(names, s);
        n++;
    }
}

/* Adds whom a notice of rights names. */
static void add_notices(const gisa_field_input *in, gisa_site_names *names)
{
    const gisa_lines *l = &in->w->lines;
    for (size_t i = in->body->to; i < l->n; i++) {
        gisa_str s = gisa_line_text(l, i);
        if (s.n <= MAX_NOTICE && gisa_wordlist_within_nocase(&gisa_list_copyright_marks, s))
            add(names, gisa_notice_outlet(s));
    }
}

gisa_site_names gisa_site_names_find(const gisa_field_input *in)
{
    gisa_site_names names = {0};
    add(&names, in->w->meta.site_name);
    add(&names, in->w->script.ld.publisher);
    if (in->profile) add(&names, in->profile->outlet_name);
    for (size_t i = 0; i < in->w->meta.headings.n; i++)
        if (leads_to_front_page(&in->w->tree, in->w->meta.heading_nodes[i]))
            add(&names, in->w->meta.headings.items[i]);
    add_links(in, &names);
    add_notices(in, &names);
    return names;
}

/* "가나일보", "나루 신문": no headline is so short and ends so. */
static bool is_outlet_like(gisa_str s)
{
    size_t words = 1;
    uint32_t cp = 0;
    for (size_t i = 0; i < s.n; i++) words += s.p[i] == ' ';
    if (s.n > 0) gisa_utf8_next(s, 0, &cp);
    const gisa_wordlist_item *ending = gisa_wordlist_suffix(&gisa_list_outlet_endings, s);
    if (ending && ending->value.n && (words > 1 || s.n < MIN_SECTION_LIKE)) return false;
    return ending && words <= MAX_NAME_WORDS && s.n <= MAX_PART &&
           (gisa_is_hangul(cp) || s.n == ending->word.n || (unsigned char)s.p[s.n - 1] >= 0x80);
}

bool gisa_site_names_has(const gisa_site_names *names, gisa_str s)
{
    for (size_t i = 0; i < names->n; i++)
        if (gisa_same_letters(names->items[i], s)) return true;
    return is_outlet_like(s);
}

static bool is_beside(const gisa_site_names *names, gisa_str s)
{
    s = gisa_str_trim(s);
    return s.n <= MAX_PART && (!s.n || gisa_site_names_has(names, s) ||
                               gisa_wordlist_find(&gisa_list_section_names, s));
}

/* Takes the last part off, where it is none of the headline. */
static bool cut_tail(const gisa_site_names *names, gisa_str *s)
{
    size_t open = GISA_NPOS;
    if (s->n && s->p[s->n - 1] == ']') /* "제목 [가나일보]" */
        for (size_t i = 0; i < s->n; i++)
            if (s->p[i] == '[') open = i;
    if (open != GISA_NPOS && open >= MIN_HEADLINE &&
        gisa_site_names_has(names, gisa_str_trim(gisa_str_cut(*s, open + 1, s->n - 1)))) {
        *s = gisa_str_trim(gisa_str_cut(*s, 0, open));
        return true;
    }
    for (size_t k = 0; k < sizeof marks / sizeof marks[0]; k++) {
        gisa_str mark = gisa_str_from(marks[k]);
        size_t last = GISA_NPOS;
        for (size_t at = 0; (at = gisa_str_find(*s, mark, at)) != GISA_NPOS; at += mark.n)
            last = at;
        if (last == GISA_NPOS || last < MIN_HEADLINE) continue;
        if (!is_beside(names, gisa_str_cut(*s, last + mark.n, s->n))) continue;
        *s = gisa_str_trim(gisa_str_cut(*s, 0, last));
        return true;
    }
    return false;
}

/* Takes the first part off, where it is the site's name, or the front page of a path. */
static bool cut_head(const gisa_site_names *names, gisa_str *s)
{
    size_t close = s->n && s->p[0] == '[' ? gisa_str_find_byte(*s, ']', 0) : GISA_NPOS;
    bool label = close != GISA_NPOS && /* "[카드뉴스] 제목" */
                 gisa_str_ends(gisa_str_cut(*s, 0, close), GISA_STR("뉴스"));
    if (close != GISA_NPOS && !label && s->n - close >= MIN_HEADLINE && /* "[가나일보] 제목" */
        gisa_site_names_has(names, gisa_str_trim(gisa_str_cut(*s, 1, close)))) {
        *s = gisa_str_trim(gisa_str_cut(*s, close + 1, s->n));
        return true;
    }
    for (size_t k = 0; k < sizeof marks / sizeof marks[0]; k++) {
        gisa_str mark = gisa_str_from(marks[k]);
        size_t at = gisa_str_find(*s, mark, 0);
        if (at == GISA_NPOS || !at || s->n - at < MIN_HEADLINE) continue;
        gisa_str head = gisa_str_trim(gisa_str_cut(*s, 0, at));
        bool path = gisa_str_is(gisa_str_trim(mark), ">");
        if (!gisa_site_names_has(names, head) && !(path && is_beside(names, head))) continue;
        *s = gisa_str_trim(gisa_str_cut(*s, at + mark.n, s->n));
        return true;
    }
    return false;
}

gisa_str gisa_site_names_trim(const gisa_site_names *names, gisa_str title)
{
    gisa_str s = gisa_str_trim(title);
    for (int i = 0; i < MAX_PARTS && (cut_tail(names, &s) || cut_head(names, &s)); i++) continue;
    return s;
}

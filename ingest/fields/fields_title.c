#include "base/letter.h"
#include "base/printed_date.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/fields/site_name.h"
#include "ingest/page/select.h"

enum { MAX_CANDIDATES = 160, MAX_SOURCES = 24, MAX_HEADINGS = 8 };

/* Tuned with tests/bench/extract. */

/* Bytes of a title and of a site's name; what may be beside that name in its part of the title.
 */
enum { MIN_TITLE_BYTES = 4, MIN_SITE_BYTES = 3, MAX_BESIDE_SITE = 24 };

/* Words of a heading that may be the printed title, and of a site's name after the last bar. */
enum { MIN_HEADING_WORDS = 3, MAX_SITE_WORDS = 4 };

/* Lines around the body's first one in which a title is printed twice; its bytes and weight. */
enum { REPEAT_ABOVE = 15, REPEAT_BELOW = 25, MAX_REPEAT_BYTES = 240 };
static const float MIN_REPEAT = 5;

/* Lines from a title to its date, and the weight of such a line. */
enum { DATE_BELOW_TITLE = 4 };
static const float MIN_PRINTED = 2.5f;

/* The part of a heading's words that the head's titles must have too: of the only h1, and of one
 * among others. */
static const double MIN_KNOWN_ALONE = 0.3, MIN_KNOWN_AMONG = 0.5;

typedef struct candidate {
    gisa_str text;
    size_t source;
    bool whole;
} candidate;

static const char *const separators[] = {" - ", " | ",  " : ", " :: ", " < ", " > ", " – ",
                                         " — ", " ㅣ ", " · ", " » ",  " • ", " › ", "|"};

/* The number that the digits say; 0: they say none, or no character. */
static uint32_t code_point(gisa_str digits, unsigned base)
{
    uint32_t cp = 0;
    for (size_t i = 0; i < digits.n; i++) {
        int digit = gisa_hex_value(digits.p[i]);
        if (digit < 0 || digit >= (int)base || cp >= 0x110000) return 0;
        cp = cp * base + (uint32_t)digit;
    }
    return cp < 0x110000 && (cp < 0xD800 || cp > 0xDFFF) ? cp : 0;
}

/* The character of "#39", "#x27" or "quot"; 0: none. */
static uint32_t character_of(gisa_str reference)
{
    if (!reference.n) return 0;
    if (reference.p[0] != '#') {
        const gisa_wordlist_item *named = gisa_wordlist_find(&gisa_list_html_entities, reference);
        return named ? code_point(named->value, 16) : 0;
    }
    bool hex = reference.n > 1 && gisa_lower(reference.p[1]) == 'x';
    return code_point(gisa_str_cut(reference, hex ? 2 : 1, reference.n), hex ? 16 : 10);
}

gisa_status gisa_html_unescape(gisa_str s, gisa_arena *arena, gisa_str *out)
{
    gisa_buf b = gisa_buf_make(1 << 20);
    if (!memchr(s.p ? s.p : "", '&', s.n)) return gisa_arena_copy(arena, s, out);
    for (size_t i = 0; i < s.n;) {
        size_t end = s.p[i] == '&' ? gisa_str_find_byte(gisa_str_cut(s, 0, i + 12), ';', i)
                                   : GISA_NPOS;
        uint32_t cp = end == GISA_NPOS ? 0 : character_of(gisa_str_cut(s, i + 1, end));
        if (cp) {
            gisa_buf_add_cp(&b, cp);
            i = end + 1;
        } else {
            gisa_buf_add_char(&b, s.p[i++]);
        }
    }
    gisa_status st = b.st < 0 ? GISA_ENOMEM : gisa_arena_copy(arena, gisa_buf_view(&b), out);
    gisa_buf_clear(&b);
    return st;
}

bool gisa_same_letters(gisa_str a, gisa_str b)
{
    size_t i = 0, k = 0;
    for (;;) {
        uint32_t x = gisa_letter_next(a, &i), y = gisa_letter_next(b, &k);
        if (x != y) return false;
        if (!x) return true;
    }
}

static void add_candidate(candidate *list, size_t *n, gisa_str text, size_t source, bool whole)
{
    text = gisa_str_trim(text);
    if (text.n < MIN_TITLE_BYTES || *n == MAX_CANDIDATES) return;
    list[(*n)++] = (candidate){text, source, whole};
}

/* Without the site's name before or after a separator: "대전일보 모바일 :: …". */
static gisa_str without_site(gisa_str s, gisa_str site)
{
    for (size_t k = 0; site.n >= MIN_SITE_BYTES && k < sizeof separators / sizeof separators[0];
         k++) {
        gisa_str mark = gisa_str_from(separators[k]);
        size_t first = gisa_str_find(s, mark, 0), last = first;
        if (first == GISA_NPOS) continue;
        for (size_t at = first; at != GISA_NPOS; at = gisa_str_find(s, mark, at + mark.n))
            last = at;
        gisa_str head = gisa_str_cut(s, 0, first), tail = gisa_str_cut(s, last + mark.n, s.n);
        if (tail.n < site.n + MAX_BESIDE_SITE && gisa_str_has(tail, site))
            return gisa_str_cut(s, 0, last);
        if (head.n < site.n + MAX_BESIDE_SITE && gisa_str_has(head, site))
            return gisa_str_cut(s, first + mark.n, s.n);
    }
    return s;
}

/* The next word of s: letters and digits, and what is between them. */
static bool next_word(gisa_str *s, gisa_str *word)
{
    while (gisa_str_next_field(s, ' ', word)) {
        size_t i = 0;
        if (gisa_letter_next(*word, &i)) return true;
    }
    return false;
}

static size_t count_words(gisa_str s)
{
    size_t n = 0;
    gisa_str word;
    while (next_word(&s, &word)) n++;
    return n;
}

/* Where the page does not state its site's name: without a short last part after a bar. */
static gisa_str without_tail(gisa_str s)
{
    static const gisa_str bar = {" | ", 3};
    size_t last = GISA_NPOS;
    for (size_t at = 0; (at = gisa_str_find(s, bar, at)) != GISA_NPOS; at += bar.n) last = at;
    if (last == GISA_NPOS) return s;
    gisa_str head = gisa_str_cut(s, 0, last), tail = gisa_str_cut(s, last + bar.n, s.n);
    size_t words = count_words(tail);
    return words <= MAX_SITE_WORDS && count_words(head) > words ? head : s;
}

/* A source and its parts before and after each separator. */
static void add_source(candidate *list, size_t *n, gisa_str s, size_t source,
                       const gisa_site_names *names, gisa_str site)
{
    s = gisa_site_names_trim(names, site.n ? without_site(s, site) : without_tail(s));
    add_candidate(list, n, s, source, true);
    for (size_t k = 0; k < sizeof separators / sizeof separators[0]; k++) {
        gisa_str mark = gisa_str_from(separators[k]);
        for (size_t at = 0; (at = gisa_str_find(s, mark, at)) != GISA_NPOS; at += mark.n) {
            add_candidate(list, n, gisa_str_cut(s, 0, at), source, false);
            add_candidate(list, n, gisa_str_cut(s, at + mark.n, s.n), source, false);
        }
    }
}

/* How many other sources say the same: two for a whole one, one for a part. */
static int support(const candidate *list, size_t n, size_t which)
{
    int best[MAX_SOURCES] = {0}, sum = 0;
    for (size_t i = 0; i < n; i++) {
        if (list[i].source >= MAX_SOURCES || best[list[i].source] == 2) continue;
        if (!gisa_same_letters(list[i].text, list[which].text)) continue;
        int worth = list[i].whole ? 2 : 1;
        if (worth > best[list[i].source]) best[list[i].source] = worth;
    }
    for (size_t i = 0; i < MAX_SOURCES; i++) sum += best[i];
    return sum;
}

gisa_status gisa_field_selected(const gisa_field_input *in, gisa_profile_part part, gisa_str *out)
{
    const gisa_tree *t = &in->w->tree;
    gisa_str attr;
    *out = GISA_NONE;
    if (!in->profile || !in->profile->parts[part]) return GISA_OK;
    size_t node = gisa_selector_find(in->profile->parts[part], t, 0, t->n, &attr);
    if (node == SIZE_MAX) return GISA_OK;
    if (!attr.n) return gisa_meta_text(t, node, &in->w->arena, out);
    char name[64];
    if (attr.n >= sizeof name) return GISA_OK;
    memcpy(name, attr.p, attr.n);
    name[attr.n] = 0;
    *out = gisa_str_trim(gisa_node_attr(t, node, name));
    return GISA_OK;
}

/* What a box named like a title holds beside titles: the site's name, the path to the page, whom to
 * call. */
static bool is_no_title(const gisa_field_input *in, const gisa_site_names *names, gisa_str s)
{
    if (gisa_site_names_has(names, s) || gisa_breadcrumb_section(s).n) return true;
    switch (gisa_line_rules_find(in->w->x->rules, in->w->match, s).kind) {
    case GISA_KIND_RIGHTS:
    case GISA_KIND_WIDGET:
    case GISA_KIND_BYLINE:
    case GISA_KIND_DATE:
    case GISA_KIND_TIP:
    case GISA_KIND_LIST:
    case GISA_KIND_COMMENTS: return true;
    default: break;
    }
    size_t at = 0, digits = 0, hyphens = 0;
    for (size_t i = 0; i < s.n && hyphens < 2; i++) { /* 02-000-0000 */
        if (gisa_is_digit(s.p[i]))
            digits++;
        else if (s.p[i] == '-' && digits >= 2)
            hyphens++;
        else
            digits = hyphens = 0;
    }
    return hyphens == 2 || gisa_email_find(s, &at).n;
}

/* Whether a sentence ends with the line, as none does in "개소… 하루 네 조". */
static bool ends_sentence(gisa_str s)
{
    return s.n && (strchr(".!?\"')", s.p[s.n - 1]) || gisa_str_ends(s, GISA_STR("”")));
}

static bool may_be_title(const gisa_field_input *in, const gisa_site_names *names, size_t i)
{
    const gisa_line *line = &in->w->lines.items[i];
    gisa_str s = gisa_line_text(&in->w->lines, i);
    return line->weight >= MIN_PRINTED && line->link_weight == 0 && s.n <= MAX_REPEAT_BYTES &&
           line->words > 1 && !is_no_title(in, names, s);
}

/* Without any title in the head or in headings: the line above the first date or byline, or the
 * line above that one, which is then a deck. */
static gisa_str line_above_date(const gisa_field_input *in, const gisa_site_names *names)
{
    const gisa_lines *l = &in->w->lines;
    size_t from = in->body->from > REPEAT_ABOVE ? in->body->from - REPEAT_ABOVE : 0;
    for (size_t i = from; i < l->n && i < in->body->from + REPEAT_BELOW; i++) {
        gisa_str s = gisa_line_text(l, i);
        if (gisa_line_is_prose(&l->items[i]) && l->items[i].ends && ends_sentence(s)) break;
        gisa_line_kind kind = gisa_line_rules_find(in->w->x->rules, in->w->match, s).kind;
        gisa_time when;
        size_t start, end;
        if (kind != GISA_KIND_DATE && kind != GISA_KIND_BYLINE &&
            !(s.n <= MAX_REPEAT_BYTES && gisa_printed_date_find(s, 0, &when, &start, &end)))
            continue;
        for (size_t k = i; k > from && k + DATE_BELOW_TITLE > i; k--) {
            if (!may_be_title(in, names, k - 1)) continue;
            bool deck = k > from + 1 && l->items[k - 2].weight >= MIN_REPEAT &&
                        may_be_title(in, names, k - 2);
            return gisa_line_text(l, deck ? k - 2 : k - 1);
        }
    }
    return GISA_NONE;
}

/* A headline-like line printed twice above the text: in its own box and at the head of the
 * body. */
static void add_repeated(const gisa_field_input *in, candidate *list, size_t *n)
{
    const gisa_lines *l = &in->w->lines;
    size_t to = in->body->from + REPEAT_BELOW < in->body->to ? in->body->from + REPEAT_BELOW
                                                             : in->body->to;
    for (size_t i = in->body->from > REPEAT_ABOVE ? in->body->from - REPEAT_ABOVE : 0; i < to;
         i++) {
        if (l->items[i].weight < MIN_REPEAT || l->items[i].len > MAX_REPEAT_BYTES ||
            l->items[i].ends)
            continue;
        for (size_t k = i + 1; k < to; k++) {
            if (!gisa_same_letters(gisa_line_text(l, i), gisa_line_text(l, k))) continue;
            add_candidate(list, n, gisa_line_text(l, i), 14, true);
            add_candidate(list, n, gisa_line_text(l, i), 15, true);
            return;
        }
    }
}

/* The part of the heading's words that one of the head's titles has. */
static double known_part(const gisa_field_input *in, gisa_str heading)
{
    const gisa_meta *m = &in->w->meta;
    size_t n = 0, known = 0;
    gisa_str word;
    while (next_word(&heading, &word)) {
        n++;
        known += gisa_str_find_nocase(m->title, word, 0) != GISA_NPOS ||
                 gisa_str_find_nocase(m->og_title, word, 0) != GISA_NPOS;
    }
    return n ? (double)known / (double)n : 0;
}

/* The h1 that says in its own words what the head's titles say: that is what readers see, while the
 * head is written for search engines and may end in the site's name. */
static gisa_str printed_heading(const gisa_field_input *in, const gisa_site_names *names)
{
    const gisa_meta *m = &in->w->meta;
    gisa_str best = GISA_NONE;
    size_t n = 0;
    double most = 0;
    for (size_t i = 0; i < m->headings.n; i++) {
        gisa_str s = m->headings.items[i];
        if (in->w->tree.nodes[m->heading_nodes[i]].tag != GISA_TAG_H1 || is_no_title(in, names, s))
            continue;
        n++;
        double part = known_part(in, s);
        bool site = m->site_name.n && gisa_str_has(m->site_name, s);
        if (part <= most || site || count_words(s) < MIN_HEADING_WORDS) continue;
        most = part;
        best = s;
    }
    return most >= (n == 1 ? MIN_KNOWN_ALONE : MIN_KNOWN_AMONG) ? best : GISA_NONE;
}

/* Whether a line near the text prints just this, maybe after its label: "제목 | …". */
static bool is_printed(const gisa_field_input *in, gisa_str s)
{
    static const gisa_str label = {"제목", sizeof "제목" - 1};
    const gisa_lines *l = &in->w->lines;
    size_t from = in->body->from > REPEAT_ABOVE ? in->body->from - REPEAT_ABOVE : 0;
    for (size_t i = from; i < l->n && i < in->body->from + REPEAT_BELOW; i++) {
        gisa_str line = gisa_line_text(l, i);
        if (gisa_line_is_prose(&l->items[i]) && l->items[i].ends > 1) break;
        if (l->items[i].link_weight > 0) continue;
        if (gisa_str_starts(line, label)) line = gisa_str_cut(line, label.n, line.n);
        if (gisa_same_letters(line, s)) return true;
    }
    return false;
}

/* Without the number of the page at its end: "제목 (1/2)". */
static gisa_str without_page(gisa_str s)
{
    size_t i = s.n, digits = 0, slash = 0;
    if (i < 5 || s.p[i - 1] != ')') return s;
    for (i--; i && (gisa_is_digit(s.p[i - 1]) || s.p[i - 1] == '/'); i--) {
        digits += gisa_is_digit(s.p[i - 1]);
        slash += s.p[i - 1] == '/';
    }
    return i && s.p[i - 1] == '(' && slash == 1 && digits > 1
               ? gisa_str_trim(gisa_str_cut(s, 0, i - 1))
               : s;
}

/* A title of the head that no line prints whole, with a part that one prints: the longest of them.
 * The others name the site and the path to the page. */
static gisa_str printed_part(const gisa_field_input *in, gisa_str title)
{
    gisa_str best = GISA_NONE;
    if (!title.n || is_printed(in, title)) return title;
    for (size_t k = 0; k < sizeof separators / sizeof separators[0]; k++) {
        gisa_str mark = gisa_str_from(separators[k]);
        for (size_t at = 0; (at = gisa_str_find(title, mark, at)) != GISA_NPOS; at += mark.n) {
            const gisa_str parts[] = {without_page(gisa_str_cut(title, 0, at)),
                                      gisa_str_cut(title, at + mark.n, title.n)};
            for (size_t i = 0; i < 2; i++)
                if (parts[i].n > best.n && count_words(parts[i]) >= MIN_HEADING_WORDS &&
                    is_printed(in, parts[i]))
                    best = gisa_str_trim(parts[i]);
        }
    }
    return best.n ? best : title;
}

gisa_status gisa_field_title(const gisa_field_input *in, gisa_str *out, gisa_error *err)
{
    const gisa_meta *m = &in->w->meta;
    const gisa_script_data *d = &in->w->script;
    candidate list[MAX_CANDIDATES];
    size_t n = 0, best = SIZE_MAX;
    gisa_str chosen = GISA_NONE;
    gisa_site_names names = gisa_site_names_find(in);
    *out = GISA_NONE;
    if (gisa_field_selected(in, GISA_PART_TITLE, &chosen) < 0) return gisa_fail_mem(err);
    if (chosen.n) {
        *out = chosen;
        return GISA_OK;
    }
    const gisa_str sources[] = {d->ld.headline, d->state.headline, m->og_title};
    for (size_t i = 0; i < 3; i++) {
        gisa_str s = GISA_NONE;
        if (gisa_html_unescape(sources[i], &in->w->arena, &s) < 0) return gisa_fail_mem(err);
        add_source(list, &n, s, i, &names, m->site_name);
    }
    for (size_t i = 0; i < m->headings.n && i < MAX_HEADINGS; i++)
        if (!is_no_title(in, &names, m->headings.items[i]))
            add_candidate(list, &n, m->headings.items[i], 3 + i, true);
    add_source(list, &n, m->twitter_title, 12, &names, m->site_name);
    add_source(list, &n, m->title, 13, &names, m->site_name);
    add_repeated(in, list, &n);
    int most = 0;
    for (size_t i = 0; i < n; i++) {
        if (gisa_site_names_has(&names, list[i].text)) continue;
        int s = support(list, n, i);
        bool longer = best != SIZE_MAX && s == most && list[i].source == list[best].source &&
                      list[i].text.n > list[best].text.n && s > 2;
        if (s > most || longer) {
            most = s;
            best = i;
        }
    }
    if (best != SIZE_MAX) *out = list[best].text;
    if (best == SIZE_MAX) *out = line_above_date(in, &names);
    *out = printed_part(in, *out);
    gisa_str heading = printed_heading(in, &names);
    if (heading.n) *out = heading;
    for (size_t i = 0; i < m->headings.n && best != SIZE_MAX; i++) /* as printed */
        if (gisa_same_letters(m->headings.items[i], *out) &&
            gisa_utf8_chars(m->headings.items[i]) == gisa_utf8_chars(*out)) {
            *out = m->headings.items[i];
            break;
        }
    return GISA_OK;
}

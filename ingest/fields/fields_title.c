#include "base/letter.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/fields/page_label.h"
#include "ingest/fields/printed_title.h"
#include "ingest/page/select.h"

enum { MAX_CANDIDATES = 160, MAX_SOURCES = 24, MAX_HEADINGS = 8 };

/* Tuned with tests/bench/extract. */

/* Bytes of a title and of a site's name; what may be beside that name in its part of the title.
 */
enum { MIN_TITLE_BYTES = 4, MIN_SITE_BYTES = 3, MAX_BESIDE_SITE = 24 };

/* Words of a site's name after the last bar. */
enum { MAX_SITE_WORDS = 4 };

/* What a title must be worth by its place to be preferred to a doubtful one of the head. */
enum { MIN_PLACED = 5 };

/* The weight of a title that is printed twice. */
static const float MIN_REPEAT = 5;

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

/* Where the page does not state its site's name: without a short last part after a bar. */
static gisa_str without_tail(gisa_str s)
{
    static const gisa_str bar = {" | ", 3};
    size_t last = GISA_NPOS;
    for (size_t at = 0; (at = gisa_str_find(s, bar, at)) != GISA_NPOS; at += bar.n) last = at;
    if (last == GISA_NPOS) return s;
    gisa_str head = gisa_str_cut(s, 0, last), tail = gisa_str_cut(s, last + bar.n, s.n);
    size_t words = gisa_title_words(tail);
    return words <= MAX_SITE_WORDS && gisa_title_words(head) > words ? head : s;
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

/* A headline-like line printed twice above the text: in its own box and at the head of the
 * body. */
static void add_repeated(const gisa_field_input *in, candidate *list, size_t *n)
{
    const gisa_lines *l = &in->w->lines;
    size_t to = in->body->from + GISA_TITLE_BELOW < in->body->to ? in->body->from + GISA_TITLE_BELOW
                                                                 : in->body->to;
    for (size_t i = in->body->from > GISA_TITLE_ABOVE ? in->body->from - GISA_TITLE_ABOVE : 0;
         i < to; i++) {
        if (l->items[i].weight < MIN_REPEAT || l->items[i].len > GISA_TITLE_BYTES_MAX ||
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

/* What the page labels as its title. */
static gisa_status find_labelled(const gisa_field_input *in, const gisa_site_names *names,
                                 gisa_str *out)
{
    gisa_page_labels labels;
    if (gisa_field_labels(in, &labels) < 0) return GISA_ENOMEM;
    *out = gisa_is_no_title(in, names, labels.title) ? GISA_NONE : labels.title;
    return GISA_OK;
}

/* The title by its place, where the one that the head states is doubtful. */
static gisa_str prefer_placed(const gisa_field_input *in, const gisa_site_names *names,
                              gisa_str title)
{
    gisa_placed_title placed = gisa_placed_title_find(in, names);
    bool doubtful = placed.worth >= MIN_PLACED && gisa_title_is_doubtful(in, names, title, &placed);
    return doubtful ? placed.text : title;
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
    if (gisa_field_selected(in, GISA_PART_TITLE, &chosen) < 0 ||
        (!chosen.n && find_labelled(in, &names, &chosen) < 0))
        return gisa_fail_mem(err);
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
        if (!gisa_is_no_title(in, &names, m->headings.items[i]) &&
            !gisa_heading_is_aside(in, m->heading_nodes[i]))
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
    if (best == SIZE_MAX) *out = gisa_title_above_date(in, &names);
    *out = gisa_printed_part(in, *out);
    gisa_str heading = gisa_printed_heading(in, &names, *out);
    if (heading.n) *out = heading;
    *out = gisa_title_without_section(in, gisa_title_whole(in, *out));
    *out = prefer_placed(in, &names, *out);
    for (size_t i = 0; i < m->headings.n && best != SIZE_MAX; i++) /* as printed */
        if (gisa_same_letters(m->headings.items[i], *out) &&
            gisa_utf8_chars(m->headings.items[i]) == gisa_utf8_chars(*out)) {
            *out = m->headings.items[i];
            break;
        }
    return gisa_title_without_labels(in, out) < 0 ? gisa_fail_mem(err) : GISA_OK;
}

#include "ingest/fields/printed_title.h"

#include "base/letter.h"
#include "base/printed_date.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/fields/story_place.h"
#include "ingest/page/select.h"

/* Tuned with tests/bench/extract. */

/* Words of a heading that may be the printed title, and of one by its place alone. */
enum { MIN_HEADING_WORDS = 3, MIN_PLACED_WORDS = 2 };

/* What a title must be worth by its place to be another one than the head states. */
enum { SURE_PLACED = 7 };

/* Nodes of a heading in which a run of texts is looked for; bytes of a title that is cut. */
enum { MAX_RUN_NODES = 24, MIN_CUT = 18 };

/* Lines from a title to its date; the weight of a title's line, and of one that has a deck. */
enum { DATE_BELOW_TITLE = 4 };
static const float MIN_PRINTED = 2.5f, MIN_DECKED = 5;

/* The part of a heading's words that the head's titles must have too: of the only h1, and of one
 * among others. */
static const double MIN_KNOWN_ALONE = 0.3, MIN_KNOWN_AMONG = 0.5;

/* The next word of s: letters and digits, and what is between them. */
static bool next_word(gisa_str *s, gisa_str *word)
{
    while (gisa_str_next_field(s, ' ', word)) {
        size_t i = 0;
        if (gisa_letter_next(*word, &i)) return true;
    }
    return false;
}

size_t gisa_title_words(gisa_str s)
{
    size_t n = 0;
    gisa_str word;
    while (next_word(&s, &word)) n++;
    return n;
}

/* What a box named like a title holds beside titles: the site's name, the path to the page, whom to
 * call. */
bool gisa_is_no_title(const gisa_field_input *in, const gisa_site_names *names, gisa_str s)
{
    if (gisa_site_names_has(names, s) || gisa_breadcrumb_section(s).n) return true;
    switch (gisa_line_rules_find(in->w->rules, in->w->match, s).kind) {
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

/* What a table holds, for those who hear the page: "소식 상세보기". */
static bool is_table_caption(const gisa_field_input *in, const gisa_line *line)
{
    const gisa_tree *t = &in->w->tree;
    return t->n && t->nodes[t->nodes[line->first].parent].tag == GISA_TAG_CAPTION;
}

static bool may_be_title(const gisa_field_input *in, const gisa_site_names *names, size_t i)
{
    const gisa_line *line = &in->w->lines.items[i];
    gisa_str s = gisa_line_text(&in->w->lines, i);
    return line->weight >= MIN_PRINTED && line->link_weight == 0 && s.n <= GISA_TITLE_BYTES_MAX &&
           line->words > 1 && !is_table_caption(in, line) && !gisa_is_no_title(in, names, s);
}

/* Without any title in the head or in headings: the line above the first date or byline, or the
 * line above that one, which is then a deck. */
gisa_str gisa_title_above_date(const gisa_field_input *in, const gisa_site_names *names)
{
    const gisa_lines *l = &in->w->lines;
    size_t from = in->body->from > GISA_TITLE_ABOVE ? in->body->from - GISA_TITLE_ABOVE : 0;
    for (size_t i = from; i < l->n && i < in->body->from + GISA_TITLE_BELOW; i++) {
        gisa_str s = gisa_line_text(l, i);
        if (gisa_line_is_prose(&l->items[i]) && l->items[i].ends && ends_sentence(s)) break;
        gisa_line_kind kind = gisa_line_rules_find(in->w->rules, in->w->match, s).kind;
        gisa_time when;
        size_t start, end;
        if (kind != GISA_KIND_DATE && kind != GISA_KIND_BYLINE &&
            !(s.n <= GISA_TITLE_BYTES_MAX && gisa_printed_date_find(s, 0, &when, &start, &end)))
            continue;
        for (size_t k = i; k > from && k + DATE_BELOW_TITLE > i; k--) {
            if (!may_be_title(in, names, k - 1)) continue;
            bool deck = k > from + 1 && l->items[k - 2].weight >= MIN_DECKED &&
                        may_be_title(in, names, k - 2);
            return gisa_line_text(l, deck ? k - 2 : k - 1);
        }
    }
    return GISA_NONE;
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
gisa_str gisa_printed_heading(const gisa_field_input *in, const gisa_site_names *names,
                              gisa_str title)
{
    const gisa_meta *m = &in->w->meta;
    gisa_str best = GISA_NONE;
    size_t n = 0;
    double most = 0;
    for (size_t i = 0; i < m->headings.n; i++) {
        gisa_str s = m->headings.items[i];
        if (in->w->tree.nodes[m->heading_nodes[i]].tag != GISA_TAG_H1 ||
            gisa_is_no_title(in, names, s))
            continue;
        n++;
        double part = known_part(in, s);
        bool site = m->site_name.n && gisa_str_has(m->site_name, s);
        if (part < most || (part <= most && !gisa_same_letters(s, title)) || site ||
            gisa_title_words(s) < MIN_HEADING_WORDS)
            continue;
        most = part;
        best = s;
    }
    return most >= (n == 1 ? MIN_KNOWN_ALONE : MIN_KNOWN_AMONG) ? best : GISA_NONE;
}

/* The lines around the text that may print the title: up to its first sentences. */
static size_t head_end(const gisa_field_input *in)
{
    const gisa_lines *l = &in->w->lines;
    size_t i = in->body->from;
    while (i < l->n && i < in->body->from + GISA_TITLE_BELOW &&
           !(gisa_line_is_prose(&l->items[i]) && l->items[i].ends > 1))
        i++;
    return i;
}

static size_t head_start(const gisa_field_input *in)
{
    return in->body->from > GISA_TITLE_ABOVE ? in->body->from - GISA_TITLE_ABOVE : 0;
}

/* A line of the head without its label: "제목 | …". */
static gisa_str head_line(const gisa_field_input *in, size_t i)
{
    static const gisa_str label = {"제목", sizeof "제목" - 1};
    gisa_str s = gisa_line_text(&in->w->lines, i);
    if (!gisa_str_starts(s, label)) return s;
    size_t at = label.n;
    while (at < s.n && strchr(" :|", s.p[at])) at++;
    return at > label.n ? gisa_str_cut(s, at, s.n) : s;
}

bool gisa_title_is_printed(const gisa_field_input *in, gisa_str title)
{
    for (size_t i = head_start(in); i < head_end(in); i++)
        if (in->w->lines.items[i].link_weight == 0 && gisa_same_letters(head_line(in, i), title))
            return true;
    return false;
}

/* Whether the text begins with a mark between parts of a title, after any spaces, or is empty. */
static bool begins_with_mark(gisa_str s)
{
    static const char *const marks[] = {"-", "–", "—", "|", "ㅣ", "│", "<", ">", "«", "»",
                                        "›", ":", "_", "/", "·",  "•", "[", "]", "("};
    s = gisa_str_trim(s);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (gisa_str_starts(s, gisa_str_from(marks[i]))) return true;
    return !s.n;
}

static bool ends_with_mark(gisa_str s)
{
    s = gisa_str_trim(s);
    size_t at = s.n ? s.n - 1 : 0;
    while (at && ((unsigned char)s.p[at] & 0xC0) == 0x80) at--;
    return begins_with_mark(gisa_str_cut(s, at, s.n));
}

static bool is_quote(uint32_t cp)
{
    return gisa_is_closing(cp) || cp == '"' || cp == '\'' || cp == '.' || cp == '?' || cp == '!' ||
           cp == 0x2026 || cp == 0x2018 || cp == 0x201C;
}

/* Without the quotation marks and stops that are the part's own. */
static gisa_str without_closing(gisa_str s)
{
    size_t i = 0;
    while (i < s.n) {
        uint32_t cp;
        size_t k = gisa_utf8_next(s, i, &cp);
        if (!is_quote(cp)) break;
        i += k;
    }
    return gisa_str_cut(s, i, s.n);
}

static gisa_str without_opening(gisa_str s)
{
    while (s.n) {
        size_t at = s.n - 1;
        while (at && ((unsigned char)s.p[at] & 0xC0) == 0x80) at--;
        uint32_t cp;
        gisa_utf8_next(s, at, &cp);
        if (!is_quote(cp) || cp == ']' || cp == ')') break;
        s.n = at;
    }
    return s;
}

/* Whether the part is one of those that marks cut the title into. Letters are compared, as spaces
 * and quotation marks may differ. */
static bool holds(gisa_str title, gisa_str part)
{
    uint32_t before = ' ', cp;
    for (size_t i = 0; i < title.n;) {
        size_t start = i, at = i, k = 0;
        uint32_t a, b;
        i += gisa_utf8_next(title, i, &cp);
        bool begins = gisa_is_letter(cp) && !gisa_is_letter(before);
        before = cp;
        if (!begins || !ends_with_mark(without_opening(gisa_str_cut(title, 0, start)))) continue;
        do {
            b = gisa_letter_next(part, &k);
            a = b ? gisa_letter_next(title, &at) : 0;
        } while (b && a == b);
        if (!b && begins_with_mark(without_closing(gisa_str_cut(title, at, title.n)))) return true;
    }
    return false;
}

gisa_str gisa_printed_part(const gisa_field_input *in, gisa_str title)
{
    gisa_str best = GISA_NONE;
    if (!title.n || gisa_title_is_printed(in, title)) return title;
    for (size_t i = head_start(in); i < head_end(in); i++) {
        const gisa_line *line = &in->w->lines.items[i];
        gisa_str s = head_line(in, i);
        if (line->link_weight == 0 && s.n > best.n && s.n < title.n &&
            gisa_title_words(s) >= MIN_HEADING_WORDS && holds(title, s))
            best = s;
    }
    return best.n ? best : title;
}

/* Whether a date or a byline follows within a few lines. */
static bool is_above_signature(const gisa_field_input *in, size_t i)
{
    const gisa_lines *l = &in->w->lines;
    gisa_time when;
    size_t start, end;
    for (size_t k = i + 1; k <= i + DATE_BELOW_TITLE && k < l->n; k++) {
        gisa_str s = gisa_line_text(l, k);
        if (gisa_line_is_prose(&l->items[k]) && l->items[k].ends > 1) return false;
        gisa_line_kind kind = gisa_line_rules_find(in->w->rules, in->w->match, s).kind;
        if (kind == GISA_KIND_DATE || kind == GISA_KIND_BYLINE) return true;
        if (s.n <= GISA_TITLE_BYTES_MAX && gisa_printed_date_find(s, 0, &when, &start, &end))
            return true;
    }
    return false;
}

/* Whether a link or a path above the line has just its text. */
static bool is_in_menu(const gisa_field_input *in, size_t i)
{
    const gisa_lines *l = &in->w->lines;
    gisa_str s = gisa_line_text(l, i);
    for (size_t k = 0; k < i; k++) {
        gisa_str above = gisa_line_text(l, k);
        if (l->items[k].link_weight > 0 && gisa_same_letters(above, s)) return true;
        gisa_str crumb = gisa_breadcrumb_section(above);
        if (crumb.n && gisa_same_letters(crumb, s)) return true;
    }
    return false;
}

static bool names_section(const gisa_field_input *in, size_t i)
{
    return gisa_wordlist_find(&gisa_list_section_names, gisa_line_text(&in->w->lines, i)) ||
           is_in_menu(in, i);
}

bool gisa_heading_is_aside(const gisa_field_input *in, size_t node)
{
    size_t from, to;
    gisa_lines_in_node(&in->w->lines, &in->w->tree, node, &from, &to);
    if (from >= to) return false;
    return gisa_story_in_noise(in, from) ||
           (in->w->tree.nodes[node].tag != GISA_TAG_H1 &&
            gisa_title_words(gisa_line_text(&in->w->lines, from)) <= MIN_PLACED_WORDS &&
            is_in_menu(in, from));
}

static bool is_named_heading(const gisa_field_input *in, gisa_str s)
{
    const gisa_meta_list *headings = &in->w->meta.headings;
    for (size_t i = 0; i < headings->n; i++)
        if (gisa_str_eq(headings->items[i], s)) return true;
    return false;
}

/* How much speaks for a line as the title, by what it is and where; 0: it is none. */
static int placed_worth(const gisa_field_input *in, const gisa_site_names *names, size_t i)
{
    const gisa_line *line = &in->w->lines.items[i];
    gisa_str s = gisa_line_text(&in->w->lines, i);
    bool heading = line->flags & GISA_LINE_HEADING, linked = line->link_weight > 0;
    size_t words = gisa_title_words(s);
    if (line->flags & GISA_LINE_CAPTION || words < MIN_PLACED_WORDS || line->weight < MIN_PRINTED ||
        s.n > GISA_TITLE_BYTES_MAX || (linked && !heading) || gisa_is_no_title(in, names, s) ||
        gisa_story_in_noise(in, i) || names_section(in, i))
        return 0;
    if (is_table_caption(in, line)) return 0;
    int worth = 1 + 3 * heading + (line->flags & GISA_LINE_BOLD ? 1 : 0);
    if (is_named_heading(in, s)) worth += 2;
    bool above = is_above_signature(in, i);
    if (linked && !above) return 0;
    if (above) worth += 3;
    if (known_part(in, s) >= MIN_KNOWN_AMONG) worth += 3;
    if (words > MIN_PLACED_WORDS) worth++;
    if (linked) worth -= 2;
    if (line->ends && !heading) worth -= 2;
    return worth > 0 ? worth : 0;
}

gisa_placed_title gisa_placed_title_find(const gisa_field_input *in, const gisa_site_names *names)
{
    gisa_placed_title best = {0};
    size_t links = 0;
    for (size_t i = head_start(in); i < head_end(in); i++) {
        int one = placed_worth(in, names, i);
        bool linked = in->w->lines.items[i].link_weight > 0;
        if (one && linked && links++) continue; /* a list of stories */
        if (one <= best.worth) continue;
        best = (gisa_placed_title){head_line(in, i), one, is_above_signature(in, i)};
    }
    return best;
}

/* Whether no part of a title between its marks has more words than names of sections have. */
static bool is_short(gisa_str s)
{
    size_t words = 0, most = 0;
    gisa_str word;
    while (gisa_str_next_field(&s, ' ', &word)) {
        bool letters = gisa_title_words(word) > 0;
        words = letters ? words + 1 : 0;
        if (words > most) most = words;
    }
    return most <= MIN_PLACED_WORDS;
}

/* Whether a line outside links prints just this; as a heading: as one that names no section. */
static bool is_line(const gisa_field_input *in, gisa_str title, bool as_heading)
{
    const gisa_lines *l = &in->w->lines;
    for (size_t i = 0; i < l->n; i++)
        if (l->items[i].link_weight == 0 && gisa_same_letters(gisa_line_text(l, i), title) &&
            (!as_heading || (l->items[i].flags & GISA_LINE_HEADING && !names_section(in, i) &&
                             !gisa_story_in_noise(in, i))))
            return true;
    return false;
}

bool gisa_title_is_doubtful(const gisa_field_input *in, const gisa_site_names *names,
                            gisa_str title, const gisa_placed_title *placed)
{
    size_t words = gisa_title_words(title);
    if (!title.n || gisa_site_names_has(names, title)) return true;
    if (gisa_wordlist_within(&gisa_list_site_greetings, title) && !is_line(in, title, false))
        return true;
    if (is_short(title) && gisa_title_words(placed->text) > MIN_PLACED_WORDS)
        return words < MIN_PLACED_WORDS || known_part(in, title) < MIN_KNOWN_AMONG ||
               !is_line(in, title, true);
    gisa_str word, rest = title;
    while (gisa_str_next_field(&rest, ' ', &word))
        if (gisa_title_words(word) && gisa_str_has(placed->text, word)) return false;
    return placed->worth >= SURE_PLACED && placed->dated && !is_line(in, title, false);
}

/* The letters of a that b begins with: their bytes in b; 0: they differ. */
static size_t letters_shared(gisa_str a, gisa_str b)
{
    size_t i = 0, k = 0;
    for (;;) {
        size_t before = k;
        uint32_t x = gisa_letter_next(a, &i);
        if (!x) return before;
        if (gisa_letter_next(b, &k) != x) return 0;
    }
}

/* Whether the first text of a line has more than so many of its bytes. */
static bool is_within_text(const gisa_field_input *in, const gisa_line *line, size_t bytes)
{
    return gisa_str_trim(gisa_node_text(&in->w->tree, line->first)).n > bytes;
}

gisa_str gisa_title_whole(const gisa_field_input *in, gisa_str title)
{
    gisa_str cut = title;
    while (cut.n && cut.p[cut.n - 1] == '.') cut.n--;
    if (gisa_str_ends(cut, GISA_STR("…"))) cut.n -= 3;
    bool marked = cut.n + 1 < title.n;
    if (cut.n < MIN_CUT || is_line(in, title, marked)) return title;
    for (size_t i = head_start(in); i < head_end(in); i++) {
        const gisa_line *line = &in->w->lines.items[i];
        gisa_str s = head_line(in, i);
        bool whole = line->link_weight == 0 && s.n <= GISA_TITLE_BYTES_MAX && s.n > cut.n &&
                     !gisa_str_ends(s, GISA_STR("…"));
        if (!whole || (!marked && !(line->flags & GISA_LINE_HEADING))) continue;
        size_t shared = letters_shared(cut, s);
        if (shared && (marked || is_within_text(in, line, shared))) return s;
    }
    return title;
}

/* A run of text nodes in a heading; *known is the head's title with just its letters, if any. */
static bool is_known_run(const gisa_field_input *in, gisa_str run, gisa_str *known)
{
    const gisa_meta *m = &in->w->meta;
    const gisa_str sources[] = {m->og_title, in->w->script.ld.headline, m->twitter_title, m->title};
    *known = GISA_NONE;
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
        if (!sources[i].n || !holds(sources[i], run)) continue;
        if (gisa_same_letters(sources[i], run)) *known = sources[i];
        return true;
    }
    return false;
}

/* The longest run of the heading's texts that the head of the page knows as its title. */
static gisa_status known_run(const gisa_field_input *in, size_t heading, gisa_str *out)
{
    const gisa_tree *t = &in->w->tree;
    gisa_str run, known;
    for (size_t i = heading; i < t->nodes[heading].end; i++) {
        gisa_buf b = gisa_buf_make(1 << 12);
        gisa_status st = GISA_OK;
        for (size_t k = i; k < t->nodes[heading].end && k < i + MAX_RUN_NODES && st >= 0; k++) {
            if (t->nodes[k].tag != GISA_TAG_TEXT) continue;
            gisa_text_collapse(gisa_node_text(t, k), &b);
            run = gisa_str_trim(gisa_buf_view(&b));
            if (run.n <= out->n || gisa_title_words(run) < MIN_PLACED_WORDS ||
                !is_known_run(in, run, &known))
                continue;
            if (known.n)
                *out = known;
            else
                st = gisa_arena_copy(&in->w->arena, run, out);
        }
        if (b.st == GISA_ENOMEM) st = GISA_ENOMEM;
        gisa_buf_clear(&b);
        if (st < 0) return st;
    }
    return GISA_OK;
}

gisa_status gisa_title_without_labels(const gisa_field_input *in, gisa_str *title)
{
    const gisa_meta *m = &in->w->meta;
    gisa_str run = GISA_NONE, known;
    if (is_known_run(in, *title, &known)) return GISA_OK;
    for (size_t i = 0; i < m->headings.n; i++) {
        if (!gisa_str_eq(m->headings.items[i], *title)) continue;
        if (known_run(in, m->heading_nodes[i], &run) < 0) return GISA_ENOMEM;
        if (run.n) *title = run;
        return GISA_OK;
    }
    return GISA_OK;
}

/* Whether a link, or a heading that is not the title, has just this text. */
static bool names_part(const gisa_field_input *in, gisa_str s)
{
    const gisa_lines *l = &in->w->lines;
    for (size_t i = 0; s.n && i < l->n; i++) {
        const gisa_line *line = &l->items[i];
        bool part = line->link_weight > 0 || line->flags & GISA_LINE_HEADING;
        if (part && gisa_same_letters(gisa_line_text(l, i), s)) return true;
    }
    return false;
}

gisa_str gisa_title_without_section(const gisa_field_input *in, gisa_str title)
{
    static const char *const marks[] = {" > ", " < ", " | ", " :: ", " » ", " « ", " › "};
    for (size_t k = 0; k < sizeof marks / sizeof marks[0]; k++) {
        gisa_str mark = gisa_str_from(marks[k]);
        size_t at = gisa_str_find(title, mark, 0);
        if (at == GISA_NPOS) continue;
        gisa_str head = gisa_str_cut(title, 0, at),
                 rest = gisa_str_cut(title, at + mark.n, title.n);
        if (gisa_title_words(head) >= MIN_HEADING_WORDS &&
            gisa_title_words(rest) < gisa_title_words(head) && names_part(in, rest))
            return head;
    }
    return title;
}

#include "ingest/rejection.h"

#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/binary_kind.h"
#include "ingest/fields/story_place.h"
#include "ingest/page/story_cards.h"

/* Tuned with tests/bench/extract. */

/* Characters of a body: the least, unless the caller says otherwise; the least of a page that names
 * its text and states title and day; from the third on it is an article whatever the page says. Of
 * the text above a wall, and above one that the page's data state as well. */
enum {
    MIN_CHARS = 40,
    MIN_STATED_CHARS = 12,
    SHORT_CHARS = 400,
    MAX_WALL_CHARS = 200,
    MAX_LOCKED_CHARS = 800,
};

/* Lines of links, by their share and weight; how many make an index with no sentence and no date,
 * and how many with few sentences. */
static const float MIN_LINKED = 0.6f, MIN_LINK_LINE = 4;
enum { MIN_INDEX_LINKS = 3, MANY_INDEX_LINKS = 20, MAX_INDEX_SENTENCES = 3 };

/* Bytes of the lines in which walls and errors are looked for; the page's text is below the third.
 */
enum { MAX_WALL_BYTES = 300, MAX_ERROR_BYTES = 120 };
static const float MAX_ERROR_TEXT = 120;

gisa_status gisa_rejection_check_bytes(gisa_str bytes, gisa_error *err)
{
    if (gisa_str_trim(gisa_str_cut(bytes, 0, 1 << 16)).n == 0) {
        if (bytes.n <= 1 << 16) return gisa_fail(err, GISA_SKIP, "an empty file");
    }
    const char *kind = gisa_binary_kind(bytes);
    if (!kind) return GISA_OK;
    const char *advice = gisa_binary_advice(kind);
    return gisa_fail(err, GISA_SKIP, "%s, not a page%s%s", kind, advice ? ": " : "",
                     advice ? advice : "");
}

/* What is counted on the page, and what it states of itself. */
typedef struct survey {
    size_t links, sentences;
    bool gate;                     /* a heading before it says so of all */
    bool wall;                     /* a line at the text says that the rest is for members */
    bool fence;                    /* the line pass found one */
    size_t above_wall, below_wall; /* characters of the text on its sides */
    bool error;  /* a short line of a page with little text says that it is not there */
    bool named;  /* the page names the box of its text, or itself an article */
    bool stated; /* its data are an article's */
    bool timed;  /* they say when it was published */
    bool dated;
} survey;

/* Speaks to the reader, as headlines and stories do not. */
static bool is_polite(gisa_str s)
{
    return gisa_wordlist_within(&gisa_list_polite_endings, s);
}

/* The number 404 alone: "404 Not Found", not 404억. */
static bool has_number(gisa_str s)
{
    size_t at = gisa_str_find(s, GISA_STR("404"), 0);
    if (at == GISA_NPOS || (at && gisa_is_digit(s.p[at - 1]))) return false;
    unsigned char next = at + 3 < s.n ? (unsigned char)s.p[at + 3] : ' ';
    return next < 0x80 && !gisa_is_digit((char)next) && next != ',' && next != '.';
}

/* Words of error pages; those that stories have, too, only where the reader is addressed. */
static bool says_error(gisa_str s)
{
    return gisa_wordlist_within_nocase(&gisa_list_error_page_words, s) ||
           (is_polite(s) && gisa_wordlist_within(&gisa_list_error_page_phrases, s));
}

/* A heading that tells the reader that the text is for members; a story's does not address him. */
static bool is_gate(const gisa_field_input *page, size_t i)
{
    gisa_str s = gisa_line_text(&page->w->lines, i);
    return (page->w->lines.items[i].flags & GISA_LINE_HEADING) && s.n < MAX_ERROR_BYTES &&
           is_polite(s) && gisa_wordlist_within_nocase(&gisa_list_login_wall_words, s) &&
           !gisa_wordlist_within_nocase(&gisa_list_login_widget_words, s);
}

/* "… 전체 기사를 보세요’였다." */
static bool tells(gisa_str s)
{
    return gisa_str_ends(s, GISA_STR("다.")) && !gisa_str_ends(s, GISA_STR("니다."));
}

/* A wall is where the text ends, or instead of it; the widgets that want a login are elsewhere and
 * say what for. */
static bool is_wall(const gisa_field_input *page, const gisa_story_range *range, size_t i)
{
    const gisa_line *line = &page->w->lines.items[i];
    gisa_str s = gisa_line_text(&page->w->lines, i);
    if (s.n >= MAX_WALL_BYTES || !gisa_wordlist_within_nocase(&gisa_list_login_wall_words, s))
        return false;
    if (gisa_wordlist_within_nocase(&gisa_list_login_widget_words, s) || tells(s)) return false;
    bool menu = line->link_weight > MIN_LINKED * line->weight;
    bool textless = range->first == range->last;
    bool inside = i >= range->first && i < range->end;
    return !menu &&
           (inside || textless || gisa_story_place_find(page, range, i) == GISA_PLACE_BELOW);
}

static survey look_at(const gisa_field_input *page, const gisa_article *a)
{
    const gisa_extract_work *w = page->w;
    const gisa_lines *l = &w->lines;
    gisa_story_range range = gisa_story_range_find(page, a->title);
    survey v = {0};
    for (size_t i = 0; i < l->n; i++) {
        const gisa_line *line = &l->items[i];
        gisa_str s = gisa_line_text(l, i);
        v.links += line->link_weight > MIN_LINKED * line->weight && line->weight >= MIN_LINK_LINE;
        v.sentences += line->keep ? line->ends : 0;
        v.gate = v.gate || (i < range.first && is_gate(page, i));
        v.wall = v.wall || is_wall(page, &range, i);
        v.fence = v.fence || line->rule == GISA_RULE_WALL;
        if (line->keep && i >= page->body->from && i < page->body->to)
            *(v.wall ? &v.below_wall : &v.above_wall) += gisa_utf8_chars(s);
        if (s.n < MAX_ERROR_BYTES && page->body->page < MAX_ERROR_TEXT && !v.error)
            v.error = says_error(s);
    }
    v.timed = w->script.ld.published.n || w->meta.stamped;
    v.stated = v.timed || gisa_str_eq_nocase(w->meta.og_type, GISA_STR("article"));
    v.named = gisa_body_is_named(page->body) ||
              gisa_str_eq_nocase(w->meta.og_type, GISA_STR("article"));
    v.dated = a->published.precision != GISA_PRECISION_UNKNOWN;
    return v;
}

/* An error page served with status 200 has no date, and says so in its title or its few words. */
static bool is_error(const gisa_field_input *page, const gisa_article *a, const survey *v,
                     size_t chars)
{
    if (v->dated) return false;
    const gisa_str titles[] = {a->title, page->w->meta.title};
    bool number = false, says = v->error;
    for (size_t i = 0; i < 2; i++) {
        if (is_polite(titles[i]) && says_error(titles[i])) return true;
        number = number || has_number(titles[i]);
        says = says || says_error(titles[i]);
    }
    return chars < SHORT_CHARS && (number || says);
}

static bool is_wall_page(const gisa_field_input *page, const survey *v, size_t chars)
{
    bool locked = page->w->script.ld.locked;
    if (v->gate) return true;
    if (chars < MAX_WALL_CHARS) return v->wall || v->fence || locked;
    /* the wall's own offers may be in the body below it */
    if (v->wall && v->above_wall < MAX_WALL_CHARS && v->below_wall < MAX_WALL_CHARS) return true;
    return v->wall && locked && chars < MAX_LOCKED_CHARS;
}

/* Whether the page is a writer's own: it says so, or its headline is a byline. */
static bool is_portrait(const gisa_field_input *page, const gisa_article *a)
{
    const gisa_extract_work *w = page->w;
    return gisa_str_eq_nocase(w->meta.og_type, GISA_STR("profile")) ||
           gisa_line_rules_find(w->rules, w->match, a->title).kind == GISA_KIND_BYLINE;
}

/* "‘베틀’ 검색결과 총 2,184건", over links to what was found. Nobody has written it. */
static bool is_search(const gisa_field_input *page, const gisa_article *a, const survey *v)
{
    const gisa_meta *m = &page->w->meta;
    const gisa_str titles[] = {a->title, m->og_title, m->title};
    bool says = false;
    for (size_t i = 0; i < 3; i++)
        says = says || gisa_wordlist_within(&gisa_list_search_titles, titles[i]);
    return says && !v->timed && !a->n_authors && v->links >= MIN_INDEX_LINKS;
}

gisa_status gisa_rejection_check_article(const gisa_field_input *page, const gisa_article *a,
                                         gisa_error *err)
{
    size_t chars = gisa_utf8_chars(a->body), min_chars = page->opts->min_body_chars;
    survey v = look_at(page, a);
    gisa_story_cards cards = gisa_story_cards_count(&page->w->lines, page->body);
    if (is_error(page, a, &v, chars))
        return gisa_fail(err, GISA_SKIP, "an error page: the article is not there");
    if (!v.timed && gisa_story_cards_are_all(&cards, is_portrait(page, a)))
        return gisa_fail(err, GISA_SKIP, "an index page: teasers of %zu stories", cards.n);
    if (is_search(page, a, &v))
        return gisa_fail(err, GISA_SKIP, "an index page: what a search found");
    if (is_wall_page(page, &v, chars))
        return gisa_fail(err, GISA_SKIP, "a login wall: the text is for members");
    bool enough = min_chars == 0 && v.named && v.dated && a->title.n && v.sentences &&
                  chars >= MIN_STATED_CHARS;
    if (!min_chars) min_chars = MIN_CHARS;
    if (chars >= SHORT_CHARS && chars >= min_chars) return GISA_OK;
    if (!v.named && !v.stated && !v.sentences && v.links >= MIN_INDEX_LINKS && chars >= min_chars)
        return gisa_fail(err, GISA_SKIP, "an index page: no sentence and no date");
    bool written = v.dated && a->n_authors;
    bool brief = (v.timed || written) && v.sentences; /* among links to others */
    if (!v.named && !brief && chars < SHORT_CHARS && v.sentences <= MAX_INDEX_SENTENCES &&
        v.links >= MANY_INDEX_LINKS)
        return gisa_fail(err, GISA_SKIP, "an index page: mostly links");
    if (chars < min_chars && !enough)
        return gisa_fail(err, GISA_SKIP, "no article text on the page (%zu characters)", chars);
    return GISA_OK;
}

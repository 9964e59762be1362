#include "ingest/rejection.h"

#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/binary_kind.h"

/* Tuned with tests/bench/extract. */

/* Characters of a body: the least, unless the caller says otherwise; from the second on it is an
 * article whatever the page says. */
enum { MIN_CHARS = 40, SHORT_CHARS = 400, MAX_WALL_CHARS = SHORT_CHARS / 2 };

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

/* An error page served with status 200 often has its number in the title. */
static bool is_error_title(gisa_str title)
{
    return gisa_str_has(title, GISA_STR("404")) ||
           gisa_wordlist_within_nocase(&gisa_list_error_page_words, title);
}

gisa_status gisa_rejection_check_article(const gisa_rejection_page *page, const gisa_article *a,
                                         gisa_error *err)
{
    size_t chars = gisa_utf8_chars(a->body), min_chars = page->min_body_chars;
    const gisa_lines *l = page->lines;
    size_t links = 0, sentences = 0;
    if (chars >= SHORT_CHARS && chars >= min_chars) return GISA_OK;
    bool wall = false, error = is_error_title(a->title) || is_error_title(page->meta->title);
    for (size_t i = 0; i < l->n; i++) {
        const gisa_line *line = &l->items[i];
        gisa_str s = gisa_line_text(l, i);
        links += line->link_weight > MIN_LINKED * line->weight && line->weight >= MIN_LINK_LINE;
        sentences += line->keep ? line->ends : 0;
        if (s.n < MAX_WALL_BYTES && !wall)
            wall = gisa_wordlist_within_nocase(&gisa_list_login_wall_words, s);
        if (s.n < MAX_ERROR_BYTES && page->body->page < MAX_ERROR_TEXT && !error)
            error = gisa_wordlist_within_nocase(&gisa_list_error_page_words, s);
    }
    if (!min_chars) min_chars = MIN_CHARS;
    if (chars < SHORT_CHARS && error)
        return gisa_fail(err, GISA_SKIP, "an error page: the article is not there");
    bool named = gisa_body_is_named(page->body) ||
                 gisa_str_eq_nocase(page->meta->og_type, GISA_STR("article"));
    bool dated = a->published.precision != GISA_PRECISION_UNKNOWN;
    if (!named && !dated && !sentences && links >= MIN_INDEX_LINKS && chars >= min_chars)
        return gisa_fail(err, GISA_SKIP, "an index page: no sentence and no date");
    if (chars < MAX_WALL_CHARS && wall)
        return gisa_fail(err, GISA_SKIP, "a login wall: the text is for members");
    if (!named && chars < SHORT_CHARS && sentences <= MAX_INDEX_SENTENCES &&
        links >= MANY_INDEX_LINKS)
        return gisa_fail(err, GISA_SKIP, "an index page: mostly links");
    if (chars < min_chars)
        return gisa_fail(err, GISA_SKIP, "no article text on the page (%zu characters)", chars);
    return GISA_OK;
}

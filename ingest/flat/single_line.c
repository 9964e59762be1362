#include "ingest/flat/single_line.h"

#include "base/mem.h"
#include "base/printed_date.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/fields/byline.h"

/* Measured with tests/bench/flatten.py. */

/* Bytes of a line that is a page; percent of its text that it holds; sentences of it. */
enum { MIN_PAGE = 1200, MIN_SHARE = 80, MIN_SENTENCES = 4 };

/* Words before which the title is looked for; words and bytes of a title; of a piece that may hold
 * a menu and a sentence; words in a row without a particle that are no part of a sentence. */
enum { MAX_HEAD_WORDS = 600, MIN_TITLE_WORDS = 3, MIN_TITLE_BYTES = 24 };
enum { MIN_MIXED_WORDS = 8, MAX_BARE_WORDS = 4 };

typedef struct words {
    gisa_str *items;
    bool *breaks; /* a line begins here */
    size_t n, cap, cap_breaks;
} words;

static gisa_str longest_line(gisa_str text)
{
    gisa_str line, best = GISA_NONE;
    while (gisa_str_next_line(&text, &line))
        if (line.n > best.n) best = line;
    return best;
}

/* Whether a word ends a sentence: a stop after Hangul, or after a Latin word of four letters. */
static bool ends_sentence(gisa_str word)
{
    static const char *const quotes[] = {"\"", "'", "”", "’", ")", "」", "』"};
    bool cut = true;
    while (cut) {
        cut = false;
        for (size_t i = 0; i < sizeof quotes / sizeof quotes[0] && !cut; i++)
            if (gisa_str_ends(word, gisa_str_from(quotes[i]))) {
                word.n -= strlen(quotes[i]);
                cut = true;
            }
    }
    if (word.n < 2 || !strchr(".?!", word.p[word.n - 1])) return false;
    unsigned char before = (unsigned char)word.p[word.n - 2];
    return before >= 0x80 || word.n > 4;
}

bool gisa_single_line_is(gisa_str text)
{
    gisa_str line = longest_line(text), word;
    size_t sentences = 0;
    if (line.n < MIN_PAGE || line.n * 100 < text.n * MIN_SHARE) return false;
    while (sentences < MIN_SENTENCES && gisa_str_next_field(&line, ' ', &word))
        sentences += ends_sentence(word);
    return sentences == MIN_SENTENCES;
}

static gisa_status split(gisa_str line, words *w)
{
    gisa_str word;
    while (gisa_str_next_field(&line, ' ', &word)) {
        if (!word.n) continue;
        if (GISA_GROW(w->items, w->n, w->cap) < 0 || GISA_GROW(w->breaks, w->n, w->cap_breaks) < 0)
            return GISA_ENOMEM;
        w->breaks[w->n] = false;
        w->items[w->n++] = word;
    }
    return GISA_OK;
}

static gisa_str span(const words *w, size_t from, size_t to)
{
    const char *end = w->items[to - 1].p + w->items[to - 1].n;
    return (gisa_str){w->items[from].p, (size_t)(end - w->items[from].p)};
}

static void break_at(words *w, size_t i)
{
    if (i < w->n) w->breaks[i] = true;
}

/* Where sentences end, and around the marks in brackets that begin a part: 【 앵커멘트 】,
 * [리포트]. */
static void break_sentences(words *w)
{
    for (size_t i = 0; i < w->n; i++) {
        gisa_str s = w->items[i];
        if (ends_sentence(s) || gisa_str_ends(s, GISA_STR("】"))) break_at(w, i + 1);
        if (gisa_str_starts(s, GISA_STR("【")) || gisa_str_starts(s, GISA_STR("ⓒ")) ||
            gisa_str_starts(s, GISA_STR("©")) || gisa_str_starts(s, GISA_STR("▶")) ||
            gisa_str_starts(s, GISA_STR("■")) || gisa_str_starts(s, GISA_STR("Copyright")))
            break_at(w, i);
    }
}

static bool is_date_label(gisa_str s)
{
    return gisa_wordlist_find(&gisa_list_published_labels, s) ||
           gisa_wordlist_find(&gisa_list_modified_labels, s);
}

/* Dates with their labels, and reporters' addresses, are lines of their own. */
static void break_fields(words *w)
{
    for (size_t i = 0; i < w->n; i++) {
        gisa_time when;
        size_t start, end, at = 0, to = i + 4 < w->n ? i + 4 : w->n;
        if (gisa_email_find(w->items[i], &at).n) break_at(w, i + 1);
        if (!gisa_is_digit(w->items[i].p[0])) continue;
        gisa_str rest = span(w, i, to);
        if (!gisa_printed_date_find(rest, 0, &when, &start, &end) || start > 0) continue;
        break_at(w, i > 0 && is_date_label(w->items[i - 1]) ? i - 1 : i);
        while (i < to && w->items[i].p < rest.p + end) i++;
        break_at(w, i--);
    }
}

/* How many words from a and from b on are the same. */
static size_t same_words(const words *w, size_t a, size_t b, size_t n)
{
    size_t k = 0;
    while (b + k < n && a + k < b && gisa_str_eq(w->items[a + k], w->items[b + k])) k++;
    return k;
}

/* The longest phrase that the words before the text say twice, which the page's head and its
 * heading do. */
static void break_title(words *w)
{
    size_t n = w->n < MAX_HEAD_WORDS ? w->n : MAX_HEAD_WORDS, best = 0, at[2] = {0};
    for (size_t a = 0; a < n; a++)
        for (size_t b = a + MIN_TITLE_WORDS; b < n; b++) {
            size_t k = same_words(w, a, b, n);
            if (k < MIN_TITLE_WORDS || span(w, a, a + k).n < MIN_TITLE_BYTES) continue;
            if (best && span(w, a, a + k).n <= span(w, at[0], at[0] + best).n) continue;
            best = k;
            at[0] = a;
            at[1] = b;
        }
    for (size_t i = 0; i < 2 && best; i++) {
        break_at(w, at[i]);
        break_at(w, at[i] + best);
    }
}

static bool has_particle(gisa_str word)
{
    char scratch[4];
    uint32_t cp = 0;
    while (word.n && strchr(",.\"'?!)", word.p[word.n - 1])) word.n--;
    if (!word.n) return false;
    gisa_utf8_next(word, gisa_utf8_prev(word, word.n), &cp);
    return gisa_wordlist_find(&gisa_list_sentence_syllables,
                              (gisa_str){scratch, gisa_utf8_put(scratch, cp)}) != NULL;
}

/* A sentence that a menu or a headline stands before begins after the last few words in a row that
 * have no particle. */
static void break_menus(words *w)
{
    for (size_t end = w->n; end > 0;) {
        size_t from = end - 1, bare = 0;
        while (from > 0 && !w->breaks[from]) from--;
        if (end - from >= MIN_MIXED_WORDS && ends_sentence(w->items[end - 1]))
            for (size_t i = end; i-- > from && bare < MAX_BARE_WORDS;) {
                bare = has_particle(w->items[i]) ? 0 : bare + 1;
                if (bare == MAX_BARE_WORDS) break_at(w, i + bare);
            }
        end = from;
    }
}

gisa_status gisa_single_line_cut(gisa_str text, gisa_buf *out, gisa_error *err)
{
    words w = {0};
    gisa_str line;
    gisa_status st = GISA_OK;
    while (st >= 0 && gisa_str_next_line(&text, &line)) {
        w.n = 0;
        if ((st = split(line, &w)) < 0) break;
        break_sentences(&w);
        break_fields(&w);
        break_title(&w);
        break_menus(&w);
        for (size_t i = 0; i < w.n; i++) {
            if (i) gisa_buf_add_char(out, w.breaks[i] ? '\n' : ' ');
            gisa_buf_add(out, w.items[i]);
        }
        gisa_buf_add_char(out, '\n');
    }
    gisa_free(w.items);
    gisa_free(w.breaks);
    return st < 0 || gisa_buf_status(out) < 0 ? gisa_fail_mem(err) : GISA_OK;
}

#include "ingest/flat/single_line.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/printed_date.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/fields/byline.h"
#include "ingest/flat/echo_stem.h"

/* Measured with tests/bench/flatten.py. */

/* Bytes of a line that is a page; percent of its text that it holds; sentences of it. */
enum { MIN_PAGE = 1200, MIN_SHARE = 80, MIN_SENTENCES = 4 };

/* Words before which the title is looked for; words and bytes of a title. Both tables are powers of
 * two: the places of phrases, bits of the words in sentences. */
enum { MAX_HEAD_WORDS = 3000, MIN_TITLE_WORDS = 3, MAX_TITLE_WORDS = 40, MIN_TITLE_BYTES = 24 };
enum { PHRASES = 1 << 13, ECHO_BITS = 1 << 15, ECHO_REACH = 12 };

/* A title's words that sentences have too, in percent, fewer before a date; how much more a phrase
 * before a date counts. */
enum { MIN_ECHOED = 50, MIN_ECHOED_DATED = 30, BEFORE_DATE = 2 };

/* Words of a piece that may hold a menu and a sentence; words in a row without a particle that are
 * no part of a sentence; words of a menu, and the percent of them that may have a particle. */
enum { MIN_MIXED_WORDS = 8, MAX_BARE_WORDS = 4 };
enum { MIN_MENU_WORDS = 12, MAX_MENU_PARTICLES = 30 };

enum { MAX_DATE_WORDS = 6 }; /* "2025. 02. 03. 오전 10:30" */

typedef struct words {
    gisa_str *items;
    bool *breaks; /* a line begins here */
    size_t n, cap, cap_breaks;
    size_t titles[2]; /* where it begins; w->n: it was not found */
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
    if (before == '.' || gisa_is_digit(word.p[0])) return false; /* "…", "2025. 02. 03." */
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

/* [앵커], [리포트]: the word in brackets is one of the marks that begin a broadcast's parts. */
static bool is_part_mark(gisa_str s)
{
    if (!gisa_str_starts(s, GISA_STR("[")) || !gisa_str_ends(s, GISA_STR("]"))) return false;
    return gisa_wordlist_find(&gisa_list_broadcast_parts, gisa_str_cut(s, 1, s.n - 1));
}

/* Where sentences end, and around the marks in brackets that begin a part: 【 앵커멘트 】,
 * [리포트]. */
static void break_sentences(words *w)
{
    for (size_t i = 0; i < w->n; i++) {
        gisa_str s = w->items[i];
        bool mark = is_part_mark(s);
        if (mark || ends_sentence(s) || gisa_str_ends(s, GISA_STR("】"))) break_at(w, i + 1);
        if (mark) break_at(w, i);
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
        size_t start, end, at = 0;
        size_t to = i + MAX_DATE_WORDS < w->n ? i + MAX_DATE_WORDS : w->n;
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
    while (k < MAX_TITLE_WORDS && b + k < n && a + k < b &&
           gisa_str_eq(w->items[a + k], w->items[b + k]))
        k++;
    return k;
}

static uint64_t hash_words(const words *w, size_t from, size_t n)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < n; i++) hash = gisa_hash64(w->items[from + i], hash);
    return hash;
}

static size_t echo_of(gisa_str word)
{
    return (size_t)gisa_hash64(gisa_echo_stem(word), 0) % ECHO_BITS;
}

/* The words that stand just before the end of a sentence. */
static void read_echoes(const words *w, uint8_t echoes[ECHO_BITS / 8])
{
    size_t from = 0;
    memset(echoes, 0, ECHO_BITS / 8);
    for (size_t i = 0; i < w->n; i++) {
        if (w->breaks[i]) from = i;
        if (!ends_sentence(w->items[i])) continue;
        if (from + ECHO_REACH < i) from = i - ECHO_REACH;
        for (; from <= i; from++) {
            size_t bit = echo_of(w->items[from]);
            echoes[bit / 8] |= (uint8_t)(1u << bit % 8);
        }
    }
}

static bool begins_date(const words *w, size_t i)
{
    return i < w->n &&
           (is_date_label(w->items[i]) || (w->breaks[i] && gisa_is_digit(*w->items[i].p)));
}

/* What speaks for n words from a and from b on as the title; 0: they are none. */
static size_t weigh_phrase(const words *w, size_t a, size_t b, size_t n,
                           const uint8_t echoes[ECHO_BITS / 8])
{
    size_t heard = 0, bytes = n < MIN_TITLE_WORDS ? 0 : span(w, a, a + n).n;
    if (bytes < MIN_TITLE_BYTES || n == MAX_TITLE_WORDS) return 0;
    for (size_t i = a; i < a + n; i++) {
        size_t bit = echo_of(w->items[i]);
        if (ends_sentence(w->items[i]) && gisa_str_ends(w->items[i], GISA_STR("."))) return 0;
        heard += echoes[bit / 8] >> bit % 8 & 1;
    }
    bool dated = begins_date(w, a + n) || begins_date(w, b + n);
    if (heard * 100 < n * (dated ? MIN_ECHOED_DATED : MIN_ECHOED)) return 0;
    return bytes * heard / n * (dated ? BEFORE_DATE : 1);
}

/* The phrase that the page says twice and its sentences echo, as its head and its heading do: the
 * words from each place on are compared with those from the last place with the same first three.
 */
static void break_title(words *w)
{
    uint16_t places[PHRASES] = {0}; /* one more than that of the phrase */
    uint8_t echoes[ECHO_BITS / 8];
    size_t n = w->n < MAX_HEAD_WORDS ? w->n : MAX_HEAD_WORDS, best = 0, length = 0, at[2] = {0};
    read_echoes(w, echoes);
    for (size_t b = 0; b + MIN_TITLE_WORDS <= n; b++) {
        uint16_t *place = &places[hash_words(w, b, MIN_TITLE_WORDS) % PHRASES];
        size_t a = *place, k = a-- ? same_words(w, a, b, n) : 0;
        *place = (uint16_t)(b + 1);
        if (k && a > 0 && a + 1 < b && gisa_str_eq(w->items[a - 1], w->items[b - 1])) continue;
        size_t weight = k ? weigh_phrase(w, a, b, k, echoes) : 0;
        if (weight <= best) continue;
        best = weight;
        length = k;
        at[0] = a;
        at[1] = b;
    }
    w->titles[0] = w->titles[1] = w->n;
    for (size_t i = 0; i < 2 && best; i++) {
        w->titles[i] = at[i];
        break_at(w, at[i]);
        break_at(w, at[i] + length);
    }
}

static bool has_particle(gisa_str word)
{
    char scratch[4];
    while (word.n && strchr(",.\"'?!)", word.p[word.n - 1])) word.n--;
    if (!word.n) return false;
    return gisa_wordlist_find(&gisa_list_sentence_syllables,
                              (gisa_str){scratch, gisa_utf8_put(scratch, gisa_utf8_last(word))}) !=
           NULL;
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

/* A long row of words that is no sentence is a menu: a word a line. */
static void part_menus(words *w)
{
    for (size_t from = 0, end; from < w->n; from = end) {
        size_t particles = 0;
        for (end = from + 1; end < w->n && !w->breaks[end];) end++;
        for (size_t i = from; i < end; i++) particles += has_particle(w->items[i]);
        if (from == w->titles[0] || from == w->titles[1] || end - from < MIN_MENU_WORDS ||
            ends_sentence(w->items[end - 1]) || particles * 100 > (end - from) * MAX_MENU_PARTICLES)
            continue;
        for (size_t i = from; i < end; i++) break_at(w, i);
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
        part_menus(&w);
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

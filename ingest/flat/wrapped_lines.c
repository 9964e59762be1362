#include "ingest/flat/wrapped_lines.h"

#include "base/hangul.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"

/* Measured with tests/bench/flatten.py. */

/* Widths that tools break at; lines of a block that says how wide; broken lines of a text that is
 * wrapped at all, one less when no line speaks against it. */
enum { MIN_WIDTH = 38, MAX_WIDTH = 140, MIN_BLOCK = 3, MIN_BROKEN = 3, MAX_WIDTHS = 16 };

/* Of a block's lines, and of all lines, how many are as long as they can be: in percent. Lines of
 * less than half a width are ends. */
enum { MIN_FULL_BLOCK = 66, MIN_FULL_TEXT = 60 };

/* Columns by which blocks of the same width differ. */
enum { SAME_WIDTH = 4 };

/* Tools that break within a word fill lines to the last two columns: in percent of the lines before
 * a Hangul syllable, and more of few such lines; how many tell. */
enum { MIN_FILLED = 75, MIN_FILLED_FEW = 90, FEW_LINES = 10, MIN_FILLED_LINES = 4, SLACK = 2 };

/* Full lines of paragraphs that end as sentences, from which on a width alone tells: in percent of
 * its lines. Of the lines near a width, how many may be wider than the tool's own: a part of so
 * many. */
enum { MIN_SOUND = 6, MIN_SOUND_SHARE = 85, STRAY_PART = 20 };

/* Ten times the log odds of a space anywhere within Korean text (tests/bench/spacing_train.py). */
static const int SPACE_PRIOR = -8;

/* Tools count a line's width in columns or in characters. */
enum { COLUMNS, CHARS, MEASURES };

typedef struct raw_line {
    gisa_str text; /* trimmed */
    uint32_t indent;
    uint32_t width[MEASURES]; /* with the indent */
    uint32_t first[MEASURES]; /* of the first word */
    bool starts;              /* it begins a paragraph: an item, a heading, a row */
} raw_line;

/* A width that the tool broke at. */
typedef struct broken_width {
    uint32_t width;
    bool certain; /* it says by itself that the text is wrapped */
} broken_width;

typedef struct wrapped_text {
    raw_line *lines;
    size_t n, cap;
    int measure;
    broken_width widths[MAX_WIDTHS]; /* ascending */
    size_t n_widths;
    bool within_words;
} wrapped_text;

static bool begins_paragraph(gisa_str s)
{
    static const char *const marks[] = {"* ", "- ", "+ ", "•", "◦", "#", "|", "■",  "◆",
                                        "◇",  "●",  "○",  "▲", "▶", "□", "=", "---"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (gisa_str_starts(s, gisa_str_from(marks[i]))) return true;
    size_t digits = 0;
    while (digits < s.n && gisa_is_digit(s.p[digits])) digits++;
    return digits && digits < 4 && gisa_str_starts(gisa_str_cut(s, digits, s.n), GISA_STR(". "));
}

static void measure(gisa_str whole, raw_line *out)
{
    gisa_str word, rest;
    *out = (raw_line){.text = gisa_str_trim(whole)};
    if (!out->text.n) return;
    out->indent = (uint32_t)gisa_utf8_width((gisa_str){whole.p, (size_t)(out->text.p - whole.p)});
    out->width[COLUMNS] = out->indent + (uint32_t)gisa_utf8_width(out->text);
    out->width[CHARS] = out->indent + (uint32_t)gisa_utf8_chars(out->text);
    rest = out->text;
    gisa_str_next_field(&rest, ' ', &word);
    out->first[COLUMNS] = (uint32_t)gisa_utf8_width(word);
    out->first[CHARS] = (uint32_t)gisa_utf8_chars(word);
    out->starts = begins_paragraph(out->text);
}

static gisa_status read_lines(wrapped_text *w, gisa_str text)
{
    gisa_str line;
    while (gisa_str_next_line(&text, &line)) {
        if (GISA_GROW(w->lines, w->n, w->cap) < 0) return GISA_ENOMEM;
        measure(line, &w->lines[w->n++]);
    }
    return GISA_OK;
}

/* The end of the block that begins at i: lines without an empty one between them. */
static size_t block_end(const wrapped_text *w, size_t i)
{
    while (i < w->n && w->lines[i].text.n) i++;
    return i;
}

static uint32_t block_width(const wrapped_text *w, size_t from, size_t to, int m)
{
    uint32_t width = 0;
    for (size_t i = from; i < to; i++)
        if (width < w->lines[i].width[m]) width = w->lines[i].width[m];
    return width;
}

/* Whether the next line can be the rest of a line's paragraph. */
static bool may_go_on(const raw_line *line, const raw_line *next)
{
    if (next->starts || !next->text.n) return false;
    return line->indent == next->indent || (line->starts && next->indent > line->indent);
}

static bool is_full(const raw_line *line, const raw_line *next, uint32_t width, int m)
{
    return line->width[m] <= width && line->width[m] + 1 + next->first[m] > width;
}

/* Lines that another one could go on, and those of them that are full; the widest line always is,
 * so it says nothing. */
typedef struct fill {
    size_t lines, full, sound; /* sound: full, in paragraphs that end as sentences */
    bool widest;               /* it was seen */
    bool certain;              /* one width says by itself that the text is wrapped */
} fill;

static bool ends_sentence(gisa_str s)
{
    return s.n && strchr(".?!", s.p[s.n - 1]);
}

/* Adds the lines of a block. Two lines may be a headline and its date: they tell only when the
 * second ends the first one's sentence. */
static void count_full(const wrapped_text *w, size_t from, size_t to, uint32_t width, int m,
                       fill *sum)
{
    for (size_t i = from; i + 1 < to; i++) {
        const raw_line *line = &w->lines[i];
        if (!may_go_on(line, line + 1) || line->width[m] * 2 < width) continue;
        if (to - from < MIN_BLOCK && (ends_sentence(line->text) || !ends_sentence(line[1].text)))
            continue;
        if (line->width[m] == width && !sum->widest) {
            sum->widest = true;
            continue;
        }
        sum->lines++;
        bool full = is_full(line, line + 1, width, m);
        sum->full += full;
        sum->sound += full && ends_sentence(w->lines[to - 1].text);
    }
}

/* The width without the few lines that are wider than the tool's own, as those that another margin
 * has. */
static uint32_t without_strays(const wrapped_text *w, uint32_t width, int m)
{
    uint32_t at[SAME_WIDTH] = {0}, all = 0, wider = 0, off = 0;
    for (size_t i = 0; i + 1 < w->n; i++) {
        const raw_line *line = &w->lines[i];
        if (line->width[m] > width || line->width[m] + SAME_WIDTH <= width) continue;
        if (!may_go_on(line, line + 1)) continue;
        at[width - line->width[m]]++;
        all++;
    }
    while (off + 1 < SAME_WIDTH && (wider += at[off]) * STRAY_PART <= all) off++;
    return width - off;
}

/* The widest block narrower than `below`; 0: none is left. */
static uint32_t next_width(const wrapped_text *w, uint32_t below, int m)
{
    uint32_t width = 0;
    size_t end;
    for (size_t i = 0; i < w->n; i = end + 1) {
        end = block_end(w, i);
        uint32_t mine = block_width(w, i, end, m);
        if (end > i + 1 && mine < below && width < mine) width = mine;
    }
    return width < MIN_WIDTH ? 0 : width;
}

/* Widths come in descending order. */
static void add_width(wrapped_text *w, uint32_t width, bool certain)
{
    if (w->n_widths == MAX_WIDTHS) return;
    memmove(w->widths + 1, w->widths, w->n_widths * sizeof *w->widths);
    w->widths[0] = (broken_width){width, certain};
    w->n_widths++;
}

/* Forgets the widths that say nothing by themselves. */
static void keep_certain(wrapped_text *w)
{
    size_t n = 0;
    for (size_t i = 0; i < w->n_widths; i++)
        if (w->widths[i].certain) w->widths[n++] = w->widths[i];
    w->n_widths = n;
}

/* The fill of all blocks by one measure, and the widths of those that are full: blocks of about the
 * same width were broken at the widest one's. */
static fill try_measure(wrapped_text *w, int m)
{
    fill all = {0};
    uint32_t width = MAX_WIDTH + 1;
    w->measure = m;
    w->n_widths = 0;
    while (w->n_widths < MAX_WIDTHS && (width = next_width(w, width, m))) {
        fill sum = {0};
        size_t end;
        for (size_t i = 0; i < w->n; i = end + 1) {
            end = block_end(w, i);
            uint32_t mine = block_width(w, i, end, m);
            if (mine <= width && mine + SAME_WIDTH >= width) count_full(w, i, end, width, m, &sum);
        }
        all.lines += sum.lines;
        all.full += sum.full;
        bool certain = sum.sound >= MIN_SOUND && sum.sound * 100 >= sum.lines * MIN_SOUND_SHARE;
        if (sum.full && sum.full * 100 >= sum.lines * MIN_FULL_BLOCK) {
            uint32_t own = without_strays(w, width, m);
            add_width(w, width, certain);
            if (own < width) add_width(w, own, certain);
            all.certain = all.certain || certain;
            width -= SAME_WIDTH;
        }
    }
    return all;
}

static bool is_wrapped(fill f)
{
    if (f.full < MIN_BROKEN) return f.full + 1 == MIN_BROKEN && f.full == f.lines;
    return f.full * 100 >= f.lines * MIN_FULL_TEXT;
}

/* The width that a block was broken at: the least one that holds it. */
static uint32_t width_of(const wrapped_text *w, size_t from, size_t to)
{
    uint32_t width = block_width(w, from, to, w->measure);
    for (size_t i = 0; i < w->n_widths; i++)
        if (w->widths[i].width >= width) return w->widths[i].width;
    return w->widths[w->n_widths - 1].width;
}

static bool is_hangul_at(gisa_str s, size_t at)
{
    uint32_t cp = 0;
    if (at < s.n) gisa_utf8_next(s, at, &cp);
    return gisa_is_hangul(cp);
}

/* Whether the tool breaks Korean within words: most full lines end where no syllable fits. */
static bool breaks_words(const wrapped_text *w)
{
    size_t end, lines = 0, filled = 0;
    for (size_t i = 0; i < w->n; i = end + 1) {
        end = block_end(w, i);
        uint32_t width = end > i ? width_of(w, i, end) : 0;
        for (size_t k = i; k + 1 < end; k++) {
            const raw_line *line = &w->lines[k];
            if (!may_go_on(line, line + 1) || !is_full(line, line + 1, width, w->measure) ||
                !is_hangul_at(line[1].text, 0))
                continue;
            lines++;
            filled += line->width[w->measure] + SLACK >= width;
        }
    }
    return lines >= MIN_FILLED_LINES &&
           filled * 100 >= lines * (lines < FEW_LINES ? MIN_FILLED_FEW : MIN_FILLED);
}

static bool goes_on(const wrapped_text *w, const raw_line *line, uint32_t width)
{
    if (!may_go_on(line, line + 1) || line->width[w->measure] * 2 < width) return false;
    if (!is_full(line, line + 1, width, w->measure)) return false;
    return !w->within_words || !is_hangul_at(line[1].text, 0) ||
           line->width[w->measure] + SLACK >= width;
}

/* A text of one or two characters as the lists have it. */
static gisa_str context(gisa_str s, char out[8])
{
    for (size_t i = 0; i < s.n; i++)
        out[i] = gisa_is_digit(s.p[i]) ? '0' : gisa_is_alpha(s.p[i]) ? 'A' : s.p[i];
    return (gisa_str){out, s.n};
}

/* What a list says of two characters, or of the nearer one of them. */
static double odds_of(const gisa_wordlist *list, gisa_str two, gisa_str nearer)
{
    char scratch[8];
    double odds = 0;
    const gisa_wordlist_item *item = gisa_wordlist_find(list, context(two, scratch));
    if (!item) item = gisa_wordlist_find(list, context(nearer, scratch));
    if (item) gisa_str_to_double(item->value, &odds);
    return odds;
}

/* Whether a space was where a text is broken: always, where none of it is Hangul. */
static bool had_space(gisa_str before, gisa_str after)
{
    size_t last = gisa_utf8_prev(before, before.n);
    if (!is_hangul_at(before, last) && !is_hangul_at(after, 0)) return true;
    gisa_str one = gisa_str_cut(before, last, before.n), two = one;
    if (last) two = gisa_str_cut(before, gisa_utf8_prev(before, last), before.n);
    double odds = SPACE_PRIOR + odds_of(&gisa_list_spacing_before, two, one);
    two = gisa_str_cut(after, 0, gisa_utf8_offset(after, 2));
    one = gisa_str_cut(after, 0, gisa_utf8_offset(after, 1));
    return odds + odds_of(&gisa_list_spacing_after, two, one) > 0;
}

static void put_block(const wrapped_text *w, size_t from, size_t to, gisa_buf *out)
{
    uint32_t width = to > from ? width_of(w, from, to) : 0;
    for (size_t i = from; i < to; i++) {
        const raw_line *line = &w->lines[i];
        gisa_buf_add(out, line->text);
        if (i + 1 == to || !goes_on(w, line, width))
            gisa_buf_add_char(out, '\n');
        else if (!w->within_words || had_space(line->text, line[1].text))
            gisa_buf_add_char(out, ' ');
    }
}

gisa_status gisa_wrapped_lines_join(gisa_str text, gisa_buf *out, bool *wrapped, gisa_error *err)
{
    wrapped_text w = {0};
    size_t end;
    gisa_buf_reset(out);
    *wrapped = false;
    gisa_status st = read_lines(&w, text);
    if (st < 0) goto done;
    fill columns = try_measure(&w, COLUMNS), chars = try_measure(&w, CHARS);
    bool by_columns = columns.full * (chars.lines + 1) >= chars.full * (columns.lines + 1);
    if (by_columns) try_measure(&w, COLUMNS);
    fill all = by_columns ? columns : chars;
    if (!is_wrapped(all) && all.certain) keep_certain(&w);
    *wrapped = (is_wrapped(all) || all.certain) && w.n_widths;
    if (!*wrapped) {
        gisa_buf_add(out, text);
        goto done;
    }
    w.within_words = breaks_words(&w);
    for (size_t i = 0; i < w.n; i = end + 1) {
        end = block_end(&w, i);
        put_block(&w, i, end, out);
        gisa_buf_add_char(out, '\n');
    }
done:
    gisa_free(w.lines);
    return st < 0 || gisa_buf_status(out) < 0 ? gisa_fail_mem(err) : GISA_OK;
}

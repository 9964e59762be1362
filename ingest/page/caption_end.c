#include "ingest/page/caption_end.h"

#include "base/mem.h"
#include "corpus/wordlist.h"

/* Tuned with tests/data/pages. Bytes of a caption and of its credit; captions in one block; weights
 * of the text after them and of one. */
enum { MAX_CAPTION = 400, MAX_CREDIT = 90, MAX_PARTS = 4 };
static const float MIN_TEXT = 7, MAX_CAPTION_WEIGHT = 60;

/* "사진=나루시" */
static bool has_label(gisa_str s)
{
    const gisa_wordlist_item *label = gisa_wordlist_prefix(&gisa_list_credit_words, s);
    if (!label) return false;
    s = gisa_str_trim(gisa_str_cut(s, label->word.n, s.n));
    return s.n > 1 && (s.p[0] == '=' || s.p[0] == ':');
}

/* "사진=나루시", "나루시 제공" */
static bool is_credit(gisa_str s)
{
    s = gisa_str_trim(s);
    return has_label(s) || gisa_wordlist_suffix(&gisa_list_credit_endings, s);
}

/* The end of the credit that begins with the mark at `at`; 0: none. */
static size_t credit_end(gisa_str s, size_t at)
{
    gisa_str rest = gisa_str_cut(s, at + 1, at + 1 + MAX_CREDIT);
    if (s.p[at] == '/') {
        size_t wire = gisa_str_find_byte(rest, '[', 0);
        bool credited = wire != GISA_NPOS && has_label(gisa_str_trim(rest));
        return credited && wire ? at + 1 + wire : 0;
    }
    size_t close = gisa_str_find_byte(rest, s.p[at] == '(' ? ')' : ']', 0);
    return close != GISA_NPOS && is_credit(gisa_str_cut(rest, 0, close)) ? at + close + 2 : 0;
}

/* Whether the parts before and after a credit are a caption and text. */
static bool is_parted(gisa_str caption, gisa_str text)
{
    gisa_line one = {0}, other = {0};
    gisa_line_measure(caption, &one);
    bool told = gisa_str_ends(gisa_str_trim(caption), GISA_STR("다.")); /* rather than "… 모습." */
    if (one.ends > !told || one.weight > MAX_CAPTION_WEIGHT) return false;
    gisa_line_measure(text, &other);
    return other.ends && other.weight >= MIN_TEXT;
}

size_t gisa_caption_end_find(gisa_str s)
{
    for (size_t i = 0; i < s.n && i < MAX_CAPTION; i++) {
        if (s.p[i] != '(' && s.p[i] != '[' && s.p[i] != '/') continue;
        size_t end = credit_end(s, i), text = end;
        if (!end || end >= s.n) continue;
        while (text < s.n && s.p[text] == ' ') text++;
        if (text == end && s.p[text] != '[') continue;
        gisa_str rest = gisa_str_cut(s, text, s.n);
        return is_parted(gisa_str_cut(s, 0, i), rest) ? text : 0;
    }
    return 0;
}

/* The ends of the captions that a line begins with, from the first on. */
static size_t find_ends(const gisa_lines *l, size_t i, size_t ends[MAX_PARTS])
{
    const gisa_line *line = &l->items[i];
    size_t n = 0, at = 0;
    if (!line->ends || line->flags & (GISA_LINE_CAPTION | GISA_LINE_NOISE | GISA_LINE_HIDDEN))
        return 0;
    gisa_str s = gisa_line_text(l, i);
    while (n < MAX_PARTS) {
        size_t end = gisa_caption_end_find(gisa_str_cut(s, at, s.n));
        if (!end) break;
        ends[n++] = at += end;
    }
    return n;
}

/* The part [from, to) of a line's text as a line of its own. */
static gisa_line part_of(const gisa_lines *l, const gisa_line *line, size_t from, size_t to)
{
    gisa_str s = gisa_str_trim((gisa_str){l->text.p + line->at + from, to - from});
    gisa_line part = *line;
    part.at = (uint32_t)(s.p - l->text.p);
    part.len = (uint32_t)s.n;
    gisa_line_measure(s, &part);
    part.link_weight = line->weight > 0 ? line->link_weight * part.weight / line->weight : 0;
    return part;
}

gisa_status gisa_captions_part(gisa_lines *l, gisa_error *err)
{
    size_t ends[MAX_PARTS], more = 0, n = l->n;
    for (size_t i = 0; i < n; i++) more += find_ends(l, i, ends);
    if (!more) return GISA_OK;
    for (size_t k = 0; k < more; k++) {
        if (GISA_GROW(l->items, l->n, l->cap) < 0) return gisa_fail_mem(err);
        l->n++;
    }
    for (size_t i = n, to = l->n; i-- > 0 && to > i + 1;) {
        gisa_line line = l->items[i];
        size_t parts = find_ends(l, i, ends), stop = line.len;
        for (size_t k = parts + 1; k-- > 0;) {
            size_t start = k ? ends[k - 1] : 0;
            l->items[--to] = part_of(l, &line, start, stop);
            if (k < parts) l->items[to].flags |= GISA_LINE_CAPTION;
            stop = start;
        }
    }
    return GISA_OK;
}

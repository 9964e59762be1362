#include "ingest/page/mail_foot.h"

#include "corpus/wordlist.h"

/* Tuned with tests/data/pages. The part of the letter before its foot; weights of the line that
 * tells how to unsubscribe and of others in the foot; how many of these there are. */
static const float MIN_BEFORE = 0.7f, MAX_NOTICE = 60, MAX_LINE = 16;
enum { MAX_LINES = 8 };

/* "더 이상 받고 싶지 않으시면 수신거부를 눌러 주세요." */
static bool tells_how_to_unsubscribe(const gisa_line *line, gisa_str s)
{
    if (line->weight > MAX_NOTICE || !gisa_wordlist_within(&gisa_list_unsubscribe_words, s))
        return false;
    while (s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == '!')) s.n--;
    return line->n_links || gisa_wordlist_suffix(&gisa_list_addressing_endings, s);
}

/* A name, an address, a question to the reader: no sentence that tells something. */
static bool is_of_foot(const gisa_line *line, gisa_str s)
{
    if (!line->keep) return true;
    bool asks = s.n && s.p[s.n - 1] == '?', address = gisa_str_find_byte(s, '@', 0) != GISA_NPOS;
    return line->weight <= MAX_LINE && (!line->ends || asks || address);
}

void gisa_mail_foot_drop(gisa_lines *l, size_t from, size_t to)
{
    float all = gisa_lines_kept_weight(l, from, to), passed = 0;
    size_t i = from, n = 0;
    for (; i < to; i++) {
        const gisa_line *line = &l->items[i];
        bool late = passed >= MIN_BEFORE * all;
        if (late && line->keep && tells_how_to_unsubscribe(line, gisa_line_text(l, i))) break;
        if (line->keep) passed += line->weight;
    }
    if (i == to) return;
    while (i > from && n < MAX_LINES && is_of_foot(&l->items[i - 1], gisa_line_text(l, i - 1)))
        n += l->items[--i].keep;
    for (; i < to; i++)
        if (l->items[i].keep) gisa_line_drop(&l->items[i], GISA_RULE_BELOW_TEXT);
}

#include "ingest/page/release_tail.h"

#include <string.h>

#include "base/letter.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"

/* Tuned with tests/bench/extract and tests/data/pages. The part of the text before the head; bytes
 * of the head and of a name; lines below it in which a contact is, bytes of such a line; bytes of
 * the text's beginning in which its sender is. */
static const float MIN_BEFORE = 0.6f;
enum { MAX_HEAD = 90, MIN_NAME = 4, CONTACT_REACH = 14, MAX_CONTACT = 160, BEGINNING = 240 };

/* "가나다 소개" → "가나다"; "About Gana" → "Gana" */
static gisa_str name_of_head(gisa_str s)
{
    static const gisa_str about = {"About ", 6};
    uint32_t cp;
    for (size_t k; s.n && (k = gisa_utf8_next(s, 0, &cp)) && !gisa_is_letter(cp);)
        s = gisa_str_cut(s, k, s.n); /* "◇", "[" */
    while (s.n && strchr("]>:* ", s.p[s.n - 1])) s.n--;
    if (gisa_str_eq_nocase(gisa_str_cut(s, 0, about.n), about))
        return gisa_str_cut(s, about.n, s.n);
    const gisa_wordlist_item *end = gisa_wordlist_suffix(&gisa_list_introducing_words, s);
    return end ? gisa_str_trim(gisa_str_cut(s, 0, s.n - end->word.n)) : GISA_NONE;
}

/* Whether the title or the beginning of the text has the name. */
static bool is_sender(const gisa_line_filter *f, const gisa_lines *l, size_t from, size_t to,
                      gisa_str name)
{
    if (gisa_str_has(f->title, name)) return true;
    while (from < to && !(l->items[from].keep && gisa_line_is_prose(&l->items[from]))) from++;
    return from < to && gisa_str_has(gisa_str_cut(gisa_line_text(l, from), 0, BEGINNING), name);
}

/* 02-000-0000 or an address */
static bool has_number_or_address(gisa_str s)
{
    size_t digits = 0, groups = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '@' && i && i + 1 < s.n && gisa_is_alpha(s.p[i + 1])) return true;
        if (gisa_is_digit(s.p[i])) {
            digits++;
            continue;
        }
        groups = digits >= 2 && (s.p[i] == '-' || s.p[i] == ')') ? groups + 1 : 0;
        digits = 0;
    }
    return groups >= 2 || (groups && digits >= 4);
}

static bool is_contact(gisa_str s)
{
    return s.n <= MAX_CONTACT &&
           (gisa_wordlist_prefix(&gisa_list_contact_words, s) || has_number_or_address(s));
}

static bool leads_to_contact(const gisa_lines *l, size_t i, size_t to)
{
    for (size_t k = i + 1; k < to && k <= i + CONTACT_REACH; k++)
        if (!l->items[k].ends && is_contact(gisa_line_text(l, k))) return true;
    return false;
}

void gisa_release_tail_drop(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    float all = gisa_lines_running_weight(l, from, to), passed = 0;
    size_t i = from;
    for (; i < to; i++) {
        const gisa_line *line = &l->items[i];
        if (line->keep && gisa_line_is_prose(line)) passed += line->weight;
        if (!line->keep || line->ends || line->len > MAX_HEAD || passed < MIN_BEFORE * all)
            continue;
        gisa_str name = name_of_head(gisa_line_text(l, i));
        if (name.n >= MIN_NAME && is_sender(f, l, from, to, name) && leads_to_contact(l, i, to))
            break;
    }
    for (; i < to; i++)
        if (l->items[i].keep) gisa_line_drop(&l->items[i], GISA_RULE_RELEASE_TAIL);
}

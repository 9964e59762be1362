#include "corpus/wordlist.h"

#include "base/utf8.h"

const gisa_wordlist_item *gisa_wordlist_find(const gisa_wordlist *list, gisa_str word)
{
    size_t low = 0, high = list->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = gisa_str_cmp(word, list->items[middle].word);
        if (order < 0)
            high = middle;
        else if (order > 0)
            low = middle + 1;
        else
            return &list->items[middle];
    }
    return NULL;
}

const gisa_wordlist_item *gisa_wordlist_suffix(const gisa_wordlist *list, gisa_str text)
{
    for (size_t at = list->longest && text.n > list->longest ? text.n - list->longest : 0;
         at < text.n; at++) {
        if ((text.p[at] & 0xC0) == 0x80) continue; /* inside a character */
        const gisa_wordlist_item *item = gisa_wordlist_find(list, gisa_str_cut(text, at, text.n));
        if (item) return item;
    }
    return NULL;
}

/* How many bytes two strings share at the front, whole characters only. */
static size_t common_front(gisa_str a, gisa_str b)
{
    size_t n = 0, most = a.n < b.n ? a.n : b.n;
    while (n < most && a.p[n] == b.p[n]) n++;
    while (n > 0 && n < b.n && (b.p[n] & 0xC0) == 0x80) n--;
    return n;
}

/* What the text begins with sorts before it. The last word that does is the longest such word, or
 * shares a front with the text: then what the text begins with is no longer than that. */
const gisa_wordlist_item *gisa_wordlist_prefix(const gisa_wordlist *list, gisa_str text)
{
    size_t end = list->n;
    while (text.n > 0) {
        size_t low = 0, high = end;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (gisa_str_cmp(text, list->items[middle].word) < 0)
                high = middle;
            else
                low = middle + 1;
        }
        if (low == 0) return NULL;
        const gisa_wordlist_item *last = &list->items[low - 1];
        size_t n = common_front(last->word, text);
        if (n == last->word.n) return last;
        text.n = n;
        end = low - 1;
    }
    return NULL;
}

bool gisa_wordlist_within(const gisa_wordlist *list, gisa_str text)
{
    for (size_t i = 0; i < list->n; i++)
        if (gisa_str_has(text, list->items[i].word)) return true;
    return false;
}

bool gisa_wordlist_within_nocase(const gisa_wordlist *list, gisa_str text)
{
    for (size_t i = 0; i < list->n; i++)
        if (gisa_str_find_nocase(text, list->items[i].word, 0) != GISA_NPOS) return true;
    return false;
}

const gisa_wordlist_item *gisa_wordlist_find_nocase(const gisa_wordlist *list, gisa_str word)
{
    char lower[63];
    if (word.n > sizeof lower) return NULL;
    for (size_t i = 0; i < word.n; i++) lower[i] = gisa_lower(word.p[i]);
    return gisa_wordlist_find(list, (gisa_str){lower, word.n});
}

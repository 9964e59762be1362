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
    for (size_t at = 0; at < text.n; at++) {
        if ((text.p[at] & 0xC0) == 0x80) continue; /* inside a character */
        const gisa_wordlist_item *item = gisa_wordlist_find(list, gisa_str_cut(text, at, text.n));
        if (item) return item;
    }
    return NULL;
}

const gisa_wordlist_item *gisa_wordlist_prefix(const gisa_wordlist *list, gisa_str text)
{
    for (size_t n = text.n; n > 0; n = gisa_utf8_prev(text, n)) {
        const gisa_wordlist_item *item = gisa_wordlist_find(list, gisa_str_cut(text, 0, n));
        if (item) return item;
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

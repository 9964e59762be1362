#include "corpus/wordlist.h"

#include "base/utf8.h"

const gisa_wordlist_item *gisa_wordlist_find(const gisa_wordlist *list, gisa_str word)
{
    size_t low = 0, high = list->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = gisa_str_cmp(word, list->items[middle].word);
        if (order == 0) return &list->items[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
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

#include "corpus/wordlist.h"

#include "base/utf8.h"

/* The first three bytes, a Hangul syllable, in their order; zeros where there are fewer. */
static inline uint32_t front(gisa_str s)
{
    const unsigned char *u = (const unsigned char *)s.p;
    if (s.n > 2) return (uint32_t)u[0] << 16 | (uint32_t)u[1] << 8 | u[2];
    return (s.n > 0 ? (uint32_t)u[0] << 16 : 0) | (s.n > 1 ? (uint32_t)u[1] << 8 : 0);
}

/* How many of the first `end` words do not sort after the text. Their fronts nearly always say. */
static size_t up_to(const gisa_wordlist *list, size_t end, gisa_str text)
{
    size_t low = 0, high = end;
    uint32_t key = front(text);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        gisa_str word = list->items[middle].word;
        uint32_t bytes = front(word);
        if (bytes > key || (bytes == key && gisa_str_cmp(word, text) > 0))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

const gisa_wordlist_item *gisa_wordlist_find(const gisa_wordlist *list, gisa_str word)
{
    size_t n = up_to(list, list->n, word);
    return n && gisa_str_eq(list->items[n - 1].word, word) ? &list->items[n - 1] : NULL;
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
        size_t low = up_to(list, end, text);
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

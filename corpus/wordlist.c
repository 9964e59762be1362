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

/* Hashes are those of corpus/wordlists.sh. */
#define TIMES_FIRST  213737881u
#define TIMES_LAST   266410141u
#define TIMES_LENGTH 181497067u

/* The last three bytes, or all. */
static inline uint32_t back(gisa_str s)
{
    return front(s.n > 3 ? (gisa_str){s.p + s.n - 3, 3} : s);
}

/* Whether the bit of a hash is set. */
static inline bool has_bit(const uint32_t bits[32], uint32_t hash)
{
    return bits[hash >> 27] >> (hash >> 22 & 31) & 1;
}

/* The word in the slots. */
static inline const gisa_wordlist_item *find_slot(const gisa_wordlist *list, gisa_str word)
{
    uint32_t hash = front(word) * TIMES_FIRST + back(word) * TIMES_LAST +
                    (uint32_t)word.n * TIMES_LENGTH;
    size_t mask = ((size_t)1 << list->slot_bits) - 1;
    for (size_t at = hash >> (32 - list->slot_bits); list->slots[at]; at = (at + 1) & mask) {
        const gisa_wordlist_item *item = &list->items[list->slots[at] - 1];
        if (gisa_str_eq(item->word, word)) return item;
    }
    return NULL;
}

const gisa_wordlist_item *gisa_wordlist_find(const gisa_wordlist *list, gisa_str word)
{
    if (list->slots)
        return word.n < 64 && list->lengths >> word.n & 1 ? find_slot(list, word) : NULL;
    size_t n = up_to(list, list->n, word);
    return n && gisa_str_eq(list->items[n - 1].word, word) ? &list->items[n - 1] : NULL;
}

static inline bool is_inside(char c)
{
    return (c & 0xC0) == 0x80;
}

/* The lengths of words, up to that of a text. */
static inline uint64_t lengths_within(const gisa_wordlist *list, gisa_str text)
{
    return text.n < 63 ? list->lengths & (((uint64_t)2 << text.n) - 1) : list->lengths;
}

/* Takes the longest off. */
static inline size_t next_length(uint64_t *lengths)
{
    unsigned n = 63u - (unsigned)__builtin_clzll(*lengths);
    *lengths ^= (uint64_t)1 << n;
    return n;
}

static const gisa_wordlist_item *suffix_slot(const gisa_wordlist *list, gisa_str text)
{
    const gisa_wordlist_item *item = NULL;
    if (list->lasts && !has_bit(list->lasts, back(text) * TIMES_LAST)) return NULL;
    for (uint64_t left = lengths_within(list, text); left && !item;) {
        size_t n = next_length(&left);
        gisa_str end = {text.p + text.n - n, n};
        item = is_inside(end.p[0]) ? NULL : find_slot(list, end);
    }
    return item;
}

static const gisa_wordlist_item *prefix_slot(const gisa_wordlist *list, gisa_str text)
{
    const gisa_wordlist_item *item = NULL;
    if (list->firsts && !has_bit(list->firsts, front(text) * TIMES_FIRST)) return NULL;
    for (uint64_t left = lengths_within(list, text); left && !item;) {
        size_t n = next_length(&left);
        bool whole = n == text.n || !is_inside(text.p[n]);
        item = whole ? find_slot(list, (gisa_str){text.p, n}) : NULL;
    }
    return item;
}

const gisa_wordlist_item *gisa_wordlist_suffix(const gisa_wordlist *list, gisa_str text)
{
    if (list->slots) return suffix_slot(list, text);
    for (size_t at = list->longest && text.n > list->longest ? text.n - list->longest : 0;
         at < text.n; at++) {
        if (is_inside(text.p[at])) continue;
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
    if (list->slots) return prefix_slot(list, text);
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

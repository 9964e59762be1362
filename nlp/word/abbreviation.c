#include "nlp/word/abbreviation.h"

#include "corpus/wordlist.h"

#define LONGEST 12 /* characters with the points inside: longer than any of the list, U.S.S.R. */

/* U.S., A.I., e.g.: letters, each with its point, two at least. */
static uint32_t initials_end(const gisa_text *t, uint32_t i)
{
    uint32_t at = i;
    while (gisa_text_is_letter(t, at) && at + 1 < t->n && t->cp[at + 1] == '.' && at - i < LONGEST)
        at += 2;
    return at >= i + 4 && !gisa_text_is_letter(t, at) && !gisa_text_is_digit(t, at) ? at : i;
}

uint32_t gisa_abbreviation_end(const gisa_text *t, uint32_t i)
{
    char word[LONGEST];
    uint32_t n = 0, end = initials_end(t, i);
    if (end > i) return end;
    while (n < LONGEST &&
           (gisa_text_is_letter(t, i + n) ||
            (n && i + n < t->n && t->cp[i + n] == '.' && gisa_text_is_letter(t, i + n + 1)))) {
        word[n] = gisa_lower((char)t->cp[i + n]);
        n++;
    }
    end = i + n;
    if (n < 2 || n == LONGEST || end >= t->n || t->cp[end] != '.') return i;
    const gisa_wordlist_item *item = gisa_wordlist_find(&gisa_list_abbreviations,
                                                        (gisa_str){word, n});
    if (!item || gisa_text_is_letter(t, end + 1)) return i;
    uint32_t next = end + 1;
    if (item->value.n && next < t->n && t->cp[next] == ' ') next++;
    return item->value.n && !gisa_text_is_digit(t, next) ? i : end + 1;
}

bool gisa_is_abbreviation_point(const gisa_text *t, uint32_t from, uint32_t at)
{
    uint32_t i = at;
    while (i > from && at - i < LONGEST && (gisa_text_is_letter(t, i - 1) || t->cp[i - 1] == '.'))
        i--;
    while (i < at && !gisa_text_is_letter(t, i)) i++;
    if (i > from && gisa_text_is_digit(t, i - 1)) return false;
    return i < at && gisa_abbreviation_end(t, i) == at + 1;
}

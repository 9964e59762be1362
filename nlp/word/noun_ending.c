/* Forms of 하다 and 되다 are a list of words, josa the table of nlp/word/josa.h; the last syllables
 * of a word are looked for in both, the longest first. */
#include "nlp/word/noun_ending.h"

#include "corpus/wordlist.h"
#include "nlp/word/josa.h"

#define LONGEST 4u /* syllables of an ending */

/* The last characters of a word in UTF-8. */
typedef struct tail {
    char bytes[LONGEST * 4];
    size_t n, from[LONGEST + 1]; /* from[k]: where the last k begin */
    uint32_t max;                /* how many of them may be an ending */
} tail;

static tail tail_of(const gisa_text *t, gisa_range word, uint32_t min)
{
    tail e = {.n = 0};
    uint32_t n = word.to - word.from;
    if (n <= min) return e;
    e.max = n - min < LONGEST ? n - min : LONGEST;
    for (uint32_t k = e.max; k > 0; k--) {
        e.from[k] = e.n;
        e.n += gisa_utf8_put(e.bytes + e.n, t->cp[word.to - k]);
    }
    return e;
}

static gisa_str last(const tail *e, uint32_t k)
{
    return gisa_str_cut((gisa_str){e->bytes, e->n}, e->from[k], e->n);
}

gisa_noun_ending gisa_noun_ending_find(const gisa_text *t, gisa_range word, uint32_t min)
{
    gisa_noun_ending loose = {0};
    tail e = tail_of(t, word, min);
    for (uint32_t k = e.max; k > 0; k--)
        if (gisa_wordlist_find(&gisa_list_light_verbs, last(&e, k)))
            return (gisa_noun_ending){k, GISA_TAG_XSV, true};
    for (uint32_t k = e.max; k > 0; k--) {
        const gisa_josa *j = gisa_josa_find(last(&e, k));
        if (!j || !(j->uses & GISA_JOSA_NOUN)) continue;
        if (gisa_josa_agrees(j, t->cp[word.to - k - 1]))
            return (gisa_noun_ending){k, j->tag, false};
        if (!loose.n) loose = (gisa_noun_ending){k, j->tag, false};
    }
    return loose;
}

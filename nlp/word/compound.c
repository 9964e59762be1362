/* The cheapest way over the word, from the left: each known part costs one step, a long one more
 * than two short ones, an unknown one more than any two known ones. A tail stays with the part
 * before it. */
#include "nlp/word/compound.h"

#include <string.h>

#include "base/utf8.h"
#include "nlp/word/noun_part.h"
#include "nlp/word/typed_word.h"

#define PART         10
#define TAIL         14 /* more than a part: 서울 + 시장, not 서울시 + 장 */
#define LONG         12 /* more, for a part that could be a compound */
#define UNKNOWN      25
#define UNKNOWN_EACH 2
#define NEVER        10000

typedef struct way {
    int cost;
    uint8_t from; /* where the last step begins */
    bool tail;    /* the last step is one */
    bool guessed; /* the first part is unknown */
} way;

/* 주의 and 주의자, which are tails as well: 사회주의 has no part 주의, nor 사회. */
static const uint32_t ism[] = {0xC8FC, 0xC758, 0xC790};

static bool is_noun(gisa_wordset words, uint64_t hash)
{
    return (gisa_wordset_find(words, hash) & GISA_WORD_NOUN) != 0;
}

static void reach(way *ways, uint32_t from, uint32_t to, way step)
{
    step.cost += ways[from].cost;
    step.from = (uint8_t)from;
    step.guessed = step.guessed || ways[from].guessed;
    if (step.cost < ways[to].cost) ways[to] = step;
}

static bool is_ism(const uint32_t *cp, uint32_t n)
{
    return (n == 2 || n == 3) && memcmp(cp, ism, n * sizeof *ism) == 0;
}

/* Whether a word stays whole: the name of a place (서대문구 has no 문구) and, when its first part
 * would be unknown, a word that is known itself (트레이닝). */
static bool is_whole(gisa_wordset words, const uint32_t *cp, uint32_t n, bool guessed)
{
    char form[GISA_COMPOUND_MAX * 4];
    size_t bytes = 0;
    for (uint32_t i = 0; i < n; i++) bytes += gisa_utf8_put(form + bytes, cp[i]);
    gisa_str word = {form, bytes};
    return gisa_noun_is_place(word) || (guessed && gisa_is_known_noun(words, word));
}

/* The ends of the parts on the way to n, in their order. */
static unsigned trace(const way *ways, uint32_t n, uint8_t *ends)
{
    unsigned parts = 0;
    for (uint32_t i = n; i > 0; i = ways[i].from) {
        ends[parts++] = (uint8_t)i;
        while (ways[i].tail) i = ways[i].from;
    }
    for (unsigned k = 0; k < parts / 2; k++) {
        uint8_t swap = ends[k];
        ends[k] = ends[parts - 1 - k];
        ends[parts - 1 - k] = swap;
    }
    return parts;
}

unsigned gisa_compound_split(gisa_wordset words, const uint32_t *cp, uint32_t n, bool is_name,
                             uint8_t *ends)
{
    way ways[GISA_COMPOUND_MAX + 1];
    if (n < GISA_COMPOUND_MIN || n > GISA_COMPOUND_MAX) return 1;
    for (uint32_t i = 1; i <= n; i++) ways[i] = (way){.cost = NEVER};
    ways[0] = (way){0};
    for (uint32_t i = 0; i < n; i++) {
        uint64_t hash = gisa_word_roll(GISA_WORD_SEED, cp[i]);
        if (ways[i].cost >= NEVER) continue;
        if (i >= 2 && !ways[i].guessed && gisa_is_noun_tail(cp[i]))
            reach(ways, i, i + 1, (way){.cost = TAIL, .tail = true});
        for (uint32_t to = i + 2; to <= n; to++) {
            hash = gisa_word_roll(hash, cp[to - 1]);
            if (i > 0 && is_ism(cp + i, to - i))
                reach(ways, i, to, (way){.cost = TAIL, .tail = true});
            else if (to - i < n && is_noun(words, hash))
                reach(ways, i, to, (way){.cost = PART + (to - i >= GISA_COMPOUND_MIN ? LONG : 0)});
            else if (i == 0 && to < n)
                reach(ways, i, to,
                      (way){.cost = UNKNOWN + UNKNOWN_EACH * (int)to, .guessed = true});
        }
    }
    if (ways[n].cost >= NEVER) return 1;
    if (ways[n].guessed && is_name) return 1;
    if (is_whole(words, cp, n, ways[n].guessed)) return 1;
    return trace(ways, n, ends);
}

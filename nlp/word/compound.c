/* The cheapest way over the word, from the left: each known part costs one step, a long one more
 * than two short ones, an unknown one more than any two known ones. */
#include "nlp/word/compound.h"

#define PART         10
#define LONG         12 /* more, for a part that could be a compound */
#define UNKNOWN      25
#define UNKNOWN_EACH 2
#define NEVER        10000

typedef struct way {
    int cost;
    uint8_t from; /* where the last part begins */
} way;

static bool is_noun(gisa_wordset words, uint64_t hash)
{
    return (gisa_wordset_find(words, hash) & GISA_WORD_NOUN) != 0;
}

static void reach(way *ways, uint32_t from, uint32_t to, int cost)
{
    cost += ways[from].cost;
    if (cost < ways[to].cost) ways[to] = (way){cost, (uint8_t)from};
}

unsigned gisa_compound_split(gisa_wordset words, const uint32_t *cp, uint32_t n, uint8_t *ends)
{
    way ways[GISA_COMPOUND_MAX + 1];
    unsigned parts = 0;
    if (n < GISA_COMPOUND_MIN || n > GISA_COMPOUND_MAX) return 1;
    for (uint32_t i = 1; i <= n; i++) ways[i].cost = NEVER;
    ways[0] = (way){0, 0};
    for (uint32_t i = 0; i + 2 <= n; i++) {
        uint64_t hash = gisa_word_roll(GISA_WORD_SEED, cp[i]);
        if (ways[i].cost >= NEVER) continue;
        for (uint32_t to = i + 2; to <= n; to++) {
            hash = gisa_word_roll(hash, cp[to - 1]);
            if (to - i < n && is_noun(words, hash))
                reach(ways, i, to, PART + (to - i >= GISA_COMPOUND_MIN ? LONG : 0));
            else if (i == 0 && to < n)
                reach(ways, i, to, UNKNOWN + UNKNOWN_EACH * (int)to);
        }
    }
    if (ways[n].cost >= NEVER) return 1;
    for (uint32_t i = n; i > 0; i = ways[i].from) ends[parts++] = (uint8_t)i;
    for (unsigned k = 0; k < parts / 2; k++) {
        uint8_t swap = ends[k];
        ends[k] = ends[parts - 1 - k];
        ends[parts - 1 - k] = swap;
    }
    return parts;
}

/* Dynamic programming over (syllables read, characters spelt): each syllable spells one to four
 * characters; the first may keep, trim or change it, the others are written out. */
#include "nlp/train/align.h"

#include "base/hangul.h"

#include <string.h>

#define NEVER 1000000

static int first_cost(uint32_t cp, uint32_t form)
{
    if (cp == form) return 0;
    if (gisa_is_hangul(cp) && gisa_is_hangul(form)) {
        bool vowel = gisa_hangul_vowel(cp) == gisa_hangul_vowel(form);
        if (gisa_hangul_lead(cp) == gisa_hangul_lead(form)) return vowel ? 2 : 4;
        return vowel ? 6 : 9;
    }
    if (gisa_is_hangul(cp) && gisa_is_jamo(form)) return gisa_has_final(cp) ? 4 : 8;
    return 12;
}

static int more_cost(uint32_t cp, uint32_t form)
{
    if (!gisa_is_hangul(cp)) return 8;
    if (gisa_is_jamo(form)) return gisa_has_final(cp) ? 1 : 5;
    if (!gisa_is_hangul(form)) return 8;
    int cost = 5;
    if (gisa_has_final(cp) && gisa_hangul_final(cp) == gisa_hangul_final(form)) cost -= 2;
    if (gisa_hangul_vowel(cp) == gisa_hangul_vowel(form)) cost -= 1;
    return cost;
}

static int group_cost(uint32_t cp, const uint32_t *form, uint32_t k)
{
    int cost = first_cost(cp, form[0]);
    for (uint32_t i = 1; i < k; i++) cost += more_cost(cp, form[i]);
    return cost;
}

static void make_label(uint32_t cp, const train_form *f, uint32_t from, uint32_t k, gisa_label *out)
{
    memset(out, 0, sizeof *out);
    out->n_parts = k;
    for (uint32_t i = 0; i < k; i++) {
        uint32_t form = f->cp[from + i];
        gisa_label_part literal = {.kind = GISA_EDIT_LITERAL, .value = form};
        out->parts[i] = i == 0 ? gisa_label_edit(cp, form) : literal;
        out->parts[i].tag = f->tag[from + i];
        out->parts[i].begin = f->begin[from + i];
    }
}

bool train_align(const uint32_t *cp, uint32_t n, const train_form *f, gisa_label *out)
{
    static const int free_cost = 0;
    int cost[TRAIN_WORD_MAX + 1][TRAIN_WORD_MAX * 2 + 1];
    uint8_t took[TRAIN_WORD_MAX + 1][TRAIN_WORD_MAX * 2 + 1];
    if (n == 0 || n > TRAIN_WORD_MAX || f->n < n || f->n > TRAIN_WORD_MAX * 2) return false;
    for (uint32_t i = 0; i <= n; i++)
        for (uint32_t j = 0; j <= f->n; j++) cost[i][j] = NEVER;
    cost[0][0] = free_cost;
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t j = i; j < f->n; j++) {
            if (cost[i][j] >= NEVER) continue;
            for (uint32_t k = 1; k <= GISA_LABEL_PARTS && j + k <= f->n; k++) {
                int c = cost[i][j] + group_cost(cp[i], f->cp + j, k);
                if (c >= cost[i + 1][j + k]) continue;
                cost[i + 1][j + k] = c;
                took[i + 1][j + k] = (uint8_t)k;
            }
        }
    }
    if (cost[n][f->n] >= NEVER) return false;
    for (uint32_t i = n, j = f->n; i > 0; i--) {
        uint32_t k = took[i][j];
        j -= k;
        make_label(cp[i - 1], f, j, k, &out[i - 1]);
    }
    return true;
}

#include "nlp/tagger/label.h"

#define SYLLABLES 0xAC00u
#define FINALS    28u
#define RHYMES    588u /* vowels times finals */

uint32_t gisa_label_apply(const gisa_label_part *part, uint32_t cp)
{
    uint32_t s = cp - SYLLABLES;
    switch (part->kind) {
    case GISA_EDIT_FINAL: return gisa_is_hangul(cp) ? cp - s % FINALS + part->value : cp;
    case GISA_EDIT_RHYME: return gisa_is_hangul(cp) ? cp - s % RHYMES + part->value : cp;
    case GISA_EDIT_LITERAL: return part->value;
    default: return cp;
    }
}

gisa_label_part gisa_label_edit(uint32_t cp, uint32_t form)
{
    gisa_label_part p = {.kind = GISA_EDIT_LITERAL, .value = form};
    if (cp == form) return (gisa_label_part){.kind = GISA_EDIT_KEEP};
    if (!gisa_is_hangul(cp) || !gisa_is_hangul(form)) return p;
    uint32_t a = cp - SYLLABLES, b = form - SYLLABLES;
    if (a / FINALS == b / FINALS)
        return (gisa_label_part){.kind = GISA_EDIT_FINAL, .value = b % FINALS};
    if (a / RHYMES == b / RHYMES)
        return (gisa_label_part){.kind = GISA_EDIT_RHYME, .value = b % RHYMES};
    return p;
}

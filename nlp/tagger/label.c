#include "nlp/tagger/label.h"

#include "base/hangul.h"

uint32_t gisa_label_apply(const gisa_label_part *part, uint32_t cp)
{
    switch (part->kind) {
    case GISA_EDIT_FINAL: return gisa_is_hangul(cp) ? gisa_hangul_with_final(cp, part->value) : cp;
    case GISA_EDIT_RHYME: return gisa_is_hangul(cp) ? gisa_hangul_with_rhyme(cp, part->value) : cp;
    case GISA_EDIT_LITERAL: return part->value;
    default: return cp;
    }
}

gisa_label_part gisa_label_edit(uint32_t cp, uint32_t form)
{
    gisa_label_part p = {.kind = GISA_EDIT_LITERAL, .value = form};
    if (cp == form) return (gisa_label_part){.kind = GISA_EDIT_KEEP};
    if (!gisa_is_hangul(cp) || !gisa_is_hangul(form)) return p;
    if (gisa_hangul_lead(cp) != gisa_hangul_lead(form)) return p;
    if (gisa_hangul_vowel(cp) == gisa_hangul_vowel(form))
        return (gisa_label_part){.kind = GISA_EDIT_FINAL, .value = gisa_hangul_final(form)};
    return (gisa_label_part){.kind = GISA_EDIT_RHYME, .value = gisa_hangul_rhyme(form)};
}

#include "nlp/word/wordset.h"

void gisa_wordset_put(uint32_t *slots, uint32_t mask, uint64_t hash, unsigned classes)
{
    uint32_t print = (uint32_t)(hash >> 40), i = (uint32_t)hash & mask;
    while (slots[i] != 0 && slots[i] >> 8 != print) i = (i + 1) & mask;
    slots[i] |= print << 8 | GISA_WORD_FILLED | classes;
}

unsigned gisa_word_class_of(gisa_tag tag)
{
    switch (tag) {
    case GISA_TAG_NNG:
    case GISA_TAG_NNB:
    case GISA_TAG_NR:
    case GISA_TAG_NP:
    case GISA_TAG_XR:
    case GISA_TAG_XSN:
    case GISA_TAG_XPN: return GISA_WORD_NOUN;
    case GISA_TAG_NNP: return GISA_WORD_NAME;
    case GISA_TAG_VV:
    case GISA_TAG_VA:
    case GISA_TAG_VX:
    case GISA_TAG_VCP:
    case GISA_TAG_VCN:
    case GISA_TAG_XSV:
    case GISA_TAG_XSA: return GISA_WORD_VERB;
    case GISA_TAG_EP:
    case GISA_TAG_EF:
    case GISA_TAG_EC:
    case GISA_TAG_ETN:
    case GISA_TAG_ETM: return GISA_WORD_ENDING;
    case GISA_TAG_JKS:
    case GISA_TAG_JKC:
    case GISA_TAG_JKG:
    case GISA_TAG_JKO:
    case GISA_TAG_JKB:
    case GISA_TAG_JKV:
    case GISA_TAG_JKQ:
    case GISA_TAG_JX:
    case GISA_TAG_JC: return GISA_WORD_JOSA;
    case GISA_TAG_MM:
    case GISA_TAG_MAG:
    case GISA_TAG_MAJ:
    case GISA_TAG_IC: return GISA_WORD_OTHER;
    default: return 0;
    }
}

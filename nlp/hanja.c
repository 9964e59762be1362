#include "nlp/hanja.h"

gisa_str gisa_hanja_reading(uint32_t cp)
{
    return cp == 0x7F8E ? GISA_STR("미") : GISA_NONE;
}

gisa_str gisa_hanja_word(uint32_t cp)
{
    return cp == 0x7F8E ? GISA_STR("미국") : GISA_NONE;
}

/* The languages that reports are written in: English, and Korean for those who forward them. */
#ifndef GISA_REPORT_LANG_H
#define GISA_REPORT_LANG_H

#include "base/str.h"
#include "gisa/report.h"

/* "en" or "ko"; false for anything else. */
static inline bool gisa_lang_parse(gisa_str s, gisa_lang *lang)
{
    *lang = gisa_str_is(s, "ko") ? GISA_LANG_KO : GISA_LANG_EN;
    return gisa_str_is(s, "ko") || gisa_str_is(s, "en");
}

#endif

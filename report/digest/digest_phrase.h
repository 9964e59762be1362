/* The digest's words in its languages. A phrase may hold places {0} to {9} for what is put in. */
#ifndef GISA_REPORT_DIGEST_DIGEST_PHRASE_H
#define GISA_REPORT_DIGEST_DIGEST_PHRASE_H

#include "base/buf.h"
#include "report/lang.h"

typedef enum gisa_digest_phrase {
    GISA_SAY_DAY_TITLE,
    GISA_SAY_WEEK_TITLE,
    GISA_SAY_MONTH_TITLE,
    GISA_SAY_YEAR_TITLE,
    GISA_SAY_DAYS_TITLE,
    GISA_SAY_RANGE,
    GISA_SAY_ARTICLES,
    GISA_SAY_COUNTED,
    GISA_SAY_OUTLETS,
    GISA_SAY_STORIES,
    GISA_SAY_COPIES,
    GISA_SAY_USUAL,
    GISA_SAY_TOP_STORIES,
    GISA_SAY_MORE_STORIES,
    GISA_SAY_BROKE,
    GISA_SAY_ALSO,
    GISA_SAY_THEMES,
    GISA_SAY_THEME_COUNT,
    GISA_SAY_THEME_OUTLETS,
    GISA_SAY_MORE_THEMES,
    GISA_SAY_NO_THEMES,
    GISA_SAY_NAMES,
    GISA_SAY_RISING,
    GISA_SAY_FALLING,
    GISA_SAY_NAME,
    GISA_SAY_NOW,
    GISA_SAY_SHARE,
    GISA_SAY_BEFORE,
    GISA_SAY_TREND,
    GISA_SAY_SURE,
    GISA_SAY_STRONG,
    GISA_SAY_FAIR,
    GISA_SAY_WEAK,
    GISA_SAY_NEW,
    GISA_SAY_NO_NAMES,
    GISA_SAY_CHART_TITLE,
    GISA_SAY_CHART_BELOW,
    GISA_SAY_SPEAKERS,
    GISA_SAY_SPEAKER_COUNT,
    GISA_SAY_MEDIUM,
    GISA_SAY_ALL_QUOTES,
    GISA_SAY_FIGURES,
    GISA_SAY_IN_STORIES,
    GISA_SAY_ABOUT,
    GISA_SAY_AT_LEAST,
    GISA_SAY_AT_MOST,
    GISA_SAY_MORE_THAN,
    GISA_SAY_LESS_THAN,
    GISA_SAY_OUTLET_TABLE,
    GISA_SAY_OUTLET,
    GISA_SAY_OUTLET_COPIES,
    GISA_SAY_OUTLET_FIRST,
    GISA_SAY_MORE_OUTLETS,
    GISA_SAY_METHOD,
    GISA_SAY_METHOD_BASE,
    GISA_SAY_METHOD_STORIES,
    GISA_SAY_METHOD_NAMES,
    GISA_SAY_METHOD_THEMES,
    GISA_SAY_METHOD_LIMITS,
    GISA_SAY_METHOD_UNDATED,
    GISA_SAY_METHOD_FEW,
    GISA_SAY_METHOD_RIGHTS,
    GISA_SAY_MADE_BY,
    GISA_DIGEST_PHRASE_COUNT
} gisa_digest_phrase;

/* The phrase as it is. Static. */
const char *gisa_digest_phrase_text(gisa_lang lang, gisa_digest_phrase phrase);

/* Appends the phrase with its places filled; a place without an argument stays empty. */
void gisa_digest_phrase_add(gisa_buf *out, gisa_lang lang, gisa_digest_phrase phrase,
                            const gisa_str *args, size_t n);

#endif

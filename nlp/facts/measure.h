/* Units of measure: the one table of what is written after a number, what it is called in figures,
 * and what people type for it. */
#ifndef GISA_NLP_FACTS_MEASURE_H
#define GISA_NLP_FACTS_MEASURE_H

#include "base/str.h"

typedef enum gisa_quantity_kind {
    GISA_QUANTITY_AMOUNT,  /* 3조원, 26.1%, 12개 */
    GISA_QUANTITY_PERIOD,  /* 3년, 18개월, 71일: how long */
    GISA_QUANTITY_HOURS,   /* 5시간, 20분, 30초 */
    GISA_QUANTITY_ORDINAL, /* 1위, 3학년, 2층, 5번째, 제35회: a place in a row */
    GISA_QUANTITY_CLOCK,   /* 오후 3시 30분 */
    GISA_QUANTITY_AGE,     /* 45세, 네 살, 20대 */
} gisa_quantity_kind;

typedef struct gisa_measure {
    const char *word;
    const char *unit; /* in figures; NULL: as written */
    gisa_quantity_kind kind;
    double scale; /* 0: another unit of the kind */
} gisa_measure;

/* The unit that begins at byte `at`, where nothing follows that would make it another word; its end
 * in *end. NULL: none. The longest that fits. */
const gisa_measure *gisa_measure_at(gisa_str text, size_t at, size_t *end);

/* Whether a unit may end at byte `at`: before josa, the copula and words such as 짜리 and 이상. */
bool gisa_measure_ends(gisa_str text, size_t at);

bool gisa_measure_is_money(const gisa_measure *m);

/* The currency whose sign ends before byte `at` ($, US$, HK$, ₩), and where that begins; GISA_NONE:
 * no sign is there. */
gisa_str gisa_measure_money_sign(gisa_str text, size_t at, size_t *start);

/* Whether a figure's unit is the one that somebody typed: 원, won, ₩ and krw are KRW, 사람 and 명
 * count the same. */
bool gisa_measure_same(gisa_str unit, gisa_str typed);

/* Whether any figure may have the unit that somebody typed. */
bool gisa_measure_is_known(gisa_str typed);

#endif

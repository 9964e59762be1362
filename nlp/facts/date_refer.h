/* Words that mean a day or a period by what the text said before: 이날, 전날, 전년 동기, 지난해
 * 같은 기간. Only date*.c includes this. */
#ifndef GISA_NLP_FACTS_DATE_REFER_H
#define GISA_NLP_FACTS_DATE_REFER_H

#include "nlp/facts/date_value.h"

/* A day that was named: days since 1970-01-01, and where its words end; end 0: none yet. */
typedef struct gisa_date_day {
    int64_t day;
    size_t end;
} gisa_date_day;

/* What the text has named so far. */
typedef struct gisa_date_thread {
    gisa_date_context context;
    gisa_date_day story;          /* of the report itself: a bare 15일, 오늘 */
    gisa_date_day main;           /* the last that a main clause is about */
    gisa_date_day any;            /* the last */
    char period[GISA_DATE_CHARS]; /* the last that is no single day */
    size_t period_end;
} gisa_date_thread;

/* Remembers a date whose words end at byte `end`. value: GISA_NONE when it has none.
 *
 * bare:      a day without month, or 오늘 and the like
 * adnominal: it says more about a noun (지난 4일 열린 회의) */
void gisa_date_remember(gisa_date_thread *thread, gisa_str value, size_t end, bool bare,
                        bool adnominal);

/* The day that a value is, or the last of an interval of days; false: it is neither. */
bool gisa_date_last_day(gisa_str value, int64_t *day);

/* Reads a word that refers, at byte `at`. Returns its end, `at` when there is none or nothing that
 * it could mean; *n: length of the value, 0 when the text does not say. */
size_t gisa_date_refer(gisa_str text, size_t at, const gisa_date_thread *thread,
                       char value[GISA_DATE_CHARS], size_t *n);

#endif

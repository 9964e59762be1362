/* What the clause of a date says about it: 27일 열린다 is to come, 27일 열렸다 is over. Only
 * date*.c includes this. */
#ifndef GISA_NLP_FACTS_DATE_CLAUSE_H
#define GISA_NLP_FACTS_DATE_CLAUSE_H

#include "corpus/annotation.h"

typedef enum gisa_date_tense {
    GISA_TENSE_UNKNOWN,
    GISA_TENSE_WAS,
    GISA_TENSE_WILL,
} gisa_date_tense;

typedef struct gisa_date_clause {
    gisa_date_tense tense;
    bool adnominal; /* it says more about a noun: 지난 4일 열린 회의 */
} gisa_date_clause;

/* The clause of the date that ends at byte `end`: that of the first verb after it which no later
 * date takes. Unknown without morphemes. */
gisa_date_clause gisa_date_clause_find(const gisa_annotation *a, gisa_str text, size_t end);

#endif

/* A digest page's section of names. */
#ifndef GISA_REPORT_DIGEST_DIGEST_NAMES_H
#define GISA_REPORT_DIGEST_DIGEST_NAMES_H

#include "report/digest/digest_words.h"

/* Appends the chart and the tables of rising and falling names. */
void gisa_page_names(gisa_page *p);

#endif

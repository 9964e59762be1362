/* Whether a page that came is reserved against language models: by the head of the answer, or by
 * what the page itself says, which is what makes rights.ai_training of its article "prohibited". */
#ifndef GISA_INGEST_FETCH_RESERVATION_H
#define GISA_INGEST_FETCH_RESERVATION_H

#include "ingest/extract.h"
#include "ingest/fetch/fetch.h"

typedef struct gisa_reservation_reader { /* {0}; opens what it needs with the first page */
    gisa_extractor *extractor;
    gisa_extract_work *work;
} gisa_reservation_reader;

/* By what the page of a result is reserved: *by is a static text ("robots.txt", "tdmrep.json",
 * "TDM-Reservation", "X-Robots-Tag", "the page itself"), or NULL. Errors: GISA_ENOMEM. */
gisa_status gisa_reservation_find(gisa_reservation_reader *reader, const gisa_fetch_result *r,
                                  const char **by, gisa_error *err);

void gisa_reservation_reader_clear(gisa_reservation_reader *reader);

#endif

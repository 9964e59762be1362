/* Who is quoted, and which figures are stated. */
#ifndef GISA_REPORT_DIGEST_DIGEST_VOICES_H
#define GISA_REPORT_DIGEST_DIGEST_VOICES_H

#include "report/digest/digest_work.h"

#define GISA_DIGEST_SPEAKERS 6
#define GISA_DIGEST_NUMBERS  8

/* Notes who is quoted and which figures are in an article's headline or lead. Errors:
 * GISA_ENOMEM. */
gisa_status gisa_digest_note_quotes(gisa_digest_work *w, const gisa_record *r,
                                    const gisa_headline *h);
gisa_status gisa_digest_note_figures(gisa_digest_work *w, const gisa_record *r,
                                     const gisa_headline *h);

/* Orders speakers and figures and keeps the first ones. */
void gisa_digest_rank_voices(gisa_digest_work *w);

#endif

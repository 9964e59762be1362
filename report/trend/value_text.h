/* Numbers as people read them in reports. */
#ifndef GISA_REPORT_TREND_VALUE_TEXT_H
#define GISA_REPORT_TREND_VALUE_TEXT_H

#include "base/buf.h"

/* Appends a number with commas between thousands: 12,345. */
void gisa_count_text(gisa_buf *out, uint64_t n);

/* Appends a share as a percentage: "3.5%", "0.04%" below a tenth. */
void gisa_share_text(gisa_buf *out, double share);

/* Smaller p-values are written as smaller than this: sums of doubles are no more exact. */
#define GISA_P_LEAST 1e-15

/* Appends a p-value, never as 0: "0.0351", "6.12e-7", "<1e-15". */
void gisa_p_text(gisa_buf *out, double p);

/* The same where only a number will do: "6.12e-16", and 1e-300 for anything smaller. */
void gisa_p_number(gisa_buf *out, double p);

#endif

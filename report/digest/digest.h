/* The digest of a week or a month: how many articles came in, the stories, the themes, the names
 * that rise and fall, who was quoted, the figures, the outlets, and how all this was counted.
 *
 * It quotes headlines, links, a line of each story and short quotations, and nothing more of the
 * articles. Same store, same bytes. */
#ifndef GISA_REPORT_DIGEST_DIGEST_H
#define GISA_REPORT_DIGEST_DIGEST_H

#include "gisa/report.h"
#include "report/lang.h"
#include "report/topics/rising.h"
#include "report/topics/topics.h"

#endif

/* --from and --to: the days a command looks at. */
#ifndef GISA_CLI_BOUNDS_H
#define GISA_CLI_BOUNDS_H

#include "base/status.h"
#include "base/str.h"

/* Reads what the user wrote (2025, 2025-02, 2025-02-03, 2025-W06; NULL: no bound) into KST days,
 * both inclusive. Errors: GISA_EINVAL (no date; from after to). */
gisa_status bounds_parse(const char *from, const char *to, bool *has_from, int64_t *from_day,
                         bool *has_to, int64_t *to_day, gisa_error *err);

#endif

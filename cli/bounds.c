#include "cli/bounds.h"

#include "report/period.h"

gisa_status bounds_parse(const char *from, const char *to, bool *has_from, int64_t *from_day,
                         bool *has_to, int64_t *to_day, gisa_error *err)
{
    int64_t first, last;
    *has_from = *has_to = false;
    if (from) {
        if (!gisa_period_parse(gisa_str_from(from), &first, &last))
            return gisa_fail(err, GISA_EINVAL,
                             "--from %s: is no date; write 2025, 2025-02, 2025-02-03 or 2025-W06",
                             from);
        *has_from = true;
        *from_day = first;
    }
    if (to) {
        if (!gisa_period_parse(gisa_str_from(to), &first, &last))
            return gisa_fail(err, GISA_EINVAL,
                             "--to %s: is no date; write 2025, 2025-02, 2025-02-03 or 2025-W06",
                             to);
        *has_to = true;
        *to_day = last;
    }
    if (from && to && *from_day > *to_day)
        return gisa_fail(err, GISA_EINVAL, "--from %s is after --to %s", from, to);
    return GISA_OK;
}

#include "cli/cli.h"
#include "tests/unit/test.h"

int main(void)
{
    gisa_error err = {0};
    gisa_fail(&err, GISA_EIO, "the disk is full");
    SAME_C(gisa_str_from(cli_advice(&err)), "", "an error without a cause has no advice");
    for (int cause = GISA_CAUSE_NONE + 1; cause <= GISA_CAUSE_DAMAGED_FRONTIER; cause++) {
        gisa_fail_for(&err, GISA_EINVAL, (gisa_cause)cause, "x");
        OK(strncmp(cli_advice(&err), "; ", 2) == 0, "every cause has advice to follow the text");
        OK(strlen(err.text) == 1, "which is no part of the library's text");
    }
    return test_end();
}

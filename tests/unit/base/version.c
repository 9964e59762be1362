#include "gisa/version.h"

#include "tests/unit/test.h"

int main(void)
{
    char numbers[32];
    snprintf(numbers, sizeof numbers, "%d.%d.%d", GISA_VERSION_MAJOR, GISA_VERSION_MINOR,
             GISA_VERSION_PATCH);
    SAME_C(gisa_str_from(gisa_version()), numbers, "the text and the numbers agree");
    return test_end();
}

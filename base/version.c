#include "gisa/version.h"

const char *gisa_version(void)
{
    return GISA_VERSION;
}

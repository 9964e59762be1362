/* The version of the library. Until 1.0 structs and functions may change with every minor one. */
#ifndef GISA_VERSION_H
#define GISA_VERSION_H

#include "gisa/api.h"

#ifdef __cplusplus
extern "C" {
#endif

#define GISA_VERSION_MAJOR 0
#define GISA_VERSION_MINOR 1
#define GISA_VERSION_PATCH 0
#define GISA_VERSION       "0.1.0"

/* The version of the library that is linked, which may differ from GISA_VERSION. Static. */
GISA_API const char *gisa_version(void);

#ifdef __cplusplus
}
#endif

#endif

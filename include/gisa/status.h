/* Outcomes and errors: how every function of gisa says what happened.
 *
 * `st < 0` means stop, and nothing else does. An error text says what failed, where, and why. The
 * error belongs to the caller, is never allocated and never global; passing NULL is allowed
 * everywhere. */
#ifndef GISA_STATUS_H
#define GISA_STATUS_H

#include <stdint.h>

#include "gisa/api.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gisa_status {
    GISA_OK = 0,
    GISA_END = 1,  /* nothing more to read */
    GISA_SKIP = 2, /* this item is unusable; carry on */
    GISA_ENOMEM = -1,
    GISA_EIO = -2,
    GISA_ENET = -3,
    GISA_EENCODING = -4,
    GISA_ECORRUPT = -5,  /* stored data is damaged */
    GISA_EINVAL = -6,    /* the caller's or the user's words make no sense */
    GISA_ELIMIT = -7,    /* a ceiling was reached */
    GISA_EBUSY = -8,     /* somebody else holds the lock */
    GISA_ENOTFOUND = -9, /* no such thing */
} gisa_status;

#define GISA_NOWHERE UINT64_MAX

typedef struct gisa_error {
    gisa_status code;
    uint64_t offset; /* byte offset in the input, or GISA_NOWHERE */
    char text[320];
} gisa_error;

/* The lower-case English name of a status ("ok", "out of memory", …). Static. */
GISA_API const char *gisa_status_name(gisa_status st);

#ifdef __cplusplus
}
#endif

#endif

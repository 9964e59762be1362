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

/* Why, where a program may know what to do about it. Most errors have the text alone. */
typedef enum gisa_cause {
    GISA_CAUSE_NONE,
    GISA_CAUSE_NO_THREAD,         /* no thread can be started */
    GISA_CAUSE_NO_DATABASE,       /* there is none yet */
    GISA_CAUSE_UNOPENED_DATABASE, /* it can be neither opened nor created */
    GISA_CAUSE_EMPTY_DATABASE,    /* a file without tables */
    GISA_CAUSE_OLDER_DATABASE,    /* only a writer brings it up to date */
    GISA_CAUSE_DAMAGED_DATABASE,  /* it can be rebuilt from the archive */
    GISA_CAUSE_OTHER_ANALYSER,    /* indexed the database */
    GISA_CAUSE_OTHER_NAMES,       /* the user's own names or words have changed since then */
    GISA_CAUSE_BAD_NAMES,         /* a line of a file of the user's own is wrong */
    GISA_CAUSE_EARLIER_IDS,       /* the database has ids of an earlier edition */
    GISA_CAUSE_NO_ARCHIVE,        /* to rebuild from */
    GISA_CAUSE_FOREIGN_ARCHIVE,   /* the file at the archive's place is not gisa's */
    GISA_CAUSE_UNNAMED_ARCHIVE,   /* it is gisa's, but a new database does not name it */
    GISA_CAUSE_OTHER_ARCHIVE,     /* it is that of another database */
    GISA_CAUSE_ARCHIVE_GONE,      /* what the database was made from is not there */
    GISA_CAUSE_SHORT_ARCHIVE,     /* it lacks what the database was made from */
    GISA_CAUSE_DAMAGED_ARCHIVE,   /* what is whole of it can be kept */
    GISA_CAUSE_LOST_DATABASE,     /* there is none, but its archive is there */
    GISA_CAUSE_ARCHIVE_AS_PAGE,   /* a WARC file where one page is wanted */
    GISA_CAUSE_NO_ARTICLE,        /* with that id */
    GISA_CAUSE_NO_VERSION,        /* of that article */
    GISA_CAUSE_EXPORT_IN_THE_WAY, /* of an export to the same folder */
    GISA_CAUSE_DAMAGED_FRONTIER,  /* what a crawl remembers; it can be made anew */
} gisa_cause;

typedef struct gisa_error {
    gisa_status code;
    gisa_cause cause;
    uint64_t offset; /* byte offset in the input, or GISA_NOWHERE */
    char text[320];
} gisa_error;

/* The lower-case English name of a status ("ok", "out of memory", …). Static. */
GISA_API const char *gisa_status_name(gisa_status st);

#ifdef __cplusplus
}
#endif

#endif

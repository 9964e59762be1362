/* Words that reports leave out: stop.tsv of the user's. */
#ifndef GISA_STOPWORD_H
#define GISA_STOPWORD_H

#include "gisa/text.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gisa_stopwords gisa_stopwords; /* immutable, shared by threads */

/* Reads a file: a word a line, which may have blanks; "#" begins a comment. Case, spacing, and
 * whether letters are composed make no other word.
 *
 * Errors: GISA_EIO, GISA_ELIMIT, GISA_EENCODING and GISA_EINVAL with the line, GISA_ENOMEM. */
GISA_API gisa_status gisa_stopwords_open(const char *path, gisa_stopwords **out, gisa_error *err);
GISA_API void gisa_stopwords_close(gisa_stopwords *s); /* NULL is fine */

/* Whether a word is one of them; s may be NULL. */
GISA_API bool gisa_stopwords_has(const gisa_stopwords *s, gisa_str word);

#ifdef __cplusplus
}
#endif

#endif

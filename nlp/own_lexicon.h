/* What a user gives the analyser in files: names, words, synonyms. */
#ifndef GISA_NLP_OWN_LEXICON_H
#define GISA_NLP_OWN_LEXICON_H

#include "nlp/annotate.h"

#define GISA_OWN_FILE_MAX ((size_t)16 << 20) /* bytes */

/* Fills the analyser's lexicon, gazetteer and synonyms, with what ships and with the files that
 * opts names; own_lexicon and own_notes too.
 *
 * Errors: GISA_EIO, GISA_ELIMIT, GISA_EENCODING and GISA_EINVAL (each with the path, and the line
 *         where it is one), GISA_ENOMEM. */
gisa_status gisa_own_lexicon_open(const gisa_analyzer_opts *opts, gisa_analyzer *a,
                                  gisa_error *err);

/* Reads a user's file into `in`, without the mark of UTF-8 that some editors begin it with.
 * Errors: as above, with the path. */
gisa_status gisa_own_file_read(const char *path, gisa_buf *in, gisa_str *out, gisa_error *err);

/* What a user should know of their own words and synonyms, each line with its file; may be empty.
 * Borrowed from the analyser. */
gisa_str gisa_analyzer_own_notes(const gisa_analyzer *a);

/* Appends the spellings of a word: those of a name or concept, and the user's synonyms with theirs;
 * of a word with a blank that has none of these, itself.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_own_lexicon_spellings(const gisa_analyzer *a, gisa_str name, gisa_spellings *out,
                                       gisa_error *err);

#endif

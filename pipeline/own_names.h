/* The file of a user's own names beside a database, NAME.names.tsv: lines as of the gazetteer
 * (corpus/lexicon/README.md), or words with their tags. Whatever opens the database's analyser
 * reads it when it is there; what it holds is part of the analyser's edition (nlp/edition.h). */
#ifndef GISA_PIPELINE_OWN_NAMES_H
#define GISA_PIPELINE_OWN_NAMES_H

#include "nlp/annotate.h"

/* The file of a database: its name with ".names.tsv" for ".db". Freed by gisa_free; NULL without
 * memory. */
char *gisa_own_names_path(const char *database, gisa_error *err);

/* Opens an analyser with the names at a path, if there is such a file.
 *
 * opts:   but for the file of names, which is this one; NULL: the defaults.
 * Errors: gisa_analyzer_open's; GISA_EINVAL and GISA_EENCODING with GISA_CAUSE_BAD_NAMES. */
gisa_status gisa_own_names_open(const char *path, const gisa_analyzer_opts *opts,
                                gisa_analyzer **out, gisa_error *err);

#endif

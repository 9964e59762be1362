/* The files in which a user says what words are: names (NAME.names.tsv beside NAME.db), and
 * words.tsv, synonyms.tsv and stop.tsv in the database's folder or, where one of them is not there,
 * in $XDG_CONFIG_HOME/gisa (~/.config/gisa). docs/FORMATS.md describes them.
 *
 * Names and words are part of the analyser's edition (nlp/edition.h); synonyms and words to leave
 * out are read by queries and reports alone. */
#ifndef GISA_PIPELINE_OWN_FILES_H
#define GISA_PIPELINE_OWN_FILES_H

#include "gisa/pipeline.h"
#include "nlp/annotate.h"

/* The file of names of a database: its name with ".names.tsv" for ".db". Freed by gisa_free; NULL
 * without memory. */
char *gisa_own_names_path(const char *database, gisa_error *err);

/* Where the files of a kind ("words.tsv") are looked for, the one that is read first: 0, 1, … with
 * a lexicon that is a folder that alone. Freed by gisa_free; NULL: no more places, or no memory. */
char *gisa_own_file_place(const char *database, const char *lexicon, const char *name, int number);

/* Finds the files; a kind that is nowhere stays NULL, but names has its path in any case.
 *
 * database: NULL: there is none, only the user's configuration counts.
 * lexicon:  NULL; a folder, which alone is looked in; or a file, which has the words.
 * Errors:   GISA_ENOTFOUND (no such lexicon, or a folder with none of the files), GISA_ENOMEM. */
gisa_status gisa_own_files_find(const char *database, const char *lexicon, gisa_own_files *out,
                                gisa_error *err);
void gisa_own_files_clear(gisa_own_files *f);

#define GISA_OWN_HASH_CHARS 16

/* The first digits of a file's SHA-256; "" when it cannot be read. */
void gisa_own_file_hash(const char *path, char out[GISA_OWN_HASH_CHARS + 1]);

/* Appends the files that are there for people to compare: "words.tsv sha256:…, stop.tsv …", by name
 * and hash and not by folder; nothing when there are none. */
void gisa_own_files_describe(const gisa_own_files *f, gisa_buf *out);

/* Opens an analyser with the files.
 *
 * opts:   but for their paths, which are these; NULL: the defaults.
 * Errors: gisa_analyzer_open's; GISA_EINVAL and GISA_EENCODING with GISA_CAUSE_BAD_NAMES. */
gisa_status gisa_own_files_open(const gisa_own_files *f, const gisa_analyzer_opts *opts,
                                gisa_analyzer **out, gisa_error *err);

/* Opens the words to leave out; *out is NULL without such a file. Errors: gisa_stopwords_open's,
 * with GISA_CAUSE_BAD_NAMES for a bad line. */
gisa_status gisa_own_files_stopwords(const gisa_own_files *f, gisa_stopwords **out,
                                     gisa_error *err);

#endif

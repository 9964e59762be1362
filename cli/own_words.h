/* What the program says of a user's own files (pipeline/own_files.h). */
#ifndef GISA_CLI_OWN_WORDS_H
#define GISA_CLI_OWN_WORDS_H

#include "cli/cli.h"
#include "gisa/analyze.h"
#include "gisa/stopword.h"

struct gisa_reader;

#define OWN_NOTES_SHOWN 5

/* Warns of what a user should know of their words: the first notes, and how many more there are. */
void own_words_say_notes(const cli *c, gisa_str notes);

/* Opens an analyser for texts that are in no database: with the words that one at the usual place
 * has, or would have. Says the notes. Errors: those of the files, the analyser's. */
gisa_status own_words_open(cli *c, gisa_analyzer **out, gisa_error *err);

/* Opens the words that reports leave out, and says where they are from; *out is NULL without such a
 * file. gisa_stopwords_close. Errors: gisa_own_files_stopwords'. */
gisa_status own_words_stop(const cli *c, const struct gisa_reader *r, gisa_stopwords **out,
                           gisa_error *err);

/* Appends the fields of gisa doctor: each kind's file with its hash, or where it is looked for; and
 * all notes. db: the database's path. Errors: those of the files; what could be said was. */
gisa_status own_words_put(const cli *c, const char *db, size_t column, gisa_buf *out,
                          gisa_error *err);

#endif

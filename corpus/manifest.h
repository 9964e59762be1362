/* The manifest of an export: manifest.json names every file of a folder with its size, its rows
 * and its SHA-256, so that whoever gets the folder can prove it is whole and unchanged.
 *
 * The bytes depend on the files and the notes alone: no clock, no machine, files in byte order of
 * their names. */
#ifndef GISA_CORPUS_MANIFEST_H
#define GISA_CORPUS_MANIFEST_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/hash.h"

#define GISA_MANIFEST_NAME "manifest.json"

typedef struct gisa_manifest_file {
    gisa_str name; /* in the folder; no slash */
    uint64_t bytes;
    uint64_t rows; /* records, without a header line; GISA_NOWHERE: not a table */
    char sha256[GISA_SHA256_HEX + 1];
} gisa_manifest_file;

typedef struct gisa_manifest_note {
    gisa_str key;
    gisa_str text; /* GISA_NONE: the note is a number */
    uint64_t count;
} gisa_manifest_note;

typedef struct gisa_manifest { /* {0} is empty */
    gisa_arena arena;
    gisa_manifest_file *files;
    size_t n_files, files_cap;
    gisa_manifest_note *notes; /* in the order they were added */
    size_t n_notes, notes_cap;
} gisa_manifest;

/* Adds a statement about the whole: a text or a number. Errors: GISA_ENOMEM. */
gisa_status gisa_manifest_note_text(gisa_manifest *m, const char *key, gisa_str text);
gisa_status gisa_manifest_note_count(gisa_manifest *m, const char *key, uint64_t count);

/* Digests dir/name and adds it.
 *
 * rows:   GISA_NOWHERE when the file is no table.
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_manifest_add(gisa_manifest *m, const char *dir, gisa_str name, uint64_t rows,
                              gisa_error *err);

/* Writes dir/manifest.json (sorts the files). Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_manifest_write(gisa_manifest *m, const char *dir, gisa_error *err);

/* Reads dir/manifest.json into *m (cleared first).
 *
 * Errors: GISA_EIO; GISA_ECORRUPT when it is no manifest or names a file outside the folder;
 *         GISA_ENOMEM. */
gisa_status gisa_manifest_read(const char *dir, gisa_manifest *m, gisa_error *err);

/* Compares a folder with its manifest and appends a line to `problems` for each file that is
 * missing, changed or not named in it (folders and names that begin with a point aside).
 *
 * Returns: GISA_OK with *n_problems set.
 * Errors:  those of gisa_manifest_read. */
gisa_status gisa_manifest_verify(const char *dir, gisa_buf *problems, size_t *n_problems,
                                 gisa_error *err);

void gisa_manifest_clear(gisa_manifest *m);

#endif

/* A folder of files that appears whole or not at all: it is written as "<path>.part" next to its
 * place, synced, and renamed. What a crash left of an earlier attempt is removed first. */
#ifndef GISA_REPORT_EXPORT_EXPORT_FOLDER_H
#define GISA_REPORT_EXPORT_EXPORT_FOLDER_H

#include "base/buf.h"

#define GISA_FOLDER_FILES 8

typedef struct gisa_folder_file {
    int fd;
    const char *name; /* static */
    gisa_buf pending;
    uint64_t rows;
} gisa_folder_file;

typedef struct gisa_folder { /* {0} is closed */
    char *path, *part;
    gisa_folder_file files[GISA_FOLDER_FILES];
    size_t n;
    bool placed;
} gisa_folder;

/* Begins a folder at path; its parent folders are made.
 *
 * replace: an export (a folder with a manifest.json) or an empty folder may already be there and is
 * replaced when the new one is complete. Otherwise the path must be free or an empty folder.
 * Errors:  GISA_EINVAL (something is there), GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_folder_open(const char *path, bool replace, gisa_folder *f, gisa_error *err);

/* Begins a file (name: static, no slash) and sets *at to its number. Errors: GISA_EIO,
 * GISA_ELIMIT. */
gisa_status gisa_folder_add(gisa_folder *f, const char *name, size_t *at, gisa_error *err);

/* Appends to a file and counts its rows. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_folder_put(gisa_folder *f, size_t at, gisa_str data, uint64_t rows,
                            gisa_error *err);

/* Writes out and syncs all files, which stay readable in f->part. Errors: GISA_EIO. */
gisa_status gisa_folder_sync(gisa_folder *f, gisa_error *err);

/* Moves the folder to its place and removes what it replaces. Errors: GISA_EIO. */
gisa_status gisa_folder_place(gisa_folder *f, gisa_error *err);

/* Removes what was not placed. */
void gisa_folder_close(gisa_folder *f);

#endif

/* Files: whole reads with a ceiling, read-only maps, writes that happen as a whole or not at all.
 * Every message names the path and the system's reason. */
#ifndef GISA_BASE_FILE_H
#define GISA_BASE_FILE_H

#include <dirent.h>

#include "base/buf.h"

/* Reads a whole file into out (appending); "-" is standard input.
 *
 * max: more bytes than this are GISA_ELIMIT.
 * Errors: GISA_EIO (missing, a directory, unreadable), GISA_ELIMIT, GISA_ENOMEM. */
gisa_status gisa_file_read(const char *path, size_t max, gisa_buf *out, gisa_error *err);

/* Maps a file read-only. An empty file gives {"", 0}. Unmapped by gisa_file_unmap.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_file_map(const char *path, gisa_str *out, gisa_error *err);
void gisa_file_unmap(gisa_str map);

/* Releases the memory of the first n bytes of a map, which have been read; they can still be
 * read again. */
void gisa_file_forget(gisa_str map, size_t n);

/* Replaces a file: writes a neighbour, syncs it, renames it over the old one. On an error the old
 * file is untouched.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_file_write(const char *path, gisa_str data, gisa_error *err);

/* Makes a folder and the folders above it; fine if it is there. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_dir_make(const char *path, gisa_error *err);

/* What a folder holds but hidden names, in byte order. The entries and their array are the C
 * library's: freed by free(), each. Returns: how many, or -1 with errno set. */
int gisa_dir_list(const char *path, struct dirent ***out);

/* Whether the path names anything. */
bool gisa_file_exists(const char *path);

/* Writes all bytes to a descriptor, whatever the kernel takes at once. Errors: GISA_EIO. */
gisa_status gisa_fd_write(int fd, const char *path, gisa_str data, gisa_error *err);

/* "dir/name" in new memory, freed by gisa_free; NULL without memory. */
char *gisa_path_join(const char *dir, const char *name);

#endif

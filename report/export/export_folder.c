#include "report/export/export_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "corpus/manifest.h"

#define PENDING_BYTES ((size_t)1 << 18)

static gisa_status fail_io(gisa_error *err, const char *path, const char *doing)
{
    const char *why = strerrordesc_np(errno);
    return gisa_fail(err, GISA_EIO, "%s: cannot %s: %s", path, doing, why ? why : "unknown error");
}

/* Removes a folder of plain files; a folder inside stays, and with it this one. */
static gisa_status remove_flat(const char *path, gisa_error *err)
{
    DIR *dir = opendir(path);
    if (!dir) return errno == ENOENT ? GISA_OK : fail_io(err, path, "open the folder");
    for (const struct dirent *e; (e = readdir(dir));)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            unlinkat(dirfd(dir), e->d_name, 0);
    closedir(dir);
    return rmdir(path) == 0 ? GISA_OK : fail_io(err, path, "remove the folder");
}

static bool is_empty(const char *path)
{
    size_t n = 0;
    DIR *dir = opendir(path);
    if (!dir) return false;
    while (readdir(dir)) n++;
    closedir(dir);
    return n <= 2;
}

static bool has_manifest(const char *path)
{
    char *name = gisa_path_join(path, GISA_MANIFEST_NAME);
    bool there = name && gisa_file_exists(name);
    gisa_free(name);
    return there;
}

static gisa_status check_place(const char *path, bool replace, gisa_error *err)
{
    if (!gisa_file_exists(path) || is_empty(path)) return GISA_OK;
    if (!has_manifest(path))
        return gisa_fail(err, GISA_EINVAL,
                         "%s: is there and no export of gisa (no %s); choose another folder", path,
                         GISA_MANIFEST_NAME);
    if (!replace)
        return gisa_fail_for(err, GISA_EINVAL, GISA_CAUSE_EXPORT_IN_THE_WAY,
                             "%s: an export is there already", path);
    return GISA_OK;
}

static gisa_status make_parent(const char *path, gisa_error *err)
{
    char *parent = gisa_strdup(path);
    if (!parent) return gisa_fail_mem(err);
    char *slash = strrchr(parent, '/');
    gisa_status st = GISA_OK;
    if (slash && slash != parent) {
        *slash = '\0';
        st = gisa_dir_make(parent, err);
    }
    gisa_free(parent);
    return st;
}

gisa_status gisa_folder_open(const char *path, bool replace, gisa_folder *f, gisa_error *err)
{
    size_t n = strlen(path);
    *f = (gisa_folder){0};
    while (n > 1 && path[n - 1] == '/') n--;
    f->path = gisa_memdup(path, n);
    f->part = gisa_malloc(n + 6);
    if (!n || !f->path || !f->part) {
        gisa_free(f->path);
        gisa_free(f->part);
        *f = (gisa_folder){0};
        return n ? gisa_fail_mem(err) : gisa_fail(err, GISA_EINVAL, "the folder has no name");
    }
    memcpy(f->part, f->path, n);
    memcpy(f->part + n, ".part", 6);
    gisa_status st = check_place(f->path, replace, err);
    if (st >= 0) st = make_parent(f->path, err);
    if (st >= 0) st = remove_flat(f->part, err);
    if (st >= 0 && mkdir(f->part, 0777) != 0) st = fail_io(err, f->part, "make the folder");
    if (st < 0) {
        f->placed = true; /* nothing of ours is left to remove */
        gisa_folder_close(f);
    }
    return st;
}

gisa_status gisa_folder_add(gisa_folder *f, const char *name, size_t *at, gisa_error *err)
{
    if (f->n == GISA_FOLDER_FILES)
        return gisa_fail(err, GISA_ELIMIT, "%s: over %d files", f->path, GISA_FOLDER_FILES);
    char *path = gisa_path_join(f->part, name);
    if (!path) return gisa_fail_mem(err);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    gisa_status st = fd < 0 ? fail_io(err, path, "create") : GISA_OK;
    gisa_free(path);
    if (st < 0) return st;
    *at = f->n;
    f->files[f->n++] = (gisa_folder_file){.fd = fd, .name = name};
    return GISA_OK;
}

static gisa_status write_out(gisa_folder_file *file, gisa_error *err)
{
    gisa_status st = gisa_buf_check(&file->pending, file->name, err);
    if (st >= 0) st = gisa_fd_write(file->fd, file->name, gisa_buf_view(&file->pending), err);
    gisa_buf_reset(&file->pending);
    return st;
}

gisa_status gisa_folder_put(gisa_folder *f, size_t at, gisa_str data, uint64_t rows,
                            gisa_error *err)
{
    gisa_folder_file *file = &f->files[at];
    gisa_buf_add(&file->pending, data);
    file->rows += rows;
    return file->pending.n >= PENDING_BYTES || gisa_buf_status(&file->pending) < 0
               ? write_out(file, err)
               : GISA_OK;
}

gisa_status gisa_folder_sync(gisa_folder *f, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; st >= 0 && i < f->n; i++) {
        gisa_folder_file *file = &f->files[i];
        st = write_out(file, err);
        if (st >= 0 && fsync(file->fd) != 0) st = fail_io(err, file->name, "sync");
    }
    return st;
}

static void sync_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    fsync(fd);
    close(fd);
}

/* The two names are exchanged atomically, so there is a complete export at every moment. */
gisa_status gisa_folder_place(gisa_folder *f, gisa_error *err)
{
    sync_folder(f->part);
    if (has_manifest(f->path)) {
        if (renameat2(AT_FDCWD, f->part, AT_FDCWD, f->path, RENAME_EXCHANGE) != 0)
            return fail_io(err, f->path, "replace");
        f->placed = true;
        return remove_flat(f->part, err);
    }
    if (rename(f->part, f->path) != 0) return fail_io(err, f->path, "rename into");
    f->placed = true;
    return GISA_OK;
}

void gisa_folder_close(gisa_folder *f)
{
    for (size_t i = 0; i < f->n; i++) {
        close(f->files[i].fd);
        gisa_buf_clear(&f->files[i].pending);
    }
    if (f->part && !f->placed) remove_flat(f->part, NULL);
    gisa_free(f->path);
    gisa_free(f->part);
    *f = (gisa_folder){0};
}

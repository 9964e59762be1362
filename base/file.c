#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

/* strerror is neither thread-safe nor locale-free; the GNU name table is both. */
static const char *reason(int code)
{
    const char *text = strerrordesc_np(code);
    return text ? text : "unknown error";
}

static gisa_status fail_io(gisa_error *err, const char *path, const char *doing)
{
    int code = errno;
    return gisa_fail(err, GISA_EIO, "%s: cannot %s: %s", path, doing, reason(code));
}

static gisa_status open_plain(const char *path, int *fd, struct stat *info, gisa_error *err)
{
    *fd = open(path, O_RDONLY | O_CLOEXEC);
    if (*fd == -1) return fail_io(err, path, "open");
    if (fstat(*fd, info) == 0 && !S_ISDIR(info->st_mode)) return GISA_OK;
    close(*fd);
    return gisa_fail(err, GISA_EIO, "%s: is a directory; name the files in it", path);
}

gisa_status gisa_file_read(const char *path, size_t max, gisa_buf *out, gisa_error *err)
{
    int fd = 0;
    struct stat info = {0};
    bool standard = strcmp(path, "-") == 0;
    gisa_status st = GISA_OK;
    if (!standard && (st = open_plain(path, &fd, &info, err)) < 0) return st;
    size_t start = out->n;
    for (;;) {
        size_t have = out->n - start, size = (size_t)info.st_size; /* 0 for a pipe */
        size_t step = have <= size ? size - have + 1 : 65536;      /* and a byte to see the end */
        size_t room = max - have + 1;                              /* or that it is too much */
        if (step > room) step = room;
        char *to = gisa_buf_reserve(out, step);
        if (!to) {
            st = gisa_buf_check(out, path, err);
            break;
        }
        ssize_t got = read(fd, to, step);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) st = fail_io(err, path, "read");
        if (got <= 0) break;
        out->n += (size_t)got;
    }
    if (st >= 0 && out->n - start > max)
        st = gisa_fail(err, GISA_ELIMIT, "%s: over the limit of %zu bytes", path, max);
    if (out->p) out->p[out->n] = '\0';
    if (!standard) close(fd);
    return st;
}

gisa_status gisa_file_map(const char *path, gisa_str *out, gisa_error *err)
{
    int fd;
    struct stat info;
    *out = GISA_STR("");
    gisa_status st = open_plain(path, &fd, &info, err);
    if (st < 0) return st;
    if (info.st_size > 0) {
        void *p = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (p == MAP_FAILED)
            st = fail_io(err, path, "map");
        else
            *out = (gisa_str){p, (size_t)info.st_size};
    }
    close(fd);
    return st;
}

void gisa_file_unmap(gisa_str map)
{
    if (map.n) munmap((void *)(uintptr_t)map.p, map.n);
}

void gisa_file_forget(gisa_str map, size_t n)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    if (n / page) madvise((void *)(uintptr_t)map.p, n / page * page, MADV_DONTNEED);
}

gisa_status gisa_fd_write(int fd, const char *path, gisa_str data, gisa_error *err)
{
    while (data.n) {
        ssize_t put = write(fd, data.p, data.n);
        if (put == -1 && errno == EINTR) continue;
        if (put == -1) return fail_io(err, path, "write");
        data = gisa_str_cut(data, (size_t)put, data.n);
    }
    return GISA_OK;
}

/* Writes into a file that was opened, under the name that the caller knows it by. */
static gisa_status fill(int fd, const char *path, gisa_str data, bool sync, gisa_error *err)
{
    gisa_status st = gisa_fd_write(fd, path, data, err);
    if (st >= 0 && sync && fsync(fd) != 0) st = fail_io(err, path, "sync");
    if (close(fd) != 0 && st >= 0) st = fail_io(err, path, "close");
    return st;
}

gisa_status gisa_file_write(const char *path, gisa_str data, gisa_error *err)
{
    gisa_buf name = {0};
    struct stat info;
    bool there = stat(path, &info) == 0;
    if (there && S_ISDIR(info.st_mode)) return gisa_fail(err, GISA_EIO, "%s: is a directory", path);
    bool special = there && !S_ISREG(info.st_mode); /* a pipe or a device: nothing to replace */
    gisa_buf_addf(&name, special ? "%s" : "%s.part", path);
    gisa_status st = gisa_buf_check(&name, path, err);
    if (st < 0) goto done;
    int flags = special ? O_WRONLY : O_WRONLY | O_CREAT | O_TRUNC;
    int fd = open(name.p, flags | O_CLOEXEC, 0644);
    if (fd == -1) {
        st = fail_io(err, path, "create");
        goto done;
    }
    st = fill(fd, path, data, !special, err);
    if (st >= 0 && !special && rename(name.p, path) != 0) st = fail_io(err, path, "replace");
    if (st != GISA_OK && !special) unlink(name.p);
done:
    gisa_buf_clear(&name);
    return st;
}

gisa_status gisa_dir_make(const char *path, gisa_error *err)
{
    char *part = gisa_strdup(path);
    gisa_status st = GISA_OK;
    if (!part) return gisa_fail_mem(err);
    for (char *p = part + 1; st >= 0; p++) {
        char c = *p;
        if (c != '/' && c != '\0') continue;
        *p = '\0';
        struct stat info;
        bool there = stat(part, &info) == 0;
        if (there && !S_ISDIR(info.st_mode))
            st = gisa_fail(err, GISA_EIO, "%s: is not a directory", part);
        else if (!there && mkdir(part, 0777) != 0 && errno != EEXIST)
            st = fail_io(err, part, "make the directory");
        *p = c;
        if (c == '\0') break;
    }
    gisa_free(part);
    return st;
}

static int not_hidden(const struct dirent *e)
{
    return e->d_name[0] != '.';
}

static int in_byte_order(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

int gisa_dir_list(const char *path, struct dirent ***out)
{
    return scandir(path, out, not_hidden, in_byte_order);
}

bool gisa_file_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0;
}

char *gisa_path_join(const char *dir, const char *name)
{
    size_t a = strlen(dir), b = strlen(name);
    bool slash = a > 0 && dir[a - 1] != '/';
    char *path = gisa_malloc(a + slash + b + 1);
    if (!path) return NULL;
    memcpy(path, dir, a);
    if (slash) path[a] = '/';
    memcpy(path + a + slash, name, b + 1);
    return path;
}

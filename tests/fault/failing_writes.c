/* Loaded before the C library (LD_PRELOAD) by tests/fault/writes.sh: from the n-th call on, nothing
 * can be written below a folder any more.
 *
 * GISA_FAIL_BELOW  the folder
 * GISA_FAIL_FROM   n, from 1; of the n-th write the first half is still done. 0: none fails
 * GISA_FAIL_CODE   the errno of those that fail
 * GISA_FAIL_COUNT  a file that the number of calls is written to at the end */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef enum verdict { GO_ON, HALF, FAIL } verdict;

static atomic_ulong calls;

static unsigned long number(const char *name)
{
    const char *text = getenv(name);
    return text ? strtoul(text, NULL, 10) : 0;
}

static int is_below(const char *path)
{
    const char *folder = getenv("GISA_FAIL_BELOW");
    return folder && path[0] == '/' && strncmp(path, folder, strlen(folder)) == 0;
}

static verdict judge(int counts)
{
    unsigned long from = number("GISA_FAIL_FROM"), n;
    if (!counts) return GO_ON;
    n = atomic_fetch_add(&calls, 1) + 1;
    if (!from || n < from) return GO_ON;
    errno = (int)number("GISA_FAIL_CODE");
    return n == from ? HALF : FAIL;
}

static verdict judge_fd(int fd)
{
    char link[64], path[PATH_MAX];
    int kept = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    errno = kept;
    if (n < 0) return GO_ON;
    path[n] = '\0';
    return judge(is_below(path));
}

static verdict judge_path(const char *path)
{
    char whole[PATH_MAX], folder[PATH_MAX];
    if (path[0] == '/' || !getcwd(folder, sizeof folder)) return judge(is_below(path));
    snprintf(whole, sizeof whole, "%.2000s/%.2000s", folder, path);
    return judge(is_below(whole));
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *bytes, size_t n)
{
    verdict v = judge_fd(fd);
    if (v == FAIL || (v == HALF && n < 2)) return -1;
    return NEXT(write)(fd, bytes, v == HALF ? n / 2 : n);
}

ssize_t pwrite(int fd, const void *bytes, size_t n, off_t at)
{
    verdict v = judge_fd(fd);
    if (v == FAIL || (v == HALF && n < 2)) return -1;
    return NEXT(pwrite)(fd, bytes, v == HALF ? n / 2 : n, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t n, off64_t at)
{
    verdict v = judge_fd(fd);
    if (v == FAIL || (v == HALF && n < 2)) return -1;
    return NEXT(pwrite64)(fd, bytes, v == HALF ? n / 2 : n, at);
}

int fsync(int fd)
{
    return judge_fd(fd) == GO_ON ? NEXT(fsync)(fd) : -1;
}

int fdatasync(int fd)
{
    return judge_fd(fd) == GO_ON ? NEXT(fdatasync)(fd) : -1;
}

int ftruncate(int fd, off_t n)
{
    return judge_fd(fd) == GO_ON ? NEXT(ftruncate)(fd, n) : -1;
}

int ftruncate64(int fd, off64_t n)
{
    return judge_fd(fd) == GO_ON ? NEXT(ftruncate64)(fd, n) : -1;
}

int rename(const char *from, const char *to)
{
    return judge_path(to) == GO_ON ? NEXT(rename)(from, to) : -1;
}

__attribute__((destructor)) static void report(void)
{
    const char *path = getenv("GISA_FAIL_COUNT");
    FILE *to = path ? fopen(path, "w") : NULL;
    if (!to) return;
    fprintf(to, "%lu\n", atomic_load(&calls));
    fclose(to);
}

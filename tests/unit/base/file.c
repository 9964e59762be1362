#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "tests/unit/disk.h"
#include "tests/unit/test.h"

static void faults(const char *dir, const char *path)
{
    gisa_buf b = {0};
    gisa_error err = {0};
    EQUAL(gisa_file_read(dir, 100, &b, &err), GISA_EIO, "a directory is not read");
    OK(strstr(err.text, "is a directory") != NULL, "and the message says what it is");
    EQUAL(gisa_file_read("/nonexistent/x", 100, &b, &err), GISA_EIO, "a missing file is an error");
    OK(strstr(err.text, "/nonexistent/x: cannot open: No such file") == err.text,
       "the message names the path and the reason");
    EQUAL(gisa_file_read(path, 4, &b, &err), GISA_ELIMIT, "a file over the limit is told");
    EQUAL(gisa_file_write("/nonexistent/x", GISA_STR("x"), &err), GISA_EIO, "no folder, no file");
    OK(strstr(err.text, "/nonexistent/x: cannot create: No such file") == err.text,
       "the message names the file that was asked for");
    EQUAL(gisa_file_write(dir, GISA_STR("x"), &err), GISA_EIO, "a folder is not replaced");
    WENT(gisa_file_write("/dev/null", GISA_STR("x"), &err), err, "a device is written, not made");
    EQUAL(gisa_file_write("/dev/full", GISA_STR("x"), &err), GISA_EIO, "a full one is told");
    EQUAL(gisa_dir_make(path, &err), GISA_EIO, "a file is not made into a folder");
    char *link = gisa_path_join(dir, "full");
    OK(symlink("/dev/full", link) == 0, "a device may have another name");
    EQUAL(gisa_file_write(link, GISA_STR("x"), &err), GISA_EIO, "under which it is as full");
    OK(unlink(link) == 0, "and which is still there");
    gisa_free(link);
    link = gisa_path_join("", "text");
    SAME_C(gisa_str_from(link), "text", "no folder before a name, no slash");
    gisa_free(link);
    gisa_buf_clear(&b);
}

/* path holds "12345". A file is replaced by one that has reached the disk. */
static void test_disk_refusals(const char *path)
{
    gisa_buf b = {0};
    gisa_error err = {0};
    unsigned before = disk.synced;
    struct stat info;
    WENT(gisa_file_write(path, GISA_STR("12345"), &err), err, "a file is replaced");
    EQUAL(disk.synced, before + 1, "once it was synced");
    OK(stat(path, &info) == 0 && info.st_ino == disk.last.st_ino, "itself");
    disk.sync_fails = true;
    EQUAL(gisa_file_write(path, GISA_STR("new"), &err), GISA_EIO, "a disk may refuse to sync");
    OK(strstr(err.text, "cannot sync") != NULL, "which is told");
    WENT(gisa_file_write("/dev/null", GISA_STR("new"), &err), err, "a device is not synced");
    disk.sync_fails = false;
    disk.close_fails = true;
    EQUAL(gisa_file_write(path, GISA_STR("new"), &err), GISA_EIO, "or report late that it is full");
    disk.close_fails = false;
    OK(strstr(err.text, "cannot close: No space left") != NULL, "which is told as well");
    WENT(gisa_file_read(path, 100, &b, &err), err, "in both cases");
    SAME_C(gisa_buf_view(&b), "12345", "the old file is there");
    gisa_buf_clear(&b);
}

/* A pipe that holds what fits, and a thread that goes on at its other end after a while. */
typedef struct pipe_end {
    int fd;
    size_t bytes; /* to read or write there */
    bool reads;
} pipe_end;

static void *work_pipe(void *arg)
{
    const pipe_end *end = arg;
    char block[4096];
    memset(block, 'x', sizeof block);
    usleep(20000);
    for (size_t n = 0; n < end->bytes;) {
        size_t want = end->bytes - n < sizeof block ? end->bytes - n : sizeof block;
        ssize_t k = end->reads ? read(end->fd, block, want) : write(end->fd, block, want);
        n += k > 0 ? (size_t)k : 0;
    }
    if (!end->reads) close(end->fd);
    return NULL;
}

static void ignore_signal(int number)
{
    (void)number;
}

static void test_signals(void)
{
    enum { BYTES = 300000 };
    struct sigaction old, on = {.sa_handler = ignore_signal}; /* no SA_RESTART */
    struct itimerval often = {{0, 2000}, {0, 2000}}, never = {0};
    gisa_buf b = {0};
    gisa_error err = {0};
    pthread_t thread;
    int fds[2];
    sigaction(SIGALRM, &on, &old);
    setitimer(ITIMER_REAL, &often, NULL);
    for (int part = 0; part < 2; part++) {
        if (!OK(pipe(fds) == 0, "a pipe can be made")) break;
        pipe_end end = {fds[part == 0], BYTES, part == 1};
        if (part == 0) dup2(fds[0], STDIN_FILENO);
        end.fd = part == 1 ? fds[0] : fds[1];
        pthread_create(&thread, NULL, work_pipe, &end);
        if (part == 0) {
            gisa_mem_fail_after(GISA_MEM_NEVER);
            WENT(gisa_file_read("-", BYTES, &b, &err), err, "a signal does not end a read");
            EQUAL(b.n, BYTES, "nor lose a part of it");
            OK(gisa_mem_count() < 8, "what has no size is read in large steps");
        } else {
            WENT(gisa_fd_write(fds[1], "pipe", gisa_buf_view(&b), &err), err,
                 "nor does it end a write");
        }
        pthread_join(thread, NULL);
        close(fds[0]);
        if (part == 1) close(fds[1]);
    }
    setitimer(ITIMER_REAL, &never, NULL);
    sigaction(SIGALRM, &old, NULL);
    gisa_buf_clear(&b);
}

/* path is written anew. */
static void test_room(const char *path)
{
    gisa_buf large = {0}, b = {0}, small = gisa_buf_make(100);
    gisa_error err = {0};
    memset(gisa_buf_reserve(&large, 200000), 'x', 200000);
    large.n = 200000;
    WENT(gisa_file_write(path, gisa_buf_view(&large), &err), err, "a large file is written");
    gisa_mem_fail_after(1);
    WENT(gisa_file_read(path, SIZE_MAX - 1, &b, &err), err, "its size is asked for once");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    EQUAL(b.n, 200000, "and it is read whole");
    WENT(gisa_file_read(path, 200000, &b, &err), err, "another is read behind the first");
    EQUAL(b.n, 400000, "and both are there");
    gisa_buf_reset(&b);
    EQUAL(gisa_file_read(path, 300, &b, &err), GISA_ELIMIT, "a file may be too large");
    EQUAL(b.n, 301, "of which no more is read than shows it");
    EQUAL(gisa_file_read(path, 300, &small, &err), GISA_ELIMIT, "a buffer's own ceiling holds");
    gisa_buf_clear(&large);
    gisa_buf_clear(&b);
    gisa_buf_clear(&small);
}

int main(void)
{
    char dir[] = "/tmp/gisa-test-XXXXXX";
    gisa_error err = {0};
    if (!OK(mkdtemp(dir) != NULL, "a scratch folder can be made")) return test_end();
    char *deep = gisa_path_join(dir, "a/b");
    char *path = gisa_path_join(deep, "text");
    WENT(gisa_dir_make(deep, &err), err, "folders are made with the folders above them");
    WENT(gisa_dir_make(deep, &err), err, "a folder that is there is fine");
    WENT(gisa_file_write(path, GISA_STR("old old"), &err), err, "a file is written");
    WENT(gisa_file_write(path, GISA_STR("오픈소스"), &err), err, "a file is replaced");

    gisa_buf b = {0};
    WENT(gisa_file_read(path, 12, &b, &err), err, "a file of exactly the limit is read");
    SAME_C(gisa_buf_view(&b), "오픈소스", "what was written is read");
    gisa_str map;
    WENT(gisa_file_map(path, &map, &err), err, "a file is mapped");
    SAME_C(map, "오픈소스", "the map holds the file");
    gisa_file_forget(map, map.n);
    SAME_C(map, "오픈소스", "and what was forgotten is read again");
    gisa_file_unmap(map);
    WENT(gisa_file_write(path, GISA_STR(""), &err), err, "an empty file is written");
    WENT(gisa_file_map(path, &map, &err), err, "an empty file is mapped");
    EQUAL(map.n, 0, "and the map is empty");
    gisa_file_write(path, GISA_STR("12345"), &err);
    faults(dir, path);
    test_disk_refusals(path);
    test_room(path);
    test_signals();
    OK(gisa_file_exists(path) && !gisa_file_exists("/nonexistent"), "existence is told");

    unlink(path);
    rmdir(deep);
    char *a = gisa_path_join(dir, "a");
    rmdir(a);
    OK(rmdir(dir) == 0, "no neighbour file is left behind");
    gisa_free(a);
    gisa_free(path);
    gisa_free(deep);
    gisa_buf_clear(&b);
    return test_end();
}

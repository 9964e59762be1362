/* A disk that refuses at a test's word. fsync and close are those of this header in the whole
 * program of the unit tests; unless a test says otherwise they do what the system's do. */
#ifndef GISA_TEST_DISK_H
#define GISA_TEST_DISK_H

#include <errno.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef struct test_disk {
    unsigned synced;  /* calls of fsync */
    struct stat last; /* what the last one was for */
    bool sync_fails, close_fails;
} test_disk;

__attribute__((weak)) test_disk disk;

__attribute__((weak)) int fsync(int fd)
{
    disk.synced++;
    fstat(fd, &disk.last);
    if (!disk.sync_fails) return (int)syscall(SYS_fsync, fd);
    errno = EIO;
    return -1;
}

__attribute__((weak)) int close(int fd)
{
    int code = (int)syscall(SYS_close, fd);
    if (!disk.close_fails) return code;
    errno = ENOSPC;
    return -1;
}

#endif

/* Any bytes as an archive: read to the end, looked at, and opened for writing. */
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "corpus/archive.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void read_all(const char *path,
                     gisa_status (*next)(gisa_archive *, gisa_capture *, gisa_error *))
{
    gisa_archive *a = NULL;
    gisa_capture c;
    gisa_status st = gisa_archive_read(path, 0, &a, NULL);
    while (st >= 0 && st != GISA_END) st = next(a, &c, NULL);
    gisa_archive_close(a);
}

static gisa_status next_sound(gisa_archive *a, gisa_capture *c, gisa_error *err)
{
    gisa_stretch damaged;
    return gisa_archive_next_sound(a, c, &damaged, err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    char path[] = "/tmp/gisa-fuzz-XXXXXX";
    gisa_archive *a = NULL;
    uint64_t offset;
    int fd = mkstemp(path);
    if (fd < 0) return 0;
    gisa_status st = gisa_fd_write(fd, path, (gisa_str){(const char *)data, n}, NULL);
    close(fd);
    read_all(path, gisa_archive_next);
    read_all(path, gisa_archive_next_head);
    read_all(path, next_sound);
    if (st >= 0) st = gisa_archive_open(path, &a, NULL, NULL);
    const gisa_capture c = {.type = GISA_CAPTURE_RESOURCE, .uri = GISA_STR("file:///a")};
    if (st >= 0) gisa_archive_put(a, &c, &offset, NULL);
    gisa_archive_close(a);
    unlink(path);
    return 0;
}

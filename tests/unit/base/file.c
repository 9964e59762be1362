#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
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
    gisa_buf_clear(&b);
}

/* path holds "12345". */
static void test_input(const char *path)
{
    gisa_buf b = {0};
    gisa_error err = {0};
    bool ended = true;
    int fd = open(path, O_RDONLY);
    if (!OK(fd >= 0 && dup2(fd, STDIN_FILENO) == STDIN_FILENO, "a file is standard input")) return;
    close(fd);
    WENT(gisa_file_read_input(3, &b, &ended, &err), err, "a part of it is read");
    SAME_C(gisa_buf_view(&b), "123", "the first one");
    OK(!ended, "which is not all");
    WENT(gisa_file_read_input(3, &b, &ended, &err), err, "the rest is read behind it");
    SAME_C(gisa_buf_view(&b), "12345", "in its place");
    OK(ended, "and the end is told");
    gisa_buf_clear(&b);
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
    test_input(path);
    faults(dir, path);
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

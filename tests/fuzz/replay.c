/* Runs a fuzz target over stored inputs: replay TARGET PATH…, where a folder stands for its files.
 */
#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mem.h"

#define TARGET(name, function) int function(const uint8_t *data, size_t n);
#include "list.h"
#undef TARGET

static const struct {
    const char *name;
    int (*function)(const uint8_t *data, size_t n);
} targets[] = {
#define TARGET(name, function) {name, function},
#include "list.h"
#undef TARGET
};

static int (*target)(const uint8_t *data, size_t n);
static unsigned inputs;

static int replay_file(const char *path)
{
    gisa_buf bytes = {0};
    gisa_error err;
    if (gisa_file_read(path, (size_t)256 << 20, &bytes, &err) < 0) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    /* An exact copy on the heap, so that a sanitizer sees a read of one byte too many. */
    uint8_t *copy = gisa_malloc(bytes.n);
    if (!copy) return 1;
    if (bytes.n) memcpy(copy, bytes.p, bytes.n);
    printf("%s: %zu bytes\n", path, bytes.n);
    fflush(stdout);
    target(copy, bytes.n);
    inputs++;
    gisa_free(copy);
    gisa_buf_clear(&bytes);
    return 0;
}

static int replay(const char *path)
{
    DIR *dir = opendir(path);
    int failed = 0;
    if (!dir) return replay_file(path);
    for (struct dirent *e; (e = readdir(dir));) {
        if (e->d_name[0] == '.') continue;
        char *inside = gisa_path_join(path, e->d_name);
        failed |= !inside || replay(inside);
        gisa_free(inside);
    }
    closedir(dir);
    return failed;
}

int main(int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < sizeof targets / sizeof *targets; i++)
        if (strcmp(targets[i].name, argv[1]) == 0) target = targets[i].function;
    if (!target) {
        fprintf(stderr, "usage: replay TARGET PATH…, TARGET being a tests/fuzz/fuzz_TARGET.c\n");
        return 2;
    }
    int failed = 0;
    for (int i = 2; i < argc; i++) failed |= replay(argv[i]);
    printf("%u inputs\n", inputs);
    return failed || !inputs;
}

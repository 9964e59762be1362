/* Runs one unit test by the path of its source: runner base/arena. */
#include <stdio.h>
#include <string.h>

#define TEST(name, function) int function(void);
#include "list.h"
#undef TEST

static const struct {
    const char *name;
    int (*function)(void);
} tests[] = {
#define TEST(name, function) {name, function},
#include "list.h"
#undef TEST
};

int main(int argc, char **argv)
{
    for (size_t i = 0; argc == 2 && i < sizeof tests / sizeof *tests; i++)
        if (strcmp(tests[i].name, argv[1]) == 0) return tests[i].function();
    fprintf(stderr,
            argc == 2 ? "there is no tests/unit/%s.c\n" : "usage: unit NAME, say base/arena\n",
            argc == 2 ? argv[1] : "");
    return 2;
}

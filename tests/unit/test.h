/* The smallest test harness that still says what went wrong.
 *
 * A test program has one `int main(void)` that calls checks and returns test_end(). The last line
 * it prints is "# P passed, F failed". */
#ifndef GISA_TEST_H
#define GISA_TEST_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/status.h"
#include "base/str.h"

static int test_passed, test_failed;

static inline int test_check(int good, const char *file, int line, const char *name,
                             const char *detail)
{
    if (good) {
        test_passed++;
        return 1;
    }
    test_failed++;
    printf("FAIL %s:%d: %s%s%s\n", file, line, name, detail ? "\n     " : "", detail ? detail : "");
    return 0;
}

/* Passes when cond is true; name is a sentence that says what should hold. */
#define OK(cond, name) test_check((cond) ? 1 : 0, __FILE__, __LINE__, name, "not so: " #cond)

static inline int test_same(gisa_str got, gisa_str want, const char *file, int line,
                            const char *name)
{
    char detail[2048];
    snprintf(detail, sizeof detail, "got  [%.*s]\n     want [%.*s]", GISA_ARG(got), GISA_ARG(want));
    return test_check(gisa_str_eq(got, want) && (!got.p == !want.p), file, line, name, detail);
}

/* Two gisa_str are the same bytes (and both known or both unknown). */
#define SAME(got, want, name) test_same(got, want, __FILE__, __LINE__, name)

/* A gisa_str equals a C string. */
#define SAME_C(got, want, name) test_same(got, gisa_str_from(want), __FILE__, __LINE__, name)

static inline int test_equal(long long got, long long want, const char *file, int line,
                             const char *name)
{
    char detail[96];
    snprintf(detail, sizeof detail, "got %lld, want %lld", got, want);
    return test_check(got == want, file, line, name, detail);
}

#define EQUAL(got, want, name)                                                                     \
    test_equal((long long)(got), (long long)(want), __FILE__, __LINE__, name)

/* A call went well; prints the error when it did not. */
#define WENT(call, err, name) test_check((call) >= 0, __FILE__, __LINE__, name, (err).text)

/* A copy with nothing behind it, not even a NUL, so that a sanitizer sees a read of one byte too
 * many. Freed by free((char *)(uintptr_t)text.p). */
static inline gisa_str test_exact(const char *text)
{
    size_t n = strlen(text);
    char *p = malloc(n ? n : 1);
    if (p) memcpy(p, text, n);
    return (gisa_str){p, n};
}

static inline int test_end(void)
{
    printf("# %d passed, %d failed\n", test_passed, test_failed);
    return test_failed != 0;
}

#endif

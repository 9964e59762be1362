#include "index/postings/bounds.h"

#include <math.h>
#include <string.h>

#include "tests/unit/test.h"

enum { N = 700 };

static void test_steps(void)
{
    size_t low = 0, loose = 0;
    for (double ratio = .001; ratio < 2000; ratio *= 1.003) {
        double bound = gisa_bounds_of_step(gisa_bounds_step(ratio));
        low += bound < ratio;
        loose += ratio > .03 && ratio < 500 && bound > ratio * 1.05;
    }
    EQUAL(low, 0, "a step is never below its ratio");
    EQUAL(loose, 0, "nor far above it");
    EQUAL(gisa_bounds_step(0), GISA_BOUNDS_NONE, "what is not there has none");
    EQUAL(gisa_bounds_step(1e9), GISA_BOUNDS_HIGHEST, "beyond all steps is the highest");
    OK(isinf(gisa_bounds_of_step(GISA_BOUNDS_HIGHEST)), "which bounds nothing");
}

static void test_ranges(void)
{
    int64_t rows[N], held[N];
    gisa_buf blob = {0}, read = {0};
    uint64_t build, same;
    double average = 0;
    for (int i = 0; i < N; i++) rows[i] = ((int64_t)1 << 40) + (int64_t)i * i * 900 + i;
    gisa_bounds_write_ranges(&blob, rows, N, 345.25, &build);
    OK(gisa_bounds_read_ranges(gisa_buf_view(&blob), &read, &average, &same), "ranges are read");
    OK(read.n == sizeof rows && build == same, "all of them");
    if (read.n == sizeof rows) memcpy(held, read.p, read.n);
    OK(read.n == sizeof rows && memcmp(rows, held, sizeof rows) == 0, "as they were");
    OK(average > 345.24 && average < 345.26, "with the average length");
    size_t believed = 0;
    for (size_t i = 0; i < blob.n; i++) {
        blob.p[i] ^= 4;
        believed += gisa_bounds_read_ranges(gisa_buf_view(&blob), &read, &average, &same);
        blob.p[i] ^= 4;
    }
    EQUAL(believed, 0, "no damage is believed");
    gisa_buf_clear(&blob);
    gisa_buf_clear(&read);
}

static void test_blob(void)
{
    uint8_t steps[N] = {0}, held[N];
    gisa_buf blob = {0};
    size_t believed = 0;
    for (int i = 0; i < N; i++)
        if (i % 7 < 3 || i > 600) steps[i] = (uint8_t)(1 + i % 255);
    gisa_bounds_write_steps(&blob, steps, N, 99);
    gisa_str text = gisa_buf_view(&blob);
    OK(gisa_bounds_read_steps(text, 99, held, N) && memcmp(steps, held, N) == 0,
       "steps are read as they were written");
    OK(!gisa_bounds_read_steps(text, 98, held, N), "those of other ranges are not believed");
    OK(!gisa_bounds_read_steps(text, 99, held, N - 1), "nor more than there are ranges");
    for (size_t n = 0; n < text.n; n++)
        believed += gisa_bounds_read_steps((gisa_str){text.p, n}, 99, held, N);
    for (size_t i = 0; i < blob.n; i++) {
        blob.p[i] ^= 32;
        believed += gisa_bounds_read_steps(text, 99, held, N);
        blob.p[i] ^= 32;
    }
    EQUAL(believed, 0, "nor what is cut or damaged");
    memset(steps, 0, sizeof steps);
    gisa_bounds_write_steps(&blob, steps, N, 7);
    OK(gisa_bounds_read_steps(gisa_buf_view(&blob), 7, held, N) && !held[0] && !held[N - 1],
       "a term may be nowhere");
    gisa_buf_clear(&blob);
}

int main(void)
{
    test_steps();
    test_ranges();
    test_blob();
    return test_end();
}

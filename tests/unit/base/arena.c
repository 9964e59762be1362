#include <stddef.h>

#include "base/arena.h"
#include "base/mem.h"
#include "tests/unit/test.h"

/* How many bytes there are in steps of 1 kB, with so many more blocks. */
static size_t room(gisa_arena *a, uint64_t blocks)
{
    size_t n = 0;
    gisa_mem_fail_after(blocks);
    while (gisa_arena_alloc(a, 1024)) n += 1024;
    gisa_mem_fail_after(GISA_MEM_NEVER);
    return n;
}

static void test_blocks(void)
{
    gisa_arena a = {0}, b = {0};
    EQUAL(room(&a, 1), 4096, "the first block is a page, and used to its last byte");
    EQUAL(room(&a, 1), 8192, "the next is twice as large");
    for (int i = 0; i < 20; i++) room(&a, 1);
    EQUAL(room(&a, 1), 1 << 20, "in the end each adds a megabyte, whatever there is");
    gisa_arena_clear(&a);

    gisa_str first, second;
    gisa_arena_copy(&b, GISA_STR("0123456789abcdef"), &first);
    gisa_arena_copy(&b, GISA_STR("ghijklmnopqrstuv"), &second);
    EQUAL(first.p[16], 0, "the next copy leaves the end of one of 16 bytes alone");
    gisa_arena_clear(&b);
}

int main(void)
{
    gisa_arena a = {0};
    char *first = gisa_arena_alloc(&a, 3), *second = gisa_arena_alloc(&a, 5);
    OK(first && second && second - first >= 3, "two allocations do not overlap");
    OK(((size_t)second % _Alignof(max_align_t)) == 0, "an allocation is aligned for any type");
    char *large = gisa_arena_alloc(&a, 100000);
    OK(large != NULL, "one larger than a block is served");
    memset(large, 7, 100000);
    OK(gisa_arena_calloc(&a, SIZE_MAX / 2, 3) == NULL, "an overflowing product is refused");
    int *zeroed = gisa_arena_calloc(&a, 100, sizeof *zeroed);
    int sum = 0;
    for (int i = 0; i < 100; i++) sum |= zeroed[i];
    EQUAL(sum, 0, "calloc gives zeroes in recycled memory too");

    gisa_str copy;
    EQUAL(gisa_arena_copy(&a, GISA_STR("기사"), &copy), GISA_OK, "a copy is made");
    SAME_C(copy, "기사", "the copy holds the same bytes");
    EQUAL(copy.p[copy.n], 0, "a NUL stands behind the copy");
    gisa_arena_copy(&a, GISA_NONE, &copy);
    OK(copy.p == NULL, "the copy of the unknown is unknown");

    gisa_arena_reset(&a);
    EQUAL(a.used, 0, "a reset arena has handed out nothing");
    gisa_arena_clear(&a);

    gisa_arena small = {.max = 64};
    OK(gisa_arena_alloc(&small, 48) != NULL, "below the ceiling there is room");
    OK(gisa_arena_alloc(&small, 48) == NULL, "above the ceiling there is none");
    OK(gisa_arena_alloc(&small, 16) != NULL, "up to the ceiling there is");
    OK(gisa_arena_alloc(&small, 1) == NULL, "and then not a byte");
    gisa_arena_clear(&small);
    EQUAL(small.max, 64, "clearing keeps the ceiling");

    int *items = NULL;
    size_t cap = 0, n = 0;
    for (; n < 100; n++) {
        if (GISA_ARENA_GROW(&a, items, n, cap) < 0) break;
        items[n] = (int)n * 3;
    }
    EQUAL(items[57], 171, "growing keeps the items");
    n = cap;
    int *before = items;
    gisa_mem_fail_after(0);
    while (gisa_arena_alloc(&a, 1)) {
    }
    OK(GISA_ARENA_GROW(&a, items, n, cap) == GISA_ENOMEM, "without memory an array cannot grow");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    OK(items == before && n == cap, "and stays as it was");
    gisa_arena_clear(&a);

    test_blocks();
    gisa_mem_fail_after(0);
    OK(gisa_arena_alloc(&a, 8) == NULL, "without memory the arena says so");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_arena_clear(&a);
    return test_end();
}

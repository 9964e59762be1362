#include "base/table.h"

#include "base/mem.h"
#include "tests/unit/test.h"

enum { N = 5000 };

/* Keys that a bad mix of bits would put side by side. */
static uint32_t key(uint32_t i)
{
    return (i + 1) << 16 | i >> 16;
}

static void test_many(void)
{
    gisa_table t = {0};
    unsigned wrong = 0;
    EQUAL(gisa_table_find(&t, key(0), 9), 9, "nothing is in an empty table");
    for (uint32_t i = 0; i < N; i++) {
        uint32_t *value = NULL;
        bool added = false;
        wrong += gisa_table_put(&t, key(i), &value, &added) < 0 || !added || *value != 0;
        if (value) *value = i;
    }
    for (uint32_t i = 0; i < N; i++) wrong += gisa_table_find(&t, key(i), N) != i;
    EQUAL(wrong, 0, "each key keeps its value while the table grows");
    EQUAL(t.n, N, "and is counted once");
    EQUAL(gisa_table_find(&t, key(N), 9), 9, "a key that was not put");
    OK(2 * t.n <= t.cap, "half of the slots are free");
    uint32_t *value = NULL;
    bool added = true;
    OK(gisa_table_put(&t, key(3), &value, &added) == GISA_OK && !added && *value == 3,
       "a key that is there is found");
    gisa_table_clear(&t);
    OK(t.n == 0 && gisa_table_find(&t, key(3), 9) == 9, "an emptied table has none");
}

static void test_room(void)
{
    gisa_table t = {0};
    OK(gisa_table_reserve(&t, 4096) == GISA_OK, "room for many keys");
    EQUAL(t.cap, 8192, "is twice as many slots");
    gisa_mem_fail_after(0);
    OK(gisa_table_reserve(&t, 4096) == GISA_OK, "and is there when it is asked for again");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_table_clear(&t);
    gisa_mem_fail_after(0);
    OK(gisa_table_reserve(&t, UINT32_MAX / 2) == GISA_ENOMEM, "room for very many");
    EQUAL(gisa_mem_count(), 1, "is asked for");
    OK(gisa_table_reserve(&t, (size_t)UINT32_MAX / 2 + 1) == GISA_ENOMEM, "but for more");
    EQUAL(gisa_mem_count(), 1, "would not do, as 32 bits cannot choose among the slots");
    gisa_mem_fail_after(GISA_MEM_NEVER);
}

static void test_memory(void)
{
    gisa_table t = {0};
    uint32_t *value;
    bool added;
    gisa_mem_fail_after(0);
    OK(gisa_table_put(&t, 1, &value, NULL) == GISA_ENOMEM, "there may be no memory");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    for (uint32_t i = 0; i < 8; i++) {
        if (!OK(gisa_table_put(&t, key(i), &value, &added) == GISA_OK, "it goes in")) return;
        *value = i;
    }
    gisa_mem_fail_after(0);
    OK(gisa_table_put(&t, key(8), &value, &added) == GISA_ENOMEM, "nor any for more slots");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    OK(t.n == 8 && gisa_table_find(&t, key(7), 9) == 7, "and the table is what it was");
    OK(gisa_table_reserve(&t, SIZE_MAX / 2) == GISA_ENOMEM, "no table is that large");
    gisa_table_clear(&t);
}

int main(void)
{
    test_many();
    test_room();
    test_memory();
    return test_end();
}

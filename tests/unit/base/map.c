#include "base/map.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static void every_allocation_may_fail(void)
{
    int wrong = 0;
    for (uint64_t allowed = 0; allowed < 40; allowed++) {
        gisa_map m = {0};
        size_t added = 0;
        gisa_mem_fail_after(allowed);
        for (int i = 0; i < 200; i++) {
            char key[8];
            int n = snprintf(key, sizeof key, "%d", i);
            if (gisa_map_count(&m, (gisa_str){key, (size_t)n}, 1) < 0) break;
            added++;
        }
        gisa_mem_fail_after(GISA_MEM_NEVER);
        wrong += m.n != added;
        gisa_map_clear(&m);
    }
    EQUAL(wrong, 0, "every allocation may fail, and leaves the map unchanged");
}

static void test_load(void)
{
    gisa_map m = {0};
    size_t crowded = 0;
    for (int i = 0; i < 100; i++) {
        char key[16];
        int n = snprintf(key, sizeof key, "%d", i);
        gisa_map_count(&m, (gisa_str){key, (size_t)n}, 1);
        crowded += 2 * m.n > m.n_slots;
        if (m.n == 8) EQUAL(m.n_slots, 16, "eight keys take sixteen slots");
    }
    EQUAL(crowded, 0, "half of the slots stay free");
    gisa_map_clear(&m);
}

int main(void)
{
    gisa_map m = {0};
    uint64_t *slot;
    bool added;
    OK(gisa_map_find(&m, GISA_STR("x")) == NULL, "an empty map finds nothing");
    gisa_map_put(&m, GISA_STR("딥시크"), &slot, &added);
    OK(added, "a new key is added");
    *slot = 7;
    gisa_map_put(&m, GISA_STR("딥시크"), &slot, &added);
    OK(!added && *slot == 7, "an old key keeps its value");
    gisa_map_put(&m, GISA_STR(""), &slot, &added);
    OK(added && gisa_map_find(&m, GISA_STR("")) != NULL, "the empty text is a key");
    for (int i = 0; i < 10000; i++) {
        char key[16];
        int n = snprintf(key, sizeof key, "k%d", i % 5000);
        gisa_map_count(&m, (gisa_str){key, (size_t)n}, (uint64_t)i);
    }
    EQUAL(m.n, 5002, "a key is stored once");
    EQUAL(*gisa_map_find(&m, GISA_STR("k17")), 17 + 5017, "counts add up");
    SAME_C(m.items[2].key, "k0", "walking follows the order of insertion");
    SAME_C(m.items[5001].key, "k4999", "to the end");
    gisa_map_reset(&m);
    OK(m.n == 0 && gisa_map_find(&m, GISA_STR("k17")) == NULL, "a reset map is empty");
    gisa_map_count(&m, GISA_STR("again"), 1);
    EQUAL(m.n, 1, "and usable");
    gisa_map_clear(&m);
    every_allocation_may_fail();
    test_load();
    return test_end();
}

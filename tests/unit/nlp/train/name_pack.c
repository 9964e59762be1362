#include "nlp/train/name_pack.h"

#include "base/mem.h"
#include "nlp/names/name_line.h"
#include "tests/unit/test.h"

enum { KEYS = 20000 };

int main(void)
{
    static uint64_t keys[KEYS];
    gisa_error err = {0};
    train_pack p;
    for (uint64_t i = 0; i < KEYS; i++) keys[i] = gisa_name_mix(i + 1);
    if (!WENT(train_pack_make(keys, KEYS, 12, &p, &err), err, "keys are packed")) return test_end();
    gisa_name_table t = {p.blocks, p.n_blocks};
    unsigned own = 0, strangers = 0;
    for (uint32_t i = 0; i < KEYS; i++) {
        uint32_t number = gisa_name_table_find(&t, keys[i]);
        if (number >= p.n) continue;
        own += p.order[number] == i;
        if (p.order[number] != i && p.order[number] > i) own = 0; /* the first has it */
    }
    EQUAL(own, p.n, "each number is that of one key");
    OK(p.n > KEYS * 95 / 100, "few keys share a bit");
    for (uint64_t i = 0; i < KEYS; i++)
        strangers += gisa_name_table_find(&t, gisa_name_mix(~i)) != GISA_NAME_TABLE_NONE;
    OK(strangers > KEYS / 20 && strangers < KEYS / 8, "others are found as often as bits are set");
    train_pack_clear(&p);
    OK(train_pack_make(NULL, 0, 12, &p, &err) == GISA_OK && p.n == 0 && p.n_blocks == 1,
       "no keys make an empty table");
    train_pack_clear(&p);
    gisa_mem_fail_after(1);
    OK(train_pack_make(keys, KEYS, 12, &p, &err) == GISA_ENOMEM, "memory may be short");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    return test_end();
}

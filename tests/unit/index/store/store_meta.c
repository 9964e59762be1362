#include "index/store/store_meta.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    int64_t n = 0;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    WENT(gisa_meta_number(s, "none", -7, &n, &err), err, "a key that is not there");
    EQUAL(n, -7, "has the number the caller gives");
    gisa_meta_set_number(s, "some", INT64_MAX, &err);
    gisa_meta_set_number(s, "other", 2, &err);
    gisa_meta_number(s, "some", 0, &n, &err);
    EQUAL(n, INT64_MAX, "a number is kept whole");
    WENT(gisa_meta_set_number(s, "some", 3, &err), err, "a key is set again");
    gisa_meta_number(s, "some", 0, &n, &err);
    EQUAL(n, 3, "and has the new number");
    gisa_store_close(s);
    tiny_store(folder, true, &s, &err);
    gisa_meta_number(s, "other", 0, &n, &err);
    EQUAL(n, 2, "numbers outlive the store");
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}

#include "index/store/saved.h"

#include "base/mem.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static const struct {
    const char *name, *text;
    bool good;
} names[] = {
    {"a word is a name", "lamp", true},
    {"so is one in Hangul with a blank", "등대 소식", true},
    {"nothing is none", "", false},
    {"a dash in front looks like an option", "-lamp", false},
    {"a line end would tear a mail", "la\nmp", false},
    {"ill-formed text is none", "la\xff", false},
};

static gisa_saved_list list;

static const gisa_saved *find(gisa_store *s, const char *name)
{
    gisa_error err = {0};
    WENT(gisa_saved_load(s, &list, &err), err, "saved searches are read");
    return gisa_saved_find(&list, gisa_str_from(name));
}

static void test_put(gisa_store *s)
{
    gisa_error err = {0};
    gisa_saved one = {.name = GISA_STR("lamp"),
                      .query = GISA_STR("등대 -부두"),
                      .exact = true,
                      .position = 500,
                      .saved_utc = 7};
    OK(!find(s, "lamp") && list.n == 0, "at first none is there");
    WENT(gisa_saved_put(s, &one, false, &err), err, "one is saved");
    const gisa_saved *got = find(s, "lamp");
    OK(got && got->exact && !got->keep_copies && got->position == 500 && got->saved_utc == 7,
       "and read as it was");
    SAME_C(got->query, "등대 -부두", "with its query");
    one.query = GISA_STR("섬");
    EQUAL(gisa_saved_put(s, &one, false, &err), GISA_EINVAL, "a taken name is an error");
    SAME_C(find(s, "lamp")->query, "등대 -부두", "that changes nothing");
    WENT(gisa_saved_put(s, &one, true, &err), err, "unless it is to be replaced");
    SAME_C(find(s, "lamp")->query, "섬", "which it is");
    one.name = GISA_STR("boat");
    gisa_saved_put(s, &one, false, &err);
    find(s, "lamp");
    SAME_C(list.items[0].name, "boat", "they come by name");
    one.name = GISA_STR("-x");
    EQUAL(gisa_saved_put(s, &one, false, &err), GISA_EINVAL, "a bad name is an error");
}

static void test_advance(gisa_store *s)
{
    gisa_error err = {0};
    size_t moved = 0;
    const uint64_t left[] = {600, 700};
    const gisa_saved_step steps[] = {{GISA_STR("lamp"), 500, 800, 3, left, 2},
                                     {GISA_STR("boat"), 400, 800, 1, left, 2},
                                     {GISA_STR("none"), 500, 800, 1, NULL, 0}};
    WENT(gisa_saved_advance(s, steps, 3, 99, &moved, &err), err, "runs are noted");
    EQUAL(moved, 1, "of searches that are there and where they were");
    const gisa_saved *got = find(s, "lamp");
    OK(got->position == 800 && got->told == 3 && got->ran_utc == 99 && got->found_utc == 99,
       "with what they told and when");
    EQUAL(got->left, 2, "and what they left");
    EQUAL(find(s, "boat")->position, 500, "one at another position stays");
    EQUAL(find(s, "boat")->left, 0, "and leaves nothing");
    const gisa_saved_step nothing = {GISA_STR("lamp"), 800, 900, 0, left, 1};
    gisa_saved_advance(s, &nothing, 1, 120, &moved, &err);
    got = find(s, "lamp");
    OK(got->ran_utc == 120 && got->found_utc == 99, "a run that told nothing is only a run");
    EQUAL(got->left, 1, "what it leaves is all that is left");
    gisa_status st = GISA_ENOMEM;
    for (uint64_t allowed = 0; st == GISA_ENOMEM && allowed < 100; allowed++) {
        gisa_mem_fail_after(allowed);
        st = gisa_saved_load(s, &list, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
    }
    EQUAL(st, GISA_OK, "every allocation may fail, cleanly");
    WENT(gisa_saved_delete(s, GISA_STR("boat"), &err), err, "one is deleted");
    OK(!find(s, "boat"), "and gone");
    EQUAL(gisa_saved_delete(s, GISA_STR("boat"), &err), GISA_ENOTFOUND,
          "an unknown one is reported");
}

static uint64_t ten_more(const void *ctx, uint64_t old)
{
    (void)ctx;
    return old + 10;
}

static void test_copy(gisa_store *s)
{
    char folder[64];
    gisa_store *other = NULL;
    gisa_error err = {0};
    size_t n = 0;
    tiny_folder(folder);
    tiny_store(folder, false, &other, &err);
    WENT(gisa_saved_copy(s, other, NULL, &n, &err), err, "another store gets them");
    EQUAL(n, 1, "all");
    const gisa_saved *got = find(other, "lamp");
    OK(got && got->position == 900 && got->told == 3 && got->found_utc == 99, "as they are");
    OK(got && got->left == 1, "with what they left");
    const gisa_saved_places further = {ten_more, NULL};
    WENT(gisa_saved_copy(s, other, &further, &n, &err), err, "in an archive of another layout");
    got = find(other, "lamp");
    OK(got->position == 910 && got->left == 1, "they have their places in that");
    int64_t left = 0;
    gisa_sql_number(&other->sql, "SELECT sum(capture) FROM saved_left", 0, 0, &left, &err);
    EQUAL(left, 610, "and so has what they left");
    gisa_saved again = {.name = GISA_STR("lamp"), .query = GISA_STR("섬")};
    gisa_saved_put(other, &again, true, &err);
    EQUAL(find(other, "lamp")->left, 0, "one that is saved anew has left nothing");
    gisa_store_close(other);
    tiny_store(folder, true, &other, &err);
    OK(find(other, "lamp") != NULL, "they can be read where nothing may be written");
    gisa_store_close(other);
    tiny_remove(folder);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        EQUAL(gisa_saved_name_ok(gisa_str_from(names[i].text)), names[i].good, names[i].name);
    tiny_folder(folder);
    WENT(tiny_store(folder, false, &s, &err), err, "a store");
    test_put(s);
    test_advance(s);
    test_copy(s);
    gisa_saved_clear(&list);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}

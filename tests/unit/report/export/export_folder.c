#include "report/export/export_folder.h"

#include "base/file.h"
#include "tests/unit/press.h"

static char base[64], place[128], inside[192];

static gisa_status make(bool replace, const char *text, bool stop_before, gisa_error *err)
{
    gisa_folder f;
    size_t a = 0, b = 0;
    gisa_status st = gisa_folder_open(place, replace, &f, err);
    if (st < 0) return st;
    st = gisa_folder_add(&f, "a.csv", &a, err);
    if (st >= 0) st = gisa_folder_add(&f, "manifest.json", &b, err);
    if (st >= 0) st = gisa_folder_put(&f, a, gisa_str_from(text), 2, err);
    if (st >= 0) st = gisa_folder_sync(&f, err);
    if (st >= 0 && !stop_before) st = gisa_folder_place(&f, err);
    gisa_folder_close(&f);
    return st;
}

static bool holds(const char *text)
{
    gisa_buf got = {0};
    bool same = gisa_file_read(inside, 1000, &got, NULL) >= 0 &&
                gisa_str_is(gisa_buf_view(&got), text);
    gisa_buf_clear(&got);
    return same;
}

int main(void)
{
    gisa_error err;
    char part[160];
    if (!tiny_folder(base)) return 2;
    snprintf(place, sizeof place, "%s/deep/er", base);
    snprintf(inside, sizeof inside, "%s/a.csv", place);
    snprintf(part, sizeof part, "%s.part", place);
    WENT(make(false, "one", true, &err), err, "a folder that is given up");
    OK(!gisa_file_exists(place) && !gisa_file_exists(part), "leaves nothing");
    WENT(make(false, "one", false, &err), err, "a folder with its parents");
    OK(holds("one"), "is there");
    OK(!gisa_file_exists(part), "and nothing beside it");
    EQUAL(make(false, "two", false, &err), GISA_EINVAL, "is not replaced unasked");
    OK(holds("one"), "and stays");
    WENT(make(true, "two", false, &err), err, "is replaced when asked");
    OK(holds("two") && !gisa_file_exists(part), "whole");
    WENT(gisa_dir_make(part, &err), err, "what a crash left");
    WENT(make(true, "three", false, &err), err, "is no obstacle");
    OK(holds("three"), "to the next");
    snprintf(place, sizeof place, "%s", base);
    EQUAL(make(true, "x", false, &err), GISA_EINVAL,
          "a folder that is no export is never replaced");
    snprintf(place, sizeof place, "%s/empty", base);
    snprintf(inside, sizeof inside, "%s/a.csv", place);
    WENT(gisa_dir_make(place, &err), err, "an empty folder");
    WENT(make(false, "four", false, &err), err, "may be filled");
    OK(holds("four"), "and is");
    *place = '\0';
    EQUAL(make(false, "x", false, &err), GISA_EINVAL, "no name is no folder");
    tiny_remove(base);
    return test_end();
}

#include "corpus/manifest.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static char dir[] = "/tmp/gisa-manifest-XXXXXX";

static void put(const char *name, const char *text)
{
    gisa_error err;
    char *path = gisa_path_join(dir, name);
    WENT(gisa_file_write(path, gisa_str_from(text), &err), err, "a file is written");
    gisa_free(path);
}

static gisa_status build(gisa_error *err)
{
    gisa_manifest m = {0};
    gisa_status st = gisa_manifest_note_text(&m, "query", GISA_STR("딥시크 \"오픈\""));
    if (st >= 0) st = gisa_manifest_note_count(&m, "articles", 2);
    if (st >= 0) st = gisa_manifest_add(&m, dir, GISA_STR("b.csv"), 2, err);
    if (st >= 0) st = gisa_manifest_add(&m, dir, GISA_STR("README.txt"), GISA_NOWHERE, err);
    if (st >= 0) st = gisa_manifest_write(&m, dir, err);
    gisa_manifest_clear(&m);
    return st;
}

static void check_problems(size_t want, const char *needle, const char *name)
{
    gisa_buf problems = {0};
    gisa_error err = {0};
    size_t n = 0;
    WENT(gisa_manifest_verify(dir, &problems, &n, &err), err, name);
    EQUAL(n, want, name);
    OK(gisa_str_has(gisa_buf_view(&problems), gisa_str_from(needle)), name);
    gisa_buf_clear(&problems);
}

static void test_verify(void)
{
    check_problems(0, "", "an untouched folder is whole");
    put("b.csv", "id\r\n1\r\n3\r\n");
    check_problems(1, "b.csv: was changed", "one changed byte is found");
    put("b.csv", "id\r\n");
    check_problems(1, "b.csv: has 4 bytes, the manifest says 10", "a shortened file is found");
    put("b.csv", "id\r\n1\r\n2\r\n");
    gisa_error err;
    char *folder = gisa_path_join(dir, "folder");
    WENT(gisa_dir_make(folder, &err), err, "a folder is made");
    check_problems(0, "", "which is no file too many");
    rmdir(folder);
    gisa_free(folder);
    put("c.csv", "x");
    check_problems(1, "c.csv: is not in the manifest", "a file too many is found");
    gisa_buf little = gisa_buf_make(10);
    size_t n = 0;
    EQUAL(gisa_manifest_verify(dir, &little, &n, &err), GISA_ELIMIT,
          "no list of problems is given that is not whole");
    gisa_buf_clear(&little);
    char *path = gisa_path_join(dir, "c.csv");
    unlink(path);
    gisa_free(path);
    path = gisa_path_join(dir, "README.txt");
    unlink(path);
    check_problems(1, "README.txt", "a missing file is found");
    put("README.txt", "hello\n");
    gisa_free(path);
}

/* As many files as a first array holds, and one that the manifest does not name. */
static void test_many(void)
{
    gisa_manifest m = {0};
    gisa_error err = {0};
    for (int i = 0; i < 15; i++) {
        char name[16];
        snprintf(name, sizeof name, "%02d.txt", i);
        put(name, "x");
        if (i < 14)
            WENT(gisa_manifest_add(&m, dir, gisa_str_from(name), 1, &err), err, "a file is added");
    }
    WENT(gisa_manifest_add(&m, dir, GISA_STR("b.csv"), 2, &err), err, "with the others");
    WENT(gisa_manifest_add(&m, dir, GISA_STR("README.txt"), 1, &err), err, "that are there");
    WENT(gisa_manifest_write(&m, dir, &err), err, "the manifest is written");
    check_problems(1, "14.txt: is not in the manifest", "one file too many among many");
    for (int i = 0; i < 15; i++) {
        char name[16];
        snprintf(name, sizeof name, "%02d.txt", i);
        char *path = gisa_path_join(dir, name);
        unlink(path);
        gisa_free(path);
    }
    gisa_manifest_clear(&m);
}

static gisa_status read_text(const char *text)
{
    gisa_manifest m = {0};
    gisa_error err;
    put(GISA_MANIFEST_NAME, text);
    gisa_status st = gisa_manifest_read(dir, &m, &err);
    gisa_manifest_clear(&m);
    return st;
}

static void test_names(void)
{
    char name[257] = "";
    memset(name, 'a', 255);
    const struct {
        const char *what, *name;
        gisa_status want;
    } rows[] = {
        {"a name", "a.csv", GISA_OK},
        {"one of 255 bytes", name, GISA_OK},
        {"no name", "", GISA_ECORRUPT},
        {"a hidden file", ".profile", GISA_ECORRUPT},
        {"a file in a folder", "a/b", GISA_ECORRUPT},
        {"a NUL", "a\\u0000b", GISA_ECORRUPT},
    };
    for (size_t i = 0; i <= sizeof rows / sizeof rows[0]; i++) {
        bool last = i == sizeof rows / sizeof rows[0];
        gisa_buf text = {0};
        if (last) name[255] = 'a';
        gisa_buf_addf(&text,
                      "{\"format\":\"gisa-export-1\",\"files\":[{\"name\":\"%s\",\"bytes\":1,"
                      "\"sha256\":\"%064d\"}]}",
                      last ? name : rows[i].name, 0);
        EQUAL(read_text(text.p), last ? GISA_ECORRUPT : rows[i].want,
              last ? "one of 256" : rows[i].what);
        gisa_buf_clear(&text);
    }
}

static void test_size(void)
{
    gisa_buf blanks = {0};
    for (size_t i = 0; i < (size_t)4 << 20; i++) gisa_buf_add_char(&blanks, ' ');
    EQUAL(read_text(blanks.p), GISA_ECORRUPT, "4 MB are read");
    gisa_buf_add_char(&blanks, ' ');
    EQUAL(read_text(blanks.p), GISA_ELIMIT, "and no more");
    gisa_buf_clear(&blanks);
}

static void test_hostile(void)
{
    static const struct {
        const char *name, *json;
    } rows[] = {
        {"no JSON", "SHA256"},
        {"an array", "[]"},
        {"another format", "{\"format\":\"x\",\"files\":[]}"},
        {"a file above the folder",
         "{\"format\":\"gisa-export-1\",\"files\":[{\"name\":\"../passwd\",\"bytes\":1,\"sha256\":"
         "\"0000000000000000000000000000000000000000000000000000000000000000\"}]}"},
        {"a short digest", "{\"format\":\"gisa-export-1\",\"files\":[{\"name\":\"a\",\"bytes\":1,"
                           "\"sha256\":\"0\"}]}"},
        {"files that are no list", "{\"format\":\"gisa-export-1\",\"files\":{}}"},
        {"no format", "{\"files\":[]}"},
        {"no name", "{\"format\":\"gisa-export-1\",\"files\":[{\"bytes\":1,\"sha256\":"
                    "\"0000000000000000000000000000000000000000000000000000000000000000\"}]}"},
        {"a size in words",
         "{\"format\":\"gisa-export-1\",\"files\":[{\"name\":\"a\",\"bytes\":\"1\",\"sha256\":"
         "\"0000000000000000000000000000000000000000000000000000000000000000\"}]}"},
        {"no digest", "{\"format\":\"gisa-export-1\",\"files\":[{\"name\":\"a\",\"bytes\":1}]}"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_manifest m = {0};
        gisa_error err;
        put(GISA_MANIFEST_NAME, rows[i].json);
        EQUAL(gisa_manifest_read(dir, &m, &err), GISA_ECORRUPT, rows[i].name);
        EQUAL(m.n_files, 0, "and nothing is kept");
        gisa_manifest_clear(&m);
    }
}

static void test_memory(void)
{
    gisa_error err;
    gisa_mem_fail_after(GISA_MEM_NEVER);
    WENT(build(&err), err, "the manifest is written");
    uint64_t n = gisa_mem_count();
    for (uint64_t allowed = 0; allowed < n; allowed++) {
        gisa_mem_fail_after(allowed);
        EQUAL(build(&err), GISA_ENOMEM, "every allocation may fail, cleanly");
    }
    gisa_mem_fail_after(GISA_MEM_NEVER);
}

int main(void)
{
    gisa_manifest m = {0};
    gisa_error err;
    if (!mkdtemp(dir)) return 2;
    put("b.csv", "id\r\n1\r\n2\r\n");
    put("README.txt", "hello\n");
    test_memory();
    WENT(gisa_manifest_read(dir, &m, &err), err, "it reads back");
    EQUAL(m.n_files, 2, "both files");
    EQUAL(m.n_notes, 2, "both notes");
    if (m.n_files == 2 && m.n_notes == 2) {
        SAME_C(m.files[0].name, "README.txt", "files stand in byte order");
        EQUAL(m.files[1].rows, 2, "rows are kept");
        OK(m.files[0].rows == GISA_NOWHERE, "a text has no rows");
        SAME_C(m.notes[0].text, "딥시크 \"오픈\"", "a note is quoted");
        EQUAL(m.notes[1].count, 2, "a number stays a number");
    }
    gisa_manifest_clear(&m);
    test_verify();
    test_many();
    test_hostile();
    test_names();
    test_size();
    static const char *const names[] = {"b.csv", "README.txt", GISA_MANIFEST_NAME};
    for (size_t i = 0; i < 3; i++) {
        char *path = gisa_path_join(dir, names[i]);
        unlink(path);
        gisa_free(path);
    }
    OK(rmdir(dir) == 0, "nothing else was left behind");
    return test_end();
}

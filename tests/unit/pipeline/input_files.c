#include "pipeline/input_files.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static char *path_of(const char *dir, const char *name)
{
    return gisa_path_join(dir, name);
}

static void make(const char *dir, const char *name)
{
    gisa_error err;
    char *path = path_of(dir, name);
    gisa_file_write(path, GISA_STR("글"), &err);
    gisa_free(path);
}

static void test_folder(char *dir)
{
    gisa_error err = {0};
    static const char *const names[] = {"b.html",    "a.txt",    ".hidden.html",    "robots.txt",
                                        "d.warc.gz", "sub/z.md", "sub/deep/y.jsonl"};
    char *sub = path_of(dir, "sub/deep"), *link = path_of(dir, "sub/round");
    gisa_dir_make(sub, &err);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) make(dir, names[i]);
    EQUAL(symlink("..", link), 0, "a link back to the folder");
    gisa_input_files w = {0};
    const char *args[] = {"no/such/file", dir, "no/such/file"};
    WENT(gisa_input_files_add(&w, args, 3, &err), err, "a folder between two files");
    static const char *const want[] = {
        "no/such/file",      "/a.txt",    "/b.html",     "/d.warc.gz",
        "/sub/deep/y.jsonl", "/sub/z.md", "no/such/file"};
    if (EQUAL(w.n, 7, "pages alone, no hidden one, no picture, no way round"))
        for (size_t i = 0; i < 7; i++)
            OK(gisa_str_ends(gisa_str_from(w.paths[i]), gisa_str_from(want[i])), want[i]);
    gisa_input_files_clear(&w);
    gisa_free(sub);
    gisa_free(link);
}

static void test_endings(const char *dir)
{
    static const char *const names[] = {
        "a.htm",     "b.html",  "c.json", "d.jsonl", "e.md",     "f.ndjson",   "g.txt", "h.warc",
        "i.warc.gz", "j.xhtml", "k.csv",  "l.tsv",   "m.csv.gz", "n.jsonl.gz", "o.arc", "p.arc.gz"};
    static const char *const others[] = {"o.jpg", "html", "p.tar.gz", "q.TXT"};
    gisa_error err = {0};
    gisa_input_files w = {0};
    char *kinds = path_of(dir, "kinds"), *gone = path_of(dir, "kinds/gone.html");
    char *none = path_of(dir, "kinds/none");
    const char *args[] = {kinds};
    gisa_dir_make(none, &err); /* a folder of nothing in it */
    for (size_t i = 0; i < 16; i++) make(kinds, names[i]);
    for (size_t i = 0; i < 4; i++) make(kinds, others[i]);
    EQUAL(symlink("nothing", gone), 0, "a link to a page that is not there");
    WENT(gisa_input_files_add(&w, args, 1, &err), err, "a folder with a page of each kind");
    if (EQUAL(w.n, 16, "gives each, and nothing else"))
        for (size_t i = 0; i < 16; i++)
            OK(gisa_str_ends(gisa_str_from(w.paths[i]), gisa_str_from(names[i])), names[i]);
    gisa_input_files_clear(&w);
    gisa_free(none);
    gisa_free(kinds);
    gisa_free(gone);
}

static void test_empty(const char *dir)
{
    gisa_error err = {0};
    char *empty = path_of(dir, "empty");
    const char *args[] = {empty};
    gisa_dir_make(empty, &err);
    gisa_input_files w = {0};
    WENT(gisa_input_files_add(&w, args, 1, &err), err, "a folder without a page");
    OK(w.n == 1 && strcmp(w.paths[0], empty) == 0, "is named, for its reader to complain of");
    gisa_input_files_clear(&w);
    gisa_free(empty);
}

/* The kinds of these files that are told, in order, a comma after each. */
static gisa_buf kinds_of(const char *dir, const char *name, const char *const *files, size_t n)
{
    gisa_error err = {0};
    gisa_input_files w = {0};
    gisa_buf out = {0};
    char *folder = path_of(dir, name);
    const char *args[] = {folder};
    gisa_dir_make(folder, &err);
    for (size_t i = 0; i < n; i++) make(folder, files[i]);
    WENT(gisa_input_files_add(&w, args, 1, &err), err, "a folder of other files");
    for (size_t i = 0; i < w.n_passed; i++)
        gisa_buf_addf(&out, "%zu %s,", w.passed[i].n, w.passed[i].kind);
    gisa_input_files_clear(&w);
    gisa_free(folder);
    return out;
}

static void test_passed_kinds(const char *dir)
{
    static const char *const odd[] = {"a.zip", "b.Zaz", "c.", "d.m4a", "e.toolong1", "f.seven77"};
    char names[40][8];
    const char *many[40];
    gisa_buf want = {0}, got = kinds_of(dir, "odd", odd, sizeof odd / sizeof odd[0]);
    SAME_C(gisa_buf_view(&got), "1 ZIP,1 ZAZ,1 M4A,1 SEVEN77,", "endings are told in capitals");
    gisa_buf_clear(&got);
    for (int i = 0; i < 40; i++) {
        snprintf(names[i], sizeof names[i], "%02d.k%d", i, i % 35);
        many[i] = names[i];
        if (i < 32) gisa_buf_addf(&want, "%d K%d,", i < 5 ? 2 : 1, i);
    }
    got = kinds_of(dir, "many", many, 40);
    SAME(gisa_buf_view(&got), gisa_buf_view(&want), "of many kinds the first 32 are counted");
    gisa_buf_clear(&got);
    gisa_buf_clear(&want);
}

static void test_passed_over(const char *dir)
{
    static const char *const names[] = {"a.pdf", "b.PDF",      "c.xlsx", "d.html", "e",
                                        "f.t_t", "robots.txt", ".g.png", "n.db"};
    gisa_error err = {0};
    gisa_buf text = {0};
    gisa_input_files w = {0};
    char *folder = path_of(dir, "passed");
    const char *args[] = {folder};
    gisa_dir_make(folder, &err);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = path_of(folder, names[i]);
        gisa_file_write(path, GISA_STR("x"), &err);
        gisa_free(path);
    }
    WENT(gisa_input_files_add(&w, args, 1, &err), err, "a folder of pages and others");
    EQUAL(w.n, 1, "gives the page");
    gisa_input_files_add_passed(&w, &text);
    OK(gisa_str_starts(gisa_buf_view(&text), GISA_STR("2 PDF (first: ")), "others are counted");
    OK(gisa_str_has(gisa_buf_view(&text), GISA_STR("/a.pdf), 1 XLSX (first: ")), "by their kinds");
    OK(gisa_str_ends(gisa_buf_view(&text), GISA_STR("/c.xlsx)")), "and no others");
    gisa_input_files_clear(&w);
    gisa_buf_clear(&text);
    gisa_free(folder);
}

static void test_too_deep(const char *dir)
{
    gisa_error err = {0};
    char *path = path_of(dir, "deep");
    gisa_dir_make(path, &err);
    char *top = gisa_strdup(path);
    const char *args[] = {top};
    gisa_input_files w = {0};
    for (int i = 0; i < 65; i++) {
        if (i == 64) {
            WENT(gisa_input_files_add(&w, args, 1, &err), err,
                 "64 folders in one another are fine");
            gisa_input_files_clear(&w);
        }
        char *next = path_of(path, "d");
        gisa_free(path);
        path = next;
        gisa_dir_make(path, &err);
    }
    EQUAL(gisa_input_files_add(&w, args, 1, &err), GISA_EINVAL, "one more is refused");
    OK(strstr(err.text, "too deeply") != NULL, "with the reason");
    gisa_input_files_clear(&w);
    gisa_free(top);
    gisa_free(path);
}

int main(void)
{
    char dir[] = "/tmp/gisa-test-XXXXXX", command[64];
    if (!OK(mkdtemp(dir) != NULL, "a scratch folder can be made")) return test_end();
    test_folder(dir);
    test_endings(dir);
    test_empty(dir);
    test_passed_over(dir);
    test_passed_kinds(dir);
    test_too_deep(dir);
    snprintf(command, sizeof command, "rm -r %s", dir);
    EQUAL(system(command), 0, "the scratch folder goes");
    return test_end();
}

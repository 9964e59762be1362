#include "pipeline/own_names.h"

#include "base/file.h"
#include "base/mem.h"
#include "nlp/edition.h"
#include "tests/unit/test.h"

static const gisa_analyzer_opts words = {.isolated_words = true, .morphs_only = true};
static char folder[] = "/tmp/gisa-test-XXXXXX", path[64];

static gisa_status open_with(const char *names, gisa_analyzer **out, gisa_error *err)
{
    *err = (gisa_error){0};
    *out = NULL;
    WENT(gisa_file_write(path, gisa_str_from(names), err), *err, "a file of names is written");
    return gisa_own_names_open(path, &words, out, err);
}

static void edition_of(const char *names, char out[GISA_EDITION_CHARS + 1])
{
    gisa_error err = {0};
    gisa_analyzer *a = NULL;
    WENT(names ? open_with(names, &a, &err) : gisa_own_names_open("/nowhere/x", &words, &a, &err),
         err, "an analyser opens");
    gisa_tokenizer t = gisa_analyzer_tokenizer(a);
    WENT(gisa_edition_find(&t, out, &err), err, "and has an edition");
    gisa_analyzer_close(a);
}

static void test_editions(void)
{
    char none[GISA_EDITION_CHARS + 1], with[GISA_EDITION_CHARS + 1], other[GISA_EDITION_CHARS + 1];
    edition_of(NULL, none);
    EQUAL(strlen(none), GISA_EDITION_SHIPPED, "without a file the edition is that of the program");
    edition_of("", with);
    SAME_C(gisa_str_from(with), none, "an empty file is none");
    edition_of("# id\ttype\n\n  \n", with);
    SAME_C(gisa_str_from(with), none, "nor is one of comments");
    edition_of("lux\tOG\t럭스터|Luxter\n", with);
    EQUAL(strlen(with), GISA_EDITION_CHARS, "names add to it");
    OK(strncmp(with, none, GISA_EDITION_SHIPPED) == 0, "and keep what it says of the program");
    edition_of("# mine\nlux\tOG\t럭스터|Luxter\r\n\n", other);
    SAME_C(gisa_str_from(other), with, "comments and ends of lines do not count");
    edition_of("lux\tOG\t럭스터|Luxtar\n", other);
    OK(strcmp(with, other) != 0, "a letter does");
    edition_of("lux\tOG\t럭스터|Luxter\nnaru\tPS\t나루네\n", with);
    edition_of("naru\tPS\t나루네\nlux\tOG\t럭스터|Luxter\n", other);
    OK(strcmp(with, other) != 0, "and so does the order, as the first spelling is the usual one");
}

static const struct {
    const char *name, *tsv, *said;
    gisa_status st;
} bad[] = {
    {"a type nobody knows", "# h\n\nlux\tXX\t럭스터\n", "line 3: no tag", GISA_EINVAL},
    {"no spelling after a comment", "# h\nlux\tOG\t \n", "line 2: a line is id", GISA_EINVAL},
    {"the second of two names", "a\tOG\t가나\nb\tOG\t나다\tz\n", "line 2: a line", GISA_EINVAL},
    {"an empty spelling after a word", "가나다\tNNP\nb\tOG\t나다||\n", "line 2: a sp", GISA_EINVAL},
    {"another encoding", "b\tOG\t\xB3\xAA\n", "not UTF-8", GISA_EENCODING},
};

int main(void)
{
    gisa_error err = {0};
    gisa_analyzer *a = NULL;
    if (!OK(mkdtemp(folder) != NULL, "a scratch folder can be made")) return test_end();
    char *beside = gisa_own_names_path("x/news.db", &err);
    SAME_C(gisa_str_from(beside), "x/news.names.tsv", "the file is beside the database");
    gisa_free(beside);
    beside = gisa_own_names_path("news.sqlite", &err);
    SAME_C(gisa_str_from(beside), "news.sqlite.names.tsv", "whatever its ending");
    gisa_free(beside);
    snprintf(path, sizeof path, "%s/t.names.tsv", folder);
    test_editions();
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        EQUAL(open_with(bad[i].tsv, &a, &err), bad[i].st, bad[i].name);
        OK(strstr(err.text, bad[i].said) && strstr(err.text, path), err.text);
        EQUAL(err.cause, GISA_CAUSE_BAD_NAMES, "the cause is named");
    }
    WENT(open_with("\xEF\xBB\xBF# head\nlux\tOG\t럭스터\n", &a, &err), err,
         "a mark of UTF-8 at the start is passed over");
    gisa_analyzer_close(a);
    EQUAL(gisa_own_names_open(folder, &words, &a, &err), GISA_EIO, "a folder is no file of names");
    remove(path);
    remove(folder);
    return test_end();
}

#include "pipeline/own_files.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mem.h"
#include "nlp/edition.h"
#include "tests/unit/test.h"

static const gisa_analyzer_opts words = {.isolated_words = true, .morphs_only = true};
static char folder[] = "/tmp/gisa-test-XXXXXX", path[64], db[64];

static void write_at(const char *name, const char *text)
{
    char file[96];
    gisa_error err = {0};
    snprintf(file, sizeof file, "%s/%s", folder, name);
    WENT(gisa_file_write(file, gisa_str_from(text), &err), err, name);
}

static void remove_at(const char *name)
{
    char file[96];
    snprintf(file, sizeof file, "%s/%s", folder, name);
    remove(file);
}

static gisa_status open_files(gisa_analyzer **out, gisa_error *err)
{
    gisa_own_files own = {0};
    *err = (gisa_error){0};
    *out = NULL;
    gisa_status st = gisa_own_files_find(db, NULL, &own, err);
    if (st >= 0) st = gisa_own_files_open(&own, &words, out, err);
    gisa_own_files_clear(&own);
    return st;
}

static gisa_status open_with(const char *names, gisa_analyzer **out, gisa_error *err)
{
    write_at("t.names.tsv", names);
    return open_files(out, err);
}

static void edition_of(const char *names, char out[GISA_EDITION_CHARS + 1])
{
    gisa_error err = {0};
    gisa_analyzer *a = NULL;
    WENT(names ? open_with(names, &a, &err) : open_files(&a, &err), err, "an analyser opens");
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
    write_at("words.tsv", "나루네\n다솜\tNNG\n");
    edition_of(NULL, with);
    OK(strcmp(with, other) != 0, "words add to it");
    write_at("words.tsv", "다솜\tNNG\n나루네\n");
    edition_of(NULL, other);
    SAME_C(gisa_str_from(other), with, "in any order");
    remove_at("words.tsv");
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

static void test_bad_names(void)
{
    gisa_error err = {0};
    gisa_analyzer *a = NULL;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        EQUAL(open_with(bad[i].tsv, &a, &err), bad[i].st, bad[i].name);
        OK(strstr(err.text, bad[i].said) && strstr(err.text, path), err.text);
        EQUAL(err.cause, GISA_CAUSE_BAD_NAMES, "the cause is named");
    }
    WENT(open_with("\xEF\xBB\xBF# head\nlux\tOG\t럭스터\n", &a, &err), err,
         "a mark of UTF-8 at the start is passed over");
    gisa_analyzer_close(a);
    remove(path);
    mkdir(path, 0700);
    EQUAL(open_files(&a, &err), GISA_EIO, "a folder is no file of names");
    remove(path);
}

static void test_names_path(void)
{
    gisa_error err = {0};
    char *beside = gisa_own_names_path("x/news.db", &err);
    SAME_C(gisa_str_from(beside), "x/news.names.tsv", "the file is beside the database");
    gisa_free(beside);
    beside = gisa_own_names_path("news.sqlite", &err);
    SAME_C(gisa_str_from(beside), "news.sqlite.names.tsv", "whatever its ending");
    gisa_free(beside);
}

/* What is found for the kinds, as paths below the scratch folder. */
static void found(const char *database, const char *lexicon, const char *want, const char *name)
{
    gisa_own_files own = {0};
    gisa_buf got = {0};
    gisa_error err = {0};
    WENT(gisa_own_files_find(database, lexicon, &own, &err), err, name);
    const char *const paths[] = {own.words, own.synonyms, own.stop};
    for (size_t i = 0; i < 3; i++)
        gisa_buf_addf(&got, "%s%s", i ? " " : "", paths[i] ? paths[i] + strlen(folder) + 1 : "-");
    SAME_C(gisa_buf_view(&got), want, name);
    gisa_buf_clear(&got);
    gisa_own_files_clear(&own);
}

static void test_places(void)
{
    char config[96], lexicon[96];
    gisa_own_files own = {0};
    gisa_error err = {0};
    snprintf(config, sizeof config, "%s/config", folder);
    snprintf(lexicon, sizeof lexicon, "%s/lexicon", folder);
    found(db, NULL, "- - -", "no files");
    EQUAL(gisa_own_files_find(db, lexicon, &own, &err), GISA_ENOTFOUND, "no such lexicon");
    setenv("XDG_CONFIG_HOME", config, 1);
    mkdir(config, 0700);
    snprintf(config, sizeof config, "%s/config/gisa", folder);
    mkdir(config, 0700);
    mkdir(lexicon, 0700);
    EQUAL(gisa_own_files_find(db, lexicon, &own, &err), GISA_ENOTFOUND, "a folder without files");
    gisa_own_files_clear(&own);
    write_at("config/gisa/words.tsv", "");
    write_at("config/gisa/stop.tsv", "");
    found(db, NULL, "config/gisa/words.tsv - config/gisa/stop.tsv", "the user's configuration");
    write_at("words.tsv", "");
    found(db, NULL, "words.tsv - config/gisa/stop.tsv", "the database's folder goes before it");
    found(NULL, NULL, "config/gisa/words.tsv - config/gisa/stop.tsv", "without a database");
    write_at("lexicon/synonyms.tsv", "");
    found(db, lexicon, "- lexicon/synonyms.tsv -", "a folder that is named is looked in alone");
    write_at("mine.txt", "");
    snprintf(lexicon, sizeof lexicon, "%s/mine.txt", folder);
    found(db, lexicon, "mine.txt - config/gisa/stop.tsv", "a file that is named has the words");
    setenv("XDG_CONFIG_HOME", "config", 1);
    setenv("HOME", folder, 1);
    found(NULL, NULL, "- - -", "a relative folder is passed over");
    snprintf(config, sizeof config, "%s/.config", folder);
    mkdir(config, 0700);
    snprintf(config, sizeof config, "%s/.config/gisa", folder);
    mkdir(config, 0700);
    write_at(".config/gisa/words.tsv", "");
    found(NULL, NULL, ".config/gisa/words.tsv - -", "for that below the user's own");
}

static void test_description(void)
{
    gisa_own_files own = {0};
    gisa_buf got = {0};
    gisa_error err = {0};
    write_at("words.tsv", "가\n");
    write_at("synonyms.tsv", "가=나\n");
    WENT(gisa_own_files_find(db, NULL, &own, &err), err, "files");
    gisa_own_files_describe(&own, &got);
    SAME_C(gisa_buf_view(&got),
           "words.tsv sha256:bd11c1e19b82e849, synonyms.tsv sha256:09f723e720e76611",
           "are named with their hashes and without folders");
    gisa_buf_clear(&got);
    gisa_own_files_clear(&own);
}

static void test_stopwords(void)
{
    gisa_own_files own = {0};
    gisa_stopwords *stop = NULL;
    gisa_error err = {0};
    WENT(gisa_own_files_stopwords(&own, &stop, &err), err, "no file");
    OK(stop == NULL, "is no words");
    write_at("stop.tsv", "기자\n");
    WENT(gisa_own_files_find(db, NULL, &own, &err), err, "a file");
    WENT(gisa_own_files_stopwords(&own, &stop, &err), err, "opens");
    OK(gisa_stopwords_has(stop, GISA_STR("기자")), "with its words");
    gisa_stopwords_close(stop);
    write_at("stop.tsv", "기자\t1\n");
    EQUAL(gisa_own_files_stopwords(&own, &stop, &err), GISA_EINVAL, "a bad line");
    EQUAL(err.cause, GISA_CAUSE_BAD_NAMES, "has its cause");
    gisa_own_files_clear(&own);
}

int main(void)
{
    static const char *const made[] = {"t.names.tsv",
                                       "words.tsv",
                                       "synonyms.tsv",
                                       "stop.tsv",
                                       "mine.txt",
                                       "config/gisa/words.tsv",
                                       "config/gisa/stop.tsv",
                                       "config/gisa",
                                       "config",
                                       "lexicon/synonyms.tsv",
                                       "lexicon",
                                       ".config/gisa/words.tsv",
                                       ".config/gisa",
                                       ".config",
                                       ""};
    if (!OK(mkdtemp(folder) != NULL, "a scratch folder can be made")) return test_end();
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    snprintf(path, sizeof path, "%s/t.names.tsv", folder);
    snprintf(db, sizeof db, "%s/t.db", folder);
    test_names_path();
    test_editions();
    test_bad_names();
    test_places();
    test_description();
    test_stopwords();
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) remove_at(made[i]);
    return test_end();
}

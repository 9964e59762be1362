#include "corpus/stopword.h"

#include "base/file.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static char path[] = "/tmp/gisa-test-XXXXXX";

static gisa_status open_with(gisa_str file, gisa_stopwords **out, gisa_error *err)
{
    *err = (gisa_error){0};
    *out = NULL;
    WENT(gisa_file_write(path, file, err), *err, "a file is written");
    return gisa_stopwords_open(path, out, err);
}

static const struct {
    const char *name, *file, *said;
    gisa_status st;
} bad[] = {
    {"a tab", "기자\n사진\t2\n", "line 2: a tab", GISA_EINVAL},
    {"another encoding", "\xB3\xAA\n", "line 1: it is not UTF-8", GISA_EENCODING},
};

int main(void)
{
    gisa_stopwords *s = NULL;
    gisa_error err;
    OK(mkstemp(path) >= 0, "a scratch file can be made");
    WENT(
        open_with(
            GISA_STR(
                "\xEF\xBB\xBF# none\n기자\r\n\n  오픈 소스 \nAI\n\xE1\x84\x80\xE1\x85\xA1\n기자\n"),
            &s, &err),
        err, "a file with a mark, comments, ends of lines of two kinds");
    EQUAL(gisa_stopwords_count(s), 4, "a word twice is one");
    OK(gisa_stopwords_has(s, GISA_STR("기자")), "a word");
    OK(gisa_stopwords_has(s, GISA_STR("오픈소스")), "in any spacing");
    OK(gisa_stopwords_has(s, GISA_STR("ai")), "in any case");
    OK(gisa_stopwords_has(s, GISA_STR("가")), "in any form of its letters");
    OK(!gisa_stopwords_has(s, GISA_STR("기자회견")), "but not another that begins so");
    OK(!gisa_stopwords_has(s, GISA_STR("# none")), "a comment is no word");
    OK(!gisa_stopwords_has(NULL, GISA_STR("기자")), "no file has no words");
    gisa_stopwords_close(s);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        EQUAL(open_with(gisa_str_from(bad[i].file), &s, &err), bad[i].st, bad[i].name);
        OK(strstr(err.text, bad[i].said) && strstr(err.text, path), err.text);
    }
    char *line = gisa_calloc(1, 300);
    memset(line, 'x', 299);
    EQUAL(open_with((gisa_str){line, 299}, &s, &err), GISA_EINVAL, "a long line is refused");
    gisa_free(line);
    gisa_status st = GISA_ENOMEM;
    WENT(gisa_file_write(path, GISA_STR("기자\n사진\n"), &err), err, "two words");
    for (size_t allowed = 0; st < 0 && allowed < 100; allowed++) {
        gisa_mem_fail_after(allowed);
        st = gisa_stopwords_open(path, &s, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st < 0) EQUAL(st, GISA_ENOMEM, "every allocation may fail, cleanly");
    }
    OK(st == GISA_OK && gisa_stopwords_count(s) == 2, "with enough it goes well");
    gisa_stopwords_close(s);
    remove(path);
    EQUAL(gisa_stopwords_open(path, &s, &err), GISA_EIO, "a file that is gone");
    return test_end();
}

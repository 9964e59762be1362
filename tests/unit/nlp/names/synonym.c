#include "nlp/names/synonym.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static gisa_synonyms *s;

static gisa_status open_file(const char *file, gisa_buf *notes, gisa_error *err)
{
    gisa_synonyms_close(s);
    s = NULL;
    *err = (gisa_error){0};
    return gisa_synonyms_open(gisa_str_from(file), &s, notes, err);
}

/* The words that are the same, joined by commas. */
static gisa_str all(const char *name, gisa_buf *out)
{
    const gisa_str *words = NULL;
    size_t n = gisa_synonyms_find(s, gisa_str_from(name), &words);
    gisa_buf_reset(out);
    for (size_t i = 0; i < n; i++) {
        if (i) gisa_buf_add_char(out, ',');
        gisa_buf_add(out, words[i]);
    }
    return gisa_buf_view(out);
}

static const struct {
    const char *name, *file, *asked, *got;
} rows[] = {
    {"two words", "핸드폰 = 휴대전화\n", "핸드폰", "핸드폰,휴대전화"},
    {"either side", "핸드폰 = 휴대전화\n", "휴대전화", "핸드폰,휴대전화"},
    {"without blanks around the sign", "핸드폰=휴대전화=셀폰", "셀폰", "셀폰,핸드폰,휴대전화"},
    {"tabs for the sign", "핸드폰\t휴대전화\tcell phone\n", "휴대전화",
     "cell phone,핸드폰,휴대전화"},
    {"tabs around the sign", "핸드폰\t=\t휴대전화\r\n", "핸드폰", "핸드폰,휴대전화"},
    {"several words, in any spacing and case", "AI Chip = 인공지능 반도체\n", "인공지능반도체",
     "AI Chip,인공지능 반도체"},
    {"letters in any case", "AI Chip = 인공지능 반도체\n", "ai chip", "AI Chip,인공지능 반도체"},
    {"a word in two lines joins them", "가람 = 나래\n다솜 = 라온\n나래 = 다솜\n", "가람",
     "가람,나래,다솜,라온"},
    {"whatever their order", "나래 = 다솜\n다솜 = 라온\n가람 = 나래\n", "라온",
     "가람,나래,다솜,라온"},
    {"other groups stay apart", "가람 = 나래\n다솜 = 라온\n", "다솜", "다솜,라온"},
    {"decomposed letters", "\xE1\x84\x80\xE1\x85\xA1 = 나래\n", "가", "가,나래"},
    {"a word of no line", "가람 = 나래\n", "다솜", ""},
    {"comments and empty lines", "# 가람 = 나래\n\n", "가람", ""},
};

static const struct {
    const char *name, *file, *said;
    gisa_status st;
} bad[] = {
    {"one word", "# head\n핸드폰\n", "line 2: a line is two or more", GISA_EINVAL},
    {"nothing after the sign", "핸드폰 = \n", "line 1: a line is two", GISA_EINVAL},
    {"nothing but a mark", "핸드폰 = -\n", "line 1: '-' is no word", GISA_EINVAL},
    {"another encoding", "\xB3\xAA = 가\n", "line 1: it is not UTF-8", GISA_EENCODING},
};

static void test_many(void)
{
    gisa_buf file = {0};
    gisa_error err;
    const gisa_str *words;
    for (int i = 1; i < GISA_SYNONYMS_MAX; i++) gisa_buf_addf(&file, "word%d = word%d\n", i, i + 1);
    WENT(open_file(file.p, NULL, &err), err, "a hundred words, one with the next");
    EQUAL(gisa_synonyms_find(s, GISA_STR("word1"), &words), GISA_SYNONYMS_MAX, "are all the same");
    gisa_buf_add_c(&file, "word1 = another\n");
    EQUAL(open_file(file.p, NULL, &err), GISA_ELIMIT, "one more is too many");
    OK(strstr(err.text, "line 100: more than 100") != NULL, err.text);
    gisa_buf_clear(&file);
}

static void test_memory(void)
{
    gisa_status st = GISA_ENOMEM;
    const gisa_str *words;
    for (size_t allowed = 0; st < 0 && allowed < 200; allowed++) {
        gisa_error err;
        gisa_mem_fail_after(allowed);
        st = open_file("가람 = 나래\n나래 = 다솜\n", NULL, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st < 0) EQUAL(st, GISA_ENOMEM, "every allocation may fail, cleanly");
        if (st >= 0) EQUAL(gisa_synonyms_find(s, GISA_STR("가람"), &words), 3, "or none does");
    }
    EQUAL(st, GISA_OK, "with enough it goes well");
}

int main(void)
{
    gisa_buf got = {0}, notes = {0};
    gisa_error err;
    const gisa_str *words;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(open_file(rows[i].file, NULL, &err), err, rows[i].name);
        SAME_C(all(rows[i].asked, &got), rows[i].got, rows[i].name);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        EQUAL(open_file(bad[i].file, NULL, &err), bad[i].st, bad[i].name);
        OK(strstr(err.text, bad[i].said) != NULL, err.text);
    }
    WENT(open_file("가람 = 나래 = 가람\n나래 = 다솜\n", &notes, &err), err, "words told twice");
    SAME_C(gisa_buf_view(&notes),
           "line 1: 가람 is in line 1 too; once is enough\n"
           "line 2: 나래 is in line 1 too; all words of both are the same\n",
           "are noted");
    EQUAL(gisa_synonyms_find(NULL, GISA_STR("가람"), &words), 0, "no file has no words");
    test_many();
    test_memory();
    gisa_synonyms_close(s);
    gisa_buf_clear(&got);
    gisa_buf_clear(&notes);
    return test_end();
}

#include "base/mem.h"
#include "corpus/article.h"
#include "tests/unit/test.h"

static const char full[] =
    "{\"id\":\"0011223344556677\",\"url\":\"http://m.example/1\",\"canonical_url\":null,"
    "\"outlet\":\"mirae\",\"outlet_name\":\"미래경제신문\",\"section\":\"IT\",\"title\":\"제목 "
    "\\\"따옴표\\\"\","
    "\"subtitle\":null,\"authors\":[{\"name\":\"홍길동\",\"email\":\"g@m.example\"},{\"name\":"
    "\"심청\","
    "\"email\":null}],\"published\":\"2025-02-03T04:37:00+09:00\",\"published_precision\":"
    "\"minute\","
    "\"modified\":null,\"lang\":\"ko\",\"body\":\"첫 문단\\n둘째 문단\",\"captions\":[\"사진\"],"
    "\"rights\":{\"notice\":\"무단전재 "
    "금지\",\"redistribution\":\"prohibited\",\"ai_training\":null},"
    "\"via\":null,\"source\":\"a.html\"}";

static void refused(void)
{
    static const struct {
        const char *name, *json;
    } rows[] = {
        {"no JSON", "title: x"},
        {"an array", "[1]"},
        {"a cut-off line", "{\"title\":\"x"},
        {"two objects", "{\"title\":\"x\"}{}"},
        {"nothing to read", "{\"url\":\"http://x.example/\"}"},
        {"ill-formed bytes", "{\"title\":\"\xFF\"}"},
        {"a title of controls alone", "{\"title\":\"\\u001b\\u202e\"}"},
        {"nothing at all", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_article a = {0};
        gisa_error err = {0};
        EQUAL(gisa_article_parse(gisa_str_from(rows[i].json), &a, &err), GISA_EINVAL, rows[i].name);
        OK(err.text[0] && a.arena.head == NULL, "a refusal has a reason and leaves nothing");
        gisa_article_clear(&a);
    }
}

/* Decomposed letters, written or escaped, come out composed in every text, and so does the id. */
static void composed(void)
{
    static const char apart[] =
        "{\"title\":\"\\u1100\\u1161\",\"subtitle\":\"\u1100\u1161\",\"outlet\":\"\u1100\u1161\","
        "\"outlet_name\":\"\u1100\u1161\",\"section\":\"\u1100\u1161\",\"via\":\"\u1100\u1161\","
        "\"body\":\"\u1100\u1161 cafe\u0301\",\"captions\":[\"\u1100\u1161\"],"
        "\"authors\":[{\"name\":\"\u1100\u1161\"}],\"rights\":{\"notice\":\"\u1100\u1161\"}}";
    static const char together[] =
        "{\"title\":\"가\",\"subtitle\":\"가\",\"outlet\":\"가\",\"outlet_name\":\"가\","
        "\"section\":\"가\",\"via\":\"가\",\"body\":\"가 café\",\"captions\":[\"가\"],"
        "\"authors\":[{\"name\":\"가\"}],\"rights\":{\"notice\":\"가\"}}";
    gisa_article a = {0}, b = {0};
    gisa_buf got = {0}, want = {0};
    gisa_error err = {0};
    WENT(gisa_article_parse(gisa_str_from(apart), &a, &err), err, "letters apart");
    WENT(gisa_article_parse(gisa_str_from(together), &b, &err), err, "letters together");
    gisa_article_format(&a, &got);
    gisa_article_format(&b, &want);
    SAME(gisa_buf_view(&got), gisa_buf_view(&want), "both are one article");
    gisa_buf_clear(&got);
    gisa_buf_clear(&want);
    gisa_article_clear(&a);
    gisa_article_clear(&b);
}

/* The id that a line states, the one that it gets, and how many former ones. */
static void test_ids(void)
{
    static const struct {
        const char *name, *id, *former;
        const char *want; /* NULL: one that is derived */
        size_t n_former;
    } rows[] = {
        {"no id", "null", "[]", NULL, 1},
        {"its id of edition 1 gives way", "\"6cbaabb52130cff3\"", "[]", NULL, 1},
        {"an id of its own stays", "\"0011223344556677\"", "[]", "0011223344556677", 0},
        {"with the former ones", "\"0011223344556677\"",
         "[\"8899aabbccddeeff\",7,\"8899aabbccddeeff\",\"0011223344556677\"]", "0011223344556677",
         1},
        {"former ones beside the derived one", "null", "[\"8899aabbccddeeff\"]", NULL, 2},
    };
    char derived[GISA_ARTICLE_ID_CHARS + 1] = "";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_article a = {0};
        gisa_error err = {0};
        gisa_buf line = {0};
        gisa_buf_addf(&line, "{\"title\":\"제목\",\"body\":\"본문\",\"outlet\":\"naru\",\"id\":%s,",
                      rows[i].id);
        gisa_buf_addf(&line, "\"former_ids\":%s}", rows[i].former);
        WENT(gisa_article_parse(gisa_buf_view(&line), &a, &err), err, rows[i].name);
        if (i == 0) snprintf(derived, sizeof derived, "%.*s", GISA_ARG(a.id));
        SAME_C(a.id, rows[i].want ? rows[i].want : derived, rows[i].name);
        EQUAL(a.n_former_ids, rows[i].n_former, rows[i].name);
        gisa_buf_reset(&line);
        gisa_article_format(&a, &line);
        EQUAL(gisa_str_has(gisa_buf_view(&line), GISA_STR("\"former_ids\":[\"")),
              a.n_former_ids > 0, "they are written when there are any");
        gisa_buf_clear(&line);
        gisa_article_clear(&a);
    }
}

static void test_every_field(void)
{
    static const char *const keys[] = {"id",      "url",   "canonical_url", "outlet",
                                       "section", "title", "outlet_name",   "subtitle",
                                       "lang",    "body",  "via",           "source"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        gisa_article a = {0};
        gisa_error err = {0};
        gisa_buf in = {0}, out = {0}, want = {0};
        gisa_buf_addf(&in, "{\"title\":\"t\",\"body\":\"b\"}");
        if (!gisa_str_is(gisa_str_from(keys[i]), "title") &&
            !gisa_str_is(gisa_str_from(keys[i]), "body")) {
            gisa_buf_cut(&in, in.n - 1);
            gisa_buf_addf(&in, ",\"%s\":\"값\"}", keys[i]);
            gisa_buf_addf(&want, "\"%s\":\"값\"", keys[i]);
        }
        WENT(gisa_article_parse(gisa_buf_view(&in), &a, &err), err, "a field is read");
        gisa_article_format(&a, &out);
        OK(gisa_str_has(gisa_buf_view(&out), gisa_buf_view(&want)), keys[i]);
        gisa_article_clear(&a);
        gisa_buf_clear(&in);
        gisa_buf_clear(&out);
        gisa_buf_clear(&want);
    }
}

static void test_lists(void)
{
    gisa_article a = {0};
    gisa_error err = {0};
    WENT(gisa_article_parse(GISA_STR("{\"title\":\"x\",\"authors\":[{\"name\":\"\"},\"홍길동\"],"
                                     "\"captions\":[\"\",\"사진\"]}"),
                            &a, &err),
         err, "lists with something empty in them");
    OK(a.n_authors == 1 && gisa_str_is(a.authors[0].name, "홍길동"), "have what has a name");
    OK(a.n_captions == 1 && gisa_str_is(a.captions[0], "사진"), "or a text");
    WENT(gisa_article_parse(GISA_STR("{\"body\":\"x\",\"published\":\"2025-02-03\","
                                     "\"published_precision\":\"minute\"}"),
                            &a, &err),
         err, "a precision that the date does not have");
    EQUAL(a.published.precision, GISA_PRECISION_DAY, "is not believed");
    gisa_article_clear(&a);
}

static void test_dates(void)
{
    static const struct {
        const char *name, *published, *want, *note;
    } rows[] = {
        {"eight digits", "\"20250317\"", "2025-03-17", ""},
        {"the same as a number", "20250317", "2025-03-17", ""},
        {"points", "\"2025.03.15\"", "2025-03-15", ""},
        {"words", "\"2025년 3월 16일\"", "2025-03-16", ""},
        {"nothing", "\" \"", "", ""},
        {"a word is no date", "\"어제\"", "", "\"published\" is no date: 어제"},
        {"nor a number", "17", "", "\"published\" is no date: 17"},
        {"of a long text the beginning is told",
         "\"가나다라마바사아자차카타파하가나다라마바사아자차카타파하\"", "",
         "\"published\" is no date: 가나다라마바사아자차카타파…"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_article a = {0};
        gisa_error err = {0};
        gisa_article_notes notes = {0};
        gisa_buf in = {0};
        char text[GISA_TIME_CHARS] = "";
        gisa_buf_addf(&in, "{\"title\":\"t\",\"published\":%s}", rows[i].published);
        WENT(gisa_article_read(gisa_buf_view(&in), &a, &notes, &err), err,
             "no article is refused for its date");
        gisa_time_format(&a.published, text);
        SAME_C(gisa_str_from(text), rows[i].want, rows[i].name);
        SAME_C(gisa_str_from(notes.text), rows[i].note, rows[i].name);
        EQUAL(notes.n_unread, rows[i].note[0] != 0, rows[i].name);
        gisa_article_clear(&a);
        gisa_buf_clear(&in);
    }
}

static void test_long_lines(void)
{
    size_t n = (size_t)64 << 20;
    gisa_article a = {0};
    gisa_error err = {0};
    char *blanks = malloc(n);
    memset(blanks, ' ', n);
    EQUAL(gisa_article_parse((gisa_str){blanks, n}, &a, &err), GISA_EINVAL, "64 MB are read");
    EQUAL(gisa_article_parse((gisa_str){blanks, n + 1}, &a, &err), GISA_ELIMIT, "and no more");
    free(blanks);
}

static void nesting(void)
{
    static char deep[200001];
    gisa_article a = {0};
    gisa_error err = {0};
    memset(deep, '[', sizeof deep - 1);
    EQUAL(gisa_article_parse((gisa_str){deep, sizeof deep - 1}, &a, &err), GISA_EINVAL,
          "a hundred thousand brackets are refused");
    gisa_article_clear(&a);
}

static void clocks(void)
{
    static const struct {
        const char *name, *json, *want;
    } rows[] = {
        {"Korean in UTC is told by Korea's clock",
         "{\"title\":\"x\",\"lang\":\"ko\",\"published\":\"2025-02-02T19:37:00Z\"}",
         "2025-02-03T04:37:00+09:00"},
        {"Hangul tells where no language does",
         "{\"title\":\"y\",\"body\":\"GPU 값\",\"published\":\"2025-02-02T14:37:00-05:00\"}",
         "2025-02-03T04:37:00+09:00"},
        {"English keeps the zone it states",
         "{\"title\":\"x\",\"lang\":\"en\",\"published\":\"2025-02-02T14:37:00-05:00\"}",
         "2025-02-02T14:37:00-05:00"},
        {"whatever name it quotes in Hangul",
         "{\"title\":\"x\",\"lang\":\"en-US\",\"body\":\"a "
         "값\",\"published\":\"2025-02-02T19:37Z\"}",
         "2025-02-02T19:37:00+00:00"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_article a = {0};
        gisa_error err = {0};
        char text[GISA_TIME_CHARS] = "";
        WENT(gisa_article_parse(gisa_str_from(rows[i].json), &a, &err), err, rows[i].name);
        gisa_time_format(&a.published, text);
        SAME_C(gisa_str_from(text), rows[i].want, rows[i].name);
        gisa_article_clear(&a);
    }
}

int main(void)
{
    composed();
    gisa_article a = {0};
    gisa_error err = {0};
    gisa_buf out = {0};
    test_dates();
    WENT(gisa_article_parse(gisa_str_from(full), &a, &err), err, "a whole record is read");
    gisa_article_format(&a, &out);
    SAME_C(gisa_buf_view(&out), full, "and written again to the byte");
    gisa_buf_reset(&out);
    WENT(gisa_article_parse(GISA_STR("{\"title\":\"x\",\"published\":\"2025-02-03T00:00:00+09:00\","
                                     "\"published_precision\":\"day\",\"other\":1}"),
                            &a, &err),
         err, "unknown keys are ignored");
    EQUAL(a.published.precision, GISA_PRECISION_DAY, "a stated precision makes a date coarser");
    EQUAL(a.id.n, GISA_ARTICLE_ID_CHARS, "an id is derived where none is given");
    OK(a.body.p == NULL, "a missing field is unknown");
    WENT(gisa_article_parse(GISA_STR("{\"title\":\"x\",\"outlet_name\":\"한빛통신\"}"), &a, &err),
         err, "an outlet may have a name alone");
    SAME_C(a.outlet, "한빛통신", "an outlet without a key has its name for one");
    WENT(gisa_article_parse(GISA_STR("{\"title\":\"x\",\"body\":[\"첫 문단\",\"\",7,\"둘째\"]}"),
                            &a, &err),
         err, "a body may be a list");
    SAME_C(a.body, "첫 문단\n둘째", "of paragraphs; what is no text is passed over");
    gisa_article_clear(&a);
    refused();
    test_ids();
    test_every_field();
    test_lists();
    test_long_lines();
    nesting();
    clocks();
    gisa_buf_clear(&out);
    return test_end();
}

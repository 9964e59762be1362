#include "ingest/article_csv.h"

#include "tests/unit/test.h"

/* Each field of a row, as the article's JSON has it. */
static const struct {
    const char *name, *csv, *want; /* a part of the JSON; of an error, its text */
    bool bad;
} rows[] = {
    {"a title", "title\n제목\n", "\"title\":\"제목\"", false},
    {"a title of several lines is one", "title\n\"가\r\n나\"\n", "\"title\":\"가 나\"", false},
    {"letters apart are composed", "title\n\u1100\u1161\u11AB\n", "\"title\":\"간\"", false},
    {"a body keeps its lines", "body\n\" 가\r\n나\r다 \"\n", "\"body\":\"가\\n나\\n다\"", false},
    {"a subtitle too", "title,subtitle\na,\"가\n나\"\n", "\"subtitle\":\"가\\n나\"", false},
    {"names of columns as BIG KINDS has them",
     "뉴스 식별자,일자,언론사,기고자,제목,통합 분류1,통합 분류2,본문,URL\n"
     "01.2025,20250317,한빛일보,홍길동 기자,제목,경제>금융,사회,본문,http://a.example/1\n",
     "\"url\":\"http://a.example/1\",\"canonical_url\":null,\"outlet\":"
     "\"한빛일보\",\"outlet_name\":\"한빛일보\",\"section\":\"경제>금융\",\"title\":\"제목\","
     "\"subtitle\":null,\"authors\":[{\"name\":\"홍길동\",\"email\":null}],\"published\":"
     "\"2025-03-17\",\"published_precision\":\"day\",\"modified\":null,\"lang\":null,\"body\":"
     "\"본문\"",
     false},
    {"authors as the export lists them", "title,authors\na,홍길동 | 뉴스팀\n",
     "[{\"name\":\"홍길동\",\"email\":null},{\"name\":\"뉴스팀\",\"email\":null}]", false},
    {"authors of a byline", "title,기자\na,\"홍길동, 심청 기자\"\n",
     "[{\"name\":\"홍길동\",\"email\":null},{\"name\":\"심청\",\"email\":null}]", false},
    {"an author of another kind", "title,author\na,desk7\n",
     "\"authors\":[{\"name\":\"desk7\",\"email\":null}]", false},
    {"captions", "title,captions\na,하나 | 둘\n", "\"captions\":[\"하나\",\"둘\"]", false},
    {"rights", "title,rights_notice,redistribution,ai_training\na,금지,prohibited,allowed\n",
     "{\"notice\":\"금지\",\"redistribution\":\"prohibited\",\"ai_training\":\"allowed\"}", false},
    {"a precision may make a date coarser",
     "title,published,published_precision\na,2025-02-03,month\n", "\"published\":\"2025-02\"",
     false},
    {"but no finer", "title,published,published_precision\na,2025-02,day\n",
     "\"published\":\"2025-02\"", false},
    {"a change", "title,수정일\na,2025.02.03\n", "\"modified\":\"2025-02-03\"", false},
    {"of two columns of a field the first that holds something", "title,본문,내용,text\na,,둘,셋\n",
     "\"body\":\"둘\"", false},
    {"an outlet's key beside its name", "title,outlet,outlet_name\na,hanbit,한빛일보\n",
     "\"outlet\":\"hanbit\",\"outlet_name\":\"한빛일보\"", false},
    {"the rest", "title,lang,via,source,canonical_url\na,ko,naver,a.csv,http://c.example/\n",
     "\"canonical_url\":\"http://c.example/\"", false},
    {"cells that are missing", "title,body,url\na\n", "\"body\":null", false},
    {"neither title nor body", "title,url\n,http://a.example/\n",
     "neither title nor body holds text", true},
    {"an id of gisa's own", "id,title\n0123456789abcdef,a\n", "{\"id\":\"0123456789abcdef\"",
     false},
    {"and those it had",
     "id,title,former_ids\n0123456789abcdef,a,0011223344556677 | 8899aabbccddeeff\n",
     "\"former_ids\":[\"0011223344556677\",\"8899aabbccddeeff\"]", false},
    {"an address with a page", "title,url\na,a.example\n", "\"url\":\"a.example\"", false},
    {"no address", "title,url\na,-\n", "\"url\":null", false},
    {"a sentence is none", "title,url\na,달이 떴다.\n", "\"url\":null", false},
    {"no row", "title,body\n", "a table of none, not one article", true},
    {"two rows", "title,body\na,b\nc,d\n", "a table of articles, not one article", true},
    {"nothing", "", "a table of none, not one article", true},
};

static void test_rows(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_article a = {0};
        gisa_article_notes notes = {0};
        gisa_error err = {0};
        gisa_buf out = {0};
        gisa_status st = gisa_article_read_csv(gisa_str_from(rows[i].csv), &a, &notes, &err);
        EQUAL(st, rows[i].bad ? GISA_EINVAL : GISA_OK, rows[i].name);
        gisa_article_format(&a, &out);
        if (rows[i].bad)
            SAME_C(gisa_str_from(err.text), rows[i].want, rows[i].name);
        else
            OK(gisa_str_has(gisa_buf_view(&out), gisa_str_from(rows[i].want)), rows[i].name);
        OK(rows[i].bad ? !a.id.n : a.id.n > 0, "an article has an id");
        gisa_article_clear(&a);
        gisa_buf_clear(&out);
    }
}

static void test_notes(void)
{
    gisa_article a = {0};
    gisa_article_notes notes = {0};
    gisa_error err = {0};
    WENT(gisa_article_read_csv(GISA_STR("title,date\na,어제\n"), &a, &notes, &err), err,
         "a row with a date that is none");
    EQUAL(notes.n_unread, 1, "says so");
    WENT(gisa_article_read_csv(GISA_STR("title,url,canonical_url\na,-,없음\n"), &a, &notes, &err),
         err, "and one with addresses that are none");
    SAME_C(gisa_str_from(notes.text),
           "\"published\" is no date: 어제; \"url\" is no address: -; \"canonical_url\" is no "
           "address: 없음",
           "too");
    EQUAL(notes.n_cut, 2, "of each");
    gisa_article_clear(&a);
}

/* Numbers of rows identify nothing beyond their table; what BIG KINDS calls an article does. */
static void test_ids(void)
{
    static const char *const csv[] = {"id,title\n1,a\n",
                                      "id,title\n1,b\n",
                                      "id,title\n2,a\n",
                                      "뉴스 식별자,title\n1,a\n",
                                      "뉴스 식별자,title,url\n1,b,http://b.example/\n",
                                      "뉴스 식별자,title\n2,a\n"};
    gisa_article a[6] = {0};
    gisa_article_notes notes = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < 6; i++)
        WENT(gisa_article_read_csv(gisa_str_from(csv[i]), &a[i], &notes, &err), err, csv[i]);
    OK(!gisa_str_eq(a[0].id, a[1].id), "two articles of one number are two");
    OK(gisa_str_eq(a[0].id, a[2].id), "one of two numbers is one");
    OK(gisa_str_eq(a[3].id, a[4].id), "a news identifier is an article");
    OK(!gisa_str_eq(a[3].id, a[5].id) && !gisa_str_eq(a[3].id, a[0].id), "and another is another");
    for (size_t i = 0; i < 6; i++) gisa_article_clear(&a[i]);
}

static void test_columns(void)
{
    static const struct {
        const char *name;
        gisa_column want;
    } columns[] = {{"title", GISA_COLUMN_TITLE},
                   {" Title ", GISA_COLUMN_TITLE},
                   {"TITLE", GISA_COLUMN_TITLE},
                   {"기사 제목", GISA_COLUMN_TITLE},
                   {"특성추출(가중치순 상위 50개)", GISA_COLUMN_IGNORED},
                   {"사건/사고 분류2", GISA_COLUMN_IGNORED},
                   {"near_duplicate_of", GISA_COLUMN_IGNORED},
                   {"titles", GISA_COLUMN_UNKNOWN},
                   {"titl", GISA_COLUMN_UNKNOWN},
                   {"", GISA_COLUMN_UNKNOWN}};
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        EQUAL(gisa_column_find(gisa_str_from(columns[i].name)), columns[i].want, columns[i].name);
    for (int c = GISA_COLUMN_ID; c < GISA_COLUMN_COUNT; c++)
        EQUAL(gisa_column_find(gisa_str_from(gisa_column_name((gisa_column)c))), c,
              "every field's own name is one of its column's");
}

static void test_separators(void)
{
    static const struct {
        const char *head;
        char want;
        bool known;
    } heads[] = {
        {"title,body", ',', true},
        {"title;body;a,b,c", ';', true},
        {"제목\t본문\n", '\t', true},
        {"title,a,b", ',', false},    /* two of three are somebody else's */
        {"title,url,a,b", ',', true}, /* but half is enough */
        {"url,outlet,date", ',', false} /* no title and no body */,
        {"title", ',', false}, /* a word */
        {"정부는 3일, 모델을 공개했다.", ',', false},
        {"name;age", ';', false},
        {"", ',', false},
    };
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        bool known;
        EQUAL(gisa_csv_separator(gisa_str_from(heads[i].head), &known), heads[i].want,
              heads[i].head);
        EQUAL(known, heads[i].known, heads[i].head);
    }
}

int main(void)
{
    test_rows();
    test_notes();
    test_ids();
    test_columns();
    test_separators();
    return test_end();
}

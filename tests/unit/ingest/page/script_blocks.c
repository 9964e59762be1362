#include "corpus/wordlist.h"
#include "ingest/page/script_json.h"
#include "tests/unit/test.h"

#define ONE  "여울연구소는 새 모델의 비용을 공개했다. 값은 작년의 3분의 1이라고 한다."
#define TWO  "다른 회사도 같은 방법을 살펴본다. 결과는 다음 달 학회에서 나온다고 한다."
#define BODY "<p>" ONE "</p>\n<p>" TWO "</p>\n"

/* Bodies as editors and systems store them. */
static const struct {
    const char *name, *json, *want; /* want NULL: weighs nothing */
} rows[] = {
    {"strings", "[\"" ONE "\",\"" TWO "\"]", BODY},
    {"a table of texts and objects",
     "[{\"type\":\"text\",\"content\":\"" ONE "\"},{\"type\":\"table\",\"header\":[\"때\",\"값\"],"
     "\"rows\":[[{\"type\":\"text\",\"content\":\"하루\"},{\"content\":\"오천 원\"}],[]]},"
     "{\"type\":\"text\",\"content\":\"" TWO "\"}]",
     "<p>" ONE "</p>\n<table><tr><td>때</td><td>값</td></tr>\n<tr><td>하루</td><td>오천 "
     "원</td></tr>\n</table>\n<p>" TWO "</p>\n"},
    {"objects with a text", "[{\"text\":\"" ONE "\"},{\"text\":\"" TWO "\"}]", BODY},
    {"runs of one paragraph",
     "[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"여울연구소는 새 모델의 "
     "\"},"
     "{\"type\":\"text\",\"marks\":[{\"type\":\"bold\"}],\"text\":\"비용을 공개했다. 값은 작년의 "
     "3분의 "
     "1이라고 한다.\"}]},{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"" TWO
     "\"}]}]",
     BODY},
    {"Editor.js",
     "[{\"type\":\"header\",\"data\":{\"text\":\"소제목\"}},{\"type\":\"paragraph\","
     "\"data\":{\"text\":\"" ONE "\"}}]",
     "<h3>소제목</h3>\n<p>" ONE "</p>\n"},
    {"Draft.js",
     "[{\"type\":\"header-two\",\"text\":\"소제목\"},{\"type\":\"unstyled\",\"text\":\"" ONE
     "\"},{\"type\":\"atomic\",\"text\":\" \"}]",
     "<h3>소제목</h3>\n<p>" ONE "</p>\n"},
    {"Sanity",
     "[{\"_type\":\"block\",\"style\":\"h2\",\"children\":[{\"text\":\"소제목\"}]},"
     "{\"_type\":\"block\",\"style\":\"normal\",\"children\":[{\"_type\":\"span\",\"text\":\"" ONE
     "\"}]}]",
     "<h3>소제목</h3>\n<p>" ONE "</p>\n"},
    {"headings of a level, in a tree",
     "[{\"type\":\"heading_2\",\"children\":[{\"type\":\"text\",\"value\":\"소제목\"}]},"
     "{\"type\":\"paragraph\",\"children\":[{\"type\":\"text\",\"value\":\"" ONE "\"}]}]",
     "<h3>소제목</h3>\n<p>" ONE "</p>\n"},
    {"Contentful",
     "[{\"nodeType\":\"paragraph\",\"content\":[{\"nodeType\":\"text\",\"value\":\"" ONE "\"}]}]",
     "<p>" ONE "</p>\n"},
    {"lists",
     "[{\"type\":\"bulletList\",\"content\":[{\"type\":\"listItem\",\"content\":[{\"type\":"
     "\"text\",\"text\":\"" ONE "\"}]}]}]",
     "<p>" ONE "</p>\n"},
    {"parts with titles of their own",
     "[{\"title\":\"첫째\",\"body\":\"" ONE "\"},{\"title\":\"둘째\",\"body\":\"" TWO "\"}]",
     "<h3>첫째</h3>\n<p>" ONE "</p>\n<h3>둘째</h3>\n<p>" TWO "</p>\n"},
    {"React elements",
     "[[\"$\",\"h2\",null,{\"children\":\"소제목\"}],[\"$\",\"p\",null,{\"children\":"
     "[\"" ONE "\"]}],[\"$\",\"script\",null,{\"children\":\"" TWO "\"}]]",
     "<h3>소제목</h3>\n<p>" ONE "</p>\n"},
    {"a list of other articles",
     "[{\"title\":\"하나\",\"url\":\"/1\",\"body\":\"" ONE "\"},{\"title\":\"둘\",\"url\":\"/2\","
     "\"body\":\"" TWO "\"}]",
     NULL},
    {"one article that brings its own fields",
     "[{\"title\":\"하나\",\"publishedAt\":\"2025-02-03\",\"body\":\"" ONE "\"}]", NULL},
    {"kinds that nobody knows", "[{\"type\":\"ad\",\"text\":\"" ONE "\"}]", NULL},
    {"numbers", "[1,2,3]", NULL},
    {"nothing", "[]", NULL},
};

/* The kinds that ingest/page/script_blocks.c knows; another would make a block vanish. */
static void test_types(void)
{
    static const char *const kinds[] = {"box",    "heading", "image", "list",
                                        "markup", "table",   "text"};
    for (size_t i = 0; i < gisa_list_json_block_types.n; i++) {
        size_t k = 0;
        while (k < 7 && !gisa_str_is(gisa_list_json_block_types.items[i].value, kinds[k])) k++;
        OK(k < 7, "a block's type is of a known kind");
    }
}

int main(void)
{
    gisa_buf out = {0};
    test_types();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        json_t *v = json_loads(rows[i].json, 0, NULL);
        OK(v != NULL, rows[i].name);
        gisa_buf_reset(&out);
        bool any = gisa_script_json_blocks_weight(v, 48) > 0;
        if (any) gisa_script_json_write_body(v, 48, &out);
        SAME_C(any ? gisa_buf_view(&out) : GISA_NONE, rows[i].want, rows[i].name);
        json_decref(v);
    }
    gisa_buf_clear(&out);
    return test_end();
}

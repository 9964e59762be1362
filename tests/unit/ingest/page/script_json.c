#include "ingest/page/script_json.h"

#include "base/mem.h"
#include "tests/unit/test.h"

/* Five sentences of prose, over the 150 bytes that a body needs. */
#define PROSE                                                                                                                       \
    "여울연구소는 새 모델의 비용을 공개했다. 값은 작년의 3분의 1이다. 다른 회사도 같은 방법을 " \
    "살펴본다. 결과는 다음 달 학회에서 나온다."

static json_t *load(const char *text)
{
    json_t *v = json_loads(text, JSON_DECODE_ANY, NULL);
    OK(v != NULL, text);
    return v;
}

static const struct {
    const char *name, *text;
    bool prose;
} weights[] = {
    {"sentences are prose", PROSE, true},
    {"a title is too short", "여울연구소 비용 공개", false},
    {"an address is no prose",
     "https://press.example/news/2025/11/22/a-very-long-address-of-a-page", false},
    {"Base64 is no prose",
     "aGVsbG8gd29ybGQsIHRoaXMgaXMgbm8gcHJvc2UgYXQgYWxsLCBidXQgbG9uZw==", false},
    {"markup alone is no prose",
     "<div class=\"a b c d e f\"><img src=\"a b c d e f g h i j k l m n o p\"></div>", false},
    {"nothing", "", false},
};

static const struct {
    const char *name, *text, *want;
} markups[] = {
    {"lines become paragraphs", "여울\n소식", "<p>여울</p>\n<p>소식</p>\n"},
    {"markup stays", "<p>여울</p>소식<br>", "<p>여울</p>소식<br>"},
    {"escaped markup is unescaped once", "&lt;p&gt;여울 &amp;amp; 소식&lt;/p&gt;",
     "<p>여울 &amp;amp; 소식</p>"},
    {"an escaped sign in markup stays", "<p>1 &lt;p 2</p>", "<p>1 &lt;p 2</p>"},
    {"a system's markers go", "<p>여울$$IMG1$$소식</p>", "<p>여울 소식</p>"},
    {"two dollars without twins stay", "<p>값은 $$ 5</p>", "<p>값은 $$ 5</p>"},
    {"dollars far apart are no marker", "<p>$$ 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 $$</p>",
     "<p>$$ 하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 $$</p>"},
    {"a marker at the end", "여울$$AD$$", "<p>여울 </p>\n"},
    {"nothing", "", ""},
};

static void test_texts(void)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
        EQUAL(gisa_script_json_weight(gisa_str_from(weights[i].text)) > 0, weights[i].prose,
              weights[i].name);
    for (size_t i = 0; i < sizeof markups / sizeof *markups; i++) {
        gisa_buf_reset(&out);
        gisa_script_json_write_markup(gisa_str_from(markups[i].text), &out);
        SAME_C(gisa_buf_view(&out), markups[i].want, markups[i].name);
    }
    gisa_buf_clear(&out);
}

/* What is found, and the title of the object around it. */
static const struct {
    const char *name, *json;
    const char *body, *title; /* body NULL: nothing is found; title NULL: no object */
} searches[] = {
    {"a string under a telling key", "{\"title\":\"여울\",\"content\":\"" PROSE "\"}",
     "<p>" PROSE "</p>\n", "여울"},
    {"blocks", "{\"title\":\"여울\",\"blocks\":[{\"type\":\"text\",\"content\":\"" PROSE "\"}]}",
     "<p>" PROSE "</p>\n", "여울"},
    {"deep inside",
     "{\"props\":[{\"page\":{\"x\":1,\"story\":{\"title\":\"여울\",\"body\":\"" PROSE "\"}}}]}",
     "<p>" PROSE "</p>\n", "여울"},
    {"related stories are none of it", "{\"related\":{\"title\":\"나루\",\"body\":\"" PROSE "\"}}",
     NULL, NULL},
    {"comments are none of it", "{\"comments\":[{\"type\":\"text\",\"text\":\"" PROSE "\"}]}", NULL,
     NULL},
    {"a short text is no body", "{\"body\":\"여울연구소는 새 모델의 비용을 공개했다.\"}", NULL,
     NULL},
    {"numbers and nulls", "{\"body\":null,\"content\":5,\"html\":[1,2]}", NULL, NULL},
    {"headings, captions, lists and raw markup beside the text",
     "{\"title\":\"여울\",\"elements\":[{\"type\":\"text\",\"content\":\"" PROSE
     "\"},{\"type\":\"header\",\"content\":\"소제목\"},{\"type\":\"image\",\"caption\":\"사진\"},"
     "{\"type\":\"list\",\"items\":[{\"type\":\"text\",\"content\":\"하나\"}]},"
     "{\"type\":\"raw_html\",\"content\":\"<p>둘</p>\"},{\"type\":\"video\",\"content\":\"셋\"}]}",
     "<p>" PROSE "</p>\n<h3>소제목</h3>\n<figure><figcaption>사진</figcaption></figure>\n"
     "<ul><p>하나</p>\n</ul><p>둘</p>",
     "여울"},
};

static void test_searches(void)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
        json_t *root = load(searches[i].json);
        gisa_script_json_found found = {0};
        gisa_script_json_find_body(root, NULL, 48, &found);
        gisa_buf_reset(&out);
        if (found.value) gisa_script_json_write_body(found.value, 48, &out);
        SAME_C(found.value ? gisa_buf_view(&out) : GISA_NONE, searches[i].body, searches[i].name);
        SAME_C(gisa_script_json_text(json_object_get(found.owner, "title")), searches[i].title,
               searches[i].name);
        json_decref(root);
    }
    gisa_buf_clear(&out);
}

/* A value nested deeper than the search goes is not found, and costs no stack. */
static void test_depth(void)
{
    gisa_buf text = {0};
    gisa_script_json_found found = {0};
    for (int i = 0; i < 1000; i++) gisa_buf_add_c(&text, "{\"a\":");
    gisa_buf_add_c(&text, "{\"body\":\"" PROSE "\"}");
    for (int i = 0; i < 1000; i++) gisa_buf_add_c(&text, "}");
    json_t *root = json_loadb(text.p, text.n, 0, NULL);
    OK(root != NULL, "the parser takes a thousand levels");
    gisa_script_json_find_body(root, NULL, 48, &found);
    OK(!found.value, "a body a thousand levels down is not looked for");
    json_decref(root);
    gisa_buf_clear(&text);
}

static const struct {
    const char *name, *json, *want;
} facts[] = {
    {"plain names", "{\"title\":\"여울\",\"url\":\"/1\",\"section\":\"경제\"}", "여울||경제||/1||"},
    {"the surer key wins", "{\"title\":\"나루\",\"headline\":\" 여울 \"}", "여울||||||"},
    {"values inside objects",
     "{\"headlines\":{\"basic\":\"여울\"},\"publisher\":{\"name\":\"보기일보\"}}",
     "여울|||보기일보|||"},
    {"deck lines", "{\"subTitle\":[\"하나\",\"\",\"둘\"]}", "|하나\n둘|||||"},
    {"the time under the names that systems use",
     "{\"regDate\":\"2025-11-22\",\"publishedAt\":\"2025-11-21\"}", "|||||2025-11-21|"},
    {"the time and the writers of a tree of nodes",
     "{\"firstPublished\":\"2025-11-22\",\"bylines\":[{\"name\":\"김가람\",\"role\":\"기자\"}]}",
     "|||||2025-11-22|김가람;"},
    {"one author", "{\"author\":{\"name\":\"김가람\"}}", "||||||김가람;"},
    {"authors with addresses",
     "{\"authors\":[{\"name\":\"김가람\",\"email\":\"a@b.example\"},\"박여울\"]}",
     "||||||김가람<a@b.example>;박여울;"},
    {"an address is no name", "{\"author\":\"https://press.example/garam\"}", "||||||"},
    {"family and given name in Hangul are one word",
     "{\"author\":{\"familyName\":\"남\",\"givenName\":\"도현\"}}", "||||||남도현;"},
    {"in other letters two", "{\"author\":[{\"familyName\":\"Doe\",\"givenName\":\"Jane\"}]}",
     "||||||Jane Doe;"},
    {"one of them alone", "{\"author\":{\"givenName\":\"도현\"}}", "||||||도현;"},
    {"several names in one author", "{\"author\":{\"name\":[\"김가람\",\"박여울\"]}}",
     "||||||김가람;박여울;"},
    {"an author and a publisher by @id",
     "{\"author\":[{\"@id\":\"#p\"}],\"publisher\":{\"@id\":\"#o\"},\"@graph\":[{\"@id\":\"#p\"},{"
     "\"@id\":\"#p\",\"name\":\"김가람\"},{\"x\":[{\"@id\":\"#o\",\"name\":\"보기일보\"}]}]}",
     "|||보기일보|||김가람;"},
    {"an @id that is nowhere", "{\"author\":{\"@id\":\"#q\"},\"publisher\":{\"@id\":\"#o\"}}",
     "||||||"},
    {"credits", "{\"credits\":{\"by\":[{\"name\":\"김가람\"}]}}", "||||||김가람;"},
    {"values of other kinds", "{\"title\":5,\"url\":[],\"author\":[null,7],\"subTitle\":{}}",
     "||||||"},
    {"an array of arrays", "{\"title\":[[[\"여울\"]]]}", "여울||||||"},
};

static void test_facts(void)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        json_t *root = load(facts[i].json);
        gisa_arena arena = {0};
        gisa_script_fields f = {0};
        OK(gisa_script_json_read_fields(root, root, &arena, &f) >= 0, facts[i].name);
        json_decref(root); /* the facts are copies */
        gisa_buf_reset(&out);
        const gisa_str fields[] = {f.headline,  f.subtitle, f.section,
                                   f.publisher, f.url,      f.published};
        for (size_t k = 0; k < 6; k++) gisa_buf_addf(&out, "%.*s|", GISA_ARG(fields[k]));
        for (size_t k = 0; k < f.n_authors; k++) {
            gisa_buf_add(&out, f.authors[k]);
            if (f.emails[k].n) gisa_buf_addf(&out, "<%.*s>", GISA_ARG(f.emails[k]));
            gisa_buf_add_c(&out, ";");
        }
        SAME_C(gisa_buf_view(&out), facts[i].want, facts[i].name);
        gisa_arena_clear(&arena);
    }
    gisa_buf_clear(&out);
}

/* What scripts hold around and instead of JSON. */
static void test_lenient(void)
{
    gisa_str rest = GISA_STR("<!-- //<![CDATA[ {\"a\":1}\n,{\"b\":\"x \"y\" z\"} ]]>");
    json_t *first = gisa_script_json_next_lenient(&rest);
    OK(json_object_get(first, "a") != NULL, "the first value, without what is before it");
    json_t *second = gisa_script_json_next_lenient(&rest);
    SAME_C(gisa_script_json_text(json_object_get(second, "b")), "x \"y\" z",
           "the second one, repaired");
    OK(!gisa_script_json_next_lenient(&rest), "and no more");
    json_decref(first);
    json_decref(second);
    rest = GISA_STR("no brackets at all");
    OK(!gisa_script_json_next_lenient(&rest) && !rest.n, "text is no JSON");
}

static void test_memory(void)
{
    gisa_status st = GISA_ENOMEM;
    json_t *root = load("{\"title\":\"여울\",\"subTitle\":[\"하나\"],\"author\":\"김가람\"}");
    for (uint64_t allowed = 0; st == GISA_ENOMEM && allowed < 100; allowed++) {
        gisa_arena arena = {0};
        gisa_script_fields f = {0};
        gisa_mem_fail_after(allowed);
        st = gisa_script_json_read_fields(root, root, &arena, &f);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st >= 0) SAME_C(f.subtitle, "하나", "no part is lost without a word");
        gisa_arena_clear(&arena);
    }
    EQUAL(st, GISA_OK, "every allocation may fail, cleanly");
    json_decref(root);
}

int main(void)
{
    test_texts();
    test_searches();
    test_depth();
    test_facts();
    test_lenient();
    test_memory();
    return test_end();
}

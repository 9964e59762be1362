#include "ingest/flat/flat.h"

#include "tests/unit/test.h"

/* Marks of lines: \1 heading, \2 link, \3 image, space text. */
static const struct {
    const char *name, *text, *want;
} strips[] = {
    {"a plain line", "가격이 내렸다.", " 가격이 내렸다.\n"},
    {"a heading", "## 값은 반으로", "\1값은 반으로\n"},
    {"a heading without a space", "###값", "\1값\n"},
    {"bold goes", "**값**은 반", " 값은 반\n"},
    {"one star stays", "5*3", " 5*3\n"},
    {"a link keeps its text", "그는 [미르AI](http://a.example/b)에서 일한다.",
     " 그는 미르AI에서 일한다.\n"},
    {"a line that is a link", "[새 모델을 공개한 미르AI](/1)", "\2새 모델을 공개한 미르AI\n"},
    {"a link in a list", "* [홈](/)", "\2홈\n"},
    {"an image keeps its alternative text", "![서버가 선 전산실](/a.jpg)", "\3서버가 선 전산실\n"},
    {"an image without one", "![](/a.jpg)", " \n"},
    {"an image inside a link", "[![전산실](/a.jpg)](/1)", "\3전산실\n"},
    {"round brackets in the target", "[가](/a_(b)) 뒤", " 가 뒤\n"},
    {"brackets that are no link", "[앵커] 안녕하십니까 (서울)", " [앵커] 안녕하십니까 (서울)\n"},
    {"a bracket that never closes", "[가(나", " [가(나\n"},
    {"an escaped mark", "\\*값\\_은\\*", " *값_은*\n"},
    {"a quotation", "> > 그는 웃었다.", " 그는 웃었다.\n"},
    {"an item", "- 첫째", "\004첫째\n"},
    {"a minus is no item", "-3%", " -3%\n"},
    {"an underlined heading", "값은 반으로\n=====\n본문", "\1값은 반으로\n 본문\n"},
    {"a lesser one", "값은 반으로\n---", "\1값은 반으로\n"},
    {"a rule after an empty line", "값.\n\n---\n", " 값.\n \n ---\n"},
    {"a rule just below a sentence", "값이 내렸다.\n---", " 값이 내렸다.\n ---\n"},
    {"two signs are no underline", "값\n==", " 값\n ==\n"},
    {"a line in italics", "*한 사람이 웃고 있다*", " 한 사람이 웃고 있다\n"},
    {"a line between underscores", "_한 사람이 웃고 있다_", " 한 사람이 웃고 있다\n"},
    {"two stressed words keep theirs", "_이전_ _다음_", " _이전_ _다음_\n"},
    {"two lines", "가\n나", " 가\n 나\n"},
};

static const struct {
    const char *name, *text;
    bool want;
} looks[] = {
    {"a link is enough", "[가](/1)\n", true},
    {"two headings", "# 가\n## 나\n", true},
    {"one heading is not enough", "# 가\n나\n", false},
    {"a bold line and a heading", "# 가\n**나다**\n", true},
    {"an underlined heading and a line in italics", "가\n===\n\n*나다라*\n", true},
    {"hashtags are no headings", "#가 #나\n#다\n", false},
    {"brackets", "[앵커]\n[리포트] (서울)\n", false},
    {"nothing", "", false},
};

int main(void)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof strips / sizeof strips[0]; i++) {
        gisa_buf_reset(&out);
        gisa_markdown_strip(gisa_str_from(strips[i].text), &out);
        SAME_C(gisa_buf_view(&out), strips[i].want, strips[i].name);
    }
    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++)
        EQUAL(gisa_markdown_looks(gisa_str_from(looks[i].text)), looks[i].want, looks[i].name);
    gisa_buf deep = {0};
    for (int i = 0; i < 3000; i++) gisa_buf_add_char(&deep, '[');
    gisa_buf_add_c(&deep, "가](/1)");
    gisa_buf_reset(&out);
    gisa_markdown_strip(gisa_buf_view(&deep), &out);
    OK(gisa_str_ends(gisa_buf_view(&out), GISA_STR("가\n")), "brackets nest as deep as they like");
    gisa_buf_clear(&deep);
    gisa_buf_clear(&out);
    return test_end();
}

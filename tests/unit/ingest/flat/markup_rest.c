#include "ingest/flat/markup_rest.h"

#include "tests/unit/test.h"

#define LINKS     "[1]하나\n[2]둘\n[3]셋\n[4]넷\n[5]다섯\n"
#define ADDRESSES "가 [https://a.example/1]\n나 [/2]\n다 [#top]\n"

static const struct {
    const char *name, *text, *want;
} cases[] = {
    {"text", "가격이 내렸다.\n", " 가격이 내렸다.\n"},
    {"tags", "<div class=\"a\">\n값은 <b>반</b>이다.<br/>\n</div>\n", " \n 값은 반이다.\n \n"},
    {"a declaration and a comment", "<!doctype html>값<!-- 가 -->은 <!\n", " 값은 <!\n"},
    {"a mark that is no tag", "<앵커>\n<가나일보> 1<2\n<b\n", " <앵커>\n <가나일보> 1<2\n <b\n"},
    {"numbers of links", "[0]영\n" LINKS "그는 [6]미르에서 일한다.\n",
     "\2영\n\2하나\n\2둘\n\2셋\n\2넷\n\2다섯\n 그는 미르에서 일한다.\n"},
    {"few numbers are notes", "값[1]은 반[2]이다.\n", " 값[1]은 반[2]이다.\n"},
    {"numbers in no order", "[3]가\n[9]나\n[1]다\n[7]라\n[4]마\n[2]바\n",
     " [3]가\n [9]나\n [1]다\n [7]라\n [4]마\n [2]바\n"},
    {"the list of addresses",
     "[0]영\n" LINKS "References\n 1. https://a.example/1\n 2. /b\n 3. 넷\n",
     "\2영\n\2하나\n\2둘\n\2셋\n\2넷\n\2다섯\n\n\n\n 3. 넷\n"},
    {"addresses", ADDRESSES "그는 미르 [/3]에서 일한다.\n",
     "\2가 \n\2나 \n\2다 \n 그는 미르 에서 일한다.\n"},
    {"one address is text", "주소는 [/2] 다.\n", " 주소는 [/2] 다.\n"},
    {"pictures", "[전산실.jpg]\n[IMG] 서버\n[전산실 사진]\n", " \n  서버\n [전산실 사진]\n"},
    {"a picture's number", "[1538123681]\n[2025]\n", " \n [2025]\n"},
    {"Markdown is left", "![전산실](/a.jpg) [가](/1)\n", " ![전산실](/a.jpg) [가](/1)\n"},
    {"a bracket that never closes", "[가\n", " [가\n"},
};

int main(void)
{
    gisa_buf out = {0};
    gisa_error err = {0};
    gisa_markup_rest found;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        gisa_buf_reset(&out);
        WENT(gisa_markup_rest_strip(gisa_str_from(cases[i].text), &out, &found, &err), err,
             cases[i].name);
        SAME_C(gisa_buf_view(&out), cases[i].want, cases[i].name);
    }
    WENT(
        gisa_markup_rest_strip(GISA_STR("[1]가 [2]나 [3]다 [4]라 [5]마 [6]바"), &out, &found, &err),
        err, "numbered links");
    OK(found.numbered && !found.addresses, "what was found is said");
    WENT(gisa_markup_rest_strip(GISA_STR("가 [/1] 나 [/2] 다 [/3]"), &out, &found, &err), err,
         "addresses of links");
    OK(!found.numbered && found.addresses, "the other kind too");
    gisa_buf_clear(&out);
    return test_end();
}

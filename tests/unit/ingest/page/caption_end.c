#include "ingest/page/caption_end.h"

#include "tests/unit/test.h"

#define TEXT "나루시는 12일 시립도서관 다섯 곳에 열람 도우미를 들여놓았다고 밝혔다."

static const struct {
    const char *name, *caption, *text; /* parted after the first */
    bool parted;
} rows[] = {
    {"a credit in brackets", "열람실 모습 (사진=나루시 제공) ", TEXT, true},
    {"in square ones", "▲ 열람실 모습. [사진 제공 = 나루시] ", TEXT, true},
    {"a credit without a label", "열람실 모습 (나루시 제공) ", TEXT, true},
    {"after a slash, before a wire header", "열람실 모습 /사진=나루시 ", "[나루신문] " TEXT, true},
    {"a credit alone", "(사진=나루시) ", TEXT, true},
    {"a credit with a josa is part of a sentence", "열람실(사진=나루시)", "은 넓다. " TEXT, false},
    {"a credit after a sentence is inside the text", "열람실을 넓혔다. (사진=나루시) ", TEXT,
     false},
    {"a caption without text", "열람실 모습 (사진=나루시) ", "나루", false},
    {"a text without a sentence", "열람실 모습 (사진=나루시) ",
     "나루시가 열람 도우미를 들여놓은 까닭은", false},
    {"brackets that hold no credit", "열람실 (나루시 가온로 1) ", TEXT, false},
    {"a slash without a wire header", "열람실 모습 /사진=나루시 ", TEXT, false},
    {"a bracket that does not close", "열람실 모습 (사진=나루시 ", TEXT, false},
    {"a label without a credit", "열람실 모습 (사진=) ", TEXT, false},
};

static void test_ends(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf line = {0};
        gisa_buf_addf(&line, "%s%s", rows[i].caption, rows[i].text);
        EQUAL(gisa_caption_end_find(gisa_buf_view(&line)),
              rows[i].parted ? strlen(rows[i].caption) : 0, rows[i].name);
        gisa_buf_clear(&line);
    }
}

static void collect(gisa_tree *t, gisa_lines *l, const char *html)
{
    gisa_tree_parse(t, gisa_str_from(html), NULL);
    gisa_lines_collect(l, t, 0, NULL);
}

static void test_parts(void)
{
    static const char page[] = "<p>첫 줄</p><p>열람실 (사진=나루시) 서고 (사진=나루시) " TEXT
                               "</p><figcaption>열람실 (사진=나루시) " TEXT
                               "</figcaption><p>(사진=나루) " TEXT "</p><p>끝 줄</p>";
    static const char *const want[] = {"첫 줄",
                                       "열람실 (사진=나루시)",
                                       "서고 (사진=나루시)",
                                       TEXT,
                                       "열람실 (사진=나루시) " TEXT,
                                       "(사진=나루)",
                                       TEXT,
                                       "끝 줄"};
    gisa_tree t = {0};
    gisa_lines l = {0};
    gisa_error err = {0};
    collect(&t, &l, page);
    WENT(gisa_captions_part(&l, &err), err, "lines are parted");
    EQUAL(l.n, 8, "each part is a line");
    for (size_t i = 0; i < l.n && i < 8; i++) {
        SAME_C(gisa_line_text(&l, i), want[i], "in the order of the page");
        EQUAL((l.items[i].flags & GISA_LINE_CAPTION) != 0, i == 1 || i == 2 || i == 4 || i == 5,
              "captions are marked");
    }
    OK(l.n == 8 && l.items[3].weight < l.items[4].weight, "a part has the weight of its own words");
    gisa_lines_clear(&l);
    gisa_tree_clear(&t);
}

int main(void)
{
    test_ends();
    test_parts();
    return test_end();
}

#include "ingest/page/broken_title.h"

#include "tests/unit/test.h"

#define TITLE "[들길] 멈춘 물레방아, 서른 해 만에 돌다 - 나루일보"

static const struct {
    const char *name, *html, *want;
} rows[] = {
    {"a title over three lines is one", "<h1>멈춘<br>물레방아,<br>서른 해 만에 돌다</h1>",
     "멈춘 물레방아, 서른 해 만에 돌다|"},
    {"its first two lines may be a part of it", "<h2>멈춘<br> 물레방아,</h2>", "멈춘 물레방아,|"},
    {"a deck after it is a line of its own",
     "<div>멈춘 물레방아,<br>서른 해 만에 돌다<br>물길을 다시 낸 사람들</div>",
     "멈춘 물레방아, 서른 해 만에 돌다|물길을 다시 낸 사람들|"},
    {"lines of two blocks stay two", "<p>멈춘 물레방아,</p><p>서른 해 만에 돌다</p>",
     "멈춘 물레방아,|서른 해 만에 돌다|"},
    {"a poem stays as it is cut", "<p>물레방아 돈다<br>서른 해 만에 돈다</p>",
     "물레방아 돈다|서른 해 만에 돈다|"},
    {"words from within a word of it are no title", "<p>춘 물레방아,<br>서른 해 만에 돌다</p>",
     "춘 물레방아,|서른 해 만에 돌다|"},
    {"a few letters are too few", "<p>멈춘<br>물레</p>", "멈춘|물레|"},
};

static void try_row(size_t i)
{
    gisa_tree t = {0};
    gisa_lines l = {0};
    gisa_error err = {0};
    gisa_buf shown = {0};
    const gisa_str titles[] = {GISA_NONE, GISA_STR(TITLE)};
    WENT(gisa_tree_parse(&t, gisa_str_from(rows[i].html), &err), err, rows[i].name);
    WENT(gisa_lines_collect(&l, &t, 0, &err), err, rows[i].name);
    gisa_broken_title_join(&l, titles, 2);
    for (size_t k = 0; k < l.n; k++) {
        gisa_buf_add(&shown, gisa_line_text(&l, k));
        gisa_buf_add_char(&shown, '|');
    }
    SAME(gisa_buf_view(&shown), gisa_str_from(rows[i].want), rows[i].name);
    gisa_buf_clear(&shown);
    gisa_lines_clear(&l);
    gisa_tree_clear(&t);
}

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) try_row(i);
    return test_end();
}

#include "ingest/page/repeated_lines.h"

#include "tests/unit/page.h"

#define A   "<p>둑을 고치면 마을에 무엇이 달라진다고 보는가?</p>"
#define X   "<p>가람 이장은 논이 잠기지 않을 것이라고 했다. 그것 하나면 된다고도 했다.</p>"
#define Y   "<p>들꽃 이장은 길이 끊긴다고 했다. 아무도 그 말은 하지 않는다고 했다.</p>"
#define Z   "<p>새벽 이장은 강 건너라 상관이 없다고 했다. 다만 물이 올까 걱정이라고 했다.</p>"
#define END "<p>끝으로 세 사람은 함께 웃었다고 한다.</p>"

static const struct {
    const char *name, *html;
    size_t lines;
} rows[] = {
    {"a question put to three stays", X A Y A Z A END, 7},
    {"a text that is there twice is taken once", X Y Z A X Y Z A, 4},
    {"the lead printed again goes", X Y Z X, 3},
    {"a sentence in a box of its own goes", Y X A Z "<div>" X "</div>" END, 5},
    {"a sentence set in another way goes",
     Y X Z "<p class=pull>가람 이장은 논이 잠기지 않을 것이라고 "
           "했다. 그것 하나면 된다고도 했다.</p>" A,
     4},
    {"two copies with nothing between go", Y X X Z, 3},
    {"a sentence set as a quote goes",
     X "<blockquote>다만 물이 올까 걱정이라고 했다.</blockquote>" Y Z, 3},
    {"a quote of other words stays",
     X "<blockquote>다만 길이 멀까 걱정이라고 했다.</blockquote>" Y Z, 4},
    {"lines between breaks go",
     "<div>첫 줄에는 무엇이 있는지 누구나 다 안다.<br>둑을 고치면 무엇이 달라진다고 "
     "보는가?<br>첫째 대답은 논이 잠기지 않는다는 것이다.<br>둑을 고치면 무엇이 달라진다고 "
     "보는가?<br>둘째 대답은 "
     "길이 끊긴다는 것이다.</div>",
     4},
};

static size_t count_lines(gisa_str s)
{
    size_t n = 0;
    gisa_str line;
    while (gisa_str_next_line(&s, &line)) n++;
    return n;
}

int main(void)
{
    page p = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        page_html(&p, "", rows[i].html, NULL);
        EQUAL(count_lines(p.article.body), rows[i].lines, rows[i].name);
    }
    page_close(&p);
    return test_end();
}

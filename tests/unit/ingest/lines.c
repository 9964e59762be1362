#include "ingest/lines.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *html, *want; /* lines joined by '/' */
} rows[] = {
    {"blocks end lines", "<p>가</p><p>나</p>", "가/나"},
    {"inline elements do not", "<p>가<b>나</b><a href=\"#\">다</a></p>", "가나다"},
    {"white space collapses", "<p>가 \n\t 나</p>", "가 나"},
    {"no-break spaces collapse", "<p>가&nbsp;&nbsp;나</p>", "가 나"},
    {"br ends a line", "<p>가<br>나<br><br>다</p>", "가/나/다"},
    {"a row of facts is one line",
     "<table><tr><td>값</td><td>3</td></tr><tr><td>수</td><td>4</td>"
     "</tr></table>",
     "값 | 3/수 | 4"},
    {"a table of layout is not", "<table><tr><td><ul><li>가</li></ul></td><td>나</td></tr></table>",
     "가/나"},
    {"br in a row of facts is a space",
     "<table><tr><td>값<br>원</td><td>3</td></tr><tr><td>수</td><td>4</td></tr></table>",
     "값 원 | 3/수 | 4"},
    {"pre keeps its lines", "<pre>가\n나</pre>", "가/나"},
    {"buttons and choices are not read",
     "<p>가</p><button>공유</button><select><option>나</option>"
     "</select>",
     "가"},
    {"an unknown element that holds blocks is one", "가<x-box><p>나</p></x-box>다", "가/나/다"},
    {"an unknown element that holds text is none", "가<x-mark>나</x-mark>다", "가나다"},
    {"unknown elements in a row are blocks", "<x-p>가</x-p><x-p>나</x-p>", "가/나"},
    {"so are they without a hyphen only when they hold some", "<xp>가</xp><xp>나</xp>", "가나"},
    {"a template is not read unless it is shown",
     "<template><p>가</p></template><x-a><template shadowrootmode=open><p>나</p></template></x-a>",
     "나"},
    {"a span that begins with a picture is its caption",
     "<div><span><img src=a><em>가</em></span>나<br>다</div>", "가/나/다"},
    {"so is one between a picture and a block", "<img src=a><span>가</span><p>나</p>", "가/나"},
    {"a span after text is none", "<div>가<span>나</span>다</div>", "가나다"},
    {"a span with a link after a picture is none",
     "<div><span><img src=a><a href=b>가</a></span>나</div>", "가나"},
    {"zero-width characters go", "<p>가\xE2\x80\x8B나</p>", "가나"},
    {"nothing", "", ""},
};

static const struct {
    const char *name, *text;
    unsigned words, ends;
    double weight;
} measures[] = {
    {"eojeols", "미르AI는 새 모델", 3, 0, 3.3},
    {"Latin words", "open source model", 3, 0, 3},
    {"a sentence", "값은 반이다.", 2, 1, 2.75},
    {"a decimal point ends nothing", "금리는 3.5%다.", 4, 1, 4.2},
    {"a point inside a name ends nothing", "a.example", 2, 0, 2},
    {"a closing mark after the point", "“반이다.” 그는", 2, 1, 2.75},
    {"the point after a closing mark", "반이다(웃음).", 2, 1, 2.75},
    {"an ellipsis", "글쎄…", 1, 1, 1.1},
    {"three points end one as an ellipsis does", "글쎄...", 1, 1, 1.1},
    {"marks alone", "---", 0, 0, 0},
    {"Hanja", "美 증시", 2, 0, 1.65},
    {"nothing", "", 0, 0, 0},
};

static const struct {
    const char *name, *html;
    unsigned flags;
} flags[] = {
    {"a heading", "<h2>가</h2>", GISA_LINE_HEADING},
    {"an item", "<ul><li>가</li></ul>", GISA_LINE_ITEM},
    {"bold, all of it", "<div><b>가나</b></div>", GISA_LINE_BOLD},
    {"bold in part", "<div><b>가</b> 나다라</div>", 0},
    {"a caption", "<figcaption>가</figcaption>", GISA_LINE_CAPTION},
    {"a quotation in a paragraph", "<blockquote><p>가</p></blockquote>",
     GISA_LINE_QUOTE | GISA_LINE_PARA},
    {"a paragraph cut by br", "<p>가<br></p>", GISA_LINE_PARA | GISA_LINE_BREAK},
    {"the page's only text is no noise whatever its name", "<div class=\"menu\">가</div>", 0},
};

static void join(const gisa_lines *l, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < l->n; i++) {
        if (i) gisa_buf_add_char(out, '/');
        gisa_buf_add(out, gisa_line_text(l, i));
    }
}

static void test_links(gisa_tree *t, gisa_lines *l)
{
    gisa_error err = {0};
    gisa_tree_parse(t,
                    GISA_STR("<p><a href=\"/1\">가나다라</a></p><p>마바<a "
                             "name=n>사아</a></p><p><a>자차카</a></p>"),
                    &err);
    WENT(gisa_lines_collect(l, t, 0, &err), err, "lines with links");
    if (!OK(l->n == 3, "three lines")) return;
    OK(l->items[0].link_weight > 0.9f * l->items[0].weight, "a line that is a link is all link");
    OK(l->items[1].link_weight == 0.0f, "a named place is no link");
    EQUAL(l->items[1].n_links, 1, "but it is counted");
    OK(l->items[2].link_weight > 0.9f * l->items[2].weight, "a link that a script follows is one");
}

static void test_split(gisa_lines *l)
{
    gisa_error err = {0};
    gisa_buf got = {0};
    WENT(gisa_lines_split(l, GISA_STR("가  나\r\n\n \t\n다"), &err), err, "plain text");
    join(l, &got);
    SAME_C(gisa_buf_view(&got), "가 나/다", "empty lines are none");
    WENT(gisa_lines_split(l, GISA_STR("\1 가 나\n\2다\n"), &err), err, "marks of Markdown");
    join(l, &got);
    SAME_C(gisa_buf_view(&got), "\1 가 나/\2다", "marks stay for the reader of flattened text");
    WENT(gisa_lines_split(l, GISA_NONE, &err), err, "nothing");
    EQUAL(l->n, 0, "earlier lines go");
    gisa_buf_clear(&got);
}

int main(void)
{
    gisa_tree t = {0};
    gisa_lines l = {0};
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_error err = {0};
        WENT(gisa_tree_parse(&t, gisa_str_from(rows[i].html), &err), err, rows[i].name);
        WENT(gisa_lines_collect(&l, &t, 0, &err), err, rows[i].name);
        join(&l, &got);
        SAME_C(((gisa_str){got.p ? got.p : "", got.n}), rows[i].want, rows[i].name);
    }
    for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++) {
        gisa_line line = {0};
        gisa_line_measure(gisa_str_from(measures[i].text), &line);
        EQUAL(line.words, measures[i].words, measures[i].name);
        EQUAL(line.ends, measures[i].ends, measures[i].name);
        EQUAL((double)line.weight * 100 + 0.5, measures[i].weight * 100 + 0.5, measures[i].name);
    }
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
        gisa_error err = {0};
        gisa_tree_parse(&t, gisa_str_from(flags[i].html), &err);
        WENT(gisa_lines_collect(&l, &t, 0, &err), err, flags[i].name);
        if (OK(l.n == 1, flags[i].name)) EQUAL(l.items[0].flags, flags[i].flags, flags[i].name);
    }
    test_links(&t, &l);
    test_split(&l);
    gisa_buf_clear(&got);
    gisa_lines_clear(&l);
    gisa_tree_clear(&t);
    return test_end();
}

#include "ingest/fields/page_label.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *html, *title, *writers;
} rows[] = {
    {"cells of a table",
     "<table><tr><th>제목</th><td>값은 반으로</td></tr><tr><th>작성자</th><td>문소담</td><th>조회"
     "</th><td>12</td></tr></table>",
     "값은 반으로", "문소담"},
    {"terms of a list", "<dl><dt>작성자</dt><dd>문소담</dd><dt>제목</dt><dd>값은 반으로</dd></dl>",
     "값은 반으로", "문소담"},
    {"a label in bold before its value", "<li><b>작성자</b>문소담</li>", "", "문소담"},
    {"a label in a box of its own", "<p><span><em>글쓴이</em></span> <a>문소담</a></p>", "",
     "문소담"},
    {"blanks inside the label", "<td>제&nbsp;목</td><td><b>값은</b> 반으로</td>", "값은 반으로",
     ""},
    {"a name in a line of a guest book", "<td>이름: 문소담&nbsp; 날짜: 2026/11/19</td>", "",
     "문소담"},
    {"a colon between", "<div>제목 : 값은 반으로</div><div>작성자: 문소담</div>", "값은 반으로",
     "문소담"},
    {"labels in one text", "<p>작성일 2026-11-17 10:20 조회수 214 작성자 문소담 추천 3</p>", "",
     "문소담"},
    {"a value up to the next label", "<p><b>작성자</b> 문소담 작성일 2026-11-17</p>", "", "문소담"},
    {"two writers", "<dl><dt>기자</dt><dd>문소담</dd><dt>기자</dt><dd>길마루</dd></dl>", "",
     "문소담|길마루"},
    {"of two titles the first", "<p>제목: 값은 반으로</p><p>제목: 값은 두 배로</p>", "값은 반으로",
     ""},
    {"heads of a table's columns",
     "<tr><th>제목</th><th>작성자</th><th>작성일</th></tr><tr><td>값은 반으로</td><td>문소담</td>"
     "<td>2026</td></tr>",
     "", ""},
    {"a field to search in",
     "<select><option>제목</option><option>작성자</option></select><input><label>제목</label>"
     "<input>값은 반으로",
     "", ""},
    {"a label before a field", "<div>제목<input> 값은 반으로</div>", "", ""},
    {"a link to sort by", "<p><a>제목</a> 값은 반으로</p>", "", ""},
    {"a label that is a word of a sentence", "<p>글 쓰는 사람이 늘었다. 작성자 문소담</p>", "", ""},
    {"a title that begins with a label's word", "<p>제목 없는 그림이 팔렸다</p>", "", ""},
    {"a title too short to be one", "<th>제목</th><td>값</td>", "", ""},
    {"an English page", "<p><b>Author:</b> Ann Lee</p>", "", "Ann Lee"},
    {"pictures between label and value", "<b>작성자</b><img><i></i><b>문소담</b>", "", "문소담"},
    {"a label without a value", "<p>작성자</p>", "", ""},
};

int main(void)
{
    gisa_tree t = {0};
    gisa_arena arena = {0};
    gisa_buf got = {0};
    gisa_page_labels labels;
    gisa_error err;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        WENT(gisa_tree_parse(&t, gisa_str_from(rows[i].html), &err), err, rows[i].name);
        OK(gisa_page_labels_find(&t, 0, t.n, &arena, &labels) >= 0, rows[i].name);
        gisa_buf_reset(&got);
        for (size_t k = 0; k < labels.n_writers; k++) {
            if (k) gisa_buf_add_char(&got, '|');
            gisa_buf_add(&got, labels.writers[k]);
        }
        gisa_str title = {labels.title.p ? labels.title.p : "", labels.title.n};
        SAME_C(title, rows[i].title, rows[i].name);
        SAME_C(gisa_buf_view(&got), rows[i].writers, rows[i].name);
        gisa_arena_reset(&arena);
    }
    WENT(gisa_tree_parse(&t, GISA_STR("<b>제목</b>값은 반으로<p>글</p>"), &err), err, "a part");
    OK(gisa_page_labels_find(&t, t.n, t.n, &arena, &labels) >= 0, "no nodes");
    OK(!labels.title.n, "labels elsewhere are not read");
    OK(gisa_begins_with_label(GISA_STR("담당자 : 문소담")), "a label and its value");
    OK(gisa_begins_with_label(GISA_STR("제 목 | 값은 반으로")), "blanks in it");
    OK(gisa_begins_with_label(GISA_STR("조회수")), "a label alone");
    OK(!gisa_begins_with_label(GISA_STR("제목 없는 그림")), "a word that is one");
    OK(!gisa_begins_with_label(GISA_NONE), "nothing");
    gisa_buf_clear(&got);
    gisa_arena_clear(&arena);
    gisa_tree_clear(&t);
    return test_end();
}

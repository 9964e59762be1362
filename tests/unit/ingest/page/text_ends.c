#include "ingest/page/text_ends.h"

#include "tests/unit/page.h"

static const struct {
    const char *name, *before, *after, *want_before, *want_after;
} rows[] = {
    {"scraps before and after the text go", "<p>글자 크기 조절 단추</p>", "<p>나루 소식 모음</p>",
     "", ""},
    {"results before it stay",
     "<p>첫째 판 가람 2-1 나루</p><p>둘째 판 새벽 2-0 들꽃</p><p>셋째 판 달래 1-2 언덕</p>", "",
     "첫째 판 가람 2-1 나루\n둘째 판 새벽 2-0 들꽃\n셋째 판 달래 1-2 언덕\n", ""},
    {"a list after it stays", "", "<ul><li>배수구를 치운다</li><li>약을 챙긴다</li></ul>", "",
     "\n배수구를 치운다\n약을 챙긴다"},
    {"a short sentence in a paragraph of its own stays", "", "<p>돌아온 답은 없다.</p>", "",
     "\n돌아온 답은 없다."},
    {"one that does not end so goes", "", "<p>나루일보. 나루시 강가길 3</p>", "", ""},
    {"one in another box goes", "", "<div>돌아온 답은 없다.</div>", "", ""},
    {"a list after its contact goes", "",
     "<dl><dt>담당부서</dt><dd>교통행정팀</dd><dt>연락처</dt><dd>000-000-1234</dd></dl>", "", ""},
    {"a mark of the end goes", "",
     "<p>값은 앞으로 두 해 동안 그대로 둔다고 했다.<span>■</span></p>", "",
     "\n값은 앞으로 두 해 동안 그대로 둔다고 했다."},
    {"a mark after no full stop stays", "",
     "<p>값은 앞으로 두 해 동안 그대로 둔다고 했다. 새 값은 다음 표와 같다 ■</p>", "",
     "\n값은 앞으로 두 해 동안 그대로 둔다고 했다. 새 값은 다음 표와 같다 ■"},
    {"so does one after its author", "",
     "<p>홍길동 기자 gil@naru.example</p><ul><li>나루 소식 모음</li></ul>", "", ""},
};

int main(void)
{
    page p = {0};
    gisa_buf html = {0}, want = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&html);
        gisa_buf_reset(&want);
        gisa_buf_addf(&html, "<h1>미르AI, 새 모델 공개</h1><div>%s%s%s</div>", rows[i].before,
                      PAGE_TEXT, rows[i].after);
        gisa_buf_addf(&want, "%s%s%s", rows[i].want_before, PAGE_BODY, rows[i].want_after);
        gisa_buf_add_char(&html, 0);
        page_html(&p, "<title>미르AI, 새 모델 공개</title>", html.p, NULL);
        SAME(p.article.body, gisa_buf_view(&want), rows[i].name);
    }
    gisa_buf_clear(&html);
    gisa_buf_clear(&want);
    page_close(&p);
    return test_end();
}

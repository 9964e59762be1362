#include "tests/unit/page.h"

static const struct {
    const char *name, *head, *body, *want;
} rows[] = {
    {"a byline above the text", "",
     "<h1>값은 반으로</h1><div>홍길동 기자</div><div>" PAGE_TEXT "</div>", "홍길동"},
    {"a byline before a date whose full stops end no sentence", "",
     "<h1>값은 반으로</h1><div>홍길동 기자 2025. 2. 3. 오전 9:12</div><div>" PAGE_TEXT "</div>",
     "홍길동"},
    {"a byline beside a date inside the body's box", "",
     "<h1>값은 반으로</h1><div><p>홍길동 기자 / 2025년05월12일</p>" PAGE_TEXT "</div>", "홍길동"},
    {"a byline below the text", "", "<div>" PAGE_TEXT "<p>홍길동 기자 gildong@a.example</p></div>",
     "홍길동<gildong@a.example>"},
    {"the head names, the byline has the address", "<meta name=\"author\" content=\"홍길동\">",
     "<div>" PAGE_TEXT "<p>홍길동 기자 gildong@a.example</p></div>", "홍길동<gildong@a.example>"},
    {"JSON-LD goes before meta",
     "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"값\","
     "\"author\":[{\"@type\":\"Person\",\"name\":\"성춘향\"}]}</script>"
     "<meta name=\"author\" content=\"홍길동\">",
     PAGE_TEXT, "성춘향"},
    {"the outlet in the author's field is nobody",
     "<meta property=\"og:site_name\" content=\"한강일보\"><meta name=\"author\" "
     "content=\"한강일보\">",
     "<div>" PAGE_TEXT "<p>홍길동 기자</p></div>", "홍길동"},
    {"an address of a profile is nobody",
     "<meta property=\"article:author\" content=\"https://a.example/홍길동\">", PAGE_TEXT, ""},
    {"a wire's lead", "",
     "<div><p>(서울=한빛통신) 홍길동 기자 = 미르AI는 새 모델의 가중치를 공개했다고 3일 "
     "밝혔다.</p>" PAGE_TEXT "</div>",
     "홍길동"},
    {"a sign-off", "", "<div>" PAGE_TEXT "<p>다산뉴스 홍길동입니다.</p></div>", "홍길동"},
    {"a quoted reporter is no author", "",
     "<div>" PAGE_TEXT "<p>이 자리에는 홍길동 기자도 있었다고 회사는 전했다.</p></div>", ""},
    {"a pen name that the head and a box of writers have",
     "<meta name=\"author\" content=\"모래알조약돌\">",
     "<h1>값은 반으로</h1><div><a href=\"/author/1\">모래알조약돌</a></div><div>" PAGE_TEXT
     "</div>",
     "모래알조약돌"},
    {"one that is printed elsewhere is not known",
     "<meta name=\"author\" content=\"모래알조약돌\">",
     "<h1>값은 반으로</h1><div>모래알조약돌</div><div>" PAGE_TEXT "</div>", ""},
    {"nor is a desk", "<meta name=\"author\" content=\"편집부\">",
     "<h1>값은 반으로</h1><div><a href=\"/author/1\">편집부</a></div><div>" PAGE_TEXT "</div>", ""},
    {"nor is the site",
     "<meta property=\"og:site_name\" content=\"모래알조약돌\"><meta name=\"author\" "
     "content=\"모래알조약돌\">",
     "<h1>값은 반으로</h1><div><a href=\"/author/1\">모래알조약돌</a></div><div>" PAGE_TEXT
     "</div>",
     ""},
    {"a byline that names more than the head", "<meta name=\"author\" content=\"홍길동\">",
     "<h1>값은 반으로</h1><div class=\"author\"><a href=\"/author/1\">홍길동</a>, <a "
     "href=\"/author/2\">성춘향</a></div><div>" PAGE_TEXT "</div>",
     "홍길동|성춘향"},
    {"a byline of somebody else does not count", "<meta name=\"author\" content=\"홍길동\">",
     "<h1>값은 반으로</h1><div class=\"author\">이몽룡, 성춘향</div><div>" PAGE_TEXT "</div>",
     "홍길동"},
    {"nor does what is beside an English name", "<meta name=\"author\" content=\"Jane Doe\">",
     "<h1>값은 반으로</h1><div class=\"author\"><a href=\"/author/1\">Jane Doe</a> <span>Chief "
     "Gardener</span></div><div>" PAGE_TEXT "</div>",
     "Jane Doe"},
    {"a lone address belongs to the only author", "<meta name=\"author\" content=\"홍길동\">",
     "<div>" PAGE_TEXT "<p>gildong@a.example</p></div>", "홍길동<gildong@a.example>"},
    {"the desk's address belongs to nobody", "<meta name=\"author\" content=\"홍길동\">",
     "<div>" PAGE_TEXT "<p>제보 jebo@a.example</p></div>", "홍길동"},
    {"two addresses belong to nobody", "<meta name=\"author\" content=\"홍길동\">",
     "<div>" PAGE_TEXT "<p>a@a.example</p><p>b@a.example</p></div>", "홍길동"},
    {"two authors with their own addresses", "",
     "<div>" PAGE_TEXT "<p>홍길동 기자 gildong@a.example</p><p>성춘향 기자 "
     "chunhyang@a.example</p></div>",
     "홍길동<gildong@a.example>|성춘향<chunhyang@a.example>"},
    {"the reporters most read are not the authors", "",
     "<h1>값은 반으로</h1><div>홍길동 기자</div><div>" PAGE_TEXT
     "</div><h3>많이 본 기자</h3><ul><li>성춘향 기자</li><li>이몽룡 기자</li></ul>",
     "홍길동"},
    {"nor where nobody is named above", "",
     "<h1>값은 반으로</h1><div>" PAGE_TEXT
     "</div><div>많이 본 기자</div><ul><li>성춘향 기자</li><li>이몽룡 기자</li></ul>",
     ""},
    {"nor are those of other stories", "",
     "<h1>값은 반으로</h1><div>" PAGE_TEXT
     "</div><div><a href=\"/9\">남원시 예산안이 통과되었다</a> <span>성춘향 기자</span></div>",
     ""},
    {"nor are linked reporters in a list", "",
     "<h1>값은 반으로</h1><div>" PAGE_TEXT
     "</div><ul><li><a href=\"/1\">성춘향 기자</a></li><li><a href=\"/2\">이몽룡 "
     "기자</a></li></ul>",
     ""},
    {"an address below belongs to the name above", "",
     "<h1>값은 반으로</h1><div>홍길동 기자</div><div>" PAGE_TEXT
     "</div><div>홍길동 기자 gildong@a.example</div><div>성춘향 기자 chunhyang@a.example</div>",
     "홍길동<gildong@a.example>"},
    {"markup in a stated name",
     "<script type=\"application/ld+json\">{\"@type\":\"http://schema.org/"
     "NewsArticle\",\"author\":{\"name\":\"<a href=\\\"/r/1\\\">홍길동</a> 기자\"}}</script>",
     PAGE_TEXT, "홍길동"},
    {"tags part names, references are read",
     "<meta name=\"author\" "
     "content=\"&lt;b&gt;홍길동&lt;/b&gt;&lt;b&gt;성춘향&amp;nbsp;기자&lt;/b&gt;\">",
     PAGE_TEXT, "홍길동|성춘향"},
    {"an address in brackets is no tag",
     "<meta name=\"author\" content=\"홍길동 &lt;gildong@a.example&gt;\">", PAGE_TEXT,
     "홍길동<gildong@a.example>"},
    {"a labelled writer", "",
     "<h1>값은 반으로</h1><dl><dt>작성자</dt><dd>문소담</dd></dl><div>" PAGE_TEXT "</div>",
     "문소담"},
    {"a labelled office is nobody", "",
     "<h1>값은 반으로</h1><dl><dt>작성자</dt><dd>홍보팀</dd></dl><div>" PAGE_TEXT "</div>", ""},
    {"nor is whom to call", "",
     "<h1>값은 반으로</h1><dl><dt>담당자</dt><dd>문소담</dd></dl><div>" PAGE_TEXT "</div>", ""},
    {"a name alone between title and date", "",
     "<h1>값은 반으로</h1><p>문소담</p><p>2025.02.03 09:12</p><div>" PAGE_TEXT "</div>", "문소담"},
    {"without a date near it is nobody", "",
     "<h1>값은 반으로</h1><p>문소담</p><div>" PAGE_TEXT "</div>", ""},
    {"a section that a menu has is nobody", "",
     "<p><a href=/1>문소담</a></p><h1>값은 반으로</h1><p>문소담</p><p>2025.02.03</p><div>" PAGE_TEXT
     "</div>",
     ""},
    {"words that tags alone part", "",
     "<h1>값은 반으로</h1><div>" PAGE_TEXT
     "</div><div><b>문소담</b><em>전국부 기자</em><a href=/r>기자 페이지</a></div>",
     "문소담"},
    {"who wrote, not who took the pictures", "",
     "<h1>값은 반으로</h1><p>사진 길마루 · 글 문소담</p><div>" PAGE_TEXT "</div>", "문소담"},
    {"credits at the end of the text", "",
     "<h1>값은 반으로</h1><div>" PAGE_TEXT "<p>글 문소담 / 사진 길마루</p></div>", "문소담"},
    {"who signs a column", "",
     "<h1>[시론] 값은 반으로</h1><p>문소담 한결대 교수</p><div>" PAGE_TEXT "</div>", "문소담"},
    {"a name above the title of who it is", "",
     "<h1>[시론] 값은 반으로</h1><p>문소담</p><p>시인</p><div>" PAGE_TEXT "</div>", "문소담"},
    {"a column that is signed at its end", "",
     "<h1>[시론] 값은 반으로</h1><div>" PAGE_TEXT "<p>문소담/한결대 교수</p></div>", "문소담"},
    {"the label before the title names who signs", "",
     "<p><img src=/f.png><b>문소담</b><span>골목연구소장</span></p><h1>[문소담의 골목] 값은 "
     "반으로</h1><div>" PAGE_TEXT "</div>",
     "문소담"},
    {"whom a report is about is no author", "",
     "<h1>값은 반으로</h1><p>문소담 한결대 교수</p><div>" PAGE_TEXT "</div>", ""},
    {"who took the pictures is nobody", "",
     "<h1>값은 반으로</h1><p>사진 길마루 객원기자</p><div>" PAGE_TEXT "</div>", ""},
    {"glued credits", "",
     "<h1>값은 반으로</h1><p><span>글 문소담</span><span>사진 길마루 "
     "객원기자</span></p><div>" PAGE_TEXT "</div>",
     "문소담"},
    {"a name between marks, beside how long ago it was", "",
     "<h1>값은 반으로</h1><p>3시간 전 · 문소담</p><div>" PAGE_TEXT "</div>", "문소담"},
    {"a byline with many numbers", "",
     "<h1>값은 반으로</h1><p>(나루=한강24) 문소담 기자 | 2026-11-19 18:02 송고 | 2026-11-20 07:10 "
     "최종수정</p><div>" PAGE_TEXT "</div>",
     "문소담"},
    {"a name before a nick", "",
     "<h1>값은 반으로</h1><p>2025.02.03 04:37</p><p><b>문소담</b>(sodam)</p><div>" PAGE_TEXT
     "</div>",
     "문소담"},
    {"a name before a date", "",
     "<h1>값은 반으로</h1><p>문소담 입력 2025-02-03 04:37</p><div>" PAGE_TEXT "</div>", "문소담"},
    {"other words before a date", "",
     "<h1>값은 반으로</h1><p>문소담 씨의 가게 2025-02-03</p><div>" PAGE_TEXT "</div>", ""},
    {"by, before a date with a point", "",
     "<h1>값은 반으로</h1><p>by 달팽이 Nov 19. 2026</p><div>" PAGE_TEXT "</div>", "달팽이"},
    {"dates with points in a byline among text", "",
     "<p>값은 반으로</p><p>문소담·길마루 기자 입력 2026. 11. 19. 18:20 수정 2026. 11. 20. "
     "09:01</p>" PAGE_TEXT,
     "문소담|길마루"},
    {"by, in Korean", "",
     "<h1>값은 반으로</h1><p>By 문소담 on 2025년 2월 3일</p><div>" PAGE_TEXT "</div>", "문소담"},
    {"the author of another story in JSON-LD is none",
     "<meta property=og:title content=\"값은 반으로\"><link rel=canonical "
     "href=https://a.example/n/7><script "
     "type=application/ld+json>{\"@type\":\"NewsArticle\",\"url\":"
     "\"https://a.example/n/6\",\"headline\":\"다리를 놓는다\",\"author\":\"성춘향\"}</script>",
     PAGE_TEXT, ""},
    {"nobody", "", PAGE_TEXT, ""},
};

int main(void)
{
    page p = {0};
    gisa_buf got = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (!WENT(page_html(&p, rows[i].head, rows[i].body, NULL), p.err, rows[i].name)) continue;
        SAME_C(page_authors(&p.article, &got), rows[i].want, rows[i].name);
        OK(gisa_str_has(p.article.body, GISA_STR("가격 경쟁이 한층")) &&
               !gisa_str_has(p.article.body, GISA_STR("@")),
           "the text stays and addresses go");
    }
    gisa_buf_clear(&got);
    page_close(&p);
    return test_end();
}

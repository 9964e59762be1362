#include "ingest/fields/fields.h"
#include "tests/unit/page.h"

static const struct {
    const char *name, *head, *below, *notice, *redistribution, *ai;
} rows[] = {
    {"copying is forbidden", "", "<p>저작권자 © 한강일보 무단전재 및 재배포 금지</p>",
     "저작권자 © 한강일보 무단전재 및 재배포 금지", "prohibited", ""},
    {"training is forbidden too", "",
     "<p>저작권자 © 한강일보 무단전재-재배포, AI 학습 및 활용 금지</p>",
     "저작권자 © 한강일보 무단전재-재배포, AI 학습 및 활용 금지", "prohibited", "prohibited"},
    {"of two notices the one that forbids more", "",
     "<p>ⓒ 한강일보, 무단전재 금지</p><p>ⓒ 한강일보, 무단전재·AI 학습 금지</p>",
     "ⓒ 한강일보, 무단전재·AI 학습 금지", "prohibited", "prohibited"},
    {"a name without a ban forbids nothing", "", "<p>ⓒ 한강일보</p>", "", "", ""},
    {"a sentence of the article about bans", "",
     "<p>협회는 기사를 무단전재하는 일을 금지해 달라고 정부에 요청했다.</p>", "", "", ""},
    {"noai for robots", "<meta name=\"robots\" content=\"index, NOAI\">", "", "", "", "prohibited"},
    {"robots that may index", "<meta name=\"robots\" content=\"index,follow\">", "", "", "", ""},
    {"rights reserved for mining", "<meta name=\"tdm-reservation\" content=\"1\">", "", "", "",
     "prohibited"},
    {"mining is not reserved", "<meta name=\"tdm-reservation\" content=\"0\">", "", "", "", ""},
    {"a public licence", "", "<p>공공누리 제1유형: 출처표시</p>", "", "allowed", ""},
    {"a public licence that asks for more", "", "<p>공공누리 제4유형</p>", "", "", ""},
    {"a ban beside a licence wins", "",
     "<p>공공누리 제1유형: 출처표시</p><p>ⓒ 한강일보, 무단전재 금지</p>",
     "ⓒ 한강일보, 무단전재 금지", "prohibited", ""},
};

int main(void)
{
    page p = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf body = {0};
        gisa_buf_addf(&body, "<div>%s</div><footer>%s</footer>", PAGE_TEXT, rows[i].below);
        if (strstr(rows[i].below, "협회는")) {
            gisa_buf_reset(&body);
            gisa_buf_addf(&body, "<div>%s%s</div>", PAGE_TEXT, rows[i].below);
        }
        if (WENT(page_html(&p, rows[i].head, body.p, NULL), p.err, rows[i].name)) {
            SAME_C(page_shown(p.article.rights.notice), rows[i].notice, rows[i].name);
            SAME_C(page_shown(p.article.rights.redistribution), rows[i].redistribution,
                   rows[i].name);
            SAME_C(page_shown(p.article.rights.ai_training), rows[i].ai, rows[i].name);
        }
        gisa_buf_clear(&body);
    }
    SAME_C(gisa_notice_outlet(GISA_STR("저작권자 © 한강일보 무단전재 및 재배포 금지")), "한강일보",
           "the outlet of a notice");
    OK(!gisa_notice_outlet(GISA_STR("무단전재 금지")).n, "a notice without one");
    page_close(&p);
    return test_end();
}

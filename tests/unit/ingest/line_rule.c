/* The table corpus/lexicon/lines.tsv through ingest/line_rule.c. */
#include "ingest/line_rule.h"

#include "base/mem.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *line;
    gisa_line_kind kind;
} rows[] = {
    {"a notice of rights", "저작권자 © 한강일보 무단전재 및 재배포 금지", GISA_KIND_RIGHTS},
    {"a notice in angle brackets", "<저작권자 ⓒ TokenPlaza, 무단전재 및 재배포 금지>",
     GISA_KIND_RIGHTS},
    {"a sentence about notices is news",
     "법원은 기사 무단전재 및 재배포 금지 조항이 유효하다고 판단했다.", GISA_KIND_NONE},
    {"a byline with an address", "홍길동 기자 gildong@hangang.example", GISA_KIND_BYLINE},
    {"a byline alone", "홍길동 기자", GISA_KIND_BYLINE},
    {"a sentence about a reporter is news", "홍길동 기자는 그날 현장에 없었다고 말했다.",
     GISA_KIND_NONE},
    {"an address alone", "gildong@hangang.example", GISA_KIND_BYLINE},
    {"a printed date", "입력 2025.02.03 04:37 | 수정 2025.02.03 05:10", GISA_KIND_DATE},
    {"a reporter and a date", "홍길동 기자 | 2025-02-03 04:37:59", GISA_KIND_DATE},
    {"a sentence about a reporter and a date is news", "홍길동 기자, 2025년 2월 3일 새 책을 냈다.",
     GISA_KIND_NONE},
    {"a clock alone", "15:40", GISA_KIND_DATE},
    {"half past twenty-five is no clock", "25:30", GISA_KIND_NONE},
    {"the first entry and the last change",
     "최초 등록 2026.03.20 13:10 · 최종 수정 2026.03.20 15:45 · 현장취재팀", GISA_KIND_DATE},
    {"how long ago", "12분 전", GISA_KIND_DATE},
    {"a stamp of a live report", "11월 30일 14:05", GISA_KIND_DATE},
    {"a day in a sentence", "11월 30일 14시에 문을 연다.", GISA_KIND_NONE},
    {"where a list ends for those who hear it", "관련 기사 끝", GISA_KIND_WIDGET},
    {"in English", "End of podcast promotion", GISA_KIND_WIDGET},
    {"an end that is told", "이 길의 끝", GISA_KIND_NONE},
    {"a table of contents", "목차", GISA_KIND_WIDGET},
    {"all of a programme", "아침뉴스 9 전체보기", GISA_KIND_WIDGET},
    {"who pays", "들꽃신문은 독자의 후원으로 운영됩니다. 후원하기", GISA_KIND_PROMO},
    {"a house that is paid for", "이 쉼터는 시민의 후원으로 운영된다.", GISA_KIND_NONE},
    {"a call for support", "물결을 후원해 주세요. 다음 기사가 됩니다.", GISA_KIND_PROMO},
    {"a sentence about one is news", "그는 후원해 주세요 하고 외쳤다.", GISA_KIND_NONE},
    {"so is speech", "“물결을 후원해 주세요.”", GISA_KIND_NONE},
    {"a time in words", "오전 8시 40분", GISA_KIND_DATE},
    {"a sentence with a time is news", "오전 8시 40분이다.", GISA_KIND_NONE},
    {"the next entry of a board", "다음글 | 가람시, 겨울 수도 대책반 운영", GISA_KIND_LIST},
    {"without a mark", "이전글 도서관 야간 개관", GISA_KIND_LIST},
    {"none before it", "이전글이 없습니다.", GISA_KIND_LIST},
    {"a sentence about the next text is news", "다음 글 세 편을 읽고 답했다.", GISA_KIND_NONE},
    {"a sign-off with its makers", "HBS 뉴스 홍길동입니다.(영상취재 : 성춘향 / 편집 : 이몽룡)",
     GISA_KIND_SIGNOFF},
    {"a long one", "지금까지 나루에서 홍길동 기자였습니다. [영상취재 성춘향, 편집 이몽룡]",
     GISA_KIND_SIGNOFF},
    {"a credit with terms of use", "모래밭에 버려진 꽁초 [나루시 제공. 재판매 금지]",
     GISA_KIND_CREDIT},
    {"a mark and a sentence in progress", "▲ 나루시 공무원이 둑을 살피고 있다.", GISA_KIND_CREDIT},
    {"an item with a mark is text", "▲ 나루시 공무원을 늘린다", GISA_KIND_NONE},
    {"who wrote it", "글 홍길동 · 사진 성춘향", GISA_KIND_BYLINE},
    {"who entered it", "작성자 홍길동", GISA_KIND_BYLINE},
    {"a sentence about a writer is news", "글 홍길동 그는 누구인가", GISA_KIND_NONE},
    {"cookies of the site", "이 사이트는 쿠키를 사용합니다.", GISA_KIND_WIDGET},
    {"a sentence about cookies is news", "이 회사는 쿠키를 사용한다.", GISA_KIND_NONE},
    {"a call to subscribe", "구독하고 바로 보는 뉴스 지금 구독해보세요!", GISA_KIND_PROMO},
    {"a notice with a link after it",
     "ⓒ 한강일보(http://hangang.example) 무단전재 및 재배포금지 | 저작권문의", GISA_KIND_RIGHTS},
    {"a box to search in", "뉴스 검색 검색어 입력", GISA_KIND_WIDGET},
    {"what people search for is news", "검색어 입력 크게 늘었다", GISA_KIND_NONE},
    {"a bare date", "2025.02.03 04:37", GISA_KIND_DATE},
    {"a sentence with a date is news", "2025년 2월 3일 미르AI는 새 모델을 공개했다.",
     GISA_KIND_NONE},
    {"a credit", "사진=한강일보 DB", GISA_KIND_CREDIT},
    {"a caption with its credit", "새 모델을 소개하는 화면. 사진=미르AI 제공", GISA_KIND_CREDIT},
    {"a caption that is a sentence, with who gave it",
     "선수들이 결승전을 이기고 우승컵을 들고 환호하고 있다. 가나FC 제공", GISA_KIND_CREDIT},
    {"two sentences and a credit are text",
     "선수들은 결승전을 이겼다. 우승컵을 들고 환호하는 선수도 있었다. 가나FC 제공", GISA_KIND_NONE},
    {"a crew", "영상취재: 홍길동, 영상편집: 성춘향", GISA_KIND_CREW},
    {"hashtags", "#인공지능 #오픈소스 #딥시크", GISA_KIND_TAGS},
    {"one sharp in a sentence is news", "C#으로 쓴 도구가 공개됐다.", GISA_KIND_NONE},
    {"the end mark", "(끝)", GISA_KIND_END},
    {"a line of dashes", "-----", GISA_KIND_END},
    {"an anchor's mark", "[앵커]", GISA_KIND_MARK},
    {"a mark in other brackets", "<리포트>", GISA_KIND_MARK},
    {"a mark between triangles", "◀ 리포트 ▶", GISA_KIND_MARK},
    {"a chat room that brings the news", "카톡 대화방 나루통신에서 속보를 받아 보실 수 있습니다.",
     GISA_KIND_PROMO},
    {"news of a chat room", "주민들은 카톡 대화방에서 수해 소식을 받아 볼 수 있다고 했다.",
     GISA_KIND_NONE},
    {"an English caption with its credit",
     "The keeper of the Naru lighthouse at her desk on the last night. PHOTO: GARAM LEE",
     GISA_KIND_CREDIT},
    {"an English sentence about a photo",
     "The prize went to the keeper of the lighthouse, for her photo of the last night at sea.",
     GISA_KIND_NONE},
    {"a numbered caption", "사진 2 나루시 둑의 옛 모습", GISA_KIND_CREDIT},
    {"a sentence that counts photos", "사진 4만 장을 모두 옮기는 데 열한 시간이 걸렸다.",
     GISA_KIND_NONE},
    {"a notice of translation in another language",
     "Bản quyền thuộc về tác giả gốc và có thể có lỗi trong kết quả dịch bằng máy.",
     GISA_KIND_WIDGET},
    {"a sentence about translation",
     "The clinic by the river, small as it is and far from all the others, began to use machine "
     "translation in its letters to patients.",
     GISA_KIND_NONE},
    {"the head of related stories", "관련기사", GISA_KIND_LIST},
    {"the head of the comments", "댓글 12", GISA_KIND_COMMENTS},
    {"a sentence about comments is news", "댓글 조작 의혹을 두고 공방이 이어졌다.", GISA_KIND_NONE},
    {"a button", "공유하기", GISA_KIND_WIDGET},
    {"a call for tips", "※ 여러분의 소중한 제보를 기다립니다.", GISA_KIND_TIP},
    {"a link to a newsletter", "▶ 한강일보 뉴스레터 구독하기", GISA_KIND_PROMO},
    {"a sub-head is text", "값은 내리고 속도는 올리고", GISA_KIND_NONE},
    {"a question is text", "오픈소스인가, 아닌가?", GISA_KIND_NONE},
    {"an English byline", "By Jane Doe", GISA_KIND_BYLINE},
    {"an English sentence with by", "By lowering its price the firm won.", GISA_KIND_NONE},
    {"English comments", "Leave a Reply", GISA_KIND_COMMENTS},
    {"a form's answer", "Thank you! Your submission has been received!", GISA_KIND_WIDGET},
    {"a page's question", "Was this article helpful?", GISA_KIND_WIDGET},
    {"a question about an article is text", "Was this article of the treaty ever applied?",
     GISA_KIND_NONE},
    {"a call to sign up",
     "Sign up to our weekly Garam newsletter to receive recipes and ideas. Joining is free.",
     GISA_KIND_PROMO},
    {"a call to sign up at the end",
     "Love the river? The Naru Post's newsletter has all of it. Sign up now.", GISA_KIND_PROMO},
    {"a sentence about a newsletter is news",
     "The mayor wrote in her newsletter that the bridge would open in spring.", GISA_KIND_NONE},
    {"nothing", "", GISA_KIND_NONE},
};

static void test_names(void)
{
    OK(!gisa_line_rule_name(GISA_RULE_NONE), "no rule has no name");
    for (gisa_line_rule i = GISA_RULE_NONE + 1; i < GISA_RULE_COUNT; i++) {
        const char *name = gisa_line_rule_name(i);
        if (!OK(name != NULL, "every rule has a name")) continue;
        EQUAL(gisa_line_rule_named(gisa_str_from(name)), i, name);
    }
    EQUAL(gisa_line_rule_named(GISA_STR("by-line")), GISA_RULE_NONE, "any other name is none");
    EQUAL(gisa_line_rule_named(GISA_STR("")), GISA_RULE_NONE, "and so is an empty one");
}

/* What is remembered of a line is not taken for another one. */
static void test_again(const gisa_line_rules *rules, gisa_line_match *match)
{
    unsigned wrong = 0;
    for (int i = 0; i < 5000; i++) {
        char line[32];
        snprintf(line, sizeof line, i % 3 ? "#가%d #나" : "줄 %d 나다", i % 2000);
        gisa_line_kind kind = gisa_line_rules_find(rules, match, gisa_str_from(line)).kind;
        wrong += kind != (i % 3 ? GISA_KIND_TAGS : GISA_KIND_NONE);
    }
    EQUAL(wrong, 0, "many lines are each what they are, again and again");
    for (size_t i = 0; i < 2 * sizeof rows / sizeof rows[0]; i++) {
        size_t k = i / 2;
        EQUAL(gisa_line_rules_find(rules, match, gisa_str_from(rows[k].line)).kind, rows[k].kind,
              "asked twice");
    }
    gisa_buf line = {0};
    for (size_t n = 200; n < 300; n++) {
        gisa_buf_reset(&line);
        for (size_t i = 0; i < n; i++) gisa_buf_add_char(&line, 'a');
        for (int twice = 0; twice < 2; twice++)
            EQUAL(gisa_line_rules_find(rules, match, gisa_buf_view(&line)).kind, GISA_KIND_NONE,
                  "of any length");
    }
    gisa_buf_clear(&line);
    EQUAL(gisa_line_rules_find(rules, match, GISA_NONE).kind, GISA_KIND_NONE, "nothing is nothing");
}

static void test_memory(void)
{
    gisa_line_match *m = NULL;
    for (size_t allowed = 0; allowed < 2; allowed++) {
        gisa_mem_fail_after(allowed);
        EQUAL(gisa_line_match_open(&m, NULL), GISA_ENOMEM, "a match may find no memory");
        gisa_mem_fail_after(GISA_MEM_NEVER);
    }
    gisa_line_match_close(NULL);
}

int main(void)
{
    gisa_line_rules *rules = NULL;
    gisa_line_match *match = NULL;
    gisa_error err = {0};
    WENT(gisa_line_rules_open(&rules, &err), err, "the table compiles");
    WENT(gisa_line_match_open(&match, &err), err, "a match opens");
    test_names();
    if (!rules || !match) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_line_verdict found = gisa_line_rules_find(rules, match, gisa_str_from(rows[i].line));
        EQUAL(found.kind, rows[i].kind, rows[i].name);
        OK(!found.rule == (found.kind == GISA_KIND_NONE), "a rule that fits has a name");
    }
    test_again(rules, match);
    test_memory();
    gisa_buf text = {0};
    for (int i = 0; i < 400; i++) gisa_buf_add_c(&text, "#인공지능 ");
    EQUAL(gisa_line_rules_find(rules, match, gisa_buf_view(&text)).kind, GISA_KIND_NONE,
          "a line over the bound of a rule is not asked");
    gisa_buf_clear(&text);
    gisa_line_match_close(match);
    gisa_line_rules_close(rules);
    gisa_line_rules_close(NULL);
    return test_end();
}

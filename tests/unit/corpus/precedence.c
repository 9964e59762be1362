#include "corpus/precedence.h"

#include "tests/unit/test.h"

static gisa_article article(const char *outlet, const char *via, const char *body)
{
    return (gisa_article){.id = GISA_STR("00000000000000aa"),
                          .outlet_name = gisa_str_from(outlet),
                          .via = gisa_str_from(via),
                          .body = gisa_str_from(body)};
}

static void test_agency(void)
{
    static const struct {
        const char *name, *outlet, *via, *body, *agency;
        gisa_precedence_rank rank;
    } rows[] = {
        {"the agency's own page", "한빛통신", NULL, "(서울=한빛통신) 심청 기자 = 미르AI는 3일",
         "한빛통신", GISA_RANK_AGENCY},
        {"the agency's story on a portal", "한빛통신", "누리포털 뉴스",
         "(서울=한빛통신) 심청 기자 = 미르AI는", "한빛통신", GISA_RANK_BYLINE},
        {"an agency's dateline in a paper", "한강일보", NULL, "(워싱턴·서울=한빛통신) 미르AI는",
         "한빛통신", GISA_RANK_BYLINE},
        {"square brackets", "한강일보", NULL, "\n[대전=뉴시스]흥부 기자 = 미르AI는", "뉴시스",
         GISA_RANK_BYLINE},
        {"two agencies", "한강일보", NULL, "(도쿄 교도=연합뉴스) 일본 정부는", "연합뉴스",
         GISA_RANK_BYLINE},
        {"only via says it", "한강일보", "한빛통신", "미르AI는 3일", "한빛통신", GISA_RANK_BYLINE},
        {"an agency's page without a dateline", "뉴시스", NULL, "미르AI는 3일", "뉴시스",
         GISA_RANK_AGENCY},
        {"a portal is no agency", "한강일보", "누리포털 뉴스", "미르AI는 3일", NULL,
         GISA_RANK_OTHER},
        {"a paper in brackets is no dateline", "한강일보", NULL, "[한강일보] 미르AI는", NULL,
         GISA_RANK_OTHER},
        {"a bracket further on is no dateline", "한강일보", NULL, "미르AI(서울=한빛통신)는", NULL,
         GISA_RANK_OTHER},
        {"a sum is no dateline", "한강일보", NULL, "(1달러=1400원) 환율은", NULL, GISA_RANK_OTHER},
        {"nothing before the sign", "한강일보", NULL, "(=한빛통신) 환율은", NULL, GISA_RANK_OTHER},
        {"a place of one letter", "한강일보", NULL, "(A=한빛통신) 환율은", "한빛통신",
         GISA_RANK_BYLINE},
        {"no agency after the sign", "한강일보", NULL, "(서울=) 환율은", NULL, GISA_RANK_OTHER},
        {"an agency of twenty letters", "한강일보", NULL,
         "(서울=가나다라마바사아자차카타파하가나다라통신) 환율은",
         "가나다라마바사아자차카타파하가나다라통신", GISA_RANK_BYLINE},
        {"one more is a sentence", "한강일보", NULL,
         "(서울=가나다라마바사아자차카타파하가나다라마통신) 환율은", NULL, GISA_RANK_OTHER},
        {"a bracket that closes after a line", "한강일보", NULL,
         "(서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주 "
         "평양 개성 "
         "해주=한빛통신) 환율은",
         NULL, GISA_RANK_OTHER},
        {"a paper called 통신 alone", "통신", NULL, "미르AI는", NULL, GISA_RANK_OTHER},
        {"a bracket that does not close", "한강일보", NULL, "(서울=한빛통신 심청 기자", NULL,
         GISA_RANK_OTHER},
        {"an empty body", "한강일보", NULL, "", NULL, GISA_RANK_OTHER},
        {"nothing is known", NULL, NULL, NULL, NULL, GISA_RANK_OTHER},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_article a = article(rows[i].outlet, rows[i].via, rows[i].body);
        SAME_C(gisa_agency_find(&a), rows[i].agency, rows[i].name);
        EQUAL(gisa_precedence_find(&a).rank, rows[i].rank, rows[i].name);
    }
}

/* The agencies of the press whose names do not say it. */
static void test_names(void)
{
    static const char *const names[] = {"연합뉴스", "연합인포맥스", "뉴시스",   "뉴스1",
                                        "로이터",   "Reuters",      "블룸버그", "Bloomberg",
                                        "AP",       "AFP",          "UPI",      "dpa"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        gisa_article a = article(names[i], NULL, "미르AI는 3일");
        SAME_C(gisa_agency_find(&a), names[i], "an agency is known by its name");
    }
}

static gisa_precedence at(const char *time, const char *id)
{
    gisa_article a = article("한강일보", NULL, "미르AI는");
    gisa_time_parse_iso(gisa_str_from(time), &a.published);
    a.id = gisa_str_from(id);
    return gisa_precedence_find(&a);
}

static void test_order(void)
{
    static const struct {
        const char *name, *first, *second;
    } rows[] = {
        {"the earlier minute comes first", "2025-07-03T10:14", "2025-07-03T10:15"},
        {"a minute comes before its whole day", "2025-07-03T23:58", "2025-07-03"},
        {"a day comes before the next", "2025-07-03", "2025-07-04T00:00"},
        {"a day comes before its month", "2025-07-31", "2025-07"},
        {"December ends with the year", "2025-12", "2026-01-01T00:00"},
        {"a month comes before its year", "2025-11", "2025"},
        {"a date comes before none", "2025", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_precedence a = at(rows[i].first, "00000000000000ff");
        gisa_precedence b = at(rows[i].second, "0000000000000001");
        OK(gisa_precedence_cmp(&a, &b) < 0 && gisa_precedence_cmp(&b, &a) > 0, rows[i].name);
    }
    gisa_precedence a = at("2025", "00000000000000aa"), b = at("2025", "00000000000000ab");
    OK(gisa_precedence_cmp(&a, &b) < 0, "equal times go by the id");
    OK(gisa_precedence_before(&a, &b) && !gisa_precedence_before(&b, &a),
       "one is before the other");
    OK(gisa_precedence_cmp(&a, &a) == 0, "an article equals itself");
    OK(!gisa_precedence_before(&a, &a), "and is not before itself");
    b = at("2024", "a-name-that-is-no-number");
    a.rank = GISA_RANK_BYLINE;
    OK(gisa_precedence_cmp(&a, &b) < 0, "an agency's byline goes before any date");
}

int main(void)
{
    test_agency();
    test_names();
    test_order();
    return test_end();
}

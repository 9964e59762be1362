#include "corpus/identity.h"

#include "base/mem.h"
#include "tests/unit/test.h"

static gisa_article make(const char *url, const char *canonical, const char *title,
                         const char *published, const char *body)
{
    gisa_article a = {0};
    gisa_error err = {0};
    a.outlet = GISA_STR("hangang");
    if (url) a.url = gisa_str_from(url);
    if (canonical) a.canonical_url = gisa_str_from(canonical);
    if (title) a.title = gisa_str_from(title);
    if (published) gisa_time_parse_iso(gisa_str_from(published), &a.published);
    a.body = gisa_str_from(body);
    WENT(gisa_article_identify(&a, &err), err, "an article has an id");
    return a;
}

static bool same(gisa_article a, gisa_article b)
{
    bool is = gisa_str_eq(a.id, b.id);
    gisa_article_clear(&a);
    gisa_article_clear(&b);
    return is;
}

#define PAGE "https://hangang.example/news/1234"

static void test_ids(void)
{
    OK(same(make(PAGE, NULL, "제목", NULL, "본문"),
            make(PAGE, NULL, "고친 제목", NULL, "고친 본문")),
       "an article at one address is one, whatever it says");
    OK(same(make(PAGE, NULL, "제목", NULL, "본문"),
            make("https://m.hangang.example/news/1234?utm_source=a", NULL, "제목", NULL, "본문")),
       "and at the address's other spellings");
    OK(same(make(PAGE, NULL, "제목", NULL, "본문"),
            make("https://m.hangang.example/v/1234", PAGE, "제목", NULL, "본문")),
       "or where it names that address");
    OK(!same(make(PAGE, NULL, "제목", NULL, "본문"),
             make("https://hangang.example/news/1235", PAGE, "제목", NULL, "본문")),
       "unless it is that of another article");
    OK(same(make(PAGE, "https://hangang.example/", "제목", NULL, "본문"),
            make(PAGE, NULL, "제목", NULL, "본문")),
       "or of the home page");
    OK(same(make(NULL, PAGE, "제목", NULL, "본문"), make(PAGE, NULL, "제목", NULL, "본문")),
       "what it names is all there is without an address of its own");
    OK(!same(make("https://hangang.example/", NULL, "[인사] 한국은행", NULL, "하나"),
             make("https://hangang.example/", NULL, "[인사] 한국은행", NULL, "둘")),
       "the home page is no address of an article");
    OK(!same(make(NULL, NULL, "[인사] 한국은행", NULL, "하나"),
             make(NULL, NULL, "[인사] 한국은행", NULL, "둘")),
       "without an address the body counts beside outlet and title");
    OK(!same(make(NULL, NULL, "제목", "2025-01-02", "본문"),
             make(NULL, NULL, "제목", "2025-03-02", "본문")),
       "and the day");
    OK(same(make(NULL, NULL, "제목", "2025-01-02T09:00:00+09:00", "본문"),
            make(NULL, NULL, "제목", "2025-01-02T21:30:00+09:00", "본문")),
       "but not the hour");
    OK(same(make(NULL, NULL, "제목", "2025-01-01T23:30:00Z", "본문"),
            make(NULL, NULL, "제목", "2025-01-02", "본문")),
       "by Korea's clock");
    OK(same(make(NULL, NULL, "제목", "2025-01", "본문"), make(NULL, NULL, "제목", "2025", "본문")),
       "a month is no day");
    OK(!same(make(NULL, NULL, NULL, NULL, "하나"), make(NULL, NULL, NULL, NULL, "둘")),
       "without a title the body decides");
}

/* Databases say by their edition which ids they hold, so ids that change want another number. */
static void test_present_edition(void)
{
    gisa_article a = make("https://m.hangang.example/news/1?utm_source=a", NULL, "제목", NULL,
                          "본문");
    gisa_article b = make(NULL, NULL, "제목", "2025-03-17", "본문");
    gisa_article c = make(NULL, NULL, NULL, NULL, "본문");
    SAME_C(a.id, "d79f78b6e179b5f2", "an id by an address");
    SAME_C(b.id, "e209a8d366b1d0fe", "an id by a text");
    SAME_C(c.id, "8a1c85da7e39371b", "an id by a body alone");
    EQUAL(GISA_IDENTITY_EDITION, 2, "are those of edition 2");
    gisa_article_clear(&a);
    gisa_article_clear(&b);
    gisa_article_clear(&c);
}

static void take(gisa_article *a, const char *given, const char *want, size_t n_former,
                 const char *name)
{
    gisa_error err = {0};
    WENT(gisa_identity_take(a, gisa_str_from(given), &err), err, name);
    SAME_C(a->id, want, name);
    EQUAL(a->n_former_ids, n_former, name);
}

static void test_take(void)
{
    char own[GISA_ARTICLE_ID_CHARS + 1], first[GISA_ARTICLE_ID_CHARS + 1];
    gisa_article a = make(PAGE, NULL, "제목", NULL, "본문");
    snprintf(own, sizeof own, "%.*s", GISA_ARG(a.id));
    take(&a, NULL, own, 0, "without an id of its own an article gets one");
    take(&a, "kb-0001", "kb-0001", 0, "an id that is stated stays");
    take(&a, own, own, 0, "the present one too");
    gisa_article_clear(&a);
    a = make(NULL, NULL, "제목", NULL, "본문");
    snprintf(own, sizeof own, "%.*s", GISA_ARG(a.id));
    snprintf(first, sizeof first, "%.*s", GISA_ARG(a.former_ids[0]));
    take(&a, first, own, 1, "one that edition 1 derived gives way");
    take(&a, own, own, 1, "the present one does not");
    take(&a, "0011223344556677", "0011223344556677", 0, "nor does any other");
    gisa_article_clear(&a);
}

static void test_portal(void)
{
    gisa_error err = {0};
    gisa_article own = make(PAGE, NULL, "제목", NULL, "본문");
    gisa_article a = make("https://portal.example/9", PAGE, "제목", NULL, "본문");
    OK(!gisa_str_eq(a.id, own.id), "a page of another site cannot take an article's place");
    a.via = GISA_STR("포털");
    WENT(gisa_article_identify(&a, &err), err, "an article through a portal");
    SAME(a.id, own.id, "is the one that its canonical address names");
    gisa_article_clear(&a);
    gisa_article_clear(&own);
}

/* Ids that edition 1 gave, as a program of that time printed them: they must not change. */
static void test_first_edition(void)
{
    char id[GISA_ARTICLE_ID_CHARS + 1];
    gisa_error err = {0};
    gisa_article a = make("http://hanbit.example/1", NULL, "도서관이 문을 열었다", NULL, "본문");
    gisa_identity_first(&a, GISA_NONE, false, id, &err);
    SAME_C(gisa_str_from(id), "88b03fd28408bbc3", "by its address");
    SAME_C(a.id, "88b03fd28408bbc3", "which a plain address has in edition 2 as well");
    EQUAL(a.n_former_ids, 0, "so that nothing is former");
    gisa_identity_first(&a, GISA_STR("https://www.hanbit.example/1/#x"), false, id, &err);
    SAME_C(gisa_str_from(id), "88b03fd28408bbc3", "by its canonical address, taken at its word");
    gisa_article_clear(&a);
    a = make(NULL, NULL, "[인사] 한국은행", NULL, "하나");
    EQUAL(a.n_former_ids, 1, "outlet and title gave another id");
    gisa_identity_first(&a, GISA_NONE, false, id, &err);
    SAME_C(a.former_ids[0], id, "which is noted");
    WENT(gisa_identity_add_former(&a, a.former_ids[0], &err), err, "once");
    WENT(gisa_identity_add_former(&a, a.id, &err), err, "and never the id itself");
    WENT(gisa_identity_add_former(&a, GISA_NONE, &err), err, "or none");
    WENT(gisa_identity_add_former(&a, GISA_STR("kb-0001"), &err), err, "or of another form");
    EQUAL(a.n_former_ids, 1, "does not count");
    for (unsigned i = 0; i < 100; i++) {
        char other[GISA_ARTICLE_ID_CHARS + 1];
        snprintf(other, sizeof other, "%016x", i);
        WENT(gisa_identity_add_former(&a, gisa_str_from(other), &err), err, "many more");
    }
    EQUAL(a.n_former_ids, GISA_FORMER_IDS_MAX, "have a ceiling");
    char apart[GISA_ARTICLE_ID_CHARS + 1];
    gisa_identity_first(&a, GISA_NONE, true, apart, &err);
    OK(strcmp(id, apart) != 0, "an article that was kept apart had the body in its id");
    WENT(gisa_article_identify(&a, &err), err, "identified once more");
    EQUAL(a.n_former_ids, 1, "it has the same former id");
    gisa_article_clear(&a);
}

static bool is_version(const char *a, const char *day_a, const char *b, const char *day_b)
{
    bool is = false;
    gisa_time ta = {0}, tb = {0};
    gisa_error err = {0};
    if (day_a) gisa_time_parse_iso(gisa_str_from(day_a), &ta);
    if (day_b) gisa_time_parse_iso(gisa_str_from(day_b), &tb);
    WENT(gisa_identity_is_version(gisa_str_from(a), ta, gisa_str_from(b), tb, &is, &err), err, a);
    return is;
}

/* What repeats under one title with other names and figures, and what is edited. */
static void test_versions(void)
{
    static const char january[] =
        "◇ 국장 ▲ 조사국장 김가람 ▲ 금융안정국장 이나래 ▲ 통화정책국장 박다온\n"
        "◇ 부장 ▲ 국제협력부장 최라희";
    static const char march[] =
        "◇ 국장 ▲ 조사국장 정마루 ▲ 금융안정국장 한바다 ▲ 통화정책국장 오사랑\n"
        "◇ 부장 ▲ 국제협력부장 윤아람";
    static const char rate[] =
        "원·달러 환율은 전날보다 3.2원 오른 1450.3원에 거래를 마쳤다. 장중 한때 "
        "1455.1원까지 올랐다고 외환시장 참가자들은 전했다.";
    static const char next_rate[] =
        "원·달러 환율은 전날보다 7.8원 내린 1442.5원에 거래를 마쳤다. 장중 한때 "
        "1440.9원까지 내렸다고 외환시장 참가자들은 전했다.";
    static const char story[] =
        "느티나무도서관은 3일 새 열람실을 열었다고 밝혔다. 열람실에는 좌석 120석과 "
        "공개 모델로 만든 검색대가 있다. 관장은 주민 누구나 쓸 수 있다고 말했다.";
    static const char edited[] =
        "느티나무도서관은 4일 새 열람실을 열었다고 밝혔다. 열람실에는 좌석 120석과 "
        "공개 모델로 만든 검색대가 있다. 관장은 주민 누구나 쓸 수 있다고 말했다.";
    static const char longer[] =
        "느티나무도서관은 3일 새 열람실을 열었다고 밝혔다. 열람실에는 좌석 120석과 "
        "공개 모델로 만든 검색대가 있다. 관장은 주민 누구나 쓸 수 있다고 말했다. 첫날에는 "
        "이백 명이 다녀갔다. 다음 달에는 어린이실도 문을 연다. 시는 예산을 늘릴 계획이다.";
    const char *one = "2025-03-03", *next = "2025-03-04", *late = "2025-03-07";
    OK(!is_version(january, "2025-01-20", march, "2025-03-20"), "appointments of two months");
    OK(!is_version(january, NULL, march, NULL), "even without a date");
    OK(!is_version(january, one, march, one), "or twice a day");
    OK(!is_version(rate, one, next_rate, next), "the rates of two days");
    OK(!is_version(rate, NULL, next_rate, NULL), "even without a date");
    OK(is_version(story, one, edited, one), "a word was corrected the same day");
    OK(is_version(story, NULL, edited, NULL), "or when no date says otherwise");
    OK(is_version(story, one, edited, NULL), "of either");
    OK(!is_version(story, one, edited, next), "on another day that is not sure");
    OK(is_version(story, one, longer, one), "paragraphs came to it");
    OK(is_version(longer, one, story, next), "even overnight, as all of it is there");
    OK(is_version(story, one, story, "2025-03-06"), "the same text days later");
    OK(is_version(story, "2025-03-06", story, one), "or earlier");
    OK(!is_version(story, one, story, late), "is another article once it is more than three");
    OK(!is_version(story, late, story, one), "in either order");
    OK(!is_version("느티나무도서관은 3일 새 열람실을 열었다.", one, longer, one),
       "a flash is not the story");
    OK(is_version("", NULL, "", NULL), "nothing is the same as nothing");
    OK(!is_version("하나", NULL, "둘", NULL), "what is too short to compare is not the same");
}

/* Shares that are just enough and just too small. A shingle has eight letters. */
static void test_shares(void)
{
    static const char one[] = "2025-03-03", next[] = "2025-03-04";
    static const char many[] =
        "가나다라마바사아자차카타"
        "거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우";
    static const struct {
        const char *name, *a, *day_a, *b, *day_b;
        bool want;
    } rows[] = {
        {"three shingles of five on one day", "가나다라마바사아자차카타", one,
         "가나다라마바사아자차하파", one, true},
        {"two", "가나다라마바사아자차카타", one, "가나다라마바사아자하파퍼", one, false},
        {"four of five without a day", "가나다라마바사아자차카타", NULL, "가나다라마바사아자차카하",
         NULL, true},
        {"three", "가나다라마바사아자차카타", NULL, "가나다라마바사아자차하파", NULL, false},
        {"nineteen of twenty overnight", "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼",
         one, "가나다라마바사아자차카타파하거너더러머버서어저처커터허", next, true},
        {"eighteen", "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼", one,
         "가나다라마바사아자차카타파하거너더러머버서어저처커허호", next, false},
        {"a text in one four times as long", "가나다라마바사아자차카타", one, many, one, true},
        {"in a longer one", "가나다라마바사아자차카", one, many, one, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        EQUAL(is_version(rows[i].a, rows[i].day_a, rows[i].b, rows[i].day_b), rows[i].want,
              rows[i].name);
}

static void test_memory(void)
{
    gisa_error err = {0};
    gisa_article a = {.url = GISA_STR(PAGE), .canonical_url = GISA_STR(PAGE "?amp=1")};
    gisa_article want = make(PAGE, NULL, "제목", NULL, "본문");
    gisa_status st = GISA_ENOMEM;
    for (size_t allowed = 0; st < 0 && allowed < 100; allowed++) {
        gisa_mem_fail_after(allowed);
        st = gisa_article_identify(&a, &err);
        if (st < 0) EQUAL(st, GISA_ENOMEM, "every allocation may fail, cleanly");
    }
    gisa_mem_fail_after(GISA_MEM_NEVER);
    EQUAL(st, GISA_OK, "with enough it goes well");
    SAME(a.id, want.id, "and not before");
    gisa_article_clear(&want);
    gisa_article_clear(&a);
}

int main(void)
{
    test_ids();
    test_present_edition();
    test_take();
    test_portal();
    test_first_edition();
    test_versions();
    test_shares();
    test_memory();
    return test_end();
}

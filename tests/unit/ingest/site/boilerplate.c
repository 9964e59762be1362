#include "ingest/site/boilerplate.h"

#include <stdio.h>

#include "base/mem.h"
#include "tests/unit/test.h"

#define PLEA   "우리 신문을 구독해 주세요."
#define BANNER "[나루일보 AI팀]"

static gisa_article make(const char *outlet, const char *title, const char *body)
{
    gisa_article a = {0};
    gisa_article_set(&a, &a.outlet, gisa_str_from(outlet));
    gisa_article_set(&a, &a.title, gisa_str_from(title));
    gisa_article_set(&a, &a.body, gisa_str_from(body));
    OK(gisa_article_identify(&a, NULL) >= 0, "an article has an id");
    return a;
}

/* Learns from an article; how many lines and how many earlier articles the lesson has. */
static size_t learn(gisa_boilerplate *b, const char *title, const char *body, size_t *articles)
{
    gisa_article a = make("naru", title, body);
    gisa_lesson lesson;
    OK(gisa_boilerplate_learn(b, GISA_STR("naru"), &a, &lesson, NULL) == GISA_OK, "it learns");
    if (articles) *articles = lesson.n_articles;
    gisa_article_clear(&a);
    return lesson.n_lines;
}

/* Story number i, with `%s` lines of its own before and after it. */
static void tell(char *out, size_t n, const char *before, int i, const char *middle,
                 const char *after)
{
    snprintf(out, n,
             "%s%d번째 배가 나루를 떠나 먼바다로 나갔다고 선장이 밝혔다.\n%s"
             "돌아오는 길에 만난 고래는 모두 %d마리였다.\n"
             "뱃사람 %d명이 그물 %d채를 새로 짰다.\n그 가운데 %d채는 이웃 마을에 주었다."
             "%s",
             before, i, middle, 3 * i + 1, 7 * i + 2, 5 * i + 3, 2 * i + 5, after);
}

static size_t teach(gisa_boilerplate *b, int n, const char *before, const char *middle,
                    const char *after)
{
    char title[64], body[2048];
    size_t lines = 0;
    for (int i = 0; i < n; i++) {
        snprintf(title, sizeof title, "%d번째 소식", i);
        tell(body, sizeof body, before, i, middle, after);
        lines += learn(b, title, body, NULL);
    }
    return lines;
}

static gisa_boilerplate *open(void)
{
    gisa_boilerplate *b = NULL;
    OK(gisa_boilerplate_open(&b, NULL) == GISA_OK, "it opens");
    return b;
}

static void check(gisa_boilerplate *b, const char *site, const char *body, const char *want,
                  size_t n, const char *name)
{
    gisa_buf out = {0};
    size_t dropped;
    OK(gisa_boilerplate_clean(b, gisa_str_from(site), gisa_str_from(body), &out, &dropped, NULL) ==
           GISA_OK,
       name);
    SAME_C(gisa_buf_view(&out), want, name);
    EQUAL(dropped, n, name);
    gisa_buf_clear(&out);
}

static const struct {
    const char *name, *before, *middle, *after;
    int articles;
    size_t lines;
} lessons[] = {
    {"four articles teach nothing", "", "", "\n" PLEA, 4, 0},
    {"the fifth one does", "", "", "\n" PLEA, 5, 1},
    {"a line is learned once", "", "", "\n" PLEA, 40, 1},
    {"lines at both ends are learned", BANNER "\n", "", "\n" PLEA, 9, 2},
    {"what recurs between paragraphs is the author's", "", "◇ 오늘의 한마디\n", "", 40, 0},
    {"who speaks is part of the text", "<앵커>\n", "", "", 9, 0},
    {"a crumb may be between a learned line and the end", "", "", "\n" PLEA "\n나루 사람들", 9, 2},
    {"a sentence may not", "", "", "\n" PLEA "\n모두 돌아왔다.", 9, 2},
};

static void test_lessons(void)
{
    for (size_t i = 0; i < sizeof lessons / sizeof *lessons; i++) {
        gisa_boilerplate *b = open();
        EQUAL(teach(b, lessons[i].articles, lessons[i].before, lessons[i].middle, lessons[i].after),
              lessons[i].lines, lessons[i].name);
        gisa_boilerplate_close(b);
    }
}

static void test_share(void)
{
    gisa_boilerplate *b = open();
    char title[64], body[2048];
    size_t lines = 0;
    for (int i = 0; i < 60; i++) {
        snprintf(title, sizeof title, "%d번째 소식", i);
        tell(body, sizeof body, "", i, "", i % 7 ? "" : "\n" PLEA);
        lines += learn(b, title, body, NULL);
    }
    EQUAL(lines, 0, "what one in seven articles has is not learned");
    gisa_boilerplate_close(b);
}

static void test_copies(void)
{
    gisa_boilerplate *b = open();
    char title[64], body[2048];
    size_t lines = 0, articles;
    tell(body, sizeof body, "", 1, "", "\n" PLEA);
    for (int i = 0; i < 20; i++) {
        snprintf(title, sizeof title, "첫째 소식 (%d보)", i);
        lines += learn(b, title, body, NULL);
    }
    EQUAL(lines, 0, "one story under many headlines teaches nothing");
    for (int i = 0; i < 20; i++) {
        tell(body, sizeof body, "", i + 2, "", "\n" PLEA);
        lines += learn(b, "나루의 날씨", body, NULL);
    }
    EQUAL(lines, 0, "nor does one headline over many texts");
    gisa_boilerplate_close(b);
    b = open();
    for (int i = 0; i < 6; i++) {
        snprintf(title, sizeof title, "%d번째 소식", i < 2 ? 0 : i);
        tell(body, sizeof body, "", i, "", "\n" PLEA);
        lines += learn(b, title, body, &articles);
    }
    EQUAL(lines, 1, "a copy does not count");
    EQUAL(articles, 5, "but it is named with the others when something was learned");
    gisa_boilerplate_close(b);
}

static const struct {
    const char *name, *site, *body, *want;
    size_t n;
} bodies[] = {
    {"learned lines go from both ends", "naru", BANNER "\n배가 떠났다.\n" PLEA, "배가 떠났다.", 2},
    {"blanks around a line do not matter", "naru", "배가 떠났다.\n\n  " PLEA " \n", "배가 떠났다.",
     1},
    {"empty lines between paragraphs stay", "naru", "배가 떠났다.\n\n고래를 보았다.\n\n" PLEA,
     "배가 떠났다.\n\n고래를 보았다.", 1},
    {"a body without such lines is left alone", "naru", "배가 떠났다.", "", 0},
    {"so is a body of nothing else", "naru", BANNER "\n" PLEA, "", 0},
    {"a learned line between paragraphs stays", "naru", "배가 떠났다.\n" PLEA "\n모두 돌아왔다.",
     "", 0},
    {"a crumb before the end stays, the line before it goes", "naru",
     "배가 떠났다.\n" PLEA "\n허생 기자", "배가 떠났다.\n허생 기자", 1},
    {"another site's lines stay", "byeol", BANNER "\n배가 떠났다.\n" PLEA, "", 0},
    {"an unknown site's lines stay", "", BANNER "\n배가 떠났다.\n" PLEA, "", 0},
};

static void check_bodies(gisa_boilerplate *b)
{
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        check(b, bodies[i].site, bodies[i].body, bodies[i].want, bodies[i].n, bodies[i].name);
}

static void test_clean(void)
{
    gisa_boilerplate *b = open(), *again = open();
    gisa_buf bytes = {0}, same = {0};
    gisa_str site;
    size_t at = 0;
    teach(b, 7, BANNER "\n", "", "\n" PLEA);
    check_bodies(b);
    OK(gisa_boilerplate_next_changed(b, &at, &site, &bytes), "the site has changed");
    SAME_C(site, "naru", "and is named");
    OK(!gisa_boilerplate_next_changed(b, &at, &site, &same), "no other has");
    gisa_boilerplate_load_line(again, GISA_STR("naru"), GISA_STR(PLEA), NULL);
    gisa_boilerplate_load_line(again, GISA_STR("naru"), GISA_STR(BANNER), NULL);
    OK(gisa_boilerplate_load_articles(again, GISA_STR("naru"), gisa_buf_view(&bytes), NULL) ==
           GISA_OK,
       "what was kept is loaded");
    check_bodies(again);
    EQUAL(teach(again, 7, "", "", "\n나루 사람들"), 0, "articles that were loaded are known again");
    gisa_boilerplate_close(again);
    again = open();
    for (size_t n = 1; n < bytes.n; n++) {
        gisa_status st = gisa_boilerplate_load_articles(
            again, GISA_STR("naru"), gisa_str_cut(gisa_buf_view(&bytes), 0, n), NULL);
        if (st != GISA_OK && st != GISA_ECORRUPT) OK(0, "cut bytes are refused");
    }
    OK(gisa_boilerplate_load_articles(again, GISA_STR("naru"), GISA_STR("abc"), NULL) ==
           GISA_ECORRUPT,
       "damage is named");
    gisa_boilerplate_close(b);
    gisa_boilerplate_close(again);
    gisa_buf_clear(&bytes);
    gisa_buf_clear(&same);
}

static void test_site(void)
{
    gisa_article a = make("naru", "제목", "본문이다.");
    gisa_buf site = {0};
    gisa_boilerplate_site(&a, &site);
    SAME_C(gisa_buf_view(&site), "naru", "a site is an outlet");
    gisa_article_set(&a, &a.via, GISA_STR("누리포털"));
    gisa_buf_reset(&site);
    gisa_boilerplate_site(&a, &site);
    SAME_C(gisa_buf_view(&site), "naru@누리포털", "or an outlet on a portal");
    a.outlet = GISA_NONE;
    gisa_buf_reset(&site);
    gisa_boilerplate_site(&a, &site);
    EQUAL(site.n, 0, "without an outlet there is none");
    gisa_buf_clear(&site);
    gisa_article_clear(&a);
}

static void test_memory(void)
{
    uint64_t allowed = 0;
    gisa_status st = GISA_ENOMEM;
    gisa_article a = make("naru", "제목", "본문이다.\n" PLEA);
    for (; st == GISA_ENOMEM && allowed < 200; allowed++) {
        gisa_boilerplate *b = NULL;
        gisa_lesson lesson;
        gisa_buf out = {0};
        size_t n;
        gisa_mem_fail_after(allowed);
        st = gisa_boilerplate_open(&b, NULL);
        if (st >= 0) st = gisa_boilerplate_learn(b, GISA_STR("naru"), &a, &lesson, NULL);
        if (st >= 0) st = gisa_boilerplate_load_line(b, GISA_STR("naru"), GISA_STR(PLEA), NULL);
        if (st >= 0) st = gisa_boilerplate_clean(b, GISA_STR("naru"), a.body, &out, &n, NULL);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_boilerplate_close(b);
        gisa_buf_clear(&out);
    }
    OK(st == GISA_OK && allowed > 1, "every allocation may fail, cleanly");
    gisa_article_clear(&a);
}

int main(void)
{
    test_lessons();
    test_share();
    test_copies();
    test_clean();
    test_site();
    test_memory();
    gisa_boilerplate_close(NULL);
    return test_end();
}

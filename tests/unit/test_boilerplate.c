#include "ingest/boilerplate.h"

#include "base/mem.h"
#include "tests/unit/test.h"

static gisa_article make(const char *outlet, const char *body)
{
    gisa_article a = {0};
    gisa_article_set(&a, &a.outlet, gisa_str_from(outlet));
    gisa_article_set(&a, &a.body, gisa_str_from(body));
    return a;
}

static const char *const bodies[] = {
    "첫 기사의 본문이다.\n우리 신문을 구독해 주세요.",
    "둘째 기사의 본문이다.\n우리 신문을 구독해 주세요.",
    "셋째 기사의 본문이다.\n우리 신문을 구독해 주세요.",
    "넷째 기사의 본문이다.\n우리 신문을 구독해 주세요.",
    "다섯째 기사의 본문이다.\n우리 신문을 구독해 주세요.\n우리 신문을 구독해 주세요.",
};

static void note(gisa_boilerplate *b, const char *outlet, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        gisa_article a = make(outlet, bodies[i]);
        OK(gisa_boilerplate_note(b, &a, NULL) == GISA_OK, "articles are noted");
        gisa_article_clear(&a);
    }
}

static void check(const gisa_boilerplate *b, const char *outlet, const char *want, size_t n,
                  const char *name)
{
    gisa_article a = make(outlet, bodies[4]);
    size_t dropped;
    OK(gisa_boilerplate_clean(b, &a, &dropped, NULL) == GISA_OK, name);
    SAME_C(a.body, want, name);
    EQUAL(dropped, n, name);
    gisa_article_clear(&a);
}

static void test_memory(void)
{
    uint64_t allowed = 0;
    gisa_status st = GISA_ENOMEM;
    for (; st == GISA_ENOMEM && allowed < 200; allowed++) {
        gisa_boilerplate *b = NULL;
        gisa_article a = make("a", bodies[4]);
        gisa_mem_fail_after(allowed);
        st = gisa_boilerplate_open(&b, NULL);
        if (st >= 0) st = gisa_boilerplate_note(b, &a, NULL);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_boilerplate_close(b);
        gisa_article_clear(&a);
    }
    OK(st == GISA_OK && allowed > 1, "every allocation may fail, cleanly");
}

int main(void)
{
    gisa_boilerplate *b;
    OK(gisa_boilerplate_open(&b, NULL) == GISA_OK, "it opens");
    note(b, "a", 4);
    check(b, "a", bodies[4], 0, "four articles teach nothing");
    note(b, "b", 5);
    check(b, "b", "다섯째 기사의 본문이다.", 2,
          "a line of all five articles goes, wherever it stands");
    check(b, "c", bodies[4], 0, "an outlet that was never noted is left alone");
    check(b, "a", bodies[4], 0, "one outlet's lines say nothing of another's");
    gisa_boilerplate_close(b);
    gisa_boilerplate_close(NULL);
    test_memory();
    return test_end();
}

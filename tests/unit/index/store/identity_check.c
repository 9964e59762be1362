#include "index/store/identity_check.h"

#include "corpus/identity.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

#define JANUARY "◇ 국장 ▲ 조사국장 김가람 ▲ 안정국장 이나래 ▲ 정책국장 박다온"
#define MARCH   "◇ 국장 ▲ 조사국장 정마루 ▲ 안정국장 한바다 ▲ 정책국장 오사랑"

/* Puts an article under the id that edition 1 gave it, or a stated one. */
static void add(gisa_store *s, const char *given, const char *day, const char *title,
                const char *url, const char *canonical, const char *body)
{
    char first[GISA_ARTICLE_ID_CHARS + 1];
    gisa_error err = {0};
    gisa_record r = tiny_record("x", day, "hangang", title, body);
    gisa_article *a = &r.article;
    if (url) gisa_article_set(a, &a->url, gisa_str_from(url));
    if (canonical) gisa_article_set(a, &a->canonical_url, gisa_str_from(canonical));
    gisa_identity_first(a, a->canonical_url, false, first, &err);
    gisa_article_set(a, &a->id, gisa_str_from(given ? given : first));
    tiny_add(s, r);
}

static void take(void *ctx, gisa_str text)
{
    gisa_buf_add(ctx, gisa_str_cut(text, GISA_ARTICLE_ID_CHARS, text.n));
    gisa_buf_add_char(ctx, '\n');
}

static void fill(gisa_store *s)
{
    add(s, NULL, "2025-01-20", "[인사] 한강은행", NULL, NULL, JANUARY);
    add(s, NULL, "2025-03-20", "[인사] 한강은행", NULL, NULL, MARCH);
    add(s, NULL, "2025-03-20", "[인사] 한강은행", NULL, NULL, MARCH " ▲ 협력국장 윤아람");
    add(s, NULL, "2025-02-01", "다리", "https://a.example/11", "https://a.example/10", "하나");
    add(s, NULL, NULL, "쌀값", "https://a.example/12", "https://a.example/10", "둘");
    add(s, NULL, "2025-02-01", "고래", "https://a.example/20", NULL, "하나");
    add(s, NULL, "2025-02-01", "고래(종합)", "https://a.example/20", NULL, "둘");
    add(s, NULL, "2025-02-01", "고래", "https://m.a.example/20?utm_source=x", NULL, "하나");
    add(s, NULL, "2025-02-01", "고래", "https://a.example/20/amp", NULL, "셋");
    add(s, "00000000000000aa", NULL, "콩", NULL, NULL, JANUARY);
    add(s, "00000000000000aa", NULL, "콩", NULL, NULL, MARCH);
    add(s, "00000000000000aa", NULL, "팥", NULL, NULL, "팥과 콩은 다른 글이다. 같은 곳이 없다.");
}

int main(void)
{
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_buf found = {0};
    gisa_identity_report report;
    const gisa_check_sink sink = {take, &found};
    char folder[64];
    if (!OK(tiny_folder(folder) != NULL, "a scratch folder")) return test_end();
    WENT(tiny_store(folder, false, &s, &err), err, "a store that says nothing of its ids");
    fill(s);
    WENT(gisa_identity_check(s, &sink, &report, &err), err, "is checked");
    EQUAL(report.edition, 1, "as one of edition 1");
    EQUAL(report.parted, 3, "three ids stand for more than one article");
    gisa_str lines = gisa_buf_view(&found);
    OK(gisa_str_has(lines,
                    GISA_STR("  [인사] 한강은행 (2025-01-20); [인사] 한강은행 (2025-03-20)\n")),
       "two notices, of which one was corrected");
    OK(gisa_str_has(lines, GISA_STR("  다리 (2025-02-01); 쌀값 (no date)\n")),
       "two pages that state one address");
    OK(gisa_str_has(lines, GISA_STR("  콩 (no date); 팥 (no date)\n")), "two that state one id");
    EQUAL(report.joined, 2, "two articles are pages of another");
    gisa_store_begin(s, &err);
    WENT(gisa_store_set_id_edition(s, GISA_IDENTITY_EDITION, &err), err, "a present edition");
    gisa_store_commit(s, &err);
    gisa_buf_reset(&found);
    WENT(gisa_identity_check(s, &sink, &report, &err), err, "is checked");
    EQUAL(report.edition, GISA_IDENTITY_EDITION, "and said");
    EQUAL(report.parted + report.joined + found.n, 0, "with nothing to find");
    gisa_buf_clear(&found);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}

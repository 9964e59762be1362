#include "corpus/article.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static void make(gisa_article *a, const char *url, const char *title)
{
    gisa_error err;
    gisa_article_clear(a);
    if (url) gisa_article_set(a, &a->url, gisa_str_from(url));
    gisa_article_set(a, &a->outlet, GISA_STR("mirae"));
    if (title) gisa_article_set(a, &a->title, gisa_str_from(title));
    gisa_article_set(a, &a->body, GISA_STR("본문"));
    gisa_article_identify(a, &err);
}

static void id_numbers(void)
{
    uint64_t n;
    OK(gisa_article_id_number(GISA_STR("00000000000000ff"), &n) && n == 255, "an id is a number");
    OK(!gisa_article_id_number(GISA_STR("00000000000000FF"), &n), "in lower case");
    OK(!gisa_article_id_number(GISA_STR("00000000000000fg"), &n), "of hex digits");
    OK(!gisa_article_id_number(GISA_STR("ff"), &n), "all sixteen of them");
}

static void test_language(void)
{
    gisa_article a = {.body = GISA_STR("An English body")};
    gisa_buf late = {0};
    a.published.west_s = a.modified.west_s = 3600;
    OK(!gisa_article_is_korean(&a), "a body without Hangul is not Korean");
    gisa_article_settle_clock(&a);
    OK(a.published.west_s == 3600 && a.modified.west_s == 3600, "and keeps its clock");
    a.lang = GISA_STR("ko-KR");
    OK(gisa_article_is_korean(&a), "unless its page says so");
    a.lang = GISA_STR("en");
    a.body = GISA_STR("한국어");
    OK(!gisa_article_is_korean(&a), "which decides");
    a.lang = GISA_NONE;
    a.body = GISA_STR("In brackets (말)");
    OK(gisa_article_is_korean(&a), "else a syllable is enough");
    gisa_article_settle_clock(&a);
    OK(a.published.west_s == 0 && a.modified.west_s == 0, "and a Korean clock is Seoul's");
    for (int i = 0; i < 5000; i++) gisa_buf_add_char(&late, 'a');
    gisa_buf_add_c(&late, "말");
    a.body = gisa_buf_view(&late);
    OK(!gisa_article_is_korean(&a), "in its first pages");
    a.body = GISA_NONE;
    a.title = GISA_STR("제목");
    OK(gisa_article_is_korean(&a), "without a body the title is looked at");
    a.title = test_exact("An English title");
    OK(!gisa_article_is_korean(&a), "and no further");
    free((char *)(uintptr_t)a.title.p);
    gisa_buf_clear(&late);
}

static void test_controls(void)
{
    gisa_article a = {0};
    gisa_error err = {0};
    gisa_str *lines[] = {&a.title, &a.outlet, &a.outlet_name, &a.section, &a.via};
    gisa_str *texts[] = {&a.body, &a.url, &a.rights.notice};
    for (size_t i = 0; i < 5; i++)
        gisa_article_set(&a, lines[i], GISA_STR("\n가\033]0;x\007\n나\xE2\x80\xAE "));
    for (size_t i = 0; i < 3; i++) gisa_article_set(&a, texts[i], GISA_STR("가\033[1m\n나"));
    gisa_article_set(&a, &a.subtitle, GISA_STR("가\033\n나\xC2\x9B"));
    gisa_article_add_author(&a,
                            GISA_STR("홍\xC2\x9B"
                                     "길동"),
                            GISA_STR("h\b@m.example"));
    gisa_article_add_author(&a, GISA_STR("심청"), GISA_STR("\033"));
    WENT(gisa_article_strip_controls(&a), err, "controls are stripped");
    for (size_t i = 0; i < 5; i++) SAME_C(*lines[i], "가]0;x 나", "a field of one line has none");
    for (size_t i = 0; i < 3; i++)
        SAME_C(*texts[i], "가\033[1m\n나", "texts and addresses stay what they were");
    SAME_C(a.subtitle, "가\n나", "a subtitle keeps its lines");
    SAME_C(a.authors[0].name, "홍길동", "an author has none");
    SAME_C(a.authors[0].email, "h@m.example", "nor has an address of mail");
    SAME_C(a.authors[1].name, "심청", "the next author neither");
    OK(!a.authors[1].email.p, "and what was nothing else is unknown");
    gisa_article_set(&a, &a.title, GISA_STR("\033\n"));
    gisa_article_strip_controls(&a);
    OK(!a.title.p, "a title of controls alone is none");
    gisa_article_clear(&a);
}

static void test_copy(void)
{
    gisa_article a = {0}, b = {0};
    gisa_error err = {0};
    gisa_str *from[] = {&a.id,     &a.url,           &a.canonical_url,
                        &a.outlet, &a.outlet_name,   &a.section,
                        &a.title,  &a.subtitle,      &a.lang,
                        &a.body,   &a.rights.notice, &a.rights.redistribution,
                        &a.via,    &a.source,        &a.rights.ai_training};
    gisa_str *to[] = {&b.id,     &b.url,           &b.canonical_url,
                      &b.outlet, &b.outlet_name,   &b.section,
                      &b.title,  &b.subtitle,      &b.lang,
                      &b.body,   &b.rights.notice, &b.rights.redistribution,
                      &b.via,    &b.source,        &b.rights.ai_training};
    for (size_t i = 0; i < 15; i++) {
        char text[2] = {(char)('a' + i), '\0'};
        gisa_article_set(&a, from[i], gisa_str_from(text));
    }
    a.published.utc_s = 7;
    a.modified.utc_s = 8;
    for (int i = 0; i < 3; i++) gisa_article_add_caption(&a, GISA_STR("사진"));
    for (int i = 0; i < 3; i++) gisa_article_add_former_id(&a, GISA_STR("0011223344556677"));
    WENT(gisa_article_copy(&a, &b, &err), err, "an article is copied");
    for (size_t i = 0; i < 15; i++) SAME(*to[i], *from[i], "with each of its texts");
    OK(b.published.utc_s == 7 && b.modified.utc_s == 8, "its times");
    EQUAL(b.n_captions, 3, "its captions");
    EQUAL(b.n_former_ids, 3, "and its former ids");
    gisa_article_clear(&a);
    gisa_article_clear(&b);
}

static void digests(void)
{
    gisa_error err;
    gisa_article a = {0}, b = {0};
    char before[65], after[65];
    make(&a, "http://a.example/1", "제목");
    gisa_article_digest(&a, before, &err);
    gisa_article_copy(&a, &b, &err);
    gisa_article_set(&b, &b.source, GISA_STR("elsewhere"));
    gisa_article_digest(&b, after, &err);
    SAME_C(gisa_str_from(after), before, "where it came from is no part of the version");
    gisa_article_add_former_id(&b, GISA_STR("0011223344556677"));
    gisa_article_digest(&b, after, &err);
    SAME_C(gisa_str_from(after), before, "nor are the ids it had");
    gisa_article_set(&b, &b.outlet_name, GISA_STR("㈜미래경제"));
    gisa_article_digest(&b, after, &err);
    SAME_C(gisa_str_from(after), before, "nor is another way to print the outlet's name");
    gisa_str *const unread[] = {&b.canonical_url, &b.lang, &b.via};
    char first[65], other[65];
    for (size_t i = 0; i < 3; i++) {
        gisa_article_digest_first(&b, first, &err);
        gisa_article_set(&b, unread[i], GISA_STR("http://a.example/1/amp"));
        gisa_article_digest(&b, after, &err);
        SAME_C(gisa_str_from(after), before, "nor is what no reader reads");
        gisa_article_digest_first(&b, other, &err);
        OK(strcmp(first, other) != 0, "which earlier databases counted");
    }
    gisa_str *const read[] = {&b.title, &b.subtitle, &b.section, &b.rights.notice, &b.body};
    for (size_t i = 0; i < 5; i++) {
        gisa_article_digest(&b, before, &err);
        gisa_article_set(&b, read[i], GISA_STR("본문."));
        gisa_article_digest(&b, after, &err);
        OK(strcmp(before, after) != 0, "what a reader reads is");
    }
    gisa_article_digest(&b, before, &err);
    gisa_article_set(&b, &b.body, GISA_STR("본문"));
    gisa_article_digest(&b, after, &err);
    OK(strcmp(before, after) != 0, "an edit of one character is a new version");
    gisa_article_digest(&b, before, &err);
    b.modified.precision = GISA_PRECISION_MINUTE;
    gisa_article_digest(&b, after, &err);
    OK(strcmp(before, after) != 0, "and so is another date");
    gisa_article_digest(&b, before, &err);
    gisa_article_add_author(&b, GISA_STR("김하늘"), GISA_NONE);
    gisa_article_digest(&b, after, &err);
    OK(strcmp(before, after) != 0, "or author");
    gisa_article_clear(&a);
    gisa_article_clear(&b);
}

static void fails_cleanly(void)
{
    gisa_error err = {0};
    gisa_article a = {0}, out = {0};
    make(&a, "http://a.example/1", "제목");
    gisa_article_set(&a, &a.subtitle, GISA_STR("가\033\n나\xC2\x9B"));
    gisa_article_add_author(&a, GISA_STR("홍길동"), GISA_NONE);
    gisa_article_add_caption(&a, GISA_STR("사진"));
    gisa_status st = GISA_ENOMEM;
    uint64_t allowed = 0;
    for (; st == GISA_ENOMEM && allowed < 100; allowed++) {
        gisa_mem_fail_after(allowed);
        st = gisa_article_copy(&a, &out, &err);
    }
    gisa_mem_fail_after(GISA_MEM_NEVER);
    OK(allowed > 1 && st == GISA_OK, "every allocation of a copy may fail, cleanly");
    SAME_C(out.authors[0].name, "홍길동", "and in the end the copy is whole");
    gisa_article_clear(&a);
    gisa_article_clear(&out);
}

/* What is told for people is whole notes, as many as fit into 255 bytes. */
static void test_notes(void)
{
    char long_note[300];
    memset(long_note, 'x', sizeof long_note);
    for (int n = 245; n < 247; n++) {
        gisa_article_notes notes = {0};
        gisa_article_note(&notes, "12345678");
        gisa_article_note(&notes, "%.*s", n, long_note);
        EQUAL(strlen(notes.text), n == 245 ? 8 + 2 + 245 : 8, "a second note comes if it fits");
        gisa_article_note(&notes, "9");
        OK(!strchr(notes.text, '9') == (n == 245), "as a shorter one may after it");
    }
    gisa_article_notes notes = {0};
    gisa_time t;
    gisa_article_read_time(GISA_STR("어제"), "published", &t, &notes);
    SAME_C(gisa_str_from(notes.text), "\"published\" is no date: 어제",
           "a short date that is none");
    notes = (gisa_article_notes){0};
    gisa_article_read_time(GISA_STR("1234567890123456789012345678901234567890x"), "a", &t, &notes);
    SAME_C(gisa_str_from(notes.text), "\"a\" is no date: 1234567890123456789012345678901234567890…",
           "a long one is cut");
    EQUAL(notes.n_unread, 1, "and counted");
}

int main(void)
{
    test_notes();
    gisa_article a = {0};
    for (int i = 0; i < 9; i++) {
        char name[16];
        int n = snprintf(name, sizeof name, "기자%d", i);
        gisa_article_add_author(&a, (gisa_str){name, (size_t)n}, GISA_NONE);
    }
    EQUAL(a.n_authors, 9, "authors are added one by one");
    SAME_C(a.authors[0].name, "기자0", "and the first is kept");
    SAME_C(a.authors[8].name, "기자8", "as is the last");
    gisa_article_clear(&a);
    id_numbers();
    test_language();
    test_controls();
    test_copy();
    digests();
    fails_cleanly();
    return test_end();
}

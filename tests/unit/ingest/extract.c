#include "ingest/extract.h"

#include <iconv.h>

#include "tests/unit/test.h"

static const struct {
    const char *name, *bytes, *file;
    gisa_format want;
} guesses[] = {
    {"a doctype is HTML", "<!DOCTYPE html><p>x", NULL, GISA_FORMAT_HTML},
    {"a fragment that begins with a tag is HTML", "<p>문단</p>", NULL, GISA_FORMAT_HTML},
    {"lines are text", "제목\n\n문단이다.", "a.txt", GISA_FORMAT_TEXT},
    {"Markdown between boxes of HTML is text", "<div class=\"a\">\n\n[가](/1) [나](/2)\n\n</div>",
     NULL, GISA_FORMAT_TEXT},
    {"a page whose script has its links' marks", "<!doctype html><script>a[0](b); c[1](d)</script>",
     NULL, GISA_FORMAT_HTML},
    {"boxes with links of HTML", "<div>a[0](b) c[1](d) <a href=x>가</a></div>", NULL,
     GISA_FORMAT_HTML},
    {"a notice in angle brackets is text", "<저작권자 ⓒ 가나> 문단", NULL, GISA_FORMAT_TEXT},
    {"a brace opens JSONL", "{\"title\":\"x\"}", NULL, GISA_FORMAT_JSONL},
    {"a head of columns is CSV", "제목,본문\n가,나\n", NULL, GISA_FORMAT_CSV},
    {"with a mark", "\xEF\xBB\xBFtitle;body\n", NULL, GISA_FORMAT_CSV},
    {"in windows-949", "\xC1\xA6\xB8\xF1,\xBA\xBB\xB9\xAE\n", NULL, GISA_FORMAT_CSV},
    {"a sentence with commas is text", "가, 나, 다\n", NULL, GISA_FORMAT_TEXT},
    {"CSV by the file's name", "name,age\n", "a.csv", GISA_FORMAT_CSV},
    {"packed", "name,age\n", "a.tsv.gz", GISA_FORMAT_CSV},
    {"whatever tags are in its cells", "name,page\n1,<html>", "a.csv", GISA_FORMAT_CSV},
    {"a page that is called CSV is HTML", "<!doctype html><p>x", "a.csv", GISA_FORMAT_HTML},
    {"JSON that is called CSV is JSON", "{\"title\":\"x\"}", "a.csv", GISA_FORMAT_JSONL},
    {"WARC by its first word", "WARC/1.1\r\n", NULL, GISA_FORMAT_WARC},
    {"WARC by the file's name", "\x1f\x8b", "a.warc.gz", GISA_FORMAT_WARC},
};

#define P "정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔다. 내년까지 모두 열 곳에 들인다."
#define PAGE(inside)                                                                               \
    "<html><head><title>공개 모델 널리 쓴다</title></head><body>" inside "</body></html>"

static const struct {
    const char *name, *bytes;
    gisa_status want;
    const char *body; /* or a part of the reason */
} pages[] = {
    {"a page gives its paragraphs",
     PAGE("<h1>공개 모델 널리 쓴다</h1><div><p>" P "</p><p>" P " 끝으로 덧붙였다.</p></div>"),
     GISA_OK, P "\n" P " 끝으로 덧붙였다."},
    {"an empty file is none", "", GISA_SKIP, "empty"},
    {"a JPEG is none", "\xFF\xD8\xFF\xE0\x01\x02\x03\x04JFIF", GISA_SKIP, "JPEG"},
    {"a page without text is none", PAGE("<img src=a.jpg>"), GISA_SKIP, "no article"},
    {"a login wall is none",
     PAGE("<p>이 글은 구독자 전용 기사입니다. 로그인 후 이용해 주세요. 회원이 아니면 가입해 "
          "주세요.</p>"),
     GISA_SKIP, "login wall"},
    {"an error page is none",
     "<html><title>404 Not Found</title><body><p>찾으시는 쪽이 없습니다. 주소를 다시 확인해 주시기 "
     "바랍니다. 감사합니다.</p></body>",
     GISA_SKIP, "error page"},
};

static void test_pages(gisa_extract_work *work)
{
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        gisa_article a = {0};
        gisa_error err = {0};
        gisa_extract_opts opts = {.format = GISA_FORMAT_HTML};
        gisa_status st = gisa_extract(work, gisa_str_from(pages[i].bytes), &opts, &a, &err);
        EQUAL(st, pages[i].want, pages[i].name);
        if (st == GISA_OK)
            SAME_C(a.body, pages[i].body, pages[i].name);
        else
            OK(strstr(err.text, pages[i].body) != NULL, pages[i].name);
        OK((st == GISA_OK) == (a.id.n == 16), "an article has its id, a refusal leaves nothing");
        gisa_article_clear(&a);
    }
}

/* The kind of a page is decided after decoding. */
static void test_wide(gisa_extract_work *work)
{
    static const char page[] = PAGE("<p>" P "</p><p>" P " 끝이다.</p>");
    static const char *const charsets[] = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"};
    for (size_t i = 0; i < sizeof charsets / sizeof charsets[0]; i++) {
        char wide[8 * sizeof page], *in = (char *)(uintptr_t)page, *out = wide;
        size_t left = sizeof page - 1, room = sizeof wide;
        iconv_t c = iconv_open(charsets[i], "UTF-8");
        gisa_article a = {0};
        gisa_extract_opts opts = {0};
        EQUAL(iconv(c, &in, &left, &out, &room), 0, charsets[i]);
        iconv_close(c);
        gisa_str bytes = {wide, (size_t)(out - wide)};
        EQUAL(gisa_format_guess(bytes, NULL), GISA_FORMAT_HTML, charsets[i]);
        OK(gisa_extract(work, bytes, &opts, &a, NULL) == GISA_OK, charsets[i]);
        SAME_C(a.body, P "\n" P " 끝이다.", charsets[i]);
        gisa_article_clear(&a);
    }
}

/* Records say what of them did not come in as it was; a page's title has a ceiling, too. */
static void test_notes(gisa_extract_work *work)
{
    gisa_article a = {0};
    gisa_error err = {0};
    gisa_article_notes notes = {0};
    gisa_extract_opts opts = {.notes = &notes};
    WENT(gisa_extract(work, GISA_STR("{\"title\":\"x\",\"published\":\"어제\"}"), &opts, &a, &err),
         err, "JSON with a date that is none");
    EQUAL(notes.n_unread, 1, "is noted");
    WENT(gisa_extract(work, GISA_STR("title,date\nx,어제\n"), &opts, &a, &err), err,
         "as is a row of CSV");
    EQUAL(notes.n_unread, 2, "with another");
    gisa_buf page = {0};
    gisa_buf_add_c(&page, "<html><head><title>");
    for (int i = 0; i < 3000; i++) gisa_buf_add_c(&page, "가나 ");
    gisa_buf_add_c(&page, "</title></head><body><p>" P "</p><p>" P "</p></body></html>");
    WENT(gisa_extract(work, gisa_buf_view(&page), &opts, &a, &err), err, "a page of a long title");
    OK(a.title.n > 0 && a.title.n < 3001, "has a shorter one");
    EQUAL(notes.n_cut, 1, "and says so");
    gisa_buf_clear(&page);
    gisa_article_clear(&a);
}

static void count_blocks(void *ctx, const gisa_explained *e)
{
    size_t *n = ctx;
    if (e->rule && e->text.n) ++*n;
}

static void test_modes(gisa_extract_work *work)
{
    static const char page[] = PAGE("<div id=article_body><p>" P
                                    "</p><p>홍길동 기자 gildong@a.example</p><p>" P
                                    " 또 있다.</p></div>");
    gisa_article a = {0};
    size_t blocks = 0;
    gisa_explain sink = {count_blocks, &blocks};
    gisa_extract_opts opts = {.explain = &sink};
    OK(gisa_extract(work, gisa_str_from(page), &opts, &a, NULL) == GISA_OK, "it reads");
    OK(!gisa_str_has(a.body, GISA_STR("홍길동")), "corpus mode drops the byline");
    EQUAL(a.n_authors, 1, "and names the author");
    OK(blocks >= 4, "every block is explained");
    opts.mode = GISA_MODE_FAITHFUL;
    OK(gisa_extract(work, gisa_str_from(page), &opts, &a, NULL) == GISA_OK, "it reads again");
    OK(gisa_str_has(a.body, GISA_STR("홍길동 기자")), "faithful mode keeps it");
    gisa_article_clear(&a);
}

/* Text without a story keeps what a crawler's head says of it. */
static void test_heads(gisa_extract_work *work)
{
    gisa_article a = {0};
    gisa_error err = {0};
    gisa_extract_opts opts = {.format = GISA_FORMAT_TEXT};
    gisa_str text = GISA_STR("---\ntitle: 공개 모델 널리 쓴다 열 곳\ndate: 2025-02-03\n"
                             "author: 김말이\n---\n메뉴\n닫기\n");
    EQUAL(gisa_extract(work, text, &opts, &a, &err), GISA_SKIP, "no story is no article");
    SAME_C(a.title, "공개 모델 널리 쓴다 열 곳", "but has a title");
    EQUAL(a.published.precision, GISA_PRECISION_DAY, "and a day");
    EQUAL(a.n_authors, 1, "and an author");
    OK(!a.body.n && !a.id.n, "and no text");
    text = GISA_STR("공개 모델 널리 쓴다 열 곳\n입력 2025-02-03 04:37\n메뉴\n닫기\n");
    EQUAL(gisa_extract(work, text, &opts, &a, &err), GISA_SKIP, "without a head it is none");
    OK(!a.title.n && a.published.precision == GISA_PRECISION_UNKNOWN, "and has nothing");
    gisa_article_clear(&a);
}

/* An archive holds many pages; whoever reads it opens it first. */
static void test_archive(gisa_extract_work *work)
{
    gisa_article a = {0};
    gisa_error err = {0};
    gisa_extract_opts opts = {.format = GISA_FORMAT_WARC};
    EQUAL(gisa_extract(work, GISA_STR("WARC/1.1\r\n"), &opts, &a, &err), GISA_EINVAL,
          "an archive is an error");
    opts.format = GISA_FORMAT_AUTO;
    EQUAL(gisa_extract(work, GISA_STR("WARC/1.1\r\n"), &opts, &a, &err), GISA_EINVAL,
          "also when it is found out to be one");
    gisa_article_clear(&a);
}

int main(void)
{
    gisa_extractor *x;
    gisa_extract_work *work;
    gisa_error err;
    for (size_t i = 0; i < sizeof guesses / sizeof *guesses; i++)
        EQUAL(gisa_format_guess(gisa_str_from(guesses[i].bytes), guesses[i].file), guesses[i].want,
              guesses[i].name);
    WENT(gisa_extractor_open(&x, &err), err, "the shipped rules and profiles parse");
    WENT(gisa_extract_work_open(x, &work, &err), err, "a workspace opens");
    test_pages(work);
    test_wide(work);
    test_notes(work);
    test_modes(work);
    test_heads(work);
    test_archive(work);
    gisa_extract_work_close(work);
    gisa_extractor_close(x);
    return test_end();
}

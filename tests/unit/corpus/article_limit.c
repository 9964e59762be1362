#include <stdlib.h>

#include "corpus/article.h"
#include "tests/unit/test.h"

/* n times a syllable, which is three bytes of UTF-8; one byte of it where bytes are meant. */
static gisa_str many(gisa_buf *out, const char *s, size_t n)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < n; i++) gisa_buf_add_c(out, s);
    return gisa_buf_view(out);
}

/* Each text of an article, at its ceiling and one character over it. */
static void test_texts(void)
{
    gisa_article a = {.id = GISA_STR("0011223344556677")};
    const struct {
        const char *name;
        gisa_str *field;
        size_t max;
        const char *note; /* of one character more */
        bool left_out;
    } rows[] = {
        {"title", &a.title, 1000, "title cut after 1000 of 1001 characters", false},
        {"subtitle", &a.subtitle, 4000, "subtitle cut after 4000 of 4001 characters", false},
        {"outlet", &a.outlet, 200, "outlet cut after 200 of 201 characters", false},
        {"outlet_name", &a.outlet_name, 200, "outlet_name cut after 200 of 201 characters", false},
        {"section", &a.section, 200, "section cut after 200 of 201 characters", false},
        {"via", &a.via, 200, "via cut after 200 of 201 characters", false},
        {"source", &a.source, 8000, "source cut after 8000 of 8001 characters", false},
        {"notice", &a.rights.notice, 4000, "rights.notice cut after 4000 of 4001 characters",
         false},
        {"body", &a.body, 2000000, "body cut after 2000000 of 2000001 characters", false},
        {"url", &a.url, 8000, "url left out: 8001 characters, over 8000", true},
        {"canonical_url", &a.canonical_url, 8000,
         "canonical_url left out: 8001 characters, over 8000", true},
        {"lang", &a.lang, 35, "lang left out: 36 characters, over 35", true},
        {"redistribution", &a.rights.redistribution, 20,
         "rights.redistribution left out: 21 characters, over 20", true},
        {"ai_training", &a.rights.ai_training, 20,
         "rights.ai_training left out: 21 characters, over 20", true},
    };
    gisa_buf text = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_article_notes notes = {0};
        *rows[i].field = many(&text, "가", rows[i].max);
        WENT(gisa_article_limit(&a, &notes, &err), err, rows[i].name);
        OK(rows[i].field->n == 3 * rows[i].max && !notes.n_cut && !notes.text[0],
           "a text at its ceiling stays whole");
        *rows[i].field = many(&text, "가", rows[i].max + 1);
        WENT(gisa_article_limit(&a, &notes, &err), err, rows[i].name);
        EQUAL(rows[i].field->n, rows[i].left_out ? 0 : 3 * rows[i].max, rows[i].name);
        EQUAL(notes.n_cut, 1, "one that is over it is counted");
        SAME_C(gisa_str_from(notes.text), rows[i].note, "and told of");
        *rows[i].field = GISA_NONE;
    }
    gisa_buf_clear(&text);
    gisa_article_clear(&a);
}

static void test_lists(void)
{
    gisa_article a = {.id = GISA_STR("0011223344556677")};
    gisa_article_notes notes = {0};
    gisa_error err = {0};
    gisa_buf text = {0};
    for (size_t i = 0; i < 200; i++) gisa_article_add_author(&a, GISA_STR("홍길동"), GISA_NONE);
    for (size_t i = 0; i < 500; i++) gisa_article_add_caption(&a, GISA_STR("사진"));
    WENT(gisa_article_limit(&a, &notes, &err), err, "long lists");
    OK(a.n_authors == 200 && a.n_captions == 500 && !notes.n_cut, "stay up to their ceilings");
    gisa_article_add_author(&a, GISA_STR("심청"), GISA_NONE);
    gisa_article_add_caption(&a, GISA_STR("사진"));
    a.authors[0].name = a.captions[0] = many(&text, "가", 4001);
    a.authors[200].name = a.captions[500] = a.captions[0]; /* beyond the lists */
    a.authors[1].email = gisa_str_cut(a.captions[0], 0, 603);
    WENT(gisa_article_limit(&a, &notes, &err), err, "longer ones");
    OK(a.n_authors == 200 && a.n_captions == 500, "are cut");
    OK(a.authors[0].name.n == 600 && a.captions[0].n == 12000 && !a.authors[1].email.n,
       "as are the texts in them");
    EQUAL(notes.n_cut, 5, "each of which counts");
    SAME_C(
        gisa_str_from(notes.text),
        "authors cut after 200 of 201; captions cut after 500 of 501; an author's name cut after "
        "200 of 4001 characters; an author's address left out: 201 characters, over 200; a "
        "caption cut after 4000 of 4001 characters",
        "and is told of");
    gisa_buf_clear(&text);
    gisa_article_clear(&a);
}

static void test_paragraphs(void)
{
    gisa_article a = {.id = GISA_STR("0011223344556677")};
    gisa_error err = {0};
    gisa_buf text = {0};
    for (size_t more = 0; more < 2; more++) {
        gisa_article_notes notes = {0};
        a.body = many(&text, "가\n", 50000 + more);
        a.body.n--;
        WENT(gisa_article_limit(&a, &notes, &err), err, "a body of many paragraphs");
        EQUAL(a.body.n, 4 * 50000 - 1, "has 50,000 at most");
        EQUAL(notes.n_cut, more, "and says where it had more");
    }
    gisa_buf_clear(&text);
    gisa_article_clear(&a);
}

static void test_id(void)
{
    gisa_article a = {.title = GISA_STR("제목")};
    gisa_article_notes notes = {0};
    gisa_error err = {0};
    gisa_buf text = {0};
    a.id = many(&text, "i", 200);
    WENT(gisa_article_limit(&a, &notes, &err), err, "an id of 200 characters");
    EQUAL(a.id.n, 200, "is kept");
    a.id = many(&text, "i", 201);
    WENT(gisa_article_limit(&a, &notes, &err), err, "a longer one");
    EQUAL(a.id.n, GISA_ARTICLE_ID_CHARS, "is derived instead");
    gisa_buf_clear(&text);
    gisa_article_clear(&a);
}

int main(void)
{
    test_texts();
    test_lists();
    test_paragraphs();
    test_id();
    return test_end();
}

/* Extraction as one call for the tests of ingest/: a page in, one field of the article out. */
#ifndef GISA_TEST_PAGE_H
#define GISA_TEST_PAGE_H

#include "ingest/extract.h"
#include "tests/unit/test.h"

/* Running text of some length that no rule touches. */
#define PAGE_TEXT                                                                                                                 \
    "<p>미르AI는 새 모델의 가중치를 내려받을 수 있게 공개했다고 밝혔다. 값은 전보다 절반으로 " \
    "내렸고 속도는 두 배로 올랐다.</p><p>연구를 맡은 쪽은 적은 장비로도 높은 성능을 냈다고 "     \
    "설명했다. 다만 평가에 쓴 문항은 아직 공개하지 않았다.</p><p>업계에서는 가격 경쟁이 한층 "  \
    "거세질 것으로 내다봤다. 다른 회사들도 곧 요금표를 고칠 것으로 보인다.</p>"

/* The same as PAGE_TEXT gives it. */
#define PAGE_BODY                                                                                                              \
    "미르AI는 새 모델의 가중치를 내려받을 수 있게 공개했다고 밝혔다. 값은 전보다 절반으로 " \
    "내렸고 속도는 두 배로 올랐다.\n연구를 맡은 쪽은 적은 장비로도 높은 성능을 냈다고 "       \
    "설명했다. 다만 평가에 쓴 문항은 아직 공개하지 않았다.\n업계에서는 가격 경쟁이 한층 "    \
    "거세질 것으로 내다봤다. 다른 회사들도 곧 요금표를 고칠 것으로 보인다."

typedef struct page {
    gisa_extractor *x;
    gisa_extract_work *work;
    gisa_article article;
    gisa_error err;
} page;

static inline bool page_open(page *p)
{
    WENT(gisa_extractor_open(&p->x, &p->err), p->err, "an extractor opens");
    if (p->x) WENT(gisa_extract_work_open(p->x, &p->work, &p->err), p->err, "a workspace opens");
    return p->work != NULL;
}

static inline void page_close(page *p)
{
    gisa_article_clear(&p->article);
    gisa_extract_work_close(p->work);
    gisa_extractor_close(p->x);
}

/* Extracts from head and body of a page. */
static inline gisa_status page_html(page *p, const char *head, const char *body,
                                    const gisa_extract_opts *opts)
{
    static const gisa_extract_opts plain = {0};
    gisa_buf html = {0};
    gisa_buf_addf(&html, "<!doctype html><html><head><meta charset=\"utf-8\">%s</head><body>%s",
                  head, body);
    gisa_buf_add_c(&html, "</body></html>");
    gisa_status st = gisa_extract(p->work, gisa_buf_view(&html), opts ? opts : &plain, &p->article,
                                  &p->err);
    gisa_buf_clear(&html);
    return st;
}

static inline gisa_status page_flat(page *p, const char *text)
{
    const gisa_extract_opts opts = {.format = GISA_FORMAT_TEXT};
    return gisa_extract(p->work, gisa_str_from(text), &opts, &p->article, &p->err);
}

/* A field that is null shows as "". */
static inline gisa_str page_shown(gisa_str s)
{
    return (gisa_str){s.p ? s.p : "", s.n};
}

/* "name<address>|name" */
static inline gisa_str page_authors(const gisa_article *a, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < a->n_authors; i++) {
        if (i) gisa_buf_add_char(out, '|');
        gisa_buf_add(out, a->authors[i].name);
        if (a->authors[i].email.n) gisa_buf_addf(out, "<%.*s>", GISA_ARG(a->authors[i].email));
    }
    return page_shown(gisa_buf_view(out));
}

static inline gisa_str page_time(const gisa_time *t, char text[GISA_TIME_CHARS])
{
    size_t n = gisa_time_format(t, text);
    return (gisa_str){text, n};
}

#endif

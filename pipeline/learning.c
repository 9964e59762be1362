#include "pipeline/learning.h"

#include <inttypes.h>
#include <stdio.h>

#include "index/query/articles.h"
#include "index/store/learned.h"
#include "index/store/settle.h"

static gisa_status load_line(void *ctx, gisa_str site, gisa_str line, gisa_error *err)
{
    return gisa_boilerplate_load_line(ctx, site, line, err);
}

static gisa_status load_articles(void *ctx, gisa_str site, gisa_str bytes, gisa_error *err)
{
    return gisa_boilerplate_load_articles(ctx, site, bytes, err);
}

gisa_status gisa_learning_open(gisa_learning *l, gisa_store *store, const gisa_extractor *x,
                               const gisa_analyzer *a, gisa_error *err)
{
    *l = (gisa_learning){.store = store};
    gisa_status st = gisa_boilerplate_open(&l->known, err);
    if (st < 0) return st;
    const gisa_learned_sink sink = {load_line, load_articles, l->known};
    st = gisa_learned_each(store, &sink, err);
    return st < 0 ? st : gisa_page_worker_open(x, a, &l->work, err);
}

void gisa_learning_close(gisa_learning *l)
{
    gisa_page_worker_close(&l->work);
    gisa_boilerplate_close(l->known);
    *l = (gisa_learning){0};
}

static gisa_status put_lines(gisa_learning *l, gisa_str site, const gisa_lesson *lesson,
                             uint64_t capture, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < lesson->n_lines && st >= 0; i++)
        st = gisa_learned_put_line(l->store, site, lesson->lines[i], capture, err);
    return st;
}

/* Cleans an earlier article by what is known now, in its place. */
static gisa_status revise(gisa_learning *l, gisa_str site, uint64_t id,
                          gisa_learning_report *report, gisa_error *err)
{
    char hex[GISA_ARTICLE_ID_CHARS + 1];
    gisa_stored stored = {0};
    gisa_buf body = {0};
    size_t dropped = 0;
    snprintf(hex, sizeof hex, "%016" PRIx64, id);
    gisa_record *r = &stored.record;
    gisa_status st = gisa_article_find(l->store, gisa_str_from(hex), 0, &stored, err);
    if (st == GISA_OK)
        st = gisa_boilerplate_clean(l->known, site, r->article.body, &body, &dropped, err);
    if (st == GISA_OK && dropped) {
        if (gisa_article_set(&r->article, &r->article.body, gisa_buf_view(&body)) < 0)
            st = gisa_fail_mem(err);
        if (st == GISA_OK) st = gisa_page_record_annotate(&l->work, r, NULL, err);
        if (st == GISA_OK) st = gisa_learned_revise(l->store, r, err);
        report->articles++;
        report->lines += dropped;
    }
    gisa_buf_clear(&body);
    gisa_stored_clear(&stored);
    return st == GISA_ENOTFOUND ? GISA_OK : st; /* an id that JSONL gave */
}

static gisa_status revise_all(gisa_learning *l, gisa_str site, const gisa_lesson *lesson,
                              gisa_learning_report *report, gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (lesson->n_articles) st = gisa_store_flush(l->store, err);
    for (size_t i = 0; i < lesson->n_articles && st >= 0; i++)
        st = revise(l, site, lesson->articles[i], report, err);
    return st;
}

gisa_status gisa_learning_put(gisa_learning *l, gisa_page_record *p, gisa_put_result *result,
                              gisa_learning_report *report, gisa_error *err)
{
    gisa_article *a = &p->record.article;
    gisa_str site = gisa_buf_view(&p->site), before = a->body;
    gisa_lesson lesson = {0};
    size_t dropped = 0;
    gisa_status st = gisa_store_settle_id(l->store, &p->record, p->extracted, err);
    if (st >= 0) { /* an article of no site teaches nothing */
        a->body = p->extracted;
        st = gisa_boilerplate_learn(l->known, site, a, &lesson, err);
        a->body = before;
        if (st >= 0) st = put_lines(l, site, &lesson, p->record.capture, err);
        if (st >= 0) st = gisa_page_record_clean(l->known, p, err);
        bool same = gisa_str_eq(a->body, before);
        if (st >= 0) st = same ? st : gisa_page_record_annotate(&l->work, &p->record, NULL, err);
        dropped = p->dropped;
    }
    if (st >= 0) st = gisa_store_put(l->store, &p->record, result, err);
    if (st < 0) return st;
    if (*result != GISA_PUT_SAME) report->lines += dropped;
    if (*result != GISA_PUT_SAME) report->articles += dropped > 0;
    report->taught += lesson.n_lines;
    return revise_all(l, site, &lesson, report, err);
}

gisa_status gisa_learning_save(gisa_learning *l, gisa_error *err)
{
    gisa_buf bytes = {0};
    gisa_str site;
    size_t at = 0;
    gisa_status st = GISA_OK;
    while (st >= 0 && gisa_boilerplate_next_changed(l->known, &at, &site, &bytes)) {
        st = gisa_buf_check(&bytes, "what was learned", err);
        if (st >= 0) st = gisa_learned_put_articles(l->store, site, gisa_buf_view(&bytes), err);
        gisa_buf_reset(&bytes);
    }
    gisa_buf_clear(&bytes);
    return st;
}

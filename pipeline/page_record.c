#include "pipeline/page_record.h"

#include <stdio.h>

#include "base/time.h"
#include "corpus/identity.h"
#include "ingest/fetch/rights_signal.h"
#include "pipeline/capture_source.h"
#include "pipeline/page_type.h"

gisa_status gisa_page_worker_open(const gisa_extractor *x, const gisa_analyzer *a,
                                  gisa_page_worker *out, gisa_error *err)
{
    *out = (gisa_page_worker){0};
    gisa_status st = gisa_extract_work_open(x, &out->extract, err);
    return st < 0 ? st : gisa_analysis_open(a, &out->analysis, err);
}

void gisa_page_worker_close(gisa_page_worker *w)
{
    gisa_extract_work_close(w->extract);
    gisa_analysis_close(w->analysis);
    gisa_annotation_clear(&w->annotation);
    gisa_terms_clear(&w->terms);
    *w = (gisa_page_worker){0};
}

static void set_reason(gisa_page_record *p, gisa_page_kind kind, const char *text)
{
    p->kind = kind;
    snprintf(p->reason, sizeof p->reason, "%s", text);
}

/* Edition 1 of ids gave articles that are kept whatever they equal an id with the body in it. */
static gisa_status keep_apart(gisa_record *r, gisa_error *err)
{
    gisa_article *a = &r->article;
    char plain[GISA_ARTICLE_ID_CHARS + 1], apart[GISA_ARTICLE_ID_CHARS + 1];
    r->apart = true;
    gisa_status st = gisa_identity_first(a, a->canonical_url, false, plain, err);
    if (st >= 0) st = gisa_identity_first(a, a->canonical_url, true, apart, err);
    for (size_t i = 0; st >= 0 && i < a->n_former_ids; i++)
        if (gisa_str_is(a->former_ids[i], plain) &&
            gisa_article_set(a, &a->former_ids[i], gisa_str_from(apart)) < 0)
            st = gisa_fail_mem(err);
    return st;
}

/* What the server says beside the page; a reservation goes before what the page allows. */
static gisa_status add_signals(const gisa_capture *c, gisa_article *a, gisa_error *err)
{
    gisa_rights_signals s = gisa_rights_signals_find(c->http_head);
    bool forbids = gisa_str_is(s.ai_training, "prohibited");
    if (!s.ai_training.p || (a->rights.ai_training.p && !forbids)) return GISA_OK;
    if (gisa_article_set(a, &a->rights.ai_training, s.ai_training) < 0) return gisa_fail_mem(err);
    return GISA_OK;
}

static gisa_status extract(gisa_page_worker *w, const gisa_capture *c, gisa_format format,
                           gisa_page_record *p, gisa_error *err)
{
    gisa_article *a = &p->record.article;
    gisa_error why = {0};
    gisa_extract_opts opts = {
        .content_type = c->content_type, .source = c->uri, .format = format, .notes = &p->notes};
    if (c->type == GISA_CAPTURE_RESPONSE || gisa_str_starts(c->uri, GISA_STR("http")))
        opts.url = c->uri;
    else if (gisa_str_starts(c->uri, GISA_STR("file:")))
        opts.source = gisa_str_cut(c->uri, 5, c->uri.n);
    uint64_t started = gisa_clock_ns();
    gisa_status st = gisa_extract(w->extract, c->payload, &opts, a, &why);
    p->extract_ns = gisa_clock_ns() - started;
    bool record = format == GISA_FORMAT_JSONL || format == GISA_FORMAT_CSV;
    if (!record) p->bytes_in = c->payload.n;
    if (st == GISA_ENOMEM) return gisa_fail_mem(err);
    if (st != GISA_OK) {
        set_reason(p, GISA_PAGE_SKIPPED, why.text);
        return GISA_SKIP;
    }
    p->kind = GISA_PAGE_ARTICLE;
    p->extracted = a->body;
    if ((st = add_signals(c, a, err)) < 0) return st;
    if (c->keep_duplicates) st = keep_apart(&p->record, err);
    if (st < 0 || c->no_learn || !w->known) return st;
    gisa_boilerplate_site(a, &p->site);
    st = gisa_buf_check(&p->site, "a site", err);
    return st < 0 ? st : gisa_page_record_clean(w->known, p, err);
}

gisa_status gisa_page_record_clean(gisa_boilerplate *known, gisa_page_record *p, gisa_error *err)
{
    gisa_article *a = &p->record.article;
    gisa_buf body = {0};
    a->body = p->extracted;
    p->record.origin[0] = '\0';
    gisa_status st = gisa_boilerplate_clean(known, gisa_buf_view(&p->site), a->body, &body,
                                            &p->dropped, err);
    if (st >= 0 && p->dropped) {
        st = gisa_article_digest(a, p->record.origin, err);
        if (st >= 0 && gisa_article_set(a, &a->body, gisa_buf_view(&body)) < 0)
            st = gisa_fail_mem(err);
    }
    gisa_buf_clear(&body);
    return st;
}

static void *copy_array(gisa_arena *arena, const void *from, size_t n, size_t size)
{
    void *to = gisa_arena_alloc(arena, n * size);
    if (to && n) memcpy(to, from, n * size);
    return to;
}

/* What the store wants of an annotation: a tenth of its size. */
static gisa_status trim_annotation(const gisa_annotation *a, gisa_annotation *out)
{
    gisa_arena *arena = &out->arena;
    out->entities = copy_array(arena, a->entities, a->n_entities, sizeof *a->entities);
    out->quotes = copy_array(arena, a->quotes, a->n_quotes, sizeof *a->quotes);
    out->dates = copy_array(arena, a->dates, a->n_dates, sizeof *a->dates);
    out->figures = copy_array(arena, a->figures, a->n_figures, sizeof *a->figures);
    if (!out->entities || !out->quotes || !out->dates || !out->figures) return GISA_ENOMEM;
    out->n_entities = a->n_entities;
    out->n_quotes = a->n_quotes;
    out->n_dates = a->n_dates;
    out->n_figures = a->n_figures;
    for (size_t i = a->n_entities; i-- > 0;)
        if (gisa_arena_copy(arena, a->entities[i].id, &out->entities[i].id) < 0 ||
            gisa_arena_copy(arena, a->entities[i].family, &out->entities[i].family) < 0)
            return GISA_ENOMEM;
    for (size_t i = a->n_dates; i-- > 0;)
        if (gisa_arena_copy(arena, a->dates[i].value, &out->dates[i].value) < 0) return GISA_ENOMEM;
    for (size_t i = a->n_figures; i-- > 0;)
        if (gisa_arena_copy(arena, a->figures[i].unit, &out->figures[i].unit) < 0)
            return GISA_ENOMEM;
    return GISA_OK;
}

/* The terms of one part of the text. A record waits for its batch, so it gets a packed copy. */
static gisa_status make_terms(gisa_page_worker *w, gisa_str text, gisa_span part, gisa_terms *out,
                              gisa_error *err)
{
    gisa_terms_reset(&w->terms);
    gisa_status st = gisa_annotate_terms(w->analysis, text, &w->annotation, part, &w->terms, err);
    if (st >= 0 && gisa_terms_pack(&w->terms, out) < 0) st = gisa_fail_mem(err);
    return st;
}

gisa_status gisa_page_record_annotate(gisa_page_worker *w, gisa_record *r, gisa_page_record *p,
                                      gisa_error *err)
{
    gisa_page_record ignored;
    if (!p) p = &ignored;
    gisa_annotation_clear(&r->annotation);
    gisa_status st = gisa_record_text(r, err);
    if (st < 0) return st;
    gisa_str text = gisa_buf_view(&r->text);
    size_t title_end = r->article.title.n;
    gisa_annotate_opts opts = {.published = r->article.published, .title_end = title_end};
    uint64_t started = gisa_clock_ns();
    st = gisa_annotate(w->analysis, text, &opts, &w->annotation, err);
    p->annotate_ns = gisa_clock_ns() - started;
    if (st < 0) return st;
    gisa_span title = {0, (uint32_t)title_end};
    gisa_span body = {(uint32_t)title_end + 1, (uint32_t)text.n};
    started = gisa_clock_ns();
    st = make_terms(w, text, title, &r->title_terms, err);
    if (st >= 0) st = make_terms(w, text, body, &r->body_terms, err);
    p->terms_ns = gisa_clock_ns() - started;
    if (st >= 0 && trim_annotation(&w->annotation, &r->annotation) < 0) return gisa_fail_mem(err);
    return st;
}

gisa_status gisa_page_record_make(gisa_page_worker *w, const gisa_capture *capture,
                                  gisa_page_record *out, gisa_error *err)
{
    gisa_format format;
    char scratch[32];
    const char *other = gisa_page_type_find(capture, &format, scratch);
    if (other) {
        set_reason(out, GISA_PAGE_NONE, other);
        return GISA_OK;
    }
    if (capture->aside) {
        set_reason(out, GISA_PAGE_ASIDE, "archived only, as their use is reserved");
        return GISA_OK;
    }
    gisa_status st = extract(w, capture, format, out, err);
    if (st == GISA_SKIP) return GISA_OK;
    return st < 0 ? st : gisa_page_record_annotate(w, &out->record, out, err);
}

void gisa_page_record_clear(gisa_page_record *p)
{
    gisa_record_clear(&p->record);
    gisa_buf_clear(&p->site);
    *p = (gisa_page_record){0};
}

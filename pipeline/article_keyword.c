#include "pipeline/article_keyword.h"

#include <math.h>

#include "index/postings/frequency.h"
#include "pipeline/own_files.h"

typedef struct counter {
    gisa_store *store;
    gisa_error *err;
    gisa_status st; /* the first failure */
} counter;

/* How many articles have the rarest word of a form; index terms are lower case. */
static uint64_t count(void *ctx, gisa_str form)
{
    counter *c = ctx;
    gisa_buf term = {0};
    gisa_str rest = form, word;
    double rarest = UINT32_MAX; /* there are never as many */
    while (c->st >= 0 && gisa_str_next_field(&rest, ' ', &word)) {
        double df = 0;
        gisa_buf_reset(&term);
        for (size_t i = 0; i < word.n; i++) gisa_buf_add_char(&term, gisa_lower(word.p[i]));
        c->st = gisa_frequency_find(c->store, gisa_buf_view(&term), &df, c->err);
        rarest = fmin(rarest, df);
    }
    gisa_buf_clear(&term);
    return rarest > 1 ? (uint64_t)rarest : 1;
}

/* Leaves the user's stop words out, and what is too many then. */
static void leave_out(const gisa_stopwords *stop, gisa_keywords *k)
{
    size_t n = 0;
    for (size_t i = 0; i < k->n && n < GISA_ARTICLE_KEYWORDS_MAX; i++)
        if (!gisa_stopwords_has(stop, k->items[i].form)) k->items[n++] = k->items[i];
    k->n = n;
}

gisa_status gisa_article_keyword_find(const gisa_reader *r, const gisa_record *record,
                                      gisa_arena *arena, gisa_keywords *out, gisa_error *err)
{
    gisa_analyzer *analyzer = NULL;
    gisa_analysis *work = NULL;
    gisa_annotation a = {0};
    gisa_str text = gisa_buf_view(&record->text);
    gisa_annotate_opts opts = {.title_end = record->article.title.n,
                               .published = record->article.published};
    counter c = {.store = r->store, .err = err};
    gisa_word_counts counts = {.count = count, .ctx = &c};
    gisa_store_size size = {0};
    gisa_stopwords *stop = NULL;
    gisa_status st = gisa_own_files_open(&r->own, NULL, &analyzer, err);
    if (st >= 0) st = gisa_own_files_stopwords(&r->own, &stop, err);
    if (st >= 0) st = gisa_analysis_open(analyzer, &work, err);
    if (st >= 0) st = gisa_annotate(work, text, &opts, &a, err);
    if (st >= 0) st = gisa_store_size_find(r->store, &size, err);
    counts.articles = size.articles;
    if (st >= 0)
        st = gisa_keywords_find(text, opts.title_end, &a, &counts, SIZE_MAX, arena, out, err);
    if (st >= 0) leave_out(stop, out);
    if (st >= 0) st = c.st;
    gisa_stopwords_close(stop);
    gisa_annotation_clear(&a);
    gisa_analysis_close(work);
    gisa_analyzer_close(analyzer);
    return st;
}

#include "nlp/analysis.h"

#include "tests/unit/test.h"

/* The only word that matters. */
static bool is_ctx(const void *ctx, gisa_str eojeol)
{
    return gisa_str_starts(eojeol, gisa_str_from(ctx));
}

static const struct {
    const char *name, *word, *text, *found; /* the terms of each position that are no stand-ins */
} rows[] = {
    {"what passes is read, and what is beside it", "모델", "어제 회사가 모델을 국내에 공개했다.",
     "- 회사 모델 국내 -"},
    {"without a filter all is", NULL, "어제 회사가 모델을 국내에 공개했다.",
     "어제 회사 모델 국내 공개"},
    {"what has no term is no neighbour, so the next word is read", "모델",
     "모델인 것이다 공개했다. 회사가 국내에 있다.", "모델 공개 - - -"},
    {"a number makes a unit a term", "장", "종이 5만 장을 샀다.", "- 50000 장 사"},
    {"a name of the gazetteer is read whatever passes", "모델", "딥시크가 어제 회사를 알렸다.",
     "딥시크 어제 - -"},
};

static bool is_eojeol(gisa_str text, const gisa_term *t)
{
    return (t->start == 0 || text.p[t->start - 1] == ' ') &&
           (t->end == text.n || text.p[t->end] == ' ');
}

/* The terms with "-" for those of a syllable that stand in for an eojeol. */
static void write(const gisa_terms *t, gisa_str text, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < t->n; i++) {
        const gisa_term *term = &t->items[i];
        gisa_str written = gisa_str_cut(text, term->start, term->end);
        if (term->colocated && i) continue;
        if (out->n) gisa_buf_add_char(out, ' ');
        bool stand_in = written.n > term->form.n && term->form.n == 3 && is_eojeol(text, term);
        gisa_buf_add(out, stand_in ? GISA_STR("-") : term->form);
    }
}

int main(void)
{
    gisa_analyzer *a = NULL;
    gisa_terms terms = {0};
    gisa_buf found = {0};
    void *work = NULL;
    gisa_error err = {0};
    WENT(gisa_analyzer_open(&(gisa_analyzer_opts){.isolated_words = true}, &a, &err), err,
         "it opens");
    gisa_tokenizer t = gisa_analyzer_tokenizer(a);
    WENT(t.open(t.ctx, &work, &err), err, "a workspace");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const gisa_word_filter filter = {is_ctx, rows[i].word};
        gisa_str text = gisa_str_from(rows[i].text);
        gisa_terms_reset(&terms);
        t.set_filter(work, rows[i].word ? &filter : NULL);
        WENT(t.tokenize(work, text, GISA_TOKENIZE_DOCUMENT, &terms, &err), err, rows[i].name);
        write(&terms, text, &found);
        SAME_C(gisa_buf_view(&found), rows[i].found, rows[i].name);
    }
    t.close(work);
    gisa_buf_clear(&found);
    gisa_terms_clear(&terms);
    gisa_analyzer_close(a);
    return test_end();
}

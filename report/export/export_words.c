#include <math.h>

#include "report/export/export_inside.h"
#include "report/keyword_form.h"

static gisa_status count_part(gisa_export_words *w, const gisa_tokenizer *tokenizer,
                              void *workspace, gisa_str part, gisa_error *err)
{
    gisa_terms_reset(&w->terms);
    gisa_status st = tokenizer->tokenize(workspace, part, GISA_TOKENIZE_DOCUMENT, &w->terms, err);
    for (size_t i = 0; st >= 0 && i < w->terms.n; i++) {
        const gisa_term *t = &w->terms.items[i];
        if (!t->colocated) {
            bool added;
            uint64_t *slot;
            if (gisa_map_put(&w->bare, t->form, &slot, &added) < 0) return gisa_fail_mem(err);
            w->tokens++;
            w->distinct += added;
        }
        bool split = gisa_str_find_byte(gisa_str_cut(part, t->start, t->end), ' ', 0) != GISA_NPOS;
        if (split || !gisa_word_usable(t->form)) continue;
        if (gisa_map_count(&w->counts, t->form, 1) < 0 ||
            gisa_map_count(&w->bare, t->form,
                           gisa_word_place_find(part, t->start, t->end) != GISA_WORD_INSIDE) < 0)
            return gisa_fail_mem(err);
    }
    return st;
}

static bool overlaps(const gisa_export_words *w, gisa_str form)
{
    for (size_t i = 0; i < w->n_keywords; i++)
        if (gisa_str_has(w->keywords[i], form) || gisa_str_has(form, w->keywords[i])) return true;
    return false;
}

/* The best term that is not part of a chosen one; among equals the first in the text. */
static void choose(gisa_export_words *w, const gisa_vocabulary *v)
{
    while (w->n_keywords < GISA_EXPORT_KEYWORDS) {
        double best = 0;
        gisa_str form = GISA_NONE;
        for (size_t i = 0; i < w->counts.n; i++) {
            const gisa_map_item *item = &w->counts.items[i];
            const uint64_t *bare = gisa_map_find(&w->bare, item->key);
            if (!bare || *bare == 0 || gisa_stopwords_has(w->stop, item->key)) continue;
            double df = (double)gisa_vocabulary_count(v, item->key);
            double score = (1 + log((double)item->value)) * log(((double)v->articles + 1) / df);
            if (score > best * (1 + 1e-12) && !overlaps(w, item->key)) {
                best = score;
                form = item->key;
            }
        }
        if (!form.n) return;
        w->keywords[w->n_keywords++] = form;
    }
}

gisa_status gisa_export_words_read(gisa_export_words *w, const gisa_tokenizer *tokenizer,
                                   void *workspace, const gisa_record *r,
                                   const gisa_vocabulary *vocabulary, gisa_error *err)
{
    gisa_map_reset(&w->counts);
    gisa_map_reset(&w->bare);
    w->tokens = w->distinct = 0;
    w->n_keywords = 0;
    gisa_status st = count_part(w, tokenizer, workspace, r->article.title, err);
    if (st >= 0) st = count_part(w, tokenizer, workspace, r->article.body, err);
    if (st >= 0) choose(w, vocabulary);
    return st;
}

void gisa_export_words_clear(gisa_export_words *w)
{
    gisa_map_clear(&w->counts);
    gisa_map_clear(&w->bare);
    gisa_terms_clear(&w->terms);
    *w = (gisa_export_words){0};
}

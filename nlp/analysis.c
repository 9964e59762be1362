/* What is not read of a text for a filter is a term of its own all the same, so that the words
 * beside it are no neighbours. What has no term may be between two words of a phrase, so it is read
 * after what passes; and so is what is before it, a number perhaps that makes a unit a term. */
#include "nlp/analysis.h"

#include "nlp/segment.h"
#include "nlp/word/term.h"

/* Whether an eojeol matters. Of marked words the user and the gazetteer say what they are. */
static bool passes(const gisa_analysis *w, gisa_range eojeol)
{
    if (!w->filter) return true;
    for (uint32_t i = eojeol.from; i < eojeol.to; i++)
        if (w->presets[i]) return true;
    gisa_span span = gisa_text_span(&w->text, eojeol.from, eojeol.to);
    return w->filter->passes(w->filter->ctx, gisa_span_text(span, w->text.bytes));
}

/* Whether the morphemes from the n-th on surely give a term. */
static bool has_term(const gisa_morph_list *morphs, uint32_t n)
{
    for (uint32_t i = n; i < morphs->n; i++) {
        gisa_tag tag = morphs->items[i].tag;
        if (tag == GISA_TAG_NNG || tag == GISA_TAG_NNP || tag == GISA_TAG_VV || tag == GISA_TAG_VA)
            return true;
    }
    return false;
}

static gisa_status tag_eojeols(gisa_analysis *w, gisa_range sentence, gisa_error *err)
{
    gisa_range now, next;
    gisa_status st = GISA_OK;
    uint32_t at = sentence.from;
    bool near = false; /* what a phrase may go on with */
    bool more = gisa_eojeol_next(&w->text, &at, sentence.to, &next);
    for (bool matters, next_matters = more && passes(w, next); more && st >= 0;) {
        uint32_t n = w->morphs.n;
        now = next;
        matters = next_matters;
        more = gisa_eojeol_next(&w->text, &at, sentence.to, &next);
        next_matters = more && passes(w, next);
        if (matters || near || next_matters)
            st = gisa_isolated_words_run(w->isolated, w->tagger, &w->text, now, w->presets,
                                         &w->morphs, err);
        else
            st = gisa_morph_list_put(&w->morphs, GISA_TAG_NF, now, w->text.cp + now.from, 1, err);
        near = matters || (near && !has_term(&w->morphs, n));
    }
    return st;
}

gisa_status gisa_analysis_tag(gisa_analysis *w, gisa_range sentence, gisa_error *err)
{
    uint32_t first = w->morphs.n;
    gisa_status st = w->isolated ? tag_eojeols(w, sentence, err)
                                 : gisa_tagger_run(w->tagger, &w->text, sentence, w->presets,
                                                   &w->morphs, err);
    if (st < 0) return st;
    return gisa_own_words_expand(&w->analyzer->lexicon, &w->text, w->presets, first, &w->own,
                                 &w->morphs, err);
}

/* The text is normalised once; sentences and eojeols are found in its code points; the analyser
 * fills the list of morphemes sentence by sentence; then spans are turned back into bytes and forms
 * into UTF-8, all in the annotation's arena. */
#include "nlp/annotate.h"

#include "base/mem.h"
#include "corpus/data.h"
#include "corpus/wordlist.h"
#include "nlp/analysis.h"
#include "nlp/facts/fact.h"
#include "nlp/names/versioned_name.h"
#include "nlp/own_lexicon.h"
#include "nlp/tagger/unpunctuated_end.h"
#include "nlp/word/number_term.h"
#include "nlp/word/term.h"
#include "nlp/word/typed_word.h"

/* A program built before there was a model of names has none. */
static gisa_status open_names(gisa_analyzer *a, gisa_error *err)
{
    gisa_str bytes = gisa_data_find("lexicon/names.bin");
    a->knows_names = bytes.n > 0;
    if (!a->knows_names) return GISA_OK;
    gisa_status st = gisa_name_model_view(bytes, &a->names, err);
    return st < 0 ? st : gisa_name_model_spread(&a->names, err);
}

gisa_status gisa_analyzer_open(const gisa_analyzer_opts *opts, gisa_analyzer **out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    gisa_str model = gisa_data_find("lexicon/model.bin");
    gisa_analyzer *a = gisa_calloc(1, sizeof *a);
    if (!a) return gisa_fail_mem(err);
    a->isolated = opts && opts->isolated_words;
    st = gisa_model_view(model, &a->model, err);
    if (st >= 0) st = gisa_weight_rows_open(&a->model, &a->long_rows, err);
    if (st >= 0 && !(opts && opts->morphs_only)) st = open_names(a, err);
    if (st >= 0) st = gisa_own_lexicon_open(opts, a, err);
    if (st >= 0) st = gisa_concepts_open(gisa_data_find("lexicon/concepts.tsv"), &a->concepts, err);
    if (st < 0) {
        gisa_analyzer_close(a);
        return st;
    }
    *out = a;
    return GISA_OK;
}

void gisa_analyzer_close(gisa_analyzer *analyzer)
{
    if (!analyzer) return;
    gisa_synonyms_close(analyzer->synonyms);
    gisa_buf_clear(&analyzer->own_notes);
    gisa_concepts_close(analyzer->concepts);
    gisa_name_model_clear(&analyzer->names);
    gisa_gazetteer_close(analyzer->gazetteer);
    gisa_lexicon_clear(&analyzer->lexicon);
    gisa_weight_rows_clear(&analyzer->long_rows);
    gisa_free(analyzer);
}

gisa_status gisa_analysis_open(const gisa_analyzer *analyzer, gisa_analysis **out, gisa_error *err)
{
    gisa_analysis *w = gisa_calloc(1, sizeof *w);
    if (!w) return gisa_fail_mem(err);
    w->analyzer = analyzer;
    w->text.compatible = analyzer->isolated;
    gisa_status st = gisa_name_consistency_open(&w->names, err);
    if (st >= 0) st = gisa_tagger_open(&analyzer->model, &w->tagger, err);
    if (st >= 0 && analyzer->knows_names)
        st = gisa_recogniser_open(&analyzer->names, &w->recogniser, err);
    if (st >= 0 && analyzer->isolated)
        st = gisa_isolated_words_open(&analyzer->model, &w->isolated, err);
    if (st < 0) {
        gisa_analysis_close(w);
        return st;
    }
    gisa_tagger_set_rows(w->tagger, &analyzer->long_rows);
    *out = w;
    return GISA_OK;
}

void gisa_analysis_close(gisa_analysis *work)
{
    if (!work) return;
    gisa_text_clear(&work->text);
    gisa_tagger_close(work->tagger);
    gisa_isolated_words_close(work->isolated);
    gisa_name_consistency_close(work->names);
    gisa_recogniser_close(work->recogniser);
    gisa_morph_list_clear(&work->morphs);
    gisa_morph_list_clear(&work->before);
    gisa_morph_list_clear(&work->own);
    gisa_free(work->presets);
    gisa_arena_clear(&work->hits);
    gisa_buf_clear(&work->repaired);
    gisa_buf_clear(&work->frames);
    gisa_decomposed_clear(&work->decomposed);
    gisa_annotation_clear(&work->query);
    gisa_free(work);
}

typedef struct room { /* capacities of the annotation's arrays while they grow */
    size_t sentences, tokens;
} room;

static gisa_status add_sentence(gisa_annotation *a, room *r, gisa_span span)
{
    if (GISA_ARENA_GROW(&a->arena, a->sentences, a->n_sentences, r->sentences) < 0)
        return GISA_ENOMEM;
    a->sentences[a->n_sentences++] = (gisa_sentence){.span = span,
                                                     .first_token = (uint32_t)a->n_tokens};
    return GISA_OK;
}

static gisa_status add_token(gisa_annotation *a, room *r, gisa_span span, uint32_t first_morph)
{
    if (GISA_ARENA_GROW(&a->arena, a->tokens, a->n_tokens, r->tokens) < 0) return GISA_ENOMEM;
    a->tokens[a->n_tokens++] = (gisa_token){.span = span, .first_morph = first_morph};
    a->sentences[a->n_sentences - 1].n_tokens++;
    return GISA_OK;
}

/* Blanks each ill-formed byte, so that the facts can be found at the same offsets. */
static gisa_status repair(gisa_analysis *w, gisa_str *text, gisa_error *err)
{
    gisa_buf_reset(&w->repaired);
    gisa_buf_add(&w->repaired, *text);
    for (size_t bad, at = 0; at < w->repaired.n; at = bad + 1) {
        gisa_str rest = {w->repaired.p + at, w->repaired.n - at};
        if ((bad = gisa_utf8_bad(rest)) == GISA_NPOS) break;
        bad += at;
        w->repaired.p[bad] = ' ';
    }
    *text = gisa_buf_view(&w->repaired);
    return gisa_buf_check(&w->repaired, "the text", err);
}

/* Marks what must stay whole. text: valid UTF-8 of the same offsets. */
static gisa_status mark_presets(gisa_analysis *w, gisa_str text, gisa_error *err)
{
    gisa_gazetteer_hits hits = {0};
    if (GISA_RESERVE(w->presets, w->text.n + 1, w->cap_presets) < 0) return gisa_fail_mem(err);
    memset(w->presets, 0, (w->text.n + 1) * sizeof *w->presets);
    gisa_arena_reset(&w->hits);
    gisa_status st = gisa_gazetteer_find(w->analyzer->gazetteer, text, &w->hits, &hits, err);
    if (st >= 0) gisa_protected_spans_mark(&w->text, &hits, w->analyzer->model.words, w->presets);
    const gisa_own_words own = {.lexicon = &w->analyzer->lexicon,
                                .words = w->analyzer->model.words,
                                .tagger = w->tagger,
                                .scratch = &w->own,
                                .isolated = w->isolated != NULL};
    return st < 0 ? st : gisa_own_words_mark(&own, &w->text, w->presets, err);
}

/* Gives each eojeol of a sentence the morphemes that begin in it, and cuts the sentence where it
 * ends without a mark. */
static gisa_status add_tokens(gisa_analysis *w, gisa_range sentence, uint32_t *morph,
                              gisa_annotation *out, room *r)
{
    const gisa_text *t = &w->text;
    gisa_range eojeol;
    gisa_unpunctuated end = {0};
    for (uint32_t i = sentence.from; gisa_eojeol_next(t, &i, sentence.to, &eojeol);) {
        gisa_unpunctuated_word word = {eojeol, *morph, *morph};
        gisa_span span = gisa_text_span(t, eojeol.from, eojeol.to);
        while (word.to < w->morphs.n && w->morphs.items[word.to].at.from < eojeol.to) word.to++;
        *morph = word.to;
        if (!w->isolated && gisa_unpunctuated_cuts(&end, t, &w->morphs, word)) {
            gisa_sentence *last = &out->sentences[out->n_sentences - 1];
            gisa_span rest = {span.start, last->span.end};
            last->span.end = out->tokens[out->n_tokens - 1].span.end;
            if (add_sentence(out, r, rest) < 0) return GISA_ENOMEM;
            end = (gisa_unpunctuated){0};
        }
        if (add_token(out, r, span, word.from) < 0) return GISA_ENOMEM;
        out->tokens[out->n_tokens - 1].n_morphs = word.to - word.from;
        if (!w->isolated) gisa_unpunctuated_put(&end, t, &w->morphs, word);
    }
    return GISA_OK;
}

/* Whether something of the sentence was preset after the first reading. */
static bool has_deferred(const gisa_analysis *w, gisa_range sentence)
{
    for (uint32_t i = sentence.from; i < sentence.to; i++)
        if (w->presets[i] & GISA_PRESET_DEFERRED) return true;
    return false;
}

/* Tags a sentence; one that was read before is taken over unless something of it is deferred.
 * *before: the first of its morphemes then; moved past the last of them. */
static gisa_status read_sentence(gisa_analysis *w, gisa_range sentence, bool again,
                                 uint32_t *before, gisa_error *err)
{
    gisa_status st = GISA_OK;
    bool anew = !again || has_deferred(w, sentence);
    for (; again && *before < w->before.n && st >= 0; ++*before) {
        const gisa_morph_item *p = &w->before.items[*before];
        if (p->at.from >= sentence.to) break;
        const uint32_t *form = w->before.forms + p->form;
        if (!anew) st = gisa_morph_list_put(&w->morphs, p->tag, p->at, form, p->n_form, err);
    }
    return anew && st >= 0 ? gisa_analysis_tag(w, sentence, err) : st;
}

/* Finds sentences and eojeols with their morphemes; adds them to *out. again: the text was read
 * before, and some of its names are marked since. */
static gisa_status analyse(gisa_analysis *w, bool again, gisa_annotation *out, room *r,
                           gisa_error *err)
{
    gisa_range sentence;
    uint32_t morph = 0, before = 0;
    if (again) {
        gisa_morph_list read = w->morphs;
        w->morphs = w->before;
        w->before = read;
    }
    gisa_morph_list_reset(&w->morphs);
    w->reading_from = 0;
    for (uint32_t at = 0; gisa_sentence_next(&w->text, &at, &sentence);) {
        gisa_span span = gisa_text_span(&w->text, sentence.from, sentence.to);
        if (add_sentence(out, r, span) < 0) return gisa_fail_mem(err);
        gisa_status st = read_sentence(w, sentence, again, &before, err);
        if (st < 0) return st;
        if (add_tokens(w, sentence, &morph, out, r) < 0) return gisa_fail_mem(err);
    }
    return GISA_OK;
}

/* Adds the list as morphemes of the annotation: bytes for code points, UTF-8 for forms. */
static gisa_status put_morphs(const gisa_analysis *w, gisa_annotation *out, gisa_error *err)
{
    const gisa_morph_list *p = &w->morphs;
    size_t n_bytes = 0;
    for (uint32_t i = 0; i < p->n_forms; i++) {
        uint32_t cp = p->forms[i];
        n_bytes += cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    }
    char *bytes = gisa_arena_alloc(&out->arena, n_bytes + 1);
    gisa_morph *morphs = gisa_arena_alloc(&out->arena,
                                          (out->n_morphs + p->n + 1) * sizeof *out->morphs);
    if (!bytes || !morphs) return gisa_fail_mem(err);
    if (out->n_morphs) memcpy(morphs, out->morphs, out->n_morphs * sizeof *morphs);
    out->morphs = morphs;
    for (uint32_t i = 0; i < p->n; i++) {
        const gisa_morph_item *morph = &p->items[i];
        char *start = bytes;
        for (uint32_t k = 0; k < morph->n_form; k++)
            bytes += gisa_utf8_put(bytes, gisa_text_shown(p->forms[morph->form + k]));
        out->morphs[out->n_morphs++] = (gisa_morph){
            .span = gisa_text_span(&w->text, morph->at.from, morph->at.to),
            .tag = morph->tag,
            .form = {start, (size_t)(bytes - start)}};
    }
    return GISA_OK;
}

/* Moves what was found in a part, from the numbers given on, to the place of the part. */
static void move(gisa_annotation *out, size_t sentence, size_t token, size_t morph, uint32_t by)
{
    for (size_t i = sentence; i < out->n_sentences; i++) {
        out->sentences[i].span.start += by;
        out->sentences[i].span.end += by;
    }
    for (size_t i = token; i < out->n_tokens; i++) {
        out->tokens[i].span.start += by;
        out->tokens[i].span.end += by;
        out->tokens[i].first_morph += (uint32_t)morph;
    }
    for (size_t i = morph; i < out->n_morphs; i++) {
        out->morphs[i].span.start += by;
        out->morphs[i].span.end += by;
    }
}

/* Analyses title or body, which begins at byte `start` of the text, by itself: the tokenizer gets
 * it so, and must find the same terms. */
static gisa_status analyse_part(gisa_analysis *w, gisa_str part, uint32_t start,
                                gisa_annotation *out, room *r, gisa_error *err)
{
    size_t sentence = out->n_sentences, token = out->n_tokens, morph = out->n_morphs;
    gisa_status st = gisa_text_put(&w->text, part, err);
    if (st < 0 || (w->text.n_bad && (st = repair(w, &part, err)) < 0)) return st;
    if ((st = mark_presets(w, part, err)) < 0) return st;
    if ((st = analyse(w, false, out, r, err)) < 0) return st;
    if (!w->isolated && gisa_name_consistency_mark(w->names, &w->text, &w->morphs,
                                                   w->analyzer->model.words, w->presets) > 0) {
        out->n_sentences = sentence;
        out->n_tokens = token;
        if ((st = analyse(w, true, out, r, err)) < 0) return st;
    }
    if ((st = put_morphs(w, out, err)) < 0) return st;
    move(out, sentence, token, morph, start);
    return GISA_OK;
}

static gisa_status find_facts(gisa_analysis *w, gisa_str text, const gisa_annotate_opts *opts,
                              gisa_annotation *out, gisa_error *err)
{
    gisa_fact_opts how = {
        .reference = opts->published, .recogniser = w->recogniser, .klue_names = opts->klue_names};
    if (opts->title_end > 0 && opts->title_end < text.n) how.body = opts->title_end + 1;
    return gisa_facts_find(w->analyzer->gazetteer, text, &how, out, err);
}

/* Annotates text in composed letters. */
static gisa_status annotate(gisa_analysis *work, gisa_str text, const gisa_annotate_opts *opts,
                            gisa_annotation *out, gisa_error *err)
{
    room r = {0};
    gisa_status st;
    bool titled = opts->title_end > 0 && opts->title_end < text.n;
    size_t body = titled ? opts->title_end + 1 : 0;
    if (titled)
        if ((st = analyse_part(work, gisa_str_cut(text, 0, body - 1), 0, out, &r, err)) < 0)
            return st;
    st = analyse_part(work, gisa_str_cut(text, body, text.n), (uint32_t)body, out, &r, err);
    if (st < 0 || opts->morphs_only) return st;
    if (gisa_utf8_bad(text) != GISA_NPOS && (st = repair(work, &text, err)) < 0) return st;
    return find_facts(work, text, opts, out, err);
}

/* Moves what later questions about the analysis go by. */
static void move_text(gisa_analysis *work, gisa_str text)
{
    const gisa_compose_map *map = &work->decomposed.map;
    gisa_text *t = &work->text;
    for (uint32_t i = 0; i < t->n; i++) {
        t->at[i] = gisa_compose_start(map, t->at[i]);
        t->end[i] = gisa_compose_end(map, t->end[i]);
    }
    t->at[t->n] = (uint32_t)text.n;
    t->bytes = text;
}

gisa_status gisa_annotate(gisa_analysis *work, gisa_str text, const gisa_annotate_opts *opts,
                          gisa_annotation *out, gisa_error *err)
{
    gisa_annotate_opts how = opts ? *opts : (gisa_annotate_opts){0};
    gisa_decomposed *d = &work->decomposed;
    gisa_annotation_reset(out);
    if (text.n >= GISA_TEXT_MAX || !gisa_compose_needed(text))
        return annotate(work, text, &how, out, err);
    gisa_status st = gisa_decomposed_put(d, text, how.title_end, err);
    if (st >= 0) st = gisa_buf_check(&d->text, "the text", err);
    how.title_end = d->title_end;
    if (st >= 0) st = annotate(work, gisa_buf_view(&d->text), &how, out, err);
    if (st >= 0) st = gisa_decomposed_move(d, out, err);
    if (st >= 0 && how.title_end == 0) move_text(work, text);
    return st;
}

gisa_status gisa_annotate_terms(gisa_analysis *work, gisa_str text, const gisa_annotation *a,
                                gisa_span part, gisa_terms *out, gisa_error *err)
{
    const gisa_term_opts opts = {part, GISA_TOKENIZE_DOCUMENT, work->analyzer->model.words};
    return gisa_term_put_all(text, a, &opts, out, err);
}

static gisa_status open_tokenizer(void *ctx, void **workspace, gisa_error *err)
{
    gisa_analysis *w = NULL;
    gisa_status st = gisa_analysis_open(ctx, &w, err);
    *workspace = w;
    return st;
}

static void close_tokenizer(void *workspace)
{
    gisa_analysis_close(workspace);
}

/* The terms of a typed word that is a noun before josa, those of a document. */
static gisa_status put_typed_noun(gisa_analysis *w, gisa_str word, gisa_terms *out, gisa_error *err)
{
    gisa_annotate_opts opts = {.morphs_only = true};
    gisa_span frame;
    gisa_buf_reset(&w->frames);
    gisa_typed_word_put(word, &w->frames);
    gisa_status st = gisa_buf_check(&w->frames, "a word", err);
    gisa_str frames = gisa_buf_view(&w->frames);
    if (st == GISA_OK) st = gisa_annotate(w, frames, &opts, &w->query, err);
    if (st < 0 || !gisa_typed_word_noun(word, &w->query, &frame)) return st;
    st = gisa_annotate_terms(w, frames, &w->query, frame, out, err);
    while (out->n && out->items[out->n - 1].end > word.n)
        out->n--; /* not of the word, but its josa */
    return st;
}

/* Terms of a query's word, which is never without one. A noun that the model knows is that, and not
 * another with a josa; nor is one with a josa that cannot follow it. The value of a number in words
 * is beside it. */
static gisa_status put_typed_word(gisa_analysis *w, gisa_str word, gisa_terms *out, gisa_error *err)
{
    gisa_annotate_opts opts = {.morphs_only = true};
    const gisa_term_opts whole = {{0, (uint32_t)word.n}, GISA_TOKENIZE_QUERY, {NULL, 0}};
    gisa_number_term value;
    gisa_status st = GISA_OK;
    size_t n = out->n;
    if (!gisa_is_known_noun(w->analyzer->model.words, word)) {
        st = gisa_annotate(w, word, &opts, &w->query, err);
        if (st == GISA_OK && !gisa_typed_word_is_misread(word, &w->query))
            st = gisa_term_put_all(word, &w->query, &whole, out, err);
        if (st < 0 || out->n > n) return st;
    }
    st = gisa_terms_put(out, word, 0, word.n, false);
    if (st >= 0 && gisa_number_term_of_word(word, &value))
        st = gisa_terms_put(out, (gisa_str){value.form, value.n}, 0, word.n, true);
    return st < 0 ? gisa_fail_mem(err) : GISA_OK;
}

static gisa_status tokenize(void *workspace, gisa_str text, gisa_tokenize_mode mode,
                            gisa_terms *out, gisa_error *err)
{
    gisa_analysis *w = workspace;
    gisa_annotate_opts opts = {.morphs_only = true};
    bool word = mode != GISA_TOKENIZE_DOCUMENT && gisa_is_typed_word(text);
    if (mode == GISA_TOKENIZE_NOUN) return word ? put_typed_noun(w, text, out, err) : GISA_OK;
    if (word) return put_typed_word(w, text, out, err);
    gisa_status st = gisa_annotate(w, text, &opts, &w->query, err);
    if (st < 0) return st;
    const gisa_term_opts all = {{0, (uint32_t)text.n}, mode, w->analyzer->model.words};
    return gisa_term_put_all(text, &w->query, &all, out, err);
}

static void set_filter(void *workspace, const gisa_word_filter *filter)
{
    gisa_analysis *w = workspace;
    w->filter = filter;
}

static gisa_status spellings(void *workspace, gisa_str name, gisa_spellings *out, gisa_error *err)
{
    const gisa_analysis *w = workspace;
    size_t n = out->n;
    gisa_status st = gisa_own_lexicon_spellings(w->analyzer, name, out, err);
    if (st < 0 || out->n > n) return st;
    return gisa_versioned_name_spellings(w->analyzer->gazetteer, name, out, err);
}

static gisa_status variants(void *workspace, gisa_str name, gisa_terms *out, gisa_error *err)
{
    const gisa_analysis *w = workspace;
    const gisa_wordlist *words = &gisa_list_version_words;
    size_t n = gisa_gazetteer_is_release(w->analyzer->gazetteer, name) ? words->n : 0;
    for (size_t i = 0; i < n; i++) {
        gisa_str word = words->items[i].word;
        if (gisa_terms_put(out, word, 0, word.n, false) < 0) return gisa_fail_mem(err);
    }
    return GISA_OK;
}

gisa_tokenizer gisa_analyzer_tokenizer(const gisa_analyzer *analyzer)
{
    return (gisa_tokenizer){.ctx = (void *)(uintptr_t)analyzer,
                            .own_lexicon = analyzer->own_lexicon,
                            .open = open_tokenizer,
                            .close = close_tokenizer,
                            .tokenize = tokenize,
                            .set_filter = set_filter,
                            .spellings = spellings,
                            .variants = variants};
}

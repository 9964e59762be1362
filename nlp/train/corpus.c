#include "nlp/train/corpus.h"

#include "base/file.h"
#include "base/letter.h"
#include "base/mem.h"
#include "nlp/train/align.h"

typedef struct reader {
    train_corpus *c;
    train_labels *labels;
    train_words *words;
    size_t from; /* where the sentence under way begins */
    bool bad;
    uint8_t domain;
} reader;

static gisa_status label_id(train_labels *l, const gisa_label *label, uint64_t *id)
{
    uint64_t *slot;
    bool added;
    if (gisa_map_put(&l->ids, (gisa_str){(const char *)label, sizeof *label}, &slot, &added) < 0)
        return GISA_ENOMEM;
    if (added) {
        if (l->n == l->cap) {
            size_t cap = l->cap ? l->cap * 2 : 1024;
            gisa_label *items = gisa_realloc(l->items, cap * sizeof *items);
            if (items) l->items = items;
            uint64_t *counts = gisa_realloc(l->counts, cap * sizeof *counts);
            if (counts) l->counts = counts;
            if (!items || !counts) return GISA_ENOMEM;
            l->cap = cap;
        }
        l->items[l->n] = *label;
        l->counts[l->n] = 0;
        *slot = l->n++;
    }
    *id = *slot;
    l->counts[*id]++;
    return GISA_OK;
}

static gisa_status put_syllable(train_corpus *c, uint32_t cp, bool begins, uint64_t label)
{
    if (c->n == c->cap) {
        size_t cap = c->cap ? c->cap * 2 : 1 << 16;
        uint32_t *cps = gisa_realloc(c->cp, cap * sizeof *cps);
        if (cps) c->cp = cps;
        uint8_t *b = gisa_realloc(c->begins, cap);
        if (b) c->begins = b;
        uint16_t *labels = gisa_realloc(c->label, cap * sizeof *labels);
        if (labels) c->label = labels;
        if (!cps || !b || !labels) return GISA_ENOMEM;
        c->cap = cap;
    }
    c->cp[c->n] = cp;
    c->begins[c->n] = begins;
    c->label[c->n++] = label > UINT16_MAX ? UINT16_MAX : (uint16_t)label;
    return GISA_OK;
}

static gisa_status count_word(train_words *words, gisa_tag tag, gisa_str form)
{
    char key[1 + 64];
    unsigned class = gisa_word_class_of(tag);
    if (!words || !class || form.n > 48) return GISA_OK;
    key[0] = (char)class;
    memcpy(key + 1, form.p, form.n);
    return gisa_map_count(&words->counts, (gisa_str){key, form.n + 1}, 1);
}

/* Reads "form/TAG form/TAG …"; false when it makes no sense or is too long. */
static bool read_forms(gisa_str text, train_form *f, train_words *words, gisa_status *st)
{
    gisa_str field;
    f->n = 0;
    while (gisa_str_next_field(&text, ' ', &field)) {
        size_t slash = field.n;
        while (slash > 0 && field.p[slash - 1] != '/') slash--;
        if (slash < 2) return false;
        gisa_str form = gisa_str_cut(field, 0, slash - 1);
        gisa_tag tag = gisa_tag_parse(gisa_str_cut(field, slash, field.n));
        if (tag == GISA_TAG_COUNT) return false;
        if ((*st = count_word(words, tag, form)) < 0) return false;
        for (size_t at = 0; at < form.n; f->n++) {
            if (f->n >= TRAIN_WORD_MAX * 2) return false;
            f->begin[f->n] = at == 0;
            f->tag[f->n] = (uint8_t)tag;
            at += gisa_utf8_next(form, at, &f->cp[f->n]);
        }
    }
    return f->n > 0;
}

static gisa_status put_word(reader *r, gisa_str line)
{
    gisa_str rest = line, word;
    train_form f;
    gisa_label labels[TRAIN_WORD_MAX];
    uint32_t cp[TRAIN_WORD_MAX], n = 0;
    gisa_status st = GISA_OK;
    if (!gisa_str_next_field(&rest, '\t', &word) || word.n == line.n) return GISA_EINVAL;
    for (size_t at = 0; at < word.n; n++) {
        if (n == TRAIN_WORD_MAX) r->bad = true;
        if (r->bad) return GISA_OK;
        at += gisa_utf8_next(word, at, &cp[n]);
        cp[n] = gisa_half_width(cp[n]);
    }
    if (!read_forms(rest, &f, r->words, &st) || st < 0) {
        r->bad = true;
        return st;
    }
    for (uint32_t i = 0; i < f.n; i++) f.cp[i] = gisa_half_width(f.cp[i]);
    if (!train_align(cp, n, &f, labels)) r->bad = true;
    for (uint32_t i = 0; i < n && !r->bad && st >= 0; i++) {
        uint64_t id;
        if ((st = label_id(r->labels, &labels[i], &id)) >= 0)
            st = put_syllable(r->c, cp[i], i == 0, id);
    }
    return st;
}

static gisa_status end_sentence(reader *r)
{
    train_corpus *c = r->c;
    size_t n = c->n - r->from;
    if (n == 0 && !r->bad) return GISA_OK;
    if (r->bad || n > GISA_TAGGER_LINE_MAX) {
        c->n = r->from;
        c->n_skipped++;
        r->bad = false;
        return GISA_OK;
    }
    if (GISA_GROW(c->sentences, c->n_sentences, c->cap_sentences) < 0) return GISA_ENOMEM;
    c->sentences[c->n_sentences++] = (train_sentence){(uint32_t)r->from, (uint32_t)n, r->domain};
    r->from = c->n;
    return GISA_OK;
}

gisa_status train_corpus_read(train_corpus *c, const char *path, uint8_t domain,
                              train_labels *labels, train_words *words, gisa_error *err)
{
    gisa_buf file = {0};
    gisa_status st = gisa_file_read(path, (size_t)1 << 30, &file, err);
    gisa_str rest = gisa_buf_view(&file), line;
    reader r = {c, labels, words, c->n, false, domain};
    for (uint64_t n = 1; st >= 0 && gisa_str_next_line(&rest, &line); n++) {
        st = line.n ? put_word(&r, line) : end_sentence(&r);
        if (st == GISA_EINVAL) gisa_fail(err, st, "%s:%llu: no tab", path, (unsigned long long)n);
        if (st == GISA_ENOMEM) gisa_fail_mem(err);
    }
    if (st >= 0) st = end_sentence(&r);
    gisa_buf_clear(&file);
    return st;
}

gisa_status train_labels_sort(train_labels *l, train_corpus *c, uint64_t min, gisa_error *err)
{
    uint16_t *renumber = gisa_malloc((l->n + 1) * sizeof *renumber);
    uint16_t *order = gisa_malloc((l->n + 1) * sizeof *order);
    gisa_label *items = gisa_malloc((l->n + 1) * sizeof *items);
    gisa_status st = renumber && order && items ? GISA_OK : gisa_fail_mem(err);
    size_t kept = 0, at = 0;
    for (size_t i = 0; i < l->n && st >= 0; i++) { /* insertion: some thousands, once */
        renumber[i] = UINT16_MAX;
        if (l->counts[i] < min) continue;
        size_t k = kept++;
        for (; k > 0 && l->counts[order[k - 1]] < l->counts[i]; k--) order[k] = order[k - 1];
        order[k] = (uint16_t)i;
    }
    for (size_t i = 0; i < kept && st >= 0; i++) {
        renumber[order[i]] = (uint16_t)i;
        items[i] = l->items[order[i]];
    }
    for (size_t i = 0; i < c->n_sentences && st >= 0; i++) {
        train_sentence s = c->sentences[i];
        bool good = true;
        for (uint32_t k = 0; k < s.n; k++) {
            uint16_t old = c->label[s.from + k];
            c->label[s.from + k] = old == UINT16_MAX ? old : renumber[old];
            good = good && c->label[s.from + k] != UINT16_MAX;
        }
        if (good) c->sentences[at++] = s;
    }
    if (st >= 0) {
        c->n_skipped += c->n_sentences - at;
        c->n_sentences = at;
        memcpy(l->items, items, kept * sizeof *items);
        l->n = kept;
    }
    gisa_free(renumber);
    gisa_free(order);
    gisa_free(items);
    return st;
}

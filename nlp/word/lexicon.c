#include "nlp/word/lexicon.h"

#include "base/hash.h"
#include "base/mem.h"

#define WORD_CHARS 40

static gisa_str hash_key(const uint64_t *hash)
{
    return (gisa_str){(const char *)hash, sizeof *hash};
}

/* Words are looked up in lower case, as texts are matched. */
static uint32_t fold(uint32_t cp)
{
    return cp < 0x80 ? (uint32_t)gisa_lower((char)cp) : cp;
}

/* A blank inside a line: a word does not go on in the next one. */
static bool is_blank(uint32_t cp)
{
    return cp == GISA_TEXT_GLUE ||
           (cp != '\n' && cp != '\r' && gisa_char_class_of(cp) == GISA_CHAR_SPACE);
}

static gisa_status keep(gisa_lexicon *l, const uint32_t *cp, uint32_t n, uint32_t *at)
{
    if (GISA_RESERVE(l->cps, l->n_cps + n + 1, l->cap_cps) < 0) return GISA_ENOMEM;
    *at = (uint32_t)l->n_cps;
    for (uint32_t i = 0; i < n; i++) l->cps[l->n_cps++] = cp[i];
    return GISA_OK;
}

/* The word without its blanks, and where it may have them. */
static gisa_status take_form(gisa_lexicon *l, gisa_str text, gisa_lexicon_word *word,
                             gisa_error *err)
{
    gisa_text t = {0};
    uint32_t n = 0;
    gisa_status st = gisa_text_put(&t, text, err);
    if (st >= 0 && t.n_bad)
        st = gisa_fail(err, GISA_EENCODING, "it is not UTF-8; save the file as UTF-8");
    for (uint32_t i = 0; st >= 0 && i < t.n; i++) {
        if (!is_blank(t.cp[i])) {
            t.cp[n++] = t.cp[i];
        } else if (n > 0 && n < WORD_CHARS) {
            word->blanks |= (uint64_t)1 << (n - 1);
        }
    }
    if (st >= 0 && n > WORD_CHARS)
        st = gisa_fail(err, GISA_EINVAL, "a word of %u characters; shorten it to %d", n,
                       WORD_CHARS);
    if (st >= 0 && n == 0) st = gisa_fail(err, GISA_EINVAL, "the word before the tab is missing");
    if (st >= 0 && keep(l, t.cp, n, &word->form) < 0) st = gisa_fail_mem(err);
    word->n_form = n;
    gisa_text_clear(&t);
    return st;
}

/* One morpheme of a given analysis, form/TAG. */
static gisa_status take_morph(gisa_lexicon *l, gisa_str text, gisa_error *err)
{
    size_t slash = text.n;
    gisa_text t = {0};
    gisa_lexicon_morph morph = {0};
    while (slash > 0 && text.p[slash - 1] != '/') slash--;
    morph.tag = gisa_tag_parse(gisa_str_trim(gisa_str_cut(text, slash, text.n)));
    gisa_str form = gisa_str_trim(gisa_str_cut(text, 0, slash ? slash - 1 : 0));
    if (!form.n || morph.tag == GISA_TAG_COUNT)
        return gisa_fail(err, GISA_EINVAL,
                         "'%.*s' is no morpheme; an analysis is form/TAG, joined by +",
                         GISA_ARG(text));
    gisa_status st = gisa_text_put(&t, form, err);
    morph.n_form = t.n;
    if (st >= 0 && (keep(l, t.cp, t.n, &morph.form) < 0 ||
                    GISA_RESERVE(l->morphs, l->n_morphs + 1, l->cap_morphs) < 0))
        st = gisa_fail_mem(err);
    if (st >= 0) l->morphs[l->n_morphs++] = morph;
    gisa_text_clear(&t);
    return st;
}

static gisa_status take_class(gisa_lexicon *l, gisa_str text, gisa_lexicon_word *word,
                              gisa_error *err)
{
    gisa_str part;
    gisa_status st = GISA_OK;
    word->tag = gisa_tag_parse(text);
    if (word->tag != GISA_TAG_COUNT) return GISA_OK;
    if (gisa_str_find_byte(text, '/', 0) == GISA_NPOS)
        return gisa_fail(err, GISA_EINVAL,
                         "no tag is called '%.*s'; a name is NNP, a noun NNG, an analysis "
                         "form/TAG+form/TAG",
                         GISA_ARG(text));
    word->morph = (uint32_t)l->n_morphs;
    while (st >= 0 && gisa_str_next_field(&text, '+', &part)) st = take_morph(l, part, err);
    word->n_morphs = (uint32_t)l->n_morphs - word->morph;
    if (st >= 0 && word->n_morphs) word->tag = l->morphs[l->n_morphs - 1].tag;
    return st;
}

static uint64_t hash_cps(const gisa_lexicon *l, uint32_t from, uint32_t n, uint64_t seed)
{
    for (uint32_t i = 0; i < n; i++) seed = gisa_word_roll(seed, l->cps[from + i]);
    return seed;
}

/* What a line says of its word, but for blanks. */
static uint64_t hash_analysis(const gisa_lexicon *l, const gisa_lexicon_word *word)
{
    uint64_t hash = gisa_word_roll(GISA_WORD_SEED, (uint32_t)word->tag);
    for (uint32_t i = 0; i < word->n_morphs; i++) {
        const gisa_lexicon_morph *m = &l->morphs[word->morph + i];
        hash = hash_cps(l, m->form, m->n_form, gisa_word_roll(hash, (uint32_t)m->tag));
    }
    return hash;
}

static gisa_status put_word(gisa_lexicon *l, gisa_lexicon_word *word, gisa_buf *notes,
                            gisa_error *err)
{
    uint64_t hash = GISA_WORD_SEED, *slot;
    bool added;
    for (uint32_t i = 0; i < word->n_form; i++)
        hash = gisa_word_roll(hash, fold(l->cps[word->form + i]));
    if (GISA_RESERVE(l->items, l->n + 1, l->cap) < 0 ||
        gisa_map_put(&l->index, hash_key(&hash), &slot, &added) < 0)
        return gisa_fail_mem(err);
    l->spaced = l->spaced || word->blanks;
    if (added) {
        *slot = l->n;
        l->items[l->n++] = *word;
        return GISA_OK;
    }
    gisa_lexicon_word *had = &l->items[*slot];
    if (had->file != word->file) {
        *had = *word;
        return GISA_OK;
    }
    if (hash_analysis(l, had) != hash_analysis(l, word))
        return gisa_fail(err, GISA_EINVAL,
                         "line %llu says something else of the same word; leave one of them out",
                         (unsigned long long)had->line);
    if (had->blanks == word->blanks && notes)
        gisa_buf_addf(notes, "line %llu is the same as line %llu\n", (unsigned long long)word->line,
                      (unsigned long long)had->line);
    had->blanks |= word->blanks;
    return GISA_OK;
}

/* Whether the last of several words is a tag, as when an editor has written blanks for a tab. */
static bool ends_in_tag(gisa_str text)
{
    text = gisa_str_trim(text);
    size_t at = text.n;
    for (; at > 0 && text.p[at - 1] != ' ';) at--;
    return at > 0 && gisa_tag_parse(gisa_str_cut(text, at, text.n)) != GISA_TAG_COUNT;
}

static gisa_status read_line(gisa_lexicon *l, gisa_str line, uint64_t number, gisa_buf *gazetteer,
                             gisa_buf *notes, gisa_error *err)
{
    gisa_lexicon_word word = {.file = l->n_files, .line = number};
    gisa_str rest = line, form, second;
    if (!gisa_str_next_field(&rest, '\t', &form)) return GISA_OK;
    if (form.n == line.n && ends_in_tag(form))
        return gisa_fail(err, GISA_EINVAL, "write a tab, not blanks, before the tag");
    if (!gisa_str_next_field(&rest, '\t', &second)) second = GISA_NONE;
    second = gisa_str_trim(second);
    if (!second.n) second = GISA_STR("NNP");
    if (gisa_entity_type_parse(second) != GISA_ENTITY_COUNT && rest.n > 0) {
        if (gazetteer) gisa_buf_add(gazetteer, line);
        return GISA_OK;
    }
    gisa_status st = take_class(l, second, &word, err);
    if (st >= 0) st = take_form(l, gisa_str_trim(form), &word, err);
    return st < 0 ? st : put_word(l, &word, notes, err);
}

gisa_status gisa_lexicon_read(gisa_lexicon *l, gisa_str file, gisa_buf *gazetteer, gisa_buf *notes,
                              gisa_error *err)
{
    gisa_str line;
    gisa_status st = GISA_OK;
    for (uint64_t n = 1; st >= 0 && gisa_str_next_line(&file, &line); n++) {
        gisa_error why = {0};
        if (gazetteer && n > 1) gisa_buf_add_char(gazetteer, '\n'); /* lines keep their numbers */
        if (gisa_str_trim(line).n == 0 || line.p[0] == '#') continue;
        st = read_line(l, line, n, gazetteer, notes, &why);
        if (st == GISA_ENOMEM)
            gisa_fail_mem(err);
        else if (st < 0)
            gisa_fail(err, st, "lexicon, line %llu: %s", (unsigned long long)n, why.text);
    }
    l->n_files++;
    return st;
}

/* The strings that words begin with, as a set to walk along a text with. */
gisa_status gisa_lexicon_settle(gisa_lexicon *l, gisa_error *err)
{
    gisa_map strings = {0};
    uint32_t n_slots = 64;
    uint64_t *value;
    gisa_status st = GISA_OK;
    for (size_t k = 0; k < l->n && st >= 0; k++) {
        const gisa_lexicon_word *word = &l->items[k];
        uint64_t hash = GISA_WORD_SEED;
        for (uint32_t i = 0; i < word->n_form && st >= 0; i++) {
            uint32_t cp = fold(l->cps[word->form + i]);
            hash = gisa_word_roll(hash, cp);
            if (i == 0) l->firsts[cp >> 6 & 3] |= (uint64_t)1 << (cp & 63);
            st = gisa_map_put(&strings, hash_key(&hash), &value, NULL);
            if (st >= 0) *value |= i + 1 < word->n_form ? GISA_WORD_LONGER : GISA_WORD_NAME;
        }
    }
    while (n_slots * 3 / 4 < strings.n) n_slots *= 2;
    if (st < 0 || !(l->slots = gisa_calloc(n_slots, sizeof *l->slots))) st = gisa_fail_mem(err);
    for (size_t i = 0; st >= 0 && i < strings.n; i++) {
        uint64_t hash;
        memcpy(&hash, strings.items[i].key.p, sizeof hash);
        gisa_wordset_put(l->slots, n_slots - 1, hash, (unsigned)strings.items[i].value);
    }
    l->prefixes = (gisa_wordset){l->slots, n_slots - 1};
    gisa_map_clear(&strings);
    return st;
}

void gisa_lexicon_clear(gisa_lexicon *l)
{
    gisa_map_clear(&l->index);
    gisa_free(l->items);
    gisa_free(l->morphs);
    gisa_free(l->cps);
    gisa_free(l->slots);
    *l = (gisa_lexicon){0};
}

uint32_t gisa_lexicon_match(const gisa_lexicon *l, const gisa_text *t, uint32_t from, uint32_t to,
                            const gisa_lexicon_word **word)
{
    uint64_t hash = GISA_WORD_SEED, blanks = 0;
    uint32_t length = 0, n = 0;
    if (l->n == 0 || from >= to) return 0;
    uint32_t first = fold(t->cp[from]);
    if (!(l->firsts[first >> 6 & 3] >> (first & 63) & 1)) return 0;
    for (uint32_t i = from; i < to && n < WORD_CHARS; i++) {
        if (l->spaced && is_blank(t->cp[i])) {
            if (n == 0 || blanks >> (n - 1)) break; /* one at a place */
            blanks |= (uint64_t)1 << (n - 1);
            continue;
        }
        hash = gisa_word_roll(hash, fold(t->cp[i]));
        n++;
        unsigned found = gisa_wordset_find(l->prefixes, hash);
        const uint64_t *slot = found & GISA_WORD_NAME ? gisa_map_find(&l->index, hash_key(&hash))
                                                      : NULL;
        if (slot && !(blanks & ~l->items[*slot].blanks)) {
            length = i - from + 1;
            *word = &l->items[*slot];
        }
        if (!(found & GISA_WORD_LONGER)) break;
    }
    return length;
}

uint64_t gisa_lexicon_sum(const gisa_lexicon *l)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < l->n; i++) {
        const gisa_lexicon_word *word = &l->items[i];
        if (!word->file) continue;
        uint64_t hash = hash_cps(l, word->form, word->n_form, hash_analysis(l, word));
        hash = gisa_word_roll(hash, (uint32_t)word->blanks);
        sum += gisa_word_roll(hash, (uint32_t)(word->blanks >> 32));
    }
    return sum;
}

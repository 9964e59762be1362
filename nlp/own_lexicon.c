#include "nlp/own_lexicon.h"

#include "base/file.h"
#include "base/hash.h"
#include "corpus/data.h"
#include "nlp/analysis.h"
#include "nlp/word/lexicon_conflict.h"

enum { SHIPPED, NAMES, WORDS, FILES }; /* of the lexicon, in the order they are read */

gisa_status gisa_own_file_read(const char *path, gisa_buf *in, gisa_str *out, gisa_error *err)
{
    gisa_status st = gisa_file_read(path, GISA_OWN_FILE_MAX, in, err);
    *out = gisa_buf_view(in);
    if (gisa_str_starts(*out, GISA_STR("\xEF\xBB\xBF"))) *out = gisa_str_cut(*out, 3, out->n);
    return st;
}

/* An error of a file's line, with the file. */
static gisa_status name_file(const char *path, gisa_status st, gisa_error *err)
{
    if ((st != GISA_EINVAL && st != GISA_EENCODING && st != GISA_ELIMIT) || !err) return st;
    gisa_error why = *err;
    return gisa_fail(err, st, "%s: %s", path, why.text);
}

/* Appends the notes of a file to those of the analyser. */
static void take_notes(const char *path, gisa_buf *from, gisa_buf *to)
{
    gisa_str rest = gisa_buf_view(from), line;
    while (gisa_str_next_line(&rest, &line))
        if (line.n) gisa_buf_addf(to, "%s: %.*s\n", path, GISA_ARG(line));
    gisa_buf_take_status(to, from);
    gisa_buf_reset(from);
}

/* The sum of the lines of the gazetteer that a user has; 0: none. Their order counts, as the first
 * spelling of a name is the usual one. */
static uint64_t sum_names(gisa_str lines, uint64_t sum)
{
    gisa_str line;
    while (gisa_str_next_line(&lines, &line))
        if (gisa_str_trim(line).n) sum = gisa_hash64(gisa_str_trim(line), sum + 1);
    return sum;
}

/* Reads one file of words and names; its lines of the gazetteer go to `names`. */
static gisa_status read_file(gisa_analyzer *a, const char *path, uint32_t file, gisa_buf *names,
                             gisa_error *err)
{
    gisa_buf in = {0}, notes = {0};
    gisa_str text = GISA_NONE;
    gisa_status st = path ? gisa_own_file_read(path, &in, &text, err) : GISA_OK;
    if (st >= 0)
        st = name_file(path, gisa_lexicon_read(&a->lexicon, text, names, &notes, err), err);
    if (st >= 0) st = gisa_buf_check(names, "a lexicon", err);
    if (st >= 0) {
        gisa_lexicon_conflicts_put(&a->lexicon, file, a->model.words, &notes);
        a->own_lexicon = sum_names(gisa_buf_view(names), a->own_lexicon);
    }
    if (path) take_notes(path, &notes, &a->own_notes);
    gisa_buf_clear(&notes);
    gisa_buf_clear(&in);
    return st;
}

/* Opens the gazetteer with the lines of both files; a bad one is one of the first that has one. */
static gisa_status open_gazetteer(gisa_analyzer *a, const char *const paths[FILES],
                                  const gisa_buf names[FILES], gisa_error *err)
{
    gisa_buf all = {0};
    gisa_status st = GISA_OK;
    gisa_buf_add(&all, gisa_buf_view(&names[NAMES]));
    gisa_buf_add_char(&all, '\n');
    gisa_buf_add(&all, gisa_buf_view(&names[WORDS]));
    bool any = gisa_str_trim(gisa_buf_view(&all)).n;
    st = gisa_buf_check(&all, "a lexicon", err);
    if (st >= 0)
        st = gisa_gazetteer_open(any ? gisa_buf_view(&all) : GISA_NONE, &a->gazetteer, err);
    gisa_buf_clear(&all);
    for (int i = NAMES; i < FILES && (st == GISA_EINVAL || st == GISA_EENCODING); i++) {
        gisa_gazetteer *g = NULL;
        gisa_status one = gisa_gazetteer_open(gisa_buf_view(&names[i]), &g, err);
        gisa_gazetteer_close(g);
        if (one < 0) return name_file(paths[i], one, err);
    }
    return st;
}

static gisa_status open_synonyms(gisa_analyzer *a, const char *path, gisa_error *err)
{
    gisa_buf in = {0}, notes = {0};
    gisa_str text;
    if (!path) return GISA_OK;
    gisa_status st = gisa_own_file_read(path, &in, &text, err);
    if (st >= 0) st = name_file(path, gisa_synonyms_open(text, &a->synonyms, &notes, err), err);
    take_notes(path, &notes, &a->own_notes);
    gisa_buf_clear(&notes);
    gisa_buf_clear(&in);
    return st;
}

gisa_status gisa_own_lexicon_open(const gisa_analyzer_opts *opts, gisa_analyzer *a, gisa_error *err)
{
    gisa_buf names[FILES] = {{0}};
    const char *const paths[FILES] = {NULL, opts ? opts->lexicon_path : NULL,
                                      opts ? opts->words_path : NULL};
    gisa_str shipped = gisa_data_find("lexicon/user.tsv");
    gisa_status st = gisa_lexicon_read(&a->lexicon, shipped, NULL, NULL, err);
    for (uint32_t i = NAMES; i < FILES && st >= 0; i++)
        st = read_file(a, paths[i], i, &names[i], err);
    if (st >= 0) st = gisa_lexicon_settle(&a->lexicon, err);
    if (st >= 0) st = open_gazetteer(a, paths, names, err);
    if (st >= 0) st = open_synonyms(a, opts ? opts->synonyms_path : NULL, err);
    if (st >= 0) st = gisa_buf_check(&a->own_notes, "notes", err);
    a->own_lexicon += gisa_lexicon_sum(&a->lexicon);
    for (int i = 0; i < FILES; i++) gisa_buf_clear(&names[i]);
    return st;
}

gisa_str gisa_analyzer_own_notes(const gisa_analyzer *a)
{
    return gisa_buf_view(&a->own_notes);
}

static bool has(const gisa_spellings *s, gisa_str text)
{
    for (size_t i = 0; i < s->n; i++)
        if (gisa_str_eq_nocase(s->items[i].text, text)) return true;
    return false;
}

static gisa_status add(gisa_spellings *out, gisa_str id, gisa_str text, gisa_error *err)
{
    gisa_spelling s = {0};
    if (has(out, text)) return GISA_OK;
    if (GISA_ARENA_GROW(&out->arena, out->items, out->n, out->cap) < 0 ||
        (id.n && gisa_arena_copy(&out->arena, id, &s.id) < 0) ||
        gisa_arena_copy(&out->arena, text, &s.text) < 0)
        return gisa_fail_mem(err);
    out->items[out->n++] = s;
    return GISA_OK;
}

/* The user's synonyms of a word, or of one of its spellings, and all of their spellings. */
static gisa_status add_synonyms(const gisa_analyzer *a, gisa_str name, gisa_spellings *out,
                                gisa_error *err)
{
    gisa_spellings more = {0};
    const gisa_str *words = NULL;
    gisa_status st = GISA_OK;
    size_t n = gisa_synonyms_find(a->synonyms, name, &words);
    for (size_t i = 0; !n && i < out->n; i++)
        n = gisa_synonyms_find(a->synonyms, out->items[i].text, &words);
    for (size_t i = 0; i < n && st >= 0; i++) {
        gisa_spellings_clear(&more);
        st = add(out, GISA_NONE, words[i], err);
        if (st >= 0) st = gisa_concepts_spellings(a->concepts, a->gazetteer, words[i], &more, err);
        for (size_t k = 0; k < more.n && st >= 0; k++)
            st = add(out, more.items[k].id, more.items[k].text, err);
    }
    gisa_spellings_clear(&more);
    return st;
}

/* A word of the user's with a blank, typed so, is its own spelling, so that it is looked up as a
 * whole too: by themselves its parts may be read as something else (이을 in 이을 공방). */
static gisa_status add_spaced(const gisa_analyzer *a, gisa_str name, gisa_spellings *out,
                              gisa_error *err)
{
    gisa_text t = {0};
    const gisa_lexicon_word *word = NULL;
    gisa_status st = gisa_text_put(&t, gisa_str_trim(name), err);
    bool whole = st >= 0 && t.n && gisa_lexicon_match(&a->lexicon, &t, 0, t.n, &word) == t.n;
    gisa_text_clear(&t);
    return whole && word->blanks ? add(out, GISA_NONE, name, err) : st;
}

gisa_status gisa_own_lexicon_spellings(const gisa_analyzer *a, gisa_str name, gisa_spellings *out,
                                       gisa_error *err)
{
    gisa_status st = gisa_concepts_spellings(a->concepts, a->gazetteer, name, out, err);
    if (st >= 0 && a->synonyms) st = add_synonyms(a, name, out, err);
    return st < 0 || out->n || !a->lexicon.spaced ? st : add_spaced(a, name, out, err);
}

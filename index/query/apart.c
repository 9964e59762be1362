#include "index/query/apart.h"

#include "index/store/store_handle.h"

static bool has_word(const gisa_terms *words, gisa_str text)
{
    for (size_t i = 0; i < words->n; i++)
        if (gisa_str_eq_nocase(gisa_str_cut(text, 0, words->items[i].form.n), words->items[i].form))
            return true;
    return false;
}

/* A phrase with any of the words after it. */
static gisa_status add_words(const gisa_phrase *from, const gisa_terms *words, gisa_arena *arena,
                             gisa_phrase *out, gisa_error *err)
{
    gisa_phrase longer = {0};
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < from->n && st == GISA_OK; i++)
        st = gisa_phrase_put(&longer, from->terms[i].form, from->terms[i].colocated, err);
    for (size_t i = 0; i < words->n && st == GISA_OK; i++)
        st = gisa_phrase_put(&longer, words->items[i].form, i > 0, err);
    if (st == GISA_OK) st = gisa_phrase_copy(arena, &longer, out, err);
    gisa_phrase_clear(&longer);
    return st;
}

/* A name falls into letters and digits, so what follows it follows its last part; the whole stands
 * at the first. */
static gisa_status add_longer(const gisa_terms *words, gisa_arena *arena, gisa_unit *u,
                              gisa_error *err)
{
    gisa_status st = GISA_OK;
    size_t n_parted = 0;
    u->longer = gisa_arena_calloc(arena, u->n + 1, sizeof *u->longer);
    if (!u->longer) return gisa_fail_mem(err);
    for (size_t i = 0; i < u->n; i++) n_parted += u->phrases[i].phrase.n > 1;
    for (size_t i = 0; i < u->n && st == GISA_OK; i++)
        if (u->phrases[i].phrase.n > 1 || !n_parted)
            st = add_words(&u->phrases[i].phrase, words, arena, &u->longer[u->n_longer++], err);
    return st;
}

gisa_status gisa_apart_set(gisa_store *s, gisa_str next, gisa_arena *arena, gisa_unit *u,
                           gisa_error *err)
{
    gisa_terms words = {0};
    gisa_status st = gisa_fts_variants(&s->fts, u->typed, &words, err);
    if (st == GISA_OK && words.n && !has_word(&words, next)) st = add_longer(&words, arena, u, err);
    gisa_terms_clear(&words);
    return st;
}

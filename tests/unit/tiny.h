/* A tokenizer for the tests of index/: words between blanks, in lower case; "a-b" is the whole
 * with its parts beside it; a full stop ends a sentence. It knows one name with three spellings,
 * and one concept. And articles made in a line. */
#ifndef GISA_TEST_TINY_H
#define GISA_TEST_TINY_H

#include <stdlib.h>
#include <unistd.h>

#include "index/store/store.h"

static inline gisa_status tiny_open(void *ctx, void **workspace, gisa_error *err)
{
    (void)err;
    *workspace = ctx;
    return GISA_OK;
}

static inline void tiny_close(void *workspace)
{
    (void)workspace;
}

static inline bool tiny_is_blank(char c)
{
    return gisa_is_space(c) || c == '.' || c == ',' || c == '?' || c == '"';
}

static inline gisa_status tiny_put(gisa_terms *out, gisa_str text, size_t from, size_t to,
                                   bool same)
{
    char form[GISA_TERM_MAX];
    size_t n = 0;
    for (size_t i = from; i < to && n < sizeof form; i++)
        if (text.p[i] != '-') form[n++] = gisa_lower(text.p[i]);
    return n ? gisa_terms_put(out, (gisa_str){form, n}, from, to, same) : GISA_OK;
}

static inline gisa_status tiny_tokenize(void *workspace, gisa_str text, gisa_tokenize_mode mode,
                                        gisa_terms *out, gisa_error *err)
{
    size_t i = mode == GISA_TOKENIZE_NOUN ? text.n : 0, before = out->n;
    bool stopped = false;
    (void)workspace;
    while (i < text.n) {
        size_t from = i, dash, first = out->n;
        if (tiny_is_blank(text.p[i])) {
            stopped = stopped || text.p[i] == '.';
            i++;
            continue;
        }
        while (i < text.n && !tiny_is_blank(text.p[i])) i++;
        dash = gisa_str_find_byte(gisa_str_cut(text, 0, i), '-', from + 1);
        gisa_status st;
        if (mode == GISA_TOKENIZE_DOCUMENT && dash != GISA_NPOS) {
            st = tiny_put(out, text, from, dash, false);
            if (st == GISA_OK) st = tiny_put(out, text, from, i, true);
            if (st == GISA_OK) st = tiny_put(out, text, dash + 1, i, false);
        } else {
            st = tiny_put(out, text, from, i, false);
        }
        if (st < 0) return gisa_fail_mem(err);
        if (out->n > first) out->items[first].begins = stopped && first > before;
        stopped = false;
    }
    return GISA_OK;
}

static inline gisa_status tiny_spellings(void *workspace, gisa_str name, gisa_spellings *out,
                                         gisa_error *err)
{
    static const char *const known[][3] = {{"딥시크", "DeepSeek", "딥 시크"},
                                           {"거선", "큰 배", "큰배"}};
    int which = -1;
    (void)workspace;
    for (int i = 0; i < 6; i++)
        if (gisa_str_eq_nocase(name, gisa_str_from(known[i / 3][i % 3]))) which = i / 3;
    for (int i = 0; i < 3 && which >= 0; i++) {
        gisa_spelling s = {.id = which ? GISA_NONE : GISA_STR("deepseek"),
                           .text = gisa_str_from(known[which][i])};
        if (GISA_ARENA_GROW(&out->arena, out->items, out->n, out->cap) < 0)
            return gisa_fail_mem(err);
        out->items[out->n++] = s;
    }
    return GISA_OK;
}

static inline gisa_tokenizer tiny_tokenizer(void)
{
    static char any;
    return (gisa_tokenizer){&any,          tiny_open,      tiny_close,
                            tiny_tokenize, tiny_spellings, .own_lexicon = 0};
}

/* A new empty folder, removed by tiny_remove. */
static inline char *tiny_folder(char path[64])
{
    strcpy(path, "/tmp/gisa-test-XXXXXX");
    return mkdtemp(path);
}

static inline void tiny_remove(const char *folder)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    if (system(command) != 0) printf("# %s stays\n", folder);
}

static inline gisa_status tiny_store(const char *folder, bool read_only, gisa_store **out,
                                     gisa_error *err)
{
    char path[128];
    gisa_store_opts opts = {.tokenizer = tiny_tokenizer(), .read_only = read_only};
    snprintf(path, sizeof path, "%s/gisa.db", folder);
    return gisa_store_open(path, &opts, out, err);
}

/* An article; id and published (ISO 8601) may be NULL. */
static inline gisa_record tiny_record(const char *id, const char *published, const char *outlet,
                                      const char *title, const char *body)
{
    gisa_record r = {0};
    gisa_article *a = &r.article;
    gisa_error err;
    gisa_article_set(a, &a->title, gisa_str_from(title));
    gisa_article_set(a, &a->body, gisa_str_from(body));
    gisa_article_set(a, &a->outlet, gisa_str_from(outlet));
    if (published) gisa_time_parse_iso(gisa_str_from(published), &a->published);
    if (id)
        gisa_article_set(a, &a->id, gisa_str_from(id));
    else
        gisa_article_identify(a, &err);
    gisa_record_text(&r, &err);
    return r;
}

/* Puts one article in a batch of its own. */
static inline gisa_put_result tiny_add(gisa_store *s, gisa_record r)
{
    gisa_put_result result = GISA_PUT_SAME;
    gisa_error err;
    if (gisa_store_begin(s, &err) < 0 || gisa_store_put(s, &r, &result, &err) < 0 ||
        gisa_store_commit(s, &err) < 0)
        printf("# tiny_add: %s\n", err.text);
    gisa_record_clear(&r);
    return result;
}

#endif

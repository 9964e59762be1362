/* Groups are joined as lines are read, then laid out side by side. */
#include "nlp/names/synonym.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "nlp/names/concept.h"
#include "nlp/text.h"

enum { LONGEST = 200 }; /* bytes of a word */

typedef struct member {
    gisa_str text;
    uint32_t group; /* the number of another member of its group, or its own */
    uint32_t size;  /* of the group, in the member that is its own */
    uint64_t line;
} member;

struct gisa_synonyms {
    gisa_arena arena;
    gisa_map keys; /* folded word → member, while reading; → place in words */
    member *members;
    size_t n, cap;
    gisa_str *words;  /* group after group */
    uint32_t *groups; /* by place: where its group begins */
    uint32_t *sizes;  /* by place of the group's first: how many */
};

static uint32_t root_of(const gisa_synonyms *s, uint32_t i)
{
    while (s->members[i].group != i) i = s->members[i].group;
    return i;
}

/* A word as texts are normalised, without blanks around it. */
static gisa_status normalise(gisa_synonyms *s, gisa_str text, gisa_str *out, gisa_error *err)
{
    gisa_text t = {0};
    gisa_buf buf = {0};
    gisa_status st = gisa_text_put(&t, gisa_str_trim(text), err);
    for (uint32_t i = 0; st >= 0 && i < t.n; i++) gisa_buf_add_cp(&buf, t.cp[i]);
    if (st >= 0 && t.n_bad)
        st = gisa_fail(err, GISA_EENCODING, "it is not UTF-8; save the file as UTF-8");
    else if (st >= 0 && buf.n > LONGEST)
        st = gisa_fail(err, GISA_EINVAL, "a word of more than %d bytes", LONGEST);
    if (st >= 0 && (gisa_buf_status(&buf) < 0 ||
                    gisa_arena_copy(&s->arena, gisa_str_trim(gisa_buf_view(&buf)), out) < 0))
        st = gisa_fail_mem(err);
    gisa_buf_clear(&buf);
    gisa_text_clear(&t);
    return st;
}

/* Adds a word of a line to the group of the line's first. */
static gisa_status put_word(gisa_synonyms *s, gisa_str text, uint64_t line, uint32_t *first,
                            gisa_buf *notes, gisa_error *err)
{
    char key[LONGEST];
    uint64_t *slot;
    bool added;
    gisa_str word;
    gisa_status st = normalise(s, text, &word, err);
    if (st < 0) return st;
    gisa_str folded = {key, gisa_concept_fold(word, key)};
    if (!folded.n) return gisa_fail(err, GISA_EINVAL, "'%.*s' is no word", GISA_ARG(word));
    if (gisa_map_put(&s->keys, folded, &slot, &added) < 0 ||
        GISA_RESERVE(s->members, s->n + 1, s->cap) < 0)
        return gisa_fail_mem(err);
    if (added) {
        *slot = s->n;
        s->members[s->n] = (member){.text = word, .group = (uint32_t)s->n, .size = 1, .line = line};
        s->n++;
    }
    member *had = &s->members[*slot];
    if (gisa_str_cmp(word, had->text) < 0) had->text = word; /* of two spacings */
    if (!added && notes)
        gisa_buf_addf(notes, "line %llu: %.*s is in line %llu too; %s\n", (unsigned long long)line,
                      GISA_ARG(word), (unsigned long long)had->line,
                      had->line == line ? "once is enough" : "all words of both are the same");
    uint32_t root = root_of(s, (uint32_t)*slot);
    if (*first == UINT32_MAX) *first = root;
    uint32_t joined = root_of(s, *first);
    if (root == joined) return GISA_OK;
    s->members[root].group = joined;
    s->members[joined].size += s->members[root].size;
    if (s->members[joined].size > GISA_SYNONYMS_MAX)
        return gisa_fail(err, GISA_ELIMIT, "more than %d words are the same by now",
                         GISA_SYNONYMS_MAX);
    return GISA_OK;
}

static gisa_status read_line(gisa_synonyms *s, gisa_str line, uint64_t number, gisa_buf *notes,
                             gisa_error *err)
{
    gisa_str field, word;
    uint32_t first = UINT32_MAX;
    size_t n = 0;
    gisa_status st = GISA_OK;
    while (st >= 0 && gisa_str_next_field(&line, '\t', &field)) {
        while (st >= 0 && gisa_str_next_field(&field, '=', &word)) {
            if (!gisa_str_trim(word).n) continue; /* tabs around = */
            st = put_word(s, word, number, &first, notes, err);
            n++;
        }
    }
    if (st >= 0 && n < 2)
        st = gisa_fail(err, GISA_EINVAL,
                       "a line is two or more words that are the same, as in 핸드폰 = 휴대전화");
    return st;
}

typedef struct placed {
    gisa_str text, key;
    uint32_t root;
} placed;

static int by_text(const void *x, const void *y)
{
    const placed *a = x, *b = y;
    return gisa_str_cmp(a->text, b->text);
}

static int by_root(const void *x, const void *y)
{
    const placed *a = x, *b = y;
    if (a->root != b->root) return a->root < b->root ? -1 : 1;
    return by_text(a, b);
}

static gisa_status lay_out(gisa_synonyms *s, gisa_error *err)
{
    placed *all = gisa_arena_calloc(&s->arena, s->n + 1, sizeof *all);
    s->words = gisa_arena_calloc(&s->arena, s->n + 1, sizeof *s->words);
    s->groups = gisa_arena_calloc(&s->arena, s->n + 1, sizeof *s->groups);
    s->sizes = gisa_arena_calloc(&s->arena, s->n + 1, sizeof *s->sizes);
    if (!all || !s->words || !s->groups || !s->sizes) return gisa_fail_mem(err);
    for (size_t i = 0; i < s->keys.n; i++) {
        uint32_t at = (uint32_t)s->keys.items[i].value;
        all[i] = (placed){s->members[at].text, s->keys.items[i].key, root_of(s, at)};
    }
    if (s->n) qsort(all, s->n, sizeof *all, by_root);
    for (size_t i = 0; i < s->n; i++) {
        s->words[i] = all[i].text;
        s->groups[i] = i && all[i].root == all[i - 1].root ? s->groups[i - 1] : (uint32_t)i;
        s->sizes[s->groups[i]]++;
        uint64_t *slot;
        if (gisa_map_put(&s->keys, all[i].key, &slot, NULL) < 0) return gisa_fail_mem(err);
        *slot = i;
    }
    return GISA_OK;
}

gisa_status gisa_synonyms_open(gisa_str file, gisa_synonyms **out, gisa_buf *notes, gisa_error *err)
{
    gisa_str line;
    gisa_status st = GISA_OK;
    gisa_synonyms *s = gisa_calloc(1, sizeof *s);
    if (!s) return gisa_fail_mem(err);
    for (uint64_t n = 1; st >= 0 && gisa_str_next_line(&file, &line); n++) {
        gisa_error why = {0};
        line = gisa_str_trim(line);
        if (!line.n || line.p[0] == '#') continue;
        st = read_line(s, line, n, notes, &why);
        if (st == GISA_ENOMEM)
            gisa_fail_mem(err);
        else if (st < 0)
            gisa_fail(err, st, "line %llu: %s", (unsigned long long)n, why.text);
    }
    if (st >= 0) st = lay_out(s, err);
    gisa_free(s->members);
    s->members = NULL;
    if (st < 0)
        gisa_synonyms_close(s);
    else
        *out = s;
    return st;
}

void gisa_synonyms_close(gisa_synonyms *s)
{
    if (!s) return;
    gisa_map_clear(&s->keys);
    gisa_free(s->members);
    gisa_arena_clear(&s->arena);
    gisa_free(s);
}

size_t gisa_synonyms_find(const gisa_synonyms *s, gisa_str name, const gisa_str **out)
{
    char key[LONGEST];
    name = gisa_str_trim(name);
    if (!s || !name.n || name.n > LONGEST) return 0;
    const uint64_t *slot = gisa_map_find(&s->keys, (gisa_str){key, gisa_concept_fold(name, key)});
    if (!slot) return 0;
    uint32_t first = s->groups[*slot];
    *out = s->words + first;
    return s->sizes[first];
}

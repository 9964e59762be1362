#include "nlp/names/concept.h"

#include "base/map.h"
#include "base/mem.h"
#include "base/str.h"

enum { LONGEST = 200 }; /* bytes of a spelling; longer texts are no concept */

typedef struct line {
    gisa_str id, spellings;
    bool is_name;
} line;

struct gisa_concepts {
    line *lines;
    size_t n, cap;
    gisa_map keys; /* folded spelling → line */
};

size_t gisa_concept_fold(gisa_str text, char *out)
{
    static const gisa_str points[] = {{"·", 2}, {"ㆍ", 3}, {"‐", 3}};
    size_t n = 0;
    for (size_t i = 0; i < text.n;) {
        size_t skip = text.p[i] == ' ' || text.p[i] == '-';
        for (size_t k = 0; k < sizeof points / sizeof *points; k++)
            if (gisa_str_starts(gisa_str_cut(text, i, text.n), points[k])) skip = points[k].n;
        if (!skip) out[n++] = gisa_lower(text.p[i]);
        i += skip ? skip : 1;
    }
    return n;
}

static const line *find(const gisa_concepts *c, gisa_str text)
{
    char key[LONGEST];
    if (text.n > LONGEST) return NULL;
    const uint64_t *slot = gisa_map_find(&c->keys, (gisa_str){key, gisa_concept_fold(text, key)});
    return slot ? &c->lines[*slot] : NULL;
}

static gisa_status read_line(gisa_concepts *c, gisa_str text, size_t number, gisa_error *err)
{
    gisa_str field[3] = {{0}}, rest, one;
    char key[LONGEST];
    for (size_t i = 0; i < 3 && gisa_str_next_field(&text, '\t', &field[i]); i++) {
    }
    line l = {field[0], field[1], gisa_str_is(field[2], "n")};
    if (!l.id.n || !l.spellings.n || text.n || (field[2].n && !l.is_name))
        return gisa_fail(err, GISA_EINVAL,
                         "concepts:%zu: a line is id, spellings and, for a name, n, separated by"
                         " tabs",
                         number);
    if (GISA_GROW(c->lines, c->n, c->cap) < 0) return gisa_fail_mem(err);
    for (rest = l.spellings; gisa_str_next_field(&rest, '|', &one);) {
        uint64_t *slot;
        bool added;
        if (!one.n || one.n > LONGEST)
            return gisa_fail(err, GISA_EINVAL, "concepts:%zu: a spelling is empty or over %d bytes",
                             number, LONGEST);
        gisa_str folded = {key, gisa_concept_fold(one, key)};
        if (gisa_map_put(&c->keys, folded, &slot, &added) < 0) return gisa_fail_mem(err);
        if (!added)
            return gisa_fail(err, GISA_EINVAL, "concepts:%zu: %.*s is there twice", number,
                             GISA_ARG(one));
        *slot = c->n;
    }
    c->lines[c->n++] = l;
    return GISA_OK;
}

gisa_status gisa_concepts_open(gisa_str tsv, gisa_concepts **out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    gisa_str text;
    *out = NULL;
    gisa_concepts *c = gisa_calloc(1, sizeof *c);
    if (!c) return gisa_fail_mem(err);
    for (size_t number = 1; st >= 0 && gisa_str_next_line(&tsv, &text); number++)
        if (text.n && text.p[0] != '#') st = read_line(c, text, number, err);
    if (st < 0)
        gisa_concepts_close(c);
    else
        *out = c;
    return st;
}

void gisa_concepts_close(gisa_concepts *c)
{
    if (!c) return;
    gisa_map_clear(&c->keys);
    gisa_free(c->lines);
    gisa_free(c);
}

bool gisa_concepts_at(const gisa_concepts *c, size_t i, gisa_str *id, gisa_str *spellings,
                      bool *is_name)
{
    if (i >= c->n) return false;
    *id = c->lines[i].id;
    *spellings = c->lines[i].spellings;
    *is_name = c->lines[i].is_name;
    return true;
}

static bool has(const gisa_spellings *s, gisa_str text)
{
    for (size_t i = 0; i < s->n; i++)
        if (gisa_str_eq_nocase(s->items[i].text, text)) return true;
    return false;
}

static gisa_status put_line(const line *l, gisa_spellings *out, gisa_error *err)
{
    gisa_str rest = l->spellings, one;
    while (gisa_str_next_field(&rest, '|', &one)) {
        gisa_spelling s = {0};
        if (has(out, one)) continue;
        if (GISA_ARENA_GROW(&out->arena, out->items, out->n, out->cap) < 0 ||
            (l->is_name && gisa_arena_copy(&out->arena, l->id, &s.id) < 0) ||
            gisa_arena_copy(&out->arena, one, &s.text) < 0)
            return gisa_fail_mem(err);
        out->items[out->n++] = s;
    }
    return GISA_OK;
}

gisa_status gisa_concepts_spellings(const gisa_concepts *c, const gisa_gazetteer *g, gisa_str name,
                                    gisa_spellings *out, gisa_error *err)
{
    size_t before = out->n;
    gisa_str rest, first;
    name = gisa_str_trim(name);
    gisa_status st = gisa_gazetteer_spellings(g, name, out, err);
    const line *l = find(c, name);
    for (size_t i = before; !l && i < out->n; i++) l = find(c, out->items[i].text);
    if (st < 0 || !l) return st;
    rest = l->spellings;
    if (l->is_name && out->n == before && gisa_str_next_field(&rest, '|', &first))
        st = gisa_gazetteer_spellings(g, first, out, err);
    return st < 0 ? st : put_line(l, out, err);
}

#include "ingest/page/select.h"

typedef enum test_kind { TEST_TAG, TEST_ID, TEST_CLASS, TEST_HAS, TEST_IS, TEST_HOLDS } test_kind;

typedef struct test {
    test_kind kind;
    gisa_str name, value;
    struct test *next;
} test;

/* Compounds from right to left: the node itself first, then its ancestors. */
typedef struct compound {
    test *tests;
    struct compound *above;
} compound;

struct gisa_selector {
    compound *last;
    gisa_str attr;
    const gisa_selector *next;
};

static bool is_name(char c)
{
    return gisa_is_alpha(c) || gisa_is_digit(c) || c == '-' || c == '_' || (c & 0x80) || c == ':';
}

static gisa_str read_name(gisa_str s, size_t *at)
{
    size_t from = *at;
    while (*at < s.n && is_name(s.p[*at])) ++*at;
    return gisa_str_cut(s, from, *at);
}

/* Reads "[attr]", "[attr=value]" or "[attr*=value]" after its bracket. */
static bool read_bracket(gisa_str s, size_t *at, test *t)
{
    t->name = read_name(s, at);
    t->kind = TEST_HAS;
    if (*at < s.n && s.p[*at] == '*') {
        t->kind = TEST_HOLDS;
        ++*at;
    }
    if (*at < s.n && s.p[*at] == '=') {
        if (t->kind == TEST_HAS) t->kind = TEST_IS;
        ++*at;
        char quote = *at < s.n && (s.p[*at] == '"' || s.p[*at] == '\'') ? s.p[*at] : 0;
        size_t from = quote ? ++*at : *at;
        while (*at < s.n && (quote ? s.p[*at] != quote : s.p[*at] != ']')) ++*at;
        t->value = gisa_str_cut(s, from, *at);
        if (quote) ++*at;
    }
    if (!t->name.n || *at >= s.n || s.p[*at] != ']') return false;
    ++*at;
    return true;
}

static bool read_test(gisa_str s, size_t *at, test *t)
{
    char c = s.p[*at];
    if (c == '#' || c == '.') {
        ++*at;
        t->kind = c == '#' ? TEST_ID : TEST_CLASS;
        t->value = read_name(s, at);
        return t->value.n > 0;
    }
    if (c == '[') {
        ++*at;
        return read_bracket(s, at, t);
    }
    t->kind = TEST_TAG;
    t->value = read_name(s, at);
    return t->value.n > 0;
}

/* Reads compounds up to a comma or '@'. */
static gisa_status read_chain(gisa_str s, size_t *at, gisa_arena *arena, compound **out)
{
    compound *c = NULL;
    while (*at < s.n && s.p[*at] != ',' && s.p[*at] != '@') {
        if (s.p[*at] == ' ' || s.p[*at] == '\t') {
            ++*at;
            continue;
        }
        bool fresh = !c || (*at > 0 && (s.p[*at - 1] == ' ' || s.p[*at - 1] == '\t'));
        if (fresh) {
            compound *below = gisa_arena_calloc(arena, 1, sizeof *below);
            if (!below) return GISA_ENOMEM;
            below->above = c;
            c = below;
        }
        if (s.p[*at] == '*') {
            ++*at;
            continue;
        }
        test *t = gisa_arena_calloc(arena, 1, sizeof *t);
        if (!t) return GISA_ENOMEM;
        if (!read_test(s, at, t)) return GISA_EINVAL;
        t->next = c->tests;
        c->tests = t;
    }
    *out = c;
    return c ? GISA_OK : GISA_EINVAL;
}

gisa_status gisa_selector_parse(gisa_str text, gisa_arena *arena, const gisa_selector **list,
                                gisa_error *err)
{
    const gisa_selector **tail = list;
    size_t at = 0;
    while (*tail) tail = (const gisa_selector **)&(*(gisa_selector **)tail)->next;
    while (at < text.n) {
        gisa_selector *s = gisa_arena_calloc(arena, 1, sizeof *s);
        gisa_status st = s ? read_chain(text, &at, arena, &s->last) : GISA_ENOMEM;
        if (st == GISA_ENOMEM) return gisa_fail_mem(err);
        if (st < 0)
            return gisa_fail_at(err, st, at, "selector %.*s: not understood at byte %zu",
                                GISA_ARG(text), at);
        if (at < text.n && text.p[at] == '@') {
            at++;
            s->attr = read_name(text, &at);
        }
        while (at < text.n && text.p[at] == ' ') at++;
        if (at < text.n && text.p[at] != ',')
            return gisa_fail_at(err, GISA_EINVAL, at, "selector %.*s: expected a comma at byte %zu",
                                GISA_ARG(text), at);
        at++;
        *tail = s;
        tail = &s->next;
    }
    return GISA_OK;
}

static bool has_class(gisa_str classes, gisa_str wanted)
{
    for (size_t at = 0; (at = gisa_str_find(classes, wanted, at)) != GISA_NPOS; at++) {
        size_t end = at + wanted.n;
        if ((at == 0 || gisa_is_space(classes.p[at - 1])) &&
            (end == classes.n || gisa_is_space(classes.p[end])))
            return true;
    }
    return false;
}

static gisa_str attr_named(const gisa_tree *t, size_t node, gisa_str name)
{
    const gisa_node *n = &t->nodes[node];
    for (size_t i = 0; i < n->n_attrs; i++) {
        const gisa_attr *a = &t->attrs[n->first_attr + i];
        gisa_str own = {t->text.p + a->name, a->name_len};
        if (gisa_str_eq_nocase(own, name)) return (gisa_str){t->text.p + a->value, a->value_len};
    }
    return GISA_NONE;
}

static bool passes_test(const test *x, const gisa_tree *t, size_t node)
{
    const gisa_node *n = &t->nodes[node];
    gisa_str v;
    switch (x->kind) {
    case TEST_TAG:
        v = gisa_node_text(t, node);
        return n->tag != GISA_TAG_TEXT && gisa_str_eq_nocase(v, x->value);
    case TEST_ID: return gisa_str_eq(gisa_node_attr(t, node, "id"), x->value);
    case TEST_CLASS: return has_class(gisa_node_attr(t, node, "class"), x->value);
    default:
        v = attr_named(t, node, x->name);
        if (!v.p) return false;
        if (x->kind == TEST_IS) return gisa_str_eq(v, x->value);
        return x->kind == TEST_HAS || gisa_str_has(v, x->value);
    }
}

static bool all_pass(const compound *c, const gisa_tree *t, size_t node)
{
    for (const test *x = c->tests; x; x = x->next)
        if (!passes_test(x, t, node)) return false;
    return true;
}

static bool chain_matches(const compound *c, const gisa_tree *t, size_t node)
{
    if (t->nodes[node].tag == GISA_TAG_TEXT || !all_pass(c, t, node)) return false;
    for (c = c->above; c; c = c->above) {
        do {
            if (node == 0) return false;
            node = t->nodes[node].parent;
        } while (!all_pass(c, t, node));
    }
    return true;
}

bool gisa_selector_matches_first(const gisa_selector *list, const gisa_tree *t, size_t node)
{
    return chain_matches(list->last, t, node);
}

const gisa_selector *gisa_selector_next(const gisa_selector *list)
{
    return list->next;
}

bool gisa_selector_matches(const gisa_selector *list, const gisa_tree *t, size_t node)
{
    for (const gisa_selector *s = list; s; s = s->next)
        if (chain_matches(s->last, t, node)) return true;
    return false;
}

size_t gisa_selector_find(const gisa_selector *list, const gisa_tree *t, size_t from, size_t to,
                          gisa_str *attr)
{
    for (const gisa_selector *s = list; s; s = s->next)
        for (size_t i = from; i < to && i < t->n; i++)
            if (chain_matches(s->last, t, i)) {
                if (attr) *attr = s->attr;
                return i;
            }
    return SIZE_MAX;
}

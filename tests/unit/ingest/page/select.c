#include "ingest/page/select.h"

#include "base/mem.h"
#include "tests/unit/test.h"

static const char page[] =
    "<html><body><div id='top' class='box wide'><p class='lead'>하나</p><p>둘</p></div>"
    "<section class='boxes'><p data-kind='여울 소'>셋</p><a href='/news/1?x=1'>넷</a></section>"
    "<meta name='author' content='김가람'></body></html>";

/* The text of the first match, or its attribute; want NULL: none. */
static const struct {
    const char *name, *selector, *want;
} rows[] = {
    {"a tag", "p", "하나"},
    {"a tag in upper case", "P", "하나"},
    {"an id", "#top", "하나둘"},
    {"a class", ".lead", "하나"},
    {"one of several classes", ".wide", "하나둘"},
    {"a class is whole", ".bo", NULL},
    {"a class is not a beginning", ".box p", "하나"},
    {"tag and class and id together", "div#top.box.wide", "하나둘"},
    {"all tests of a compound must hold", "p#top", NULL},
    {"an attribute that is there", "[data-kind]", "셋"},
    {"an attribute that is not there", "[data-none]", NULL},
    {"an attribute's value, bare", "[name=author]@content", "김가람"},
    {"an attribute's value with a space in quotes", "p[data-kind=\"여울 소\"]", "셋"},
    {"and in single quotes", "p[data-kind='여울 소']", "셋"},
    {"a value is whole", "p[data-kind='여울']", NULL},
    {"a part of a value", "a[href*='/news/']", "넷"},
    {"a bracket inside quotes", "p[data-kind=']']", NULL},
    {"a descendant", "section p", "셋"},
    {"a descendant of any depth", "html p.lead", "하나"},
    {"an element is not its own ancestor", "section section", NULL},
    {"anything below", "section *", "셋"},
    {"anything with a class", "*.lead", "하나"},
    {"several spaces", "  body \t div   p ", "하나"},
    {"the earliest selector wins, not the earliest element", "section a, p", "넷"},
    {"the next selector when the first finds nothing", ".none , #top .lead", "하나"},
    {"an attribute as the value", "section a@href", "/news/1?x=1"},
};

static gisa_str value_of(const gisa_tree *t, size_t node, gisa_str attr, gisa_buf *out)
{
    char name[32] = {0};
    gisa_buf_reset(out);
    if (attr.n && attr.n < sizeof name) {
        memcpy(name, attr.p, attr.n);
        return gisa_node_attr(t, node, name);
    }
    for (size_t i = node; i < t->nodes[node].end; i++)
        if (t->nodes[i].tag == GISA_TAG_TEXT) gisa_buf_add(out, gisa_node_text(t, i));
    return gisa_buf_view(out);
}

static void test_rows(const gisa_tree *t)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_arena arena = {0};
        gisa_error err = {0};
        const gisa_selector *list = NULL;
        gisa_str attr = GISA_NONE;
        WENT(gisa_selector_parse(gisa_str_from(rows[i].selector), &arena, &list, &err), err,
             rows[i].name);
        size_t node = gisa_selector_find(list, t, 0, t->n, &attr);
        if (rows[i].want && OK(node != SIZE_MAX, rows[i].name)) {
            SAME_C(value_of(t, node, attr, &out), rows[i].want, rows[i].name);
            OK(gisa_selector_matches(list, t, node), "what is found matches");
        } else {
            EQUAL(node, SIZE_MAX, rows[i].name);
        }
        gisa_arena_clear(&arena);
    }
    gisa_buf_clear(&out);
}

static const struct {
    const char *name, *selector;
    size_t at;
} wrong[] = {
    {"a child is not in the subset", "div > p", 4},
    {"a pseudo-class of functions is not", "p:not(.a)", 5},
    {"an id without a name", "#", 1},
    {"a class without a name", "p.", 2},
    {"a bracket without an end", "p[name", 6},
    {"a quotation mark without an end", "p[name='a]", 11},
    {"a bracket without a name", "p[=a]", 4},
    {"nothing between commas", "p,,a", 2},
    {"nothing before the comma", ", p", 0},
    {"more after an attribute", "p@href .a", 7},
};

static void test_wrong(void)
{
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        gisa_arena arena = {0};
        gisa_error err = {0};
        const gisa_selector *list = NULL;
        EQUAL(gisa_selector_parse(gisa_str_from(wrong[i].selector), &arena, &list, &err),
              GISA_EINVAL, wrong[i].name);
        EQUAL(err.offset, wrong[i].at, wrong[i].name);
        gisa_arena_clear(&arena);
    }
}

static void test_lists(const gisa_tree *t)
{
    gisa_arena arena = {0};
    const gisa_selector *list = NULL;
    gisa_selector_parse(GISA_STR("a@href"), &arena, &list, NULL);
    gisa_selector_parse(GISA_STR("p"), &arena, &list, NULL);
    gisa_str attr = GISA_NONE;
    size_t a = gisa_selector_find(list, t, 0, t->n, &attr);
    EQUAL(t->nodes[a].tag, GISA_TAG_A, "a second list comes after the first");
    SAME_C(attr, "href", "and each keeps its attribute");
    size_t p = gisa_selector_find(list, t, 0, a, &attr);
    EQUAL(t->nodes[p].tag, GISA_TAG_P, "before a node only what begins there is found");
    OK(!attr.p, "a selector without an attribute asks for none");
    size_t next = gisa_selector_find(list, t, p + 1, a, NULL);
    OK(next > p && next < a, "the search goes on after what was found");
    EQUAL(gisa_selector_find(NULL, t, 0, t->n, NULL), SIZE_MAX, "an empty list finds nothing");
    gisa_arena_clear(&arena);
}

static void test_memory(void)
{
    gisa_status st = GISA_ENOMEM;
    gisa_error err;
    for (uint64_t allowed = 0; st == GISA_ENOMEM && allowed < 100; allowed++) {
        gisa_arena arena = {0};
        const gisa_selector *list = NULL;
        gisa_mem_fail_after(allowed);
        st = gisa_selector_parse(GISA_STR("div#a.b p[c=d], a@href"), &arena, &list, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_arena_clear(&arena);
    }
    EQUAL(st, GISA_OK, "every allocation may fail, cleanly");
}

int main(void)
{
    gisa_tree t = {0};
    gisa_tree_parse(&t, gisa_str_from(page), NULL);
    test_rows(&t);
    test_wrong();
    test_lists(&t);
    gisa_tree_clear(&t);
    test_memory();
    return test_end();
}

#include "index/query/group.h"

#include "base/buf.h"
#include "tests/unit/test.h"

static void show_nodes(const gisa_query *q, uint32_t at, gisa_buf *out)
{
    for (; at; at = q->nodes[at].next) {
        const gisa_query_node *n = &q->nodes[at];
        gisa_buf_addf(out, "%s%s", n->or_ ? "| " : "", n->not_ ? "-" : "");
        if (n->item == GISA_QUERY_GROUP) {
            gisa_buf_add_char(out, '(');
            show_nodes(q, n->first, out);
            gisa_buf_add_char(out, ')');
        } else {
            gisa_buf_add(out, q->items[n->item].text);
        }
        if (n->next) gisa_buf_add_char(out, ' ');
    }
}

/* A grouped query as its nodes; then, after a slash, the items that flags say it of. */
static void show(const gisa_query *q, gisa_buf *out)
{
    gisa_buf_reset(out);
    if (q->grouped) show_nodes(q, q->nodes[GISA_QUERY_ROOT].first, out);
    for (size_t i = 0, n = 0; i < q->n; i++) {
        const gisa_query_item *item = &q->items[i];
        if (item->grouped) continue;
        if (out->n) gisa_buf_add_c(out, n || !q->grouped ? " " : " / ");
        gisa_buf_addf(out, "%s%s", item->or_ ? "| " : "", item->not_ ? "-" : "");
        gisa_buf_add(out, item->text);
        n++;
    }
}

static const struct {
    const char *name, *query, *want;
} rows[] = {
    {"a group among others is dissolved", "가 (나 다) 라", "가 나 다 라"},
    {"a group of two that OR joins says nothing new", "가 (나 OR 다)", "가 나 | 다"},
    {"nor does one in another", "((가))", "가"},
    {"an empty one is none", "() 가 OR () OR 나", "가 | 나"},
    {"and joins nothing", "가 () OR 나", "가 나"},
    {"a group of several in an OR matters", "(가 나) OR 다", "(가 나) | 다"},
    {"on the other side", "다 OR (가 나)", "다 | (가 나)"},
    {"OR within OR is one OR", "가 OR (나 OR (다 OR 라))", "가 | 나 | 다 | 라"},
    {"none of several is each left out", "-(가 OR 나)", "-가 -나"},
    {"what is left out twice is wanted", "-(가 OR -(나 다))", "-가 나 다"},
    {"not all of several is something else", "NOT (가 나)", "-(가 나)"},
    {"a lone word may be left out in an OR", "가 OR (-나)", "가 | -나"},
    {"a filter may be in an OR with words", "가 OR outlet:나 다", "가 | 나 다"},
    {"what is left out too", "가 OR -나 다", "가 | -나 다"},
    {"filters of two kinds", "outlet:가 OR author:나", "가 | 나"},
    {"those of one kind are flags", "outlet:가 OR outlet:나", "가 | 나"},
    {"filters around groups stay filters", "outlet:가 ((나 다) OR 라) -author:마",
     "(나 다) | 라 / 가 -마"},
    {"those in groups are nodes", "(outlet:가 나) OR (outlet:다 라)", "(가 나) | (다 라)"},
    {"a word goes on after its parentheses", "(주)가온 AI(인공지능)", "(주)가온 AI(인공지능)"},
    {"in a group, too", "((주)가온 나) OR 다", "((주)가온 나) | 다"},
    {"a group ends at its parenthesis", "(가 나)다", "가 나 다"},
    {"one word in parentheses is that word", "한국은행 (BOK) 금리", "한국은행 BOK 금리"},
    {"parentheses that follow each other are text", "(가)(나)", "(가)(나)"},
    {"but groups may", "(가 OR 나)(다 라)", "가 | 나 다 라"},
    {"a parenthesis that closes nothing is text", "1) 가 나)", "1) 가 나)"},
    {"quotation marks hold them", "\"(가\" (\"나)\" OR 다)", "(가 나) | 다"},
    {"OR and NOT at the end of a group are nothing", "(가 OR) 나 (다 NOT) 라", "가 나 다 라"},
    {"the field of a group is that of its words", "title:(가 author:나)", "가 나"},
};

static void test_settle(void)
{
    gisa_query q = {0};
    gisa_buf out = {0};
    gisa_error err;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(gisa_query_parse(gisa_str_from(rows[i].query), &q, &err), err, rows[i].name);
        show(&q, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_query_parse(GISA_STR("title:(가 author:나)"), &q, &err);
    OK(q.items[0].field == GISA_FIELD_TITLE && q.items[1].field == GISA_FIELD_AUTHOR,
       "a word of a group may have a field of its own");
    gisa_query_parse(GISA_STR("가 OR -(나 -(다 라))"), &q, &err);
    EQUAL(q.n_words, 3, "words below two NOTs are wanted");
    gisa_query_parse(GISA_STR("outlet:가 OR outlet:나"), &q, &err);
    OK(!q.grouped, "nothing but their flags is needed");
    gisa_query_clear(&q);
    gisa_buf_clear(&out);
}

/* Items are asked by their text, among those that an article has; ? is passed over. */
static gisa_group_answer has(void *ctx, uint32_t item)
{
    const gisa_query *q = ((void **)ctx)[0];
    gisa_str text = q->items[item].text, all = gisa_str_from(((void **)ctx)[1]);
    if (gisa_str_is(text, "?")) return GISA_GROUP_NONE;
    return gisa_str_find(all, text, 0) != GISA_NPOS ? GISA_GROUP_YES : GISA_GROUP_NO;
}

static const struct {
    const char *query, *article;
    bool holds;
    const char *clauses; /* of the items, from 1; the frequency of an item is its number */
} asked[] = {
    {"(a b) OR c", "ab", true, "1-1"},
    {"(a b) OR c", "a", false, "1-1"},
    {"(a b) OR c", "bc", true, "1-1"},
    {"-(a b)", "a", true, "--"},
    {"-(a b)", "ab", false, "--"},
    {"a OR (-b)", "", true, "--"},
    {"a OR (-b)", "b", false, "--"},
    {"d ((a b) OR c)", "ab", false, "12-2"},
    {"d ((a b) OR c)", "abd", true, "12-2"},
    {"(a -(b c)) OR d", "ac", true, "1--1"},
    {"(a -(b c)) OR d", "abc", false, "1--1"},
    {"(a ?) OR (b c)", "a", true, "1-1-"},
    {"(? ?) OR (b c)", "b", false, "--1-"},
    {"(? ?) OR (b c)", "bc", true, "--1-"},
    {"-(? ?) ((a b) OR c)", "ab", true, "--1-1"},
    {"(a OR outlet:b) OR (c d)", "", false, "----"},
    {"(outlet:x a) OR (outlet:y b)", "xa", true, "-1-1"},
    {"(outlet:x a) OR (outlet:y b)", "xb", false, "-1-1"},
    {"(outlet:x outlet:z) OR (outlet:y b)", "y", false, "----"},
};

static void test_holds(void)
{
    gisa_query q = {0};
    gisa_error err;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        double articles[8];
        size_t clause[8];
        char shown[9] = "";
        void *ctx[] = {&q, (void *)(uintptr_t)asked[i].article};
        WENT(gisa_query_parse(gisa_str_from(asked[i].query), &q, &err), err, asked[i].query);
        OK(gisa_group_holds(&q, (gisa_group_asker){has, ctx}) == asked[i].holds, asked[i].query);
        for (size_t k = 0; k < q.n; k++) {
            articles[k] = q.items[k].field > GISA_FIELD_TITLE ? GISA_GROUP_ANY
                          : gisa_str_is(q.items[k].text, "?") ? -1
                                                              : (double)k + 1;
        }
        gisa_group_clauses(&q, articles, clause);
        for (size_t k = 0; k < q.n; k++) shown[k] = clause[k] ? (char)('0' + clause[k]) : '-';
        SAME_C(gisa_str_from(shown), asked[i].clauses, asked[i].query);
    }
    gisa_query_clear(&q);
}

int main(void)
{
    test_settle();
    test_holds();
    return test_end();
}

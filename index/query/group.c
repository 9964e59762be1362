#include "index/query/group.h"

gisa_status gisa_group_put(gisa_query *q, uint32_t group, uint32_t last, gisa_query_node node,
                           uint32_t *out)
{
    if (GISA_ARENA_GROW(&q->arena, q->nodes, q->n_nodes, q->cap_nodes) < 0) return GISA_ENOMEM;
    *out = (uint32_t)q->n_nodes;
    q->nodes[q->n_nodes++] = node;
    if (q->n_nodes == 1) return GISA_OK; /* the root */
    *(last ? &q->nodes[last].next : &q->nodes[group].first) = *out;
    return GISA_OK;
}

static bool is_group(const gisa_query_node *n)
{
    return n->item == GISA_QUERY_GROUP;
}

static bool is_words(const gisa_query_item *item)
{
    return item->field <= GISA_FIELD_TITLE;
}

/* Whether flags of two items can say that OR joins them: neither is left out, and they are of one
 * kind. */
static bool joins(const gisa_query *q, const gisa_query_node *a, const gisa_query_node *b)
{
    if (a->not_ || b->not_ || is_group(a) || is_group(b)) return false;
    const gisa_query_item *x = &q->items[a->item], *y = &q->items[b->item];
    return is_words(x) ? is_words(y) : x->field == y->field;
}

/* The last node of a group, and whether OR joins all of them. */
static uint32_t last_of(const gisa_query *q, uint32_t group, bool *joined)
{
    uint32_t at = q->nodes[group].first;
    *joined = true;
    while (q->nodes[at].next) {
        at = q->nodes[at].next;
        *joined = *joined && q->nodes[at].or_;
    }
    return at;
}

/* Whether a group that is settled can be dissolved into the one around it; `alone`: OR joins it to
 * none. A group of one node always can; 가 나 where it is alone; 가 OR 나 also beside others that
 * OR joins; -(가 OR 나) is -가 -나. */
static bool dissolves(const gisa_query *q, const gisa_query_node *n, uint32_t group, bool alone)
{
    bool joined;
    if (q->nodes[group].first == last_of(q, group, &joined)) return true;
    return n->not_ ? alone && joined : alone || joined;
}

/* Puts the nodes of a group in its place. */
static void dissolve(gisa_query *q, uint32_t group, uint32_t *link)
{
    const gisa_query_node n = q->nodes[group];
    bool joined;
    uint32_t last = last_of(q, group, &joined);
    for (uint32_t at = n.first;; at = q->nodes[at].next) {
        gisa_query_node *node = &q->nodes[at];
        if (at == n.first) node->or_ = n.or_;
        if (n.not_) {
            node->not_ = !node->not_;
            node->or_ = node->or_ && at == n.first;
        }
        if (at == last) break;
    }
    q->nodes[last].next = n.next;
    *link = n.first;
}

static void settle(gisa_query *q, uint32_t group)
{
    uint32_t *link = &q->nodes[group].first;
    while (*link) {
        uint32_t at = *link;
        gisa_query_node *n = &q->nodes[at];
        if (is_group(n)) settle(q, at);
        gisa_query_node *next = n->next ? &q->nodes[n->next] : NULL;
        if (is_group(n) && !n->first) { /* nothing is in it */
            if (next && !n->or_) next->or_ = false;
            *link = n->next;
            continue;
        }
        if (is_group(n) && dissolves(q, n, at, !n->or_ && !(next && next->or_)))
            dissolve(q, at, link); /* what was in it comes next */
        else
            link = &q->nodes[at].next;
    }
}

/* Whether the nodes from `at` on that OR joins are what flags of their items can say. Sets *end to
 * the node after them. */
static bool is_flat(const gisa_query *q, uint32_t at, uint32_t *end)
{
    const gisa_query_node *n = &q->nodes[at];
    bool flat = !is_group(n);
    while (n->next && q->nodes[n->next].or_) {
        const gisa_query_node *next = &q->nodes[n->next];
        flat = flat && joins(q, n, next);
        n = next;
    }
    *end = n->next;
    return flat;
}

static void put_flags(gisa_query *q, uint32_t at, uint32_t end)
{
    for (; at != end; at = q->nodes[at].next) {
        const gisa_query_node *n = &q->nodes[at];
        q->items[n->item].not_ = n->not_;
        q->items[n->item].or_ = n->or_;
        q->items[n->item].grouped = false;
    }
}

/* Marks the items below a node; left_out: an odd number of NOTs is above it. */
static void put_leaves(gisa_query *q, uint32_t at, bool left_out)
{
    const gisa_query_node *n = &q->nodes[at];
    left_out = left_out != n->not_;
    if (!is_group(n)) {
        q->items[n->item].not_ = left_out;
        q->items[n->item].or_ = false;
        q->items[n->item].grouped = true;
    }
    for (at = is_group(n) ? n->first : 0; at; at = q->nodes[at].next) put_leaves(q, at, left_out);
}

void gisa_group_settle(gisa_query *q)
{
    gisa_query_node *root = &q->nodes[GISA_QUERY_ROOT];
    uint32_t end;
    settle(q, GISA_QUERY_ROOT);
    q->grouped = false;
    for (uint32_t at = root->first; at; at = end)
        if (!is_flat(q, at, &end)) q->grouped = true;
    uint32_t *link = &root->first;
    while (*link) {
        uint32_t at = *link;
        bool flat = is_flat(q, at, &end);
        if (flat && (!q->grouped || !is_words(&q->items[q->nodes[at].item]))) {
            put_flags(q, at, end); /* filters stay filters */
            *link = end;
            continue;
        }
        for (; at != end; at = q->nodes[at].next) {
            put_leaves(q, at, false);
            link = &q->nodes[at].next;
        }
    }
    q->n_words = 0;
    for (size_t i = 0; i < q->n; i++) q->n_words += !q->items[i].not_ && is_words(&q->items[i]);
}

static gisa_group_answer ask(const gisa_query *q, uint32_t at, gisa_group_asker asker);

/* All that OR does not join are wanted; those that are passed over say nothing. */
static gisa_group_answer ask_all(const gisa_query *q, uint32_t at, gisa_group_asker asker)
{
    gisa_group_answer any = GISA_GROUP_NONE, all = GISA_GROUP_NONE;
    while (at) {
        const gisa_query_node *n = &q->nodes[at];
        if (any != GISA_GROUP_YES) { /* else the others that OR joins change nothing */
            gisa_group_answer one = ask(q, at, asker);
            if (one > any) any = one;
        }
        at = n->next;
        if (at && q->nodes[at].or_) continue;
        if (any == GISA_GROUP_NO) return GISA_GROUP_NO;
        if (any == GISA_GROUP_YES) all = GISA_GROUP_YES;
        any = GISA_GROUP_NONE;
    }
    return all;
}

static gisa_group_answer ask(const gisa_query *q, uint32_t at, gisa_group_asker asker)
{
    const gisa_query_node *n = &q->nodes[at];
    gisa_group_answer a = is_group(n) ? ask_all(q, n->first, asker)
                                      : asker.item(asker.ctx, n->item);
    if (a == GISA_GROUP_NONE || !n->not_) return a;
    return a == GISA_GROUP_YES ? GISA_GROUP_NO : GISA_GROUP_YES;
}

bool gisa_group_holds(const gisa_query *q, gisa_group_asker asker)
{
    return ask_all(q, q->nodes[GISA_QUERY_ROOT].first, asker) != GISA_GROUP_NO;
}

static double weigh(const gisa_query *q, uint32_t at, const double *articles);

/* The articles that the nodes from `at` on, which OR joins, are in together. */
static double weigh_joined(const gisa_query *q, uint32_t at, const double *articles, uint32_t *end)
{
    double sum = -1;
    for (bool first = true; at && (first || q->nodes[at].or_); at = q->nodes[at].next) {
        double w = weigh(q, at, articles);
        first = false;
        if (w == GISA_GROUP_ANY || sum == GISA_GROUP_ANY)
            sum = GISA_GROUP_ANY;
        else if (w >= 0)
            sum = (sum < 0 ? 0 : sum) + w;
    }
    *end = at;
    return sum;
}

/* Of a group its rarest part counts. */
static double weigh(const gisa_query *q, uint32_t at, const double *articles)
{
    const gisa_query_node *n = &q->nodes[at];
    double least = -1;
    if (!is_group(n)) return articles[n->item] < 0 || !n->not_ ? articles[n->item] : GISA_GROUP_ANY;
    for (at = n->first; at;) {
        double w = weigh_joined(q, at, articles, &at);
        if (w >= 0 && (least < 0 || w < least)) least = w;
        if (w == GISA_GROUP_ANY && least == -1) least = w;
    }
    return least >= 0 && n->not_ ? GISA_GROUP_ANY : least;
}

static void number(const gisa_query *q, uint32_t at, uint32_t end, const double *articles, size_t n,
                   size_t *clause)
{
    for (; at != end; at = q->nodes[at].next) {
        const gisa_query_node *node = &q->nodes[at];
        if (!is_group(node)) {
            if (articles[node->item] >= 0) clause[node->item] = n;
            continue;
        }
        double least = weigh(q, at, articles);
        uint32_t part = node->first, next;
        for (; part; part = next)
            if (weigh_joined(q, part, articles, &next) == least) break;
        if (part) number(q, part, next, articles, n, clause);
    }
}

size_t gisa_group_clauses(const gisa_query *q, const double *articles, size_t *clause)
{
    size_t n = 0;
    uint32_t end;
    for (size_t i = 0; i < q->n; i++) clause[i] = 0;
    for (uint32_t at = q->nodes[GISA_QUERY_ROOT].first; at; at = end) {
        if (weigh_joined(q, at, articles, &end) < 0) continue;
        number(q, at, end, articles, ++n, clause);
    }
    return n;
}

#include "ingest/page/body.h"

#include "base/mem.h"
#include "corpus/wordlist.h"
#include "ingest/page/select.h"

/* Tuned with tests/bench/extract. Weights are those of ingest/lines.h. */

/* What a line is: text from so much weight on, with a sentence's end and without; mostly links from
 * this share on; a scrap below this weight. */
static const float MIN_SENTENCE = 8, MIN_LONG_LINE = 20, MAX_LINKED = 0.6f, MIN_FRAGMENT = 3;

/* What it counts: text up to a cap, other lines a share of their weight up to another. */
static const float MAX_TEXT_WEIGHT = 150, MAX_OTHER_WEIGHT = 12;
static const float LONG_LINE_SHARE = 0.6f, SHORT_SENTENCE_SHARE = 0.4f, CELL_SHARE = 0.2f;
static const float ITEM_SHARE = 0.1f, HEADING_SCORE = 0.5f, FRAGMENT_SCORE = -0.5f;
static const float SCRAP_SCORE = -1, LINKED_ITEM_SCORE = -1;
static const float NOISE_SHARE = -0.3f, NOISE_SCORE = -0.5f, LINKS_SHARE = -0.5f, LINKS_SCORE = -1;

/* How much scraps count against a box: a body may have many (tables, lists) and is still the body.
 */
static const float NEGATIVE_SHARE = 0.5f;

/* Of the densest box's text: what a box must hold that the page names as the body. */
static const float MIN_ITEMPROP = 0.4f, MIN_CONTAINER = 0.6f, MIN_ARTICLE = 0.6f;

/* The minimum text of a box that a profile selects. */
static const float MIN_PROFILE_TEXT = 5;

/* Of the chosen box's text: what a box in it must hold to be the end of the body. */
static const float MIN_OF_TEXT = 0.8f;

/* Of the chosen box's text: what a box of the same name must hold, and all of them together. */
static const float MIN_SIBLING = 0.05f, MIN_SIBLINGS = 0.1f;

float gisa_line_score(const gisa_line *line)
{
    float w = line->weight < 1 ? 1 : line->weight;
    float linked = line->link_weight / w;
    float capped = w > MAX_OTHER_WEIGHT ? MAX_OTHER_WEIGHT : w;
    if (line->flags & (GISA_LINE_NOISE | GISA_LINE_HIDDEN | GISA_LINE_OTHER))
        return NOISE_SHARE * capped + NOISE_SCORE;
    if (linked > MAX_LINKED) return LINKS_SHARE * capped + LINKS_SCORE;
    if (line->flags & GISA_LINE_CAPTION) return 0;
    float cap = w > MAX_TEXT_WEIGHT ? MAX_TEXT_WEIGHT : w;
    if (line->ends && w >= MIN_SENTENCE) return cap * (1 - linked);
    if (w >= MIN_LONG_LINE) return cap * LONG_LINE_SHARE * (1 - linked);
    if (line->ends) return SHORT_SENTENCE_SHARE * w;
    if (line->flags & GISA_LINE_CELL) return CELL_SHARE * capped;
    if (line->flags & GISA_LINE_ITEM) return linked > 0 ? LINKED_ITEM_SCORE : ITEM_SHARE * capped;
    if (line->flags & GISA_LINE_HEADING) return HEADING_SCORE;
    return w < MIN_FRAGMENT ? SCRAP_SCORE : FRAGMENT_SCORE;
}

void gisa_lines_in_node(const gisa_lines *l, const gisa_tree *t, size_t node, size_t *from,
                        size_t *to)
{
    for (int side = 0; side < 2; side++) {
        size_t wanted = side ? t->nodes[node].end : node;
        size_t low = 0, high = l->n;
        while (low < high) {
            size_t mid = (low + high) / 2;
            if (l->items[mid].first < wanted)
                low = mid + 1;
            else
                high = mid;
        }
        *(side ? to : from) = low;
    }
}

static gisa_status sum_scores(gisa_body_sums *sums, const gisa_lines *l, gisa_error *err)
{
    if (l->n + 1 > sums->cap) {
        gisa_free(sums->scores);
        gisa_free(sums->positive);
        sums->scores = gisa_malloc((l->n + 1) * sizeof *sums->scores);
        sums->positive = gisa_malloc((l->n + 1) * sizeof *sums->positive);
        sums->cap = sums->scores && sums->positive ? l->n + 1 : 0;
        if (!sums->cap) return gisa_fail_mem(err);
    }
    sums->scores[0] = sums->positive[0] = 0;
    for (size_t i = 0; i < l->n; i++) {
        float s = gisa_line_score(&l->items[i]);
        sums->scores[i + 1] = sums->scores[i] + (s < 0 ? NEGATIVE_SHARE * s : s);
        sums->positive[i + 1] = sums->positive[i] + (s > 0 ? s : 0);
    }
    return GISA_OK;
}

static float sum_of(const gisa_lines *l, const gisa_tree *t, size_t node, const float *sums)
{
    size_t from, to;
    gisa_lines_in_node(l, t, node, &from, &to);
    return sums[to] - sums[from];
}

static bool may_hold_body(unsigned tag)
{
    switch (tag) {
    case GISA_TAG_DIV:
    case GISA_TAG_SECTION:
    case GISA_TAG_ARTICLE:
    case GISA_TAG_MAIN:
    case GISA_TAG_BODY:
    case GISA_TAG_TD:
    case GISA_TAG_TABLE:
    case GISA_TAG_TBODY:
    case GISA_TAG_TR:
    case GISA_TAG_CENTER:
    case GISA_TAG_FORM:
    case GISA_TAG_OTHER:
    case GISA_TAG_SPAN:
    case GISA_TAG_FONT:
    case GISA_TAG_DD:
    case GISA_TAG_LI:
    case GISA_TAG_PRE:
    case GISA_TAG_BLOCKQUOTE: return true;
    default: return false;
    }
}

/* The deepest node with the greatest sum inside `above`. */
static size_t best_inside(const gisa_body_sums *sums, const gisa_lines *l, const gisa_tree *t,
                          size_t above, float *score)
{
    size_t best = above;
    *score = sum_of(l, t, above, sums->scores);
    for (size_t i = above + 1; i < t->nodes[above].end; i++) {
        const gisa_node *n = &t->nodes[i];
        if (!may_hold_body(n->tag) || n->end < i + 2) continue;
        float s = sum_of(l, t, i, sums->scores);
        if (s >= *score) {
            *score = s;
            best = i;
        }
    }
    return best;
}

static bool has_known_name(const gisa_tree *t, size_t node)
{
    gisa_str id = gisa_node_attr(t, node, "id"), classes = gisa_node_attr(t, node, "class"), one;
    if (id.n && gisa_wordlist_find(&gisa_list_body_ids, id)) return true;
    while (gisa_str_next_field(&classes, ' ', &one))
        if (one.n && gisa_wordlist_find(&gisa_list_body_classes, one)) return true;
    return false;
}

static bool is_article_body(const gisa_tree *t, size_t node)
{
    gisa_str prop = gisa_node_attr(t, node, "itemprop");
    return prop.n && gisa_str_has(prop, GISA_STR("articleBody"));
}

static bool is_main(const gisa_tree *t, size_t node)
{
    unsigned tag = t->nodes[node].tag;
    return tag == GISA_TAG_ARTICLE || tag == GISA_TAG_MAIN ||
           gisa_str_is(gisa_node_attr(t, node, "role"), "main");
}

/* Of the nodes that pass the test, the one with the most running text; the inner one when they
 * nest and are equal. */
static size_t richest(const gisa_body_sums *sums, const gisa_lines *l, const gisa_tree *t,
                      bool (*passes)(const gisa_tree *, size_t), float *good)
{
    size_t best = SIZE_MAX;
    *good = 0;
    for (size_t i = 0; i < t->n; i++) {
        const gisa_node *n = &t->nodes[i];
        if (n->tag == GISA_TAG_TEXT || n->end < i + 2 || !passes(t, i)) continue;
        float g = sum_of(l, t, i, sums->positive);
        if (g < *good || g <= 0) continue;
        *good = g;
        best = i;
    }
    return best;
}

static bool found_named(const gisa_body_sums *sums, const gisa_lines *l, const gisa_tree *t,
                        float best_good, gisa_body *out)
{
    float good;
    size_t node = richest(sums, l, t, is_article_body, &good);
    if (node != SIZE_MAX && good >= MIN_ITEMPROP * best_good) {
        out->root = node;
        out->by = GISA_BODY_BY_ITEMPROP;
        return true;
    }
    node = richest(sums, l, t, has_known_name, &good);
    if (node != SIZE_MAX && good >= MIN_CONTAINER * best_good) {
        out->root = node;
        out->by = GISA_BODY_BY_CONTAINER;
        return true;
    }
    return false;
}

static bool found_by_profile(const gisa_body_sums *sums, const gisa_lines *l, const gisa_tree *t,
                             const gisa_profile *profile, gisa_body *out)
{
    const gisa_selector *list = profile ? profile->parts[GISA_PART_BODY] : NULL;
    for (; list; list = gisa_selector_next(list))
        for (size_t i = 0; i < t->n; i++) {
            if (!gisa_selector_matches_first(list, t, i)) continue;
            if (sum_of(l, t, i, sums->positive) <= MIN_PROFILE_TEXT) continue;
            out->root = i;
            out->by = GISA_BODY_BY_PROFILE;
            return true;
        }
    return false;
}

/* A known system may cut its text into several boxes of the same name, with facts or promotion in
 * between: then the body is the box around those that hold a fair share of the text. So it is where
 * a profile names the paragraphs. */
static void widen_to_siblings(const gisa_body_sums *sums, const gisa_lines *l, const gisa_tree *t,
                              gisa_body *out)
{
    gisa_str name = gisa_node_attr(t, out->root, "class");
    float own = sum_of(l, t, out->root, sums->positive), others = 0;
    size_t around = out->root;
    for (size_t i = 1; name.n && i < t->n; i++) {
        const gisa_node *n = &t->nodes[i];
        if (n->tag == GISA_TAG_TEXT || n->end < i + 2 || !n->n_attrs) continue;
        if (gisa_node_inside(t, i, out->root) || gisa_node_inside(t, out->root, i)) continue;
        if (!gisa_str_eq(gisa_node_attr(t, i, "class"), name)) continue;
        float g = sum_of(l, t, i, sums->positive);
        if (g < MIN_SIBLING * own) continue;
        others += g;
        while (around && !gisa_node_inside(t, i, around)) around = t->nodes[around].parent;
    }
    if (others >= MIN_SIBLINGS * own && around) out->root = around;
}

/* All text of a box but links, not only sentences: a list may be the article. */
static float plain_in(const gisa_lines *l, const gisa_tree *t, size_t node)
{
    const unsigned aside = GISA_LINE_NOISE | GISA_LINE_HIDDEN | GISA_LINE_OTHER | GISA_LINE_CAPTION;
    size_t from, to;
    float sum = 0;
    gisa_lines_in_node(l, t, node, &from, &to);
    for (size_t i = from; i < to; i++)
        if (!(l->items[i].flags & aside)) sum += l->items[i].weight - l->items[i].link_weight;
    return sum;
}

/* Whether questions and answers follow a box: they belong to the text, set as it may be. */
static bool leads_questions(const gisa_tree *t, size_t box, size_t root)
{
    for (size_t i = t->nodes[box].end; i < t->nodes[root].end; i++)
        if (gisa_str_find_nocase(gisa_node_attr(t, i, "class"), GISA_STR("faq"), 0) != GISA_NPOS ||
            gisa_str_find_nocase(gisa_node_attr(t, i, "id"), GISA_STR("faq"), 0) != GISA_NPOS)
            return true;
    return false;
}

/* Nobody named the body's box, and it may be too wide: after one in it that holds nearly all of the
 * text come portraits of authors, offers and other stories. What is before it may be a lead. */
static void end_with_text(const gisa_body_sums *sums, const gisa_lines *l, const gisa_tree *t,
                          gisa_body *out)
{
    float text = MIN_OF_TEXT * sum_of(l, t, out->root, sums->positive);
    float plain = MIN_OF_TEXT * plain_in(l, t, out->root);
    size_t at = 0, from, to;
    for (size_t i = out->root + 1; i < t->nodes[at ? at : out->root].end;) {
        const gisa_node *n = &t->nodes[i];
        bool holds = may_hold_body(n->tag) && n->end > i + 1 &&
                     sum_of(l, t, i, sums->positive) >= text && plain_in(l, t, i) >= plain;
        if (holds) at = i;
        i = holds ? i + 1 : n->end;
    }
    if (!at || leads_questions(t, at, out->root)) return;
    gisa_lines_in_node(l, t, at, &from, &to);
    out->to = to;
}

gisa_status gisa_body_find(gisa_body_sums *sums, const gisa_lines *l, const gisa_tree *t,
                           const gisa_profile *profile, gisa_body *out, gisa_error *err)
{
    *out = (gisa_body){.by = GISA_BODY_BY_DENSITY};
    gisa_status st = sum_scores(sums, l, err);
    if (st < 0 || !t->n) return st;
    float score, good;
    size_t best = best_inside(sums, l, t, 0, &score);
    float best_good = sum_of(l, t, best, sums->positive);
    out->root = best;
    if (!found_by_profile(sums, l, t, profile, out) && !found_named(sums, l, t, best_good, out)) {
        size_t node = richest(sums, l, t, is_main, &good);
        if (node != SIZE_MAX && good >= MIN_ARTICLE * best_good) {
            out->root = best_inside(sums, l, t, node, &score);
            out->by = GISA_BODY_BY_ARTICLE;
        }
    }
    bool paragraph = out->by == GISA_BODY_BY_PROFILE && t->nodes[out->root].tag == GISA_TAG_P;
    if (paragraph || out->by == GISA_BODY_BY_CONTAINER) widen_to_siblings(sums, l, t, out);
    gisa_lines_in_node(l, t, out->root, &out->from, &out->to);
    if (!gisa_body_is_named(out)) end_with_text(sums, l, t, out);
    out->score = sums->positive[out->to] - sums->positive[out->from];
    out->page = sums->positive[l->n];
    for (size_t i = 0; i < l->n; i++) out->links += l->items[i].link_weight;
    return GISA_OK;
}

bool gisa_body_is_named(const gisa_body *body)
{
    return body->by != GISA_BODY_BY_DENSITY && body->by != GISA_BODY_BY_ARTICLE;
}

const char *gisa_body_evidence_name(gisa_body_evidence by)
{
    static const char *const names[] = {"density",  "article", "container",
                                        "itemprop", "profile", "headline"};
    return names[by];
}

void gisa_body_sums_clear(gisa_body_sums *sums)
{
    gisa_free(sums->scores);
    gisa_free(sums->positive);
    *sums = (gisa_body_sums){0};
}

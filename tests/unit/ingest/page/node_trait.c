#include "ingest/page/node_trait.h"

#include "corpus/wordlist.h"
#include "tests/unit/test.h"

enum {
    NOISE = GISA_NODE_NOISE,
    CERTAIN = GISA_NODE_NOISE | GISA_NODE_CERTAIN,
    HIDDEN = GISA_NODE_HIDDEN,
    WRAP = GISA_NODE_WRAPPER,
};

static const struct {
    const char *name, *html; /* the element with id or class or tag x-… is the first below <body> */
    unsigned want;
} rows[] = {
    {"a plain box", "<div>가</div>", 0},
    {"a name of one word", "<div class=\"related\">가</div>", CERTAIN},
    {"a word between dashes", "<div class=\"wrap article-related-list\">가</div>", CERTAIN},
    {"a word that a capital begins", "<div id=\"articleRelated\">가</div>", CERTAIN},
    {"a word in capitals", "<div class=\"RELATED\">가</div>", CERTAIN},
    {"a word inside another is none", "<div class=\"unrelated\">가</div>", 0},
    {"digits end a word", "<div class=\"banner2\">가</div>", NOISE},
    {"the last word of the table", "<div class=\"writer\">가</div>", GISA_NODE_BYLINE},
    {"the first word of the table", "<div class=\"actions\">가</div>", NOISE},
    {"digits before a word make it part of a hash", "<div id=\"part_bb4ad58\">가</div>", 0},
    {"a state of the page is no kind of box", "<div class=\"no-sidebar\">가</div>", 0},
    {"a box around several is none of them", "<div id=\"map-and-related\">가</div>", 0},
    {"where an icon is says nothing of the box", "<div class=\"panels icon-side-right\">가</div>",
     0},
    {"a style is no name", "<div class=\"[&_nav]:p-2 md:footer\">가</div>", 0},
    {"an id made from a heading says nothing", "<div id=\"how-we-share-our-models\">가</div>", 0},
    {"white space of any kind parts names", "<div class=\"wrap\n\tbanner\">가</div>", NOISE},
    {"a form", "<form>가</form>", CERTAIN},
    {"a box named like a form", "<div class=\"gform_wrapper\">가</div>", CERTAIN},
    {"a call to the reader", "<div class=\"post-cta\">가</div>", CERTAIN},
    {"a form is not what informs", "<div class=\"information\">가</div>", 0},
    {"what is shown until an ad has loaded", "<amp-ad><div placeholder>가</div></amp-ad>", HIDDEN},
    {"a caption", "<div class=\"img_caption\">가</div>", GISA_NODE_CAPTION},
    {"what is told of a picture", "<div class=\"img_desc\">가</div>", GISA_NODE_CAPTION},
    {"a picture alone", "<div class=\"img_wrap\">가</div>", 0},
    {"a picture and text under two names", "<div class=\"img desc\">가</div>", 0},
    {"id and class add up", "<div id=\"caption\" class=\"byline\">가</div>",
     GISA_NODE_CAPTION | GISA_NODE_BYLINE},
    {"a word longer than any in the table",
     "<div class=\"commentcommentcommentcommentcomment\">가</div>", 0},
    {"navigation by tag", "<nav>가</nav>", NOISE},
    {"a footer", "<footer>가</footer>", NOISE},
    {"an article may hold the page", "<article>가</article>", WRAP},
    {"a label of a box to tick", "<label><input type=checkbox>가</label>", NOISE},
    {"a label of a panel", "<label for=a>가</label>", 0},
    {"a role", "<div role=\"complementary\">가</div>", NOISE},
    {"hidden by attribute", "<div hidden>가</div>", HIDDEN},
    {"hidden by style", "<div style=\"color:red; display : none\">가</div>", HIDDEN},
    {"shown by style", "<div style=\"display:block\">가</div>", 0},
    {"a body by microdata", "<div itemprop=\"articleBody\">가</div>", WRAP},
};

/* Every word of the table is found, and its value says what the table's head explains. */
static void test_names(gisa_tree *t)
{
    static const struct {
        const char *value;
        unsigned traits;
    } values[] = {
        {"byline", GISA_NODE_BYLINE},
        {"caption", GISA_NODE_CAPTION},
        {"noise", NOISE},
        {"other", 0},
        {"picture", 0},
        {"strong", CERTAIN},
        {"telling", 0},
    };
    enum { N_VALUES = sizeof values / sizeof values[0] };
    gisa_buf html = {0};
    for (size_t i = 0; i < gisa_list_node_names.n; i++) {
        const gisa_wordlist_item *item = &gisa_list_node_names.items[i];
        size_t v = 0;
        unsigned all = 0;
        while (v < N_VALUES && !gisa_str_is(item->value, values[v].value)) v++;
        if (!OK(v < N_VALUES, "a value is one of these")) continue;
        gisa_buf_reset(&html);
        gisa_buf_addf(&html, "<p class='%.*s'>가</p>", GISA_ARG(item->word));
        gisa_tree_parse(t, gisa_buf_view(&html), NULL);
        for (size_t k = 0; k < t->n; k++)
            if (t->nodes[k].tag == GISA_TAG_P) all |= gisa_node_traits(t, k);
        if (!EQUAL(all, values[v].traits, "a word has the traits of its value"))
            printf("     %.*s\n", GISA_ARG(item->word));
    }
    gisa_buf_clear(&html);
}

int main(void)
{
    gisa_tree t = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_error err = {0};
        WENT(gisa_tree_parse(&t, gisa_str_from(rows[i].html), &err), err, rows[i].name);
        size_t node = 0;
        while (node < t.n &&
               (t.nodes[node].tag == GISA_TAG_OTHER || t.nodes[node].tag == GISA_TAG_HTML ||
                t.nodes[node].tag == GISA_TAG_BODY))
            node++;
        if (!OK(node < t.n, rows[i].name)) continue;
        EQUAL(gisa_node_traits(&t, node), rows[i].want, rows[i].name);
    }
    test_names(&t);
    gisa_tree_clear(&t);
    return test_end();
}

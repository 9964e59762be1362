#include "ingest/page/node_trait.h"

#include "tests/unit/test.h"

enum {
    NOISE = GISA_NODE_NOISE,
    SURE = GISA_NODE_NOISE | GISA_NODE_CERTAIN,
    HIDDEN = GISA_NODE_HIDDEN,
    WRAP = GISA_NODE_WRAPPER,
};

static const struct {
    const char *name, *html; /* the element with id or class or tag x-… is the first below <body> */
    unsigned want;
} rows[] = {
    {"a plain box", "<div>가</div>", 0},
    {"a name of one word", "<div class=\"related\">가</div>", SURE},
    {"a word between dashes", "<div class=\"wrap article-related-list\">가</div>", SURE},
    {"a word that a capital begins", "<div id=\"articleRelated\">가</div>", SURE},
    {"a word in capitals", "<div class=\"RELATED\">가</div>", SURE},
    {"a word inside another is none", "<div class=\"unrelated\">가</div>", 0},
    {"digits end a word", "<div class=\"banner2\">가</div>", NOISE},
    {"the last word of the table", "<div class=\"writer\">가</div>", GISA_NODE_BYLINE},
    {"the first word of the table", "<div class=\"actions\">가</div>", NOISE},
    {"digits before a word make it part of a hash", "<div id=\"part_bb4ad58\">가</div>", 0},
    {"a state of the page is no kind of box", "<div class=\"no-sidebar\">가</div>", 0},
    {"a box around several is none of them", "<div id=\"map-and-related\">가</div>", 0},
    {"a style is no name", "<div class=\"[&_nav]:p-2 md:footer\">가</div>", 0},
    {"an id made from a heading says nothing", "<div id=\"how-we-share-our-models\">가</div>", 0},
    {"white space of any kind parts names", "<div class=\"wrap\n\tbanner\">가</div>", NOISE},
    {"a form", "<form>가</form>", NOISE},
    {"a caption", "<div class=\"img_caption\">가</div>", GISA_NODE_CAPTION},
    {"id and class add up", "<div id=\"caption\" class=\"byline\">가</div>",
     GISA_NODE_CAPTION | GISA_NODE_BYLINE},
    {"a word longer than any in the table",
     "<div class=\"commentcommentcommentcommentcomment\">가</div>", 0},
    {"navigation by tag", "<nav>가</nav>", NOISE},
    {"a footer", "<footer>가</footer>", NOISE},
    {"an article may hold the page", "<article>가</article>", WRAP},
    {"a role", "<div role=\"complementary\">가</div>", NOISE},
    {"hidden by attribute", "<div hidden>가</div>", HIDDEN},
    {"hidden by style", "<div style=\"color:red; display : none\">가</div>", HIDDEN},
    {"shown by style", "<div style=\"display:block\">가</div>", 0},
    {"a body by microdata", "<div itemprop=\"articleBody\">가</div>", WRAP},
};

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
    /* every word of the table is found: bsearch needs it sorted */
    static const char *const words[] = {
        "ad",    "ads",     "author", "comment",    "cookie", "footer", "gnb",  "layer",
        "menu",  "modal",   "nav",    "newsletter", "popup",  "promo",  "rank", "reply",
        "share", "sidebar", "sns",    "tags",       "toc",    "tools",  "util", "recommend"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        gisa_error err = {0};
        gisa_buf html = {0};
        gisa_buf_addf(&html, "<div class=\"%s\">가</div>", words[i]);
        WENT(gisa_tree_parse(&t, gisa_buf_view(&html), &err), err, words[i]);
        unsigned all = 0;
        for (size_t k = 0; k < t.n; k++) all |= gisa_node_traits(&t, k);
        OK(all & (GISA_NODE_NOISE | GISA_NODE_BYLINE), words[i]);
        gisa_buf_clear(&html);
    }
    gisa_tree_clear(&t);
    return test_end();
}

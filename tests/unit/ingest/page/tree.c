#include "ingest/page/tree.h"

#include <libxml/xmlversion.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "tests/unit/test.h"

/* The tree as text: elements as "tag(…)" with their id, text nodes as they are. */
static void draw(const gisa_tree *t, size_t node, gisa_buf *out)
{
    const gisa_node *n = &t->nodes[node];
    if (n->tag == GISA_TAG_TEXT) {
        gisa_buf_add(out, gisa_node_text(t, node));
        return;
    }
    gisa_buf_add(out, gisa_node_text(t, node));
    gisa_buf_add_char(out, '(');
    for (size_t i = node + 1; i < n->end; i = t->nodes[i].end) draw(t, i, out);
    gisa_buf_add_char(out, ')');
}

/* Text alone in a body: libxml2 2.9 puts a paragraph around it, 2.15 does not, as HTML 5. Bodies
 * are found by their lines, and both give the same ones. */
#if LIBXML_VERSION < 21400
#define ALONE(text) "p(" text ")"
#else
#define ALONE(text) text
#endif

static const struct {
    const char *name, *html, *want;
} rows[] = {
    {"a page", "<html><body><p>여울</p></body></html>", "(html(body(p(여울))))"},
    {"html and body are put where they are missing", "<div>여울</div>", "(html(body(div(여울))))"},
    {"a paragraph ends the one before", "<p>하나<p>둘", "(html(body(p(하나)p(둘))))"},
    {"an item ends the one before", "<ul><li>하나<li>둘</ul>", "(html(body(ul(li(하나)li(둘)))))"},
    {"line breaks have no contents", "<div>하나<br>둘<br/>셋</div>",
     "(html(body(div(하나br()둘br()셋))))"},
    {"crossing tags still make a tree", "<b><i>여울</b></i>소", "(html(body(b(i(여울))소)))"},
    {"an end tag without a start is nothing", "</div>여울</span></body>",
     "(html(body(" ALONE("여울") ")))"},
    {"character references are resolved", "<b>&lt;여울&gt; &amp; &#44032;&hellip;</b>",
     "(html(body(b(<여울> & 가…))))"},
    {"unknown elements keep their names", "<my-box>여울</my-box>", "(html(body(my-box(여울))))"},
    {"Hangul in a tag's place is text", "<b><여울></b>", NULL},
    {"white space stays as it was", "<b>여\n  울 </b>", "(html(body(b(여\n  울 ))))"},
    {"references to C1 are bytes of windows-1252",
     "<b title='&#155;'>&#128;&#x91;&#159;&#x9B;31m&#150;</b>", "(html(body(b(€‘Ÿ›31m–))))"},
    {"those that it does not assign are nothing", "<b>a&#129;b&#x8D;&#143;&#144;&#157;c</b>",
     "(html(body(b(abc))))"},
    {"and so are those to C0 and DEL, but white space", "<b>a&#27;[2J&#7;&#127;b&#9;c&#10;d</b>",
     "(html(body(b(a[2Jb\tc\nd))))"},
    {"Latin letters after C1 stay", "<b>&#160;&#161;é</b>", "(html(body(b(\xC2\xA0¡é))))"},
    {"nothing", "", "()"},
};

/* Every subtree lies inside its parent's, and a parent comes before its children. */
static bool is_sound(const gisa_tree *t)
{
    for (size_t i = 1; i < t->n; i++) {
        const gisa_node *n = &t->nodes[i];
        if (n->parent >= i || n->end <= i || n->end > t->nodes[n->parent].end) return false;
    }
    return t->n > 0 && t->nodes[0].end == t->n;
}

static void test_rows(gisa_tree *t)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_error err = {0};
        gisa_buf_reset(&out);
        WENT(gisa_tree_parse(t, gisa_str_from(rows[i].html), &err), err, rows[i].name);
        OK(is_sound(t), rows[i].name);
        draw(t, 0, &out);
        if (rows[i].want)
            SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        else
            OK(gisa_str_has(gisa_buf_view(&out), GISA_STR("여울")), rows[i].name);
    }
    gisa_buf_clear(&out);
}

static size_t find(const gisa_tree *t, gisa_tag tag)
{
    size_t i = 0;
    while (i < t->n && t->nodes[i].tag != tag) i++;
    return i;
}

static void test_attributes(gisa_tree *t)
{
    gisa_tree_parse(
        t, GISA_STR("<p id=a CLASS='여울 소' title=\"&quot;&amp;\" hidden empty='' id=b>x"), NULL);
    size_t p = find(t, GISA_TAG_P);
    SAME_C(gisa_node_attr(t, p, "id"), "a", "of an attribute given twice the first counts");
    SAME_C(gisa_node_attr(t, p, "class"), "여울 소", "names are in lower case");
    SAME_C(gisa_node_attr(t, p, "title"), "\"&", "references in values are resolved");
    SAME_C(gisa_node_attr(t, p, "hidden"), "",
           "an attribute without a value is empty, not unknown");
    SAME_C(gisa_node_attr(t, p, "empty"), "", "an empty value is empty");
    OK(!gisa_node_attr(t, p, "href").p, "an attribute that is not there is unknown");
    OK(!gisa_node_attr(t, p, "i").p, "a name's beginning is no name");
}

/* The parser must not fall back to another encoding for what is in the page. */
static void test_encoding(gisa_tree *t)
{
    gisa_buf out = {0};
    gisa_tree_parse(t, GISA_STR("<meta charset=euc-kr><title>여울</title><p>소</p>"), NULL);
    gisa_node_collect(t, 0, &out);
    SAME_C(gisa_buf_view(&out), "여울 소", "a label inside the page changes nothing");
    gisa_buf_clear(&out);
}

static void fill(gisa_buf *b, const char *unit, int times)
{
    gisa_buf_reset(b);
    for (int i = 0; i < times; i++) gisa_buf_add_c(b, unit);
}

static void test_hostile(gisa_tree *t)
{
    gisa_buf html = {0}, out = {0};
    fill(&html, "<div>", 5000);
    gisa_buf_add_c(&html, "여울");
    gisa_tree_parse(t, gisa_buf_view(&html), NULL);
    OK(is_sound(t), "deep nesting makes a sound tree");
    OK(t->n < 600, "elements under the limit of depth are left out");
    gisa_node_collect(t, 0, &out);
    SAME_C(gisa_buf_view(&out), "여울", "their text stays");
    OK(!t->cut, "depth alone cuts nothing off");
    fill(&html, "<b></b>", 500000);
    gisa_tree_parse(t, gisa_buf_view(&html), NULL);
    OK(t->cut && t->n == 400000 && is_sound(t), "nodes over the limit are left out, and it shows");
    gisa_tree_parse(t, GISA_STR("<p>다음"), NULL);
    OK(!t->cut && is_sound(t), "the next page does not suffer");
    fill(&html, " a=1", 0);
    gisa_buf_add_c(&html, "<p");
    for (int i = 0; i < 200; i++) gisa_buf_addf(&html, " a%d=%d", i, i);
    gisa_buf_add_c(&html, ">여울");
    gisa_tree_parse(t, gisa_buf_view(&html), NULL);
    EQUAL(t->nodes[find(t, GISA_TAG_P)].n_attrs, 64, "of many attributes the first 64 stay");
    gisa_buf_clear(&html);
    gisa_buf_clear(&out);
}

static const struct {
    const char *name, *before, *text, *want;
} blanks[] = {
    {"runs of white space become one space", "", "여  울\t\n 소", "여 울 소"},
    {"a space at the start counts after text", "가", " 여울", "가 여울"},
    {"but not after a space", "가 ", " 여울", "가 여울"},
    {"nor after a line end", "가\n", "  여울", "가\n여울"},
    {"nor at the very beginning", "", " \n여울", "여울"},
    {"a space at the end stays one", "", "여울 \t", "여울 "},
    {"no-break, ideographic and thin spaces are spaces", "",
     "여\xC2\xA0울\xE3\x80\x80소\xE2\x80\x89"
     "강",
     "여 울 소 강"},
    {"zero-width characters go without a space", "",
     "여\xE2\x80\x8B울\xEF\xBB\xBF소\xC2\xAD강\xE2\x81\xA0", "여울소강"},
    {"a zero-width character beside a space", "", "여 \xE2\x80\x8B 울", "여 울"},
    {"a space and then a zero-width character", "", "여 \xE2\x80\x8B울", "여 울"},
    {"line and paragraph separators are spaces", "", "여\xE2\x80\xA8울\xE2\x80\xA9소", "여 울 소"},
    {"characters with the same first byte stay", "", "여…“울”、소", "여…“울”、소"},
    {"nothing adds nothing", "가", "", "가"},
};

static void test_collapse(void)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        gisa_buf_reset(&out);
        gisa_buf_add_c(&out, blanks[i].before);
        gisa_text_collapse(gisa_str_from(blanks[i].text), &out);
        SAME_C(gisa_buf_view(&out), blanks[i].want, blanks[i].name);
    }
    gisa_buf_clear(&out);
}

static void test_memory(void)
{
    size_t wrong = 0;
    gisa_status st = GISA_ENOMEM;
    for (uint64_t allowed = 0; st != GISA_OK && allowed < 100; allowed++) {
        gisa_tree t = {0};
        gisa_error err = {0};
        gisa_mem_fail_after(allowed);
        st = gisa_tree_parse(&t, GISA_STR("<p id=a>여울<my-box class=b>소</my-box>"), &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        wrong += st != GISA_OK && st != GISA_ENOMEM;
        gisa_tree_clear(&t);
    }
    OK(st == GISA_OK && wrong == 0, "every allocation may fail, cleanly");
}

/* Boxes of one kind: the same tag and class, whatever else they have. */
static void test_alike(gisa_tree *t)
{
    gisa_tree_parse(t, GISA_STR("<p class=a id=1>여울<p class=a>소<p class=b>강<div class=a>"),
                    NULL);
    size_t boxes[4], n = 0;
    for (size_t i = 0; i < t->n && n < 4; i++)
        if (gisa_node_attr(t, i, "class").n) boxes[n++] = i;
    if (!OK(n == 4, "four boxes")) return;
    OK(gisa_node_is_alike(t, boxes[0], boxes[1]), "one tag and one class");
    OK(!gisa_node_is_alike(t, boxes[1], boxes[2]), "not another class");
    OK(!gisa_node_is_alike(t, boxes[0], boxes[3]), "nor another tag");
}

int main(void)
{
    gisa_tree t = {0};
    test_alike(&t);
    test_rows(&t);
    test_attributes(&t);
    test_encoding(&t);
    test_hostile(&t);
    test_collapse();
    gisa_tree_clear(&t);
    test_memory();
    return test_end();
}

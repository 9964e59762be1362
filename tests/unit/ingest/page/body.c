#include "ingest/page/body.h"

#include "base/mem.h"
#include "ingest/page/select.h"
#include "tests/unit/test.h"

#define P1 "<p>여울연구소는 새 모델의 비용을 공개했다. 값은 작년의 3분의 1이다.</p>"
#define P2 "<p>다른 회사도 같은 방법을 살펴보고 있다. 결과는 다음 달 학회에서 나온다.</p>"
#define P3 "<p>연구소는 자료를 누리집에 올렸다. 누구나 내려받을 수 있다고 밝혔다.</p>"
#define LINKS                                                                                                       \
    "<ul><li><a href=/1>나루의 다른 기사 제목</a></li><li><a href=/2>또 다른 기사의 제목</a></li>" \
    "<li><a href=/3>어제 많이 본 기사 제목</a></li></ul>"

typedef struct parts {
    gisa_tree tree;
    gisa_lines lines;
    gisa_body_sums work;
    gisa_arena arena;
} parts;

static void read_page(parts *w, const char *page)
{
    gisa_tree_parse(&w->tree, gisa_str_from(page), NULL);
    gisa_lines_collect(&w->lines, &w->tree, 0, NULL);
}

/* root: what the found node's id, or its tag's name without one, is. */
static const struct {
    const char *name, *page, *selector, *root, *how;
} rows[] = {
    {"the box with the text", "<div id=a>" LINKS "</div><div id=b>" P1 P2 P3 "</div>", NULL, "b",
     "density"},
    {"the deepest box that holds all of it",
     "<div id=a><div id=b><div id=c>" P1 P2 P3 "</div></div></div>", NULL, "c", "density"},
    {"a body over several boxes is their parent",
     "<div id=a>" LINKS "</div><div id=b><div>" P1 "</div><div>" P2 "</div><div>" P3 "</div></div>",
     NULL, "b", "density"},
    {"a box with lists around the body loses to the body",
     "<div id=a>" LINKS LINKS "<div id=b>" P1 P2 P3 "</div>" LINKS LINKS "</div>", NULL, "b",
     "density"},
    {"text in a cell of a table",
     "<table><tr><td id=a>" LINKS
     "</td><td id=b>여울연구소는 새 모델의 비용을 공개했다. 값은 작년의 "
     "3분의 1이다.<br><br>다른 회사도 같은 방법을 살펴보고 있다. 결과는 다음 달에 "
     "나온다.</td></tr></"
     "table>",
     NULL, "b", "density"},
    {"the page's own word", "<div id=a>" P1 "<div id=b itemprop=articleBody>" P2 P3 "</div></div>",
     NULL, "b", "itemprop"},
    {"but not with a small share of the text",
     "<div id=b>" P1 P2 P3 P1 P2 P3 "<div id=a itemprop=articleBody>" P2 "</div></div>", NULL, "b",
     "density"},
    {"a container that systems are known by",
     "<div id=a>" P1 "<div id=articleBody>" P2 P3 "</div></div>", NULL, "articleBody", "container"},
    {"a known class among others",
     "<div id=a>" P1 "<div id=b class='wide article-body'>" P2 P3 "</div></div>", NULL, "b",
     "container"},
    {"a class that only holds a known one is not it",
     "<div id=a>" P1 "<div id=b class='article-bodyguard'>" P2 P3 "</div></div>", NULL, "a",
     "density"},
    {"the article element, and the best inside it",
     "<div id=a>" P1 "<article><div id=b>" P2 P3 P2 "</div>" LINKS "</article></div>", NULL, "b",
     "article"},
    {"the profile wins over all",
     "<div id=a><div id=b>" P1 "</div><div id=articleBody>" P2 P3 "</div></div>", "#b", "b",
     "profile"},
    {"a profile's box without text is passed over",
     "<div id=a>" P1 "<div class=x></div><div id=b class=x>" P2 P3 "</div></div>", ".x", "b",
     "profile"},
    {"when the first selector finds no text, the next one is asked",
     "<div id=b class=y>" P1 P2 P3 "</div><div id=c class=x>가</div>", ".x, .y", "b", "profile"},
    {"a text cut into boxes of one name is the box around them",
     "<div id=a><div id=b><div class=rich-text>" P1 P2 P3
     "</div><p>광고</p><div class=rich-text>" P2 "</div></div>" LINKS "</div>",
     NULL, "b", "container"},
    {"a profile that names paragraphs means the box around them",
     "<div id=a>" LINKS "</div><div id=b><p class=y>여울연구소는 새 모델의 비용을 공개했다. 값은 "
     "작년의 3분의 1이다.</p>"
     "<p>광고</p><p class=y>연구소는 자료를 누리집에 올렸다. 누구나 내려받을 수 있다고 "
     "밝혔다.</p></div>",
     ".y", "b", "profile"},
    {"a profile that finds nothing leaves the general rules", "<div id=b>" P1 P2 P3 "</div>",
     "#none", "b", "density"},
    {"a page without text is its own root", "<div></div>", NULL, "", "density"},
};

static gisa_str label_of(const gisa_tree *t, size_t node)
{
    gisa_str id = gisa_node_attr(t, node, "id");
    return id.p ? id : gisa_node_text(t, node);
}

static void test_rows(parts *w)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_profile profile = {0};
        gisa_body body;
        gisa_error err = {0};
        read_page(w, rows[i].page);
        if (rows[i].selector)
            gisa_selector_parse(gisa_str_from(rows[i].selector), &w->arena,
                                &profile.parts[GISA_PART_BODY], NULL);
        WENT(gisa_body_find(&w->work, &w->lines, &w->tree, rows[i].selector ? &profile : NULL,
                            &body, &err),
             err, rows[i].name);
        if (*rows[i].root) SAME_C(label_of(&w->tree, body.root), rows[i].root, rows[i].name);
        SAME_C(gisa_str_from(gisa_body_evidence_name(body.by)), rows[i].how, rows[i].name);
        OK(body.from <= body.to && body.to <= w->lines.n && body.score <= body.page, rows[i].name);
        for (size_t k = 0; k < w->lines.n; k++) {
            bool inside = gisa_node_inside(&w->tree, w->lines.items[k].first, body.root);
            if (k >= body.from && k < body.to && !inside)
                OK(false, "the body's lines begin inside its node");
        }
    }
}

#define OFFER "<p>나루공방의 새 기계를 살펴보세요. 지금 주문하면 값을 깎아 드립니다.</p>"

/* lines: how many of the page's are the body's. */
static const struct {
    const char *name, *page;
    size_t lines;
} ends[] = {
    {"the body ends with the box that holds nearly all of its text",
     "<main><p>가람 기자의 머리말은 여기에 있다.</p><div>" P1 P2 P3 P1 P2 P3 P1 P2 P3
     "</div><div>" OFFER "</div></main>",
     10},
    {"not with one that holds less of it",
     "<main><div>" P1 P2 P3 "</div><div>" P1 OFFER "</div></main>", 5},
    {"a list is text as well",
     "<main><div>" P1 P2 P3 P1 P2 P3
     "</div><ul><li>가람 나루 다솜 라온 마루</li><li>아라 자두 차돌 카누</li>"
     "<li>가을 나비 다리 라면 마을</li><li>우물 저자 초가 코끼리</li><li>여울 이슬 제비 "
     "참새</li></ul></main>",
     11},
    {"questions and answers go on with it",
     "<main><div>" P1 P2 P3 P1 P2 P3 P1 P2 P3 "</div><div class=page-faq>" OFFER "</div></main>",
     10},
    {"a container that is named holds all of the body",
     "<div class=article-body><div>" P1 P2 P3 P1 P2 P3 "</div><div>" OFFER "</div></div>", 7},
};

static void test_ends(parts *w)
{
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        gisa_body body;
        read_page(w, ends[i].page);
        gisa_body_find(&w->work, &w->lines, &w->tree, NULL, &body, NULL);
        EQUAL(body.to - body.from, ends[i].lines, ends[i].name);
    }
}

static const struct {
    const char *name, *better, *worse;
} scores[] = {
    {"a sentence counts for more than a heading", P1, "<h2>여울연구소 새 모델 비용 공개</h2>"},
    {"a heading counts for more than a link", "<h2>여울연구소 새 모델</h2>",
     "<p><a href=/1>여울연구소 새 모델</a></p>"},
    {"a sentence counts for more than one with a link in it", P1,
     "<p>여울연구소는 <a href=/1>새 모델의 비용을 공개했다</a>. 값은 작년의 3분의 1이다.</p>"},
    {"a sentence counts for more than the same in a footer", P1,
     "<footer>" P1 "</footer>" P1 P2 P3 P1 P2 P3},
    {"a caption counts for less than a sentence", P1,
     "<figure><figcaption>여울연구소는 새 모델의 비용을 공개했다. 값은 작년의 3분의 "
     "1이다.</figcaption></figure>"},
    {"a caption counts for more than noise",
     "<figure><figcaption>여울연구소의 설명회</figcaption></figure>",
     "<nav>여울연구소의 설명회</nav>"},
};

static void test_scores(parts *w)
{
    for (size_t i = 0; i < sizeof scores / sizeof *scores; i++) {
        float s[2] = {0, 0};
        for (int k = 0; k < 2; k++) {
            read_page(w, k ? scores[i].worse : scores[i].better);
            if (OK(w->lines.n > 0, scores[i].name)) s[k] = gisa_line_score(&w->lines.items[0]);
        }
        OK(s[0] > s[1], scores[i].name);
    }
}

static void test_memory(parts *w)
{
    gisa_status st = GISA_ENOMEM;
    gisa_error err;
    read_page(w, "<div>" P1 P2 "</div>");
    for (uint64_t allowed = 0; st == GISA_ENOMEM && allowed < 10; allowed++) {
        gisa_body_sums work = {0};
        gisa_body body;
        gisa_mem_fail_after(allowed);
        st = gisa_body_find(&work, &w->lines, &w->tree, NULL, &body, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st == GISA_ENOMEM)
            OK(gisa_body_find(&work, &w->lines, &w->tree, NULL, &body, &err) == GISA_OK,
               "the workspace is usable after a failure");
        gisa_body_sums_clear(&work);
    }
    EQUAL(st, GISA_OK, "every allocation may fail, cleanly");
}

int main(void)
{
    parts w = {0};
    test_rows(&w);
    test_ends(&w);
    test_scores(&w);
    test_memory(&w);
    gisa_tree_clear(&w.tree);
    gisa_lines_clear(&w.lines);
    gisa_body_sums_clear(&w.work);
    gisa_arena_clear(&w.arena);
    return test_end();
}

#include "ingest/page/meta.h"

#include "base/mem.h"
#include "corpus/wordlist.h"
#include "tests/unit/test.h"

/* What a head says, as one line for each field that is known. */
static void describe(const gisa_meta *m, gisa_buf *out)
{
    const struct {
        const char *name;
        gisa_str value;
    } fields[] = {{"title", m->title},    {"og", m->og_title},       {"twitter", m->twitter_title},
                  {"site", m->site_name}, {"about", m->description}, {"canonical", m->canonical},
                  {"url", m->og_url},     {"type", m->og_type},      {"section", m->section},
                  {"lang", m->lang},      {"robots", m->robots},     {"tdm", m->tdm},
                  {"origin", m->origin},  {"press", m->press}};
    const struct {
        const char *name;
        const gisa_meta_list *list;
    } lists[] = {{"published", &m->published},
                 {"time", &m->times},
                 {"modified", &m->modified},
                 {"author", &m->authors},
                 {"heading", &m->headings}};
    gisa_buf_reset(out);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (fields[i].value.p)
            gisa_buf_addf(out, "%s=%.*s|", fields[i].name, GISA_ARG(fields[i].value));
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (size_t k = 0; k < lists[i].list->n; k++)
            gisa_buf_addf(out, "%s=%.*s|", lists[i].name, GISA_ARG(lists[i].list->items[k]));
}

static const struct {
    const char *name, *html, *want;
} rows[] = {
    {"the title, its white space collapsed", "<title> 여울\n  소식 </title>", "title=여울 소식|"},
    {"of two titles the first", "<title>여울</title><title>나루</title>", "title=여울|"},
    {"an empty title is unknown", "<title> </title><title>나루</title>", "title=나루|"},
    {"Open Graph", "<meta property=og:title content=여울><meta property=og:type content=article>",
     "og=여울|type=article|"},
    {"names in upper case", "<META NAME='OG:Title' CONTENT='여울'>", "og=여울|"},
    {"an empty value does not hide a later one",
     "<meta property=og:title content=' '><meta property=og:title content=여울>", "og=여울|"},
    {"a meta element without a value", "<meta name=author><meta property=og:url content=''>", ""},
    {"references in values", "<meta property=og:title content='여울 &quot;소&quot; &amp; 나루'>",
     "og=여울 \"소\" & 나루|"},
    {"the canonical address", "<link rel=CANONICAL href=' https://a.example/1 '>",
     "canonical=https://a.example/1|"},
    {"another link is none", "<link rel=amphtml href=https://a.example/1>", ""},
    {"the language of the page", "<html lang=ko-KR><p>", "lang=ko-KR|"},
    {"reservations", "<meta name=robots content=noai><meta name=tdm-reservation content=1>",
     "robots=noai|tdm=1|"},
    {"the more reliable time comes first",
     "<meta name=date content=2025-11-21><meta property=article:published_time content=2025-11-22>",
     "published=2025-11-22|published=2025-11-21|"},
    {"a time given twice counts once",
     "<meta name=date content=2025-11-22><meta name=pubdate content=2025-11-22>",
     "published=2025-11-22|"},
    {"microdata",
     "<meta itemprop=datePublished content=2025-11-22><meta itemprop=dateModified "
     "content=2025-11-23>",
     "published=2025-11-22|modified=2025-11-23|"},
    {"the name of a person or thing in microdata is no author", "<meta itemprop=name content=여울>",
     ""},
    {"time elements", "<p><time datetime=2025-11-22T09:30>오전</time></p>",
     "time=2025-11-22T09:30|"},
    {"a time element says itself that it is the later one",
     "<p><time itemprop=dateModified datetime=2025-11-23>수정</time></p>", "modified=2025-11-23|"},
    {"a time element without a machine-readable time", "<p><time>22일</time></p>", ""},
    {"a portal's times",
     "<p><span data-date-time='2025-11-22 09:30'>입력</span><em data-modify-date-time=1 "
     "data-date-time='2025-11-22 10:00'>수정</em></p>",
     "modified=2025-11-22 10:00|"},
    {"authors of several kinds, each once",
     "<meta name=author content=김가람><meta property=article:author content=김가람><meta "
     "property=dable:author content=박여울>",
     "author=김가람|author=박여울|"},
    {"headings in order", "<h1>여울 소식</h1><div><h3>둘째 제목</h3></div>",
     "heading=여울 소식|heading=둘째 제목|"},
    {"a heading of one syllable is none", "<h2>글</h2>", ""},
    {"a fifth-level heading is none", "<h5>여울 소식</h5>", ""},
    {"boxes named like titles",
     "<div class=view_title>여울 소식</div><p id=news_Title>나루 소식</p>",
     "heading=여울 소식|heading=나루 소식|"},
    {"a heading's parts are joined", "<h1>여울<br>소식 <b>하나</b></h1>",
     "heading=여울 소식 하나|"},
    {"a link to the original by its text", "<a href=https://b.example/7>기사원문</a>",
     "origin=https://b.example/7|"},
    {"a link within the site is none", "<a href=/7>기사원문</a>", ""},
    {"the link to the original on a portal", "<p><a class='media_origin_link' href=/x>기사</a></p>",
     "origin=/x|"},
    {"nothing", "", ""},
};

static void test_rows(gisa_tree *t)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_arena arena = {0};
        gisa_meta m;
        gisa_error err = {0};
        gisa_tree_parse(t, gisa_str_from(rows[i].html), NULL);
        WENT(gisa_meta_collect(t, &arena, &m, &err), err, rows[i].name);
        describe(&m, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_arena_clear(&arena);
    }
    gisa_buf_clear(&out);
}

/* Each name of the table fills a field: a value of it that no slot has would fill none. */
static void test_names(gisa_tree *t)
{
    gisa_buf html = {0}, out = {0};
    for (size_t i = 0; i < gisa_list_meta_names.n; i++) {
        gisa_arena arena = {0};
        gisa_meta m;
        gisa_str name = gisa_list_meta_names.items[i].word;
        gisa_buf_reset(&html);
        gisa_buf_addf(&html, "<meta property='%.*s' content=여울>", GISA_ARG(name));
        gisa_tree_parse(t, gisa_buf_view(&html), NULL);
        gisa_meta_collect(t, &arena, &m, NULL);
        describe(&m, &out);
        if (!OK(gisa_str_ends(gisa_buf_view(&out), GISA_STR("=여울|")), "a name fills a field"))
            printf("     %.*s\n", GISA_ARG(name));
        gisa_arena_clear(&arena);
    }
    gisa_buf_clear(&html);
    gisa_buf_clear(&out);
}

static void test_ceilings(gisa_tree *t)
{
    gisa_buf html = {0};
    gisa_arena arena = {0};
    gisa_meta m;
    for (int i = 0; i < 30; i++)
        gisa_buf_addf(&html, "<meta name=author content='김가람 %d'><h2>여울 소식 %d</h2>", i, i);
    for (int i = 0; i < 11; i++)
        gisa_buf_addf(&html, "<meta name=date content=2025-11-%d>", i + 11);
    gisa_buf_add_c(&html, "<h1>");
    for (int i = 0; i < 100000; i++) gisa_buf_add_c(&html, "가");
    gisa_tree_parse(t, gisa_buf_view(&html), NULL);
    gisa_meta_collect(t, &arena, &m, NULL);
    EQUAL(m.authors.n, GISA_META_VALUES_MAX, "authors over the limit are passed over");
    EQUAL(m.headings.n, GISA_META_VALUES_MAX, "and so are headings");
    SAME_C(m.headings.items[11], "여울 소식 11", "the first ones stay");
    for (size_t i = 0; i < m.headings.n; i++)
        OK(t->nodes[m.heading_nodes[i]].tag == GISA_TAG_H2, "each heading knows its node");
    gisa_arena_clear(&arena);
    gisa_buf_clear(&html);
}

static void test_memory(gisa_tree *t)
{
    gisa_status st = GISA_ENOMEM;
    gisa_error err;
    gisa_tree_parse(t, GISA_STR("<title>여울</title><h1>여울 소식</h1><h2>나루 소식</h2>"), NULL);
    for (uint64_t allowed = 0; st == GISA_ENOMEM && allowed < 100; allowed++) {
        gisa_arena arena = {0};
        gisa_meta m;
        gisa_mem_fail_after(allowed);
        st = gisa_meta_collect(t, &arena, &m, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_arena_clear(&arena);
    }
    EQUAL(st, GISA_OK, "every allocation may fail, cleanly");
}

int main(void)
{
    gisa_tree t = {0};
    test_rows(&t);
    test_names(&t);
    test_ceilings(&t);
    test_memory(&t);
    gisa_tree_clear(&t);
    return test_end();
}

#include "ingest/page/prescan.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *page, *want;
} rows[] = {
    {"text and tags stay", "<p>여울</p>", "<p>여울</p>"},
    {"scripts go", "<p>여울<script>var p = '<p>';</script>소</p>", "<p>여울 소</p>"},
    {"a script ends at its own end tag only", "<script>'</style>' </scripts> x</SCRIPT >여울",
     " 여울"},
    {"an end tag inside a string ends the script, as in browsers",
     "<script>var s='</script>';</script>여울", " ';</script>여울"},
    {"style, svg, iframe, textarea, template, object, math go",
     "<style>a>b</style><svg><path/></svg><iframe></iframe><textarea><p></textarea>"
     "<template>x</template><object>y</object><math>z</math>여울",
     "       여울"},
    {"a template that is shown stays, its style goes",
     "<x-a><template shadowrootmode=open><style>p{}</style><p>여울</p></template></x-a>",
     "<x-a><template shadowrootmode=\"open\"> <p>여울</p></template></x-a>"},
    {"comments go", "여<!-- <p>광고</p> -->울", "여울"},
    {"a comment with two dashes inside", "여<!-- a -- b > c -->울", "여울"},
    {"the shortest comments", "여<!-->울<!--->소", "여울소"},
    {"a comment that never ends takes its own tag only", "여<!-- 광고 <b>울</b> > 소",
     "여울</b> > 소"},
    {"declarations and processing instructions go", "<!DOCTYPE html><?php x ?>여울", "여울"},
    {"a lone less-than sign is text", "3 < 5 <3 <", "3 < 5 <3 <"},
    {"a script that never ends takes the rest", "여울<script>let a = 1;", "여울 "},
    {"an svg that never ends takes its tag only", "여<svg>울<p>소", "여울<p>소"},
    {"the same, twice", "여<svg>울<svg>소", "여울소"},
    {"an unclosed svg leaves a closed one before it alone", "<svg>a</svg>여<svg>울", " 여울"},
    {"an element whose name only begins like one stays", "<scripted>여울</scripted>",
     "<scripted>여울</scripted>"},
    {"a self-closing iframe hides nothing", "<iframe/>여울", "여울"},
    {"attributes that nobody asks for go", "<p onclick=\"x()\" class=\"a\" width=3>여울</p>",
     "<p class=\"a\">여울</p>"},
    {"a style stays when it hides", "<p style='display:none'>여</p><p style='color:red'>울</p>",
     "<p style=\"display:none\">여</p><p>울</p>"},
    {"a title stays when it may be a date",
     "<i title='2025-02-03'>여</i><b title=여울>울</b><b title='3개'>소</b>",
     "<i title=\"2025-02-03\">여</i><b>울</b><b>소</b>"},
    {"a value keeps its greater-than sign", "<p class=\"a>b\">여울</p>",
     "<p class=\"a>b\">여울</p>"},
    {"a value with double quotes gets single ones", "<p class='a\"b'>여울", "<p class='a\"b'>여울"},
    {"bare values get quotes", "<a href=/news/1?a=b>여울</a>", "<a href=\"/news/1?a=b\">여울</a>"},
    {"spaces around the equals sign", "<a href = '/1' >여울</a>", "<a href=\"/1\">여울</a>"},
    {"a quotation mark without a twin hides nothing", "<a href=\"/1>여울</a> 소", NULL},
    {"a tag without an end is the last", "여울<p class=\"a\"", "여울<p class=\"a\">"},
    {"white space between tags becomes one", "<p>여</p>   \t <p>울</p>\n\n<p>소</p>",
     "<p>여</p> <p>울</p>\n<p>소</p>"},
    {"upper case names", "<SCRIPT>x</Script><STYLE>y</style>여울", "  여울"},
    {"nothing", "", ""},
};

static void test_rows(gisa_prescan *p)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_error err = {0};
        WENT(gisa_prescan_run(p, gisa_str_from(rows[i].page), &err), err, rows[i].name);
        if (rows[i].want)
            SAME_C(gisa_buf_view(&p->html), rows[i].want, rows[i].name);
        else
            OK(gisa_str_has(gisa_buf_view(&p->html), GISA_STR("여울")), rows[i].name);
    }
}

static const struct {
    const char *name, *page, *text; /* text NULL: none is kept */
    gisa_script_kind kind;
} scripts[] = {
    {"JSON-LD", "<script type=\"application/ld+json\"> {\"a\":1} </script>", "{\"a\":1}",
     GISA_SCRIPT_JSON_LD},
    {"JSON-LD in upper case and quotes of its own",
     "<SCRIPT TYPE='application/LD+JSON'>[]</SCRIPT>", "[]", GISA_SCRIPT_JSON_LD},
    {"JSON-LD that is never closed", "<script type=application/ld+json>{\"a\":1}", "{\"a\":1}",
     GISA_SCRIPT_JSON_LD},
    {"the state of Next.js", "<script id=\"__NEXT_DATA__\">{}</script>", "{}",
     GISA_SCRIPT_NEXT_DATA},
    {"flight chunks", "<script>self.__next_f.push([1,\"a\"])</script>",
     "self.__next_f.push([1,\"a\"])", GISA_SCRIPT_FLIGHT},
    {"Arc's state from its brace on",
     "<script>Fusion.x=1;Fusion.globalContent = {\"a\":1};b</script>", "{\"a\":1};b",
     GISA_SCRIPT_FUSION},
    {"Arc's state after a comparison",
     "<script>if(Fusion.globalContent)f();Fusion.globalContent={\"a\":1}</script>", "{\"a\":1}",
     GISA_SCRIPT_FUSION},
    {"a mention of Arc's state", "<script>f(Fusion.globalContent)</script>", NULL,
     GISA_SCRIPT_FUSION},
    {"a function far from its equals sign",
     "<script>Fusion.globalContent=window.something.other||{}</script>", NULL, GISA_SCRIPT_FUSION},
    {"any other script", "<script>var a = {\"headline\":1}</script>", NULL, GISA_SCRIPT_JSON_LD},
    {"a script inside a comment", "<!--<script type=application/ld+json>{}</script>-->", NULL,
     GISA_SCRIPT_JSON_LD},
};

static void test_scripts(gisa_prescan *p)
{
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        gisa_prescan_run(p, gisa_str_from(scripts[i].page), NULL);
        if (!EQUAL(p->n_scripts, scripts[i].text != NULL, scripts[i].name) || !p->n_scripts)
            continue;
        SAME_C(p->scripts[0].text, scripts[i].text, scripts[i].name);
        EQUAL(p->scripts[0].kind, scripts[i].kind, scripts[i].name);
    }
}

static void test_many(gisa_prescan *p)
{
    gisa_buf page = {0};
    for (int i = 0; i < GISA_SCRIPTS_MAX + 9; i++)
        gisa_buf_add_c(&page, "<script type=application/ld+json>{}</script>");
    gisa_prescan_run(p, gisa_buf_view(&page), NULL);
    EQUAL(p->n_scripts, GISA_SCRIPTS_MAX, "scripts over the limit are passed over");
    gisa_buf_clear(&page);
}

/* Long names and tags in Hangul are cut between characters, and long attributes go whole. */
static void test_long(gisa_prescan *p)
{
    gisa_buf page = {0};
    gisa_error err = {0};
    for (int shift = 0; shift < 3; shift++) {
        gisa_buf_reset(&page);
        gisa_buf_add_c(&page, "<div");
        for (int i = 0; i < shift; i++) gisa_buf_add_char(&page, ' ');
        for (int i = 0; i < 60; i++) gisa_buf_add_c(&page, "가");
        gisa_buf_add_c(&page, ">여울</div><b");
        for (int i = 0; i < 60; i++) gisa_buf_add_c(&page, "나");
        gisa_buf_add_c(&page, " class=a data-x=\"");
        for (int i = 0; i < 3000; i++) gisa_buf_add_c(&page, "가");
        gisa_buf_add_c(&page, "\">소</b>");
        gisa_prescan_run(p, gisa_buf_view(&page), &err);
        gisa_str html = gisa_buf_view(&p->html);
        EQUAL(gisa_utf8_bad(html), GISA_NPOS, "no character of a long tag is cut");
        OK(gisa_str_has(html, GISA_STR(">여울</div>")), "the text after a long tag stays");
        OK(gisa_str_has(html, GISA_STR(" class=\"a\">소</b>")), "a long attribute goes");
    }
    gisa_buf_clear(&page);
}

/* Were each of these searched to the end of the page, the test would take hours. */
static void test_hostile(gisa_prescan *p)
{
    static const char *const units[] = {"<svg>",     "<!-- >",     "<object></b>",
                                        "<a b=\"'>", "<template ", "<iframe a='"};
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        gisa_buf page = {0};
        gisa_error err = {0};
        for (int i = 0; i < 1000000; i++) gisa_buf_add_c(&page, units[u]);
        WENT(gisa_prescan_run(p, gisa_buf_view(&page), &err), err,
             "a million open elements are read in one pass");
        gisa_buf_clear(&page);
    }
}

static void test_memory(void)
{
    gisa_prescan p = {0};
    gisa_error err = {0};
    gisa_mem_fail_after(0);
    gisa_status st = gisa_prescan_run(&p, GISA_STR("<p>여울</p>"), &err);
    gisa_mem_fail_after(GISA_MEM_NEVER);
    EQUAL(st, GISA_ENOMEM, "every allocation may fail, cleanly");
    gisa_prescan_clear(&p);
}

int main(void)
{
    gisa_prescan p = {0};
    test_rows(&p);
    test_scripts(&p);
    test_many(&p);
    test_long(&p);
    test_hostile(&p);
    gisa_prescan_clear(&p);
    test_memory();
    return test_end();
}

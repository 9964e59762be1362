#include "ingest/fetch/markup.h"

#include <time.h>

#include "tests/unit/test.h"

/* Tokens joined by blanks: <name attributes> </name> !doctype "text" 'cdata'. */
static void join(gisa_str text, gisa_buf *out)
{
    gisa_markup m = {.rest = text};
    gisa_markup_token t;
    gisa_buf_reset(out);
    while (gisa_markup_next(&m, &t)) {
        switch (t.kind) {
        case GISA_MARKUP_START: gisa_buf_add_c(out, "<"); break;
        case GISA_MARKUP_END: gisa_buf_add_c(out, "</"); break;
        case GISA_MARKUP_DOCTYPE: gisa_buf_add_c(out, "!"); break;
        case GISA_MARKUP_TEXT:
            gisa_buf_addf(out, t.cdata ? "'%.*s' " : "\"%.*s\" ", GISA_ARG(t.text));
            continue;
        }
        if (t.prefix.n) gisa_buf_addf(out, "%.*s:", GISA_ARG(t.prefix));
        gisa_buf_addf(out, "%.*s%.*s%s ", GISA_ARG(t.name), GISA_ARG(t.attributes),
                      t.kind == GISA_MARKUP_DOCTYPE ? ""
                      : t.empty                     ? "!"
                                                    : ">");
    }
}

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"elements and text", "<a>b</a>", "<a> \"b\" </a> "},
    {"prefixes", "<dc:date></dc:date>", "<dc:date> </dc:date> "},
    {"an empty element", "<a/><b />", "<a/! <b /! "},
    {"attributes", "<a b=\"c>d\" e='f<g' h=i>", "<a b=\"c>d\" e='f<g' h=i> "},
    {"a name in Hangul", "<단독> 속보", "<단독> \" 속보\" "},
    {"a bare less-than sign", "a < b <1 <", "\"a \" \"< b \" \"<1 \" \"<\" "},
    {"a tag without an end before another", "<b 공개 5<c>", "\"<b 공개 5\" <c> "},
    {"an apostrophe that begins no value", "<b it's>c", "<b it's> \"c\" "},
    {"a value that does not end", "<a b=\"c>d", "\"<a b=\"c>d\" "},
    {"a comment", "a<!-- <b> -->c", "\"a\" \"c\" "},
    {"a comment that does not end", "<!-- <b> <!-- <c>", "\" \" <b> \" \" \" \" <c> "},
    {"an instruction", "<?xml version=\"1.0\"?><a>", "<a> "},
    {"an instruction that does not end", "<? <a>", "\" \" <a> "},
    {"a text that is taken as it is", "<![CDATA[<a> &amp; ]]]>b", "'<a> &amp; ]' \"b\" "},
    {"one that does not end", "<![CDATA[<a>", "'' <a> "},
    {"one that does not end before another", "<![CDATA[a<b><![CDATA[c]]>d",
     "'' \"a\" <b> 'c' \"d\" "},
    {"a comment that does not end before another", "<!--a<b><!--c-->d<!--e-->", "\"a\" <b> \"d\" "},
    {"a document type", "<!DOCTYPE html><a>", "!html <a> "},
    {"one with declarations", "<!doctype rss [<!ENTITY a \"b\"><!ENTITY c \"d\">] ><a>",
     "!rss <a> "},
    {"brackets after one", "<!DOCTYPE html><p>a[1]>b", "!html <p> \"a[1]>b\" "},
    {"one that does not end", "<!DOCTYPE rss <a>", "!rss "},
    {"a second one", "<!DOCTYPE a><!DOCTYPE b>", "!a \"<!DOCTYPE b>\" "},
    {"a script", "<script>if (a<b) c('<d>')</script><e>", "<script> </script> <e> "},
    {"a script that does not end", "<SCRIPT><a>", "<SCRIPT> "},
    {"a script without content", "<script/><a>", "<script/! <a> "},
    {"a style", "<style>a > b {}</style>", "<style> </style> "},
    {"nothing", "", ""},
    {"what only begins", "</", "\"</\" "},
};

static void test_tokens(void)
{
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str exact = test_exact(rows[i].text);
        join(exact, &got);
        SAME_C(((gisa_str){got.p ? got.p : "", got.n}), rows[i].want, rows[i].name);
        free((char *)(uintptr_t)exact.p);
    }
    gisa_buf_clear(&got);
}

static void test_attributes(void)
{
    static const struct {
        const char *attributes, *name, *want;
    } values[] = {
        {" href=\"a b\"", "href", "a b"},
        {" a='b' HREF = 'c'", "href", "c"},
        {" href=a/b c", "href", "a/b"},
        {" xml:base=\"a\"", "xml:base", "a"},
        {" a href c", "href", NULL},
        {" data-href=\"a\"", "href", NULL},
        {" a=\"href=b\"", "href", NULL},
        {" href=\"a", "href", "a"},
        {" href=\"\"", "href", ""},
        {" href", "href", NULL},
        {" href=", "href", ""},
        {" / ,;href='a'", "href", "a"},
        {"", "href", NULL},
    };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        gisa_str exact = test_exact(values[i].attributes);
        SAME_C(gisa_markup_attribute(exact, values[i].name), values[i].want, values[i].attributes);
        free((char *)(uintptr_t)exact.p);
    }
}

static void test_references(void)
{
    static const struct {
        const char *raw, *want, *kept;
    } texts[] = {
        {"a &amp;&lt;&gt;&quot;&apos; b", "a &<>\"' b", "a &<>\"' b"},
        {"&#44032;&#xAC00;&#XaC00;", "가가가", "가가가"},
        {"a&#0;b&#1;c&#10;d", "abc\nd", "abc\nd"},
        {"&nbsp;&a29;", "__", "&nbsp;&a29;"},
        {"?a=1&b=2&copy=3&", "?a=1&b=2&copy=3&", "?a=1&b=2&copy=3&"},
        {"&;&#;&#x;", "&;", "&;"},
        {"&#1114112;&#99999999999999;", "\xEF\xBF\xBD", "\xEF\xBF\xBD"},
        {"&aVeryLongNameThatNobodyEverDeclaredIn;", "&aVeryLongNameThatNobodyEverDeclaredIn;",
         "&aVeryLongNameThatNobodyEverDeclaredIn;"},
    };
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        gisa_str exact = test_exact(texts[i].raw);
        gisa_buf_reset(&got);
        gisa_markup_add_text(&got, exact, "_");
        SAME_C(gisa_buf_view(&got), texts[i].want, texts[i].raw);
        gisa_buf_reset(&got);
        gisa_markup_add_text(&got, exact, NULL);
        SAME_C(gisa_buf_view(&got), texts[i].kept, texts[i].raw);
        free((char *)(uintptr_t)exact.p);
    }
    gisa_buf_clear(&got);
}

static void test_long(void)
{
    for (size_t n = GISA_TAG_MAX; n <= GISA_TAG_MAX + 1; n++) {
        gisa_buf text = {0};
        gisa_markup_token t;
        gisa_buf_add_c(&text, "<a ");
        while (text.n < n - 1) gisa_buf_add_char(&text, 'b');
        gisa_buf_add_char(&text, '>');
        gisa_markup m = {.rest = gisa_buf_view(&text)};
        OK(gisa_markup_next(&m, &t), "a long tag is a token");
        EQUAL(t.kind, n == GISA_TAG_MAX ? GISA_MARKUP_START : GISA_MARKUP_TEXT,
              "a tag up to the limit, and text over it");
        gisa_buf_clear(&text);
    }
}

static void test_words(void)
{
    gisa_str list = GISA_STR("feed  Alternate\thome");
    OK(gisa_markup_has_word(list, "alternate"), "a word of a list, in any case");
    OK(!gisa_markup_has_word(list, "altern"), "not a part of one");
    OK(!gisa_markup_has_word(GISA_NONE, "feed"), "nothing has none");
}

/* Text that begins many tags, comments and values and ends none. */
static void test_time(void)
{
    static const char *const parts[] = {"<",          "<a ",        "<a b=\"",  "<a b='<c d=\"",
                                        "<!--",       "<?",         "<![CDATA", "<!DOCTYPE a [",
                                        "<script",    "</",         "&#",       "<a b=c ",
                                        "<!DOCTYPE ", "<a b=\"c\"", "]]>",      "\"'"};
    enum { BYTES = 4 << 20 };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        gisa_buf text = {0}, out = {0};
        gisa_markup_token t;
        while (text.n < BYTES) gisa_buf_add_c(&text, parts[i]);
        gisa_markup m = {.rest = gisa_buf_view(&text)};
        clock_t start = clock();
        while (gisa_markup_next(&m, &t))
            if (t.kind == GISA_MARKUP_TEXT) gisa_markup_add_text(&out, t.text, NULL);
        OK((double)(clock() - start) / CLOCKS_PER_SEC < 5, parts[i]);
        gisa_buf_clear(&text);
        gisa_buf_clear(&out);
    }
}

int main(void)
{
    test_tokens();
    test_attributes();
    test_references();
    test_long();
    test_words();
    test_time();
    return test_end();
}

#include "cli/hits.h"

#include "tests/unit/test.h"

#define T(text)                                                                                    \
    {                                                                                              \
        text, sizeof text - 1                                                                      \
    }

static gisa_facet values[] = {
    {T("haru"), T("하루"), 3}, {T("naru"), T("나루일보"), 60}, {T("x"), T("x"), 1}};
static const gisa_facets some = {.items = values, .n = 3, .others = 2, .without = 5};

static void print_on(const cli *c, cli_format format, const gisa_facets *facets, const char *want,
                     const char *name)
{
    gisa_buf out = {0};
    hits_print_facet_head(format, &out);
    hits_print_facet(c, format, GISA_FACET_OUTLET, facets, &out);
    SAME_C(gisa_buf_view(&out), want, name);
    gisa_buf_clear(&out);
}

static void print(cli_format format, const gisa_facets *facets, const char *want, const char *name)
{
    print_on(&(cli){.columns = 80}, format, facets, want, name);
}

/* What two values look like on a terminal of so many columns. */
static void test_terminal(unsigned columns, const char *want, const char *name)
{
    const cli c = {.columns = columns, .terminal = true};
    print_on(&c, CLI_TABLE, &(gisa_facets){.items = values, .n = 2}, want, name);
}

int main(void)
{
    print(CLI_TABLE, &some,
          "outlet\n"
          "  하루            3  ▪▪\n"
          "  나루일보       60  ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪\n"
          "  x               1  ▪\n"
          "  and 2 more\n"
          "  (5 without one)\n",
          "the most has a bar of thirty, and what is there has one of at least one");
    test_terminal(40,
                  "outlet\n"
                  "  하루            3  ▪\n"
                  "  나루일보       60  ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪\n",
                  "on a terminal the longest bar ends with the line");
    test_terminal(22,
                  "outlet\n"
                  "  하루         3  ▪\n"
                  "  나루…       60  ▪▪▪▪\n",
                  "names are cut before bars get shorter than four");
    test_terminal(21,
                  "outlet\n"
                  "  하루            3  ▪▪\n"
                  "  나루일보       60  ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪\n",
                  "where there is no room for both, nothing is cut");
    print(CLI_TABLE, &(gisa_facets){0}, "outlet\n", "without values there are no bars");
    print(CLI_JSON, &some,
          "{\"facet\":\"outlet\",\"key\":\"haru\",\"label\":\"하루\",\"articles\":3}\n"
          "{\"facet\":\"outlet\",\"key\":\"naru\",\"label\":\"나루일보\",\"articles\":60}\n"
          "{\"facet\":\"outlet\",\"key\":\"x\",\"label\":\"x\",\"articles\":1}\n",
          "programs get the values");
    print(CLI_CSV, &some,
          "facet,key,label,articles\r\n"
          "outlet,haru,하루,3\r\noutlet,naru,나루일보,60\r\noutlet,x,x,1\r\n",
          "CSV has a head");
    return test_end();
}

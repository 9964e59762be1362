#include "report/trend/trend_format.h"

#include <libxml/parser.h>

#include "tests/unit/press.h"

static void test_chart(const gisa_trend *t)
{
    gisa_buf out = {0};
    gisa_error err;
    const gisa_trend_chart_opts opts = {GISA_STR("<나> & \"너\""), GISA_LANG_KO, 0};
    WENT(gisa_trend_chart(t, &opts, &out, &err), err, "a chart");
    xmlDocPtr doc = xmlReadMemory(out.p, (int)out.n, "x.svg", "UTF-8", XML_PARSE_NONET);
    OK(doc != NULL, "is well-formed XML, whatever its title");
    xmlFreeDoc(doc);
    OK(!press_has(&out, "<나>"), "the title is escaped");
    gisa_buf_clear(&out);
}

int main(void)
{
    press p;
    gisa_trend t = {0};
    gisa_error err;
    const gisa_str query = GISA_STR("딥시크");
    gisa_trend_opts opts = {.period = GISA_PERIOD_WEEK};
    if (!press_open(&p)) return 2;
    WENT(gisa_trend_run(p.store, &query, 1, &opts, &t, &err), err, "a trend");
    if (t.n_lines == 1) test_chart(&t);
    gisa_trend_clear(&t);
    press_close(&p);
    return test_end();
}

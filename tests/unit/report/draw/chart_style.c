#include <libxml/parser.h>
#include <math.h>

#include "report/draw/chart.h"
#include "tests/unit/press.h"

static void draw(const double *values, size_t n, gisa_buf *out, const char *name)
{
    gisa_buf_reset(out);
    gisa_chart_spark(values, n, GISA_STR("이름 <&>"), out);
    xmlDocPtr doc = xmlReadMemory(out->p, (int)out->n, "x.svg", "UTF-8", XML_PARSE_NONET);
    OK(doc != NULL, name);
    xmlFreeDoc(doc);
    OK(!press_has(out, "nan") && !press_has(out, "null"), name);
}

int main(void)
{
    static const double rising[] = {0, 0.5, 1}, gap[] = {0.1, NAN, 0.1}, none[] = {NAN, NAN};
    gisa_buf out = {0};
    draw(rising, 3, &out, "a rise");
    OK(press_has(&out, "M3 20L45 11L87 2"), "goes from the bottom to the top");
    OK(press_has(&out, "cx=\"87\" cy=\"2\""), "and its end is marked");
    draw(gap, 3, &out, "a gap");
    OK(press_has(&out, "M3 2M87 2"), "lifts the pen");
    draw(none, 2, &out, "nothing known");
    OK(!press_has(&out, "<circle"), "has no end");
    draw(rising, 0, &out, "no value");
    draw(rising, 1, &out, "one value");
    gisa_buf_reset(&out);
    gisa_chart_css(&out);
    OK(press_has(&out, "prefers-color-scheme:dark"), "charts follow the reader's scheme");
    OK(press_has(&out, ".gc-line.gc-s1,.gc-burst.gc-s1{stroke-dasharray:"),
       "lines differ by more than colour");
    OK(!press_has(&out, "url(") && !press_has(&out, "@import"), "nothing comes from outside");
    gisa_buf_clear(&out);
    return test_end();
}

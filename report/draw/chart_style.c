#include "report/draw/chart_style.h"

#include <math.h>

#include "base/json.h"
#include "base/xml.h"

typedef struct ink {
    const char *light, *dark, *dash;
} ink;

/* Okabe and Ito's colours, brightened for a dark background where they would not be readable. */
static const ink inks[GISA_CHART_LINES] = {
    {"#0072b2", "#56b4e9", ""},     {"#d55e00", "#ff8c42", "7 3"},
    {"#009e73", "#2fd1a0", "2 3"},  {"#a8568b", "#e29ac4", "9 3 2 3"},
    {"#8a6d00", "#f0e442", "12 4"}, {"#333333", "#dddddd", "4 4"},
    {"#3a86c8", "#9ad0f5", "1 3"},  {"#b8860b", "#e69f00", "14 3 3 3"},
};

static void add_inks(gisa_buf *out, bool dark)
{
    for (size_t i = 0; i < GISA_CHART_LINES; i++) {
        const char *color = dark ? inks[i].dark : inks[i].light;
        gisa_buf_addf(out, ".gc-s%zu{stroke:%s}.gc-f%zu,.gc-t%zu{fill:%s}\n", i, color, i, i,
                      color);
    }
}

void gisa_chart_css(gisa_buf *out)
{
    gisa_buf_add_c(out, ".gisa-chart{font-family:sans-serif;max-width:100%;height:auto}\n"
                        ".gc-paper{fill:#fff}\n"
                        ".gc-grid{stroke:#ddd}.gc-axis{stroke:#777}\n"
                        ".gc-tick,.gc-sub,.gc-note{fill:#595959;font-size:12px}\n"
                        ".gc-year{font-weight:bold}.gc-sub{font-size:13px}\n"
                        ".gc-note{font-size:11px}\n"
                        ".gc-title{fill:#111;font-size:19px;font-weight:bold}\n"
                        ".gc-name{font-size:13px;font-weight:bold}\n"
                        ".gc-line{fill:none;stroke-width:2.2;stroke-linejoin:round;"
                        "stroke-linecap:round}\n"
                        ".gc-band{fill-opacity:.14}\n"
                        ".gc-burst{fill:none;stroke-width:4}\n"
                        ".gc-clip{fill:none;stroke-width:3;stroke-dasharray:1 4}\n"
                        ".gc-gap{fill:#f1f1f1}.gc-hatch{fill:none;stroke:#bbb;stroke-width:.8}\n"
                        ".gc-event{fill:none;stroke:#555;stroke-width:1.2;"
                        "stroke-dasharray:3 3}\n"
                        ".gc-said{fill:#444;font-size:11px}\n"
                        ".gc-lead{fill:none;stroke-width:1}\n"
                        ".gc-few{fill:#fff;stroke-width:1.6}\n"
                        ".gc-spark{fill:none;stroke:#0072b2;stroke-width:1.4}\n"
                        ".gc-end{fill:#d55e00}\n");
    add_inks(out, false);
    for (size_t i = 1; i < GISA_CHART_LINES; i++)
        gisa_buf_addf(out, ".gc-line.gc-s%zu,.gc-burst.gc-s%zu{stroke-dasharray:%s}\n", i, i,
                      inks[i].dash);
    gisa_buf_add_c(out, "@media screen and (prefers-color-scheme:dark){\n"
                        ".gc-paper,.gc-few{fill:#16181c}.gc-grid{stroke:#3a3d42}"
                        ".gc-axis{stroke:#999}\n"
                        ".gc-tick,.gc-sub,.gc-note{fill:#b4b8bf}.gc-title{fill:#f2f2f2}\n"
                        ".gc-gap{fill:#202328}.gc-hatch{stroke:#555}.gc-event{stroke:#aaa}"
                        ".gc-said{fill:#ccc}\n"
                        ".gc-spark{stroke:#56b4e9}.gc-end{fill:#ff8c42}\n");
    add_inks(out, true);
    gisa_buf_add_c(out, "}\n");
}

static void add_point(gisa_buf *out, char command, double x, double y)
{
    gisa_buf_add_char(out, command);
    gisa_json_number(out, x, 1);
    gisa_buf_add_char(out, ' ');
    gisa_json_number(out, y, 1);
}

void gisa_chart_spark(const double *values, size_t n, gisa_str label, gisa_buf *out)
{
    const double width = 84, height = 18;
    double most = 0, x = 0, y = 0;
    bool pen = false, any = false;
    for (size_t i = 0; i < n; i++)
        if (!isnan(values[i]) && values[i] > most) most = values[i];
    gisa_buf_addf(out,
                  "<svg class=\"gisa-spark\" role=\"img\" viewBox=\"0 0 %.0f %.0f\" "
                  "width=\"%.0f\" height=\"%.0f\"><title>",
                  width + 6, height + 4, width + 6, height + 4);
    gisa_xml_text(out, label);
    gisa_buf_add_c(out, "</title><path class=\"gc-spark\" d=\"");
    for (size_t i = 0; i < n; i++) {
        if (isnan(values[i])) {
            pen = false;
            continue;
        }
        x = 3 + (n > 1 ? width * (double)i / (double)(n - 1) : width / 2);
        y = 2 + height - (most > 0 ? height * values[i] / most : 0);
        add_point(out, pen ? 'L' : 'M', x, y);
        pen = any = true;
    }
    if (!any) add_point(out, 'M', 0, 0);
    gisa_buf_add_c(out, "\"/>");
    if (any) {
        gisa_buf_add_c(out, "<circle class=\"gc-end\" r=\"2.2\" cx=\"");
        gisa_json_number(out, x, 1);
        gisa_buf_add_c(out, "\" cy=\"");
        gisa_json_number(out, y, 1);
        gisa_buf_add_c(out, "\"/>");
    }
    gisa_buf_add_c(out, "</svg>");
}

#include "base/xml.h"

#include "base/control.h"

static void add_escaped(gisa_buf *out, gisa_str s)
{
    size_t run = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        const char *as = c == '&'    ? "&amp;"
                         : c == '<'  ? "&lt;"
                         : c == '>'  ? "&gt;"
                         : c == '"'  ? "&quot;"
                         : c == '\'' ? "&#39;"
                                     : NULL;
        if (!as) continue;
        gisa_buf_add(out, gisa_str_cut(s, run, i));
        gisa_buf_add_c(out, as);
        run = i + 1;
    }
    gisa_buf_add(out, gisa_str_cut(s, run, s.n));
}

void gisa_xml_text(gisa_buf *out, gisa_str s)
{
    gisa_buf marked = {0};
    s = gisa_control_shown(s, GISA_KEEP_LAYOUT, &marked);
    gisa_buf_take_status(out, &marked);
    add_escaped(out, s);
    gisa_buf_clear(&marked);
}

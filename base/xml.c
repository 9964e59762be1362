#include "base/xml.h"

void gisa_xml_text(gisa_buf *out, gisa_str s)
{
    size_t run = 0;
    for (size_t i = 0; i <= s.n; i++) {
        unsigned char c = i < s.n ? (unsigned char)s.p[i] : 0; /* the end is dropped as a NUL is */
        bool drop = c < 0x20 && c != '\n' && c != '\t';
        const char *as = c == '&'    ? "&amp;"
                         : c == '<'  ? "&lt;"
                         : c == '>'  ? "&gt;"
                         : c == '"'  ? "&quot;"
                         : c == '\'' ? "&#39;"
                                     : NULL;
        if (!drop && !as) continue;
        gisa_buf_add(out, gisa_str_cut(s, run, i));
        if (as) gisa_buf_add_c(out, as);
        run = i + 1;
    }
}

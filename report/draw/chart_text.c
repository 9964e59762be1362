#include "report/draw/chart_text.h"

#include "base/utf8.h"

double gisa_chart_text_width(gisa_str s, double size)
{
    return (double)gisa_utf8_width(s) * size * 0.53;
}

bool gisa_chart_text_line(gisa_str *rest, double size, double width, gisa_str *line)
{
    gisa_str text = *rest;
    size_t blank = 0, end = 0;
    while (text.n && text.p[0] == ' ') text = gisa_str_cut(text, 1, text.n);
    if (!text.n) return false;
    while (end < text.n) {
        uint32_t cp;
        size_t next = end + gisa_utf8_next(text, end, &cp);
        if (cp == ' ') blank = end;
        if (end && gisa_chart_text_width(gisa_str_cut(text, 0, next), size) > width) break;
        end = next;
    }
    if (end < text.n && blank) end = blank;
    *line = gisa_str_cut(text, 0, end);
    *rest = gisa_str_cut(text, end, text.n);
    return true;
}

size_t gisa_chart_text_lines(gisa_str text, double size, double width)
{
    gisa_str line;
    size_t n = 0;
    while (gisa_chart_text_line(&text, size, width, &line)) n++;
    return n;
}

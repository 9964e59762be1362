#include "report/draw/sheet.h"

#include "base/control.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "report/draw/chart_style.h"

static const char style[] =
    ":root{--ink:#1a1a1a;--dim:#5c5c5c;--line:#d9d9d9;--paper:#fff;--link:#0b57a4;--soft:#f4f5f7}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;padding:1.5rem 1.25rem 3rem;max-width:52rem;background:var(--paper);"
    "color:var(--ink);font:16px/1.6 system-ui,-apple-system,\"Apple SD Gothic Neo\","
    "\"Malgun Gothic\",\"Noto Sans KR\",\"Noto Sans CJK KR\",sans-serif;word-break:keep-all;"
    "overflow-wrap:anywhere}\n"
    "h1{font-size:1.75rem;line-height:1.25;margin:0 0 .2rem;letter-spacing:-.01em}\n"
    "h2{font-size:1.15rem;margin:2.2rem 0 .6rem;padding-top:.6rem;border-top:2px solid "
    "var(--ink)}\n"
    "header{margin-bottom:1.2rem}header p{margin:0;color:var(--dim)}\n"
    "p{margin:.5rem 0}a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}\n"
    "small,.note{color:var(--dim);font-size:.85rem}\n"
    "ol,ul{padding-left:1.4rem;margin:.4rem 0}li{margin:.7rem 0;break-inside:avoid}\n"
    "q{font-style:normal}\n"
    ".tiles{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0}\n"
    ".tiles div{flex:1 1 7rem;background:var(--soft);border-radius:.4rem;padding:.6rem .8rem}\n"
    ".tiles b{display:block;font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}\n"
    ".tiles span{color:var(--dim);font-size:.85rem}\n"
    ".wide{overflow-x:auto;margin:.6rem 0 1.2rem}.wide table,.wide .gisa-chart{min-width:32rem}\n"
    "table{border-collapse:collapse;width:100%;font-size:.92rem}\n"
    "th{text-align:left;color:var(--dim);font-weight:600;font-size:.8rem;"
    "border-bottom:1px solid var(--ink)}\n"
    "th,td{overflow-wrap:normal;padding:.3rem .6rem .3rem "
    "0;vertical-align:middle}td{border-bottom:1px solid "
    "var(--line)}\n"
    ".r{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}\n"
    ".gisa-spark{vertical-align:middle}\n"
    "@media (max-width:30rem){body{padding:1rem .9rem 2rem;font-size:15px}h1{font-size:1.45rem}"
    ".tiles div{flex-basis:40%}th,td{padding-right:.4rem}}\n"
    "@media screen and "
    "(prefers-color-scheme:dark){:root{--ink:#ececec;--dim:#a9adb5;--line:#3a3d42;"
    "--paper:#16181c;--link:#7ab8f5;--soft:#22252b}}\n"
    "@media print{body{max-width:none;padding:0;font-size:10.5pt}a{color:inherit}"
    "h2{break-after:avoid}tr{break-inside:avoid}}\n";

static bool is_html(const gisa_sheet *s)
{
    return s->form == GISA_SHEET_HTML;
}

/* CommonMark 0.31, section 2.4: any ASCII punctuation may be escaped. A line end would begin a new
 * block. Other controls become marks, as in HTML. */
static void add_markdown(gisa_buf *out, gisa_str text)
{
    gisa_buf marked = {0};
    text = gisa_control_shown(text, GISA_KEEP_LAYOUT, &marked);
    gisa_buf_take_status(out, &marked);
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (strchr("\\`*_{}[]<>#|~&", c) && c) gisa_buf_add_char(out, '\\');
        gisa_buf_add_char(out, (unsigned char)c < 0x20 ? ' ' : c);
    }
    gisa_buf_clear(&marked);
}

void gisa_sheet_text(gisa_sheet *s, gisa_str text)
{
    if (is_html(s))
        gisa_xml_text(s->out, text);
    else
        add_markdown(s->out, text);
}

void gisa_sheet_c(gisa_sheet *s, const char *text)
{
    gisa_sheet_text(s, gisa_str_from(text));
}

/* Text between two pieces of markup. */
static void wrap(gisa_sheet *s, const char *open, gisa_str text, const char *close)
{
    gisa_buf_add_c(s->out, open);
    gisa_sheet_text(s, text);
    gisa_buf_add_c(s->out, close);
}

void gisa_sheet_open(gisa_sheet *s, gisa_str title, gisa_str below)
{
    if (!is_html(s)) {
        wrap(s, "# ", title, "\n\n");
        wrap(s, "", below, "\n");
        return;
    }
    gisa_buf_add_c(s->out, "<!DOCTYPE html>\n<html lang=\"");
    gisa_buf_add_c(s->out, s->lang == GISA_LANG_KO ? "ko" : "en");
    gisa_buf_add_c(s->out, "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                           "content=\"width=device-width,initial-scale=1\">\n");
    wrap(s, "<title>", title, "</title>\n<style>\n");
    gisa_buf_add_c(s->out, style);
    gisa_chart_css(s->out);
    gisa_buf_add_c(s->out, "</style>\n</head>\n<body>\n");
    wrap(s, "<header>\n<h1>", title, "</h1>\n");
    wrap(s, "<p>", below, "</p>\n</header>\n<main>\n");
}

void gisa_sheet_close(gisa_sheet *s)
{
    if (is_html(s)) gisa_buf_add_c(s->out, "</main>\n</body>\n</html>\n");
}

void gisa_sheet_section(gisa_sheet *s, const char *title)
{
    wrap(s, is_html(s) ? "<h2>" : "\n## ", gisa_str_from(title), is_html(s) ? "</h2>\n" : "\n\n");
}

void gisa_sheet_para(gisa_sheet *s, const char *class)
{
    if (is_html(s)) gisa_buf_addf(s->out, *class ? "<p class=\"%s\">" : "<p>", class);
}

void gisa_sheet_para_end(gisa_sheet *s)
{
    gisa_buf_add_c(s->out, is_html(s) ? "</p>\n" : "\n\n");
}

void gisa_sheet_strong(gisa_sheet *s, gisa_str text)
{
    wrap(s, is_html(s) ? "<b>" : "**", text, is_html(s) ? "</b>" : "**");
}

void gisa_sheet_small(gisa_sheet *s, gisa_str text)
{
    wrap(s, is_html(s) ? "<small>" : "", text, is_html(s) ? "</small>" : "");
}

void gisa_sheet_break(gisa_sheet *s)
{
    gisa_buf_add_c(s->out, is_html(s) ? "<br>\n" : "\\\n   ");
}

void gisa_sheet_quote(gisa_sheet *s, gisa_str text)
{
    wrap(s, "“", text, "”");
}

/* Percent-encodes blanks and controls, and in Markdown what would end the address. */
static void add_address(gisa_sheet *s, gisa_str url)
{
    gisa_buf plain = {0};
    for (size_t i = 0, n; i < url.n; i += n) {
        uint32_t cp;
        n = gisa_utf8_next(url, i, &cp);
        bool mark = cp == '<' || cp == '>' || cp == '\\' || cp == '|';
        bool kept = !gisa_is_control(cp) && cp != ' ' && (!mark || is_html(s));
        if (kept) gisa_buf_add(&plain, gisa_str_cut(url, i, i + n));
        for (size_t k = i; !kept && k < i + n; k++)
            gisa_percent_add(&plain, (unsigned char)url.p[k]);
    }
    gisa_buf_take_status(s->out, &plain);
    if (is_html(s))
        gisa_xml_text(s->out, gisa_buf_view(&plain));
    else
        gisa_buf_add(s->out, gisa_buf_view(&plain));
    gisa_buf_clear(&plain);
}

void gisa_sheet_link(gisa_sheet *s, gisa_str text, gisa_str url)
{
    bool web = gisa_str_starts(url, GISA_STR("http://")) ||
               gisa_str_starts(url, GISA_STR("https://"));
    if (!web) {
        gisa_sheet_text(s, text);
    } else if (is_html(s)) {
        gisa_buf_add_c(s->out, "<a href=\"");
        add_address(s, url);
        wrap(s, "\">", text, "</a>");
    } else {
        wrap(s, "[", text, "](<");
        add_address(s, url);
        gisa_buf_add_c(s->out, ">)");
    }
}

void gisa_sheet_list(gisa_sheet *s, bool ordered)
{
    s->ordered = ordered;
    s->item = 0;
    if (is_html(s)) gisa_buf_add_c(s->out, ordered ? "<ol>\n" : "<ul>\n");
}

void gisa_sheet_item(gisa_sheet *s)
{
    s->item++;
    if (is_html(s))
        gisa_buf_add_c(s->out, "<li>");
    else if (s->ordered)
        gisa_buf_addf(s->out, "%u. ", s->item);
    else
        gisa_buf_add_c(s->out, "-  ");
}

void gisa_sheet_item_end(gisa_sheet *s)
{
    gisa_buf_add_c(s->out, is_html(s) ? "</li>\n" : "\n");
}

void gisa_sheet_list_end(gisa_sheet *s)
{
    gisa_buf_add_c(s->out, !is_html(s) ? "\n" : s->ordered ? "</ol>\n" : "</ul>\n");
}

void gisa_sheet_table(gisa_sheet *s, const char *const *names, const bool *right, unsigned n)
{
    s->columns = n;
    s->column = 0;
    s->right = right;
    gisa_buf_add_c(s->out, is_html(s) ? "<div class=\"wide\"><table>\n<thead><tr>" : "|");
    for (unsigned i = 0; i < n; i++) {
        if (is_html(s))
            gisa_buf_add_c(s->out, right[i] ? "<th class=\"r\">" : "<th>");
        else
            gisa_buf_add_char(s->out, ' ');
        gisa_sheet_c(s, names[i]);
        gisa_buf_add_c(s->out, is_html(s) ? "</th>" : " |");
    }
    if (is_html(s)) {
        gisa_buf_add_c(s->out, "</tr></thead>\n<tbody>\n");
        return;
    }
    gisa_buf_add_c(s->out, "\n|");
    for (unsigned i = 0; i < n; i++) gisa_buf_add_c(s->out, right[i] ? " ---: |" : " --- |");
    gisa_buf_add_c(s->out, "\n");
}

static void end_cell(gisa_sheet *s)
{
    if (!s->column) return;
    gisa_buf_add_c(s->out, is_html(s) ? "</td>" : " |");
    if (s->column < s->columns) return;
    gisa_buf_add_c(s->out, is_html(s) ? "</tr>\n" : "\n");
    s->column = 0;
}

void gisa_sheet_cell(gisa_sheet *s)
{
    end_cell(s);
    if (!s->column) gisa_buf_add_c(s->out, is_html(s) ? "<tr>" : "|");
    if (is_html(s))
        gisa_buf_add_c(s->out, s->right[s->column] ? "<td class=\"r\">" : "<td>");
    else
        gisa_buf_add_char(s->out, ' ');
    s->column++;
}

void gisa_sheet_table_end(gisa_sheet *s)
{
    end_cell(s);
    gisa_buf_add_c(s->out, is_html(s) ? "</tbody></table></div>\n" : "\n");
}

void gisa_sheet_tiles(gisa_sheet *s)
{
    gisa_buf_add_c(s->out, is_html(s) ? "<div class=\"tiles\">\n" : "\n");
}

void gisa_sheet_tile(gisa_sheet *s, gisa_str number, const char *label)
{
    wrap(s, is_html(s) ? "<div><b>" : "-  **", number, is_html(s) ? "</b><span>" : "** ");
    wrap(s, "", gisa_str_from(label), is_html(s) ? "</span></div>\n" : "\n");
}

void gisa_sheet_tiles_end(gisa_sheet *s)
{
    gisa_buf_add_c(s->out, is_html(s) ? "</div>\n" : "\n");
}

void gisa_sheet_raw(gisa_sheet *s, gisa_str html)
{
    if (is_html(s)) gisa_buf_add(s->out, html);
}

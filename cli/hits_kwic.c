/* Key words in context. */
#include "base/utf8.h"
#include "cli/hits.h"
#include "cli/rows.h"

static void kwic_line(const cli *c, const gisa_kwic_line *line, gisa_buf *out)
{
    enum { DATE_COLUMNS = 12, LEAST = 24 };
    char time[GISA_TIME_CHARS];
    size_t n = gisa_time_format(&line->published, time);
    size_t room = c->columns > DATE_COLUMNS + LEAST ? c->columns - DATE_COLUMNS : LEAST;
    size_t side = (room - 16) / 2, match = gisa_utf8_width(line->match);
    if (match > room - side) match = room - side;
    gisa_str left = gisa_utf8_tail(line->left, side);
    gisa_str right = gisa_utf8_head(line->right, room > side + match ? room - side - match - 1 : 0);
    gisa_str date = n ? (gisa_str){time, n < 10 ? n : 10} : GISA_STR("no date");
    gisa_buf_add_c(out, cli_dim(c));
    gisa_buf_add(out, date);
    gisa_buf_add_c(out, cli_plain(c));
    for (size_t k = date.n; k < DATE_COLUMNS; k++) gisa_buf_add_char(out, ' ');
    for (size_t k = gisa_utf8_width(left); k < side; k++) gisa_buf_add_char(out, ' ');
    gisa_buf_add(out, left);
    gisa_buf_add_c(out, cli_mark(c));
    cli_add_cell(out, line->match, match, false);
    gisa_buf_add_c(out, cli_plain(c));
    gisa_buf_add(out, right);
    gisa_buf_add_char(out, '\n');
}

void hits_print_kwic(const cli *c, cli_format format, const gisa_kwic *kwic, gisa_buf *out)
{
    static const column columns[] = {{.name = "id"},   {.name = "published"}, {.name = "outlet"},
                                     {.name = "left"}, {.name = "match"},     {.name = "right"}};
    rows r = {.c = c, .format = format, .columns = columns, .n_columns = 6, .out = out};
    rows_begin(&r);
    for (size_t i = 0; i < kwic->n; i++) {
        const gisa_kwic_line *line = &kwic->items[i];
        char time[GISA_TIME_CHARS];
        size_t n = gisa_time_format(&line->published, time);
        const cell cells[] = {{.text = line->id},     {.text = n ? (gisa_str){time, n} : GISA_NONE},
                              {.text = line->outlet}, {.text = line->left},
                              {.text = line->match},  {.text = line->right}};
        if (format == CLI_TABLE)
            kwic_line(c, line, out);
        else
            rows_put(&r, cells, NULL);
    }
    if (rows_end(&r, NULL) < 0) out->st = GISA_ENOMEM;
}

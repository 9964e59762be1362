/* The values of facets. */
#include "base/utf8.h"
#include "cli/hits.h"
#include "cli/rows.h"

static const column facet_columns[] = {{.name = "facet"},
                                       {.name = "key"},
                                       {.name = "label"},
                                       {.name = "articles", .kind = COLUMN_COUNT}};

static rows facet_rows(const cli *c, cli_format format, gisa_buf *out)
{
    return (rows){.c = c, .format = format, .columns = facet_columns, .n_columns = 4, .out = out};
}

void hits_print_facet_head(cli_format format, gisa_buf *out)
{
    rows r = facet_rows(NULL, format, out);
    if (format != CLI_TABLE) rows_begin(&r);
}

static uint64_t most(const gisa_facets *facets)
{
    uint64_t n = 1;
    for (size_t i = 0; i < facets->n; i++)
        if (facets->items[i].n > n) n = facets->items[i].n;
    return n;
}

/* The columns of the labels and of the longest bar, which share what the terminal has. */
static size_t share_columns(const cli *c, const gisa_facets *facets, size_t *bar)
{
    enum { BAR = 30, LEAST_BAR = 4, OTHERS = 2 + 2 + 7 + 2 };
    size_t width = 0, room = cli_room(c) > OTHERS + 2 * LEAST_BAR ? cli_room(c) - OTHERS : 0;
    for (size_t i = 0; i < facets->n; i++) {
        size_t w = gisa_utf8_width(facets->items[i].label);
        if (w > width) width = w;
    }
    *bar = BAR;
    if (!room) return width;
    if (width > room - LEAST_BAR) width = room - LEAST_BAR;
    if (*bar > room - width) *bar = room - width;
    return width;
}

/* Bars for readers. */
static void print_bars(const cli *c, gisa_facet_kind kind, const gisa_facets *facets, gisa_buf *out)
{
    size_t bar, width = share_columns(c, facets, &bar);
    gisa_buf_addf(out, "%s%s%s\n", cli_bold(c), gisa_facet_name(kind), cli_plain(c));
    for (size_t i = 0; i < facets->n; i++) {
        const gisa_facet *f = &facets->items[i];
        gisa_buf_add_c(out, "  ");
        cli_add_cell(out, f->label, width, false);
        gisa_buf_addf(out, "  %7llu  ", (unsigned long long)f->n);
        for (uint64_t k = 0; k < (f->n * bar + most(facets) - 1) / most(facets); k++)
            gisa_buf_add_c(out, "▪");
        gisa_buf_add_char(out, '\n');
    }
    if (facets->others) gisa_buf_addf(out, "  and %llu more\n", (unsigned long long)facets->others);
    if (facets->without)
        gisa_buf_addf(out, "  (%llu without one)\n", (unsigned long long)facets->without);
}

void hits_print_facet(const cli *c, cli_format format, gisa_facet_kind kind,
                      const gisa_facets *facets, gisa_buf *out)
{
    rows r = facet_rows(c, format, out);
    if (format == CLI_TABLE) {
        print_bars(c, kind, facets, out);
        return;
    }
    for (size_t i = 0; i < facets->n; i++) {
        const gisa_facet *f = &facets->items[i];
        const cell cells[] = {{.text = gisa_str_from(gisa_facet_name(kind))},
                              {.text = f->key},
                              {.text = f->label},
                              {.count = f->n}};
        rows_put(&r, cells, NULL);
    }
    if (rows_end(&r, NULL) < 0) out->st = GISA_ENOMEM;
}

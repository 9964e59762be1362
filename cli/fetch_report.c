#include "cli/fetch_report.h"

#include <inttypes.h>

#include "cli/rows.h"

static void put_reasons(gisa_json *w, const void *item)
{
    const gisa_crawl_report *r = item;
    gisa_json_array(w);
    for (unsigned k = 0; k < r->n_reasons; k++) gisa_json_c(w, r->reasons[k]);
    gisa_json_end(w);
}

static const column columns[] = {
    {.name = "source"},
    {.name = "found", .kind = COLUMN_COUNT},
    {.name = "fetched", .kind = COLUMN_COUNT},
    {.name = "unchanged", .kind = COLUMN_COUNT},
    {.name = "refused", .kind = COLUMN_COUNT},
    {.name = "failed", .kind = COLUMN_COUNT},
    {.name = "put_off", .kind = COLUMN_COUNT},
    {.name = "left_out", .kind = COLUMN_COUNT},
    {.name = "older", .kind = COLUMN_COUNT, .formats = COLUMN_JSON | COLUMN_CSV},
    {.name = "reserved", .kind = COLUMN_COUNT, .formats = COLUMN_JSON | COLUMN_CSV},
    {.name = "reasons", .kind = COLUMN_NESTED, .formats = COLUMN_JSON, .nested = put_reasons},
};

enum { N_COLUMNS = sizeof columns / sizeof columns[0] };

static cli_format report_format(const fetch_report *f)
{
    return f->json ? CLI_JSON : f->csv ? CLI_CSV : CLI_TABLE;
}

static bool has_news(const gisa_crawl_report *r)
{
    return r->fetched + r->refused + r->reserved + r->failed + r->feeds_failed + r->put_off +
               r->left_out >
           0;
}

static void add_rows(const fetch_report *f, gisa_buf *out)
{
    rows table = {.c = f->c,
                  .format = report_format(f),
                  .columns = columns,
                  .n_columns = N_COLUMNS,
                  .out = out};
    rows_begin(&table);
    for (size_t i = 0; i < f->n; i++) {
        const gisa_crawl_report *r = &f->reports[i];
        if (f->round && !f->json && !f->csv && !has_news(r)) continue;
        const cell cells[N_COLUMNS] = {
            {.text = f->sources[i]->name}, {.count = r->found},
            {.count = r->fetched},         {.count = r->unchanged},
            {.count = r->refused},         {.count = r->failed + r->feeds_failed},
            {.count = r->put_off},         {.count = r->left_out},
            {.count = r->older},           {.count = r->reserved}};
        rows_put(&table, cells, r);
    }
    if (rows_end(&table, NULL) < 0) out->st = GISA_ENOMEM;
}

static void say_reserved(const cli *c, const gisa_source *source, const gisa_crawl_report *r)
{
    const bool aside = source->reservations == GISA_RESERVATIONS_ARCHIVE;
    if (r->reserved)
        cli_warn(c, "%.*s: %" PRIu64 " page%s %s: %s%s", GISA_ARG(source->name), r->reserved,
                 r->reserved == 1 ? "" : "s", aside ? "archived only" : "left out", r->reserved_why,
                 r->reserved_otherwise ? ", or otherwise" : "");
}

void fetch_report_print(const fetch_report *f)
{
    gisa_buf out = {0};
    if (f->c->quiet && !f->json && !f->csv) return;
    add_rows(f, &out);
    cli_flush(f->c, report_format(f), &out);
    gisa_buf_clear(&out);
    for (size_t i = 0; i < f->n && !f->json; i++) {
        const gisa_crawl_report *r = &f->reports[i];
        uint64_t failed = r->failed + r->feeds_failed;
        for (unsigned k = 0; k < r->n_reasons; k++)
            cli_warn(f->c, "%.*s: %s", GISA_ARG(f->sources[i]->name), r->reasons[k]);
        if (failed > r->n_reasons)
            cli_warn(f->c, "%.*s: and %" PRIu64 " more failures", GISA_ARG(f->sources[i]->name),
                     failed - r->n_reasons);
        say_reserved(f->c, f->sources[i], r);
        if (r->older)
            cli_warn(f->c,
                     "%.*s: %" PRIu64
                     " addresses of pages dated before that day kept for a run without --since",
                     GISA_ARG(f->sources[i]->name), r->older);
        if (r->left_out)
            cli_warn(f->c, "%.*s: %" PRIu64 " addresses over the limit left for another time",
                     GISA_ARG(f->sources[i]->name), r->left_out);
    }
}

int fetch_report_code(const fetch_report *f)
{
    uint64_t found = 0;
    for (size_t i = 0; i < f->n; i++) {
        if (f->reports[i].feeds_failed && !f->reports[i].feeds) return CLI_FAILED;
        found += f->reports[i].found;
    }
    return found ? CLI_FOUND : CLI_NOTHING;
}

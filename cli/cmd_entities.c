/* gisa entities: the people, firms, models and places of the corpus, a time or a query. */
#include "cli/commands.h"
#include "cli/listing.h"
#include "cli/pager.h"
#include "cli/rows.h"
#include "index/query/counts.h"
#include "index/query/facet.h"

static const column columns[] = {
    {.name = "name"},
    {.name = "type"},
    {.name = "id"},
    {.name = "family", .formats = COLUMN_JSON | COLUMN_CSV},
    {.name = "articles", .kind = COLUMN_COUNT},
    {.name = "mentions", .kind = COLUMN_COUNT},
    {.name = "first"},
    {.name = "last"},
};

static gisa_status print_names(const cli *c, cli_format format, const gisa_names *names,
                               gisa_buf *out, gisa_error *err)
{
    rows r = {.c = c, .format = format, .columns = columns, .n_columns = 8, .out = out};
    rows_begin(&r);
    for (size_t i = 0; i < names->n; i++) {
        const gisa_name *n = &names->items[i];
        char first[GISA_PERIOD_CHARS], last[GISA_PERIOD_CHARS];
        bool dated = n->first_day <= n->last_day;
        const cell cells[] = {{.text = n->text},
                              {.text = gisa_str_from(gisa_entity_type_name(n->type))},
                              {.text = n->id},
                              {.text = n->family},
                              {.count = n->articles},
                              {.count = n->mentions},
                              {.text = date_range_day(dated, n->first_day, first)},
                              {.text = date_range_day(dated, n->last_day, last)}};
        rows_put(&r, cells, NULL);
    }
    return rows_end(&r, err);
}

static int take_type(const cli *c, const char *type, gisa_names_opts *opts)
{
    if (!type) return CLI_GO_ON;
    opts->typed = true;
    opts->type = gisa_entity_type_parse(gisa_str_from(type));
    if (opts->type != GISA_ENTITY_COUNT) return CLI_GO_ON;
    cli_error(c, "entities: --type wants PS, OG, LC, MODEL, PRODUCT, DT, TI or QT, not '%s'", type);
    return CLI_FAILED;
}

int cmd_entities(cli *c, int argc, char **argv)
{
    listing p = {0};
    const char *type = NULL;
    cli_option options[LISTING_OPTIONS + 1] = {
        [LISTING_OWN] = {"type", 0, CLI_TEXT, &type, "T",
                         "only PS (people), OG (firms), LC (places), MODEL, PRODUCT"}};
    listing_options(&p, options, LISTING_OPTIONS + 1);
    const cli_usage usage = {
        "entities", "[QUERY…]", "the people, firms, models and places, by articles",
        NULL,       options,    LISTING_OPTIONS + 1};
    int n_args;
    char **args;
    gisa_error err;
    gisa_names names = {0};
    gisa_names_opts opts = {0};
    gisa_buf out = {0};
    gisa_reader r = {0};
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code == CLI_GO_ON) code = listing_read(c, &p, "entities", n_args, args);
    if (code == CLI_GO_ON) code = take_type(c, type, &opts);
    if (code != CLI_GO_ON) {
        listing_clear(&p);
        return code;
    }
    opts.query = p.text;
    opts.days = p.b.days;
    opts.limit = p.limit;
    opts.exact = p.exact;
    gisa_status st = cli_database_open(c, &r, &err);
    if (st == GISA_OK) st = gisa_names_run(r.store, &opts, &names, &err);
    if (st == GISA_OK) st = print_names(c, date_range_format(&p.b), &names, &out, &err);
    bool found = names.n > 0, good = cli_page(c, date_range_format(&p.b), &out);
    if (st == GISA_OK && names.others)
        cli_info(c, "%llu more names; --limit N shows them", (unsigned long long)names.others);
    if (st == GISA_OK && !found) listing_say_nothing(&p, &r);
    gisa_names_clear(&names);
    gisa_reader_close(&r);
    gisa_buf_clear(&out);
    listing_clear(&p);
    if (st < 0) return cli_fail(c, &err);
    return !good ? CLI_FAILED : found ? CLI_FOUND : CLI_NOTHING;
}

/* gisa entities: the people, firms, models and places of the corpus, a time or a query. */
#include "base/file.h"
#include "cli/commands.h"
#include "cli/hits.h"
#include "cli/listing.h"
#include "cli/pager.h"
#include "cli/proposals.h"
#include "cli/rows.h"
#include "index/query/counts.h"
#include "index/query/facet.h"
#include "report/network/network.h"

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

typedef struct network_form {
    const char *ending;
    void (*put)(const gisa_network *n, gisa_buf *out);
} network_form;

static const network_form network_forms[] = {{".graphml", gisa_network_graphml},
                                             {".dot", gisa_network_dot},
                                             {".gv", gisa_network_dot},
                                             {".svg", NULL}};

/* The form that a file's name asks for; NULL: none, which is said. */
static const network_form *form_of(const cli *c, const char *path)
{
    for (size_t i = 0; i < sizeof network_forms / sizeof *network_forms; i++)
        if (gisa_str_ends(gisa_str_from(path), gisa_str_from(network_forms[i].ending)))
            return &network_forms[i];
    cli_error(c, "entities: --network writes .graphml, .dot (.gv) or .svg; '%s' ends otherwise",
              path);
    return NULL;
}

static gisa_status write_network(const cli *c, gisa_store *store, const gisa_names_opts *opts,
                                 const char *path, const network_form *form, bool *found,
                                 gisa_error *err)
{
    gisa_network n = {0};
    gisa_buf out = gisa_buf_make((size_t)64 << 20);
    gisa_status st = gisa_network_find(store, opts, &n, err);
    *found = st == GISA_OK && n.names.n > 0;
    if (*found) {
        if (form->put)
            form->put(&n, &out);
        else
            st = gisa_network_svg(&n, &out, err);
        if (st == GISA_OK) st = gisa_buf_check(&out, "the network", err);
        if (st == GISA_OK) st = gisa_file_write(path, gisa_buf_view(&out), err);
        if (st == GISA_OK) cli_info(c, "wrote %s: %zu names, %zu pairs", path, n.names.n, n.n);
        if (st == GISA_OK && n.left_out)
            cli_info(c, "left out %llu pairs of one article or no more than by chance",
                     (unsigned long long)n.left_out);
    }
    gisa_buf_clear(&out);
    gisa_network_clear(&n);
    return st;
}

static gisa_status list_names(const cli *c, gisa_store *store, const gisa_names_opts *opts,
                              cli_format format, gisa_buf *out, bool *found, gisa_error *err)
{
    gisa_names names = {0};
    gisa_status st = gisa_names_run(store, opts, &names, err);
    if (st == GISA_OK) st = print_names(c, format, &names, out, err);
    *found = names.n > 0;
    if (!cli_page(c, format, out) && st == GISA_OK) st = GISA_END;
    if (st == GISA_OK && names.others)
        cli_info(c, "%llu more names; --limit N shows them", (unsigned long long)names.others);
    gisa_names_clear(&names);
    return st;
}

typedef struct entities_job {
    listing p;
    const char *type, *network;
    const network_form *form;
    gisa_names_opts opts;
    proposals_opts proposals;
} entities_job;

/* Whether the options go together, else it said why not. */
static int check(const cli *c, entities_job *j)
{
    proposals_opts *p = &j->proposals;
    if (p->accept) p->list = true;
    if (p->list && (j->type || j->network)) {
        cli_error(c, "entities: --proposals and --accept go with neither --type nor --network");
        return CLI_FAILED;
    }
    if (p->once && !p->list) {
        cli_error(c, "entities: --all goes with --proposals or --accept");
        return CLI_FAILED;
    }
    return CLI_GO_ON;
}

static int run_entities(cli *c, entities_job *j)
{
    gisa_error err;
    gisa_buf out = {0};
    gisa_reader r = {0};
    bool found = false;
    j->opts.query = j->p.text;
    j->opts.days = j->p.b.days;
    j->opts.limit = j->p.limit;
    j->opts.exact = j->p.exact;
    gisa_status st = cli_database_open(c, &r, &err);
    if (st == GISA_OK)
        st = j->network
                 ? write_network(c, r.store, &j->opts, j->network, j->form, &found, &err)
                 : list_names(c, r.store, &j->opts, date_range_format(&j->p.b), &out, &found, &err);
    if (st == GISA_OK && found) hits_say_widening(c, r.store, j->p.text, j->p.exact);
    if (st == GISA_OK && !found) listing_say_nothing(&j->p, &r);
    gisa_reader_close(&r);
    gisa_buf_clear(&out);
    if (st < 0) return cli_fail(c, &err);
    return st == GISA_END ? CLI_FAILED : found ? CLI_FOUND : CLI_NOTHING;
}

int cmd_entities(cli *c, int argc, char **argv)
{
    entities_job j = {0};
    enum { OWN = 5 };
    cli_option options[LISTING_OPTIONS + OWN] = {
        [LISTING_OWN] = {"type", 0, CLI_TEXT, &j.type, "T",
                         "only PS (people), OG (firms), LC (places), MODEL, PRODUCT"},
        {"network", 0, CLI_TEXT, &j.network, "FILE",
         "write who stands with whom: .graphml, .dot or .svg"},
        {"proposals", 0, CLI_FLAG, &j.proposals.list, NULL,
         "new names: two spellings of one in brackets"},
        {"accept", 0, CLI_TEXT, &j.proposals.accept, "NAMES",
         "take these of them into your names: NAME,NAME or all"},
        {"all", 0, CLI_FLAG, &j.proposals.once, NULL, "also proposals of one article"},
    };
    listing_options(&j.p, options, LISTING_OPTIONS + OWN);
    const cli_usage usage = {
        "entities", "[QUERY…]", "the people, firms, models and places, by articles",
        NULL,       options,    LISTING_OPTIONS + OWN};
    int n_args;
    char **args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code == CLI_GO_ON) code = listing_read(c, &j.p, "entities", n_args, args);
    if (code == CLI_GO_ON) code = take_type(c, j.type, &j.opts);
    if (code == CLI_GO_ON && j.network && !(j.form = form_of(c, j.network))) code = CLI_FAILED;
    if (code == CLI_GO_ON) code = check(c, &j);
    if (code == CLI_GO_ON)
        code = j.proposals.list ? proposals_run(c, &j.p, &j.proposals) : run_entities(c, &j);
    listing_clear(&j.p);
    return code;
}

/* gisa entities: the people, firms, models and places of the corpus, a time or a query. */
#include "base/json.h"
#include "cli/commands.h"
#include "cli/pager.h"
#include "cli/pick.h"
#include "index/query/counts.h"
#include "index/query/facet.h"

enum { COLUMNS = 7 };

static const char *const column_names[COLUMNS] = {"name",     "type",  "id",  "articles",
                                                  "mentions", "first", "last"};

static void print_json(const gisa_name *n, gisa_buf *out)
{
    char day[GISA_PERIOD_CHARS];
    bool dated = n->first_day <= n->last_day;
    gisa_json w = gisa_json_make(out);
    gisa_json_object(&w);
    gisa_json_key_str(&w, "name", n->text);
    gisa_json_key_c(&w, "type", gisa_entity_type_name(n->type));
    gisa_json_key_str(&w, "id", n->id);
    gisa_json_key_int(&w, "articles", (int64_t)n->articles);
    gisa_json_key_int(&w, "mentions", (int64_t)n->mentions);
    gisa_period_format(GISA_PERIOD_DAY, n->first_day, day);
    gisa_json_key_str(&w, "first", dated ? gisa_str_from(day) : GISA_NONE);
    gisa_period_format(GISA_PERIOD_DAY, n->last_day, day);
    gisa_json_key_str(&w, "last", dated ? gisa_str_from(day) : GISA_NONE);
    gisa_json_end(&w);
    gisa_buf_add_char(out, '\n');
}

static gisa_status fill_row(const gisa_name *n, gisa_arena *arena, gisa_str cells[COLUMNS],
                            gisa_error *err)
{
    char text[4][GISA_PERIOD_CHARS + 8] = {{0}};
    snprintf(text[0], sizeof text[0], "%llu", (unsigned long long)n->articles);
    snprintf(text[1], sizeof text[1], "%llu", (unsigned long long)n->mentions);
    if (n->first_day <= n->last_day) {
        gisa_period_format(GISA_PERIOD_DAY, n->first_day, text[2]);
        gisa_period_format(GISA_PERIOD_DAY, n->last_day, text[3]);
    }
    cells[0] = n->text;
    cells[1] = gisa_str_from(gisa_entity_type_name(n->type));
    cells[2] = n->id;
    for (int k = 0; k < 4; k++) {
        if (gisa_arena_copy(arena, gisa_str_from(text[k]), &cells[3 + k]) < 0)
            return gisa_fail_mem(err);
    }
    return GISA_OK;
}

static gisa_status print(const cli *c, cli_format format, const gisa_names *names, gisa_buf *out,
                         gisa_error *err)
{
    static const bool right[COLUMNS] = {false, false, false, true, true, false, false};
    gisa_arena arena = {0};
    gisa_status st = GISA_OK;
    gisa_str *cells = gisa_arena_calloc(&arena, names->n * COLUMNS + 1, sizeof *cells);
    gisa_str head[COLUMNS];
    for (int k = 0; k < COLUMNS; k++) head[k] = gisa_str_from(column_names[k]);
    if (!cells) st = gisa_fail_mem(err);
    if (format == CLI_CSV) cli_csv_row(out, head, COLUMNS);
    for (size_t i = 0; i < names->n && st == GISA_OK; i++) {
        gisa_str *row = cells + i * COLUMNS;
        st = fill_row(&names->items[i], &arena, row, err);
        if (st == GISA_OK && format == CLI_JSON) print_json(&names->items[i], out);
        if (st == GISA_OK && format == CLI_CSV) cli_csv_row(out, row, COLUMNS);
    }
    cli_table t = {column_names, right, COLUMNS, cells, names->n};
    if (st == GISA_OK && format == CLI_TABLE && names->n) cli_table_print(c, &t, out);
    gisa_arena_clear(&arena);
    return st;
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
    pick p = {0};
    const char *type = NULL;
    cli_option options[PICK_OPTIONS + 1] = {
        {"type", 0, CLI_TEXT, &type, "T",
         "only PS (people), OG (firms), LC (places), MODEL, PRODUCT"}};
    pick_options(&p, options + 1);
    const cli_usage usage = {
        "entities", "[QUERY…]", "the people, firms, models and places, by articles",
        NULL,       options,    PICK_OPTIONS + 1};
    int n_args;
    char **args;
    gisa_error err;
    gisa_names names = {0};
    gisa_names_opts opts = {0};
    gisa_buf out = {0};
    gisa_reader r = {0};
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code == CLI_GO_ON) code = pick_take(c, &p, "entities", n_args, args);
    if (code == CLI_GO_ON) code = take_type(c, type, &opts);
    if (code != CLI_GO_ON) {
        pick_clear(&p);
        return code;
    }
    opts.query = p.text;
    opts.has_from = p.b.has_from, opts.from_day = p.b.from_day;
    opts.has_to = p.b.has_to, opts.to_day = p.b.to_day;
    opts.limit = p.limit;
    gisa_status st = cli_database_open(c, &r, &err);
    if (st == GISA_OK) st = gisa_names_run(r.store, &opts, &names, &err);
    if (st == GISA_OK) st = print(c, bounds_format(&p.b), &names, &out, &err);
    bool found = names.n > 0, good = cli_page(c, &out);
    if (st == GISA_OK && names.others)
        cli_info(c, "%llu more names; --limit N shows them", (unsigned long long)names.others);
    if (st == GISA_OK && !found) cli_database_say_nothing(c, &r);
    gisa_names_clear(&names);
    gisa_reader_close(&r);
    gisa_buf_clear(&out);
    pick_clear(&p);
    if (st < 0) return cli_fail(c, &err);
    return !good ? CLI_FAILED : found ? CLI_FOUND : CLI_NOTHING;
}

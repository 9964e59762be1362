/* gisa authors: who wrote, in the corpus, a time or about something. */
#include "cli/commands.h"
#include "cli/listing.h"
#include "cli/pager.h"
#include "index/query/authors.h"
#include "index/query/counts.h"

static void put_outlets(gisa_json *w, const void *item)
{
    const gisa_author_articles *a = item;
    gisa_json_array(w);
    for (size_t i = 0; i < a->n_outlets; i++) {
        gisa_json_object(w);
        gisa_json_key_str(w, "outlet", a->outlets[i].key);
        gisa_json_key_str(w, "outlet_name", a->outlets[i].label);
        gisa_json_key_int(w, "articles", (int64_t)a->outlets[i].n);
        gisa_json_end(w);
    }
    gisa_json_end(w);
}

static const column columns[] = {
    {.name = "name"},
    {.name = "articles", .kind = COLUMN_COUNT},
    {.name = "outlets", .kind = COLUMN_NESTED, .nested = put_outlets},
    {.name = "first"},
    {.name = "last"},
};

/* "한빛일보, 새벽신문 (3)": the outlets, each with its count unless there is one alone. */
static void add_outlets(const gisa_author_articles *a, const char *sep, gisa_buf *out)
{
    for (size_t i = 0; i < a->n_outlets; i++) {
        if (i) gisa_buf_add_c(out, sep);
        gisa_buf_add(out, a->outlets[i].label);
        if (a->n_outlets > 1) gisa_buf_addf(out, " %llu", (unsigned long long)a->outlets[i].n);
    }
}

static gisa_status print_authors(const listing *p, const gisa_authors *authors, gisa_buf *out,
                                 gisa_error *err)
{
    cli_format format = date_range_format(&p->b);
    rows r = {.c = p->c, .format = format, .columns = columns, .n_columns = 5, .out = out};
    gisa_buf outlets = {0};
    rows_begin(&r);
    for (size_t i = 0; i < authors->n; i++) {
        const gisa_author_articles *a = &authors->items[i];
        char first[GISA_PERIOD_CHARS], last[GISA_PERIOD_CHARS];
        bool dated = a->first_day <= a->last_day;
        gisa_buf_reset(&outlets);
        add_outlets(a, format == CLI_CSV ? " | " : ", ", &outlets);
        const cell cells[] = {{.text = a->name},
                              {.count = a->articles},
                              {.text = gisa_buf_view(&outlets)},
                              {.text = date_range_day(dated, a->first_day, first)},
                              {.text = date_range_day(dated, a->last_day, last)}};
        rows_put(&r, cells, a);
    }
    r.failed = r.failed || gisa_buf_status(&outlets) < 0;
    gisa_buf_clear(&outlets);
    return rows_end(&r, err);
}

static void say_rest(const cli *c, const gisa_authors *authors)
{
    if (authors->others)
        cli_info(c, "%llu more author%s; --limit N shows them", (unsigned long long)authors->others,
                 authors->others == 1 ? "" : "s");
    if (authors->without)
        cli_info(c, "%llu of %llu article%s name%s no author", (unsigned long long)authors->without,
                 (unsigned long long)authors->matches, authors->matches == 1 ? "" : "s",
                 authors->without == 1 ? "s" : "");
}

static int list_authors(listing *p)
{
    gisa_reader r = {0};
    gisa_authors authors = {0};
    gisa_buf out = {0};
    gisa_error err;
    const gisa_authors_opts opts = {
        .query = p->text, .days = p->b.days, .limit = p->limit, .exact = p->exact};
    gisa_status st = cli_database_open(p->c, &r, &err);
    if (st == GISA_OK) st = gisa_authors_run(r.store, &opts, &authors, &err);
    if (st == GISA_OK) st = print_authors(p, &authors, &out, &err);
    bool good = st == GISA_OK && cli_page(p->c, date_range_format(&p->b), &out),
         found = authors.n > 0;
    if (st == GISA_OK) say_rest(p->c, &authors);
    if (st == GISA_OK && !authors.matches) listing_say_nothing(p, &r);
    gisa_authors_clear(&authors);
    gisa_reader_close(&r);
    gisa_buf_clear(&out);
    if (st < 0) return cli_fail(p->c, &err);
    return !good ? CLI_FAILED : found ? CLI_FOUND : CLI_NOTHING;
}

int cmd_authors(cli *c, int argc, char **argv)
{
    listing p = {0};
    cli_option options[LISTING_OPTIONS];
    listing_options(&p, options, LISTING_OPTIONS);
    const cli_usage usage = {
        .name = "authors",
        .args = "[QUERY…]",
        .summary = "who wrote, by articles, with outlets and first and last day",
        .details = "Near-duplicates count once. Two people of one name are one here.\n"
                   "\nExamples:\n"
                   "  gisa authors 딥시크 --from this-year\n"
                   "  gisa authors author:배윤\n",
        .options = options,
        .n_options = LISTING_OPTIONS};
    int n_args;
    char **args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code == CLI_GO_ON) code = listing_read(c, &p, "authors", n_args, args);
    if (code == CLI_GO_ON) code = list_authors(&p);
    listing_clear(&p);
    return code;
}

/* gisa facts: the figures and dates of articles, each with its sentence. */
#include "cli/commands.h"
#include "cli/listing.h"

enum { DECIMALS = 4 };

typedef struct facts_job {
    listing p;
    const char *unit;
    bool dates;
} facts_job;

/* A figure or a date. */
typedef struct fact {
    gisa_span span;
    const double *value; /* NULL: a date */
    gisa_str unit;       /* or the date */
} fact;

enum { N_FIGURE = 9, N_DATE = 10 };

static const column figure_columns[N_FIGURE] = {
    LISTING_COLUMNS,
    {.name = "value", .kind = COLUMN_DECIMAL, .decimals = DECIMALS},
    {.name = "unit"},
    {.name = "text"},
    {.name = "start", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "end", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "sentence"},
};

/* In CSV a date has the columns of a figure. */
static const column date_columns[N_DATE] = {
    LISTING_COLUMNS,
    {.name = "date", .formats = COLUMN_JSON},
    {.name = "value", .formats = COLUMN_CSV},
    {.name = "unit", .formats = COLUMN_CSV},
    {.name = "text"},
    {.name = "start", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "end", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "sentence"},
};

static void put_row(facts_job *j, const gisa_stored *a, const fact *f, gisa_str text)
{
    char time[GISA_TIME_CHARS];
    cell cells[N_DATE], *next = cells + 3;
    listing_cells(a, time, cells);
    j->p.rows.columns = f->value ? figure_columns : date_columns;
    j->p.rows.n_columns = f->value ? N_FIGURE : N_DATE;
    if (f->value) {
        *next++ = (cell){.decimal = *f->value};
        *next++ = (cell){.text = f->unit};
    } else {
        *next++ = (cell){.text = f->unit};
        *next++ = (cell){.text = f->unit};
        *next++ = (cell){.text = GISA_STR("date")};
    }
    *next++ = (cell){.text = gisa_span_text(f->span, text)};
    *next++ = (cell){.count = listing_chars(text, f->span.start)};
    *next++ = (cell){.count = listing_chars(text, f->span.end)};
    *next++ = (cell){.text = listing_sentence(text, f->span.start)};
    rows_put(&j->p.rows, cells, NULL);
}

static void print_fact(facts_job *j, const gisa_stored *a, const fact *f)
{
    gisa_str text = gisa_buf_view(&a->record.text), printed = gisa_span_text(f->span, text);
    gisa_buf *out = &j->p.out;
    if (j->p.rows.format != CLI_TABLE) {
        put_row(j, a, f, text);
        return;
    }
    gisa_buf_addf(out, "%s%.*s%s  ", cli_bold(j->p.c), GISA_ARG(printed), cli_plain(j->p.c));
    if (f->value) gisa_json_number(out, *f->value, DECIMALS);
    if (f->value && f->unit.n) gisa_buf_add_char(out, ' ');
    gisa_buf_add(out, f->unit);
    listing_add_place(&j->p, a, listing_sentence(text, f->span.start));
}

/* Prints one; false when the limit is reached. */
static bool put_fact(facts_job *j, const gisa_stored *a, const fact *f)
{
    if (j->unit && !gisa_str_eq_nocase(f->unit, gisa_str_from(j->unit))) return true;
    if (!listing_count(&j->p)) return false;
    print_fact(j, a, f);
    return true;
}

static gisa_status take_facts(void *ctx, const gisa_stored *a, gisa_error *err)
{
    facts_job *j = ctx;
    const gisa_annotation *found = &a->record.annotation;
    bool go_on = true;
    for (size_t i = 0; go_on && !j->dates && i < found->n_figures; i++) {
        const gisa_figure *g = &found->figures[i];
        go_on = put_fact(j, a, &(fact){g->span, &g->value, g->unit});
    }
    for (size_t i = 0; go_on && j->dates && i < found->n_dates; i++)
        go_on = put_fact(j, a, &(fact){found->dates[i].span, NULL, found->dates[i].value});
    (void)err;
    return go_on ? GISA_OK : GISA_END;
}

int cmd_facts(cli *c, int argc, char **argv)
{
    facts_job j = {.p.rows = {.columns = figure_columns, .n_columns = N_FIGURE}};
    cli_option options[LISTING_OPTIONS + 2] = {
        [LISTING_OWN] = {"unit", 0, CLI_TEXT, &j.unit, "UNIT",
                         "only figures of this unit: KRW, USD, %, 명 …"},
        {"dates", 0, CLI_FLAG, &j.dates, NULL, "the dates instead of the figures"},
    };
    listing_options(&j.p, options, LISTING_OPTIONS + 2);
    const cli_usage usage = {
        "facts", "[QUERY…]", "the figures, each with its sentence, newest first",
        NULL,    options,    LISTING_OPTIONS + 2};
    return listing_run(c, &j.p, &usage, argc, argv, take_facts, &j);
}

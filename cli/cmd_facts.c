/* gisa facts: the figures and dates of articles, each with its sentence; with a query, those of the
 * sentences that are about it. */
#include "cli/commands.h"
#include "cli/listing.h"
#include "index/query/about.h"
#include "nlp/facts/measure.h"

enum { DECIMALS = 4 };

typedef struct facts_job {
    listing p;
    const char *unit;
    bool dates, whole;
    gisa_about *about;      /* NULL: all sentences */
    const gisa_span *spans; /* of the sentences of the article */
    size_t n_spans;
    uint64_t elsewhere; /* facts of other sentences */
    gisa_buf read;      /* a value with its unit */
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
    *next++ = (cell){.count = listing_chars(&j->p, text, f->span.start)};
    *next++ = (cell){.count = listing_chars(&j->p, text, f->span.end)};
    *next++ = (cell){.text = listing_sentence(&j->p, text, f->span.start)};
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
    wrap_line head = listing_head(&j->p);
    gisa_buf_add_c(out, cli_bold(j->p.c));
    wrap_part(&head, printed);
    gisa_buf_add_c(out, cli_plain(j->p.c));
    gisa_buf_reset(&j->read);
    if (f->value) gisa_json_number(&j->read, *f->value, DECIMALS);
    if (f->value && f->unit.n) gisa_buf_add_char(&j->read, ' ');
    gisa_buf_add(&j->read, f->unit);
    wrap_part(&head, gisa_buf_view(&j->read));
    listing_add_place(&j->p, &head, a, listing_sentence(&j->p, text, f->span.start));
}

/* Whether the fact is in a sentence that is about the query. */
static bool is_about(const facts_job *j, const fact *f)
{
    if (!j->about) return true;
    for (size_t i = j->n_spans; i-- > 0;) {
        const gisa_span *sentence = &j->spans[i];
        if (sentence->start > f->span.start) continue;
        return f->span.start < sentence->end; /* mutate: equivalent, a blank is at the end */
    }
    return false;
}

static void put_fact(facts_job *j, const gisa_stored *a, const fact *f)
{
    if (j->unit && (!f->value || !gisa_measure_same(f->unit, gisa_str_from(j->unit)))) return;
    if (!is_about(j, f))
        j->elsewhere++;
    else if (listing_count(&j->p))
        print_fact(j, a, f);
}

static gisa_status find_sentences(facts_job *j, const gisa_stored *a, gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (j->whole || !j->p.text.n) return st;
    if (!j->about) st = gisa_about_open(j->p.store, j->p.text, j->p.exact, &j->about, err);
    return st < 0 ? st : gisa_about_find(j->about, a, &j->spans, &j->n_spans, err);
}

static gisa_status take_facts(void *ctx, const gisa_stored *a, gisa_error *err)
{
    facts_job *j = ctx;
    const gisa_annotation *found = &a->record.annotation;
    gisa_status st = find_sentences(j, a, err);
    if (st < 0) return st;
    for (size_t i = 0; i < found->n_figures && !j->dates && !j->p.more; i++) {
        const gisa_figure *g = &found->figures[i];
        put_fact(j, a, &(fact){g->span, &g->value, g->unit});
    }
    for (size_t i = 0; i < found->n_dates && j->dates && !j->p.more; i++)
        put_fact(j, a, &(fact){found->dates[i].span, NULL, found->dates[i].value});
    return gisa_buf_check(&j->read, "a figure", err);
}

static bool check_options(const cli *c, const void *ctx)
{
    const facts_job *j = ctx;
    if (!j->dates || !j->unit) return true;
    cli_error(c, "facts: --unit is of figures; --dates lists dates, which have none");
    return false;
}

/* What was left out, and why. */
static void say_rest(const facts_job *j, cli *c)
{
    if (j->unit && !gisa_measure_is_known(gisa_str_from(j->unit)))
        cli_info(c, "no figure has the unit '%s'", j->unit);
    if (j->elsewhere && !j->p.more)
        cli_info(c, "%llu more are in sentences about something else; --whole lists them, too",
                 (unsigned long long)j->elsewhere);
}

int cmd_facts(cli *c, int argc, char **argv)
{
    facts_job j = {
        .p = {.rows = {.columns = figure_columns, .n_columns = N_FIGURE}, .check = check_options}};
    cli_option options[LISTING_OPTIONS + 3] = {
        [LISTING_OWN] = {"unit", 0, CLI_TEXT, &j.unit, "UNIT",
                         "only figures of this unit: 원, 달러, %, 명 …"},
        {"dates", 0, CLI_FLAG, &j.dates, NULL, "the dates instead of the figures"},
        {"whole", 0, CLI_FLAG, &j.whole, NULL, "of the whole articles that the query finds"},
    };
    listing_options(&j.p, options, LISTING_OPTIONS + 3);
    const cli_usage usage = {
        "facts", "[QUERY…]", "the figures, each with its sentence, newest first",
        NULL,    options,    LISTING_OPTIONS + 3};
    int code = listing_run(c, &j.p, &usage, argc, argv, take_facts, &j);
    if (code == CLI_FOUND || code == CLI_NOTHING) say_rest(&j, c);
    gisa_about_close(j.about);
    gisa_buf_clear(&j.read);
    return code;
}

/* gisa facts: the figures and dates of articles, each with its sentence; with a query, those of the
 * sentences that are about it. */
#include "cli/commands.h"
#include "cli/facts_compare.h"
#include "index/query/about.h"
#include "nlp/facts/measure.h"

enum { DECIMALS = 4 };

typedef struct facts_job {
    listing p;
    const char *unit;
    bool dates, whole, compare;
    gisa_comparison claims; /* to compare */
    gisa_about *about;      /* NULL: all sentences */
    const gisa_span *spans; /* of the sentences of the article */
    size_t n_spans;
    uint64_t elsewhere; /* facts of other sentences */
    gisa_buf read;      /* a value with its unit */
} facts_job;

/* A figure or a date. */
typedef struct fact {
    gisa_span span;
    const gisa_figure *figure; /* NULL: a date */
    gisa_str unit;             /* or the date */
} fact;

enum { N_FIGURE = 14, N_DATE = 15 };

/* One end of a range, for JSON; null where the figure is none. */
static void put_end(gisa_json *w, const gisa_figure *f, double end)
{
    if (f->bound == GISA_BOUND_RANGE)
        gisa_json_double(w, end, DECIMALS);
    else
        gisa_json_null(w);
}

static void put_low(gisa_json *w, const void *item)
{
    const gisa_figure *f = item;
    put_end(w, f, f->low);
}

static void put_high(gisa_json *w, const void *item)
{
    const gisa_figure *f = item;
    put_end(w, f, f->high);
}

static const column figure_columns[N_FIGURE] = {
    LISTING_COLUMNS,
    {.name = "value", .kind = COLUMN_DECIMAL, .decimals = DECIMALS},
    {.name = "unit"},
    {.name = "bound"},
    {.name = "low", .kind = COLUMN_NESTED, .nested = put_low},
    {.name = "high", .kind = COLUMN_NESTED, .nested = put_high},
    {.name = "noun"},
    {.name = "owner"},
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
    {.name = "bound", .formats = COLUMN_CSV},
    {.name = "low", .formats = COLUMN_CSV},
    {.name = "high", .formats = COLUMN_CSV},
    {.name = "noun", .formats = COLUMN_CSV},
    {.name = "owner", .formats = COLUMN_CSV},
    {.name = "text"},
    {.name = "start", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "end", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "sentence"},
};

/* The words of a span; GISA_NONE where there is none. */
static gisa_str words_of(gisa_span span, gisa_str text)
{
    return span.end > span.start ? gisa_span_text(span, text) : GISA_NONE;
}

/* The cells between the article's and those of the place; returns the next one. */
static cell *put_figure(facts_job *j, const gisa_figure *f, gisa_str text, cell *next)
{
    gisa_str bound = gisa_str_from(gisa_bound_name(f->bound));
    bool range = f->bound == GISA_BOUND_RANGE;
    gisa_buf_reset(&j->read);
    if (range) gisa_json_number(&j->read, f->low, DECIMALS);
    size_t n = j->read.n;
    if (range) gisa_json_number(&j->read, f->high, DECIMALS);
    gisa_str ends = gisa_buf_view(&j->read);
    *next++ = (cell){.decimal = f->value};
    *next++ = (cell){.text = f->unit};
    *next++ = (cell){.text = bound.n ? bound : GISA_NONE};
    *next++ = (cell){.text = range ? gisa_str_cut(ends, 0, n) : GISA_NONE};
    *next++ = (cell){.text = range ? gisa_str_cut(ends, n, ends.n) : GISA_NONE};
    *next++ = (cell){.text = words_of(f->noun, text)};
    *next++ = (cell){.text = words_of(f->owner, text)};
    return next;
}

static cell *put_date(gisa_str value, cell *next)
{
    *next++ = (cell){.text = value};
    *next++ = (cell){.text = value};
    *next++ = (cell){.text = GISA_STR("date")};
    return next + 5; /* what only a figure has */
}

static void put_row(facts_job *j, const gisa_stored *a, const fact *f, gisa_str text)
{
    char time[GISA_TIME_CHARS];
    cell cells[N_DATE] = {{.text = GISA_NONE}}, *next = cells + 3;
    listing_cells(a, time, cells);
    j->p.rows.columns = f->figure ? figure_columns : date_columns;
    j->p.rows.n_columns = f->figure ? N_FIGURE : N_DATE;
    next = f->figure ? put_figure(j, f->figure, text, next) : put_date(f->unit, next);
    *next++ = (cell){.text = gisa_span_text(f->span, text)};
    *next++ = (cell){.count = listing_chars(&j->p, text, f->span.start)};
    *next++ = (cell){.count = listing_chars(&j->p, text, f->span.end)};
    *next++ = (cell){.text = listing_sentence(&j->p, text, f->span.start)};
    rows_put(&j->p.rows, cells, f->figure);
}

/* 약 300만원: "about 3000000 KRW"; 3~5만명: "30000 to 50000 명". */
static void read_figure(gisa_buf *out, const gisa_figure *f)
{
    static const char *const words[GISA_BOUND_COUNT] = {
        [GISA_BOUND_ABOUT] = "about ",         [GISA_BOUND_AT_LEAST] = "at least ",
        [GISA_BOUND_AT_MOST] = "at most ",     [GISA_BOUND_MORE_THAN] = "more than ",
        [GISA_BOUND_LESS_THAN] = "less than ",
    };
    if (words[f->bound]) gisa_buf_add_c(out, words[f->bound]);
    gisa_json_number(out, f->bound == GISA_BOUND_RANGE ? f->low : f->value, DECIMALS);
    if (f->bound == GISA_BOUND_RANGE) {
        gisa_buf_add_c(out, " to ");
        gisa_json_number(out, f->high, DECIMALS);
    }
    if (f->unit.n) gisa_buf_add_char(out, ' ');
    gisa_buf_add(out, f->unit);
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
    if (f->figure)
        read_figure(&j->read, f->figure);
    else
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

static gisa_status put_fact(facts_job *j, const gisa_stored *a, const fact *f, gisa_error *err)
{
    bool other = j->unit && (!f->figure || !gisa_measure_same(f->unit, gisa_str_from(j->unit)));
    if (other) return GISA_OK;
    if (!is_about(j, f))
        j->elsewhere++;
    else if (j->compare)
        return facts_compare_put(&j->claims, &j->p, a, f->figure, err);
    else if (listing_count(&j->p))
        print_fact(j, a, f);
    return GISA_OK;
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
    for (size_t i = 0; i < found->n_figures && !j->dates && !j->p.more && st >= 0; i++) {
        const gisa_figure *g = &found->figures[i];
        st = put_fact(j, a, &(fact){g->span, g, g->unit}, err);
    }
    for (size_t i = 0; i < found->n_dates && j->dates && !j->p.more && st >= 0; i++)
        st = put_fact(j, a, &(fact){found->dates[i].span, NULL, found->dates[i].value}, err);
    return st < 0 ? st : gisa_buf_check(&j->read, "a figure", err);
}

static bool check_options(const cli *c, void *ctx)
{
    facts_job *j = ctx;
    if (j->compare) j->p.rows.columns = facts_compare_columns(&j->p.rows.n_columns);
    if (j->dates && j->compare) {
        cli_error(c, "facts: --compare is of figures; --dates lists dates");
        return false;
    }
    if (!j->dates || !j->unit) return true;
    cli_error(c, "facts: --unit is of figures; --dates lists dates, which have none");
    return false;
}

static void finish(void *ctx)
{
    facts_job *j = ctx;
    if (j->compare) facts_compare_print(&j->claims, &j->p);
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
    facts_job j = {.p = {.rows = {.columns = figure_columns, .n_columns = N_FIGURE},
                         .check = check_options,
                         .finish = finish}};
    enum { OWN = 4 };
    cli_option options[LISTING_OPTIONS + OWN] = {
        [LISTING_OWN] = {"unit", 0, CLI_TEXT, &j.unit, "UNIT",
                         "only figures of this unit: 원, 달러, %, 명 …"},
        {"dates", 0, CLI_FLAG, &j.dates, NULL, "the dates instead of the figures"},
        {"compare", 0, CLI_FLAG, &j.compare, NULL,
         "what several articles say about the same thing, side by side"},
        {"whole", 0, CLI_FLAG, &j.whole, NULL, "of the whole articles that the query finds"},
    };
    listing_options(&j.p, options, LISTING_OPTIONS + OWN);
    const cli_usage usage = {
        "facts", "[QUERY…]", "the figures, each with its sentence, newest first",
        NULL,    options,    LISTING_OPTIONS + OWN};
    int code = listing_run(c, &j.p, &usage, argc, argv, take_facts, &j);
    if (code == CLI_FOUND || code == CLI_NOTHING) say_rest(&j, c);
    gisa_about_close(j.about);
    gisa_comparison_clear(&j.claims);
    gisa_buf_clear(&j.read);
    return code;
}

/* gisa facts: the figures and dates of articles, each with its sentence. */
#include "cli/commands.h"
#include "cli/pick.h"

enum { DECIMALS = 4 };

typedef struct facts_job {
    pick p;
    const char *unit;
    bool dates;
    gisa_buf value;
} facts_job;

/* A figure or a date. */
typedef struct fact {
    gisa_span span;
    const double *value; /* NULL: a date */
    gisa_str unit;       /* or the date */
} fact;

static void print_json(facts_job *j, const gisa_stored *a, const fact *f, gisa_str text)
{
    gisa_json w = pick_json(&j->p, a);
    if (f->value) {
        gisa_json_key(&w, "value");
        gisa_json_double(&w, *f->value, DECIMALS);
        gisa_json_key_str(&w, "unit", f->unit);
    } else {
        gisa_json_key_str(&w, "date", f->unit);
    }
    gisa_json_key_str(&w, "text", gisa_span_text(f->span, text));
    gisa_json_key_int(&w, "start", pick_chars(text, f->span.start));
    gisa_json_key_int(&w, "end", pick_chars(text, f->span.end));
    gisa_json_key_str(&w, "sentence", pick_sentence(text, f->span.start));
    pick_json_end(&j->p, &w);
}

static void print_fact(facts_job *j, const gisa_stored *a, const fact *f)
{
    char time[GISA_TIME_CHARS];
    gisa_str text = gisa_buf_view(&a->record.text), printed = gisa_span_text(f->span, text);
    gisa_str sentence = pick_sentence(text, f->span.start);
    gisa_buf *out = &j->p.out;
    gisa_buf_reset(&j->value);
    if (f->value) gisa_json_number(&j->value, *f->value, DECIMALS);
    gisa_str value = gisa_buf_view(&j->value);
    if (j->p.b.json) {
        print_json(j, a, f, text);
    } else if (j->p.b.csv) {
        gisa_str cells[7] = {[3] = f->value ? value : f->unit,
                             f->value ? f->unit : GISA_STR("date"),
                             printed,
                             sentence};
        pick_cells(a, time, cells);
        cli_csv_row(out, cells, 7);
    } else {
        gisa_buf_addf(out, "%s%.*s%s  ", cli_bold(j->p.c), GISA_ARG(printed), cli_plain(j->p.c));
        gisa_buf_add(out, value);
        if (f->value && f->unit.n) gisa_buf_add_char(out, ' ');
        gisa_buf_add(out, f->unit);
        pick_add_place(&j->p, a, sentence);
    }
}

/* Prints one; false when the limit is reached. */
static bool put_fact(facts_job *j, const gisa_stored *a, const fact *f)
{
    if (j->unit && !gisa_str_eq_nocase(f->unit, gisa_str_from(j->unit))) return true;
    if (!pick_count(&j->p)) return false;
    print_fact(j, a, f);
    return true;
}

static gisa_status take(void *ctx, const gisa_stored *a, gisa_error *err)
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
    return go_on ? gisa_buf_check(&j->value, "a figure", err) : GISA_END;
}

int cmd_facts(cli *c, int argc, char **argv)
{
    facts_job j = {0};
    cli_option options[PICK_OPTIONS + 2] = {
        {"unit", 0, CLI_TEXT, &j.unit, "UNIT", "only figures of this unit: KRW, USD, %, 명 …"},
        {"dates", 0, CLI_FLAG, &j.dates, NULL, "the dates instead of the figures"},
    };
    pick_options(&j.p, options + 2);
    const cli_usage usage = {
        "facts", "[QUERY…]", "the figures, each with its sentence, newest first",
        NULL,    options,    PICK_OPTIONS + 2};
    int code = pick_run(c, &j.p, &usage, argc, argv, "id,published,outlet,value,unit,text,sentence",
                        take, &j);
    gisa_buf_clear(&j.value);
    return code;
}

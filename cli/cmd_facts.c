/* gisa facts: the figures and dates of articles, each with its sentence. */
#include "base/json.h"
#include "cli/commands.h"
#include "cli/pager.h"
#include "cli/pick.h"

enum { DECIMALS = 4 };

typedef struct facts_job {
    cli *c;
    pick p;
    const char *unit;
    bool dates;
    uint64_t n;
    bool more;
    gisa_buf out, value;
} facts_job;

/* A figure or a date. */
typedef struct fact {
    gisa_span span;
    const double *value; /* NULL: a date */
    gisa_str unit;       /* or the date */
} fact;

static void print_json(facts_job *j, const gisa_stored *a, const fact *f, gisa_str text)
{
    char time[GISA_TIME_CHARS];
    size_t n = gisa_time_format(&a->record.article.published, time);
    gisa_json w = gisa_json_make(&j->out);
    gisa_json_object(&w);
    gisa_json_key_str(&w, "id", a->record.article.id);
    gisa_json_key_str(&w, "published", n ? (gisa_str){time, n} : GISA_NONE);
    gisa_json_key_str(&w, "outlet", a->record.article.outlet);
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
    gisa_json_end(&w);
    gisa_buf_add_char(&j->out, '\n');
}

static void print_fact(facts_job *j, const gisa_stored *a, const fact *f)
{
    char time[GISA_TIME_CHARS];
    const gisa_article *article = &a->record.article;
    gisa_str text = gisa_buf_view(&a->record.text);
    gisa_str sentence = pick_sentence(text, f->span.start);
    gisa_str when = {time, gisa_time_format(&article->published, time)};
    if (j->p.json) {
        print_json(j, a, f, text);
        return;
    }
    gisa_buf_reset(&j->value);
    if (f->value) gisa_json_number(&j->value, *f->value, DECIMALS);
    if (j->p.csv) {
        gisa_str cells[] = {article->id,
                            when,
                            article->outlet,
                            f->value ? gisa_buf_view(&j->value) : f->unit,
                            f->value ? f->unit : GISA_STR("date"),
                            gisa_span_text(f->span, text),
                            sentence};
        cli_csv_row(&j->out, cells, 7);
        return;
    }
    gisa_buf_addf(&j->out, "%s", cli_bold(j->c));
    gisa_buf_add(&j->out, gisa_span_text(f->span, text));
    gisa_buf_addf(&j->out, "%s  ", cli_plain(j->c));
    gisa_buf_add(&j->out, gisa_buf_view(&j->value));
    if (f->value && f->unit.n) gisa_buf_add_char(&j->out, ' ');
    gisa_buf_add(&j->out, f->unit);
    gisa_buf_addf(&j->out, "  %s", cli_dim(j->c));
    gisa_buf_add(&j->out, article->outlet_name.n ? article->outlet_name : article->outlet);
    gisa_buf_add_c(&j->out, "  ");
    gisa_buf_add(&j->out, when.n ? gisa_str_cut(when, 0, 10) : GISA_STR("no date"));
    gisa_buf_add_c(&j->out, "  ");
    gisa_buf_add(&j->out, article->id);
    gisa_buf_addf(&j->out, "%s\n    ", cli_plain(j->c));
    gisa_buf_add(&j->out, sentence);
    gisa_buf_add_char(&j->out, '\n');
}

/* Prints one; false when the limit is reached. */
static bool put_fact(facts_job *j, const gisa_stored *a, const fact *f)
{
    if (j->unit && !gisa_str_eq_nocase(f->unit, gisa_str_from(j->unit))) return true;
    if (j->n == j->p.limit) {
        j->more = true;
        return false;
    }
    j->n++;
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
    return go_on ? gisa_buf_check(&j->out, "the output", err) : GISA_END;
}

int cmd_facts(cli *c, int argc, char **argv)
{
    facts_job j = {.c = c};
    cli_option options[PICK_OPTIONS + 2] = {
        {"unit", 0, CLI_TEXT, &j.unit, "UNIT", "only figures of this unit: KRW, USD, %, 명 …"},
        {"dates", 0, CLI_FLAG, &j.dates, NULL, "the dates instead of the figures"},
    };
    pick_options(&j.p, options + 2);
    const cli_usage usage = {
        "facts", "[QUERY…]", "the figures, each with its sentence, newest first",
        NULL,    options,    PICK_OPTIONS + 2};
    int n_args;
    char **args;
    gisa_error err;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code == CLI_GO_ON) code = pick_take(c, &j.p, "facts", n_args, args);
    if (code != CLI_GO_ON) {
        pick_clear(&j.p);
        return code;
    }
    if (j.p.csv) gisa_buf_add_c(&j.out, "id,published,outlet,value,unit,text,sentence\r\n");
    gisa_status st = pick_each(c, &j.p, take, &j, &err);
    if (j.more) cli_info(c, "the newest %llu; --limit N shows more", (unsigned long long)j.n);
    if (st == GISA_OK && j.n == 0) cli_info(c, "nothing found");
    bool good = cli_page(c, &j.out);
    gisa_buf_clear(&j.out);
    gisa_buf_clear(&j.value);
    pick_clear(&j.p);
    if (st < 0) return cli_fail(c, &err);
    return !good ? CLI_FAILED : j.n ? CLI_FOUND : CLI_NOTHING;
}

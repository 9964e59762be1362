/* gisa quotes: who said what. */
#include "base/json.h"
#include "cli/commands.h"
#include "cli/pager.h"
#include "cli/pick.h"

typedef struct quotes_job {
    cli *c;
    pick p;
    const char *speaker;
    bool direct;
    uint64_t n;
    bool more;
    gisa_buf out;
} quotes_job;

static void print_json(quotes_job *j, const gisa_stored *a, const gisa_quote *q, gisa_str speaker)
{
    char time[GISA_TIME_CHARS];
    gisa_str text = gisa_buf_view(&a->record.text);
    size_t n = gisa_time_format(&a->record.article.published, time);
    gisa_json w = gisa_json_make(&j->out);
    gisa_json_object(&w);
    gisa_json_key_str(&w, "id", a->record.article.id);
    gisa_json_key_str(&w, "published", n ? (gisa_str){time, n} : GISA_NONE);
    gisa_json_key_str(&w, "outlet", a->record.article.outlet);
    gisa_json_key_str(&w, "speaker", speaker);
    gisa_json_key_str(&w, "quote", gisa_span_text(q->span, text));
    gisa_json_key(&w, "direct");
    gisa_json_bool(&w, q->direct);
    gisa_json_key_int(&w, "start", pick_chars(text, q->span.start));
    gisa_json_key_int(&w, "end", pick_chars(text, q->span.end));
    gisa_json_key_str(&w, "url", a->record.article.url);
    gisa_json_end(&w);
    gisa_buf_add_char(&j->out, '\n');
}

static void print_quote(quotes_job *j, const gisa_stored *a, const gisa_quote *q, gisa_str speaker)
{
    char time[GISA_TIME_CHARS];
    const gisa_article *article = &a->record.article;
    gisa_str said = gisa_span_text(q->span, gisa_buf_view(&a->record.text));
    gisa_str when = {time, gisa_time_format(&article->published, time)};
    if (j->p.json) {
        print_json(j, a, q, speaker);
    } else if (j->p.csv) {
        gisa_str cells[] = {article->id, when, article->outlet, speaker, said};
        cli_csv_row(&j->out, cells, 5);
    } else {
        gisa_buf_add_c(&j->out, cli_bold(j->c));
        gisa_buf_add(&j->out, speaker.n ? speaker : GISA_STR("(speaker not named)"));
        gisa_buf_addf(&j->out, "%s  %s", cli_plain(j->c), cli_dim(j->c));
        gisa_buf_add(&j->out, article->outlet_name.n ? article->outlet_name : article->outlet);
        gisa_buf_add_c(&j->out, "  ");
        gisa_buf_add(&j->out, when.n ? gisa_str_cut(when, 0, 10) : GISA_STR("no date"));
        gisa_buf_add_c(&j->out, "  ");
        gisa_buf_add(&j->out, article->id);
        gisa_buf_addf(&j->out, "%s\n    ", cli_plain(j->c));
        gisa_buf_add_c(&j->out, q->direct ? "“" : "‘");
        gisa_buf_add(&j->out, said);
        gisa_buf_add_c(&j->out, q->direct ? "”\n" : "’\n");
    }
}

static gisa_status take(void *ctx, const gisa_stored *a, gisa_error *err)
{
    quotes_job *j = ctx;
    const gisa_annotation *found = &a->record.annotation;
    gisa_str text = gisa_buf_view(&a->record.text);
    (void)err;
    for (size_t i = 0; i < found->n_quotes; i++) {
        const gisa_quote *q = &found->quotes[i];
        bool known = q->speaker.end > q->speaker.start;
        gisa_str speaker = known ? gisa_span_text(q->speaker, text) : GISA_NONE;
        if (j->speaker && (!known || !gisa_str_has(speaker, gisa_str_from(j->speaker)))) continue;
        if (j->direct && !q->direct) continue;
        if (j->n == j->p.limit) {
            j->more = true;
            return GISA_END;
        }
        j->n++;
        print_quote(j, a, q, speaker);
    }
    return gisa_buf_check(&j->out, "the output", err);
}

int cmd_quotes(cli *c, int argc, char **argv)
{
    quotes_job j = {.c = c};
    cli_option options[PICK_OPTIONS + 2] = {
        {"speaker", 0, CLI_TEXT, &j.speaker, "NAME", "only speakers whose name holds this"},
        {"direct", 0, CLI_FLAG, &j.direct, NULL, "only what stands in quotation marks as said"},
    };
    pick_options(&j.p, options + 2);
    const cli_usage usage = {"quotes", "[QUERY…]", "who said what, newest first",
                             NULL,     options,    PICK_OPTIONS + 2};
    int n_args;
    char **args;
    gisa_error err;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code == CLI_GO_ON) code = pick_take(c, &j.p, "quotes", n_args, args);
    if (code != CLI_GO_ON) {
        pick_clear(&j.p);
        return code;
    }
    if (j.p.csv) gisa_buf_add_c(&j.out, "id,published,outlet,speaker,quote\r\n");
    gisa_status st = pick_each(c, &j.p, take, &j, &err);
    if (j.more)
        cli_info(c, "the newest %llu quotes; --limit N shows more", (unsigned long long)j.n);
    if (st == GISA_OK && j.n == 0) cli_info(c, "nothing found");
    bool good = cli_page(c, &j.out);
    gisa_buf_clear(&j.out);
    pick_clear(&j.p);
    if (st < 0) return cli_fail(c, &err);
    return !good ? CLI_FAILED : j.n ? CLI_FOUND : CLI_NOTHING;
}

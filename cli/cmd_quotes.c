/* gisa quotes: who said what. */
#include "cli/commands.h"
#include "cli/pick.h"

typedef struct quotes_job {
    pick p;
    const char *speaker;
    bool direct;
    gisa_buf line;
} quotes_job;

static void print_json(quotes_job *j, const gisa_stored *a, const gisa_quote *q, gisa_str speaker)
{
    gisa_str text = gisa_buf_view(&a->record.text);
    gisa_json w = pick_json(&j->p, a);
    gisa_json_key_str(&w, "speaker", speaker);
    gisa_json_key_str(&w, "quote", gisa_span_text(q->span, text));
    gisa_json_key(&w, "direct");
    gisa_json_bool(&w, q->direct);
    gisa_json_key_int(&w, "start", pick_chars(text, q->span.start));
    gisa_json_key_int(&w, "end", pick_chars(text, q->span.end));
    gisa_json_key_str(&w, "url", a->record.article.url);
    pick_json_end(&j->p, &w);
}

static void print_quote(quotes_job *j, const gisa_stored *a, const gisa_quote *q, gisa_str speaker)
{
    char time[GISA_TIME_CHARS];
    gisa_str said = gisa_span_text(q->span, gisa_buf_view(&a->record.text));
    gisa_buf *out = &j->p.out;
    if (j->p.b.json) {
        print_json(j, a, q, speaker);
    } else if (j->p.b.csv) {
        gisa_str cells[5] = {[3] = speaker, said};
        pick_cells(a, time, cells);
        cli_csv_row(out, cells, 5);
    } else {
        gisa_buf_add_c(out, cli_bold(j->p.c));
        gisa_buf_add(out, speaker.n ? speaker : GISA_STR("(speaker not named)"));
        gisa_buf_add_c(out, cli_plain(j->p.c));
        gisa_buf_reset(&j->line);
        gisa_buf_add_c(&j->line, q->direct ? "“" : "‘");
        gisa_buf_add(&j->line, said);
        gisa_buf_add_c(&j->line, q->direct ? "”" : "’");
        pick_add_place(&j->p, a, gisa_buf_view(&j->line));
    }
}

static gisa_status take(void *ctx, const gisa_stored *a, gisa_error *err)
{
    quotes_job *j = ctx;
    const gisa_annotation *found = &a->record.annotation;
    gisa_str text = gisa_buf_view(&a->record.text);
    for (size_t i = 0; i < found->n_quotes; i++) {
        const gisa_quote *q = &found->quotes[i];
        bool known = q->speaker.end > q->speaker.start;
        gisa_str speaker = known ? gisa_span_text(q->speaker, text) : GISA_NONE;
        if (j->speaker && (!known || !gisa_str_has(speaker, gisa_str_from(j->speaker)))) continue;
        if (j->direct && !q->direct) continue;
        if (!pick_count(&j->p)) return GISA_END;
        print_quote(j, a, q, speaker);
    }
    return gisa_buf_check(&j->line, "a quote", err);
}

int cmd_quotes(cli *c, int argc, char **argv)
{
    quotes_job j = {0};
    cli_option options[PICK_OPTIONS + 2] = {
        {"speaker", 0, CLI_TEXT, &j.speaker, "NAME", "only speakers whose name holds this"},
        {"direct", 0, CLI_FLAG, &j.direct, NULL, "only what stands in quotation marks as said"},
    };
    pick_options(&j.p, options + 2);
    const cli_usage usage = {"quotes", "[QUERY…]", "who said what, newest first",
                             NULL,     options,    PICK_OPTIONS + 2};
    int code = pick_run(c, &j.p, &usage, argc, argv, "id,published,outlet,speaker,quote", take, &j);
    gisa_buf_clear(&j.line);
    return code;
}

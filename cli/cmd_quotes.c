/* gisa quotes: who said what. */
#include "cli/commands.h"
#include "cli/listing.h"

typedef struct quotes_job {
    listing p;
    const char *speaker;
    bool direct;
    gisa_buf line;
} quotes_job;

static const column columns[] = {
    LISTING_COLUMNS,
    {.name = "speaker"},
    {.name = "quote"},
    {.name = "direct", .kind = COLUMN_FLAG, .formats = COLUMN_JSON},
    {.name = "start", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "end", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "url", .formats = COLUMN_JSON},
};

static void put_row(quotes_job *j, const gisa_stored *a, const gisa_quote *q, gisa_str speaker)
{
    char time[GISA_TIME_CHARS];
    gisa_str text = gisa_buf_view(&a->record.text);
    cell cells[] = {[3] = {.text = speaker},
                    {.text = gisa_span_text(q->span, text)},
                    {.flag = q->direct},
                    {.count = listing_chars(&j->p, text, q->span.start)},
                    {.count = listing_chars(&j->p, text, q->span.end)},
                    {.text = a->record.article.url}};
    listing_cells(a, time, cells);
    rows_put(&j->p.rows, cells, NULL);
}

static void print_quote(quotes_job *j, const gisa_stored *a, const gisa_quote *q, gisa_str speaker)
{
    gisa_buf *out = &j->p.out;
    if (j->p.rows.format != CLI_TABLE) {
        put_row(j, a, q, speaker);
        return;
    }
    wrap_line head = listing_head(&j->p);
    gisa_buf_add_c(out, cli_bold(j->p.c));
    wrap_part(&head, speaker.n ? speaker : GISA_STR("(speaker not named)"));
    gisa_buf_add_c(out, cli_plain(j->p.c));
    gisa_buf_reset(&j->line);
    gisa_buf_add_c(&j->line, q->direct ? "“" : "‘");
    gisa_buf_add(&j->line, gisa_span_text(q->span, gisa_buf_view(&a->record.text)));
    gisa_buf_add_c(&j->line, q->direct ? "”" : "’");
    listing_add_place(&j->p, &head, a, gisa_buf_view(&j->line));
}

static gisa_status take_quotes(void *ctx, const gisa_stored *a, gisa_error *err)
{
    quotes_job *j = ctx;
    const gisa_annotation *found = &a->record.annotation;
    gisa_str text = gisa_buf_view(&a->record.text);
    for (size_t i = 0; i < found->n_quotes && !j->p.more; i++) {
        const gisa_quote *q = &found->quotes[i];
        bool known = q->speaker.end > q->speaker.start;
        gisa_str speaker = known ? gisa_span_text(q->speaker, text) : GISA_NONE;
        if (j->speaker && (!known || !gisa_str_has(speaker, gisa_str_from(j->speaker)))) continue;
        if (j->direct && !q->direct) continue;
        if (listing_count(&j->p)) print_quote(j, a, q, speaker);
    }
    return gisa_buf_check(&j->line, "a quote", err);
}

int cmd_quotes(cli *c, int argc, char **argv)
{
    quotes_job j = {.p.rows = {.columns = columns, .n_columns = 9}};
    cli_option options[LISTING_OPTIONS + 2] = {
        [LISTING_OWN] = {"speaker", 0, CLI_TEXT, &j.speaker, "NAME",
                         "only speakers whose name holds this"},
        {"direct", 0, CLI_FLAG, &j.direct, NULL, "only what stands in quotation marks as said"},
    };
    listing_options(&j.p, options, LISTING_OPTIONS + 2);
    const cli_usage usage = {"quotes", "[QUERY…]", "who said what, newest first",
                             NULL,     options,    LISTING_OPTIONS + 2};
    int code = listing_run(c, &j.p, &usage, argc, argv, take_quotes, &j);
    gisa_buf_clear(&j.line);
    return code;
}

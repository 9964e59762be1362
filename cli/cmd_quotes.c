/* gisa quotes: who said what. */
#include "cli/commands.h"
#include "cli/listing.h"

typedef struct quotes_job {
    listing p;
    const char *speaker, *medium, *kind;
    bool direct, reported;
    gisa_buf line;
} quotes_job;

static const column columns[] = {
    LISTING_COLUMNS,
    {.name = "speaker"},
    {.name = "kind"},
    {.name = "affiliation"},
    {.name = "medium"},
    {.name = "quote"},
    {.name = "direct", .kind = COLUMN_FLAG, .formats = COLUMN_JSON},
    {.name = "start", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "end", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "url", .formats = COLUMN_JSON},
};

enum { N_COLUMNS = sizeof columns / sizeof *columns };

/* The words of a span; GISA_NONE where there is none. */
static gisa_str words_of(gisa_span span, const gisa_stored *a)
{
    if (span.end <= span.start) return GISA_NONE;
    return gisa_span_text(span, gisa_buf_view(&a->record.text));
}

static void put_row(quotes_job *j, const gisa_stored *a, const gisa_quote *q)
{
    char time[GISA_TIME_CHARS];
    gisa_str text = gisa_buf_view(&a->record.text);
    gisa_str kind = gisa_str_from(gisa_speaker_kind_name(q->kind));
    cell cells[] = {[3] = {.text = words_of(q->speaker, a)},
                    {.text = q->kind == GISA_SPEAKER_NONE ? GISA_NONE : kind},
                    {.text = words_of(q->affiliation, a)},
                    {.text = words_of(q->medium, a)},
                    {.text = gisa_span_text(q->span, text)},
                    {.flag = q->direct},
                    {.count = listing_chars(&j->p, text, q->span.start)},
                    {.count = listing_chars(&j->p, text, q->span.end)},
                    {.text = a->record.article.url}};
    listing_cells(a, time, cells);
    rows_put(&j->p.rows, cells, NULL);
}

static void print_quote(quotes_job *j, const gisa_stored *a, const gisa_quote *q)
{
    gisa_buf *out = &j->p.out;
    if (j->p.rows.format != CLI_TABLE) {
        put_row(j, a, q);
        return;
    }
    gisa_str speaker = words_of(q->speaker, a), medium = words_of(q->medium, a);
    wrap_line head = listing_head(&j->p);
    gisa_buf_add_c(out, cli_bold(j->p.c));
    wrap_part(&head, speaker.n ? speaker : GISA_STR("(speaker not named)"));
    gisa_buf_add_c(out, cli_plain(j->p.c));
    if (q->affiliation.end) wrap_part(&head, words_of(q->affiliation, a));
    gisa_buf_reset(&j->line);
    if (medium.n) {
        gisa_buf_add_c(&j->line, "via ");
        gisa_buf_add(&j->line, medium);
        wrap_part(&head, gisa_buf_view(&j->line));
        gisa_buf_reset(&j->line);
    }
    gisa_buf_add_c(&j->line, q->direct ? "“" : "‘");
    gisa_buf_add(&j->line, words_of(q->span, a));
    gisa_buf_add_c(&j->line, q->direct ? "”" : "’");
    listing_add_place(&j->p, &head, a, gisa_buf_view(&j->line));
}

/* Whether the words are wanted: no words are only when nothing is asked for. */
static bool holds(gisa_str words, const char *wanted)
{
    return !wanted || (words.n && gisa_str_has(words, gisa_str_from(wanted)));
}

static bool is_wanted(const quotes_job *j, const gisa_stored *a, const gisa_quote *q)
{
    if ((j->direct && !q->direct) || (j->reported && q->direct)) return false;
    if (j->kind && strcmp(j->kind, gisa_speaker_kind_name(q->kind)) != 0) return false;
    return holds(words_of(q->speaker, a), j->speaker) && holds(words_of(q->medium, a), j->medium);
}

static gisa_status take_quotes(void *ctx, const gisa_stored *a, gisa_error *err)
{
    quotes_job *j = ctx;
    const gisa_annotation *found = &a->record.annotation;
    for (size_t i = 0; i < found->n_quotes && !j->p.more; i++) {
        const gisa_quote *q = &found->quotes[i];
        if (is_wanted(j, a, q) && listing_count(&j->p)) print_quote(j, a, q);
    }
    return gisa_buf_check(&j->line, "a quote", err);
}

static bool check_options(const cli *c, void *ctx)
{
    quotes_job *j = ctx;
    if (j->direct && j->reported) {
        cli_error(c, "quotes: --direct and --reported leave nothing; give one of them, or none");
        return false;
    }
    if (!j->kind || gisa_speaker_kind_parse(gisa_str_from(j->kind)) != GISA_SPEAKER_COUNT)
        return true;
    cli_error(c, "quotes: --kind wants person, body, role, anonymous or none, not '%s'", j->kind);
    return false;
}

int cmd_quotes(cli *c, int argc, char **argv)
{
    quotes_job j = {
        .p = {.rows = {.columns = columns, .n_columns = N_COLUMNS}, .check = check_options}};
    cli_option options[LISTING_OPTIONS + 5] = {
        [LISTING_OWN] = {"speaker", 0, CLI_TEXT, &j.speaker, "NAME",
                         "only speakers whose name holds this"},
        {"kind", 0, CLI_TEXT, &j.kind, "KIND",
         "only speakers of a kind: person, body, role, anonymous, none"},
        {"medium", 0, CLI_TEXT, &j.medium, "NAME", "only what a medium carried: CNBC, 페이스북 …"},
        {"direct", 0, CLI_FLAG, &j.direct, NULL, "only what stands in quotation marks as said"},
        {"reported", 0, CLI_FLAG, &j.reported, NULL, "only what is told without marks"},
    };
    listing_options(&j.p, options, LISTING_OPTIONS + 5);
    const cli_usage usage = {"quotes", "[QUERY…]", "who said what, newest first",
                             NULL,     options,    LISTING_OPTIONS + 5};
    int code = listing_run(c, &j.p, &usage, argc, argv, take_quotes, &j);
    gisa_buf_clear(&j.line);
    return code;
}

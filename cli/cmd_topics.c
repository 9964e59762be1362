#include <inttypes.h>

#include "cli/commands.h"
#include "cli/database.h"
#include "cli/date_range.h"
#include "cli/hits.h"
#include "cli/own_words.h"
#include "cli/rows.h"
#include "cli/wrap.h"
#include "report/period.h"
#include "report/topics/topics.h"
#include "report/trend/trend_format.h"

typedef struct asked {
    date_range b;
    uint64_t limit, weeks;
    bool exact;
} asked;

static gisa_str day_text(int64_t day, char out[GISA_PERIOD_CHARS])
{
    return date_range_day(day != INT64_MIN, day, out);
}

static void add_labels(const gisa_topic *t, gisa_buf *out)
{
    for (size_t i = 0; i < t->n_labels; i++) {
        if (i) gisa_buf_add_c(out, " · ");
        gisa_buf_add(out, t->labels[i]);
    }
}

static void put_labels(gisa_json *w, const void *item)
{
    const gisa_topic *t = item;
    gisa_json_array(w);
    for (size_t k = 0; k < t->n_labels; k++) gisa_json_str(w, t->labels[k]);
    gisa_json_end(w);
}

static void put_headlines(gisa_json *w, const void *item)
{
    const gisa_topic *t = item;
    char day[GISA_PERIOD_CHARS];
    gisa_json_array(w);
    for (size_t k = 0; k < t->n_headlines; k++) {
        gisa_json_object(w);
        gisa_json_key_str(w, "id", t->headlines[k].id);
        gisa_json_key_str(w, "title", t->headlines[k].title);
        gisa_json_key_str(w, "outlet", t->headlines[k].outlet);
        gisa_json_key_str(w, "published", day_text(t->headlines[k].day, day));
        gisa_json_key_str(w, "url", t->headlines[k].url);
        gisa_json_end(w);
    }
    gisa_json_end(w);
}

static void put_ids(gisa_json *w, const void *item)
{
    const gisa_topic *t = item;
    gisa_json_array(w);
    for (uint64_t k = 0; k < t->articles; k++) gisa_json_str(w, t->ids[k]);
    gisa_json_end(w);
}

static const column columns[] = {
    {.name = "labels", .kind = COLUMN_NESTED, .formats = COLUMN_JSON, .nested = put_labels},
    {.name = "theme", .formats = COLUMN_CSV},
    {.name = "articles", .kind = COLUMN_COUNT},
    {.name = "outlets", .kind = COLUMN_COUNT},
    {.name = "weight", .kind = COLUMN_DECIMAL, .decimals = 3},
    {.name = "label_articles", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "label_articles_before", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "headlines", .kind = COLUMN_NESTED, .formats = COLUMN_JSON, .nested = put_headlines},
    {.name = "headline", .formats = COLUMN_CSV},
    {.name = "url", .formats = COLUMN_CSV},
    {.name = "ids", .kind = COLUMN_NESTED, .formats = COLUMN_JSON, .nested = put_ids},
};

static void show_rows(const cli *c, cli_format format, const gisa_topics *topics, gisa_buf *out)
{
    rows r = {.c = c, .format = format, .columns = columns, .n_columns = 11, .out = out};
    gisa_buf labels = {0};
    rows_begin(&r);
    for (size_t i = 0; i < topics->n; i++) {
        const gisa_topic *t = &topics->items[i];
        gisa_buf_reset(&labels);
        add_labels(t, &labels);
        const cell cells[] = {[1] = {.text = gisa_buf_view(&labels)},
                              {.count = t->articles},
                              {.count = t->outlets},
                              {.decimal = t->weight},
                              {.count = t->lead_n},
                              {.count = t->lead_base},
                              [8] = {.text = t->n_headlines ? t->headlines[0].title : GISA_NONE},
                              {.text = t->n_headlines ? t->headlines[0].url : GISA_NONE},
                              {.count = 0}};
        rows_put(&r, cells, t);
    }
    r.failed = r.failed || gisa_buf_status(&labels) < 0;
    gisa_buf_clear(&labels);
    if (rows_end(&r, NULL) < 0) out->st = GISA_ENOMEM;
}

static void put_theme(const cli *c, size_t number, const gisa_topic *t, gisa_buf *text,
                      gisa_buf *out)
{
    enum { INDENT = 4 };
    wrap_line line = {.out = out, .columns = cli_room(c), .used = INDENT, .indent = INDENT};
    gisa_buf_addf(out, "%2zu  %s", number, cli_bold(c));
    gisa_buf_reset(text);
    add_labels(t, text);
    wrap_part(&line, gisa_buf_view(text));
    gisa_buf_add_c(out, cli_plain(c));
    gisa_buf_reset(text);
    gisa_count_text(text, t->articles);
    gisa_buf_add_c(text, t->articles == 1 ? " article" : " articles");
    if (t->outlets > 1) gisa_buf_addf(text, ", %" PRIu64 " outlets", t->outlets);
    wrap_part(&line, gisa_buf_view(text));
    gisa_buf_add_char(out, '\n');
}

static void show_text(const cli *c, const gisa_topics *topics, gisa_buf *out)
{
    enum { INDENT = 16 };
    gisa_buf line = {0};
    char day[GISA_PERIOD_CHARS];
    for (size_t i = 0; i < topics->n; i++) {
        const gisa_topic *t = &topics->items[i];
        put_theme(c, i + 1, t, &line, out);
        for (size_t k = 0; k < t->n_headlines; k++) {
            const gisa_headline *h = &t->headlines[k];
            gisa_str when = day_text(h->day, day);
            gisa_buf_addf(out, "    %s%-10.*s%s  ", cli_dim(c), GISA_ARG(when), cli_plain(c));
            gisa_buf_reset(&line);
            gisa_buf_add(&line, h->title.p ? h->title : GISA_STR("(no headline)"));
            if (h->outlet.p) gisa_buf_addf(&line, " (%.*s)", GISA_ARG(h->outlet));
            wrap_to_terminal(out, c, gisa_buf_view(&line), INDENT);
            gisa_buf_add_char(out, '\n');
        }
        if (t->articles > t->n_headlines)
            gisa_buf_addf(out, "    %s… and %" PRIu64 " more (--json: all ids)%s\n", cli_dim(c),
                          t->articles - t->n_headlines, cli_plain(c));
    }
    gisa_buf_reset(&line);
    gisa_count_text(&line, topics->articles);
    gisa_buf_add_c(&line, topics->articles == 1 ? " article, near-duplicates folded"
                                                : " articles, near-duplicates folded");
    if (topics->base_articles) {
        gisa_buf_add_c(&line, ", compared with ");
        gisa_count_text(&line, topics->base_articles);
        gisa_buf_add_c(&line, " before them");
    }
    if (topics->unsampled) {
        gisa_buf_add_c(&line, " (");
        gisa_count_text(&line, topics->unsampled);
        gisa_buf_add_c(&line, " more passed over by sampling)");
    }
    if (topics->others) {
        gisa_buf_add_c(&line, "; ");
        gisa_count_text(&line, topics->others);
        gisa_buf_add_c(&line, topics->others == 1 ? " smaller theme left out (-n shows more)"
                                                  : " smaller themes left out (-n shows more)");
    }
    gisa_buf_add_c(out, cli_dim(c));
    wrap_to_terminal(out, c, gisa_buf_view(&line), 0);
    gisa_buf_addf(out, "%s\n", cli_plain(c));
    gisa_buf_clear(&line);
}

static int find_topics(cli *c, const asked *a, const gisa_topics_opts *opts)
{
    gisa_reader r = {0};
    gisa_topics topics = {0};
    gisa_topics_opts o = *opts;
    gisa_stopwords *stop = NULL;
    gisa_buf out = {0};
    gisa_error err;
    gisa_status st = cli_database_open(c, &r, &err);
    o.tokenizer = r.tokenizer;
    if (st >= 0) st = own_words_stop(c, &r, &stop, &err);
    o.stop = stop;
    if (st >= 0) st = gisa_topics_run(r.store, &o, &topics, &err);
    int code = st < 0 ? cli_fail(c, &err) : topics.n ? CLI_FOUND : CLI_NOTHING;
    if (st >= 0 && date_range_format(&a->b) != CLI_TABLE)
        show_rows(c, date_range_format(&a->b), &topics, &out);
    else if (st >= 0 && topics.articles)
        show_text(c, &topics, &out);
    if (st >= 0 && topics.articles) hits_say_widening(c, r.store, o.query, o.exact);
    if (st >= 0 && !topics.articles)
        hits_say_nothing(c, &r, o.query, &(gisa_search_opts){.exact = o.exact, .days = o.days});
    if (st >= 0 && !cli_flush(c, date_range_format(&a->b), &out)) code = CLI_FAILED;
    gisa_buf_clear(&out);
    gisa_topics_clear(&topics);
    gisa_stopwords_close(stop);
    gisa_reader_close(&r);
    return code;
}

int cmd_topics(cli *c, int argc, char **argv)
{
    asked a = {.limit = 10};
    cli_option options[3 + DATE_RANGE_OPTIONS + DATE_RANGE_FORMATS] = {
        [DATE_RANGE_OPTIONS] = {"limit", 'n', CLI_NUMBER, &a.limit, "N",
                                "at most N themes (default 10)"},
        {"exact", 0, CLI_FLAG, &a.exact, NULL, "only the spellings that were typed"},
        {"against", 0, CLI_NUMBER, &a.weeks, "N", "compare with N weeks before (default: all)"},
    };
    date_range_options(&a.b, options);
    date_range_formats(&a.b, options + DATE_RANGE_OPTIONS + 3);
    const cli_usage usage = {
        .name = "topics",
        .args = "[QUERY]",
        .summary = "the themes of a period",
        .details = "With --from, themes are what is more frequent than before; without, what\n"
                   "stands together.\n\n"
                   "  gisa topics --from 2025-02 --to 2025-02\n",
        .options = options,
        .n_options = sizeof options / sizeof options[0]};
    int n_args;
    char **args;
    gisa_topics_opts opts = {0};
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (n_args > 1) {
        cli_error(c, "topics takes one query; put quotes around its words");
        return CLI_FAILED;
    }
    if ((code = date_range_read(c, &a.b, "topics")) != CLI_GO_ON) return code;
    opts.days = a.b.days;
    opts.exact = a.exact;
    if (n_args) opts.query = gisa_str_from(args[0]);
    if ((code = date_range_check(c, &a.b, opts.query)) != CLI_GO_ON) return code;
    opts.base_days = a.weeks < 5000 ? (int64_t)a.weeks * 7 : 0;
    opts.limit = (size_t)a.limit;
    return find_topics(c, &a, &opts);
}

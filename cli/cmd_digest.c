#include "base/file.h"
#include "base/time.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/date_range.h"
#include "cli/hits.h"
#include "cli/own_words.h"
#include "report/digest/digest.h"
#include "report/period.h"

typedef struct asked {
    const char *period, *date, *format, *out, *lang;
    date_range b;
    gisa_digest_opts opts;
    gisa_digest_format form;
    gisa_lang language;
} asked;

/* The form is asked for, or follows from the file's name. */
static gisa_status read_form(asked *a, gisa_error *err)
{
    gisa_str out = gisa_str_from(a->out);
    a->form = gisa_str_ends(out, GISA_STR(".html")) || gisa_str_ends(out, GISA_STR(".htm"))
                  ? GISA_DIGEST_HTML
                  : GISA_DIGEST_MARKDOWN;
    if (!a->format) return GISA_OK;
    a->form = strcmp(a->format, "html") == 0 ? GISA_DIGEST_HTML : GISA_DIGEST_MARKDOWN;
    if (a->form == GISA_DIGEST_MARKDOWN && strcmp(a->format, "md") != 0)
        return gisa_fail(err, GISA_EINVAL, "--format %s: is none of html, md", a->format);
    return GISA_OK;
}

static gisa_status read_options(asked *a, gisa_error *err)
{
    int64_t last;
    a->opts.period = GISA_PERIOD_WEEK;
    if (a->period && !gisa_period_find(gisa_str_from(a->period), &a->opts.period))
        return gisa_fail(err, GISA_EINVAL, "--period %s: is none of day, week, month, year",
                         a->period);
    if (a->date && !gisa_day_range_parse(gisa_str_from(a->date), &a->opts.day, &last))
        return gisa_fail(err, GISA_EINVAL,
                         "--date %s: is no date; write 2025-02-03, 2025-02, 2025-W06 or last-week",
                         a->date);
    if ((a->b.from || a->b.to) && (a->date || a->period))
        return gisa_fail(err, GISA_EINVAL,
                         "--from and --to say which days; --date and --period go without them");
    if (a->b.to && !a->b.from)
        return gisa_fail(err, GISA_EINVAL, "--to %s wants a --from before it", a->b.to);
    if (a->lang && !gisa_lang_parse(gisa_str_from(a->lang), &a->language))
        return gisa_fail(err, GISA_EINVAL, "--lang %s: is none of en, ko", a->lang);
    return read_form(a, err);
}

/* Whether the days are a whole period: the shortest that they are. */
static bool are_period(const gisa_days *days, gisa_period *period)
{
    for (gisa_period p = GISA_PERIOD_DAY; p <= GISA_PERIOD_YEAR; p++) {
        if (gisa_period_start(p, days->from) != days->from ||
            gisa_period_next(p, days->from) - 1 != days->to)
            continue;
        *period = p;
        return true;
    }
    return false;
}

/* The days of --from and --to, up to the corpus's last where --to is missing. Those that are a week
 * or a month are called so. */
static gisa_status choose_days(const asked *a, gisa_store *s, gisa_digest_opts *o, gisa_error *err)
{
    gisa_store_size size;
    gisa_status st = gisa_store_size_find(s, &size, err);
    if (st < 0) return st;
    o->days = a->b.days;
    o->days.has_to = true;
    if (!a->b.days.has_to) o->days.to = size.last_day > o->days.from ? size.last_day : o->days.from;
    if (are_period(&o->days, &o->period)) {
        o->day = o->days.from;
        o->days = (gisa_days){0};
    }
    return GISA_OK;
}

/* Without a date: the last whole period that the corpus reaches, so that the same store gives the
 * same digest whenever it is asked. */
static gisa_status choose_day(const asked *a, gisa_store *s, int64_t *day, gisa_error *err)
{
    gisa_store_size size;
    gisa_status st = gisa_store_size_find(s, &size, err);
    if (st < 0) return st;
    if (size.last_day < size.first_day)
        return gisa_fail(err, GISA_ENOTFOUND, "no article in the database has a date");
    *day = size.last_day;
    int64_t start = gisa_period_start(a->opts.period, *day);
    bool whole = gisa_period_next(a->opts.period, *day) - 1 == *day;
    if (!whole && start > size.first_day) *day = start - 1;
    return GISA_OK;
}

static int write_page(cli *c, const asked *a, const gisa_digest *d)
{
    gisa_buf page = gisa_buf_make((size_t)64 << 20);
    gisa_error err;
    int code = CLI_FOUND;
    gisa_status st = gisa_digest_write(d, a->form, a->language, "gisa " GISA_VERSION, &page, &err);
    if (st >= 0 && a->out && strcmp(a->out, "-") != 0) {
        st = gisa_file_write(a->out, gisa_buf_view(&page), &err);
        if (st >= 0) cli_info(c, "wrote %s", a->out);
    } else if (st >= 0 && !cli_flush(c, CLI_TABLE, &page)) {
        code = CLI_FAILED;
    }
    gisa_buf_clear(&page);
    return st < 0 ? cli_fail(c, &err) : code;
}

static int write_digest(cli *c, const asked *a)
{
    gisa_reader r = {0};
    gisa_digest d = {0};
    gisa_digest_opts opts = a->opts;
    gisa_stopwords *stop = NULL;
    gisa_error err;
    int code;
    gisa_status st = cli_database_open(c, &r, &err);
    opts.tokenizer = r.tokenizer;
    if (st >= 0 && a->b.from)
        st = choose_days(a, r.store, &opts, &err);
    else if (st >= 0 && !a->date)
        st = choose_day(a, r.store, &opts.day, &err);
    if (st >= 0) st = own_words_stop(c, &r, &stop, &err);
    opts.stop = stop;
    if (st >= 0) st = gisa_digest_run(r.store, &opts, &d, &err);
    if (gisa_reader_is_empty(&r)) {
        cli_database_say_nothing(c, &r);
        code = CLI_NOTHING;
    } else if (st < 0) {
        code = cli_fail(c, &err);
    } else if (st == GISA_END) {
        char from[GISA_PERIOD_CHARS], to[GISA_PERIOD_CHARS];
        gisa_period_format(GISA_PERIOD_DAY, d.from_day, from);
        gisa_period_format(GISA_PERIOD_DAY, d.to_day, to);
        cli_error(c, "no article from %s to %s; nothing was written", from, to);
        code = CLI_NOTHING;
    } else {
        hits_say_widening(c, r.store, opts.query, opts.exact);
        code = write_page(c, a, &d);
    }
    gisa_digest_clear(&d);
    gisa_stopwords_close(stop);
    gisa_reader_close(&r);
    return code;
}

int cmd_digest(cli *c, int argc, char **argv)
{
    asked a = {0};
    cli_option options[] = {
        {0},
        {0}, /* --from and --to */
        {"exact", 0, CLI_FLAG, &a.opts.exact, NULL, "only the spellings that were typed"},
        {"period", 0, CLI_TEXT, &a.period, "UNIT", "week (default), month, day or year"},
        {"date", 0, CLI_TEXT, &a.date, "DATE", "any day of it; default: the last whole one"},
        {"format", 0, CLI_TEXT, &a.format, "F",
         "html or md (default: by the file's name, else md)"},
        {"output", 'o', CLI_TEXT, &a.out, "FILE", "default: standard output"},
        {"lang", 0, CLI_TEXT, &a.lang, "LANG", "en (default) or ko"},
    };
    const cli_usage usage = {
        .name = "digest",
        .args = "[QUERY]",
        .summary = "the periodic report",
        .details =
            "One page for mail: stories, themes, names, quotes, figures, outlets, method.\n\n"
            "  gisa digest --date 2025-02-03 -o week.html\n"
            "  gisa digest --period month --date 2025-02 --lang ko -o 2월.html\n",
        .options = options,
        .n_options = sizeof options / sizeof options[0]};
    int n_args;
    char **args;
    gisa_error err;
    date_range_options(&a.b, options);
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (n_args > 1) {
        cli_error(c, "digest takes one query; put quotes around its words");
        return CLI_FAILED;
    }
    if ((code = date_range_read(c, &a.b, "digest")) != CLI_GO_ON) return code;
    if (read_options(&a, &err) < 0) return cli_fail(c, &err);
    if (n_args) a.opts.query = gisa_str_from(args[0]);
    if ((code = date_range_check(c, &a.b, a.opts.query)) != CLI_GO_ON) return code;
    return write_digest(c, &a);
}

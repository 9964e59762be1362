#include <inttypes.h>

#include "cli/commands.h"
#include "cli/database.h"
#include "cli/date_range.h"
#include "cli/hits.h"
#include "cli/own_words.h"
#include "corpus/manifest.h"
#include "pipeline/own_files.h"
#include "report/export/export.h"

typedef struct asked {
    const char *out, *format, *verify;
    date_range b;
    gisa_export_opts opts;
} asked;

static int verify(const cli *c, const char *dir)
{
    gisa_buf problems = {0};
    gisa_error err;
    size_t n = 0;
    gisa_status st = gisa_manifest_verify(dir, &problems, &n, &err);
    int code = st < 0 || n ? CLI_FAILED : CLI_FOUND;
    gisa_str rest = gisa_buf_view(&problems), line;
    while (gisa_str_next_line(&rest, &line)) cli_error(c, "%.*s", GISA_ARG(line));
    if (st < 0)
        cli_fail(c, &err);
    else if (!n)
        cli_info(c, "%s: whole and unchanged", dir);
    gisa_buf_clear(&problems);
    return code;
}

static void say_withheld(const cli *c, const gisa_export_result *x)
{
    if (x->withheld_unstated)
        cli_info(c,
                 "left out: %" PRIu64 " articles whose pages do not state whether they may be "
                 "redistributed; --include-unstated takes them in",
                 x->withheld_unstated);
    if (x->withheld > x->withheld_unstated)
        cli_info(c,
                 "left out: %" PRIu64 " articles whose pages prohibit redistribution; "
                 "--include-restricted takes them in",
                 x->withheld - x->withheld_unstated);
}

static void say_rights(const cli *c, const asked *a, const gisa_export_result *x)
{
    uint64_t no_redistribution = 0, no_training = 0, unknown = 0;
    for (int i = 0; i < GISA_RIGHT_COUNT; i++) {
        no_redistribution += x->rights[GISA_RIGHT_PROHIBITED][i];
        no_training += x->rights[i][GISA_RIGHT_PROHIBITED];
        unknown += x->rights[GISA_RIGHT_UNKNOWN][i];
    }
    if (!a->opts.full_text) {
        cli_info(c, "no bodies are in it; --full-text adds them where rights allow");
        return;
    }
    say_withheld(c, x);
    cli_info(c,
             "full text of %" PRIu64 " articles: %" PRIu64 " prohibit redistribution, %" PRIu64
             " prohibit AI training, %" PRIu64 " do not state whether they may be redistributed",
             x->articles, no_redistribution, no_training, unknown);
}

static void step(void *ctx, uint64_t done, uint64_t total)
{
    cli_progress *p = ctx;
    p->total = total;
    cli_progress_step(p, done);
}

static int export_corpus(cli *c, asked *a)
{
    gisa_reader r = {0};
    gisa_export_result x = {0};
    gisa_stopwords *stop = NULL;
    gisa_buf own = {0};
    gisa_error err;
    gisa_status st = cli_database_open(c, &r, &err);
    cli_progress progress = cli_progress_begin(c, "articles", 0);
    a->opts.dir = a->out;
    a->opts.tokenizer = r.tokenizer;
    a->opts.threads = c->threads;
    a->opts.version = "gisa " GISA_VERSION;
    a->opts.progress = step;
    a->opts.progress_ctx = &progress;
    if (st >= 0) st = own_words_stop(c, &r, &stop, &err);
    if (st >= 0) gisa_own_files_describe(&r.own, &own);
    if (st >= 0) st = gisa_buf_check(&own, "names of files", &err);
    a->opts.stop = stop;
    a->opts.own_files = gisa_buf_view(&own);
    if (st >= 0) st = gisa_export_run(r.store, &a->opts, &x, &err);
    cli_progress_end(&progress);
    if (st == GISA_END && gisa_reader_is_empty(&r))
        cli_database_say_nothing(c, &r);
    else if (st == GISA_END && x.withheld)
        cli_info(c, "no article allows redistribution; nothing was written");
    else if (st == GISA_END)
        cli_info(c, "nothing matches; nothing was written");
    if (st == GISA_END) say_withheld(c, &x);
    if (st == GISA_OK) hits_say_widening(c, r.store, a->opts.query, a->opts.exact);
    gisa_reader_close(&r);
    gisa_stopwords_close(stop);
    gisa_buf_clear(&own);
    if (st < 0) return cli_fail(c, &err);
    if (st == GISA_END) return CLI_NOTHING;
    cli_info(c, "%s: %" PRIu64 " articles of %" PRIu64 " outlets, corpus digest sha256:%.16s",
             a->out, x.articles, x.outlets, x.digest);
    say_rights(c, a, &x);
    return CLI_FOUND;
}

int cmd_export(cli *c, int argc, char **argv)
{
    asked a = {0};
    cli_option options[] = {
        {0},
        {0}, /* --from and --to */
        {"exact", 0, CLI_FLAG, &a.opts.exact, NULL, "no other spellings of known names"},
        {"out", 'o', CLI_TEXT, &a.out, "DIR", "the folder to write"},
        {"format", 0, CLI_TEXT, &a.format, "F",
         "articles as jsonl (default), csv, or csv for excel"},
        {"full-text", 0, CLI_FLAG, &a.opts.full_text, NULL,
         "bodies too, of articles that allow redistribution"},
        {"include-unstated", 0, CLI_FLAG, &a.opts.include_unstated, NULL,
         "with --full-text: also where nothing is stated of it"},
        {"include-restricted", 0, CLI_FLAG, &a.opts.include_restricted, NULL,
         "with --full-text: also where it is prohibited, or not stated"},
        {"force", 0, CLI_FLAG, &a.opts.force, NULL, "replace an export that is there"},
        {"verify", 0, CLI_TEXT, &a.verify, "DIR", "compare an export with its manifest"},
    };
    const cli_usage usage = {.name = "export",
                             .args = "--out DIR [QUERY]",
                             .summary = "the corpus for researchers, with a manifest",
                             .details = "  gisa export --out corpus-2025 --from 2025 --to 2025\n"
                                        "  gisa export --verify corpus-2025\n",
                             .options = options,
                             .n_options = sizeof options / sizeof options[0]};
    int n_args;
    char **args;
    date_range_options(&a.b, options);
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (a.verify) return verify(c, a.verify);
    if (!a.out) {
        cli_error(c, "export needs a folder: --out DIR");
        return CLI_FAILED;
    }
    if (n_args > 1) {
        cli_error(c, "export takes one query; put quotes around its words");
        return CLI_FAILED;
    }
    if (a.format && strcmp(a.format, "csv") == 0) {
        a.opts.format = GISA_EXPORT_CSV;
    } else if (a.format && strcmp(a.format, "excel") == 0) {
        a.opts.format = GISA_EXPORT_EXCEL;
    } else if (a.format && strcmp(a.format, "jsonl") != 0) {
        cli_error(c, "--format %s: is none of jsonl, csv, excel", a.format);
        return CLI_FAILED;
    }
    if ((a.opts.include_restricted || a.opts.include_unstated) && !a.opts.full_text) {
        cli_error(c, "--include-%s means nothing without --full-text",
                  a.opts.include_restricted ? "restricted" : "unstated");
        return CLI_FAILED;
    }
    if (n_args) a.opts.query = gisa_str_from(args[0]);
    if ((code = date_range_read(c, &a.b, "export")) != CLI_GO_ON) return code;
    a.opts.days = a.b.days;
    return export_corpus(c, &a);
}

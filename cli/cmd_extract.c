#include "base/file.h"
#include "base/json.h"
#include "cli/commands.h"
#include "ingest/extract.h"

enum { MAX_FILE = 256 << 20 };

typedef struct run {
    cli *c;
    gisa_extract_work *work;
    gisa_extract_opts opts;
    gisa_buf out;
    bool failed;
} run;

static void print_explained(void *ctx, const gisa_explained *e)
{
    const cli *c = ctx;
    (void)c;
    fprintf(stderr, "%s %-20s %.*s\n", e->kept ? "+" : "-", e->rule ? e->rule : "",
            GISA_ARG(e->text));
}

/* One line for one file: the article's fields with "file" before them, or the reason of a skip. */
static void put_line(run *r, const char *path, const gisa_article *a, const char *reason)
{
    gisa_json w = gisa_json_make(&r->out);
    gisa_json_object(&w);
    gisa_json_key_c(&w, "file", path);
    if (reason) {
        gisa_json_key_c(&w, "status", "skip");
        gisa_json_key_c(&w, "reason", reason);
        gisa_json_end(&w);
    } else {
        gisa_buf line = {0};
        gisa_article_format(a, &line);
        gisa_buf_add_char(&r->out, ',');
        gisa_buf_add(&r->out, gisa_str_cut(gisa_buf_view(&line), 1, line.n));
        gisa_buf_clear(&line);
    }
    gisa_buf_add_char(&r->out, '\n');
}

static void extract_file(run *r, const char *path)
{
    gisa_error err;
    gisa_buf bytes = {0};
    gisa_article article = {0};
    gisa_status st = gisa_file_read(path, MAX_FILE, &bytes, &err);
    if (st >= 0) st = gisa_extract(r->work, gisa_buf_view(&bytes), &r->opts, &article, &err);
    if (st < 0) r->failed = true;
    put_line(r, path, &article, st == GISA_OK ? NULL : err.text);
    gisa_article_clear(&article);
    gisa_buf_clear(&bytes);
}

int cmd_extract(cli *c, int argc, char **argv)
{
    bool explain = false;
    const char *url = NULL;
    const cli_option options[] = {
        {"explain", 0, CLI_FLAG, &explain, NULL,
         "say on stderr which rule kept or dropped each block"},
        {"url", 0, CLI_TEXT, &url, "URL", "where the page was fetched"},
    };
    const cli_usage usage = {"extract", "FILE…", "page to article JSONL; touches no database",
                             NULL,      options, 2};
    int n_args;
    char **args;
    gisa_error err;
    gisa_extractor *x = NULL;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    run r = {.c = c};
    gisa_explain sink = {print_explained, c};
    if (explain) r.opts.explain = &sink;
    r.opts.url = gisa_str_from(url);
    if (gisa_extractor_open(&x, &err) < 0 || gisa_extract_work_open(x, &r.work, &err) < 0)
        return cli_fail(c, &err);
    for (int i = 0; i < n_args; i++) {
        extract_file(&r, args[i]);
        if (!cli_flush(c, &r.out)) break;
    }
    gisa_buf_clear(&r.out);
    gisa_extract_work_close(r.work);
    gisa_extractor_close(x);
    return r.failed ? CLI_FAILED : CLI_FOUND;
}

#include <inttypes.h>

#include "base/json.h"
#include "base/mem.h"
#include "base/pool.h"
#include "cli/commands.h"
#include "cli/screen.h"
#include "ingest/binary_kind.h"
#include "ingest/extract.h"
#include "pipeline/input_files.h"
#include "pipeline/intake.h"
#include "pipeline/json_cut.h"
#include "pipeline/table_cut.h"

enum { MAX_FILE = 256 << 20 };
enum { WINDOW = 16, MAX_WORKERS = 64 }; /* mutate: equivalent, but for speed */

typedef struct job {
    const char *path;
    gisa_buf line;
    gisa_status st;
} job;

typedef struct run {
    cli *c;
    gisa_extract_work *works[MAX_WORKERS];
    gisa_extract_opts opts;
    const char *columns; /* of CSV: --map */
    gisa_input_files files;
    size_t next;
    size_t articles, failed;
    gisa_buf out;
} run;

static void print_explained(void *ctx, const gisa_explained *e)
{
    char label[40];
    snprintf(label, sizeof label, "%c %-20s ", e->kept ? '+' : '-', e->rule ? e->rule : "");
    screen_say(ctx, label, e->text);
}

/* One line for one file: the article's fields with "file" before them; of a skip the reason, and
 * the fields where the page has a title. */
static void put_line(gisa_buf *out, const char *path, const gisa_article *a, const char *reason)
{
    gisa_json w = gisa_json_make(out);
    gisa_json_object(&w);
    gisa_json_key_c(&w, "file", path);
    if (reason) {
        gisa_json_key_c(&w, "status", "skip");
        gisa_json_key_c(&w, "reason", reason);
        if (a && a->title.n) {
            gisa_json_key_str(&w, "title", a->title);
            gisa_article_put_credits(&w, a, true);
        }
        gisa_json_end(&w);
    } else {
        size_t at = out->n;
        gisa_article_format(a, out);
        if (out->st >= 0) out->p[at] = ','; /* the article's own opening brace */
    }
    gisa_buf_add_char(out, '\n');
}

static gisa_status next_job(void *ctx, void **item, gisa_error *err)
{
    run *r = ctx;
    if (r->next == r->files.n) return GISA_END;
    job *j = gisa_calloc(1, sizeof *j);
    if (!j) return gisa_fail_mem(err);
    j->path = r->files.paths[r->next++];
    *item = j;
    return GISA_OK;
}

/* One article of a file of many. */
static void put_article(run *r, unsigned worker, job *j, gisa_format format, gisa_str value)
{
    gisa_article article = {0};
    gisa_error err;
    gisa_extract_opts opts = r->opts;
    opts.format = format;
    gisa_status st = gisa_extract(r->works[worker], value, &opts, &article, &err);
    put_line(&j->line, j->path, &article, st == GISA_OK ? NULL : err.text);
    if (st == GISA_OK) j->st = GISA_OK;
    gisa_article_clear(&article);
}

static void extract_values(run *r, unsigned worker, job *j, gisa_str content)
{
    gisa_str value;
    gisa_json_cut cut = {.rest = content};
    while (gisa_json_cut_next(&cut, &value) == GISA_OK)
        put_article(r, worker, j, GISA_FORMAT_JSONL, value);
}

static void extract_rows(run *r, unsigned worker, job *j, gisa_str content)
{
    gisa_table_cut cut = {.rows.rest = content, .columns = r->columns};
    gisa_error err = {0};
    gisa_str value;
    gisa_status st = gisa_table_cut_begin(&cut, &err);
    if (st < 0) put_line(&j->line, j->path, NULL, err.text);
    while (st >= 0 && (st = gisa_table_cut_next(&cut, &value, &err)) >= 0 && st != GISA_END) {
        char reason[sizeof err.text + 32];
        snprintf(reason, sizeof reason, "line %" PRIu64 ": %s", cut.rows.line, err.text);
        if (st == GISA_OK)
            put_article(r, worker, j, GISA_FORMAT_CSV, value);
        else
            put_line(&j->line, j->path, NULL, reason);
    }
    gisa_table_cut_clear(&cut);
}

/* All of a file, unpacked; of a file of many articles, in UTF-8. */
static gisa_status read_file(const run *r, const job *j, gisa_format *format, gisa_input *in,
                             gisa_error *err)
{
    gisa_status st = gisa_input_open(in, j->path, err);
    if (st < 0) return st;
    *format = gisa_intake_guess(r->opts.format, j->path, in);
    if (gisa_binary_kind(in->rest)) *format = GISA_FORMAT_TEXT; /* which is refused */
    if (*format == GISA_FORMAT_JSONL || *format == GISA_FORMAT_CSV)
        st = gisa_input_to_utf8(in, err);
    return st < 0 ? st : gisa_input_read_all(in, MAX_FILE, err);
}

static gisa_status do_job(void *ctx, unsigned worker, void *item, gisa_error *err)
{
    run *r = ctx;
    job *j = item;
    gisa_error why;
    gisa_input in = {0};
    gisa_article article = {0};
    gisa_extract_opts opts = r->opts;
    (void)err;
    gisa_status st = read_file(r, j, &opts.format, &in, &why);
    j->st = GISA_SKIP;
    if (st == GISA_OK && opts.format == GISA_FORMAT_JSONL) {
        extract_values(r, worker, j, in.rest);
    } else if (st == GISA_OK && opts.format == GISA_FORMAT_CSV) {
        extract_rows(r, worker, j, in.rest);
    } else {
        if (st == GISA_OK) st = gisa_extract(r->works[worker], in.rest, &opts, &article, &why);
        put_line(&j->line, j->path, &article, st == GISA_OK ? NULL : why.text);
        j->st = st;
    }
    gisa_article_clear(&article);
    gisa_input_clear(&in);
    return GISA_OK;
}

static void drop_job(void *ctx, void *item)
{
    job *j = item;
    (void)ctx;
    gisa_buf_clear(&j->line);
    gisa_free(j);
}

static gisa_status put_job(void *ctx, void *item, gisa_error *err)
{
    run *r = ctx;
    job *j = item;
    gisa_buf_add(&r->out, gisa_buf_view(&j->line));
    gisa_status st = gisa_buf_check(&j->line, "the output", err);
    r->articles += j->st == GISA_OK;
    r->failed += j->st < 0;
    drop_job(ctx, item);
    if (st >= 0 && !cli_flush(r->c, CLI_JSON, &r->out))
        return gisa_fail(err, GISA_EIO, "the output is shut");
    return st;
}

static bool read_mode(const char *word, run *r)
{
    if (!word || strcmp(word, "corpus") == 0) return true;
    r->opts.mode = GISA_MODE_FAITHFUL;
    return strcmp(word, "faithful") == 0;
}

static int run_all(run *r, unsigned threads)
{
    gisa_error err;
    gisa_extractor *x = NULL;
    gisa_pool_ops ops = {
        .ctx = r, .next = next_job, .work = do_job, .put = put_job, .drop = drop_job};
    gisa_status st = gisa_extractor_open(&x, &err);
    if (threads > MAX_WORKERS) threads = MAX_WORKERS;
    for (unsigned i = 0; st >= 0 && i < threads; i++)
        st = gisa_extract_work_open(x, &r->works[i], &err);
    if (st >= 0) st = gisa_pool_run(threads, WINDOW, &ops, &err);
    for (unsigned i = threads; i-- > 0;) gisa_extract_work_close(r->works[i]);
    gisa_extractor_close(x);
    gisa_buf_clear(&r->out);
    if (st < 0) return cli_output_failed(r->c) ? CLI_FAILED : cli_fail(r->c, &err);
    if (r->failed) return CLI_FAILED;
    return r->articles ? CLI_FOUND : CLI_NOTHING;
}

/* Says what kinds of files the folders hold besides pages. */
static void say_passed_over(const cli *c, const gisa_input_files *files)
{
    gisa_buf text = {0};
    gisa_input_files_add_passed(files, &text);
    if (text.n && gisa_buf_status(&text) >= 0) cli_warn(c, "passed over in folders: %s", text.p);
    gisa_buf_clear(&text);
}

int cmd_extract(cli *c, int argc, char **argv)
{
    bool explain = false;
    run r = {.c = c};
    const char *url = NULL, *mode = NULL, *format = NULL, *profile = NULL;
    const cli_option options[] = {
        {"mode", 0, CLI_TEXT, &mode, "M",
         "corpus: clean text (default); faithful: all that was printed"},
        {"format", 0, CLI_TEXT, &format, "F", "auto, html, text, jsonl or csv"},
        {"map", 0, CLI_TEXT, &r.columns, "MAP",
         "columns of CSV files by their fields: title=제목,body=내용"},
        {"url", 0, CLI_TEXT, &url, "URL", "where the page was fetched"},
        {"profile", 0, CLI_TEXT, &profile, "NAME", "use this site profile whatever the host"},
        {"explain", 0, CLI_FLAG, &explain, NULL,
         "say on stderr which rule kept (+) or dropped (-) each block"},
    };
    const cli_usage usage = {
        "extract",
        "FILE…",
        "page to article JSONL; touches no database",
        "One line a file, in the order given; \"file\" stands first. A folder stands for the "
        "pages\n"
        "below it, in the order of their names. A page without an article "
        "gives\n"
        "\"status\":\"skip\" and the reason. - is standard input. Exit code 0: at least one "
        "article; 1: none;\n"
        "2: a file could not be read.\n\n"
        "  gisa extract page.html | jq .body\n  gisa extract --explain page.html >/dev/null",
        options,
        sizeof options / sizeof options[0]};
    char **args;
    int n_args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    gisa_explain sink = {print_explained, c};
    if (explain) r.opts.explain = &sink;
    r.opts.url = gisa_str_from(url);
    r.opts.profile = gisa_str_from(profile);
    if (!read_mode(mode, &r)) {
        cli_error(c, "--mode is corpus or faithful, not '%s'", mode);
        return CLI_FAILED;
    }
    bool good = !format || gisa_intake_format_parse(format, &r.opts.format);
    if (!good || r.opts.format == GISA_FORMAT_WARC) {
        cli_error(c, "--format is auto, html, text, jsonl or csv; gisa import reads WARC files");
        return CLI_FAILED;
    }
    if (n_args == 0) {
        cli_error(c, "no file given; - is standard input");
        return CLI_FAILED;
    }
    gisa_error err;
    if (gisa_table_columns_check(r.columns, &err) < 0) {
        cli_error(c, "extract: --map: %s; see gisa extract --help", err.text);
        return CLI_FAILED;
    }
    gisa_status st = gisa_input_files_add(&r.files, (const char *const *)args, (size_t)n_args,
                                          &err);
    if (st >= 0) say_passed_over(c, &r.files);
    code = st < 0 ? cli_fail(c, &err) : run_all(&r, explain ? 1 : c->threads);
    gisa_input_files_clear(&r.files);
    return code;
}

/* gisa sources: how each source does. */
#include <stdio.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/time.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/rows.h"
#include "cli/source_trouble.h"
#include "cli/sources_add.h"
#include "cli/sources_file.h"
#include "ingest/fetch/source_health.h"

typedef struct report {
    cli *c;
    const char *sources_path;
    bool json, csv;
    int64_t now_utc;
    gisa_sources sources;
    gisa_frontier *frontier; /* NULL: nothing was crawled yet */
    gisa_reader reader;
    bool has_reader;
    rows table;
    gisa_buf out;
} report;

static const char *state_name(const source_trouble *t)
{
    static const char *const names[] = {
        [GISA_SOURCE_WELL] = "well",         [GISA_SOURCE_NEW] = "new",
        [GISA_SOURCE_SILENT] = "silent",     [GISA_SOURCE_SHRUNK] = "shrunk",
        [GISA_SOURCE_FAILING] = "fails",     [GISA_SOURCE_CLOSED] = "closed",
        [GISA_SOURCE_RESERVED] = "reserved",
    };
    return t->pages.emptied && t->state == GISA_SOURCE_WELL ? "empty" : names[t->state];
}

enum { DATA = COLUMN_JSON | COLUMN_CSV };

/* A table says in short what programs have whole, so that 80 columns have room for the reason. */
static const column columns[] = {
    {.name = "source"},
    {.name = "state"},
    {.name = "last"},
    {.name = "day", .kind = COLUMN_DECIMAL, .decimals = 1, .formats = COLUMN_TABLE},
    {.name = "usual", .kind = COLUMN_DECIMAL, .decimals = 1, .formats = COLUMN_TABLE},
    {.name = "empty", .right = true, .formats = COLUMN_TABLE},
    {.name = "wait", .kind = COLUMN_COUNT, .formats = COLUMN_TABLE},
    {.name = "since", .formats = COLUMN_TABLE},
    {.name = "week", .kind = COLUMN_COUNT, .formats = DATA},
    {.name = "usual", .kind = COLUMN_DECIMAL, .decimals = 1, .formats = DATA},
    {.name = "empty", .kind = COLUMN_COUNT, .formats = DATA},
    {.name = "waiting", .kind = COLUMN_COUNT, .formats = DATA},
    {.name = "next"},
    {.name = "looked_at", .kind = COLUMN_COUNT, .formats = DATA},
    {.name = "oldest", .formats = DATA},
    {.name = "gone", .kind = COLUMN_COUNT, .formats = DATA},
    {.name = "refused", .kind = COLUMN_COUNT, .formats = DATA},
    {.name = "ended", .formats = DATA},
    {.name = "error"},
    {.name = "error_url", .formats = DATA},
    {.name = "error_time", .formats = DATA},
    {.name = "reserved", .kind = COLUMN_COUNT, .formats = DATA},
};

enum { N_COLUMNS = sizeof columns / sizeof columns[0] };

/* Korean time, or GISA_NONE for none. A table has the minute of today, the day of the half year on
 * either side, and else the date. */
static gisa_str time_text(const report *r, int64_t utc, char text[GISA_TIME_CHARS])
{
    enum { HALF_YEAR = 182 };
    const gisa_time t = {utc, GISA_PRECISION_MINUTE, 0};
    if (!utc) return GISA_NONE;
    size_t n = gisa_time_format(&t, text);
    if (r->json || r->csv) return (gisa_str){text, n};
    int64_t days = gisa_kst_day(utc) - gisa_kst_day(r->now_utc);
    if (!days) return (gisa_str){text + 11, 5};
    if (days > -HALF_YEAR && days < HALF_YEAR) return (gisa_str){text + 5, 5};
    return (gisa_str){text, 10};
}

/* The part of the pages that gave no article, in percent; nothing of none. */
static gisa_str share_text(const source_pages *pages, char text[8])
{
    if (!pages->looked_at) return GISA_NONE;
    size_t percent = (pages->empty * 100 + pages->looked_at / 2) / pages->looked_at;
    return (gisa_str){text, (size_t)snprintf(text, 8, "%zu%%", percent)};
}

static void put_row(report *r, const source_trouble *t)
{
    const gisa_source_health *h = &t->health;
    const gisa_source_custom *usual = &h->custom;
    char last[GISA_TIME_CHARS], next[GISA_TIME_CHARS], oldest[GISA_TIME_CHARS],
        ended[GISA_TIME_CHARS], failed[GISA_TIME_CHARS], share[8];
    gisa_str due = h->next_utc ? time_text(r, h->next_utc, next)
                   : r->json   ? GISA_NONE
                               : GISA_STR("now");
    const gisa_str waits = time_text(r, h->oldest_utc, oldest);
    const cell cells[N_COLUMNS] = {{.text = t->source->name},
                                   {.text = gisa_str_from(state_name(t))},
                                   {.text = time_text(r, h->last_utc, last)},
                                   {.decimal = (double)usual->week / 7},
                                   {.decimal = usual->usual / 7},
                                   {.text = share_text(&t->pages, share)},
                                   {.count = h->waiting},
                                   {.text = waits},
                                   {.count = usual->week},
                                   {.decimal = usual->usual},
                                   {.count = t->pages.empty},
                                   {.count = h->waiting},
                                   {.text = due},
                                   {.count = t->pages.looked_at},
                                   {.text = waits},
                                   {.count = h->gone},
                                   {.count = h->refused},
                                   {.text = time_text(r, h->ended_utc, ended)},
                                   {.text = h->why},
                                   {.text = h->url},
                                   {.text = time_text(r, h->why_utc, failed)},
                                   {.count = h->reserved}};
    rows_put(&r->table, cells, t);
}

/* What a person should see to. */
static gisa_status warn(const report *r, const source_trouble *t, gisa_error *err)
{
    gisa_buf text = {0}, pages = {0};
    gisa_status st = source_trouble_add(t, &text, &pages, err);
    if (st >= 0 && text.n) cli_warn(r->c, "%s", text.p);
    if (st >= 0 && pages.n) cli_warn(r->c, "%s", pages.p);
    gisa_buf_clear(&text);
    gisa_buf_clear(&pages);
    return st;
}

static cli_format format_of(const report *r)
{
    return r->json ? CLI_JSON : r->csv ? CLI_CSV : CLI_TABLE;
}

static gisa_status list_sources(report *r, gisa_error *err)
{
    gisa_store *store = r->has_reader ? r->reader.store : NULL;
    char *archive = cli_archive_path(r->c, err);
    gisa_status st = archive ? GISA_OK : err->code;
    r->table = (rows){.c = r->c,
                      .format = format_of(r),
                      .columns = columns,
                      .n_columns = N_COLUMNS,
                      .out = &r->out};
    rows_begin(&r->table);
    for (size_t i = 0; i < r->sources.n && st >= 0; i++) {
        source_trouble t = {.source = &r->sources.items[i],
                            .frontier = r->frontier,
                            .archive = archive,
                            .state = GISA_SOURCE_NEW};
        if (r->frontier) st = source_trouble_find(&t, store, r->now_utc, err);
        if (st < 0) break;
        put_row(r, &t);
        st = warn(r, &t, err);
    }
    gisa_free(archive);
    gisa_status ended = rows_end(&r->table, err);
    return st < 0 ? st : ended;
}

/* Neither a database nor a frontier need be there yet. */
static gisa_status open_both(report *r, gisa_error *err)
{
    gisa_status st = cli_frontier_look(r->c, &r->frontier, err);
    const char *db = st >= 0 && r->frontier ? cli_db_path(r->c, err) : NULL;
    if (!db || !gisa_file_exists(db)) return st;
    st = cli_database_open(r->c, &r->reader, err);
    r->has_reader = st >= 0;
    return st;
}

static const char details[] =
    "A line a source: when its last page came, how many come a day this week and how\n"
    "many usually do, the share of them that gave no article, how many wait and since\n"
    "when, what is due next, and the last failure that still stands.\n"
    "What a person should see to is said on stderr.\n"
    "\n"
    "With add URL: finds the feeds and sitemaps of an outlet from its home page, and\n"
    "prints a block for the sources file that says what each of them holds; with\n"
    "--write it is added to the file.\n"
    "\n"
    "Examples:\n"
    "  gisa sources\n"
    "  gisa sources add https://hanbit.example/ --contact desk@naru.example\n";

static int list(report *r)
{
    gisa_error err = {0};
    gisa_status st = sources_file_read(r->c, r->sources_path, &r->sources, &err);
    if (st >= 0) st = open_both(r, &err);
    if (st >= 0) st = list_sources(r, &err);
    bool good = cli_flush(r->c, format_of(r), &r->out);
    gisa_frontier_close(r->frontier);
    gisa_reader_close(&r->reader);
    gisa_sources_clear(&r->sources);
    gisa_buf_clear(&r->out);
    if (st < 0) cli_frontier_blame(r->c, &err);
    if (st < 0) return cli_fail(r->c, &err);
    return good ? CLI_FOUND : CLI_FAILED;
}

int cmd_sources(cli *c, int argc, char **argv)
{
    report r = {.c = c, .now_utc = gisa_now_utc()};
    sources_add_opts add = {0};
    const cli_option options[] = {
        {"sources", 's', CLI_TEXT, &r.sources_path, "FILE", "the sources file"},
        {"write", 'w', CLI_FLAG, &add.write, NULL, "add: put the block into the file"},
        {"name", 0, CLI_TEXT, &add.name, "NAME", "add: what the source is called"},
        {"contact", 0, CLI_TEXT, &add.contact, "C", "add: whom the outlet can write to"},
        {"agent", 0, CLI_TEXT, &add.agent, "A", "add: User-Agent, as gisa fetch has it"},
        {"connect-to", 0, CLI_TEXT, &add.connect_to, "ADDR:PORT",
         "add: connect there for every host"},
        {"json", 0, CLI_FLAG, &r.json, NULL, "as JSON, a line a source"},
        {"csv", 0, CLI_FLAG, &r.csv, NULL, "as CSV"},
    };
    const cli_usage usage = {
        "sources", "[add URL]", "how what is crawled does, and what else could be",
        details,   options,     sizeof options / sizeof options[0]};
    int n_args;
    char **args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (r.json && r.csv) return cli_two_formats(c, "sources");
    bool adds = n_args && strcmp(args[0], "add") == 0;
    if (adds && n_args != 2) {
        cli_error(c, "sources: add wants one address of an outlet");
        return CLI_FAILED;
    }
    if (!adds && n_args) {
        cli_error(c, "sources: wants no argument but add URL, not '%s'", args[0]);
        return CLI_FAILED;
    }
    if (!adds && (add.write || add.name || add.contact || add.agent || add.connect_to)) {
        cli_error(c,
                  "sources: --write, --name, --contact, --agent and --connect-to go with add URL");
        return CLI_FAILED;
    }
    if (!adds) return list(&r);
    add.sources_path = r.sources_path;
    add.json = r.json;
    add.csv = r.csv;
    return sources_add(c, &add, args[1]);
}

/* gisa alert: what came in for the saved searches since they were run last.
 *
 * The database is only read until everything has been printed; then one short transaction moves the
 * searches on. After a crash or a closed pipe before that, the next run reports the same articles
 * again. */
#include "base/mem.h"
#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/date_range.h"
#include "cli/hits.h"
#include "cli/pager.h"
#include "cli/rows.h"
#include "cli/wrap.h"
#include "index/query/alert.h"
#include "index/query/query.h"

typedef struct alert_job {
    cli *c;
    date_range b;
    bool json, peek, list, delete_, no_changed;
    gisa_reader r;
    gisa_saved_list saved;
    const gisa_saved **chosen;
    size_t n_chosen;
    gisa_saved_step *steps; /* of the chosen ones */
    gisa_arena left;        /* what they leave */
    uint64_t told;
    gisa_buf out;
} alert_job;

static const char details[] = "gisa search --save NAME QUERY saves a search. Each article is told "
                              "once, by the order in which\n"
                              "articles came in, not by their dates. An article that came in again "
                              "changed is told again and\n"
                              "marked; near-duplicates of what was there before are left out.\n"
                              "Nothing new prints nothing; the exit code is 0 all the same.\n"
                              "\nExamples:\n"
                              "  gisa search --save deepseek 딥시크 -outlet:한빛\n"
                              "  gisa alert\n"
                              "\nIn a crontab, so that mail comes when there is news:\n"
                              "  @hourly  gisa -q fetch && gisa alert\n";

static int read_options(alert_job *j, int argc, char **argv, int *n_args, char ***args)
{
    cli_option options[] = {
        {0},
        {0}, /* --from and --to */
        {"peek", 0, CLI_FLAG, &j->peek, NULL, "tell the same again the next time"},
        {"no-changed", 0, CLI_FLAG, &j->no_changed, NULL, "not what only came in again changed"},
        {"list", 0, CLI_FLAG, &j->list, NULL, "the saved searches, and when they were run"},
        {"delete", 0, CLI_FLAG, &j->delete_, NULL, "delete the searches that are named"},
        {"json", 0, CLI_FLAG, &j->json, NULL, "one JSON object a line"},
    };
    const cli_usage usage = {"alert", "[NAME…]", "what is new for the saved searches",
                             details, options,   sizeof options / sizeof *options};
    date_range_options(&j->b, options);
    int code = cli_parse(j->c, &usage, argc, argv, n_args, args);
    if (code == CLI_GO_ON) code = date_range_read(j->c, &j->b, "alert");
    if (code != CLI_GO_ON) return code;
    if (j->list + j->delete_ + j->peek > 1) {
        cli_error(j->c, "alert: one of --peek, --list and --delete, please");
        return CLI_FAILED;
    }
    if (j->delete_ && !*n_args) {
        cli_error(j->c, "alert: --delete which? gisa alert --list tells the names");
        return CLI_FAILED;
    }
    return CLI_GO_ON;
}

static gisa_status unknown_name(const alert_job *j, const char *name, gisa_error *err)
{
    const char **known = gisa_calloc(j->saved.n, sizeof *known);
    if (!known) return gisa_fail_mem(err);
    for (size_t i = 0; i < j->saved.n; i++) known[i] = j->saved.items[i].name.p;
    const char *near = gisa_nearest(name, known, j->saved.n);
    gisa_free(known);
    if (near)
        return gisa_fail(err, GISA_ENOTFOUND, "no search is saved as %s; did you mean %s?", name,
                         near);
    return gisa_fail(err, GISA_ENOTFOUND, "no search is saved as %s; gisa alert --list tells which",
                     name);
}

/* The searches that are named, or all. */
static gisa_status choose(alert_job *j, int n_args, char **args, gisa_error *err)
{
    gisa_status st = cli_database_open_current(j->c, &j->r, err);
    if (st == GISA_OK) st = gisa_saved_load(j->r.store, &j->saved, err);
    if (st < 0) return st;
    size_t room = (n_args ? (size_t)n_args : j->saved.n) + 1;
    j->chosen = gisa_calloc(room, sizeof *j->chosen);
    j->steps = gisa_calloc(room, sizeof *j->steps);
    if (!j->chosen || !j->steps) return gisa_fail_mem(err);
    for (size_t i = 0; !n_args && i < j->saved.n; i++)
        j->chosen[j->n_chosen++] = &j->saved.items[i];
    for (int i = 0; i < n_args; i++) {
        const gisa_saved *found = gisa_saved_find(&j->saved, gisa_str_from(args[i]));
        bool twice = false;
        if (!found) return unknown_name(j, args[i], err);
        for (int k = 0; k < i; k++) twice = twice || strcmp(args[k], args[i]) == 0;
        if (!twice) j->chosen[j->n_chosen++] = found;
    }
    return GISA_OK;
}

static const column news_columns[] = {
    {.name = "search"},
    {.name = "query"},
    {.name = "change"},
    {.name = "version", .kind = COLUMN_COUNT},
    {.name = "id"},
    {.name = "title"},
    {.name = "outlet"},
    {.name = "outlet_name"},
    {.name = "published"},
    {.name = "url"},
    {.name = "snippet"},
    {.name = "copies", .kind = COLUMN_COUNT},
    {.name = "authors", .kind = COLUMN_NESTED, .nested = hits_put_authors},
};
enum { NEWS_COLUMNS = sizeof news_columns / sizeof *news_columns };

static void put_json(alert_job *j, const gisa_saved *search, const gisa_alert *news)
{
    rows r = {.c = j->c,
              .format = CLI_JSON,
              .columns = news_columns,
              .n_columns = NEWS_COLUMNS,
              .out = &j->out};
    for (size_t i = 0; i < news->n; i++) {
        const gisa_alert_item *item = &news->items[i];
        const gisa_hit *h = &item->hit;
        char time[GISA_TIME_CHARS];
        size_t n = gisa_time_format(&h->published, time);
        const cell cells[NEWS_COLUMNS] = {
            {.text = search->name},
            {.text = search->query},
            {.text = gisa_str_from(item->changed ? "changed" : "new")},
            {.count = item->version},
            {.text = h->id},
            {.text = h->title},
            {.text = h->outlet},
            {.text = h->outlet_name},
            {.text = n ? (gisa_str){time, n} : GISA_NONE},
            {.text = h->url},
            {.text = h->snippet},
            {.count = h->copies}};
        rows_put(&r, cells, h);
    }
}

/* One search as a part of a mail. */
static void put_text(alert_job *j, const gisa_saved *search, const gisa_alert *news)
{
    const cli *c = j->c;
    size_t added = news->n - news->n_changed;
    if (j->out.n) gisa_buf_add_char(&j->out, '\n');
    gisa_buf head = {0};
    const gisa_span name = {0, (uint32_t)search->name.n};
    gisa_buf_addf(&head, "%.*s:", GISA_ARG(search->name));
    if (added) gisa_buf_addf(&head, " %zu new", added);
    if (news->n_changed) gisa_buf_addf(&head, "%s %zu changed", added ? "," : "", news->n_changed);
    wrap_add(&j->out, gisa_buf_view(&head),
             &(wrapping){.columns = c->columns,
                         .indent = 4,
                         .marks = &name,
                         .n_marks = c->color,
                         .on = cli_bold(c),
                         .off = cli_plain(c)});
    gisa_buf_take_status(&j->out, &head);
    gisa_buf_clear(&head);
    gisa_buf_add_c(&j->out, "\n    ");
    wrap_add(&j->out, search->query, &(wrapping){.columns = c->columns, .used = 4, .indent = 4});
    gisa_buf_add_char(&j->out, '\n');
    for (size_t i = 0; i < news->n; i++) {
        char note[40] = "";
        if (news->items[i].changed)
            snprintf(note, sizeof note, "changed: version %u", news->items[i].version);
        gisa_buf_add_char(&j->out, '\n');
        hits_add_entry(c,
                       &(hits_entry){.rank = i + 1,
                                     .hit = &news->items[i].hit,
                                     .columns = c->columns,
                                     .address = true,
                                     .note = *note ? note : NULL},
                       &j->out);
    }
    if (news->repeats)
        gisa_buf_addf(&j->out, "\n    %llu near-duplicate%s of earlier articles left out\n",
                      (unsigned long long)news->repeats, news->repeats == 1 ? "" : "s");
    if (news->n_left)
        gisa_buf_addf(&j->out,
                      "\n    %zu of other days left for an alert without --from and --to\n",
                      news->n_left);
}

static gisa_status note_step(alert_job *j, size_t at, const gisa_alert *news, gisa_error *err)
{
    const gisa_saved *search = j->chosen[at];
    uint64_t *left = gisa_arena_calloc(&j->left, news->n_left + 1, sizeof *left);
    if (!left) return gisa_fail_mem(err);
    for (size_t i = 0; i < news->n_left; i++) left[i] = news->left[i];
    j->steps[at] = (gisa_saved_step){search->name, search->position, news->position, news->n,
                                     left,         news->n_left};
    return GISA_OK;
}

static gisa_status run_searches(alert_job *j, gisa_error *err)
{
    gisa_alert news = {0};
    gisa_alert_opts opts = {.no_changed = j->no_changed, .days = j->b.days};
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < j->n_chosen && st == GISA_OK; i++) {
        const gisa_saved *search = j->chosen[i];
        gisa_days days;
        st = gisa_query_days(search->query, &opts.days, &days, err);
        if (st == GISA_EINVAL) { /* the query, or --from and --to with it */
            gisa_error why = *err;
            gisa_fail(err, st, "%.*s: %s", GISA_ARG(search->name), why.text);
        }
        if (st == GISA_OK)
            st = gisa_alert_run(j->r.store, search, &opts, &news, err); /* none when it fails */
        if (news.n && !j->json) put_text(j, search, &news);
        if (j->json) put_json(j, search, &news);
        if (st == GISA_OK) st = note_step(j, i, &news, err);
        j->told += news.n;
    }
    gisa_alert_clear(&news);
    return st;
}

/* Moves the searches on. With nothing told, a busy database may wait for the next run. */
static int advance(alert_job *j)
{
    gisa_store *store = NULL;
    gisa_error err;
    size_t moved = 0;
    gisa_reader_close(&j->r);
    gisa_status st = cli_database_open_to_write(j->c, &store, &err);
    if (st == GISA_OK)
        st = gisa_saved_advance(store, j->steps, j->n_chosen, gisa_now_utc(), &moved, &err);
    gisa_store_close(store);
    if (st == GISA_EBUSY && !j->told) return CLI_FOUND;
    if (st < 0) {
        cli_fail(j->c, &err);
        if (j->told) cli_error(j->c, "alert: so the next run tells the same articles again");
        return CLI_FAILED;
    }
    if (moved < j->n_chosen && j->told)
        cli_warn(j->c, "another gisa alert ran at the same time and told of the same");
    return CLI_FOUND;
}

/* A moment as JSON and as a table have it; room is empty. */
static cell moment(int64_t utc, bool json, gisa_buf *room)
{
    gisa_time t = {.utc_s = utc, .precision = GISA_PRECISION_MINUTE};
    char time[GISA_TIME_CHARS];
    if (!utc && json) return (cell){.text = GISA_NONE};
    if (!utc)
        gisa_buf_add_c(room, "never");
    else if (json)
        gisa_buf_add(room, (gisa_str){time, gisa_time_format(&t, time)});
    else
        hits_add_time(&t, room);
    return (cell){.text = gisa_buf_view(room)};
}

static const column saved_columns[] = {
    {.name = "name"},
    {.name = "query", .formats = COLUMN_JSON},
    {.name = "exact", .kind = COLUMN_FLAG, .formats = COLUMN_JSON},
    {.name = "collapse", .kind = COLUMN_FLAG, .formats = COLUMN_JSON},
    {.name = "saved", .formats = COLUMN_JSON},
    {.name = "last", .formats = COLUMN_JSON},
    {.name = "last_new", .formats = COLUMN_JSON},
    {.name = "last run", .formats = COLUMN_TABLE},
    {.name = "last new", .formats = COLUMN_TABLE},
    {.name = "told", .kind = COLUMN_COUNT},
    {.name = "left", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "query", .formats = COLUMN_TABLE}, /* with its options */
};

static gisa_status list_saved(alert_job *j, gisa_error *err)
{
    enum { SAVED, RAN, FOUND, QUERY, ROOMS };
    gisa_buf room[ROOMS] = {{0}};
    rows r = {.c = j->c,
              .format = j->json ? CLI_JSON : CLI_TABLE,
              .columns = saved_columns,
              .n_columns = 12,
              .out = &j->out};
    for (size_t i = 0; i < j->n_chosen; i++) {
        const gisa_saved *s = j->chosen[i];
        const cell saved = moment(s->saved_utc, j->json, &room[SAVED]);
        const cell ran = moment(s->ran_utc, j->json, &room[RAN]);
        const cell found = moment(s->found_utc, j->json, &room[FOUND]);
        gisa_buf_add(&room[QUERY], s->query);
        if (s->exact) gisa_buf_add_c(&room[QUERY], " --exact");
        if (s->keep_copies) gisa_buf_add_c(&room[QUERY], " --no-collapse");
        const cell cells[] = {{.text = s->name},
                              {.text = s->query},
                              {.flag = s->exact},
                              {.flag = !s->keep_copies},
                              saved,
                              ran,
                              found,
                              ran,
                              found,
                              {.count = s->told},
                              {.count = s->left},
                              {.text = gisa_buf_view(&room[QUERY])}};
        rows_put(&r, cells, NULL);
        for (int k = 0; k < ROOMS; k++) {
            r.failed = r.failed || gisa_buf_status(&room[k]) < 0;
            gisa_buf_clear(&room[k]);
        }
    }
    return rows_end(&r, err);
}

static gisa_status delete_chosen(alert_job *j, gisa_error *err)
{
    gisa_store *store = NULL;
    gisa_status st = cli_database_open_to_write(j->c, &store, err);
    for (size_t i = 0; i < j->n_chosen && st == GISA_OK; i++) {
        st = gisa_saved_delete(store, j->chosen[i]->name, err);
        if (st == GISA_OK) cli_info(j->c, "deleted %.*s", GISA_ARG(j->chosen[i]->name));
    }
    gisa_store_close(store);
    return st;
}

static int tell_news(alert_job *j, int n_args, char **args)
{
    gisa_error err;
    gisa_status st = choose(j, n_args, args, &err);
    if (st < 0) return cli_fail(j->c, &err);
    if (!j->n_chosen) {
        cli_info(j->c, "no search is saved; gisa search --save NAME QUERY saves one");
        return CLI_NOTHING;
    }
    st = j->delete_ ? delete_chosen(j, &err)
         : j->list  ? list_saved(j, &err)
                    : run_searches(j, &err);
    if (st < 0) return cli_fail(j->c, &err);
    if (!cli_page(j->c, j->json ? CLI_JSON : CLI_TABLE, &j->out)) return CLI_FAILED;
    if (j->list || j->delete_) return CLI_FOUND;
    if (!j->told && j->c->terminal) cli_info(j->c, "nothing new");
    return j->peek ? CLI_FOUND : advance(j);
}

int cmd_alert(cli *c, int argc, char **argv)
{
    alert_job j = {.c = c};
    int n_args;
    char **args;
    int code = read_options(&j, argc, argv, &n_args, &args);
    if (code == CLI_GO_ON) code = tell_news(&j, n_args, args);
    gisa_reader_close(&j.r);
    gisa_saved_clear(&j.saved);
    gisa_free(j.chosen);
    gisa_free(j.steps);
    gisa_arena_clear(&j.left);
    gisa_buf_clear(&j.out);
    return code;
}

/* gisa search: ranked hits, key words in context, counts, facets, and batches of queries. */
#include "base/file.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/date_range.h"
#include "cli/hits.h"
#include "cli/pager.h"
#include "cli/rows.h"
#include "index/query/authors.h"
#include "index/query/query.h"
#include "index/query/suggest.h"
#include "index/store/saved.h"

#define QUERIES_MAX_BYTES ((size_t)256 << 20)

typedef struct search_options {
    const char *sort, *facet, *fields, *queries, *save;
    uint64_t limit, context;
    date_range b;
    bool exact, exact_ranking, kwic, count, keep_copies, collapse, force;
} search_options;

typedef struct search_job {
    cli *c;
    search_options o;
    gisa_reader r;
    hits_layout layout;
    gisa_search_opts how;
    gisa_buf out;
    hits_notes notes;
    bool found, fell_back;
    bool told;         /* what was found instead of nothing */
    bool bad;          /* a line of --queries was refused */
    uint64_t position; /* of the store before the search, for --save */
} search_job;

static const char details[] =
    "Words that stand side by side are all wanted; \"a phrase\", begin*, -without, this OR that,\n"
    "(a b) OR c,\n"
    "title:word, outlet:name, author:name, entity:name, from:2025-02, to:2025-02-03, from:7d.\n"
    "More than four words are a sentence: any of them counts. man gisa-query tells all.\n"
    "\nFields: query, rank, id, score, title, outlet, published, url, snippet, authors (shown\n"
    "without --fields), outlet_name, section, section_model (what the headline says) and\n"
    "section_model_probability, copies, matches (where the words stand).\n"
    "\nExamples:\n"
    "  gisa search 딥시크 --from 2025-02\n"
    "  gisa search --sort date '\"오픈 소스\" -outlet:한빛'\n"
    "  gisa search --facet month,outlet 딥시크\n"
    "  gisa search --kwic 오픈소스\n"
    "  gisa search --save deepseek 딥시크 -outlet:한빛\n";

static int read_options(search_job *j, int argc, char **argv, int *n_args, char ***args)
{
    search_options *o = &j->o;
    cli_option options[] = {
        {0},
        {0}, /* --from and --to */
        {"limit", 'n', CLI_NUMBER, &o->limit, "N", "hits, lines or values to show (default: 20)"},
        {"exact", 0, CLI_FLAG, &o->exact, NULL, "only the spellings that were typed"},
        {"sort", 0, CLI_TEXT, &o->sort, "ORDER", "relevance (default) or date: the newest first"},
        {"exact-ranking", 0, CLI_FLAG, &o->exact_ranking, NULL,
         "without effect: every ranking is exact"},
        {"count", 0, CLI_FLAG, &o->count, NULL, "only how many articles have all the words"},
        {"facet", 0, CLI_TEXT, &o->facet, "LIST",
         "count by outlet, section, month, author, entity"},
        {"kwic", 0, CLI_FLAG, &o->kwic, NULL, "every match in its context, aligned"},
        {"context", 0, CLI_NUMBER, &o->context, "N", "characters beside a --kwic match"},
        {"fields", 0, CLI_TEXT, &o->fields, "LIST",
         "what to show of a hit, divided by commas (below)"},
        {"collapse", 0, CLI_FLAG, &o->collapse, NULL, "fold near-duplicates (the default)"},
        {"no-collapse", 0, CLI_FLAG, &o->keep_copies, NULL, "show near-duplicates as well"},
        {"queries", 0, CLI_TEXT, &o->queries, "FILE", "a query a line (- is stdin)"},
        {"save", 0, CLI_TEXT, &o->save, "NAME", "keep the query; gisa alert tells what is new"},
        {"force", 0, CLI_FLAG, &o->force, NULL, "--save in the place of one of that name"},
        {0},
        {0}, /* --json and --csv */
    };
    enum { N = sizeof options / sizeof *options };
    date_range_options(&o->b, options);
    date_range_formats(&o->b, options + N - DATE_RANGE_FORMATS);
    const cli_usage usage = {"search", "QUERY…", "ranked hits with snippets", details, options, N};
    int code = cli_parse(j->c, &usage, argc, argv, n_args, args);
    return code == CLI_GO_ON ? date_range_read(j->c, &o->b, "search") : code;
}

/* Turns the options into what the search wants; says what is wrong with them. */
static int check_options(search_job *j, int n_args)
{
    const search_options *o = &j->o;
    gisa_str bad;
    bool days = o->b.from || o->b.to; /* everything of some days is a question, too */
    if (o->queries ? n_args > 0 : !n_args && !days) {
        cli_error(j->c, "search: %s",
                  n_args ? "give a query or --queries, not both"
                         : "what for? gisa search QUERY, or --queries FILE");
        return CLI_FAILED;
    }
    if (o->count + o->kwic + (o->facet != NULL) > 1) {
        cli_error(j->c, "search: one of --count, --facet and --kwic, please");
        return CLI_FAILED;
    }
    if (o->sort && strcmp(o->sort, "date") != 0 && strcmp(o->sort, "relevance") != 0) {
        cli_error(j->c, "search: --sort wants date or relevance, not '%s'", o->sort);
        return CLI_FAILED;
    }
    if (!hits_layout_parse(o->fields, &j->layout, &bad)) {
        return hits_say_field(j->c, bad);
    }
    if (o->queries && (o->kwic || o->facet)) {
        cli_error(j->c, "search: --queries goes with hits and --count only");
        return CLI_FAILED;
    }
    if (o->save && o->queries) {
        cli_error(j->c, "search: --save keeps one query, not a file of them");
        return CLI_FAILED;
    }
    if (o->force && !o->save) {
        cli_error(j->c, "search: --force goes with --save NAME");
        return CLI_FAILED;
    }
    j->layout.format = date_range_format(&o->b);
    j->layout.line_only = o->queries != NULL;
    j->how = (gisa_search_opts){.sort = o->sort && o->sort[0] == 'd' ? GISA_SORT_DATE
                                                                     : GISA_SORT_RELEVANCE,
                                .limit = o->limit,
                                .exact = o->exact,
                                .exact_ranking = o->exact_ranking,
                                .keep_copies = o->keep_copies,
                                .days = o->b.days};
    bool snippet = !j->layout.chosen, matches = false;
    if (j->layout.format == CLI_JSON && !j->layout.chosen && !o->queries)
        j->layout.fields[j->layout.n_fields++] = HITS_MATCHES;
    for (size_t i = 0; i < j->layout.n_fields; i++) {
        snippet = snippet || j->layout.fields[i] == HITS_SNIPPET;
        matches = matches || j->layout.fields[i] == HITS_MATCHES;
    }
    j->how.no_snippets = !snippet || o->count;
    j->how.matches = matches && !o->count;
    return CLI_GO_ON;
}

static rows count_rows(search_job *j, column columns[2])
{
    columns[0] = (column){.name = "query", .kind = j->o.queries ? COLUMN_COUNT : COLUMN_TEXT};
    columns[1] = (column){.name = "count", .kind = COLUMN_COUNT};
    return (rows){
        .c = j->c, .format = j->layout.format, .columns = columns, .n_columns = 2, .out = &j->out};
}

static void print_count(search_job *j, gisa_str query, uint64_t number, const gisa_hits *hits)
{
    column columns[2];
    rows r = count_rows(j, columns);
    const cell cells[] = {{.text = query, .count = number}, {.count = hits->total}};
    if (j->layout.format != CLI_TABLE) {
        rows_put(&r, cells, NULL);
        if (rows_end(&r, NULL) < 0) j->out.st = GISA_ENOMEM;
        return;
    }
    gisa_buf_addf(&j->out, "%llu", (unsigned long long)hits->total);
    if (j->o.queries) gisa_buf_addf(&j->out, "\t%.*s", GISA_ARG(query));
    gisa_buf_add_char(&j->out, '\n');
}

static void print_head(search_job *j)
{
    column columns[2];
    rows r = count_rows(j, columns);
    if (j->o.count)
        rows_begin(&r);
    else
        hits_print_head(&j->layout, &j->out);
}

/* The newest with some of the words, where none has them all. */
static gisa_status find_newest(search_job *j, gisa_str query, gisa_hits *hits, gisa_error *err)
{
    gisa_search_opts how = j->how;
    how.join = GISA_JOIN_ALL;
    gisa_status st = gisa_search(j->r.store, query, &how, hits, err);
    if (st < 0 || hits->n) return st;
    how.join = GISA_JOIN_ANY;
    st = gisa_search(j->r.store, query, &how, hits, err);
    hits->fell_back = true;
    return st;
}

/* Says what an author wrote whom the words name. */
static void say_author(search_job *j, const gisa_named_author *a, bool instead)
{
    gisa_str name = gisa_buf_view(&a->name);
    j->told = true;
    if (instead)
        cli_info(j->c, "no article has all the words; these are by %.*s (author:%.*s)",
                 GISA_ARG(name), GISA_ARG(name));
    else
        cli_info(j->c, "%.*s wrote %llu article%s; author:%.*s finds %s", GISA_ARG(name),
                 (unsigned long long)a->articles, a->articles == 1 ? "" : "s", GISA_ARG(name),
                 a->articles == 1 ? "it" : "those");
}

/* Where no article has the words of "배윤경 기자", those by that author are meant, if there are
 * any. */
static gisa_status find_author(search_job *j, gisa_str query, gisa_hits *hits, gisa_error *err)
{
    gisa_named_author author = {0};
    gisa_hits theirs = {0};
    bool none = !hits->n || (hits->fell_back && !hits->all_words);
    if (j->o.exact) return GISA_OK;
    gisa_status st = gisa_named_author_find(j->r.store, query, &author, err);
    if (st == GISA_OK && none && author.role) {
        gisa_search_opts how = j->how;
        how.join = GISA_JOIN_ALL;
        st = gisa_search(j->r.store, gisa_buf_view(&author.query), &how, &theirs, err);
    }
    if (st == GISA_OK) say_author(j, &author, theirs.n > 0);
    if (theirs.n) {
        gisa_hits_clear(hits);
        *hits = theirs;
        theirs = (gisa_hits){0}; /* given away */
    }
    gisa_hits_clear(&theirs);
    gisa_named_author_clear(&author);
    return st < 0 ? st : GISA_OK;
}

/* How many of those that have any of the words have them all. */
static gisa_status say_any_word(search_job *j, gisa_str query, const gisa_hits *hits,
                                gisa_error *err)
{
    hits_readings found = {.all = hits->all_words, .any = hits->total, .bounded = hits->bounded};
    gisa_status st = GISA_OK;
    if (!hits->fell_back) st = hits_count_all(j->r.store, query, &j->how, &found.all, err);
    if (st == GISA_OK) hits_say_readings(j->c, &found, false);
    return st;
}

/* What a list shows beside those that have all the words. */
static gisa_status say_list(search_job *j, gisa_str query, const gisa_hits *hits, gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (j->c->quiet) return st;
    if (hits->any_word) st = say_any_word(j, query, hits, err);
    if (hits->n < hits->total)
        cli_info(j->c, "%zu of %s%llu shown; --limit N shows more", hits->n,
                 hits->bounded ? "at least " : "", (unsigned long long)hits->total);
    return st;
}

static gisa_status count_author(search_job *j, gisa_str query, gisa_error *err)
{
    gisa_named_author author = {0};
    gisa_status st = gisa_named_author_find(j->r.store, query, &author, err);
    if (st == GISA_OK) say_author(j, &author, false);
    gisa_named_author_clear(&author);
    return st < 0 ? st : GISA_OK;
}

static gisa_status count_one(search_job *j, gisa_str query, uint64_t number, gisa_hits *hits,
                             gisa_error *err)
{
    gisa_search_opts how = j->how;
    hits_readings found;
    how.sort = GISA_SORT_DATE; /* finds every match */
    how.join = GISA_JOIN_ALL;
    how.limit = 1;
    gisa_status st = gisa_search(j->r.store, query, &how, hits, err);
    if (st < 0) return st;
    print_count(j, query, number, hits);
    j->found = hits->total > 0;
    hits_say_notes(j->c, hits, &j->notes);
    if (j->o.queries || j->c->quiet) return st;
    st = hits_readings_find(j->r.store, query, &j->how, &found, err);
    if (st == GISA_OK) hits_say_readings(j->c, &found, true);
    if (found.any > found.all || found.loose) j->told = true;
    if (st == GISA_OK && !j->o.exact) st = count_author(j, query, err);
    return st;
}

static gisa_status search_one(search_job *j, gisa_str query, uint64_t number, gisa_hits *hits,
                              gisa_error *err)
{
    gisa_days days;
    gisa_status st = gisa_query_days(query, &j->how.days, &days, err);
    if (st < 0) return st;
    hits_say_query(j->c, query, &j->notes);
    if (j->o.count) return count_one(j, query, number, hits, err);
    st = j->how.sort == GISA_SORT_DATE ? find_newest(j, query, hits, err)
                                       : gisa_search(j->r.store, query, &j->how, hits, err);
    if (st == GISA_OK && !j->o.queries) st = find_author(j, query, hits, err);
    if (st < 0) return st;
    j->found = hits->total > 0;
    j->fell_back = hits->fell_back;
    hits_say_notes(j->c, hits, &j->notes);
    if (!j->o.queries) st = say_list(j, query, hits, err);
    if (j->o.save && hits->any_word && hits->n)
        cli_info(j->c, "gisa alert will want all the words, however many they are");
    hits_print(j->c, &j->layout, query, number, hits, &j->out);
    return st;
}

static gisa_status run_batch(search_job *j, gisa_hits *hits, gisa_error *err)
{
    gisa_buf file = {0};
    gisa_str line, rest;
    uint64_t number = 0;
    bool found = false;
    j->notes.file = j->o.queries;
    gisa_status st = gisa_file_read(j->o.queries, QUERIES_MAX_BYTES, &file, err);
    rest = gisa_buf_view(&file);
    while (st == GISA_OK && !cli_output_failed(j->c) && gisa_str_next_line(&rest, &line)) {
        j->found = false;
        j->notes.line = number + 1;
        st = search_one(j, line, number++, hits, err);
        if (st == GISA_EINVAL) { /* one bad query is no reason to leave out the others */
            cli_error(j->c, "%s line %llu: %s", j->o.queries, (unsigned long long)number,
                      err->text);
            j->bad = true;
            st = GISA_OK;
        }
        found = found || j->found;
        if (j->out.n >> 16) cli_flush(j->c, j->layout.format, &j->out);
    }
    j->found = found;
    gisa_buf_clear(&file);
    return st;
}

static gisa_status run_facets(search_job *j, gisa_str query, gisa_error *err)
{
    gisa_str rest = gisa_str_from(j->o.facet), name;
    gisa_facets facets = {0};
    gisa_facet_opts opts = {j->o.limit, j->o.exact, j->o.keep_copies, j->o.b.days};
    gisa_status st = GISA_OK;
    hits_print_facet_head(j->layout.format, &j->out);
    while (st == GISA_OK && gisa_str_next_field(&rest, ',', &name)) {
        gisa_facet_kind kind = gisa_facet_parse(gisa_str_trim(name));
        if (kind == GISA_FACET_COUNT)
            st = gisa_fail(
                err, GISA_EINVAL,
                "search: --facet wants outlet, section, month, author or entity, not '%.*s'",
                GISA_ARG(name));
        else
            st = gisa_facet_run(j->r.store, query, kind, &opts, &facets, err);
        if (st == GISA_OK) hits_print_facet(j->c, j->layout.format, kind, &facets, &j->out);
        if (facets.matches) j->found = true;
    }
    gisa_facets_clear(&facets);
    if (st >= 0 && j->found) hits_say_widening(j->c, j->r.store, query, j->o.exact);
    return st;
}

static gisa_status run_kwic(search_job *j, gisa_str query, gisa_error *err)
{
    gisa_kwic kwic = {0};
    gisa_kwic_opts opts = {j->o.limit, j->o.context, j->o.exact, j->o.keep_copies, j->o.b.days};
    gisa_status st = gisa_kwic_run(j->r.store, query, &opts, &kwic, err);
    if (st < 0) return st;
    j->found = kwic.n > 0;
    if (kwic.cut)
        cli_info(j->c, "the first %zu matches, newest first; --limit N shows more", kwic.n);
    hits_print_kwic(j->c, j->layout.format, &kwic, &j->out);
    if (j->found) hits_say_widening(j->c, j->r.store, query, j->o.exact);
    gisa_kwic_clear(&kwic);
    return st;
}

/* Says what was perhaps meant by words that no article has. */
static void say_meant(search_job *j, gisa_str query)
{
    gisa_suggestions meant = {0};
    gisa_buf text = {0};
    gisa_error err;
    if (gisa_suggest(j->r.store, query, &meant, &err) == GISA_OK) {
        for (size_t i = 0; i < meant.n; i++)
            gisa_buf_addf(&text, "%s%.*s for %.*s", i ? ", " : "", GISA_ARG(meant.items[i].meant),
                          GISA_ARG(meant.items[i].typed));
    }
    if (text.n) cli_info(j->c, "did you mean %.*s?", GISA_ARG(gisa_buf_view(&text)));
    gisa_suggestions_clear(&meant);
    gisa_buf_clear(&text);
}

/* Whether the name of --save can be had; asked before anything is printed. */
static gisa_status check_name(search_job *j, gisa_error *err)
{
    gisa_saved_list list = {0};
    gisa_str name = gisa_str_from(j->o.save);
    if (!j->o.save) return GISA_OK;
    if (!gisa_saved_name_ok(name))
        return gisa_fail(err, GISA_EINVAL,
                         "search: --save wants a name of 1 to %d bytes, without control characters"
                         " and with no dash in front",
                         GISA_SAVED_NAME_BYTES);
    gisa_status st = gisa_saved_load(j->r.store, &list, err);
    const gisa_saved *taken = st == GISA_OK ? gisa_saved_find(&list, name) : NULL;
    if (taken && !j->o.force)
        st = gisa_fail(err, GISA_EINVAL,
                       "search: %s is saved already, for %.*s; --force replaces it", j->o.save,
                       GISA_ARG(taken->query));
    gisa_saved_clear(&list);
    return st < 0 ? st : gisa_saved_now(j->r.store, &j->position, err);
}

/* --from and --to as they were typed, so that "7d" is counted anew at each run, and the query. */
static gisa_status saved_query(const search_job *j, gisa_str query, gisa_buf *out, gisa_error *err)
{
    if (j->o.b.from) gisa_buf_addf(out, "from:\"%s\" ", j->o.b.from);
    if (j->o.b.to) gisa_buf_addf(out, "to:\"%s\" ", j->o.b.to);
    gisa_buf_add(out, query);
    return gisa_buf_check(out, "a query", err);
}

static gisa_status save_search(search_job *j, gisa_str query, gisa_error *err)
{
    gisa_store *store = NULL;
    gisa_buf text = {0};
    gisa_status st = saved_query(j, query, &text, err);
    gisa_saved one = {.name = gisa_str_from(j->o.save),
                      .query = gisa_buf_view(&text),
                      .exact = j->o.exact,
                      .keep_copies = j->o.keep_copies,
                      .position = j->position,
                      .saved_utc = gisa_now_utc()};
    if (st == GISA_OK) st = cli_database_open_to_write(j->c, &store, err);
    if (st == GISA_OK) st = gisa_saved_put(store, &one, j->o.force, err);
    gisa_store_close(store);
    gisa_buf_clear(&text);
    if (st == GISA_OK)
        cli_info(j->c, "saved as %s; gisa alert tells what comes in from now on", j->o.save);
    return st;
}

static gisa_status answer(search_job *j, gisa_str query, gisa_error *err)
{
    gisa_hits hits = {0};
    gisa_status st = cli_database_open(j->c, &j->r, err);
    if (st == GISA_OK) st = check_name(j, err);
    if (st < 0) return st;
    if (j->o.facet || j->o.kwic) {
        gisa_days days;
        st = gisa_query_days(query, &j->how.days, &days, err);
        if (st == GISA_OK) hits_say_query(j->c, query, &j->notes);
    }
    if (st < 0) return st;
    if (j->o.facet) return run_facets(j, query, err);
    if (j->o.kwic) return run_kwic(j, query, err);
    print_head(j);
    st = j->o.queries ? run_batch(j, &hits, err) : search_one(j, query, 0, &hits, err);
    gisa_hits_clear(&hits);
    return st;
}

int cmd_search(cli *c, int argc, char **argv)
{
    search_job j = {.c = c};
    int n_args;
    char **args;
    gisa_error err;
    gisa_buf query = {0};
    int code = read_options(&j, argc, argv, &n_args, &args);
    if (code == CLI_GO_ON) code = check_options(&j, n_args);
    if (code != CLI_GO_ON) return code;
    for (int i = 0; i < n_args; i++) {
        if (i) gisa_buf_add_char(&query, ' ');
        gisa_buf_add_c(&query, args[i]);
    }
    if (n_args && gisa_str_trim(gisa_buf_view(&query)).n == 0) {
        gisa_buf_clear(&query);
        cli_error(c, "search: the query is empty; give a word, or a filter such as from:2025-02");
        return CLI_FAILED;
    }
    gisa_status st = answer(&j, gisa_buf_view(&query), &err);
    if (st == GISA_OK && !j.found && !j.told && !j.bad)
        hits_say_nothing(c, &j.r, gisa_buf_view(&query), &j.how);
    if (st == GISA_OK && !j.o.queries && (!j.found || j.fell_back))
        say_meant(&j, gisa_buf_view(&query));
    gisa_reader_close(&j.r);
    hits_notes_clear(&j.notes);
    bool good = cli_page(c, j.layout.format, &j.out);
    gisa_buf_clear(&j.out);
    if (st == GISA_OK && good && j.o.save) st = save_search(&j, gisa_buf_view(&query), &err);
    gisa_buf_clear(&query);
    if (st < 0) return cli_fail(c, &err);
    return !good || j.bad ? CLI_FAILED : j.found || j.o.save ? CLI_FOUND : CLI_NOTHING;
}

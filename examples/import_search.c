/* Files to a corpus, and a question to it: import_search NEWS.db QUERY FILE… */
#include <stdio.h>

#include "gisa.h"

static void say_skipped(void *ctx, gisa_str uri, gisa_str reason)
{
    (void)ctx;
    fprintf(stderr, "%.*s: %.*s\n", GISA_ARG(uri), GISA_ARG(reason));
}

static gisa_status import(const char *database, char **paths, size_t n, gisa_error *err)
{
    gisa_pipeline *pipeline = NULL;
    gisa_pipeline_report report = {0};
    gisa_pipeline_opts opts = {.events = {.skipped = say_skipped}};
    gisa_status st = gisa_pipeline_open(database, &opts, &pipeline, err);
    if (st >= 0)
        st = gisa_pipeline_import_files(pipeline, (const char *const *)paths, n, NULL, &report,
                                        err);
    if (st >= 0) printf("%llu articles added\n", (unsigned long long)report.added);
    gisa_pipeline_report_clear(&report);
    gisa_pipeline_close(pipeline);
    return st;
}

static gisa_status search(const char *database, const char *query, gisa_error *err)
{
    gisa_reader reader = {0};
    gisa_hits hits = {0};
    char day[GISA_TIME_CHARS];
    gisa_status st = gisa_reader_open(database, NULL, &reader, err);
    if (st >= 0) st = gisa_search(reader.store, gisa_str_from(query), NULL, &hits, err);
    for (size_t i = 0; st >= 0 && i < hits.n; i++) {
        gisa_time_format(&hits.items[i].published, day);
        printf("%s  %.*s\n", day, GISA_ARG(hits.items[i].title));
    }
    gisa_hits_clear(&hits);
    gisa_reader_close(&reader);
    return st;
}

int main(int argc, char **argv)
{
    gisa_error err = {0};
    if (argc < 4) {
        fprintf(stderr, "usage: import_search NEWS.db QUERY FILE...\n");
        return 2;
    }
    if (import(argv[1], argv + 3, (size_t)argc - 3, &err) < 0 ||
        search(argv[1], argv[2], &err) < 0) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    return 0;
}

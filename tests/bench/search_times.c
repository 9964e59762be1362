/* Runs the queries of standard input, one a line, over a database and prints for each the CPU
 * milliseconds, how many match, whether that is a lower bound, and the URLs of the hits, tabs
 * between them. For search_peers.py, which compiles it.
 *
 * usage: search_times DB hits|month LIMIT */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "index/query/counts.h"
#include "index/query/search.h"
#include "nlp/annotate.h"

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void need(gisa_status st, const gisa_error *err)
{
    if (st >= 0) return;
    fprintf(stderr, "%s\n", err->text);
    exit(2);
}

static void run_hits(gisa_store *s, gisa_str query, uint64_t limit)
{
    gisa_error err = {0};
    gisa_hits hits = {0};
    gisa_search_opts how = {.limit = limit, .keep_copies = true, .no_snippets = true};
    double start = now_ms();
    need(gisa_search(s, query, &how, &hits, &err), &err);
    printf("%.3f\t%llu\t%d", now_ms() - start, (unsigned long long)hits.total, hits.bounded);
    for (size_t i = 0; i < hits.n; i++) printf("\t%.*s", GISA_ARG(hits.items[i].url));
    printf("\n");
    gisa_hits_clear(&hits);
}

static void run_month(gisa_store *s, gisa_str query)
{
    gisa_error err = {0};
    gisa_counts counts = {0};
    gisa_counts_opts how = {.period = GISA_PERIOD_MONTH, .keep_copies = true};
    double start = now_ms();
    need(gisa_counts_run(s, query, &how, &counts, &err), &err);
    printf("%.3f\t%llu\t0\n", now_ms() - start, (unsigned long long)counts.matches);
    gisa_counts_clear(&counts);
}

int main(int argc, char **argv)
{
    gisa_error err = {0};
    gisa_analyzer *analyzer = NULL;
    gisa_store *store = NULL;
    char *line = NULL;
    size_t cap = 0;
    ssize_t n;
    if (argc != 4) return fprintf(stderr, "usage: search_times DB hits|month LIMIT\n"), 2;
    need(gisa_analyzer_open(&(gisa_analyzer_opts){.isolated_words = true}, &analyzer, &err), &err);
    gisa_store_opts opts = {.tokenizer = gisa_analyzer_tokenizer(analyzer), .read_only = true};
    need(gisa_store_open(argv[1], &opts, &store, &err), &err);
    while ((n = getline(&line, &cap, stdin)) > 0) {
        gisa_str query = gisa_str_trim((gisa_str){line, (size_t)n});
        if (argv[2][0] == 'm')
            run_month(store, query);
        else
            run_hits(store, query, strtoul(argv[3], NULL, 10));
    }
    free(line);
    gisa_store_close(store);
    gisa_analyzer_close(analyzer);
    return 0;
}

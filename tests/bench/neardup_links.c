/* Reads article JSONL, finds near-duplicates batch by batch as the store does, and writes
 * "copy<TAB>source<TAB>containment" with line numbers from 0. For neardup.py, which compiles it.
 *
 * usage: neardup_links [BATCH [CONTAINMENT [PART]]] < articles.jsonl
 *        neardup_links --scale N [BATCH]      N made-up articles, a tenth of them copies; figures
 * only */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "corpus/neardup.h"

typedef struct state {
    gisa_neardup *search;
    gisa_fingerprint fingerprint;
    gisa_buf *blocks; /* the stored ones, one a batch */
    size_t n_blocks;
    gisa_neardup_link *best; /* by row */
    size_t n_rows, cap;
    int64_t print_ms, search_ms;
} state;

static void need(gisa_status st, const gisa_error *err)
{
    if (st >= 0) return;
    fprintf(stderr, "%s\n", err->text);
    exit(2);
}

static int64_t cpu_ms(void)
{
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    return (int64_t)use.ru_utime.tv_sec * 1000 + use.ru_utime.tv_usec / 1000;
}

static void add(state *s, gisa_str body, gisa_precedence precedence)
{
    gisa_error err = {0};
    int64_t start = cpu_ms();
    if (s->n_rows == s->cap) {
        s->cap = s->cap ? 2 * s->cap : 1024;
        s->best = realloc(s->best, s->cap * sizeof *s->best);
    }
    need(gisa_fingerprint_make(body, &s->fingerprint, &err), &err);
    gisa_neardup_entry e = {(int64_t)s->n_rows, false, precedence,
                            gisa_fingerprint_view(&s->fingerprint)};
    need(gisa_neardup_add(s->search, &e, &err), &err);
    s->best[s->n_rows++] = (gisa_neardup_link){.source = -1};
    s->print_ms += cpu_ms() - start;
}

static void flush(state *s)
{
    gisa_error err = {0};
    gisa_neardup_link link;
    int64_t start = cpu_ms();
    for (size_t i = 0; i < s->n_blocks; i++)
        need(gisa_neardup_scan(s->search, gisa_buf_view(&s->blocks[i]), &err), &err);
    need(gisa_neardup_finish(s->search, &err), &err);
    while (gisa_neardup_next(s->search, &link) == GISA_OK) {
        gisa_neardup_link *b = &s->best[link.copy];
        if (b->source < 0 || gisa_precedence_cmp(&link.precedence, &b->precedence) < 0) *b = link;
    }
    s->blocks = realloc(s->blocks, (s->n_blocks + 1) * sizeof *s->blocks);
    s->blocks[s->n_blocks] = (gisa_buf){0};
    gisa_neardup_block(s->search, &s->blocks[s->n_blocks++]);
    gisa_neardup_reset(s->search);
    s->search_ms += cpu_ms() - start;
}

static uint64_t next_random(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return *seed >> 33;
}

/* 2,000 characters of 2-syllable words over a vocabulary of 30,000, the frequent ones often. */
static void invent(gisa_buf *out, uint64_t seed)
{
    for (int i = 0; i < 667; i++) {
        uint64_t word = next_random(&seed) % 30000 * (next_random(&seed) % 1000) / 1000;
        gisa_buf_add_cp(out, 0xAC00 + (uint32_t)(word / 173) * 17 % 11172);
        gisa_buf_add_cp(out, 0xAC00 + (uint32_t)(word % 173) * 61 % 11172);
        gisa_buf_add_char(out, ' ');
    }
}

static void scale(state *s, size_t n, size_t batch)
{
    gisa_buf text = {0}, other = {0};
    size_t copies = 0, right = 0, wrong = 0;
    for (size_t i = 0; i < n; i++) {
        gisa_buf_reset(&text);
        if (i % 10 == 9) { /* two thirds of an earlier one behind something new */
            invent(&other, i * 7919);
            gisa_buf_add(&text, gisa_str_cut(gisa_buf_view(&other), 0, 1401));
            gisa_buf_reset(&other);
            invent(&other, (i / 20) * 7919);
            gisa_buf_add(&text, gisa_str_cut(gisa_buf_view(&other), 700, 3500));
            gisa_buf_reset(&other);
        } else {
            invent(&text, i * 7919);
        }
        add(s, gisa_buf_view(&text), (gisa_precedence){GISA_RANK_OTHER, (int64_t)i, i});
        if ((i + 1) % batch == 0) flush(s);
        if (i % 100000 == 99999)
            fprintf(stderr, "%zu articles: fingerprints %.1f s of CPU, search %.1f s\n", i + 1,
                    (double)s->print_ms / 1000, (double)s->search_ms / 1000);
    }
    flush(s);
    size_t stored = 0;
    struct rusage use;
    for (size_t i = 0; i < s->n_blocks; i++) stored += s->blocks[i].n;
    for (size_t i = 0; i < n; i++) {
        bool planted = i % 10 == 9 && (i / 20) % 10 != 9;
        copies += planted;
        if (s->best[i].source < 0) continue;
        if (planted && s->best[i].source == (int64_t)(i / 20))
            right++;
        else if (i % 10 != 9)
            wrong++;
    }
    getrusage(RUSAGE_SELF, &use);
    printf("%zu articles of 2,000 characters: fingerprints %.1f s of CPU, search %.1f s, blocks "
           "%.0f MB, "
           "memory without blocks and links %.0f MB, recall %.4f, wrong %zu\n",
           n, (double)s->print_ms / 1000, (double)s->search_ms / 1000, (double)stored / 1e6,
           (double)use.ru_maxrss / 1024 - (double)(stored + s->cap * sizeof *s->best) / 1e6,
           (double)right / (double)(copies ? copies : 1), wrong);
    gisa_buf_clear(&text);
    gisa_buf_clear(&other);
}

static void read_articles(state *s, size_t batch)
{
    gisa_error err = {0};
    gisa_article a = {0};
    char *line = NULL;
    size_t cap = 0;
    ssize_t n;
    while ((n = getline(&line, &cap, stdin)) > 0) {
        need(gisa_article_parse((gisa_str){line, (size_t)n}, &a, &err), &err);
        add(s, a.body, gisa_precedence_find(&a));
        if (s->n_rows % batch == 0) flush(s);
    }
    flush(s);
    for (size_t i = 0; i < s->n_rows; i++)
        if (s->best[i].source >= 0)
            printf("%zu\t%lld\t%.3f\n", i, (long long)s->best[i].source, s->best[i].containment);
    fprintf(stderr, "%.3f\n", (double)(s->print_ms + s->search_ms) / 1000);
    gisa_article_clear(&a);
    free(line);
}

int main(int argc, char **argv)
{
    state s = {0};
    gisa_error err = {0};
    gisa_neardup_opts opts = {.containment = argc > 2 ? strtod(argv[2], NULL) : 0,
                              .part = argc > 3 ? strtod(argv[3], NULL) : 0};
    bool scaling = argc > 2 && strcmp(argv[1], "--scale") == 0;
    need(gisa_neardup_open(scaling ? NULL : &opts, &s.search, &err), &err);
    if (scaling)
        scale(&s, strtoul(argv[2], NULL, 10), argc > 3 ? strtoul(argv[3], NULL, 10) : 2000);
    else
        read_articles(&s, argc > 1 ? strtoul(argv[1], NULL, 10) : 1000);
    for (size_t i = 0; i < s.n_blocks; i++) gisa_buf_clear(&s.blocks[i]);
    free(s.blocks);
    free(s.best);
    gisa_fingerprint_clear(&s.fingerprint);
    gisa_neardup_close(s.search);
    return 0;
}

/* What quotes, facts and entities share: a query with --from and --to; of the first two, walking
 * its articles and printing what they hold. */
#ifndef GISA_CLI_LISTING_H
#define GISA_CLI_LISTING_H

#include "cli/database.h"
#include "cli/date_range.h"
#include "cli/rows.h"
#include "cli/wrap.h"
#include "index/query/articles.h"

typedef struct listing {
    date_range b;
    uint64_t limit; /* lines; 0: 50 */
    bool exact;
    gisa_buf query; /* the arguments, joined by blanks */
    gisa_str text;  /* a view of it */
    cli *c;
    gisa_buf out;      /* what is to be printed */
    rows rows;         /* of JSON or CSV, into it */
    uint64_t n;        /* lines in it */
    bool more;         /* the limit cut some */
    gisa_store *store; /* while articles are walked */

    /* Whether the command's own options go together, else it said why not; NULL: they always do. */
    bool (*check)(const cli *c, void *ctx);

    /* Puts rows after the last article; NULL: there are none. */
    void (*finish)(void *ctx);

    /* Of the article at hand, so that many places in one long text are found in one pass. */
    size_t counted, counted_chars;       /* bytes that were counted, and the characters in them */
    size_t sentence_start, sentence_end; /* the last one that was asked for */
} listing;

enum {
    LISTING_OWN = DATE_RANGE_OPTIONS + 2, /* where the command's own options begin */
    LISTING_OPTIONS = LISTING_OWN + DATE_RANGE_FORMATS,
    LISTING_LIMIT = 50
};

/* Fills the options that all of them have: those before the command's own, and those after. */
void listing_options(listing *p, cli_option *out, size_t n);

/* Takes the arguments and reads the dates. Returns: CLI_GO_ON, or the exit code. */
int listing_read(cli *c, listing *p, const char *command, int n_args, char **args);
void listing_clear(listing *p);

/* Says that nothing was found, or what a search would show of the query. */
void listing_say_nothing(const listing *p, const gisa_reader *r);

/* Called with each article, newest first, until the limit is reached. */
typedef gisa_status (*listing_sink)(void *ctx, const gisa_stored *article, gisa_error *err);

/* A whole command that lists what articles hold: reads its options (those of listing_options among
 * them), walks the articles, prints, and says what was cut or why there is nothing. p->rows has its
 * columns.
 *
 * Returns: the exit code; p is cleared. */
int listing_run(cli *c, listing *p, const cli_usage *usage, int argc, char **argv,
                listing_sink take, void *ctx);

/* Counts one more line; false, with p->more set, when the limit is reached. */
bool listing_count(listing *p);

/* The first columns and cells of every row: id, published (in *time) and outlet. */
#define LISTING_COLUMNS                                                                            \
    {.name = "id"}, {.name = "published"},                                                         \
    {                                                                                              \
        .name = "outlet"                                                                           \
    }
void listing_cells(const gisa_stored *a, char time[GISA_TIME_CHARS], cell cells[3]);

/* For readers: a line that the caller begins, to which outlet, day and id are added; then the text,
 * indented by four blanks, in lines of the terminal. */
wrap_line listing_head(listing *p);
void listing_add_place(listing *p, wrap_line *head, const gisa_stored *a, gisa_str text);

/* The sentence that holds byte `at` of the text of the article at hand. */
gisa_str listing_sentence(listing *p, gisa_str text, size_t at);

/* Code points before byte `at` of that text. */
uint64_t listing_chars(listing *p, gisa_str text, size_t at);

#endif

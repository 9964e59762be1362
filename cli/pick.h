/* What quotes, facts and entities share: a query with --from and --to; of the first two, walking
 * its articles and printing what stands in them. */
#ifndef GISA_CLI_PICK_H
#define GISA_CLI_PICK_H

#include "cli/bounds.h"
#include "cli/database.h"
#include "cli/rows.h"
#include "index/query/articles.h"

typedef struct pick {
    bounds b;
    uint64_t limit; /* lines; 0: 50 */
    bool exact;
    gisa_buf query; /* the arguments, joined by blanks */
    gisa_str text;  /* a view of it */
    cli *c;
    gisa_buf out; /* what is to be printed */
    rows rows;    /* of JSON or CSV, into it */
    uint64_t n;   /* lines in it */
    bool more;    /* the limit cut some */
} pick;

enum { PICK_OPTIONS = BOUNDS_OPTIONS + 2, PICK_LIMIT = 50 };

/* Fills the options that all of them have. */
void pick_options(pick *p, cli_option out[PICK_OPTIONS]);

/* Takes the arguments and reads the dates. Returns: CLI_GO_ON, or the exit code. */
int pick_take(cli *c, pick *p, const char *command, int n_args, char **args);
void pick_clear(pick *p);

/* Called with each article, newest first, until it says GISA_END. */
typedef gisa_status (*pick_sink)(void *ctx, const gisa_stored *article, gisa_error *err);

/* A whole command that lists what articles hold: reads its options (those of pick_options among
 * them), walks the articles, prints, and says what was cut or why there is nothing. p->rows has its
 * columns.
 *
 * Returns: the exit code; p is cleared. */
int pick_run(cli *c, pick *p, const cli_usage *usage, int argc, char **argv, pick_sink take,
             void *ctx);

/* Counts one more line; false, with p->more set, when the limit is reached. */
bool pick_count(pick *p);

/* The first columns and cells of every row: id, published (in *time) and outlet. */
#define PICK_COLUMNS                                                                               \
    {.name = "id"}, {.name = "published"},                                                         \
    {                                                                                              \
        .name = "outlet"                                                                           \
    }
void pick_cells(const gisa_stored *a, char time[GISA_TIME_CHARS], cell cells[3]);

/* For readers: outlet, day and id, a line end; then the text behind four blanks, in lines of the
 * terminal. */
void pick_add_place(pick *p, const gisa_stored *a, gisa_str text);

/* The sentence of the text that holds byte `at`. */
gisa_str pick_sentence(gisa_str text, size_t at);

/* Code points before byte `at`. */
uint64_t pick_chars(gisa_str text, size_t at);

#endif

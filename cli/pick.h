/* What quotes, facts and entities share: a query with --from and --to, and walking its articles. */
#ifndef GISA_CLI_PICK_H
#define GISA_CLI_PICK_H

#include "cli/cli.h"
#include "cli/reader.h"
#include "index/articles.h"

typedef struct pick {
    const char *from, *to;
    uint64_t limit; /* lines; 0: 50 */
    bool json, csv, exact;
    gisa_buf query; /* the arguments, joined by blanks */
    gisa_str text;  /* a view of it */
    bool has_from, has_to;
    int64_t from_day, to_day;
} pick;

enum { PICK_OPTIONS = 6, PICK_LIMIT = 50 };

/* Fills the options that all of them have. */
void pick_options(pick *p, cli_option out[PICK_OPTIONS]);

/* Takes the arguments and reads the dates. Returns: CLI_GO_ON, or the exit code. */
int pick_take(cli *c, pick *p, const char *command, int n_args, char **args);
void pick_clear(pick *p);

static inline cli_format pick_format(const pick *p)
{
    return p->json ? CLI_JSON : p->csv ? CLI_CSV : CLI_TABLE;
}

/* Hands the articles to `take`, newest first, until it says GISA_END.
 *
 * Errors: those of index/articles.h and of take. */
gisa_status pick_each(cli *c, const pick *p,
                      gisa_status (*take)(void *ctx, const gisa_stored *article, gisa_error *err),
                      void *ctx, gisa_error *err);

/* The sentence of the text that holds byte `at`. */
gisa_str pick_sentence(gisa_str text, size_t at);

/* Code points before byte `at`. */
int64_t pick_chars(gisa_str text, size_t at);

#endif

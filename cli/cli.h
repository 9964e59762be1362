/* What every command shares: global options, the option parser, messages, tables.
 *
 * A command is one file, cmd_<name>.c, with one function of the type cli_command. It returns the
 * exit code: CLI_FOUND, CLI_NOTHING or CLI_FAILED. */
#ifndef GISA_CLI_CLI_H
#define GISA_CLI_CLI_H

#include <stdio.h>

#include "base/buf.h"
#include "base/log.h"
#include "gisa/version.h"

enum {
    CLI_FOUND = 0,   /* found or done */
    CLI_NOTHING = 1, /* nothing found */
    CLI_FAILED = 2,  /* usage or failure */
    CLI_GO_ON = -1,  /* cli_parse: no exit code yet */
};

typedef enum cli_format {
    CLI_TABLE, /* and all other text for readers */
    CLI_JSON,
    CLI_CSV, /* and other data of lines */
} cli_format;

typedef enum cli_style { CLI_BOLD, CLI_DIM, CLI_MARK, CLI_PLAIN, CLI_STYLES } cli_style;

struct cli_usage;
struct cli_option;
struct cli_entry;

typedef struct cli {
    char *db_path;       /* owned; see cli_db_path */
    const char *lexicon; /* --lexicon: pipeline/own_files.h; NULL: the files that are found */
    bool db_is_ours;     /* it is the one in the user's data folder, which may be made with it */
    unsigned threads;
    bool quiet;
    bool verbose;
    bool color;                  /* decided from --color, NO_COLOR and the terminal */
    bool terminal;               /* stdout is one */
    bool dumb;                   /* and can do nothing but text: TERM=dumb, or none */
    unsigned columns;            /* of the terminal; 80 when unknown */
    unsigned message_columns;    /* of that which stderr is; 0: it is none */
    char styles[CLI_STYLES][24]; /* what stands for a style in a buffer: cli/screen.h */
    gisa_log log;
    const struct cli_entry *commands; /* in the order of the help; the last has no name */

    /* When it is there, cli_parse hands it the usage and the global options and parses nothing. */
    void (*describe)(void *ctx, const struct cli_usage *u, const struct cli_option *global,
                     size_t n_global);
    void *describe_ctx;

    bool *output_failed; /* set by the first write to stdout that fails, for good; NULL: nowhere */
} cli;

typedef int (*cli_command)(cli *c, int argc, char **argv);

typedef enum cli_kind {
    CLI_FLAG,  /* bool *: set to true */
    CLI_TEXT,  /* const char **: the next argument, borrowed from argv */
    CLI_NUMBER /* uint64_t *, from 1 */
} cli_kind;

typedef struct cli_option {
    const char *name; /* "limit", without dashes */
    char letter;      /* 'n' or 0 */
    cli_kind kind;
    void *target;
    const char *arg;  /* "N"; NULL for a flag */
    const char *help; /* one line */
} cli_option;

typedef struct cli_usage {
    const char *name;    /* "search" */
    const char *args;    /* "QUERY…" */
    const char *summary; /* one line */
    const char *details; /* more lines and examples, may be NULL */
    const cli_option *options;
    size_t n_options;
} cli_usage;

/* Reads a command's options (argv[0] is its name), global ones among them, wherever they are;
 * "--" ends them; "-" alone is an argument. What is left is in args[0..*n_args) (argv's own
 * array, reordered). --help prints the help to stdout.
 *
 * Returns: CLI_GO_ON, or the exit code with everything said. */
int cli_parse(cli *c, const cli_usage *u, int argc, char **argv, int *n_args, char ***args);

/* Options stand in the same order everywhere: what is asked (--from, --to, --limit, --exact), what
 * the command has of its own, and last how it is printed (--json, --csv).
 *
 * Says that --json and --csv exclude each other and returns CLI_FAILED. */
int cli_two_formats(const cli *c, const char *command);

/* Messages on stderr, "gisa: …", each a line whatever it quotes; info is silent with -q. A message
 * ends without a full stop. */
void cli_error(const cli *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void cli_warn(const cli *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void cli_info(const cli *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* What a user of this program may do about an error, to follow its text: "; gisa …", or "". */
const char *cli_advice(const gisa_error *err);

/* Says err's text with the advice and returns CLI_FAILED. */
int cli_fail(const cli *c, const gisa_error *err);

/* The database's path: --db, GISA_DB, $XDG_DATA_HOME/gisa/gisa.db, ~/.local/share/gisa/gisa.db. The
 * archive is beside it, under the same name with ".warc.gz" for its ending. */
const char *cli_db_path(cli *c, gisa_error *err);

/* The same for a command that may make the database: the folder of one that was named must be
 * there, so that a mistyped path makes none. NULL: see *err. */
const char *cli_db_path_to_make(cli *c, gisa_error *err);

char *cli_archive_path(cli *c, gisa_error *err); /* freed by gisa_free */

/* What the crawler remembers, beside both, under the same name with ".frontier"; freed by
 * gisa_free.
 */
char *cli_frontier_path(cli *c, gisa_error *err);

/* One of the table of commands. */
typedef struct cli_entry {
    const char *name;
    cli_command run;
    const char *summary;
} cli_entry;

/* Writes a row of cells: as CSV (RFC 4180) or as one JSON object with `names` for keys. */
void cli_csv_row(gisa_buf *out, const gisa_str *cells, size_t n);

/* A table for people: columns padded by terminal width (Hangul is two columns wide). When stdout is
 * a terminal, columns of text are cut with "…", the widest first, until the table fits it; one that
 * does not even so has a line for each cell. */
typedef struct cli_table {
    const char *const *names;
    const bool *right; /* which columns align right; NULL: none */
    size_t n_columns;
    gisa_str *cells; /* n_columns * n_rows, borrowed */
    size_t n_rows;
} cli_table;

void cli_table_print(const cli *c, const cli_table *t, gisa_buf *out);

/* Columns that the table takes with no cell cut. */
size_t cli_table_width(const cli_table *t);

/* A cell, padded to `width` columns, or cut to them with "…". */
void cli_add_cell(gisa_buf *out, gisa_str cell, size_t width, bool right);

/* Writes the buffer to stdout as cli/screen.h says and empties it; a closed pipe is a quiet end.
 *
 * Returns: false when stdout can take no more (errors other than a closed pipe are said, once). */
bool cli_flush(const cli *c, cli_format form, gisa_buf *out);

/* Whether a write to stdout has failed: there is no use in going on, and all has been said. main
 * ends with CLI_FAILED then, whatever the command returns. */
static inline bool cli_output_failed(const cli *c)
{
    return c->output_failed && *c->output_failed;
}

/* Says why stdout takes no more, unless its reader left, and notes that it failed. */
void cli_fail_output(const cli *c, const gisa_error *err, int code);

/* Columns that running text is wrapped to: those of the terminal; 0, no wrapping, elsewhere, where
 * a line is a record. */
static inline size_t cli_room(const cli *c)
{
    return c->terminal ? c->columns : 0;
}

/* Styles, or "" without colour. They are tags in a buffer; cli_flush makes escape sequences. */
const char *cli_bold(const cli *c);
const char *cli_dim(const cli *c);
const char *cli_mark(const cli *c); /* a hit in a snippet */
const char *cli_plain(const cli *c);

/* Progress of long work on stderr: on a terminal a line that is rewritten at most ten times a
 * second and wiped by cli_progress_end; elsewhere, as in a log, a message every half minute.
 * what: "articles". total 0: unknown. */
typedef struct cli_progress {
    const cli *c;
    const char *what;
    uint64_t total;
    int64_t shown_ms, started_ms;
    bool visible, logged;
} cli_progress;

typedef struct cli_progress_count {
    uint64_t done;
    uint64_t waiting;  /* 0: unknown, or nothing */
    int64_t left_ms;   /* 0: by the total, where that is known */
    uint64_t taken_in; /* of what is done */
} cli_progress_count;

cli_progress cli_progress_begin(const cli *c, const char *what, uint64_t total);
void cli_progress_step(cli_progress *p, uint64_t done);
void cli_progress_count_step(cli_progress *p, const cli_progress_count *n);

/* Appends "12 pages, 30 waiting, 4.0 a second, 8 s left; 9 taken in". */
void cli_progress_text(const cli_progress *p, const cli_progress_count *n, int64_t now_ms,
                       gisa_buf *out);
void cli_progress_end(cli_progress *p);

#endif

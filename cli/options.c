#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "cli/help.h"
#include "pipeline/pipeline.h"

typedef struct global_options {
    const char *db, *lexicon, *color;
    uint64_t threads;
    bool help, version;
} global_options;

enum { N_GLOBAL = 8, MAX_THREADS = 256 };

/* -l is analyze's alone: behind a query -llama is a word to leave out. */
static void fill_global(cli_option out[N_GLOBAL], cli *c, const cli_usage *u, global_options *g)
{
    char l = !c->describe && strcmp(u->name, "analyze") == 0 ? 'l' : 0;
    const cli_option all[N_GLOBAL] = {
        {"db", 0, CLI_TEXT, &g->db, "FILE", "the database (or GISA_DB, or in the XDG folder)"},
        {"lexicon", l, CLI_TEXT, &g->lexicon, "FILE", "your own words, or a folder with them"},
        {"threads", 0, CLI_NUMBER, &g->threads, "N", "analysis threads (default: the cores)"},
        {"quiet", 'q', CLI_FLAG, &c->quiet, NULL, "only errors on stderr"},
        {"verbose", 'v', CLI_FLAG, &c->verbose, NULL, "more on stderr"},
        {"color", 0, CLI_TEXT, &g->color, "WHEN", "auto, always or never (NO_COLOR is honoured)"},
        {"help", 'h', CLI_FLAG, &g->help, NULL, "this text"},
        {"version", 0, CLI_FLAG, &g->version, NULL, "which gisa this is"},
    };
    memcpy(out, all, sizeof all);
}

static const cli_option *find_option(const cli_option *options, size_t n, gisa_str name,
                                     char letter)
{
    for (size_t i = 0; i < n; i++) {
        if (letter ? options[i].letter == letter : gisa_str_is(name, options[i].name))
            return &options[i];
    }
    return NULL;
}

static int unknown_option(const cli *c, const cli_usage *u, const cli_option global[N_GLOBAL],
                          const char *word)
{
    const char *known[64];
    size_t n = 0, most = sizeof known / sizeof *known - N_GLOBAL;
    for (size_t i = 0; i < u->n_options && n < most; i++) known[n++] = u->options[i].name;
    for (size_t i = 0; i < N_GLOBAL; i++) known[n++] = global[i].name;
    const char *near = strncmp(word, "--", 2) == 0 ? gisa_nearest(word + 2, known, n) : NULL;
    if (near)
        cli_error(c, "%s: unknown option %s; did you mean --%s?", u->name, word, near);
    else
        cli_error(c, "%s: unknown option %s; see gisa %s --help", u->name, word, u->name);
    return CLI_FAILED;
}

static int set_option(const cli *c, const cli_usage *u, const cli_option *o, const char *value)
{
    if (o->kind == CLI_FLAG) {
        *(bool *)o->target = true;
        return CLI_GO_ON;
    }
    if (!value) {
        cli_error(c, "%s: --%s wants a value: --%s %s", u->name, o->name, o->name, o->arg);
        return CLI_FAILED;
    }
    if (o->kind == CLI_TEXT) {
        *(const char **)o->target = value;
        return CLI_GO_ON;
    }
    uint64_t number;
    if (gisa_str_to_u64(gisa_str_from(value), &number) && number > 0) {
        *(uint64_t *)o->target = number;
        return CLI_GO_ON;
    }
    cli_error(c, "%s: --%s wants a whole number from 1, not '%s'", u->name, o->name, value);
    return CLI_FAILED;
}

/* One word that begins with a dash; *i moves past a value it takes. After the last word is NULL. */
static int take_option(const cli *c, const cli_usage *u, const cli_option global[N_GLOBAL],
                       char **argv, int *i)
{
    const char *word = argv[*i];
    bool is_long = word[1] == '-';
    const char *equals = is_long ? strchr(word, '=') : NULL;
    gisa_str name = GISA_NONE;
    if (is_long)
        name = (gisa_str){word + 2, equals ? (size_t)(equals - word) - 2 : strlen(word) - 2};
    char letter = is_long ? 0 : word[1];
    const cli_option *o = find_option(u->options, u->n_options, name, letter);
    if (!o) o = find_option(global, N_GLOBAL, name, letter);
    if (!o || (!is_long && o->kind == CLI_FLAG && word[2]))
        return unknown_option(c, u, global, word);
    const char *value = equals ? equals + 1 : !is_long && word[2] ? word + 2 : NULL;
    if (o->kind == CLI_FLAG && equals) {
        cli_error(c, "%s: --%s takes no value", u->name, o->name);
        return CLI_FAILED;
    }
    if (o->kind != CLI_FLAG && !value) value = argv[++*i];
    return set_option(c, u, o, value);
}

/* Behind the first argument of a search, "-word" is an exclusion: -qwen is not -q. */
static bool is_option(const cli_usage *u, const cli_option global[N_GLOBAL], const char *word,
                      bool first)
{
    if (word[0] != '-' || !word[1] || (unsigned char)word[1] >= 0x80) return false;
    if (word[1] == '-' || first) return true;
    const cli_option *o = find_option(u->options, u->n_options, GISA_NONE, word[1]);
    if (!o) o = find_option(global, N_GLOBAL, GISA_NONE, word[1]);
    if (!o || !word[2]) return o != NULL;
    return o->kind == CLI_NUMBER ? gisa_is_digit(word[2]) : o->kind == CLI_TEXT;
}

static int apply_global(cli *c, const cli_usage *u, const global_options *g)
{
    if (g->db) {
        gisa_free(c->db_path);
        c->db_path = gisa_strdup(g->db);
    }
    if (g->lexicon) c->lexicon = g->lexicon;
    if (g->threads > MAX_THREADS) {
        cli_error(c, "%s: --threads wants 1 to %d", u->name, MAX_THREADS);
        return CLI_FAILED;
    }
    c->threads = (unsigned)g->threads;
    if (g->color) {
        if (strcmp(g->color, "always") != 0 && strcmp(g->color, "never") != 0 &&
            strcmp(g->color, "auto") != 0) {
            cli_error(c, "%s: --color wants auto, always or never, not '%s'", u->name, g->color);
            return CLI_FAILED;
        }
        if (strcmp(g->color, "auto") != 0) c->color = g->color[0] == 'a' && *c->styles[0];
    }
    c->log.max_level = c->quiet ? GISA_LOG_ERROR : c->verbose ? GISA_LOG_DEBUG : GISA_LOG_INFO;
    return CLI_GO_ON;
}

int cli_parse(cli *c, const cli_usage *u, int argc, char **argv, int *n_args, char ***args)
{
    cli_option global[N_GLOBAL];
    global_options g = {.threads = c->threads};
    int kept = 1;
    fill_global(global, c, u, &g);
    if (c->describe) {
        c->describe(c->describe_ctx, u, global, N_GLOBAL);
        return CLI_FOUND;
    }
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--") == 0) {
            while (++i < argc) argv[kept++] = argv[i];
        } else if (!is_option(u, global, argv[i], kept == 1)) {
            argv[kept++] = argv[i];
        } else {
            int code = take_option(c, u, global, argv, &i);
            if (code != CLI_GO_ON) return code;
        }
    }
    if (g.help) return help_print(c, u, global, N_GLOBAL);
    if (g.version) return help_version(c);
    *n_args = kept - 1;
    *args = argv + 1;
    return apply_global(c, u, &g);
}

int cli_two_formats(const cli *c, const char *command)
{
    cli_error(c, "%s: --json and --csv: choose one", command);
    return CLI_FAILED;
}

/* In the folder that an environment variable names; a relative one is ignored, as the XDG Base
 * Directory Specification has it. */
static char *path_in(const char *variable, const char *name)
{
    const char *folder = getenv(variable);
    return folder && folder[0] == '/' ? gisa_path_join(folder, name) : NULL;
}

const char *cli_db_path(cli *c, gisa_error *err)
{
    const char *named = getenv("GISA_DB");
    if (c->db_path) return c->db_path;
    c->db_is_ours = !named || !*named;
    if (!c->db_is_ours)
        c->db_path = gisa_strdup(named);
    else if (!(c->db_path = path_in("XDG_DATA_HOME", "gisa/gisa.db")))
        c->db_path = path_in("HOME", ".local/share/gisa/gisa.db");
    if (!c->db_path)
        gisa_fail(err, GISA_EINVAL,
                  "no database is named and HOME is no folder; --db FILE names it");
    return c->db_path;
}

const char *cli_db_path_to_make(cli *c, gisa_error *err)
{
    const char *path = cli_db_path(c, err);
    const char *slash = path ? strrchr(path, '/') : NULL;
    if (!slash || slash == path || c->db_is_ours) return path;
    gisa_str folder = {path, (size_t)(slash - path)};
    char *copy = gisa_memdup(folder.p, folder.n);
    bool there = copy && gisa_file_exists(copy);
    if (!copy)
        gisa_fail_mem(err);
    else if (!there)
        gisa_fail(err, GISA_ENOTFOUND,
                  "%s: there is no folder %.*s; make it first, or name another", path,
                  GISA_ARG(folder));
    gisa_free(copy);
    return there ? path : NULL;
}

char *cli_frontier_path(cli *c, gisa_error *err)
{
    gisa_buf path = {0};
    char *archive = cli_archive_path(c, err);
    gisa_str name = gisa_str_from(archive), end = GISA_STR(".warc.gz");
    if (!archive) return NULL;
    if (gisa_str_ends(name, end)) name.n -= end.n;
    gisa_buf_add(&path, name);
    gisa_buf_add_c(&path, ".frontier");
    gisa_free(archive);
    if (gisa_buf_check(&path, "a file name", err) >= 0) return path.p;
    gisa_buf_clear(&path);
    return NULL;
}

char *cli_archive_path(cli *c, gisa_error *err)
{
    const char *path = cli_db_path(c, err);
    return path ? gisa_pipeline_archive_path(path, err) : NULL;
}

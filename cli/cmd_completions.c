/* gisa completions: what a shell needs to complete commands and options, made from their tables. */
#include "cli/commands.h"

static const char details[] = "Writes a script for bash, zsh or fish to standard output.\n"
                              "\n"
                              "Examples:\n"
                              "  eval \"$(gisa completions bash)\"\n"
                              "  gisa completions zsh >~/.zfunc/_gisa\n"
                              "  gisa completions fish | source\n";

/* Parts of a script, which are filled one command after the other. */
typedef struct script {
    gisa_buf options; /* of each command */
    gisa_buf files;   /* options and commands that want files */
    gisa_buf values;  /* options that want anything else */
} script;

typedef void (*describer)(void *ctx, const cli_usage *u, const cli_option *global, size_t n_global);

/* Hands the usage of every command to a describer. Commands stop at cli_parse then. */
static void describe_all(const cli *c, describer put, script *s)
{
    for (const cli_entry *e = c->commands; e->name; e++) {
        cli asked = {.threads = c->threads, .describe = put, .describe_ctx = s};
        char name[32], *argv[] = {name, NULL};
        snprintf(name, sizeof name, "%s", e->name);
        e->run(&asked, 1, argv);
    }
}

static bool wants_file(const char *arg)
{
    return strstr(arg, "FILE") || strstr(arg, "DIR") || strstr(arg, "FOLDER");
}

/* Adds a text inside '…' of a shell. also: what the reader of the string takes for its own. */
static void add_escaped(gisa_buf *out, const char *text, const char *also)
{
    for (; *text; text++) {
        if (*text == '\'')
            gisa_buf_add_c(out, "'\\'");
        else if (strchr(also, *text))
            gisa_buf_add_char(out, '\\');
        gisa_buf_add_char(out, *text);
    }
}

static void add_quoted(gisa_buf *out, const char *text, const char *also)
{
    gisa_buf_add_char(out, '\'');
    add_escaped(out, text, also);
    gisa_buf_add_char(out, '\'');
}

static void bash_option(script *s, const char *command, const cli_option *o)
{
    gisa_buf_addf(&s->options, " --%s", o->name);
    if (o->letter) gisa_buf_addf(&s->options, " -%c", o->letter);
    if (!o->arg) return;
    gisa_buf *to = wants_file(o->arg) ? &s->files : &s->values;
    gisa_buf_addf(to, "%s%s:--%s", to->n ? "|" : "", command, o->name);
    if (o->letter) gisa_buf_addf(to, "|%s:-%c", command, o->letter);
}

static void bash_command(void *ctx, const cli_usage *u, const cli_option *global, size_t n_global)
{
    script *s = ctx;
    if (!s->options.n) {
        gisa_buf_add_c(&s->options, "    local global='");
        for (size_t i = 0; i < n_global; i++) bash_option(s, "*", &global[i]);
        gisa_buf_add_c(&s->options, "'\n    case $command in\n");
    }
    gisa_buf_addf(&s->options, "    %s) options='", u->name);
    for (size_t i = 0; i < u->n_options; i++) bash_option(s, u->name, &u->options[i]);
    gisa_buf_addf(&s->options, "'%s ;;\n", wants_file(u->args) ? "; files=yes" : "");
}

static void add_names(const cli *c, gisa_buf *out)
{
    for (const cli_entry *e = c->commands; e->name; e++) gisa_buf_addf(out, "%s ", e->name);
    gisa_buf_add_c(out, "help");
}

static void write_bash(const cli *c, script *s, gisa_buf *out)
{
    describe_all(c, bash_command, s);
    gisa_buf_add_c(out, "# Completions of gisa for bash, written by: gisa completions bash\n"
                        "_gisa()\n{\n"
                        "    local command='' options='' files='' i\n"
                        "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
                        "    COMPREPLY=()\n"
                        "    if [[ $cur == = ]]; then cur=''\n"
                        "    elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
                        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
                        "        case ${COMP_WORDS[i]} in\n"
                        "        --db | --threads | --color) ((i++)) ;;\n"
                        "        -*) ;;\n"
                        "        *) command=${COMP_WORDS[i]}; break ;;\n"
                        "        esac\n"
                        "    done\n");
    gisa_buf_add(out, gisa_buf_view(&s->options));
    gisa_buf_add_c(out, "    esac\n    case $command:$prev in\n    ");
    gisa_buf_add(out, gisa_buf_view(&s->files));
    gisa_buf_add_c(out, ") files=only ;;\n    ");
    gisa_buf_add(out, gisa_buf_view(&s->values));
    gisa_buf_add_c(out,
                   ") return ;;\n    esac\n"
                   "    if [[ $files == only || ( $files == yes && $cur != -* ) ]]; then\n"
                   "        compopt -o filenames 2>/dev/null\n"
                   "        mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
                   "    elif [[ $cur == -* ]]; then\n"
                   "        mapfile -t COMPREPLY < <(compgen -W \"$global $options\" -- \"$cur\")\n"
                   "    elif [[ -z $command || $command == help ]]; then\n"
                   "        mapfile -t COMPREPLY < <(compgen -W '");
    add_names(c, out);
    gisa_buf_add_c(out, "' -- \"$cur\")\n    fi\n}\ncomplete -F _gisa gisa\n");
}

static void zsh_option(gisa_buf *out, const cli_option *o)
{
    gisa_buf_add_c(out, " \\\n        ");
    if (o->letter)
        gisa_buf_addf(out, "'(-%c --%s)'{-%c%s,--%s%s}'[", o->letter, o->name, o->letter,
                      o->arg ? "+" : "", o->name, o->arg ? "=" : "");
    else
        gisa_buf_addf(out, "'--%s%s[", o->name, o->arg ? "=" : "");
    add_escaped(out, o->help, "[]:\\");
    gisa_buf_add_char(out, ']');
    if (o->arg) {
        gisa_buf_add_char(out, ':');
        add_escaped(out, o->arg, ":\\");
        gisa_buf_add_c(out, wants_file(o->arg) ? ":_files" : ": ");
    }
    gisa_buf_add_char(out, '\'');
}

static void zsh_command(void *ctx, const cli_usage *u, const cli_option *global, size_t n_global)
{
    script *s = ctx;
    if (!s->values.n)
        for (size_t i = 0; i < n_global; i++) zsh_option(&s->values, &global[i]);
    gisa_buf_addf(&s->options, "    %s) _arguments $global", u->name);
    for (size_t i = 0; i < u->n_options; i++) zsh_option(&s->options, &u->options[i]);
    gisa_buf_addf(&s->options, " \\\n        '*: :%s' ;;\n", wants_file(u->args) ? "_files" : " ");
}

static void write_zsh(const cli *c, script *s, gisa_buf *out)
{
    describe_all(c, zsh_command, s);
    gisa_buf_add_c(out, "#compdef gisa\n"
                        "# Completions of gisa for zsh, written by: gisa completions zsh\n"
                        "_gisa() {\n"
                        "    local -a commands global\n"
                        "    local context state line\n"
                        "    local -A opt_args\n"
                        "    commands=(\n");
    for (const cli_entry *e = c->commands; e->name; e++) {
        gisa_buf_addf(out, "        %s:", e->name);
        add_quoted(out, e->summary, ":\\");
        gisa_buf_add_char(out, '\n');
    }
    gisa_buf_add_c(out, "        help:'what a command does'\n    )\n    global=(");
    gisa_buf_add(out, gisa_buf_view(&s->values));
    gisa_buf_add_c(out, "\n    )\n"
                        "    _arguments -C $global '1: :->command' '*:: :->arguments'\n"
                        "    if [[ $state == command ]]; then\n"
                        "        _describe command commands\n"
                        "        return\n"
                        "    fi\n"
                        "    [[ $state == arguments ]] || return\n"
                        "    case $words[1] in\n");
    gisa_buf_add(out, gisa_buf_view(&s->options));
    gisa_buf_add_c(out, "    help) _describe command commands ;;\n    esac\n}\n_gisa \"$@\"\n");
}

static void fish_option(gisa_buf *out, const char *command, const cli_option *o)
{
    gisa_buf_add_c(out, "complete -c gisa");
    if (command) gisa_buf_addf(out, " -n '__fish_seen_subcommand_from %s'", command);
    if (o->letter) gisa_buf_addf(out, " -s %c", o->letter);
    gisa_buf_addf(out, " -l %s%s -d ", o->name,
                  !o->arg              ? ""
                  : wants_file(o->arg) ? " -r -F"
                                       : " -x");
    add_quoted(out, o->help, "\\");
    gisa_buf_add_char(out, '\n');
}

static void fish_command(void *ctx, const cli_usage *u, const cli_option *global, size_t n_global)
{
    script *s = ctx;
    if (!s->options.n)
        for (size_t i = 0; i < n_global; i++) fish_option(&s->options, NULL, &global[i]);
    gisa_buf_addf(&s->options, "complete -c gisa -n __fish_use_subcommand -a %s -d ", u->name);
    add_quoted(&s->options, u->summary, "\\");
    gisa_buf_add_char(&s->options, '\n');
    if (wants_file(u->args))
        gisa_buf_addf(&s->options, "complete -c gisa -n '__fish_seen_subcommand_from %s' -F\n",
                      u->name);
    for (size_t i = 0; i < u->n_options; i++) fish_option(&s->options, u->name, &u->options[i]);
}

static void write_fish(const cli *c, script *s, gisa_buf *out)
{
    describe_all(c, fish_command, s);
    gisa_buf_add_c(out, "# Completions of gisa for fish, written by: gisa completions fish\n"
                        "complete -c gisa -f\n");
    gisa_buf_add(out, gisa_buf_view(&s->options));
    gisa_buf_add_c(out, "complete -c gisa -n __fish_use_subcommand -a help -d "
                        "'what a command does'\n"
                        "complete -c gisa -n '__fish_seen_subcommand_from help' -a '");
    add_names(c, out);
    gisa_buf_add_c(out, "'\n");
}

int cmd_completions(cli *c, int argc, char **argv)
{
    static const struct {
        const char *shell;
        void (*write)(const cli *c, script *s, gisa_buf *out);
    } shells[] = {{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};
    const cli_usage usage = {.name = "completions",
                             .args = "bash|zsh|fish",
                             .summary = "what a shell completes, as a script for it",
                             .details = details};
    int n_args;
    char **args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    for (size_t i = 0; n_args == 1 && i < sizeof shells / sizeof *shells; i++) {
        script s = {0};
        gisa_buf out = {0};
        if (strcmp(args[0], shells[i].shell) != 0) continue;
        shells[i].write(c, &s, &out);
        gisa_buf *parts[] = {&s.options, &s.files, &s.values};
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
            gisa_buf_take_status(&out, parts[k]);
            gisa_buf_clear(parts[k]);
        }
        bool good = cli_flush(c, CLI_TABLE, &out);
        gisa_buf_clear(&out);
        return good ? CLI_FOUND : CLI_FAILED;
    }
    cli_error(c, "completions: for which shell? bash, zsh or fish");
    return CLI_FAILED;
}

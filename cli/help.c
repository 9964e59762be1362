#include "cli/help.h"

#include "base/utf8.h"
#include "cli/screen.h"
#include "cli/wrap.h"

enum { NARROW = 60 }; /* columns below which a text has a line of its own after what it explains */

static void add_wrapped(const cli *c, gisa_buf *out, size_t used, size_t indent, gisa_str text)
{
    wrap_add(out, text, &(wrapping){.columns = c->columns, .used = used, .indent = indent});
    gisa_buf_add_char(out, '\n');
}

static void add_blanks(gisa_buf *out, size_t n)
{
    while (n--) gisa_buf_add_char(out, ' ');
}

/* "  term    text", or the text below the term where there is no room beside it. */
static void add_entry(const cli *c, gisa_buf *out, gisa_str term, size_t width, const char *text)
{
    enum { BEFORE = 2, BELOW = 10 };
    size_t beside = BEFORE + width + 1, used = gisa_utf8_width(term);
    add_blanks(out, BEFORE);
    gisa_buf_add(out, term);
    if (c->columns < NARROW || used > width) {
        beside = BELOW;
        gisa_buf_add_char(out, '\n');
        add_blanks(out, BELOW);
    } else {
        add_blanks(out, width + 1 - used);
    }
    add_wrapped(c, out, beside, beside, gisa_str_from(text));
}

static void add_options(const cli *c, gisa_buf *out, const cli_option *options, size_t n)
{
    enum { WIDTH = 26 };
    for (size_t i = 0; i < n; i++) {
        const cli_option *o = &options[i];
        gisa_buf term = {0};
        if (o->letter)
            gisa_buf_addf(&term, "-%c, ", o->letter);
        else
            gisa_buf_add_c(&term, "    ");
        gisa_buf_addf(&term, "--%s%s%s", o->name, o->arg ? " " : "", o->arg ? o->arg : "");
        add_entry(c, out, gisa_buf_view(&term), WIDTH, o->help);
        gisa_buf_take_status(out, &term);
        gisa_buf_clear(&term);
    }
}

/* Takes the next word of a shell's line: up to the first blank outside of quotes. */
static gisa_str take_word(gisa_str *rest)
{
    gisa_str line = *rest;
    char quote = 0;
    size_t end = 0;
    for (; end < line.n; end++) { /* mutate: equivalent, no blank or quote is after a line */
        char here = line.p[end];
        if (!quote && here == ' ') break;
        if (here == quote)
            quote = 0;
        else if (!quote && (here == '\'' || here == '"'))
            quote = here;
    }
    *rest = gisa_str_cut(line, end + 1, line.n);
    return gisa_str_cut(line, 0, end);
}

/* A line that is too long goes on after a backslash, so that a shell takes it as it stands. */
static void add_example(const cli *c, gisa_buf *out, gisa_str line)
{
    enum { INDENT = 4, MARK = 2 };
    gisa_str rest = gisa_str_trim(line);
    size_t used = line.n - rest.n;
    add_blanks(out, used);
    for (bool first = true; rest.n; first = false) {
        gisa_str word = take_word(&rest);
        size_t width = gisa_utf8_width(word), more = rest.n ? MARK : 0;
        if (!first && used + 1 + width + more > c->columns) {
            gisa_buf_add_c(out, " \\\n");
            add_blanks(out, used = INDENT);
        } else if (!first) {
            gisa_buf_add_char(out, ' ');
            used++;
        }
        gisa_buf_add(out, word);
        used += width;
    }
    gisa_buf_add_char(out, '\n');
}

static void end_prose(const cli *c, gisa_buf *out, gisa_buf *prose)
{
    if (prose->n) add_wrapped(c, out, 0, 0, gisa_buf_view(prose));
    gisa_buf_reset(prose);
}

static void add_details(const cli *c, gisa_buf *out, const char *details)
{
    gisa_buf prose = {0};
    gisa_str rest = gisa_str_from(details), line;
    while (gisa_str_next_line(&rest, &line)) {
        if (!line.n || line.p[0] == ' ') {
            end_prose(c, out, &prose);
            add_example(c, out, line);
        } else {
            gisa_buf_add(&prose, line);
            gisa_buf_add_char(&prose, ' ');
        }
    }
    end_prose(c, out, &prose);
    gisa_buf_take_status(out, &prose);
    gisa_buf_clear(&prose);
}

static int show(const cli *c, gisa_buf *out)
{
    bool good = cli_flush(c, CLI_TABLE, out);
    gisa_buf_clear(out);
    return good ? CLI_FOUND : CLI_FAILED;
}

void help_format(const cli *c, const cli_usage *u, const cli_option *global, size_t n_global,
                 gisa_buf *out)
{
    enum { USAGE = 7 };
    gisa_buf line = {0};
    gisa_buf_addf(&line, "gisa %s: %s", u->name, u->summary);
    add_wrapped(c, out, 0, 0, gisa_buf_view(&line));
    gisa_buf_reset(&line);
    gisa_buf_addf(&line, "gisa %s [options] %s", u->name, u->args);
    gisa_buf_add_c(out, "\nUsage: ");
    add_wrapped(c, out, USAGE, USAGE, gisa_buf_view(&line));
    if (u->n_options) gisa_buf_add_c(out, "\nOptions:\n");
    add_options(c, out, u->options, u->n_options);
    gisa_buf_add_c(out, "\nGlobal options:\n");
    add_options(c, out, global, n_global);
    if (u->details) {
        gisa_buf_add_char(out, '\n');
        add_details(c, out, u->details);
    }
    gisa_buf_take_status(out, &line);
    gisa_buf_clear(&line);
}

int help_print(const cli *c, const cli_usage *u, const cli_option *global, size_t n_global)
{
    gisa_buf out = {0};
    help_format(c, u, global, n_global, &out);
    return show(c, &out);
}

int help_overview(const cli *c, bool asked)
{
    enum { WIDTH = 11 };
    gisa_buf out = {0};
    add_wrapped(c, &out, 0, 0, GISA_STR("gisa: Korean press pages to a clean, searchable corpus"));
    gisa_buf_add_c(&out, "\nUsage: ");
    add_wrapped(c, &out, 7, 7, GISA_STR("gisa <command> [options] [arguments]"));
    gisa_buf_add_c(&out, "\nCommands:\n");
    for (const cli_entry *e = c->commands; e->name; e++)
        add_entry(c, &out, gisa_str_from(e->name), WIDTH, e->summary);
    gisa_buf_add_char(&out, '\n');
    add_wrapped(c, &out, 0, 0, GISA_STR("gisa help <command> tells more; so does man gisa."));
    if (asked) return show(c, &out);
    screen_say_lines(gisa_buf_view(&out));
    gisa_buf_clear(&out);
    return CLI_FAILED;
}

int help_version(const cli *c)
{
    gisa_buf out = {0};
    gisa_buf_add_c(&out, "gisa " GISA_VERSION "\n");
    return show(c, &out);
}

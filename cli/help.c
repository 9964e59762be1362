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

/* Where the next word of a shell's line ends: the first blank from `at` on outside of quotes. */
static size_t word_end(gisa_str line, size_t at)
{
    char quote = 0;
    for (; at < line.n; at++) {
        char here = line.p[at];
        if (!quote && here == ' ') break;
        if (here == quote)
            quote = 0;
        else if (!quote && (here == '\'' || here == '"'))
            quote = here;
    }
    return at;
}

/* A line that is too long goes on after a backslash, so that a shell takes it as it stands. */
static void add_example(const cli *c, gisa_buf *out, gisa_str line)
{
    enum { INDENT = 4, MARK = 2 };
    size_t used = 0, at = 0;
    while (at < line.n && line.p[at] == ' ') at++;
    add_blanks(out, at);
    used = at;
    for (bool first = true; at < line.n; first = false) {
        size_t end = word_end(line, at);
        size_t width = gisa_utf8_width(gisa_str_cut(line, at, end)), more = end < line.n ? MARK : 0;
        if (!first && used + 1 + width + more > c->columns) {
            gisa_buf_add_c(out, " \\\n");
            add_blanks(out, used = INDENT);
        } else if (!first) {
            gisa_buf_add_char(out, ' ');
            used++;
        }
        gisa_buf_add(out, gisa_str_cut(line, at, end));
        used += width;
        at = end + (end < line.n);
    }
    gisa_buf_add_char(out, '\n');
}

static void add_details(const cli *c, gisa_buf *out, const char *details)
{
    gisa_buf prose = {0};
    gisa_str rest = gisa_str_from(details), line;
    bool more = true;
    while (more) {
        more = gisa_str_next_line(&rest, &line);
        bool is_prose = more && line.n && line.p[0] != ' ';
        if (prose.n && !is_prose) {
            add_wrapped(c, out, 0, 0, gisa_buf_view(&prose));
            gisa_buf_reset(&prose);
        }
        if (is_prose) {
            gisa_buf_add(&prose, line);
            gisa_buf_add_char(&prose, ' ');
        } else if (more) {
            add_example(c, out, line);
        }
    }
    gisa_buf_take_status(out, &prose);
    gisa_buf_clear(&prose);
}

static int show(const cli *c, gisa_buf *out)
{
    bool good = cli_flush(c, CLI_TABLE, out);
    gisa_buf_clear(out);
    return good ? CLI_FOUND : CLI_FAILED;
}

int help_print(const cli *c, const cli_usage *u, const cli_option *global, size_t n_global)
{
    enum { USAGE = 7 };
    gisa_buf out = {0}, line = {0};
    gisa_buf_addf(&line, "gisa %s: %s", u->name, u->summary);
    add_wrapped(c, &out, 0, 0, gisa_buf_view(&line));
    gisa_buf_reset(&line);
    gisa_buf_addf(&line, "gisa %s [options] %s", u->name, u->args);
    gisa_buf_add_c(&out, "\nUsage: ");
    add_wrapped(c, &out, USAGE, USAGE, gisa_buf_view(&line));
    if (u->n_options) gisa_buf_add_c(&out, "\nOptions:\n");
    add_options(c, &out, u->options, u->n_options);
    gisa_buf_add_c(&out, "\nGlobal options:\n");
    add_options(c, &out, global, n_global);
    if (u->details) {
        gisa_buf_add_char(&out, '\n');
        add_details(c, &out, u->details);
    }
    gisa_buf_take_status(&out, &line);
    gisa_buf_clear(&line);
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

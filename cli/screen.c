/* A style is written into a buffer as ESC, a tag that is drawn at random for this run, and a
 * letter: as with the boundary of a MIME message, no text that was written before can hold it. Only
 * that becomes an escape sequence. */
#include "cli/screen.h"

#include <sys/random.h>

#include "base/control.h"
#include "base/utf8.h"
#include "cli/wrap.h"

enum { TAG = 1 + 2 * 8 }; /* bytes before the letter */

static const struct {
    char letter;
    const char *sequence;
} styles[CLI_STYLES] = {
    [CLI_BOLD] = {'b', "\033[1m"},
    [CLI_DIM] = {'d', "\033[2m"},
    [CLI_MARK] = {'m', "\033[1;33m"},
    [CLI_PLAIN] = {'p', "\033[0m"},
};

void screen_begin(cli *c)
{
    uint64_t drawn;
    if (getrandom(&drawn, sizeof drawn, 0) != sizeof drawn) return;
    for (int i = 0; i < CLI_STYLES; i++)
        snprintf(c->styles[i], sizeof c->styles[i], "\033%016llx%c", (unsigned long long)drawn,
                 styles[i].letter);
}

/* The style whose tag begins at `at`, or NULL. */
static const char *style_at(const cli *c, gisa_str made, size_t at)
{
    if (!c->color || made.n - at < TAG + 1 || memcmp(made.p + at, c->styles[0], TAG) != 0)
        return NULL;
    for (int i = 0; i < CLI_STYLES; i++)
        if (styles[i].letter == made.p[at + TAG]) return styles[i].sequence;
    return NULL;
}

static void add_styled(const cli *c, gisa_str made, gisa_buf *out)
{
    size_t from = 0, at = 0;
    while ((at = gisa_str_find_byte(made, '\033', at)) != GISA_NPOS) {
        const char *sequence = style_at(c, made, at);
        if (!sequence) {
            at++;
            continue;
        }
        gisa_control_mark(out, gisa_str_cut(made, from, at), GISA_KEEP_LAYOUT);
        gisa_buf_add_c(out, sequence);
        from = at += TAG + 1;
    }
    gisa_control_mark(out, gisa_str_cut(made, from, made.n), GISA_KEEP_LAYOUT);
}

void screen_add(const cli *c, cli_format form, gisa_str made, gisa_buf *out)
{
    gisa_str line;
    if (form == CLI_TABLE)
        add_styled(c, made, out);
    else if (form == CLI_JSON)
        gisa_control_escape(out, made);
    else if (!c->terminal)
        gisa_buf_add(out, made);
    else
        while (gisa_str_next_line(&made, &line)) { /* CSV ends its lines by CR LF */
            gisa_control_mark(out, line, GISA_KEEP_LAYOUT);
            gisa_buf_add_char(out, '\n');
        }
}

void screen_say(const cli *c, const char *label, gisa_str text)
{
    enum { INDENT = 2 };
    gisa_buf plain = {0}, line = {0};
    gisa_control_mark(&plain, text, GISA_KEEP_NONE);
    gisa_buf_add_c(&line, label);
    /* mutate: equivalent, what just fits is not wrapped either */
    bool fits = line.n + gisa_utf8_width(gisa_buf_view(&plain)) <= c->message_columns;
    const wrapping how = {.columns = fits ? 0 : c->message_columns,
                          .used = line.n,
                          .indent = INDENT,
                          .whole_words = true};
    wrap_add(&line, gisa_buf_view(&plain), &how);
    gisa_buf_take_status(&line, &plain);
    fprintf(stderr, "%s\n", gisa_buf_status(&line) < 0 ? "gisa: out of memory" : line.p);
    gisa_buf_clear(&plain);
    gisa_buf_clear(&line);
}

void screen_say_lines(gisa_str text)
{
    gisa_buf plain = {0};
    gisa_control_mark(&plain, text, GISA_KEEP_LAYOUT);
    if (gisa_buf_status(&plain) >= 0) fprintf(stderr, "%.*s", GISA_ARG(gisa_buf_view(&plain)));
    gisa_buf_clear(&plain);
}

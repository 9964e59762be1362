/* What goes to stderr: messages and progress. */
#include <stdarg.h>

#include "base/utf8.h"
#include "cli/screen.h"

static void say_line(const cli *c, const char *label, const char *fmt, va_list ap)
{
    char text[8192];
    int n = vsnprintf(text, sizeof text, fmt, ap);
    gisa_str all = {text, n < 0 ? 0 : (size_t)n};
    screen_say(c, label, gisa_utf8_clip(all, sizeof text - 1));
}

void cli_error(const cli *c, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    say_line(c, "gisa: ", fmt, ap);
    va_end(ap);
}

void cli_warn(const cli *c, const char *fmt, ...)
{
    if (c->quiet) return;
    va_list ap;
    va_start(ap, fmt);
    say_line(c, "gisa: warning: ", fmt, ap);
    va_end(ap);
}

void cli_info(const cli *c, const char *fmt, ...)
{
    if (c->quiet) return;
    va_list ap;
    va_start(ap, fmt);
    say_line(c, "gisa: ", fmt, ap);
    va_end(ap);
}

const char *cli_advice(const gisa_error *err)
{
    switch (err->cause) {
    case GISA_CAUSE_NONE: break;
    case GISA_CAUSE_NO_THREAD: return "; try --threads 1";
    case GISA_CAUSE_NO_DATABASE: return "; gisa import or gisa fetch makes one";
    case GISA_CAUSE_UNOPENED_DATABASE:
        return "; check who may write there, or name another file with --db";
    case GISA_CAUSE_EMPTY_DATABASE: return "; gisa import or gisa fetch fills it";
    case GISA_CAUSE_OLDER_DATABASE: return "; gisa rebuild brings it up to date";
    case GISA_CAUSE_DAMAGED_DATABASE: return "; gisa check tells where, gisa rebuild makes it anew";
    case GISA_CAUSE_BAD_NAMES: return "; mend that line, or put a # before it";
    case GISA_CAUSE_OTHER_NAMES:
    case GISA_CAUSE_EARLIER_IDS:
    case GISA_CAUSE_OTHER_ANALYSER: return "; run gisa rebuild, then this again (nothing is lost)";
    case GISA_CAUSE_NO_ARCHIVE: return "; gisa import makes one";
    case GISA_CAUSE_FOREIGN_ARCHIVE:
        return "; name another database with --db: gisa import takes the file into it";
    case GISA_CAUSE_UNNAMED_ARCHIVE:
        return "; gisa rebuild makes the database from it, or name another database with --db";
    case GISA_CAUSE_OTHER_ARCHIVE:
        return "; put this database's own archive there, or name another database with --db";
    case GISA_CAUSE_ARCHIVE_GONE:
    case GISA_CAUSE_SHORT_ARCHIVE:
        return "; put it back from a copy; without one gisa rebuild keeps the articles of the "
               "database, or begin another one with --db";
    case GISA_CAUSE_DAMAGED_ARCHIVE:
        return "; gisa check tells how much, gisa rebuild keeps all that is whole";
    case GISA_CAUSE_LOST_DATABASE: return "; gisa rebuild makes it from the archive";
    case GISA_CAUSE_ARCHIVE_AS_PAGE: return "; gisa import reads it";
    case GISA_CAUSE_NO_ARTICLE: return "; gisa search lists ids";
    case GISA_CAUSE_NO_VERSION: return "; --history lists them";
    case GISA_CAUSE_EXPORT_IN_THE_WAY: return "; --force replaces it";
    case GISA_CAUSE_DAMAGED_FRONTIER:
        return "; remove it, and gisa fetch makes it anew from the archive";
    }
    return "";
}

int cli_fail(const cli *c, const gisa_error *err)
{
    cli_error(c, "%s%s", err->text, cli_advice(err));
    return CLI_FAILED;
}

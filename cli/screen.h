/* The one way out: all that a command says passes here on its way to standard output or standard
 * error, so that no page, file name, query or server can send a terminal more than text.
 *
 * Text for readers keeps its line ends and tabs; other controls become marks such as <U+001B>
 * (base/control.h). JSON gets the escapes that JSON has for them and keeps its values. CSV and
 * other data stay what they are in a pipe or a file; on a terminal they are text for readers. */
#ifndef GISA_CLI_SCREEN_H
#define GISA_CLI_SCREEN_H

#include "cli/cli.h"

/* Draws the tag of this run's styles; there are none where the system has no random bytes. */
void screen_begin(cli *c);

/* Appends what a screen, a pipe or a file is given for what a command made. */
void screen_add(const cli *c, cli_format form, gisa_str made, gisa_buf *out);

/* Writes one line to standard error, after `label`: a message without controls, wrapped where that
 * is a terminal. */
void screen_say(const cli *c, const char *label, gisa_str text);

/* Writes text of several lines to standard error. */
void screen_say_lines(gisa_str text);

#endif

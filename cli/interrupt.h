/* Ctrl-C in a command that writes: what was kept, and how to go on. */
#ifndef GISA_CLI_INTERRUPT_H
#define GISA_CLI_INTERRUPT_H

#include <stdbool.h>
#include <stdint.h>

/* From now on SIGINT and SIGTERM say this text (a message, without "gisa: ") on standard error and
 * end the program as they would have: to a shell it was ended by the signal. All that is written is
 * safe against that at any moment.
 *
 * with_counts: what is said once something was counted, or NULL: # stands for the next count, % for
 * the s of a plural. Both live as long as the program. */
void interrupt_say(const char *text, const char *with_counts);

/* From now on SIGINT, SIGTERM and SIGHUP are noted the first time; a second one ends the program.
 * False: without descriptors they stay what they were. */
bool interrupt_ask(void);

/* Whether one has come. */
bool interrupt_asked(void);

/* Sleeps so long, or until one comes. */
void interrupt_wait(int64_t ms);

/* What has been counted so far. */
void interrupt_count(uint64_t first, uint64_t second);

/* A database that is being made and is worth nothing before it is whole: the signals remove it and
 * what SQLite keeps beside it. NULL: there is none (any longer). */
void interrupt_remove(const char *database);

#endif

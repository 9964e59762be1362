/* Ctrl-C in a command that writes: what was kept, and how to go on. */
#ifndef GISA_CLI_INTERRUPT_H
#define GISA_CLI_INTERRUPT_H

/* From now on SIGINT and SIGTERM say this text (a message, without "gisa: ") on standard error and
 * end the program as they would have: to a shell it was ended by the signal. All that is written is
 * safe against that at any moment. text: lives as long as the program. */
void interrupt_say(const char *text);

#endif

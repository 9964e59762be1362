#include "cli/interrupt.h"

#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *said;

/* Only what a signal handler may call: signal-safety(7). */
static void on_signal(int number)
{
    const char *before = isatty(STDERR_FILENO) ? "\ngisa: interrupted; " : "gisa: interrupted; ";
    const struct iovec parts[] = {{(char *)(size_t)before, strlen(before)},
                                  {(char *)(size_t)said, strlen(said)},
                                  {(char *)(size_t) "\n", 1}};
    if (writev(STDERR_FILENO, parts, sizeof parts / sizeof *parts) < 0) _exit(128 + number);
    raise(number); /* SA_RESETHAND: now it ends the program */
}

void interrupt_say(const char *text)
{
    struct sigaction how = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
    static const int numbers[] = {SIGINT, SIGTERM};
    said = text;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction now;
        if (sigaction(numbers[i], NULL, &now) == 0 && now.sa_handler == SIG_IGN) continue;
        sigaction(numbers[i], &how, NULL);
    }
}

#include "cli/interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { COUNTS = 2, FILES = 3 };

static const char *said, *counted;
static atomic_uint_fast64_t counts[COUNTS];
static char doomed[FILES][PATH_MAX];
static atomic_bool armed, asked;
static int wake[2]; /* a pipe: what a signal puts in ends a wait */

typedef struct line {
    char text[400];
    size_t n;
} line;

static void put(line *out, char c)
{
    if (out->n < sizeof out->text) out->text[out->n++] = c;
}

static void put_number(line *out, uint64_t n)
{
    if (n >= 10) put_number(out, n / 10);
    put(out, (char)('0' + n % 10));
}

/* The text with the counts in the places of # and an s in that of % unless the last was one. */
static void put_counted(line *out, const char *text)
{
    uint64_t n = 0;
    for (size_t at = 0; *text; text++) {
        if (*text == '#')
            put_number(out, n = atomic_load(&counts[at++ % COUNTS]));
        else if (*text != '%')
            put(out, *text);
        else if (n != 1)
            put(out, 's');
    }
}

/* Only what a signal handler may call: signal-safety(7). */
static void on_signal(int number)
{
    line out = {.n = 0};
    for (size_t i = 0; i < FILES && atomic_load(&armed); i++) unlink(doomed[i]);
    if (isatty(STDERR_FILENO)) put(&out, '\n');
    put_counted(&out, "gisa: interrupted; ");
    put_counted(&out, counted && atomic_load(&counts[0]) ? counted : said);
    put(&out, '\n');
    if (write(STDERR_FILENO, out.text, out.n) == -1) _exit(128 + number);
    raise(number); /* SA_RESETHAND: now it ends the program */
}

void interrupt_say(const char *text, const char *with_counts)
{
    struct sigaction how = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
    static const int numbers[] = {SIGINT, SIGTERM};
    said = text;
    counted = with_counts;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction now;
        if (sigaction(numbers[i], NULL, &now) == 0 && now.sa_handler == SIG_IGN) continue;
        sigaction(numbers[i], &how, NULL);
    }
}

static void on_request(int number)
{
    (void)number;
    int saved = errno;
    atomic_store(&asked, true);
    if (write(wake[1], "", 1) == -1) errno = saved; /* it is full: somebody asked before */
    errno = saved;
}

bool interrupt_ask(void)
{
    struct sigaction how = {.sa_handler = on_request, .sa_flags = (int)(SA_RESETHAND | SA_RESTART)};
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    if (!wake[1] && pipe(wake) != 0) return false;
    fcntl(wake[1], F_SETFL, O_NONBLOCK);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction now;
        if (sigaction(numbers[i], NULL, &now) == 0 && now.sa_handler == SIG_IGN) continue;
        sigaction(numbers[i], &how, NULL);
    }
    return true;
}

bool interrupt_asked(void)
{
    return atomic_load(&asked);
}

void interrupt_wait(int64_t ms)
{
    struct pollfd end = {.fd = wake[0], .events = POLLIN};
    while (!interrupt_asked() && ms > 0) {
        int64_t part = ms < INT_MAX ? ms : INT_MAX;
        if (poll(&end, 1, (int)part) == 0) ms -= part;
    }
}

void interrupt_count(uint64_t first, uint64_t second)
{
    atomic_store(&counts[0], first);
    atomic_store(&counts[1], second);
}

void interrupt_remove(const char *database)
{
    static const char *const endings[FILES] = {"", "-wal", "-shm"};
    atomic_store(&armed, false);
    if (!database || strlen(database) + sizeof "-wal" > PATH_MAX) return;
    for (size_t i = 0; i < FILES; i++) snprintf(doomed[i], PATH_MAX, "%s%s", database, endings[i]);
    atomic_store(&armed, true);
}

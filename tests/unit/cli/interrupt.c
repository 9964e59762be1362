#include "cli/interrupt.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

typedef struct row {
    const char *name, *said;
    uint64_t pages, articles;
    int number;
    bool ignored, kept; /* the signal; the database, which is in its place by then */
} row;

static const row rows[] = {
    {"before anything was counted", "gisa: interrupted; all is kept\n", 0, 0, SIGINT, false, false},
    {"one is one", "gisa: interrupted; 1 page with 1 article\n", 1, 1, SIGINT, false, true},
    {"more are more", "gisa: interrupted; 1200 pages with 0 articles\n", 1200, 0, SIGTERM, false,
     false},
    {"what nohup ignores stays ignored", "", 3, 3, SIGINT, true, true},
};

/* What a child that is sent the signal writes to standard error, and how it ended. */
static int send_signal(const row *r, const char *db, char said[200])
{
    int ends[2], status = 0;
    if (pipe(ends) != 0) return -1;
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        signal(r->number, r->ignored ? SIG_IGN : SIG_DFL);
        interrupt_say("all is kept", "# page% with # article%");
        if (r->pages) interrupt_count(r->pages, r->articles);
        interrupt_remove(db);
        if (r->kept) interrupt_remove(NULL);
        raise(r->number);
        _exit(7);
    }
    close(ends[1]);
    ssize_t n = read(ends[0], said, 199);
    said[n > 0 ? n : 0] = '\0';
    close(ends[0]);
    waitpid(child, &status, 0);
    return status;
}

static void test_row(const row *r, const char *folder)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-other"};
    char said[200], paths[4][100];
    gisa_error err = {0};
    for (size_t i = 0; i < 4; i++) {
        snprintf(paths[i], sizeof paths[i], "%s/new.db%s", folder, endings[i]);
        gisa_file_write(paths[i], GISA_STR("half"), &err);
    }
    int status = send_signal(r, paths[0], said);
    if (r->ignored)
        OK(WIFEXITED(status) && WEXITSTATUS(status) == 7, r->name);
    else
        OK(WIFSIGNALED(status) && WTERMSIG(status) == r->number, "the signal ends the program");
    SAME_C(gisa_str_from(said), r->said, r->name);
    for (size_t i = 0; i < 3; i++)
        OK(gisa_file_exists(paths[i]) == r->kept, "an unfinished database goes, with its log");
    OK(gisa_file_exists(paths[3]), "and nothing else");
}

/* How a child ends that waits and is sent a signal as often. */
static int ask(int number, int times, int64_t wait_ms)
{
    int status = 0;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        signal(number, SIG_DFL);
        if (!interrupt_ask() || interrupt_asked()) _exit(1);
        for (int i = 0; i < times; i++) raise(number);
        interrupt_wait(wait_ms);
        _exit(interrupt_asked() ? 7 : 8);
    }
    waitpid(child, &status, 0);
    return status;
}

static void test_ask(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < 3; i++) {
        int status = ask(numbers[i], 1, 1000000);
        OK(WIFEXITED(status) && WEXITSTATUS(status) == 7, "a signal ends the wait and is noted");
        status = ask(numbers[i], 2, 0);
        OK(WIFSIGNALED(status) && WTERMSIG(status) == numbers[i], "a second one ends the program");
    }
    int status = ask(SIGINT, 0, 1);
    OK(WIFEXITED(status) && WEXITSTATUS(status) == 8, "without one the wait ends by itself");
}

int main(void)
{
    test_ask();
    char folder[64];
    tiny_folder(folder);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) test_row(&rows[i], folder);
    tiny_remove(folder);
    return test_end();
}

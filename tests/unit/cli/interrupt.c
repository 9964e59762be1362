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

int main(void)
{
    char folder[64];
    tiny_folder(folder);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) test_row(&rows[i], folder);
    tiny_remove(folder);
    return test_end();
}

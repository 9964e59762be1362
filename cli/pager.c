#include "cli/pager.h"

#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/screen.h"

static size_t screen_lines(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0) return SIZE_MAX;
    return size.ws_row;
}

static size_t count_lines(gisa_str text)
{
    size_t n = 0;
    for (size_t i = text.n; i-- > 0;) n += text.p[i] == '\n';
    return n;
}

/* Starts the pager with a pipe for its standard input; *to is our end. False without one. */
static bool start_pager(const char *pager, pid_t *pid, int *to)
{
    char *args[] = {"sh", "-c", (char *)(uintptr_t)pager, NULL};
    posix_spawn_file_actions_t actions;
    int ends[2];
    if (pipe(ends) != 0) return false;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    int code = posix_spawn(pid, "/bin/sh", &actions, NULL, args, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[0]);
    if (code != 0) close(ends[1]);
    *to = ends[1];
    return code == 0;
}

/* Hands the text to the pager; false when there is none. */
static bool run_pager(const char *pager, gisa_str shown)
{
    enum { NO_SUCH_COMMAND = 127 };
    pid_t pid;
    int to, status = 0;
    setenv("LESS", "FRX", 0);
    if (!start_pager(pager, &pid, &to)) return false;
    gisa_fd_write(to, "the pager", shown, NULL); /* leaving it early is fine */
    close(to);
    waitpid(pid, &status, 0);
    return !WIFEXITED(status) || WEXITSTATUS(status) != NO_SUCH_COMMAND;
}

bool cli_page(const cli *c, cli_format form, gisa_buf *out)
{
    const char *pager = getenv("PAGER");
    bool wanted = c->terminal && !c->dumb && (!pager || (*pager && strcmp(pager, "cat") != 0));
    gisa_buf shown = {0};
    if (!wanted || gisa_buf_status(out) < 0 || count_lines(gisa_buf_view(out)) < screen_lines())
        return cli_flush(c, form, out);
    screen_add(c, form, gisa_buf_view(out), &shown);
    bool paged = gisa_buf_status(&shown) >= 0 &&
                 run_pager(pager ? pager : "less", gisa_buf_view(&shown));
    gisa_buf_clear(&shown);
    if (!paged) return cli_flush(c, form, out);
    gisa_buf_reset(out);
    return true;
}

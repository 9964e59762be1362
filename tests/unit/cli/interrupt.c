#include "cli/interrupt.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/test.h"

/* What a child that is sent the signal writes to standard error, and how it ended. */
static int send_signal(int number, bool ignored, char said[200])
{
    int ends[2], status = 0;
    if (pipe(ends) != 0) return -1;
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        signal(number, ignored ? SIG_IGN : SIG_DFL);
        interrupt_say("all is kept");
        raise(number);
        _exit(7);
    }
    close(ends[1]);
    ssize_t n = read(ends[0], said, 199);
    said[n > 0 ? n : 0] = '\0';
    close(ends[0]);
    waitpid(child, &status, 0);
    return status;
}

int main(void)
{
    static const int numbers[] = {SIGINT, SIGTERM};
    char said[200];
    for (size_t i = 0; i < 2; i++) {
        int status = send_signal(numbers[i], false, said);
        OK(WIFSIGNALED(status) && WTERMSIG(status) == numbers[i], "the signal ends the program");
        SAME_C(gisa_str_from(said), "gisa: interrupted; all is kept\n", "after a word");
    }
    int status = send_signal(SIGINT, true, said);
    OK(WIFEXITED(status) && WEXITSTATUS(status) == 7 && !*said, "what nohup ignores stays ignored");
    return test_end();
}

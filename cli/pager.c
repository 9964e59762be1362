#include "cli/pager.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static size_t screen_lines(void)
{
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0) return SIZE_MAX;
    return size.ws_row;
}

static size_t count_lines(gisa_str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) n += text.p[i] == '\n';
    return n;
}

bool cli_page(const cli *c, gisa_buf *out)
{
    const char *pager = getenv("PAGER");
    bool wanted = c->terminal && (!pager || (*pager && strcmp(pager, "cat") != 0));
    if (!wanted || gisa_buf_status(out) < 0 || count_lines(gisa_buf_view(out)) < screen_lines())
        return cli_flush(c, out);
    fflush(stdout);
    setenv("LESS", "FRX", 0);
    FILE *to = popen(pager ? pager : "less", "w");
    if (!to) return cli_flush(c, out);
    fwrite(out->p, 1, out->n, to);
    int code = pclose(to);
    if (code == 127 << 8) return cli_flush(c, out); /* no such pager */
    gisa_buf_reset(out);
    return true;
}

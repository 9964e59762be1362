#include "ingest/fetch/url_list.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/mem.h"
#include "corpus/gzip.h"
#include "corpus/url.h"

enum { CHUNK = 64 << 10 };

struct gisa_url_list {
    char *path;
    int fd;
    gisa_stream *stream;
    size_t line, at, n; /* what is left of the chunk begins at `at` */
    bool ended;
    gisa_buf text, url; /* of the line at hand */
    char chunk[CHUNK];
};

static gisa_status open_file(const char *path, int *fd, gisa_error *err)
{
    struct stat info;
    *fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (*fd == -1) return gisa_fail(err, GISA_EIO, "%s: %s", path, strerrordesc_np(errno));
    if (fstat(*fd, &info) == 0 && S_ISREG(info.st_mode)) return GISA_OK;
    close(*fd);
    *fd = -1;
    return gisa_fail(err, GISA_EIO, "%s: is no file", path);
}

gisa_status gisa_url_list_open(const char *path, gisa_url_list **out, gisa_error *err)
{
    gisa_url_list *l = gisa_calloc(1, sizeof *l);
    if (!l) return gisa_fail_mem(err);
    l->fd = -1;
    l->path = gisa_strdup(path);
    l->text = gisa_buf_make(GISA_URL_MAX + 1);
    gisa_status st = l->path ? open_file(path, &l->fd, err) : gisa_fail_mem(err);
    if (st >= 0) st = gisa_stream_open(l->fd, l->path, 0, &l->stream, err);
    if (st < 0) {
        gisa_url_list_close(l);
        return st;
    }
    *out = l;
    return GISA_OK;
}

void gisa_url_list_close(gisa_url_list *l)
{
    if (!l) return;
    gisa_stream_close(l->stream);
    if (l->fd != -1) close(l->fd);
    gisa_buf_clear(&l->text);
    gisa_buf_clear(&l->url);
    gisa_free(l->path);
    gisa_free(l);
}

static gisa_status fill(gisa_url_list *l, gisa_error *err)
{
    gisa_status st = gisa_stream_read(l->stream, l->chunk, sizeof l->chunk, &l->n, err);
    if (st == GISA_SKIP) st = gisa_fail(err, GISA_ECORRUPT, "%s: is cut off", l->path);
    l->at = 0;
    l->ended = st >= 0 && l->n == 0;
    return st;
}

/* A line without its end, of which no more than the buffer's ceiling is kept. GISA_END: none. */
static gisa_status read_line(gisa_url_list *l, gisa_error *err)
{
    bool any = false;
    gisa_status st = GISA_OK;
    gisa_buf_reset(&l->text);
    for (bool done = false; !done;) {
        if (l->at == l->n && (l->ended || (st = fill(l, err)) < 0 || l->ended)) break;
        gisa_str rest = {l->chunk + l->at, l->n - l->at};
        size_t end = gisa_str_find_byte(rest, '\n', 0);
        done = end != GISA_NPOS;
        gisa_str part = gisa_str_cut(rest, 0, end);
        gisa_buf_add(&l->text, gisa_str_cut(part, 0, GISA_URL_MAX + 1 - l->text.n));
        l->at += part.n + done;
        any = true;
    }
    if (st < 0) return st;
    l->line++;
    return any ? gisa_buf_check(&l->text, "a line", err) : GISA_END;
}

gisa_status gisa_url_list_next(gisa_url_list *l, gisa_str *url, size_t *line, gisa_error *err)
{
    gisa_error why;
    gisa_status st;
    gisa_str text = GISA_NONE;
    *url = GISA_NONE;
    do {
        if ((st = read_line(l, err)) != GISA_OK) return st;
        text = gisa_buf_view(&l->text);
        if (l->line == 1 && gisa_str_starts(text, GISA_STR("\xEF\xBB\xBF")))
            text = gisa_str_cut(text, 3, text.n);
        text = gisa_str_trim(text);
    } while (!text.n || text.p[0] == '#');
    *line = l->line;
    st = gisa_url_resolve(GISA_NONE, text, &l->url, &why);
    if (st == GISA_SKIP)
        return gisa_fail(err, GISA_SKIP, "no http or https address: %.*s",
                         GISA_ARG(gisa_str_cut(text, 0, 60)));
    if (st < 0) return gisa_fail_mem(err);
    *url = gisa_buf_view(&l->url);
    return GISA_OK;
}

gisa_status gisa_url_list_hash(const char *path, uint64_t *hash, gisa_error *err)
{
    int fd;
    ssize_t n = 0;
    *hash = 1;
    gisa_status st = open_file(path, &fd, err);
    char *chunk = st >= 0 ? gisa_malloc(CHUNK) : NULL;
    if (st >= 0 && !chunk) st = gisa_fail_mem(err);
    while (st >= 0 && (n = read(fd, chunk, CHUNK)) > 0)
        *hash = gisa_hash64((gisa_str){chunk, (size_t)n}, *hash);
    if (st >= 0 && n < 0) st = gisa_fail(err, GISA_EIO, "%s: %s", path, strerrordesc_np(errno));
    gisa_free(chunk);
    if (fd != -1) close(fd);
    return st;
}

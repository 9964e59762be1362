/* A page to an article: extract PAGE.html [URL] prints it as a line of JSON. */
#include <stdio.h>

#include "gisa.h"

static gisa_status read_all(const char *path, gisa_buf *out)
{
    char bytes[4096];
    size_t n;
    FILE *file = fopen(path, "rb");
    if (!file) return GISA_EIO;
    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0) {
        gisa_str part = {bytes, n};
        gisa_buf_add(out, part);
    }
    fclose(file);
    return gisa_buf_check(out, "the page", NULL);
}

int main(int argc, char **argv)
{
    gisa_extractor *extractor = NULL; /* what all threads share */
    gisa_extract_work *work = NULL;   /* what a thread has to itself */
    gisa_article article = {0};
    gisa_buf page = {0}, json = {0};
    gisa_error err = {0};
    gisa_extract_opts opts = {.url = gisa_str_from(argc > 2 ? argv[2] : NULL)};
    gisa_status st = argc > 1 ? read_all(argv[1], &page) : GISA_EINVAL;
    if (st >= 0) st = gisa_extractor_open(&extractor, &err);
    if (st >= 0) st = gisa_extract_work_open(extractor, &work, &err);
    if (st >= 0) st = gisa_extract(work, gisa_buf_view(&page), &opts, &article, &err);
    if (st == GISA_OK) {
        gisa_article_format(&article, &json);
        printf("%.*s\n", GISA_ARG(gisa_buf_view(&json)));
    } else {
        fprintf(stderr, "%s: %s\n", argc > 1 ? argv[1] : "no page", err.text);
    }
    gisa_buf_clear(&json);
    gisa_buf_clear(&page);
    gisa_article_clear(&article);
    gisa_extract_work_close(work);
    gisa_extractor_close(extractor);
    return st != GISA_OK;
}

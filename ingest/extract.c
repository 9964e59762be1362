#include "ingest/extract.h"

#include "base/mem.h"
#include "ingest/decode.h"

struct gisa_extractor {
    int unused;
};

struct gisa_extract_work {
    const gisa_extractor *x;
    gisa_buf text;
};

enum { MAX_TEXT = 64 << 20 };

gisa_status gisa_extractor_open(gisa_extractor **out, gisa_error *err)
{
    *out = gisa_calloc(1, sizeof **out);
    return *out ? GISA_OK : gisa_fail_mem(err);
}

void gisa_extractor_close(gisa_extractor *x)
{
    gisa_free(x);
}

gisa_status gisa_extract_work_open(const gisa_extractor *x, gisa_extract_work **out,
                                   gisa_error *err)
{
    *out = gisa_calloc(1, sizeof **out);
    if (!*out) return gisa_fail_mem(err);
    (*out)->x = x;
    (*out)->text = gisa_buf_make(MAX_TEXT);
    return GISA_OK;
}

void gisa_extract_work_close(gisa_extract_work *work)
{
    if (!work) return;
    gisa_buf_clear(&work->text);
    gisa_free(work);
}

gisa_format gisa_format_guess(gisa_str bytes, const char *name)
{
    gisa_str n = gisa_str_from(name), head = gisa_str_trim(gisa_str_cut(bytes, 0, 4096));
    if (gisa_str_starts(bytes, GISA_STR("WARC/")) || gisa_str_ends(n, GISA_STR(".warc.gz")) ||
        gisa_str_ends(n, GISA_STR(".warc")))
        return GISA_FORMAT_WARC;
    if (gisa_str_starts(head, GISA_STR("{"))) return GISA_FORMAT_JSONL;
    static const char *const marks[] = {"<!doctype", "<html", "<head", "<body", "<meta", "<div"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (gisa_str_find_nocase(head, gisa_str_from(marks[i]), 0) != GISA_NPOS)
            return GISA_FORMAT_HTML;
    return GISA_FORMAT_TEXT;
}

gisa_status gisa_extract(gisa_extract_work *work, gisa_str bytes, const gisa_extract_opts *opts,
                         gisa_article *out, gisa_error *err)
{
    gisa_status st;
    gisa_article_clear(out);
    gisa_format format = opts->format ? opts->format : gisa_format_guess(bytes, NULL);
    if (format == GISA_FORMAT_JSONL) return gisa_article_parse(bytes, out, err);
    gisa_buf_reset(&work->text);
    if ((st = gisa_decode(bytes, opts->content_type, &work->text, NULL, err)) < 0) return st;
    gisa_str rest = gisa_buf_view(&work->text), line;
    while (gisa_str_next_line(&rest, &line)) {
        line = gisa_str_trim(line);
        if (!line.n) continue;
        if (!out->title.p)
            st = gisa_article_set(out, &out->title, line);
        else if (!out->body.p)
            st = gisa_article_set(out, &out->body, line);
        if (st < 0) return gisa_fail_mem(err);
    }
    if (!out->title.n) return gisa_fail(err, GISA_SKIP, "an empty file");
    return gisa_article_identify(out, err);
}

/* From a page to an article: the whole of extraction behind one call.
 *
 *     gisa_extractor_open(&extractor, &err);                        once
 *     gisa_extract_work_open(extractor, &work, &err);               one a thread
 *     gisa_extract(work, bytes, &opts, &article, &err);             for each page
 *
 * An extractor holds what is the same for all pages (site profiles, patterns): any
 * number of threads share one. A workspace and an article belong to one thread at a time. */
#ifndef GISA_EXTRACT_H
#define GISA_EXTRACT_H

#include "gisa/article.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gisa_extractor gisa_extractor;
typedef struct gisa_extract_work gisa_extract_work;

typedef enum gisa_format {
    GISA_FORMAT_AUTO = 0,
    GISA_FORMAT_HTML,
    GISA_FORMAT_TEXT,  /* flattened pages, Markdown */
    GISA_FORMAT_JSONL, /* one article; the caller splits lines */
    GISA_FORMAT_WARC,  /* the caller reads the archive; gisa_extract refuses it */
    GISA_FORMAT_CSV,   /* a row that names columns and one of an article; the caller splits rows */
} gisa_format;

typedef enum gisa_extract_mode {
    GISA_MODE_CORPUS = 0, /* clean text for analysis */
    GISA_MODE_FAITHFUL, /* all that the editor printed in the article: bylines, captions, notices */
} gisa_extract_mode;

/* What became of one block of text, and which rule decided. */
typedef struct gisa_explained {
    gisa_str text;    /* borrowed for the call */
    const char *rule; /* "byline", "link list", "paragraph", … */
    bool kept;
} gisa_explained;

typedef struct gisa_explain {
    void (*put)(void *ctx, const gisa_explained *block);
    void *ctx;
} gisa_explain;

typedef struct gisa_extract_opts {
    gisa_str url;          /* where the page was fetched, or GISA_NONE */
    gisa_str content_type; /* of the HTTP header, or GISA_NONE */
    gisa_str source;       /* becomes article.source: an URL or a file name */
    gisa_str profile;      /* name of a site profile to use whatever the host; GISA_NONE: by host */
    gisa_format format;    /* AUTO: gisa_format_guess */
    gisa_extract_mode mode;
    const gisa_explain *explain; /* NULL: nobody asks */
    size_t min_body_chars;       /* shorter bodies are no article; 0: 40 */
    gisa_article_notes *notes;   /* what was cut or not read is added; NULL: nobody asks */
} gisa_extract_opts;

/* Opens the profiles that ship with the program. Closed by gisa_extractor_close, after the last
 * workspace. Also sets libxml2 up, so the first call belongs before the threads that will extract.
 *
 * Errors: GISA_ENOMEM; GISA_EINVAL for a profile that does not parse, with its name and line. */
GISA_API gisa_status gisa_extractor_open(gisa_extractor **out, gisa_error *err);
GISA_API void gisa_extractor_close(gisa_extractor *x);

/* Room for one page at a time; keeps its memory between pages. */
GISA_API gisa_status gisa_extract_work_open(const gisa_extractor *x, gisa_extract_work **out,
                                            gisa_error *err);
GISA_API void gisa_extract_work_close(gisa_extract_work *work);

/* Extracts one page into *out, which is cleared first and belongs to the caller. The same input
 * gives the same article.
 *
 * Returns: GISA_OK; GISA_SKIP with the reason in err->text ("an image (JPEG), not a page", "an
 * index page: mostly links", …) and *out without id and body, but with the title, the day and the
 * authors that a page without an article, or a crawler's head above text, may have. Errors:
 * GISA_ENOMEM; GISA_EINVAL for a JSONL line or a CSV row that is no article, for CSV of more than
 * one, or for WARC. */
GISA_API gisa_status gisa_extract(gisa_extract_work *work, gisa_str bytes,
                                  const gisa_extract_opts *opts, gisa_article *out,
                                  gisa_error *err);

/* The format that the first bytes (64 KB are enough), decoded, and the file's name (may be NULL)
 * speak of; never AUTO. Whether they are text at all is not asked here. */
GISA_API gisa_format gisa_format_guess(gisa_str bytes, const char *name);

#ifdef __cplusplus
}
#endif

#endif

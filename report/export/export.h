/* The corpus for researchers: a folder of tables with a datasheet and a manifest, citable, aware of
 * rights, and the same to the byte for the same corpus, whatever the threads.
 *
 *     articles.jsonl or .csv  metadata, rights, counts, keywords; the texts only when asked for
 *     entities.csv quotes.csv dates.csv figures.csv   spans in code points of title + "\n" + body
 *     README.txt manifest.json
 *
 * The folder appears whole or not at all: it is written beside its place and renamed. */
#ifndef GISA_REPORT_EXPORT_EXPORT_H
#define GISA_REPORT_EXPORT_EXPORT_H

#include "base/hash.h"
#include "base/log.h"
#include "corpus/tokenizer.h"
#include "index/store/store.h"

typedef enum gisa_export_format { GISA_EXPORT_JSONL, GISA_EXPORT_CSV } gisa_export_format;

typedef struct gisa_export_opts {
    const char *dir;
    gisa_str query; /* gisa-query(7): what matches all its words; GISA_NONE: everything */
    bool exact;
    gisa_export_format format;
    bool full_text;          /* bodies, decks, captions, quotes' words, e-mail addresses */
    bool include_restricted; /* with full_text: articles whose rights prohibit redistribution too */
    bool force;              /* replace an export that is there */
    gisa_tokenizer tokenizer; /* {0}: no token counts, no keywords */
    unsigned threads;         /* 0: 1 */
    const char *version;      /* of gisa, for the datasheet */
    void (*progress)(void *ctx, uint64_t done, uint64_t total); /* may be NULL */
    void *progress_ctx;
} gisa_export_opts;

enum { GISA_RIGHT_UNKNOWN, GISA_RIGHT_ALLOWED, GISA_RIGHT_PROHIBITED, GISA_RIGHT_COUNT };

typedef struct gisa_export_result {
    uint64_t articles; /* written */
    uint64_t withheld; /* left out because their rights prohibit redistribution */
    uint64_t rights[GISA_RIGHT_COUNT][GISA_RIGHT_COUNT]; /* redistribution, AI training; written */
    uint64_t entities, quotes, dates, figures, copies, undated, outlets;
    char first[32], last[32]; /* publication of the first and the last dated article, or "" */
    char digest[GISA_SHA256_HEX + 1]; /* SHA-256 of "id TAB version digest LF", sorted */
} gisa_export_result;

/* Writes the export.
 *
 * Returns: GISA_OK, GISA_END when nothing matches (nothing is then written).
 * Errors:  GISA_EINVAL (the folder is there and not ours to replace), GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_export_run(gisa_store *s, const gisa_export_opts *opts, gisa_export_result *out,
                            gisa_error *err);

#endif

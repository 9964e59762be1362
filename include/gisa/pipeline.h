/* From captures to rows: capture → decode → extract → article → annotate → store.
 *
 * Captures come from the archive or are put into it first; several threads analyse; one writer
 * commits batches in the order of the captures, so that the same captures give the same rows,
 * whatever the number of threads. After a kill at any point the next run goes on where the last
 * commit was.
 *
 * A pipeline and a reader belong to one thread at a time; a program may have several. Nothing is
 * printed: events say what happens, on the thread that called, in the order of the captures. */
#ifndef GISA_PIPELINE_H
#define GISA_PIPELINE_H

#include "gisa/analyze.h"
#include "gisa/archive.h"
#include "gisa/extract.h"
#include "gisa/stopword.h"
#include "gisa/store.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gisa_capture_source {
    /* The next capture, borrowed until the next call.
     *
     * Returns: GISA_OK, GISA_SKIP (an unusable item, err says why; call again), GISA_END. */
    gisa_status (*next)(void *ctx, gisa_capture *out, gisa_error *err);
    void *ctx;
} gisa_capture_source;

/* What was left out, of articles that were stored and of earlier ones. */
typedef struct gisa_learning_report {
    uint64_t lines, articles, taught;
} gisa_learning_report;

typedef enum gisa_edition_relation {
    GISA_EDITION_SAME,
    GISA_EDITION_UNKNOWN, /* the database does not say which analyser indexed it */
    GISA_EDITION_OTHER,
    GISA_EDITION_OTHER_NAMES, /* this analyser did, with other names or words of the user's */
} gisa_edition_relation;

typedef enum gisa_pipeline_warning {
    GISA_WARN_TORN_ARCHIVE,    /* an unfinished last record was cut off */
    GISA_WARN_BAD_RECORD,      /* a record of the archive is unusable */
    GISA_WARN_UNREADABLE,      /* an item of the source is unusable; counted in report.failed */
    GISA_WARN_UNKNOWN_EDITION, /* the database does not say which analyser indexed it */
    GISA_WARN_OWN_ARCHIVE,     /* files to import that are the archive itself are left out */
    GISA_WARN_SEARCHES_LOST,   /* a rebuild could not read the saved searches */
    GISA_WARN_NOTES,           /* fields that were cut, dates that were not read: the first few */
    GISA_WARN_COLUMNS,         /* columns of a CSV file that no field takes */
    GISA_WARN_PASSED_OVER,     /* files of folders that are no pages: how many of which kind */
    GISA_WARN_SALVAGED,        /* a rebuild made a damaged archive whole */
    GISA_WARN_OWN_WORDS,       /* what a user should know of their own words: lines */
} gisa_pipeline_warning;

typedef struct gisa_pipeline_events { /* each may be NULL */
    void (*warning)(void *ctx, gisa_pipeline_warning kind, gisa_str text);

    /* A page without an article. */
    void (*skipped)(void *ctx, gisa_str uri, gisa_str reason);

    /* After each capture; done: of this run, from 1. */
    void (*progress)(void *ctx, uint64_t done);

    /* A rebuild begins to write a new database there; NULL: it is in its place, or gone. */
    void (*making)(void *ctx, const char *database);
    void *ctx;
} gisa_pipeline_events;

/* The files in which a user says what words are; NULL: there is none. Each is owned. */
typedef struct gisa_own_files {
    char *names;    /* beside the database, whether it is there or not */
    char *words;    /* words.tsv: of the index, so a change wants a rebuild */
    char *synonyms; /* synonyms.tsv: of queries */
    char *stop;     /* stop.tsv: what reports leave out */
} gisa_own_files;

typedef struct gisa_pipeline_opts {
    const char *archive_path; /* NULL: gisa_pipeline_archive_path */
    const char *lexicon; /* a file of words, or a folder of the user's own files; NULL: those of the
                            database's folder and of the user's configuration */
    const gisa_own_files *own; /* instead of that: files that were found before; NULL: none were */
    unsigned threads;          /* that analyse; 0: as many as there are cores */
    gisa_pipeline_events events;
} gisa_pipeline_opts;

typedef struct gisa_import_opts {
    gisa_format format;   /* of files; GISA_FORMAT_AUTO: by name and content */
    bool keep_duplicates; /* also payloads that the archive holds already */
    bool no_learn;        /* these stand aside from learning the recurring lines of sites */
    bool reserved;        /* also what its archive keeps aside, as its use is reserved */
    const char *columns;  /* of CSV: "title=제목,body=내용", beside the names that are known */
} gisa_import_opts;

/* What runs did; added to by each. Times are nanoseconds, summed over the threads. */
typedef struct gisa_pipeline_report {
    uint64_t captures, added, same, changed, skipped, known, failed;
    uint64_t cut, undated; /* articles with fields that were cut, or dates that were not read */
    uint64_t bytes_in, bytes_kept; /* of pages that became articles: text in, title and body out */
    uint64_t searches_kept;        /* saved searches, by a rebuild */
    gisa_learning_report learned;
    gisa_map reasons; /* why captures were skipped → how often */
    gisa_map passed;  /* what is no page, "images", "HTTP status 404" → how many */
    uint64_t archive_ns, extract_ns, annotate_ns, terms_ns, store_ns;
} gisa_pipeline_report;

GISA_API void gisa_pipeline_report_clear(gisa_pipeline_report *report);

typedef struct gisa_pipeline gisa_pipeline;

/* Opens extractor, analyser and database (made when it is not there).
 *
 * opts:   NULL means the defaults; the strings are copied.
 * Errors: those of the three. */
GISA_API gisa_status gisa_pipeline_open(const char *database, const gisa_pipeline_opts *opts,
                                        gisa_pipeline **out, gisa_error *err);
GISA_API void gisa_pipeline_close(gisa_pipeline *p); /* NULL is fine */

/* Archives what a source gives and stores the articles it holds, after what gisa_pipeline_catch_up
 * does.
 *
 * opts:   NULL means the defaults; the format is the source's affair.
 * Errors: those of archive and store; what was committed stays. */
GISA_API gisa_status gisa_pipeline_import_source(gisa_pipeline *p,
                                                 const gisa_capture_source *source,
                                                 const gisa_import_opts *opts,
                                                 gisa_pipeline_report *report, gisa_error *err);

/* The same for files: pages, flattened text, articles as JSON or CSV, WARC, each also gzipped; a
 * folder gives the pages below it (pipeline/input_files.h), "-" is standard input. What each is is
 * seen from its content. A file that cannot be read or is none of these, and a row of CSV that has
 * not the columns of its head, is a warning and counted in report.failed. */
GISA_API gisa_status gisa_pipeline_import_files(gisa_pipeline *p, const char *const *paths,
                                                size_t n_paths, const gisa_import_opts *opts,
                                                gisa_pipeline_report *report, gisa_error *err);

/* The same for one capture in memory: its uri, content_type and payload; fetched_utc 0 means now.
 * Each call commits, so many captures are better given by a source. */
GISA_API gisa_status gisa_pipeline_import_capture(gisa_pipeline *p, const gisa_capture *capture,
                                                  const gisa_import_opts *opts,
                                                  gisa_pipeline_report *report, gisa_error *err);

/* Stores what the archive holds beyond what the database has of it. Errors: those of archive and
 * store; GISA_EINVAL when another analyser indexed the database. */
GISA_API gisa_status gisa_pipeline_catch_up(gisa_pipeline *p, gisa_pipeline_report *report,
                                            gisa_error *err);

/* Builds a new database beside the old one, which it replaces only when it is whole, so that a
 * rebuild may be interrupted. Saved searches are in no archive and are copied; when the old
 * database cannot be read any more, the rebuild goes on without them, with a warning.
 *
 * Errors: GISA_ENOTFOUND (no archive), GISA_EBUSY (somebody writes to it), and those of the
 *         pipeline; the old database is untouched then. */
GISA_API gisa_status gisa_pipeline_rebuild(const char *database, const gisa_pipeline_opts *opts,
                                           gisa_pipeline_report *report, gisa_error *err);

typedef struct gisa_reader { /* {0} is closed */
    gisa_analyzer *analyzer;
    gisa_tokenizer tokenizer;
    gisa_store *store;
    gisa_own_files own;            /* the user's own names and words */
    gisa_edition_relation edition; /* GISA_EDITION_OTHER and OTHER_NAMES: words may be missed */
} gisa_reader;

/* Opens the database at a path. gisa_reader_close afterwards, also when it fails.
 *
 * lexicon: as in gisa_pipeline_opts; NULL: the files of the database's folder and the user's.
 * Errors:  GISA_ENOTFOUND (no database there, no such lexicon), GISA_EINVAL (a database of an older
 *          gisa, which only a writer brings up to date; a bad line of the user's), and the store's
 *          others. */
GISA_API gisa_status gisa_reader_open(const char *path, const char *lexicon, gisa_reader *r,
                                      gisa_error *err);
GISA_API void gisa_reader_close(gisa_reader *r);

#ifdef __cplusplus
}
#endif

#endif

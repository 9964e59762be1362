#include "pipeline/pipeline.h"

#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/time.h"
#include "nlp/own_lexicon.h"
#include "pipeline/archive_claim.h"
#include "pipeline/capture_run.h"
#include "pipeline/edition_check.h"
#include "pipeline/input_files.h"
#include "pipeline/intake.h"
#include "pipeline/own_files.h"
#include "pipeline/pipeline_events.h"

char *gisa_pipeline_archive_path(const char *database, gisa_error *err)
{
    gisa_str path = gisa_str_from(database);
    gisa_buf out = {0};
    if (gisa_str_ends(path, GISA_STR(".db"))) path.n -= 3;
    gisa_buf_add(&out, path);
    gisa_buf_add_c(&out, ".warc.gz");
    if (gisa_buf_check(&out, "a path", err) < 0) gisa_buf_clear(&out);
    return out.p;
}

static unsigned cores(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? (unsigned)n : 1; /* mutate: equivalent, it is never 0 */
}

static gisa_status open_parts(gisa_pipeline *p, const char *database,
                              const gisa_pipeline_opts *opts, gisa_error *err)
{
    const gisa_analyzer_opts how = {.isolated_words = true};
    gisa_own_files own = {0};
    p->events = opts->events;
    p->threads = opts->threads ? opts->threads : cores();
    p->archive_path = opts->archive_path ? gisa_strdup(opts->archive_path)
                                         : gisa_pipeline_archive_path(database, err);
    gisa_status st = p->archive_path ? GISA_OK : gisa_fail_mem(err);
    if (st >= 0 && !opts->own) st = gisa_own_files_find(database, opts->lexicon, &own, err);
    if (st >= 0) st = gisa_extractor_open(&p->extractor, err);
    if (st >= 0) st = gisa_own_files_open(opts->own ? opts->own : &own, &how, &p->analyzer, err);
    gisa_own_files_clear(&own);
    if (st < 0) return st;
    gisa_str notes = gisa_analyzer_own_notes(p->analyzer);
    if (notes.n && p->events.warning) p->events.warning(p->events.ctx, GISA_WARN_OWN_WORDS, notes);
    gisa_store_opts store = {.tokenizer = gisa_analyzer_tokenizer(p->analyzer)};
    return gisa_store_open(database, &store, &p->store, err);
}

gisa_status gisa_pipeline_open(const char *database, const gisa_pipeline_opts *opts,
                               gisa_pipeline **out, gisa_error *err)
{
    gisa_pipeline *p = gisa_calloc(1, sizeof *p);
    if (!p) return gisa_fail_mem(err);
    gisa_status st = open_parts(p, database, opts ? opts : &(gisa_pipeline_opts){0}, err);
    if (st < 0) {
        gisa_pipeline_close(p);
        return st;
    }
    *out = p;
    return GISA_OK;
}

void gisa_pipeline_close(gisa_pipeline *p)
{
    if (!p) return;
    gisa_learning_close(&p->learning);
    gisa_archive_close(p->archive);
    gisa_store_close(p->store);
    gisa_analyzer_close(p->analyzer);
    gisa_extractor_close(p->extractor);
    gisa_free(p->archive_path);
    gisa_free(p);
}

/* Makes sure once that the file at the archive's place is this database's. */
static gisa_status claim(gisa_pipeline *p, gisa_error *err)
{
    if (p->archive_id[0]) return GISA_OK;
    gisa_status st = gisa_archive_claim(p->store, p->archive_path, p->archive_id, err);
    if (st < 0) p->archive_id[0] = '\0';
    return st;
}

static gisa_status note_damage(gisa_status st, gisa_error *err)
{
    if (st == GISA_ECORRUPT && err && err->cause == GISA_CAUSE_NONE)
        err->cause = GISA_CAUSE_DAMAGED_ARCHIVE;
    return st;
}

gisa_status gisa_pipeline_archive(gisa_pipeline *p, gisa_archive **out, gisa_error *err)
{
    uint64_t cut = 0, mark = 0;
    gisa_status st = claim(p, err);
    if (st >= 0) st = gisa_store_archive_mark(p->store, &mark, err);
    if (st >= 0 && !p->archive)
        st = note_damage(
            gisa_archive_open_as(p->archive_path, p->archive_id, mark, &p->archive, &cut, err),
            err);
    if (st >= 0 && cut)
        gisa_pipeline_warn(&p->events, GISA_WARN_TORN_ARCHIVE,
                           "%s: %" PRIu64 " bytes of an unfinished last record were cut off",
                           p->archive_path, cut);
    *out = p->archive;
    return st;
}

gisa_status gisa_capture_run_ready(gisa_pipeline *p, uint64_t *mark, gisa_error *err)
{
    gisa_edition_relation edition;
    const gisa_tokenizer tokenizer = gisa_analyzer_tokenizer(p->analyzer);
    gisa_status st = gisa_edition_claim(p->store, &tokenizer, &edition, err);
    if (st >= 0 && edition == GISA_EDITION_UNKNOWN && !p->edition_told) {
        p->edition_told = true;
        gisa_pipeline_warn(&p->events, GISA_WARN_UNKNOWN_EDITION,
                           "this database does not say which analyser indexed it");
    }
    if (st >= 0) st = gisa_store_archive_mark(p->store, mark, err);
    if (st < 0) return st;
    return gisa_file_exists(p->archive_path) ? claim(p, err) : GISA_SKIP;
}

gisa_status gisa_pipeline_catch_up(gisa_pipeline *p, gisa_pipeline_report *report, gisa_error *err)
{
    uint64_t mark = 0;
    gisa_status st = gisa_capture_run_ready(p, &mark, err);
    if (st != GISA_OK) return st < 0 ? st : GISA_OK;
    return note_damage(gisa_capture_run_archived(p, mark, report, err), err);
}

gisa_status gisa_pipeline_import_source(gisa_pipeline *p, const gisa_capture_source *source,
                                        const gisa_import_opts *opts, gisa_pipeline_report *report,
                                        gisa_error *err)
{
    gisa_archive *archive;
    gisa_status st = gisa_pipeline_archive(p, &archive, err);
    if (st >= 0) st = gisa_pipeline_catch_up(p, report, err);
    if (st < 0) return st;
    return gisa_capture_run_source(p, source, opts ? opts : &(gisa_import_opts){0}, report, err);
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

/* What is in a pipe can be read once only. */
static bool is_copy(const gisa_pipeline *p, const char *path)
{
    gisa_archive_origin o;
    gisa_error ignored;
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode)) return false;
    return gisa_str_ends(gisa_str_from(path), GISA_STR(".gz")) &&
           gisa_archive_origin_read(path, &o, &ignored) >= 0 && strcmp(o.id, p->archive_id) == 0;
}

/* Leaves the archive itself out, which would grow while it is read, and copies of it, whose
 * captures are known, unless what they keep aside is wanted. */
static void leave_out_archive(const gisa_pipeline *p, bool reserved, gisa_input_files *files)
{
    size_t kept = 0;
    for (size_t i = 0; i < files->n; i++) {
        char *path = files->paths[i];
        bool own = is_same_file(path, p->archive_path);
        if (!own && (reserved || !is_copy(p, path))) {
            files->paths[kept++] = path;
            continue;
        }
        gisa_pipeline_warn(&p->events, GISA_WARN_OWN_ARCHIVE,
                           own ? "%s: left out: it is the archive that captures are added to"
                               : "%s: left out: it is a copy of this database's own archive",
                           path);
        gisa_free(path);
    }
    files->n = kept;
}

/* Says what kinds of files the folders hold besides pages. */
static void say_passed_over(const gisa_pipeline *p, const gisa_input_files *files)
{
    gisa_buf text = {0};
    gisa_input_files_add_passed(files, &text);
    if (text.n && gisa_buf_status(&text) >= 0)
        gisa_pipeline_warn(&p->events, GISA_WARN_PASSED_OVER, "passed over in folders: %s", text.p);
    gisa_buf_clear(&text);
}

gisa_status gisa_pipeline_import_files(gisa_pipeline *p, const char *const *paths, size_t n_paths,
                                       const gisa_import_opts *opts, gisa_pipeline_report *report,
                                       gisa_error *err)
{
    gisa_archive *archive;
    gisa_input_files files = {0};
    const gisa_import_opts how = opts ? *opts : (gisa_import_opts){0};
    gisa_status st = gisa_input_files_add(&files, paths, n_paths, err);
    if (st >= 0) st = gisa_pipeline_archive(p, &archive, err);
    if (st >= 0) leave_out_archive(p, how.reserved, &files);
    if (st >= 0) say_passed_over(p, &files);
    gisa_intake in = {.paths = files.paths,
                      .n_paths = files.n,
                      .format = how.format,
                      .columns = how.columns,
                      .events = &p->events,
                      .passed = &report->passed};
    const gisa_capture_source source = gisa_intake_source(&in);
    if (st >= 0) st = gisa_pipeline_import_source(p, &source, &how, report, err);
    gisa_intake_clear(&in);
    gisa_input_files_clear(&files);
    return st;
}

typedef struct one_capture {
    gisa_capture capture;
    bool given;
} one_capture;

static gisa_status give_once(void *ctx, gisa_capture *out, gisa_error *err)
{
    one_capture *one = ctx;
    (void)err;
    if (one->given) return GISA_END;
    one->given = true;
    *out = one->capture;
    return GISA_OK;
}

gisa_status gisa_pipeline_import_capture(gisa_pipeline *p, const gisa_capture *capture,
                                         const gisa_import_opts *opts, gisa_pipeline_report *report,
                                         gisa_error *err)
{
    one_capture one = {.capture = *capture};
    const gisa_capture_source source = {give_once, &one};
    if (!one.capture.fetched_utc) one.capture.fetched_utc = gisa_now_utc();
    return gisa_pipeline_import_source(p, &source, opts, report, err);
}

void gisa_pipeline_report_clear(gisa_pipeline_report *report)
{
    gisa_map_clear(&report->reasons);
    gisa_map_clear(&report->passed);
    *report = (gisa_pipeline_report){0};
}

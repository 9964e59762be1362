/* Articles are read one after another, their words are counted and their rows written by several
 * threads, and the rows go to the files in the order they were read (base/pool.h). */
#include "report/export/export.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/pool.h"
#include "corpus/manifest.h"
#include "index/query/query.h"
#include "report/export/export_folder.h"
#include "report/export/export_inside.h"

#define WINDOW      64
#define THREADS_MAX 64

typedef struct known { /* an article that was exported */
    int64_t row;
    uint32_t version;
    gisa_str id;
    char digest[GISA_SHA256_HEX + 1];
} known;

typedef struct run {
    const gisa_export_opts *o;
    gisa_export_result *result;
    gisa_articles *articles;
    gisa_vocabulary vocabulary;
    void *workspaces[THREADS_MAX];
    gisa_export_item *idle; /* for reuse */
    gisa_folder folder;
    gisa_arena arena;
    known *known; /* in row order */
    size_t n_known, known_cap;
    gisa_map outlets; /* name → articles */
    uint64_t done;
} run;

static void item_close(gisa_export_item *item)
{
    if (!item) return;
    gisa_stored_clear(&item->stored);
    gisa_export_words_clear(&item->words);
    for (int t = 0; t < GISA_TABLE_COUNT; t++) gisa_buf_clear(&item->rows[t]);
    gisa_free(item);
}

static const known *find_row(const run *r, int64_t row)
{
    size_t low = 0, high = r->n_known;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (r->known[middle].row == row) return &r->known[middle];
        if (r->known[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static gisa_status remember(run *r, gisa_export_item *item, gisa_error *err)
{
    const gisa_stored *a = &item->stored;
    const known *source = a->copy_of ? find_row(r, a->copy_of) : NULL;
    item->copy_of = source ? source->id : GISA_NONE;
    if (GISA_ARENA_GROW(&r->arena, r->known, r->n_known, r->known_cap) < 0)
        return gisa_fail_mem(err);
    known *k = &r->known[r->n_known];
    *k = (known){.row = a->row, .version = a->version};
    if (a->digest.n == GISA_SHA256_HEX) memcpy(k->digest, a->digest.p, GISA_SHA256_HEX);
    char id[GISA_EXPORT_ID_CHARS];
    if (gisa_arena_copy(&r->arena, gisa_export_id(a->record.article.id, id), &k->id) < 0)
        return gisa_fail_mem(err);
    r->n_known++;
    return GISA_OK;
}

/* Whether an article stays out of a full text for its rights; it is counted then. */
static bool withheld(run *r, const gisa_article *a)
{
    const gisa_export_opts *o = r->o;
    int right = gisa_export_right(a->rights.redistribution);
    if (!o->full_text || o->include_restricted || right == GISA_RIGHT_ALLOWED) return false;
    if (right == GISA_RIGHT_UNKNOWN && o->include_unstated) return false;
    r->result->withheld++;
    r->result->withheld_unstated += right == GISA_RIGHT_UNKNOWN;
    return true;
}

static gisa_status next_item(void *ctx, void **out, gisa_error *err)
{
    run *r = ctx;
    gisa_export_item *item = r->idle;
    gisa_status st;
    if (item)
        r->idle = item->next;
    else if (!(item = gisa_calloc(1, sizeof *item)))
        return gisa_fail_mem(err);
    do st = gisa_articles_next(r->articles, &item->stored, err);
    while (st == GISA_OK && withheld(r, &item->stored.record.article));
    if (st == GISA_OK) st = remember(r, item, err);
    if (st == GISA_OK)
        *out = item;
    else
        item_close(item);
    return st;
}

static gisa_status work_item(void *ctx, unsigned worker, void *it, gisa_error *err)
{
    run *r = ctx;
    gisa_export_item *item = it;
    gisa_status st = GISA_OK;
    const gisa_tokenizer *tokenizer = &r->o->tokenizer;
    if (tokenizer->open) {
        if (!r->workspaces[worker])
            st = tokenizer->open(tokenizer->ctx, &r->workspaces[worker], err);
        item->words.stop = r->o->stop;
        if (st >= 0)
            st = gisa_export_words_read(&item->words, tokenizer, r->workspaces[worker],
                                        &item->stored.record, &r->vocabulary, err);
    }
    return st < 0 ? st : gisa_export_rows(r->o, item, err);
}

static gisa_status count_item(run *r, const gisa_export_item *item, gisa_error *err)
{
    gisa_export_result *out = r->result;
    const gisa_article *a = &item->stored.record.article;
    out->articles++;
    out->rights[gisa_export_right(a->rights.redistribution)]
               [gisa_export_right(a->rights.ai_training)]++;
    out->entities += item->n_rows[GISA_TABLE_ENTITIES];
    out->quotes += item->n_rows[GISA_TABLE_QUOTES];
    out->dates += item->n_rows[GISA_TABLE_DATES];
    out->figures += item->n_rows[GISA_TABLE_FIGURES];
    out->copies += item->stored.copy_of != 0;
    if (a->published.precision == GISA_PRECISION_UNKNOWN) {
        out->undated++;
    } else {
        gisa_time_format(&a->published, out->last);
        if (!out->first[0]) gisa_time_format(&a->published, out->first);
    }
    gisa_str outlet = a->outlet_name.p ? a->outlet_name : a->outlet;
    return gisa_map_count(&r->outlets, outlet, 1) < 0 ? gisa_fail_mem(err) : GISA_OK;
}

static gisa_status put_item(void *ctx, void *it, gisa_error *err)
{
    run *r = ctx;
    gisa_export_item *item = it;
    gisa_status st = count_item(r, item, err);
    for (size_t t = 0; st >= 0 && t < GISA_TABLE_COUNT; t++)
        st = gisa_folder_put(&r->folder, t, gisa_buf_view(&item->rows[t]), item->n_rows[t], err);
    item->next = r->idle;
    r->idle = item;
    if (r->o->progress)
        r->o->progress(r->o->progress_ctx, ++r->done, gisa_articles_total(r->articles));
    return st;
}

static void drop_item(void *ctx, void *item)
{
    (void)ctx;
    item_close(item);
}

static gisa_status write_tables(run *r, gisa_error *err)
{
    const gisa_pool_ops ops = {
        .ctx = r, .next = next_item, .work = work_item, .put = put_item, .drop = drop_item};
    unsigned threads = r->o->threads ? r->o->threads : 1;
    gisa_buf head = {0};
    gisa_status st = GISA_OK;
    for (int t = 0; st >= 0 && t < GISA_TABLE_COUNT; t++) {
        size_t at;
        gisa_buf_reset(&head);
        gisa_export_header(r->o, (gisa_export_table)t, &head);
        st = gisa_folder_add(&r->folder, gisa_export_name(r->o, (gisa_export_table)t), &at, err);
        if (st >= 0) st = gisa_folder_put(&r->folder, at, gisa_buf_view(&head), 0, err);
    }
    gisa_buf_clear(&head);
    if (st < 0) return st;
    return gisa_pool_run(threads < THREADS_MAX ? threads : THREADS_MAX, WINDOW, &ops, err);
}

static int by_id(const void *a, const void *b)
{
    const known *x = a, *y = b;
    int order = gisa_str_cmp(x->id, y->id);
    return order ? order : (x->version > y->version) - (x->version < y->version);
}

static gisa_status digest_corpus(run *r, gisa_error *err)
{
    gisa_sha256 *h = gisa_sha256_open();
    if (!h) return gisa_fail_mem(err);
    if (r->n_known) qsort(r->known, r->n_known, sizeof *r->known, by_id);
    for (size_t i = 0; i < r->n_known; i++) {
        char line[GISA_SHA256_HEX + 32];
        int n = snprintf(line, sizeof line, "\t%" PRIu32 " %s\n", r->known[i].version,
                         r->known[i].digest);
        gisa_sha256_add(h, r->known[i].id);
        gisa_sha256_add(h, (gisa_str){line, (size_t)n});
    }
    gisa_sha256_finish(h, r->result->digest);
    gisa_sha256_close(h);
    r->result->outlets = r->outlets.n;
    return GISA_OK;
}

/* The days by the calendar, as the query may have said "yesterday". */
static gisa_status note_days(const gisa_days *d, gisa_manifest *m)
{
    char day[GISA_PERIOD_CHARS];
    gisa_period_format(GISA_PERIOD_DAY, d->from, day);
    if (d->has_from && gisa_manifest_note_text(m, "from", gisa_str_from(day)) < 0)
        return GISA_ENOMEM;
    gisa_period_format(GISA_PERIOD_DAY, d->to, day);
    if (d->has_to && gisa_manifest_note_text(m, "to", gisa_str_from(day)) < 0) return GISA_ENOMEM;
    return GISA_OK;
}

static uint64_t of_right(const gisa_export_result *x, int right)
{
    uint64_t n = 0;
    for (int i = 0; i < GISA_RIGHT_COUNT; i++) n += x->rights[right][i];
    return n;
}

/* What the pages allow, of which articles the texts are there all the same, and what was left out.
 */
static gisa_status note_rights(const run *r, gisa_manifest *m)
{
    const gisa_export_opts *o = r->o;
    const gisa_export_result *x = r->result;
    const struct {
        const char *key;
        uint64_t n;
    } counts[] = {{"redistribution_allowed", of_right(x, GISA_RIGHT_ALLOWED)},
                  {"redistribution_not_stated", of_right(x, GISA_RIGHT_UNKNOWN)},
                  {"redistribution_prohibited", of_right(x, GISA_RIGHT_PROHIBITED)},
                  {"withheld_for_rights", x->withheld},
                  {"withheld_not_stated", x->withheld_unstated},
                  {"withheld_prohibited", x->withheld - x->withheld_unstated}};
    const char *texts = !o->full_text           ? "none"
                        : o->include_restricted ? "allowed, not stated, prohibited"
                        : o->include_unstated   ? "allowed, not stated"
                                                : "allowed";
    gisa_status st = gisa_manifest_note_text(m, "texts_of_rights", gisa_str_from(texts));
    for (size_t i = 0; st >= 0 && i < sizeof counts / sizeof *counts; i++)
        st = gisa_manifest_note_count(m, counts[i].key, counts[i].n);
    return st;
}

static gisa_status note_all(const run *r, gisa_manifest *m)
{
    const gisa_export_result *x = r->result;
    char digest[GISA_SHA256_HEX + 8];
    int n = snprintf(digest, sizeof digest, "sha256:%s", x->digest);
    gisa_str query = r->o->query.p ? r->o->query : GISA_STR("");
    if (gisa_manifest_note_text(m, "tool", gisa_str_from(r->o->version)) < 0 ||
        gisa_manifest_note_text(m, "query", query) < 0 || note_days(&x->days, m) < 0 ||
        gisa_manifest_note_text(
            m, "content", r->o->full_text ? GISA_STR("full text") : GISA_STR("derived")) < 0 ||
        gisa_manifest_note_text(m, "corpus_digest", (gisa_str){digest, (size_t)n}) < 0 ||
        gisa_manifest_note_text(m, "first_published", gisa_str_from(x->first)) < 0 ||
        gisa_manifest_note_text(m, "last_published", gisa_str_from(x->last)) < 0 ||
        gisa_manifest_note_count(m, "articles", x->articles) < 0 || note_rights(r, m) < 0)
        return GISA_ENOMEM;
    return GISA_OK;
}

static gisa_status finish(run *r, gisa_error *err)
{
    gisa_buf readme = gisa_buf_make((size_t)16 << 20);
    gisa_manifest m = {0};
    size_t at;
    gisa_status st = digest_corpus(r, err);
    if (st >= 0) st = gisa_export_readme(r->o, r->result, &r->outlets, &readme, err);
    if (st >= 0) st = gisa_folder_add(&r->folder, "README.txt", &at, err);
    if (st >= 0) st = gisa_folder_put(&r->folder, at, gisa_buf_view(&readme), 0, err);
    if (st >= 0) st = gisa_folder_sync(&r->folder, err);
    if (st >= 0 && note_all(r, &m) < 0) st = gisa_fail_mem(err);
    for (size_t i = 0; st >= 0 && i < r->folder.n; i++) {
        const gisa_folder_file *file = &r->folder.files[i];
        st = gisa_manifest_add(&m, r->folder.part, gisa_str_from(file->name),
                               i < GISA_TABLE_COUNT ? file->rows : GISA_NOWHERE, err);
    }
    if (st >= 0) st = gisa_manifest_write(&m, r->folder.part, err);
    if (st >= 0) st = gisa_folder_place(&r->folder, err);
    gisa_manifest_clear(&m);
    gisa_buf_clear(&readme);
    return st;
}

static void clear(run *r)
{
    while (r->idle) {
        gisa_export_item *item = r->idle;
        r->idle = item->next;
        item_close(item);
    }
    for (size_t i = 0; i < THREADS_MAX; i++)
        if (r->workspaces[i]) r->o->tokenizer.close(r->workspaces[i]);
    gisa_vocabulary_clear(&r->vocabulary);
    gisa_map_clear(&r->outlets);
    gisa_arena_clear(&r->arena);
    gisa_articles_close(r->articles);
    gisa_folder_close(&r->folder);
}

gisa_status gisa_export_run(gisa_store *s, const gisa_export_opts *opts, gisa_export_result *out,
                            gisa_error *err)
{
    run r = {.o = opts, .result = out};
    gisa_articles_opts which = {.query = opts->query, .exact = opts->exact, .days = opts->days};
    *out = (gisa_export_result){0};
    gisa_status st = gisa_query_days(opts->query, &opts->days, &out->days, err);
    if (st == GISA_OK) st = gisa_articles_open(s, &which, &r.articles, err);
    if (st == GISA_OK && gisa_articles_total(r.articles) == 0) st = GISA_END;
    if (st == GISA_OK) st = gisa_folder_open(opts->dir, opts->force, &r.folder, err);
    if (st == GISA_OK && opts->tokenizer.open) st = gisa_vocabulary_open(s, &r.vocabulary, err);
    if (st == GISA_OK) st = write_tables(&r, err);
    if (st == GISA_OK && out->articles == 0) st = GISA_END;
    if (st == GISA_OK) st = finish(&r, err);
    clear(&r);
    return st;
}

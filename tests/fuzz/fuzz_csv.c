/* Any bytes are a table: read whole and byte by byte to the same rows, which are the same again
 * once they are written and read; cut into articles, each of which is read. */
#include <stdlib.h>

#include "base/csv.h"
#include "base/csv_read.h"
#include "ingest/article_csv.h"
#include "pipeline/table_cut.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Rows as lengths and bytes. */
static void put_row(const gisa_csv_reader *r, gisa_buf *out)
{
    gisa_buf_addf(out, "%zu:", r->n_cells);
    for (size_t i = 0; i < r->n_cells; i++) {
        gisa_buf_addf(out, "%zu,", r->cells[i].n);
        gisa_buf_add(out, r->cells[i]);
    }
}

static void read_whole(gisa_str text, char separator, gisa_buf *out, gisa_buf *written)
{
    gisa_csv_reader r = {.rest = text, .separator = separator};
    while (gisa_csv_next(&r, NULL) == GISA_OK) {
        put_row(&r, out);
        if (r.n_cells < GISA_CSV_MAX_CELLS) gisa_csv_row(written, r.cells, r.n_cells);
    }
    gisa_csv_reader_clear(&r);
}

static void read_pieces(gisa_str text, char separator, gisa_buf *out)
{
    gisa_csv_reader r = {.rest = {text.p, 0}, .separator = separator};
    for (size_t n = 0; n <= text.n; n++) {
        r.rest.n = n - (size_t)(r.rest.p - text.p);
        r.goes_on = n < text.n;
        while (gisa_csv_next(&r, NULL) == GISA_OK) put_row(&r, out);
    }
    gisa_csv_reader_clear(&r);
}

static void check_rows(gisa_str text, char separator)
{
    gisa_buf whole = {0}, pieces = {0}, written = {0}, again = {0}, ignored = {0};
    read_whole(text, separator, &whole, &written);
    read_pieces(text, separator, &pieces);
    if (!gisa_str_eq(gisa_buf_view(&whole), gisa_buf_view(&pieces))) abort();
    read_whole(gisa_buf_view(&written), ',', &again, &ignored);
    if (!gisa_str_eq(gisa_buf_view(&whole), gisa_buf_view(&again))) abort();
    gisa_buf_clear(&whole);
    gisa_buf_clear(&pieces);
    gisa_buf_clear(&written);
    gisa_buf_clear(&again);
    gisa_buf_clear(&ignored);
}

static void check_articles(gisa_str text, const char *columns)
{
    gisa_table_cut t = {.rows.rest = text, .columns = columns};
    gisa_error err;
    gisa_str value;
    gisa_status st = gisa_table_cut_begin(&t, &err);
    while (st >= 0 && (st = gisa_table_cut_next(&t, &value, &err)) >= 0 && st != GISA_END) {
        gisa_article a = {0};
        gisa_article_notes notes = {0};
        if (st != GISA_OK) continue;
        st = gisa_article_read_csv(value, &a, &notes, &err);
        if (st == GISA_OK) st = gisa_article_limit(&a, &notes, &err);
        if (st < 0 && st != GISA_EINVAL) abort();
        if (st == GISA_OK && a.id.n != GISA_ARTICLE_ID_CHARS) abort();
        gisa_article_clear(&a);
        st = GISA_OK;
    }
    gisa_table_cut_clear(&t);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char separators[] = {',', ';', '\t'};
    if (size < 1 || size > 4096) return 0;
    gisa_str text = {(const char *)data + 1, size - 1};
    check_rows(text, separators[data[0] % 3]);
    check_articles(text, data[0] & 4 ? "title=a,body=b" : NULL);
    return 0;
}

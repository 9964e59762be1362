/* Blobs: a checksum of 8 bytes, then LEB128 numbers. Of the ranges: the average length, by its
 * bits, and the difference of each first row to the one before. Of a term: runs of ranges that have
 * it, as how many are left out before it, how many there are, and a byte for each. */
#include "index/postings/bounds.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "index/store/store_handle.h"

enum { CHECKSUM_BYTES = 8 };

/* The first step's ratio, and what each is of the one before. The highest is 600: a word twelve
 * hundred times in a text of average length. */
static const double first_ratio = 0.03, step_ratio = 1.04;

uint8_t gisa_bounds_step(double ratio)
{
    if (!(ratio > 0)) return GISA_BOUNDS_NONE;
    double step = 1 + ceil(log(ratio / first_ratio) / log(step_ratio));
    uint8_t at = 1;
    if (step >= GISA_BOUNDS_HIGHEST)
        at = GISA_BOUNDS_HIGHEST;
    else if (step > 1)
        at = (uint8_t)step;
    while (at < GISA_BOUNDS_HIGHEST && gisa_bounds_of_step(at) < ratio) at++;
    return at;
}

double gisa_bounds_of_step(uint8_t step)
{
    if (step == GISA_BOUNDS_NONE) return 0;
    return step == GISA_BOUNDS_HIGHEST ? HUGE_VAL : first_ratio * pow(step_ratio, step - 1);
}

static void put_number(gisa_buf *b, uint64_t v)
{
    for (; v >= 0x80; v >>= 7) gisa_buf_add_char(b, (char)(0x80 | (v & 0x7f)));
    gisa_buf_add_char(b, (char)v);
}

static bool get_number(gisa_str s, size_t *at, uint64_t *out)
{
    *out = 0;
    for (unsigned shift = 0; *at < s.n && shift < 64; shift += 7) {
        unsigned char c = (unsigned char)s.p[(*at)++];
        *out |= (uint64_t)(c & 0x7f) << shift;
        if (!(c & 0x80)) return true;
    }
    return false;
}

/* Room for the checksum of what comes after it. */
static void begin_blob(gisa_buf *out)
{
    static const char none[CHECKSUM_BYTES];
    gisa_buf_reset(out);
    gisa_buf_add_bytes(out, none, sizeof none);
}

static uint64_t checksum(gisa_str blob, uint64_t seed)
{
    return gisa_hash64(gisa_str_cut(blob, CHECKSUM_BYTES, blob.n), seed);
}

static uint64_t end_blob(gisa_buf *out, uint64_t seed)
{
    if (gisa_buf_status(out) < 0) return 0;
    uint64_t sum = checksum(gisa_buf_view(out), seed);
    for (size_t i = 0; i < CHECKSUM_BYTES; i++) out->p[i] = (char)(sum >> (8 * i));
    return sum;
}

static bool is_sound(gisa_str blob, uint64_t seed, uint64_t *sum)
{
    uint64_t held = 0;
    if (blob.n < CHECKSUM_BYTES) return false;
    for (size_t i = 0; i < CHECKSUM_BYTES; i++)
        held |= (uint64_t)(unsigned char)blob.p[i] << (8 * i);
    *sum = checksum(blob, seed);
    return held == *sum;
}

void gisa_bounds_write_ranges(gisa_buf *out, const int64_t *rows, size_t n, double average,
                              uint64_t *build)
{
    uint64_t bits;
    int64_t last = 0;
    memcpy(&bits, &average, sizeof bits);
    begin_blob(out);
    put_number(out, bits);
    for (size_t i = 0; i < n; last = rows[i++]) put_number(out, (uint64_t)(rows[i] - last));
    *build = end_blob(out, 0);
}

bool gisa_bounds_read_ranges(gisa_str blob, gisa_buf *rows, double *average, uint64_t *build)
{
    uint64_t v;
    int64_t row = 0;
    size_t at = CHECKSUM_BYTES;
    gisa_buf_reset(rows);
    if (!is_sound(blob, 0, build) || !get_number(blob, &at, &v)) return false;
    memcpy(average, &v, sizeof *average);
    while (at < blob.n) {
        if (!get_number(blob, &at, &v) || v > (uint64_t)(INT64_MAX - row)) return false;
        if (row && !v) return false;
        row += (int64_t)v;
        gisa_buf_add_bytes(rows, &row, sizeof row);
    }
    return *average >= 1 && *average < UINT32_MAX;
}

void gisa_bounds_write_steps(gisa_buf *out, const uint8_t *steps, size_t n, uint64_t build)
{
    size_t end;
    begin_blob(out);
    for (size_t i = 0, last = 0; i < n; i = last = end) {
        while (i < n && steps[i] == GISA_BOUNDS_NONE) i++;
        for (end = i; end < n && steps[end] != GISA_BOUNDS_NONE;) end++;
        if (end == i) break;
        put_number(out, i - last);
        put_number(out, end - i);
        gisa_buf_add_bytes(out, steps + i, end - i);
    }
    end_blob(out, build);
}

bool gisa_bounds_read_steps(gisa_str blob, uint64_t build, uint8_t *steps, size_t n)
{
    uint64_t sum, before, run;
    size_t at = CHECKSUM_BYTES, to = 0;
    memset(steps, GISA_BOUNDS_NONE, n);
    if (!is_sound(blob, build, &sum)) return false;
    while (at < blob.n) {
        if (!get_number(blob, &at, &before) || !get_number(blob, &at, &run)) return false;
        if (before > n - to || run > n - to - before || run > blob.n - at) return false;
        memcpy(steps + to + before, blob.p + at, run);
        to += before + run;
        at += run;
    }
    return true;
}

/* The blob of a term; *found: there is one, and the statement is to be reset. A store that a reader
 * took as an older gisa left it has no table. */
static gisa_status find_blob(gisa_store *s, gisa_str term, sqlite3_stmt **stmt, bool *found,
                             gisa_error *err)
{
    gisa_status st = gisa_sql_get(&s->sql, "SELECT bounds FROM term_bound WHERE term = ?1", stmt,
                                  err);
    *found = false;
    if (st < 0) return st;
    gisa_sql_bind(*stmt, 1, term);
    st = gisa_sql_step(&s->sql, *stmt, err);
    *found = st == GISA_OK;
    if (!*found) sqlite3_reset(*stmt);
    return st < 0 ? st : GISA_OK;
}

/* Finds the ranges in the roll. Before the first one's row there may be articles that are new. */
static gisa_status place(gisa_store *s, gisa_str rows, double average, gisa_error *err)
{
    gisa_bounds *b = &s->bounds;
    const gisa_roll *r = &s->roll;
    size_t n = rows.n / sizeof(int64_t), range = 0;
    double now = gisa_roll_average(r);
    b->start = gisa_calloc(n + 1, sizeof *b->start);
    b->fresh = gisa_calloc(n + 1, sizeof *b->fresh);
    if (!b->start || !b->fresh) return gisa_fail_mem(err);
    for (size_t i = 1, at = 0; i < n; i++) {
        int64_t row;
        memcpy(&row, rows.p + i * sizeof row, sizeof row);
        b->start[i] = (uint32_t)(at = gisa_roll_seek(r, row, at));
    }
    b->start[n] = (uint32_t)r->n;
    for (size_t i = 0; i < r->n_fresh; i++) {
        while (range + 1 < n && b->start[range + 1] <= r->fresh[i]) range++;
        b->fresh[range] = true;
    }
    b->scale = now > average ? now / average : 1;
    b->n = n;
    return GISA_OK;
}

gisa_status gisa_bounds_need(gisa_store *s, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_buf rows = {0};
    double average;
    bool found;
    int64_t table;
    if (s->bounds.looked) return GISA_OK;
    gisa_bounds_clear(&s->bounds);
    gisa_status st = gisa_sql_number(
        &s->sql, "SELECT 1 FROM sqlite_schema WHERE name = 'term_bound'", 0, 0, &table, err);
    if (st == GISA_OK && table) st = find_blob(s, GISA_STR(""), &stmt, &found, err);
    if (st == GISA_OK && table && found) {
        if (gisa_bounds_read_ranges(gisa_sql_blob(stmt, 0), &rows, &average, &s->bounds.build))
            st = gisa_buf_check(&rows, "ranges", err);
        else
            gisa_buf_reset(&rows);
        sqlite3_reset(stmt);
        if (st == GISA_OK && rows.n) st = place(s, gisa_buf_view(&rows), average, err);
    }
    gisa_buf_clear(&rows);
    if (st == GISA_OK) s->bounds.looked = true;
    return st;
}

gisa_status gisa_bounds_of_term(gisa_store *s, gisa_str term, uint8_t *steps, bool *found,
                                gisa_error *err)
{
    sqlite3_stmt *stmt;
    *found = false;
    if (!term.n) return GISA_OK;
    gisa_status st = find_blob(s, term, &stmt, found, err);
    if (!*found) return st;
    *found = gisa_bounds_read_steps(gisa_sql_blob(stmt, 0), s->bounds.build, steps, s->bounds.n);
    sqlite3_reset(stmt);
    return st;
}

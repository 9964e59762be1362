#include "index/store/roll.h"

#include "base/mem.h"

static void put_number(gisa_buf *b, uint64_t v)
{
    while (v >= 0x80) {
        gisa_buf_add_char(b, (char)(0x80 | (v & 0x7f)));
        v >>= 7;
    }
    gisa_buf_add_char(b, (char)v);
}

/* Moves past a number; NULL: it does not end before the text does. */
static const char *get_long(const char *p, const char *end, uint64_t *out)
{
    uint64_t v = 0;
    for (unsigned shift = 0; p < end && shift < 64; shift += 7) {
        unsigned char c = (unsigned char)*p++;
        v |= (uint64_t)(c & 0x7f) << shift;
        *out = v;
        if (!(c & 0x80)) return p;
    }
    return NULL;
}

/* The same; most have one byte or two. */
static inline const char *get_number(const char *p, const char *end, uint64_t *out)
{
    if (end - p < 2) return get_long(p, end, out);
    unsigned char low = (unsigned char)p[0], high = (unsigned char)p[1];
    *out = low;
    if (low < 0x80) return p + 1;
    *out = (low & 0x7fu) | (uint64_t)high << 7;
    return high < 0x80 ? p + 2 : get_long(p, end, out);
}

enum { USUAL_BYTES = 8 };

/* Eight bytes, the first one lowest; one load where the compiler sees it. */
static inline uint64_t read_word(const unsigned char *p)
{
    return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 |
           (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 |
           (uint64_t)p[7] << 56;
}

/* Reads an entry as nearly all are: its length and its minute have one byte or two, the other
 * numbers one. Returns its bytes; 0: it is another one. No branch depends on the sizes. */
static inline size_t get_usual(const char *p, uint64_t *delta, gisa_roll_entry *e)
{
    uint64_t v = read_word((const unsigned char *)p), long_length = v >> 15 & 1;
    uint64_t w = v >> (16 + 8 * long_length), long_minute = w >> 23 & 1; /* from the outlet on */
    uint64_t other = (v & 0x80) | (v >> 23 & long_length) | (w & 0x8080) | (w >> 31 & long_minute);
    if (other) return 0;
    *delta = v & 0x7f;
    e->length = (uint32_t)((v >> 8 & 0x7f) | (long_length * (v >> 16 & 0x7f) << 7));
    e->outlet = (uint32_t)(w & 0x7f);
    e->section = (uint32_t)(w >> 8 & 0x7f);
    e->minute = (uint16_t)((w >> 16 & 0x7f) | (long_minute * (w >> 24 & 0x7f) << 7));
    e->flags = (uint8_t)(w >> (24 + 8 * long_minute));
    return USUAL_BYTES - 2 + long_length + long_minute;
}

/* Reads an entry but for its row id, which is *delta more than the last one; NULL: damaged. */
static inline const char *get_entry(const char *p, const char *end, bool by_day, uint64_t *delta,
                                    gisa_roll_entry *e)
{
    uint64_t length, outlet, section, minute = 0;
    size_t usual = by_day && end - p >= USUAL_BYTES ? get_usual(p, delta, e) : 0;
    if (usual) return p + usual;
    if (!(p = get_number(p, end, delta)) || !(p = get_number(p, end, &length)) ||
        !(p = get_number(p, end, &outlet)) || !(p = get_number(p, end, &section)) ||
        (by_day && !(p = get_number(p, end, &minute))) || p == end)
        return NULL;
    e->length = (uint32_t)length;
    e->outlet = (uint32_t)outlet;
    e->section = (uint32_t)section;
    e->minute = (uint16_t)minute;
    e->flags = (uint8_t)*p;
    return p + 1;
}

static inline bool is_odd(const gisa_roll_entry *e)
{
    return e->flags & (GISA_ROLL_COPY | GISA_ROLL_SOURCE) ||
           (gisa_row_is_dated(e->row) && (e->flags & GISA_ROLL_PRECISION) < GISA_PRECISION_DAY);
}

/* Lists an entry that is fresh or odd. */
static gisa_status note(gisa_roll *r, size_t at, bool fresh, bool odd, gisa_error *err)
{
    if (fresh && GISA_GROW(r->fresh, r->n_fresh, r->cap_fresh) < 0) return gisa_fail_mem(err);
    if (fresh) r->fresh[r->n_fresh++] = (uint32_t)at;
    if (odd && GISA_GROW(r->odd, r->n_odd, r->cap_odd) < 0) return gisa_fail_mem(err);
    if (odd) r->odd[r->n_odd++] = (uint32_t)at;
    return GISA_OK;
}

/* Appends a block's entries. */
static gisa_status read_block(gisa_str bytes, const gisa_rows *rows, int64_t block, gisa_roll *r,
                              gisa_error *err)
{
    enum { LEAST = 5 }; /* bytes of an entry */
    int64_t row = block * ((int64_t)1 << rows->block_bits);
    bool by_day = rows->slots == 1;
    uint64_t total = 0;
    const char *p = bytes.p, *end = p + bytes.n;
    if (GISA_RESERVE(r->items, r->n + bytes.n / LEAST + 1, r->cap) < 0) return gisa_fail_mem(err);
    gisa_roll_entry *e = r->items + r->n;
    for (; p < end; e++) {
        uint64_t delta;
        p = get_entry(p, end, by_day, &delta, e);
        if (!p || delta >= (uint64_t)1 << rows->block_bits)
            return gisa_fail_for(err, GISA_ECORRUPT, GISA_CAUSE_DAMAGED_DATABASE,
                                 "row_block %lld is damaged", (long long)block);
        e->row = row += (int64_t)delta;
        total += e->length;
        bool fresh = e->flags & GISA_ROLL_FRESH, odd = is_odd(e);
        if ((fresh || odd) && note(r, (size_t)(e - r->items), fresh, odd, err) < 0)
            return GISA_ENOMEM;
    }
    r->n = (size_t)(e - r->items);
    r->total_length += total;
    return GISA_OK;
}

/* Notes where each day begins, where a day is a slot of row ids. */
static gisa_status find_days(const gisa_rows *rows, gisa_roll *r, gisa_error *err)
{
    size_t dated = gisa_roll_seek(r, GISA_ROW_DATED, 0), at = dated;
    r->n_days = 0;
    if (rows->slots != 1 || dated == r->n) return GISA_OK;
    int64_t first = (r->items[dated].row - rows->base) >> rows->bits;
    int64_t last = (r->items[r->n - 1].row - rows->base) >> rows->bits;
    size_t n = (size_t)(last - first) + 1;
    uint32_t *days = gisa_realloc(r->days, (n + 1) * sizeof *days);
    if (!days) return gisa_fail_mem(err);
    r->days = days;
    r->first_day = rows->base + first * ((int64_t)1 << rows->bits);
    for (size_t i = 0; i < n; i++) {
        int64_t day = r->first_day + (int64_t)i * ((int64_t)1 << rows->bits);
        while (at < r->n && r->items[at].row < day) at++;
        days[i] = (uint32_t)at;
    }
    days[n] = (uint32_t)r->n;
    r->n_days = n;
    return GISA_OK;
}

gisa_status gisa_roll_load(gisa_sql *q, const gisa_rows *rows, gisa_roll *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(q, "SELECT block, entries FROM row_block ORDER BY block", &stmt,
                                  err);
    out->n = out->n_days = out->n_fresh = out->n_odd = 0;
    out->total_length = 0;
    if (st < 0) return st;
    while ((st = gisa_sql_step(q, stmt, err)) == GISA_OK) {
        st = read_block(gisa_sql_blob(stmt, 1), rows, sqlite3_column_int64(stmt, 0), out, err);
        if (st < 0) break;
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : find_days(rows, out, err);
}

void gisa_roll_clear(gisa_roll *r)
{
    gisa_free(r->items);
    gisa_free(r->days);
    gisa_free(r->fresh);
    gisa_free(r->odd);
    *r = (gisa_roll){0};
}

double gisa_roll_average(const gisa_roll *r)
{
    double average = r->n ? (double)r->total_length / (double)r->n : 1;
    return average < 1 ? 1 : average;
}

/* Where the day of a row begins, and where the row is when no row id of its day is missing. */
static bool guess(const gisa_roll *r, int64_t row, size_t *low)
{
    if (!r->n_days || row < r->first_day) return false;
    uint64_t day = (uint64_t)(row - r->first_day) >> GISA_ROW_DAY_BITS;
    if (day >= r->n_days) return false;
    size_t begin = r->days[day],
           at = begin + (size_t)((row - r->first_day) & ((1 << GISA_ROW_DAY_BITS) - 1));
    if (begin && begin - 1 > *low) *low = begin - 1;
    if (at <= *low || at >= r->n || r->items[at].row != row) return false;
    *low = at;
    return true;
}

/* The next entry, or the place computed from the day; else galloping search: doubling steps from
 * `from`, then halves. */
size_t gisa_roll_seek(const gisa_roll *r, int64_t row, size_t from)
{
    size_t step = 1, low = from, high;
    if (low >= r->n || r->items[low].row >= row) return low < r->n ? low : r->n;
    if (low + 1 < r->n && r->items[low + 1].row < row && guess(r, row, &low)) return low;
    while (low + step < r->n && r->items[low + step].row < row) {
        low += step;
        step *= 2;
    }
    high = low + step < r->n ? low + step : r->n; /* low is before row, high is not */
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (r->items[middle].row < row)
            low = middle;
        else
            high = middle;
    }
    return high;
}

static void write_entry(gisa_buf *out, const gisa_rows *rows, int64_t *last,
                        const gisa_roll_entry *e)
{
    put_number(out, (uint64_t)(e->row - *last));
    put_number(out, e->length);
    put_number(out, e->outlet);
    put_number(out, e->section);
    if (rows->slots == 1) put_number(out, e->minute);
    gisa_buf_add_char(out, (char)e->flags);
    *last = e->row;
}

typedef struct change {
    const gisa_rows *rows;
    const gisa_roll_entry *added;
    size_t n_added;
    const int64_t *removed;
    size_t n_removed;
} change;

/* Merges a block's old entries with what is added and removed. */
static void merge_block(const gisa_roll *old, const change *c, int64_t block, gisa_buf *out)
{
    int64_t last = block * ((int64_t)1 << c->rows->block_bits);
    size_t i = 0, a = 0, k = 0;
    while (i < old->n || a < c->n_added) {
        bool take_added = i == old->n || (a < c->n_added && c->added[a].row <= old->items[i].row);
        const gisa_roll_entry *e = take_added ? &c->added[a++] : &old->items[i++];
        if (take_added && i < old->n && old->items[i].row == e->row) i++;
        while (k < c->n_removed && c->removed[k] < e->row) k++;
        bool gone = !take_added && k < c->n_removed && c->removed[k] == e->row;
        gisa_roll_entry entry = *e;
        if (take_added) entry.flags |= GISA_ROLL_FRESH;
        if (!gone) write_entry(out, c->rows, &last, &entry);
    }
}

static gisa_status load_block(gisa_sql *q, const gisa_rows *rows, int64_t block, gisa_roll *out,
                              gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(q, "SELECT entries FROM row_block WHERE block = ?1", &stmt, err);
    out->n = out->n_fresh = out->n_odd = 0;
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, block);
    st = gisa_sql_step(q, stmt, err);
    if (st == GISA_OK) st = read_block(gisa_sql_blob(stmt, 0), rows, block, out, err);
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

/* Writes a block's old entries with what is added and removed. */
static gisa_status save_block(gisa_sql *q, int64_t block, const gisa_roll *old, const change *c,
                              gisa_buf *bytes, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_buf_reset(bytes);
    merge_block(old, c, block, bytes);
    gisa_status st = gisa_buf_check(bytes, "a row block", err);
    if (st < 0) return st;
    st = gisa_sql_get(q,
                      bytes->n ? "INSERT OR REPLACE INTO row_block (block, entries) VALUES (?1, ?2)"
                               : "DELETE FROM row_block WHERE block = ?1",
                      &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, block);
    if (bytes->n) sqlite3_bind_blob64(stmt, 2, bytes->p, bytes->n, SQLITE_STATIC);
    return gisa_sql_finish(q, stmt, err);
}

gisa_status gisa_roll_flag(gisa_sql *q, const gisa_rows *rows, const gisa_roll_flags *flags,
                           size_t n, gisa_error *err)
{
    gisa_roll roll = {0};
    gisa_buf bytes = {0};
    const change none = {.rows = rows};
    gisa_status st = GISA_OK;
    size_t i = 0;
    while (st == GISA_OK && i < n) {
        int64_t block = flags[i].row >> rows->block_bits;
        size_t at = 0;
        st = load_block(q, rows, block, &roll, err);
        for (; st == GISA_OK && i < n && flags[i].row >> rows->block_bits == block; i++) {
            at = gisa_roll_seek(&roll, flags[i].row, at);
            if (at == roll.n || roll.items[at].row != flags[i].row) continue;
            uint8_t kept = roll.items[at].flags & (GISA_ROLL_PRECISION | GISA_ROLL_FRESH);
            roll.items[at].flags = (uint8_t)(kept | flags[i].flags);
        }
        if (st == GISA_OK) st = save_block(q, block, &roll, &none, &bytes, err);
    }
    gisa_roll_clear(&roll);
    gisa_buf_clear(&bytes);
    return st;
}

gisa_status gisa_roll_settle(gisa_sql *q, const gisa_rows *rows, const gisa_roll *roll,
                             gisa_error *err)
{
    gisa_roll old = {0};
    gisa_buf bytes = {0};
    const change none = {.rows = rows};
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < roll->n_fresh && st == GISA_OK;) {
        int64_t block = roll->items[roll->fresh[i]].row >> rows->block_bits;
        while (i < roll->n_fresh && roll->items[roll->fresh[i]].row >> rows->block_bits == block)
            i++;
        st = load_block(q, rows, block, &old, err);
        for (size_t k = 0; k < old.n_fresh && st == GISA_OK; k++)
            old.items[old.fresh[k]].flags &= (uint8_t)~GISA_ROLL_FRESH;
        if (st == GISA_OK) st = save_block(q, block, &old, &none, &bytes, err);
    }
    gisa_roll_clear(&old);
    gisa_buf_clear(&bytes);
    return st;
}

gisa_status gisa_roll_update(gisa_sql *q, const gisa_rows *rows, const gisa_roll_entry *added,
                             size_t n_added, const int64_t *removed, size_t n_removed,
                             gisa_error *err)
{
    gisa_roll old = {0};
    gisa_buf bytes = {0};
    gisa_status st = GISA_OK;
    size_t a = 0, r = 0;
    while (st == GISA_OK && (a < n_added || r < n_removed)) {
        int64_t row = a == n_added                ? removed[r]
                      : r == n_removed            ? added[a].row
                      : added[a].row < removed[r] ? added[a].row
                                                  : removed[r];
        int64_t block = row >> rows->block_bits;
        change c = {.rows = rows, .added = added + a, .removed = removed + r};
        while (a < n_added && added[a].row >> rows->block_bits == block) a++, c.n_added++;
        while (r < n_removed && removed[r] >> rows->block_bits == block) r++, c.n_removed++;
        st = load_block(q, rows, block, &old, err);
        if (st == GISA_OK) st = save_block(q, block, &old, &c, &bytes, err);
    }
    gisa_roll_clear(&old);
    gisa_buf_clear(&bytes);
    return st;
}

#include "index/query/collapse.h"

#include <stdlib.h>

#include "base/mem.h"
#include "index/store/copies.h"
#include "index/store/row.h"
#include "index/store/store_handle.h"

enum { MANY = 64 }; /* copies whose sources are not looked up one by one */

/* Whether a match is of a group. */
static bool has_any(const gisa_store *s, const gisa_matches *m)
{
    for (size_t i = 0; i < m->n; i++)
        if (s->roll.items[m->at[i]].flags & (GISA_ROLL_COPY | GISA_ROLL_SOURCE)) return true;
    return false;
}

/* Prepares for the sources of matches. */
static gisa_status need_sources(gisa_store *s, const gisa_matches *m, gisa_error *err)
{
    size_t n = 0;
    for (size_t i = 0; i < m->n && n < MANY; i++)
        n += (s->roll.items[m->at[i]].flags & GISA_ROLL_COPY) != 0;
    return n < MANY ? GISA_OK : gisa_copies_know(s, err);
}

/* The row of the article that a copy's group is named after. */
static gisa_status source_of(gisa_store *s, const gisa_roll_entry *e, int64_t *out, gisa_error *err)
{
    *out = e->row;
    if (!(e->flags & GISA_ROLL_COPY)) return GISA_OK;
    return gisa_copies_root(s, e->row, out, err);
}

/* Whether match b should represent the group instead of match a. */
static bool stands_better(const gisa_store *s, const gisa_matches *m, size_t a, size_t b)
{
    if (m->levels && m->levels[a] != m->levels[b]) return m->levels[b] > m->levels[a];
    bool a_source = s->roll.items[m->at[a]].flags & GISA_ROLL_SOURCE;
    bool b_source = s->roll.items[m->at[b]].flags & GISA_ROLL_SOURCE;
    if (a_source != b_source) return b_source;
    return m->scores[b] > m->scores[a];
}

typedef struct folding {
    gisa_map groups;  /* source row to index + 1 of the match that represents it */
    uint64_t *copies; /* by match */
    bool *folded;     /* by match */
    bool any;
} folding;

static gisa_status fold(gisa_store *s, gisa_matches *m, folding *f, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < m->n && st == GISA_OK; i++) {
        const gisa_roll_entry *e = &s->roll.items[m->at[i]];
        int64_t source;
        uint64_t *slot;
        if (!(e->flags & (GISA_ROLL_COPY | GISA_ROLL_SOURCE))) continue;
        if ((st = source_of(s, e, &source, err)) < 0) break;
        if (gisa_map_put(&f->groups, (gisa_str){(char *)&source, sizeof source}, &slot, NULL) < 0)
            return gisa_fail_mem(err);
        size_t other = (size_t)*slot;
        if (other == 0) {
            *slot = i + 1;
            continue;
        }
        size_t keep = other - 1, drop = i;
        if (stands_better(s, m, keep, drop)) keep = i, drop = other - 1;
        f->copies[keep] = f->copies[other - 1] + 1;
        f->folded[drop] = f->any = true;
        *slot = keep + 1;
    }
    return st;
}

gisa_status gisa_collapse_run(gisa_store *s, gisa_matches *m, uint64_t **copies, gisa_error *err)
{
    folding f = {0};
    gisa_status st = GISA_OK;
    if (copies) *copies = NULL;
    if (!has_any(s, m)) return st;
    f.copies = gisa_calloc(m->n + 1, sizeof *f.copies);
    f.folded = gisa_calloc(m->n + 1, sizeof *f.folded);
    if (!f.copies || !f.folded)
        st = gisa_fail_mem(err);
    else
        st = need_sources(s, m, err);
    if (st == GISA_OK) st = fold(s, m, &f, err);
    size_t kept = 0;
    for (size_t i = 0; i < m->n && st == GISA_OK; i++) {
        if (f.folded[i]) continue;
        m->at[kept] = m->at[i];
        m->scores[kept] = m->scores[i];
        if (m->levels) m->levels[kept] = m->levels[i];
        f.copies[kept++] = f.copies[i];
    }
    if (st == GISA_OK) m->n = kept;
    gisa_map_clear(&f.groups);
    gisa_free(f.folded);
    if (copies && st == GISA_OK && f.any)
        *copies = f.copies;
    else
        gisa_free(f.copies);
    return st;
}

/* Index into the roll of an article that is in the time and the outlets of a plan, or roll.n. */
static size_t find_within(const gisa_store *s, const gisa_plan *p, int64_t row)
{
    const gisa_roll *roll = &s->roll;
    if (row < p->first_row || row > p->last_row) return roll->n;
    size_t at = gisa_roll_seek(roll, row, 0);
    if (at == roll->n || roll->items[at].row != row) return roll->n;
    uint32_t outlet = roll->items[at].outlet;
    return p->outlets && (outlet >= p->n_outlets || !p->outlets[outlet]) ? roll->n : at;
}

/* The source, or the earliest of its copies when it is not within the plan. */
static gisa_status find_counted(gisa_store *s, const gisa_plan *p, int64_t source, size_t *out,
                                gisa_error *err)
{
    sqlite3_stmt *stmt;
    *out = find_within(s, p, source);
    if (*out < s->roll.n) return GISA_OK;
    gisa_status st = gisa_sql_get(&s->sql,
                                  "WITH RECURSIVE kin (row) AS (VALUES (?1) UNION SELECT a.row"
                                  " FROM kin JOIN article a ON a.copy_of = kin.row)"
                                  " SELECT row FROM kin ORDER BY row",
                                  &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, source);
    while (*out == s->roll.n && (st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK)
        *out = find_within(s, p, sqlite3_column_int64(stmt, 0));
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static int by_place(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

gisa_status gisa_collapse_count(gisa_store *s, const gisa_plan *p, gisa_matches *m, gisa_error *err)
{
    gisa_map sources = {0};
    gisa_status st = need_sources(s, m, err);
    size_t kept = 0;
    for (size_t i = 0; i < m->n && st == GISA_OK; i++) {
        const gisa_roll_entry *e = &s->roll.items[m->at[i]];
        size_t counted = m->at[i];
        if (e->flags & (GISA_ROLL_COPY | GISA_ROLL_SOURCE)) {
            int64_t source;
            uint64_t *slot;
            bool added = false;
            if ((st = source_of(s, e, &source, err)) < 0) break;
            if (gisa_map_put(&sources, (gisa_str){(char *)&source, sizeof source}, &slot, &added) <
                0)
                st = gisa_fail_mem(err);
            if (st == GISA_OK && !added) continue;
            if (st == GISA_OK) st = find_counted(s, p, source, &counted, err);
        }
        m->at[kept++] = (uint32_t)counted;
    }
    if (st == GISA_OK && kept) qsort(m->at, kept, sizeof *m->at, by_place);
    if (st == GISA_OK) m->n = kept;
    gisa_map_clear(&sources);
    return st;
}

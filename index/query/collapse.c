#include "index/query/collapse.h"

#include "base/mem.h"
#include "index/store/copies.h"
#include "index/store/store_handle.h"

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
    f.copies = gisa_calloc(m->n + 1, sizeof *f.copies);
    f.folded = gisa_calloc(m->n + 1, sizeof *f.folded);
    if (!f.copies || !f.folded)
        st = gisa_fail_mem(err);
    else
        st = fold(s, m, &f, err);
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

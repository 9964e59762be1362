#include "index/query/collapse.h"

#include "base/mem.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

/* Groups are given by hand: 0002 and 0003 copy 0001, and 0005 copies 0003. */
static void make_groups(gisa_store *s)
{
    gisa_error err = {0};
    char id[8];
    for (int i = 1; i <= 5; i++) {
        snprintf(id, sizeof id, "000%d", i);
        tiny_add(s, tiny_record(id, "2025-01-01", NULL, id, id));
    }
    gisa_store_need_roll(s, &err);
    const gisa_roll_entry *e = s->roll.items;
    char sql[256];
    snprintf(sql, sizeof sql,
             "UPDATE article SET copy_of = %lld WHERE id IN ('0002', '0003');"
             "UPDATE article SET copy_of = %lld WHERE id = '0005'",
             (long long)e[0].row, (long long)e[2].row);
    gisa_sql_run(&s->sql, sql, &err);
    s->roll.items[0].flags |= GISA_ROLL_SOURCE;
    for (int i = 1; i <= 4; i++)
        if (i != 3) s->roll.items[i].flags |= GISA_ROLL_COPY;
}

static const struct {
    const char *name;
    uint32_t at[5];
    float scores[5];
    size_t n;
    const char *want;   /* index x copies */
    const char *levels; /* NULL: none */
} rows[] = {
    {"the source represents its copies", {0, 1, 2, 3, 4}, {1, 5, 2, 1, 1}, 5, "0x3 3x0 ", NULL},
    {"without it the best copy does", {1, 2, 4}, {1, 5, 2}, 3, "2x2 ", NULL},
    {"without scores the earliest does", {1, 2, 4}, {0, 0, 0}, 3, "1x2 ", NULL},
    {"the higher level does before the source", {0, 1, 2, 3}, {9, 6, 5, 1}, 4, "1x2 3x0 ", "0112"},
    {"what is alone stays", {1, 3}, {1, 1}, 2, "1x0 3x0 ", NULL},
    {"nothing is nothing", {0}, {0}, 0, "", NULL},
};

/* What is counted in the place of what: the first of the roll's indices that the bounds let in. */
static const struct {
    const char *name;
    size_t first, last; /* indices of the bounds */
    uint32_t at[5];
    size_t n;
    const char *want;
} counted[] = {
    {"a copy is counted as its source", 0, 4, {4}, 1, "0 "},
    {"copies are counted once", 0, 4, {1, 3, 4}, 3, "0 3 "},
    {"the earliest copy within the bounds is, where the source is not", 1, 4, {4}, 1, "1 "},
    {"the source of a copy is no better", 1, 4, {2, 4}, 2, "1 "},
    {"later bounds, a later copy", 2, 4, {4}, 1, "2 "},
    {"what is alone stays", 0, 4, {3}, 1, "3 "},
    {"in order of time", 1, 4, {2, 3}, 2, "1 3 "},
};

static void test_counted(gisa_store *s)
{
    gisa_error err = {0};
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
        uint32_t at[5];
        memcpy(at, counted[i].at, sizeof at);
        gisa_matches m = {.at = at, .n = counted[i].n, .cap = 5};
        const gisa_plan plan = {.first_row = s->roll.items[counted[i].first].row,
                                .last_row = s->roll.items[counted[i].last].row};
        WENT(gisa_collapse_count(s, &plan, &m, &err), err, counted[i].name);
        gisa_buf_reset(&out);
        for (size_t k = 0; k < m.n; k++) gisa_buf_addf(&out, "%u ", m.at[k]);
        SAME_C(gisa_buf_view(&out), counted[i].want, counted[i].name);
    }
    uint32_t at[] = {4};
    bool none[8] = {0};
    gisa_matches m = {.at = at, .n = 1, .cap = 1};
    none[s->roll.items[2].outlet] = true;
    const gisa_plan plan = {.first_row = 0, .last_row = INT64_MAX, .outlets = none, .n_outlets = 8};
    WENT(gisa_collapse_count(s, &plan, &m, &err), err, "outlets");
    EQUAL(m.at[0], 0, "the outlet of all lets the source in");
    gisa_buf_clear(&out);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_buf out = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    make_groups(s);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t at[5];
        float scores[5];
        uint64_t *copies = NULL;
        memcpy(at, rows[i].at, sizeof at);
        memcpy(scores, rows[i].scores, sizeof scores);
        uint8_t levels[5];
        gisa_matches m = {.at = at, .scores = scores, .n = rows[i].n, .cap = 5};
        for (size_t k = 0; rows[i].levels && k < m.n; k++)
            levels[k] = (uint8_t)(rows[i].levels[k] - '0');
        if (rows[i].levels) m.levels = levels;
        WENT(gisa_collapse_run(s, &m, &copies, &err), err, rows[i].name);
        gisa_buf_reset(&out);
        for (size_t k = 0; k < m.n; k++)
            gisa_buf_addf(&out, "%ux%d ", m.at[k], copies ? (int)copies[k] : 0);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        if (rows[i].levels) OK(m.levels[1] == 2, "levels move with their matches");
        gisa_free(copies);
    }
    test_counted(s);
    gisa_buf_clear(&out);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}

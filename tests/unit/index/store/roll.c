#include "index/store/roll.h"

#include "index/store/row.h"
#include "tests/unit/test.h"

static void open_memory(gisa_sql *q)
{
    gisa_error err;
    gisa_sql_open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, q, &err);
    gisa_sql_run(q, "CREATE TABLE row_block (block INTEGER PRIMARY KEY, entries BLOB NOT NULL)",
                 &err);
}

static gisa_roll_entry entry(int64_t row, uint32_t length)
{
    return (gisa_roll_entry){.row = row,
                             .length = length,
                             .outlet = (uint32_t)(row % 300),
                             .minute = (uint16_t)(row % 1440),
                             .flags = GISA_PRECISION_DAY};
}

/* Adds every third row, then takes some away and replaces others; the roll must say the same. */
static void test_updates(gisa_sql *q, const gisa_rows *rows)
{
    enum { N = 5000 };
    static gisa_roll_entry added[N];
    static int64_t removed[N];
    gisa_roll roll = {0};
    gisa_error err = {0};
    size_t n_removed = 0, n_added = 0;
    for (int i = 0; i < N; i++) added[i] = entry(GISA_ROW_DATED + (int64_t)i * 30000, 100);
    WENT(gisa_roll_update(q, rows, added, N, NULL, 0, &err), err, "entries are added");
    for (int i = 0; i < N; i += 10) removed[n_removed++] = GISA_ROW_DATED + (int64_t)i * 30000;
    for (int i = 5; i < N; i += 10)
        added[n_added++] = entry(GISA_ROW_DATED + (int64_t)i * 30000, 777);
    WENT(gisa_roll_update(q, rows, added, n_added, removed, n_removed, &err), err,
         "entries are removed and replaced at once");
    WENT(gisa_roll_load(q, rows, &roll, &err), err, "the roll is read");
    EQUAL(roll.n, N - N / 10, "what was removed is gone, what was replaced counts once");
    bool rising = true;
    for (size_t i = 1; i < roll.n; i++)
        rising = rising && roll.items[i - 1].row < roll.items[i].row;
    OK(rising, "rows rise");
    EQUAL(roll.total_length, N / 10 * 777 + (N - N / 5) * 100, "lengths add up");
    size_t at = gisa_roll_seek(&roll, GISA_ROW_DATED + 5 * 30000, 0);
    EQUAL(roll.items[at].length, 777, "a replaced entry is the new one");
    EQUAL(roll.items[at].outlet, (GISA_ROW_DATED + 5 * 30000) % 300, "numbers over 127 survive");
    EQUAL(roll.items[at].minute, rows->slots == 1 ? (GISA_ROW_DATED + 5 * 30000) % 1440 : 0,
          "the minute is kept where rows are days");
    for (size_t from = 0; from < roll.n; from += 97)
        for (size_t to = from; to < roll.n; to += 131)
            if (gisa_roll_seek(&roll, roll.items[to].row, from) != to)
                OK(false, "seeking finds every row from every place before it");
    EQUAL(gisa_roll_seek(&roll, roll.items[7].row + 1, 3), 8, "a row between two finds the later");
    EQUAL(gisa_roll_seek(&roll, INT64_MAX, 0), roll.n, "after the last there is none");
    EQUAL(gisa_roll_seek(&(gisa_roll){0}, 5, 0), 0, "an empty roll has none");
    gisa_roll_clear(&roll);
}

/* Numbers of one byte, two and three in every field, as an entry is read in one piece if its
 * numbers are of the usual sizes. */
static void test_sizes(gisa_sql *q, const gisa_rows *rows)
{
    enum { N = 3000 };
    static const uint32_t sizes[] = {0, 1, 127, 128, 500, 16383, 16384, 70000};
    enum { N_SIZES = sizeof sizes / sizeof *sizes };
    static gisa_roll_entry added[N];
    gisa_roll roll = {0};
    gisa_error err = {0};
    size_t wrong = 0;
    int64_t row = GISA_ROW_DATED;
    for (size_t i = 0; i < N; i++) {
        row += i % 5 ? 1 : 1 + sizes[i / 5 % N_SIZES];
        added[i] = (gisa_roll_entry){.row = row,
                                     .length = sizes[i % N_SIZES],
                                     .outlet = sizes[i / 3 % N_SIZES],
                                     .section = sizes[i / 7 % N_SIZES],
                                     .minute = rows->slots == 1 ? (uint16_t)(i * 7 % 1440) : 0,
                                     .flags = (uint8_t)(i % 32)};
    }
    gisa_sql_run(q, "DELETE FROM row_block", &err);
    WENT(gisa_roll_update(q, rows, added, N, NULL, 0, &err), err, "entries are added");
    WENT(gisa_roll_load(q, rows, &roll, &err), err, "the roll is read");
    EQUAL(roll.n, N, "each is there");
    for (size_t i = 0; i < N && i < roll.n; i++) {
        const gisa_roll_entry *a = &added[i], *b = &roll.items[i];
        wrong += a->row != b->row || a->length != b->length || a->outlet != b->outlet ||
                 a->section != b->section || a->minute != b->minute ||
                 (a->flags | GISA_ROLL_FRESH) != b->flags;
    }
    EQUAL(wrong, 0, "each is as it was");
    EQUAL(roll.n_fresh, N, "each is new");
    gisa_roll_clear(&roll);
}

static void test_damage(gisa_sql *q, const gisa_rows *rows)
{
    gisa_roll roll = {0};
    gisa_error err = {0};
    gisa_sql_run(q,
                 "UPDATE row_block SET entries = x'8080' WHERE block ="
                 " (SELECT min(block) FROM row_block)",
                 &err);
    EQUAL(gisa_roll_load(q, rows, &roll, &err), GISA_ECORRUPT, "a damaged block is reported");
    gisa_roll_clear(&roll);
}

int main(void)
{
    const gisa_rows layouts[] = {GISA_ROWS_BY_DAY, GISA_ROWS_BY_MINUTE};
    for (size_t i = 0; i < 2; i++) {
        gisa_sql q;
        open_memory(&q);
        test_updates(&q, &layouts[i]);
        test_sizes(&q, &layouts[i]);
        test_damage(&q, &layouts[i]);
        gisa_sql_close(&q);
    }
    return test_end();
}

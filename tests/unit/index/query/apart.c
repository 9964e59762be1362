#include "index/query/apart.h"

#include "index/query/match.h"
#include "index/query/plan.h"
#include "index/query/snippet.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

/* o-3 takes pro and mini; it falls into o and 3, as names of letters and digits do. */
static gisa_status spell(void *workspace, gisa_str name, gisa_spellings *out, gisa_error *err)
{
    gisa_spelling s = {.id = GISA_STR("o3"), .text = GISA_STR("o-3")};
    (void)workspace;
    if (!gisa_str_eq_nocase(name, s.text)) return GISA_OK;
    if (GISA_ARENA_GROW(&out->arena, out->items, out->n, out->cap) < 0) return gisa_fail_mem(err);
    out->items[out->n++] = s;
    return GISA_OK;
}

static gisa_status vary(void *workspace, gisa_str name, gisa_terms *out, gisa_error *err)
{
    (void)workspace;
    if (!gisa_str_eq_nocase(name, GISA_STR("o-3"))) return GISA_OK;
    return gisa_terms_put(out, GISA_STR("pro"), 0, 0, false) < 0 ||
                   gisa_terms_put(out, GISA_STR("mini"), 0, 0, false) < 0
               ? gisa_fail_mem(err)
               : GISA_OK;
}

static const char *const texts[] = {
    "o-3 came",          "o-3 pro came", "o-3 mini and o-3 pro came",
    "o-3 pro beats o-3", "pro o-3 came", "o-3 professional",
};

static const struct {
    const char *name, *query, *want;
    bool exact;
} rows[] = {
    {"a name is not where another is, unless it is elsewhere too", "o-3", "0 3 4 5", false},
    {"with the word it is the other", "o-3 pro", "1 2 3 4", false},
    {"whatever letters that has", "o-3 Mini", "2", false},
    {"in marks as without", "\"o-3\"", "0 3 4 5", false},
    {"unwanted, it takes away no other", "came -o-3", "1 2", false},
    {"with another word", "o-3 came", "0 4", false},
    {"exactly, it is wherever its letters are", "o-3", "0 1 2 3 4 5", true},
    {"what is no name has no others", "came pro", "1 2 4", false},
};

/* The numbers of the texts that a query finds. */
static void find(gisa_store *s, gisa_str query, bool exact, gisa_buf *out)
{
    gisa_plan plan = {0};
    gisa_matches m = {0};
    gisa_error err;
    gisa_buf_reset(out);
    if (gisa_plan_make(s, query, &(gisa_plan_opts){.exact = exact}, &plan, &err) < 0 ||
        gisa_match_all(s, &plan, &m, &err) < 0)
        gisa_buf_add_c(out, err.text);
    for (size_t i = 0; i < m.n; i++) gisa_buf_addf(out, i ? " %u" : "%u", m.at[i]);
    gisa_matches_clear(&m);
    gisa_plan_clear(&plan);
}

/* How many marks and how many places of words a text gets. */
static void test_marks(gisa_store *s, gisa_str text, size_t marks, size_t places)
{
    gisa_plan plan = {0};
    gisa_snippets *w = NULL;
    gisa_arena arena = {0};
    gisa_span *spans;
    gisa_unit_place *units;
    gisa_error err = {0};
    size_t n = 99;
    gisa_plan_make(s, GISA_STR("o-3"), &(gisa_plan_opts){0}, &plan, &err);
    WENT(gisa_snippets_open(s, &plan, &w, &err), err, "marks");
    gisa_snippets_marks(w, text, false, &arena, &spans, &n, &err);
    EQUAL(n, marks, text.p);
    gisa_snippets_units(w, text, false, &arena, &units, &n, &err);
    EQUAL(n, places, text.p);
    gisa_snippets_close(w);
    gisa_arena_clear(&arena);
    gisa_plan_clear(&plan);
}

int main(void)
{
    char folder[64], path[128];
    gisa_store *s = NULL;
    gisa_buf got = {0};
    gisa_error err = {0};
    gisa_store_opts opts = {.tokenizer = tiny_tokenizer()};
    opts.tokenizer.spellings = spell;
    opts.tokenizer.variants = vary;
    tiny_folder(folder);
    snprintf(path, sizeof path, "%s/gisa.db", folder);
    WENT(gisa_store_open(path, &opts, &s, &err), err, "a store");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char id[8], day[16];
        snprintf(id, sizeof id, "%04zu", i);
        snprintf(day, sizeof day, "2025-02-%02zu", i + 1);
        tiny_add(s, tiny_record(id, day, "a", id, texts[i]));
    }
    gisa_store_need_roll(s, &err);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        find(s, gisa_str_from(rows[i].query), rows[i].exact, &got);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    test_marks(s, GISA_STR("so o-3 came"), 1, 3);
    test_marks(s, GISA_STR("so o-3 pro came"), 0, 0);
    test_marks(s, GISA_STR("so o-3, pro"), 1, 3);
    gisa_buf_clear(&got);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}

/* What is said of hits on stderr. */
#include <inttypes.h>

#include "base/map.h"
#include "cli/hits.h"
#include "index/query/plan.h"
#include "index/query/query.h"
#include "index/store/snapshot.h"

/* Says a text, unless it was said. lined: it is of one query, whose line is named. */
static void say_once(const cli *c, hits_notes *notes, bool lined, gisa_buf *text)
{
    bool added = false;
    uint64_t *slot;
    gisa_buf all = {0};
    if (lined && notes->file)
        gisa_buf_addf(&all, "%s line %" PRIu64 ": ", notes->file, notes->line);
    gisa_buf_add(&all, gisa_buf_view(text));
    gisa_str view = gisa_buf_view(&all);
    if (gisa_buf_status(&all) >= 0 && gisa_map_put(&notes->said, view, &slot, &added) >= 0 && added)
        cli_info(c, "%.*s", GISA_ARG(view));
    gisa_buf_clear(&all);
    gisa_buf_clear(text);
}

void hits_say_query(const cli *c, gisa_str query, hits_notes *notes)
{
    gisa_query q = {0};
    hits_notes one = {0};
    gisa_error err;
    if (!c->quiet && gisa_query_parse(query, &q, &err) == GISA_OK) {
        for (size_t i = 0; i < q.n_notes; i++) {
            gisa_buf text = {0};
            gisa_buf_add(&text, q.notes[i]);
            say_once(c, notes ? notes : &one, true, &text);
        }
    }
    hits_notes_clear(&one);
    gisa_query_clear(&q);
}

static void say_widened(const cli *c, const gisa_widening *w, hits_notes *notes)
{
    gisa_buf text = {0};
    gisa_buf_addf(&text, "%.*s: also ", GISA_ARG(w->typed));
    size_t head = text.n;
    for (size_t k = 0; k < w->n; k++) {
        if (gisa_str_eq_nocase(w->spellings[k], w->typed)) continue;
        if (text.n > head) gisa_buf_add_c(&text, ", ");
        gisa_buf_add(&text, w->spellings[k]);
    }
    bool any = text.n > head;
    gisa_buf_add_c(&text, " (--exact turns this off)");
    if (any) say_once(c, notes, false, &text);
    gisa_buf_clear(&text);
}

/* Whether an earlier word of the query was the same but for capitals, and has been told of. */
static bool is_told(const gisa_widening *widened, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (gisa_str_eq_nocase(widened[i].typed, widened[at].typed)) return true;
    return false;
}

static void say_all_widened(const cli *c, const gisa_widening *widened, size_t n, hits_notes *notes)
{
    for (size_t i = 0; i < n; i++)
        if (!is_told(widened, i)) say_widened(c, &widened[i], notes);
}

void hits_say_widening(const cli *c, gisa_store *s, gisa_str query, bool exact)
{
    gisa_plan plan = {0};
    hits_notes notes = {0};
    gisa_error ignored;
    bool began;
    if (c->quiet || !query.n || gisa_store_begin_read(s, &began, &ignored) < 0) return;
    if (gisa_plan_make(s, query, &(gisa_plan_opts){.exact = exact}, &plan, &ignored) >= 0)
        say_all_widened(c, plan.widened, plan.n_widened, &notes);
    gisa_store_end_read(s, began);
    gisa_plan_clear(&plan);
    hits_notes_clear(&notes);
}

void hits_say_notes(const cli *c, const gisa_hits *hits, hits_notes *notes)
{
    gisa_buf text = {0};
    if (c->quiet) return;
    say_all_widened(c, hits->widened, hits->n_widened, notes);
    if (hits->loose) {
        gisa_buf_addf(&text,
                      "%llu of these ha%s a word only within another one or by a wider name:"
                      " last, and not counted (--exact turns this off)",
                      (unsigned long long)hits->loose, hits->loose == 1 ? "s" : "ve");
        say_once(c, notes, true, &text);
    }
    if (hits->ignored) {
        gisa_buf_addf(&text, "%u part%s of the query left out; see man gisa-query", hits->ignored,
                      hits->ignored == 1 ? "" : "s");
        say_once(c, notes, true, &text);
    }
    if (hits->no_filter.n) {
        gisa_buf_addf(&text, "%.*s: is no filter and was looked for as text; see man gisa-query",
                      GISA_ARG(hits->no_filter));
        say_once(c, notes, true, &text);
    }
}

void hits_notes_clear(hits_notes *notes)
{
    gisa_map_clear(&notes->said);
    *notes = (hits_notes){0};
}

/* Searches for what a search is like, not for its hits: one hit and no snippet. */
static gisa_status sound_out(gisa_store *s, gisa_str query, const gisa_search_opts *how,
                             gisa_join join, gisa_sort sort, gisa_hits *out, gisa_error *err)
{
    gisa_search_opts opts = *how;
    opts.no_snippets = true;
    opts.limit = 1;
    opts.join = join;
    opts.sort = sort;
    return gisa_search(s, query, &opts, out, err);
}

gisa_status hits_count_all(gisa_store *s, gisa_str query, const gisa_search_opts *how,
                           uint64_t *all, gisa_error *err)
{
    gisa_hits hits = {0}; /* by date, which counts every match */
    gisa_status st = sound_out(s, query, how, GISA_JOIN_ALL, GISA_SORT_DATE, &hits, err);
    *all = hits.total;
    gisa_hits_clear(&hits);
    return st;
}

gisa_status hits_readings_find(gisa_store *s, gisa_str query, const gisa_search_opts *how,
                               hits_readings *out, gisa_error *err)
{
    gisa_hits hits = {0};
    *out = (hits_readings){0};
    gisa_status st = sound_out(s, query, how, GISA_JOIN_AUTO, GISA_SORT_RELEVANCE, &hits, err);
    out->any = hits.any_word ? hits.total : 0;
    out->loose = hits.loose;
    out->bounded = hits.bounded;
    gisa_hits_clear(&hits);
    return st < 0 ? st : hits_count_all(s, query, how, &out->all, err);
}

void hits_say_readings(const cli *c, const hits_readings *r, bool counted)
{
    const char *bound = r->bounded ? "at least " : "";
    const char *shown = counted ? "; a list shows those too" : "";
    if (r->loose && !r->any)
        cli_info(c, "%llu article%s a word only within another one or by a wider name%s",
                 (unsigned long long)r->loose, r->loose == 1 ? " has" : "s have", shown);
    if (r->any <= r->all) return;
    uint64_t more = r->any - r->all;
    if (!r->all)
        cli_info(c, "no article has all the words; %s%llu ha%s some of them%s", bound,
                 (unsigned long long)more, more == 1 ? "s" : "ve", shown);
    else
        cli_info(c, "%llu article%s all the words; %s%llu more ha%s some of them%s",
                 (unsigned long long)r->all, r->all == 1 ? " has" : "s have", bound,
                 (unsigned long long)more, more == 1 ? "s" : "ve", shown);
}

void hits_say_nothing(const cli *c, const gisa_reader *r, gisa_str query,
                      const gisa_search_opts *how)
{
    hits_readings found = {0};
    gisa_error err;
    if (query.n && !gisa_reader_is_empty(r) && !c->quiet &&
        hits_readings_find(r->store, query, how, &found, &err) == GISA_OK && !found.all &&
        (found.any || found.loose))
        hits_say_readings(c, &found, true);
    else
        cli_database_say_nothing(c, r);
}

/* What is said of hits on stderr. */
#include "cli/hits.h"

/* Whether an earlier word of the query was the same, so that its spellings have been told. */
static bool is_told(const gisa_hits *hits, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (gisa_str_eq_nocase(hits->widened[i].typed, hits->widened[at].typed)) return true;
    return false;
}

void hits_say_notes(const cli *c, const gisa_hits *hits)
{
    for (size_t i = 0; i < hits->n_widened; i++) {
        const gisa_widening *w = &hits->widened[i];
        gisa_buf list = {0};
        if (is_told(hits, i)) continue;
        for (size_t k = 0; k < w->n; k++) {
            if (gisa_str_eq_nocase(w->spellings[k], w->typed)) continue;
            if (list.n) gisa_buf_add_c(&list, ", ");
            gisa_buf_add(&list, w->spellings[k]);
        }
        gisa_str text = gisa_buf_view(&list);
        if (text.n)
            cli_info(c, "%.*s: also %.*s (--exact turns this off)", GISA_ARG(w->typed),
                     GISA_ARG(text));
        gisa_buf_clear(&list);
    }
    if (hits->ignored)
        cli_info(c, "%u part%s of the query left out; see man gisa-query", hits->ignored,
                 hits->ignored == 1 ? "" : "s");
    if (hits->no_filter.n)
        cli_info(c, "%.*s: is no filter and was looked for as text; see man gisa-query",
                 GISA_ARG(hits->no_filter));
    if (hits->bounded)
        cli_info(c, "only %s were ranked (--exact-ranking ranks all)",
                 hits->any_word ? "articles with one of the rarer words, the newest of very many,"
                                : "the newest of very many articles");
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
    if (st == GISA_OK && hits.any_word) {
        out->any = hits.total;
        out->bounded = hits.bounded;
    }
    gisa_hits_clear(&hits);
    return st < 0 ? st : hits_count_all(s, query, how, &out->all, err);
}

void hits_say_readings(const cli *c, const hits_readings *r, bool counted)
{
    const char *bound = r->bounded ? "at least " : "";
    const char *shown = counted ? "; a list shows those too" : "";
    uint64_t more = r->any > r->all ? r->any - r->all : 0;
    if (!more) return;
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
        found.any)
        hits_say_readings(c, &found, true);
    else
        cli_database_say_nothing(c, r);
}

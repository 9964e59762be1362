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
    if (hits->fell_back && hits->n && hits->all_words)
        cli_info(c, "%llu article%s all the words; the others have some of them",
                 (unsigned long long)hits->all_words, hits->all_words == 1 ? " has" : "s have");
    else if (hits->fell_back && hits->n)
        cli_info(c, "no article has all the words; these have some of them");
    if (hits->bounded)
        cli_info(c, "only %s were ranked (--exact-ranking ranks all)",
                 hits->any_word ? "articles with one of the rarer words, the newest of very many,"
                                : "the newest of very many articles");
    if (hits->n < hits->total)
        cli_info(c, "%zu of %s%llu shown; --limit N shows more", hits->n,
                 hits->bounded ? "at least " : "", (unsigned long long)hits->total);
}

#include "index/postings/term_ratios.h"

#include "index/postings/bm25.h"
#include "index/postings/bounds.h"
#include "index/postings/unit_lists.h"
#include "index/store/store_handle.h"

static gisa_status put(gisa_list_counter *counter, gisa_list_unit *u, const gisa_roll *roll,
                       size_t at, gisa_ratio_sink sink, gisa_error *err)
{
    gisa_list_phrase *p = u->phrases;
    if (at >= roll->n || roll->items[at].row != p->row) return GISA_OK;
    gisa_status st = gisa_list_phrase_count(counter, u, p, err);
    if (st < 0) return st;
    double length = (double)roll->items[at].length / gisa_roll_average(roll);
    double tf = gisa_list_weigh(1, false, p->in_title, p->in_body);
    sink.put(sink.ctx, at, gisa_bounds_ratio(tf, gisa_bm25_norm(length)));
    return st;
}

gisa_status gisa_term_ratios(gisa_store *s, const gisa_leaf_segments *segments, gisa_str term,
                             const gisa_roll *roll, gisa_ratio_sink sink, gisa_error *err)
{
    gisa_phrase_term one = {term, false};
    const gisa_phrase phrase = {.terms = &one, .n = 1};
    gisa_arena arena = {0};
    gisa_list_phrase p = {0};
    gisa_list_unit u = {.phrases = &p, .n = 1};
    gisa_list_counter counter = gisa_list_counter_make(s);
    gisa_status st = gisa_list_phrase_open(&arena, s, segments, &phrase, &p, err);
    if (st == GISA_OK) st = gisa_list_phrase_seek(&p, 1, err);
    for (size_t at = 0; st == GISA_OK && p.row != GISA_POSTINGS_END;) {
        at = gisa_roll_seek(roll, p.row, at);
        st = put(&counter, &u, roll, at, sink, err);
        if (st == GISA_OK) st = gisa_list_phrase_seek(&p, p.row + 1, err);
    }
    gisa_list_unit_close(&u);
    gisa_list_counter_clear(&counter);
    gisa_arena_clear(&arena);
    return st;
}

#include "report/digest/digest.h"

#include <stdlib.h>

#include "index/store/copies.h"
#include "report/digest/digest_stories.h"
#include "report/digest/digest_text.h"
#include "report/digest/digest_voices.h"
#include "report/period.h"

static gisa_status keep_item(gisa_store *s, const gisa_stored *a, gisa_digest_work *w,
                             gisa_error *err)
{
    const gisa_article *r = &a->record.article;
    gisa_arena *arena = &w->d->arena;
    gisa_digest_item item = {.published = r->published,
                             .row = a->row,
                             .root = a->row,
                             .copy = true}; /* until it is seen to be counted */
    gisa_str url = r->canonical_url.p ? r->canonical_url : r->url;
    item.headline.day = gisa_kst_day(r->published.utc_s);
    if (GISA_ARENA_GROW(arena, w->items, w->n, w->cap) < 0 ||
        gisa_arena_copy(arena, r->id, &item.headline.id) < 0 ||
        gisa_arena_copy(arena, r->title, &item.headline.title) < 0 ||
        gisa_arena_copy(arena, url, &item.headline.url) < 0 ||
        gisa_arena_copy(arena, r->outlet_name.p ? r->outlet_name : r->outlet,
                        &item.headline.outlet) < 0 ||
        gisa_digest_clip(arena, gisa_digest_first_sentence(r->body), 120, &item.first_sentence) < 0)
        return gisa_fail_mem(err);
    w->items[w->n++] = item;
    w->d->articles++;
    w->d->copies++;
    if (!a->copy_of) return GISA_OK;
    return gisa_copies_root(s, a->row, &w->items[w->n - 1].root, err);
}

/* An article that is counted: as those of shares and themes are, near-duplicates folded. They come
 * in the order of the items. */
static gisa_status count_item(gisa_digest_work *w, const gisa_stored *a, size_t *at,
                              gisa_error *err)
{
    while (*at < w->n && w->items[*at].row != a->row) ++*at;
    if (*at == w->n) return GISA_OK; /* written since */
    gisa_digest_item *item = &w->items[*at];
    item->copy = false;
    w->d->copies--;
    if (gisa_digest_note_quotes(w, &a->record, &item->headline) < 0 ||
        gisa_digest_note_figures(w, &a->record, &item->headline) < 0)
        return gisa_fail_mem(err);
    return GISA_OK;
}

static gisa_status read_articles(gisa_store *s, const gisa_digest_opts *o, gisa_digest_work *w,
                                 gisa_error *err)
{
    gisa_articles_opts opts = {
        .query = o->query, .exact = o->exact, .days = {true, true, w->d->from_day, w->d->to_day}};
    gisa_stored a = {0};
    gisa_status st = GISA_OK;
    size_t at = 0;
    for (int pass = 0; pass < 2 && st >= 0; pass++) {
        gisa_articles *it = NULL;
        opts.no_annotation = pass == 0;
        opts.no_copies = pass == 1;
        st = gisa_articles_open(s, &opts, &it, err);
        while (st == GISA_OK && (st = gisa_articles_next(it, &a, err)) == GISA_OK)
            st = pass ? count_item(w, &a, &at, err) : keep_item(s, &a, w, err);
        gisa_articles_close(it);
    }
    gisa_stored_clear(&a);
    return st < 0 ? st : GISA_OK;
}

static int by_articles(const void *a, const void *b)
{
    const gisa_digest_outlet *x = a, *y = b;
    if (x->articles != y->articles) return x->articles < y->articles ? 1 : -1;
    return gisa_str_cmp(x->name, y->name);
}

static gisa_status count_outlets(gisa_digest_work *w, gisa_error *err)
{
    gisa_map map = {0};
    gisa_digest *d = w->d;
    size_t cap = 0;
    gisa_status st = GISA_OK;
    for (size_t i = 0; st >= 0 && i < w->n; i++) {
        uint64_t *slot;
        bool added;
        gisa_str name = w->items[i].headline.outlet;
        if (gisa_map_put(&map, name.p ? name : GISA_STR(""), &slot, &added) < 0 ||
            GISA_ARENA_GROW(&d->arena, d->outlets, d->n_outlets, cap) < 0) {
            st = gisa_fail_mem(err);
            break;
        }
        if (added) {
            *slot = d->n_outlets;
            d->outlets[d->n_outlets++] = (gisa_digest_outlet){.name = name};
        }
        d->outlets[*slot].articles++;
        d->outlets[*slot].copies += w->items[i].copy;
    }
    for (size_t i = 0; st >= 0 && i < d->n_stories; i++) {
        const gisa_story *story = &d->stories[i];
        const uint64_t *slot = gisa_map_find(&map, story->lead.outlet);
        if (story->first_known && slot) d->outlets[*slot].broke++;
    }
    if (st >= 0 && d->n_outlets) qsort(d->outlets, d->n_outlets, sizeof *d->outlets, by_articles);
    gisa_map_clear(&map);
    return st;
}

static gisa_status find_background(gisa_store *s, const gisa_digest_opts *o, gisa_digest *d,
                                   gisa_error *err)
{
    gisa_store_size size;
    gisa_rising_opts rising = {.period = d->period,
                               .day = d->from_day,
                               .length = d->own_days ? d->to_day - d->from_day + 1 : 0,
                               .periods = o->period == GISA_PERIOD_MONTH ? 6 : 8,
                               .query = o->query,
                               .exact = o->exact,
                               .stop = o->stop};
    gisa_topics_opts topics = {.tokenizer = o->tokenizer,
                               .query = o->query,
                               .exact = o->exact,
                               .days = {true, true, d->from_day, d->to_day},
                               .limit = 6,
                               .stop = o->stop};
    gisa_status st = gisa_rising_run(s, &rising, &d->rising, err);
    topics.base_days = d->from_day - d->rising.days[0];
    if (st >= 0) st = gisa_topics_run(s, &topics, &d->topics, err);
    if (st >= 0) st = gisa_store_size_find(s, &size, err);
    if (st >= 0) d->undated = size.undated;
    return st;
}

gisa_status gisa_digest_run(gisa_store *s, const gisa_digest_opts *opts, gisa_digest *out,
                            gisa_error *err)
{
    gisa_digest_work w = {.d = out};
    gisa_digest_clear(out);
    out->own_days = opts->days.has_from && opts->days.has_to;
    out->period = out->own_days ? GISA_PERIOD_DAY : opts->period;
    out->from_day = out->own_days ? opts->days.from : gisa_period_start(opts->period, opts->day);
    out->to_day = out->own_days ? opts->days.to : gisa_period_next(opts->period, opts->day) - 1;
    gisa_status st = read_articles(s, opts, &w, err);
    if (st == GISA_OK && !out->articles) st = GISA_END;
    if (st == GISA_OK) st = find_background(s, opts, out, err);
    if (st == GISA_OK) st = gisa_digest_find_stories(&w, err);
    if (st == GISA_OK) st = count_outlets(&w, err);
    if (st == GISA_OK) gisa_digest_rank_voices(&w);
    gisa_map_clear(&w.speakers);
    gisa_map_clear(&w.numbers);
    if (st < 0) gisa_digest_clear(out);
    return st;
}

void gisa_digest_clear(gisa_digest *d)
{
    gisa_topics_clear(&d->topics);
    gisa_rising_clear(&d->rising);
    gisa_arena_clear(&d->arena);
    *d = (gisa_digest){0};
}

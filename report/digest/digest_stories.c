/* A story is an article with its near-duplicates. Stories are ordered by how much of the period's
 * themes their headlines have, times their outlets; then, among the first GISA_STORIES_COMPARED,
 * one whose headline is nearly that of a better one is merged into it, unless the same outlet
 * printed it on another day. */
#include "report/digest/digest_stories.h"

#include <math.h>
#include <stdlib.h>

#include "base/hangul.h"
#include "base/letter.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "report/report_tuning.h"

typedef struct group {
    size_t *items; /* in order of time */
    size_t n;
    double echo;
    uint32_t theme; /* of the article with the greatest echo */
    uint64_t outlets;
    bool joined;
} group;

static int by_root(const void *a, const void *b)
{
    const gisa_digest_item *x = a, *y = b;
    if (x->root != y->root) return x->root < y->root ? -1 : 1;
    if (x->published.utc_s != y->published.utc_s)
        return x->published.utc_s < y->published.utc_s ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static double score(const group *g)
{
    return (1 + g->echo) * (1 + GISA_STORIES_OUTLET_WEIGHT * (double)(g->outlets - 1));
}

static int by_score(const void *a, const void *b)
{
    const group *x = a, *y = b;
    double s = score(x), t = score(y);
    if (s != t) return s < t ? 1 : -1;
    return x->items[0] < y->items[0] ? -1 : x->items[0] > y->items[0];
}

static uint64_t count_outlets(const gisa_digest_work *w, const group *g)
{
    uint64_t n = 0;
    for (size_t i = 0; i < g->n; i++) {
        size_t k = 0;
        while (k < i && !gisa_str_eq(w->items[g->items[k]].headline.outlet,
                                     w->items[g->items[i]].headline.outlet))
            k++;
        n += k == i;
    }
    return n;
}

/* Pairs of neighbouring letters and digits; spaces and marks do not count. */
static size_t read_pairs(gisa_str title, uint64_t *out, size_t max)
{
    uint32_t last = 0, cp;
    size_t n = 0;
    for (size_t i = 0; i < title.n && n < max;) {
        i += gisa_utf8_next(title, i, &cp);
        bool letter = gisa_is_hangul(cp) || gisa_is_hanja(cp) ||
                      (cp < 0x80 && (gisa_is_alpha((char)cp) || gisa_is_digit((char)cp)));
        if (!letter) continue;
        if (last) out[n++] = (uint64_t)last << 32 | cp;
        last = cp;
    }
    return n;
}

static double likeness(gisa_str a, gisa_str b)
{
    uint64_t x[128], y[128];
    size_t n = read_pairs(a, x, 128), m = read_pairs(b, y, 128), both = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < m; k++) {
            if (x[i] != y[k]) continue;
            both++;
            y[k] = 0;
            break;
        }
    return n + m ? 2 * (double)both / (double)(n + m) : 0;
}

static gisa_status join(gisa_digest_work *w, group *to, group *from)
{
    size_t *all = gisa_arena_calloc(&w->d->arena, to->n + from->n, sizeof *all);
    if (!all) return GISA_ENOMEM;
    for (size_t i = 0, k = 0; i + k < to->n + from->n;) {
        const gisa_digest_item *x = i < to->n ? &w->items[to->items[i]] : NULL;
        const gisa_digest_item *y = k < from->n ? &w->items[from->items[k]] : NULL;
        bool first = x && (!y || x->published.utc_s <= y->published.utc_s);
        all[i + k] = first ? to->items[i] : from->items[k];
        i += first;
        k += !first;
    }
    to->n += from->n;
    to->items = all;
    to->outlets = count_outlets(w, to);
    from->joined = true;
    return GISA_OK;
}

/* A title that one outlet prints day by day (뉴스브리핑) names a series and no event. */
static bool is_series(const gisa_digest_work *w, const group *a, const group *b)
{
    const gisa_headline *x = &w->items[a->items[0]].headline;
    const gisa_headline *y = &w->items[b->items[0]].headline;
    return x->day != y->day && gisa_str_eq(x->outlet, y->outlet);
}

static gisa_status join_alike(gisa_digest_work *w, group *groups, size_t n)
{
    for (size_t i = 0; i < n && i < GISA_STORIES_COMPARED; i++)
        for (size_t k = i + 1; !groups[i].joined && k < n && k < GISA_STORIES_COMPARED; k++) {
            if (groups[k].joined || is_series(w, &groups[i], &groups[k])) continue;
            gisa_str a = w->items[groups[i].items[0]].headline.title;
            gisa_str b = w->items[groups[k].items[0]].headline.title;
            if (likeness(a, b) >= GISA_STORIES_ALIKE && join(w, &groups[i], &groups[k]) < 0)
                return GISA_ENOMEM;
        }
    return GISA_OK;
}

static void fill(const gisa_digest_work *w, const group *g, gisa_story *s)
{
    const gisa_digest_item *lead = &w->items[g->items[0]];
    *s = (gisa_story){.lead = lead->headline,
                      .published = lead->published,
                      .snippet = lead->first_sentence,
                      .articles = g->n,
                      .outlets = g->outlets,
                      .score = score(g),
                      .first_known = g->outlets > 1 &&
                                     lead->published.precision == GISA_PRECISION_MINUTE};
    for (size_t i = 1; i < g->n; i++) {
        const gisa_digest_item *item = &w->items[g->items[i]];
        size_t k = 0;
        if (item->published.precision != GISA_PRECISION_MINUTE ||
            item->published.utc_s == lead->published.utc_s)
            s->first_known = false;
        while (k < s->n_carriers && !gisa_str_eq(s->carriers[k], item->headline.outlet)) k++;
        if (k == s->n_carriers && k < GISA_DIGEST_CARRIERS &&
            !gisa_str_eq(item->headline.outlet, lead->headline.outlet))
            s->carriers[s->n_carriers++] = item->headline.outlet;
    }
}

static gisa_status read_scores(const gisa_digest *d, gisa_map *scores)
{
    for (size_t i = 0; i < d->topics.n_scores; i++) {
        uint64_t *slot;
        if (gisa_map_put(scores, d->topics.scores[i].id, &slot, NULL) < 0) return GISA_ENOMEM;
        *slot = i;
    }
    return GISA_OK;
}

static gisa_status make_groups(gisa_digest_work *w, group *groups, size_t *n)
{
    gisa_map scores = {0};
    size_t *members = gisa_arena_calloc(&w->d->arena, w->n + 1, sizeof *members);
    gisa_status st = members ? read_scores(w->d, &scores) : GISA_ENOMEM;
    qsort(w->items, w->n, sizeof *w->items, by_root);
    for (size_t i = 0; st >= 0 && i < w->n; i++) {
        bool begins = !i || w->items[i].root != w->items[i - 1].root;
        if (begins) groups[(*n)++] = (group){.items = members + i, .theme = UINT32_MAX};
        group *g = &groups[*n - 1];
        const uint64_t *at = gisa_map_find(&scores, w->items[i].headline.id);
        members[i] = i;
        g->n++;
        if (at && w->d->topics.scores[*at].score > g->echo) {
            g->echo = w->d->topics.scores[*at].score;
            g->theme = w->d->topics.scores[*at].theme;
        }
    }
    gisa_map_clear(&scores);
    return st;
}

/* In the first of two turns a theme may have two stories. */
static bool theme_had_two(const group *groups, const bool *taken, size_t at)
{
    size_t same = 0;
    for (size_t i = 0; i < at; i++) same += taken[i] && groups[i].theme == groups[at].theme;
    return groups[at].theme != UINT32_MAX && same >= 2;
}

static gisa_status take_stories(gisa_digest_work *w, const group *groups, size_t n)
{
    gisa_digest *d = w->d;
    bool *taken = gisa_calloc(n + 1, sizeof *taken);
    if (!taken) return GISA_ENOMEM;
    for (int turn = 0; turn < 2; turn++)
        for (size_t i = 0; i < n && d->n_stories < GISA_DIGEST_STORIES; i++) {
            if (groups[i].joined || taken[i]) continue;
            if (turn == 0 && theme_had_two(groups, taken, i)) continue;
            taken[i] = true;
            fill(w, &groups[i], &d->stories[d->n_stories++]);
        }
    for (size_t i = 0; i < n; i++) d->all_stories += !groups[i].joined;
    gisa_free(taken);
    return GISA_OK;
}

gisa_status gisa_digest_find_stories(gisa_digest_work *w, gisa_error *err)
{
    gisa_digest *d = w->d;
    group *groups = gisa_calloc(w->n + 1, sizeof *groups);
    size_t n = 0;
    d->stories = gisa_arena_calloc(&d->arena, GISA_DIGEST_STORIES, sizeof *d->stories);
    gisa_status st = groups && d->stories ? make_groups(w, groups, &n) : GISA_ENOMEM;
    for (size_t i = 0; st >= 0 && i < n; i++) groups[i].outlets = count_outlets(w, &groups[i]);
    if (st >= 0 && n) {
        qsort(groups, n, sizeof *groups, by_score);
        st = join_alike(w, groups, n);
        qsort(groups, n, sizeof *groups, by_score);
    }
    if (st >= 0) st = take_stories(w, groups, n);
    gisa_free(groups);
    return st < 0 ? gisa_fail_mem(err) : GISA_OK;
}

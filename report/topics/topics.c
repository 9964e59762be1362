#include "report/topics/topics.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "report/topics/cluster.h"
#include "report/topics/topics_inside.h"

static gisa_status keep_doc(gisa_topic_work *w, const gisa_record *r, gisa_error *err)
{
    const gisa_article *a = &r->article;
    gisa_topic_doc doc = {.n = w->keys.n_found};
    gisa_str url = a->canonical_url.p ? a->canonical_url : a->url;
    doc.headline.day = a->published.precision >= GISA_PRECISION_DAY
                           ? gisa_kst_day(a->published.utc_s)
                           : INT64_MIN;
    doc.keys = gisa_arena_calloc(&w->arena, doc.n + 1, sizeof *doc.keys);
    doc.in_title = gisa_arena_calloc(&w->arena, doc.n + 1, 1);
    if (!doc.keys || !doc.in_title ||
        GISA_ARENA_GROW(&w->arena, w->docs, w->n_docs, w->docs_cap) < 0 ||
        gisa_arena_copy(&w->arena, a->id, &doc.headline.id) < 0 ||
        gisa_arena_copy(&w->arena, a->title, &doc.headline.title) < 0 ||
        gisa_arena_copy(&w->arena, url, &doc.headline.url) < 0 ||
        gisa_arena_copy(&w->arena, a->outlet_name.p ? a->outlet_name : a->outlet,
                        &doc.headline.outlet) < 0)
        return gisa_fail_mem(err);
    if (doc.n) {
        memcpy(doc.keys, w->keys.found, doc.n * sizeof *doc.keys);
        memcpy(doc.in_title, w->keys.in_title, doc.n);
    }
    w->docs[w->n_docs++] = doc;
    return GISA_OK;
}

static gisa_status read_articles(gisa_store *s, gisa_articles_opts *opts, bool background,
                                 gisa_topic_work *w, gisa_error *err)
{
    gisa_articles *it = NULL;
    gisa_stored a = {0};
    opts->no_copies = true;
    gisa_status st = gisa_articles_open(s, opts, &it, err);
    uint64_t total = st < 0 ? 0 : gisa_articles_total(it), i = 0;
    uint64_t step = background ? total / (GISA_TOPICS_BACKGROUND + 1) + 1 : 1;
    while (st == GISA_OK && (st = gisa_articles_next(it, &a, err)) == GISA_OK) {
        if (i++ % step) continue;
        st = gisa_keys_read(&w->keys, &a.record, background, err);
        if (st == GISA_OK && !background) st = keep_doc(w, &a.record, err);
    }
    if (st >= 0) w->unsampled += i - (i + step - 1) / step;
    gisa_articles_close(it);
    gisa_stored_clear(&a);
    return st < 0 ? st : GISA_OK;
}

static gisa_status gather(gisa_store *s, const gisa_topics_opts *o, gisa_topic_work *w,
                          gisa_error *err)
{
    gisa_articles_opts opts = {.query = o->query, .exact = o->exact, .days = o->days};
    gisa_status st = read_articles(s, &opts, false, w, err);
    if (st < 0 || !o->days.has_from) return st;
    opts.days.has_from = o->base_days > 0;
    opts.days.from = o->days.from - o->base_days;
    opts.days.has_to = true;
    opts.days.to = o->days.from - 1;
    return read_articles(s, &opts, true, w, err);
}

/* How far a key's articles cluster in time: the period's articles, in order, are cut into
 * slices of equal size, and each slice that has more than its part adds its divergence. One article
 * of each slice is not counted, so that a key that is merely rare gets nothing. */
static double burstiness(const gisa_topic_work *w, const uint32_t *slices, const gisa_key *key)
{
    double weight = 0, part = (double)key->n / (double)w->n_slices;
    for (size_t s = 0; s < w->n_slices; s++)
        if (slices[s] > part && slices[s] > 1)
            weight += ((double)slices[s] - 1) * log((double)slices[s] / part);
    return weight;
}

/* A key's share of the Kullback-Leibler divergence of the period from its background. */
static double weigh(const gisa_topic_work *w, const gisa_key *key, const uint32_t *slices)
{
    double n = (double)key->n, all = (double)w->keys.articles;
    uint64_t least = w->keys.articles < GISA_TOPICS_SMALL ? GISA_TOPICS_MIN_ARTICLES_SMALL
                                                          : GISA_TOPICS_MIN_ARTICLES;
    if (!gisa_key_fit(key) || key->n < least) return 0;
    if (w->keys.articles > GISA_TOPICS_TINY && n > GISA_TOPICS_MAX_SHARE * all) return 0;
    double weight = burstiness(w, slices, key);
    if (w->keys.base_articles) {
        double base = (double)w->keys.base_articles;
        weight = n * log((n / all) / (((double)key->base + 0.5) / (base + 1)));
    }
    if (key->name && key->type == GISA_ENTITY_LC) weight *= GISA_TOPICS_PLACE_WEIGHT;
    return weight > 0 ? weight : 0;
}

/* An outlet's own name is no theme. */
static bool is_outlet(const gisa_map *outlets, const gisa_key *key)
{
    return key->name && gisa_map_find(outlets, key->label) != NULL;
}

/* Whether a key is left out by the user: by its label, or as the word that it is. */
static bool is_stopped(const gisa_stopwords *stop, const gisa_key *key)
{
    return gisa_stopwords_has(stop, key->label) ||
           (!key->name && gisa_stopwords_has(stop, gisa_str_cut(key->id, 2, key->id.n)));
}

static gisa_status read_outlets(const gisa_topic_work *w, gisa_map *outlets)
{
    gisa_status st = GISA_OK;
    for (size_t d = 0; st >= 0 && d < w->n_docs; d++)
        if (w->docs[d].headline.outlet.n)
            st = gisa_map_count(outlets, w->docs[d].headline.outlet, 1);
    return st;
}

static int by_weight(const void *a, const void *b)
{
    const gisa_topic_key *x = a, *y = b;
    if (x->weight != y->weight) return x->weight < y->weight ? 1 : -1;
    if (x->key->name != y->key->name) return x->key->name ? -1 : 1;
    return gisa_str_cmp(x->key->id, y->key->id);
}

static gisa_status choose_keys(gisa_topic_work *w, gisa_error *err)
{
    size_t n = 0;
    gisa_map outlets = {0};
    w->n_slices = w->n_docs / GISA_TOPICS_SLICE_ARTICLES + 1;
    if (w->n_slices > GISA_TOPICS_SLICES) w->n_slices = GISA_TOPICS_SLICES;
    gisa_topic_key *all = gisa_calloc(w->keys.n + 1, sizeof *all);
    uint32_t *slices = gisa_calloc(w->keys.n * w->n_slices + 1, sizeof *slices);
    if (!all || !slices || read_outlets(w, &outlets) < 0) {
        gisa_free(all);
        gisa_free(slices);
        gisa_map_clear(&outlets);
        return gisa_fail_mem(err);
    }
    for (size_t d = 0; d < w->n_docs; d++)
        for (size_t i = 0; i < w->docs[d].n; i++)
            slices[w->docs[d].keys[i] * w->n_slices + d * w->n_slices / w->n_docs]++;
    for (size_t i = 0; i < w->keys.n; i++) {
        const gisa_key *key = &w->keys.items[i];
        all[n] = (gisa_topic_key){.key = key, .weight = weigh(w, key, slices + i * w->n_slices)};
        if (all[n].weight > 0 && !is_outlet(&outlets, key) && !is_stopped(w->stop, key)) n++;
    }
    gisa_free(slices);
    gisa_map_clear(&outlets);
    qsort(all, n, sizeof *all, by_weight);
    w->n_chosen = n < 2 * GISA_TOPICS_KEYS ? n : 2 * GISA_TOPICS_KEYS;
    memcpy(w->chosen, all, w->n_chosen * sizeof *all);
    gisa_free(all);
    return GISA_OK;
}

/* The documents of each chosen key, rising. */
static gisa_status make_postings(gisa_topic_work *w, gisa_error *err)
{
    uint32_t *place = gisa_calloc(w->keys.n + 1, sizeof *place);
    if (!place) return gisa_fail_mem(err);
    for (size_t i = 0; i < w->n_chosen; i++) {
        gisa_topic_key *c = &w->chosen[i];
        place[c->key - w->keys.items] = (uint32_t)i + 1;
        c->docs = gisa_arena_calloc(&w->arena, (size_t)c->key->n + 1, sizeof *c->docs);
        if (!c->docs) {
            gisa_free(place);
            return gisa_fail_mem(err);
        }
    }
    for (size_t d = 0; d < w->n_docs; d++)
        for (size_t i = 0; i < w->docs[d].n; i++) {
            uint32_t at = place[w->docs[d].keys[i]];
            if (at) w->chosen[at - 1].docs[w->chosen[at - 1].n++] = (uint32_t)d;
        }
    gisa_free(place);
    return GISA_OK;
}

static size_t shared(const gisa_topic_key *a, const gisa_topic_key *b)
{
    size_t n = 0;
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->docs[i] == b->docs[k]) n++;
        if (a->docs[i] <= b->docs[k])
            i++;
        else if (a->docs[i] > b->docs[k])
            k++;
    }
    return n;
}

/* Dice's coefficient of two keys' articles. One article alone, which may be a round-up, joins none.
 */
static double likeness(const gisa_topic_key *a, const gisa_topic_key *b)
{
    size_t both = shared(a, b);
    if (both < GISA_TOPICS_SHARED) return 0;
    return 2 * (double)both / (double)(a->n + b->n);
}

/* Whether key a adds nothing to key b. */
static bool gives_way(const gisa_topic_key *a, const gisa_topic_key *b)
{
    gisa_str x = a->key->label, y = b->key->label;
    if (a == b || x.n > y.n || !gisa_str_has(y, x)) return false;
    if (gisa_str_eq(x, y)) return a > b;
    return shared(a, b) * 10 >= a->n * GISA_TOPICS_PART_TENTHS;
}

static void drop_parts(gisa_topic_work *w)
{
    size_t n = 0;
    for (size_t i = 0; i < w->n_chosen; i++)
        for (size_t k = 0; k < w->n_chosen && !w->chosen[i].dropped; k++)
            w->chosen[i].dropped = gives_way(&w->chosen[i], &w->chosen[k]);
    for (size_t i = 0; i < w->n_chosen && n < GISA_TOPICS_KEYS; i++)
        if (!w->chosen[i].dropped) w->chosen[n++] = w->chosen[i];
    w->n_chosen = n;
}

static gisa_status cluster(gisa_topic_work *w, gisa_error *err)
{
    size_t n = w->n_chosen;
    double *alike = gisa_calloc(n * n + 1, sizeof *alike);
    uint32_t *size = gisa_calloc(n + 1, sizeof *size);
    gisa_status st = alike && size ? GISA_OK : gisa_fail_mem(err);
    for (size_t i = 0; st >= 0 && i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            const gisa_topic_key *a = &w->chosen[i], *b = &w->chosen[k];
            alike[i * n + k] = alike[k * n + i] = likeness(a, b);
        }
    if (st >= 0) gisa_cluster_run(alike, n, GISA_TOPICS_ALIKE, size, w->group);
    gisa_free(alike);
    gisa_free(size);
    return st;
}

gisa_status gisa_topics_run(gisa_store *s, const gisa_topics_opts *opts, gisa_topics *out,
                            gisa_error *err)
{
    gisa_topic_work *w = gisa_calloc(1, sizeof *w);
    gisa_topics_clear(out);
    if (!w) return gisa_fail_mem(err);
    w->keys.tokenizer = opts->tokenizer;
    w->stop = opts->stop;
    gisa_status st = gather(s, opts, w, err);
    if (st >= 0) st = choose_keys(w, err);
    if (st >= 0) st = make_postings(w, err);
    if (st >= 0) {
        drop_parts(w);
        st = cluster(w, err);
    }
    if (st >= 0) st = gisa_topics_put(w, opts->limit ? opts->limit : 10, out, err);
    gisa_keys_close(&w->keys);
    gisa_arena_clear(&w->arena);
    gisa_free(w);
    if (st < 0) gisa_topics_clear(out);
    return st;
}

void gisa_topics_clear(gisa_topics *t)
{
    gisa_arena_clear(&t->arena);
    *t = (gisa_topics){0};
}

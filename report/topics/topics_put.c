#include <stdlib.h>

#include "base/mem.h"
#include "report/topics/topics_inside.h"

typedef struct mark { /* what one article has of one theme */
    uint32_t doc;
    uint32_t keys, title_keys;
    bool lead; /* has the theme's first key */
} mark;

/* An article with more of the theme's keys in its headline comes first, then the earlier one. */
static int by_fit(const void *a, const void *b)
{
    const mark *x = a, *y = b;
    if (x->title_keys != y->title_keys) return x->title_keys < y->title_keys ? 1 : -1;
    if (x->keys != y->keys) return x->keys < y->keys ? 1 : -1;
    return x->doc < y->doc ? -1 : x->doc > y->doc;
}

static bool in_title(const gisa_topic_doc *d, uint32_t key)
{
    for (size_t i = 0; i < d->n; i++)
        if (d->keys[i] == key) return d->in_title[i];
    return false;
}

static size_t mark_docs(const gisa_topic_work *w, uint32_t group, mark *marks)
{
    size_t n = 0;
    for (size_t d = 0; d < w->n_docs; d++) marks[d] = (mark){.doc = (uint32_t)d};
    for (size_t i = 0; i < w->n_chosen; i++) {
        const gisa_topic_key *c = &w->chosen[i];
        if (w->group[i] != group) continue;
        for (size_t k = 0; k < c->n; k++) {
            mark *m = &marks[c->docs[k]];
            m->keys++;
            m->lead |= i == group;
            m->title_keys += in_title(&w->docs[c->docs[k]], (uint32_t)(c->key - w->keys.items));
        }
    }
    for (size_t d = 0; d < w->n_docs; d++)
        if (marks[d].lead || marks[d].keys >= GISA_TOPICS_DOC_KEYS) marks[n++] = marks[d];
    qsort(marks, n, sizeof *marks, by_fit);
    return n;
}

static uint64_t count_outlets(const gisa_topic_work *w, const mark *marks, size_t n)
{
    uint64_t outlets = 0;
    for (size_t i = 0; i < n; i++) {
        size_t k = 0;
        while (k < i && !gisa_str_eq(w->docs[marks[k].doc].headline.outlet,
                                     w->docs[marks[i].doc].headline.outlet))
            k++;
        outlets += k == i;
    }
    return outlets;
}

static gisa_status copy_headline(gisa_arena *arena, const gisa_headline *from, gisa_headline *to)
{
    to->day = from->day;
    if (gisa_arena_copy(arena, from->id, &to->id) < 0 ||
        gisa_arena_copy(arena, from->title, &to->title) < 0 ||
        gisa_arena_copy(arena, from->outlet, &to->outlet) < 0 ||
        gisa_arena_copy(arena, from->url, &to->url) < 0)
        return GISA_ENOMEM;
    return GISA_OK;
}

static bool says_the_same(gisa_str label, const gisa_topic *t)
{
    for (size_t i = 0; i < t->n_labels; i++)
        if (gisa_str_has(t->labels[i], label) || gisa_str_has(label, t->labels[i])) return true;
    return false;
}

/* The same headline elsewhere adds nothing. */
static bool is_shown(const gisa_topic *t, gisa_str title)
{
    for (size_t i = 0; i < t->n_headlines; i++)
        if (gisa_str_eq(t->headlines[i].title, title)) return true;
    return false;
}

static gisa_status fill(const gisa_topic_work *w, uint32_t group, mark *marks, gisa_arena *arena,
                        gisa_topic *t)
{
    size_t n = mark_docs(w, group, marks);
    t->articles = n;
    t->outlets = count_outlets(w, marks, n);
    t->ids = gisa_arena_calloc(arena, n + 1, sizeof *t->ids);
    if (!t->ids) return GISA_ENOMEM;
    for (size_t i = 0; i < n; i++)
        if (gisa_arena_copy(arena, w->docs[marks[i].doc].headline.id, &t->ids[i]) < 0)
            return GISA_ENOMEM;
    t->lead_n = w->chosen[group].key->n;
    t->lead_base = w->chosen[group].key->base;
    for (size_t i = group; i < w->n_chosen; i++) {
        if (w->group[i] != group) continue;
        if (w->chosen[i].weight > t->weight) t->weight = w->chosen[i].weight;
        gisa_str label = w->chosen[i].key->label;
        if (t->n_labels == GISA_TOPIC_LABELS || says_the_same(label, t)) continue;
        if (gisa_arena_copy(arena, label, &t->labels[t->n_labels++]) < 0) return GISA_ENOMEM;
    }
    for (size_t i = 0; i < n && t->n_headlines < GISA_TOPIC_HEADLINES; i++) {
        const gisa_headline *from = &w->docs[marks[i].doc].headline;
        if (is_shown(t, from->title)) continue;
        if (copy_headline(arena, from, &t->headlines[t->n_headlines++]) < 0) return GISA_ENOMEM;
    }
    return GISA_OK;
}

/* Two clusters may be the same articles under other words: the lighter one is dropped. */
static bool is_repeat(const gisa_topics *out, const gisa_topic *t)
{
    for (size_t i = 0; i < out->n; i++) {
        const gisa_topic *o = &out->items[i];
        size_t same = 0;
        for (size_t a = 0; a < t->n_headlines; a++)
            for (size_t b = 0; b < o->n_headlines; b++)
                same += gisa_str_eq(t->headlines[a].id, o->headlines[b].id);
        if (t->n_headlines && same * 2 > t->n_headlines) return true;
    }
    return false;
}

static gisa_status put_scores(const gisa_topic_work *w, gisa_topics *out)
{
    double best[GISA_TOPICS_KEYS];
    out->scores = gisa_arena_calloc(&out->arena, w->n_docs + 1, sizeof *out->scores);
    if (!out->scores) return GISA_ENOMEM;
    uint32_t *place = gisa_calloc(w->keys.n + 1, sizeof *place);
    if (!place) return GISA_ENOMEM;
    for (size_t i = 0; i < w->n_chosen; i++)
        place[w->chosen[i].key - w->keys.items] = (uint32_t)i + 1;
    for (size_t d = 0; d < w->n_docs; d++) {
        const gisa_topic_doc *doc = &w->docs[d];
        gisa_topic_score *s = &out->scores[d];
        memset(best, 0, sizeof best);
        for (size_t i = 0; i < doc->n; i++) {
            uint32_t at = doc->in_title[i] ? place[doc->keys[i]] : 0;
            if (!at) continue;
            double *top = &best[w->group[at - 1]];
            if (w->chosen[at - 1].weight > *top) *top = w->chosen[at - 1].weight;
        }
        s->theme = UINT32_MAX;
        for (size_t g = w->n_chosen; g-- > 0;) { /* the heaviest come first */
            s->score += best[g];
            if (best[g] > 0) s->theme = (uint32_t)g;
        }
        if (gisa_arena_copy(&out->arena, doc->headline.id, &s->id) < 0) break;
        out->n_scores++;
    }
    gisa_free(place);
    return out->n_scores == w->n_docs ? GISA_OK : GISA_ENOMEM;
}

/* Groups are numbered by their first, heaviest key, so walking the keys meets them in order of
 * weight. */
gisa_status gisa_topics_put(const gisa_topic_work *w, size_t limit, gisa_topics *out,
                            gisa_error *err)
{
    mark *marks = gisa_calloc(w->n_docs + 1, sizeof *marks);
    size_t cap = 0;
    gisa_status st = marks && put_scores(w, out) >= 0 ? GISA_OK : gisa_fail_mem(err);
    out->articles = w->keys.articles;
    out->base_articles = w->keys.base_articles;
    out->unsampled = w->unsampled;
    for (size_t i = 0; st >= 0 && i < w->n_chosen; i++) {
        if (w->group[i] != i) continue;
        if (out->n == limit) {
            out->others++;
            continue;
        }
        gisa_topic t = {0};
        if (GISA_ARENA_GROW(&out->arena, out->items, out->n, cap) < 0 ||
            fill(w, (uint32_t)i, marks, &out->arena, &t) < 0)
            st = gisa_fail_mem(err);
        else if (!is_repeat(out, &t))
            out->items[out->n++] = t;
    }
    gisa_free(marks);
    return st;
}

#include "ingest/site/boilerplate.h"

#include <pthread.h>

#include "base/hash.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/utf8.h"

/* Tuned with tests/bench/learn.py (F1 of bodies with and without what was learned). */
enum {
    WINDOW = 32,      /* articles of a site that are remembered */
    KEPT = 12,        /* lines of an article that are remembered, at each end */
    HEAD = 4,         /* lines of a body that count as its edge */
    TAIL = 8,         /* the same at its end */
    MIN_ARTICLES = 5, /* articles that must have a line */
    MIN_SHARE = 5,    /* and one in so many */
    MAX_GAPS = 2,     /* lines between learned ones and the end */
    MAX_GAP_CHARS = 40,
    MAX_MARK_CHARS = 8, /* of a line that says who speaks */
    MAX_LETTER_CHARS = 2,
    SAME_STORY_THIRDS = 2, /* of the lines in common */
};

enum {
    MAX_LINE_BYTES = 2000,
    SLOTS = 64, /* at least twice the lines of an article */
    SEEN_BYTES = 14,
    SEEN_LINE_BYTES = 6,
};

/* What is remembered of an article. A line that was learned before has the size 0. */
typedef struct seen {
    uint64_t id;
    uint32_t title;
    uint32_t lines[2 * KEPT];
    uint16_t sizes[2 * KEPT];
    uint8_t n;
    bool copy; /* the story of an earlier one again: does not count */
} seen;

typedef struct site_memory {
    gisa_str key; /* owned by the map of sites */
    seen *items;  /* oldest first */
    size_t n, cap;
    bool changed;
    bool has_learned;
} site_memory;

struct gisa_boilerplate {
    pthread_mutex_t lock; /* what clean reads: places, sites and learned */
    gisa_map places;      /* site → index in sites */
    site_memory *sites;
    size_t n, cap;
    gisa_map learned; /* key_of a site and a line */
    gisa_str lesson_lines[2 * KEPT];
    uint64_t lesson_articles[WINDOW];
};

/* The first and the last lines of a body that are not empty. */
typedef struct edges {
    gisa_str lines[2 * KEPT];
    size_t n;
} edges;

static void read_edges(gisa_str body, edges *out)
{
    gisa_str ring[KEPT], line;
    size_t n = 0;
    while (gisa_str_next_line(&body, &line)) {
        line = gisa_str_trim(line);
        if (!line.n) continue;
        if (n < KEPT)
            out->lines[n] = line;
        else
            ring[n % KEPT] = line;
        n++;
    }
    out->n = n < 2 * KEPT ? n : 2 * KEPT;
    for (size_t i = KEPT; i < out->n; i++) out->lines[i] = ring[(n - out->n + i) % KEPT];
}

static bool at_edge(size_t i, size_t n)
{
    return i < HEAD || i + TAIL >= n;
}

/* 24 bytes: the hash of the site, two of the line. */
typedef struct line_key {
    uint64_t part[3];
} line_key;

static line_key key_of(gisa_str site, gisa_str line)
{
    return (line_key){{gisa_hash64(site, 1), gisa_hash64(line, 2), gisa_hash64(line, 3)}};
}

static bool is_learned(const gisa_boilerplate *b, gisa_str site, gisa_str line)
{
    line_key k = key_of(site, line);
    return gisa_map_find(&b->learned, (gisa_str){(const char *)k.part, sizeof k.part}) != NULL;
}

gisa_status gisa_boilerplate_open(gisa_boilerplate **out, gisa_error *err)
{
    *out = gisa_calloc(1, sizeof **out);
    if (!*out) return gisa_fail_mem(err);
    pthread_mutex_init(&(*out)->lock, NULL);
    return GISA_OK;
}

void gisa_boilerplate_close(gisa_boilerplate *b)
{
    if (!b) return;
    for (size_t i = 0; i < b->n; i++) gisa_free(b->sites[i].items);
    gisa_free(b->sites);
    gisa_map_clear(&b->places);
    gisa_map_clear(&b->learned);
    pthread_mutex_destroy(&b->lock);
    gisa_free(b);
}

void gisa_boilerplate_site(const gisa_article *a, gisa_buf *out)
{
    if (!a->outlet.n) return;
    gisa_buf_add(out, a->outlet);
    if (a->via.n) gisa_buf_add_char(out, '@');
    gisa_buf_add(out, a->via);
}

/* Called with the lock held; NULL without memory. */
static site_memory *need_site(gisa_boilerplate *b, gisa_str key)
{
    uint64_t *slot = gisa_map_find(&b->places, key);
    if (slot) return &b->sites[*slot];
    if (GISA_GROW(b->sites, b->n, b->cap) < 0) return NULL;
    if (gisa_map_put(&b->places, key, &slot, NULL) < 0) return NULL;
    *slot = b->n;
    b->sites[b->n] = (site_memory){.key = b->places.items[b->n].key};
    return &b->sites[b->n++];
}

/* A place after the site's last article; the oldest makes room. NULL without memory. */
static seen *next_seen(site_memory *s)
{
    if (s->n == WINDOW) memmove(s->items, s->items + 1, --s->n * sizeof *s->items);
    if (GISA_GROW(s->items, s->n, s->cap) < 0) return NULL;
    return &s->items[s->n];
}

static uint64_t id_of(const gisa_article *a)
{
    uint64_t n;
    return gisa_article_id_number(a->id, &n) ? n : gisa_hash64(a->id, 4);
}

/* An article's lines by their hash, so that others can be compared with it. */
typedef struct table {
    uint8_t slots[SLOTS]; /* index of a line + 1 */
    const seen *of;
} table;

static table make_table(const seen *of)
{
    table t = {.of = of};
    for (uint8_t i = of->n; i > 0; i--) {
        size_t at = of->lines[i - 1] % SLOTS;
        while (t.slots[at]) at = (at + 1) % SLOTS;
        t.slots[at] = i;
    }
    return t;
}

/* Index of a line with this hash, the article's number of lines for none. */
static size_t table_find(const table *t, uint32_t hash)
{
    size_t at = hash % SLOTS;
    for (; t->slots[at]; at = (at + 1) % SLOTS)
        if (t->of->lines[t->slots[at] - 1] == hash) return t->slots[at] - 1u;
    return t->of->n;
}

static uint32_t size_of(const seen *a)
{
    uint32_t size = 0;
    for (size_t i = 0; i < a->n; i++) size += a->sizes[i];
    return size;
}

/* Counts the lines that both have at an edge; false when they are the same story. */
static bool compare_articles(const table *t, const seen *other, uint8_t counts[2 * KEPT])
{
    const seen *one = t->of;
    bool both[2 * KEPT] = {false};
    uint32_t shared = 0, size = size_of(one), others = size_of(other);
    if (one->id == other->id || (one->title && one->title == other->title)) return false;
    for (size_t i = 0; i < other->n; i++) {
        size_t at = table_find(t, other->lines[i]);
        if (at == one->n) continue;
        shared += other->sizes[i];
        if (at_edge(at, one->n) && at_edge(i, other->n)) both[at] = true;
    }
    if (3 * shared >= SAME_STORY_THIRDS * (size < others ? size : others)) return false;
    for (size_t i = 0; i < one->n; i++) counts[i] = (uint8_t)(counts[i] + both[i]);
    return true;
}

static void fill_seen(const gisa_boilerplate *b, gisa_str site, const gisa_article *a,
                      const edges *e, seen *out)
{
    *out = (seen){.id = id_of(a), .n = (uint8_t)e->n};
    if (a->title.n) out->title = (uint32_t)gisa_hash64(a->title, 5);
    for (size_t i = 0; i < e->n; i++) {
        size_t n = e->lines[i].n;
        out->lines[i] = (uint32_t)gisa_hash64(e->lines[i], 2);
        out->sizes[i] = is_learned(b, site, e->lines[i]) ? 0 : (uint16_t)(n < 65535 ? n : 65535);
    }
}

/* A byline, a date or another crumb between learned lines; no sentence, and no subhead that has
 * much to say. */
static bool is_gap(gisa_str line)
{
    static const char *const ends[] = {".", "!", "?", "…", "\"", "”", "'", "’", "」"};
    if (gisa_utf8_chars(line) > MAX_GAP_CHARS) return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (gisa_str_ends(line, gisa_str_from(ends[i]))) return false;
    return true;
}

/* "<앵커>", "[리포트]", "Q": who speaks is part of the text, however often it recurs. */
static bool is_mark(gisa_str line)
{
    static const char *const pairs[][2] = {{"<", ">"}, {"[", "]"}, {"〈", "〉"}, {"【", "】"}};
    size_t chars = gisa_utf8_chars(line);
    if (chars > MAX_MARK_CHARS) return false;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (gisa_str_starts(line, gisa_str_from(pairs[i][0])) &&
            gisa_str_ends(line, gisa_str_from(pairs[i][1])))
            return true;
    return chars <= MAX_LETTER_CHARS;
}

/* Marks the learned lines from one end (step 1 or -1) inwards. */
static size_t mark_edge(const edges *e, const bool *learned, bool *drop, bool from_end)
{
    size_t reach = from_end ? TAIL : HEAD, gaps = 0, n = 0;
    for (size_t i = 0; i < reach && i < e->n; i++) {
        size_t at = from_end ? e->n - 1 - i : i;
        if (learned[at]) {
            n += !drop[at];
            drop[at] = true;
        } else if (!is_gap(e->lines[at]) || ++gaps > MAX_GAPS) {
            break;
        }
    }
    return n;
}

/* How many lines may go; none when nothing would be left. */
static size_t mark_edges(const edges *e, const bool *learned, bool *drop)
{
    size_t n = mark_edge(e, learned, drop, false) + mark_edge(e, learned, drop, true);
    if (n < e->n) return n;
    memset(drop, 0, 2 * KEPT * sizeof *drop);
    return 0;
}

static gisa_status note_line(gisa_boilerplate *b, gisa_str site, gisa_str line)
{
    line_key k = key_of(site, line);
    uint64_t *slot;
    return gisa_map_put(&b->learned, (gisa_str){(const char *)k.part, sizeof k.part}, &slot, NULL);
}

/* Earlier articles that have a line of the lesson at an edge. */
static void find_articles(gisa_boilerplate *b, const site_memory *s, const bool taught[2 * KEPT],
                          gisa_lesson *out)
{
    const seen *now = &s->items[s->n - 1];
    for (unsigned k = 0; k + 1 < s->n; k++) {
        const seen *other = &s->items[k];
        bool has = false;
        for (size_t i = 0; i < other->n && !has; i++)
            for (size_t j = 0; j < now->n && !has; j++)
                has = taught[j] && at_edge(i, other->n) && other->lines[i] == now->lines[j];
        if (has && other->id != now->id) b->lesson_articles[out->n_articles++] = other->id;
    }
    out->articles = b->lesson_articles;
}

/* What the site's last article has in common with enough of the others. */
static gisa_status draw_lesson(gisa_boilerplate *b, site_memory *s, const edges *e,
                               gisa_lesson *out)
{
    seen *now = &s->items[s->n - 1];
    uint8_t counts[2 * KEPT] = {0};
    bool recurs[2 * KEPT] = {false}, taught[2 * KEPT] = {false};
    unsigned telling = 1;
    table t = make_table(now);
    for (unsigned k = 0; k + 1 < s->n && !now->copy; k++) {
        if (s->items[k].copy) continue;
        telling++;
        now->copy = !compare_articles(&t, &s->items[k], counts);
    }
    if (now->copy) return GISA_OK;
    for (size_t i = 0; i < now->n; i++) {
        unsigned times = counts[i] + 1u;
        bool often = times >= MIN_ARTICLES && times * MIN_SHARE >= telling &&
                     e->lines[i].n <= MAX_LINE_BYTES && !is_mark(e->lines[i]);
        recurs[i] = at_edge(i, now->n) && (!now->sizes[i] || often);
    }
    mark_edges(e, recurs, taught);
    for (size_t i = 0; i < now->n; i++) {
        taught[i] = taught[i] && now->sizes[i];
        if (!taught[i]) continue;
        if (note_line(b, s->key, e->lines[i]) < 0) return GISA_ENOMEM;
        s->has_learned = true;
        b->lesson_lines[out->n_lines++] = e->lines[i];
    }
    out->lines = b->lesson_lines;
    if (out->n_lines) find_articles(b, s, taught, out);
    return GISA_OK;
}

gisa_status gisa_boilerplate_learn(gisa_boilerplate *b, gisa_str site_key, const gisa_article *a,
                                   gisa_lesson *out, gisa_error *err)
{
    edges e;
    *out = (gisa_lesson){0};
    if (!site_key.n) return GISA_OK;
    read_edges(a->body, &e);
    if (!e.n) return GISA_OK;
    pthread_mutex_lock(&b->lock);
    site_memory *s = need_site(b, site_key);
    seen *place = s ? next_seen(s) : NULL;
    gisa_status st = place ? GISA_OK : GISA_ENOMEM;
    if (place) {
        fill_seen(b, site_key, a, &e, place);
        s->n++;
        s->changed = true;
        st = draw_lesson(b, s, &e, out);
    }
    pthread_mutex_unlock(&b->lock);
    return st < 0 ? gisa_fail_mem(err) : GISA_OK;
}

/* Appends the lines that are not marked. Edges are views into the body, so a line is known by its
 * place. */
static void write_rest(gisa_str body, const edges *e, const bool *drop, gisa_buf *out)
{
    size_t start = out->n, i = 0;
    gisa_str line;
    while (gisa_str_next_line(&body, &line)) {
        gisa_str text = gisa_str_trim(line);
        while (i < e->n && e->lines[i].p < text.p) i++;
        if (text.n && i < e->n && e->lines[i].p == text.p && drop[i]) continue;
        if (!text.n && out->n == start) continue;
        if (out->n > start) gisa_buf_add_char(out, '\n');
        gisa_buf_add(out, line);
    }
    while (out->n > start && out->p[out->n - 1] == '\n') gisa_buf_cut(out, out->n - 1);
}

gisa_status gisa_boilerplate_clean(gisa_boilerplate *b, gisa_str site_key, gisa_str body,
                                   gisa_buf *out, size_t *dropped, gisa_error *err)
{
    edges e = {.n = 0};
    bool learned[2 * KEPT] = {false}, drop[2 * KEPT] = {false};
    *dropped = 0;
    pthread_mutex_lock(&b->lock);
    const uint64_t *place = site_key.n ? gisa_map_find(&b->places, site_key) : NULL;
    bool any = place && b->sites[*place].has_learned;
    if (any) read_edges(body, &e);
    for (size_t i = 0; i < e.n; i++)
        learned[i] = at_edge(i, e.n) && is_learned(b, site_key, e.lines[i]);
    pthread_mutex_unlock(&b->lock);
    size_t n = mark_edges(&e, learned, drop);
    if (!n) return GISA_OK;
    write_rest(body, &e, drop, out);
    *dropped = n;
    return out->st < 0 ? gisa_fail_mem(err) : GISA_OK;
}

static void add_number(gisa_buf *out, uint64_t value, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++) gisa_buf_add_char(out, (char)(value >> (8 * i)));
}

static uint64_t get_number(gisa_str s, size_t at, unsigned bytes)
{
    uint64_t value = 0;
    for (unsigned i = bytes; i > 0; i--) value = value << 8 | (unsigned char)s.p[at + i - 1];
    return value;
}

bool gisa_boilerplate_next_changed(gisa_boilerplate *b, size_t *at, gisa_str *key,
                                   gisa_buf *articles)
{
    while (*at < b->n) {
        site_memory *s = &b->sites[(*at)++];
        if (!s->changed) continue;
        for (unsigned i = 0; i < s->n; i++) {
            const seen *a = &s->items[i];
            add_number(articles, a->id, 8);
            add_number(articles, a->title, 4);
            add_number(articles, a->copy, 1);
            add_number(articles, a->n, 1);
            for (size_t j = 0; j < a->n; j++) {
                add_number(articles, a->lines[j], 4);
                add_number(articles, a->sizes[j], 2);
            }
        }
        s->changed = false;
        *key = s->key;
        return true;
    }
    return false;
}

gisa_status gisa_boilerplate_load_line(gisa_boilerplate *b, gisa_str key, gisa_str line,
                                       gisa_error *err)
{
    site_memory *s = need_site(b, key);
    if (!s || note_line(b, key, line) < 0) return gisa_fail_mem(err);
    s->has_learned = true;
    return GISA_OK;
}

gisa_status gisa_boilerplate_load_articles(gisa_boilerplate *b, gisa_str key, gisa_str bytes,
                                           gisa_error *err)
{
    size_t at = 0;
    site_memory *s = need_site(b, key);
    while (s && at < bytes.n) {
        size_t n = bytes.n - at < SEEN_BYTES ? SIZE_MAX : get_number(bytes, at + 13, 1);
        if (n > 2 * KEPT || bytes.n - at - SEEN_BYTES < n * SEEN_LINE_BYTES)
            return gisa_fail_for(err, GISA_ECORRUPT, GISA_CAUSE_DAMAGED_DATABASE,
                                 "what was learned of %.*s is damaged", GISA_ARG(key));
        seen *a = next_seen(s);
        if (!a) return gisa_fail_mem(err);
        *a = (seen){.id = get_number(bytes, at, 8),
                    .title = (uint32_t)get_number(bytes, at + 8, 4),
                    .copy = get_number(bytes, at + 12, 1) != 0,
                    .n = (uint8_t)n};
        at += SEEN_BYTES;
        for (size_t j = 0; j < n; j++, at += SEEN_LINE_BYTES) {
            a->lines[j] = (uint32_t)get_number(bytes, at, 4);
            a->sizes[j] = (uint16_t)get_number(bytes, at + 4, 2);
        }
        s->n++;
    }
    return s ? GISA_OK : gisa_fail_mem(err);
}

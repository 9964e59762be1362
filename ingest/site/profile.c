#include "ingest/site/profile.h"

#include "base/mem.h"
#include "corpus/data.h"

typedef struct entry {
    gisa_profile p;
    struct entry *next;
} entry;

struct gisa_profiles {
    gisa_arena arena;
    entry *first, **last;
};

static const char *const part_names[GISA_PART_COUNT] = {
    "body",     "title",   "subtitle", "author",  "published",
    "modified", "section", "press",    "caption", "noise",
};

/* Appends to an arena array that doubles at powers of two. */
static gisa_status append(gisa_arena *a, gisa_str **items, size_t *n, gisa_str s)
{
    if ((*n & (*n - 1)) == 0) {
        gisa_str *grown = gisa_arena_calloc(a, *n ? 2 * *n : 1, sizeof s);
        if (!grown) return GISA_ENOMEM;
        if (*n) memcpy(grown, *items, *n * sizeof s);
        *items = grown;
    }
    (*items)[(*n)++] = s;
    return GISA_OK;
}

static gisa_status add_words(gisa_arena *a, gisa_str **items, size_t *n, gisa_str value)
{
    gisa_str word;
    while (gisa_str_next_field(&value, ' ', &word))
        if (word.n && append(a, items, n, word) < 0) return GISA_ENOMEM;
    return GISA_OK;
}

static gisa_status set_flag(gisa_str value, bool *flag)
{
    *flag = gisa_str_is(value, "yes");
    return *flag || gisa_str_is(value, "no") ? GISA_OK : GISA_EINVAL;
}

static gisa_status set_delay(gisa_str value, uint32_t *out)
{
    double s;
    if (!gisa_str_to_double(value, &s) || s < 0 || s > 86400) return GISA_EINVAL;
    *out = (uint32_t)(s * 1000 + 0.5);
    return GISA_OK;
}

static gisa_status set_key(gisa_arena *a, gisa_profile *p, gisa_str key, gisa_str value,
                           gisa_error *err)
{
    if (gisa_str_is(key, "name")) return gisa_arena_copy(a, value, &p->name);
    if (gisa_str_is(key, "outlet")) return gisa_arena_copy(a, value, &p->outlet_name);
    if (gisa_str_is(key, "hosts")) return add_words(a, &p->hosts, &p->n_hosts, value);
    if (gisa_str_is(key, "feed")) return append(a, &p->feeds, &p->n_feeds, value);
    if (gisa_str_is(key, "sitemap")) return append(a, &p->sitemaps, &p->n_sitemaps, value);
    if (gisa_str_is(key, "confirmed")) return set_flag(value, &p->confirmed);
    if (gisa_str_is(key, "portal")) return set_flag(value, &p->portal);
    if (gisa_str_is(key, "delay")) return set_delay(value, &p->delay_ms);
    for (size_t i = 0; i < GISA_PART_COUNT; i++)
        if (gisa_str_is(key, part_names[i]))
            return gisa_selector_parse(value, a, &p->parts[i], err);
    return GISA_EINVAL;
}

gisa_status gisa_profiles_add(gisa_profiles *p, const char *file, gisa_str text, gisa_error *err)
{
    size_t number = 0;
    gisa_str line;
    entry *e = gisa_arena_calloc(&p->arena, 1, sizeof *e);
    if (!e || gisa_arena_copy(&p->arena, text, &text) < 0) return gisa_fail_mem(err);
    while (gisa_str_next_line(&text, &line)) {
        number++;
        line = gisa_str_trim(line);
        if (!line.n || line.p[0] == '#') continue;
        size_t colon = gisa_str_find_byte(line, ':', 0);
        gisa_str key = gisa_str_trim(gisa_str_cut(line, 0, colon));
        gisa_str value = gisa_str_trim(
            gisa_str_cut(line, colon == GISA_NPOS ? line.n : colon + 1, line.n));
        gisa_status st = value.n ? set_key(&p->arena, &e->p, key, value, NULL) : GISA_EINVAL;
        if (st == GISA_ENOMEM) return gisa_fail_mem(err);
        if (st < 0)
            return gisa_fail(err, GISA_EINVAL, "%s:%zu: not understood: %.*s", file, number,
                             GISA_ARG(line));
    }
    if (!e->p.name.n || !e->p.n_hosts)
        return gisa_fail(err, GISA_EINVAL, "%s: a profile needs name and hosts", file);
    *p->last = e;
    p->last = &e->next;
    return GISA_OK;
}

gisa_status gisa_profiles_open(gisa_profiles **out, gisa_error *err)
{
    gisa_profiles *p = gisa_calloc(1, sizeof *p);
    gisa_status st = GISA_OK;
    const gisa_data *d;
    if (!p) return gisa_fail_mem(err);
    p->last = &p->first;
    for (size_t i = 0; st >= 0 && (d = gisa_data_at(i)); i++)
        if (strncmp(d->name, "sources/", 8) == 0) st = gisa_profiles_add(p, d->name, d->bytes, err);
    if (st < 0) {
        gisa_profiles_close(p);
        return st;
    }
    *out = p;
    return GISA_OK;
}

void gisa_profiles_close(gisa_profiles *p)
{
    if (!p) return;
    gisa_arena_clear(&p->arena);
    gisa_free(p);
}

const gisa_profile *gisa_profiles_at(const gisa_profiles *p, size_t i)
{
    const entry *e = p->first;
    while (e && i--) e = e->next;
    return e ? &e->p : NULL;
}

static bool host_under(gisa_str host, gisa_str domain)
{
    if (host.n < domain.n) return false;
    gisa_str tail = gisa_str_cut(host, host.n - domain.n, host.n);
    return gisa_str_eq_nocase(tail, domain) &&
           (host.n == domain.n || host.p[host.n - domain.n - 1] == '.');
}

const gisa_profile *gisa_profiles_find(const gisa_profiles *p, gisa_str host)
{
    const gisa_profile *best = NULL;
    size_t longest = 0;
    for (const entry *e = p->first; e; e = e->next)
        for (size_t i = 0; i < e->p.n_hosts; i++)
            if (e->p.hosts[i].n >= longest && host_under(host, e->p.hosts[i])) {
                best = &e->p;
                longest = e->p.hosts[i].n;
            }
    return best;
}

const gisa_profile *gisa_profiles_named(const gisa_profiles *p, gisa_str name)
{
    const gisa_profile *found = NULL;
    for (const entry *e = p->first; e; e = e->next)
        if (gisa_str_eq(e->p.name, name)) found = &e->p;
    return found;
}

gisa_str gisa_url_host(gisa_str url)
{
    size_t at = gisa_str_find(url, GISA_STR("://"), 0);
    if (at == GISA_NPOS) return GISA_NONE;
    size_t from = at + 3, end = from;
    while (end < url.n && !strchr("/?#", url.p[end])) end++;
    for (size_t i = from; i < end; i++)
        if (url.p[i] == '@') from = i + 1;
    for (size_t i = from; i < end; i++)
        if (url.p[i] == ':') end = i;
    return gisa_str_cut(url, from, end);
}

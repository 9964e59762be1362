#include "ingest/site/source_setting.h"

#include "base/file.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "corpus/url.h"

enum { DELAY_MAX_MS = 3600000, CONTACT_MAX = 120, PAGE_MAX = 1000000 };

enum { KEY_BYTES = 32 }; /* of a mistyped key that is compared, with its end */

static gisa_status add_text(gisa_source_line *r, gisa_str **list, size_t *n, size_t *cap,
                            gisa_str value)
{
    gisa_arena *arena = &r->out->arena;
    if (GISA_ARENA_GROW(arena, *list, *n, *cap) < 0) return gisa_fail_mem(r->err);
    if (gisa_arena_copy(arena, value, *list + *n) < 0) return gisa_fail_mem(r->err);
    ++*n;
    return GISA_OK;
}

/* Of a path in the sources file, which begins at its folder. */
static void add_path(const gisa_source_line *r, gisa_str path, gisa_buf *out)
{
    gisa_str file = r->out->path;
    size_t folder = file.n;
    while (folder && file.p[folder - 1] != '/') folder--;
    if (path.p[0] != '/') gisa_buf_add(out, gisa_str_cut(file, 0, folder));
    gisa_buf_add(out, path);
}

static gisa_status keep_seed(gisa_source_line *r, gisa_seed_kind kind, const gisa_buf *url)
{
    gisa_source *s = r->source;
    gisa_status st = gisa_buf_check(url, "an address", r->err);
    if (st < 0) return st;
    if (GISA_ARENA_GROW(&r->out->arena, s->seeds, s->n_seeds, s->cap_seeds) < 0)
        return gisa_fail_mem(r->err);
    gisa_seed *seed = &s->seeds[s->n_seeds];
    seed->kind = kind;
    if (gisa_arena_copy(&r->out->arena, gisa_buf_view(url), &seed->url) < 0)
        return gisa_fail_mem(r->err);
    if (kind == GISA_SEED_PAGE) gisa_page_list_find(seed->url, &seed->list);
    s->n_seeds++;
    return GISA_OK;
}

static gisa_status add_seed(gisa_source_line *r, gisa_seed_kind kind, gisa_str value)
{
    gisa_buf url = {0};
    gisa_error inner;
    gisa_status st = gisa_url_resolve(GISA_NONE, value, &url, &inner);
    if (st == GISA_SKIP) st = gisa_source_fail(r, "wants an http or https address", value);
    if (st == GISA_ENOMEM) gisa_fail_mem(r->err);
    if (st >= 0) st = keep_seed(r, kind, &url);
    gisa_buf_clear(&url);
    return st;
}

static bool parse_period(gisa_str value, int64_t *seconds)
{
    int64_t unit = 1;
    char last = value.n ? value.p[value.n - 1] : '\0';
    if (!gisa_is_digit(last)) {
        unit = last == 's' ? 1 : last == 'm' ? 60 : last == 'h' ? 3600 : last == 'd' ? 86400 : 0;
        value = gisa_str_cut(value, 0, value.n ? value.n - 1 : 0);
    }
    uint64_t n;
    if (!unit || !gisa_str_to_u64(value, &n) || n > 100000) return false;
    *seconds = (int64_t)n * unit;
    return true;
}

/* What is before and behind the dots of "20m..6h"; without dots both stay as they are. */
static void part_range(gisa_str value, gisa_str *first, gisa_str *last)
{
    gisa_str dots = GISA_STR("..");
    size_t at = gisa_str_find(value, dots, 0);
    if (at == GISA_NPOS) return;
    *first = gisa_str_trim(gisa_str_cut(value, 0, at));
    *last = gisa_str_trim(gisa_str_cut(value, at + dots.n, value.n));
}

/* "1h", or "20m..6h". */
static gisa_status take_every(gisa_source_line *r, gisa_str value)
{
    gisa_source *s = r->source;
    gisa_str least = value, most = value;
    part_range(value, &least, &most);
    if (!parse_period(least, &s->every_s) || !parse_period(most, &s->every_most_s))
        return gisa_source_fail(r, "every wants a time such as 30m, 1h or 2d, or two, 30m..6h",
                                value);
    if (s->every_s > s->every_most_s)
        return gisa_source_fail(r, "every wants the shorter time first", value);
    return GISA_OK;
}

static gisa_status take_delay(gisa_source_line *r, gisa_str value)
{
    uint64_t number;
    if (!gisa_str_to_u64(value, &number) || number > DELAY_MAX_MS)
        return gisa_source_fail(r, "delay_ms wants 0 to 3600000 milliseconds", value);
    r->source->delay_ms = (int64_t)number;
    return GISA_OK;
}

static gisa_status take_feed(gisa_source_line *r, gisa_str value)
{
    return add_seed(r, GISA_SEED_FEED, value);
}

static gisa_status take_sitemap(gisa_source_line *r, gisa_str value)
{
    return add_seed(r, GISA_SEED_SITEMAP, value);
}

static gisa_status take_page(gisa_source_line *r, gisa_str value)
{
    return add_seed(r, GISA_SEED_PAGE, value);
}

static gisa_status take_urls(gisa_source_line *r, gisa_str value)
{
    gisa_buf url = {0};
    if (gisa_str_find_byte(value, '\0', 0) != GISA_NPOS || gisa_str_has(value, GISA_STR("://")))
        return gisa_source_fail(r, "urls wants a file of addresses, a line each", value);
    gisa_buf_add_c(&url, "file:");
    add_path(r, value, &url);
    gisa_status st = keep_seed(r, GISA_SEED_URLS, &url);
    gisa_buf_clear(&url);
    return st;
}

static gisa_status take_match(gisa_source_line *r, gisa_str value)
{
    gisa_source *s = r->source;
    return add_text(r, &s->match, &s->n_match, &s->cap_match, value);
}

static gisa_status take_skip(gisa_source_line *r, gisa_str value)
{
    gisa_source *s = r->source;
    return add_text(r, &s->skip, &s->n_skip, &s->cap_skip, value);
}

/* Names with blanks or commas between. */
static gisa_status add_names(gisa_source_line *r, gisa_str **list, size_t *n, size_t *cap,
                             gisa_str value)
{
    gisa_status st = GISA_OK;
    while (value.n && st >= 0) {
        size_t end = 0;
        while (end < value.n && !gisa_is_space(value.p[end]) && value.p[end] != ',') end++;
        if (end) st = add_text(r, list, n, cap, gisa_str_cut(value, 0, end));
        value = gisa_str_cut(value, end + 1, value.n);
    }
    return st;
}

static gisa_status take_drop(gisa_source_line *r, gisa_str value)
{
    gisa_address_rules *rules = &r->source->rules;
    return add_names(r, &rules->drop, &rules->n_drop, &rules->cap_drop, value);
}

static gisa_status take_keep(gisa_source_line *r, gisa_str value)
{
    gisa_address_rules *rules = &r->source->rules;
    return add_names(r, &rules->keep, &rules->n_keep, &rules->cap_keep, value);
}

static gisa_status take_host(gisa_source_line *r, gisa_str value)
{
    gisa_status st = gisa_address_rules_add_host(&r->source->rules, value, &r->out->arena);
    if (st == GISA_SKIP)
        return gisa_source_fail(r, "host wants m.a.example -> www.a.example", value);
    return st < 0 ? gisa_fail_mem(r->err) : GISA_OK;
}

/* "5", or "0..9". */
static gisa_status take_pages(gisa_source_line *r, gisa_str value)
{
    gisa_source *s = r->source;
    gisa_str first = GISA_STR("1"), last = value;
    part_range(value, &first, &last);
    bool good = gisa_str_to_u64(first, &s->page_first) && gisa_str_to_u64(last, &s->page_last) &&
                s->page_first <= s->page_last && s->page_last <= PAGE_MAX &&
                s->page_last - s->page_first < GISA_SOURCE_PAGES_MAX;
    s->says_pages = true;
    return good ? GISA_OK
                : gisa_source_fail(r, "pages wants a number up to 500, or two, 0..9", value);
}

static gisa_status take_links(gisa_source_line *r, gisa_str value)
{
    gisa_source *s = r->source;
    gisa_arena *arena = &r->out->arena;
    gisa_error why;
    gisa_str text;
    if (gisa_utf8_bad(value) != GISA_NPOS || gisa_str_find_byte(value, '\0', 0) != GISA_NPOS)
        return gisa_source_fail(r, "links wants UTF-8", value);
    if (gisa_arena_copy(arena, value, &text) < 0 ||
        GISA_ARENA_GROW(arena, s->links, s->n_links, s->cap_links) < 0)
        return gisa_fail_mem(r->err);
    gisa_status st = gisa_pattern_open(text.p, 0, &s->links[s->n_links], &why);
    if (st == GISA_ENOMEM) return gisa_fail_mem(r->err);
    if (st < 0)
        return gisa_fail_at(r->err, GISA_EINVAL, r->offset, "line %zu: links: %.120s", r->number,
                            why.text);
    if (gisa_pattern_groups(s->links[s->n_links++]) > GISA_PATTERN_GROUPS)
        return gisa_source_fail(r, "links wants up to 15 groups; (?: … ) makes none", value);
    return GISA_OK;
}

static gisa_status take_ca(gisa_source_line *r, gisa_str value)
{
    gisa_buf path = {0};
    if (r->source->ca.p) return gisa_source_fail(r, "a second ca", value);
    add_path(r, value, &path);
    gisa_status st = gisa_buf_check(&path, "a path", r->err);
    if (st >= 0 && (strlen(path.p) != path.n || !gisa_file_exists(path.p)))
        st = gisa_source_fail(r, "ca: no such file", gisa_buf_view(&path));
    if (st >= 0 && gisa_arena_copy(&r->out->arena, gisa_buf_view(&path), &r->source->ca) < 0)
        st = gisa_fail_mem(r->err);
    gisa_buf_clear(&path);
    return st;
}

/* It stands in a comment of the User-Agent, so brackets would end it. */
static bool is_contact(gisa_str s)
{
    size_t at = gisa_str_find_byte(s, '@', 0);
    bool web = gisa_str_starts(s, GISA_STR("https://")) || gisa_str_starts(s, GISA_STR("http://"));
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] <= ' ' || s.p[i] >= 0x7F || strchr("()<>\\\",;", s.p[i])) return false;
    gisa_str host = web ? gisa_str_cut(s, gisa_str_find(s, GISA_STR("//"), 0) + 2, s.n)
                        : gisa_str_cut(s, at == GISA_NPOS ? s.n : at + 1, s.n);
    size_t dot = gisa_str_find_byte(host, '.', 0);
    return s.n <= CONTACT_MAX && (web || (at != 0 && at != GISA_NPOS)) && dot != 0 &&
           dot != GISA_NPOS && host.p[host.n - 1] != '.';
}

static gisa_status take_contact(gisa_source_line *r, gisa_str value)
{
    if (!is_contact(value))
        return gisa_source_fail(r, "contact wants an e-mail or web address of yours", value);
    if (r->out->contact.n) return gisa_source_fail(r, "a second contact", value);
    return gisa_arena_copy(&r->out->arena, value, &r->out->contact) < 0 ? gisa_fail_mem(r->err)
                                                                        : GISA_OK;
}

static gisa_status take_reservations(gisa_source_line *r, gisa_str value)
{
    static const char *const names[] = {[GISA_RESERVATIONS_RECORD] = "record",
                                        [GISA_RESERVATIONS_SKIP] = "skip",
                                        [GISA_RESERVATIONS_ARCHIVE] = "archive"};
    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (!gisa_str_is(value, names[i])) continue;
        *(r->source ? &r->source->reservations : &r->out->reservations) = (gisa_reservations)i;
        return GISA_OK;
    }
    return gisa_source_fail(r, "reservations wants skip, record or archive", value);
}

typedef enum place { OF_SOURCE, OF_FILE, ANYWHERE } place;

typedef struct setting {
    const char *name;
    gisa_status (*take)(gisa_source_line *r, gisa_str value);
    place of;
} setting;

static const setting settings[] = {
    {"feed", take_feed, OF_SOURCE},      {"sitemap", take_sitemap, OF_SOURCE},
    {"page", take_page, OF_SOURCE},      {"pages", take_pages, OF_SOURCE},
    {"urls", take_urls, OF_SOURCE},      {"links", take_links, OF_SOURCE},
    {"match", take_match, OF_SOURCE},    {"skip", take_skip, OF_SOURCE},
    {"delay_ms", take_delay, OF_SOURCE}, {"every", take_every, OF_SOURCE},
    {"drop", take_drop, OF_SOURCE},      {"keep", take_keep, OF_SOURCE},
    {"host", take_host, OF_SOURCE},      {"ca", take_ca, OF_SOURCE},
    {"contact", take_contact, OF_FILE},  {"reservations", take_reservations, ANYWHERE},
};

enum { N_SETTINGS = sizeof settings / sizeof settings[0] };

static gisa_status fail_key(const gisa_source_line *r, gisa_str key)
{
    char typed[KEY_BYTES];
    const char *known[N_SETTINGS];
    for (size_t i = 0; i < N_SETTINGS; i++) known[i] = settings[i].name;
    for (size_t i = 0; i < key.n && i < KEY_BYTES; i++) typed[i] = gisa_lower(key.p[i]);
    if (key.n < KEY_BYTES) typed[key.n] = '\0';
    const char *near = key.n < KEY_BYTES ? gisa_nearest(typed, known, N_SETTINGS) : NULL;
    if (!near) return gisa_source_fail(r, "unknown setting", key);
    return gisa_fail_at(r->err, GISA_EINVAL, r->offset,
                        "line %zu: unknown setting: %.*s; did you mean %s?", r->number,
                        GISA_ARG(gisa_str_cut(key, 0, 60)), near);
}

gisa_status gisa_source_set(gisa_source_line *r, gisa_str key, gisa_str value)
{
    const setting *s = NULL;
    for (size_t i = 0; i < N_SETTINGS && !s; i++)
        if (gisa_str_is(key, settings[i].name)) s = &settings[i];
    if (!s) return fail_key(r, key);
    if (s->of == OF_FILE && r->source)
        return gisa_source_fail(r, "comes before the first [name]", key);
    if (s->of == OF_SOURCE && !r->source) return gisa_source_fail(r, "comes after a [name]", key);
    if (!value.n) return gisa_source_fail(r, "a setting without a value", key);
    return s->take(r, value);
}

gisa_status gisa_source_end(gisa_source_line *r)
{
    gisa_source *s = r->source;
    bool pages = false, lists = false;
    gisa_buf first = {0};
    gisa_status st = GISA_OK;
    if (!s) return GISA_OK;
    if (!s->n_seeds)
        return gisa_source_fail(r, "the source above has no feed, sitemap, page or urls", s->name);
    for (size_t i = 0; i < s->n_seeds && st >= 0; i++) {
        gisa_seed *seed = &s->seeds[i];
        pages = pages || seed->kind == GISA_SEED_PAGE;
        if (!seed->list.before.n) continue;
        lists = true;
        gisa_page_list_put(&seed->list, s->page_first, &first);
        st = gisa_buf_check(&first, "an address", r->err);
        if (st >= 0 && gisa_arena_copy(&r->out->arena, gisa_buf_view(&first), &seed->url) < 0)
            st = gisa_fail_mem(r->err);
    }
    gisa_buf_clear(&first);
    if (st < 0) return st;
    if (s->n_links && !pages)
        return gisa_source_fail(r, "links are of a page, and the source above has none", s->name);
    if (s->says_pages && !lists)
        return gisa_source_fail(r, "pages wants {page} in the address of a page above", s->name);
    return GISA_OK;
}

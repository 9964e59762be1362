#include "ingest/site/source.h"

#include <stdio.h>

#include "base/distance.h"
#include "base/file.h"
#include "corpus/url.h"
#include "ingest/fetch/glob.h"

enum { EVERY_LEAST_S = 1800, EVERY_MOST_S = 6 * 3600, DELAY_MAX_MS = 3600000, CONTACT_MAX = 120 };

enum { FILE_MAX = 16 << 20 }; /* mutate: equivalent, bytes of a file nobody writes */
enum { DISTANCE_MAX = 2 };    /* of a key from the one that is meant */

typedef struct reader {
    gisa_sources *out;
    gisa_source *source; /* the block at hand; NULL before the first */
    size_t line;
    uint64_t offset;
    gisa_error *err;
} reader;

static gisa_status fail_line(const reader *r, const char *what, gisa_str where)
{
    return gisa_fail_at(r->err, GISA_EINVAL, r->offset, "line %zu: %s: %.*s", r->line, what,
                        GISA_ARG(gisa_str_cut(where, 0, 120)));
}

static gisa_status add_text(reader *r, gisa_str **list, size_t *n, size_t *cap, gisa_str value)
{
    gisa_arena *arena = &r->out->arena;
    if (GISA_ARENA_GROW(arena, *list, *n, *cap) < 0) return gisa_fail_mem(r->err);
    if (gisa_arena_copy(arena, value, *list + *n) < 0) return gisa_fail_mem(r->err);
    ++*n;
    return GISA_OK;
}

static gisa_status add_seed(reader *r, gisa_seed_kind kind, gisa_str value)
{
    gisa_source *s = r->source;
    gisa_arena *arena = &r->out->arena;
    gisa_buf url = {0};
    gisa_error inner;
    gisa_status st = gisa_url_resolve(GISA_NONE, value, &url, &inner);
    if (st == GISA_SKIP) st = fail_line(r, "wants an http or https address", value);
    if (st == GISA_ENOMEM) gisa_fail_mem(r->err);
    if (st >= 0 && GISA_ARENA_GROW(arena, s->seeds, s->n_seeds, s->cap_seeds) < 0)
        st = gisa_fail_mem(r->err);
    if (st >= 0) {
        s->seeds[s->n_seeds].kind = kind;
        st = gisa_arena_copy(arena, gisa_buf_view(&url), &s->seeds[s->n_seeds].url);
        if (st < 0) gisa_fail_mem(r->err);
    }
    if (st >= 0) s->n_seeds++;
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

/* "1h", or "20m..6h". */
static gisa_status take_every(reader *r, gisa_str value)
{
    gisa_source *s = r->source;
    gisa_str dots = GISA_STR("..");
    size_t at = gisa_str_find(value, dots, 0);
    gisa_str least = at == GISA_NPOS ? value : gisa_str_trim(gisa_str_cut(value, 0, at));
    gisa_str most = at == GISA_NPOS ? value
                                    : gisa_str_trim(gisa_str_cut(value, at + dots.n, value.n));
    if (!parse_period(least, &s->every_s) || !parse_period(most, &s->every_most_s))
        return fail_line(r, "every wants a time such as 30m, 1h or 2d, or two, 30m..6h", value);
    if (s->every_s > s->every_most_s)
        return fail_line(r, "every wants the shorter time first", value);
    return GISA_OK;
}

static gisa_status take_delay(reader *r, gisa_str value)
{
    uint64_t number;
    if (!gisa_str_to_u64(value, &number) || number > DELAY_MAX_MS)
        return fail_line(r, "delay_ms wants 0 to 3600000 milliseconds", value);
    r->source->delay_ms = (int64_t)number;
    return GISA_OK;
}

static gisa_status take_feed(reader *r, gisa_str value)
{
    return add_seed(r, GISA_SEED_FEED, value);
}

static gisa_status take_sitemap(reader *r, gisa_str value)
{
    return add_seed(r, GISA_SEED_SITEMAP, value);
}

static gisa_status take_page(reader *r, gisa_str value)
{
    return add_seed(r, GISA_SEED_PAGE, value);
}

static gisa_status take_match(reader *r, gisa_str value)
{
    gisa_source *s = r->source;
    return add_text(r, &s->match, &s->n_match, &s->cap_match, value);
}

static gisa_status take_skip(reader *r, gisa_str value)
{
    gisa_source *s = r->source;
    return add_text(r, &s->skip, &s->n_skip, &s->cap_skip, value);
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

static gisa_status take_contact(reader *r, gisa_str value)
{
    if (!is_contact(value))
        return fail_line(r, "contact wants an e-mail or web address of yours", value);
    if (r->out->contact.n) return fail_line(r, "a second contact", value);
    return gisa_arena_copy(&r->out->arena, value, &r->out->contact) < 0 ? gisa_fail_mem(r->err)
                                                                        : GISA_OK;
}

typedef struct setting {
    const char *name;
    gisa_status (*take)(reader *r, gisa_str value);
    bool of_file; /* and not of a source */
} setting;

static const setting settings[] = {
    {"feed", take_feed, false},      {"sitemap", take_sitemap, false}, {"page", take_page, false},
    {"delay_ms", take_delay, false}, {"every", take_every, false},     {"match", take_match, false},
    {"skip", take_skip, false},      {"contact", take_contact, true},
};

enum { N_SETTINGS = sizeof settings / sizeof settings[0] };

static size_t spell(gisa_str word, uint32_t letters[GISA_DISTANCE_LETTERS])
{
    size_t n = word.n < GISA_DISTANCE_LETTERS ? word.n : GISA_DISTANCE_LETTERS;
    for (size_t i = 0; i < n; i++) letters[i] = (unsigned char)gisa_lower(word.p[i]);
    return n;
}

static gisa_status fail_key(const reader *r, gisa_str key)
{
    uint32_t typed[GISA_DISTANCE_LETTERS], known[GISA_DISTANCE_LETTERS];
    size_t n = spell(key, typed), best = DISTANCE_MAX;
    const char *near = NULL;
    char what[64] = "unknown setting";
    for (size_t i = 0; i < N_SETTINGS; i++) {
        size_t n_known = spell(gisa_str_from(settings[i].name), known);
        size_t d = gisa_distance(typed, n, known, n_known, best);
        if (d > best || d >= n) continue;
        near = settings[i].name;
        best = d;
    }
    if (near) snprintf(what, sizeof what, "unknown setting; did you mean %s?", near);
    return fail_line(r, what, key);
}

static gisa_status take_setting(reader *r, gisa_str key, gisa_str value)
{
    const setting *s = NULL;
    for (size_t i = 0; i < N_SETTINGS && !s; i++)
        if (gisa_str_is(key, settings[i].name)) s = &settings[i];
    if (!s) return fail_key(r, key);
    if (s->of_file && r->source) return fail_line(r, "comes before the first [name]", key);
    if (!s->of_file && !r->source) return fail_line(r, "comes after a [name]", key);
    if (!value.n) return fail_line(r, "a setting without a value", key);
    return s->take(r, value);
}

static bool is_name(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (!gisa_is_alpha(c) && !gisa_is_digit(c) && c != '-' && c != '_' && c != '.')
            return false;
    }
    return s.n > 0 && s.n <= 64 && s.p[0] != '-';
}

static gisa_status end_block(const reader *r)
{
    if (!r->source || r->source->n_seeds) return GISA_OK;
    return fail_line(r, "the source above has no feed, sitemap or page", r->source->name);
}

static gisa_status start_block(reader *r, gisa_str line)
{
    gisa_sources *out = r->out;
    gisa_str name = gisa_str_trim(gisa_str_cut(line, 1, line.n - 1));
    gisa_status st = end_block(r);
    if (st < 0) return st;
    if (line.p[line.n - 1] != ']' || !is_name(name))
        return fail_line(r, "wants [name] with letters, digits, '-', '_' or '.'", line);
    if (gisa_sources_find(out, name)) return fail_line(r, "a second source of this name", name);
    if (GISA_ARENA_GROW(&out->arena, out->items, out->n, out->cap) < 0)
        return gisa_fail_mem(r->err);
    r->source = &out->items[out->n];
    *r->source = (gisa_source){
        .delay_ms = -1, .every_s = EVERY_LEAST_S, .every_most_s = EVERY_MOST_S};
    if (gisa_arena_copy(&out->arena, name, &r->source->name) < 0) return gisa_fail_mem(r->err);
    out->n++;
    return GISA_OK;
}

static gisa_status take_line(reader *r, gisa_str line)
{
    if (!line.n || line.p[0] == '#') return GISA_OK;
    if (line.p[0] == '[') return start_block(r, line);
    size_t equals = gisa_str_find_byte(line, '=', 0);
    if (equals == GISA_NPOS) return fail_line(r, "wants [name] or key = value", line);
    gisa_str value = gisa_str_trim(gisa_str_cut(line, equals + 1, line.n));
    return take_setting(r, gisa_str_trim(gisa_str_cut(line, 0, equals)), value);
}

/* Into a list that is empty, but for its path. */
static gisa_status parse(gisa_str text, gisa_sources *out, gisa_error *err)
{
    reader r = {.out = out, .err = err};
    gisa_str rest = text, line;
    gisa_status st = GISA_OK;
    while (st >= 0 && gisa_str_next_line(&rest, &line)) {
        r.line++;
        r.offset = (uint64_t)(line.p - text.p);
        st = take_line(&r, gisa_str_trim(line));
    }
    if (st >= 0) st = end_block(&r);
    if (st < 0) gisa_sources_clear(out);
    return st;
}

gisa_status gisa_sources_parse(gisa_str text, gisa_sources *out, gisa_error *err)
{
    gisa_sources_clear(out);
    return parse(text, out, err);
}

gisa_status gisa_sources_read(const char *path, gisa_sources *out, gisa_error *err)
{
    gisa_error why;
    gisa_buf text = {0};
    gisa_sources_clear(out);
    gisa_status st = gisa_file_read(path, FILE_MAX, &text, err);
    if (st >= 0 && gisa_arena_copy(&out->arena, gisa_str_from(path), &out->path) < 0)
        st = gisa_fail_mem(err);
    if (st >= 0) {
        st = parse(gisa_buf_view(&text), out, &why);
        if (st < 0) st = gisa_fail_at(err, st, why.offset, "%s, %s", path, why.text);
    }
    if (st >= 0 && !out->n) st = gisa_fail(err, GISA_EINVAL, "%s: no source in it", path);
    if (st < 0) gisa_sources_clear(out);
    gisa_buf_clear(&text);
    return st;
}

const gisa_source *gisa_sources_find(const gisa_sources *s, gisa_str name)
{
    for (size_t i = 0; i < s->n; i++)
        if (gisa_str_eq(s->items[i].name, name)) return &s->items[i];
    return NULL;
}

bool gisa_source_takes(const gisa_source *s, gisa_str url)
{
    bool match = s->n_match == 0;
    for (size_t i = 0; i < s->n_match && !match; i++)
        match = gisa_glob_match(s->match[i], url, true);
    for (size_t i = 0; i < s->n_skip && match; i++) match = !gisa_glob_match(s->skip[i], url, true);
    return match;
}

void gisa_sources_clear(gisa_sources *s)
{
    gisa_arena_clear(&s->arena);
    *s = (gisa_sources){.arena = s->arena};
}

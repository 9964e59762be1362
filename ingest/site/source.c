#include "ingest/site/source.h"

#include "corpus/url.h"
#include "ingest/fetch/glob.h"

enum { EVERY_LEAST_S = 1800, EVERY_MOST_S = 6 * 3600, DELAY_MAX_MS = 3600000 };

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

static gisa_status take_setting(reader *r, gisa_str key, gisa_str value)
{
    gisa_source *s = r->source;
    uint64_t number;
    if (gisa_str_is(key, "feed")) return add_seed(r, GISA_SEED_FEED, value);
    if (gisa_str_is(key, "sitemap")) return add_seed(r, GISA_SEED_SITEMAP, value);
    if (gisa_str_is(key, "page")) return add_seed(r, GISA_SEED_PAGE, value);
    if (gisa_str_is(key, "match")) return add_text(r, &s->match, &s->n_match, &s->cap_match, value);
    if (gisa_str_is(key, "skip")) return add_text(r, &s->skip, &s->n_skip, &s->cap_skip, value);
    if (gisa_str_is(key, "every")) return take_every(r, value);
    if (!gisa_str_is(key, "delay_ms"))
        return fail_line(r, "unknown setting (feed, sitemap, page, delay_ms, every, match or skip)",
                         key);
    if (!gisa_str_to_u64(value, &number) || number > DELAY_MAX_MS)
        return fail_line(r, "delay_ms wants 0 to 3600000 milliseconds", value);
    s->delay_ms = (int64_t)number;
    return GISA_OK;
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
    if (!r->source) return fail_line(r, "a setting before the first [name]", line);
    gisa_str value = gisa_str_trim(gisa_str_cut(line, equals + 1, line.n));
    if (!value.n) return fail_line(r, "a setting without a value", line);
    return take_setting(r, gisa_str_trim(gisa_str_cut(line, 0, equals)), value);
}

gisa_status gisa_sources_parse(gisa_str text, gisa_sources *out, gisa_error *err)
{
    reader r = {.out = out, .err = err};
    gisa_str rest = text, line;
    gisa_status st = GISA_OK;
    gisa_sources_clear(out);
    while (st >= 0 && gisa_str_next_line(&rest, &line)) {
        r.line++;
        r.offset = (uint64_t)(line.p - text.p);
        st = take_line(&r, gisa_str_trim(line));
    }
    if (st >= 0) st = end_block(&r);
    if (st < 0) gisa_sources_clear(out);
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

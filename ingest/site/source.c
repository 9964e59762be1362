#include "ingest/site/source.h"

#include "base/file.h"
#include "ingest/fetch/glob.h"
#include "ingest/site/source_setting.h"

enum { EVERY_LEAST_S = 1800, EVERY_MOST_S = 6 * 3600, PAGES = 10 };

enum { FILE_MAX = 16 << 20 }; /* mutate: equivalent, bytes of a file nobody writes */

gisa_status gisa_source_fail(const gisa_source_line *l, const char *what, gisa_str where)
{
    return gisa_fail_at(l->err, GISA_EINVAL, l->offset, "line %zu: %s: %.*s", l->number, what,
                        GISA_ARG(gisa_str_cut(where, 0, 120)));
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

static gisa_status start_block(gisa_source_line *r, gisa_str line)
{
    gisa_sources *out = r->out;
    gisa_str name = gisa_str_trim(gisa_str_cut(line, 1, line.n - 1));
    gisa_status st = gisa_source_end(r);
    if (st < 0) return st;
    if (line.p[line.n - 1] != ']' || !is_name(name))
        return gisa_source_fail(r, "wants [name] with letters, digits, '-', '_' or '.'", line);
    if (gisa_sources_find(out, name))
        return gisa_source_fail(r, "a second source of this name", name);
    if (GISA_ARENA_GROW(&out->arena, out->items, out->n, out->cap) < 0)
        return gisa_fail_mem(r->err);
    r->source = &out->items[out->n];
    *r->source = (gisa_source){.delay_ms = -1,
                               .every_s = EVERY_LEAST_S,
                               .every_most_s = EVERY_MOST_S,
                               .page_first = 1,
                               .page_last = PAGES,
                               .reservations = out->reservations};
    out->n++;
    gisa_status copied = gisa_arena_copy(&out->arena, name, &r->source->name);
    return copied < 0 ? gisa_fail_mem(r->err) : GISA_OK;
}

static gisa_status take_line(gisa_source_line *r, gisa_str line)
{
    if (!line.n || line.p[0] == '#') return GISA_OK;
    if (line.p[0] == '[') return start_block(r, line);
    size_t equals = gisa_str_find_byte(line, '=', 0);
    if (equals == GISA_NPOS) return gisa_source_fail(r, "wants [name] or key = value", line);
    gisa_str value = gisa_str_trim(gisa_str_cut(line, equals + 1, line.n));
    return gisa_source_set(r, gisa_str_trim(gisa_str_cut(line, 0, equals)), value);
}

/* Into a list that is empty, but for its path. */
static gisa_status parse(gisa_str text, gisa_sources *out, gisa_error *err)
{
    gisa_source_line r = {.out = out, .err = err};
    gisa_str rest = text, line;
    gisa_status st = GISA_OK;
    while (st >= 0 && gisa_str_next_line(&rest, &line)) {
        r.number++;
        r.offset = (uint64_t)(line.p - text.p);
        st = take_line(&r, gisa_str_trim(line));
    }
    if (st >= 0) st = gisa_source_end(&r);
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

bool gisa_source_links_to(const gisa_source *s, gisa_match *m, gisa_str url, bool *gave_up)
{
    *gave_up = false;
    for (size_t i = 0; i < s->n_links; i++) {
        if (gisa_pattern_find(s->links[i], m, url, 0)) return true;
        *gave_up = *gave_up || gisa_match_gave_up(m);
    }
    return s->n_links == 0;
}

bool gisa_source_is_list(const gisa_source *s, gisa_str url)
{
    uint64_t number;
    for (size_t i = 0; i < s->n_seeds; i++)
        if (gisa_page_list_number(&s->seeds[i].list, url, &number)) return true;
    return false;
}

gisa_status gisa_source_next_page(const gisa_source *s, gisa_str url, gisa_buf *out,
                                  gisa_error *err)
{
    uint64_t number;
    for (size_t i = 0; i < s->n_seeds; i++) {
        if (!gisa_page_list_number(&s->seeds[i].list, url, &number)) continue;
        if (number < s->page_first || number >= s->page_last) return GISA_END;
        gisa_page_list_put(&s->seeds[i].list, number + 1, out);
        return gisa_buf_check(out, "an address", err);
    }
    return GISA_END;
}

void gisa_sources_clear(gisa_sources *s)
{
    for (size_t i = 0; i < s->n; i++)
        for (size_t k = 0; k < s->items[i].n_links; k++) gisa_pattern_close(s->items[i].links[k]);
    gisa_arena_clear(&s->arena);
    *s = (gisa_sources){.arena = s->arena};
}

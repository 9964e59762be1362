#include "base/json.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>

#include "base/utf8.h"

gisa_json gisa_json_make(gisa_buf *out)
{
    return (gisa_json){.out = out};
}

static void before_value(gisa_json *w)
{
    if (w->after_key)
        w->after_key = false;
    else if (w->filled[w->depth])
        gisa_buf_add_char(w->out, ',');
    w->filled[w->depth] = true;
}

static void open(gisa_json *w, char opener, char closer)
{
    before_value(w);
    gisa_buf_add_char(w->out, opener);
    assert(w->depth + 1 < GISA_JSON_DEPTH);
    w->depth++;
    w->filled[w->depth] = false;
    w->closer[w->depth] = closer;
}

void gisa_json_object(gisa_json *w)
{
    open(w, '{', '}');
}

void gisa_json_array(gisa_json *w)
{
    open(w, '[', ']');
}

void gisa_json_end(gisa_json *w)
{
    assert(w->depth > 0 && !w->after_key);
    gisa_buf_add_char(w->out, w->closer[w->depth--]);
}

void gisa_json_key(gisa_json *w, const char *key)
{
    before_value(w);
    gisa_json_quote(w->out, gisa_str_from(key));
    gisa_buf_add_char(w->out, ':');
    w->after_key = true;
}

static void add_escape(gisa_buf *out, unsigned char c)
{
    switch (c) {
    case '"': gisa_buf_add_c(out, "\\\""); break;
    case '\\': gisa_buf_add_c(out, "\\\\"); break;
    case '\n': gisa_buf_add_c(out, "\\n"); break;
    case '\r': gisa_buf_add_c(out, "\\r"); break;
    case '\t': gisa_buf_add_c(out, "\\t"); break;
    default: gisa_buf_addf(out, "\\u%04x", c);
    }
}

/* Copies runs that need no change in one go. */
void gisa_json_quote(gisa_buf *out, gisa_str s)
{
    size_t run = 0;
    gisa_buf_add_char(out, '"');
    for (size_t i = 0; i < s.n;) {
        unsigned char c = (unsigned char)s.p[i];
        uint32_t cp = c;
        size_t k = c < 0x80 ? 1 : gisa_utf8_next(s, i, &cp);
        bool escape = c < 0x20 || c == '"' || c == '\\' || c == 0x7F;
        if (escape || cp == GISA_CP_BAD) {
            gisa_buf_add(out, gisa_str_cut(s, run, i));
            if (escape)
                add_escape(out, c);
            else
                gisa_buf_add_cp(out, GISA_CP_BAD);
            run = i + k;
        }
        i += k;
    }
    gisa_buf_add(out, gisa_str_cut(s, run, s.n));
    gisa_buf_add_char(out, '"');
}

void gisa_json_str(gisa_json *w, gisa_str s)
{
    before_value(w);
    if (s.p)
        gisa_json_quote(w->out, s);
    else
        gisa_buf_add_c(w->out, "null");
}

void gisa_json_c(gisa_json *w, const char *s)
{
    gisa_json_str(w, gisa_str_from(s));
}

void gisa_json_int(gisa_json *w, int64_t v)
{
    before_value(w);
    gisa_buf_addf(w->out, "%" PRId64, v);
}

void gisa_json_bool(gisa_json *w, bool v)
{
    before_value(w);
    gisa_buf_add_c(w->out, v ? "true" : "false");
}

void gisa_json_null(gisa_json *w)
{
    before_value(w);
    gisa_buf_add_c(w->out, "null");
}

void gisa_json_raw(gisa_json *w, gisa_str value)
{
    before_value(w);
    gisa_buf_add(w->out, value);
}

/* A double of this size or more has no fraction. */
static bool has_fraction(double v)
{
    return v < 9.0e15; /* mutate: equivalent, just this one has none either */
}

void gisa_json_number(gisa_buf *out, double v, int decimals)
{
    static const double scales[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    assert(decimals >= 0 && decimals <= 9);
    while (decimals > 0 && !has_fraction(fabs(v) * scales[decimals])) decimals--;
    double scaled = fabs(v) * scales[decimals] + 0.5;
    if (!(scaled < 9.2e18)) {
        gisa_buf_add_c(out, "null");
        return;
    }
    uint64_t units = (uint64_t)scaled, one = (uint64_t)scales[decimals];
    uint64_t whole = units / one, part = units % one;
    if (signbit(v) && units) gisa_buf_add_char(out, '-');
    gisa_buf_addf(out, "%" PRIu64, whole);
    if (!part) return;
    while (part % 10 == 0) {
        part /= 10;
        decimals--;
    }
    gisa_buf_addf(out, ".%0*" PRIu64, decimals, part);
}

void gisa_json_double(gisa_json *w, double v, int decimals)
{
    before_value(w);
    gisa_json_number(w->out, v, decimals);
}

void gisa_json_key_str(gisa_json *w, const char *key, gisa_str s)
{
    gisa_json_key(w, key);
    gisa_json_str(w, s);
}

void gisa_json_key_c(gisa_json *w, const char *key, const char *s)
{
    gisa_json_key(w, key);
    gisa_json_c(w, s);
}

void gisa_json_key_int(gisa_json *w, const char *key, int64_t v)
{
    gisa_json_key(w, key);
    gisa_json_int(w, v);
}

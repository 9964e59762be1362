#include "ingest/page/script_state.h"

#include "base/percent.h"
#include "ingest/page/script_json.h"

enum { MOST_TRIES = 6, MAX_ALL = 24 << 20, NUXT_DEPTH = 24, NUXT_VALUES = 20000 };

static gisa_status read_state(json_t *root, gisa_arena *arena, gisa_script_data *out)
{
    gisa_status st = root ? gisa_script_json_read(root, arena, out) : GISA_OK;
    json_decref(root);
    return st;
}

/* Undoes the escapes of a string in a script as far as JSON needs it: \u and \x below 0x80. */
static void add_unescaped(gisa_str s, gisa_buf *out)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i], next = i + 1 < s.n ? s.p[i + 1] : 0;
        size_t digits = next == 'u' ? 4 : next == 'x' ? 2 : 0;
        unsigned value = 0;
        if (c != '\\') {
            gisa_buf_add_char(out, c);
            continue;
        }
        bool hex = digits && i + 1 + digits < s.n;
        for (size_t k = 0; hex && k < digits; k++) {
            int digit = gisa_hex_value(s.p[i + 2 + k]);
            hex = digit >= 0;
            value = value * 16 + (unsigned)(hex ? digit : 0);
        }
        if (hex && value < 0x80) {
            gisa_buf_add_char(out, (char)value);
            i += 1 + digits;
        } else if (next == '\\' || next == '\'' || next == '"' || next == '/' || next == '`') {
            gisa_buf_add_char(out, next);
            i++;
        } else {
            gisa_buf_add_char(out, c); /* what JSON knows itself */
        }
    }
}

/* Undoes the percent-encoding of a string. */
static void add_decoded(gisa_str s, gisa_buf *out)
{
    for (size_t i = 0; i < s.n; i++) {
        int byte = gisa_percent_value(s, i);
        gisa_buf_add_char(out, byte >= 0 ? (char)byte : s.p[i]);
        if (byte >= 0) i += GISA_PERCENT_BYTES - 1;
    }
}

/* The value of JSON.parse("…") whose bracket is just before `at`, or of
 * JSON.parse(decodeURIComponent("…")). */
static json_t *load_quoted(gisa_str text, size_t at)
{
    static const gisa_str decoder = {"decodeURIComponent(", sizeof "decodeURIComponent(" - 1};
    while (at < text.n && gisa_is_space(text.p[at])) at++;
    bool encoded = gisa_str_starts(gisa_str_cut(text, at, text.n), decoder);
    if (encoded) at += decoder.n;
    char quote = at < text.n ? text.p[at] : 0;
    if (quote != '"' && quote != '\'' && quote != '`') return NULL;
    size_t end = ++at;
    while (end < text.n && text.p[end] != quote) end += text.p[end] == '\\' ? 2 : 1;
    gisa_buf plain = gisa_buf_make(MAX_ALL);
    (encoded ? add_decoded : add_unescaped)(gisa_str_cut(text, at, end), &plain);
    json_t *v = gisa_script_json_parse(gisa_buf_view(&plain));
    gisa_buf_clear(&plain);
    return v;
}

/* The next JSON value that is assigned or parsed in a script, or that the script consists of. */
static json_t *next_value(gisa_str text, size_t *at)
{
    size_t quoted = gisa_str_find(text, GISA_STR("JSON.parse("), *at);
    for (unsigned tries = 0; tries < MOST_TRIES;) {
        size_t plain = gisa_str_find(text, GISA_STR("{\""), *at), before = plain;
        json_t *v = NULL;
        if (quoted == GISA_NPOS && plain == GISA_NPOS) return NULL;
        if (quoted < plain) {
            *at = quoted + sizeof "JSON.parse(" - 1;
            v = load_quoted(text, *at);
            quoted = gisa_str_find(text, GISA_STR("JSON.parse("), *at);
        } else {
            *at = plain + 2;
            while (before > 0 && (gisa_is_space(text.p[before - 1]) || text.p[before - 1] == '['))
                before--;
            if (before > 0 && text.p[before - 1] != '=' && text.p[before - 1] != '(') continue;
            while (gisa_is_space(text.p[before])) before++;
            v = gisa_script_json_parse(gisa_str_cut(text, before, text.n));
        }
        if (v) return v;
        tries++;
    }
    return NULL;
}

/* A value of Nuxt's array with its references resolved; NULL when there is too much of it. */
static json_t *resolve(const json_t *all, size_t at, unsigned depth, size_t *left)
{
    const json_t *v = json_array_get(all, at);
    const char *key;
    json_t *item, *out;
    size_t i;
    if (!v || !depth || !*left) return NULL;
    --*left;
    if (json_is_object(v)) {
        out = json_object();
        json_object_foreach((json_t *)v, key, item)
        {
            json_int_t ref = json_is_integer(item) ? json_integer_value(item) : -1;
            json_t *inner = ref >= 0 ? resolve(all, (size_t)ref, depth - 1, left) : NULL;
            if (inner) json_object_set_new(out, key, inner);
        }
        return out;
    }
    if (!json_is_array(v)) return json_incref((json_t *)v);
    out = json_array();
    json_array_foreach(v, i, item)
    {
        json_int_t ref = json_is_integer(item) ? json_integer_value(item) : -1;
        json_t *inner = ref >= 0 ? resolve(all, (size_t)ref, depth - 1, left) : NULL;
        if (inner) json_array_append_new(out, inner);
    }
    return out;
}

static gisa_status read_other(gisa_str text, gisa_arena *arena, gisa_script_data *out)
{
    gisa_status st = GISA_OK;
    size_t at = 0;
    gisa_str head = gisa_str_trim(text);
    if (gisa_str_starts(head, GISA_STR("[")) || gisa_str_starts(head, GISA_STR("{"))) {
        size_t left = NUXT_VALUES;
        json_t *all = gisa_script_json_parse(head);
        const json_t *first = json_array_get(all, 0);
        bool nuxt = json_is_object(first) || json_is_array(first);
        json_t *value = json_is_array(all) && nuxt && json_array_size(all) > 3
                            ? resolve(all, 0, NUXT_DEPTH, &left)
                            : json_incref(all);
        if (all) {
            json_decref(all);
            return read_state(value, arena, out);
        }
    }
    for (unsigned n = 0; n < MOST_TRIES && st >= 0; n++) {
        json_t *v = next_value(text, &at);
        if (!v) break;
        st = read_state(v, arena, out);
    }
    return st;
}

/* The rows of a flight: "id:" and a JSON value, or "id:T<hex bytes>," and a text. */
static gisa_status read_rows(gisa_str all, gisa_arena *arena, gisa_script_data *out)
{
    gisa_status st = GISA_OK;
    size_t at = 0;
    while (at < all.n && st >= 0) {
        size_t i = at, end;
        while (i < all.n && gisa_hex_value(all.p[i]) >= 0) i++;
        if (i >= all.n || all.p[i] != ':') i = at - 1;
        gisa_str row = gisa_str_cut(all, i + 1, all.n);
        end = gisa_str_find_byte(row, '\n', 0);
        if (end == GISA_NPOS) end = row.n;
        if (row.n > 1 && row.p[0] == 'T') {
            size_t k = 1, bytes = 0;
            for (; k < row.n && gisa_hex_value(row.p[k]) >= 0 && bytes < MAX_ALL; k++)
                bytes = bytes * 16 + (size_t)gisa_hex_value(row.p[k]);
            end = k < row.n && row.p[k] == ',' && bytes < row.n - k ? k + bytes : end;
        } else if (row.n && (row.p[0] == '[' || row.p[0] == '{')) {
            st = read_state(gisa_script_json_parse(gisa_str_cut(row, 0, end)), arena, out);
        }
        at = (size_t)(row.p - all.p) + end + 1;
    }
    return st;
}

gisa_status gisa_script_state_read(const gisa_prescan *scan, gisa_arena *arena,
                                   gisa_script_data *out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    gisa_buf joined = gisa_buf_make(MAX_ALL);
    for (size_t i = 0; st >= 0 && i < scan->n_scripts; i++) {
        if (scan->scripts[i].kind == GISA_SCRIPT_OTHER)
            st = read_other(scan->scripts[i].text, arena, out);
        else if (scan->scripts[i].kind == GISA_SCRIPT_FLIGHT)
            gisa_script_join_flight(scan->scripts[i].text, &joined);
    }
    if (st >= 0 && joined.n) st = read_rows(gisa_buf_view(&joined), arena, out);
    if (joined.st == GISA_ENOMEM || out->state_body.st == GISA_ENOMEM) st = GISA_ENOMEM;
    gisa_buf_clear(&joined);
    return st < 0 ? gisa_fail_mem(err) : GISA_OK;
}

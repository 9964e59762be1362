#include "ingest/page/script.h"

#include <jansson.h>

#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/page/script_json.h"

enum { MAX_ALL = 24 << 20, MAX_ROWS = 64, MAX_LD_VALUES = 16 };

static bool is_article_type(const json_t *object)
{
    const json_t *type = json_object_get(object, "@type");
    size_t count = json_is_array(type) ? json_array_size(type) : 1;
    for (size_t i = 0; i < count; i++) {
        gisa_str name = gisa_script_json_text(json_is_array(type) ? json_array_get(type, i) : type);
        size_t from = name.n; /* http://schema.org/NewsArticle, schema:NewsArticle */
        while (from > 0 && name.p[from - 1] != '/' && name.p[from - 1] != ':') from--;
        name = gisa_str_cut(name, from, name.n);
        if (gisa_wordlist_find(&gisa_list_article_types, name)) return true;
    }
    return false;
}

/* The first article in a JSON-LD value: itself, in an array, or in @graph. */
static const json_t *find_article(const json_t *v, unsigned depth)
{
    if (depth > 6) return NULL;
    if (json_is_array(v)) {
        size_t i;
        json_t *item;
        json_array_foreach(v, i, item)
        {
            const json_t *found = find_article(item, depth + 1);
            if (found) return found;
        }
        return NULL;
    }
    if (!json_is_object(v)) return NULL;
    if (is_article_type(v)) return v;
    const char *const inside[] = {"@graph", "mainEntity", "hasPart"};
    for (size_t i = 0; i < 3; i++) {
        const json_t *found = find_article(json_object_get(v, inside[i]), depth + 1);
        if (found) return found;
    }
    return NULL;
}

static gisa_status read_ld_value(const json_t *root, gisa_arena *arena, gisa_script_data *out)
{
    const json_t *article = find_article(root, 0);
    if (!article) return GISA_OK;
    gisa_status st = GISA_OK;
    gisa_str body = gisa_script_json_text(json_object_get(article, "articleBody"));
    if (!out->ld.headline.n) st = gisa_script_json_read_fields(article, root, arena, &out->ld);
    if (body.n > out->ld_body.n) {
        gisa_buf_reset(&out->ld_body);
        gisa_buf_add(&out->ld_body, body);
    }
    return st;
}

static gisa_status read_ld(gisa_str text, gisa_arena *arena, gisa_script_data *out)
{
    gisa_status st = GISA_OK;
    for (int i = 0; i < MAX_LD_VALUES && text.n && st >= 0; i++) {
        json_t *root = gisa_script_json_next_lenient(&text);
        st = read_ld_value(root, arena, out);
        json_decref(root);
    }
    return st;
}

void gisa_script_join_flight(gisa_str script, gisa_buf *out)
{
    size_t at = 0;
    while ((at = gisa_str_find(script, GISA_STR("__next_f.push("), at)) != GISA_NPOS) {
        at += sizeof "__next_f.push(" - 1;
        json_t *call = gisa_script_json_parse(gisa_str_cut(script, at, script.n));
        gisa_str chunk = gisa_script_json_text(json_array_get(call, 1));
        if (chunk.n && out->n + chunk.n < MAX_ALL) gisa_buf_add(out, chunk);
        json_decref(call);
    }
}

/* The text of flight row `id`: "id:T<hex bytes>,text". It may follow another text without a line
 * end; a digit before it makes it another row. */
static gisa_str flight_row(gisa_str all, gisa_str id)
{
    for (size_t at = 0; (at = gisa_str_find(all, id, at)) != GISA_NPOS; at += id.n) {
        if (at > 0 && gisa_hex_value(all.p[at - 1]) >= 0) continue;
        size_t i = at + id.n, bytes = 0;
        if (i + 1 >= all.n || all.p[i] != ':' || all.p[i + 1] != 'T') continue;
        for (i += 2; i < all.n && all.p[i] != ',' && bytes < MAX_ALL; i++) {
            int digit = gisa_hex_value(all.p[i]);
            if (digit < 0) return GISA_NONE;
            bytes = bytes * 16 + (size_t)digit;
        }
        return gisa_utf8_clip(gisa_str_cut(all, i + 1, all.n), bytes);
    }
    return GISA_NONE;
}

static const char *const body_keys[] = {
    "\"contentHtml\":", "\"articleBody\":", "\"contentBody\":", "\"bodyHtml\":",
    "\"content\":",     "\"body\":",        "\"contents\":",    "\"html\":"};

static gisa_status read_flight(const gisa_buf *joined, gisa_script_data *out)
{
    gisa_str all = gisa_buf_view(joined);
    unsigned rows = 0; /* looked for: each takes a walk over all chunks */
    for (size_t k = 0; k < sizeof body_keys / sizeof body_keys[0]; k++) {
        gisa_str key = gisa_str_from(body_keys[k]);
        for (size_t at = 0; (at = gisa_str_find(all, key, at)) != GISA_NPOS;) {
            at += key.n;
            while (at < all.n && all.p[at] == ' ') at++;
            if (at >= all.n || all.p[at] != '"') continue;
            json_error_t fault;
            json_t *v = json_loadb(all.p + at, all.n - at, JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK,
                                   &fault);
            gisa_str s = gisa_script_json_text(v);
            if (s.n > 1 && s.n < 8 && s.p[0] == '$' && rows++ < MAX_ROWS)
                s = flight_row(all, gisa_str_cut(s, 1, s.n));
            size_t weight = gisa_script_json_weight(s);
            if (weight > 200 && weight > out->state.weight) {
                out->state = (gisa_script_fields){.weight = weight};
                gisa_buf_reset(&out->state_body);
                gisa_script_json_write_markup(s, &out->state_body);
            }
            json_decref(v);
        }
        if (out->state.weight > 600) break;
    }
    return GISA_OK;
}

gisa_status gisa_script_read(const gisa_prescan *scan, gisa_arena *arena, gisa_script_data *out,
                             gisa_error *err)
{
    gisa_status st = GISA_OK;
    gisa_buf joined = gisa_buf_make(MAX_ALL);
    gisa_script_data_reset(out);
    for (size_t i = 0; st >= 0 && i < scan->n_scripts; i++) {
        gisa_script s = scan->scripts[i];
        if (s.kind == GISA_SCRIPT_JSON_LD) {
            st = read_ld(s.text, arena, out);
        } else if (s.kind == GISA_SCRIPT_FLIGHT) {
            gisa_script_join_flight(s.text, &joined);
        } else if (s.kind != GISA_SCRIPT_OTHER) {
            json_t *root = gisa_script_json_parse(s.text);
            if (root) st = gisa_script_json_read(root, arena, out);
            json_decref(root);
        }
    }
    if (st >= 0 && joined.n) st = read_flight(&joined, out);
    if (joined.st == GISA_ENOMEM || out->ld_body.st == GISA_ENOMEM ||
        out->state_body.st == GISA_ENOMEM)
        st = GISA_ENOMEM;
    gisa_buf_clear(&joined);
    return st < 0 ? gisa_fail_mem(err) : GISA_OK;
}

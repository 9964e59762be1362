#include "ingest/page/script.h"

#include <jansson.h>
#include <limits.h>

#include "base/utf8.h"
#include "ingest/page/script_json.h"

enum { MAX_ALL = 24 << 20, MAX_ROWS = 64, MAX_LD_VALUES = 16 };

/* What the page itself is worth beside its articles. */
enum { PAGE_WORTH = -100 };

typedef struct ld_reader {
    const gisa_page_hint *page;
    gisa_arena *arena;
    gisa_script_data *out;
    int worth; /* of the article in out->ld */
} ld_reader;

/* Reads an article, or the dates of the page itself. */
static gisa_status read_article(const gisa_ld_article *a, const json_t *root, gisa_arena *arena,
                                gisa_script_fields *out)
{
    gisa_script_fields all = {0};
    if (gisa_script_json_read_fields(a->node, root, arena, &all) < 0) return GISA_ENOMEM;
    *out = all;
    if (a->page) *out = (gisa_script_fields){.published = all.published, .modified = all.modified};
    return GISA_OK;
}

/* What the first of two objects of one page lacks, from the second. */
static void fill(gisa_script_fields *to, const gisa_script_fields *from)
{
    if (!to->headline.n) to->headline = from->headline;
    if (!to->subtitle.n) to->subtitle = from->subtitle;
    if (!to->section.n) to->section = from->section;
    if (!to->publisher.n) to->publisher = from->publisher;
    if (!to->published.n) to->published = from->published;
    if (!to->modified.n) to->modified = from->modified;
    for (size_t i = 0; i < from->n_authors && !to->n_authors; i++) {
        to->authors[i] = from->authors[i];
        to->emails[i] = from->emails[i];
    }
    if (!to->n_authors) to->n_authors = from->n_authors;
    to->locked = to->locked || from->locked;
}

static gisa_status read_ld_value(ld_reader *r, const json_t *root)
{
    gisa_ld_article found[GISA_LD_ARTICLES_MAX];
    size_t n = gisa_ld_articles_find(root, r->page, found);
    for (size_t i = 0; i < n; i++) {
        gisa_script_fields one;
        gisa_script_fields *best = &r->out->ld;
        if (found[i].other) continue;
        if (read_article(&found[i], root, r->arena, &one) < 0) return GISA_ENOMEM;
        gisa_str body = gisa_script_json_text(json_object_get(found[i].node, "articleBody"));
        int worth = found[i].page ? PAGE_WORTH : found[i].worth;
        bool better = worth > r->worth;
        if (better) {
            gisa_script_fields before = *best;
            *best = one;
            one = before;
        }
        if (!best->headline.n || !one.headline.n) fill(best, &one);
        if (better) r->worth = worth;
        if (body.n <= r->out->ld_body.n) continue;
        gisa_buf_reset(&r->out->ld_body);
        gisa_buf_add(&r->out->ld_body, body);
    }
    return GISA_OK;
}

static gisa_status read_ld(ld_reader *r, gisa_str text)
{
    gisa_status st = GISA_OK;
    for (int i = 0; i < MAX_LD_VALUES && text.n && st >= 0; i++) {
        json_t *root = gisa_script_json_next_lenient(&text);
        st = read_ld_value(r, root);
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

gisa_status gisa_script_read(const gisa_prescan *scan, const gisa_page_hint *page,
                             gisa_arena *arena, gisa_script_data *out, gisa_error *err)
{
    ld_reader ld = {page, arena, out, INT_MIN};
    gisa_status st = GISA_OK;
    gisa_buf joined = gisa_buf_make(MAX_ALL);
    gisa_script_data_reset(out);
    for (size_t i = 0; st >= 0 && i < scan->n_scripts; i++) {
        gisa_script s = scan->scripts[i];
        if (s.kind == GISA_SCRIPT_JSON_LD) {
            st = read_ld(&ld, s.text);
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

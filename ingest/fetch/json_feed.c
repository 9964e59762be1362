#include "ingest/fetch/json_feed.h"

#include "base/printed_date.h"
#include "ingest/page/script_json.h"

static gisa_str after(gisa_str s, size_t n)
{
    return gisa_str_cut(s, n, s.n);
}

static gisa_str skip_spaces(gisa_str s)
{
    size_t n = 0;
    while (n < s.n && gisa_is_space(s.p[n])) n++;
    return after(s, n);
}

/* What follows the bracket of the items; GISA_NONE when there are none. Inside a string the
 * quotation marks of the key would have backslashes. */
static gisa_str find_items(gisa_str text)
{
    static const char key[] = "\"items\"";
    for (size_t at = 0; (at = gisa_str_find(text, gisa_str_from(key), at)) != GISA_NPOS; at++) {
        gisa_str s = skip_spaces(after(text, at + sizeof key - 1));
        if (!s.n || s.p[0] != ':') continue;
        s = skip_spaces(after(s, 1));
        if (s.n && s.p[0] == '[') return after(s, 1);
    }
    return GISA_NONE;
}

bool gisa_json_feed_is(gisa_str text)
{
    gisa_str s = skip_spaces(text);
    return s.n && s.p[0] == '{' && gisa_str_find(s, GISA_STR("jsonfeed.org"), 0) != GISA_NPOS &&
           find_items(s).p;
}

/* The bytes of the value at the start of s, by its brackets and quotation marks alone. */
static size_t value_length(gisa_str s)
{
    bool quoted = false;
    size_t depth = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (quoted && c == '\\') {
            i++;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '{' || c == '[')) {
            depth++;
        } else if (!quoted && (c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return s.n;
}

/* Takes the next item off what is left of the items, or NULL when it cannot be read. A value is
 * passed over as a whole or as far as it was read, so that no byte is read many times. */
static json_t *take_item(gisa_str *rest)
{
    gisa_str window = gisa_str_cut(*rest, 0, GISA_JSON_ITEM_MAX), unread = window;
    json_t *item = gisa_script_json_next_lenient(&unread);
    size_t n = window.n - unread.n;
    if (!item || n == window.n) {
        size_t whole = value_length(*rest);
        if (whole > n) n = whole;
    }
    *rest = after(*rest, n);
    return item;
}

static gisa_str text_of(const json_t *item, const char *key)
{
    return gisa_str_trim(gisa_script_json_text(json_object_get(item, key)));
}

static gisa_str address_of(const json_t *item)
{
    gisa_str url = text_of(item, "url"), id = text_of(item, "id");
    if (!url.n) url = text_of(item, "external_url");
    return url.n || !gisa_str_starts(id, GISA_STR("http")) ? url : id;
}

static gisa_status add_item(gisa_feed_links *l, const json_t *item, gisa_str base)
{
    gisa_link link = {0};
    gisa_str url = address_of(item);
    if (!gisa_stated_date_parse(text_of(item, "date_modified"), &link.changed) &&
        !gisa_stated_date_parse(text_of(item, "date_published"), &link.changed))
        link.changed = (gisa_time){0};
    return url.n ? gisa_feed_links_add(l, base, url, &link) : GISA_OK;
}

gisa_status gisa_json_feed_read(gisa_feed_links *l, gisa_str text, gisa_str base)
{
    gisa_str rest = find_items(text);
    gisa_status st = GISA_OK;
    while (st >= 0 && rest.n && rest.p[0] != ']') {
        if (rest.p[0] != '{') { /* a comma, or what is no item */
            rest = after(rest, rest.p[0] == '[' ? value_length(rest) : 1);
            continue;
        }
        json_t *item = take_item(&rest);
        l->out->n_bad += !item;
        if (item && rest.n) st = add_item(l, item, base); /* else it is cut off */
        json_decref(item);
    }
    return st;
}

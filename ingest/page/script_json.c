#include "ingest/page/script_json.h"

#include "corpus/wordlist.h"

enum { MAX_JSON = 8 << 20, MAX_DEPTH = 48 };

static void offer(gisa_script_json_found *found, const json_t *v, const json_t *owner,
                  size_t weight)
{
    if (weight < 150 || weight <= found->weight + found->weight / 8) return;
    found->value = v;
    found->owner = owner;
    found->weight = weight;
}

static bool may_be_body(const char *name)
{
    gisa_str key = gisa_str_from(name);
    return gisa_wordlist_within_nocase(&gisa_list_json_body_keys, key) &&
           !gisa_wordlist_within_nocase(&gisa_list_json_other_keys, key);
}

/* Whether the object itself names an article: then what is below is that article's. */
static bool is_titled(const json_t *object)
{
    static const char *const titles[] = {"title",     "headline", "headlines", "articleTitle",
                                         "newsTitle", "subject",  "news_title"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (json_object_get(object, titles[i])) return true;
    return false;
}

/* A string that is JSON itself, as editors of blocks store it. */
static void search_string(json_t *item, const json_t *owner, unsigned depth,
                          gisa_script_json_found *found)
{
    gisa_str s = gisa_script_json_text(item);
    bool nested = depth > 1 && found->n_held < GISA_SCRIPT_JSON_HELD_MAX && s.n > 2 &&
                  (s.p[0] == '{' || s.p[0] == '[') && (s.p[1] == '"' || s.p[1] == '{');
    json_t *inner = nested ? json_loadb(s.p, s.n, 0, NULL) : NULL;
    if (!inner) {
        offer(found, item, owner, gisa_script_json_weight(s));
        return;
    }
    found->held[found->n_held++] = inner;
    gisa_script_json_find_body(inner, owner, depth / 2, found);
}

static void search_object(const json_t *v, const json_t *owner, unsigned depth,
                          gisa_script_json_found *found)
{
    const char *key;
    json_t *item;
    bool titled = is_titled(v);
    json_object_foreach((json_t *)v, key, item)
    {
        if (gisa_wordlist_within_nocase(&gisa_list_json_foreign_keys, gisa_str_from(key))) continue;
        if (!json_is_string(item))
            gisa_script_json_find_body(item, titled || !owner ? v : owner, depth - 1, found);
        else if (may_be_body(key))
            search_string(item, titled || !owner ? v : owner, depth, found);
    }
}

void gisa_script_json_find_body(const json_t *v, const json_t *owner, unsigned depth,
                                gisa_script_json_found *found)
{
    size_t i;
    json_t *item;
    if (!depth) return;
    if (json_is_object(v)) {
        search_object(v, owner, depth, found);
        return;
    }
    offer(found, v, owner, gisa_script_json_blocks_weight(v, depth));
    json_array_foreach(v, i, item)
    {
        if (json_is_array(item) || json_is_object(item))
            gisa_script_json_find_body(item, owner, depth - 1, found);
    }
}

void gisa_script_json_found_clear(gisa_script_json_found *found)
{
    for (size_t i = 0; i < found->n_held; i++) json_decref(found->held[i]);
    *found = (gisa_script_json_found){0};
}

/* A string, or the string under basic, name or default of an object, or the first of an array. */
static gisa_str plain(const json_t *v)
{
    const char *const inner[] = {"basic", "rendered", "name", "default", "title", "@id"};
    if (json_is_string(v)) return gisa_str_trim(gisa_script_json_text(v));
    if (json_is_array(v)) return plain(json_array_get(v, 0));
    for (size_t i = 0; json_is_object(v) && i < 6; i++) {
        gisa_str s = gisa_script_json_text(json_object_get(v, inner[i]));
        if (s.n) return gisa_str_trim(s);
    }
    return GISA_NONE;
}

static gisa_status first_of(const json_t *object, const char *const *keys, size_t n,
                            gisa_arena *arena, gisa_str *out)
{
    for (size_t i = 0; i < n && !out->n; i++) {
        gisa_str s = plain(json_object_get(object, keys[i]));
        if (s.n && gisa_arena_copy(arena, s, out) < 0) return GISA_ENOMEM;
    }
    return GISA_OK;
}

/* Deck lines: a string, or an array of strings joined by line ends. */
static gisa_status read_subtitle(const json_t *v, gisa_arena *arena, gisa_str *out)
{
    if (!json_is_array(v)) {
        gisa_str s = plain(v);
        return s.n && !out->n ? gisa_arena_copy(arena, s, out) : GISA_OK;
    }
    gisa_buf b = gisa_buf_make(1 << 16);
    size_t i;
    json_t *item;
    json_array_foreach(v, i, item)
    {
        gisa_str s = plain(item);
        if (b.n && s.n) gisa_buf_add_char(&b, '\n');
        gisa_buf_add(&b, s);
    }
    gisa_status st = b.st == GISA_ENOMEM ? GISA_ENOMEM : GISA_OK;
    if (st >= 0 && b.n) st = gisa_arena_copy(arena, gisa_buf_view(&b), out);
    gisa_buf_clear(&b);
    return st;
}

static gisa_status read_authors(const json_t *v, gisa_arena *arena, gisa_script_fields *out)
{
    size_t n = json_is_array(v) ? json_array_size(v) : v ? 1 : 0;
    for (size_t i = 0; i < n && out->n_authors < GISA_SCRIPT_AUTHORS_MAX; i++) {
        const json_t *one = json_is_array(v) ? json_array_get(v, i) : v;
        gisa_str name = plain(one), email = gisa_script_json_text(json_object_get(one, "email"));
        if (!name.n || gisa_str_has(name, GISA_STR("http"))) continue;
        size_t at = out->n_authors++;
        if (gisa_arena_copy(arena, name, &out->authors[at]) < 0 ||
            gisa_arena_copy(arena, email, &out->emails[at]) < 0)
            return GISA_ENOMEM;
    }
    return GISA_OK;
}

#define KEYS(...) ((const char *const[]){__VA_ARGS__})
#define FIRST(out, ...)                                                                            \
    first_of(object, KEYS(__VA_ARGS__), sizeof KEYS(__VA_ARGS__) / sizeof(char *), arena, &(out))

gisa_status gisa_script_json_read_fields(const json_t *object, gisa_arena *arena,
                                         gisa_script_fields *f)
{
    const char *const subtitles[] = {"subTitle", "subtitle", "subheadlines", "sub_title",
                                     "subtitles"};
    const char *const authors[] = {"author",  "authors", "reporters",
                                   "creator", "writer",  "reporter"};
    if (FIRST(f->headline, "headline", "headlines", "title", "articleTitle", "newsTitle",
              "subject") < 0 ||
        FIRST(f->published, "datePublished", "publishedAt", "first_publish_date", "display_date",
              "publish_date", "publishDate", "publishedDate", "published_at", "createdAt",
              "created_date", "created_at", "regDate", "date") < 0 ||
        FIRST(f->modified, "dateModified", "updatedAt", "last_updated_date", "modifiedAt",
              "updateDate", "updated_at") < 0 ||
        FIRST(f->section, "articleSection", "section", "sectionName", "category") < 0 ||
        FIRST(f->publisher, "publisher") < 0 || FIRST(f->url, "url", "canonical_url") < 0)
        return GISA_ENOMEM;
    for (size_t i = 0; i < 5; i++)
        if (read_subtitle(json_object_get(object, subtitles[i]), arena, &f->subtitle) < 0)
            return GISA_ENOMEM;
    for (size_t i = 0; i < 6 && !f->n_authors; i++)
        if (read_authors(json_object_get(object, authors[i]), arena, f) < 0) return GISA_ENOMEM;
    const json_t *by = json_object_get(json_object_get(object, "credits"), "by");
    return f->n_authors ? GISA_OK : read_authors(by, arena, f);
}

/* Line ends and other control characters inside strings, \' and commas before a closing bracket:
 * what JSON forbids and pages have all the same. */
static void repair(gisa_str s, gisa_buf *out)
{
    bool inside = false;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (inside && c == '\\' && i + 1 < s.n) {
            if (s.p[i + 1] != '\'') gisa_buf_add_char(out, c);
            gisa_buf_add_char(out, s.p[++i]);
        } else if (inside && (unsigned char)c < ' ') {
            gisa_buf_add_c(out, c == '\n' ? "\\n" : " ");
        } else if (!inside && c == ',') {
            size_t k = i + 1;
            while (k < s.n && gisa_is_space(s.p[k])) k++;
            if (k >= s.n || (s.p[k] != '}' && s.p[k] != ']')) gisa_buf_add_char(out, c);
        } else {
            if (c == '"') inside = !inside;
            gisa_buf_add_char(out, c);
        }
    }
}

json_t *gisa_script_json_parse(gisa_str s)
{
    json_error_t fault;
    if (!s.n || s.n > MAX_JSON) return NULL;
    return json_loadb(s.p, s.n, JSON_DISABLE_EOF_CHECK, &fault);
}

json_t *gisa_script_json_parse_lenient(gisa_str s)
{
    json_t *v = gisa_script_json_parse(s);
    if (v || !s.n || s.n > MAX_JSON) return v;
    gisa_buf b = gisa_buf_make(2 * MAX_JSON);
    repair(s, &b);
    if (b.st >= 0) v = gisa_script_json_parse(gisa_buf_view(&b));
    gisa_buf_clear(&b);
    return v;
}

gisa_status gisa_script_json_read(const json_t *root, gisa_arena *arena, gisa_script_data *out)
{
    gisa_script_json_found found = {0};
    gisa_status st = GISA_OK;
    gisa_script_json_find_body(root, NULL, MAX_DEPTH, &found);
    if (found.value && found.weight > out->state.weight) {
        out->state = (gisa_script_fields){.weight = found.weight};
        gisa_buf_reset(&out->state_body);
        gisa_script_json_write_body(found.value, MAX_DEPTH, &out->state_body);
        if (found.owner) st = gisa_script_json_read_fields(found.owner, arena, &out->state);
    }
    gisa_script_json_found_clear(&found);
    return st;
}

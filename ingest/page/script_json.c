#include "ingest/page/script_json.h"

#include "corpus/wordlist.h"
#include "ingest/page/json_repair.h"

/* Bytes of a body whose name says nothing: more than a page says of itself. */
enum { MIN_UNNAMED = 600 };

enum { MAX_JSON = 8 << 20, MAX_DEPTH = 48, GRAPH_DEPTH = 8, MAX_NAME = 1 << 10 };

static void offer(gisa_script_json_found *found, const json_t *v, const json_t *owner,
                  size_t weight)
{
    if (weight < 150 || (found->any && weight < MIN_UNNAMED) ||
        weight <= found->weight + found->weight / 8)
        return;
    found->value = v;
    found->owner = owner;
    found->weight = weight;
}

static bool may_be_body(const char *name, bool any)
{
    gisa_str key = gisa_str_from(name);
    return (any || gisa_wordlist_within_nocase(&gisa_list_json_body_keys, key)) &&
           !gisa_wordlist_within_nocase(&gisa_list_json_other_keys, key);
}

/* Whether the object itself names an article: then what is below is that article's. */
static bool is_titled(const json_t *object)
{
    static const char *const titles[] = {"title",     "headline", "headlines",  "articleTitle",
                                         "newsTitle", "subject",  "news_title", "artTitle"};
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
        else if (may_be_body(key, found->any && titled))
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
    const char *const inner[] = {"basic", "rendered",     "name",      "default",
                                 "title", "reporterName", "writerName"};
    if (json_is_string(v)) return gisa_str_trim(gisa_script_json_text(v));
    if (json_is_array(v)) return plain(json_array_get(v, 0));
    for (size_t i = 0; json_is_object(v) && i < sizeof inner / sizeof *inner; i++) {
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

static bool is_named(const json_t *v)
{
    return json_object_get(v, "name") || json_object_get(v, "familyName") ||
           json_object_get(v, "givenName");
}

/* The object of the graph that has that @id and says more than it. */
static const json_t *find_node(const json_t *graph, gisa_str id, unsigned depth)
{
    const char *key;
    size_t i;
    json_t *item;
    const json_t *found = NULL;
    if (!depth) return NULL;
    if (json_is_object(graph) && is_named(graph) &&
        gisa_str_eq(gisa_script_json_text(json_object_get(graph, "@id")), id))
        return graph;
    json_array_foreach(graph, i, item) if (!found) found = find_node(item, id, depth - 1);
    json_object_foreach((json_t *)graph, key, item) if (!found)
        found = find_node(item, id, depth - 1);
    return found;
}

/* A value, or the object of the graph that it names: {"@id":"#p"}. */
static const json_t *resolve(const json_t *v, const json_t *graph)
{
    gisa_str id = gisa_script_json_text(json_object_get(v, "@id"));
    const json_t *found = id.n && !is_named(v) ? find_node(graph, id, GRAPH_DEPTH) : NULL;
    return found ? found : v;
}

/* Family name and given name: one word in Hangul, two words in other letters. */
static gisa_status join_name(const json_t *v, gisa_arena *arena, gisa_str *out)
{
    gisa_str family = plain(json_object_get(v, "familyName"));
    gisa_str given = plain(json_object_get(v, "givenName"));
    bool hangul = family.n && (unsigned char)family.p[0] >= 0xEA;
    gisa_buf b = gisa_buf_make(MAX_NAME);
    gisa_buf_add(&b, hangul ? family : given);
    if (!hangul && family.n && given.n) gisa_buf_add_char(&b, ' ');
    gisa_buf_add(&b, hangul ? given : family);
    gisa_status st = b.st == GISA_ENOMEM ? GISA_ENOMEM : GISA_OK;
    if (st >= 0) st = gisa_arena_copy(arena, gisa_buf_view(&b), out);
    gisa_buf_clear(&b);
    return st;
}

static gisa_status add_author(const json_t *v, gisa_str name, gisa_arena *arena,
                              gisa_script_fields *out)
{
    gisa_str email = gisa_script_json_text(json_object_get(v, "email"));
    size_t at = out->n_authors;
    if (at == GISA_SCRIPT_AUTHORS_MAX) return GISA_OK;
    if (!name.n && join_name(v, arena, &name) < 0) return GISA_ENOMEM;
    if (!name.n || gisa_str_has(name, GISA_STR("://"))) return GISA_OK;
    out->n_authors++;
    return gisa_arena_copy(arena, name, &out->authors[at]) < 0
               ? GISA_ENOMEM
               : gisa_arena_copy(arena, email, &out->emails[at]);
}

static gisa_status read_authors(const json_t *v, const json_t *graph, gisa_arena *arena,
                                gisa_script_fields *out)
{
    size_t n = json_is_array(v) ? json_array_size(v) : v ? 1 : 0;
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < n && st >= 0; i++) {
        const json_t *one = resolve(json_is_array(v) ? json_array_get(v, i) : v, graph);
        const json_t *names = json_object_get(one, "name");
        size_t several = json_is_array(names) ? json_array_size(names) : 0;
        for (size_t k = 0; k < several && st >= 0; k++)
            st = add_author(one, plain(json_array_get(names, k)), arena, out);
        if (!several) st = add_author(one, plain(one), arena, out);
    }
    return st;
}

#define KEYS(...) ((const char *const[]){__VA_ARGS__})
#define FIRST(out, ...)                                                                            \
    first_of(object, KEYS(__VA_ARGS__), sizeof KEYS(__VA_ARGS__) / sizeof(char *), arena, &(out))

gisa_status gisa_script_json_read_fields(const json_t *object, const json_t *graph,
                                         gisa_arena *arena, gisa_script_fields *f)
{
    const char *const subtitles[] = {"subTitle", "subtitle",  "subheadlines", "sub_title",
                                     "deck",     "subtitles", "dek",          "standfirst"};
    const char *const authors[] = {"author",   "authors", "reporters", "creator", "writer",
                                   "reporter", "byline",  "bylines",   "writers", "contributors"};
    if (FIRST(f->headline, "headline", "headlines", "title", "articleTitle", "newsTitle", "subject",
              "artTitle") < 0 ||
        FIRST(f->published, "datePublished", "publishedAt", "first_publish_date", "display_date",
              "publish_date", "publishDate", "publishedDate", "published_at", "createdAt",
              "created_date", "created_at", "regDate", "firstPublishDate", "firstPublishedAt",
              "firstPublished", "first_published_at", "publicationDate", "pubDate", "serviceDate",
              "date", "dateCreated") < 0 ||
        FIRST(f->modified, "dateModified", "updatedAt", "last_updated_date", "modifiedAt",
              "updateDate", "updated_at", "lastUpdated", "lastModified", "modified_at") < 0 ||
        FIRST(f->section, "articleSection", "section", "sectionName", "category") < 0 ||
        FIRST(f->url, "url", "canonical_url") < 0)
        return GISA_ENOMEM;
    gisa_str publisher = plain(resolve(json_object_get(object, "publisher"), graph));
    if (publisher.n && !f->publisher.n && gisa_arena_copy(arena, publisher, &f->publisher) < 0)
        return GISA_ENOMEM;
    const json_t *open = json_object_get(object, "isAccessibleForFree");
    f->locked = json_is_false(open) ||
                gisa_str_eq_nocase(gisa_script_json_text(open), GISA_STR("false"));
    for (size_t i = 0; i < sizeof subtitles / sizeof *subtitles; i++)
        if (read_subtitle(json_object_get(object, subtitles[i]), arena, &f->subtitle) < 0)
            return GISA_ENOMEM;
    for (size_t i = 0; i < sizeof authors / sizeof *authors && !f->n_authors; i++)
        if (read_authors(json_object_get(object, authors[i]), graph, arena, f) < 0)
            return GISA_ENOMEM;
    const json_t *by = json_object_get(json_object_get(object, "credits"), "by");
    return f->n_authors ? GISA_OK : read_authors(by, graph, arena, f);
}

static json_t *parse(gisa_str s, size_t *used)
{
    json_error_t fault;
    if (!s.n || s.n > MAX_JSON) return NULL;
    json_t *v = json_loadb(s.p, s.n, JSON_DISABLE_EOF_CHECK, &fault);
    *used = v && fault.position > 0 ? (size_t)fault.position : s.n;
    return v;
}

json_t *gisa_script_json_parse(gisa_str s)
{
    size_t used;
    return parse(s, &used);
}

/* What pages put around JSON: <!--, CDATA, a byte order mark. */
static gisa_str from_bracket(gisa_str s)
{
    size_t i = 0;
    while (i < s.n && s.p[i] != '{' && s.p[i] != '[') i++;
    if (gisa_str_starts(gisa_str_cut(s, i, s.n), GISA_STR("[CDATA[")))
        return from_bracket(gisa_str_cut(s, i + sizeof "[CDATA[" - 1, s.n));
    return gisa_str_cut(s, i, s.n);
}

json_t *gisa_script_json_next_lenient(gisa_str *rest)
{
    gisa_str s = from_bracket(*rest);
    size_t used = 0;
    *rest = GISA_NONE;
    if (!s.n || s.n > MAX_JSON) return NULL;
    json_t *v = parse(s, &used);
    if (v) {
        *rest = gisa_str_cut(s, used, s.n);
        return v;
    }
    gisa_buf b = gisa_buf_make(2 * MAX_JSON);
    *rest = gisa_str_cut(s, gisa_json_repair(s, &b), s.n);
    if (b.st >= 0) v = parse(gisa_buf_view(&b), &used);
    gisa_buf_clear(&b);
    return v;
}

gisa_status gisa_script_json_read(const json_t *root, gisa_arena *arena, gisa_script_data *out)
{
    gisa_script_json_found found = {0};
    gisa_status st = GISA_OK;
    gisa_script_json_find_body(root, NULL, MAX_DEPTH, &found);
    found.any = !found.value;
    if (found.any) gisa_script_json_find_body(root, NULL, MAX_DEPTH, &found);
    if (found.value && found.weight > out->state.weight) {
        out->state = (gisa_script_fields){.weight = found.weight};
        gisa_buf_reset(&out->state_body);
        gisa_script_json_write_body(found.value, MAX_DEPTH, &out->state_body);
        if (found.owner) st = gisa_script_json_read_fields(found.owner, NULL, arena, &out->state);
    }
    gisa_script_json_found_clear(&found);
    return st;
}

#include "ingest/script_json.h"

static const char *const text_keys[] = {"content", "text", "html", "value", "body", "data"};
static const char *const long_keys[] = {"contentHtml", "articleBody", "content",    "body",
                                        "html",        "text",        "contents",   "article_body",
                                        "newsContent", "bodyHtml",    "contentBody"};
static const char *const foreign_keys[] = {"related",  "recommend", "comment",
                                           "popular",  "ranking",   "relatedList",
                                           "comments", "sidebar",   "footer"};

gisa_str gisa_json_view(const json_t *v)
{
    return json_is_string(v) ? (gisa_str){json_string_value(v), json_string_length(v)} : GISA_NONE;
}

size_t gisa_json_weigh(gisa_str s)
{
    size_t letters = 0, inside = 0, spaces = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '<') inside = 1;
        if (!inside) {
            letters++;
            spaces += s.p[i] == ' ';
        }
        if (s.p[i] == '>') inside = 0;
    }
    return letters > 40 && spaces * 25 > letters ? letters : 0;
}

static gisa_str block_text(const json_t *block)
{
    if (json_is_string(block)) return gisa_json_view(block);
    for (size_t i = 0; i < sizeof text_keys / sizeof text_keys[0]; i++) {
        gisa_str s = gisa_json_view(json_object_get(block, text_keys[i]));
        if (s.n) return s;
    }
    return GISA_NONE;
}

typedef enum block_kind {
    BLOCK_TEXT,
    BLOCK_HEADING,
    BLOCK_IMAGE,
    BLOCK_LIST,
    BLOCK_OTHER
} block_kind;

static block_kind kind_of(const json_t *block)
{
    static const struct {
        const char *name;
        block_kind kind;
    } kinds[] = {
        {"text", BLOCK_TEXT},       {"paragraph", BLOCK_TEXT},  {"p", BLOCK_TEXT},
        {"raw_html", BLOCK_OTHER},  {"quote", BLOCK_TEXT},      {"blockquote", BLOCK_TEXT},
        {"header", BLOCK_HEADING},  {"heading", BLOCK_HEADING}, {"subtitle", BLOCK_HEADING},
        {"subhead", BLOCK_HEADING}, {"image", BLOCK_IMAGE},     {"photo", BLOCK_IMAGE},
        {"list", BLOCK_LIST},       {"copyright", BLOCK_TEXT},  {"html", BLOCK_TEXT}};
    gisa_str type = gisa_json_view(json_object_get(block, "type"));
    if (!type.p) return BLOCK_TEXT;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (gisa_str_eq_nocase(type, gisa_str_from(kinds[i].name))) return kinds[i].kind;
    return BLOCK_OTHER;
}

static size_t weigh_blocks(const json_t *array)
{
    size_t i, sum = 0, n = 0;
    json_t *block;
    json_array_foreach(array, i, block)
    {
        if (!json_is_object(block) || kind_of(block) != BLOCK_TEXT) continue;
        size_t w = gisa_json_weigh(block_text(block));
        sum += w;
        n += w > 0;
    }
    return n ? sum : 0;
}

static void offer(gisa_json_found *found, const json_t *v, const json_t *owner, size_t weight)
{
    if (weight < 150 || weight <= found->weight + found->weight / 8) return;
    *found = (gisa_json_found){v, owner, weight};
}

static bool is_one_of(const char *key, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(key, list[i]) == 0) return true;
    return false;
}

void gisa_json_search(const json_t *v, const json_t *owner, unsigned depth, gisa_json_found *found)
{
    if (!depth) return;
    if (json_is_array(v)) {
        size_t i;
        json_t *item;
        offer(found, v, owner, weigh_blocks(v));
        json_array_foreach(v, i, item)
        {
            gisa_json_search(item, owner, depth - 1, found);
        }
    } else if (json_is_object(v)) {
        const char *key;
        json_t *item;
        json_object_foreach((json_t *)v, key, item)
        {
            if (is_one_of(key, foreign_keys, sizeof foreign_keys / sizeof foreign_keys[0]))
                continue;
            if (json_is_string(item)) {
                if (is_one_of(key, long_keys, sizeof long_keys / sizeof long_keys[0]))
                    offer(found, item, v, gisa_json_weigh(gisa_json_view(item)));
            } else {
                gisa_json_search(item, json_is_array(item) ? v : owner, depth - 1, found);
            }
        }
    }
}

/* Drops markers such as $$ARTICLEAD$$ and $$IMG1$$ that a system puts where it embeds things. */
static void add_without_markers(gisa_str s, gisa_buf *out)
{
    size_t at;
    while ((at = gisa_str_find(s, GISA_STR("$$"), 0)) != GISA_NPOS) {
        size_t end = gisa_str_find(s, GISA_STR("$$"), at + 2);
        gisa_buf_add(out, gisa_str_cut(s, 0, at));
        bool marker = end != GISA_NPOS && end - at < 40;
        gisa_buf_add_c(out, marker ? " " : "$$");
        s = gisa_str_cut(s, marker ? end + 2 : at + 2, s.n);
    }
    gisa_buf_add(out, s);
}

void gisa_json_markup(gisa_str s, gisa_buf *out)
{
    bool escaped = gisa_str_has(s, GISA_STR("&lt;p")) || gisa_str_has(s, GISA_STR("&lt;br"));
    if (escaped && !gisa_str_has(s, GISA_STR("<p"))) {
        for (size_t i = 0; i < s.n; i++) {
            gisa_str rest = gisa_str_cut(s, i, i + 6);
            bool lt = gisa_str_starts(rest, GISA_STR("&lt;"));
            bool gt = gisa_str_starts(rest, GISA_STR("&gt;"));
            gisa_buf_add_char(out, lt ? '<' : gt ? '>' : s.p[i]);
            if (lt || gt) i += 3;
        }
        return;
    }
    if (gisa_str_has(s, GISA_STR("<p")) || gisa_str_has(s, GISA_STR("<br")) ||
        gisa_str_has(s, GISA_STR("<div"))) {
        add_without_markers(s, out);
        return;
    }
    gisa_str line;
    while (gisa_str_next_line(&s, &line)) {
        gisa_buf_add_c(out, "<p>");
        add_without_markers(line, out);
        gisa_buf_add_c(out, "</p>\n");
    }
}

static void add_element(const char *open, gisa_str s, const char *close, gisa_buf *out)
{
    gisa_buf_add_c(out, open);
    add_without_markers(s, out);
    gisa_buf_add_c(out, close);
}

static void add_block(const json_t *block, unsigned depth, gisa_buf *out)
{
    const json_t *inner = json_object_get(block, "content_elements");
    gisa_str caption;
    if (json_is_array(inner)) {
        gisa_json_body(inner, depth - 1, out);
        return;
    }
    switch (kind_of(block)) {
    case BLOCK_TEXT: add_element("<p>", block_text(block), "</p>\n", out); break;
    case BLOCK_HEADING: add_element("<h3>", block_text(block), "</h3>\n", out); break;
    case BLOCK_IMAGE:
        caption = gisa_json_view(json_object_get(block, "caption"));
        if (caption.n)
            add_element("<figure><figcaption>", caption, "</figcaption></figure>\n", out);
        break;
    case BLOCK_LIST:
        gisa_buf_add_c(out, "<ul>");
        gisa_json_body(json_object_get(block, "items"), depth - 1, out);
        gisa_buf_add_c(out, "</ul>");
        break;
    case BLOCK_OTHER:
        if (gisa_str_is(gisa_json_view(json_object_get(block, "type")), "raw_html"))
            gisa_json_markup(block_text(block), out);
        break;
    }
}

void gisa_json_body(const json_t *body, unsigned depth, gisa_buf *out)
{
    size_t i;
    json_t *block;
    if (!depth) return;
    if (json_is_string(body)) {
        gisa_json_markup(gisa_json_view(body), out);
        return;
    }
    json_array_foreach(body, i, block)
    {
        if (json_is_object(block)) add_block(block, depth, out);
    }
}

/* A string, or the string under basic, name or default of an object, or the first of an array. */
static gisa_str plain(const json_t *v)
{
    const char *const inner[] = {"basic", "name", "default", "title", "@id"};
    if (json_is_string(v)) return gisa_str_trim(gisa_json_view(v));
    if (json_is_array(v)) return plain(json_array_get(v, 0));
    for (size_t i = 0; json_is_object(v) && i < 5; i++) {
        gisa_str s = gisa_json_view(json_object_get(v, inner[i]));
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

static gisa_status read_authors(const json_t *v, gisa_arena *arena, gisa_script_facts *out)
{
    size_t n = json_is_array(v) ? json_array_size(v) : v ? 1 : 0;
    for (size_t i = 0; i < n && out->n_authors < GISA_SCRIPT_AUTHORS; i++) {
        const json_t *one = json_is_array(v) ? json_array_get(v, i) : v;
        gisa_str name = plain(one), email = gisa_json_view(json_object_get(one, "email"));
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

gisa_status gisa_json_facts(const json_t *object, gisa_arena *arena, gisa_script_facts *f)
{
    const char *const subtitles[] = {"subTitle", "subtitle", "subheadlines", "sub_title",
                                     "subtitles"};
    const char *const authors[] = {"author", "authors", "reporters", "creator", "writer"};
    if (FIRST(f->headline, "headline", "headlines", "title", "articleTitle") < 0 ||
        FIRST(f->published, "datePublished", "publishedAt", "first_publish_date", "display_date",
              "publish_date", "publishDate", "publishedDate", "createdAt", "created_date",
              "regDate") < 0 ||
        FIRST(f->modified, "dateModified", "updatedAt", "last_updated_date", "modifiedAt",
              "updateDate") < 0 ||
        FIRST(f->section, "articleSection", "section", "sectionName", "category") < 0 ||
        FIRST(f->publisher, "publisher") < 0 || FIRST(f->url, "url", "canonical_url") < 0)
        return GISA_ENOMEM;
    for (size_t i = 0; i < 5; i++)
        if (read_subtitle(json_object_get(object, subtitles[i]), arena, &f->subtitle) < 0)
            return GISA_ENOMEM;
    for (size_t i = 0; i < 5 && !f->n_authors; i++)
        if (read_authors(json_object_get(object, authors[i]), arena, f) < 0) return GISA_ENOMEM;
    const json_t *by = json_object_get(json_object_get(object, "credits"), "by");
    return f->n_authors ? GISA_OK : read_authors(by, arena, f);
}

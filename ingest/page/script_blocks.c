/* Bodies in foreign JSON: what they weigh, and the same as HTML. */
#include "corpus/wordlist.h"
#include "ingest/page/script_json.h"

enum { MAX_RUNS = 12, LEAST_LETTERS = 40 };

gisa_str gisa_script_json_text(const json_t *v)
{
    return json_is_string(v) ? (gisa_str){json_string_value(v), json_string_length(v)} : GISA_NONE;
}

static void count_letters(gisa_str s, size_t *letters, size_t *spaces)
{
    bool markup = false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '<') markup = true;
        *letters += !markup;
        *spaces += !markup && s.p[i] == ' ';
        if (s.p[i] == '>') markup = false;
    }
}

size_t gisa_script_json_weight(gisa_str s)
{
    size_t letters = 0, spaces = 0;
    count_letters(s, &letters, &spaces);
    return letters > LEAST_LETTERS && spaces * 25 > letters ? letters : 0;
}

typedef enum block_kind {
    BLOCK_TEXT,
    BLOCK_HEADING,
    BLOCK_IMAGE,
    BLOCK_LIST,
    BLOCK_MARKUP,
    BLOCK_TABLE,
    BLOCK_BOX, /* holds blocks */
    BLOCK_OTHER
} block_kind;

/* As corpus/lexicon/lists/json_block_types.tsv calls them. */
static const char *const kind_names[] = {"text",   "heading", "image", "list",
                                         "markup", "table",   "box"};

/* The name under which an object says what it is; React's elements are arrays: ["$","p",key,props].
 */
static gisa_str type_of(const json_t *block)
{
    const char *const keys[] = {"type", "_type", "nodeType", "kind", "blockType"};
    if (json_is_array(block)) return gisa_script_json_text(json_array_get(block, 1));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        gisa_str s = gisa_script_json_text(json_object_get(block, keys[i]));
        if (s.p) return s;
    }
    return GISA_NONE;
}

static bool is_element(const json_t *v)
{
    return json_array_size(v) >= 4 &&
           gisa_str_is(gisa_script_json_text(json_array_get(v, 0)), "$") &&
           json_is_string(json_array_get(v, 1));
}

/* "heading2", "heading_2": the type without its level. */
static gisa_str without_level(gisa_str type)
{
    size_t n = type.n;
    while (n && (gisa_is_digit(type.p[n - 1]) || type.p[n - 1] == '_' || type.p[n - 1] == '-')) n--;
    return gisa_str_cut(type, 0, n);
}

static block_kind kind_of(const json_t *block)
{
    gisa_str type = type_of(block);
    if (!type.p || json_is_string(block)) return BLOCK_TEXT;
    const gisa_wordlist_item *known = gisa_wordlist_find_nocase(&gisa_list_json_block_types, type);
    if (!known) known = gisa_wordlist_find_nocase(&gisa_list_json_block_types, without_level(type));
    for (block_kind kind = 0; known && kind < BLOCK_OTHER; kind++)
        if (gisa_str_is(known->value, kind_names[kind])) return kind;
    bool h = type.n == 2 && type.p[0] == 'h' && gisa_is_digit(type.p[1]);
    bool spelled = gisa_str_starts(type, GISA_STR("header-")) || /* "header-two" */
                   gisa_str_starts(type, GISA_STR("heading-"));
    return h || spelled ? BLOCK_HEADING : BLOCK_OTHER;
}

/* What a block holds: a text, or a list of runs or blocks. */
static const json_t *content_of(const json_t *block)
{
    static const char *const keys[] = {"content", "text", "html",     "value",
                                       "body",    "data", "children", "runs"};
    if (is_element(block)) return json_object_get(json_array_get(block, 3), "children");
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        const json_t *v = json_object_get(block, keys[i]);
        if (json_string_length(v) || json_array_size(v) || json_object_size(v)) return v;
    }
    return NULL;
}

/* Appends a block's text, the runs of its sentences joined. */
static void add_runs(const json_t *v, unsigned depth, gisa_buf *out)
{
    size_t i;
    json_t *item;
    if (!depth || !v) return;
    if (json_is_string(v)) {
        gisa_buf_add(out, gisa_script_json_text(v));
    } else if (json_is_array(v) && !is_element(v)) {
        json_array_foreach(v, i, item) add_runs(item, depth - 1, out);
    } else {
        if (gisa_str_is(type_of(v), "hardBreak") || gisa_str_is(type_of(v), "br"))
            gisa_buf_add_c(out, "<br>");
        add_runs(content_of(v), depth - 1, out);
    }
}

/* Letters and spaces of a block's text, markup aside. */
static void count_text(const json_t *v, unsigned depth, size_t *letters, size_t *spaces)
{
    size_t i;
    json_t *item;
    if (!depth || !v) return;
    if (json_is_string(v)) {
        count_letters(gisa_script_json_text(v), letters, spaces);
    } else if (json_is_array(v) && !is_element(v)) {
        json_array_foreach(v, i, item) count_text(item, depth - 1, letters, spaces);
    } else {
        count_text(content_of(v), depth - 1, letters, spaces);
    }
}

/* An article of its own among others, rather than a part of one: it has a title, and an address, a
 * date or a number. */
static bool is_record(const json_t *v)
{
    static const char *const titles[] = {"title", "headline", "headlines"};
    static const char *const marks[] = {"url",  "link",        "id",        "slug",   "date",
                                        "href", "publishedAt", "createdAt", "regDate"};
    bool titled = false, marked = false;
    for (size_t i = 0; i < 3; i++) titled = titled || json_object_get(v, titles[i]);
    for (size_t i = 0; i < 9; i++) marked = marked || json_object_get(v, marks[i]);
    return titled && marked;
}

static bool holds_blocks(const json_t *block)
{
    const json_t *v = content_of(block);
    return kind_of(block) == BLOCK_BOX && json_is_array(v) && !is_element(v);
}

size_t gisa_script_json_blocks_weight(const json_t *array, unsigned depth)
{
    size_t i, sum = 0, records = 0;
    json_t *block;
    if (!depth || is_element(array)) return 0;
    json_array_foreach(array, i, block)
    {
        size_t letters = 0, spaces = 0;
        if (is_record(block) && !is_element(block)) records++;
        if (json_is_array(block) && !is_element(block)) continue;
        if (holds_blocks(block)) {
            sum += gisa_script_json_blocks_weight(content_of(block), depth - 1);
            continue;
        }
        if (kind_of(block) != BLOCK_TEXT || json_object_get(content_of(block), "title")) continue;
        count_text(json_is_string(block) ? block : content_of(block), MAX_RUNS, &letters, &spaces);
        if (letters > LEAST_LETTERS && spaces * 25 > letters) sum += letters;
    }
    return records && (records > 1 || json_array_size(array) == 1) ? 0 : sum;
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

void gisa_script_json_write_markup(gisa_str s, gisa_buf *out)
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

static void add_text(const char *open, const json_t *block, const char *close, gisa_buf *out)
{
    gisa_buf text = gisa_buf_make(1 << 20);
    add_runs(json_is_string(block) ? block : content_of(block), MAX_RUNS, &text);
    gisa_str s = gisa_buf_view(&text), one;
    bool plain = !gisa_str_has(s, GISA_STR("<p"));
    while (plain && gisa_str_next_line(&s, &one)) add_element(open, one, close, out);
    if (!plain) gisa_script_json_write_markup(s, out);
    if (text.st == GISA_ENOMEM) out->st = GISA_ENOMEM;
    gisa_buf_clear(&text);
}

/* A row of cells that are texts or hold one. */
static void add_row(const json_t *row, gisa_buf *out)
{
    size_t i;
    json_t *cell;
    if (!json_array_size(row)) return;
    gisa_buf_add_c(out, "<tr>");
    json_array_foreach(row, i, cell) add_text("<td>", cell, "</td>", out);
    gisa_buf_add_c(out, "</tr>\n");
}

/* A head and rows, as Arc XP has them. */
static void add_table(const json_t *table, gisa_buf *out)
{
    size_t i;
    json_t *row;
    gisa_buf_add_c(out, "<table>");
    add_row(json_object_get(table, "header"), out);
    json_array_foreach(json_object_get(table, "rows"), i, row) add_row(row, out);
    gisa_buf_add_c(out, "</table>\n");
}

static void add_block(const json_t *block, unsigned depth, gisa_buf *out)
{
    const json_t *inner = json_object_get(block, "content_elements");
    gisa_str caption, style = gisa_script_json_text(json_object_get(block, "style"));
    if (json_is_array(inner) || holds_blocks(block)) {
        gisa_script_json_write_body(json_is_array(inner) ? inner : content_of(block), depth - 1,
                                    out);
        return;
    }
    gisa_str title = gisa_script_json_text(json_object_get(block, "title"));
    bool heads = style.n == 2 && style.p[0] == 'h'; /* as Sanity marks its headings */
    switch (heads ? BLOCK_HEADING : kind_of(block)) {
    case BLOCK_TEXT:
        if (title.n) add_element("<h3>", title, "</h3>\n", out);
        add_text("<p>", block, "</p>\n", out);
        break;
    case BLOCK_HEADING: add_text("<h3>", block, "</h3>\n", out); break;
    case BLOCK_IMAGE:
        caption = gisa_script_json_text(json_object_get(block, "caption"));
        if (caption.n)
            add_element("<figure><figcaption>", caption, "</figcaption></figure>\n", out);
        break;
    case BLOCK_LIST:
        gisa_buf_add_c(out, "<ul>");
        gisa_script_json_write_body(json_object_get(block, "items"), depth - 1, out);
        gisa_buf_add_c(out, "</ul>");
        break;
    case BLOCK_MARKUP:
        gisa_script_json_write_markup(gisa_script_json_text(content_of(block)), out);
        break;
    case BLOCK_TABLE: add_table(block, out); break;
    case BLOCK_BOX:
    case BLOCK_OTHER: break;
    }
}

void gisa_script_json_write_body(const json_t *body, unsigned depth, gisa_buf *out)
{
    size_t i;
    json_t *block;
    if (!depth) return;
    if (json_is_string(body)) {
        gisa_script_json_write_markup(gisa_script_json_text(body), out);
        return;
    }
    json_array_foreach(body, i, block)
    {
        bool part = json_is_object(block) || json_is_string(block) || is_element(block);
        if (part) add_block(block, depth, out);
    }
}

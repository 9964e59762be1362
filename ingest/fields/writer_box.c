#include "ingest/fields/writer_box.h"

#include "base/letter.h"
#include "corpus/wordlist.h"
#include "ingest/fields/opinion_writer.h"

/* Boxes above a text that are looked at; bytes of text in one that holds a name and little else. */
enum { MAX_CLIMB = 5, MAX_BOX_BYTES = 240, MAX_PIECE = 120 };

static bool has_word(gisa_str names)
{
    for (size_t i = 0, from = 0; i <= names.n; i++) {
        if (i < names.n && gisa_is_alpha(names.p[i])) continue;
        if (i > from &&
            gisa_wordlist_find_nocase(&gisa_list_writer_names, gisa_str_cut(names, from, i)))
            return true;
        from = i + 1;
    }
    return false;
}

/* Whether a link leads to a page of who writes: "/author/…", "/staff/…". */
static bool leads_to_writer(const gisa_tree *t, size_t node)
{
    gisa_str href = gisa_node_attr(t, node, "href"), part;
    while (gisa_str_next_field(&href, '/', &part))
        if (href.n && gisa_wordlist_find_nocase(&gisa_list_writer_paths, part)) return true;
    return false;
}

static bool is_writer_box(const gisa_tree *t, size_t node)
{
    if (!t->nodes[node].n_attrs) return false;
    gisa_str prop = gisa_node_attr(t, node, "itemprop");
    if (t->nodes[node].tag == GISA_TAG_A && leads_to_writer(t, node)) return true;
    return gisa_str_is(gisa_node_attr(t, node, "rel"), "author") || gisa_str_is(prop, "author") ||
           gisa_str_is(prop, "creator") || has_word(gisa_node_attr(t, node, "class")) ||
           has_word(gisa_node_attr(t, node, "id"));
}

static size_t text_bytes(const gisa_tree *t, size_t node)
{
    size_t n = 0;
    for (size_t i = node; i < t->nodes[node].end && n <= MAX_BOX_BYTES; i++)
        if (t->nodes[i].tag == GISA_TAG_TEXT) n += gisa_str_trim(gisa_node_text(t, i)).n;
    return n;
}

bool gisa_in_writer_box(const gisa_tree *t, size_t node)
{
    for (int i = 0; i < MAX_CLIMB && node; i++) {
        node = t->nodes[node].parent;
        if (text_bytes(t, node) > MAX_BOX_BYTES) return false;
        if (is_writer_box(t, node)) return true;
    }
    return false;
}

/* The nodes of a line: from its first text to that of the next one. */
static size_t line_end(const gisa_field_input *in, size_t line)
{
    const gisa_lines *l = &in->w->lines;
    return line + 1 < l->n ? l->items[line + 1].first : in->w->tree.n;
}

void gisa_writer_box_read(const gisa_field_input *in, size_t line, gisa_str outlet,
                          gisa_byline_names *out)
{
    const gisa_tree *t = &in->w->tree;
    for (size_t i = in->w->lines.items[line].first; i < line_end(in, line); i++) {
        if (t->nodes[i].tag != GISA_TAG_TEXT || t->nodes[i].len > MAX_PIECE) continue;
        gisa_str s = gisa_str_trim(gisa_node_text(t, i));
        gisa_byline_names found = {0};
        if (!s.n || !gisa_in_writer_box(t, i)) continue;
        gisa_byline_read_field(s, outlet, &found);
        gisa_str signed_by = found.n ? GISA_NONE : gisa_signed_name(s, outlet);
        if (signed_by.n) found = (gisa_byline_names){{{signed_by, GISA_NONE}}, 1};
        for (size_t k = 0; k < found.n && out->n < GISA_BYLINE_NAMES_MAX; k++) {
            gisa_str name = found.items[k].name;
            bool korean = gisa_hangul_syllables(name) > 0;
            if (!korean || gisa_is_surnamed(name, outlet)) out->items[out->n++] = found.items[k];
        }
    }
}

gisa_status gisa_line_parted(const gisa_field_input *in, size_t line, gisa_str *out)
{
    const gisa_tree *t = &in->w->tree;
    gisa_buf b = gisa_buf_make(1 << 12);
    for (size_t i = in->w->lines.items[line].first; t->n && i < line_end(in, line); i++) {
        if (t->nodes[i].tag != GISA_TAG_TEXT) continue;
        if (b.n) gisa_text_collapse(GISA_STR(" "), &b);
        gisa_text_collapse(gisa_node_text(t, i), &b);
    }
    gisa_status st = b.st == GISA_ENOMEM ? GISA_ENOMEM : GISA_OK;
    if (st >= 0) st = gisa_arena_copy(&in->w->arena, gisa_str_trim(gisa_buf_view(&b)), out);
    gisa_buf_clear(&b);
    return st;
}

#include "ingest/fields/story_place.h"
#include "ingest/fields/wire_head.h"

/* Tuned with tests/bench/extract. Lines around the body in which addresses are looked for, bytes of
 * the lines that may be a byline. */
enum {
    MAX_BYLINE_BYTES = 260,
    MAX_BYLINE_WORDS = 15,
    ADDRESSES_ABOVE = 12,
    ADDRESSES_BELOW = 8,
    MAX_ADDRESS_BYTES = 200,
    MAX_BOX_BYTES = 240,
    MAX_NEXT_BYTES = 79,
};

enum { MAX_STATED = 4096 }; /* bytes of names in one field */

/* Whether a line at that place names who wrote the article. Above the text a reporter may be among
 * other things; after it only a line that is a byline counts. */
static bool is_byline(const gisa_field_input *in, size_t i, gisa_story_place place)
{
    gisa_extract_work *w = in->w;
    const gisa_line *line = &w->lines.items[i];
    gisa_str s = gisa_line_text(&w->lines, i);
    bool inside = i >= in->body->from && i < in->body->to;
    if (s.n > MAX_BYLINE_BYTES || (inside && line->keep)) return false;
    gisa_line_kind kind = gisa_line_rules_find(w->x->rules, w->match, s).kind;
    if (inside ? line->rule == GISA_RULE_BYLINE : kind == GISA_KIND_BYLINE) return true;
    bool head = place == GISA_PLACE_HEAD || place == GISA_PLACE_ABOVE;
    return (inside ? head : place != GISA_PLACE_BELOW) && gisa_str_has(s, GISA_STR("기자")) &&
           line->words <= MAX_BYLINE_WORDS && (!line->ends || kind == GISA_KIND_DATE);
}

/* Bylines around the article. Those after the text name nobody when others do, but may have the
 * addresses: other stories and their reporters are near. */
static void read_bylines(const gisa_field_input *in, gisa_str title, gisa_str outlet,
                         gisa_byline_names *out)
{
    const gisa_lines *l = &in->w->lines;
    gisa_story_range range = gisa_story_range_find(in, title);
    gisa_byline_names below = {0}, items = {0};
    for (size_t i = 0; i < range.end && i < l->n; i++) {
        const gisa_line *line = &l->items[i];
        gisa_story_place place = gisa_story_place_find(in, &range, i);
        if (!place || !is_byline(in, i, place)) continue;
        if (in->opts->explain)
            in->opts->explain->put(
                in->opts->explain->ctx,
                &(gisa_explained){gisa_line_text(l, i), "names reporters", true});
        bool item = line->flags & GISA_LINE_ITEM && line->link_weight > 0;
        gisa_byline_read_line(gisa_line_text(l, i), outlet,
                              place != GISA_PLACE_BELOW ? out
                              : item                    ? &items
                                                        : &below);
    }
    if (!out->n) *out = below;
    if (!out->n && items.n == 1) *out = items; /* several are a list of reporters */
    for (size_t i = 0; i < out->n; i++)
        for (size_t k = 0; k < below.n && !out->items[i].email.n; k++)
            if (gisa_str_eq(below.items[k].name, out->items[i].name))
                out->items[i].email = below.items[k].email;
}

static void read_signoffs(const gisa_field_input *in, gisa_str outlet, gisa_byline_names *out)
{
    const gisa_lines *l = &in->w->lines;
    for (size_t i = in->body->from; i < in->body->to; i++)
        if (l->items[i].rule == GISA_RULE_SIGNOFF)
            gisa_byline_read_signoff(gisa_line_text(l, i), outlet, out);
}

/* An address alone in its line near the text belongs to the only author. */
static gisa_str lone_email(const gisa_field_input *in)
{
    const gisa_lines *l = &in->w->lines;
    gisa_str found = GISA_NONE;
    size_t to = in->body->to + ADDRESSES_BELOW < l->n ? in->body->to + ADDRESSES_BELOW : l->n;
    for (size_t i = in->body->from > ADDRESSES_ABOVE ? in->body->from - ADDRESSES_ABOVE : 0; i < to;
         i++) {
        gisa_str s = gisa_line_text(l, i);
        size_t at = 0;
        if (s.n > MAX_ADDRESS_BYTES || gisa_str_has(s, GISA_STR("제보")) ||
            gisa_str_has(s, GISA_STR("문의")))
            continue;
        gisa_str email = gisa_email_find(s, &at);
        if (!email.n || gisa_str_starts(email, GISA_STR("jebo")) ||
            gisa_str_starts(email, GISA_STR("social")) || gisa_str_starts(email, GISA_STR("web")))
            continue;
        if (found.n && !gisa_str_eq(found, email)) return GISA_NONE;
        found = email;
    }
    return found;
}

/* An address in the same short line as the name, anywhere on the page: the reporter's box. */
static gisa_str email_beside(const gisa_lines *l, gisa_str name)
{
    for (size_t i = 0; i < l->n; i++) {
        gisa_str s = gisa_line_text(l, i);
        size_t at = 0;
        if (s.n > MAX_BOX_BYTES || !gisa_str_has(s, name)) continue;
        gisa_str email = gisa_email_find(s, &at);
        if (!email.n && i + 1 < l->n && l->items[i + 1].len <= MAX_NEXT_BYTES) {
            at = 0;
            email = gisa_email_find(gisa_line_text(l, i + 1), &at);
        }
        if (email.n) return email;
    }
    return GISA_NONE;
}

/* Whether a tag begins at i, and no address in brackets. */
static bool opens_tag(gisa_str s, size_t i)
{
    if (s.p[i] != '<' || i + 1 >= s.n) return false;
    gisa_str inside = gisa_str_cut(s, i + 1, gisa_str_find_byte(s, '>', i));
    bool address = memchr(inside.p, '@', inside.n) && !memchr(inside.p, ' ', inside.n);
    return (gisa_is_alpha(s.p[i + 1]) || s.p[i + 1] == '/') && !address;
}

/* Names as pages state them, without markup and character references; a tag parts two names. */
static gisa_status read_stated_name(const gisa_field_input *in, gisa_str s, gisa_str outlet,
                                    gisa_byline_names *out)
{
    gisa_buf b = gisa_buf_make(MAX_STATED);
    gisa_str name;
    bool tag = false;
    if (gisa_html_unescape(s, &in->w->arena, &s) < 0) return GISA_ENOMEM;
    for (size_t i = 0; i < s.n; i++) {
        bool opens = opens_tag(s, i);
        if (opens) gisa_buf_add_char(&b, '\n');
        tag = (tag || opens) && s.p[i] != '>';
        if (!tag && !(s.p[i] == '>' && b.n && b.p[b.n - 1] == '\n')) gisa_buf_add_char(&b, s.p[i]);
    }
    gisa_status st = b.st == GISA_ENOMEM ? GISA_ENOMEM : GISA_OK;
    if (st >= 0) st = gisa_arena_copy(&in->w->arena, gisa_buf_view(&b), &name);
    if (st >= 0) gisa_byline_read_field(name, outlet, out);
    gisa_buf_clear(&b);
    return st;
}

static gisa_status read_stated(const gisa_field_input *in, gisa_str outlet, gisa_byline_names *out)
{
    const gisa_script_data *d = &in->w->script;
    const gisa_meta *m = &in->w->meta;
    gisa_str picked;
    if (gisa_field_selected(in, GISA_PART_AUTHOR, &picked) < 0) return GISA_ENOMEM;
    if (picked.n) gisa_byline_read_field(picked, outlet, out);
    const gisa_script_fields *facts[] = {&d->ld, &d->state};
    for (size_t k = 0; k < 2 && !out->n; k++)
        for (size_t i = 0; i < facts[k]->n_authors; i++) {
            size_t before = out->n;
            if (read_stated_name(in, facts[k]->authors[i], outlet, out) < 0) return GISA_ENOMEM;
            if (out->n == before + 1 && facts[k]->emails[i].n)
                out->items[before].email = facts[k]->emails[i];
        }
    for (size_t i = 0; i < m->authors.n && !out->n; i++)
        if (!gisa_str_has(m->authors.items[i], GISA_STR("http")) &&
            !gisa_str_has(m->authors.items[i], GISA_STR(" | ")) &&
            read_stated_name(in, m->authors.items[i], outlet, out) < 0)
            return GISA_ENOMEM;
    return GISA_OK;
}

gisa_status gisa_field_authors(const gisa_field_input *in, gisa_article *out)
{
    gisa_byline_names people = {0}, lines = {0};
    gisa_str outlet = out->outlet_name;
    gisa_wire_head wire;
    if (read_stated(in, outlet, &people) < 0) return GISA_ENOMEM;
    read_bylines(in, out->title, outlet, &lines);
    if (!lines.n && gisa_wire_head_read(out->body, &wire)) lines = wire.people;
    if (!lines.n) read_signoffs(in, outlet, &lines);
    if (!people.n) people = lines;
    for (size_t i = 0; i < people.n; i++) { /* an address that only the byline has */
        for (size_t k = 0; k < lines.n && !people.items[i].email.n; k++)
            if (gisa_str_eq(lines.items[k].name, people.items[i].name))
                people.items[i].email = lines.items[k].email;
    }
    for (size_t i = 0; i < people.n; i++)
        if (!people.items[i].email.n)
            people.items[i].email = email_beside(&in->w->lines, people.items[i].name);
    if (people.n == 1 && !people.items[0].email.n) people.items[0].email = lone_email(in);
    for (size_t i = 0; i < people.n; i++) {
        gisa_str email = people.items[i].email;
        if (gisa_article_add_author(out, people.items[i].name, email.n ? email : GISA_NONE) < 0)
            return GISA_ENOMEM;
    }
    return GISA_OK;
}

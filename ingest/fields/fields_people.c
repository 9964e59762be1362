#include "ingest/fields/fields.h"

/* Tuned with tests/bench/extract. Lines around the body in which bylines and addresses are looked
 * for, bytes of the lines that may be one, and of the lead that may name the reporter. */
enum {
    BYLINES_ABOVE = 40,
    BYLINES_BELOW = 12,
    MAX_BYLINE_BYTES = 260,
    MAX_BYLINE_WORDS = 15,
    ADDRESSES_ABOVE = 12,
    ADDRESSES_BELOW = 8,
    MAX_ADDRESS_BYTES = 200,
    MAX_BOX_BYTES = 240,
    MAX_NEXT_BYTES = 79,
    LEAD_BYTES = 120,
};

/* Bylines around the article, nearest places first: above the text, in it, below it. */
static void read_bylines(const gisa_field_input *in, gisa_str outlet, gisa_byline_names *out)
{
    gisa_extract_work *w = in->w;
    const gisa_lines *l = &w->lines;
    size_t to = in->body->to + BYLINES_BELOW < l->n ? in->body->to + BYLINES_BELOW : l->n;
    size_t from = in->body->from > BYLINES_ABOVE ? in->body->from - BYLINES_ABOVE : 0;
    for (size_t i = from; i < to && out->n < GISA_BYLINE_NAMES_MAX; i++) {
        const gisa_line *line = &l->items[i];
        gisa_str s = gisa_line_text(l, i);
        bool inside = i >= in->body->from && i < in->body->to;
        if (s.n > MAX_BYLINE_BYTES || (inside && line->keep)) continue;
        bool byline = inside
                          ? line->rule == GISA_RULE_BYLINE
                          : gisa_line_rules_find(w->x->rules, w->match, s).kind == GISA_KIND_BYLINE;
        bool crumb = gisa_str_has(s, GISA_STR("기자")) && line->words <= MAX_BYLINE_WORDS &&
                     !line->ends && !inside;
        if (byline || crumb) gisa_byline_read_line(s, outlet, out);
    }
}

/* "(서울=연합뉴스) 홍길동 기자 =", "[스포츠조선 안소윤 기자]" at the start of the text. */
static void read_lead(const gisa_field_input *in, gisa_str outlet, gisa_str body,
                      gisa_byline_names *out)
{
    (void)in;
    gisa_str head = gisa_str_cut(body, 0, LEAD_BYTES);
    size_t equals = gisa_str_find(head, GISA_STR("기자 ="), 0);
    if (equals == GISA_NPOS) equals = gisa_str_find(head, GISA_STR("기자="), 0);
    if (equals != GISA_NPOS) {
        gisa_byline_read_line(gisa_str_cut(head, 0, equals + sizeof "기자" - 1), outlet, out);
        return;
    }
    if (!gisa_str_starts(head, GISA_STR("["))) return;
    size_t close = gisa_str_find_byte(head, ']', 0);
    if (close != GISA_NPOS) gisa_byline_read_line(gisa_str_cut(head, 1, close), outlet, out);
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
            gisa_byline_read_field(facts[k]->authors[i], outlet, out);
            if (out->n == before + 1 && facts[k]->emails[i].n)
                out->items[before].email = facts[k]->emails[i];
        }
    for (size_t i = 0; i < m->authors.n && !out->n; i++)
        if (!gisa_str_has(m->authors.items[i], GISA_STR("http")) &&
            !gisa_str_has(m->authors.items[i], GISA_STR(" | ")))
            gisa_byline_read_field(m->authors.items[i], outlet, out);
    return GISA_OK;
}

gisa_status gisa_field_authors(const gisa_field_input *in, gisa_article *out)
{
    gisa_byline_names people = {0}, lines = {0};
    gisa_str outlet = out->outlet_name;
    if (read_stated(in, outlet, &people) < 0) return GISA_ENOMEM;
    read_bylines(in, outlet, &lines);
    if (!lines.n) read_lead(in, outlet, out->body, &lines);
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

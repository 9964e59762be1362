#include "base/printed_date.h"
#include "corpus/wordlist.h"
#include "ingest/fields/credit_line.h"
#include "ingest/fields/opinion_writer.h"
#include "ingest/fields/printed_title.h"
#include "ingest/fields/site_name.h"
#include "ingest/fields/story_place.h"
#include "ingest/fields/wire_head.h"
#include "ingest/fields/writer_box.h"

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

/* Lines at the text's end in which it may be signed; lines between a name and its date; bytes of a
 * name alone in a line. */
enum { SIGNED_END = 3, NAME_TO_DATE = 2, LONE_NAME = 9 };

enum { MIN_PEN_NAME = 4, MAX_PEN_NAME = 40 };
enum { MAX_STATED = 4096, MAX_WRITERS = 5 }; /* bytes of names in one field; writers of a page */

static bool is_inside(const gisa_field_input *in, size_t i)
{
    return i >= in->body->from && i < in->body->to;
}

static bool is_dated(const gisa_field_input *in, size_t i)
{
    gisa_str s = gisa_line_text(&in->w->lines, i);
    gisa_time t;
    size_t start, end;
    size_t ago = gisa_str_find(s, GISA_STR(" 전"), 0); /* "3시간 전" */
    if (s.n <= MAX_NEXT_BYTES && ago != GISA_NPOS) return true;
    return s.n <= MAX_BYLINE_BYTES &&
           (gisa_line_rules_find(in->w->rules, in->w->match, s).kind == GISA_KIND_DATE ||
            gisa_printed_date_find(s, 0, &t, &start, &end) ||
            (gisa_printed_date_read_short(s, &t, &start, &end) &&
             t.precision == GISA_PRECISION_MINUTE));
}

/* Whether a line at that place, which has that text, names who wrote the article. Above the text a
 * reporter may be among other things; after it only a line that is a byline counts. */
static bool is_byline(const gisa_field_input *in, size_t i, gisa_str s, gisa_story_place place)
{
    static const char *const roles[] = {"기자",     "특파원", "논설위원",  "통신원",
                                        "편집위원", "에디터", "칼럼니스트"};
    gisa_extract_work *w = in->w;
    const gisa_line *line = &w->lines.items[i];
    bool inside = is_inside(in, i), named = false;
    bool head = place == GISA_PLACE_HEAD || place == GISA_PLACE_ABOVE;
    bool dated = place == GISA_PLACE_HEAD && !gisa_sentence_ends(s) && is_dated(in, i);
    if (s.n > MAX_BYLINE_BYTES || (inside && line->keep && !dated)) return false;
    gisa_line_kind kind = gisa_line_rules_find(w->rules, w->match, s).kind;
    if ((inside && line->rule == GISA_RULE_BYLINE) || kind == GISA_KIND_BYLINE) return true;
    for (size_t k = 0; k < sizeof roles / sizeof roles[0] && !named; k++)
        named = gisa_str_has(s, gisa_str_from(roles[k])) && (k == 0 || head);
    if (head && gisa_str_eq_nocase(gisa_str_cut(s, 0, 3), GISA_STR("by "))) named = true;
    return (inside ? head : place != GISA_PLACE_BELOW) && named &&
           gisa_title_words(s) <= MAX_BYLINE_WORDS &&
           (!gisa_sentence_ends(s) || kind == GISA_KIND_DATE);
}

/* The next part of a line between marks. */
static bool next_part(gisa_str *rest, gisa_str *part)
{
    static const char *const marks[] = {"|", "·", "ㅣ", "•", "/", "ㆍ", "—"};
    size_t end = rest->n, width = 0;
    if (!rest->n) return false;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t at = gisa_str_find(*rest, gisa_str_from(marks[i]), 0);
        if (at >= end) continue;
        end = at;
        width = strlen(marks[i]);
    }
    *part = gisa_str_trim(gisa_str_cut(*rest, 0, end));
    *rest = gisa_str_cut(*rest, end + width, rest->n);
    return true;
}

/* A name before a date in one line: "홍길동 2025-02-03", "홍길동 입력 2025-02-03". */
static gisa_str name_before_date(gisa_str s, gisa_str outlet)
{
    gisa_time t;
    size_t start, end;
    if (!gisa_printed_date_find(s, 0, &t, &start, &end)) return GISA_NONE;
    gisa_str name = gisa_str_cut(s, 0, gisa_str_find_byte(s, ' ', 0));
    gisa_str between = gisa_str_trim(gisa_str_cut(s, name.n, start > name.n ? start : name.n));
    bool label = !between.n || gisa_begins_with_label(between);
    return name.n == LONE_NAME && label && gisa_is_surnamed(name, outlet) ? name : GISA_NONE;
}

/* A full name alone in its line or between its marks, near the date between title and text. */
static gisa_str lone_name(const gisa_field_input *in, size_t i, gisa_str outlet)
{
    const gisa_lines *l = &in->w->lines;
    gisa_str rest = gisa_line_text(l, i), part, name = GISA_NONE;
    bool dated = false, section = false;
    if (rest.n > MAX_NEXT_BYTES) return GISA_NONE;
    name = name_before_date(rest, outlet);
    while (!name.n && next_part(&rest, &part)) {
        part = gisa_str_trim(gisa_str_cut(part, 0, gisa_str_find_byte(part, '(', 0)));
        if (part.n == LONE_NAME && gisa_is_surnamed(part, outlet)) name = part;
    }
    if (!name.n) return GISA_NONE;
    for (size_t k = i > NAME_TO_DATE ? i - NAME_TO_DATE : 0;
         k <= i + NAME_TO_DATE && k < l->n && !dated; k++)
        dated = is_dated(in, k);
    for (size_t k = 0; k < i && !section; k++)
        section = l->items[k].link_weight > 0 && gisa_str_has(gisa_line_text(l, k), name);
    return dated && !section ? name : GISA_NONE;
}

/* Adds whom a line names as the author, by the ways in which pages do; with `lone` a name that
 * nothing but its place makes the author's. */
static gisa_status read_line(const gisa_field_input *in, size_t i, gisa_story_place place,
                             gisa_str outlet, bool lone, gisa_byline_names *out)
{
    const gisa_line *line = &in->w->lines.items[i];
    gisa_str s = gisa_line_text(&in->w->lines, i), parted = s;
    size_t before = out->n;
    bool kept = is_inside(in, i) && line->keep;
    if (s.n <= MAX_BYLINE_BYTES && gisa_line_parted(in, i, &parted) < 0) return GISA_ENOMEM;
    if (!parted.n) parted = s; /* a flattened page */
    bool crumbs = line->link_weight > 0 && gisa_str_has(s, GISA_STR(" > "));
    bool credits = s.n <= MAX_BYLINE_BYTES && !line->ends && place != GISA_PLACE_ABOVE && !crumbs &&
                   gisa_is_credit_line(parted);
    if (credits) gisa_credit_line_read(parted, outlet, out);
    if (!credits && is_byline(in, i, s, place)) gisa_byline_read_line(s, outlet, out);
    if (!credits && out->n == before && is_byline(in, i, parted, place))
        gisa_byline_read_line(parted, outlet, out);
    if (out->n == before && !kept && !crumbs) gisa_writer_box_read(in, i, outlet, out);
    if (out->n == before && !kept && lone && place == GISA_PLACE_HEAD)
        gisa_byline_read_field(lone_name(in, i, outlet), outlet, out);
    if (out->n > before && in->opts->explain)
        in->opts->explain->put(in->opts->explain->ctx,
                               &(gisa_explained){s, "names reporters", true});
    return GISA_OK;
}

/* Whether the line is one of those in which a text may be signed at its end. */
static bool is_text_end(const gisa_field_input *in, const gisa_story_range *r, size_t i)
{
    return i + SIGNED_END >= r->last && i < r->last && is_inside(in, i);
}

/* Whether a line is the caption of a picture: it names who took that one. */
static bool is_caption(const gisa_line *line)
{
    return line->rule == GISA_RULE_CAPTION || line->rule == GISA_RULE_CAPTION_CREDIT;
}

/* Bylines around the article. Those after the text and in captions name nobody when others do, but
 * may have the addresses: other stories and their reporters are near. */
static gisa_status read_bylines(const gisa_field_input *in, gisa_str title, gisa_str outlet,
                                bool lone, gisa_byline_names *out, gisa_byline_names *below)
{
    const gisa_lines *l = &in->w->lines;
    gisa_story_range range = gisa_story_range_find(in, title);
    gisa_byline_names items = {0};
    for (size_t i = 0; i < range.end && i < l->n; i++) {
        const gisa_line *line = &l->items[i];
        gisa_story_place place = gisa_story_place_find(in, &range, i);
        bool end = is_text_end(in, &range, i), kept = is_inside(in, i) && line->keep;
        if (!place || (kept && !end && place == GISA_PLACE_INSIDE)) continue;
        bool item = line->flags & GISA_LINE_ITEM && line->link_weight > 0;
        bool after = place == GISA_PLACE_BELOW || (end && kept) || (!kept && is_caption(line));
        if (read_line(in, i, place, outlet, lone, !after ? out : item ? &items : below) < 0)
            return GISA_ENOMEM;
    }
    if (!below->n && items.n == 1) *below = items; /* several are a list of reporters */
    return GISA_OK;
}

/* Addresses that only the other names have. */
static void add_addresses(gisa_byline_names *to, const gisa_byline_names *from)
{
    for (size_t i = 0; i < to->n; i++)
        for (size_t k = 0; k < from->n && !to->items[i].email.n; k++)
            if (gisa_str_eq(from->items[k].name, to->items[i].name))
                to->items[i].email = from->items[k].email;
}

/* What a person is, in a line of its own after the name. */
static bool is_title_line(const gisa_lines *l, size_t i)
{
    gisa_str s = i < l->n ? gisa_line_text(l, i) : GISA_NONE;
    return s.n && s.n <= MAX_NEXT_BYTES && !l->items[i].ends &&
           (gisa_wordlist_suffix(&gisa_list_writer_titles, s) ||
            gisa_wordlist_suffix(&gisa_list_titles, s));
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

/* Whom the page labels as its writer. */
static gisa_status read_labelled(const gisa_field_input *in, gisa_str outlet,
                                 gisa_byline_names *out)
{
    gisa_page_labels labels;
    if (gisa_field_labels(in, &labels) < 0) return GISA_ENOMEM;
    for (size_t i = 0; i < labels.n_writers; i++) {
        gisa_byline_names found = {0};
        gisa_byline_read_field(labels.writers[i], outlet, &found);
        for (size_t k = 0; k < found.n && out->n < GISA_BYLINE_NAMES_MAX; k++)
            if (gisa_hangul_syllables(found.items[k].name) != 2 ||
                gisa_is_surnamed(found.items[k].name, outlet))
                out->items[out->n++] = found.items[k];
    }
    return GISA_OK;
}

/* Who signs a column, above its text or at its end: the first that is named. */
static gisa_status read_signed(const gisa_field_input *in, const gisa_article *a,
                               gisa_byline_names *out)
{
    const gisa_lines *l = &in->w->lines;
    gisa_story_range range = gisa_story_range_find(in, a->title);
    bool letter = gisa_is_reader_letter(a->title);
    bool opinion = letter || gisa_is_opinion(a->title, a->section);
    for (size_t i = 0; i < range.end && i < l->n && !out->n; i++) {
        gisa_story_place place = gisa_story_place_find(in, &range, i);
        gisa_str s = gisa_line_text(l, i), name = s;
        bool end = is_text_end(in, &range, i), kept = is_inside(in, i) && l->items[i].keep;
        if (!place || (kept && !end) || s.n > MAX_BYLINE_BYTES || l->items[i].ends) continue;
        bool portrait = opinion && place != GISA_PLACE_INSIDE;
        if (l->items[i].flags & GISA_LINE_CAPTION && !portrait) continue;
        if (gisa_line_parted(in, i, &s) < 0) return GISA_ENOMEM;
        bool below = place == GISA_PLACE_BELOW && i < range.last + SIGNED_END;
        gisa_str reader = letter && (end || below) ? gisa_letter_writer(s, a->outlet_name)
                                                   : GISA_NONE;
        bool alone = !reader.n && gisa_is_surnamed(s, a->outlet_name);
        name = reader.n ? reader : alone ? s : gisa_signed_name(s, a->outlet_name);
        if (alone && !gisa_label_names(a->title, s) && !is_title_line(l, i + 1)) continue;
        if (name.n && (opinion || gisa_label_names(a->title, name)))
            out->items[out->n++] = (gisa_byline_name){name, GISA_NONE};
    }
    return GISA_OK;
}

/* A name that is no person's, where the page states it and prints it alone in a box of writers: a
 * pen name, unless it is the desk's or the site's. */
static bool is_pen_name(const gisa_field_input *in, const gisa_story_range *range, gisa_str name,
                        gisa_str outlet)
{
    const gisa_lines *l = &in->w->lines;
    gisa_site_names names = gisa_site_names_find(in);
    bool korean = gisa_hangul_syllables(name) > 0 || gisa_is_foreign_name(name);
    if (name.n < MIN_PEN_NAME || name.n > MAX_PEN_NAME ||
        (!korean && !gisa_is_shouted_name(name)) || gisa_str_eq_nocase(name, outlet) ||
        gisa_site_names_has(&names, name) || gisa_wordlist_within(&gisa_list_desk_words, name) ||
        gisa_wordlist_prefix(&gisa_list_office_stems, name) ||
        gisa_wordlist_suffix(&gisa_list_media_names, name))
        return false;
    for (size_t i = range->title; i < range->end && i < l->n; i++)
        if (l->items[i].len <= MAX_PEN_NAME && gisa_same_letters(gisa_line_text(l, i), name) &&
            gisa_in_writer_box(&in->w->tree, l->items[i].first))
            return true;
    return false;
}

static void read_pen_names(const gisa_field_input *in, const gisa_article *a,
                           gisa_byline_names *out)
{
    const gisa_script_fields *ld = &in->w->script.ld;
    const gisa_meta *m = &in->w->meta;
    gisa_story_range range = gisa_story_range_find(in, a->title);
    for (size_t i = 0; i < ld->n_authors + m->authors.n && !out->n; i++) {
        gisa_str s = i < ld->n_authors ? ld->authors[i] : m->authors.items[i - ld->n_authors];
        if (is_pen_name(in, &range, gisa_str_trim(s), a->outlet_name))
            out->items[out->n++] = (gisa_byline_name){gisa_str_trim(s), GISA_NONE};
    }
}

/* Whether the byline of the page names more people than its data, which often have the first only.
 * In Korean: what is beside an English name is as likely to be a role. */
static bool has_all(const gisa_byline_names *lines, const gisa_byline_names *people)
{
    size_t found = 0;
    for (size_t k = 0; k < lines->n; k++)
        if (!gisa_hangul_syllables(lines->items[k].name)) return false;
    for (size_t i = 0; i < people->n; i++)
        for (size_t k = 0; k < lines->n; k++)
            found += gisa_str_eq(people->items[i].name, lines->items[k].name);
    return people->n && found == people->n && lines->n > people->n && lines->n <= MAX_WRITERS;
}

/* Those of the first list in its order, but with the addresses that the other one has. */
static void take_all(const gisa_byline_names *lines, gisa_byline_names *people)
{
    gisa_byline_names stated = *people;
    *people = *lines;
    add_addresses(people, &stated);
}

gisa_status gisa_field_authors(const gisa_field_input *in, gisa_article *out)
{
    gisa_byline_names people = {0}, lines = {0}, below = {0};
    gisa_str outlet = out->outlet_name;
    gisa_wire_head wire;
    if (read_stated(in, outlet, &people) < 0 ||
        (!people.n && read_labelled(in, outlet, &people) < 0) ||
        read_bylines(in, out->title, outlet, people.n == 0, &lines, &below) < 0)
        return GISA_ENOMEM;
    if (has_all(&lines, &people)) take_all(&lines, &people);
    if (!lines.n && gisa_wire_head_read(out->body, &wire)) lines = wire.people;
    if (!lines.n) lines = below;
    if (!lines.n) read_signoffs(in, outlet, &lines);
    if (!lines.n && !people.n && read_signed(in, out, &lines) < 0) return GISA_ENOMEM;
    if (!people.n) people = lines;
    if (!people.n) read_pen_names(in, out, &people);
    add_addresses(&lines, &below);
    add_addresses(&people, &lines);
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

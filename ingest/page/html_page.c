/* HTML pages: wires prescan, tree, lines, body, line pass and fields. */
#include <stdio.h>

#include "base/hangul.h"
#include "base/letter.h"
#include "base/printed_date.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/fields/credit_line.h"
#include "ingest/fields/opinion_writer.h"
#include "ingest/fields/site_name.h"
#include "ingest/fields/writer_box.h"
#include "ingest/page/broken_title.h"
#include "ingest/page/byline_end.h"
#include "ingest/page/caption_end.h"
#include "ingest/page/cards_beside.h"
#include "ingest/page/headed_brief.h"
#include "ingest/page/link_target.h"
#include "ingest/page/notice_list.h"
#include "ingest/page/other_story.h"
#include "ingest/page/script_json.h"
#include "ingest/page/script_state.h"
#include "ingest/page/select.h"
#include "ingest/page/story_cards.h"
#include "ingest/rejection.h"

/* Tuned with tests/bench/extract. Weights are those of
 * ingest/lines.h. */

/* A body below this is doubted: names of boxes are forgotten when they hid so many times as much.
 */
static const float MAX_DOUBTED_BODY = 40, MIN_HIDDEN_TIMES = 3;

/* Running text below which a notice may be a list. */
static const float MIN_NOTICE_TEXT = 8;

/* A hidden line of text may be links up to this share. */
static const float MAX_HIDDEN_LINKED = 0.5f;

/* Running text of the page: above the first a script's body must be of the same article, up to the
 * second other scripts are read as well. */
static const float SOME_TEXT = 60, LITTLE_TEXT = 150;

/* How far ahead of the page's own text a script's body must be: times and more. JSON-LD's is often
 * a teaser or another object's, and not parsed below so many bytes of text. */
static const float STATE_TIMES = 1.3f, STATE_MORE = 10, LD_TIMES = 3, LD_MORE = 30;
enum { MIN_LD_BYTES = 100 };

/* Decks: lines above the text that are looked at, the longest and the shortest one, ancestors whose
 * names count, and how many lines are still a subtitle. */
enum {
    DECK_REACH = 25,
    MAX_DECK_BYTES = 600,
    DECK_ANCESTORS = 4,
    MIN_DECK_WORDS = 3,
    MAX_DECKS = 6,
    MAX_STANDFIRST = 2
};

/* A line that is dated: its bytes and those before the date; one that names a writer; such lines in
 * a row. */
enum { MAX_SIGNATURE_BYTES = 160, MAX_BEFORE_DATE = 24, MAX_WRITER_BYTES = 80, MAX_SIGNATURES = 4 };
static const float MIN_DECK = 3.5f;

/* Lines above the text in which captions are looked for. */
enum { CAPTION_REACH = 30 };

/* When names alone made noise of nearly everything, they are not to be trusted on this page.
 * Returns the weight of the running text that they hid. */
static float forgive_names(gisa_lines *l)
{
    float hidden = 0;
    for (size_t i = 0; i < l->n; i++) {
        gisa_line *line = &l->items[i];
        if (!(line->flags & (GISA_LINE_NOISE | GISA_LINE_HIDDEN))) continue;
        if (gisa_line_is_prose(line) && line->link_weight < MAX_HIDDEN_LINKED * line->weight)
            hidden += line->weight;
        line->flags &= (uint16_t) ~(GISA_LINE_NOISE | GISA_LINE_HIDDEN);
    }
    return hidden;
}

static const gisa_profile *find_profile(const gisa_extract_work *w, const gisa_extract_opts *opts)
{
    const gisa_str urls[] = {opts->url, w->meta.canonical, w->meta.og_url};
    if (opts->profile.n) return gisa_profiles_named(w->x->profiles, opts->profile);
    for (size_t i = 0; i < 3; i++) {
        gisa_str host = gisa_url_host(urls[i]);
        const gisa_profile *p = host.n ? gisa_profiles_find(w->x->profiles, host) : NULL;
        if (p) return p;
    }
    return NULL;
}

/* The host of the page, as far as it is known, else what its links tell. */
static gisa_str own_host(const gisa_extract_work *w, const gisa_extract_opts *opts)
{
    const gisa_str urls[] = {opts->url, w->meta.canonical, w->meta.og_url};
    for (size_t i = 0; i < 3; i++) {
        gisa_str host = gisa_url_host(urls[i]);
        if (host.n) return host;
    }
    return gisa_links_own_host(&w->tree);
}

static gisa_line_filter filter_for(const gisa_extract_work *w, const gisa_extract_opts *opts,
                                   gisa_str title, bool trusted)
{
    return (gisa_line_filter){.rules = w->rules,
                              .match = w->match,
                              .seen = (gisa_map *)&w->seen,
                              .title = title,
                              .trusted = trusted,
                              .faithful = opts->mode == GISA_MODE_FAITHFUL,
                              .host = own_host(w, opts)};
}

/* Lines that the profile calls noise or captions. */
static void apply_profile(gisa_extract_work *w, const gisa_profile *p)
{
    static const struct {
        gisa_profile_part part;
        unsigned flag;
    } marks[] = {{GISA_PART_NOISE, GISA_LINE_NOISE}, {GISA_PART_CAPTION, GISA_LINE_CAPTION}};
    for (size_t k = 0; p && k < 2; k++) {
        size_t at = 0, node, from, to;
        if (!p->parts[marks[k].part]) continue;
        while ((node = gisa_selector_find(p->parts[marks[k].part], &w->tree, at, w->tree.n,
                                          NULL)) != SIZE_MAX) {
            gisa_lines_in_node(&w->lines, &w->tree, node, &from, &to);
            for (size_t i = from; i < to; i++) w->lines.items[i].flags |= (uint16_t)marks[k].flag;
            at = node + 1;
        }
    }
}

/* Parses and cleans a body found in a script. Returns the weight of its running text. */
static gisa_status read_script_body(gisa_extract_work *w, const gisa_extract_opts *opts,
                                    gisa_str html, gisa_str title, float *weight, gisa_error *err)
{
    gisa_status st;
    *weight = 0;
    if (!html.n) return GISA_OK;
    if ((st = gisa_prescan_run(&w->scan, html, err)) < 0) return st;
    html = gisa_buf_view(&w->scan.html);
    if ((st = gisa_tree_parse(&w->state_tree, html, err)) < 0) return st;
    if ((st = gisa_lines_collect(&w->state_lines, &w->state_tree, 0, err)) < 0) return st;
    if ((st = gisa_bylines_part(&w->state_lines, w->rules, w->match, err)) < 0) return st;
    gisa_line_filter filter = filter_for(w, opts, title, true);
    filter.tree = &w->state_tree;
    if ((st = gisa_line_filter_run(&filter, &w->state_lines, 0, w->state_lines.n, err)) < 0)
        return st;
    *weight = gisa_lines_running_weight(&w->state_lines, 0, w->state_lines.n);
    return GISA_OK;
}

/* Whether a line of the page's own text is in the script's body, too. */
static bool agrees(const gisa_extract_work *w, const gisa_body *body)
{
    gisa_str text = gisa_buf_view(&w->state_lines.text);
    for (size_t i = body->from; i < body->to; i++) {
        const gisa_line *line = &w->lines.items[i];
        if (line->keep && gisa_line_is_prose(line) &&
            gisa_str_find(text, gisa_line_text(&w->lines, i), 0) != GISA_NPOS)
            return true;
    }
    return false;
}

/* Running text of the page that is its own: where its body is teasers of other stories, what is
 * beside them. */
static float own_text(const gisa_extract_work *w, const gisa_body *body)
{
    float all = gisa_lines_running_weight(&w->lines, body->from, body->to);
    gisa_story_cards cards = gisa_story_cards_count(&w->lines, body);
    return gisa_story_cards_are_all(&cards, false) && cards.outside < all ? cards.outside : all;
}

/* A script's body takes the page's place when the page has much less running text; where the page
 * has some, it must be that of the same article. That of JSON-LD must be far ahead, for it is often
 * a teaser or another object's. */
static gisa_status try_scripts(gisa_extract_work *w, const gisa_extract_opts *opts,
                               const gisa_body *body, gisa_str title, bool *taken, gisa_error *err)
{
    gisa_script_data *d = &w->script;
    float weight, own = own_text(w, body);
    gisa_status st = GISA_OK;
    size_t known = d->state.weight;
    if (own <= LITTLE_TEXT) st = gisa_script_state_read(&w->scan, &w->arena, d, err);
    bool same = gisa_title_matches(d->state.headline, title);
    bool other = d->state.weight != known && d->state.headline.n && title.n && !same;
    if (st >= 0) st = read_script_body(w, opts, gisa_buf_view(&d->state_body), title, &weight, err);
    if (st < 0) return st;
    *taken = weight > STATE_TIMES * own + STATE_MORE && !other &&
             (own <= SOME_TEXT || same || agrees(w, body));
    if (*taken || gisa_script_json_weight(gisa_buf_view(&d->ld_body)) < MIN_LD_BYTES)
        return GISA_OK;
    gisa_buf_reset(&w->out);
    gisa_script_json_write_markup(gisa_buf_view(&d->ld_body), &w->out);
    st = read_script_body(w, opts, gisa_buf_view(&w->out), title, &weight, err);
    if (st >= 0) *taken = weight > LD_TIMES * own + LD_MORE;
    return st;
}

static void explain(const gisa_extract_opts *opts, const gisa_lines *l, const gisa_body *body)
{
    for (size_t i = 0; i < l->n; i++) {
        const gisa_line *line = &l->items[i];
        bool inside = i >= body->from && i < body->to;
        gisa_line_rule rule = inside                          ? line->rule
                              : line->flags & GISA_LINE_OTHER ? GISA_RULE_OTHER_STORY
                                                              : GISA_RULE_OUTSIDE_BODY;
        gisa_explained e = {gisa_line_text(l, i), gisa_line_rule_name(rule), inside && line->keep};
        opts->explain->put(opts->explain->ctx, &e);
    }
}

static void explain_box(const gisa_extract_opts *opts, const gisa_tree *t, const gisa_body *body)
{
    char text[320];
    gisa_str id = gisa_utf8_clip(gisa_node_attr(t, body->root, "id"), 60);
    gisa_str name = gisa_utf8_clip(gisa_node_attr(t, body->root, "class"), 120);
    gisa_str tag = gisa_utf8_clip(gisa_node_text(t, body->root), 40);
    int n = snprintf(text, sizeof text, "%s: <%.*s id=\"%.*s\" class=\"%.*s\">, %.0f of %.0f",
                     gisa_body_evidence_name(body->by), GISA_ARG(tag), GISA_ARG(id), GISA_ARG(name),
                     (double)body->score, (double)body->page);
    gisa_explained e = {
        {text, n > 0 && n < 320 ? (size_t)n : 0}, gisa_line_rule_name(GISA_RULE_BODY_BOX), true};
    opts->explain->put(opts->explain->ctx, &e);
}

static bool is_deck(const gisa_tree *t, const gisa_line *line)
{
    size_t node = line->first;
    for (int up = 0; up < DECK_ANCESTORS && node; up++, node = t->nodes[node].parent)
        if (gisa_wordlist_within(&gisa_list_deck_names, gisa_node_attr(t, node, "class")) ||
            gisa_wordlist_within(&gisa_list_deck_names, gisa_node_attr(t, node, "id")))
            return true;
    return false;
}

static bool is_signed(const gisa_extract_work *w, size_t i)
{
    gisa_str s = gisa_line_text(&w->lines, i);
    gisa_line_kind kind = gisa_line_rules_find(w->rules, w->match, s).kind;
    return kind == GISA_KIND_BYLINE || kind == GISA_KIND_DATE;
}

/* Whether a line is nothing but the name of who wrote the article: one with a credit, or in a box
 * of writers. */
static bool names_writer(const gisa_extract_work *w, size_t i)
{
    gisa_str s = gisa_line_text(&w->lines, i);
    return s.n <= MAX_WRITER_BYTES && !w->lines.items[i].ends &&
           (gisa_is_credit_line(s) || gisa_in_writer_box(&w->tree, w->lines.items[i].first));
}

/* Whether a line is where the head of an article names its author or day. */
static bool is_signature(const gisa_extract_work *w, size_t i)
{
    gisa_str s = gisa_line_text(&w->lines, i);
    gisa_time t;
    size_t start, end;
    bool dated = s.n <= MAX_SIGNATURE_BYTES && !w->lines.items[i].ends &&
                 gisa_printed_date_find(s, 0, &t, &start, &end) && start <= MAX_BEFORE_DATE;
    return dated || is_signed(w, i) || names_writer(w, i);
}

/* Whether sentences above a writer's name are a deck: English pages have the lead there as well. */
static bool is_signed_deck(const gisa_extract_work *w, size_t deck, size_t signature)
{
    gisa_str s = gisa_line_text(&w->lines, deck);
    size_t at = 0;
    uint32_t cp = gisa_letter_next(s, &at);
    return gisa_is_hangul(cp) && names_writer(w, signature);
}

/* The line of the head that prints the title: a heading, else the last line outside links. */
static size_t find_printed_title(const gisa_lines *l, size_t from, size_t to, gisa_str title)
{
    size_t found = to;
    for (size_t i = from; i < to; i++) {
        const gisa_line *line = &l->items[i];
        if (!gisa_title_matches(gisa_line_text(l, i), title)) continue;
        if (line->flags & GISA_LINE_HEADING) return i;
        if (line->link_weight == 0 && !(line->flags & GISA_LINE_HIDDEN)) found = i;
    }
    return found;
}

/* A line or two between the headline and the byline or date are a subtitle, sentences too. */
static void mark_standfirst(gisa_extract_work *w, size_t from, size_t to, gisa_str title)
{
    gisa_lines *l = &w->lines;
    size_t head = find_printed_title(l, from, to, title), i;
    for (i = head + 1; i < to && i <= head + MAX_STANDFIRST + 1 && !is_signature(w, i); i++) {
        const gisa_line *line = &l->items[i];
        if (line->link_weight > 0 || line->len > MAX_DECK_BYTES || line->weight < MIN_DECK) return;
        if (line->flags & (GISA_LINE_CAPTION | GISA_LINE_HIDDEN)) return;
    }
    if (i >= to || i > head + MAX_STANDFIRST + 1 || !is_signature(w, i)) return;
    for (size_t k = head + 1; k < i; k++) /* a date among other words is not sure */
        if (l->items[k].ends && !is_signed(w, i) && !is_signed_deck(w, k, i)) return;
    for (size_t k = i; k < to && k < i + MAX_SIGNATURES && is_signature(w, k); k++)
        if (l->items[k].keep) gisa_line_drop(&l->items[k], GISA_RULE_BYLINE);
    while (--i > head) gisa_line_drop(&l->items[i], GISA_RULE_SUBTITLE);
}

/* Deck lines: boxes named so around the head of the text, or scraps inside the body's box above it.
 */
static void mark_deck(gisa_extract_work *w, const gisa_body *body, gisa_str title)
{
    gisa_lines *l = &w->lines;
    size_t first = body->from, decks = 0, start, end;
    gisa_time t;
    while (first < body->to && !(l->items[first].keep && gisa_line_is_prose(&l->items[first])))
        first++;
    size_t from = body->from > DECK_REACH ? body->from - DECK_REACH : 0;
    mark_standfirst(w, from, first + 2 < body->to ? first + 2 : body->to, title);
    for (size_t i = from; i < first && i < l->n; i++) /* a deck follows its title */
        if (gisa_title_matches(gisa_line_text(l, i), title)) from = i;
    for (size_t i = from; i < first && i < l->n; i++) {
        gisa_line *line = &l->items[i];
        gisa_str s = gisa_line_text(l, i);
        if (line->link_weight > 0 || s.n > MAX_DECK_BYTES || line->weight < MIN_DECK) continue;
        if (gisa_title_matches(s, title)) continue;
        if (line->rule && line->rule != GISA_RULE_ABOVE_TEXT && !line->keep) continue;
        if (!is_deck(&w->tree, line)) continue;
        line->keep = false;
        line->rule = GISA_RULE_SUBTITLE;
        decks++;
    }
    for (size_t i = body->from; i < first && !decks; i++) {
        gisa_line *line = &l->items[i];
        bool scrap = line->rule == GISA_RULE_ABOVE_TEXT && !(line->flags & GISA_LINE_CELL);
        if (scrap && line->words >= MIN_DECK_WORDS && line->link_weight == 0 &&
            !gisa_breadcrumb_section(gisa_line_text(l, i)).n &&
            !gisa_printed_date_find(gisa_line_text(l, i), 0, &t, &start, &end))
            line->rule = GISA_RULE_SUBTITLE;
    }
}

/* What is between title and text without being a deck: labels, credits, whom to call, the title
 * again, what the page offers. */
static bool is_no_deck(const gisa_field_input *in, gisa_str s, gisa_str title)
{
    const gisa_extract_work *w = in->w;
    gisa_site_names names = gisa_site_names_find(in);
    gisa_byline_names people = {0};
    gisa_line_kind kind = gisa_line_rules_find(w->rules, w->match, s).kind;
    size_t digits = 0, at = 0;
    for (size_t i = 0; i < s.n; i++) digits += gisa_is_digit(s.p[i]);
    return (kind != GISA_KIND_NONE && kind != GISA_KIND_MARK) || gisa_begins_with_label(s) ||
           gisa_credit_line_read(s, GISA_NONE, &people) || gisa_signed_name(s, GISA_NONE).n ||
           gisa_email_find(s, &at).n || 2 * digits > s.n || gisa_site_names_has(&names, s) ||
           gisa_str_eq_nocase(gisa_str_cut(s, 0, 3), GISA_STR("by ")) ||
           (title.n && gisa_str_has(s, title)) || gisa_wordlist_prefix(&gisa_list_offered_words, s);
}

static gisa_status set_subtitle(gisa_extract_work *w, const gisa_field_input *in, gisa_article *out)
{
    gisa_str picked;
    if (gisa_field_selected(in, GISA_PART_SUBTITLE, &picked) < 0) return GISA_ENOMEM;
    if (!picked.n) picked = w->script.state.subtitle;
    if (picked.n) return gisa_article_set(out, &out->subtitle, picked);
    gisa_buf_reset(&w->out);
    size_t n = 0;
    for (size_t i = 0; i < in->body->to && i < w->lines.n; i++) {
        if (w->lines.items[i].rule != GISA_RULE_SUBTITLE ||
            is_no_deck(in, gisa_line_text(&w->lines, i), out->title))
            continue;
        if (w->out.n) gisa_buf_add_char(&w->out, '\n');
        gisa_buf_add(&w->out, gisa_line_text(&w->lines, i));
        n++;
    }
    if (!n || n > MAX_DECKS) return GISA_OK;
    return gisa_article_set(out, &out->subtitle, gisa_buf_view(&w->out));
}

/* Captions inside the text, and those in caption boxes between the title and the text. */
static gisa_status add_captions(gisa_extract_work *w, const gisa_lines *l, size_t from, size_t to,
                                gisa_article *out)
{
    uint64_t *slot;
    gisa_map_reset(&w->seen);
    size_t above = from > CAPTION_REACH ? from - CAPTION_REACH : 0;
    while (above < from && !gisa_title_matches(gisa_line_text(l, above), out->title)) above++;
    for (size_t i = above; i < to; i++) {
        const gisa_line *line = &l->items[i];
        gisa_str s = gisa_line_text(l, i);
        bool added, boxed = line->flags & GISA_LINE_CAPTION;
        if (i < from ? !boxed || line->link_weight > 0
                     : line->keep || (line->rule != GISA_RULE_CAPTION &&
                                      line->rule != GISA_RULE_CAPTION_CREDIT &&
                                      line->rule != GISA_RULE_CAPTION_MARK))
            continue;
        if (line->words <= 1) continue;
        if (gisa_map_put(&w->seen, s, &slot, &added) < 0) return GISA_ENOMEM;
        if (added && gisa_article_add_caption(out, s) < 0) return GISA_ENOMEM;
    }
    return GISA_OK;
}

/* The text of a line as it is printed: nothing is between the cells of a row but white space. */
static void add_line(const gisa_lines *l, size_t i, gisa_buf *out)
{
    static const gisa_str mark = {" | ", 3};
    gisa_str s = gisa_line_text(l, i);
    size_t from = 0, at;
    while (l->items[i].flags & GISA_LINE_CELL && (at = gisa_str_find(s, mark, from)) != GISA_NPOS) {
        gisa_buf_add(out, gisa_str_cut(s, from, at + 1));
        from = at + mark.n;
    }
    gisa_buf_add(out, gisa_str_cut(s, from, s.n));
}

static gisa_status set_body(gisa_extract_work *w, const gisa_lines *l, size_t from, size_t to,
                            gisa_article *out)
{
    gisa_buf_reset(&w->out);
    for (size_t i = from; i < to; i++) {
        if (!l->items[i].keep) continue;
        if (w->out.n) gisa_buf_add_char(&w->out, '\n');
        add_line(l, i, &w->out);
    }
    if (w->out.st < 0) return GISA_ENOMEM;
    return w->out.n ? gisa_article_set(out, &out->body, gisa_buf_view(&w->out)) : GISA_OK;
}

/* The page's own lines have no body in them: their dates and bylines are looked for after the
 * title. */
static void place_after_title(const gisa_lines *l, gisa_str title, gisa_body *body)
{
    body->from = body->to = l->n;
    for (size_t i = 0; i < l->n; i++)
        if (gisa_title_matches(gisa_line_text(l, i), title)) {
            body->from = body->to = i + 1;
            return;
        }
}

static gisa_status find_body(gisa_extract_work *w, const gisa_profile *profile, gisa_body *body,
                             gisa_error *err)
{
    gisa_status st = gisa_body_find(&w->body_sums, &w->lines, &w->tree, profile, body, err);
    if (st >= 0 && body->score < MAX_DOUBTED_BODY &&
        forgive_names(&w->lines) > MIN_HIDDEN_TIMES * body->score)
        st = gisa_body_find(&w->body_sums, &w->lines, &w->tree, profile, body, err);
    gisa_str title = w->meta.og_title.n ? w->meta.og_title : w->meta.title;
    if (st >= 0 && body->score < MIN_NOTICE_TEXT && gisa_title_heads_notice(title))
        gisa_notice_list_find(&w->lines, &w->tree, title, body);
    else if (st >= 0 && body->score <= 0 && body->page > 0)
        gisa_headed_brief_find(&w->lines, &w->tree, title, body);
    return st;
}

/* By the title that the head of the page states. */
static void mark_other_stories(gisa_extract_work *w, const gisa_extract_opts *opts)
{
    gisa_str title = w->meta.og_title.n ? w->meta.og_title : w->meta.title;
    gisa_line_filter filter = filter_for(w, opts, title, false);
    gisa_other_story_mark(&filter, &w->lines, &w->tree);
    filter.tree = &w->tree;
    gisa_cards_beside_mark(&filter, &w->lines, w->meta.stamped || w->script.ld.published.n > 0);
}

static gisa_str first_heading(const gisa_meta *m)
{
    return m->headings.n ? m->headings.items[0] : GISA_NONE;
}

/* Everything up to the lines of the page. */
static gisa_status read_page(gisa_extract_work *w, const gisa_extract_opts *opts, gisa_error *err)
{
    gisa_status st;
    gisa_arena_reset(&w->arena);
    if ((st = gisa_prescan_run(&w->scan, gisa_buf_view(&w->text), err)) < 0) return st;
    if ((st = gisa_tree_parse(&w->tree, gisa_buf_view(&w->scan.html), err)) < 0) return st;
    if ((st = gisa_meta_collect(&w->tree, &w->arena, &w->meta, err)) < 0) return st;
    gisa_page_hint page = {{opts->url, w->meta.canonical, w->meta.og_url},
                           {w->meta.og_title, w->meta.title, first_heading(&w->meta)}};
    if ((st = gisa_script_read(&w->scan, &page, &w->arena, &w->script, err)) < 0) return st;
    if ((st = gisa_lines_collect(&w->lines, &w->tree, 0, err)) < 0) return st;
    const gisa_str titles[] = {w->meta.og_title, w->meta.title};
    gisa_broken_title_join(&w->lines, titles, 2);
    if ((st = gisa_captions_part(&w->lines, err)) < 0) return st;
    return gisa_bylines_part(&w->lines, w->rules, w->match, err);
}

gisa_status gisa_extract_html(gisa_extract_work *w, const gisa_extract_opts *opts,
                              gisa_article *out, gisa_error *err)
{
    gisa_body body;
    gisa_str title;
    bool scripted = false;
    gisa_status st = read_page(w, opts, err);
    if (st < 0) return st;
    const gisa_profile *profile = find_profile(w, opts);
    gisa_field_input in = {w, opts, profile, &body};
    apply_profile(w, profile);
    mark_other_stories(w, opts);
    if ((st = find_body(w, profile, &body, err)) < 0) return st;
    if ((st = gisa_field_title(&in, &title, err)) < 0) return st;
    gisa_line_filter filter = filter_for(w, opts, title, gisa_body_is_named(&body));
    filter.tree = &w->tree;
    filter.root = body.root;
    if ((st = gisa_line_filter_run(&filter, &w->lines, body.from, body.to, err)) < 0) return st;
    mark_deck(w, &body, title);
    if ((st = try_scripts(w, opts, &body, title, &scripted, err)) < 0) return st;
    if (opts->explain) explain_box(opts, &w->tree, &body);
    if (scripted) place_after_title(&w->lines, title, &body);
    if (opts->explain) explain(opts, &w->lines, &body);
    const gisa_lines *l = scripted ? &w->state_lines : &w->lines;
    size_t from = scripted ? 0 : body.from, to = scripted ? l->n : body.to;
    gisa_body all = {.from = from, .to = to};
    if (opts->explain && scripted) explain(opts, l, &all);
    if (gisa_article_set(out, &out->title, title) < 0 || set_body(w, l, from, to, out) < 0 ||
        add_captions(w, l, from, to, out) < 0 || set_subtitle(w, &in, out) < 0)
        return gisa_fail_mem(err);
    if ((st = gisa_fields_fill(&in, out, err)) < 0) return st;
    if (scripted && !out->rights.notice.n && gisa_field_rights(l, &w->meta, out) < 0)
        return gisa_fail_mem(err);
    return gisa_rejection_check_article(&in, out, err);
}

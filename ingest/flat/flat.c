#include "ingest/flat/flat.h"

#include "base/printed_date.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/fields/fields.h"
#include "ingest/fields/wire_head.h"
#include "ingest/flat/flat_page.h"
#include "ingest/flat/markup_rest.h"
#include "ingest/flat/single_line.h"
#include "ingest/flat/wrapped_lines.h"

/* Tuned with tests/bench/flat.py. Weights are those of ingest/lines.h. */

/* Bytes of the longest line that rules are tried on; captions of one article; characters of the
 * shortest body, unless the caller says otherwise. */
enum { MAX_RULED_BYTES = 900, MAX_CAPTIONS = 64, MIN_CHARS = 40, MIN_CAPTION_WORDS = 3 };

/* A line says the title when it begins with one of so many bytes and is little longer. */
enum { MIN_TITLE_BYTES = 13, MAX_AFTER_TITLE = 60 };

/* Lines printed twice running are captions from this weight on; above the other only the second. */
static const float MIN_REPEAT = 3, MAX_CAPTION = 200;

/* Lines of an anchor before the reporter's. */
enum { MAX_ANCHOR_LINES = 10 };

/* Of a line that begins or ends in a link, how much is linked where it has a date besides. */
static const float DATED_LINK = 0.5f;

/* How much heavier than a summary the text after it must be. */
static const float MIN_REST_TIMES = 4;

/* Words of a wire report's first line; plain sentences of a story that is told plainly, and how
 * many of them there are for a polite one. */
enum { MIN_WIRE_WORDS = 6, MIN_PLAIN = 3, MAX_POLITE_SHARE = 2 };

/* A caption without the label that a zoom button leaves after it. */
static gisa_str without_zoom(gisa_str s)
{
    gisa_str rest = gisa_str_cut(s, 1, s.n); /* a label alone is no caption */
    const gisa_wordlist_item *label = gisa_wordlist_suffix(&gisa_list_zoom_labels, rest);
    return label ? gisa_str_trim(gisa_str_cut(s, 0, s.n - label->word.n)) : s;
}

/* The rest of a line that begins with the alternative text of a reporter's portrait. */
static gisa_str without_portrait(gisa_str s)
{
    gisa_str inner = gisa_str_starts(s, GISA_STR("[")) ? gisa_str_cut(s, 1, s.n) : s;
    const gisa_wordlist_item *label = gisa_wordlist_prefix(&gisa_list_portrait_labels, inner);
    if (!label) return s;
    gisa_str rest = gisa_str_cut(inner, label->word.n, inner.n);
    if (inner.n < s.n && gisa_str_starts(rest, GISA_STR("]"))) rest = gisa_str_cut(rest, 1, rest.n);
    gisa_str name = gisa_str_trim(rest);
    return name.n && name.n < rest.n ? name : s;
}

/* Whether a line says when something was, to the minute. */
static bool has_minute(gisa_str s)
{
    gisa_time when;
    size_t start, end;
    return gisa_printed_date_find(s, 0, &when, &start, &end) &&
           when.precision == GISA_PRECISION_MINUTE;
}

/* Reads the marks of gisa_markdown_strip, cuts labels of zoom buttons and of portraits. */
static void read_marks(gisa_flat_page *f)
{
    for (size_t i = 0; i < f->l->n; i++) {
        gisa_line *line = &f->l->items[i];
        gisa_str s = gisa_flat_line(f, i);
        char mark = s.n ? s.p[0] : 0;
        if (mark >= 1 && mark <= 4) {
            line->at++;
            line->len--;
            s = gisa_str_trim(gisa_flat_line(f, i));
        }
        if (gisa_str_starts(s, GISA_STR("• ")) || gisa_str_starts(s, GISA_STR("◦ "))) {
            line->flags |= GISA_LINE_ITEM;
            s = gisa_str_trim(gisa_str_cut(s, sizeof "•" - 1, s.n));
        }
        gisa_str bare = without_zoom(s);
        if (bare.n < s.n) line->flags |= GISA_LINE_CAPTION;
        gisa_str named = without_portrait(bare);
        line->at = (uint32_t)(named.p - f->l->text.p);
        line->len = (uint32_t)named.n;
        if (named.n < bare.n) gisa_line_measure(named, line);
        if (mark == 1) line->flags |= GISA_LINE_HEADING;
        if (mark == 2) line->link_weight = line->weight * (has_minute(named) ? DATED_LINK : 1);
        if (mark == 3) line->flags |= GISA_LINE_CAPTION;
        if (mark == 4) line->flags |= GISA_LINE_ITEM;
    }
}

/* Rules of single lines. */
static void apply_rules(gisa_flat_page *f)
{
    for (size_t i = 0; i < f->l->n; i++) {
        gisa_line *line = &f->l->items[i];
        gisa_str s = gisa_flat_line(f, i);
        line->keep = true;
        line->rule = line->flags & GISA_LINE_HEADING ? GISA_RULE_HEADING : GISA_RULE_TEXT;
        gisa_line_verdict found = {GISA_RULE_NONE, GISA_KIND_NONE};
        if (s.n <= MAX_RULED_BYTES) found = gisa_line_rules_find(f->w->rules, f->w->match, s);
        f->story->lines[i].kind = (uint8_t)found.kind;
        if (!s.n)
            gisa_line_drop(line, GISA_RULE_EMPTY);
        else if (line->flags & GISA_LINE_CAPTION)
            gisa_line_drop(line, GISA_RULE_CAPTION);
        else if (found.kind == GISA_KIND_MARK || found.kind == GISA_KIND_TAIL)
            line->rule = found.rule;
        else if (found.kind != GISA_KIND_NONE)
            gisa_line_drop(line, found.rule);
        else if (line->link_weight > 0)
            gisa_line_drop(line, GISA_RULE_LINKS);
    }
}

/* How often the page prints each line. */
static gisa_status count_times(gisa_flat_page *f)
{
    gisa_map *seen = &f->w->seen;
    gisa_map_reset(seen);
    for (size_t i = 0; i < f->l->n; i++)
        if (gisa_map_count(seen, gisa_flat_line(f, i), 1) < 0) return GISA_ENOMEM;
    for (size_t i = 0; i < f->l->n; i++) {
        uint64_t times = *gisa_map_find(seen, gisa_flat_line(f, i));
        f->story->lines[i].times = (uint8_t)(times < 255 ? times : 255);
    }
    return GISA_OK;
}

/* "제목 이름 입력 2025-02-03 04:37": the line of the date goes on alone. */
static void cut_title(gisa_line *line, gisa_str s, gisa_str title)
{
    gisa_str rest = gisa_str_trim(gisa_str_cut(s, title.n, s.n));
    line->at += (uint32_t)(rest.p - s.p);
    line->len = (uint32_t)rest.n;
    gisa_line_measure(rest, line);
}

/* Lines that repeat the title, lines printed twice running: captions, alternative texts. */
static void mark_repeats(gisa_flat_page *f)
{
    gisa_str title = f->title < f->l->n ? gisa_flat_line(f, f->title) : GISA_NONE;
    for (size_t i = 0; i < f->l->n; i++) {
        gisa_line *line = &f->l->items[i];
        gisa_str s = gisa_flat_line(f, i);
        bool begins = title.n >= MIN_TITLE_BYTES && s.n < title.n + MAX_AFTER_TITLE &&
                      gisa_str_starts(s, title);
        f->story->lines[i].title = i == f->title || begins || gisa_title_matches(s, title);
        if (i != f->title && f->story->lines[i].title) {
            gisa_line_drop(line, GISA_RULE_TITLE_AGAIN);
            if (begins && has_minute(s)) cut_title(line, s, title);
            continue;
        }
        if (i + 1 >= f->l->n || line->weight < MIN_REPEAT) continue;
        gisa_line *next = &f->l->items[i + 1];
        if (!gisa_same_letters(s, gisa_flat_line(f, i + 1))) continue;
        if (line->weight < MAX_CAPTION) {
            gisa_line_drop(line, GISA_RULE_CAPTION);
            line->flags |= GISA_LINE_CAPTION;
        }
        gisa_line_drop(next, GISA_RULE_CAPTION);
        next->flags |= GISA_LINE_CAPTION;
    }
}

/* The anchor's part belongs to the story: [앵커] begins it. */
static void begin_at_broadcast_mark(gisa_flat_page *f)
{
    size_t from = f->title < f->start ? f->title + 1 : 0;
    if (f->start > from + MAX_ANCHOR_LINES) from = f->start - MAX_ANCHOR_LINES;
    for (size_t i = from; i < f->start && f->cut; i++) {
        if (f->story->lines[i].kind != GISA_KIND_MARK) continue;
        for (size_t k = i; k < f->start; k++) f->story->lines[k].story = true;
        f->start = i;
    }
}

/* Whether a line is running text that is not cut off, as teasers are. */
static bool is_whole_text(const gisa_flat_page *f, size_t i)
{
    gisa_str s = gisa_flat_line(f, i);
    return f->l->items[i].keep && f->l->items[i].ends && gisa_str_ends(s, GISA_STR(".")) &&
           !gisa_str_ends(s, GISA_STR(".."));
}

/* The line of the reporter that ends a round-up: below its sections, between which a list of
 * stories has the same head each time, and before any other end of a story. The number of lines:
 * none. */
static size_t end_of_sections(const gisa_flat_page *f)
{
    size_t list = f->l->n, lists = 0;
    bool text = true;
    for (size_t i = f->start; i < f->l->n; i++) {
        uint8_t kind = f->story->lines[i].kind;
        if (kind == GISA_KIND_RIGHTS || kind == GISA_KIND_COMMENTS || kind == GISA_KIND_END) break;
        if (kind == GISA_KIND_BYLINE && i >= f->cut) return lists > 1 && text ? i : f->l->n;
        if (is_whole_text(f, i)) text = true;
        if (kind != GISA_KIND_LIST) continue;
        if (list < f->l->n && !gisa_same_letters(gisa_flat_line(f, list), gisa_flat_line(f, i)))
            break;
        if (!text) break;
        text = false;
        list = i;
        lists++;
    }
    return f->l->n;
}

/* A round-up stays one story: the lists between its sections go, up to the heading of the next. */
static void join_sections(gisa_flat_page *f)
{
    size_t end = end_of_sections(f);
    if (end == f->l->n) return;
    for (size_t i = f->start; i < end; i++) {
        if (f->story->lines[i].kind == GISA_KIND_LIST) {
            size_t text = i + 1;
            while (text < end && !is_whole_text(f, text)) text++;
            size_t heading = text - i > 2 ? text - 1 : text;
            for (; i < heading; i++) gisa_line_drop(&f->l->items[i], GISA_RULE_IN_STORY_LIST);
        }
        f->story->lines[i].story = true;
    }
    f->cut = end;
}

/* The first and the last line of the story; other lines between them go. */
static void find_story(gisa_flat_page *f)
{
    f->start = f->l->n;
    f->cut = 0;
    gisa_story_lines_choose(f->story, f->l, &f->w->x->story_weights);
    for (size_t i = 0; i < f->l->n; i++) {
        if (!f->story->lines[i].story || !f->l->items[i].keep) continue;
        if (f->start > i) f->start = i;
        f->cut = i + 1;
    }
    begin_at_broadcast_mark(f);
    if (f->cut == 0) {
        f->start = f->story->from;
        f->cut = f->story->to;
        for (size_t i = f->start; i < f->cut; i++) f->story->lines[i].story = true;
    }
    join_sections(f);
    for (size_t i = f->start; i < f->cut; i++)
        if (!f->story->lines[i].story && f->l->items[i].keep)
            gisa_line_drop(&f->l->items[i], GISA_RULE_APART);
    for (size_t i = f->cut; i < f->l->n; i++) f->l->items[i].keep = false;
}

/* A wire report's head begins the story: what stands above it is a summary or speaks of the page,
 * unless it is most of the story, as when a teaser of another one follows. */
static void begin_at_wire(gisa_flat_page *f)
{
    float above = 0, below = 0;
    gisa_wire_head head;
    size_t wire = f->cut;
    for (size_t i = f->start; i < f->cut; i++) {
        const gisa_line *line = &f->l->items[i];
        if (wire == f->cut && line->words >= MIN_WIRE_WORDS &&
            gisa_wire_head_read(gisa_flat_line(f, i), &head))
            wire = i;
        if (line->keep) *(wire == f->cut ? &above : &below) += line->weight;
    }
    if (wire == f->cut || below < above) return;
    for (size_t i = f->start; i < wire; i++)
        if (f->l->items[i].keep) gisa_line_drop(&f->l->items[i], GISA_RULE_SUMMARY);
    f->start = wire;
}

/* How a story's sentences end: 다. or 니다. and 요. */
static bool is_polite(gisa_str s)
{
    static const char *const endings[] = {"니다.", "세요.", "어요.", "에요.",
                                          "까요?", "니다!", "세요!"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (gisa_str_ends(s, gisa_str_from(endings[i]))) return true;
    return false;
}

/* In a story that is told plainly, a polite sentence outside quotation marks that speaks of the
 * page is the page's own. */
static void drop_addresses(gisa_flat_page *f)
{
    size_t plain = 0, polite = 0;
    for (size_t i = f->start; i < f->cut; i++) {
        if (!f->l->items[i].keep) continue;
        gisa_str s = gisa_flat_line(f, i);
        if (is_polite(s))
            polite++;
        else
            plain += gisa_str_ends(s, GISA_STR("다."));
    }
    if (plain < MIN_PLAIN || polite * MAX_POLITE_SHARE > plain) return;
    for (size_t i = f->start; i < f->cut; i++) {
        gisa_str s = gisa_flat_line(f, i);
        if (f->l->items[i].keep && is_polite(s) && s.n < MAX_RULED_BYTES &&
            gisa_wordlist_within(&gisa_list_page_words, s))
            gisa_line_drop(&f->l->items[i], GISA_RULE_DIALOG);
    }
}

/* Running text before a repeated title and a much longer rest is a summary. */
static void skip_summary(gisa_flat_page *f)
{
    float head = 0, rest = 0;
    size_t i = f->start, title = 0;
    while (i < f->cut && !f->story->lines[i].title) head += f->l->items[i++].weight;
    while (i < f->cut && !f->l->items[i].keep) title = ++i;
    for (size_t k = i; k < f->cut; k++)
        if (f->l->items[k].keep) rest += f->l->items[k].weight;
    if (title && i < f->cut && rest > MIN_REST_TIMES * head) f->start = i;
}

static gisa_status set_texts(gisa_flat_page *f, bool faithful, gisa_article *out)
{
    gisa_buf *b = &f->w->out;
    gisa_buf_reset(b);
    for (size_t i = f->start; i < f->cut; i++) {
        const gisa_line *line = &f->l->items[i];
        bool printed = faithful && line->rule && !gisa_flat_has_rule(f, i, GISA_RULE_WIDGET) &&
                       !gisa_flat_has_rule(f, i, GISA_RULE_DIALOG) &&
                       !gisa_flat_has_rule(f, i, GISA_RULE_TITLE_AGAIN) &&
                       !gisa_flat_has_rule(f, i, GISA_RULE_APART) &&
                       !gisa_flat_has_rule(f, i, GISA_RULE_SUMMARY) &&
                       !gisa_flat_has_rule(f, i, GISA_RULE_EMPTY);
        if (!line->keep && !printed) continue;
        if (b->n) gisa_buf_add_char(b, '\n');
        gisa_buf_add(b, gisa_flat_line(f, i));
    }
    if (b->st < 0) return GISA_ENOMEM;
    if (gisa_article_set(out, &out->body, gisa_buf_view(b)) < 0) return GISA_ENOMEM;
    for (size_t i = 0; i < f->cut && out->n_captions < MAX_CAPTIONS; i++) {
        const gisa_line *line = &f->l->items[i];
        gisa_str s = gisa_flat_line(f, i);
        bool seen = false;
        if (!(gisa_flat_has_rule(f, i, GISA_RULE_CAPTION) ||
              gisa_flat_has_rule(f, i, GISA_RULE_CAPTION_CREDIT)) ||
            line->words < MIN_CAPTION_WORDS)
            continue;
        for (size_t k = 0; k < out->n_captions; k++)
            seen = seen || gisa_str_eq(out->captions[k], s);
        if (!seen && gisa_article_add_caption(out, s) < 0) return GISA_ENOMEM;
    }
    return GISA_OK;
}

static void explain(const gisa_flat_page *f)
{
    for (size_t i = 0; f->explain && i < f->l->n; i++) {
        const gisa_line *line = &f->l->items[i];
        bool inside = i >= f->start && i < f->cut;
        gisa_line_rule rule = i >= f->cut     ? GISA_RULE_AFTER_ARTICLE
                              : i == f->title ? GISA_RULE_TITLE
                                              : line->rule;
        gisa_flat_note(f, gisa_flat_line(f, i), gisa_line_rule_name(rule), inside && line->keep);
    }
}

/* The lines of the text in f->w->text, as its page had them. */
static gisa_status restore_lines(gisa_flat_page *f, gisa_str text, gisa_error *err)
{
    gisa_extract_work *w = f->w;
    gisa_str title = f->head.fields[GISA_HEAD_TITLE];
    gisa_markup_rest rest;
    bool wrapped = false;
    gisa_buf_reset(&w->out);
    f->single = gisa_single_line_is(text);
    gisa_status st = f->single ? gisa_single_line_cut(text, &w->out, err)
                               : gisa_wrapped_lines_join(text, &w->out, &wrapped, err);
    if (st < 0) return st;
    gisa_buf_reset(&w->text);
    if (title.n) gisa_buf_addf(&w->text, "# %.*s\n", GISA_ARG(title)); /* the first line */
    st = gisa_markup_rest_strip(gisa_buf_view(&w->out), &w->text, &rest, err);
    if (f->single) gisa_flat_note(f, GISA_STR("the page"), "page on one line", true);
    if (wrapped) gisa_flat_note(f, GISA_STR("the page"), "wrapped lines", true);
    if (rest.numbered) gisa_flat_note(f, GISA_STR("[1] [2] …"), "numbers of links", false);
    if (rest.addresses) gisa_flat_note(f, GISA_STR("[https://…]"), "addresses of links", false);
    return st;
}

gisa_status gisa_extract_flat(gisa_extract_work *w, const gisa_extract_opts *opts,
                              gisa_article *out, gisa_error *err)
{
    gisa_flat_page f = {.w = w, .l = &w->lines, .story = &w->story, .explain = opts->explain};
    gisa_arena_reset(&w->arena);
    gisa_str text = gisa_buf_view(&w->text);
    f.portal = gisa_flat_portal(w->x, text);
    gisa_crawler_head_take(&text, &f.head); /* its fields are copied, as the text is rewritten */
    if (gisa_crawler_head_copy(&f.head, &w->arena) < 0) return gisa_fail_mem(err);
    for (size_t i = 0; i < GISA_HEAD_FIELDS; i++)
        if (f.head.fields[i].n) gisa_flat_note(&f, f.head.fields[i], "crawler's head", false);
    gisa_status st = restore_lines(&f, text, err);
    if (st < 0) return st;
    text = gisa_buf_view(&w->text);
    w->meta = (gisa_meta){0};
    gisa_script_data_reset(&w->script);
    w->tree.n = 0;
    if (f.head.fields[GISA_HEAD_TITLE].n || gisa_markdown_looks(text)) {
        gisa_buf_reset(&w->scan.html);
        gisa_markdown_strip(text, &w->scan.html);
        if (gisa_buf_status(&w->scan.html) < 0) return gisa_fail_mem(err);
        text = gisa_buf_view(&w->scan.html);
    }
    st = gisa_lines_split(f.l, text, err);
    if (st < 0) return st;
    read_marks(&f);
    if ((st = gisa_story_lines_start(f.story, f.l, err)) < 0) return st;
    apply_rules(&f);
    if (count_times(&f) < 0) return gisa_fail_mem(err);
    gisa_story_lines_measure(f.story, f.l);
    gisa_flat_find_title(&f);
    mark_repeats(&f);
    find_story(&f);
    begin_at_wire(&f);
    drop_addresses(&f);
    skip_summary(&f);
    if (f.title < f.l->n && gisa_article_set(out, &out->title, gisa_flat_title(&f)) < 0)
        return gisa_fail_mem(err);
    gisa_line_filter filter = {.rules = w->rules,
                               .match = w->match,
                               .seen = &w->seen,
                               .title = out->title,
                               .trusted = true};
    if ((st = gisa_line_filter_finish(&filter, f.l, f.start, f.cut, err)) < 0) return st;
    if (set_texts(&f, opts->mode == GISA_MODE_FAITHFUL, out) < 0) return gisa_fail_mem(err);
    if (gisa_flat_fields(&f, opts, out) < 0) return gisa_fail_mem(err);
    explain(&f);
    size_t chars = gisa_utf8_chars(out->body);
    if (chars >= (opts->min_body_chars ? opts->min_body_chars : MIN_CHARS)) return GISA_OK;
    /* what a crawler's head says stays, what lines without a story seem to say does not */
    if (!f.head.fields[GISA_HEAD_TITLE].n) gisa_article_clear(out);
    return gisa_fail(err, GISA_SKIP, "no article in the text (%zu characters of running text)",
                     chars);
}

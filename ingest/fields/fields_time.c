#include "base/printed_date.h"
#include "corpus/wordlist.h"
#include "ingest/fields/printed_title.h"
#include "ingest/fields/story_place.h"

/* Tuned with tests/bench/extract. Bytes: of a line with dates, before a date without a label, of a
 * label's own line, after a date in which its label may be. */
enum {
    MAX_DATE_BYTES = 240,
    MAX_BEFORE_DATE = 48,
    MAX_LABEL_BYTES = 24,
    LABEL_AFTER = 12,
};

/* Lines after the text in which its date may be alone. */
enum { DATE_AFTER_TEXT = 2 };

/* Weight of a sentence that is no line of dates; the share of links in one, and more. */
static const float MAX_DATE_SENTENCE = 14, MAX_DATE_LINKED = 0.5f, MAX_DATE_LINK = 1;

typedef enum date_label { UNLABELLED = 0, PUBLISHED, MODIFIED } date_label;

/* A printed date, and how much it says of the article: more is better, 0 is none. */
typedef struct offer {
    gisa_time t;
    int worth;
    gisa_str line;
} offer;

typedef struct printed {
    offer published, modified;
} printed;

/* The better date; of the same day's the one with the minute. */
static void keep_better(offer *have, const gisa_time *t, int worth, gisa_str line)
{
    bool finer = have->worth && t->precision > have->t.precision &&
                 gisa_kst_day(t->utc_s) == gisa_kst_day(have->t.utc_s);
    if (worth <= have->worth && !(finer && worth)) return;
    if (have->worth && !finer && t->precision < have->t.precision &&
        gisa_kst_day(t->utc_s) == gisa_kst_day(have->t.utc_s))
        return;
    *have = (offer){*t, worth > have->worth ? worth : have->worth, line};
}

/* A date worth more the nearer its place is to the article and when a label names it. A site prints
 * its clock and its last change above, its founding day below. */
static int worth_of(gisa_story_place place, date_label label)
{
    static const int labelled[] = {[GISA_PLACE_BELOW] = 2,
                                   [GISA_PLACE_ABOVE] = 4,
                                   [GISA_PLACE_INSIDE] = 5,
                                   [GISA_PLACE_HEAD] = 6};
    static const int plain[] = {[GISA_PLACE_ABOVE] = 1, [GISA_PLACE_HEAD] = 3};
    if (label) return label == MODIFIED && place == GISA_PLACE_ABOVE ? 0 : labelled[place];
    return place < sizeof plain / sizeof plain[0] ? plain[place] : 0;
}

/* The last label in a text; a change's label goes before: 최종입력. */
static date_label label_in(gisa_str s)
{
    if (gisa_wordlist_within_nocase(&gisa_list_modified_labels, s)) return MODIFIED;
    return gisa_wordlist_within_nocase(&gisa_list_published_labels, s) ? PUBLISHED : UNLABELLED;
}

/* "2025.11.29 (토)", "11월 29일 토요일": the day on which the page was made, unless a label or a
 * time says otherwise. */
static bool is_calendar(const gisa_time *t, gisa_str after)
{
    static const char *const days[] = {"월", "화", "수", "목", "금", "토", "일"};
    while (after.n && strchr(" ([", after.p[0])) after = gisa_str_cut(after, 1, after.n);
    bool day = false;
    for (int i = 0; i < 7; i++) day = day || gisa_str_starts(after, gisa_str_from(days[i]));
    return day && t->precision == GISA_PRECISION_DAY;
}

/* A line with dates, and what its place says of it. */
typedef struct dated_line {
    gisa_str s;
    gisa_story_place place;
    date_label above; /* of the line above */
    bool titled;      /* the place is known by the title */
    bool korean;
} dated_line;

static void offer_date(printed *out, const gisa_time *t, gisa_story_place place, date_label label,
                       gisa_str line)
{
    keep_better(label == MODIFIED ? &out->modified : &out->published, t, worth_of(place, label),
                line);
}

/* "등록 25.07.03 14:30": a year of two digits, where a Korean label names the date. */
static void read_short(gisa_str s, gisa_story_place place, date_label before, printed *out)
{
    static const gisa_wordlist *const lists[] = {&gisa_list_published_labels,
                                                 &gisa_list_modified_labels};
    gisa_time t;
    size_t start, end;
    if (before && gisa_printed_date_read_short(s, &t, &start, &end))
        offer_date(out, &t, place, before, s);
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < lists[k]->n; i++) {
            gisa_str word = lists[k]->items[i].word, rest;
            size_t at = gisa_is_alpha(word.p[0]) ? GISA_NPOS : 0;
            while (at != GISA_NPOS && (at = gisa_str_find(s, word, at)) != GISA_NPOS) {
                at += word.n;
                rest = gisa_str_cut(s, at, s.n);
                while (rest.n >= 3 && (unsigned char)rest.p[0] >= 0xEA) /* 등록일시, 입력시간 */
                    rest = gisa_str_cut(rest, 3, rest.n);
                if (gisa_printed_date_read_short(rest, &t, &start, &end))
                    offer_date(out, &t, place, k ? MODIFIED : PUBLISHED, s);
            }
        }
}

/* Whether the labels of a line follow its dates: "2025.02.03 04:37 입력". */
static bool labels_follow(gisa_str s)
{
    gisa_time t;
    size_t start, end = 0, first = GISA_NPOS;
    while (gisa_printed_date_find(s, end, &t, &start, &end))
        if (first == GISA_NPOS) first = start;
    return first != GISA_NPOS && !label_in(gisa_str_cut(s, 0, first)) &&
           label_in(gisa_str_cut(s, end, end + LABEL_AFTER));
}

/* Whether nothing but marks and labels follow a date. */
static bool is_rest(gisa_str s)
{
    static const char *const marks[] = {"|", "ㅣ", "│", "·", "/", "("};
    s = gisa_str_trim(s);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (gisa_str_starts(s, gisa_str_from(marks[i]))) return true;
    return !s.n || label_in(gisa_str_cut(s, 0, MAX_LABEL_BYTES));
}

/* "26.11.20 04:37" at the beginning of a line of a Korean page's head. */
static void read_bare_short(const dated_line *line, printed *out)
{
    gisa_time t;
    size_t start, end;
    bool head = line->place == GISA_PLACE_HEAD && line->titled && line->korean;
    if (head && gisa_printed_date_read_short(line->s, &t, &start, &end) &&
        is_rest(gisa_str_cut(line->s, end, line->s.n)) && t.precision == GISA_PRECISION_MINUTE)
        offer_date(out, &t, line->place, UNLABELLED, line->s);
}

static void read_line(const dated_line *line, printed *out)
{
    gisa_str s = line->s;
    gisa_time t, next;
    size_t start, end, next_start, next_end, from = 0;
    bool follow = labels_follow(s), more = gisa_printed_date_find(s, 0, &t, &start, &end);
    bool head = line->titled && line->place == GISA_PLACE_HEAD;
    if (!more) read_short(s, line->place, line->above, out);
    if (!more) read_bare_short(line, out);
    for (bool first = true; more; first = false) {
        more = gisa_printed_date_find(s, end, &next, &next_start, &next_end);
        gisa_str before = gisa_str_cut(s, from, start), after = gisa_str_cut(s, end, s.n);
        date_label label = label_in(follow ? gisa_str_cut(s, end, more ? next_start : s.n)
                                           : before);
        if (!label && first) label = line->above;
        bool plain = first && start < MAX_BEFORE_DATE && (head || !is_calendar(&t, after));
        if (label || plain) offer_date(out, &t, line->place, label, s);
        from = end;
        t = next;
        start = next_start;
        end = next_end;
    }
}

/* Whether a line has no letters besides a date, or besides its label and dates. */
static bool is_date_alone(gisa_str s, bool labelled)
{
    gisa_time t;
    size_t start, end;
    if (!gisa_printed_date_find(s, 0, &t, &start, &end)) return false;
    gisa_str before = gisa_str_cut(s, 0, start), after = gisa_str_cut(s, end, s.n);
    if (!labelled) return !gisa_title_words(before) && !gisa_title_words(after);
    return label_in(before) && gisa_title_words(before) == 1 && before.n <= MAX_LABEL_BYTES;
}

/* Whether dates of a line may be the article's: not those of sentences, of links, and of the
 * imprint. */
static bool may_date(const gisa_field_input *in, size_t i)
{
    const gisa_line *line = &in->w->lines.items[i];
    gisa_str s = gisa_line_text(&in->w->lines, i);
    if (s.n >= MAX_DATE_BYTES || gisa_wordlist_within(&gisa_list_imprint_words, s)) return false;
    size_t ends = gisa_sentence_ends(s);
    bool sentence = i >= in->body->from && i < in->body->to && line->keep && ends;
    if (sentence || (ends && line->weight > MAX_DATE_SENTENCE)) return is_date_alone(s, true);
    return line->link_weight < MAX_DATE_LINKED * line->weight + MAX_DATE_LINK ||
           is_date_alone(s, false);
}

/* Whether a line just after the text has a date and time alone: the article's, as if a label said
 * so. A day alone may be that of the next story. */
static bool closes_text(const dated_line *line)
{
    gisa_time t;
    size_t start, end;
    return line->place == GISA_PLACE_BELOW && !line->above && is_date_alone(line->s, false) &&
           gisa_printed_date_find(line->s, 0, &t, &start, &end) &&
           t.precision == GISA_PRECISION_MINUTE;
}

/* Dates in short lines around the article, not in its sentences. */
static void read_printed(const gisa_field_input *in, const gisa_article *a, printed *out)
{
    const gisa_lines *l = &in->w->lines;
    gisa_story_range range = gisa_story_range_find(in, a->title);
    dated_line line = {.titled = range.titled, .korean = gisa_article_is_korean(a)};
    for (size_t i = 0; i < range.end && i < l->n; i++) {
        line.s = gisa_line_text(l, i);
        line.place = may_date(in, i) ? gisa_story_place_find(in, &range, i) : GISA_PLACE_FAR;
        if (i < range.last + DATE_AFTER_TEXT && closes_text(&line)) line.above = PUBLISHED;
        if (line.place) read_line(&line, out);
        line.above = line.s.n < MAX_LABEL_BYTES ? label_in(line.s) : UNLABELLED;
    }
}

/* Whether the machine's stamp shows the time of day that people read, whatever zone it names. */
static bool same_clock(const gisa_time *printed_at, gisa_str stamp)
{
    gisa_time bare;
    gisa_str head = gisa_str_cut(stamp, 0, 16);
    return head.n == 16 && gisa_time_parse_iso(head, &bare) &&
           bare.utc_s / 60 == printed_at->utc_s / 60;
}

/* The machine's time, corrected by what people read. A Korean page prints Korea's time: where its
 * stamp shows the same time and calls it UTC, the stamp's zone is wrong. */
static void correct_stamp(gisa_time *t, gisa_str stamp, bool korean, const gisa_time *shown)
{
    if (shown->precision == GISA_PRECISION_UNKNOWN) return;
    if (t->precision < shown->precision) {
        bool same_day = t->precision == GISA_PRECISION_UNKNOWN ||
                        gisa_kst_day(t->utc_s) == gisa_kst_day(shown->utc_s);
        if (same_day) *t = *shown;
    } else if (korean && t->west_s && shown->precision == GISA_PRECISION_MINUTE &&
               t->utc_s != shown->utc_s && same_clock(shown, stamp)) {
        gisa_time own;
        if (gisa_printed_date_parse(gisa_str_cut(stamp, 0, 19), &own)) *t = own;
    }
}

/* The first date that can be read; a later one of the same day may be finer. */
static void first_readable(const gisa_str *texts, size_t n, gisa_time *out, gisa_str *text)
{
    gisa_time t;
    for (size_t i = 0; i < n; i++) {
        if (!texts[i].n || !gisa_printed_date_parse(texts[i], &t)) continue;
        bool same_day = out->precision == GISA_PRECISION_UNKNOWN ||
                        gisa_kst_day(t.utc_s) == gisa_kst_day(out->utc_s);
        if (t.precision <= out->precision || !same_day) continue;
        *out = t;
        *text = texts[i];
    }
}

/* The line at or after a node. */
static size_t line_of(const gisa_field_input *in, size_t node)
{
    size_t from, to;
    gisa_lines_in_node(&in->w->lines, &in->w->tree, node, &from, &to);
    return from;
}

/* Whether the line, or the one above it, says that it is when the article was published. */
static bool is_labelled(const gisa_lines *l, size_t i)
{
    for (size_t k = i; k + 2 > i && k < l->n; k--) {
        gisa_str s = gisa_line_text(l, k);
        if (s.n < MAX_LABEL_BYTES + (k == i ? MAX_LABEL_BYTES : 0) && label_in(s) == PUBLISHED)
            return true;
        if (!k) break;
    }
    return false;
}

/* How much a time element says of the article by where it is, up to 4; 0: nothing. Below the text
 * are other stories and comments, unless the page says otherwise. */
static int element_worth(const gisa_field_input *in, const gisa_story_range *range, size_t node)
{
    size_t line = line_of(in, node);
    gisa_story_place place = gisa_story_place_find(in, range, line);
    if (place == GISA_PLACE_HEAD) return 4;
    if (place == GISA_PLACE_ABOVE) return 3;
    if (line < range->first) return 2;
    bool states = gisa_node_attr(&in->w->tree, node, "itemprop").n;
    return place != GISA_PLACE_FAR || states || is_labelled(&in->w->lines, line);
}

/* The machine's times inside the page, those at the head of the article first. */
static void read_elements(const gisa_field_input *in, gisa_str title, gisa_time *out,
                          gisa_str *text)
{
    const gisa_meta *m = &in->w->meta;
    gisa_story_range range = gisa_story_range_find(in, title);
    for (int wanted = 4; wanted > 0; wanted--)
        for (size_t i = 0; i < m->times.n; i++)
            if (element_worth(in, &range, m->time_nodes[i]) == wanted)
                first_readable(&m->times.items[i], 1, out, text);
}

/* Says which line gave a date, where one did. */
static void explain(const gisa_field_input *in, const offer *o, const gisa_time *taken,
                    const char *name)
{
    const gisa_explain *sink = in->opts->explain;
    if (!sink || !in->w->tree.n || !o->worth || taken->precision == GISA_PRECISION_UNKNOWN ||
        taken->utc_s != o->t.utc_s)
        return;
    sink->put(sink->ctx, &(gisa_explained){o->line, name, true});
}

gisa_status gisa_field_times(const gisa_field_input *in, gisa_article *out)
{
    const gisa_meta *m = &in->w->meta;
    const gisa_script_data *d = &in->w->script;
    gisa_str picked = GISA_NONE, text = GISA_NONE, later = GISA_NONE;
    gisa_time t = {0}, modified = {0};
    printed shown = {0};
    bool korean = gisa_article_is_korean(out);
    if (gisa_field_selected(in, GISA_PART_PUBLISHED, &picked) < 0) return GISA_ENOMEM;
    const gisa_str sure[] = {picked, d->ld.published};
    first_readable(sure, 2, &t, &text);
    first_readable(m->published.items, m->published.n, &t, &text);
    read_elements(in, out->title, &t, &text);
    first_readable(&d->state.published, 1, &t, &text);
    if (gisa_field_selected(in, GISA_PART_MODIFIED, &picked) < 0) return GISA_ENOMEM;
    const gisa_str sure_later[] = {picked, d->ld.modified, d->state.modified};
    first_readable(sure_later, 3, &modified, &later);
    first_readable(m->modified.items, m->modified.n, &modified, &later);
    read_printed(in, out, &shown);
    correct_stamp(&t, text, korean, &shown.published.t);
    correct_stamp(&modified, later, korean, &shown.modified.t);
    if (t.precision == GISA_PRECISION_UNKNOWN) gisa_printed_date_in_url(in->opts->url, &t);
    if (t.precision == GISA_PRECISION_UNKNOWN) gisa_printed_date_in_url(m->og_url, &t);
    out->published = t;
    bool after = t.precision == GISA_PRECISION_UNKNOWN || modified.utc_s > t.utc_s;
    if (modified.precision != GISA_PRECISION_UNKNOWN && after) out->modified = modified;
    explain(in, &shown.published, &out->published, "published");
    explain(in, &shown.modified, &out->modified, "modified");
    return GISA_OK;
}

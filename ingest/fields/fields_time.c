#include "base/printed_date.h"
#include "corpus/wordlist.h"
#include "ingest/fields/fields.h"

/* Tuned with tests/bench/extract. Lines: below the body in which dates are looked for, of its
 * beginning that may have one without a label. Bytes: of a line with dates, before a date without a
 * label, of a label's own line, after a date in which its label may be. */
enum {
    DATES_BELOW = 12,
    DATES_INSIDE = 6,
    MAX_DATE_BYTES = 240,
    MAX_BEFORE_DATE = 24,
    MAX_LABEL_BYTES = 24,
    LABEL_AFTER = 12,
};

/* Weight of a sentence that is no line of dates; the share of links in one, and more. */
static const float MAX_DATE_SENTENCE = 14, MAX_DATE_LINKED = 0.5f, MAX_DATE_LINK = 1;

typedef struct printed {
    gisa_time published; /* labelled 입력 or the like */
    gisa_time modified;
    gisa_time plain; /* the first date without a label above the text */
} printed;

static void keep_better(gisa_time *have, const gisa_time *t)
{
    if (t->precision > have->precision) *have = *t;
}

static void read_line(gisa_str s, bool above, bool label_before, printed *out)
{
    gisa_time t;
    size_t start, end, from = 0;
    while (gisa_printed_date_find(s, from, &t, &start, &end)) {
        gisa_str before = gisa_str_cut(s, from, start),
                 after = gisa_str_cut(s, end, end + LABEL_AFTER);
        bool later = gisa_wordlist_within_nocase(&gisa_list_modified_labels, before);
        bool first = gisa_wordlist_within_nocase(&gisa_list_published_labels, before) ||
                     (from == 0 && label_before) ||
                     (!later && gisa_str_has(after, GISA_STR("입력")));
        if (later)
            keep_better(&out->modified, &t);
        else if (first)
            keep_better(&out->published, &t);
        else if (above && out->plain.precision == GISA_PRECISION_UNKNOWN && from == 0 &&
                 start < MAX_BEFORE_DATE)
            out->plain = t;
        from = end;
    }
}

/* Dates in short lines around the article, not in its sentences. */
static void read_printed(const gisa_field_input *in, printed *out)
{
    const gisa_lines *l = &in->w->lines;
    bool label = false;
    for (size_t i = 0; i < l->n && i < in->body->to + DATES_BELOW; i++) {
        const gisa_line *line = &l->items[i];
        gisa_str s = gisa_line_text(l, i);
        bool sentence = i >= in->body->from && i < in->body->to && line->keep && line->ends;
        bool short_line = s.n < MAX_DATE_BYTES && !sentence &&
                          !(line->ends && line->weight > MAX_DATE_SENTENCE) &&
                          line->link_weight < MAX_DATE_LINKED * line->weight + MAX_DATE_LINK;
        if (short_line) read_line(s, i < in->body->from + DATES_INSIDE, label, out);
        label = s.n < MAX_LABEL_BYTES &&
                gisa_wordlist_within_nocase(&gisa_list_published_labels, s);
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

static void first_readable(const gisa_str *texts, size_t n, gisa_time *out, gisa_str *text)
{
    gisa_time t;
    for (size_t i = 0; i < n; i++) {
        if (!texts[i].n || !gisa_printed_date_parse(texts[i], &t)) continue;
        if (t.precision <= out->precision) continue;
        *out = t;
        *text = texts[i];
    }
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
    first_readable(&d->state.published, 1, &t, &text);
    if (gisa_field_selected(in, GISA_PART_MODIFIED, &picked) < 0) return GISA_ENOMEM;
    const gisa_str sure_later[] = {picked, d->ld.modified, d->state.modified};
    first_readable(sure_later, 3, &modified, &later);
    first_readable(m->modified.items, m->modified.n, &modified, &later);
    read_printed(in, &shown);
    if (shown.published.precision == GISA_PRECISION_UNKNOWN) shown.published = shown.plain;
    correct_stamp(&t, text, korean, &shown.published);
    correct_stamp(&modified, later, korean, &shown.modified);
    if (t.precision == GISA_PRECISION_UNKNOWN) gisa_printed_date_in_url(in->opts->url, &t);
    if (t.precision == GISA_PRECISION_UNKNOWN) gisa_printed_date_in_url(m->og_url, &t);
    out->published = t;
    bool after = t.precision != GISA_PRECISION_UNKNOWN && modified.utc_s > t.utc_s;
    if (modified.precision != GISA_PRECISION_UNKNOWN && after) out->modified = modified;
    return GISA_OK;
}

/* The digest's pages, section by section; report/draw/sheet.h knows how HTML and Markdown write
 * them. */
#include "report/digest/digest.h"
#include "report/digest/digest_names.h"
#include "report/period.h"

#define OUTLETS_SHOWN 12

static void section(gisa_page *p, gisa_digest_phrase title)
{
    gisa_sheet_section(&p->sheet, gisa_page_word(p, title));
}

static void note(gisa_page *p, gisa_digest_phrase phrase, const gisa_str *args, size_t n)
{
    gisa_sheet_para(&p->sheet, "note");
    gisa_sheet_text(&p->sheet, gisa_page_phrase(p, phrase, args, n));
    gisa_sheet_para_end(&p->sheet);
}

static void open_page(gisa_page *p)
{
    static const gisa_digest_phrase titles[] = {GISA_SAY_DAY_TITLE, GISA_SAY_WEEK_TITLE,
                                                GISA_SAY_MONTH_TITLE, GISA_SAY_YEAR_TITLE};
    const gisa_digest *d = p->d;
    char label[GISA_PERIOD_CHARS];
    gisa_buf title = {0};
    char end[GISA_PERIOD_CHARS];
    const gisa_str name[] = {{label, gisa_period_label(d->period, d->from_day, label)},
                             {end, gisa_period_label(d->period, d->to_day, end)}};
    gisa_digest_phrase phrase = d->own_days ? GISA_SAY_DAYS_TITLE : titles[d->period];
    gisa_buf_add(&title, gisa_page_phrase(p, phrase, name, 2));
    gisa_buf_take_status(p->sheet.out, &title);
    const gisa_str range[] = {gisa_page_day(p, d->from_day), gisa_page_day(p, d->to_day)};
    gisa_sheet_open(&p->sheet, gisa_buf_view(&title),
                    gisa_page_phrase(p, GISA_SAY_RANGE, range, 2));
    gisa_buf_clear(&title);
}

/* Periods of comparison since the corpus began. */
static size_t known_periods(const gisa_rising *r)
{
    size_t first = 0;
    while (first + 1 < r->n_periods && !r->totals[first]) first++;
    return r->n_periods - 1 - first;
}

static void tiles(gisa_page *p)
{
    const gisa_digest *d = p->d;
    size_t before = known_periods(&d->rising);
    gisa_sheet_tiles(&p->sheet);
    gisa_sheet_tile(&p->sheet, gisa_page_count(p, d->articles - d->copies),
                    gisa_page_word(p, GISA_SAY_COUNTED));
    if (before && d->rising.base_total)
        gisa_sheet_tile(&p->sheet, gisa_page_count(p, (d->rising.base_total + before / 2) / before),
                        gisa_page_word(p, GISA_SAY_USUAL));
    gisa_sheet_tile(&p->sheet, gisa_page_count(p, d->n_outlets),
                    gisa_page_word(p, GISA_SAY_OUTLETS));
    if (d->copies)
        gisa_sheet_tile(&p->sheet, gisa_page_count(p, d->copies),
                        gisa_page_word(p, GISA_SAY_COPIES));
    gisa_sheet_tiles_end(&p->sheet);
    if (d->articles < 30) note(p, GISA_SAY_METHOD_FEW, NULL, 0);
}

static void headline(gisa_page *p, const gisa_headline *h, bool day)
{
    gisa_sheet_link(&p->sheet, h->title.n ? h->title : h->url, h->url);
    gisa_sheet_c(&p->sheet, " ");
    gisa_buf_reset(&p->scratch);
    gisa_buf_add(&p->scratch, h->outlet);
    if (day && h->day != INT64_MIN) {
        if (h->outlet.n) gisa_buf_add_c(&p->scratch, ", ");
        gisa_buf_add(&p->scratch, gisa_page_day(p, h->day));
    }
    gisa_sheet_small(&p->sheet, gisa_buf_view(&p->scratch));
}

static void carriers(gisa_page *p, const gisa_story *s)
{
    gisa_buf list = {0};
    for (size_t i = 0; i < s->n_carriers; i++) {
        if (i) gisa_buf_add_c(&list, ", ");
        gisa_buf_add(&list, s->carriers[i]);
    }
    if (s->outlets > s->n_carriers + 1) gisa_buf_add_c(&list, " …");
    gisa_buf_take_status(p->sheet.out, &list);
    const gisa_str args[] = {gisa_page_count(p, s->articles), gisa_page_count(p, s->outlets)};
    gisa_str names = gisa_buf_view(&list);
    gisa_sheet_break(&p->sheet);
    if (s->first_known) {
        char when[GISA_TIME_CHARS];
        size_t n = gisa_time_format(&s->published, when);
        if (n > 16) when[10] = ' ';
        const gisa_str first[] = {s->lead.outlet, {when, n > 16 ? 16 : n}};
        gisa_sheet_small(&p->sheet, gisa_page_phrase(p, GISA_SAY_BROKE, first, 2));
        gisa_sheet_small(&p->sheet, GISA_STR(" · "));
    }
    gisa_sheet_small(
        &p->sheet, gisa_page_phrase(
                       p, s->outlets > 1 ? GISA_SAY_THEME_OUTLETS : GISA_SAY_THEME_COUNT, args, 2));
    if (names.n) {
        gisa_sheet_small(&p->sheet, GISA_STR(" · "));
        gisa_sheet_small(&p->sheet, gisa_page_phrase(p, GISA_SAY_ALSO, &names, 1));
    }
    gisa_buf_clear(&list);
}

static void stories(gisa_page *p)
{
    const gisa_digest *d = p->d;
    const gisa_str args[] = {gisa_page_count(p, d->n_stories), gisa_page_count(p, d->all_stories)};
    section(p, GISA_SAY_TOP_STORIES);
    gisa_sheet_list(&p->sheet, true);
    for (size_t i = 0; i < d->n_stories; i++) {
        const gisa_story *s = &d->stories[i];
        gisa_sheet_item(&p->sheet);
        headline(p, &s->lead, true);
        if (s->snippet.n) {
            gisa_sheet_break(&p->sheet);
            gisa_sheet_text(&p->sheet, s->snippet);
        }
        if (s->articles > 1) carriers(p, s);
        gisa_sheet_item_end(&p->sheet);
    }
    gisa_sheet_list_end(&p->sheet);
    if (d->n_stories < d->all_stories) note(p, GISA_SAY_MORE_STORIES, args, 2);
}

static void themes(gisa_page *p)
{
    const gisa_topics *t = &p->d->topics;
    section(p, GISA_SAY_THEMES);
    if (!t->n) note(p, GISA_SAY_NO_THEMES, NULL, 0);
    if (t->n) gisa_sheet_list(&p->sheet, false);
    for (size_t i = 0; i < t->n; i++) {
        const gisa_topic *topic = &t->items[i];
        const gisa_str args[] = {gisa_page_count(p, topic->articles),
                                 gisa_page_count(p, topic->outlets)};
        gisa_buf_reset(&p->label);
        for (size_t k = 0; k < topic->n_labels; k++) {
            if (k) gisa_buf_add_c(&p->label, " · ");
            gisa_buf_add(&p->label, topic->labels[k]);
        }
        gisa_sheet_item(&p->sheet);
        gisa_sheet_strong(&p->sheet, gisa_buf_view(&p->label));
        gisa_sheet_c(&p->sheet, " ");
        gisa_sheet_small(
            &p->sheet,
            gisa_page_phrase(p, topic->outlets > 1 ? GISA_SAY_THEME_OUTLETS : GISA_SAY_THEME_COUNT,
                             args, 2));
        for (size_t k = 0; k < topic->n_headlines && k < 2; k++) {
            gisa_sheet_break(&p->sheet);
            headline(p, &topic->headlines[k], false);
        }
        gisa_sheet_item_end(&p->sheet);
    }
    if (t->n) gisa_sheet_list_end(&p->sheet);
    gisa_str others = gisa_page_count(p, t->others);
    if (t->others) note(p, GISA_SAY_MORE_THEMES, &others, 1);
}

static void speakers(gisa_page *p)
{
    const gisa_digest *d = p->d;
    if (!d->n_speakers) return;
    const gisa_str all[] = {gisa_page_count(p, d->all_quotes),
                            gisa_page_count(p, d->unnamed_quotes)};
    section(p, GISA_SAY_SPEAKERS);
    gisa_sheet_list(&p->sheet, false);
    for (size_t i = 0; i < d->n_speakers; i++) {
        const gisa_speaker *s = &d->speakers[i];
        const gisa_str args[] = {gisa_page_count(p, s->quotes), gisa_page_count(p, s->articles)};
        gisa_sheet_item(&p->sheet);
        gisa_sheet_strong(&p->sheet, s->name);
        gisa_sheet_c(&p->sheet, " ");
        gisa_sheet_small(&p->sheet, gisa_page_phrase(p, GISA_SAY_SPEAKER_COUNT, args, 2));
        gisa_sheet_break(&p->sheet);
        gisa_sheet_quote(&p->sheet, s->quote);
        if (s->medium.n) gisa_sheet_c(&p->sheet, " ");
        if (s->medium.n)
            gisa_sheet_small(&p->sheet, gisa_page_phrase(p, GISA_SAY_MEDIUM, &s->medium, 1));
        gisa_sheet_break(&p->sheet);
        headline(p, &s->from, true);
        gisa_sheet_item_end(&p->sheet);
    }
    gisa_sheet_list_end(&p->sheet);
    note(p, GISA_SAY_ALL_QUOTES, all, 2);
}

/* 30명 이상; what 여 in it says already is not said twice. */
static gisa_str with_bound(gisa_page *p, const gisa_number *n)
{
    switch (n->bound) {
    case GISA_BOUND_ABOUT:
        if (gisa_str_has(n->text, GISA_STR("여"))) return n->text;
        return gisa_page_phrase(p, GISA_SAY_ABOUT, &n->text, 1);
    case GISA_BOUND_AT_LEAST: return gisa_page_phrase(p, GISA_SAY_AT_LEAST, &n->text, 1);
    case GISA_BOUND_AT_MOST: return gisa_page_phrase(p, GISA_SAY_AT_MOST, &n->text, 1);
    case GISA_BOUND_MORE_THAN: return gisa_page_phrase(p, GISA_SAY_MORE_THAN, &n->text, 1);
    case GISA_BOUND_LESS_THAN: return gisa_page_phrase(p, GISA_SAY_LESS_THAN, &n->text, 1);
    default: return n->text;
    }
}

static void figures(gisa_page *p)
{
    const gisa_digest *d = p->d;
    if (!d->n_numbers) return;
    section(p, GISA_SAY_FIGURES);
    gisa_sheet_list(&p->sheet, false);
    for (size_t i = 0; i < d->n_numbers; i++) {
        const gisa_number *n = &d->numbers[i];
        gisa_str in = gisa_page_count(p, n->stories);
        gisa_sheet_item(&p->sheet);
        gisa_sheet_strong(&p->sheet, with_bound(p, n));
        if (n->stories > 1) gisa_sheet_c(&p->sheet, " ");
        if (n->stories > 1)
            gisa_sheet_small(&p->sheet, gisa_page_phrase(p, GISA_SAY_IN_STORIES, &in, 1));
        gisa_sheet_break(&p->sheet);
        if (!gisa_str_eq(n->context, n->from.title)) {
            gisa_sheet_text(&p->sheet, n->context);
            gisa_sheet_break(&p->sheet);
        }
        headline(p, &n->from, true);
        gisa_sheet_item_end(&p->sheet);
    }
    gisa_sheet_list_end(&p->sheet);
}

static void outlets(gisa_page *p)
{
    const gisa_digest *d = p->d;
    static const bool right[] = {false, true, true, true};
    const char *names[] = {gisa_page_word(p, GISA_SAY_OUTLET), gisa_page_word(p, GISA_SAY_ARTICLES),
                           gisa_page_word(p, GISA_SAY_OUTLET_COPIES),
                           gisa_page_word(p, GISA_SAY_OUTLET_FIRST)};
    uint64_t others = 0, rest = 0;
    section(p, GISA_SAY_OUTLET_TABLE);
    gisa_sheet_table(&p->sheet, names, right, 4);
    for (size_t i = 0; i < d->n_outlets; i++) {
        const gisa_digest_outlet *o = &d->outlets[i];
        if (i >= OUTLETS_SHOWN) {
            others++;
            rest += o->articles;
            continue;
        }
        const uint64_t counts[] = {o->articles, o->copies, o->broke};
        gisa_sheet_cell(&p->sheet);
        gisa_sheet_text(&p->sheet, o->name.n ? o->name : GISA_STR("?"));
        for (size_t k = 0; k < 3; k++) {
            gisa_sheet_cell(&p->sheet);
            gisa_sheet_text(&p->sheet, counts[k] ? gisa_page_count(p, counts[k]) : GISA_STR("–"));
        }
    }
    gisa_sheet_table_end(&p->sheet);
    const gisa_str args[] = {gisa_page_count(p, others), gisa_page_count(p, rest)};
    if (others) note(p, GISA_SAY_MORE_OUTLETS, args, 2);
}

static void point(gisa_page *p, gisa_digest_phrase phrase, gisa_str a, gisa_str b)
{
    const gisa_str args[] = {a, b};
    gisa_sheet_item(&p->sheet);
    gisa_sheet_small(&p->sheet, gisa_page_phrase(p, phrase, args, 2));
    gisa_sheet_item_end(&p->sheet);
}

static void method(gisa_page *p, const char *version)
{
    const gisa_digest *d = p->d;
    section(p, GISA_SAY_METHOD);
    gisa_sheet_list(&p->sheet, false);
    point(p, GISA_SAY_METHOD_BASE, gisa_page_count(p, known_periods(&d->rising)),
          gisa_page_count(p, d->rising.base_total));
    point(p, GISA_SAY_METHOD_STORIES, GISA_NONE, GISA_NONE);
    point(p, GISA_SAY_METHOD_THEMES, GISA_NONE, GISA_NONE);
    point(p, GISA_SAY_METHOD_NAMES, gisa_page_count(p, d->rising.tested),
          gisa_page_count(p, d->rising.before));
    point(p, GISA_SAY_METHOD_LIMITS, GISA_NONE, GISA_NONE);
    if (d->undated) point(p, GISA_SAY_METHOD_UNDATED, gisa_page_count(p, d->undated), GISA_NONE);
    point(p, GISA_SAY_METHOD_RIGHTS, GISA_NONE, GISA_NONE);
    if (version) point(p, GISA_SAY_MADE_BY, gisa_str_from(version), GISA_NONE);
    gisa_sheet_list_end(&p->sheet);
}

gisa_status gisa_digest_write(const gisa_digest *d, gisa_digest_format format, gisa_lang lang,
                              const char *version, gisa_buf *out, gisa_error *err)
{
    gisa_page p = {
        .d = d,
        .sheet = {.out = out,
                  .form = format == GISA_DIGEST_HTML ? GISA_SHEET_HTML : GISA_SHEET_MARKDOWN,
                  .lang = lang}};
    open_page(&p);
    tiles(&p);
    stories(&p);
    themes(&p);
    section(&p, GISA_SAY_NAMES);
    gisa_page_names(&p);
    speakers(&p);
    figures(&p);
    outlets(&p);
    method(&p, version);
    gisa_sheet_close(&p.sheet);
    gisa_buf_take_status(out, &p.scratch);
    gisa_buf_take_status(out, &p.label);
    gisa_buf_clear(&p.scratch);
    gisa_buf_clear(&p.label);
    return gisa_buf_check(out, "the digest", err);
}

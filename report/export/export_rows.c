#include <inttypes.h>

#include "base/csv.h"
#include "base/json.h"
#include "base/time.h"
#include "base/utf8.h"
#include "report/export/export_inside.h"
#include "report/period.h"

enum { DECIMALS = 6 };

const char *gisa_export_name(const gisa_export_opts *o, gisa_export_table table)
{
    static const char *const names[] = {"articles.jsonl", "entities.csv", "quotes.csv", "dates.csv",
                                        "figures.csv"};
    return table == GISA_TABLE_ARTICLES && o->format != GISA_EXPORT_JSONL ? "articles.csv"
                                                                          : names[table];
}

int gisa_export_right(gisa_str word)
{
    return gisa_str_is(word, "prohibited") ? GISA_RIGHT_PROHIBITED
           : gisa_str_is(word, "allowed")  ? GISA_RIGHT_ALLOWED
                                           : GISA_RIGHT_UNKNOWN;
}

void gisa_export_header(const gisa_export_opts *o, gisa_export_table table, gisa_buf *out)
{
    if (o->format == GISA_EXPORT_EXCEL) gisa_buf_add_c(out, GISA_CSV_BOM);
    switch (table) {
    case GISA_TABLE_ARTICLES:
        if (o->format == GISA_EXPORT_JSONL) return;
        gisa_buf_add_c(out, "id,url,canonical_url,outlet,outlet_name,section,title,authors,"
                            "published,published_precision,modified,lang,day,week,redistribution,"
                            "ai_training,rights_notice,via,version,digest,near_duplicate,"
                            "near_duplicate_of,chars,paragraphs,tokens,distinct_tokens,entities,"
                            "quotes,dates,figures,keywords,former_ids");
        gisa_buf_add_c(out, o->full_text ? ",subtitle,body,captions" : "");
        break;
    case GISA_TABLE_ENTITIES: gisa_buf_add_c(out, "article,start,end,type,id,text"); break;
    case GISA_TABLE_QUOTES:
        gisa_buf_add_c(out, "article,start,end,direct,kind,speaker,speaker_start,speaker_end,"
                            "affiliation,medium");
        gisa_buf_add_c(out, o->full_text ? ",text" : "");
        break;
    case GISA_TABLE_DATES: gisa_buf_add_c(out, "article,start,end,value,text"); break;
    case GISA_TABLE_FIGURES:
        gisa_buf_add_c(out, "article,start,end,value,unit,bound,low,high,noun,owner,text");
        break;
    case GISA_TABLE_COUNT: break;
    }
    gisa_csv_end(out);
}

/* Spans rise, so code points are counted on from the last place; a span that goes back counts from
 * the start. */
typedef struct ruler {
    gisa_str text;
    size_t byte, chars;
} ruler;

static size_t measure(ruler *r, size_t byte)
{
    if (byte < r->byte) r->byte = r->chars = 0;
    r->chars += gisa_utf8_chars(gisa_str_cut(r->text, r->byte, byte));
    r->byte = byte;
    return r->chars;
}

static void add_span(gisa_buf *out, ruler *r, gisa_str id, gisa_span span)
{
    size_t start = measure(r, span.start), end = measure(r, span.end);
    char shown[GISA_EXPORT_ID_CHARS];
    gisa_csv_cell(out, gisa_export_id(id, shown), false);
    gisa_buf_addf(out, ",%zu,%zu", start, end);
}

static void put_entities(gisa_export_item *item)
{
    const gisa_annotation *a = &item->stored.record.annotation;
    gisa_buf *out = &item->rows[GISA_TABLE_ENTITIES];
    ruler r = {.text = gisa_buf_view(&item->stored.record.text)};
    for (size_t i = 0; i < a->n_entities; i++) {
        const gisa_entity *e = &a->entities[i];
        add_span(out, &r, item->stored.record.article.id, e->span);
        gisa_csv_cell(out, gisa_str_from(gisa_entity_type_name(e->type)), true);
        gisa_csv_cell(out, e->id, true);
        gisa_csv_cell(out, gisa_span_text(e->span, r.text), true);
        gisa_csv_end(out);
    }
    item->n_rows[GISA_TABLE_ENTITIES] = a->n_entities;
}

static void put_quotes(const gisa_export_opts *o, gisa_export_item *item)
{
    const gisa_annotation *a = &item->stored.record.annotation;
    gisa_buf *out = &item->rows[GISA_TABLE_QUOTES];
    ruler r = {.text = gisa_buf_view(&item->stored.record.text)}, speaker = r;
    for (size_t i = 0; i < a->n_quotes; i++) {
        const gisa_quote *q = &a->quotes[i];
        bool known = q->speaker.end > q->speaker.start;
        const char *kind = q->kind == GISA_SPEAKER_NONE ? "" : gisa_speaker_kind_name(q->kind);
        add_span(out, &r, item->stored.record.article.id, q->span);
        gisa_buf_addf(out, ",%d,%s", q->direct, kind);
        gisa_csv_cell(out, gisa_span_text(q->speaker, r.text), true);
        if (known) {
            size_t from = measure(&speaker, q->speaker.start);
            gisa_buf_addf(out, ",%zu,%zu", from, measure(&speaker, q->speaker.end));
        } else {
            gisa_buf_add_c(out, ",,");
        }
        gisa_csv_cell(out, gisa_span_text(q->affiliation, r.text), true);
        gisa_csv_cell(out, gisa_span_text(q->medium, r.text), true);
        if (o->full_text) gisa_csv_cell(out, gisa_span_text(q->span, r.text), true);
        gisa_csv_end(out);
    }
    item->n_rows[GISA_TABLE_QUOTES] = a->n_quotes;
}

static void put_dates(gisa_export_item *item)
{
    const gisa_annotation *a = &item->stored.record.annotation;
    gisa_buf *out = &item->rows[GISA_TABLE_DATES];
    ruler r = {.text = gisa_buf_view(&item->stored.record.text)};
    for (size_t i = 0; i < a->n_dates; i++) {
        add_span(out, &r, item->stored.record.article.id, a->dates[i].span);
        gisa_csv_cell(out, a->dates[i].value, true);
        gisa_csv_cell(out, gisa_span_text(a->dates[i].span, r.text), true);
        gisa_csv_end(out);
    }
    item->n_rows[GISA_TABLE_DATES] = a->n_dates;
}

static void put_figures(gisa_export_item *item)
{
    const gisa_annotation *a = &item->stored.record.annotation;
    gisa_buf *out = &item->rows[GISA_TABLE_FIGURES];
    ruler r = {.text = gisa_buf_view(&item->stored.record.text)};
    for (size_t i = 0; i < a->n_figures; i++) {
        const gisa_figure *f = &a->figures[i];
        bool range = f->bound == GISA_BOUND_RANGE;
        add_span(out, &r, item->stored.record.article.id, f->span);
        gisa_buf_add_char(out, ',');
        gisa_json_number(out, f->value, DECIMALS);
        gisa_csv_cell(out, f->unit, true);
        gisa_csv_cell(out, gisa_str_from(gisa_bound_name(f->bound)), true);
        gisa_buf_add_char(out, ',');
        if (range) gisa_json_number(out, f->low, DECIMALS);
        gisa_buf_add_char(out, ',');
        if (range) gisa_json_number(out, f->high, DECIMALS);
        gisa_csv_cell(out, gisa_span_text(f->noun, r.text), true);
        gisa_csv_cell(out, gisa_span_text(f->owner, r.text), true);
        gisa_csv_cell(out, gisa_span_text(f->span, r.text), true);
        gisa_csv_end(out);
    }
    item->n_rows[GISA_TABLE_FIGURES] = a->n_figures;
}

static uint64_t count_paragraphs(gisa_str body)
{
    uint64_t n = 0;
    gisa_str line;
    while (gisa_str_next_line(&body, &line)) n += gisa_str_trim(line).n > 0;
    return n;
}

static gisa_str time_text(const gisa_time *t, char out[GISA_TIME_CHARS])
{
    size_t n = gisa_time_format(t, out);
    return n ? (gisa_str){out, n} : GISA_NONE;
}

/* The day and the week in Seoul, for readers that count in other zones or from Thursday on. */
typedef struct seoul {
    char day[GISA_PERIOD_CHARS], week[GISA_PERIOD_CHARS]; /* "": no finer than a month */
} seoul;

static seoul seoul_of(const gisa_time *t)
{
    seoul s = {"", ""};
    if (t->precision != GISA_PRECISION_MINUTE && t->precision != GISA_PRECISION_DAY) return s;
    int64_t day = gisa_kst_day(t->utc_s);
    gisa_period_format(GISA_PERIOD_DAY, day, s.day);
    gisa_period_label(GISA_PERIOD_WEEK, gisa_period_start(GISA_PERIOD_WEEK, day), s.week);
    return s;
}

static gisa_str filled(const char *text)
{
    return *text ? gisa_str_from(text) : GISA_NONE;
}

gisa_str gisa_export_id(gisa_str id, char out[GISA_EXPORT_ID_CHARS])
{
    uint64_t number;
    bool letter = id.n && gisa_is_alpha(id.p[0]);
    if (!id.n || id.n >= GISA_EXPORT_ID_CHARS) return id;
    if (letter && !gisa_article_id_number(id, &number)) return id;
    out[0] = GISA_ARTICLE_ID_MARK;
    memcpy(out + 1, id.p, id.n);
    return (gisa_str){out, id.n + 1};
}

static void json_head(gisa_json *w, const gisa_article *a)
{
    char id[GISA_EXPORT_ID_CHARS];
    gisa_json_key_str(w, "id", gisa_export_id(a->id, id));
    gisa_json_key(w, "former_ids");
    gisa_json_array(w);
    for (size_t i = 0; i < a->n_former_ids; i++)
        gisa_json_str(w, gisa_export_id(a->former_ids[i], id));
    gisa_json_end(w);
    gisa_article_put_place(w, a);
}

static void json_days(gisa_json *w, const gisa_article *a)
{
    seoul s = seoul_of(&a->published);
    gisa_json_key_str(w, "day", filled(s.day));
    gisa_json_key_str(w, "week", filled(s.week));
}

static void json_derived(gisa_json *w, const gisa_export_item *item)
{
    const gisa_annotation *n = &item->stored.record.annotation;
    gisa_json_key_int(w, "version", item->stored.version);
    gisa_json_key_str(w, "digest", item->stored.digest);
    gisa_json_key(w, "near_duplicate");
    gisa_json_bool(w, item->stored.copy_of != 0);
    gisa_json_key_str(w, "near_duplicate_of", item->copy_of);
    gisa_json_key_int(w, "chars", (int64_t)gisa_utf8_chars(item->stored.record.article.body));
    gisa_json_key_int(w, "paragraphs", (int64_t)count_paragraphs(item->stored.record.article.body));
    gisa_json_key_int(w, "tokens", (int64_t)item->words.tokens);
    gisa_json_key_int(w, "distinct_tokens", (int64_t)item->words.distinct);
    gisa_json_key_int(w, "entities", (int64_t)n->n_entities);
    gisa_json_key_int(w, "quotes", (int64_t)n->n_quotes);
    gisa_json_key_int(w, "dates", (int64_t)n->n_dates);
    gisa_json_key_int(w, "figures", (int64_t)n->n_figures);
    gisa_json_key(w, "keywords");
    gisa_json_array(w);
    for (size_t i = 0; i < item->words.n_keywords; i++) gisa_json_str(w, item->words.keywords[i]);
    gisa_json_end(w);
}

static void put_json(const gisa_export_opts *o, gisa_export_item *item)
{
    const gisa_article *a = &item->stored.record.article;
    gisa_json w = gisa_json_make(&item->rows[GISA_TABLE_ARTICLES]);
    gisa_json_object(&w);
    json_head(&w, a);
    gisa_article_put_credits(&w, a, o->full_text);
    json_days(&w, a);
    gisa_article_put_rights(&w, a);
    if (o->full_text) {
        gisa_json_key_str(&w, "subtitle", a->subtitle);
        gisa_article_put_text(&w, a);
    }
    json_derived(&w, item);
    gisa_json_end(&w);
    gisa_buf_add_char(w.out, '\n');
}

static void csv_count(gisa_buf *out, uint64_t n)
{
    gisa_buf_addf(out, ",%" PRIu64, n);
}

/* Puts the cell that was made of several values, and empties it. */
static void csv_put_list(gisa_buf *out, gisa_buf *cell)
{
    gisa_buf_take_status(out, cell);
    gisa_csv_cell(out, gisa_buf_view(cell), true);
    gisa_buf_clear(cell);
}

/* Several values of one cell are separated by " | ". */
static void csv_list(gisa_buf *out, const gisa_str *items, size_t n)
{
    gisa_buf cell = {0};
    for (size_t i = 0; i < n; i++) {
        if (i) gisa_buf_add_c(&cell, " | ");
        gisa_buf_add(&cell, items[i]);
    }
    csv_put_list(out, &cell);
}

static void csv_authors(gisa_buf *out, const gisa_article *a)
{
    gisa_buf cell = {0};
    for (size_t i = 0; i < a->n_authors; i++) {
        if (i) gisa_buf_add_c(&cell, " | ");
        gisa_buf_add(&cell, a->authors[i].name);
    }
    csv_put_list(out, &cell);
}

static void csv_former_ids(gisa_buf *out, const gisa_article *a)
{
    char id[GISA_EXPORT_ID_CHARS];
    gisa_buf cell = {0};
    for (size_t i = 0; i < a->n_former_ids; i++) {
        if (i) gisa_buf_add_c(&cell, " | ");
        gisa_buf_add(&cell, gisa_export_id(a->former_ids[i], id));
    }
    csv_put_list(out, &cell);
}

static void csv_derived(gisa_buf *out, const gisa_export_item *item)
{
    const gisa_annotation *n = &item->stored.record.annotation;
    csv_count(out, item->stored.version);
    gisa_csv_cell(out, item->stored.digest, true);
    csv_count(out, item->stored.copy_of != 0);
    gisa_csv_cell(out, item->copy_of, true);
    csv_count(out, gisa_utf8_chars(item->stored.record.article.body));
    csv_count(out, count_paragraphs(item->stored.record.article.body));
    csv_count(out, item->words.tokens);
    csv_count(out, item->words.distinct);
    csv_count(out, n->n_entities);
    csv_count(out, n->n_quotes);
    csv_count(out, n->n_dates);
    csv_count(out, n->n_figures);
    csv_list(out, item->words.keywords, item->words.n_keywords);
    csv_former_ids(out, &item->stored.record.article);
}

static void put_csv(const gisa_export_opts *o, gisa_export_item *item)
{
    char published[GISA_TIME_CHARS], modified[GISA_TIME_CHARS], id[GISA_EXPORT_ID_CHARS];
    const gisa_article *a = &item->stored.record.article;
    seoul days = seoul_of(&a->published);
    gisa_buf *out = &item->rows[GISA_TABLE_ARTICLES];
    const gisa_str head[] = {gisa_export_id(a->id, id),
                             a->url,
                             a->canonical_url,
                             a->outlet,
                             a->outlet_name,
                             a->section,
                             a->title};
    const gisa_str tail[] = {time_text(&a->published, published),
                             gisa_str_from(gisa_precision_name(a->published.precision)),
                             time_text(&a->modified, modified),
                             a->lang,
                             filled(days.day),
                             filled(days.week),
                             a->rights.redistribution,
                             a->rights.ai_training,
                             a->rights.notice,
                             a->via};
    for (size_t i = 0; i < sizeof head / sizeof *head; i++) gisa_csv_cell(out, head[i], i > 0);
    csv_authors(out, a);
    for (size_t i = 0; i < sizeof tail / sizeof *tail; i++) gisa_csv_cell(out, tail[i], true);
    csv_derived(out, item);
    if (o->full_text) {
        gisa_csv_cell(out, a->subtitle, true);
        gisa_csv_cell(out, a->body, true);
        csv_list(out, a->captions, a->n_captions);
    }
    gisa_csv_end(out);
}

/* Writes the rows anew for a spreadsheet. */
static gisa_status make_plain(gisa_buf *rows, gisa_error *err)
{
    gisa_buf plain = {0};
    gisa_status st = gisa_buf_check(rows, "an article's rows", err);
    if (st >= 0) gisa_csv_put_plain(&plain, gisa_buf_view(rows));
    gisa_buf_clear(rows);
    *rows = plain;
    return st;
}

gisa_status gisa_export_rows(const gisa_export_opts *o, gisa_export_item *item, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (int t = 0; t < GISA_TABLE_COUNT; t++) gisa_buf_reset(&item->rows[t]);
    if (o->format == GISA_EXPORT_JSONL)
        put_json(o, item);
    else
        put_csv(o, item);
    item->n_rows[GISA_TABLE_ARTICLES] = 1;
    put_entities(item);
    put_quotes(o, item);
    put_dates(item);
    put_figures(item);
    for (int t = 0; st >= 0 && o->format == GISA_EXPORT_EXCEL && t < GISA_TABLE_COUNT; t++)
        st = make_plain(&item->rows[t], err);
    for (int t = 0; st >= 0 && t < GISA_TABLE_COUNT; t++)
        st = gisa_buf_check(&item->rows[t], "an article's rows", err);
    return st;
}

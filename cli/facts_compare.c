#include "cli/facts_compare.h"

enum { DECIMALS = 4, A_DAY = 10 };

static void put_end(gisa_json *w, const gisa_compared *c, double end)
{
    if (c->figure.bound == GISA_BOUND_RANGE)
        gisa_json_double(w, end, DECIMALS);
    else
        gisa_json_null(w);
}

static void put_low(gisa_json *w, const void *item)
{
    put_end(w, item, ((const gisa_compared *)item)->figure.low);
}

static void put_high(gisa_json *w, const void *item)
{
    put_end(w, item, ((const gisa_compared *)item)->figure.high);
}

static const column columns[] = {
    {.name = "group", .kind = COLUMN_COUNT},
    {.name = "owner"},
    {.name = "noun"},
    {.name = "differs", .kind = COLUMN_FLAG, .formats = COLUMN_JSON | COLUMN_CSV},
    {.name = "≠", .formats = COLUMN_TABLE},
    {.name = "text", .right = true},
    {.name = "value",
     .kind = COLUMN_DECIMAL,
     .decimals = DECIMALS,
     .formats = COLUMN_JSON | COLUMN_CSV},
    {.name = "unit", .formats = COLUMN_JSON | COLUMN_CSV},
    {.name = "bound"},
    {.name = "low", .kind = COLUMN_NESTED, .nested = put_low, .formats = COLUMN_JSON},
    {.name = "high", .kind = COLUMN_NESTED, .nested = put_high, .formats = COLUMN_JSON},
    {.name = "published", .formats = COLUMN_JSON | COLUMN_CSV},
    {.name = "day", .formats = COLUMN_TABLE},
    {.name = "outlet"},
    {.name = "id"},
    {.name = "start", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "end", .kind = COLUMN_COUNT, .formats = COLUMN_JSON},
    {.name = "sentence", .formats = COLUMN_JSON | COLUMN_CSV},
};

enum { N_COLUMNS = sizeof columns / sizeof *columns };

const column *facts_compare_columns(size_t *n)
{
    *n = N_COLUMNS;
    return columns;
}

/* The id of the entity that is the owner, or its words: the spellings of one are one. */
static gisa_str owner_key(const gisa_annotation *a, gisa_span owner, gisa_str text)
{
    for (size_t i = 0; i < a->n_entities; i++)
        if (a->entities[i].span.start == owner.start && a->entities[i].id.n)
            return a->entities[i].id;
    return gisa_span_text(owner, text);
}

gisa_status facts_compare_put(gisa_comparison *claims, listing *p, const gisa_stored *a,
                              const gisa_figure *f, gisa_error *err)
{
    char time[GISA_TIME_CHARS];
    cell cells[3];
    gisa_str text = gisa_buf_view(&a->record.text);
    if (f->noun.end == f->noun.start || f->owner.end == f->owner.start) return GISA_OK;
    listing_cells(a, time, cells);
    gisa_compared c = {.key = owner_key(&a->record.annotation, f->owner, text),
                       .owner = gisa_span_text(f->owner, text),
                       .noun = gisa_span_text(f->noun, text),
                       .id = cells[0].text,
                       .published = cells[1].text,
                       .outlet = cells[2].text,
                       .text = gisa_span_text(f->span, text),
                       .sentence = listing_sentence(p, text, f->span.start),
                       .start = listing_chars(p, text, f->span.start),
                       .end = listing_chars(p, text, f->span.end),
                       .figure = *f};
    return gisa_comparison_put(claims, &c) < 0 ? gisa_fail_mem(err) : GISA_OK;
}

static void put_row(listing *p, const gisa_compared *c)
{
    gisa_str bound = gisa_str_from(gisa_bound_name(c->figure.bound));
    const cell cells[N_COLUMNS] = {{.count = c->group + 1},
                                   {.text = c->owner},
                                   {.text = c->noun},
                                   {.flag = c->differs},
                                   {.text = c->differs ? GISA_STR("≠") : GISA_STR("")},
                                   {.text = c->text},
                                   {.decimal = c->figure.value},
                                   {.text = c->figure.unit},
                                   {.text = bound.n ? bound : GISA_NONE},
                                   {.text = GISA_NONE},
                                   {.text = GISA_NONE},
                                   {.text = c->published},
                                   {.text = gisa_str_cut(c->published, 0, A_DAY)},
                                   {.text = c->outlet},
                                   {.text = c->id},
                                   {.count = c->start},
                                   {.count = c->end},
                                   {.text = c->sentence}};
    rows_put(&p->rows, cells, c);
}

void facts_compare_print(gisa_comparison *claims, listing *p)
{
    gisa_comparison_group(claims);
    for (size_t i = 0; i < claims->n && claims->items[i].group < p->limit; i++) {
        put_row(p, &claims->items[i]);
        p->n++;
    }
    if (claims->n_groups > p->limit)
        cli_info(p->c, "%llu more groups; --limit N shows more",
                 (unsigned long long)(claims->n_groups - p->limit));
}

#include "cli/hits.h"

#include "base/nearest.h"
#include "base/utf8.h"
#include "cli/rows.h"
#include "cli/wrap.h"
#include "nlp/section/section_model.h"

static const char *const field_names[HITS_FIELDS] = {"query",
                                                     "rank",
                                                     "id",
                                                     "score",
                                                     "title",
                                                     "outlet",
                                                     "published",
                                                     "url",
                                                     "snippet",
                                                     "authors",
                                                     "outlet_name",
                                                     "section",
                                                     "section_model",
                                                     "section_model_probability",
                                                     "copies",
                                                     "matches"};

enum { N_DEFAULT = HITS_AUTHORS + 1, DECIMALS = 4, INDENT = 4 };
enum { SHOWN_TITLE = 4096 }; /* bytes; what is taken in has no longer one */

bool hits_layout_parse(const char *fields, hits_layout *layout, gisa_str *bad)
{
    gisa_str rest = gisa_str_from(fields), name;
    if (!fields) {
        for (layout->n_fields = 0; layout->n_fields < N_DEFAULT; layout->n_fields++)
            layout->fields[layout->n_fields] = (hits_field)layout->n_fields;
        return true;
    }
    layout->chosen = true;
    while (gisa_str_next_field(&rest, ',', &name)) {
        int found = HITS_FIELDS;
        name = gisa_str_trim(name);
        if (gisa_str_is(name, "author")) found = HITS_AUTHORS;
        for (int i = 0; i < HITS_FIELDS; i++)
            if (gisa_str_is(name, field_names[i])) found = i;
        *bad = name;
        if (found == HITS_FIELDS || layout->n_fields == HITS_FIELDS) return false;
        layout->fields[layout->n_fields++] = (hits_field)found;
    }
    return true;
}

int hits_say_field(const cli *c, gisa_str bad)
{
    char word[24];
    snprintf(word, sizeof word, "%.*s", GISA_ARG(bad));
    const char *near = gisa_nearest(word, field_names, HITS_FIELDS);
    if (near)
        cli_error(c, "search: --fields: no field '%s'; did you mean %s?", word, near);
    else
        cli_error(c, "search: --fields: no field '%s'; gisa search --help lists them", word);
    return CLI_FAILED;
}

static void put_matches(gisa_json *w, const void *item)
{
    const gisa_hit *hit = item;
    gisa_json_array(w);
    for (size_t i = 0; i < hit->n_matches; i++) {
        const gisa_hit_match *m = &hit->matches[i];
        gisa_json_object(w);
        gisa_json_key_c(w, "field", m->title ? "title" : "body");
        gisa_json_key_int(w, "start", m->start);
        gisa_json_key_int(w, "end", m->end);
        gisa_json_end(w);
    }
    gisa_json_end(w);
}

/* The same for a table and CSV: title:0-3 | body:12-15. */
static void add_matches(const gisa_hit *hit, gisa_buf *out)
{
    for (size_t i = 0; i < hit->n_matches; i++) {
        const gisa_hit_match *m = &hit->matches[i];
        gisa_buf_addf(out, "%s%s:%u-%u", i ? " | " : "", m->title ? "title" : "body", m->start,
                      m->end);
    }
}

static void fill_columns(const hits_layout *layout, column columns[HITS_FIELDS])
{
    for (size_t k = 0; k < layout->n_fields; k++) {
        hits_field field = layout->fields[k];
        bool count = field == HITS_RANK || field == HITS_COPIES ||
                     (field == HITS_QUERY && layout->line_only);
        columns[k] = (column){.name = field_names[field], .decimals = DECIMALS};
        if (count) columns[k].kind = COLUMN_COUNT;
        if (field == HITS_SCORE || field == HITS_SECTION_PROBABILITY)
            columns[k].kind = COLUMN_DECIMAL;
        if (field == HITS_AUTHORS) {
            columns[k].kind = COLUMN_NESTED;
            columns[k].nested = hits_put_authors;
        }
        if (field == HITS_MATCHES) {
            columns[k].kind = COLUMN_NESTED;
            columns[k].nested = put_matches;
        }
    }
}

/* A hit among those of a query; number: the query's line, from 0. */
typedef struct hit_place {
    gisa_str query;
    uint64_t number, rank;
    const gisa_hit *hit;
    gisa_str authors, matches; /* as a table and CSV have them */
} hit_place;

static cell field_cell(const hit_place *p, hits_field field, char time[GISA_TIME_CHARS])
{
    const gisa_hit *h = p->hit;
    size_t n;
    switch (field) {
    case HITS_QUERY: return (cell){.text = p->query, .count = p->number};
    case HITS_RANK: return (cell){.count = p->rank};
    case HITS_ID: return (cell){.text = h->id};
    case HITS_SCORE: return (cell){.decimal = h->score};
    case HITS_TITLE: return (cell){.text = h->title};
    case HITS_OUTLET: return (cell){.text = h->outlet};
    case HITS_PUBLISHED:
        n = gisa_time_format(&h->published, time);
        return (cell){.text = n ? (gisa_str){time, n} : GISA_NONE};
    case HITS_URL: return (cell){.text = h->url};
    case HITS_SNIPPET: return (cell){.text = h->snippet};
    case HITS_AUTHORS: return (cell){.text = p->authors};
    case HITS_OUTLET_NAME: return (cell){.text = h->outlet_name};
    case HITS_SECTION: return (cell){.text = h->section};
    case HITS_SECTION_MODEL: return (cell){.text = gisa_section_guess_of(h->title).name};
    case HITS_SECTION_PROBABILITY:
        return (cell){.decimal = gisa_section_guess_of(h->title).probability};
    case HITS_COPIES: return (cell){.count = h->copies};
    case HITS_MATCHES: return (cell){.text = p->matches};
    case HITS_FIELDS: break;
    }
    return (cell){0};
}

/* What is marked in a text, and where it begins in lines of so many columns. */
typedef struct marked {
    const gisa_span *marks;
    size_t n, columns, used;
} marked;

static void add_text(const cli *c, const char *style, gisa_str text, const marked *m, gisa_buf *out)
{
    char off[2 * sizeof c->styles[0]]; /* what was on before a mark is on after it */
    wrapping how = {.columns = m->columns, .used = m->used, .indent = INDENT};
    snprintf(off, sizeof off, "%s%s", cli_plain(c), style);
    if (c->color) how.marks = m->marks, how.n_marks = m->n, how.on = cli_mark(c), how.off = off;
    gisa_buf_add_c(out, style);
    wrap_add(out, text, &how);
    gisa_buf_add_c(out, cli_plain(c));
    gisa_buf_add_char(out, '\n');
}

void hits_add_time(const gisa_time *t, gisa_buf *out)
{
    enum { TO_THE_MINUTE = 16 };
    char time[GISA_TIME_CHARS];
    size_t n = gisa_time_format(t, time);
    if (!n) gisa_buf_add_c(out, "no date");
    for (size_t i = 0; i < n && i < TO_THE_MINUTE; i++)
        gisa_buf_add_char(out, time[i] == 'T' ? ' ' : time[i]);
}

void hits_add_authors(const gisa_hit *hit, const char *sep, gisa_buf *out)
{
    for (size_t i = 0; i < hit->n_authors; i++) {
        if (i) gisa_buf_add_c(out, sep);
        gisa_buf_add(out, hit->authors[i]);
    }
}

void hits_put_authors(gisa_json *w, const void *item)
{
    const gisa_hit *hit = item;
    gisa_json_array(w);
    for (size_t i = 0; i < hit->n_authors; i++) gisa_json_str(w, hit->authors[i]);
    gisa_json_end(w);
}

/* The first authors and how many more there are. */
static void add_byline(const gisa_hit *hit, gisa_buf *out)
{
    enum { SHOWN = 3 };
    gisa_hit first = *hit;
    if (!hit->n_authors) return;
    if (first.n_authors > SHOWN) first.n_authors = SHOWN;
    hits_add_authors(&first, ", ", out);
    if (hit->n_authors > SHOWN) gisa_buf_addf(out, " and %zu more", hit->n_authors - SHOWN);
}

/* Where and when, and what is said of it. */
static void add_place(const cli *c, const hits_entry *e, gisa_buf *out)
{
    const gisa_hit *h = e->hit;
    gisa_buf text = {0};
    wrap_line line = {.out = out, .columns = e->columns, .used = INDENT, .indent = INDENT};
    gisa_buf_addf(out, "%*s%s", INDENT, "", cli_dim(c));
    wrap_part(&line, h->outlet_name.n ? h->outlet_name : h->outlet);
    add_byline(h, &text);
    if (text.n) wrap_part(&line, gisa_buf_view(&text));
    gisa_buf_reset(&text);
    hits_add_time(&h->published, &text);
    wrap_part(&line, gisa_buf_view(&text));
    wrap_part(&line, h->id);
    gisa_buf_reset(&text);
    gisa_buf_addf(&text, "and %llu cop%s", (unsigned long long)h->copies,
                  h->copies == 1 ? "y" : "ies");
    if (h->copies) wrap_part(&line, gisa_buf_view(&text));
    if (e->note) wrap_part(&line, gisa_str_from(e->note));
    gisa_buf_addf(out, "%s\n", cli_plain(c));
    gisa_buf_take_status(out, &text);
    gisa_buf_clear(&text);
}

void hits_add_entry(const cli *c, const hits_entry *e, gisa_buf *out)
{
    const gisa_hit *h = e->hit;
    size_t before = out->n;
    gisa_str title = gisa_utf8_clip(h->title, SHOWN_TITLE);
    gisa_buf_addf(out, "%2llu. ", (unsigned long long)e->rank);
    add_text(c, cli_bold(c), title.n ? title : GISA_STR("(no title)"),
             &(marked){h->title_marks, h->n_title_marks, e->columns, out->n - before}, out);
    add_place(c, e, out);
    if (e->address && h->url.n) gisa_buf_addf(out, "    %.*s\n", GISA_ARG(h->url));
    if (!h->snippet.n) return;
    gisa_buf_add_c(out, "    ");
    add_text(c, "", h->snippet, &(marked){h->marks, h->n_marks, e->columns, INDENT}, out);
}

void hits_print_head(const hits_layout *layout, gisa_buf *out)
{
    column columns[HITS_FIELDS];
    rows r = {
        .format = layout->format, .columns = columns, .n_columns = layout->n_fields, .out = out};
    fill_columns(layout, columns);
    rows_begin(&r);
}

static void put_rows(const cli *c, const hits_layout *layout, gisa_str query, uint64_t number,
                     const gisa_hits *hits, gisa_buf *out)
{
    column columns[HITS_FIELDS];
    rows r = {.c = c,
              .format = layout->format,
              .columns = columns,
              .n_columns = layout->n_fields,
              .out = out};
    gisa_buf authors = {0}, matches = {0};
    fill_columns(layout, columns);
    for (size_t i = 0; i < hits->n; i++) {
        char time[GISA_TIME_CHARS];
        cell cells[HITS_FIELDS];
        gisa_buf_reset(&authors);
        hits_add_authors(&hits->items[i], " | ", &authors);
        gisa_buf_reset(&matches);
        add_matches(&hits->items[i], &matches);
        const hit_place p = {query,
                             number,
                             i + 1,
                             &hits->items[i],
                             gisa_buf_view(&authors),
                             gisa_buf_view(&matches)};
        for (size_t k = 0; k < layout->n_fields; k++)
            cells[k] = field_cell(&p, layout->fields[k], time);
        rows_put(&r, cells, &hits->items[i]);
    }
    if (rows_end(&r, NULL) < 0 || gisa_buf_status(&authors) < 0 || gisa_buf_status(&matches) < 0)
        out->st = GISA_ENOMEM;
    gisa_buf_clear(&authors);
    gisa_buf_clear(&matches);
}

void hits_print(const cli *c, const hits_layout *layout, gisa_str query, uint64_t number,
                const gisa_hits *hits, gisa_buf *out)
{
    if (layout->format != CLI_TABLE || layout->chosen) {
        put_rows(c, layout, query, number, hits, out);
        return;
    }
    if (layout->line_only) {
        gisa_buf_addf(out, "%s%llu: ", cli_bold(c), (unsigned long long)number);
        gisa_buf_add(out, query);
        gisa_buf_addf(out, "%s\n", cli_plain(c));
    }
    for (size_t i = 0; i < hits->n; i++) {
        const hits_entry e = {.rank = i + 1, .hit = &hits->items[i], .columns = cli_room(c)};
        hits_add_entry(c, &e, out);
    }
}

#include "cli/hits.h"

#include "base/json.h"
#include "base/mem.h"
#include "cli/wrap.h"

static const char *const field_names[HITS_FIELDS] = {
    "query",     "rank", "id",      "score",       "title",   "outlet",
    "published", "url",  "snippet", "outlet_name", "section", "copies"};

enum { N_DEFAULT = HITS_SNIPPET + 1, DECIMALS = 4, INDENT = 4 };

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
    const char *near = cli_nearest(word, field_names, HITS_FIELDS);
    if (near)
        cli_error(c, "search: --fields: no field '%s'; did you mean %s?", word, near);
    else
        cli_error(c, "search: --fields: no field '%s'; gisa search --help lists them", word);
    return CLI_FAILED;
}

/* One hit's field as text, in *room when it is made here. */
typedef struct hit_view {
    gisa_str query;
    uint64_t number, rank;
    const gisa_hit *hit;
    bool line_only;
} hit_view;

static gisa_str field_text(const hit_view *v, hits_field field, gisa_buf *room)
{
    const gisa_hit *h = v->hit;
    char time[GISA_TIME_CHARS];
    gisa_buf_reset(room);
    switch (field) {
    case HITS_QUERY:
        if (!v->line_only) return v->query;
        gisa_buf_addf(room, "%llu", (unsigned long long)v->number);
        break;
    case HITS_RANK: gisa_buf_addf(room, "%llu", (unsigned long long)v->rank); break;
    case HITS_ID: return h->id;
    case HITS_SCORE: gisa_json_number(room, h->score, DECIMALS); break;
    case HITS_TITLE: return h->title;
    case HITS_OUTLET: return h->outlet;
    case HITS_PUBLISHED:
        gisa_buf_add(room, (gisa_str){time, gisa_time_format(&h->published, time)});
        break;
    case HITS_URL: return h->url;
    case HITS_SNIPPET: return h->snippet;
    case HITS_OUTLET_NAME: return h->outlet_name;
    case HITS_SECTION: return h->section;
    case HITS_COPIES: gisa_buf_addf(room, "%llu", (unsigned long long)h->copies); break;
    case HITS_FIELDS: break;
    }
    return gisa_buf_view(room);
}

static bool is_number(const hit_view *v, hits_field field)
{
    return field == HITS_RANK || field == HITS_SCORE || field == HITS_COPIES ||
           (field == HITS_QUERY && v->line_only);
}

static void print_json(const hits_layout *layout, const hit_view *v, gisa_buf *room, gisa_buf *out)
{
    gisa_json w = gisa_json_make(out);
    gisa_json_object(&w);
    for (size_t i = 0; i < layout->n_fields; i++) {
        hits_field field = layout->fields[i];
        gisa_json_key(&w, field_names[field]);
        gisa_str text = field_text(v, field, room);
        if (field == HITS_SCORE)
            gisa_json_double(&w, v->hit->score, DECIMALS);
        else if (is_number(v, field))
            gisa_json_int(&w, field == HITS_RANK     ? (int64_t)v->rank
                              : field == HITS_COPIES ? (int64_t)v->hit->copies
                                                     : (int64_t)v->number);
        else if (field == HITS_PUBLISHED && text.n == 0)
            gisa_json_null(&w);
        else
            gisa_json_str(&w, text);
    }
    gisa_json_end(&w);
    gisa_buf_add_char(out, '\n');
}

static void add_text(const cli *c, gisa_str text, const gisa_span *marks, size_t n, size_t columns,
                     gisa_buf *out)
{
    wrapping how = {.columns = columns, .used = INDENT, .indent = INDENT};
    if (c->color) how.marks = marks, how.n_marks = n, how.on = cli_mark(c), how.off = cli_plain(c);
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

void hits_add_entry(const cli *c, const hits_entry *e, gisa_buf *out)
{
    const gisa_hit *h = e->hit;
    gisa_buf_addf(out, "%2llu. %s", (unsigned long long)e->rank, cli_bold(c));
    add_text(c, h->title.n ? h->title : GISA_STR("(no title)"), h->title_marks, h->n_title_marks,
             e->columns, out);
    gisa_buf_addf(out, "    %s", cli_dim(c));
    gisa_buf_add(out, h->outlet_name.n ? h->outlet_name : h->outlet);
    gisa_buf_add_c(out, "  ");
    hits_add_time(&h->published, out);
    gisa_buf_add_c(out, "  ");
    gisa_buf_add(out, h->id);
    if (h->copies)
        gisa_buf_addf(out, "  and %llu cop%s", (unsigned long long)h->copies,
                      h->copies == 1 ? "y" : "ies");
    if (e->note) gisa_buf_addf(out, "  %s", e->note);
    gisa_buf_addf(out, "%s\n", cli_plain(c));
    if (e->address && h->url.n) gisa_buf_addf(out, "    %.*s\n", GISA_ARG(h->url));
    if (!h->snippet.n) return;
    gisa_buf_add_c(out, "    ");
    add_text(c, h->snippet, h->marks, h->n_marks, e->columns, out);
}

static void print_table(const cli *c, const hits_layout *layout, gisa_str query, uint64_t number,
                        const gisa_hits *hits, gisa_buf *out)
{
    gisa_arena arena = {0};
    gisa_buf room = {0};
    const char *names[HITS_FIELDS];
    bool right[HITS_FIELDS];
    gisa_str *cells = gisa_arena_calloc(&arena, hits->n * layout->n_fields + 1, sizeof *cells);
    for (size_t k = 0; k < layout->n_fields; k++) {
        hit_view v = {.line_only = layout->line_only};
        names[k] = field_names[layout->fields[k]];
        right[k] = is_number(&v, layout->fields[k]);
    }
    for (size_t i = 0; cells && i < hits->n; i++) {
        hit_view v = {query, number, i + 1, &hits->items[i], layout->line_only};
        for (size_t k = 0; k < layout->n_fields; k++)
            gisa_arena_copy(&arena, field_text(&v, layout->fields[k], &room),
                            &cells[i * layout->n_fields + k]);
    }
    cli_table t = {names, right, layout->n_fields, cells, cells ? hits->n : 0};
    cli_table_print(c, &t, out);
    gisa_buf_clear(&room);
    gisa_arena_clear(&arena);
}

void hits_print_head(const hits_layout *layout, gisa_buf *out)
{
    gisa_str names[HITS_FIELDS];
    for (size_t k = 0; k < layout->n_fields; k++)
        names[k] = gisa_str_from(field_names[layout->fields[k]]);
    cli_csv_row(out, names, layout->n_fields);
}

static void print_csv(const hits_layout *layout, const hit_view *v, gisa_buf *out)
{
    gisa_buf rooms[HITS_FIELDS] = {{0}};
    gisa_str cells[HITS_FIELDS];
    for (size_t k = 0; k < layout->n_fields; k++)
        cells[k] = field_text(v, layout->fields[k], &rooms[k]);
    cli_csv_row(out, cells, layout->n_fields);
    for (size_t k = 0; k < layout->n_fields; k++) gisa_buf_clear(&rooms[k]);
}

void hits_print(const cli *c, const hits_layout *layout, gisa_str query, uint64_t number,
                const gisa_hits *hits, gisa_buf *out)
{
    gisa_buf room = {0};
    if (layout->format == CLI_TABLE && layout->chosen) {
        if (!hits->n) return;
        print_table(c, layout, query, number, hits, out);
        return;
    }
    if (layout->format == CLI_TABLE && layout->line_only) {
        gisa_buf_addf(out, "%s%llu: ", cli_bold(c), (unsigned long long)number);
        gisa_buf_add(out, query);
        gisa_buf_addf(out, "%s\n", cli_plain(c));
    }
    for (size_t i = 0; i < hits->n; i++) {
        hit_view v = {query, number, i + 1, &hits->items[i], layout->line_only};
        if (layout->format == CLI_JSON)
            print_json(layout, &v, &room, out);
        else if (layout->format == CLI_CSV)
            print_csv(layout, &v, out);
        else
            hits_add_entry(c, &(hits_entry){.rank = v.rank, .hit = v.hit, .columns = cli_room(c)},
                           out);
    }
    gisa_buf_clear(&room);
}

/* Notes, facets and key words in context. */
#include "base/json.h"
#include "base/utf8.h"
#include "cli/hits.h"

/* Whether an earlier word of the query was the same, so that its spellings have been told. */
static bool is_told(const gisa_hits *hits, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (gisa_str_eq_nocase(hits->widened[i].typed, hits->widened[at].typed)) return true;
    return false;
}

void hits_say_notes(const cli *c, const gisa_hits *hits)
{
    for (size_t i = 0; i < hits->n_widened; i++) {
        const gisa_widening *w = &hits->widened[i];
        gisa_buf list = {0};
        if (is_told(hits, i)) continue;
        for (size_t k = 0; k < w->n; k++) {
            if (gisa_str_eq_nocase(w->spellings[k], w->typed)) continue;
            if (list.n) gisa_buf_add_c(&list, ", ");
            gisa_buf_add(&list, w->spellings[k]);
        }
        gisa_str text = gisa_buf_view(&list);
        if (text.n)
            cli_info(c, "%.*s: also %.*s (--exact turns this off)", GISA_ARG(w->typed),
                     GISA_ARG(text));
        gisa_buf_clear(&list);
    }
    if (hits->ignored)
        cli_info(c, "%u part%s of the query left out; see man gisa-query", hits->ignored,
                 hits->ignored == 1 ? "" : "s");
    if (hits->fell_back && hits->n && hits->all_words)
        cli_info(c, "%llu article%s all the words; the others have some of them",
                 (unsigned long long)hits->all_words, hits->all_words == 1 ? " has" : "s have");
    else if (hits->fell_back && hits->n)
        cli_info(c, "no article has all the words; these have some of them");
    if (hits->bounded)
        cli_info(c, "only %s were ranked (--exact-ranking ranks all)",
                 hits->any_word ? "articles with one of the rarer words, the newest of very many,"
                                : "the newest of very many articles");
    if (hits->n < hits->total)
        cli_info(c, "%zu of %s%llu shown; --limit N shows more", hits->n,
                 hits->bounded ? "at least " : "", (unsigned long long)hits->total);
}

static void facet_json(gisa_facet_kind kind, const gisa_facet *f, gisa_buf *out)
{
    gisa_json w = gisa_json_make(out);
    gisa_json_object(&w);
    gisa_json_key_c(&w, "facet", gisa_facet_name(kind));
    gisa_json_key_str(&w, "key", f->key);
    gisa_json_key_str(&w, "label", f->label);
    gisa_json_key_int(&w, "articles", (int64_t)f->n);
    gisa_json_end(&w);
    gisa_buf_add_char(out, '\n');
}

static uint64_t most(const gisa_facets *facets)
{
    uint64_t n = 1;
    for (size_t i = 0; i < facets->n; i++)
        if (facets->items[i].n > n) n = facets->items[i].n;
    return n;
}

void hits_print_facet(const cli *c, cli_format format, gisa_facet_kind kind,
                      const gisa_facets *facets, gisa_buf *out)
{
    enum { BAR = 30 };
    size_t width = 0;
    if (format == CLI_TABLE)
        gisa_buf_addf(out, "%s%s%s\n", cli_bold(c), gisa_facet_name(kind), cli_plain(c));
    for (size_t i = 0; i < facets->n; i++) {
        size_t w = gisa_utf8_width(facets->items[i].label);
        if (w > width) width = w;
    }
    for (size_t i = 0; i < facets->n; i++) {
        const gisa_facet *f = &facets->items[i];
        gisa_buf number = {0};
        gisa_buf_addf(&number, "%llu", (unsigned long long)f->n);
        if (format == CLI_JSON) {
            facet_json(kind, f, out);
        } else if (format == CLI_CSV) {
            gisa_str cells[] = {gisa_str_from(gisa_facet_name(kind)), f->key, f->label,
                                gisa_buf_view(&number)};
            cli_csv_row(out, cells, 4);
        } else {
            gisa_buf_add_c(out, "  ");
            gisa_buf_add(out, f->label);
            for (size_t k = gisa_utf8_width(f->label); k < width + 2; k++)
                gisa_buf_add_char(out, ' ');
            gisa_buf_addf(out, "%7llu  ", (unsigned long long)f->n);
            for (uint64_t k = 0; k < (f->n * BAR + most(facets) - 1) / most(facets); k++)
                gisa_buf_add_c(out, "▪");
            gisa_buf_add_char(out, '\n');
        }
        gisa_buf_clear(&number);
    }
    if (format == CLI_TABLE && facets->others)
        gisa_buf_addf(out, "  and %llu more\n", (unsigned long long)facets->others);
    if (format == CLI_TABLE && facets->without)
        gisa_buf_addf(out, "  (%llu without one)\n", (unsigned long long)facets->without);
}

static void kwic_json(const gisa_kwic_line *line, gisa_buf *out)
{
    char time[GISA_TIME_CHARS];
    gisa_json w = gisa_json_make(out);
    size_t n = gisa_time_format(&line->published, time);
    gisa_json_object(&w);
    gisa_json_key_str(&w, "id", line->id);
    gisa_json_key_str(&w, "published", n ? (gisa_str){time, n} : GISA_NONE);
    gisa_json_key_str(&w, "outlet", line->outlet);
    gisa_json_key_str(&w, "left", line->left);
    gisa_json_key_str(&w, "match", line->match);
    gisa_json_key_str(&w, "right", line->right);
    gisa_json_end(&w);
    gisa_buf_add_char(out, '\n');
}

static void kwic_line(const cli *c, const gisa_kwic_line *line, gisa_buf *out)
{
    enum { DATE_COLUMNS = 12 };
    char time[GISA_TIME_CHARS];
    size_t n = gisa_time_format(&line->published, time);
    size_t room = c->columns > 60 ? c->columns - DATE_COLUMNS : 60;
    size_t side = (room - 16) / 2, match = gisa_utf8_width(line->match);
    gisa_str left = gisa_utf8_tail(line->left, side);
    gisa_str right = gisa_utf8_head(line->right, room > side + match ? room - side - match - 1 : 0);
    gisa_str date = n ? (gisa_str){time, n < 10 ? n : 10} : GISA_STR("no date");
    gisa_buf_add_c(out, cli_dim(c));
    gisa_buf_add(out, date);
    gisa_buf_add_c(out, cli_plain(c));
    for (size_t k = date.n; k < DATE_COLUMNS; k++) gisa_buf_add_char(out, ' ');
    for (size_t k = gisa_utf8_width(left); k < side; k++) gisa_buf_add_char(out, ' ');
    gisa_buf_add(out, left);
    gisa_buf_add_c(out, cli_mark(c));
    gisa_buf_add(out, line->match);
    gisa_buf_add_c(out, cli_plain(c));
    gisa_buf_add(out, right);
    gisa_buf_add_char(out, '\n');
}

void hits_print_kwic(const cli *c, cli_format format, const gisa_kwic *kwic, gisa_buf *out)
{
    for (size_t i = 0; i < kwic->n; i++) {
        const gisa_kwic_line *line = &kwic->items[i];
        char time[GISA_TIME_CHARS];
        gisa_str cells[] = {line->id,     {time, gisa_time_format(&line->published, time)},
                            line->outlet, line->left,
                            line->match,  line->right};
        if (format == CLI_JSON)
            kwic_json(line, out);
        else if (format == CLI_CSV)
            cli_csv_row(out, cells, 6);
        else
            kwic_line(c, line, out);
    }
}

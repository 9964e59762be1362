#include "pipeline/table_cut.h"

#include "base/csv.h"
#include "base/utf8.h"
#include "ingest/article_csv.h"
#include "ingest/decode.h"

enum { SHOWN = 8, MAX_HEAD = 1 << 20 };

/* Takes the next "field=column" off a map; false at its end. */
static bool next_pair(gisa_str *rest, gisa_str *field, gisa_str *column)
{
    gisa_str pair;
    while (gisa_str_next_field(rest, ',', &pair)) {
        pair = gisa_str_trim(pair);
        if (!pair.n) continue;
        size_t at = gisa_str_find_byte(pair, '=', 0);
        *field = gisa_str_trim(gisa_str_cut(pair, 0, at));
        *column = at == GISA_NPOS ? GISA_NONE : gisa_str_trim(gisa_str_cut(pair, at + 1, pair.n));
        return true;
    }
    return false;
}

gisa_status gisa_table_columns_check(const char *columns, gisa_error *err)
{
    gisa_str rest = gisa_str_from(columns), field, column;
    while (next_pair(&rest, &field, &column)) {
        gisa_column found = gisa_column_find(field);
        if (!column.n)
            return gisa_fail(err, GISA_EINVAL, "'%.*s' is no field=column", GISA_ARG(field));
        if (!gisa_str_is(field, gisa_column_name(found)))
            return gisa_fail(err, GISA_EINVAL, "an article has no field '%.*s'", GISA_ARG(field));
    }
    return GISA_OK;
}

/* The field that a map gives a column; "": none; NULL: the map does not name the column. A column
 * whose field the map gives another one is no field's. */
static const char *mapped(const char *columns, gisa_str name)
{
    gisa_str rest = gisa_str_from(columns), field, column;
    const char *found = NULL;
    gisa_column own = gisa_column_find(name);
    while (next_pair(&rest, &field, &column)) {
        gisa_column given = gisa_column_find(field);
        if (gisa_str_eq(column, name)) return gisa_column_name(given);
        if (given == own) found = "";
    }
    return found;
}

/* The separator, when the first line says it as spreadsheets do: "sep=;". */
static bool says_separator(gisa_table_cut *t)
{
    gisa_str line, rest = t->rows.rest;
    if (!gisa_str_next_line(&rest, &line) || !gisa_str_starts(line, GISA_STR("sep="))) return false;
    if (line.n != 5) return false;
    t->rows.separator = line.p[4];
    t->rows.rest = rest;
    t->rows.passed++;
    return true;
}

static void note_unknown(gisa_table_cut *t, gisa_str name, size_t *n)
{
    name = gisa_utf8_clip(gisa_str_trim(name), 60);
    if (!name.n || ++*n > SHOWN + 1) return;
    if (*n > 1) gisa_buf_add_c(&t->unknown, ", ");
    gisa_buf_add(&t->unknown, *n > SHOWN ? GISA_STR("…") : name);
}

/* Every column that the map names must be there. */
static gisa_status check_map(const gisa_table_cut *t, const gisa_csv_reader *names, gisa_error *err)
{
    gisa_str rest = gisa_str_from(t->columns), field, column;
    while (next_pair(&rest, &field, &column)) {
        bool there = false;
        for (size_t i = 0; i < names->n_cells; i++)
            there = there || gisa_str_eq(gisa_str_trim(names->cells[i]), column);
        if (!there)
            return gisa_fail(err, GISA_EINVAL, "no column '%.*s' to take as %.*s", GISA_ARG(column),
                             GISA_ARG(field));
    }
    return GISA_OK;
}

static gisa_status read_head(gisa_table_cut *t, const gisa_csv_reader *names, gisa_error *err)
{
    size_t n_unknown = 0, n = names->n_cells;
    bool text = false;
    gisa_status st = check_map(t, names, err);
    if (st < 0) return st;
    for (size_t i = 0; i < n; i++) {
        gisa_str name = gisa_str_trim(names->cells[i]);
        const char *given = mapped(t->columns, name);
        gisa_str put = given ? gisa_str_from(given) : name;
        gisa_column column = gisa_column_find(put);
        if (column == GISA_COLUMN_UNKNOWN) note_unknown(t, name, &n_unknown);
        if (column == GISA_COLUMN_TITLE || column == GISA_COLUMN_BODY) {
            text = true;
            t->text_column = i;
        }
        gisa_csv_cell(&t->head, put, i > 0);
    }
    gisa_csv_end(&t->head);
    t->n_columns = n;
    t->has_head = true;
    if (n > 2 && gisa_str_is(names->cells[0], "article") && gisa_str_is(names->cells[1], "start"))
        return gisa_fail(err, GISA_EINVAL, "a table of what is in articles, not of articles");
    if (!text)
        return gisa_fail(err, GISA_EINVAL,
                         "a table without a column of titles or bodies, unless a map names them: "
                         "%.*s",
                         GISA_ARG(gisa_buf_view(&t->unknown)));
    gisa_buf_take_status(&t->head, &t->unknown);
    return gisa_buf_check(&t->head, "the names of columns", err);
}

/* Brings a row's bytes to UTF-8 in *row, if they are not. Returns: GISA_OK, GISA_END (they are). */
static gisa_status clean_row(gisa_table_cut *t, gisa_csv_reader *row, gisa_error *err)
{
    bool bad = false;
    for (size_t i = 0; i < t->rows.n_cells; i++)
        bad = bad || gisa_utf8_bad(t->rows.cells[i]) != GISA_NPOS;
    if (!bad) return GISA_END;
    gisa_buf as_is = {0};
    gisa_csv_row(&as_is, t->rows.cells, t->rows.n_cells);
    gisa_buf_reset(&t->clean);
    gisa_status st = gisa_buf_check(&as_is, "a row", err);
    if (st >= 0) st = gisa_decode(gisa_buf_view(&as_is), GISA_NONE, &t->clean, NULL, err);
    gisa_buf_clear(&as_is);
    if (st < 0) return st;
    *row = (gisa_csv_reader){.rest = gisa_buf_view(&t->clean), .separator = ','};
    st = gisa_csv_next(row, err);
    if (st < 0) gisa_csv_reader_clear(row);
    return st;
}

gisa_status gisa_table_cut_begin(gisa_table_cut *t, gisa_error *err)
{
    bool known;
    if (t->rows.goes_on && t->rows.rest.n < MAX_HEAD &&
        gisa_str_find_byte(t->rows.rest, '\n', 0) == GISA_NPOS) {
        t->wants_more = true;
        return GISA_SKIP;
    }
    if (gisa_str_starts(t->rows.rest, GISA_STR("\xEF\xBB\xBF")))
        t->rows.rest = gisa_str_cut(t->rows.rest, 3, t->rows.rest.n);
    gisa_status st = gisa_table_columns_check(t->columns, err);
    if (st < 0) return st;
    if (!t->rows.separator && !says_separator(t))
        t->rows.separator = gisa_csv_separator(gisa_str_cut(t->rows.rest, 0, MAX_HEAD), &known);
    st = gisa_csv_next(&t->rows, err);
    if (st < 0) return st;
    t->wants_more = st == GISA_SKIP;
    if (t->wants_more) return st;
    if (st == GISA_END) return gisa_fail(err, GISA_EINVAL, "a table without a row");
    gisa_csv_reader clean = {0};
    st = clean_row(t, &clean, err);
    if (st >= 0) st = read_head(t, st == GISA_OK ? &clean : &t->rows, err);
    gisa_csv_reader_clear(&clean);
    return st;
}

/* Fields that are missing at a row's end are empty ones, as spreadsheets leave them out; but then
 * titles and bodies are there. Fields too many would be others' values, an unquoted separator's
 * doing, but where the first row shows that every row ends in empty ones. */
static bool fits(gisa_table_cut *t)
{
    size_t n = t->rows.n_cells;
    bool over = false; /* a value after the head's last column */
    for (size_t i = t->n_columns; i < n; i++) over = over || gisa_str_trim(t->rows.cells[i]).n;
    if (!t->width) t->width = over ? t->n_columns : n;
    return !over && n > t->text_column && (n <= t->n_columns || n <= t->width);
}

gisa_status gisa_table_cut_next(gisa_table_cut *t, gisa_str *value, gisa_error *err)
{
    gisa_csv_reader row = {0};
    gisa_status st = gisa_csv_next(&t->rows, err);
    t->wants_more = st == GISA_SKIP;
    if (st != GISA_OK) return st;
    if (!fits(t))
        return gisa_fail(err, GISA_SKIP, "a row of %zu fields under a head of %zu", t->rows.n_cells,
                         t->n_columns);
    st = clean_row(t, &row, err);
    if (st < 0) return st;
    const gisa_csv_reader *cells = st == GISA_OK ? &row : &t->rows;
    size_t n = cells->n_cells < t->n_columns ? cells->n_cells : t->n_columns;
    gisa_buf_reset(&t->value);
    gisa_buf_add(&t->value, gisa_buf_view(&t->head));
    gisa_csv_row(&t->value, cells->cells, n);
    gisa_csv_reader_clear(&row);
    *value = gisa_buf_view(&t->value);
    return gisa_buf_check(&t->value, "a row", err);
}

void gisa_table_cut_clear(gisa_table_cut *t)
{
    gisa_csv_reader_clear(&t->rows);
    gisa_buf_clear(&t->head);
    gisa_buf_clear(&t->value);
    gisa_buf_clear(&t->unknown);
    gisa_buf_clear(&t->clean);
    *t = (gisa_table_cut){0};
}

#include "index/store/stored.h"

#include "index/store/store_handle.h"

void gisa_stored_clear(gisa_stored *a)
{
    gisa_record_clear(&a->record);
    *a = (gisa_stored){0};
}

/* Empties the record but keeps its memory. */
static void reset(gisa_stored *a)
{
    gisa_arena arena = a->record.article.arena;
    gisa_buf text = a->record.text;
    gisa_annotation annotation = a->record.annotation;
    gisa_arena_reset(&arena);
    gisa_buf_reset(&text);
    gisa_annotation_reset(&annotation);
    *a = (gisa_stored){0};
    a->record.article.arena = arena;
    a->record.text = text;
    a->record.annotation = annotation;
}

gisa_time gisa_stored_time(sqlite3_stmt *stmt, int column)
{
    gisa_time t = {.utc_s = sqlite3_column_int64(stmt, column)};
    gisa_precision_parse(gisa_sql_text(stmt, column + 1), &t.precision);
    if (sqlite3_column_type(stmt, column + 2) != SQLITE_NULL)
        t.west_s = GISA_KST_OFFSET_S - sqlite3_column_int(stmt, column + 2);
    return t;
}

gisa_article gisa_stored_identity(sqlite3_stmt *stmt, int column)
{
    return (gisa_article){.url = gisa_sql_text(stmt, column),
                          .canonical_url = gisa_sql_text(stmt, column + 1),
                          .via = gisa_sql_text(stmt, column + 2),
                          .title = gisa_sql_text(stmt, column + 3),
                          .outlet = gisa_sql_text(stmt, column + 4),
                          .body = gisa_sql_text(stmt, column + 5)};
}

static gisa_status read_fields(gisa_stored *out, sqlite3_stmt *stmt, gisa_error *err)
{
    gisa_article *a = &out->record.article;
    gisa_str *const fields[] = {&out->digest,
                                &a->id,
                                &a->url,
                                &a->canonical_url,
                                &a->outlet,
                                &a->outlet_name,
                                &a->section,
                                &a->title,
                                &a->subtitle,
                                &a->lang,
                                &a->body,
                                &a->rights.notice,
                                &a->rights.redistribution,
                                &a->rights.ai_training,
                                &a->via,
                                &a->source};
    int first = 10;
    out->version = (uint32_t)sqlite3_column_int64(stmt, 0);
    out->current = sqlite3_column_int(stmt, 1) != 0;
    out->record.capture = (uint64_t)sqlite3_column_int64(stmt, 2);
    out->capture = out->record.capture;
    out->copy_of = sqlite3_column_int64(stmt, 3);
    a->published = gisa_stored_time(stmt, 4);
    a->modified = gisa_stored_time(stmt, 7);
    for (int i = 0; i < (int)(sizeof fields / sizeof *fields); i++) {
        if (gisa_article_set(a, fields[i], gisa_sql_text(stmt, first + i)) < 0)
            return gisa_fail_mem(err);
    }
    return GISA_OK;
}

static gisa_status load_fields(gisa_store *s, int64_t row, gisa_stored *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql,
        "SELECT a.version, a.current, a.capture, a.copy_of, a.published, a.published_precision,"
        " a.published_offset, a.modified, a.modified_precision, a.modified_offset, a.digest, a.id, "
        "a.url, a.canonical_url, o.key, o.name,"
        " c.name, a.title, a.subtitle, a.lang, b.text, a.rights_notice, a.rights_redistribution,"
        " a.rights_ai_training, a.via, a.source FROM article a LEFT JOIN body b ON b.row = a.row"
        " LEFT JOIN outlet o ON o.outlet = a.outlet LEFT JOIN section c ON c.section = a.section"
        " WHERE a.row = ?1",
        &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, row);
    st = gisa_sql_step(&s->sql, stmt, err);
    if (st == GISA_END)
        st = gisa_fail_for(err, GISA_ECORRUPT, GISA_CAUSE_DAMAGED_DATABASE,
                           "row %lld is not in the store", (long long)row);
    if (st == GISA_OK) st = read_fields(out, stmt, err);
    sqlite3_reset(stmt);
    return st;
}

/* Runs an SQL text for the row and passes each result row to `take`. */
static gisa_status each(gisa_store *s, const char *sql, int64_t row, gisa_stored *out,
                        gisa_status (*take)(gisa_stored *, sqlite3_stmt *, size_t *cap),
                        gisa_error *err)
{
    sqlite3_stmt *stmt;
    size_t cap = 0;
    gisa_status st = gisa_sql_get(&s->sql, sql, &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, row);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        if (take(out, stmt, &cap) >= 0) continue;
        sqlite3_reset(stmt);
        return gisa_fail_mem(err);
    }
    return st < 0 ? st : GISA_OK;
}

static gisa_status take_author(gisa_stored *out, sqlite3_stmt *stmt, size_t *cap)
{
    (void)cap;
    return gisa_article_add_author(&out->record.article, gisa_sql_text(stmt, 0),
                                   gisa_sql_text(stmt, 1));
}

static gisa_status take_caption(gisa_stored *out, sqlite3_stmt *stmt, size_t *cap)
{
    (void)cap;
    return gisa_article_add_caption(&out->record.article, gisa_sql_text(stmt, 0));
}

static gisa_status take_former_id(gisa_stored *out, sqlite3_stmt *stmt, size_t *cap)
{
    (void)cap;
    return gisa_article_add_former_id(&out->record.article, gisa_sql_text(stmt, 0));
}

/* A span that points into the text, whatever the database says. */
static gisa_span read_span(const gisa_stored *out, sqlite3_stmt *stmt, int column)
{
    int64_t start = sqlite3_column_int64(stmt, column),
            end = sqlite3_column_int64(stmt, column + 1);
    int64_t n = (int64_t)out->record.text.n;
    if (start < 0 || end < start || end > n) return (gisa_span){0, 0};
    return (gisa_span){(uint32_t)start, (uint32_t)end};
}

static gisa_status take_entity(gisa_stored *out, sqlite3_stmt *stmt, size_t *cap)
{
    gisa_annotation *a = &out->record.annotation;
    gisa_entity e = {.span = read_span(out, stmt, 0),
                     .type = gisa_entity_type_parse(gisa_sql_text(stmt, 2))};
    if (e.type == GISA_ENTITY_COUNT) return GISA_OK;
    if (gisa_arena_copy(&a->arena, gisa_sql_text(stmt, 3), &e.id) < 0 ||
        gisa_arena_copy(&a->arena, gisa_sql_text(stmt, 4), &e.family) < 0 ||
        GISA_ARENA_GROW(&a->arena, a->entities, a->n_entities, *cap) < 0)
        return GISA_ENOMEM;
    a->entities[a->n_entities++] = e;
    return GISA_OK;
}

static gisa_status take_quote(gisa_stored *out, sqlite3_stmt *stmt, size_t *cap)
{
    gisa_annotation *a = &out->record.annotation;
    gisa_quote q = {.span = read_span(out, stmt, 0),
                    .speaker = read_span(out, stmt, 2),
                    .direct = sqlite3_column_int(stmt, 4) != 0,
                    .kind = gisa_speaker_kind_parse(gisa_sql_text(stmt, 5)),
                    .medium = read_span(out, stmt, 6),
                    .affiliation = read_span(out, stmt, 8)};
    if (q.kind == GISA_SPEAKER_COUNT) /* of before schema 9 */
        q.kind = q.speaker.end ? GISA_SPEAKER_PERSON : GISA_SPEAKER_NONE;
    if (GISA_ARENA_GROW(&a->arena, a->quotes, a->n_quotes, *cap) < 0) return GISA_ENOMEM;
    a->quotes[a->n_quotes++] = q;
    return GISA_OK;
}

static gisa_status take_date(gisa_stored *out, sqlite3_stmt *stmt, size_t *cap)
{
    gisa_annotation *a = &out->record.annotation;
    gisa_date d = {.span = read_span(out, stmt, 0)};
    if (gisa_arena_copy(&a->arena, gisa_sql_text(stmt, 2), &d.value) < 0 ||
        GISA_ARENA_GROW(&a->arena, a->dates, a->n_dates, *cap) < 0)
        return GISA_ENOMEM;
    a->dates[a->n_dates++] = d;
    return GISA_OK;
}

static gisa_status take_figure(gisa_stored *out, sqlite3_stmt *stmt, size_t *cap)
{
    gisa_annotation *a = &out->record.annotation;
    gisa_figure f = {.span = read_span(out, stmt, 0),
                     .value = sqlite3_column_double(stmt, 2),
                     .bound = gisa_bound_parse(gisa_sql_text(stmt, 4)),
                     .low = sqlite3_column_double(stmt, 5),
                     .high = sqlite3_column_double(stmt, 6),
                     .noun = read_span(out, stmt, 7),
                     .owner = read_span(out, stmt, 9)};
    if (f.bound == GISA_BOUND_COUNT) f.bound = GISA_BOUND_NONE;
    if (gisa_arena_copy(&a->arena, gisa_sql_text(stmt, 3), &f.unit) < 0 ||
        GISA_ARENA_GROW(&a->arena, a->figures, a->n_figures, *cap) < 0)
        return GISA_ENOMEM;
    a->figures[a->n_figures++] = f;
    return GISA_OK;
}

static gisa_status load_annotation(gisa_store *s, int64_t row, gisa_stored *out, gisa_error *err)
{
    gisa_status st = each(s,
                          "SELECT m.start, m.end, n.type, n.id, n.family FROM mention m JOIN name n"
                          " ON n.name = m.name WHERE m.row = ?1 ORDER BY m.start, m.end",
                          row, out, take_entity, err);
    if (st == GISA_OK)
        st = each(s,
                  "SELECT start, end, speaker_start, speaker_end, direct, kind, medium_start,"
                  " medium_end, affiliation_start, affiliation_end"
                  " FROM quote WHERE row = ?1 ORDER BY start, end",
                  row, out, take_quote, err);
    if (st == GISA_OK)
        st = each(s, "SELECT start, end, value FROM date WHERE row = ?1 ORDER BY start, end", row,
                  out, take_date, err);
    if (st == GISA_OK)
        st = each(s,
                  "SELECT start, end, value, unit, bound, low, high, noun_start, noun_end,"
                  " owner_start, owner_end FROM figure WHERE row = ?1 ORDER BY start, end",
                  row, out, take_figure, err);
    return st;
}

gisa_status gisa_stored_load(gisa_store *s, int64_t row, bool annotation, gisa_stored *out,
                             gisa_error *err)
{
    reset(out);
    out->row = row;
    gisa_status st = load_fields(s, row, out, err);
    if (st == GISA_OK)
        st = each(s, "SELECT name, email FROM author WHERE row = ?1 ORDER BY position", row, out,
                  take_author, err);
    if (st == GISA_OK)
        st = each(s, "SELECT text FROM caption WHERE row = ?1 ORDER BY position", row, out,
                  take_caption, err);
    if (st == GISA_OK)
        st = each(s,
                  "SELECT f.former FROM article a JOIN former_id f ON f.id = a.id"
                  " WHERE a.row = ?1 ORDER BY f.capture, f.former",
                  row, out, take_former_id, err);
    if (st == GISA_OK) st = gisa_record_text(&out->record, err);
    if (st == GISA_OK && annotation) st = load_annotation(s, row, out, err);
    return st;
}

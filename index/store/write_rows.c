#include "index/store/write_rows.h"

#include <stdlib.h>

#include "base/mem.h"
#include "index/index_tuning.h"
#include "index/store/store_handle.h"

static void bind_time(sqlite3_stmt *stmt, int at, gisa_time t)
{
    if (t.precision != GISA_PRECISION_UNKNOWN) sqlite3_bind_int64(stmt, at, t.utc_s);
    gisa_sql_bind(stmt, at + 1, gisa_str_from(gisa_precision_name(t.precision)));
}

static void bind_clock(sqlite3_stmt *stmt, int at, gisa_time t)
{
    if (t.west_s) sqlite3_bind_int(stmt, at, GISA_KST_OFFSET_S - t.west_s);
}

static void bind_number(sqlite3_stmt *stmt, int at, uint32_t v)
{
    if (v) sqlite3_bind_int64(stmt, at, v);
}

static gisa_status write_fields(gisa_store *s, const gisa_batch_item *item, uint32_t outlet,
                                uint32_t section, gisa_error *err)
{
    const gisa_article *a = &item->record.article;
    const gisa_str texts[] = {a->url,
                              a->canonical_url,
                              a->title,
                              a->subtitle,
                              a->lang,
                              a->rights.notice,
                              a->rights.redistribution,
                              a->rights.ai_training,
                              a->via,
                              a->source};
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql,
        "INSERT INTO article (row, id, version, current, digest, outlet, section, published,"
        " published_precision, modified, modified_precision, capture, url, canonical_url, title,"
        " subtitle, lang, rights_notice, rights_redistribution, rights_ai_training, via, source,"
        " origin, published_offset, modified_offset)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,"
        " ?19, ?20, ?21, ?22, ?23, ?24, ?25)",
        &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, item->row);
    gisa_sql_bind(stmt, 2, a->id);
    sqlite3_bind_int64(stmt, 3, item->version);
    sqlite3_bind_int(stmt, 4, !item->superseded);
    gisa_sql_bind(stmt, 5, gisa_str_from(item->digest));
    bind_number(stmt, 6, outlet);
    bind_number(stmt, 7, section);
    bind_time(stmt, 8, a->published);
    bind_time(stmt, 10, a->modified);
    sqlite3_bind_int64(stmt, 12, (int64_t)item->record.capture);
    for (int i = 0; i < (int)(sizeof texts / sizeof *texts); i++)
        gisa_sql_bind(stmt, 13 + i, texts[i]);
    if (*item->record.origin) gisa_sql_bind(stmt, 23, gisa_str_from(item->record.origin));
    bind_clock(stmt, 24, a->published);
    bind_clock(stmt, 25, a->modified);
    return gisa_sql_finish(&s->sql, stmt, err);
}

/* A row of a child table: the article's row, a position, one or two texts. */
static gisa_status write_child(gisa_store *s, const char *sql, int64_t row, size_t position,
                               gisa_str a, gisa_str b, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, sql, &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, row);
    sqlite3_bind_int64(stmt, 2, (int64_t)position);
    gisa_sql_bind(stmt, 3, a);
    if (sqlite3_bind_parameter_count(stmt) > 3) gisa_sql_bind(stmt, 4, b);
    return gisa_sql_finish(&s->sql, stmt, err);
}

gisa_status gisa_write_article(gisa_store *s, const gisa_batch_item *item, uint32_t outlet,
                               uint32_t section, gisa_error *err)
{
    const gisa_article *a = &item->record.article;
    sqlite3_stmt *stmt;
    gisa_status st = write_fields(s, item, outlet, section, err);
    if (st == GISA_OK)
        st = gisa_sql_get(&s->sql, "INSERT INTO body (row, text) VALUES (?1, ?2)", &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, item->row);
    gisa_sql_bind(stmt, 2, a->body);
    st = gisa_sql_finish(&s->sql, stmt, err);
    for (size_t i = 0; i < a->n_authors && st == GISA_OK; i++)
        st = write_child(s,
                         "INSERT INTO author (row, position, name, email) VALUES (?1, ?2, ?3, ?4)",
                         item->row, i, a->authors[i].name, a->authors[i].email, err);
    for (size_t i = 0; i < a->n_captions && st == GISA_OK; i++)
        st = write_child(s, "INSERT INTO caption (row, position, text) VALUES (?1, ?2, ?3)",
                         item->row, i, a->captions[i], GISA_NONE, err);
    return st;
}

/* The gazetteer's first spelling of a known name; the spelling in the text when it has none. */
static gisa_status usual_spelling(gisa_store *s, gisa_str id, gisa_str found,
                                  gisa_spellings *spellings, gisa_str *out, gisa_error *err)
{
    *out = found;
    if (!id.n) return GISA_OK;
    gisa_status st = gisa_fts_spellings(&s->fts, found, spellings, err);
    for (size_t i = 0; i < spellings->n && st == GISA_OK; i++) {
        if (spellings->items[i].made || !gisa_str_eq(spellings->items[i].id, id)) continue;
        *out = spellings->items[i].text;
        break;
    }
    return st;
}

static gisa_status add_name(gisa_store *s, const gisa_entity *e, gisa_str id, gisa_str found,
                            uint64_t *out, gisa_error *err)
{
    gisa_spellings spellings = {0};
    sqlite3_stmt *stmt;
    gisa_str text;
    gisa_status st = usual_spelling(s, id, found, &spellings, &text, err);
    if (st == GISA_OK)
        st = gisa_sql_get(&s->sql,
                          "INSERT INTO name (type, id, text, family) VALUES (?1, ?2, ?3, ?4)",
                          &stmt, err);
    if (st == GISA_OK) {
        gisa_sql_bind(stmt, 1, gisa_str_from(gisa_entity_type_name(e->type)));
        gisa_sql_bind(stmt, 2, id);
        gisa_sql_bind(stmt, 3, text);
        gisa_sql_bind(stmt, 4, e->family);
        st = gisa_sql_finish(&s->sql, stmt, err);
        *out = (uint64_t)sqlite3_last_insert_rowid(s->sql.db);
    }
    gisa_spellings_clear(&spellings);
    return st;
}

static gisa_status look_up_name(gisa_store *s, const gisa_entity *e, gisa_str id, gisa_str text,
                                uint64_t *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql,
        id.n ? "SELECT name FROM name WHERE type = ?1 AND id = ?2"
             : "SELECT name FROM name WHERE type = ?1 AND text = ?2 AND id IS NULL",
        &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, gisa_str_from(gisa_entity_type_name(e->type)));
    gisa_sql_bind(stmt, 2, id.n ? id : text);
    st = gisa_sql_step(&s->sql, stmt, err);
    if (st == GISA_OK) *out = (uint64_t)sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    if (st != GISA_END) return st;
    return add_name(s, e, id, text, out, err);
}

/* The number of a name. Dates, times and quantities are all different: each type has one name,
 * without text, and the text is what the mention spans. */
static gisa_status find_name(gisa_store *s, const gisa_entity *e, gisa_str text, int64_t *out,
                             gisa_error *err)
{
    const char *type = gisa_entity_type_name(e->type);
    bool plain = e->type == GISA_ENTITY_DT || e->type == GISA_ENTITY_TI ||
                 e->type == GISA_ENTITY_QT;
    gisa_str found = plain ? GISA_STR("") : gisa_span_text(e->span, text);
    gisa_buf key = {0};
    uint64_t *slot, name = 0;
    gisa_buf_addf(&key, "%s\x1f", type);
    gisa_buf_add(&key, e->id.n ? e->id : GISA_STR("\x1f"));
    if (!e->id.n) gisa_buf_add(&key, found);
    if (s->names.n > GISA_NAMES_KEPT) gisa_map_reset(&s->names);
    gisa_status st = gisa_buf_check(&key, "a name", err);
    slot = st == GISA_OK ? gisa_map_find(&s->names, gisa_buf_view(&key)) : NULL;
    if (slot) {
        name = *slot;
    } else if (st == GISA_OK) {
        st = look_up_name(s, e, plain ? GISA_NONE : e->id, found, &name, err);
        if (st == GISA_OK && gisa_map_put(&s->names, gisa_buf_view(&key), &slot, NULL) < 0)
            st = gisa_fail_mem(err);
        if (st == GISA_OK) *slot = name;
    }
    gisa_buf_clear(&key);
    *out = plain ? -(int64_t)name : (int64_t)name;
    return st;
}

static gisa_status write_mention(gisa_store *s, int64_t row, gisa_span span, int64_t name,
                                 gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql, "INSERT OR IGNORE INTO mention (row, start, end, name) VALUES (?1, ?2, ?3, ?4)",
        &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, row);
    sqlite3_bind_int64(stmt, 2, span.start);
    sqlite3_bind_int64(stmt, 3, span.end);
    sqlite3_bind_int64(stmt, 4, name);
    return gisa_sql_finish(&s->sql, stmt, err);
}

static int by_number(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

static gisa_status write_name_articles(gisa_store *s, int64_t row, int64_t *names, size_t n,
                                       gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = GISA_OK;
    qsort(names, n, sizeof *names, by_number);
    for (size_t i = 0; i < n && st == GISA_OK;) {
        size_t k = i + 1;
        while (k < n && names[k] == names[i]) k++;
        st = gisa_sql_get(&s->sql,
                          "INSERT INTO name_article (name, row, mentions) VALUES (?1, ?2, ?3)",
                          &stmt, err);
        if (st < 0) return st;
        sqlite3_bind_int64(stmt, 1, names[i]);
        sqlite3_bind_int64(stmt, 2, row);
        sqlite3_bind_int64(stmt, 3, (int64_t)(k - i));
        st = gisa_sql_finish(&s->sql, stmt, err);
        i = k;
    }
    return st;
}

static gisa_status write_entities(gisa_store *s, const gisa_batch_item *item, gisa_error *err)
{
    const gisa_annotation *a = &item->record.annotation;
    gisa_str text = gisa_buf_view(&item->record.text);
    gisa_status st = GISA_OK;
    size_t n = 0;
    if (!a->n_entities) return GISA_OK;
    int64_t *names = gisa_calloc(a->n_entities, sizeof *names);
    if (!names) return gisa_fail_mem(err);
    for (size_t i = 0; i < a->n_entities && st == GISA_OK; i++) {
        int64_t name;
        st = find_name(s, &a->entities[i], text, &name, err);
        if (st == GISA_OK)
            st = write_mention(s, item->row, a->entities[i].span, name < 0 ? -name : name, err);
        if (name > 0) names[n++] = name;
    }
    if (st == GISA_OK && !item->superseded) st = write_name_articles(s, item->row, names, n, err);
    gisa_free(names);
    return st;
}

/* A span and its words in three columns from `at` on; NULL where there is none. */
static void bind_words(sqlite3_stmt *stmt, int at, gisa_span span, gisa_str text)
{
    if (span.end <= span.start) return;
    sqlite3_bind_int64(stmt, at, span.start);
    sqlite3_bind_int64(stmt, at + 1, span.end);
    gisa_sql_bind(stmt, at + 2, gisa_span_text(span, text));
}

/* A statement whose first columns are the row and a span. Errors: those of gisa_sql_get. */
static gisa_status get_at(gisa_store *s, const char *sql, int64_t row, gisa_span span,
                          sqlite3_stmt **stmt, gisa_error *err)
{
    gisa_status st = gisa_sql_get(&s->sql, sql, stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(*stmt, 1, row);
    sqlite3_bind_int64(*stmt, 2, span.start);
    sqlite3_bind_int64(*stmt, 3, span.end);
    return st;
}

static gisa_status write_quote(gisa_store *s, int64_t row, const gisa_quote *q, gisa_str text,
                               gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = get_at(
        s,
        "INSERT OR IGNORE INTO quote (row, start, end, direct, kind, speaker_start, speaker_end,"
        " speaker, medium_start, medium_end, medium, affiliation_start, affiliation_end,"
        " affiliation) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        row, q->span, &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int(stmt, 4, q->direct);
    gisa_sql_bind(stmt, 5, gisa_str_from(gisa_speaker_kind_name(q->kind)));
    bind_words(stmt, 6, q->speaker, text);
    bind_words(stmt, 9, q->medium, text);
    bind_words(stmt, 12, q->affiliation, text);
    return gisa_sql_finish(&s->sql, stmt, err);
}

static gisa_status write_date(gisa_store *s, int64_t row, const gisa_date *d, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = get_at(
        s, "INSERT OR IGNORE INTO date (row, start, end, value) VALUES (?1, ?2, ?3, ?4)", row,
        d->span, &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 4, d->value);
    return gisa_sql_finish(&s->sql, stmt, err);
}

static gisa_status write_figure(gisa_store *s, int64_t row, const gisa_figure *f, gisa_str text,
                                gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = get_at(
        s,
        "INSERT OR IGNORE INTO figure (row, start, end, value, unit, bound, low, high, noun_start,"
        " noun_end, noun, owner_start, owner_end, owner)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        row, f->span, &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_double(stmt, 4, f->value);
    gisa_sql_bind(stmt, 5, f->unit);
    if (f->bound != GISA_BOUND_NONE)
        gisa_sql_bind(stmt, 6, gisa_str_from(gisa_bound_name(f->bound)));
    if (f->bound == GISA_BOUND_RANGE) {
        sqlite3_bind_double(stmt, 7, f->low);
        sqlite3_bind_double(stmt, 8, f->high);
    }
    bind_words(stmt, 9, f->noun, text);
    bind_words(stmt, 12, f->owner, text);
    return gisa_sql_finish(&s->sql, stmt, err);
}

gisa_status gisa_write_annotation(gisa_store *s, const gisa_batch_item *item, gisa_error *err)
{
    const gisa_annotation *a = &item->record.annotation;
    gisa_str text = gisa_buf_view(&item->record.text);
    gisa_status st = write_entities(s, item, err);
    for (size_t i = 0; i < a->n_quotes && st == GISA_OK; i++)
        st = write_quote(s, item->row, &a->quotes[i], text, err);
    for (size_t i = 0; i < a->n_dates && st == GISA_OK; i++)
        st = write_date(s, item->row, &a->dates[i], err);
    for (size_t i = 0; i < a->n_figures && st == GISA_OK; i++)
        st = write_figure(s, item->row, &a->figures[i], text, err);
    return st;
}

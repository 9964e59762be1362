#include "index/store/settle.h"

#include "corpus/identity.h"
#include "index/store/store_handle.h"
#include "index/store/stored.h"

/* Articles of one outlet and title that are looked at, the newest first, and of these the texts
 * that are compared: an article further back is taken for another one, which is the safe side. */
enum { SAME_TITLE_MAX = 256, COMPARED_MAX = 64 };

typedef struct settling {
    gisa_store *s;
    const gisa_article *a; /* what comes in */
    gisa_str text;
    gisa_buf address; /* its own */
    size_t compared;
    bool given; /* the other one has the id that this one states for itself */
    bool same, known;
} settling;

/* Whether a stored or waiting version is of the same article; a borrowed view of one. */
static gisa_status compare(settling *w, const gisa_article *other, gisa_error *err)
{
    gisa_buf theirs = {0};
    w->known = true;
    gisa_status st = gisa_identity_address(other, &theirs, err);
    gisa_str mine = gisa_buf_view(&w->address), there = gisa_buf_view(&theirs);
    bool titled = gisa_str_eq(w->a->title, other->title);
    bool text_decides = !mine.n && !there.n && titled && gisa_str_eq(w->a->outlet, other->outlet);
    if (w->given && mine.n && there.n)
        w->same = gisa_str_eq(mine, there);
    else if (w->given && titled)
        w->same = true;
    else if ((w->given || text_decides) && st >= 0 && w->compared++ < COMPARED_MAX)
        st = gisa_identity_is_version(w->text, w->a->published, other->body, other->published,
                                      &w->same, err);
    gisa_buf_clear(&theirs);
    return st;
}

static gisa_status compare_waiting(settling *w, gisa_str id, gisa_error *err)
{
    const gisa_batch *b = &w->s->batch;
    const uint64_t *newest = gisa_map_find(&b->ids, id);
    gisa_status st = GISA_OK;
    for (size_t i = newest ? (size_t)*newest : 0; i > 0 && !w->same && st >= 0;
         i = b->items[i - 1].same_id)
        st = compare(w, &b->items[i - 1].record.article, err);
    return st;
}

static gisa_status compare_stored(settling *w, gisa_str id, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &w->s->sql,
        "SELECT a.published, a.published_precision, a.published_offset, a.url, a.canonical_url,"
        " a.via, a.title, o.key, b.text FROM article a LEFT JOIN body b ON b.row = a.row"
        " LEFT JOIN outlet o ON o.outlet = a.outlet WHERE a.id = ?1 ORDER BY a.version DESC",
        &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, id);
    while (!w->same && (st = gisa_sql_step(&w->s->sql, stmt, err)) == GISA_OK) {
        gisa_article other = gisa_stored_identity(stmt, 3);
        other.published = gisa_stored_time(stmt, 0);
        if ((st = compare(w, &other, err)) < 0) break;
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static gisa_status compare_versions(settling *w, gisa_str id, gisa_error *err)
{
    w->same = w->known = false;
    gisa_status st = compare_waiting(w, id, err);
    return st < 0 || w->same ? st : compare_stored(w, id, err);
}

static gisa_status is_known(gisa_store *s, gisa_str id, bool *known, gisa_error *err)
{
    const uint64_t *newest = gisa_map_find(&s->batch.ids, id);
    sqlite3_stmt *stmt;
    *known = newest && *newest;
    if (*known) return GISA_OK;
    gisa_status st = gisa_sql_get(&s->sql, "SELECT 1 FROM article WHERE id = ?1", &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, id);
    st = gisa_sql_step(&s->sql, stmt, err);
    *known = st == GISA_OK;
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

/* A stated id that stands for another article gives way to the derived one. */
static gisa_status settle_given(settling *w, gisa_article *a, gisa_error *err)
{
    gisa_article derived = *a; /* the id of a copy, in the same arena */
    derived.body = w->text;
    gisa_status st = gisa_article_identify(&derived, err);
    a->arena = derived.arena;
    if (st < 0 || gisa_str_eq(derived.id, a->id)) return st;
    w->given = true;
    st = compare_versions(w, a->id, err);
    w->given = false;
    if (st >= 0 && w->known && !w->same) {
        a->id = derived.id;
        a->former_ids = derived.former_ids;
        a->n_former_ids = derived.n_former_ids;
    }
    return st;
}

static bool has_former(const gisa_article *a, const char *id)
{
    for (size_t i = 0; i < a->n_former_ids; i++)
        if (gisa_str_is(a->former_ids[i], id)) return true;
    return false;
}

/* The ids of articles that edition 1 had under outlet and title alone, the newest first. */
static gisa_status read_titled(gisa_store *s, gisa_str first, gisa_buf *ids, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql, "SELECT id FROM former_id WHERE former = ?1 ORDER BY capture DESC, id LIMIT ?2",
        &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, first);
    sqlite3_bind_int(stmt, 2, SAME_TITLE_MAX);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        gisa_buf_add(ids, gisa_sql_text(stmt, 0));
        gisa_buf_add_char(ids, '\n');
    }
    return st < 0 ? st : gisa_buf_check(ids, "ids", err);
}

/* Looks for an article that this one is a later form of. One that states an id of its own was never
 * known by outlet and title. */
static gisa_status find_form(settling *w, gisa_article *a, gisa_error *err)
{
    char first[GISA_ARTICLE_ID_CHARS + 1];
    gisa_buf ids = {0};
    gisa_str id;
    gisa_status st = gisa_identity_first(a, a->canonical_url, false, first, err);
    if (st >= 0 && has_former(a, first)) st = read_titled(w->s, gisa_str_from(first), &ids, err);
    gisa_str rest = gisa_buf_view(&ids);
    w->same = false;
    while (st >= 0 && !w->same && gisa_str_next_line(&rest, &id)) {
        st = compare_versions(w, id, err);
        if (st >= 0 && w->same && gisa_article_set(a, &a->id, id) < 0) st = gisa_fail_mem(err);
    }
    gisa_buf_clear(&ids);
    return st;
}

gisa_status gisa_store_settle_id(gisa_store *s, gisa_record *record, gisa_str text, gisa_error *err)
{
    gisa_article *a = &record->article;
    settling w = {.s = s, .a = a, .text = text};
    bool known;
    gisa_status st = gisa_identity_address(a, &w.address, err);
    if (st >= 0) st = is_known(s, a->id, &known, err);
    if (st >= 0 && known) st = settle_given(&w, a, err);
    if (st >= 0) st = is_known(s, a->id, &known, err);
    if (st >= 0 && !known && !w.address.n && a->title.n && !record->apart)
        st = find_form(&w, a, err);
    gisa_buf_clear(&w.address);
    return st;
}

gisa_status gisa_store_put_former_ids(gisa_store *s, const gisa_article *a, uint64_t capture,
                                      gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < a->n_former_ids && st >= 0; i++) {
        st = gisa_sql_get(&s->sql,
                          "INSERT OR IGNORE INTO former_id (former, id, capture)"
                          " VALUES (?1, ?2, ?3)",
                          &stmt, err);
        if (st < 0) return st;
        gisa_sql_bind(stmt, 1, a->former_ids[i]);
        gisa_sql_bind(stmt, 2, a->id);
        sqlite3_bind_int64(stmt, 3, (int64_t)capture);
        st = gisa_sql_finish(&s->sql, stmt, err);
    }
    return st;
}

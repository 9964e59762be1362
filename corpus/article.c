#include "corpus/article.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/compose.h"
#include "base/control.h"
#include "base/hangul.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/printed_date.h"
#include "base/utf8.h"

enum { CLOCK_BYTES = 4000 };

gisa_status gisa_article_set(gisa_article *a, gisa_str *field, gisa_str s)
{
    return gisa_arena_copy(&a->arena, s, field);
}

/* Makes room in an arena array that doubles at powers of two, and needs no capacity field. */
static void *with_room(gisa_article *a, void *items, size_t n, size_t size)
{
    if (n & (n - 1)) return items;
    void *p = gisa_arena_calloc(&a->arena, n ? 2 * n : 1, size);
    if (p && n) memcpy(p, items, n * size);
    return p;
}

gisa_status gisa_article_add_author(gisa_article *a, gisa_str name, gisa_str email)
{
    gisa_author author, *items = with_room(a, a->authors, a->n_authors, sizeof author);
    if (!items) return GISA_ENOMEM;
    a->authors = items;
    if (gisa_arena_copy(&a->arena, name, &author.name) < 0) return GISA_ENOMEM;
    if (gisa_arena_copy(&a->arena, email, &author.email) < 0) return GISA_ENOMEM;
    a->authors[a->n_authors++] = author;
    return GISA_OK;
}

static gisa_status add_text(gisa_article *a, gisa_str **items, size_t *n, gisa_str text)
{
    gisa_str copy, *room = with_room(a, *items, *n, sizeof copy);
    if (!room) return GISA_ENOMEM;
    *items = room;
    if (gisa_arena_copy(&a->arena, text, &copy) < 0) return GISA_ENOMEM;
    room[(*n)++] = copy;
    return GISA_OK;
}

gisa_status gisa_article_add_caption(gisa_article *a, gisa_str text)
{
    return add_text(a, &a->captions, &a->n_captions, text);
}

gisa_status gisa_article_add_former_id(gisa_article *a, gisa_str id)
{
    return add_text(a, &a->former_ids, &a->n_former_ids, id);
}

bool gisa_article_is_korean(const gisa_article *a)
{
    if (a->lang.n) return gisa_str_starts(a->lang, GISA_STR("ko"));
    gisa_str s = gisa_utf8_clip(a->body.n ? a->body : a->title, CLOCK_BYTES);
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        i += gisa_utf8_next(s, i, &cp);
        if (gisa_is_hangul(cp)) return true;
    }
    return false;
}

void gisa_article_settle_clock(gisa_article *a)
{
    if (gisa_article_is_korean(a)) a->published.west_s = a->modified.west_s = 0;
}

void gisa_article_note(gisa_article_notes *notes, const char *fmt, ...)
{
    char note[GISA_NOTES_CHARS];
    va_list args;
    va_start(args, fmt);
    vsnprintf(note, sizeof note, fmt, args);
    va_end(args);
    gisa_str whole = gisa_utf8_clip(gisa_str_from(note), sizeof note - 4);
    size_t used = strlen(notes->text);
    if (used + whole.n + 3 > sizeof notes->text) return;
    snprintf(notes->text + used, sizeof notes->text - used, "%s%.*s", used ? "; " : "",
             GISA_ARG(whole));
}

void gisa_article_read_time(gisa_str stated, const char *name, gisa_time *out,
                            gisa_article_notes *notes)
{
    *out = (gisa_time){0};
    if (!gisa_str_trim(stated).n || gisa_stated_date_parse(stated, out)) return;
    *out = (gisa_time){0};
    notes->n_unread++;
    gisa_str shown = gisa_utf8_clip(stated, 40);
    gisa_article_note(notes, "\"%s\" is no date: %.*s%s", name, GISA_ARG(shown),
                      shown.n < stated.n ? "…" : "");
}

gisa_status gisa_article_strip_controls(gisa_article *a)
{
    gisa_str *const fields[] = {&a->title,       &a->subtitle, &a->outlet,
                                &a->outlet_name, &a->section,  &a->via};
    enum { N = sizeof fields / sizeof fields[0] };
    gisa_buf line = {0};
    gisa_status st = GISA_OK;
    for (size_t i = 0; st >= 0 && i < N + 2 * a->n_authors; i++) {
        gisa_author *author = i < N ? NULL : &a->authors[(i - N) / 2];
        gisa_str *field = author ? ((i - N) % 2 ? &author->email : &author->name) : fields[i];
        gisa_control_keep keep = field == &a->subtitle ? GISA_KEEP_LAYOUT : GISA_KEEP_NONE;
        if (!gisa_control_find(*field, keep)) continue;
        gisa_buf_reset(&line);
        gisa_control_strip(&line, *field, keep);
        st = gisa_buf_status(&line);
        gisa_str text = gisa_str_trim(gisa_buf_view(&line));
        if (st >= 0) st = gisa_article_set(a, field, text.n ? text : GISA_NONE);
    }
    gisa_buf_clear(&line);
    return st;
}

static gisa_status compose(gisa_article *a, gisa_str *field, gisa_buf *made, gisa_error *err)
{
    if (!gisa_compose_needed(*field)) return GISA_OK;
    gisa_buf_reset(made);
    gisa_status st = gisa_compose(*field, made, err);
    if (st >= 0 && gisa_article_set(a, field, gisa_buf_view(made)) < 0) st = gisa_fail_mem(err);
    return st;
}

gisa_status gisa_article_compose(gisa_article *a, gisa_error *err)
{
    gisa_str *const fields[] = {&a->title,   &a->subtitle, &a->outlet, &a->outlet_name,
                                &a->section, &a->via,      &a->body,   &a->rights.notice};
    gisa_buf made = {0};
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < sizeof fields / sizeof fields[0] && st >= 0; i++)
        st = compose(a, fields[i], &made, err);
    for (size_t i = 0; i < a->n_authors && st >= 0; i++)
        st = compose(a, &a->authors[i].name, &made, err);
    for (size_t i = 0; i < a->n_captions && st >= 0; i++)
        st = compose(a, &a->captions[i], &made, err);
    gisa_buf_clear(&made);
    return st;
}

bool gisa_article_id_number(gisa_str id, uint64_t *out)
{
    *out = 0;
    if (id.n != GISA_ARTICLE_ID_CHARS) return false;
    for (size_t i = 0; i < id.n; i++) {
        int digit = gisa_hex_value(id.p[i]);
        if (digit < 0 || gisa_lower(id.p[i]) != id.p[i]) return false;
        *out = *out << 4 | (uint64_t)digit;
    }
    return true;
}

gisa_str gisa_article_id_plain(gisa_str id)
{
    uint64_t number;
    if (id.n < 2 || id.p[0] != GISA_ARTICLE_ID_MARK) return id;
    gisa_str rest = gisa_str_cut(id, 1, id.n);
    return !gisa_is_alpha(rest.p[0]) || gisa_article_id_number(rest, &number) ? rest : id;
}

static gisa_status digest_fields(const gisa_article *a, char hex[65], gisa_error *err)
{
    gisa_buf line = {0};
    gisa_article_format(a, &line);
    gisa_status st = gisa_buf_check(&line, "an article", err);
    if (st >= 0 && gisa_sha256_hex(gisa_buf_view(&line), hex) < 0) st = gisa_fail_mem(err);
    gisa_buf_clear(&line);
    return st;
}

gisa_status gisa_article_digest_first(const gisa_article *a, char hex[65], gisa_error *err)
{
    gisa_article bare = *a;
    bare.id = bare.url = bare.source = bare.outlet_name = GISA_NONE;
    bare.n_former_ids = 0;
    return digest_fields(&bare, hex, err);
}

gisa_status gisa_article_digest(const gisa_article *a, char hex[65], gisa_error *err)
{
    gisa_article bare = *a;
    bare.canonical_url = bare.via = bare.lang = GISA_NONE;
    return gisa_article_digest_first(&bare, hex, err);
}

/* Every single text field, so that copying forgets none. */
static gisa_status copy_texts(const gisa_article *a, gisa_article *out)
{
    const gisa_str *from[] = {&a->id,       &a->url,           &a->canonical_url,
                              &a->outlet,   &a->section,       &a->title,
                              &a->subtitle, &a->outlet_name,   &a->lang,
                              &a->body,     &a->rights.notice, &a->rights.redistribution,
                              &a->via,      &a->source,        &a->rights.ai_training};
    gisa_str *to[] = {&out->id,       &out->url,           &out->canonical_url,
                      &out->outlet,   &out->section,       &out->title,
                      &out->subtitle, &out->outlet_name,   &out->lang,
                      &out->body,     &out->rights.notice, &out->rights.redistribution,
                      &out->via,      &out->source,        &out->rights.ai_training};
    for (size_t i = 0; i < sizeof from / sizeof from[0]; i++)
        if (gisa_article_set(out, to[i], *from[i]) < 0) return GISA_ENOMEM;
    return GISA_OK;
}

gisa_status gisa_article_copy(const gisa_article *a, gisa_article *out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    gisa_article_clear(out);
    st = copy_texts(a, out);
    out->published = a->published;
    out->modified = a->modified;
    for (size_t i = 0; st >= 0 && i < a->n_authors; i++)
        st = gisa_article_add_author(out, a->authors[i].name, a->authors[i].email);
    for (size_t i = 0; st >= 0 && i < a->n_captions; i++)
        st = gisa_article_add_caption(out, a->captions[i]);
    for (size_t i = 0; st >= 0 && i < a->n_former_ids; i++)
        st = gisa_article_add_former_id(out, a->former_ids[i]);
    if (st >= 0) return GISA_OK;
    gisa_article_clear(out);
    return gisa_fail_mem(err);
}

void gisa_article_clear(gisa_article *a)
{
    gisa_arena_clear(&a->arena);
    *a = (gisa_article){0};
}

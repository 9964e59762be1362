#include "pipeline/salvage.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/time.h"
#include "corpus/article.h"
#include "index/store/lost.h"
#include "index/store/stored.h"

typedef struct salvaging {
    gisa_salvage *out;
    gisa_archive *fresh;
    gisa_str bytes; /* the old archive, mapped */
    gisa_store *old;
    gisa_lost_list lost;
    size_t next_lost;
    uint64_t from; /* what was read since then is not yet copied */
} salvaging;

void gisa_salvage_clear(gisa_salvage *s)
{
    gisa_free(s->parts);
    gisa_buf_clear(&s->kept_as);
    *s = (gisa_salvage){0};
}

uint64_t gisa_salvage_place(const gisa_salvage *s, uint64_t old)
{
    for (size_t i = 0; i < s->n_parts; i++) {
        const gisa_moved_part *part = &s->parts[i];
        if (old >= part->to) continue;
        /* mutate: equivalent, where a part begins both are the same */
        return old < part->from ? part->now : part->now + (old - part->from);
    }
    return s->end;
}

/* Which captures can be read. */
static gisa_status list_sound(const char *path, gisa_map *held, gisa_error *err)
{
    gisa_archive *archive = NULL;
    gisa_capture c;
    gisa_stretch damaged;
    gisa_buf key = {0};
    uint64_t *slot;
    gisa_status st = gisa_archive_read(path, 0, &archive, err);
    while (st >= 0 && (st = gisa_archive_next_sound(archive, &c, &damaged, err)) >= 0) {
        if (st == GISA_END) break;
        if (st == GISA_SKIP) continue;
        gisa_buf_reset(&key);
        gisa_capture_key(c.digest, c.uri, &key);
        st = gisa_buf_check(&key, "a capture's key", err);
        if (st >= 0 && gisa_map_put(held, gisa_buf_view(&key), &slot, NULL) < 0)
            st = gisa_fail_mem(err);
    }
    gisa_buf_clear(&key);
    gisa_archive_close(archive);
    return st < 0 ? st : GISA_OK;
}

/* The articles whose captures are lost. A damaged database gives those it still can. */
static gisa_status find_lost(salvaging *w, const char *path, gisa_error *err)
{
    gisa_map held = {0};
    gisa_status st = w->bytes.n ? list_sound(path, &held, err) : GISA_OK;
    if (st >= 0 && w->old) st = gisa_lost_find(w->old, &held, &w->lost, err);
    gisa_map_clear(&held);
    if (st != GISA_ECORRUPT) return st;
    w->out->unread = true;
    return GISA_OK;
}

static gisa_status note_part(gisa_salvage *out, uint64_t from, uint64_t to, uint64_t now,
                             gisa_error *err)
{
    if (GISA_GROW(out->parts, out->n_parts, out->cap_parts) < 0) return gisa_fail_mem(err);
    out->parts[out->n_parts++] = (gisa_moved_part){from, to, now};
    return GISA_OK;
}

static gisa_status put_article(salvaging *w, const gisa_lost *lost, gisa_error *err)
{
    gisa_stored stored = {0};
    gisa_buf line = {0}, uri = {0};
    uint64_t offset;
    gisa_status st = gisa_stored_load(w->old, lost->row, false, &stored, err);
    if (st == GISA_ECORRUPT) {
        w->out->unread = true;
        st = GISA_SKIP;
    }
    if (st != GISA_OK) goto done;
    const gisa_article *a = &stored.record.article;
    gisa_article_format(a, &line);
    gisa_buf_add(&uri, lost->uri.n ? lost->uri : a->url);
    if (!uri.n) gisa_buf_addf(&uri, "urn:gisa:%.*s", GISA_ARG(a->id));
    const gisa_capture capture = {.type = GISA_CAPTURE_RESOURCE,
                                  .uri = gisa_buf_view(&uri),
                                  .content_type = GISA_STR("application/json"),
                                  .fetched_utc = lost->fetched_utc,
                                  .payload = gisa_buf_view(&line),
                                  .no_learn = true};
    gisa_buf_take_status(&line, &uri);
    st = gisa_buf_check(&line, "an article", err);
    if (st >= 0) st = gisa_archive_put(w->fresh, &capture, &offset, err);
    if (st >= 0) st = note_part(w->out, lost->capture, lost->capture + 1, offset, err);
    w->out->articles += st >= 0;
done:
    gisa_buf_clear(&line);
    gisa_buf_clear(&uri);
    gisa_stored_clear(&stored);
    return st < 0 ? st : GISA_OK;
}

/* Copies what was read before `to`. */
static gisa_status copy(salvaging *w, uint64_t to, gisa_error *err)
{
    const uint64_t from = w->from;
    uint64_t now = 0;
    gisa_status st = GISA_OK;
    if (from >= to) return GISA_OK;
    if (from && !gisa_archive_end(w->fresh))
        st = gisa_archive_put_info(w->fresh, gisa_now_utc(), err);
    const gisa_str members = gisa_str_cut(w->bytes, (size_t)from, (size_t)to);
    if (st >= 0) st = gisa_archive_put_members(w->fresh, members, &now, err);
    w->from = to;
    return st < 0 ? st : note_part(w->out, from, to, now, err);
}

/* Puts the lost articles whose captures were before `place` after what came before them. */
static gisa_status put_lost(salvaging *w, uint64_t place, gisa_error *err)
{
    const uint64_t end = place < w->bytes.n ? place : w->bytes.n;
    gisa_status st = GISA_OK;
    while (st >= 0 && w->next_lost < w->lost.n && w->lost.items[w->next_lost].capture < place) {
        st = copy(w, end, err);
        if (st >= 0) st = put_article(w, &w->lost.items[w->next_lost++], err);
    }
    return st;
}

static gisa_status copy_sound(salvaging *w, const char *path, gisa_error *err)
{
    gisa_archive *archive = NULL;
    gisa_capture c;
    gisa_stretch damaged;
    gisa_status st = gisa_archive_read(path, 0, &archive, err);
    while (st >= 0 && (st = gisa_archive_next_sound(archive, &c, &damaged, err)) >= 0) {
        if (st == GISA_END) break;
        if (st == GISA_OK) {
            st = put_lost(w, c.offset, err);
        } else if (damaged.to > damaged.from) {
            w->out->damaged++;
            st = copy(w, damaged.from, err);
            w->from = damaged.to;
        }
    }
    gisa_archive_close(archive);
    return st == GISA_END ? copy(w, w->bytes.n, err) : st;
}

/* A name for the old archive that nothing bears yet. */
static gisa_status keep_old(const char *path, gisa_buf *kept_as, gisa_error *err)
{
    for (unsigned i = 1;; i++) {
        gisa_buf_reset(kept_as);
        gisa_buf_addf(kept_as, "%s.damaged", path);
        if (i > 1) gisa_buf_addf(kept_as, ".%u", i);
        gisa_status st = gisa_buf_check(kept_as, "a path", err);
        if (st < 0 || link(path, kept_as->p) == 0) return st;
        if (errno != EEXIST)
            return gisa_fail(err, GISA_EIO, "%s: cannot keep it as %s: %s", path, kept_as->p,
                             strerrordesc_np(errno));
    }
}

static gisa_status put_in_place(const char *path, const char *fresh, gisa_salvage *out,
                                gisa_error *err)
{
    gisa_status st = gisa_file_exists(path) ? keep_old(path, &out->kept_as, err) : GISA_OK;
    if (st < 0 || rename(fresh, path) == 0) return st;
    return gisa_fail(err, GISA_EIO, "%s: cannot put it in the place of %s: %s", fresh, path,
                     strerrordesc_np(errno));
}

gisa_status gisa_salvage_archive(const char *path, const char *id, gisa_store *old,
                                 gisa_archive **held, gisa_salvage *out, gisa_error *err)
{
    salvaging w = {.out = out, .old = old, .bytes = GISA_STR("")};
    gisa_buf fresh = {0};
    gisa_archive_origin origin = {0};
    bool there = gisa_file_exists(path);
    *held = NULL;
    gisa_buf_addf(&fresh, "%s.new", path);
    gisa_status st = gisa_buf_check(&fresh, "a path", err);
    if (st < 0) goto done;
    unlink(fresh.p);
    if (there) st = gisa_file_map(path, &w.bytes, err);
    if (st >= 0) st = find_lost(&w, path, err);
    if (st >= 0) st = gisa_archive_origin_read(path, &origin, err);
    if (!id && *origin.id) id = origin.id;
    if (st >= 0) st = gisa_archive_open_as(fresh.p, id, 0, &w.fresh, NULL, err);
    if (st >= 0 && there) st = copy_sound(&w, path, err);
    if (st >= 0) st = put_lost(&w, UINT64_MAX, err);
    if (st >= 0) {
        out->end = gisa_archive_end(w.fresh);
        st = gisa_archive_sync(w.fresh, err);
    }
    if (st >= 0 && !out->n_parts)
        st = gisa_fail_for(err, GISA_ECORRUPT, GISA_CAUSE_NONE,
                           "%s: nothing in it can be read; it was left as it is", path);
    if (st >= 0) st = put_in_place(path, fresh.p, out, err);
    if (st >= 0) {
        *held = w.fresh;
        w.fresh = NULL; /* given away */
    } else {
        unlink(fresh.p);
    }
done:
    gisa_archive_close(w.fresh);
    gisa_file_unmap(w.bytes);
    gisa_lost_clear(&w.lost);
    gisa_buf_clear(&fresh);
    return st;
}

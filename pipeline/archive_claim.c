#include "pipeline/archive_claim.h"

#include "corpus/archive.h"

static gisa_status fail_other(const char *path, gisa_error *err)
{
    return gisa_fail_for(err, GISA_EINVAL, GISA_CAUSE_OTHER_ARCHIVE,
                         "%s: not the archive of this database; nothing was changed", path);
}

/* An archive of the right name that lost its end: what is appended would take the places of
 * captures that the store knows. */
static gisa_status fail_short(const char *path, gisa_error *err)
{
    return gisa_fail_for(err, GISA_ECORRUPT, GISA_CAUSE_SHORT_ARCHIVE,
                         "%s: is shorter than what the database took in of it", path);
}

static gisa_status fail_last(const char *path, gisa_error *err)
{
    return gisa_fail_for(err, GISA_ECORRUPT, GISA_CAUSE_DAMAGED_ARCHIVE,
                         "%s: the last record that the database took in is damaged", path);
}

/* Whether the record of the last capture that the store knows is where it was. named: the archive
 * bears the name that the store gives it, so that it is damaged and no other when it is not. */
static gisa_status check_place(gisa_store *s, const char *path, uint64_t mark, uint64_t bytes,
                               bool named, gisa_error *err)
{
    gisa_buf digest = {0};
    gisa_archive *a = NULL;
    gisa_capture c;
    gisa_error why;
    uint64_t start = 0;
    bool any = false;
    gisa_status st = gisa_store_last_capture(s, &start, &digest, &any, err);
    bool there = st >= 0 && mark <= bytes;
    if (there && any) {
        there = gisa_archive_read(path, start, &a, &why) >= 0 &&
                gisa_archive_next_head(a, &c, &why) == GISA_OK && c.offset == start &&
                gisa_str_eq(c.digest, gisa_buf_view(&digest));
        gisa_archive_close(a);
    }
    gisa_buf_clear(&digest);
    if (st < 0 || there) return st;
    if (!named) return fail_other(path, err);
    return mark > bytes ? fail_short(path, err) : fail_last(path, err);
}

/* Nothing is at its place, or only what a kill left of its first record. */
static gisa_status claim_nothing(gisa_store *s, const char *path, const gisa_archive_origin *o,
                                 uint64_t mark, char id[GISA_ARCHIVE_ID_CHARS + 1], gisa_error *err)
{
    char fresh[GISA_ARCHIVE_ID_CHARS + 1];
    if (mark > 0)
        return gisa_fail_for(err, GISA_ENOTFOUND, GISA_CAUSE_ARCHIVE_GONE,
                             "%s: the archive of this database is not there", path);
    if (o->owner == GISA_OWNER_UNCLEAR && !*id) return gisa_archive_fail_foreign(path, err);
    if (*id) return GISA_OK;
    gisa_status st = gisa_archive_id_make(fresh, err);
    return st < 0 ? st : gisa_store_name_archive(s, fresh, id, err);
}

gisa_status gisa_archive_claim(gisa_store *s, const char *path, char id[GISA_ARCHIVE_ID_CHARS + 1],
                               gisa_error *err)
{
    gisa_archive_origin o;
    uint64_t mark = 0;
    gisa_status st = gisa_archive_origin_read(path, &o, err);
    if (st >= 0) st = gisa_store_archive_mark(s, &mark, err);
    if (st >= 0) st = gisa_store_archive_id(s, id, err);
    if (st >= 0) st = gisa_archive_origin_check(&o, path, err);
    if (st < 0) return st;
    if (o.owner != GISA_OWNER_GISA) return claim_nothing(s, path, &o, mark, id, err);
    if (*id && strcmp(id, o.id) != 0) return fail_other(path, err);
    if (!*id && mark == 0)
        return gisa_fail_for(err, GISA_EINVAL, GISA_CAUSE_UNNAMED_ARCHIVE,
                             "%s: an archive that this new database does not name", path);
    st = check_place(s, path, mark, o.bytes, *id, err);
    return st < 0 || *id ? st : gisa_store_name_archive(s, o.id, id, err);
}

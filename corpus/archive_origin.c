#include "corpus/archive_origin.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "corpus/gzip.h"
#include "corpus/http_head.h"
#include "corpus/warc.h"

enum { FIRST_RECORD_MAX = 64 << 10 };

/* The first record as far as it is there. */
typedef struct first_record {
    gisa_buf text;
    uint64_t skip; /* its member's length, as the member says; 0: it does not */
    bool whole, damaged;
} first_record;

static gisa_status read_first(int fd, const char *path, first_record *out, gisa_error *err)
{
    gisa_stream *s = NULL;
    size_t got = 1;
    gisa_status st = gisa_stream_open(fd, path, 0, &s, err);
    if (st < 0) return st;
    out->skip = gisa_stream_skip_length(s, 0);
    while (st == GISA_OK && got && out->text.n < FIRST_RECORD_MAX && gisa_stream_offset(s) == 0) {
        char *to = gisa_buf_reserve(&out->text, 4096);
        if (!to) break;
        st = gisa_stream_read(s, to, 4096, &got, err);
        out->text.n += got;
        /* mutate: equivalent, but where a read of the file ends within the end of a member */
        if (st == GISA_OK) st = gisa_stream_settle(s, err);
    }
    out->whole = st == GISA_OK;
    out->damaged = st == GISA_ECORRUPT;
    gisa_stream_close(s);
    if (st == GISA_EIO || st == GISA_ENOMEM) return st;
    return gisa_buf_check(&out->text, "a WARC record", err);
}

/* Whether the record is a warcinfo of gisa; its identity. */
static bool is_own(gisa_str text, char id[GISA_ARCHIVE_ID_CHARS + 1])
{
    gisa_warc_head head;
    gisa_error why;
    gisa_str name, value, block = GISA_NONE, fields = text;
    gisa_head_split(text, &fields, &block);
    if (gisa_warc_parse(fields, &head, &why) < 0) return false;
    if (!gisa_str_is(head.type, "warcinfo") || head.id.n != GISA_ARCHIVE_ID_CHARS) return false;
    memcpy(id, head.id.p, head.id.n);
    id[head.id.n] = '\0';
    while (gisa_head_next(&block, &name, &value))
        if (gisa_str_eq_nocase(name, GISA_STR("software"))) return gisa_str_is(value, "gisa");
    return false;
}

static gisa_archive_owner find_owner(const first_record *r, gisa_archive_origin *out)
{
    if (is_own(gisa_buf_view(&r->text), out->id)) return GISA_OWNER_GISA;
    *out->id = '\0';
    if (r->damaged && r->skip) return GISA_OWNER_DAMAGED;
    bool torn = !r->whole && (r->skip || out->bytes < GISA_GZIP_HEAD);
    return torn ? GISA_OWNER_UNCLEAR : GISA_OWNER_OTHERS;
}

gisa_status gisa_archive_origin_read(const char *path, gisa_archive_origin *out, gisa_error *err)
{
    struct stat info;
    first_record first = {0};
    gisa_status st = GISA_OK;
    *out = (gisa_archive_origin){.owner = GISA_OWNER_NOBODY};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd == -1 && errno == ENOENT) return GISA_OK;
    if (fd == -1 || fstat(fd, &info) != 0 || S_ISDIR(info.st_mode)) {
        if (fd != -1) close(fd);
        return gisa_fail(err, GISA_EIO, "%s: cannot open it as an archive", path);
    }
    out->bytes = (uint64_t)info.st_size;
    if (out->bytes) st = read_first(fd, path, &first, err);
    if (st >= 0 && out->bytes) out->owner = find_owner(&first, out);
    gisa_buf_clear(&first.text);
    close(fd);
    return st;
}

gisa_status gisa_archive_fail_foreign(const char *path, gisa_error *err)
{
    return gisa_fail_for(err, GISA_EINVAL, GISA_CAUSE_FOREIGN_ARCHIVE,
                         "%s: a file that gisa did not write; nothing was changed", path);
}

gisa_status gisa_archive_origin_check(const gisa_archive_origin *o, const char *path,
                                      gisa_error *err)
{
    if (o->owner == GISA_OWNER_OTHERS) return gisa_archive_fail_foreign(path, err);
    if (o->owner == GISA_OWNER_DAMAGED)
        return gisa_fail_for(err, GISA_ECORRUPT, GISA_CAUSE_DAMAGED_ARCHIVE,
                             "%s: its first record, which says whose it is, is damaged", path);
    return GISA_OK;
}

gisa_status gisa_archive_id_make(char out[GISA_ARCHIVE_ID_CHARS + 1], gisa_error *err)
{
    unsigned char b[16];
    if (getrandom(b, sizeof b, 0) != (ssize_t)sizeof b)
        return gisa_fail(err, GISA_EIO, "the system gives no random bytes to name an archive by");
    b[6] = (unsigned char)((b[6] & 0x0f) | 0x40); /* version 4 of RFC 9562 */
    b[8] = (unsigned char)((b[8] & 0x3f) | 0x80);
    snprintf(out, GISA_ARCHIVE_ID_CHARS + 1,
             "urn:uuid:%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0],
             b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13],
             b[14], b[15]);
    return GISA_OK;
}

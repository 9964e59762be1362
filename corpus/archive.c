/* The writing side of the archive. The whole record is made in memory and handed to the kernel in
 * one append, so that a killed process leaves at most one torn record at the end; the next open
 * walks from member to member by their skip lengths and looks closely at the last one only. */
#include "corpus/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "corpus/archive_reader.h"
#include "corpus/gzip.h"
#include "corpus/warc.h"

/* Buffers larger than this are given back after their record. */
enum { KEEP = 8 << 20 }; /* mutate: equivalent, but for memory */

struct gisa_archive {
    char *path;
    int fd;
    uint64_t end; /* of the last whole record */
    char id[GISA_ARCHIVE_ID_CHARS + 1];
    bool dirty;
    gisa_archive_reader *reader; /* NULL when open for appending */
    gisa_deflater *deflater;
    gisa_sha256 *digest;
    gisa_buf text, members;
};

static gisa_status fail_io(const gisa_archive *a, const char *doing, gisa_error *err)
{
    const char *why = strerrordesc_np(errno);
    return gisa_fail(err, GISA_EIO, "%s: cannot %s: %s", a->path, doing, why ? why : "unknown");
}

static gisa_status make_new(const char *path, gisa_archive **out, gisa_error *err)
{
    gisa_archive *a = gisa_calloc(1, sizeof *a);
    if (!a) return gisa_fail_mem(err);
    *out = a;
    a->fd = -1;
    a->path = gisa_strdup(path);
    return a->path ? GISA_OK : gisa_fail_mem(err);
}

static gisa_status open_new(const char *path, int flags, gisa_archive **out, gisa_error *err)
{
    gisa_status st = make_new(path, out, err);
    gisa_archive *a = *out;
    if (st < 0) return st;
    a->fd = open(path, flags | O_CLOEXEC, 0644);
    if (a->fd == -1) return fail_io(a, "open", err);
    return GISA_OK;
}

/* Reads the member at *at to its end and moves *at there: GISA_SKIP when it is cut off. */
static gisa_status read_member(gisa_stream *s, uint64_t *at, gisa_error *err)
{
    char waste[16384];
    size_t got;
    gisa_status st = gisa_stream_seek(s, *at, err);
    while (st == GISA_OK) {
        st = gisa_stream_read(s, waste, sizeof waste, &got, err);
        if (st == GISA_OK) st = gisa_stream_settle(s, err);
        if (st == GISA_OK && gisa_stream_offset(s) != *at) break;
    }
    if (st == GISA_OK) *at = gisa_stream_offset(s);
    return st;
}

/* Finds the end of the last whole record, from a sound place on. Members that say their length are
 * hopped over, except the last one, which is inflated to the end. */
static gisa_status find_end(gisa_archive *a, uint64_t sound, uint64_t size, gisa_error *err)
{
    gisa_stream *s;
    gisa_status st = gisa_stream_open(a->fd, a->path, 0, &s, err);
    if (st < 0) return st;
    uint64_t at = sound <= size ? sound : 0;
    while (st == GISA_OK && at < size) {
        uint64_t skip = gisa_stream_skip_length(s, at);
        if (skip && at + skip < size)
            at += skip;
        else
            st = read_member(s, &at, err);
    }
    gisa_stream_close(s);
    a->end = at;
    return st == GISA_SKIP ? GISA_OK : st;
}

/* Refuses what gisa did not write, and another archive than the one that is meant. */
static gisa_status check_owner(gisa_archive *a, const char *id, gisa_error *err)
{
    gisa_archive_origin origin;
    gisa_status st = gisa_archive_origin_read(a->path, &origin, err);
    if (st >= 0) st = gisa_archive_origin_check(&origin, a->path, err);
    if (st < 0) return st;
    if (id && origin.owner == GISA_OWNER_GISA && strcmp(id, origin.id) != 0)
        return gisa_fail_for(err, GISA_EINVAL, GISA_CAUSE_OTHER_ARCHIVE,
                             "%s: the archive of another database; nothing was changed", a->path);
    if (origin.owner == GISA_OWNER_GISA) id = origin.id;
    if (!id) return gisa_archive_id_make(a->id, err);
    memcpy(a->id, id, sizeof a->id);
    return GISA_OK;
}

static gisa_status recover(gisa_archive *a, uint64_t sound, uint64_t *cut_bytes, gisa_error *err)
{
    struct stat info;
    if (fstat(a->fd, &info) != 0) return fail_io(a, "look at", err);
    uint64_t size = (uint64_t)info.st_size;
    gisa_status st = GISA_OK;
    if (size) st = find_end(a, sound, size, err);
    if (st < 0 || a->end == size) return st;
    if (ftruncate(a->fd, (off_t)a->end) != 0) return fail_io(a, "cut the torn record off", err);
    if (cut_bytes) *cut_bytes = size - a->end;
    return GISA_OK;
}

/* A new file is durable only with its folder. */
static void sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *dir = slash ? gisa_memdup(path, (size_t)(slash - path) + 1) : gisa_strdup(".");
    int fd = dir ? open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (fd != -1) {
        fsync(fd);
        close(fd);
    }
    gisa_free(dir);
}

/* The process of a line of /proc/locks (proc_locks(5)) that has a file locked; 0: another file's.
 *     1: FLOCK  ADVISORY  WRITE 1234 08:01:5678 0 EOF */
static uint64_t read_lock(gisa_str line, ino_t file)
{
    gisa_str field, fields[6];
    size_t n = 0;
    uint64_t pid = 0, inode = 0;
    while (n < 6 && gisa_str_next_field(&line, ' ', &field))
        if (field.n) fields[n++] = field;
    if (n < 6 || !gisa_str_is(fields[1], "FLOCK") || !gisa_str_to_u64(fields[4], &pid)) return 0;
    while (gisa_str_next_field(&fields[5], ':', &field)) continue;
    return gisa_str_to_u64(field, &inode) && inode == (uint64_t)file ? pid : 0;
}

static uint64_t find_holder(ino_t file)
{
    char line[200];
    uint64_t holder = 0;
    FILE *locks = fopen("/proc/locks", "re");
    while (locks && !holder && fgets(line, sizeof line, locks))
        holder = read_lock(gisa_str_from(line), file);
    if (locks) fclose(locks);
    return holder;
}

gisa_archive_lock_holder gisa_archive_find_holder(const char *path)
{
    struct stat info;
    gisa_archive_lock_holder h = {.process = stat(path, &info) == 0 ? find_holder(info.st_ino) : 0};
    h.ended = h.process && kill((pid_t)h.process, 0) != 0 && errno == ESRCH;
    return h;
}

static gisa_status lock(const gisa_archive *a, gisa_error *err)
{
    char process[90] = "";
    if (flock(a->fd, LOCK_EX | LOCK_NB) == 0) return GISA_OK;
    if (errno != EWOULDBLOCK) return fail_io(a, "lock", err);
    gisa_archive_lock_holder h = gisa_archive_find_holder(a->path);
    if (h.process)
        snprintf(process, sizeof process, " (process %" PRIu64 "%s)", h.process,
                 h.ended ? ", which has ended and left the lock to one that it started" : "");
    return gisa_fail(err, GISA_EBUSY, "%s: another gisa is writing to it%s; try again later",
                     a->path, process);
}

gisa_status gisa_archive_lock(const char *path, gisa_archive **out, gisa_error *err)
{
    gisa_archive *a = NULL;
    gisa_status st = open_new(path, O_RDWR, &a, err);
    if (st >= 0) st = lock(a, err);
    if (st < 0) {
        gisa_archive_close(a);
        a = NULL;
    }
    *out = a;
    return st;
}

gisa_status gisa_archive_open(const char *path, gisa_archive **out, uint64_t *cut_bytes,
                              gisa_error *err)
{
    return gisa_archive_open_as(path, NULL, 0, out, cut_bytes, err);
}

gisa_status gisa_archive_open_as(const char *path, const char *id, uint64_t sound,
                                 gisa_archive **out, uint64_t *cut_bytes, gisa_error *err)
{
    gisa_archive *a = NULL;
    bool there = gisa_file_exists(path);
    if (cut_bytes) *cut_bytes = 0;
    gisa_status st = open_new(path, O_RDWR | O_CREAT | O_APPEND, &a, err);
    if (st < 0) goto done;
    st = lock(a, err);
    if (st >= 0) st = check_owner(a, id, err);
    if (st >= 0) st = recover(a, sound, cut_bytes, err);
    if (st >= 0) st = gisa_deflater_open(&a->deflater, err);
    if (st < 0) goto done;
    a->digest = gisa_sha256_open();
    if (!a->digest) {
        st = gisa_fail_mem(err);
        goto done;
    }
    if (!there) sync_folder(path);
    *out = a;
    a = NULL; /* given away */
done:
    gisa_archive_close(a);
    return st;
}

/* Places do not depend on an identity that is random. */
static void add_info(gisa_archive *a, int64_t date_utc)
{
    gisa_buf_reset(&a->text);
    gisa_warc_format_info(date_utc, a->id, a->digest, &a->text);
    gisa_gzip_put_stored(gisa_buf_view(&a->text), &a->members);
    gisa_buf_reset(&a->text);
}

/* Two members for the first capture, one for every other. The record's place is known before it
 * is made, because only the warcinfo record precedes the first one. */
static gisa_status make_members(gisa_archive *a, const gisa_capture *c, uint64_t *offset,
                                gisa_error *err)
{
    gisa_buf_reset(&a->members);
    gisa_buf_reset(&a->text);
    if (a->end == 0) add_info(a, c->fetched_utc);
    *offset = a->end + a->members.n;
    gisa_status st = gisa_warc_format(c, *offset, a->digest, &a->text, err);
    if (st < 0) return st;
    if ((st = gisa_buf_check(&a->text, "a WARC record", err)) < 0) return st;
    gisa_deflater_put(a->deflater, gisa_buf_view(&a->text), &a->members);
    return gisa_buf_check(&a->members, "a WARC record", err);
}

gisa_status gisa_archive_put_members(gisa_archive *a, gisa_str members, uint64_t *offset,
                                     gisa_error *err)
{
    gisa_status st = gisa_fd_write(a->fd, a->path, members, err);
    if (st < 0) {
        if (ftruncate(a->fd, (off_t)a->end) != 0) return fail_io(a, "cut a half record off", err);
        return st;
    }
    *offset = a->end;
    a->end += members.n;
    a->dirty = true;
    return GISA_OK;
}

gisa_status gisa_archive_put_info(gisa_archive *a, int64_t date_utc, gisa_error *err)
{
    uint64_t offset;
    gisa_buf_reset(&a->members);
    add_info(a, date_utc);
    gisa_status st = gisa_buf_check(&a->members, "a WARC record", err);
    return st < 0 ? st : gisa_archive_put_members(a, gisa_buf_view(&a->members), &offset, err);
}

gisa_status gisa_archive_put_crawler(gisa_archive *a, gisa_str fields, int64_t date_utc,
                                     gisa_error *err)
{
    uint64_t offset;
    gisa_buf_reset(&a->members);
    gisa_buf_reset(&a->text);
    if (a->end == 0) add_info(a, date_utc);
    gisa_warc_format_crawler(fields, date_utc, a->end + a->members.n, a->digest, &a->text);
    gisa_status st = gisa_buf_check(&a->text, "a WARC record", err);
    if (st < 0) return st;
    gisa_deflater_put(a->deflater, gisa_buf_view(&a->text), &a->members);
    st = gisa_buf_check(&a->members, "a WARC record", err);
    return st < 0 ? st : gisa_archive_put_members(a, gisa_buf_view(&a->members), &offset, err);
}

gisa_status gisa_archive_put(gisa_archive *a, const gisa_capture *capture, uint64_t *offset,
                             gisa_error *err)
{
    gisa_capture unsure = *capture;
    if (unsure.type != GISA_CAPTURE_REVISIT) unsure.digest = GISA_NONE;
    return gisa_archive_put_digested(a, &unsure, offset, err);
}

gisa_status gisa_archive_put_digested(gisa_archive *a, const gisa_capture *capture,
                                      uint64_t *offset, gisa_error *err)
{
    uint64_t at, start;
    gisa_status st = make_members(a, capture, &at, err);
    if (st >= 0) st = gisa_archive_put_members(a, gisa_buf_view(&a->members), &start, err);
    if (st < 0) return st;
    if (a->text.cap > KEEP) gisa_buf_clear(&a->text);       /* mutate: equivalent, near enough */
    if (a->members.cap > KEEP) gisa_buf_clear(&a->members); /* mutate: equivalent, near enough */
    if (offset) *offset = at;
    return GISA_OK;
}

const char *gisa_archive_id(const gisa_archive *a)
{
    return a->id;
}

const char *gisa_archive_path(const gisa_archive *a)
{
    return a->path;
}

uint64_t gisa_archive_end(const gisa_archive *a)
{
    return a->end;
}

gisa_status gisa_archive_sync(gisa_archive *a, gisa_error *err)
{
    if (!a->dirty) return GISA_OK;
    if (fdatasync(a->fd) != 0) return fail_io(a, "sync", err);
    a->dirty = false;
    return GISA_OK;
}

gisa_status gisa_archive_read(const char *path, uint64_t offset, gisa_archive **out,
                              gisa_error *err)
{
    gisa_archive *a = NULL;
    struct stat info;
    gisa_status st = open_new(path, O_RDONLY, &a, err);
    if (st >= 0 && (fstat(a->fd, &info) != 0 || S_ISDIR(info.st_mode)))
        st = gisa_fail(err, GISA_EIO, "%s: is a directory, not a WARC file", path);
    if (st >= 0) st = gisa_archive_reader_open(a->fd, a->path, offset, &a->reader, err);
    if (st >= 0) {
        *out = a;
        a = NULL; /* given away */
    }
    gisa_archive_close(a);
    return st;
}

gisa_status gisa_archive_read_stream(gisa_stream *stream, gisa_str begun, const char *path,
                                     gisa_archive **out, gisa_error *err)
{
    gisa_archive *a = NULL;
    gisa_status st = make_new(path, &a, err);
    if (st >= 0) st = gisa_archive_reader_take(stream, begun, a->path, &a->reader, err);
    if (st >= 0) {
        *out = a;
        a = NULL; /* given away */
    }
    gisa_archive_close(a);
    return st;
}

gisa_status gisa_archive_next(gisa_archive *a, gisa_capture *out, gisa_error *err)
{
    return gisa_archive_reader_next(a->reader, true, out, err);
}

gisa_status gisa_archive_next_head(gisa_archive *a, gisa_capture *out, gisa_error *err)
{
    return gisa_archive_reader_next(a->reader, false, out, err);
}

gisa_status gisa_archive_next_sound(gisa_archive *a, gisa_capture *out, gisa_stretch *damaged,
                                    gisa_error *err)
{
    gisa_error what = {0};
    gisa_status st = gisa_archive_reader_next(a->reader, true, out, &what);
    *damaged = (gisa_stretch){0};
    if (err) *err = what;
    damaged->from = damaged->to = what.offset;
    if (st == GISA_SKIP && gisa_archive_reader_ended(a->reader)) {
        off_t size = lseek(a->fd, 0, SEEK_END);
        if (size != -1) damaged->to = (uint64_t)size;
    }
    if (st != GISA_ECORRUPT) return st;
    st = gisa_archive_reader_step_over(a->reader, what.offset, &damaged->to, err);
    return st < 0 ? st : GISA_SKIP;
}

void gisa_archive_close(gisa_archive *a)
{
    if (!a) return;
    if (a->dirty) gisa_archive_sync(a, NULL);
    gisa_archive_reader_close(a->reader);
    gisa_deflater_close(a->deflater);
    gisa_sha256_close(a->digest);
    gisa_buf_clear(&a->text);
    gisa_buf_clear(&a->members);
    if (a->fd != -1) close(a->fd);
    gisa_free(a->path);
    gisa_free(a);
}

#include "corpus/content_coding.h"

#include "corpus/brotli.h"
#include "corpus/gzip.h"

/* More codings than anybody applies; and bytes in which compressed data has control characters. */
enum { CODINGS_MAX = 4, LOOK = 1024 };

typedef gisa_status expander(gisa_str data, size_t max, gisa_buf *out, gisa_error *err);

/* The codings that IANA registers; without an expander they are known by name only. What is not
 * here is no coding. */
static const struct coding {
    const char *name;
    expander *expand;
    bool marked; /* coded bytes begin as gzip does */
} codings[] = {
    {"gzip", gisa_gzip_expand, true},
    {"x-gzip", gisa_gzip_expand, true},
    {"deflate", gisa_gzip_expand, false},
    {"br", gisa_brotli_expand, false},
    {"zstd", NULL, false},
    {"compress", NULL, false},
    {"x-compress", NULL, false},
    {"dcb", NULL, false},
    {"dcz", NULL, false},
    {"exi", NULL, false},
    {"aes128gcm", NULL, false},
    {"pack200-gzip", NULL, false},
};

static const struct coding *find(gisa_str name)
{
    for (size_t i = 0; i < sizeof codings / sizeof codings[0]; i++)
        if (gisa_str_eq_nocase(name, gisa_str_from(codings[i].name))) return &codings[i];
    return NULL;
}

static bool is_gzip(gisa_str bytes)
{
    return gisa_str_starts(bytes, GISA_STR("\x1f\x8b"));
}

/* Whether the bytes are text in some character set: no control characters, or UTF-16 by its mark.
 */
static bool is_plain(gisa_str bytes)
{
    bytes = gisa_str_cut(bytes, 0, LOOK);
    if (gisa_str_starts(bytes, GISA_STR("\xFF\xFE")) ||
        gisa_str_starts(bytes, GISA_STR("\xFE\xFF")))
        return true;
    for (size_t i = 0; i < bytes.n; i++) {
        unsigned char c = (unsigned char)bytes.p[i];
        if (gisa_is_space((char)c)) continue;
        if (c <= 0x1F && c != 0x1B) return false; /* ESC: ISO-2022-KR */
    }
    return true;
}

/* Undoes one coding. Few compressed bytes may look plain, so they are tried first. */
static gisa_status undo(const struct coding *coding, size_t max, gisa_str *bytes, gisa_buf *to,
                        gisa_error *err)
{
    bool gzip = is_gzip(*bytes);
    expander *expand = gzip ? gisa_gzip_expand : coding->expand;
    if (coding->marked && !gzip) return GISA_OK;
    gisa_status st = GISA_ECORRUPT;
    gisa_buf_reset(to);
    if (expand) st = expand(*bytes, max, to, err);
    if (st == GISA_ELIMIT) *bytes = gisa_buf_view(to);
    if (st == GISA_ENOMEM || st == GISA_ELIMIT) return st;
    if (st < 0 && !gzip && is_plain(*bytes)) return GISA_OK;
    if (!expand) return gisa_fail(err, GISA_SKIP, "cannot undo Content-Encoding %s", coding->name);
    *bytes = gisa_buf_view(to);
    return st < 0 ? GISA_SKIP : GISA_OK;
}

/* The field's last name, cut off it; without parameters, as of "gzip;q=1.0". */
static gisa_str take_last(gisa_str *field)
{
    size_t at = field->n;
    while (at > 0 && field->p[at - 1] != ',') at--;
    gisa_str name = gisa_str_cut(*field, at, field->n);
    *field = gisa_str_cut(*field, 0, at ? at - 1 : 0);
    size_t semicolon = gisa_str_find_byte(name, ';', 0);
    return gisa_str_trim(semicolon == GISA_NPOS ? name : gisa_str_cut(name, 0, semicolon));
}

gisa_status gisa_content_decode(gisa_coding_work *w, gisa_str coding, size_t max, gisa_str *bytes,
                                gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t done = 0; coding.n && st == GISA_OK;) {
        const struct coding *c = find(take_last(&coding));
        if (!c) continue;
        if (done == CODINGS_MAX)
            return gisa_fail(err, GISA_SKIP, "more than %d codings on one body", CODINGS_MAX);
        bool held = w->bufs[0].p && bytes->p == w->bufs[0].p;
        st = undo(c, max, bytes, &w->bufs[held], err);
        done++;
    }
    return st;
}

void gisa_coding_work_clear(gisa_coding_work *w)
{
    gisa_buf_clear(&w->bufs[0]);
    gisa_buf_clear(&w->bufs[1]);
}

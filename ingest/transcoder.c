#include "ingest/transcoder.h"

#include <unicode/ucnv.h>

#include "base/mem.h"
#include "base/utf8.h"

struct gisa_transcoder {
    UConverter *from;
    UChar high; /* the first half of a character outside the first plane */
};

/* ICU's "euc-kr" and "cp949" are other tables than the web's (decode.h). */
static const char *icu_name(const char *charset)
{
    return strcmp(charset, "windows-949") == 0 ? "windows-949-2000" : charset;
}

gisa_status gisa_transcoder_open(const char *charset, gisa_transcoder **out, gisa_error *err)
{
    UErrorCode e = U_ZERO_ERROR;
    gisa_transcoder *t = gisa_calloc(1, sizeof *t);
    if (!t) return gisa_fail_mem(err);
    t->from = ucnv_open(icu_name(charset), &e);
    if (U_FAILURE(e)) {
        gisa_free(t);
        return gisa_fail(err, GISA_EENCODING, "ICU cannot read %s", charset);
    }
    *out = t;
    return GISA_OK;
}

void gisa_transcoder_close(gisa_transcoder *t)
{
    if (!t) return;
    ucnv_close(t->from);
    gisa_free(t);
}

static size_t put_units(gisa_transcoder *t, const UChar *units, const UChar *end, gisa_buf *out)
{
    size_t replaced = 0;
    for (const UChar *u = units; u < end; u++) {
        uint32_t cp = *u;
        if (U16_IS_LEAD(cp)) {
            t->high = *u;
            continue;
        }
        if (U16_IS_TRAIL(cp) && t->high) cp = (uint32_t)U16_GET_SUPPLEMENTARY(t->high, cp);
        t->high = 0;
        bool control = cp < 0x20 && cp != '\t' && cp != '\n' && cp != '\r';
        if (control || (cp >= 0x7F && cp < 0xA0)) continue;
        replaced += cp == GISA_CP_BAD;
        gisa_buf_add_cp(out, cp);
    }
    return replaced;
}

/* Through UTF-16 on the stack. */
size_t gisa_transcoder_put(gisa_transcoder *t, gisa_str piece, bool last, gisa_buf *out)
{
    const char *p = piece.p ? piece.p : "", *end = p + piece.n;
    size_t replaced = 0;
    UErrorCode e;
    do {
        UChar units[2048];
        UChar *to = units;
        e = U_ZERO_ERROR;
        ucnv_toUnicode(t->from, &to, units + 2048, &p, end, NULL, last, &e);
        replaced += put_units(t, units, to, out);
    } while ((e == U_BUFFER_OVERFLOW_ERROR || p < end) && gisa_buf_status(out) >= 0);
    return replaced;
}

/* Any bytes as a page in whatever character set: the first line is the Content-Type header. What
 * comes out is valid UTF-8 without control bytes, whatever went in. */
#include <stdlib.h>

#include "base/utf8.h"
#include "ingest/decode.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    gisa_str bytes = {(const char *)data, n};
    size_t line = gisa_str_find_byte(bytes, '\n', 0);
    gisa_str header = line == GISA_NPOS ? GISA_NONE : gisa_str_cut(bytes, 0, line);
    if (line != GISA_NPOS) bytes = gisa_str_cut(bytes, line + 1, n);
    gisa_buf out = gisa_buf_make(1 << 22);
    gisa_decoded info;
    gisa_status st = gisa_decode(bytes, header, &out, &info, NULL);
    gisa_str text = gisa_buf_view(&out);
    if (gisa_utf8_bad(text) != GISA_NPOS) abort();
    for (size_t i = 0; i < text.n; i++)
        if ((unsigned char)text.p[i] < ' ' && !strchr("\t\n\r", text.p[i] ? text.p[i] : 1)) abort();
    if (st >= 0 && (!info.charset[0] || !info.source)) abort();
    gisa_buf_clear(&out);
    return 0;
}

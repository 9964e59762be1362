#include "base/percent.h"

char *gisa_percent_put(char *to, unsigned char byte)
{
    static const char digits[] = "0123456789ABCDEF";
    to[0] = '%';
    to[1] = digits[byte >> 4];
    to[2] = digits[byte & 15];
    return to + GISA_PERCENT_BYTES;
}

void gisa_percent_add(gisa_buf *out, unsigned char byte)
{
    char encoded[GISA_PERCENT_BYTES];
    gisa_percent_put(encoded, byte);
    gisa_buf_add_bytes(out, encoded, sizeof encoded);
}

int gisa_percent_value(gisa_str s, size_t at)
{
    if (at + 2 >= s.n || s.p[at] != '%') return -1;
    int high = gisa_hex_value(s.p[at + 1]), low = gisa_hex_value(s.p[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

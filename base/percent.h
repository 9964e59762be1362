/* Percent-encoding of URLs (RFC 3986, section 2.1). */
#ifndef GISA_BASE_PERCENT_H
#define GISA_BASE_PERCENT_H

#include "base/buf.h"

enum { GISA_PERCENT_BYTES = 3 }; /* of an encoded byte: "%EA" */

/* Writes a byte's encoding, in upper case; the place after it. */
char *gisa_percent_put(char *to, unsigned char byte);
void gisa_percent_add(gisa_buf *out, unsigned char byte);

/* The byte that is encoded at s[at], 0 to 255; -1: nothing is encoded there. */
int gisa_percent_value(gisa_str s, size_t at);

/* Whether a byte is never encoded in the one spelling of an URL: letters, digits, "-._~". */
static inline bool gisa_is_unreserved(unsigned byte)
{
    char c = (char)byte;
    return gisa_is_alpha(c) || gisa_is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

#endif

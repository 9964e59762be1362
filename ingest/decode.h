/* Bytes of a page to valid UTF-8: the only place where a character set is decided.
 *
 * The order of decision, first answer wins:
 *   1. a byte order mark (UTF-8, UTF-16, UTF-32), or the zero bytes of UTF-16 and UTF-32 without
 *      a mark;
 *   2. strict UTF-8: bytes that are well-formed UTF-8 with three-byte sequences in them are UTF-8,
 *      whatever a label says; so are bytes with a few bad ones among many good sequences;
 *   3. the label: charset of the HTTP header, then of a meta element or XML declaration within the
 *      first 64 KB. euc-kr, cp949, ks_c_5601-1987 and the like all mean windows-949, and a label
 *      that the bytes contradict is passed over;
 *   4. windows-949, when every pair is valid in it and the syllables are common ones;
 *   5. ICU's detector, over the text without its tags;
 *   6. windows-1252, as HTML prescribes for western pages.
 *
 * NUL and other control bytes are dropped (tab, newline and return stay), ill-formed sequences
 * become U+FFFD. UTF-8 that was taken for windows-1252 and encoded again comes out as it was
 * (ingest/twice_encoded.h). ICU's "euc-kr" (ibm-970) and "cp949" (ibm-949) are other tables than
 * the web's;
 * "windows-949-2000" is the one that holds all 11,172 syllables (WHATWG Encoding, euc-kr). */
#ifndef GISA_INGEST_DECODE_H
#define GISA_INGEST_DECODE_H

#include "base/buf.h"

typedef enum gisa_charset_source { /* what decided on the character set */
                                   GISA_CHARSET_UNDECIDED = 0,
                                   GISA_CHARSET_MARK, /* UTF-16 and UTF-32 without one, too */
                                   GISA_CHARSET_UTF8,
                                   GISA_CHARSET_HEADER,
                                   GISA_CHARSET_META,
                                   GISA_CHARSET_SYLLABLES,
                                   GISA_CHARSET_DETECTOR,
                                   GISA_CHARSET_DEFAULT,
} gisa_charset_source;

typedef struct gisa_decoded {
    char charset[32]; /* "utf-8", "windows-949", … */
    gisa_charset_source source;
    size_t n_replaced; /* U+FFFD put for ill-formed sequences */
} gisa_decoded;

/* Decodes a page.
 *
 * content_type: the HTTP header's value ("text/html; charset=euc-kr"), or GISA_NONE.
 * out:          the text is appended; its ceiling holds.
 * info:         may be NULL.
 * Errors: GISA_ENOMEM; GISA_ELIMIT when out is full; GISA_EENCODING when a converter that ICU
 *         knows cannot be opened. */
gisa_status gisa_decode(gisa_str bytes, gisa_str content_type, gisa_buf *out, gisa_decoded *info,
                        gisa_error *err);

/* Decides by the first bytes of a longer text, whose end may cut a character. Returns: the bytes of
 * its mark, which are no text. */
size_t gisa_decode_find_head(gisa_str head, gisa_decoded *info);

/* Whether the first bytes of a file are text, in any character set. */
bool gisa_decode_is_text(gisa_str head);

/* "mark", "utf-8", "header", "meta", "syllables", "detector", "default"; "" for UNDECIDED. */
const char *gisa_charset_source_name(gisa_charset_source source);

#endif

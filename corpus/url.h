/* Web addresses by RFC 3986: taking apart, resolving, and one spelling for each.
 *
 * The normal form: http or https in lower case, host in lower case ASCII (IDNA 2008 through ICU),
 * no user name, no default port, no dot segments, percent-encodings in upper case and only where
 * they are needed, everything outside ASCII percent-encoded, no fragment, "/" for an empty path. */
#ifndef GISA_CORPUS_URL_H
#define GISA_CORPUS_URL_H

#include "base/buf.h"

#define GISA_URL_MAX 4096

typedef struct gisa_url {
    gisa_str scheme; /* GISA_NONE where a part is missing, here and below */
    gisa_str authority;
    gisa_str path; /* never GISA_NONE */
    gisa_str query;
    gisa_str fragment;
} gisa_url;

/* Splits a reference (RFC 3986, appendix B). Any text is a reference; views into s. */
gisa_url gisa_url_parse(gisa_str s);

/* Resolves ref against base (RFC 3986, section 5.2) and replaces out by its normal form.
 *
 * base:    an absolute URL; GISA_NONE when ref must be one itself.
 * Returns: GISA_OK; GISA_SKIP when it is no http or https address that can be fetched, or is
 *          longer than GISA_URL_MAX (err says why).
 * Errors:  GISA_ENOMEM. */
gisa_status gisa_url_resolve(gisa_str base, gisa_str ref, gisa_buf *out, gisa_error *err);

/* "http://host:port" of a URL in normal form. */
gisa_str gisa_url_origin(gisa_str url);

/* Path and query of a URL in normal form. */
gisa_str gisa_url_target(gisa_str url);

#endif

/* What makes two web addresses one, and whether the address that a page states for itself can be
 * its own. The lists under corpus/lexicon/lists name the parameters, labels and files:
 * tracking_parameters, host_dresses, index_pages. */
#ifndef GISA_CORPUS_ADDRESS_H
#define GISA_CORPUS_ADDRESS_H

#include "base/buf.h"

/* Replaces out by the key of an address: equal keys are one page. Not in it are
 *
 * - scheme, user name, default port, and a fragment unless it begins with "!" or "/", which is a
 *   page of a program in the browser;
 * - labels of the host that only dress a page: "www.", "m.", "amp.";
 * - the cache of an AMP page around its address, and "amp" in its path;
 * - "index.html" and its like, a session in the path, slashes at the end;
 * - parameters that say how a reader came; the others stand in order of their names.
 *
 * An address that is not of the web, and none at all, have the key of the bytes after "://", "www."
 * left out. The key is empty where the address is that of a site, not of a page.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_address_key(gisa_str address, gisa_buf *out, gisa_error *err);

/* The bytes of an address after "://", without "www.", fragment and slashes at the end. The first
 * edition of ids was made of them (corpus/identity.h), so this never changes. */
gisa_str gisa_address_bare(gisa_str address);

/* Whether what a page states as its address can be the page that was asked for, both as keys: the
 * same one, or one of the same site with the same article's number or slug. Another article, a
 * section, the home page and another site are not. */
bool gisa_address_agrees(gisa_str asked, gisa_str stated);

#endif

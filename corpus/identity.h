/* What an article is, told by what does not change between fetches, and the ids made of it.
 *
 * An article that has an address is the page of that address (corpus/address.h), whatever its text
 * becomes. Without one it is what it says: outlet, title, day of publication and body; a later form
 * of that text, mostly the same, is given the id of the first by whoever holds both
 * (index/store/settle.h).
 *
 * Ids come in editions, because what they are made of has changed:
 *
 *   1  canonical address, else address, both without scheme, "www.", fragment and last slash; else
 *      outlet and title; else body
 *   2  the present one
 *
 * Rules of earlier editions stay here for ever, so that the ids they gave can be made from the
 * archive again and lead to the article. */
#ifndef GISA_CORPUS_IDENTITY_H
#define GISA_CORPUS_IDENTITY_H

#include "corpus/article.h"

#define GISA_IDENTITY_EDITION 2

/* Replaces out by the key of the address that the article has: that of its canonical URL where it
 * agrees with the URL, there is no URL, or the article came through a portal, else the URL's.
 * Empty: it has none.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_identity_address(const gisa_article *a, gisa_buf *out, gisa_error *err);

/* The id that a text stands for: the beginning of its SHA-256 in hexadecimal. Errors: GISA_ENOMEM,
 * also for a buffer that has failed. */
gisa_status gisa_identity_hash(const gisa_buf *key, char out[GISA_ARTICLE_ID_CHARS + 1],
                               gisa_error *err);

/* The id of edition 1.
 *
 * canonical: the canonical URL as that edition took it.
 * apart:     it was imported to be kept whatever it equals, so the body counts with outlet and
 * title. Errors:    GISA_ENOMEM. */
gisa_status gisa_identity_first(const gisa_article *a, gisa_str canonical, bool apart,
                                char out[GISA_ARTICLE_ID_CHARS + 1], gisa_error *err);

/* Identifies an article that states `given` as its id, which earlier editions may have derived:
 * that one gives way to the present one; any other stays. GISA_NONE: it states none. Errors:
 * GISA_ENOMEM. */
gisa_status gisa_identity_take(gisa_article *a, gisa_str given, gisa_error *err);

#define GISA_FORMER_IDS_MAX 64

/* Notes an id that earlier editions gave the article, unless it is noted, is its id, has not the
 * form of one, or there are GISA_FORMER_IDS_MAX. Errors: GISA_ENOMEM. */
gisa_status gisa_identity_add_former(gisa_article *a, gisa_str id, gisa_error *err);

/* Whether two texts of one outlet and title, both without an address, are forms of one article: on
 * one day, or without a day, most of the shorter text is in the longer one; a few days apart nearly
 * all is. When that is not sure they are two.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_identity_is_version(gisa_str text_a, gisa_time published_a, gisa_str text_b,
                                     gisa_time published_b, bool *out, gisa_error *err);

#endif

/* The record that everything speaks of: one article, as printed, with its rights.
 *
 * An unknown value is GISA_NONE (null in JSON), never a guess. All texts are valid UTF-8 in NFC,
 * live in the article's arena and die with it. {0} is an empty article. An article may be read by
 * any number of threads, and changed by one alone. */
#ifndef GISA_ARTICLE_H
#define GISA_ARTICLE_H

#include "gisa/text.h"

#ifdef __cplusplus
extern "C" {
#endif

#define GISA_ARTICLE_ID_CHARS 16

typedef struct gisa_author {
    gisa_str name;
    gisa_str email;
} gisa_author;

typedef struct gisa_rights {
    gisa_str notice;         /* the sentence of the page */
    gisa_str redistribution; /* "prohibited", "allowed" or GISA_NONE */
    gisa_str ai_training;    /* the same */
} gisa_rights;

typedef struct gisa_article {
    gisa_arena arena;
    gisa_str id;          /* GISA_ARTICLE_ID_CHARS hex digits */
    gisa_str *former_ids; /* what earlier editions of ids gave it: they lead to it for ever */
    size_t n_former_ids;
    gisa_str url;
    gisa_str canonical_url;
    gisa_str outlet;      /* a stable key: the profile's name, else the host, else outlet_name */
    gisa_str outlet_name; /* as printed: 아주경제 */
    gisa_str section;
    gisa_str title;
    gisa_str subtitle; /* deck lines joined by \n */
    gisa_author *authors;
    size_t n_authors;
    gisa_time published;
    gisa_time modified;
    gisa_str lang; /* BCP 47 */
    gisa_str body; /* paragraphs joined by \n */
    gisa_str *captions;
    size_t n_captions;
    gisa_rights rights;
    gisa_str via;    /* portal or wire it came through */
    gisa_str source; /* where the bytes came from: an URL or a file name */
} gisa_article;

#define GISA_NOTES_CHARS 256

/* What of an article did not come in as it was stated: fields over their ceiling, dates that are
 * none. {0} is nothing. */
typedef struct gisa_article_notes {
    unsigned n_cut;              /* fields that were cut or left out */
    unsigned n_unread;           /* dates that became null */
    char text[GISA_NOTES_CHARS]; /* all of it for people, as far as it fits; NUL-terminated */
} gisa_article_notes;

/* Sets a field to a copy of s in the article's arena. Errors: GISA_ENOMEM. */
GISA_API gisa_status gisa_article_set(gisa_article *a, gisa_str *field, gisa_str s);

/* Appends an author, a caption or a former id. Errors: GISA_ENOMEM. */
GISA_API gisa_status gisa_article_add_author(gisa_article *a, gisa_str name, gisa_str email);
GISA_API gisa_status gisa_article_add_caption(gisa_article *a, gisa_str text);
GISA_API gisa_status gisa_article_add_former_id(gisa_article *a, gisa_str id);

/* Derives the id from what does not change between fetches: the canonical URL where it can be the
 * page's own, else the URL, both without what does not tell pages apart (tracking parameters,
 * "www." and "m.", AMP); else outlet, title, day and body; else the body. First 64 bits of SHA-256
 * in hex. The former ids become those that earlier editions of ids derived.
 *
 * Errors: GISA_ENOMEM. */
GISA_API gisa_status gisa_article_identify(gisa_article *a, gisa_error *err);

/* SHA-256 (hex) of what a reader reads: all fields but ids, addresses, lang, via, source and
 * outlet_name (a page may print its outlet's name in more ways than one). Equal digests mean the
 * same version, be it on another page of the article.
 *
 * Errors: GISA_ENOMEM. */
GISA_API gisa_status gisa_article_digest(const gisa_article *a, char hex[65], gisa_error *err);

/* Appends the article as one JSON object (DESIGN.md's field names and order), no line end. */
GISA_API void gisa_article_format(const gisa_article *a, gisa_buf *out);

/* Reads one JSON object into *a (cleared first). Unknown keys are ignored, missing ones are null;
 * strings are brought to valid UTF-8 by the parser; an id is derived when there is none, an
 * outlet_name stands for a missing outlet. A date may be ISO 8601 or as people print it (20250317,
 * 2025.03.15, 2025년 3월 16일); what is none is null.
 *
 * max_bytes ceilings: a line over 64 MB is GISA_ELIMIT.
 * Errors: GISA_EINVAL with err->offset at the fault; GISA_ENOMEM; GISA_ELIMIT. */
GISA_API gisa_status gisa_article_parse(gisa_str json, gisa_article *a, gisa_error *err);

/* Deep copy into *out (cleared first). Errors: GISA_ENOMEM. */
GISA_API gisa_status gisa_article_copy(const gisa_article *a, gisa_article *out, gisa_error *err);

GISA_API void gisa_article_clear(gisa_article *a);

#ifdef __cplusplus
}
#endif

#endif

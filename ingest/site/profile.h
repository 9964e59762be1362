/* Site profiles: what an editor knows of one outlet's pages, in a file that needs no C.
 *
 * corpus/sources/<name>.profile holds `key: value` lines; '#' starts a comment line; a key may
 * be repeated and its values add up. Keys:
 *
 *   name         stable key of the outlet: lower-case letters, digits, '-'      (required)
 *   outlet       the name as printed: 한겨레
 *   hosts        hosts and parent domains, separated by spaces                    (required)
 *   confirmed    yes: a real page has shown that the selectors fit; no: from knowledge only
 *   portal       yes: the pages carry other outlets' articles; `outlet` becomes article.via
 *   feed         URL of an RSS or Atom feed
 *   sitemap      URL of a sitemap or sitemap index
 *   delay        seconds between two requests to one host ("2", "0.5")
 *   body         where the body is; the first selector that finds text wins
 *   title, subtitle, author, published, modified, section, press
 *                the same for fields; `press` is the outlet that a portal names
 *   caption      picture captions inside the body
 *   noise        what to leave out inside the body
 *
 * Selectors are the subset of CSS that ingest/page/select.h describes. Profiles are only needed
 * where the general rules fail; most pages need none. */
#ifndef GISA_INGEST_SITE_PROFILE_H
#define GISA_INGEST_SITE_PROFILE_H

#include "base/status.h"
#include "base/str.h"
#include "ingest/page/select.h"

typedef enum gisa_profile_part {
    GISA_PART_BODY,
    GISA_PART_TITLE,
    GISA_PART_SUBTITLE,
    GISA_PART_AUTHOR,
    GISA_PART_PUBLISHED,
    GISA_PART_MODIFIED,
    GISA_PART_SECTION,
    GISA_PART_PRESS,
    GISA_PART_CAPTION,
    GISA_PART_NOISE,
    GISA_PART_COUNT
} gisa_profile_part;

typedef struct gisa_profile {
    gisa_str name;
    gisa_str outlet_name;
    gisa_str *hosts;
    size_t n_hosts;
    gisa_str *feeds;
    size_t n_feeds;
    gisa_str *sitemaps;
    size_t n_sitemaps;
    uint32_t delay_ms; /* 0: not stated */
    bool confirmed;
    bool portal;
    const gisa_selector *parts[GISA_PART_COUNT]; /* NULL: not stated */
} gisa_profile;

typedef struct gisa_profiles gisa_profiles; /* immutable, shared by threads */

/* Opens the profiles that ship with the program, in order of name.
 *
 * Errors: GISA_ENOMEM; GISA_EINVAL with file and line of a profile that does not parse. */
gisa_status gisa_profiles_open(gisa_profiles **out, gisa_error *err);

/* The same with one more profile's text, say an editor's own file; it wins over a shipped one for
 * the same host. file: its name for messages. */
gisa_status gisa_profiles_add(gisa_profiles *p, const char *file, gisa_str text, gisa_error *err);
void gisa_profiles_close(gisa_profiles *p);

/* The i-th profile, or NULL after the last. */
const gisa_profile *gisa_profiles_at(const gisa_profiles *p, size_t i);

/* The profile for a host ("news.example.kr" also finds "example.kr"; the longest host wins), or
 * NULL; and by name. */
const gisa_profile *gisa_profiles_find(const gisa_profiles *p, gisa_str host);
const gisa_profile *gisa_profiles_named(const gisa_profiles *p, gisa_str name);

/* The host of an URL without port and user, lower-casing left to the comparison. */
gisa_str gisa_url_host(gisa_str url);

#endif

/* What in a page's title names the site rather than the story: "… - 정치 ㅣ 가나일보". */
#ifndef GISA_INGEST_FIELDS_SITE_NAME_H
#define GISA_INGEST_FIELDS_SITE_NAME_H

#include "ingest/fields/fields.h"

enum { GISA_SITE_NAMES_MAX = 6 };

/* The names that the page or its profile gives the site. */
typedef struct gisa_site_names {
    gisa_str items[GISA_SITE_NAMES_MAX];
    size_t n;
} gisa_site_names;

gisa_site_names gisa_site_names_find(const gisa_field_input *in);

/* Whether the text is a name of the site, or can only be an outlet's: one or two words of Hangul
 * that end like 일보. */
bool gisa_site_names_has(const gisa_site_names *names, gisa_str s);

/* The title without the site's names around it, and without the names of sections and kinds of page
 * that are next to them or in a path: "제목 < 사회 < 기사본문 - 가나일보". */
gisa_str gisa_site_names_trim(const gisa_site_names *names, gisa_str title);

#endif

/* Who wrote it: names and addresses out of bylines, leads, sign-offs and author fields. */
#ifndef GISA_INGEST_FIELDS_BYLINE_H
#define GISA_INGEST_FIELDS_BYLINE_H

#include "ingest/fields/person_name.h"

enum { GISA_BYLINE_NAMES_MAX = 8 };

typedef struct gisa_byline_name {
    gisa_str name, email;
} gisa_byline_name;

typedef struct gisa_byline_names {
    gisa_byline_name items[GISA_BYLINE_NAMES_MAX];
    size_t n;
} gisa_byline_names;

/* Adds the persons that an author field names ("홍길동 기자", "홍길동, 김영희", "Jane Doe and John
 * Roe"). outlet: the outlet's own name, which is no person. Views into s. */
void gisa_byline_read_field(gisa_str s, gisa_str outlet, gisa_byline_names *out);

/* Adds the reporters that a byline names: the words before 기자 and other roles, with the addresses
 * in the line ("이태준 글로벌이코노믹 기자 tjlee@…"). */
void gisa_byline_read_line(gisa_str s, gisa_str outlet, gisa_byline_names *out);

/* The reporter of a sign-off: "KBS 뉴스 김수연입니다.", "YTN 나혜인 (…@…)". */
void gisa_byline_read_signoff(gisa_str s, gisa_str outlet, gisa_byline_names *out);

/* The first e-mail address at or after *at; *at moves past it. GISA_NONE when there is none. */
gisa_str gisa_email_find(gisa_str s, size_t *at);

#endif

/* Who wrote it: names and addresses out of bylines, leads, sign-offs and author fields. */
#ifndef GISA_INGEST_FIELDS_BYLINE_H
#define GISA_INGEST_FIELDS_BYLINE_H

#include "base/str.h"

enum { GISA_PEOPLE_MANY = 8 };

typedef struct gisa_person {
    gisa_str name, email;
} gisa_person;

typedef struct gisa_people {
    gisa_person items[GISA_PEOPLE_MANY];
    size_t n;
} gisa_people;

/* Adds the persons that an author field names ("홍길동 기자", "홍길동, 김영희", "Jane Doe and John
 * Roe"). outlet: the outlet's own name, which is nobody's. Views into s. */
void gisa_people_of_field(gisa_str s, gisa_str outlet, gisa_people *out);

/* Adds the reporters that a byline names: the words before 기자 and its kin, with the addresses in
 * the line ("이태준 글로벌이코노믹 기자 tjlee@…"). */
void gisa_people_of_line(gisa_str s, gisa_str outlet, gisa_people *out);

/* The reporter of a sign-off: "KBS 뉴스 김수연입니다.", "YTN 나혜인 (…@…)". */
void gisa_people_of_signoff(gisa_str s, gisa_str outlet, gisa_people *out);

/* The first e-mail address at or after *at; *at moves behind it. GISA_NONE when there is none. */
gisa_str gisa_email_find(gisa_str s, size_t *at);

/* Whether a text can be a person's name: 2 to 4 Hangul syllables that are no outlet and no desk, or
 * two to four capitalised words. */
bool gisa_is_person(gisa_str s, gisa_str outlet);

#endif

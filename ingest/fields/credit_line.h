/* Credits of a piece, which say who did what for it:
 *
 *     글 홍길동 · 사진 성춘향      글·사진=홍길동      사진 성춘향 글 홍길동 객원기자
 *     [취재 : 홍길동 / 영상편집 : 성춘향]              Words by Jane Doe, photos by John Roe
 *
 * Who wrote is its author; who took pictures is not, unless it is the same person. */
#ifndef GISA_INGEST_FIELDS_CREDIT_LINE_H
#define GISA_INGEST_FIELDS_CREDIT_LINE_H

#include "ingest/fields/byline.h"

/* Whether a line begins with what somebody did and names who. */
bool gisa_is_credit_line(gisa_str line);

/* Adds the writers that a line of credits names. False: the line is none. */
bool gisa_credit_line_read(gisa_str line, gisa_str outlet, gisa_byline_names *out);

#endif

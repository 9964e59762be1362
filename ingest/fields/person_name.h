/* Whether a text can be the name of a person. */
#ifndef GISA_INGEST_FIELDS_PERSON_NAME_H
#define GISA_INGEST_FIELDS_PERSON_NAME_H

#include "base/str.h"

/* 2 to 4 Hangul syllables that are no outlet, no desk and no office, or two to five capitalised
 * words. */
bool gisa_is_person_name(gisa_str s, gisa_str outlet);

/* Whether it is a Korean name where nothing around it says so: it begins with a family name, has
 * three syllables (two or four with fitting family names) and is no word of pages or of news. */
bool gisa_is_surnamed(gisa_str s, gisa_str outlet);

/* Whether it is a foreign name of two or three words in Hangul: "제임스 하트웰". */
bool gisa_is_foreign_name(gisa_str s);

/* Syllables of a text that has only such of Hangul; 0: it has others. */
size_t gisa_hangul_syllables(gisa_str s);

/* A name in capitals alone ("JANE DOE"): one where the page says that it is a name. */
bool gisa_is_shouted_name(gisa_str s);

#endif

/* The spellings of a name with a version: 제미나이3, 제미나이 3 and Gemini-3 are one, and so are
 * 제미나이 2.5 프로 and Gemini 2.5 Pro. */
#ifndef GISA_NLP_NAMES_VERSIONED_NAME_H
#define GISA_NLP_NAMES_VERSIONED_NAME_H

#include "nlp/names/gazetteer.h"

/* Appends each spelling of a name of the gazetteer with the version that `typed` has behind it, as
 * typed, in Latin and in Hangul, with a blank between: to the index it is one with a hyphen or
 * nothing there. Their id is the member's (gemini-3). A josa after the version does not matter.
 * Nothing when `typed` is no such name.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_versioned_name_spellings(const gisa_gazetteer *g, gisa_str typed,
                                          gisa_spellings *out, gisa_error *err);

#endif

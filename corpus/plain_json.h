/* A quick reader for the JSON that nearly all articles come in: objects, lists, strings, whole
 * numbers, true, false and null, a few levels deep. jansson reads the rest, and says what is wrong
 * with what is no JSON; what is read here is read as jansson does. */
#ifndef GISA_CORPUS_PLAIN_JSON_H
#define GISA_CORPUS_PLAIN_JSON_H

#include <jansson.h>

#include "base/str.h"

/* Returns: the object that the whole text is, for json_decref; NULL: the text has something that is
 * left to jansson, is no JSON, or there is no memory. */
json_t *gisa_plain_json_read(gisa_str text);

#endif

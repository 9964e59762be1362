/* Versions after the name of a model: GPT|-4o, 라마| 3.3 70B, 딥시크|-R1, Qwen|2.5-맥스, o3|-미니.
 */
#ifndef GISA_NLP_NAMES_GAZETTEER_VERSION_H
#define GISA_NLP_NAMES_GAZETTEER_VERSION_H

#include "base/str.h"

/* The byte offset where the version that begins at `at` ends; `at` itself when there is none.
 *
 * A count is no version (라마 3마리, 큐원 2만 건). */
size_t gisa_version_end(gisa_str text, size_t at);

#endif

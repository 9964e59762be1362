/* The little that a digest quotes of a text. */
#ifndef GISA_REPORT_DIGEST_DIGEST_TEXT_H
#define GISA_REPORT_DIGEST_DIGEST_TEXT_H

#include "base/arena.h"

/* At most `chars` characters of a text, cut at a space and ended by "…". Errors: GISA_ENOMEM. */
gisa_status gisa_digest_clip(gisa_arena *arena, gisa_str text, size_t chars, gisa_str *out);

/* Sentences of the first paragraph of at least 20 characters, up to the first that makes it 30; a
 * view of the body. Marks of the trade (<앵커>, [리포트]) are shorter, and no paragraph. */
gisa_str gisa_digest_first_sentence(gisa_str body);

#endif

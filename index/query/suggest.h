/* What was perhaps meant by words that no article has: 딥시키 is close to 딥시크, rnrmf is 구글 on
 * the other layer of the keyboard, ㄷㅅㅋ are the initial consonants of 딥시크, and words may be
 * written together that are apart in the index, or apart that are one there.
 *
 * Closeness is the distance of base/distance.h over jamo, so that a slip in one letter of a
 * syllable counts once. All names in the store are compared, and the index terms that begin with
 * the same syllable, letter or consonant. */
#ifndef GISA_INDEX_QUERY_SUGGEST_H
#define GISA_INDEX_QUERY_SUGGEST_H

#include "base/arena.h"
#include "index/store/store.h"

typedef struct gisa_suggestion {
    gisa_str typed, meant;
} gisa_suggestion;

typedef struct gisa_suggestions { /* {0} is empty */
    gisa_arena arena;
    gisa_suggestion *items; /* in the order of the query */
    size_t n, cap;
} gisa_suggestions;

/* Fills *out (cleared first) for the wanted words of a query that are in no article; words without
 * anything close are left out, as are those after the fourth. Of equally close ones the most
 * frequent is taken.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL (the store has no tokenizer; a bad query). */
gisa_status gisa_suggest(gisa_store *s, gisa_str query, gisa_suggestions *out, gisa_error *err);
void gisa_suggestions_clear(gisa_suggestions *s);

#endif

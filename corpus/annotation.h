/* The annotation: gisa/annotation.h. */
#ifndef GISA_CORPUS_ANNOTATION_H
#define GISA_CORPUS_ANNOTATION_H

#include "base/arena.h"
#include "gisa/annotation.h"

/* Where the first sentence, token or entity is that ends after byte `at`, and the first morpheme
 * that begins at `at` or after it; their number when there is none. */
size_t gisa_sentences_from(const gisa_annotation *a, size_t at);
size_t gisa_tokens_from(const gisa_annotation *a, size_t at);
size_t gisa_entities_from(const gisa_annotation *a, size_t at);
size_t gisa_morphs_from(const gisa_annotation *a, size_t at);

static inline bool gisa_tag_is_josa(gisa_tag tag)
{
    return tag >= GISA_TAG_JKS && tag <= GISA_TAG_JC;
}

#endif

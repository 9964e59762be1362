/* What the field is about, in the ways the press writes it: 인공지능, AI, artificial intelligence
 * are one thing. Unlike names (nlp/names/gazetteer.h) concepts are not marked in texts: they only
 * widen queries, so the index knows nothing of them.
 *
 * They are read from corpus/lexicon/concepts.tsv (corpus/lexicon/README.md describes it for
 * editors). The table is immutable and may be shared by threads. */
#ifndef GISA_NLP_NAMES_CONCEPT_H
#define GISA_NLP_NAMES_CONCEPT_H

#include "nlp/names/gazetteer.h"

typedef struct gisa_concepts gisa_concepts;

/* Reads a TSV of concepts, which must outlive the table. Errors: GISA_EINVAL with the line in err;
 * GISA_ENOMEM. */
gisa_status gisa_concepts_open(gisa_str tsv, gisa_concepts **out, gisa_error *err);
void gisa_concepts_close(gisa_concepts *c);

/* Appends every spelling of what `name` is a spelling of (in any case and spacing): those of a name
 * of the gazetteer, with its id, and those of a concept, without an id. A concept that is marked as
 * a name adds its spellings to that name's, with its id. Errors: GISA_ENOMEM. */
gisa_status gisa_concepts_spellings(const gisa_concepts *c, const gisa_gazetteer *g, gisa_str name,
                                    gisa_spellings *out, gisa_error *err);

/* The id, the spellings divided by "|", and the flags of line i from 0 on; false after the last. */
bool gisa_concepts_at(const gisa_concepts *c, size_t i, gisa_str *id, gisa_str *spellings,
                      bool *is_name);

/* How a spelling is looked up: in lower case, without what its spacing varies in. Returns the
 * length, at most that of the text. */
size_t gisa_concept_fold(gisa_str text, char *out);

#endif

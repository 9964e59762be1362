/* The names of the field with all their spellings: 딥시크, 딥식, DeepSeek are one thing.
 *
 * A gazetteer is read from TSV (corpus/lexicon/README.md describes it for editors): the files that
 * ship, and one of the user's own. It is immutable and may be shared by threads. */
#ifndef GISA_NLP_NAMES_GAZETTEER_H
#define GISA_NLP_NAMES_GAZETTEER_H

#include "corpus/annotation.h"
#include "corpus/tokenizer.h"

typedef struct gisa_gazetteer gisa_gazetteer;

typedef struct gisa_gazetteer_entry {
    gisa_str id; /* deepseek */
    gisa_entity_type type;
    gisa_str maker;  /* id of the firm that makes it, or GISA_NONE */
    gisa_str family; /* id of what it is a member of (gpt of gpt-4o), or GISA_NONE */
} gisa_gazetteer_entry;

/* One occurrence of a name. */
typedef struct gisa_gazetteer_hit {
    gisa_span span;        /* with its version: 딥시크-R1 */
    uint32_t version;      /* where the version begins; span.end: there is none */
    gisa_entity_type type; /* a firm's name with a version is a MODEL */
    uint32_t name;         /* for gisa_gazetteer_at */
} gisa_gazetteer_hit;

typedef struct gisa_gazetteer_hits {
    gisa_gazetteer_hit *items; /* in the arena given to the search; ordered, without overlaps */
    size_t n, cap;
} gisa_gazetteer_hits;

/* Reads the names that ship and those of `user`, a TSV of the same form, which may be GISA_NONE. A
 * line of the user's with an id that is known adds its spellings to that name.
 *
 * Errors: GISA_EINVAL with the line in err; GISA_ENOMEM. */
gisa_status gisa_gazetteer_open(gisa_str user, gisa_gazetteer **out, gisa_error *err);
void gisa_gazetteer_close(gisa_gazetteer *g);

/* The i-th name; i comes from a hit or runs from 0. NULL after the last. */
const gisa_gazetteer_entry *gisa_gazetteer_at(const gisa_gazetteer *g, size_t i);

/* Finds the names in a text (valid UTF-8, NFC): the longest at each place, in any case of Latin
 * letters, with or without the space of 허깅 페이스. A Hangul name stands alone or before josa and
 * suffixes, never inside another word (메타 in 메타버스). A spelling that is also a common word
 * (라마) counts only where its surroundings speak of the field.
 *
 * out: items live in the arena. Errors: GISA_ENOMEM. */
gisa_status gisa_gazetteer_find(const gisa_gazetteer *g, gisa_str text, gisa_arena *arena,
                                gisa_gazetteer_hits *out, gisa_error *err);

/* Appends every spelling of the name that `name` is a spelling of (in any case and spacing), in
 * the order of the file; nothing when no name is spelled so. A spelling shared by two names gives
 * both. Errors: GISA_ENOMEM. */
gisa_status gisa_gazetteer_spellings(const gisa_gazetteer *g, gisa_str name, gisa_spellings *out,
                                     gisa_error *err);

/* Whether the text is a spelling of a name that takes versions and has a release in it already (o3,
 * GPT-4o, 딥시크-R1, but neither 딥시크 nor Claude Opus), so that one more word makes it another.
 */
bool gisa_gazetteer_is_release(const gisa_gazetteer *g, gisa_str name);

#endif

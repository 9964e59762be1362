/* Inside the gazetteer: the names, their spellings and the trie over them. Only gazetteer*.c
 * includes this. */
#ifndef GISA_NLP_NAMES_GAZETTEER_TABLE_H
#define GISA_NLP_NAMES_GAZETTEER_TABLE_H

#include "base/map.h"
#include "base/table.h"
#include "nlp/names/gazetteer.h"

#define GISA_SPELLING_AMBIGUOUS 1u /* also a common word: "라마?" in the file */
#define GISA_SPELLING_EXACT     2u /* in this case only: "Meta=" */
#define GISA_SPELLING_LOOSE     4u /* of something wider or narrower: "남한~" */

#define GISA_NAME_VERSIONS 1u /* v: a version may follow */
#define GISA_NAME_MODEL    2u /* m: with a version it is a MODEL */
#define GISA_NAME_GENERAL  4u /* g: says nothing of the names beside it (유튜브) */

typedef struct gisa_gazetteer_spelling {
    gisa_str text; /* as in the file, without the marks */
    uint32_t name;
    uint32_t flags;
} gisa_gazetteer_spelling;

typedef struct gisa_gazetteer_cell { /* a node's list of the spellings that end there */
    uint32_t spelling;
    uint32_t next; /* cell plus one; 0: none */
} gisa_gazetteer_cell;

typedef struct gisa_gazetteer_row {
    gisa_gazetteer_entry name;
    uint32_t flags;
    uint32_t same_id; /* an earlier row of that id and another type, plus one; 0: none */
    gisa_str cues;    /* words separated by |; "-word" forbids; GISA_NONE: those of the field */
} gisa_gazetteer_row;

#define GISA_GAZETTEER_HEAD      6  /* folded bytes: two syllables */
#define GISA_GAZETTEER_HEAD_BITS 15 /* of the filter over them */

struct gisa_gazetteer {
    gisa_arena arena;
    gisa_gazetteer_row *names;
    size_t n_names, cap_names;
    gisa_map ids; /* the last row of each, plus one; while the files are read */
    gisa_gazetteer_spelling *spellings; /* in the order of the files */
    size_t n_spellings, cap_spellings;
    gisa_table edges; /* of a trie over folded bytes: (node << 8 | byte) + 1 to the child */
    gisa_gazetteer_cell *cells;
    size_t n_cells, cap_cells;
    uint32_t *accepts; /* a node's first cell plus one */
    size_t n_nodes, cap_nodes;
    uint64_t heads[1 << (GISA_GAZETTEER_HEAD_BITS - 6)]; /* hashes of how paths begin, a bit each */
    uint64_t brief[4]; /* first bytes of paths shorter than that */
};

/* The folded byte at text.p[at]: lower case, one kind of separator (space, hyphen, no-break space).
 * Returns how many bytes it stands for. */
static inline size_t gisa_gazetteer_fold(gisa_str text, size_t at, unsigned char *folded)
{
    unsigned char c = (unsigned char)text.p[at];
    if (c == '-') c = ' ';
    if (c == 0xC2 && at + 1 < text.n && (unsigned char)text.p[at + 1] == 0xA0) {
        *folded = ' ';
        return 2;
    }
    *folded = (unsigned char)gisa_lower((char)c);
    return 1;
}

/* The bit in `heads` of the first GISA_GAZETTEER_HEAD folded bytes of a path. */
static inline uint32_t gisa_gazetteer_head(const unsigned char *bytes)
{
    uint64_t sum = 0;
    for (unsigned i = 0; i < GISA_GAZETTEER_HEAD; i++) sum = sum << 8 | bytes[i];
    return (uint32_t)(sum * 0x9E3779B97F4A7C15u >> (64 - GISA_GAZETTEER_HEAD_BITS));
}

/* The child of a node, or 0. */
uint32_t gisa_gazetteer_child(const gisa_gazetteer *g, uint32_t node, unsigned char byte);

#endif

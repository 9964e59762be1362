/* A unit is one wanted (or unwanted) word or phrase with everything that counts as the same: the
 * other spellings of a known name, a compound's parts side by side, two words written as one. */
#ifndef GISA_INDEX_POSTINGS_UNIT_H
#define GISA_INDEX_POSTINGS_UNIT_H

#include "index/postings/phrase.h"

typedef struct gisa_unit_phrase {
    gisa_phrase phrase;
    double weight; /* 1: as good as typed */
    double rarest; /* frequency of its rarest term */
} gisa_unit_phrase;

typedef struct gisa_unit {
    gisa_str typed;
    gisa_unit_phrase *phrases;
    size_t n, cap;
    gisa_phrase *longer; /* where one of these begins it is another: o3 in o3-pro */
    size_t n_longer;
    gisa_unit_phrase *members; /* of a family's name: what its members are called, to show where */
    size_t n_members;          /* they are; what has them is: */
    const int64_t *rows;       /* rows of articles that have the unit all the same, ascending */
    size_t n_rows;
    bool title; /* only in titles */
    bool not_;
    bool or_;        /* joined to the unit before it */
    bool prefix;     /* word* */
    uint32_t run;    /* of its item (index/query/query.h) */
    bool required;   /* typed as a phrase or with title: also wanted in any-word mode */
    double articles; /* its document frequency, approximate */
    double idf;
} gisa_unit;

#endif

/* A sentence as the rules for speakers see it: its eojeols outside quotation marks and brackets,
 * each with the part it plays. Only the rules for quotes include this. */
#ifndef GISA_NLP_FACTS_SPEECH_SENTENCE_H
#define GISA_NLP_FACTS_SPEECH_SENTENCE_H

#include "corpus/annotation.h"

typedef enum gisa_part {
    GISA_PART_OTHER,
    GISA_PART_NOUN,      /* a noun without josa */
    GISA_PART_TOPIC,     /* 은 는 */
    GISA_PART_SUBJECT,   /* 이 가 께서 */
    GISA_PART_ALSO,      /* 도 */
    GISA_PART_PLACE,     /* 에서 에서는 에서도: a body may speak so */
    GISA_PART_GENITIVE,  /* 의 */
    GISA_PART_JOINT,     /* 와 과 */
    GISA_PART_CASE,      /* any other josa */
    GISA_PART_ADVERB,    /* 이어 또한 역시 */
    GISA_PART_ADNOMINAL, /* 열린, 하는 */
    GISA_PART_LINK,      /* a verb that goes on: 하고, 하자, 하기에 */
    GISA_PART_QUOTING,   /* 다고 라고 자고 냐고, 이라며 */
    GISA_PART_END,       /* a verb that ends a sentence */
} gisa_part;

typedef struct gisa_speech_word {
    gisa_span span; /* what is outside marks and brackets */
    gisa_span noun; /* without josa and brackets; {0, 0}: begins with no noun */
    uint32_t morph; /* the first in sentence->morphs */
    uint32_t n;     /* how many */
    gisa_part part;
    bool comma; /* a comma follows */
    bool mark;  /* a quotation stands between this word and the one before */
    bool takes; /* it takes that quotation up: 고, 라며, 라는 */
} gisa_speech_word;

typedef enum gisa_taking { /* how what follows the closing mark takes up speech */
                           GISA_TAKES_NOTHING,
                           GISA_TAKES_SPEECH, /* 고 라며 */
                           GISA_TAKES_NAME,   /* 라는 */
                           GISA_TAKES_NOUN,   /* any other josa */
} gisa_taking;

typedef struct gisa_mark_pair {
    gisa_span outer, inner; /* with the marks and without */
    bool speech;
    bool either; /* a few words between double marks: the article decided */
    gisa_taking taking;
} gisa_mark_pair;

typedef struct gisa_mark_pairs {
    gisa_mark_pair *items; /* in order, none in another */
    size_t n, cap;
} gisa_mark_pairs;

/* The first pair that ends after `at`. */
size_t gisa_mark_pairs_from(const gisa_mark_pairs *pairs, size_t at);

typedef struct gisa_speech_sentence {
    gisa_span span;
    const gisa_morph **morphs;
    size_t n_morphs, cap_morphs;
    gisa_speech_word *words;
    size_t n, cap;
    gisa_taking taking; /* of the last quotation in it */
} gisa_speech_sentence;

/* Fills a sentence with the words of `span`; its arrays are used again, and live in the
 * arena of the annotation.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_speech_sentence_fill(gisa_speech_sentence *s, gisa_str text, gisa_annotation *a,
                                      const gisa_mark_pairs *pairs, gisa_span span);

/* Where the sentence that holds `at` begins and ends: after its mark and blank, or with its line.
 * Marks inside quotations end nothing. */
gisa_span gisa_speech_sentence_at(gisa_str text, const gisa_mark_pairs *pairs, size_t body,
                                  size_t at);

/* Whether a closing mark follows the noun of word i and an opening one of its kind comes not far
 * before: ‘가온 연대’는. *name is what is between them. */
bool gisa_speech_marked(const gisa_speech_sentence *s, gisa_str text, size_t i, gisa_span *name);

/* The morpheme of word i with that place in it, from the end for negative ones; NULL: none. */
const gisa_morph *gisa_speech_morph(const gisa_speech_sentence *s, size_t i, int place);

#endif

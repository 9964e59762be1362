/* What nlp/annotate.h hides, for the files that look into a finished analysis. */
#ifndef GISA_NLP_ANALYSIS_H
#define GISA_NLP_ANALYSIS_H

#include "nlp/annotate.h"
#include "nlp/decomposed.h"
#include "nlp/names/concept.h"
#include "nlp/names/recogniser.h"
#include "nlp/names/synonym.h"
#include "nlp/tagger/name_consistency.h"
#include "nlp/tagger/tagger.h"
#include "nlp/word/isolated_word.h"
#include "nlp/word/own_word.h"
#include "nlp/word/protected_span.h"

struct gisa_analyzer {
    gisa_gazetteer *gazetteer;
    gisa_concepts *concepts;
    gisa_synonyms *synonyms; /* NULL: the user has none */
    gisa_lexicon lexicon;
    gisa_model model;
    gisa_weight_rows long_rows;
    gisa_name_model names;
    bool knows_names;     /* there is a model of names */
    uint64_t own_lexicon; /* of gisa_tokenizer */
    bool isolated;        /* each word by itself */
    gisa_buf own_notes;   /* what a user should know of their own words, a line each */
};

struct gisa_analysis {
    const gisa_analyzer *analyzer;
    gisa_text text;
    gisa_tagger *tagger;
    gisa_isolated_words *isolated;  /* NULL: sentences as a whole */
    const gisa_word_filter *filter; /* of isolated words; NULL: all are read */
    gisa_name_consistency *names;
    gisa_recogniser *recogniser; /* NULL: rules alone */
    gisa_morph_list morphs;
    gisa_morph_list before; /* of the first reading, while the second goes on */
    gisa_morph_list own;    /* scratch for words of the user */
    uint16_t *presets;      /* for each code point, see nlp/word/protected_span.h */
    size_t cap_presets;
    uint32_t reading_from; /* where nlp/tagger/reading.c found its last sentence */
    gisa_arena hits;
    gisa_buf repaired;     /* the text with ill-formed bytes blanked, when it has any */
    gisa_annotation query; /* what the tokenizer annotates */
    gisa_buf frames;       /* the typed word before josa */
    gisa_decomposed decomposed;
};

/* Appends the morphemes of one sentence of work->text to work->morphs. Errors: GISA_ENOMEM. */
gisa_status gisa_analysis_tag(gisa_analysis *work, gisa_range sentence, gisa_error *err);

#endif

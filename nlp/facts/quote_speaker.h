/* Who speaks: subjects of sentences and how they are taken up again. Only quote*.c includes this.
 */
#ifndef GISA_NLP_FACTS_QUOTE_SPEAKER_H
#define GISA_NLP_FACTS_QUOTE_SPEAKER_H

#include "nlp/names/entity_word.h"

typedef struct gisa_speakers {
    gisa_str text;
    const gisa_annotation *a;
    gisa_words words;
    gisa_endings titles;
    size_t body;
    gisa_span last;    /* who spoke last */
    size_t last_close; /* where that quotation ended */
    gisa_span only;    /* the person of the title, for interviews */
} gisa_speakers;

/* Errors: GISA_ENOMEM. */
gisa_status gisa_speakers_init(gisa_speakers *s, gisa_str text, size_t body, gisa_annotation *a);

/* The speaker of the quotation whose marks open at `open` and end at `after`; {0, 0}: unknown.
 * Quotations come in the order of the text. */
gisa_span gisa_speaker_find(gisa_speakers *s, size_t open, size_t after);

/* The subject in [from, to) that is a person or an organisation, and where what it says begins. */
gisa_span gisa_subject_find(gisa_speakers *s, size_t from, size_t to, size_t *after);

/* Where the sentence that begins at `at` ends (after its mark and the spaces). */
size_t gisa_speech_sentence_end(gisa_str text, size_t at);

/* Whether a verb of saying comes within a few words of `at`. */
bool gisa_says(gisa_str sentence, size_t at);

#endif

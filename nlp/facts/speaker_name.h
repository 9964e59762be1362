/* Whom a noun phrase names: a person in full (김 차장 is 김나루), a body, a role, a name kept back.
 * Only the rules for quotes include this. */
#ifndef GISA_NLP_FACTS_SPEAKER_NAME_H
#define GISA_NLP_FACTS_SPEAKER_NAME_H

#include "nlp/facts/speech_sentence.h"
#include "nlp/names/entity_word.h"

typedef struct gisa_speaker {
    gisa_span name; /* {0, 0}: nobody known */
    gisa_speaker_kind kind;
    gisa_span affiliation;
} gisa_speaker;

typedef struct gisa_speakers {
    gisa_str text;
    gisa_annotation *a;
    gisa_mark_pairs pairs;
    gisa_speech_sentence now, past; /* the sentence looked at, an earlier or later one */
    gisa_endings titles, bodies, organisations;
    size_t body;
    gisa_speaker last;   /* who spoke last */
    size_t last_end;     /* where that speech ended */
    gisa_speaker topic;  /* of whom the sentences before are: their subject, or who spoke in them */
    size_t topic_end;    /* where the last of those sentences ended */
    bool topic_spoke;    /* who spoke, and no mere subject */
    gisa_speaker person; /* the last topic that is a person */
    gisa_span medium;    /* to which a speaker talks */
    gisa_span guest;     /* who that is */
    gisa_speaker only;   /* the person of an interview */
} gisa_speakers;

/* What will do as the name of a speaker. */
typedef enum gisa_speaker_test {
    GISA_TEST_KNOWN, /* a known body, role, title or name */
    GISA_TEST_NAME,  /* any proper name too: the subject of a verb of saying */
    GISA_TEST_NOUN,  /* any noun of what may speak too: the topic right before a quotation */
} gisa_speaker_test;

/* The speaker that word i of a sentence names with the nouns before it.
 *
 * Returns: whether somebody is named; *out has no name when it is a pronoun that leads nowhere. */
bool gisa_speaker_name(const gisa_speakers *s, const gisa_speech_sentence *sentence, size_t i,
                       gisa_speaker_test test, gisa_speaker *out);

/* The entity of a type that touches the span, the last one; NULL: none. */
const gisa_entity *gisa_speaker_entity(const gisa_speakers *s, gisa_span span,
                                       gisa_entity_type type);

/* A speaker whose name stands at the span: in full, with its kind. Titles may follow the name. */
gisa_speaker gisa_speaker_known(const gisa_speakers *s, gisa_span name, gisa_speaker_kind kind);

#endif

/* Who speaks: the subject of the verb of saying, before what is said or after it. Only the rules
 * for quotes include this. */
#ifndef GISA_NLP_FACTS_SPEAKER_CLAUSE_H
#define GISA_NLP_FACTS_SPEAKER_CLAUSE_H

#include "nlp/facts/speaker_name.h"

/* Errors: GISA_ENOMEM. */
gisa_status gisa_speakers_init(gisa_speakers *s, gisa_str text, size_t body, gisa_annotation *a);

/* The speaker of the quotation s->pairs.items[k]; s->now is its sentence. Quotations come in the
 * order of the text; the speaker is remembered. Errors: GISA_ENOMEM. */
gisa_status gisa_speaker_find(gisa_speakers *s, size_t k, gisa_speaker *out);

/* The subject nearest before word `to` and not before word `from`, of the verb that comes after.
 * Returns whether there is one; *at is its word. near: what will do with no verb between. */
bool gisa_subject_before(const gisa_speakers *s, const gisa_speech_sentence *sentence, size_t from,
                         size_t to, gisa_speaker_test near, gisa_speaker *out, size_t *at);

/* The first subject in words [from, to) before any verb. Returns whether there is one. */
bool gisa_subject_after(const gisa_speakers *s, const gisa_speech_sentence *sentence, size_t from,
                        size_t to, gisa_speaker *out, size_t *at);

/* The source of words [from, to), 가온청에 따르면: nobody, when it is not known. Returns whether
 * they name one; *at is the verb. */
bool gisa_speaker_according(const gisa_speakers *s, const gisa_speech_sentence *sentence,
                            size_t from, size_t to, gisa_speaker *out, size_t *at);

/* Whether s->now comes right after what the last topic is of, in its paragraph. */
bool gisa_speaker_goes_on(const gisa_speakers *s);

/* Who goes on speaking in s->now, which names nobody: the one who spoke in the sentences before, or
 * their subject. */
void gisa_speaker_before(const gisa_speakers *s, gisa_speaker *out);

/* Notes of whom s->now is, after its speech was found. */
void gisa_speaker_note(gisa_speakers *s);

/* Remembers who spoke up to `end`. */
void gisa_speaker_remember(gisa_speakers *s, gisa_speaker who, size_t end);

#endif

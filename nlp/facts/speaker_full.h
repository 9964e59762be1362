/* Short forms back to the full name in the text: 김 차장, 레스터, 가온위, 그. Only the rules for
 * quotes include this. */
#ifndef GISA_NLP_FACTS_SPEAKER_FULL_H
#define GISA_NLP_FACTS_SPEAKER_FULL_H

#include "nlp/facts/speaker_name.h"

/* The person named last before `at` whose name begins so; one who bears that title first. Never the
 * reporter, unless the title is 기자. {0, 0}: nobody. */
gisa_span gisa_speaker_by_surname(const gisa_speakers *s, gisa_str surname, gisa_str title,
                                  size_t at);

/* 레스터 is 앤드루 레스터 when the text says so before; else the span itself. */
gisa_span gisa_speaker_full_name(const gisa_speakers *s, gisa_span name);

/* 가온위 is what comes before “(가온위)” or “(이하 가온위)”; else the span itself. */
gisa_span gisa_speaker_full_body(const gisa_speakers *s, gisa_span name);

/* Whom a pronoun at `at` means: who spoke last, or the last person before it. */
gisa_speaker gisa_speaker_meant(const gisa_speakers *s, size_t at);

/* The one person before `at` whose name that title follows: 경찰청장은, after 존 스미스 경찰청장.
 * {0, 0}: nobody or several. */
gisa_span gisa_speaker_by_title(const gisa_speakers *s, gisa_str title, size_t at);

#endif

/* Labels of speakers as broadcasters write them, before the speech. Only the rules for quotes
 * include this. */
#ifndef GISA_NLP_FACTS_BROADCAST_H
#define GISA_NLP_FACTS_BROADCAST_H

#include "nlp/facts/speaker_name.h"

/* The speaker of a label right before the marks that open at `open`: [이름/신분 : “…”],
 * ▶ 인터뷰 : 이름 / 신분 on the line before, <이름 / 신분> “…”, 이름/신분 : “…”, 이름: “…”.
 * Returns whether there is a label; *out has no name when it names nobody. */
bool gisa_broadcast_speaker(const gisa_speakers *s, size_t open, gisa_speaker *out);

#endif

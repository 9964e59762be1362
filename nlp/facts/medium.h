/* Who carried what was said: a newspaper, broadcaster or agency, a network. Only the rules for
 * quotes include this. */
#ifndef GISA_NLP_FACTS_MEDIUM_H
#define GISA_NLP_FACTS_MEDIUM_H

#include "nlp/facts/speaker_name.h"

/* The medium that the words of a sentence name for what the speaker says: CNBC와의
 * 인터뷰에서, 페이스북에, 연합뉴스에 따르면. {0, 0}: none. Words in `said` do not count.
 *
 * *talks: it was said to that medium, and what the speaker says further is, too. */
gisa_span gisa_medium_find(const gisa_speakers *s, const gisa_speech_sentence *sentence,
                           gisa_span said, gisa_span speaker, bool *talks);

/* Whether a name is that of a medium: listed, or by its ending. */
bool gisa_is_medium(gisa_str name);

#endif

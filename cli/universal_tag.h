/* The part of speech of an eojeol in the tag set of Universal Dependencies. */
#ifndef GISA_CLI_UNIVERSAL_TAG_H
#define GISA_CLI_UNIVERSAL_TAG_H

#include "corpus/annotation.h"

/* The tag of the head of an eojeol: its last noun or predicate, marks, josa and endings aside, as
 * the Korean treebanks GSD and KAIST have it. 말했다 is a VERB, "그는 a PRON, 회사다 (with a
 * copula) a VERB, 깨끗한 an ADJ, 8개 a NOUN. What brackets add to a word (위원회(위원장 아무개)가)
 * does not count; an auxiliary is one only where nothing before it in the eojeol is a verb. They
 * part on adverbial josa and linking endings (학교에서 ADV, 먹고 CCONJ); there the head decides. */
const char *universal_tag_of(const gisa_morph *morphs, uint32_t n);

#endif

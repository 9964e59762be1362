/* Which index terms a text has, from its morphemes.
 *
 * The rule. In each eojeol, neighbouring morphemes that make up a noun (nouns, roots, prefixes and
 * suffixes, numbers with their counters, Latin and Hanja runs) are a compound. In a document its
 * parts are terms at successive positions, and every run of two or more of them, joined, is a
 * colocated term at the position of its first part: 인공지능위원회 gives 인공 (인공지능,
 * 인공지능위원회), 지능 (지능위원회), 위원회. Compounds of more than four parts give their pairs
 * and the whole. A prefix or suffix of one syllable is no term but goes with its noun, which is a
 * colocated term beside the two (재개발: 개발; 자동화: 자동); so does the noun in 기차역 and 고양시
 * (nlp/word/noun_part.h). In a query the whole alone is the term. Stems of verbs and adjectives
 * (밝히; 심각하 without its 하, so that 심각 finds it) and adverbs are terms; josa, endings,
 * auxiliaries and punctuation are none, and a bound noun only after a number.
 *
 * Spacing. Two neighbouring eojeols of which the first is nothing but a short noun also give their
 * joined form as a colocated term, so that 오픈소스 finds 오픈 소스; the other way about, the parts
 * do. Hyphens in names vanish in joined forms (GPT-4o gives gpt, 4o and gpt4o).
 *
 * Letters. A compound with Hanja has its Hangul readings as colocated terms (新기술 gives 신기술;
 * nlp/word/hanja.h), one Hanja alone has none. Parts divided by middle dots give the word without
 * them as well (산·학·연 gives 산, 학, 연 and 산학연; nlp/word/dotted_word.h).
 *
 * Numbers. A number is one part, its value (nlp/word/number_term.h), and joins the counter after it
 * across a space: 5만 장 gives 50000 and 장. One in words is beside its
 * value (3500 and 삼천오백). 퍼센트 after one is, in a query, a sign as % is.
 *
 * For a phrase, take a text's terms in DOCUMENT mode and leave out the colocated ones. */
#ifndef GISA_NLP_WORD_TERM_H
#define GISA_NLP_WORD_TERM_H

#include "corpus/annotation.h"
#include "corpus/tokenizer.h"
#include "nlp/word/wordset.h"

typedef struct gisa_term_opts {
    gisa_span part; /* whose sentences count, those that begin in it; offsets are from its start */
    gisa_tokenize_mode mode;
    gisa_wordset words; /* what the model knows; empty: no noun has a part that it does not show */
} gisa_term_opts;

/* Appends the terms of a text. Errors: GISA_ENOMEM. */
gisa_status gisa_term_put_all(gisa_str text, const gisa_annotation *a, const gisa_term_opts *opts,
                              gisa_terms *out, gisa_error *err);

/* What makes up a compound. */
bool gisa_term_is_nominal(gisa_tag tag);

#endif

/* Numbers as the press writes them, by one grammar.
 *
 *     number  = group { [" "] group }             each with a smaller big unit than the one before
 *     group   = section [여] [만 | 억 | 조 | 경]
 *     section = { piece (천 | 백 | 십) } [piece]   falling
 *     piece   = digits | 일 … 구 | nothing         before a unit, nothing is one
 *     digits  = 1,214 | 82.4                      of either width
 *
 * So 1조 2천300억, 11만5천, 3.5조, 삼천오백, 일억 이천만 and 2천오백만 are numbers. What stands
 * after a space without a unit of its own (1만 2000, 5만 천) belongs to it only when what is
 * counted follows, which the caller knows: the loose reading has it, the other has not. */
#ifndef GISA_NLP_FACTS_NUMERAL_H
#define GISA_NLP_FACTS_NUMERAL_H

#include "base/str.h"

typedef enum gisa_numeral_reading {
    GISA_NUMERAL_STRICT, /* without what is loose */
    GISA_NUMERAL_LOOSE,  /* with it */
} gisa_numeral_reading;

typedef struct gisa_numeral {
    double value;
    size_t end;   /* byte after it */
    double first; /* the section of the first group: 3500 of 3천5백만 */
    double lead;  /* its first piece: 3 */
    double chain; /* what that is multiplied by: 1e7; 1: nothing */
    double big;   /* the unit of the first group: 1e4; 1: none */
    size_t loose; /* digits of the loose part, a unit counts as four; 0: nothing is loose */
    double above; /* the big unit before the loose part; 1e4 when a smaller one is */
    bool scaled;  /* by the unit of the number that ends the range: 3 of 3~5만 */
} gisa_numeral;

/* Whether a digit of full width (０ to ９) is at byte `at`. */
bool gisa_numeral_is_wide_digit(gisa_str text, size_t at);

/* Reads the number that begins with a digit at byte `at`; false when there is none, with out->end
 * after the digits that are none. Up to 18 digits; 1.2.3 is none. */
bool gisa_numeral_read(gisa_str text, size_t at, gisa_numeral_reading how, gisa_numeral *out);

/* The same of a number that begins with a word: 삼천오백, 만5천, 백. A number of one syllable is
 * one too. The strict reading leaves out a last digit that may be a word (삼십일 is 31, or 30
 * days). */
bool gisa_numeral_read_word(gisa_str text, size_t at, gisa_numeral_reading how, gisa_numeral *out);

/* Reads a native numeral as it comes before a counter (한, 네, 넉, 스물두, 예순); returns where it
 * ends, `at` when there is none. */
size_t gisa_numeral_native(gisa_str text, size_t at, double *value);

#endif

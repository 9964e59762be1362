/* Where a name may begin and end inside an eojeol: before josa, suffixes and the copula, not inside
 * another word. Rules by the Korean orthography of josa (한글 맞춤법 제41항: josa join the word).
 */
#ifndef GISA_NLP_NAMES_GAZETTEER_EDGE_H
#define GISA_NLP_NAMES_GAZETTEER_EDGE_H

#include "base/hangul.h"
#include "base/utf8.h"

typedef enum gisa_script {
    GISA_SCRIPT_NONE, /* space, marks, the ends of the text */
    GISA_SCRIPT_HANGUL,
    GISA_SCRIPT_LATIN,
    GISA_SCRIPT_DIGIT,
    GISA_SCRIPT_HANJA,
    GISA_SCRIPT_OTHER, /* kana, Cyrillic … */
} gisa_script;

gisa_script gisa_script_of(uint32_t cp);

/* The script of the character at byte `at` (at < text.n), and in *n its length. The common cases
 * take no decoding. */
static inline gisa_script gisa_script_next(gisa_str text, size_t at, size_t *n)
{
    unsigned char c = (unsigned char)text.p[at];
    *n = 1;
    if (c < 0x80) {
        if (gisa_is_alpha((char)c)) return GISA_SCRIPT_LATIN;
        return gisa_is_digit((char)c) ? GISA_SCRIPT_DIGIT : GISA_SCRIPT_NONE;
    }
    if (c >= 0xEB && c <= 0xEC && at + 2 < text.n) {
        *n = 3;
        return GISA_SCRIPT_HANGUL;
    }
    uint32_t cp;
    *n = gisa_utf8_next(text, at, &cp);
    return gisa_script_of(cp);
}

/* The script of the character that begins at byte `at`, or ends before it. */
gisa_script gisa_script_at(gisa_str text, size_t at);
gisa_script gisa_script_before(gisa_str text, size_t at);

/* Whether a Hangul run is nothing but josa, suffixes (측, 판, 쇼크 …) and forms of the copula, as
 * they may follow a word that ends with the character `last` (은 after a final consonant, 는 after
 * none). The empty run is. */
bool gisa_is_tail(gisa_str run, uint32_t last);

/* The run of Hangul syllables that begins at byte `at`. */
gisa_str gisa_hangul_run(gisa_str text, size_t at);

/* Whether a name may begin at byte `at`, and whether it may end there. */
bool gisa_name_begins(gisa_str text, size_t at);
bool gisa_name_ends(gisa_str text, size_t start, size_t end);

#endif

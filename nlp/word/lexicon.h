/* Words that always win: those of corpus/lexicon/user.tsv and of the user's own files.
 *
 * A line is a word, a tab and its Sejong tag (NNP when missing), or its analysis as form/TAG joined
 * by +; "#" begins a comment. A blank in a word is one that texts may have there or not. A line
 * whose second column is an entity type is a line of the gazetteer (corpus/lexicon/README.md) and
 * is passed over here. The order of the lines makes no difference. */
#ifndef GISA_NLP_WORD_LEXICON_H
#define GISA_NLP_WORD_LEXICON_H

#include "base/buf.h"
#include "base/map.h"
#include "nlp/text.h"
#include "nlp/word/wordset.h"

typedef struct gisa_lexicon_morph {
    uint32_t form, n_form; /* in the lexicon's code points */
    gisa_tag tag;
} gisa_lexicon_morph;

typedef struct gisa_lexicon_word {
    gisa_tag tag;             /* of the word, or of the last morpheme of its analysis */
    uint64_t blanks;          /* bit i: the text may have a blank after i + 1 characters */
    uint32_t form, n_form;    /* in the lexicon's code points, without blanks */
    uint32_t morph, n_morphs; /* its analysis; n_morphs 0: none, the word is one morpheme */
    uint32_t file;            /* that it is from; 0: it ships */
    uint64_t line;
} gisa_lexicon_word;

typedef struct gisa_lexicon { /* {0} is empty */
    gisa_map index;           /* key: the hash of a word without blanks, 8 bytes; value: which */
    gisa_lexicon_word *items;
    size_t n, cap;
    gisa_lexicon_morph *morphs;
    size_t n_morphs, cap_morphs;
    uint32_t *cps;
    size_t n_cps, cap_cps;
    uint32_t n_files;
    bool spaced; /* a word has a blank */
    gisa_wordset prefixes;
    uint32_t *slots;
    uint64_t firsts[4]; /* a bit for each code point, modulo 256, that a word begins with */
} gisa_lexicon;

/* Adds the words of a file (the first is what ships). A word of an earlier file is replaced; the
 * same line twice in one file is noted.
 *
 * gazetteer: may be NULL; gets the lines that are the gazetteer's, each at its number, the others
 *            empty.
 * notes:     may be NULL; gets what a user should know, a line each.
 * Errors:    GISA_EINVAL with the line (no tag, too long, one word in two ways), GISA_ENOMEM,
 *            GISA_EENCODING. */
gisa_status gisa_lexicon_read(gisa_lexicon *l, gisa_str file, gisa_buf *gazetteer, gisa_buf *notes,
                              gisa_error *err);

/* After the last file: makes the words ready to be found. Errors: GISA_ENOMEM. */
gisa_status gisa_lexicon_settle(gisa_lexicon *l, gisa_error *err);
void gisa_lexicon_clear(gisa_lexicon *l);

/* The longest word at t->cp[from], before `to`; returns its length in code points with the blanks
 * that the text has in it, 0: none. */
uint32_t gisa_lexicon_match(const gisa_lexicon *l, const gisa_text *t, uint32_t from, uint32_t to,
                            const gisa_lexicon_word **word);

/* The sum of what users' files say, whatever the order of their lines; 0: they have no words. */
uint64_t gisa_lexicon_sum(const gisa_lexicon *l);

#endif

/* Words as the rules for names see them: runs of letters and digits, with what comes before. Only
 * entity*.c and quote*.c include this. */
#ifndef GISA_NLP_NAMES_ENTITY_WORD_H
#define GISA_NLP_NAMES_ENTITY_WORD_H

#include "corpus/annotation.h"
#include "corpus/wordlist.h"

typedef struct gisa_word {
    gisa_span span;
    char before; /* ' ' only a space, '\n' a line begins, '.' a sentence mark, '(' a bracket opens,
                    '"' a quotation mark, ',' any other mark, 0 nothing (the script of a bracket) */
    bool hangul; /* Hangul syllables only */
} gisa_word;

typedef struct gisa_words {
    gisa_word *items; /* in the arena given */
    size_t n, cap;
} gisa_words;

/* Cuts a text into words. Errors: GISA_ENOMEM. */
gisa_status gisa_words_cut(gisa_str text, gisa_arena *arena, gisa_words *out);

/* Syllables of a word of Hangul. */
static inline size_t gisa_syllables(gisa_str s)
{
    return s.n / 3;
}

#define GISA_ENDINGS_MAX   192
#define GISA_ENDINGS_SLOTS 1024

/* A set of at most GISA_ENDINGS_MAX endings, with a quick no: most words end in nothing that is in
 * it. */
typedef struct gisa_endings {
    const gisa_wordlist_item *items;
    size_t n;
    uint8_t head[GISA_ENDINGS_SLOTS]; /* by the last two bytes: an item plus one, 0: none */
    uint8_t next[GISA_ENDINGS_MAX];   /* another with the same slot */
    uint8_t length[GISA_ENDINGS_MAX];
} gisa_endings;

void gisa_endings_init(gisa_endings *e, const gisa_wordlist *list);

/* Length of the longest ending of `stem` in the set, 0 for none. */
size_t gisa_endings_find(const gisa_endings *e, gisa_str stem);

/* The word without the josa at its end so that the rest ends in the set; {NULL, 0} when there is
 * no such rest. *length is that of the ending. */
gisa_str gisa_endings_stem(const gisa_endings *e, gisa_str word, size_t *length);

/* How certain the look of a Hangul word makes it that it is a Korean person's name. */
typedef enum gisa_name_look {
    GISA_LOOK_NONE,   /* no */
    GISA_LOOK_LOOSE,  /* 숙향: two to four syllables that are no word we know */
    GISA_LOOK_WEAK,   /* 조웅: a surname and one syllable */
    GISA_LOOK_STRONG, /* 홍길동, 제갈공명 */
} gisa_name_look;

gisa_name_look gisa_name_look_of(gisa_str word);

/* Titles that people bear (교수, 대표 …), and their set. */
void gisa_titles_init(gisa_endings *e);

#endif

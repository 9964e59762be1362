/* Word lists that ship inside the program: what gisa knows of Korean and of the press, as tables.
 *
 * corpus/lexicon/lists/NAME.tsv holds a word a line, or a word, a tab and its value, sorted by
 * bytes and without repeats (tests/unit/corpus/wordlist.c checks that). The build turns each file
 * into a constant gisa_list_NAME (corpus/wordlists.sh), so nothing is parsed at start. */
#ifndef GISA_CORPUS_WORDLIST_H
#define GISA_CORPUS_WORDLIST_H

#include "base/str.h"

typedef struct gisa_wordlist_item {
    gisa_str word;
    gisa_str value; /* GISA_NONE: the line has none */
} gisa_wordlist_item;

typedef struct gisa_wordlist {
    const gisa_wordlist_item *items; /* sorted by the bytes of their words */
    size_t n;
} gisa_wordlist;

/* The item of a word, or NULL. */
const gisa_wordlist_item *gisa_wordlist_find(const gisa_wordlist *list, gisa_str word);

/* The item with the longest word that the text ends in, or begins with; NULL: none. */
const gisa_wordlist_item *gisa_wordlist_suffix(const gisa_wordlist *list, gisa_str text);
const gisa_wordlist_item *gisa_wordlist_prefix(const gisa_wordlist *list, gisa_str text);

/* Whether the text contains a word of the list, as written or in any case of ASCII. */
bool gisa_wordlist_within(const gisa_wordlist *list, gisa_str text);
bool gisa_wordlist_within_nocase(const gisa_wordlist *list, gisa_str text);

/* The item of a word that the list has in lower case, or NULL. Words of up to 63 bytes. */
const gisa_wordlist_item *gisa_wordlist_find_nocase(const gisa_wordlist *list, gisa_str word);

/* One line for each file, in order of name. */

#endif

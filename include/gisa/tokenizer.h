/* How the store gets its index terms without knowing the analyser: an interface, as FTS5 does it.
 *
 * A term is what the posting lists hold: a noun, a stem, a name, a compound or one of its parts.
 * Terms of one text come in the order of their positions; a colocated term has the position of the
 * term before it (FTS5_TOKEN_COLOCATED). */
#ifndef GISA_TOKENIZER_H
#define GISA_TOKENIZER_H

#include "gisa/text.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gisa_term {
    gisa_str form;       /* normalised: NFC, lower case, half width; at most GISA_TERM_MAX bytes */
    uint32_t start, end; /* bytes in the text */
    bool colocated;
    bool begins; /* the first of a sentence after another one: no phrase reaches across */
} gisa_term;

#define GISA_TERM_MAX 255

/* What a loose term begins with: the text has it within another word (~노동 of 노동자). */
#define GISA_TERM_LOOSE "~"

/* The terms of one text, in an arena. {0} is empty. */
typedef struct gisa_terms {
    gisa_arena arena;
    gisa_term *items;
    size_t n, cap;
} gisa_terms;

GISA_API void gisa_terms_clear(gisa_terms *t);

typedef enum gisa_tokenize_mode {
    GISA_TOKENIZE_DOCUMENT,
    GISA_TOKENIZE_QUERY, /* no compound parts beside the whole: the query layer asks for those */
    GISA_TOKENIZE_NOUN,  /* those of a document for a typed word that is a noun; of others none */
} gisa_tokenize_mode;

/* One spelling of a name as the gazetteer knows it, or of a concept. */
typedef struct gisa_spelling {
    gisa_str id;   /* deepseek; GISA_NONE for a concept */
    gisa_str text; /* 딥시크 */
    bool loose; /* of something wider or narrower than what was asked for: 서울 for 서울시 */
    bool made;  /* with a version, in a form that no lexicon has: 제미나이 3 for Gemini-3 */
} gisa_spelling;

typedef struct gisa_spellings {
    gisa_arena arena;
    gisa_spelling *items;
    size_t n, cap;
} gisa_spellings;

GISA_API void gisa_spellings_clear(gisa_spellings *s);

/* Which eojeols of a text matter to who asks for its terms. */
typedef struct gisa_word_filter {
    bool (*passes)(const void *ctx, gisa_str eojeol);
    const void *ctx;
} gisa_word_filter;

/* Immutable and shared by threads; a workspace belongs to one thread. */
typedef struct gisa_tokenizer {
    void *ctx;

    /* A workspace for one thread; closed by close. Errors: GISA_ENOMEM. */
    gisa_status (*open)(void *ctx, void **workspace, gisa_error *err);
    void (*close)(void *workspace);

    /* Appends the terms of a text (valid UTF-8) to out. Errors: GISA_ENOMEM, GISA_ELIMIT. */
    gisa_status (*tokenize)(void *workspace, gisa_str text, gisa_tokenize_mode mode,
                            gisa_terms *out, gisa_error *err);

    /* Appends every spelling of the name or concept that `name` is a spelling of, itself included,
     * in the lexicon's order; nothing when none is spelled so. Errors: GISA_ENOMEM. */
    gisa_status (*spellings)(void *workspace, gisa_str name, gisa_spellings *out, gisa_error *err);

    /* Appends the words with which a name is another of its family, as forms of terms: with pro or
     * 미니 o3 is o3-pro or o3-mini. None for a name that takes no versions or has none yet (딥시크,
     * Claude Opus). It may be NULL: names have no such words. Errors: GISA_ENOMEM. */
    gisa_status (*variants)(void *workspace, gisa_str name, gisa_terms *out, gisa_error *err);

    /* Lets tokenize make of each eojeol of a document that does not pass, and is not beside one
     * that does, a term of any kind; until another filter is set, NULL for none, which lives as
     * long. All other terms are the same, and so is which of them are side by side. It may be NULL:
     * all terms are made. */
    void (*set_filter)(void *workspace, const gisa_word_filter *filter);

    /* A sum of the lines that a user added to the lexica that ship; 0: none. */
    uint64_t own_lexicon;
} gisa_tokenizer;

#ifdef __cplusplus
}
#endif

#endif

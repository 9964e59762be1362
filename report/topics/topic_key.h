/* What articles are about: the names in them and the words of their headlines and leads. Themes are
 * made from these.
 *
 * Each key is counted once an article, in the period and in the background it is compared with.
 * Keys are numbered in the order in which they are first seen. */
#ifndef GISA_REPORT_TOPICS_TOPIC_KEY_H
#define GISA_REPORT_TOPICS_TOPIC_KEY_H

#include "base/map.h"
#include "corpus/record.h"
#include "corpus/tokenizer.h"

typedef struct gisa_key {
    gisa_str id; /* "e:deepseek" a known name, "e:OG:미르AI" another, "t:접속차단" a word */
    gisa_str label; /* the spelling that most of its mentions have */
    bool name;
    gisa_entity_type type;      /* of a name */
    uint64_t n, base;           /* articles of the period, of the background */
    uint64_t seen, alone, josa; /* mentions; the whole eojeol; before a josa */
    uint64_t votes;             /* for the label (Boyer and Moore's majority vote) */
} gisa_key;

typedef struct gisa_keys { /* {0} and a tokenizer; closed by gisa_keys_close */
    gisa_tokenizer tokenizer;
    void *workspace;
    gisa_arena arena;
    gisa_map index;
    gisa_key *items;
    size_t n, cap;
    uint64_t articles, base_articles;
    gisa_terms terms; /* of the article being read */
    gisa_buf scratch;
    uint32_t *found; /* keys of the article being read, each once, in order of the text */
    size_t n_found, found_cap;
    uint8_t *in_title; /* beside found */
    gisa_map seen_here;
} gisa_keys;

/* Counts an article's keys. A name counts when it is in title or lead, or occurs twice; words only
 * in title and lead, outside names, dates and quantities. keys->found lists them until the next
 * call.
 *
 * Errors: GISA_ENOMEM, and the tokenizer's. */
gisa_status gisa_keys_read(gisa_keys *k, const gisa_record *r, bool background, gisa_error *err);

/* Whether a key is fit to be shown: a name, or a word that is a noun alone or with a josa in enough
 * of its mentions. */
bool gisa_key_fit(const gisa_key *key);

void gisa_keys_close(gisa_keys *k);

#endif

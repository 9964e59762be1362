/* What the files of the digest share. */
#ifndef GISA_REPORT_DIGEST_DIGEST_INSIDE_H
#define GISA_REPORT_DIGEST_DIGEST_INSIDE_H

#include "base/map.h"
#include "report/digest/digest.h"

/* An article of the period, near-duplicates too. */
typedef struct gisa_digest_item {
    gisa_headline headline; /* texts in the digest's arena */
    gisa_time published;
    gisa_str first_sentence;
    int64_t row, root; /* root: of the article it is a copy of, else its own */
    bool copy;
} gisa_digest_item;

typedef struct gisa_digest_work {
    gisa_digest *d;
    gisa_digest_item *items; /* in order of time */
    size_t n, cap;
    gisa_map speakers, numbers; /* → index in d->speakers, d->numbers */
    size_t speakers_cap, numbers_cap;
} gisa_digest_work;

#define GISA_DIGEST_STORIES  8
#define GISA_DIGEST_SPEAKERS 6
#define GISA_DIGEST_NUMBERS  8

/* Notes who is quoted and which figures stand in an article's headline or lead. Errors:
 * GISA_ENOMEM. */
gisa_status gisa_digest_note_quotes(gisa_digest_work *w, const gisa_record *r,
                                    const gisa_headline *h);
gisa_status gisa_digest_note_figures(gisa_digest_work *w, const gisa_record *r,
                                     const gisa_headline *h);

/* Orders speakers and figures and keeps the first ones. */
void gisa_digest_rank_voices(gisa_digest_work *w);

/* Makes stories of the items and d->topics' scores. Errors: GISA_ENOMEM. */
gisa_status gisa_digest_find_stories(gisa_digest_work *w, gisa_error *err);

/* At most `chars` characters of a text, cut at a space with "…" behind. Errors: GISA_ENOMEM. */
gisa_status gisa_digest_clip(gisa_arena *arena, gisa_str text, size_t chars, gisa_str *out);

#endif

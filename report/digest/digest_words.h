/* A digest page being written, and the words, numbers and days that go into it. */
#ifndef GISA_REPORT_DIGEST_DIGEST_WORDS_H
#define GISA_REPORT_DIGEST_DIGEST_WORDS_H

#include "report/digest/digest.h"
#include "report/digest/digest_phrase.h"
#include "report/draw/sheet.h"

#define GISA_PAGE_TEXTS 16

typedef struct gisa_page {
    const gisa_digest *d;
    gisa_sheet sheet;
    gisa_buf scratch, label;
    char texts[GISA_PAGE_TEXTS][32]; /* of the last counts and days, in turn */
    unsigned next_text;
} gisa_page;

/* "12,345", "2025-02-03": views that are valid until GISA_PAGE_TEXTS more are made. */
gisa_str gisa_page_count(gisa_page *p, uint64_t n);
gisa_str gisa_page_day(gisa_page *p, int64_t day);

/* A phrase with its places filled, valid until the next one; a phrase as it is. */
gisa_str gisa_page_phrase(gisa_page *p, gisa_digest_phrase phrase, const gisa_str *args, size_t n);
const char *gisa_page_word(const gisa_page *p, gisa_digest_phrase phrase);

#endif

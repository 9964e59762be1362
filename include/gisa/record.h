/* An article with what analysis found in it. {0} is an empty record. */
#ifndef GISA_RECORD_H
#define GISA_RECORD_H

#include "gisa/annotation.h"
#include "gisa/article.h"
#include "gisa/tokenizer.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gisa_record {
    gisa_article article;
    gisa_buf text; /* title, "\n", body: what the annotation's spans point into */
    gisa_annotation annotation;
    gisa_terms title_terms; /* offsets from the start of the title */
    gisa_terms body_terms;  /* offsets from the start of the body */
    uint64_t capture;       /* byte offset of its capture in the archive */
    bool apart;             /* kept whatever it equals: a version of no other article */
    char origin[65]; /* digest of the article before lines learned from its site were taken out;
                        "" when none was */
} gisa_record;

/* Fills record->text from the article. Errors: GISA_ENOMEM, GISA_ELIMIT. */
GISA_API gisa_status gisa_record_text(gisa_record *record, gisa_error *err);
GISA_API void gisa_record_clear(gisa_record *record);

#ifdef __cplusplus
}
#endif

#endif

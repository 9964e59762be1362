/* Analysis of one text: sentences, eojeols, morphemes; then names, quotes, dates and figures.
 *
 *     gisa_analyzer_open(&opts, &analyzer, err);         once, shared by all threads
 *     gisa_analysis_open(analyzer, &work, err);          one a thread
 *     gisa_annotate(work, text, &how, &annotation, err); for each text
 *
 * All spans are bytes of the text as it was given. The same text gives the same annotation,
 * whatever was analysed before. */
#ifndef GISA_NLP_ANNOTATE_H
#define GISA_NLP_ANNOTATE_H

#include "base/time.h"
#include "corpus/annotation.h"
#include "corpus/tokenizer.h"

typedef struct gisa_analyzer gisa_analyzer; /* immutable: model, lexicon, gazetteer, patterns */
typedef struct gisa_analysis gisa_analysis; /* the workspace of one thread */

typedef struct gisa_analyzer_opts {
    const char *lexicon_path; /* words of the user (corpus/lexicon/user.tsv format), or NULL */
    bool isolated_words; /* each word by itself (nlp/word/isolated_word.h): coarser, fast, for the
                          * index
                          */
} gisa_analyzer_opts;

/* Opens the analyser with the data that ships inside the program.
 *
 * opts:   NULL: the defaults. The path is read now and not kept.
 * Errors: GISA_EIO, GISA_EINVAL (a bad line of the lexicon), GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_analyzer_open(const gisa_analyzer_opts *opts, gisa_analyzer **out,
                               gisa_error *err);
void gisa_analyzer_close(gisa_analyzer *analyzer);

/* A workspace for one thread; the analyser must outlive it. Once it has seen texts of a size,
 * texts of that size need no more memory. Errors: GISA_ENOMEM. */
gisa_status gisa_analysis_open(const gisa_analyzer *analyzer, gisa_analysis **out, gisa_error *err);
void gisa_analysis_close(gisa_analysis *work);

typedef struct gisa_annotate_opts {
    gisa_time published; /* what "어제" counts from; precision unknown: relative dates stay open */
    size_t title_end;    /* bytes of the text that are its title (0: no title) */
    bool morphs_only;    /* leave out entities, quotes, dates and figures */
} gisa_annotate_opts;

/* Analyses a text. *out is emptied first; its memory is reused.
 *
 * text:   any bytes (ill-formed UTF-8 counts as U+FFFD); borrowed for the call only.
 * opts:   NULL: the defaults.
 * Errors: GISA_ENOMEM, GISA_ELIMIT (a text of 256 MB or more). */
gisa_status gisa_annotate(gisa_analysis *work, gisa_str text, const gisa_annotate_opts *opts,
                          gisa_annotation *out, gisa_error *err);

/* The index terms of one part of an annotated text (see nlp/word/term.h for the rule), with offsets
 * counted from part.start. Appends to *out.
 *
 * text, a: what gisa_annotate was given and filled.
 * part:    begins and ends at sentence boundaries, as title and body do.
 * Errors:  GISA_ENOMEM. */
gisa_status gisa_annotate_terms(gisa_analysis *work, gisa_str text, const gisa_annotation *a,
                                gisa_span part, gisa_terms *out, gisa_error *err);

/* The tokenizer for index/: for the same text the same terms as gisa_annotate_terms. Borrows the
 * analyser. */
gisa_tokenizer gisa_analyzer_tokenizer(const gisa_analyzer *analyzer);

#endif

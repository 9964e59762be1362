/* The training text is analysed by a twin of the tagger that never saw its marked names, as the
 * shipped tagger has them by heart, and weights learnt from its analyses would trust them too much.
 */
#include "nlp/train/names.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/mem.h"
#include "nlp/analysis.h"
#include "nlp/names/name_look.h"
#include "nlp/train/name_score.h"
#include "nlp/train/name_writer.h"

#define EPOCHS  6
#define WEIGHTS 400000

static const char notes[] =
    "gisa's model of names. Learnt from: KLUE-NER (CC BY-SA 4.0) and articles of Korean Wikinews "
    "(CC BY 2.5) and the press with names marked for gisa, as gisa's tagger reads them; lists of "
    "names and nouns from mecab-ko-dic 2.1.1 (Apache-2.0). See corpus/lexicon/README.md.\n";

typedef struct workshop {
    const char *folder, *twin, *model;
    unsigned epochs;
    size_t kept;
    gisa_str twin_bytes;
    train_marked_text text;
    train_name_lexicon lexicon;
    train_name_set set;
} workshop;

/* Opens the analyser with the twin's weights and without a recogniser. */
static gisa_status open_twin(workshop *w, gisa_analyzer **out, gisa_error *err)
{
    gisa_analyzer *a = NULL;
    gisa_status st = gisa_analyzer_open(NULL, &a, err);
    if (st >= 0) st = gisa_file_map(w->twin, &w->twin_bytes, err);
    if (st >= 0) {
        gisa_weight_rows_clear(&a->long_rows);
        st = gisa_model_view(w->twin_bytes, &a->model, err);
    }
    if (st >= 0) st = gisa_weight_rows_open(&a->model, &a->long_rows, err);
    if (a) a->knows_names = false;
    *out = a;
    return st;
}

/* Takes the features of the sentences as the twin reads them.
 *
 * isolated: each word by itself, as an import does. */
static gisa_status take_features(workshop *w, gisa_analyzer *twin, bool isolated, gisa_error *err)
{
    gisa_analysis *work = NULL;
    gisa_name_lexicon view = train_name_lexicon_view(&w->lexicon);
    twin->isolated = isolated;
    gisa_status st = gisa_analysis_open(twin, &work, err);
    if (st >= 0) st = train_name_set_make(&w->text, work, &view, &w->set, err);
    gisa_analysis_close(work);
    return st;
}

static gisa_status prepare(workshop *w, gisa_error *err)
{
    char path[4096];
    gisa_analyzer *twin = NULL;
    snprintf(path, sizeof path, "%s/marked.txt", w->folder);
    gisa_status st = train_marked_read(path, &w->text, err);
    if (st >= 0) st = train_name_lexicon_read(w->folder, &w->lexicon, err);
    if (st >= 0) st = open_twin(w, &twin, err);
    if (st >= 0) st = take_features(w, twin, false, err);
    if (st >= 0) st = take_features(w, twin, true, err);
    if (st >= 0)
        printf("%zu sentences, %zu characters, %zu features of %zu\n", w->text.n, w->set.n,
               w->set.n_features, w->set.n_vocabulary);
    fflush(stdout);
    gisa_analyzer_close(twin);
    return st;
}

static gisa_status make(workshop *w, unsigned fold, gisa_buf *file, gisa_error *err)
{
    train_name_weights weights = {0};
    gisa_status st = train_name_learn(&w->set, &w->text, fold, w->epochs, &weights, err);
    train_name_model job = {.set = &w->set,
                            .weights = &weights,
                            .lexicon = &w->lexicon,
                            .kept = w->kept,
                            .notes = {notes, sizeof notes - 1}};
    if (st >= 0) st = train_name_model_make(&job, file, err);
    gisa_free(weights.features);
    return st;
}

static gisa_status test_fold(workshop *w, unsigned fold, train_name_scores *scores, gisa_error *err)
{
    gisa_buf file = {0};
    gisa_analyzer *a = NULL;
    gisa_status st = make(w, fold, &file, err);
    if (st >= 0) st = gisa_analyzer_open(NULL, &a, err);
    if (st >= 0) gisa_name_model_clear(&a->names);
    if (st >= 0) st = gisa_name_model_view(gisa_buf_view(&file), &a->names, err);
    if (st >= 0) st = gisa_name_model_spread(&a->names, err);
    if (st >= 0) a->knows_names = true;
    if (st >= 0) st = train_name_scores_add(scores, a, &w->text, fold, err);
    gisa_analyzer_close(a);
    gisa_buf_clear(&file);
    return st;
}

static gisa_status test(workshop *w, unsigned folds, gisa_error *err)
{
    train_name_scores scores = {0};
    gisa_status st = GISA_OK;
    for (unsigned fold = 0; fold < folds && st >= 0; fold++) {
        st = test_fold(w, fold, &scores, err);
        if (st >= 0) train_name_scores_print(&scores, fold + 1);
    }
    return st;
}

int train_names_main(int argc, char **argv)
{
    gisa_error err = {0};
    workshop *w = gisa_calloc(1, sizeof *w);
    bool testing = strcmp(argv[0], "names-test") == 0;
    if (argc < 4 || !w) {
        fprintf(stderr, "usage: gisa-train names FOLDER TWIN MODEL [EPOCHS] [WEIGHTS]\n"
                        "       gisa-train names-test FOLDER TWIN FOLDS [EPOCHS] [WEIGHTS]\n");
        return 2;
    }
    w->folder = argv[1];
    w->twin = argv[2];
    w->model = argv[3];
    w->epochs = argc > 4 ? (unsigned)strtoul(argv[4], NULL, 10) : EPOCHS;
    w->kept = argc > 5 ? strtoul(argv[5], NULL, 10) : WEIGHTS;
    gisa_buf file = {0};
    gisa_status st = prepare(w, &err);
    if (st >= 0 && testing) {
        st = test(w, (unsigned)strtoul(w->model, NULL, 10), &err);
    } else if (st >= 0) {
        st = make(w, TRAIN_NAME_FOLDS, &file, &err);
        if (st >= 0) st = gisa_file_write(w->model, gisa_buf_view(&file), &err);
    }
    if (st < 0) fprintf(stderr, "gisa-train: %s\n", err.text);
    gisa_buf_clear(&file);
    gisa_file_unmap(w->twin_bytes);
    train_marked_clear(&w->text);
    train_name_lexicon_clear(&w->lexicon);
    train_name_set_clear(&w->set);
    gisa_free(w);
    return st < 0 ? 2 : 0;
}

/* gisa-train: makes corpus/lexicon/model.bin from the training text in a folder.
 *
 *     gisa-train FOLDER MODEL [epochs] [weights] [raw table to keep or to take up]
 *     gisa-train names …   (nlp/train/names.h) the model of names
 *     gisa-train sections …   (nlp/train/section_learn.h) that of sections
 *
 * The same text gives the same bytes: a thread a learner, fixed seeds, no clock. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/time.h"
#include "nlp/train/candidates.h"
#include "nlp/train/model_writer.h"
#include "nlp/train/names.h"
#include "nlp/train/section_learn.h"
#include "nlp/train/words.h"

#define TABLE_BITS 26
#define PATH_SIZE  4096
#define WARM_UP    2 /* epochs that do not count in the averages */

static const char *const domains[] = {"klue", "kaist", "ksl", "gsd", "kiwi", "informal", "names"};

static const char *const tests[] = {"dev-press", "dev-review"};

/* How much the domains' copies of the weights count in the model. Training has them for all of
 * KLUE's and nothing else; on held-out text half of it, and some of what the teacher's text and the
 * marked names taught, is better. */
static const float shares[TRAIN_DOMAINS] = {[0] = .5f, [4] = .1f, [6] = .25f};

static const char notes[] =
    "gisa tagger model. Learnt from: KLUE-DP (CC BY-SA 4.0), UD Korean-Kaist and KAIST treebank "
    "(CC BY-SA 4.0), "
    "UD Korean-KSL (CC BY-SA 4.0), UD Korean-GSD (CC BY-SA 4.0); text labelled by Kiwi 0.24.1 "
    "(Apache-2.0): the same, "
    "YNAT headlines (CC BY-SA 4.0), Korean Wikinews (CC BY 2.5), KLUE-NER sentences with their "
    "marked names (CC BY-SA 4.0), AutoRAG "
    "passages (MIT), translated news sentences (CC BY-SA 3.0), NSMC reviews (CC0 1.0). Words: "
    "hunspell-dict-ko "
    "0.7.92 (entries CC BY-SA 4.0; MPL 1.1, GPL 2+ or LGPL 2.1+). See corpus/lexicon/README.md.\n";

typedef struct plan {
    const char *folder, *model, *raw;
    unsigned epochs;
    size_t weights;
    unsigned bits;
} plan;

typedef struct workshop {
    train_corpus text, dev[2];
    train_labels labels;
    train_words seen;
    train_candidates candidates;
    uint32_t *slots;
    gisa_wordset words;
    train_learner *learner;
} workshop;

static const char *path_of(const plan *p, const char *name, char path[PATH_SIZE])
{
    snprintf(path, PATH_SIZE, "%s/%s.txt", p->folder, name);
    return path;
}

static gisa_status read_file(workshop *w, const plan *p, const char *name, uint8_t domain,
                             train_corpus *to, gisa_error *err)
{
    char path[PATH_SIZE];
    return train_corpus_read(to, path_of(p, name, path), domain, &w->labels,
                             to == &w->text ? &w->seen : NULL, err);
}

static gisa_status prepare(workshop *w, const plan *p, gisa_error *err)
{
    char path[PATH_SIZE];
    gisa_status st = GISA_OK;
    for (uint8_t d = 0; d < sizeof domains / sizeof *domains && st >= 0; d++)
        st = read_file(w, p, domains[d], d, &w->text, err);
    if (st >= 0) st = train_labels_sort(&w->labels, &w->text, 2, err);
    path_of(p, "words", path);
    if (st >= 0) st = train_words_make(&w->seen, 3, path, &w->slots, &w->words, err);
    if (st >= 0) st = train_candidates_make(&w->text, &w->labels, &w->candidates, err);
    if (st >= 0)
        printf("%zu sentences (%zu skipped), %zu syllables, %zu labels, %u candidates, %u slots\n",
               w->text.n_sentences, w->text.n_skipped, w->text.n, w->labels.n,
               w->candidates.from[TRAIN_KEYS], w->words.mask + 1);
    return st;
}

/* Held-out text where there is some, with the labels numbered as in training. */
static gisa_status read_tests(workshop *w, const plan *p, gisa_error *err)
{
    char path[PATH_SIZE];
    gisa_status st = GISA_OK;
    train_labels labels = {0};
    for (size_t i = 0; i < w->labels.n && st >= 0; i++) {
        uint64_t *slot;
        gisa_str key = {(const char *)&w->labels.items[i], sizeof w->labels.items[i]};
        if ((st = gisa_map_put(&labels.ids, key, &slot, NULL)) >= 0) *slot = i;
    }
    labels.items = gisa_malloc((w->labels.n + 1024) * sizeof *labels.items);
    labels.counts = gisa_calloc(w->labels.n + 1024, sizeof *labels.counts);
    labels.n = w->labels.n;
    labels.cap = w->labels.n + 1024;
    train_labels known = w->labels;
    w->labels = labels;
    for (size_t i = 0; i < 2 && st >= 0; i++)
        if (gisa_file_exists(path_of(p, tests[i], path)))
            st = read_file(w, p, tests[i], 0, &w->dev[i], err);
    labels = w->labels;
    w->labels = known;
    gisa_map_clear(&labels.ids);
    gisa_free(labels.items);
    gisa_free(labels.counts);
    return st;
}

/* One of the learners whose weights are mixed: they differ in what the last epochs show them. */
typedef struct course {
    workshop *w;
    train_learner *learner;
    unsigned epochs, number;
} course;

static void *run_course(void *ctx)
{
    course *c = ctx;
    for (unsigned e = 0; e < c->epochs; e++) {
        if (e == WARM_UP) train_learner_forget(c->learner);
        train_learner_run(c->learner, &c->w->text, e, e < WARM_UP || c->number == 0 ? 3 : 0);
        for (size_t i = 0; i < 2; i++) {
            double eojeols, syllables;
            if (c->w->dev[i].n == 0) continue;
            train_learner_test(c->learner, &c->w->dev[i], 0, &eojeols, &syllables);
            printf("learner %u epoch %u %s: eojeols %.4f syllables %.4f\n", c->number + 1, e + 1,
                   tests[i], eojeols, syllables);
        }
        fflush(stdout);
    }
    train_learner_average(c->learner);
    return NULL;
}

static gisa_status train(workshop *w, const plan *p, gisa_error *err)
{
    course courses[2] = {{w, NULL, p->epochs, 0}, {w, NULL, p->epochs, 1}};
    pthread_t thread;
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < 2 && st >= 0; i++)
        st = train_learner_open(&w->labels, &w->candidates, w->words, p->bits, &courses[i].learner,
                                err);
    w->learner = courses[0].learner;
    if (st >= 0 && p->raw && gisa_file_exists(p->raw)) {
        st = train_learner_load(w->learner, p->raw, err);
    } else if (st >= 0) {
        bool apart = pthread_create(&thread, NULL, run_course, &courses[1]) == 0;
        run_course(&courses[0]);
        if (apart)
            pthread_join(thread, NULL);
        else
            run_course(&courses[1]);
        train_learner_mix(w->learner, courses[1].learner);
        if (p->raw) st = train_learner_save(w->learner, p->raw, err);
    }
    train_learner_close(courses[1].learner);
    return st;
}

int main(int argc, char **argv)
{
    if (argc > 1 && strncmp(argv[1], "names", 5) == 0) return train_names_main(argc - 1, argv + 1);
    if (argc > 1 && strncmp(argv[1], "sections", 8) == 0)
        return train_sections_main(argc - 1, argv + 1);
    gisa_error err = {0};
    workshop *w = gisa_calloc(1, sizeof *w);
    if (argc < 3 || !w) {
        fprintf(stderr, "usage: gisa-train FOLDER MODEL [EPOCHS] [WEIGHTS] [RAW]\n");
        return 2;
    }
    plan p = {
        .folder = argv[1], .model = argv[2], .epochs = 6, .weights = 1500000, .bits = TABLE_BITS};
    if (argc > 3) p.epochs = (unsigned)strtoul(argv[3], NULL, 10);
    if (argc > 4) p.weights = strtoul(argv[4], NULL, 10);
    if (argc > 5) p.raw = argv[5];
    if (argc > 6) p.bits = (unsigned)strtoul(argv[6], NULL, 10);
    gisa_status st = prepare(w, &p, &err);
    if (st >= 0) st = read_tests(w, &p, &err);
    if (st >= 0) st = train(w, &p, &err);
    train_pruned pruned = {0};
    if (st >= 0) st = train_prune(w->learner, &w->text, shares, p.weights, 0, &pruned, &err);
    if (st >= 0) {
        train_model job = {.text = &w->text,
                           .labels = &w->labels,
                           .candidates = &w->candidates,
                           .words = w->words,
                           .weights = pruned,
                           .notes = {notes, sizeof notes - 1}};
        st = train_model_write(&job, p.model, &err);
    }
    if (st < 0) fprintf(stderr, "gisa-train: %s\n", err.text);
    gisa_free(pruned.items);
    train_learner_close(w->learner);
    return st < 0 ? 2 : 0;
}

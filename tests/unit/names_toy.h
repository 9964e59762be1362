/* A small model of names, learnt from invented sentences, for the tests of what reads one. */
#ifndef GISA_TEST_NAMES_TOY_H
#define GISA_TEST_NAMES_TOY_H

#include <unistd.h>

#include "base/file.h"
#include "nlp/train/name_writer.h"
#include "tests/unit/analyzed.h"

static const char toy_lists[] =
    "1\t홍길동\n1\t성춘향\n1\t이몽룡\n2\t가람시\n2\t람시\n2\t나래동\n8\t시장\n8\t시장님\n9\t장미\n";
static const char toy_clusters[] = "5\t시장/NNG\n7\t은/JX\n";
static const char toy_marked[] = "press\t0 3 PS\t홍길동 시장은 웃었다.\n"
                                 "press\t0 3 PS\t성춘향 시장은 울었다.\n"
                                 "press\t0 3 LC 5 8 PS\t가람시의 이몽룡 시장은 웃었다.\n"
                                 "press\t0 3 LC\t나래시의 주민들은 웃었다.\n"
                                 "press\t0 7 LC 9 12 PS\t가람시 나래동의 이몽룡 시장은 웃었다.\n"
                                 "press\t0 7 LC\t가람시 나래동의 주민들은 웃었다.\n"
                                 "press\t3 6 PS\t어제 홍길동 시장은 웃었다.\n"
                                 "review\t\t정말 재미있는 영화였다.\n"
                                 "press\t0 2 DT 3 6 PS\t3일 성춘향 시장은 웃었다.\n";

static gisa_buf toy_file;

static inline void toy_write(const char *folder, const char *name, const char *text)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    OK(gisa_file_write(path, gisa_str_from(text), NULL) == GISA_OK, "a file is written");
}

/* Fills toy_file with a model's bytes, aligned as those of the program. Needs an open analyser. */
static inline bool toy_make(void)
{
    char folder[] = "/tmp/gisa-test-names-XXXXXX", path[128];
    gisa_error err = {0};
    train_marked_text text = {0};
    train_name_lexicon lexicon = {0};
    train_name_set set = {0};
    train_name_weights weights = {0};
    if (!OK(mkdtemp(folder) != NULL, "a folder")) return false;
    toy_write(folder, "marked.txt", toy_marked);
    toy_write(folder, "lists.txt", toy_lists);
    toy_write(folder, "clusters.txt", toy_clusters);
    snprintf(path, sizeof path, "%s/marked.txt", folder);
    gisa_status st = train_marked_read(path, &text, &err);
    if (st >= 0) st = train_name_lexicon_read(folder, &lexicon, &err);
    gisa_name_lexicon view = train_name_lexicon_view(&lexicon);
    if (st >= 0) st = train_name_set_make(&text, work, &view, &set, &err);
    if (st >= 0) st = train_name_learn(&set, &text, TRAIN_NAME_FOLDS, 12, &weights, &err);
    train_name_model job = {.set = &set,
                            .weights = &weights,
                            .lexicon = &lexicon,
                            .kept = 20000,
                            .notes = GISA_STR("invented")};
    if (st >= 0) st = train_name_model_make(&job, &toy_file, &err);
    gisa_free(weights.features);
    train_name_set_clear(&set);
    train_name_lexicon_clear(&lexicon);
    train_marked_clear(&text);
    for (const char *const *n = (const char *const[]){"marked", "lists", "clusters", NULL}; *n;
         n++) {
        snprintf(path, sizeof path, "%s/%s.txt", folder, *n);
        unlink(path);
    }
    rmdir(folder);
    return WENT(st, err, "a toy model is made");
}

#endif

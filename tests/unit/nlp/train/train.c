/* Trains a toy model on sentences of our own and reads with it. */
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "nlp/tagger/tagger.h"
#include "nlp/train/align.h"
#include "nlp/train/candidates.h"
#include "nlp/train/model_writer.h"
#include "nlp/train/words.h"
#include "tests/unit/test.h"

#define BITS   18
#define EPOCHS 8

/* Each word stands four times or more: what is seen less keeps no weight. */
static const char corpus[] =
    "가람이\t가람/NNP 이/JKS\n밥을\t밥/NNG 을/JKO\n먹었다.\t먹/VV 었/EP 다/EF ./SW\n\n"
    "가람이\t가람/NNP 이/JKS\n글을\t글/NNG 을/JKO\n썼다.\t쓰/VV 었/EP 다/EF ./SW\n\n"
    "가람은\t가람/NNP 은/JX\n집에\t집/NNG 에/JKB\n갔다.\t가/VV 었/EP 다/EF ./SW\n\n"
    "나래가\t나래/NNP 가/JKS\n밥을\t밥/NNG 을/JKO\n했다.\t하/VV 었/EP 다/EF ./SW\n\n"
    "나래는\t나래/NNP 는/JX\n글을\t글/NNG 을/JKO\n읽는다.\t읽/VV 는다/EF ./SW\n\n"
    "나래가\t나래/NNP 가/JKS\n집에\t집/NNG 에/JKB\n있다.\t있/VA 다/EF ./SW\n\n";

typedef struct toy {
    train_corpus text;
    train_labels labels;
    train_words seen;
    train_candidates candidates;
    uint32_t *slots;
    gisa_wordset words;
    train_learner *learner;
} toy;

static const float shares[TRAIN_DOMAINS] = {1};

static char folder[] = "/tmp/gisa-test-train-XXXXXX";

static const char *in_folder(const char *name, char path[128])
{
    snprintf(path, 128, "%s/%s", folder, name);
    return path;
}

static gisa_status prepare(toy *t, gisa_error *err)
{
    char path[128], words[128];
    gisa_status st = GISA_OK;
    in_folder("text.txt", path);
    in_folder("words.txt", words);
    for (unsigned k = 0; k < 4 && st >= 0; k++)
        st = train_corpus_read(&t->text, path, (uint8_t)(k % 2), &t->labels, &t->seen, err);
    if (st >= 0) st = train_labels_sort(&t->labels, &t->text, 2, err);
    if (st >= 0) st = train_words_make(&t->seen, 3, words, &t->slots, &t->words, err);
    if (st >= 0) st = train_candidates_make(&t->text, &t->labels, &t->candidates, err);
    if (st >= 0)
        st = train_learner_open(&t->labels, &t->candidates, t->words, BITS, &t->learner, err);
    return st;
}

static void clear(toy *t)
{
    train_learner_close(t->learner);
    gisa_free(t->candidates.labels);
    gisa_free(t->slots);
    gisa_map_clear(&t->labels.ids);
    gisa_map_clear(&t->seen.counts);
    gisa_free(t->labels.items);
    gisa_free(t->labels.counts);
    gisa_free(t->text.cp);
    gisa_free(t->text.begins);
    gisa_free(t->text.label);
    gisa_free(t->text.sentences);
    *t = (toy){0};
}

static gisa_status export(toy *t, const char *name, gisa_buf *out, gisa_error *err)
{
    char path[128];
    train_model job = {.text = &t->text,
                       .labels = &t->labels,
                       .candidates = &t->candidates,
                       .words = t->words,
                       .notes = GISA_STR("a toy")};
    gisa_status st = train_prune(t->learner, &t->text, shares, 20000, 16, &job.weights, err);
    if (st >= 0) st = train_model_write(&job, in_folder(name, path), err);
    gisa_free(job.weights.items);
    return st < 0 ? st : gisa_file_read(path, (size_t)1 << 26, out, err);
}

static void learn(toy *t)
{
    for (unsigned e = 0; e < EPOCHS; e++) train_learner_run(t->learner, &t->text, e, 3);
    train_learner_average(t->learner);
}

static void read_text(const gisa_model *model, const char *s, gisa_buf *out)
{
    gisa_tagger *tagger = NULL;
    gisa_text text = {0};
    gisa_morph_list morphs = {0};
    gisa_error err = {0};
    gisa_buf_reset(out);
    WENT(gisa_tagger_open(model, &tagger, &err), err, "a tagger opens on the toy model");
    OK(gisa_text_put(&text, gisa_str_from(s), NULL) == GISA_OK, s);
    OK(gisa_tagger_run(tagger, &text, (gisa_range){0, text.n}, NULL, &morphs, NULL) == GISA_OK, s);
    for (uint32_t k = 0; k < morphs.n; k++) {
        for (uint32_t c = 0; c < morphs.items[k].n_form; c++)
            gisa_buf_add_cp(out, morphs.forms[morphs.items[k].form + c]);
        gisa_buf_addf(out, "/%s ", gisa_tag_name(morphs.items[k].tag));
    }
    gisa_morph_list_clear(&morphs);
    gisa_text_clear(&text);
    gisa_tagger_close(tagger);
}

/* The labels of an eojeol must spell its morphemes again. */
static void check_alignment(const char *word, const char *spelt, uint8_t second)
{
    train_form form = {0};
    uint32_t cp[TRAIN_WORD_MAX], n = 0;
    gisa_label labels[TRAIN_WORD_MAX];
    gisa_str w = gisa_str_from(word), s = gisa_str_from(spelt);
    gisa_buf got = {0};
    for (size_t at = 0; at < w.n; n++) at += gisa_utf8_next(w, at, &cp[n]);
    for (size_t at = 0; at < s.n; form.n++) {
        form.begin[form.n] = form.n == 0 || form.n == second;
        form.tag[form.n] = form.n < second ? GISA_TAG_VV : GISA_TAG_EP;
        at += gisa_utf8_next(s, at, &form.cp[form.n]);
    }
    if (!OK(train_align(cp, n, &form, labels), word)) return;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < labels[i].n_parts; k++)
            gisa_buf_add_cp(&got, gisa_label_apply(&labels[i].parts[k], cp[i]));
    SAME_C(gisa_buf_view(&got), spelt, word);
    gisa_buf_clear(&got);
}

static bool same(const gisa_buf *a, const gisa_buf *b)
{
    return a->n == b->n && memcmp(a->p, b->p, a->n) == 0;
}

static void check_pruning(toy *t)
{
    gisa_error err = {0};
    train_pruned all = {0}, some = {0};
    bool sorted = true, found = true;
    if (!WENT(train_prune(t->learner, &t->text, shares, 20000, 16, &all, &err), err,
              "weights are found"))
        return;
    WENT(train_prune(t->learner, &t->text, shares, all.n / 2, 16, &some, &err), err,
         "half are kept");
    EQUAL(some.n, all.n / 2, "as many as were wanted");
    OK(some.min > all.min, "the largest of them");
    for (size_t i = 0, k = 0; i < some.n; i++) {
        const train_entry *e = some.items + i, *before = i ? e - 1 : e;
        sorted = sorted && (i == 0 || before->feature < e->feature ||
                            (before->feature == e->feature && before->outcome < e->outcome));
        while (k < all.n &&
               (all.items[k].feature != e->feature || all.items[k].outcome != e->outcome))
            k++;
        found = found && k < all.n;
    }
    OK(sorted, "they stand in order, none twice");
    OK(found, "all of them are among those that were found first");
    gisa_free(all.items);
    gisa_free(some.items);
}

static void check_learning(void)
{
    static toy one, two;
    gisa_error err = {0};
    gisa_buf a = {0}, b = {0}, c = {0}, got = {0};
    gisa_model model;
    char path[128];
    double eojeols, syllables;
    if (!WENT(prepare(&one, &err), err, "the toy text is read")) return;
    WENT(prepare(&two, &err), err, "the toy text is read again");
    EQUAL(one.text.n_sentences, 24, "six sentences, four times");
    learn(&one);
    train_learner_test(one.learner, &one.text, 0, &eojeols, &syllables);
    OK(eojeols > .999 && syllables > .999, "the training text is learnt by heart");
    WENT(export(&one, "one.bin", &a, &err), err, "a model is written");
    WENT(gisa_model_view(gisa_buf_view(&a), &model, &err), err, "the model is sound");
    read_text(&model, "나래는 집에 갔다.", &got);
    SAME_C(gisa_buf_view(&got), "나래/NNP 는/JX 집/NNG 에/JKB 가/VV 았/EP 다/EF ./SF ",
           "what was learnt is read in a sentence that training lacks");
    check_pruning(&one);
    learn(&two);
    WENT(export(&two, "two.bin", &b, &err), err, "a second model is written");
    OK(same(&a, &b), "the same text gives the same bytes");
    in_folder("raw", path);
    WENT(train_learner_save(one.learner, path, &err), err, "the table is kept");
    WENT(train_learner_load(two.learner, path, &err), err, "the table is taken up");
    WENT(export(&two, "three.bin", &c, &err), err, "a third model is written");
    OK(same(&a, &c), "a table taken up is packed to the same bytes");
    train_learner_mix(two.learner, one.learner);
    gisa_buf_reset(&c);
    WENT(export(&two, "three.bin", &c, &err), err, "a model of the two is written");
    OK(same(&a, &c), "what is mixed with itself stays as it is");
    gisa_buf_clear(&a), gisa_buf_clear(&b), gisa_buf_clear(&c), gisa_buf_clear(&got);
    clear(&one), clear(&two);
}

static void check_bad_text(void)
{
    toy t = {0};
    gisa_error err = {0};
    char path[128];
    const char bad[] = "가람이 밥을\n\n";
    in_folder("bad.txt", path);
    WENT(gisa_file_write(path, gisa_str_from(bad), &err), err, "a file is written");
    OK(train_corpus_read(&t.text, path, 0, &t.labels, NULL, &err) == GISA_EINVAL,
       "a line without a tab is refused");
    OK(strstr(err.text, "bad.txt:1") != NULL, "and the message says where");
    const char odd[] = "가\t나다라마바/NNG\n\n가람\t가람/XYZ\n\n가람\t가람/NNP\n\n";
    WENT(gisa_file_write(path, gisa_str_from(odd), &err), err, "a file is written");
    WENT(train_corpus_read(&t.text, path, 0, &t.labels, NULL, &err), err, "odd text is read");
    EQUAL(t.text.n_skipped, 2, "what cannot be spelt or has no tag of ours is skipped");
    EQUAL(t.text.n_sentences, 1, "and the rest kept");
    clear(&t);
}

int main(void)
{
    gisa_error err = {0};
    char path[128];
    if (!OK(mkdtemp(folder) != NULL, "a folder of its own")) return test_end();
    WENT(gisa_file_write(in_folder("text.txt", path), gisa_str_from(corpus), &err), err,
         "the text");
    WENT(gisa_file_write(in_folder("words.txt", path), GISA_STR("1\t밥\n1\t글\n1\t집\n"), &err),
         err, "the words");
    check_alignment("했", "하았", 1);
    check_alignment("밝혔", "밝히었", 2);
    check_alignment("가까운", "가깝ㄴ", 2);
    check_alignment("먹었", "먹었", 1);
    check_learning();
    check_bad_text();
    static const char *const made[] = {"text.txt", "words.txt", "bad.txt", "one.bin",
                                       "two.bin",  "three.bin", "raw"};
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) unlink(in_folder(made[i], path));
    rmdir(folder);
    return test_end();
}

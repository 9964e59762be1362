/* Learning and testing the model of sections, as commands of gisa-train. The temperature of its
 * probabilities is the likeliest one for a fifth of the headlines under a model of the others. */
#include <math.h>
#include <stdio.h>

#include "base/file.h"
#include "base/time.h"
#include "nlp/train/section_learn.h"

enum { FOLD = 0, ALL = 5 };

/* What a model of other headlines says of the fold's: the mean negative log of the probability of
 * the right section at that temperature. */
static double surprise(const train_headlines *h, const gisa_section_model *m, double temperature)
{
    double sum = 0;
    size_t n = 0;
    for (size_t i = FOLD; i < h->n; i += ALL, n++) {
        float margins[GISA_SECTION_ROW];
        gisa_section_margins(m, h->titles[i], margins);
        double all = 0, right = (double)margins[h->items[i].section];
        for (unsigned s = 0; s < GISA_SECTIONS; s++)
            all += exp(((double)margins[s] - right) / temperature);
        sum += log(all);
    }
    return n ? sum / (double)n : 0;
}

static gisa_status find_temperature(const train_headlines *h, float *out, gisa_error *err)
{
    gisa_buf bytes = {0};
    gisa_section_model m = {0};
    gisa_status st = train_sections_learn(h, FOLD, 1, &bytes, err);
    if (st >= 0) st = gisa_section_model_view(gisa_buf_view(&bytes), &m, err);
    double best = 1, least = 1e9;
    for (int t = 5; t <= 200 && st >= 0; t++) {
        double now = surprise(h, &m, t / 100.);
        if (now >= least) continue;
        least = now;
        best = t / 100.;
    }
    *out = (float)best;
    gisa_buf_clear(&bytes);
    return st;
}

static gisa_status make(char **argv, gisa_error *err)
{
    train_headlines h = {0};
    gisa_buf bytes = {0};
    float temperature = 1;
    gisa_status st = train_headlines_read(&h, argv[1], err);
    if (st >= 0) st = find_temperature(&h, &temperature, err);
    if (st >= 0) st = train_sections_learn(&h, ALL, temperature, &bytes, err);
    if (st >= 0) st = gisa_file_write(argv[2], gisa_buf_view(&bytes), err);
    if (st >= 0) printf("%zu headlines, temperature %.2f\n", h.n, (double)temperature);
    gisa_buf_clear(&bytes);
    train_headlines_clear(&h);
    return st;
}

typedef struct tally {
    size_t right, given, wanted;
} tally;

static gisa_status test(char **argv, gisa_error *err)
{
    train_headlines h = {0};
    gisa_str bytes = {0};
    gisa_section_model m = {0};
    tally of[GISA_SECTIONS] = {0};
    size_t right = 0, sure = 0, sure_right = 0;
    double f1 = 0;
    gisa_status st = train_headlines_read(&h, argv[2], err);
    if (st >= 0) st = gisa_file_map(argv[1], &bytes, err);
    if (st >= 0) st = gisa_section_model_check(bytes, err);
    if (st >= 0) st = gisa_section_model_view(bytes, &m, err);
    int64_t begun = gisa_clock_ms();
    for (size_t i = 0; i < h.n && st >= 0; i++) {
        gisa_section_guess g = gisa_section_of(&m, h.titles[i]);
        unsigned s = 0, wanted = h.items[i].section;
        while (s < h.n_names && !gisa_str_eq(g.name, gisa_str_from(h.names[s]))) s++;
        of[wanted].wanted++;
        if (s < h.n_names) of[s].given++;
        of[wanted].right += s == wanted;
        right += s == wanted;
        sure += g.probability >= .8;
        sure_right += g.probability >= .8 && s == wanted;
    }
    int64_t spent = gisa_clock_ms() - begun;
    for (unsigned s = 0; s < h.n_names; s++) {
        double f = 2. * (double)of[s].right / (double)(of[s].given + of[s].wanted);
        printf("%s\t%.4f\n", h.names[s], f);
        f1 += f / h.n_names;
    }
    if (st >= 0 && h.n)
        printf("macro-F1\t%.4f\naccuracy\t%.4f\nat .8 and more\t%.4f right of %.4f\n"
               "milliseconds\t%lld for %zu\n",
               f1, (double)right / (double)h.n, (double)sure_right / (double)(sure ? sure : 1),
               (double)sure / (double)h.n, (long long)spent, h.n);
    gisa_file_unmap(bytes);
    train_headlines_clear(&h);
    return st;
}

int train_sections_main(int argc, char **argv)
{
    gisa_error err = {0};
    if (argc != 3) {
        fprintf(stderr, "usage: gisa-train sections TEXT MODEL | sections-test MODEL TEXT\n");
        return 2;
    }
    bool testing = gisa_str_ends(gisa_str_from(argv[0]), GISA_STR("-test"));
    gisa_status st = testing ? test(argv, &err) : make(argv, &err);
    if (st < 0) fprintf(stderr, "gisa-train: %s\n", err.text);
    return st < 0 ? 2 : 0;
}

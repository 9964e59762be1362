#include "nlp/train/name_paths.h"

#include <math.h>

#define LABELS GISA_NAME_LABELS

static void scale(double v[LABELS])
{
    double all = 0;
    for (unsigned y = 0; y < LABELS; y++) all += v[y];
    for (unsigned y = 0; y < LABELS; y++) v[y] /= all;
}

void train_name_paths_weigh(train_name_paths *p, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        float top = p->sums[i][0];
        for (unsigned y = 1; y < LABELS; y++) top = p->sums[i][y] > top ? p->sums[i][y] : top;
        for (unsigned y = 0; y < LABELS; y++) {
            double sum = i == 0 ? p->factor[LABELS][y] : 0;
            for (unsigned x = 0; x < LABELS && i > 0; x++)
                sum += p->forward[i - 1][x] * p->factor[x][y];
            p->emit[i][y] = exp((double)(p->sums[i][y] - top));
            p->forward[i][y] = sum * p->emit[i][y];
        }
        scale(p->forward[i]);
    }
    for (unsigned y = 0; y < LABELS; y++) p->backward[n - 1][y] = 1;
    for (uint32_t i = n - 1; i-- > 0;) {
        for (unsigned x = 0; x < LABELS; x++) {
            double sum = 0;
            for (unsigned y = 0; y < LABELS; y++)
                sum += p->factor[x][y] * p->emit[i + 1][y] * p->backward[i + 1][y];
            p->backward[i][x] = sum;
        }
        scale(p->backward[i]);
    }
}

void train_name_paths_chances(const train_name_paths *p, uint32_t i, double out[LABELS])
{
    for (unsigned y = 0; y < LABELS; y++) out[y] = p->forward[i][y] * p->backward[i][y];
    scale(out);
}

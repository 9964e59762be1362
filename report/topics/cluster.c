/* The Lance-Williams update keeps the averages: a merged group's likeness to another is the mean of
 * its two parts', weighted by their sizes. O(n^3), with n in the low hundreds. */
#include "report/topics/cluster.h"

static double find_best(const double *alike, const uint32_t *size, size_t n, size_t *a, size_t *b)
{
    double best = -1;
    for (size_t i = 0; i < n; i++) {
        if (!size[i]) continue;
        for (size_t k = i + 1; k < n; k++) {
            if (!size[k] || alike[i * n + k] <= best) continue;
            best = alike[i * n + k];
            *a = i;
            *b = k;
        }
    }
    return best;
}

void gisa_cluster_run(double *alike, size_t n, double least, uint32_t *size, uint32_t *group)
{
    size_t a = 0, b = 0;
    for (size_t i = 0; i < n; i++) {
        size[i] = 1;
        group[i] = (uint32_t)i;
    }
    while (find_best(alike, size, n, &a, &b) >= least) {
        double x = size[a], y = size[b];
        for (size_t k = 0; k < n; k++) {
            double mean = (x * alike[a * n + k] + y * alike[b * n + k]) / (x + y);
            alike[a * n + k] = alike[k * n + a] = mean;
        }
        size[a] += size[b];
        size[b] = 0;
        for (size_t k = 0; k < n; k++)
            if (group[k] == b) group[k] = (uint32_t)a;
    }
}

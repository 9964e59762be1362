#include "report/topics/cluster.h"

#include "tests/unit/test.h"

#define N 5

static void fill(double *m, const double (*pairs)[3], size_t n)
{
    for (size_t i = 0; i < N * N; i++) m[i] = 0;
    for (size_t i = 0; i < n; i++) {
        size_t a = (size_t)pairs[i][0], b = (size_t)pairs[i][1];
        m[a * N + b] = m[b * N + a] = pairs[i][2];
    }
}

int main(void)
{
    static const struct {
        const char *name;
        double pairs[6][3];
        const char *want;
    } rows[] = {
        {"two pairs and one alone", {{0, 1, 0.9}, {2, 3, 0.8}}, "00224"},
        {"nothing is alike", {{0, 1, 0.2}}, "01234"},
        {"a chain does not drag its far end along",
         {{0, 1, 0.9}, {1, 2, 0.6}, {2, 3, 0.6}},
         "00224"},
        {"three that are all alike are one", {{0, 1, 0.6}, {1, 2, 0.6}, {0, 2, 0.6}}, "00034"},
        {"of equals the first pair goes first", {{1, 2, 0.7}, {2, 3, 0.7}}, "01134"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        double m[N * N];
        uint32_t size[N], group[N];
        char got[N + 1] = "";
        fill(m, rows[i].pairs, 6);
        gisa_cluster_run(m, N, 0.5, size, group);
        for (size_t k = 0; k < N; k++) got[k] = (char)('0' + group[k]);
        SAME_C(gisa_str_from(got), rows[i].want, rows[i].name);
    }
    gisa_cluster_run(NULL, 0, 0.5, NULL, NULL);
    return test_end();
}

#include "report/network/network_layout.h"

#include <math.h>

#include "tests/unit/test.h"

static double apart(const gisa_network_place *at, int a, int b)
{
    return hypot(at[a].x - at[b].x, at[a].y - at[b].y);
}

int main(void)
{
    enum { N = 8 };
    gisa_name names[N] = {{.articles = 1}};
    gisa_network_edge edges[] = {{0, 7, 4, 3}, {1, 6, 4, 3}};
    gisa_network n = {.names = {.items = names, .n = N}, .edges = edges, .n = 2};
    gisa_network_place at[N], again[N];
    gisa_network_layout(&n, 600, 400, at);
    gisa_network_layout(&n, 600, 400, again);
    double closest = 1e9;
    bool inside = true, same = true;
    for (int a = 0; a < N; a++) {
        inside &= at[a].x > 0 && at[a].x < 600 && at[a].y > 0 && at[a].y < 400;
        same &= fabs(at[a].x - again[a].x) < 1e-12 && fabs(at[a].y - again[a].y) < 1e-12;
        for (int b = 0; b < a; b++) closest = fmin(closest, apart(at, a, b));
    }
    OK(inside, "all are inside");
    OK(same, "the same network, the same places");
    OK(closest > 20, "none hides another");
    OK(apart(at, 0, 7) < apart(at, 0, 6) && apart(at, 1, 6) < apart(at, 1, 7),
       "pairs stand closer than others");
    n.names.n = 0;
    gisa_network_layout(&n, 600, 400, at);
    return test_end();
}

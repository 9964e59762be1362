#include "report/network/network.h"

#include <math.h>

#include "tests/unit/press.h"

static const gisa_network_edge *edge(const gisa_network *n, const char *x, const char *y)
{
    for (size_t i = 0; i < n->n; i++) {
        gisa_str a = n->names.items[n->edges[i].a].text, b = n->names.items[n->edges[i].b].text;
        if ((gisa_str_is(a, x) && gisa_str_is(b, y)) || (gisa_str_is(a, y) && gisa_str_is(b, x)))
            return &n->edges[i];
    }
    return NULL;
}

static void fill(gisa_store *s)
{
    static const char *const bodies[] = {"딥시크 성춘향 가",   "딥시크 성춘향 나다",
                                         "딥시크 한빛시 라마", "누리챗 한빛시 바사",
                                         "누리챗 아자차",      "카타파하 거너"};
    for (int i = 0; i < 6; i++) {
        char id[16];
        snprintf(id, sizeof id, "00%02d", i);
        tiny_add(s, press_record(id, i, 1, "a", id, bodies[i]));
    }
}

static void test_find(gisa_store *s)
{
    gisa_network n = {0};
    gisa_error err;
    WENT(gisa_network_find(s, &(gisa_names_opts){0}, &n, &err), err, "a network");
    EQUAL(n.names.n, 4, "all names are in it");
    const gisa_network_edge *e = edge(&n, "딥시크", "성춘향");
    OK(e && e->articles == 2, "two that stand together twice are a pair");
    OK(e && fabs(e->pmi - 1) < 1e-9, "log2(2 * 6 / (3 * 2)) is 1 bit");
    OK(!edge(&n, "딥시크", "한빛시"), "one article together is none");
    EQUAL(n.left_out, 2, "and is counted as left out");
    gisa_network_clear(&n);
    WENT(gisa_network_find(s, &(gisa_names_opts){.query = GISA_STR("성춘향")}, &n, &err), err,
         "of a query");
    EQUAL(n.n, 0, "what is always there is no news: no information, no pair");
    gisa_network_clear(&n);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    fill(s);
    test_find(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}

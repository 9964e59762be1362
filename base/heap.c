#include "base/heap.h"

static void swap_items(gisa_heap *h, size_t a, size_t b)
{
    uint32_t item = h->items[a];
    h->items[a] = h->items[b];
    h->items[b] = item;
}

static bool is_worse(const gisa_heap *h, size_t a, size_t b)
{
    return h->better(h->ctx, h->items[b], h->items[a]);
}

/* Moves item i down among the first n, until none below it is worse. */
static void sift_down(gisa_heap *h, size_t i, size_t n)
{
    for (;;) {
        size_t child = 2 * i + 1;
        if (child >= n) return;
        if (child + 1 < n && is_worse(h, child + 1, child)) child++;
        if (!is_worse(h, child, i)) return;
        swap_items(h, i, child);
        i = child;
    }
}

void gisa_heap_put(gisa_heap *h, uint32_t item)
{
    if (h->n < h->max) {
        size_t i = h->n++;
        h->items[i] = item;
        for (; i > 0 && is_worse(h, i, (i - 1) / 2); i = (i - 1) / 2) swap_items(h, i, (i - 1) / 2);
    } else if (h->n && h->better(h->ctx, item, h->items[0])) {
        h->items[0] = item;
        sift_down(h, 0, h->n);
    }
}

void gisa_heap_sort(gisa_heap *h)
{
    for (size_t i = h->n / 2; i-- > 0;) sift_down(h, i, h->n);
    for (size_t n = h->n; n > 1; n--) { /* mutate: equivalent, a last one is in its place */
        swap_items(h, 0, n - 1);
        sift_down(h, 0, n - 1);
    }
}

#include "report/network/network_layout.h"

#include <math.h>
#include <string.h>

enum { ROUNDS = 300 };

static const double golden_angle = 2.399963229728653; /* radians: points of a spiral keep apart */
static const double pull = .03;                       /* to the centre, a share of the distance */
static const double attraction = .45;                 /* of a pair, of what theirs is */
static const double margin = 40;                      /* px to the edges */
static const double nearest = 1;                      /* px: closer nodes are taken for that far */

typedef struct layout {
    const gisa_network *n;
    double width, height, spring; /* px between two that are connected */
    gisa_network_place *at;
} layout;

static void begin(layout *l)
{
    for (size_t i = 0; i < l->n->names.n; i++) {
        double radius = l->spring * .6 * sqrt((double)i + .5), angle = (double)i * golden_angle;
        l->at[i].x = l->width / 2 + radius * cos(angle);
        l->at[i].y = l->height / 2 + radius * sin(angle);
    }
}

static double apart(gisa_network_place a, gisa_network_place b, double *dx, double *dy)
{
    *dx = a.x - b.x;
    *dy = a.y - b.y;
    double d = sqrt(*dx * *dx + *dy * *dy);
    return d < nearest ? nearest : d;
}

/* The force on node i: every other one pushes, those it is connected with pull. */
static gisa_network_place force(const layout *l, size_t i)
{
    gisa_network_place f = {(l->width / 2 - l->at[i].x) * pull,
                            (l->height / 2 - l->at[i].y) * pull};
    double dx, dy;
    for (size_t k = 0; k < l->n->names.n; k++) {
        if (k == i) continue;
        double d = apart(l->at[i], l->at[k], &dx, &dy), push = l->spring * l->spring / (d * d);
        f.x += dx * push;
        f.y += dy * push;
    }
    for (size_t k = 0; k < l->n->n; k++) {
        const gisa_network_edge *e = &l->n->edges[k];
        if (e->a != i && e->b != i) continue;
        double d = apart(l->at[i], l->at[e->a == i ? e->b : e->a], &dx, &dy);
        double draw = d / l->spring * attraction * fmin(1, .3 + e->pmi / 4);
        f.x -= dx * draw;
        f.y -= dy * draw;
    }
    return f;
}

static double within(double v, double size)
{
    return fmin(fmax(v, margin), size - margin);
}

void gisa_network_layout(const gisa_network *n, double width, double height,
                         gisa_network_place *places)
{
    layout l = {.n = n, .width = width, .height = height, .at = places};
    if (!n->names.n) return;
    l.spring = .7 * sqrt(width * height / (double)n->names.n);
    begin(&l);
    for (int round = 0; round < ROUNDS; round++) {
        double most = l.spring * (1 - (double)round / ROUNDS);
        for (size_t i = 0; i < n->names.n; i++) {
            gisa_network_place f = force(&l, i);
            double length = sqrt(f.x * f.x + f.y * f.y);
            double step = length > most ? most / length : 1;
            l.at[i].x = within(l.at[i].x + f.x * step * .5, width);
            l.at[i].y = within(l.at[i].y + f.y * step * .5, height);
        }
    }
}

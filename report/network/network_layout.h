/* Places for the nodes of a network. */
#ifndef GISA_REPORT_NETWORK_NETWORK_LAYOUT_H
#define GISA_REPORT_NETWORK_NETWORK_LAYOUT_H

#include "report/network/network.h"

typedef struct gisa_network_place {
    double x, y; /* px */
} gisa_network_place;

/* Spreads the nodes over a width and a height: pairs attract, all nodes repel each other, and what
 * stands with nobody stays near the middle (Fruchterman and Reingold 1991, with a pull to the
 * centre). Begins on a spiral, the most frequent inside: the same network, the same places.
 *
 * places: one a name. */
void gisa_network_layout(const gisa_network *n, double width, double height,
                         gisa_network_place *places);

#endif

/* Average-link agglomerative clustering of a few hundred things (Sokal and Michener 1958). */
#ifndef GISA_REPORT_TOPICS_CLUSTER_H
#define GISA_REPORT_TOPICS_CLUSTER_H

#include <stddef.h>
#include <stdint.h>

/* Joins the two groups with the greatest average likeness, again and again, while it is at least
 * `least`; of equals the pair with the smaller numbers.
 *
 * alike: n * n likenesses, symmetric; overwritten.
 * size:  room for n numbers, overwritten.
 * group: n numbers; set to the smallest member of each one's group. */
void gisa_cluster_run(double *alike, size_t n, double least, uint32_t *size, uint32_t *group);

#endif

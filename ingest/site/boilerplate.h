/* Lines that recur across the articles of one site: learned as articles go by, and taken off the
 * edges of bodies.
 *
 * A site is an outlet, or an outlet on one portal. Of each site's last 32 articles the first and
 * last twelve lines are kept as hashes. A line among the first four or the last eight of a body is
 * learned for good when at least five of these articles have it there, and at least a fifth of
 * them. Articles about the same story (the same headline, or two thirds of their lines in
 * common) count once, so that wire copies and updates teach nothing.
 *
 * A learned line goes only from the edge of a body: from the first four or the last eight lines,
 * as long as nothing but learned lines and at most two short lines that are no sentence are
 * between it and the end. What recurs between paragraphs stays, and so do a body of learned
 * lines only and a mark of who speaks ("<앵커>").
 *
 * What is learned depends on the articles and their order alone. One thread learns and keeps;
 * others may clean meanwhile. */
#ifndef GISA_INGEST_SITE_BOILERPLATE_H
#define GISA_INGEST_SITE_BOILERPLATE_H

#include "corpus/article.h"

typedef struct gisa_boilerplate gisa_boilerplate;

gisa_status gisa_boilerplate_open(gisa_boilerplate **out, gisa_error *err);
void gisa_boilerplate_close(gisa_boilerplate *b); /* NULL is fine */

/* Appends the site that an article is learned under: its outlet, with "@" and what it came
 * through; nothing when it has no outlet (nothing is learned from it then). */
void gisa_boilerplate_site(const gisa_article *a, gisa_buf *out);

/* What an article taught; borrowed until the next call. */
typedef struct gisa_lesson {
    const gisa_str *lines; /* learned now, in the order of the body */
    size_t n_lines;
    const uint64_t *articles; /* ids of earlier articles that have one of them, oldest first */
    size_t n_articles;
} gisa_lesson;

/* Notes an article, with its body as extracted. lines point into the body.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_boilerplate_learn(gisa_boilerplate *b, gisa_str site, const gisa_article *a,
                                   gisa_lesson *out, gisa_error *err);

/* Appends the body without its learned lines; appends nothing and sets *dropped to 0 when all of
 * it stays. Errors: GISA_ENOMEM. */
gisa_status gisa_boilerplate_clean(gisa_boilerplate *b, gisa_str site, gisa_str body, gisa_buf *out,
                                   size_t *dropped, gisa_error *err);

/* For keeping what was learned.
 *
 * next_changed: gives each site that has noted articles since it was last given, with its articles
 *               as bytes appended to *articles; false when there is none left. *at is 0 at first.
 * load_articles: takes such bytes. Errors: GISA_ECORRUPT, GISA_ENOMEM. */
bool gisa_boilerplate_next_changed(gisa_boilerplate *b, size_t *at, gisa_str *site,
                                   gisa_buf *articles);
gisa_status gisa_boilerplate_load_line(gisa_boilerplate *b, gisa_str site, gisa_str line,
                                       gisa_error *err);
gisa_status gisa_boilerplate_load_articles(gisa_boilerplate *b, gisa_str site, gisa_str bytes,
                                           gisa_error *err);

#endif

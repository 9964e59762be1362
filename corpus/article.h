/* The article (gisa/article.h): what only the library needs of it. */
#ifndef GISA_CORPUS_ARTICLE_H
#define GISA_CORPUS_ARTICLE_H

#include "base/arena.h"
#include "base/json.h"
#include "base/time.h"
#include "gisa/article.h"

/* Whether its language is Korean; without a language, its Hangul decides. */
bool gisa_article_is_korean(const gisa_article *a);

/* Gives the times of an article in Korean by Korea's clock, whatever zone its page stated (systems
 * write UTC for Seoul's readers); the instants stay. Others keep the zone they stated. */
void gisa_article_settle_clock(gisa_article *a);

/* Reads a date that the field `name` states into *out; one that is none is noted. */
void gisa_article_read_time(gisa_str stated, const char *name, gisa_time *out,
                            gisa_article_notes *notes);

/* Adds to the text of notes as printf would; what does not fit is left out. */
void gisa_article_note(gisa_article_notes *notes, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* gisa_article_parse, which also notes what could not be read. */
gisa_status gisa_article_read(gisa_str json, gisa_article *a, gisa_article_notes *notes,
                              gisa_error *err);

/* Brings every field under its ceiling (corpus/article_limit.c): texts and lists are cut, addresses
 * and other values that mean something else when they are cut are left out; an id that is left out
 * is derived. Errors: GISA_ENOMEM. */
gisa_status gisa_article_limit(gisa_article *a, gisa_article_notes *notes, gisa_error *err);

/* Makes the fields that are one line by nature (title, outlet, section, authors, via) one line
 * without controls (base/control.h), and the subtitle lines without; what is empty then is unknown.
 * Before the id is made.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_article_strip_controls(gisa_article *a);

/* Brings the texts of a record into composed letters (base/compose.h). Before the id is made.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_article_compose(gisa_article *a, gisa_error *err);

/* gisa_article_digest as earlier databases have it: of canonical_url, lang and via, too. Errors:
 * GISA_ENOMEM. */
gisa_status gisa_article_digest_first(const gisa_article *a, char hex[65], gisa_error *err);

/* The number that an id writes in hex; false for an id of another kind, as JSONL may bring it. */
bool gisa_article_id_number(gisa_str id, uint64_t *out);

/* What exports write before an id that a reader might take for a number (12e4567890123456), and an
 * id without it. No id in hex begins so. */
#define GISA_ARTICLE_ID_MARK 'g'
gisa_str gisa_article_id_plain(gisa_str id);

/* Parts of the JSON form (gisa_article_format), for objects that say more than the article: they
 * append members to the object that is open.
 *
 * head:    id to title. place: the same without the ids.
 * credits: authors, times and language. emails: false: each author's is written as null.
 * text:    body and captions.
 * rights:  rights and via. */
void gisa_article_put_head(gisa_json *w, const gisa_article *a);
void gisa_article_put_place(gisa_json *w, const gisa_article *a);
void gisa_article_put_credits(gisa_json *w, const gisa_article *a, bool emails);
void gisa_article_put_text(gisa_json *w, const gisa_article *a);
void gisa_article_put_rights(gisa_json *w, const gisa_article *a);

/* Function and context travel together. */
typedef struct gisa_article_sink {
    gisa_status (*put)(void *ctx, const gisa_article *article, gisa_error *err);
    void *ctx;
} gisa_article_sink;

#endif

/* The fields of an article, each by a vote of what the page says in several places.
 *
 *   title      every source gives itself and its parts at " - ", " | ", " : ", " < " …; the text
 *              that most sources agree on wins (a whole source counts twice a part), then the
 *              more reliable source: profile, JSON-LD, state of the page, OpenGraph, headings,
 *              Twitter, <title>; never the site's name (site_name.h); without any, the line above
 *              the first date or byline
 *   published  profile, JSON-LD, meta, microdata and <time> at the article's own places
 *              (story_place.h), state; the printed 입력 … corrects a zone that is wrong (Seoul time
 *              stamped as UTC) and adds the minute; then the URL's day; else unknown
 *   modified   JSON-LD, state, meta, the printed 수정 …; only when it is later than published, or
 *              the page does not state that
 *   authors    profile, JSON-LD, state and meta where they name persons; else bylines above the
 *              text, else below it, in the lead, in the sign-off; addresses from wherever the name
 *              has one beside it
 *   outlet     the profile's name, else the host without www and public suffix; on a portal that
 *              of the story's own outlet
 *   rights     the notice that forbids most; meta robots noai, tdm-reservation; Korean public
 *              licences
 *
 *   canonical  link rel=canonical, else og:url, resolved against <base>; only where it can be the
 *              page's own (corpus/address.h), or the page is a portal's
 *
 * Nothing is invented: a field that the page does not state stays null. */
#ifndef GISA_INGEST_FIELDS_FIELDS_H
#define GISA_INGEST_FIELDS_FIELDS_H

#include "ingest/extract_work.h"
#include "ingest/fields/byline.h"
#include "ingest/fields/page_label.h"

typedef struct gisa_field_input {
    gisa_extract_work *w;
    const gisa_extract_opts *opts;
    const gisa_profile *profile; /* or NULL */
    const gisa_body *body;
} gisa_field_input;

/* The title, a view into the workspace: needed before the line pass. */
gisa_status gisa_field_title(const gisa_field_input *in, gisa_str *out, gisa_error *err);

/* Fills all fields but title, body and captions. Errors: GISA_ENOMEM. */
gisa_status gisa_fields_fill(const gisa_field_input *in, gisa_article *out, gisa_error *err);

/* Parts of it. */
gisa_status gisa_field_canonical(const gisa_field_input *in, gisa_article *out);
gisa_status gisa_field_times(const gisa_field_input *in, gisa_article *out);
gisa_status gisa_field_authors(const gisa_field_input *in, gisa_article *out);
gisa_status gisa_field_rights(const gisa_lines *l, const gisa_meta *meta, gisa_article *out);

/* The outlet as a notice names it: "©'…' 아주경제. 무단전재" or "<저작권자 ⓒ TokenPost, 무단 …".
 * GISA_NONE: none. */
gisa_str gisa_notice_outlet(gisa_str notice);

/* The text that a profile's selector finds, or GISA_NONE. */
gisa_status gisa_field_selected(const gisa_field_input *in, gisa_profile_part part, gisa_str *out);

/* What the page labels above its text. */
gisa_status gisa_field_labels(const gisa_field_input *in, gisa_page_labels *out);

/* "www.hani.co.kr" → "hani". */
gisa_str gisa_outlet_key(gisa_str host);

/* "홈 > 산업 > 인공지능" → "인공지능"; GISA_NONE for a line that is no path from the front page. */
gisa_str gisa_breadcrumb_section(gisa_str s);

/* A copy with HTML's character references resolved: titles are often escaped twice. */
gisa_status gisa_html_unescape(gisa_str s, gisa_arena *arena, gisa_str *out);

/* Stops in a text that end sentences: not those after digits, as dates have, and of a.m. and p.m.
 */
size_t gisa_sentence_ends(gisa_str s);

/* Whether two texts have the same letters and digits. */
bool gisa_same_letters(gisa_str a, gisa_str b);

#endif

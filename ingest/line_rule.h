/* What a single line is, judged by its words alone: the same for HTML pages and flattened text.
 *
 * Rules are anchored to whole lines: a sentence that merely mentions 무단전재 is news. They are
 * tried in the order of corpus/lexicon/lines.tsv; the first that fits names the line. */
#ifndef GISA_INGEST_LINE_RULE_H
#define GISA_INGEST_LINE_RULE_H

#include "base/pattern.h"

/* What decided on a line. Its name is for people (gisa_line_rule_name). */
typedef enum gisa_line_rule {
    GISA_RULE_NONE = 0, /* nothing yet */

    /* the names of lines.tsv */
    GISA_RULE_ATTACHMENT,
    GISA_RULE_AUTHOR,
    GISA_RULE_BROADCAST_MARK,
    GISA_RULE_BYLINE,
    GISA_RULE_CAPTION_CREDIT,
    GISA_RULE_CAPTION_MARK,
    GISA_RULE_COMMENTS,
    GISA_RULE_CONTACT,
    GISA_RULE_CREDIT,
    GISA_RULE_CREDITS,
    GISA_RULE_CREW,
    GISA_RULE_DATE,
    GISA_RULE_DIALOG,
    GISA_RULE_DISCLAIMER,
    GISA_RULE_END_MARK,
    GISA_RULE_HASHTAGS,
    GISA_RULE_LICENSE,
    GISA_RULE_PLACEHOLDER,
    GISA_RULE_PROMOTION,
    GISA_RULE_RIGHTS,
    GISA_RULE_SIGNOFF,
    GISA_RULE_STORY_LIST,
    GISA_RULE_TIP,
    GISA_RULE_WIDGET,

    /* what the line's box and its neighbours decide */
    GISA_RULE_ABOVE_TEXT,
    GISA_RULE_AFTER_ARTICLE,
    GISA_RULE_ANNOUNCED_LINKS,
    GISA_RULE_APART,
    GISA_RULE_SUMMARY, /* above a wire report, which says it again */
    GISA_RULE_BELOW_TEXT,
    GISA_RULE_BODY_BOX, /* of no line: says what found the body, in explanations */
    GISA_RULE_CAPTION,
    GISA_RULE_EMPTY,
    GISA_RULE_HEADING,
    GISA_RULE_HIDDEN_BOX,
    GISA_RULE_IN_STORY_LIST,
    GISA_RULE_INSET,
    GISA_RULE_LINKED_SENTENCE,
    GISA_RULE_LINKS,
    GISA_RULE_LINKS_ELSEWHERE,
    GISA_RULE_NOISE_BOX,
    GISA_RULE_OTHER_STORY,
    GISA_RULE_OUTSIDE_BODY,
    GISA_RULE_PRINTED_BEFORE,
    GISA_RULE_RELEASE_TAIL,
    GISA_RULE_STORY_CARDS,
    GISA_RULE_SUBTITLE,
    GISA_RULE_TEXT,
    GISA_RULE_TITLE,
    GISA_RULE_TITLE_AGAIN,
    GISA_RULE_WALL,
    GISA_RULE_COUNT
} gisa_line_rule;

/* The rule as --explain prints it; NULL for NONE. Static. */
const char *gisa_line_rule_name(gisa_line_rule rule);

/* The rule of that name, or NONE. */
gisa_line_rule gisa_line_rule_named(gisa_str name);

/* What kind of line a rule of lines.tsv finds. */
typedef enum gisa_line_kind {
    GISA_KIND_NONE = 0,
    GISA_KIND_RIGHTS,   /* a copyright notice */
    GISA_KIND_WIDGET,   /* buttons, counters, dialogs */
    GISA_KIND_BYLINE,   /* 홍길동 기자, with or without an address */
    GISA_KIND_DATE,     /* 입력 2025-02-03 04:37 */
    GISA_KIND_CREDIT,   /* a photo's credit or a caption that ends in one */
    GISA_KIND_CREW,     /* 영상취재: … */
    GISA_KIND_SIGNOFF,  /* KBS 뉴스 …입니다. */
    GISA_KIND_TIP,      /* calls for tips, contacts, notes of the desk */
    GISA_KIND_PROMO,    /* newsletters, channels, links to other pieces */
    GISA_KIND_TAGS,     /* #… #… */
    GISA_KIND_END,      /* (끝) */
    GISA_KIND_MARK,     /* [앵커], [리포트]: belongs to the body although it is short */
    GISA_KIND_LIST,     /* the head of a list of other stories: what follows is not this article */
    GISA_KIND_COMMENTS, /* the head of the comments: likewise */
    GISA_KIND_TAIL,     /* an author's portrait, a disclaimer: dropped only after the text */
} gisa_line_kind;

typedef struct gisa_line_verdict {
    gisa_line_rule rule; /* NONE exactly when the kind is NONE */
    gisa_line_kind kind;
} gisa_line_verdict;

typedef struct gisa_line_rules gisa_line_rules; /* immutable, shared by threads */

/* Compiles the table. Errors: GISA_ENOMEM; GISA_EINVAL for an unknown name or kind, and for a
 * pattern that does not compile. */
gisa_status gisa_line_rules_open(gisa_line_rules **out, gisa_error *err);
void gisa_line_rules_close(gisa_line_rules *r);

/* Room of one thread to judge lines in. The last verdicts are remembered: a page asks about a line
 * several times, and the pages of a site have lines in common. */
typedef struct gisa_line_match gisa_line_match;

/* Errors: GISA_ENOMEM. */
gisa_status gisa_line_match_open(gisa_line_match **out, gisa_error *err);
void gisa_line_match_close(gisa_line_match *m);

/* The first rule that fits the line. m: used with no other rules. */
gisa_line_verdict gisa_line_rules_find(const gisa_line_rules *r, gisa_line_match *m, gisa_str line);

#endif

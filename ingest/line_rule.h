/* What a single line is, told from its words alone: the same for HTML pages and flattened text.
 *
 * Rules are anchored to whole lines: a sentence that merely mentions 무단전재 is news. They are
 * tried in the order of corpus/lexicon/lines.tsv; the first that fits names the line. */
#ifndef GISA_INGEST_LINE_RULE_H
#define GISA_INGEST_LINE_RULE_H

#include "base/arena.h"
#include "base/pattern.h"

typedef enum gisa_rule_kind {
    GISA_RULE_NONE = 0,
    GISA_RULE_RIGHTS,   /* a copyright notice */
    GISA_RULE_WIDGET,   /* buttons, counters, dialogs */
    GISA_RULE_BYLINE,   /* 홍길동 기자, with or without an address */
    GISA_RULE_DATE,     /* 입력 2025-02-03 04:37 */
    GISA_RULE_CREDIT,   /* a photo's credit or a caption that ends in one */
    GISA_RULE_CREW,     /* 영상취재: … */
    GISA_RULE_SIGNOFF,  /* KBS 뉴스 …입니다. */
    GISA_RULE_TIP,      /* calls for tips, contacts, notes of the desk */
    GISA_RULE_PROMO,    /* newsletters, channels, links to other pieces */
    GISA_RULE_TAGS,     /* #… #… */
    GISA_RULE_END,      /* (끝) */
    GISA_RULE_MARK,     /* [앵커], [리포트]: belongs to the body although it is short */
    GISA_RULE_LIST,     /* the head of a list of other stories: what follows is none of ours */
    GISA_RULE_COMMENTS, /* the head of the comments: likewise */
    GISA_RULE_TAIL,     /* an author's portrait, a disclaimer: dropped only behind the text */
} gisa_rule_kind;

typedef struct gisa_rule {
    const char *name;
    gisa_rule_kind kind;
} gisa_rule;

typedef struct gisa_rules gisa_rules; /* immutable, shared by threads */

/* Compiles the table. Errors: GISA_ENOMEM; GISA_EINVAL for a pattern that does not compile. */
gisa_status gisa_rules_open(gisa_rules **out, gisa_error *err);
void gisa_rules_close(gisa_rules *r);

/* The rule that fits the line, or one of kind NONE. */
gisa_rule gisa_rules_find(const gisa_rules *r, gisa_match *m, gisa_str line);

#endif

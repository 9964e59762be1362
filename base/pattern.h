/* Regular expressions (PCRE2, compiled by its JIT) over UTF-8 views, with ceilings on the work a
 * hostile text can cause.
 *
 * A compiled pattern is immutable and may be shared by threads; each thread brings its own match.
 */
#ifndef GISA_BASE_PATTERN_H
#define GISA_BASE_PATTERN_H

#include "base/status.h"
#include "base/str.h"

typedef struct gisa_pattern gisa_pattern;
typedef struct gisa_match gisa_match;

#define GISA_PATTERN_NOCASE 1u
/* ^ and $ also at line ends. mutate: equivalent, any other bit will do */
#define GISA_PATTERN_LINES 2u

/* Compiles a pattern (PCRE2 syntax, UTF on, Unicode properties on, no \C), valid UTF-8.
 *
 * Errors: GISA_EINVAL with the byte offset in the pattern; GISA_ENOMEM. */
gisa_status gisa_pattern_open(const char *pattern, unsigned flags, gisa_pattern **out,
                              gisa_error *err);
void gisa_pattern_close(gisa_pattern *p);

/* How many groups it has; one with more than GISA_PATTERN_GROUPS may find nothing. */
#define GISA_PATTERN_GROUPS 15
unsigned gisa_pattern_groups(const gisa_pattern *p);

/* Room for the groups of one match, reusable for any pattern of up to 15 groups. */
gisa_status gisa_match_open(gisa_match **out, gisa_error *err);
void gisa_match_close(gisa_match *m);

/* Finds the first match at or after byte `from` of valid UTF-8. A text that makes the pattern work
 * too hard counts as no match. */
bool gisa_pattern_find(const gisa_pattern *p, gisa_match *m, gisa_str text, size_t from);

/* Whether the last search ended because it was too much work. */
bool gisa_match_gave_up(const gisa_match *m);

/* Group `k` of the last match (0: the whole), a view into its text; GISA_NONE when it is unset. */
gisa_str gisa_match_group(const gisa_match *m, unsigned k);

/* Byte offsets of the last match in its text. */
size_t gisa_match_start(const gisa_match *m);
size_t gisa_match_end(const gisa_match *m);

#endif

/* Articles that name a member of a family and not the family: with R1 alone they are about 딥시크
 * as well. */
#ifndef GISA_INDEX_QUERY_MEMBERS_H
#define GISA_INDEX_QUERY_MEMBERS_H

#include "index/store/store.h"

typedef struct gisa_members {
    gisa_arena arena;
    int64_t *rows; /* ascending */
    size_t n_rows, cap_rows;
    gisa_str *names; /* of the members, of most articles first; no more than 8 of a family */
    size_t n_names, cap_names;
} gisa_members;

/* Adds those of the family of an id. A read has begun. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_members_put(gisa_store *s, gisa_str id, gisa_members *out, gisa_error *err);

/* Whether a member is called something without its family's name (R1), also among its spellings. */
bool gisa_member_is_apart(const gisa_spellings *family, gisa_str name,
                          const gisa_spellings *spellings);

/* Adds the name of a member to the spellings of its family. Errors: GISA_ENOMEM. */
gisa_status gisa_member_put(gisa_spellings *family, gisa_str name, gisa_error *err);

void gisa_members_clear(gisa_members *m);

#endif

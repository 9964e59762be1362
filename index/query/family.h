/* Families of names and their members, for SQL that counts a family's articles. */
#ifndef GISA_INDEX_QUERY_FAMILY_H
#define GISA_INDEX_QUERY_FAMILY_H

#include "index/store/store.h"

/* The rows of articles that name the id ?1, as gisa_entity_is_of (gisa/annotation.h) has it. */
#define GISA_FAMILY_ROWS                                                                           \
    "SELECT a.row FROM name n JOIN name_article a ON a.name = n.name WHERE n.id = ?1"              \
    " OR n.family = ?1 OR (n.family IS NOT NULL AND substr(n.id, 1, length(?1) + 1) = ?1 || '-')"

/* Every name with what it counts: a family with its members, a member alone; temp.family is filled.
 */
#define GISA_FAMILY_MEMBERS                                                                        \
    "SELECT name, member FROM temp.family UNION ALL SELECT name, name FROM name"                   \
    " WHERE name NOT IN (SELECT name FROM temp.family)"

/* Fills temp.family (name, member: numbers of names) with the families and their members; each
 * family is a member of itself, too. The caller has begun a read. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_family_table(gisa_store *s, gisa_error *err);

#endif

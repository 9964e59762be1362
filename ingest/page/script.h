/* Data in a page's scripts: JSON-LD, and the state of pages whose body is only there (Arc XP's
 * Fusion.globalContent, Next.js's __NEXT_DATA__ and flight chunks; script_state.h reads others).
 *
 * A body is given back as a small HTML page, so that it goes through the same line pass. Which part
 * of a foreign JSON is the article is found, not configured: the array of typed blocks, or the
 * string, that holds the most running text; the fields are those of the object that holds it. */
#ifndef GISA_INGEST_PAGE_SCRIPT_H
#define GISA_INGEST_PAGE_SCRIPT_H

#include "ingest/page/ld_article.h"
#include "ingest/page/prescan.h"
#include "ingest/page/script_data.h"

/* Reads what the pre-scan found; texts are copied into the arena. JSON over 8 MB is passed over,
 * and so is what does not parse.
 *
 * page:   tells the page's own article in JSON-LD from others; NULL: not known.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_script_read(const gisa_prescan *scan, const gisa_page_hint *page,
                             gisa_arena *arena, gisa_script_data *out, gisa_error *err);

/* Appends the string chunks of the self.__next_f.push([1,"…"]) calls of a script. */
void gisa_script_join_flight(gisa_str script, gisa_buf *out);

#endif

#include "cli/frontier_state.h"

#include <inttypes.h>

#include "corpus/archive.h"

void frontier_state_add(const gisa_frontier_report *r, gisa_buf *out)
{
    switch (r->condition) {
    case GISA_FRONTIER_SOUND:
    case GISA_FRONTIER_UNNEEDED: break;
    case GISA_FRONTIER_BEHIND:
        gisa_buf_addf(out,
                      "has not read the last %" PRIu64
                      " bytes of the archive yet; the next gisa fetch does",
                      r->behind);
        break;
    case GISA_FRONTIER_MISSING:
        gisa_buf_add_c(out, "not there, though something was crawled; gisa fetch makes it from the"
                            " archive, which takes a while");
        break;
    case GISA_FRONTIER_OTHER_EDITION:
        gisa_buf_addf(out,
                      "of another edition (%" PRId64 ", this gisa has %" PRId64
                      "); gisa fetch makes it anew from the archive, which takes a while",
                      r->edition, r->current);
        break;
    case GISA_FRONTIER_OTHER_ARCHIVE:
        gisa_buf_add_c(out, "of another archive, or of this one before it was cut off or made"
                            " whole; gisa fetch makes it anew, which takes a while");
        break;
    case GISA_FRONTIER_DAMAGED:
        gisa_buf_addf(out, "damaged (%s); remove it, and gisa fetch makes it anew from the archive",
                      r->damage);
        break;
    }
}

bool frontier_state_add_writer(const char *archive, gisa_buf *out)
{
    gisa_archive_lock_holder h = gisa_archive_find_holder(archive);
    if (!h.process) return false;
    gisa_buf_addf(out, "a gisa is writing to it: process %" PRIu64, h.process);
    if (h.ended)
        gisa_buf_addf(out,
                      ", which has ended and left the lock to one that it started; fuser %s names"
                      " that one, and nobody else can write until it ends",
                      archive);
    return h.ended;
}

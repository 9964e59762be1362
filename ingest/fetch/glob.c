#include "ingest/fetch/glob.h"

/* Each literal run between stars is put at its first place after the one before, which is never
 * worse than a later place; the last run of a pattern that goes to the end is put at the end. */
bool gisa_glob_match(gisa_str pattern, gisa_str text, bool to_end)
{
    size_t star = gisa_str_find_byte(pattern, '*', 0);
    if (star == GISA_NPOS)
        return to_end ? gisa_str_eq(pattern, text) : gisa_str_starts(text, pattern);
    if (!gisa_str_starts(text, gisa_str_cut(pattern, 0, star))) return false;
    text = gisa_str_cut(text, star, text.n);
    for (;;) {
        pattern = gisa_str_cut(pattern, star + 1, pattern.n);
        star = gisa_str_find_byte(pattern, '*', 0);
        if (star == GISA_NPOS) break;
        gisa_str run = gisa_str_cut(pattern, 0, star);
        size_t at = run.n ? gisa_str_find(text, run, 0) : 0;
        if (at == GISA_NPOS) return false;
        text = gisa_str_cut(text, at + run.n, text.n);
    }
    if (to_end) return gisa_str_ends(text, pattern);
    return !pattern.n || gisa_str_find(text, pattern, 0) != GISA_NPOS;
}

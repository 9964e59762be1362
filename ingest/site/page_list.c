#include "ingest/site/page_list.h"

#include <inttypes.h>

bool gisa_page_list_find(gisa_str url, gisa_page_list *out)
{
    gisa_str place = GISA_STR("%7Bpage%7D"); /* "{page}" in normal form */
    size_t at = gisa_str_find(url, place, 0);
    *out = (gisa_page_list){0};
    if (at == GISA_NPOS) return false;
    out->before = gisa_str_cut(url, 0, at);
    out->after = gisa_str_cut(url, at + place.n, url.n);
    return true;
}

void gisa_page_list_put(const gisa_page_list *l, uint64_t number, gisa_buf *out)
{
    gisa_buf_reset(out);
    gisa_buf_add(out, l->before);
    gisa_buf_addf(out, "%" PRIu64, number);
    gisa_buf_add(out, l->after);
}

bool gisa_page_list_number(const gisa_page_list *l, gisa_str url, uint64_t *number)
{
    if (!l->before.n || url.n <= l->before.n + l->after.n) return false;
    if (!gisa_str_starts(url, l->before) || !gisa_str_ends(url, l->after)) return false;
    return gisa_str_to_u64(gisa_str_cut(url, l->before.n, url.n - l->after.n), number);
}

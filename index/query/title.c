#include "index/query/title.h"

#include "base/letter.h"
#include "base/utf8.h"

gisa_status gisa_title_key(const gisa_query *q, gisa_buf *out, gisa_error *err)
{
    for (size_t i = 0; i < q->n; i++)
        if (q->items[i].or_ || q->items[i].prefix || q->grouped) return GISA_OK;
    for (size_t i = 0; i < q->n; i++) {
        const gisa_query_item *item = &q->items[i];
        if (item->not_ || item->field > GISA_FIELD_TITLE) continue;
        for (size_t at = 0; at < item->text.n;) {
            uint32_t cp;
            at += gisa_utf8_next(item->text, at, &cp);
            if ((cp = gisa_letter_fold(cp))) gisa_buf_add_cp(out, cp);
        }
    }
    return gisa_buf_check(out, "a query", err);
}

bool gisa_title_is(gisa_str key, gisa_str title)
{
    size_t at = 0;
    for (size_t i = 0; i < title.n;) {
        uint32_t cp, wanted = 0;
        i += gisa_utf8_next(title, i, &cp);
        if (!(cp = gisa_letter_fold(cp))) continue;
        if (at == key.n) return false;
        at += gisa_utf8_next(key, at, &wanted);
        if (cp != wanted) return false;
    }
    return key.n > 0 && at == key.n;
}

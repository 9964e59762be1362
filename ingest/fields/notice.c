/* What the page allows: the printed notice and the machine-readable marks. */
#include "corpus/wordlist.h"
#include "ingest/fields/fields.h"

gisa_status gisa_field_rights(const gisa_lines *l, const gisa_meta *meta, gisa_article *out)
{
    size_t best = SIZE_MAX;
    int most = 0;
    bool open = false;
    for (size_t i = 0; i < l->n; i++) {
        const gisa_line *line = &l->items[i];
        gisa_str s = gisa_line_text(l, i);
        if (s.n > 480 || line->keep) continue;
        if (gisa_str_has(s, GISA_STR("공공누리")) &&
            (gisa_str_has(s, GISA_STR("1유형")) || gisa_str_has(s, GISA_STR("출처표시"))))
            open = true;
        bool copy = gisa_wordlist_within_nocase(&gisa_list_copying_words, s);
        bool ai = gisa_wordlist_within_nocase(&gisa_list_ai_training_words, s);
        if (!copy && !ai) continue;
        if (!gisa_wordlist_within_nocase(&gisa_list_forbidding_words, s)) continue;
        bool owner = gisa_wordlist_within_nocase(&gisa_list_copyright_marks, s) ||
                     gisa_str_has(s, GISA_STR("저작권"));
        int worth = 2 * copy + ai + owner;
        if (worth <= most) continue;
        most = worth;
        best = i;
    }
    if (best != SIZE_MAX) {
        gisa_str s = gisa_line_text(l, best);
        if (gisa_article_set(out, &out->rights.notice, s) < 0) return GISA_ENOMEM;
        if (gisa_wordlist_within_nocase(&gisa_list_copying_words, s))
            out->rights.redistribution = GISA_STR("prohibited");
        if (gisa_wordlist_within_nocase(&gisa_list_ai_training_words, s))
            out->rights.ai_training = GISA_STR("prohibited");
    } else if (open) {
        out->rights.redistribution = GISA_STR("allowed");
    }
    bool noai = meta && gisa_str_find_nocase(meta->robots, GISA_STR("noai"), 0) != GISA_NPOS;
    bool tdm = meta && gisa_str_is(meta->tdm, "1");
    if (noai || tdm) out->rights.ai_training = GISA_STR("prohibited");
    return GISA_OK;
}

/* What the page allows: the printed notice and the machine-readable marks. */
#include "corpus/wordlist.h"
#include "ingest/fields/fields.h"

enum { MAX_OUTLET_BYTES = 45 };

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

gisa_str gisa_notice_outlet(gisa_str s)
{
    static const char *const marks[] = {"ⓒ", "©", "Ⓒ", "(c)"};
    static const char *const stops[] = {".",      ",", "무단",   " All", " all", " ALL",
                                        "Rights", "(", "재배포", "<",    ">",    "&"};
    for (size_t i = 0; i < 4; i++) {
        size_t at = gisa_str_find(s, gisa_str_from(marks[i]), 0);
        if (at == GISA_NPOS) continue;
        gisa_str rest = gisa_str_trim(gisa_str_cut(s, at + strlen(marks[i]), s.n));
        if (rest.n && (rest.p[0] == '\'' || rest.p[0] == '"')) {
            size_t close = gisa_str_find_byte(rest, rest.p[0], 1);
            if (close != GISA_NPOS) rest = gisa_str_trim(gisa_str_cut(rest, close + 1, rest.n));
        }
        while (rest.n && (gisa_is_digit(rest.p[0]) || strchr(" -~", rest.p[0])))
            rest = gisa_str_cut(rest, 1, rest.n);
        size_t end = rest.n;
        for (size_t k = 0; k < sizeof stops / sizeof stops[0]; k++) {
            size_t stop = gisa_str_find(rest, gisa_str_from(stops[k]), 0);
            if (stop < end) end = stop;
        }
        rest = gisa_str_trim(gisa_str_cut(rest, 0, end));
        if (rest.n && rest.n <= MAX_OUTLET_BYTES) return rest;
    }
    return GISA_NONE;
}

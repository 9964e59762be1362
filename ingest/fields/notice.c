/* What the page allows: the printed notice and the machine-readable marks. */
#include "ingest/fields/fields.h"

static const char *const forbids_copy[] = {"무단전재",  "무단 전재", "재배포",      "무단복제",
                                           "무단 복제", "전재 및",   "복제 및 배포"};
static const char *const forbids_ai[] = {
    "AI 학습",           "AI학습", "인공지능 학습", "AI 활용",
    "AI(인공지능) 학습", "TDM",    "AI training",   "AI 데이터"};

static bool has_any(gisa_str s, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (gisa_str_find_nocase(s, gisa_str_from(list[i]), 0) != GISA_NPOS) return true;
    return false;
}

static bool forbids(gisa_str s)
{
    static const char *const words[] = {"금지", "금합", "불허", "엄금", "prohibited", "금함"};
    return has_any(s, words, 6);
}

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
        bool copy = has_any(s, forbids_copy, 7), ai = has_any(s, forbids_ai, 8);
        if (!(copy || ai) || !forbids(s)) continue;
        bool owner = has_any(s, (const char *const[]){"저작권", "ⓒ", "©", "Ⓒ", "(c)", "copyright"},
                             6);
        int worth = 2 * copy + ai + owner;
        if (worth <= most) continue;
        most = worth;
        best = i;
    }
    if (best != SIZE_MAX) {
        gisa_str s = gisa_line_text(l, best);
        if (gisa_article_set(out, &out->rights.notice, s) < 0) return GISA_ENOMEM;
        if (has_any(s, forbids_copy, 7)) out->rights.redistribution = GISA_STR("prohibited");
        if (has_any(s, forbids_ai, 8)) out->rights.ai_training = GISA_STR("prohibited");
    } else if (open) {
        out->rights.redistribution = GISA_STR("allowed");
    }
    bool noai = meta && gisa_str_find_nocase(meta->robots, GISA_STR("noai"), 0) != GISA_NPOS;
    bool tdm = meta && gisa_str_is(meta->tdm, "1");
    if (noai || tdm) out->rights.ai_training = GISA_STR("prohibited");
    return GISA_OK;
}

#include "nlp/word/bare_surname.h"

#include "base/hangul.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/tagger/tagger.h"
#include "nlp/word/josa.h"

static const char *const surnames[] = {
    "이", "안", "정", "조", "신", "오", "문", "유", "서", "심", "노", "우", "하", "백",
    "남", "송", "양", "임", "장", "강", "박", "김", "최", "윤", "권", "황", "홍", "손",
    "배", "허", "곽", "민", "엄", "채", "추", "류", "진", "변", "염", "함",
};

static const char *const titles[] = {
    "의원",   "대표",   "원내대표", "총리",   "부총리",   "장관",   "차관",   "대통령", "지사",
    "회장",   "부회장", "사장",     "부사장", "총괄",     "전무",   "상무",   "교수",   "총장",
    "박사",   "감독",   "판사",     "변호사", "위원장",   "실장",   "수석",   "비서관", "행정관",
    "본부장", "원장",   "청장",     "국장",   "센터장",   "경위",   "경사",   "경감",   "경정",
    "경장",   "순경",   "총경",     "대령",   "중령",     "소령",   "대위",   "중위",   "병장",
    "상병",   "일병",   "하사",     "중사",   "상사",     "후보",   "후보자", "당선인", "당선자",
    "총재",   "이사장", "부위원장", "부대표", "최고위원", "대변인", "부부장", "씨",
};

static bool is_surname(gisa_str s)
{
    for (size_t i = 0; i < sizeof surnames / sizeof *surnames; i++)
        if (gisa_str_is(s, surnames[i])) return true;
    return false;
}

/* Whether a run of Hangul is a title, with or without josa. */
static bool is_title(gisa_str run)
{
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        gisa_str title = gisa_str_from(titles[i]), rest = gisa_str_cut(run, title.n, run.n);
        uint32_t last;
        if (!gisa_str_starts(run, title)) continue;
        gisa_utf8_next(title, title.n - 3, &last);
        if (gisa_is_josa(rest, last)) return true;
    }
    return false;
}

/* Whether a syllable has a space and a word behind it, and no word before. */
static bool stands_alone(const gisa_text *t, uint32_t i)
{
    if (t->cp[i + 1] != ' ' || i + 2 >= t->n || !gisa_is_hangul(t->cp[i + 2])) return false;
    gisa_char_class before = i > 0 ? gisa_char_class_of(t->cp[i - 1]) : GISA_CHAR_SPACE;
    return before == GISA_CHAR_SPACE || before == GISA_CHAR_OPEN || before == GISA_CHAR_QUOTE;
}

void gisa_bare_surnames_mark(const gisa_text *t, uint16_t *presets)
{
    for (uint32_t i = 0; i < t->n; i++) {
        if (!gisa_is_hangul(t->cp[i]) || !stands_alone(t, i)) continue;
        if (!is_surname(gisa_span_text(gisa_text_span(t, i, i + 1), t->bytes))) continue;
        if (is_title(gisa_hangul_run(t->bytes, t->at[i + 2])))
            presets[i] = (uint16_t)(GISA_PRESET_BEGIN | (GISA_TAG_NNP + 1u));
    }
}

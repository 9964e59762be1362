#include "nlp/names/gazetteer_edge.h"

#include "base/hangul.h"

/* Josa and forms of 이다 as they stand at the end of an eojeol. The letter says what the word
 * before must end with: c a final consonant, v none, r none or ㄹ, x anything. */
static const struct {
    char needs;
    const char *form;
} josa[] = {
    {'c', "은"},       {'v', "는"},     {'c', "이"},       {'v', "가"},         {'c', "을"},
    {'v', "를"},       {'x', "의"},     {'x', "에"},       {'v', "와"},         {'c', "과"},
    {'r', "로"},       {'c', "으로"},   {'x', "도"},       {'x', "만"},         {'v', "나"},
    {'c', "이나"},     {'v', "랑"},     {'c', "이랑"},     {'x', "에서"},       {'x', "에게"},
    {'x', "에게서"},   {'x', "한테"},   {'x', "께"},       {'x', "께서"},       {'x', "부터"},
    {'x', "까지"},     {'x', "보다"},   {'x', "처럼"},     {'x', "만큼"},       {'x', "같이"},
    {'x', "마저"},     {'x', "조차"},   {'x', "밖에"},     {'x', "뿐"},         {'x', "대로"},
    {'x', "마다"},     {'v', "라"},     {'x', "이라"},     {'r', "로서"},       {'r', "로써"},
    {'c', "으로서"},   {'c', "으로써"}, {'x', "하고"},     {'v', "야"},         {'c', "이야"},
    {'v', "며"},       {'x', "이며"},   {'v', "란"},       {'x', "이란"},       {'v', "든"},
    {'x', "이든"},     {'v', "라도"},   {'x', "이라도"},   {'v', "라든가"},     {'x', "이라든가"},
    {'v', "라고"},     {'x', "이라고"}, {'v', "라는"},     {'x', "이라는"},     {'v', "라며"},
    {'x', "이라며"},   {'v', "라면"},   {'x', "이라면"},   {'v', "라서"},       {'x', "이라서"},
    {'x', "이라면서"}, {'v', "라면서"}, {'v', "다"},       {'x', "이다"},       {'v', "였다"},
    {'x', "이었다"},   {'x', "인"},     {'x', "인데"},     {'x', "일"},         {'x', "임"},
    {'v', "고"},       {'x', "이고"},   {'v', "지만"},     {'x', "이지만"},     {'v', "였던"},
    {'x', "이던"},     {'x', "이었던"}, {'v', "여서"},     {'x', "이어서"},     {'v', "이자"},
    {'x', "이자"},     {'x', "이냐"},   {'x', "이지"},     {'x', "이죠"},       {'v', "죠"},
    {'v', "예요"},     {'x', "이에요"}, {'x', "입니다"},   {'x', "이었습니다"}, {'v', "였습니다"},
    {'x', "인가"},     {'x', "인지"},   {'x', "이므로"},   {'v', "므로"},       {'x', "이니"},
    {'x', "였으며"},   {'x', "이었고"}, {'v', "였고"},     {'x', "이었으나"},   {'v', "였으나"},
    {'x', "이나마"},   {'x', "뿐만"},   {'x', "이랄"},     {'x', "이여"},       {'x', "커녕"},
    {'x', "은커녕"},   {'x', "치고"},   {'x', "인들"},     {'x', "일까"},       {'x', "이면"},
    {'v', "면"},       {'x', "이면서"}, {'v', "면서"},     {'x', "이라니"},     {'x', "이니까"},
    {'x', "이기"},     {'x', "이기도"}, {'x', "이어야"},   {'v', "여야"},       {'x', "이었지만"},
    {'v', "였지만"},   {'x', "인만큼"}, {'x', "이었는데"}, {'v', "였는데"},
};

/* What may stand between a name and its josa. */
static const char *const suffixes[] = {
    "측",   "사",     "판",     "식",     "산",     "제",     "용",   "발",     "계",
    "형",   "표",     "내",     "외",     "등",     "들",     "주",   "급",     "행",
    "팀",   "앱",     "폰",     "쇼크",   "충격",   "열풍",   "돌풍", "바람",   "효과",
    "사태", "논란",   "모델",   "서비스", "이용자", "사용자", "대표", "창업자", "최고경영자",
    "회장", "의장",   "주가",   "본사",   "기반",   "계열",   "진영", "출신",   "관계자",
    "직원", "연구진", "개발진", "버전",   "이후",   "이전",   "이상", "대비",   "코리아",
    "재팬", "차이나", "그룹",   "지사",   "법인",   "연합",   "동맹", "정부",   "당국",
    "현지", "시장",   "기업",   "업체",   "전역",   "국내",   "진출", "의존",   "독주",
    "천하",
};

gisa_script gisa_script_of(uint32_t cp)
{
    if (cp < 0x80) {
        if (gisa_is_alpha((char)cp)) return GISA_SCRIPT_LATIN;
        return gisa_is_digit((char)cp) ? GISA_SCRIPT_DIGIT : GISA_SCRIPT_NONE;
    }
    if (gisa_is_hangul(cp)) return GISA_SCRIPT_HANGUL;
    if (gisa_is_hanja(cp)) return GISA_SCRIPT_HANJA;
    if ((cp >= 0xC0 && cp <= 0x24F && cp != 0xD7 && cp != 0xF7)) return GISA_SCRIPT_LATIN;
    if ((cp >= 0x370 && cp < 0x1100) || (cp >= 0x3040 && cp <= 0x30FF)) return GISA_SCRIPT_OTHER;
    return GISA_SCRIPT_NONE;
}

gisa_script gisa_script_at(gisa_str text, size_t at)
{
    if (at >= text.n) return GISA_SCRIPT_NONE;
    uint32_t cp;
    gisa_utf8_next(text, at, &cp);
    return gisa_script_of(cp);
}

gisa_script gisa_script_before(gisa_str text, size_t at)
{
    if (at == 0 || at > text.n) return GISA_SCRIPT_NONE;
    return gisa_script_at(text, gisa_utf8_prev(text, at));
}

static bool fits(char needs, uint32_t last)
{
    if (needs == 'x' || !gisa_is_hangul(last)) return true;
    uint32_t final = gisa_hangul_final(last);
    if (needs == 'c') return final != GISA_FINAL_NONE;
    return final == GISA_FINAL_NONE || (needs == 'r' && final == GISA_FINAL_L);
}

static uint32_t last_of(gisa_str s, uint32_t otherwise)
{
    if (s.n == 0) return otherwise;
    uint32_t cp;
    gisa_utf8_next(s, gisa_utf8_prev(s, s.n), &cp);
    return cp;
}

/* Josa stack (에서는, 로부터의, 까지도): each joins what the one before leaves. */
static bool josa_run(gisa_str run, uint32_t last, int depth)
{
    if (run.n == 0) return true;
    if (depth == 0 || run.n < 3) return false;
    for (size_t i = 0; i < sizeof josa / sizeof *josa; i++) {
        if (memcmp(run.p, josa[i].form, 3) != 0) continue;
        gisa_str form = gisa_str_from(josa[i].form);
        if (!gisa_str_starts(run, form) || !fits(josa[i].needs, last)) continue;
        if (josa_run(gisa_str_cut(run, form.n, run.n), last_of(form, last), depth - 1)) return true;
    }
    return false;
}

bool gisa_is_josa(gisa_str run, uint32_t last)
{
    return josa_run(run, last, 3);
}

static bool tail_run(gisa_str run, uint32_t last, int suffixes_left)
{
    if (josa_run(run, last, 3)) return true;
    if (suffixes_left == 0 || run.n < 3) return false;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        if (memcmp(run.p, suffixes[i], 3) != 0) continue;
        gisa_str form = gisa_str_from(suffixes[i]);
        if (gisa_str_starts(run, form) &&
            tail_run(gisa_str_cut(run, form.n, run.n), last_of(form, last), suffixes_left - 1))
            return true;
    }
    return false;
}

bool gisa_is_tail(gisa_str run, uint32_t last)
{
    return run.n <= 45 && tail_run(run, last, 2);
}

gisa_str gisa_hangul_run(gisa_str text, size_t at)
{
    size_t end = at;
    while (end + 2 < text.n && (unsigned char)text.p[end] >= 0xEA &&
           (unsigned char)text.p[end] <= 0xED) {
        uint32_t cp;
        size_t n = gisa_utf8_next(text, end, &cp);
        if (!gisa_is_hangul(cp)) break;
        end += n;
    }
    return gisa_str_cut(text, at, end);
}

bool gisa_name_begins(gisa_str text, size_t at)
{
    gisa_script before = gisa_script_before(text, at), here = gisa_script_at(text, at);
    if (here == GISA_SCRIPT_NONE) return false;
    if (before == GISA_SCRIPT_NONE) return at == 0 || text.p[at - 1] != '@';
    if (here == GISA_SCRIPT_HANJA) return before != GISA_SCRIPT_DIGIT;
    if (before == GISA_SCRIPT_HANJA) return true;
    if (here == GISA_SCRIPT_LATIN) return before == GISA_SCRIPT_HANGUL;
    return here == GISA_SCRIPT_HANGUL && before == GISA_SCRIPT_LATIN;
}

/* Countries and the like that stand side by side in a headline: 韓美日, 對中. */
static bool hanja_may_follow(uint32_t cp)
{
    static const uint32_t list[] = {0x7F8E, 0x4E2D, 0x97D3, 0x65E5, 0x5317, 0x82F1,
                                    0x4F5B, 0x7368, 0x9732, 0x5370, 0x82CF, 0x8607};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (list[i] == cp) return true;
    return false;
}

bool gisa_name_ends(gisa_str text, size_t start, size_t end)
{
    if (end >= text.n) return true;
    uint32_t last, next;
    gisa_utf8_next(text, gisa_utf8_prev(text, end), &last);
    gisa_utf8_next(text, end, &next);
    gisa_script own = gisa_script_of(last);
    switch (gisa_script_of(next)) {
    case GISA_SCRIPT_HANGUL:
        return own == GISA_SCRIPT_HANJA
                   ? end - start <= 3 || gisa_is_tail(gisa_hangul_run(text, end), last)
                   : gisa_is_tail(gisa_hangul_run(text, end), last);
    case GISA_SCRIPT_LATIN: return own == GISA_SCRIPT_HANGUL || own == GISA_SCRIPT_HANJA;
    case GISA_SCRIPT_DIGIT: return own == GISA_SCRIPT_HANGUL;
    case GISA_SCRIPT_HANJA: return own == GISA_SCRIPT_HANJA ? hanja_may_follow(next) : true;
    case GISA_SCRIPT_OTHER: return false;
    case GISA_SCRIPT_NONE: break;
    }
    if (next == '@' || next == '_') return false;
    if (next == '.' && own == GISA_SCRIPT_LATIN)
        return gisa_script_at(text, end + 1) != GISA_SCRIPT_LATIN;
    return true;
}

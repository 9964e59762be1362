#include "report/keyword_form.h"

#include "base/utf8.h"

/* Words of every article: time, degree, newsroom habit. Sorted by bytes for the binary search. */
static const char *const empty_words[] = {
    "and",      "co",       "com",        "for",      "http",   "https",    "in",       "kr",
    "of",       "on",       "the",        "to",       "www",    "가격",     "가까이",   "가능",
    "가능성",   "가운데",   "가장",       "가지",     "각각",   "각종",     "강조",     "강화",
    "개발",     "개최",     "거기",       "거듭",     "거의",   "걸음",     "걸쳐",     "검토",
    "게시",     "게재",     "결과",       "결정",     "경우",   "경찰",     "계기",     "계속",
    "계열",     "계획",     "고쳐",       "공개",     "공개적", "공개하",   "공동",     "공식",
    "공유",     "과정",     "관계",       "관계자",   "관련",   "관하",     "구역",     "국가",
    "국내",     "규모",     "그곳",       "그대로",   "그동안", "그들",     "그때",     "그러나",
    "그룹",     "그리고",   "기간",       "기관",     "기대",   "기록",     "기반",     "기사",
    "기술",     "기업",     "기자",       "기자회견", "기존",   "기준",     "기획",     "나눠",
    "나머지",   "나서",     "나선",       "나오",     "나타나", "나타내",   "나흘",     "남성",
    "내년",     "내놓",     "내놨",       "내용",     "내일",   "노력",     "논란",     "누구",
    "눈길",     "뉴스",     "뉴스브리핑", "다른",     "다만",   "다시",     "다양",     "다음",
    "다음날",   "다음달",   "단계",       "단독",     "단지",   "단체",     "달러",     "당국",
    "당시",     "당일",     "대로",       "대부분",   "대비",   "대상",     "대신",     "대표",
    "대하",     "대한",     "대한민국",   "대해",     "더욱",   "데이터",   "도입",     "도착",
    "동시",     "동안",     "동일",       "들여",     "등장",   "따라",     "따로",     "따르",
    "때문",     "또",       "또는",       "또다시",   "또한",   "링크",     "마련",     "마지막",
    "마찬가지", "만든",     "만들",       "매년",     "매우",   "매출",     "먼저",     "모델",
    "모두",     "모든",     "모습",       "모임",     "목적",   "목표",     "무렵",     "무슨",
    "무엇",     "문제",     "물론",       "미국",     "미만",   "바로",     "바탕",     "반면",
    "발생",     "발언",     "발표",       "밝히",     "방법",   "방식",     "방침",     "방향",
    "보도",     "보도자료", "보면",       "보이",     "부문",   "부분",     "분석",     "분야",
    "불구",     "브리핑",   "비교",       "비롯",     "비상",   "비율",     "사건",     "사람",
    "사람들",   "사례",     "사무소",     "사상",     "사설",   "사실",     "사안",     "사업",
    "사용",     "사용자",   "사이",       "사이트",   "사진",   "사항",     "사회",     "사흘",
    "상대",     "상반기",   "상황",       "새로",     "새로운", "새벽",     "생각",     "서로",
    "서비스",   "선보이",   "설명",       "설정",     "성과",   "세계",     "세대",     "소개",
    "소속",     "소식",     "속보",       "수준",     "스스로", "시간",     "시기",     "시대",
    "시작",     "시점",     "시행",       "시험",     "실시",   "실제",     "실제로",   "쓸수",
    "아니",     "아니라",   "아래",       "아무",     "아주",   "아직",     "아침",     "앞서",
    "앞으로",   "약간",     "어느",       "어디",     "어떤",   "언급",     "언제",     "얼마",
    "업계",     "업체",     "없는",       "여기",     "여러",   "여부",     "여성",     "여전히",
    "여파",     "역대",     "역사",       "역시",     "연간",   "연결",     "연합뉴스", "영상",
    "영향",     "예상",     "예정",       "오는",     "오늘",   "오전",     "오후",     "오히려",
    "올린",     "올해",     "완료",       "요구",     "우려",   "우리",     "운영",     "원인",
    "웹사이트", "위원",     "위치",       "위하",     "위한",   "위해",     "유지",     "의견",
    "의미",     "의하",     "의해",       "이것",     "이곳",   "이날",     "이내",     "이달",
    "이들",     "이때",     "이래",       "이런",     "이르",   "이름",     "이미",     "이번",
    "이상",     "이상의",   "이야기",     "이어",     "이어지", "이용",     "이용자",   "이유",
    "이전",     "이제",     "이처럼",     "이튿날",   "이틀",   "이하",     "이후",     "인근",
    "인물",     "인터뷰",   "인해",       "일반",     "일본",   "일부",     "일정",     "입장",
    "있는",     "자료",     "자리",       "자사",     "자신",   "작년",     "작성",     "잠정",
    "장면",     "저기",     "저녁",       "저희",     "전국",   "전날",     "전년",     "전망",
    "전문",     "전용",     "전체",       "전혀",     "절반",   "점차",     "정도",     "정부",
    "정식",     "정오",     "제공",       "제기",     "제품",   "조건",     "조사",     "종료",
    "주요",     "주장",     "중국",       "중심",     "중요",   "즉시",     "증가",     "지금",
    "지난",     "지난달",   "지난번",     "지난주",   "지난해", "지속",     "지역",     "지원",
    "지적",     "지정",     "직원",       "직접",     "직후",   "진행",     "차례",     "차원",
    "참가",     "참석",     "참여",       "처음",     "최고",   "최근",     "최대",     "최소",
    "최신",     "최종",     "최초",       "추가",     "추진",   "출발",     "출시",     "출처",
    "취재",     "측면",     "칼럼",       "통째",     "통하",   "통해",     "특징",     "특히",
    "판단",     "페이지",   "평가",       "평균",     "포함",   "필요",     "하나",     "하루",
    "하반기",   "하지만",   "한국",       "한때",     "한편",   "한해",     "함께",     "해당",
    "해외",     "행사",     "향후",       "현장",     "현재",   "홈페이지", "확대",     "확인",
    "활동",     "활용",     "회사",       "회원",     "회의",   "효과",     "후보",
};

static bool is_empty_word(gisa_str form)
{
    size_t low = 0, high = sizeof empty_words / sizeof empty_words[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = gisa_str_cmp(form, gisa_str_from(empty_words[middle]));
        if (order == 0) return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

/* How verbs, plurals and josa end and hardly any noun does. */
static bool ends_as_no_noun(gisa_str form)
{
    static const char *const ends[] = {
        "는",   "던",   "들",   "으나", "지만", "으며", "면서", "에서", "에게", "까지",
        "부터", "으로", "했다", "한다", "된다", "이다", "았다", "었다", "니다", "라며",
        "다며", "려면", "하고", "되고", "하면", "되면", "에도", "하여", "되어", "했던",
        "르면", "해야", "에는", "로는", "려고", "러나", "려져", "했고", "됐다", "하며"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (gisa_str_ends(form, gisa_str_from(ends[i]))) return true;
    return false;
}

bool gisa_word_usable(gisa_str form)
{
    size_t letters = 0, digits = 0, others = 0;
    for (size_t i = 0; i < form.n;) {
        uint32_t cp;
        i += gisa_utf8_next(form, i, &cp);
        if (cp < 0x80 && gisa_is_digit((char)cp))
            digits++;
        else if (gisa_is_hangul(cp) || gisa_is_hanja(cp) || (cp < 0x80 && gisa_is_alpha((char)cp)))
            letters++;
        else
            others++;
    }
    if (letters < 2 || others || digits > letters) return false;
    if (digits && gisa_is_digit(form.p[0])) return false; /* 3년간, 21일 */
    return !is_empty_word(form) && !ends_as_no_noun(form);
}

enum { EU = 0xC73C }; /* 으 */

/* The josa a noun takes and the stem of a verb does not; 는, 은, 고, 지, 며 are both. */
static bool is_josa_start(uint32_t cp)
{
    static const uint32_t josa[] = {EU,     0xB97C, 0xC744, 0xC758, 0xC774, 0xAC00,
                                    0xC640, 0xACFC, 0xC5D0, 0xB85C}; /* 를을의이가와과에로 */
    for (size_t i = 0; i < sizeof josa / sizeof josa[0]; i++)
        if (cp == josa[i]) return true;
    return false;
}

static bool is_letter(uint32_t cp)
{
    return gisa_is_hangul(cp) || gisa_is_hanja(cp) ||
           (cp < 0x80 && (gisa_is_alpha((char)cp) || gisa_is_digit((char)cp)));
}

gisa_word_place gisa_word_stand(gisa_str text, size_t start, size_t end)
{
    uint32_t cp;
    if (start >= end || end > text.n) return GISA_WORD_INSIDE;
    if (start > 0) {
        gisa_utf8_next(text, gisa_utf8_prev(text, start), &cp);
        if (is_letter(cp)) return GISA_WORD_INSIDE; /* the tail of a longer word */
    }
    if (end == text.n) return GISA_WORD_ALONE;
    gisa_utf8_next(text, end, &cp);
    if (!is_letter(cp)) return GISA_WORD_ALONE;
    if (cp == EU && !gisa_str_starts(gisa_str_cut(text, end, text.n), GISA_STR("으로")))
        return GISA_WORD_INSIDE; /* 으면, 으며 */
    return is_josa_start(cp) ? GISA_WORD_JOSA : GISA_WORD_INSIDE;
}

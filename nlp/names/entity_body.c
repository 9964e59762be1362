/* Organisations and places by their endings (한울증권, 미르연구원, 솔뫼군), the parts of an
 * organisation with it (한빛대 전산학과). */
#include "nlp/names/entity_body.h"
#include "nlp/names/gazetteer_edge.h"

/* Endings that make a name of an organisation of what stands before them in the word. */
static const char *const ends[] = {
    "대학교",     "연구원",   "연구소", "재단",     "위원회",     "협회",         "학회",
    "증권",       "자산운용", "캐피탈", "벤처스",   "손해보험",   "생명보험",     "은행",
    "전자",       "전력",     "소프트", "랩스",     "테크놀로지", "테크",         "클라우드",
    "데이터센터", "데이터랩", "그룹",   "홀딩스",   "신문",       "일보",         "방송",
    "통신",       "뉴스",     "대병원", "병원",     "도서관",     "농협",         "협동조합",
    "조합",       "연대",     "노조",   "협의회",   "연합회",     "연구회",       "출판인회",
    "상인회",     "부녀회",   "감시단", "포럼",     "정보기구",   "기구",         "의회",
    "법원",       "지법",     "고법",   "검찰청",   "지검",       "경찰서",       "경찰청",
    "소방서",     "초등학교", "중학교", "고등학교", "대학원",     "엔터테인먼트", "스튜디오",
    "픽처스",     "공사",     "공단",   "진흥원",   "개발원",     "연구회",       "신탁",
    "로펌",       "경제신문", "박물관", "미술관",   "교육청",     "시청",         "군청",
    "구청",       "도청",     "대사관", "사령부",   "본부",       "중공업",       "건설",
    "제약",       "바이오",   "화학",   "모터스",   "항공",       "백화점",       "마트",
    "카드",       "저축은행", "FC",     "AI",       "랩",         "파마",         "중앙회",
    "연맹",       "총연맹",   "민주당", "국민의당", "새누리당",   "공화당",       "한국당",
    "정의당",     "통합당",   "미래당", "평화당",   "노동당",     "진보당",       "자유당",
    "대책위",     "조직위",   "공정위", "금융위",   "방통위",     "기재부",       "국토부",
    "교육부",     "국방부",   "외교부", "법무부",   "환경부",     "통일부",       "여가부",
    "농식품부",   "해수부",   "복지부", "산업부",   "문체부",     "행안부",       "고용부",
    "재무부",     "국무부",   "상무부", "법무법인", "전선",       "혁신센터",     "보안센터",
    "기술센터",   "지원센터",
};

/* Words that end so and are no names. */
static const char *const common[] = {
    "이동통신",   "무선통신",   "정보통신",     "인터넷은행",   "시중은행",   "대학병원",
    "종합병원",   "동네병원",   "중앙은행",     "투자은행",     "상업은행",   "공영방송",
    "지상파방송", "생방송",     "재방송",       "전자신문고",   "일간신문",   "지역신문",
    "조간신문",   "기자협회",   "사회연대",     "시민연대",     "노동조합",   "신용카드",
    "체크카드",   "그래픽카드", "메모리카드",   "위원회",       "연구위원회", "상임위원회",
    "특별위원회", "소위원회",   "학교병원",     "국제기구",     "지방법원",   "고등법원",
    "헌법재판소", "생성형AI",   "온디바이스AI", "피지컬AI",     "오픈소스AI", "지역농협",
    "국가기구",   "선임연구원", "책임연구원",   "수석연구원",   "전임연구원", "연구원",
    "지방의회",   "시의회",     "군의회",       "구의회",       "도의회",     "데이터센터",
    "가전전자",   "뉴스통신",   "인공지능AI",   "기업지원센터", "백신카드",   "교통카드",
    "옐로카드",   "레드카드",   "스타트업그룹", "전문그룹",     "신규건설",   "주택건설",
    "공동연구소", "대형마트",   "국제공항공사", "토목건설",     "국내은행",   "선거대책본부",
    "수사본부",   "선대본부",   "종합건설",     "재건축조합",   "거래일보",   "경고방송",
    "안내방송",   "전기통신",   "시설공사",     "투쟁본부",     "재난방송",   "안내방송",
    "종합방송",   "위성방송",   "인터넷방송",   "신축공사",     "보수공사",   "철거공사",
    "건설공사",   "놀이기구",   "장마전선",     "시네마테크",   "아동복지법", "운동기구",
    "상무위원회", "전일보",     "평일보",       "휴일보",
};

/* Parts that follow the name of an organisation as words of their own. */
static const char *const parts[] = {"학과",   "학부",   "연구소", "연구실", "센터",     "병원",
                                    "대학원", "로스쿨", "위원회", "정책실", "플랫폼실", "상인회"};

typedef struct bodies {
    gisa_str text;
    const gisa_words *words;
    gisa_claims *claims;
    gisa_endings ends, parts, univ;
} bodies;

static bool is_common(gisa_str stem)
{
    /* 차별금지법 is a law, 수원지법 a court */
    static const char *const laws[] = {"금지법", "광고법", "복지법", "유지법", "방지법",
                                       "농지법", "보고법", "신고법", "공고법", "권고법"};
    for (size_t i = 0; i < sizeof laws / sizeof *laws; i++)
        if (gisa_str_ends(stem, gisa_str_from(laws[i]))) return true;
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (gisa_str_is(stem, common[i])) return true;
    return false;
}

/* 한빛대, but 기대 or 시대: only before what belongs to a university. */
static bool is_university(const bodies *b, size_t i, gisa_str stem)
{
    static const char *const after[] = {"교수",   "학과", "학부", "대학원",  "병원",
                                        "로스쿨", "총장", "연구", "출신",    "학생",
                                        "캠퍼스", "의대", "공대", "명예교수"};
    static const char *const no[] = {"시대", "세대", "확대", "최대", "기대", "무대",
                                     "군대", "상대", "반대", "초대", "절대", "연대",
                                     "현대", "고대", "당대", "후대", "지대", "부대"};
    if (!gisa_str_ends(stem, GISA_STR("대")) || stem.n < 9 || stem.n > 18) return false;
    for (size_t k = 0; k < sizeof no / sizeof *no; k++)
        if (gisa_str_ends(stem, gisa_str_from(no[k]))) return false;
    const gisa_word *w = b->words->items;
    if (stem.n != w[i].span.end - w[i].span.start) return false;
    for (size_t k = i + 1; k < b->words->n && k <= i + 2 && w[k].before == ' '; k++) {
        gisa_str next = gisa_span_text(w[k].span, b->text);
        for (size_t m = 0; m < sizeof after / sizeof *after; m++)
            if (gisa_str_has(next, gisa_str_from(after[m]))) return true;
        if (gisa_endings_find(&b->univ, next)) return true;
    }
    return false;
}

/* The end of the parts that follow: 한빛대 언어정보연구소. *last is the last word of them. */
static uint32_t with_parts(const bodies *b, size_t i, uint32_t end, size_t *last)
{
    const gisa_word *w = b->words->items;
    size_t length;
    *last = i;
    if (end != w[i].span.end || i + 1 >= b->words->n || w[i + 1].before != ' ') return end;
    gisa_str next = gisa_span_text(w[i + 1].span, b->text);
    gisa_str stem = gisa_endings_stem(&b->parts, next, &length);
    if (!stem.p || (stem.n == length && length > 9)) return end;
    *last = i + 1;
    return w[i + 1].span.start + (uint32_t)stem.n;
}

static gisa_status claim_places(bodies *b, size_t i, gisa_str w)
{
    static const char *const kinds[] = {"시", "군", "읍", "마을"};
    static const char *const before[] = {"주민", "의회", "청",   "장",  "관내",
                                         "일대", "전역", "농민", "농가"};
    const gisa_word *words = b->words->items;
    if (w.n < 9 || w.n > 15 || i + 1 >= b->words->n || words[i + 1].before != ' ') return GISA_OK;
    bool ends_so = false, place = false;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        ends_so = ends_so || gisa_str_ends(w, gisa_str_from(kinds[k]));
    if (!ends_so) return GISA_OK;
    gisa_str next = gisa_span_text(words[i + 1].span, b->text);
    for (size_t k = 0; k < sizeof before / sizeof *before; k++)
        place = place || gisa_str_starts(next, gisa_str_from(before[k]));
    if (!place) return GISA_OK;
    return gisa_claims_put(b->claims, words[i].span, GISA_ENTITY_LC, GISA_NONE, GISA_RANK_SUFFIX);
}

gisa_status gisa_bodies_claim(gisa_str text, const gisa_words *words, gisa_claims *c)
{
    static const char *const univ[] = {"학과", "학부", "과", "대학원", "연구소"};
    bodies b = {.text = text, .words = words, .claims = c};
    gisa_endings_init(&b.ends, ends, sizeof ends / sizeof *ends);
    gisa_endings_init(&b.parts, parts, sizeof parts / sizeof *parts);
    gisa_endings_init(&b.univ, univ, sizeof univ / sizeof *univ);
    for (size_t i = 0; i < words->n; i++) {
        size_t length, last = i;
        gisa_str w = gisa_span_text(words->items[i].span, text);
        if (w.n < 6 || gisa_is_digit(w.p[0])) continue;
        gisa_str stem = gisa_endings_stem(&b.ends, w, &length);
        bool body = stem.p && stem.n >= length + 6 && !is_common(stem);
        if (!body && is_university(&b, i, w)) {
            body = true;
            stem = w;
        }
        if (!body) {
            if (claim_places(&b, i, w) < 0) return GISA_ENOMEM;
            continue;
        }
        uint32_t start = words->items[i].span.start;
        uint32_t end = with_parts(&b, i, start + (uint32_t)stem.n, &last);
        if (gisa_claims_put(c, (gisa_span){start, end}, GISA_ENTITY_OG, GISA_NONE,
                            GISA_RANK_SUFFIX) < 0)
            return GISA_ENOMEM;
        i = last;
    }
    return GISA_OK;
}

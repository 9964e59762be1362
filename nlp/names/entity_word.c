#include "nlp/names/entity_word.h"

#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

static bool joins(gisa_str t, size_t at)
{
    char c = t.p[at];
    if (c != '-' && c != '&' && c != '.' && c != '+') return false;
    if (at == 0 || at + 1 >= t.n) return false;
    char a = t.p[at - 1], b = t.p[at + 1];
    return (gisa_is_alpha(a) || gisa_is_digit(a)) && (gisa_is_alpha(b) || gisa_is_digit(b));
}

static char mark_class(uint32_t cp)
{
    if (cp == '.' || cp == '!' || cp == '?' || cp == 0x2026) return '.';
    if (cp == '(' || cp == '[' || cp == '<') return '(';
    if (cp == '"' || cp == 0x201C || cp == 0x201D || cp == 0x2018 || cp == 0x2019 || cp == '\'')
        return '"';
    return ',';
}

gisa_status gisa_words_cut(gisa_str text, gisa_arena *arena, gisa_words *out)
{
    char before = '\n';
    size_t at = 0;
    out->n = 0;
    while (at < text.n) {
        uint32_t cp;
        size_t n, start = at;
        if (gisa_script_next(text, at, &n) == GISA_SCRIPT_NONE) {
            gisa_utf8_next(text, at, &cp);
            if (cp == '\n')
                before = '\n';
            else if (cp == ' ' || cp == 0xA0)
                before = before ? before : ' ';
            else if (before != '\n')
                before = mark_class(cp);
            else if (cp == '[' || cp == '(')
                before = '(';
            at += n;
            continue;
        }
        bool hangul = true;
        while (at < text.n) {
            gisa_script script = gisa_script_next(text, at, &n);
            if (script == GISA_SCRIPT_NONE && !joins(text, at)) break;
            hangul = hangul && script == GISA_SCRIPT_HANGUL;
            at += n;
        }
        if (GISA_ARENA_GROW(arena, out->items, out->n, out->cap) < 0) return GISA_ENOMEM;
        out->items[out->n++] = (gisa_word){{(uint32_t)start, (uint32_t)at}, before, hangul};
        before = 0;
    }
    return GISA_OK;
}

static unsigned slot_of(gisa_str s)
{
    unsigned last = (unsigned char)s.p[s.n - 1] | (unsigned)(unsigned char)s.p[s.n - 2] << 8;
    return (last * 40503u >> 3) & (GISA_ENDINGS_SLOTS - 1);
}

void gisa_endings_init(gisa_endings *e, const char *const *items, size_t n)
{
    *e = (gisa_endings){.items = items, .n = n < GISA_ENDINGS_MAX ? n : GISA_ENDINGS_MAX};
    for (size_t i = 0; i < e->n; i++) {
        gisa_str item = gisa_str_from(items[i]);
        uint8_t *head = &e->head[slot_of(item)];
        e->length[i] = (uint8_t)item.n;
        e->next[i] = *head;
        *head = (uint8_t)(i + 1);
    }
}

size_t gisa_endings_find(const gisa_endings *e, gisa_str stem)
{
    size_t best = 0;
    if (stem.n < 2) return 0;
    for (size_t k = e->head[slot_of(stem)]; k; k = e->next[k - 1]) {
        size_t n = e->length[k - 1];
        if (n > best && n <= stem.n && memcmp(stem.p + stem.n - n, e->items[k - 1], n) == 0)
            best = n;
    }
    return best;
}

gisa_str gisa_endings_stem(const gisa_endings *e, gisa_str word, size_t *length)
{
    gisa_str stem = word;
    for (int cut = 0; cut <= 4 && stem.n >= 2; cut++) {
        *length = gisa_endings_find(e, stem);
        if (*length) {
            uint32_t last;
            gisa_utf8_next(stem, gisa_utf8_prev(stem, stem.n), &last);
            if (cut == 0 || gisa_is_josa(gisa_str_cut(word, stem.n, word.n), last)) return stem;
        }
        if (stem.n < 6 || (unsigned char)stem.p[stem.n - 3] < 0xEA) break;
        stem.n -= 3;
    }
    return GISA_NONE;
}

static const char surnames[] =
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우"
    "구라나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제"
    "모탁국어은편용예경봉사부가복태목형계피두감음빈동온호범좌팽승간상시갈단견당";
static const char common_surnames[] =
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차"
    "주우구라나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥";
static const char *const long_surnames[] = {"남궁", "황보", "제갈", "선우", "독고", "사공", "서문"};

/* Syllables of given names. */
static const char given[] =
    "가강건겸경계고관광교구국권귀규균근금기길나남노다단달담대덕도동두라락란람량려련렬령례로록림마만"
    "말명모무문미"
    "민방배백범별병보복본봉부비빈사산삼상새생서석선설섭성세소솔송수숙순슬승시식신심실아안애양언엄여"
    "연열영예오옥온"
    "완요용우욱운웅원월위유윤율은을음의이익인일임자장재전정제조종주준중지직진찬창채천철청초춘출충치"
    "칠타탁태택"
    "판평표풍필하학한해향혁현협형혜호홍화환활황회효후훈훤휘흔흠흥희람빛슬봄결찬";

/* Words that look like names. */
static const char *const no_names[] = {
    "이사회", "연구회", "구청장", "연구원", "증권사", "주최사",   "진행자", "기획사",   "제작사",
    "방송인", "정치인", "정보화", "기획실", "연구소", "연구실",   "연구진", "전문가",   "관계자",
    "이용자", "사용자", "정책실", "고객사", "임원진", "공정위",   "주최측", "한국인",   "경제학",
    "인공지", "신문사", "방송사", "최고위", "조사팀", "정부",     "국내",   "이날",     "당시",
    "현재",   "최근",   "지난",   "올해",   "신임",   "전임",     "현직",   "전직",     "회사",
    "기업",   "업계",   "정치",   "경제",   "사회",   "문화",     "국제",   "공동",     "해당",
    "한편",   "이어",   "또한",   "그러",   "하지만", "이번",     "이후",   "다만",     "특히",
    "일부",   "여당",   "야당",   "민주당", "국민의", "더불어",   "시민",   "주민",     "학생",
    "교사",   "의사",   "간호사", "변호사", "현지",   "지역",     "전국",   "서울",     "부산",
    "미국",   "중국",   "일본",   "영국",   "한국",   "독일",     "유럽",   "남성",     "여성",
    "남편",   "아내",   "아들",   "부인",   "어머니", "아버지",   "할머니", "할아버지", "친구",
    "우리",   "모두",   "이들",   "그들",   "자신",   "상임",     "수석",   "선임",     "책임",
    "주임",   "명예",   "초대",   "차기",   "담당",   "총괄",     "대변인", "위원회",   "조직위",
    "재판부", "검찰",   "경찰",   "소방",   "군사",   "국방",     "외교",   "통일",     "교육",
    "과학",   "기술",   "환경",   "노동",   "보건",   "복지",     "농림",   "해양",     "수산",
    "국토",   "교통",   "정보",   "통신",   "방송",   "금융",     "산업",   "통상",     "자원",
    "중소",   "벤처",   "행정",   "안전",   "법무",   "기획",     "재정",   "국세",     "관세",
    "조달",   "통계",   "병무",   "기상",   "문화재", "특허",     "원자력", "고용",     "시장",
    "구청",   "도청",   "시청",   "군청",   "국회",   "의회",     "법원",   "지방",     "중앙",
    "고등",   "초등",   "유치원", "어린이", "청소년", "대학",     "대학원", "연구",     "개발",
    "영업",   "인사",   "홍보",   "마케팅", "디자인", "서비스",   "운영",   "관리",     "지원",
    "사업",   "투자",   "전략",   "혁신",   "미래",   "글로벌",   "디지털", "데이터",   "소프트",
    "모바일", "인터넷", "플랫폼", "게임",   "음악",   "영화",     "드라마", "예능",     "뉴스",
    "스포츠", "축구",   "야구",   "농구",   "배구",   "골프",     "수영",   "육상",     "주장",
    "신인",   "주전",   "간판",   "외국인", "용병",   "대표팀",   "대한",   "전문",     "일반",
    "기타",   "다른",   "여러",   "모든",   "어느",   "어떤",     "이런",   "그런",     "저런",
    "많은",   "대부분", "나머지", "가운데", "사이",   "동안",     "때문",   "경우",     "정도",
    "이상",   "이하",   "미만",   "원격",   "수도권", "비수도권", "연합",   "연맹",     "협회",
    "학회",   "재단",   "조합",   "노조",   "단체",   "모임",     "동호회", "동아리",   "소속",
    "출신",   "전담",   "실무",   "정식",   "임시",   "비상",     "특별",   "공식",     "비공식",
    "이름",   "성명",   "주연",   "조연",   "감독",   "작가",     "배우",   "가수",     "기자",
    "교수",   "대표",   "의원",   "장관",   "회장",   "사장",     "부사장", "위원장",   "원장",
    "소장",   "국장",   "실장",   "팀장",   "부장",   "과장",     "차장",   "이사",     "상무",
    "전무",   "센터",   "본부",   "지부",   "지사",   "지점",     "본사",   "본인",     "상대",
    "상대방", "피해자", "가해자", "용의자", "피의자", "피고인",   "원고",   "고인",     "유족",
    "유가족", "지지율", "투표율", "시청률", "당선인", "소방청",   "유치",   "사건",     "채널",
    "이제",   "그러나", "국가",   "마산",   "채용",   "구인",     "구직",   "전체",     "주요",
    "신규",   "기존",   "공개",   "안내",   "이용",   "조사",     "설명",   "개발자",   "소비자",
    "투자자", "노동자", "근로자", "생산자", "판매자", "구매자",   "참가자", "참석자",   "당선자",
    "후보자", "지지자", "반대자", "목격자", "제보자", "운전자",   "보행자", "탑승자",   "사망자",
    "부상자", "생존자", "확진자", "감염자", "접종자", "신청자",   "지원자", "응시자",   "합격자",
    "이사장", "부회장", "총장",
};

static bool in_chars(const char *set, size_t n, const char *syllable)
{
    for (size_t i = 0; i + 3 <= n; i += 3)
        if (memcmp(set + i, syllable, 3) == 0) return true;
    return false;
}

static bool is_no_name(gisa_str w)
{
    for (size_t i = 0; i < sizeof no_names / sizeof *no_names; i++)
        if (gisa_str_is(w, no_names[i])) return true;
    return false;
}

gisa_name_look gisa_name_look_of(gisa_str w)
{
    size_t n = gisa_syllables(w);
    if (n < 2 || n > 4 || is_no_name(w)) return GISA_LOOK_NONE;
    if (n == 4) {
        for (size_t i = 0; i < sizeof long_surnames / sizeof *long_surnames; i++)
            if (gisa_str_starts(w, gisa_str_from(long_surnames[i]))) return GISA_LOOK_STRONG;
        return GISA_LOOK_NONE;
    }
    bool common = in_chars(common_surnames, sizeof common_surnames - 1, w.p);
    if (!common && !in_chars(surnames, sizeof surnames - 1, w.p)) return GISA_LOOK_LOOSE;
    for (size_t i = 1; i < n; i++)
        if (!in_chars(given, sizeof given - 1, w.p + 3 * i))
            return n == 3 && common ? GISA_LOOK_WEAK : GISA_LOOK_LOOSE;
    return n == 3 && common ? GISA_LOOK_STRONG : GISA_LOOK_WEAK;
}

static const char *const titles[] = {
    "씨",       "기자",       "대표",         "교수",     "의원",   "장관",     "차관",
    "대통령",   "총리",       "총장",         "회장",     "부회장", "사장",     "부사장",
    "전무",     "상무",       "이사",         "본부장",   "실장",   "국장",     "과장",
    "팀장",     "부장",       "차장",         "위원장",   "위원",   "원장",     "소장",
    "센터장",   "연구원",     "감독",         "선수",     "코치",   "배우",     "가수",
    "작가",     "변호사",     "검사",         "판사",     "대변인", "지사",     "시장",
    "군수",     "구청장",     "앵커",         "특파원",   "의장",   "총재",     "행장",
    "이사장",   "관장",       "교사",         "강사",     "학장",   "처장",     "총괄",
    "간사",     "운영자",     "파트너",       "박사",     "목사",   "신부",     "스님",
    "선생",     "여사",       "후보",         "단장",     "청장",   "부총리",   "수석",
    "비서관",   "보좌관",     "대사",         "반장",     "교장",   "부대표",   "지부장",
    "지점장",   "조합장",     "최고경영자",   "창업자",   "CEO",    "CTO",      "CFO",
    "COO",      "애널리스트", "이코노미스트", "연구위원", "매니저", "엔지니어", "전문위원",
    "비서실장", "사무총장",   "주무관",       "사무관",   "서기관", "경위",     "경감",
    "경사",     "소방관",     "농장주",       "이장",     "촌장",   "지휘자",   "총무",
    "서장",     "주장",       "의사",         "약사",     "간호사", "상병",     "병장",
    "하사",     "중사",       "대위",         "소령",     "중령",   "대령",     "준장",
    "중장",     "대장",       "아나운서",     "PD",       "프로",   "디렉터",   "리더",
    "책임",     "부원장",     "부총장",       "군의원",   "대학생", "주교",     "심사역",
    "상담역",   "명창",       "학예사",       "사서",     "영양사", "큐레이터",
};

void gisa_titles_init(gisa_endings *e)
{
    gisa_endings_init(e, titles, sizeof titles / sizeof *titles);
}

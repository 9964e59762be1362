#include "report/digest/digest_phrase.h"

typedef struct words {
    const char *en, *ko;
} words;

static const words phrases[GISA_DIGEST_PHRASE_COUNT] = {
    [GISA_SAY_DAY_TITLE] = {"Daily digest, {0}", "일간 다이제스트 {0}"},
    [GISA_SAY_WEEK_TITLE] = {"Weekly digest, {0}", "주간 다이제스트 {0}"},
    [GISA_SAY_MONTH_TITLE] = {"Monthly digest, {0}", "월간 다이제스트 {0}"},
    [GISA_SAY_YEAR_TITLE] = {"Yearly digest, {0}", "연간 다이제스트 {0}"},
    [GISA_SAY_DAYS_TITLE] = {"Digest, {0} to {1}", "다이제스트 {0} ~ {1}"},
    [GISA_SAY_RANGE] = {"{0} to {1}, Korea Standard Time", "{0} ~ {1}, 한국 시각"},
    [GISA_SAY_ARTICLES] = {"articles", "기사"},
    [GISA_SAY_COUNTED] = {"articles, near-duplicates counted once", "기사(겹친 기사는 한 건)"},
    [GISA_SAY_OUTLETS] = {"outlets", "매체"},
    [GISA_SAY_STORIES] = {"stories", "이야기"},
    [GISA_SAY_COPIES] = {"more are near-duplicates of them", "그 밖의 겹친 기사"},
    [GISA_SAY_USUAL] = {"per period before, on average, counted alike",
                        "이전 기간 평균(같은 방법으로 셈)"},
    [GISA_SAY_TOP_STORIES] = {"Top stories", "주요 기사"},
    [GISA_SAY_MORE_STORIES] = {"{0} of {1} stories.", "이야기 {1}건 가운데 {0}건."},
    [GISA_SAY_BROKE] = {"first at {0}, {1}", "{0} 첫 보도, {1}"},
    [GISA_SAY_ALSO] = {"also: {0}", "함께 보도: {0}"},
    [GISA_SAY_THEMES] = {"Themes", "주제"},
    [GISA_SAY_THEME_COUNT] = {"{0} articles", "기사 {0}건"},
    [GISA_SAY_THEME_OUTLETS] = {"{0} articles, {1} outlets", "기사 {0}건, 매체 {1}곳"},
    [GISA_SAY_MORE_THEMES] = {"{0} smaller themes are left out.", "더 작은 주제 {0}개는 뺐다."},
    [GISA_SAY_NO_THEMES] = {"Nothing stands out against the periods before.",
                            "이전 기간보다 두드러진 주제가 없다."},
    [GISA_SAY_NAMES] = {"Names on the move", "뜨고 지는 이름"},
    [GISA_SAY_RISING] = {"Rising", "증가"},
    [GISA_SAY_FALLING] = {"Falling", "감소"},
    [GISA_SAY_NAME] = {"name", "이름"},
    [GISA_SAY_NOW] = {"articles", "기사"},
    [GISA_SAY_SHARE] = {"share", "비율"},
    [GISA_SAY_BEFORE] = {"before", "이전"},
    [GISA_SAY_TREND] = {"{0} periods", "{0}개 기간"},
    [GISA_SAY_SURE] = {"evidence", "유의성"},
    [GISA_SAY_STRONG] = {"strong (q < 0.001)", "강함 (q < 0.001)"},
    [GISA_SAY_FAIR] = {"significant (q < 0.05)", "유의 (q < 0.05)"},
    [GISA_SAY_WEAK] = {"could be chance", "우연일 수 있음"},
    [GISA_SAY_NEW] = {"new", "신규"},
    [GISA_SAY_NO_NAMES] = {"No name moved.", "움직인 이름이 없다."},
    [GISA_SAY_CHART_TITLE] = {"The names that moved most", "가장 크게 움직인 이름"},
    [GISA_SAY_CHART_BELOW] = {"Share of all articles", "전체 기사에서 차지하는 비율"},
    [GISA_SAY_SPEAKERS] = {"Most quoted", "가장 많이 인용된 사람"},
    [GISA_SAY_SPEAKER_COUNT] = {"{0} quotes in {1} articles", "기사 {1}건에서 {0}번"},
    [GISA_SAY_MEDIUM] = {"carried by {0}", "매체: {0}"},
    [GISA_SAY_ALL_QUOTES] = {"{0} quotes in all; {1} without a named speaker are not ranked.",
                             "인용 모두 {0}건. 이름 없는 화자의 {1}건은 순위에서 뺐다."},
    [GISA_SAY_FIGURES] = {"Figures worth a look", "눈여겨볼 숫자"},
    [GISA_SAY_IN_STORIES] = {"in {0} articles", "기사 {0}건"},
    [GISA_SAY_ABOUT] = {"about {0}", "약 {0}"},
    [GISA_SAY_AT_LEAST] = {"at least {0}", "{0} 이상"},
    [GISA_SAY_AT_MOST] = {"at most {0}", "{0} 이하"},
    [GISA_SAY_MORE_THAN] = {"more than {0}", "{0} 초과"},
    [GISA_SAY_LESS_THAN] = {"less than {0}", "{0} 미만"},
    [GISA_SAY_OUTLET_TABLE] = {"Outlets", "매체별"},
    [GISA_SAY_OUTLET] = {"outlet", "매체"},
    [GISA_SAY_OUTLET_COPIES] = {"reprints", "전재"},
    [GISA_SAY_OUTLET_FIRST] = {"first with a top story", "첫 보도"},
    [GISA_SAY_MORE_OUTLETS] = {"{0} more outlets, {1} articles", "그 밖의 매체 {0}곳, 기사 {1}건"},
    [GISA_SAY_METHOD] = {"How this was counted, and what it cannot say", "집계 방법과 한계"},
    [GISA_SAY_METHOD_BASE] =
        {"Compared with the {0} periods before ({1} articles). Near-duplicates count once "
         "in numbers of articles, shares and themes; stories and the table of outlets have "
         "them all.",
         "이전 {0}개 기간(기사 {1}건)과 견주었다. 기사 수와 비율, 주제에서 "
         "거의 같은 기사는 한 건으로 셌고, 이야기와 매체별 표에는 모두 넣었다."},
    [GISA_SAY_METHOD_STORIES] =
        {"A story is an article with its near-duplicates and those with nearly the same "
         "headline; stories are ordered by the weight of the themes in their headlines "
         "and by their outlets.",
         "이야기는 한 기사와 그와 거의 같은 기사, 제목이 거의 같은 "
         "기사를 묶은 것이다. 제목에 든 주제의 무게와 매체 수로 "
         "순서를 매겼다."},
    [GISA_SAY_METHOD_NAMES] =
        {"Names: Fisher's exact test of the share of articles, adjusted over {0} names "
         "(Benjamini and Hochberg). New means: in none of the {1} dated articles before.",
         "이름: 기사 비율을 피셔 정확 검정으로 견주고 이름 {0}개에 "
         "대해 벤야미니-호흐베르크로 보정했다. ‘신규’는 이전의 "
         "날짜 있는 기사 {1}건에 없던 이름이다."},
    [GISA_SAY_METHOD_THEMES] =
        {"Themes: names and words more frequent than before that stand in the same "
         "articles (average-link clustering).",
         "주제: 이전보다 잦아졌고 같은 기사에 함께 나온 이름과 "
         "낱말의 묶음(평균 연결 군집)."},
    [GISA_SAY_METHOD_LIMITS] =
        {"Names, speakers and figures were found by machine and can be wrong; look at the "
         "article before you quote. The digest knows only the outlets that were taken in.",
         "이름·화자·숫자는 기계가 찾은 것이라 틀릴 수 있다. "
         "인용하기 전에 기사를 확인할 것. 수집한 매체만 안다."},
    [GISA_SAY_METHOD_UNDATED] = {"{0} articles without a date are in no digest.",
                                 "날짜 없는 기사 {0}건은 어느 다이제스트에도 없다."},
    [GISA_SAY_METHOD_FEW] = {"Few articles: read shares and tests with care.",
                             "기사가 적으니 비율과 검정은 조심해서 읽을 것."},
    [GISA_SAY_METHOD_RIGHTS] =
        {"Headlines, links and short quotations only; the articles belong to their "
         "publishers.",
         "제목, 링크, 짧은 인용만 실었다. 기사의 권리는 각 매체에 "
         "있다."},
    [GISA_SAY_MADE_BY] = {"Made by {0}.", "만든 도구: {0}."},
};

const char *gisa_digest_phrase_text(gisa_lang lang, gisa_digest_phrase phrase)
{
    return lang == GISA_LANG_KO ? phrases[phrase].ko : phrases[phrase].en;
}

void gisa_digest_phrase_add(gisa_buf *out, gisa_lang lang, gisa_digest_phrase phrase,
                            const gisa_str *args, size_t n)
{
    const char *p = gisa_digest_phrase_text(lang, phrase);
    for (; *p; p++) {
        if (p[0] == '{' && gisa_is_digit(p[1]) && p[2] == '}') {
            size_t at = (size_t)(p[1] - '0');
            if (at < n) gisa_buf_add(out, args[at]);
            p += 2;
        } else {
            gisa_buf_add_char(out, *p);
        }
    }
}

/* The digest's words in its languages. A phrase may hold places {0} to {9} for what is put in. */
#ifndef GISA_REPORT_PHRASE_H
#define GISA_REPORT_PHRASE_H

#include "base/buf.h"
#include "report/lang.h"

#define GISA_PHRASES(X)                                                                                                                 \
    X(DAY_TITLE, "Daily digest, {0}", "일간 다이제스트 {0}")                                                                            \
    X(WEEK_TITLE, "Weekly digest, {0}", "주간 다이제스트 {0}")                                                                          \
    X(MONTH_TITLE, "Monthly digest, {0}", "월간 다이제스트 {0}")                                                                        \
    X(YEAR_TITLE, "Yearly digest, {0}", "연간 다이제스트 {0}")                                                                          \
    X(RANGE, "{0} to {1}, Korea Standard Time", "{0} ~ {1}, 한국 시각")                                                                 \
    X(ARTICLES, "articles", "기사")                                                                                                     \
    X(OUTLETS, "outlets", "매체")                                                                                                       \
    X(STORIES, "stories", "이야기")                                                                                                     \
    X(COPIES, "near-duplicates folded", "겹친 기사")                                                                                    \
    X(USUAL, "per period before, on average", "이전 기간 평균")                                                                         \
    X(TOP_STORIES, "Top stories", "주요 기사")                                                                                          \
    X(MORE_STORIES, "{0} of {1} stories.", "이야기 {1}건 가운데 {0}건.")                                                                \
    X(BROKE, "first at {0}, {1}", "{0} 첫 보도, {1}")                                                                                   \
    X(ALSO, "also: {0}", "함께 보도: {0}")                                                                                              \
    X(THEMES, "Themes", "주제")                                                                                                         \
    X(THEME_COUNT, "{0} articles", "기사 {0}건")                                                                                        \
    X(THEME_OUTLETS, "{0} articles, {1} outlets", "기사 {0}건, 매체 {1}곳")                                                             \
    X(MORE_THEMES, "{0} smaller themes are left out.", "더 작은 주제 {0}개는 뺐다.")                                                    \
    X(NO_THEMES, "Nothing stands out against the periods before.",                                                                      \
      "이전 기간보다 두드러진 주제가 없다.")                                                                                            \
    X(NAMES, "Names on the move", "뜨고 지는 이름")                                                                                     \
    X(RISING, "Rising", "증가")                                                                                                         \
    X(FALLING, "Falling", "감소")                                                                                                       \
    X(NAME, "name", "이름")                                                                                                             \
    X(NOW, "articles", "기사")                                                                                                          \
    X(SHARE, "share", "비율")                                                                                                           \
    X(BEFORE, "before", "이전")                                                                                                         \
    X(TREND, "{0} periods", "{0}개 기간")                                                                                               \
    X(SURE, "evidence", "유의성")                                                                                                       \
    X(STRONG, "strong (q < 0.001)", "강함 (q < 0.001)")                                                                                 \
    X(FAIR, "significant (q < 0.05)", "유의 (q < 0.05)")                                                                                \
    X(WEAK, "could be chance", "우연일 수 있음")                                                                                        \
    X(NEW, "new", "신규")                                                                                                               \
    X(NO_NAMES, "No name moved.", "움직인 이름이 없다.")                                                                                \
    X(CHART_TITLE, "The names that moved most", "가장 크게 움직인 이름")                                                                \
    X(CHART_BELOW, "Share of all articles", "전체 기사에서 차지하는 비율")                                                              \
    X(SPEAKERS, "Most quoted", "가장 많이 인용된 사람")                                                                                 \
    X(SPEAKER_COUNT, "{0} quotes in {1} articles", "기사 {1}건에서 {0}번")                                                              \
    X(ALL_QUOTES, "{0} quotes in all; {1} without a named speaker are not ranked.",                                                     \
      "인용 모두 {0}건. 이름 없는 화자의 {1}건은 순위에서 뺐다.")                                                                       \
    X(FIGURES, "Figures worth a look", "눈여겨볼 숫자")                                                                                 \
    X(IN_STORIES, "in {0} articles", "기사 {0}건")                                                                                      \
    X(OUTLET_TABLE, "Outlets", "매체별")                                                                                                \
    X(OUTLET, "outlet", "매체")                                                                                                         \
    X(OUTLET_COPIES, "reprints", "전재")                                                                                                \
    X(OUTLET_FIRST, "first with a top story", "첫 보도")                                                                                \
    X(MORE_OUTLETS, "{0} more outlets, {1} articles", "그 밖의 매체 {0}곳, 기사 {1}건")                                                 \
    X(METHOD, "How this was counted, and what it cannot say", "집계 방법과 한계")                                                       \
    X(METHOD_BASE,                                                                                                                      \
      "Compared with the {0} periods before ({1} articles). Near-duplicates count once in shares "                                      \
      "and themes.",                                                                                                                    \
      "이전 {0}개 기간(기사 {1}건)과 견주었다. 비율과 주제에서 거의 같은 기사는 한 건으로 셌다.")                                       \
    X(METHOD_STORIES,                                                                                                                   \
      "A story is an article with its near-duplicates and those with nearly the same headline; "                                        \
      "stories are ordered by the weight of the themes in their headlines and by their outlets.",                                       \
      "이야기는 한 기사와 그와 거의 같은 기사, 제목이 거의 같은 기사를 묶은 것이다. 제목에 든 "      \
      "주제의 무게와 매체 수로 순서를 매겼다.")                                                                                         \
    X(METHOD_NAMES,                                                                                                                     \
      "Names: Fisher's exact test of the share of articles, adjusted over {0} names (Benjamini "                                        \
      "and Hochberg). New means: in none of the {1} dated articles before.",                                                            \
      "이름: 기사 비율을 피셔 정확 검정으로 견주고 이름 {0}개에 대해 벤야미니-호흐베르크로 "          \
      "보정했다. ‘신규’는 이전의 날짜 있는 기사 {1}건에 없던 이름이다.")                                                                \
    X(METHOD_THEMES,                                                                                                                    \
      "Themes: names and words more frequent than before that stand in the same articles "                                              \
      "(average-link clustering).",                                                                                                     \
      "주제: 이전보다 잦아졌고 같은 기사에 함께 나온 이름과 낱말의 묶음(평균 연결 군집).")                                              \
    X(METHOD_LIMITS,                                                                                                                    \
      "Names, speakers and figures were found by machine and can be wrong; look at the article "                                        \
      "before you quote. The digest knows only the outlets that were taken in.",                                                        \
      "이름·화자·숫자는 기계가 찾은 것이라 틀릴 수 있다. 인용하기 전에 기사를 확인할 것. 수집한 " \
      "매체만 안다.")                                                                                                                   \
    X(METHOD_UNDATED, "{0} articles without a date are in no digest.",                                                                  \
      "날짜 없는 기사 {0}건은 어느 다이제스트에도 없다.")                                                                               \
    X(METHOD_FEW, "Few articles: read shares and tests with care.",                                                                     \
      "기사가 적으니 비율과 검정은 조심해서 읽을 것.")                                                                                  \
    X(METHOD_RIGHTS,                                                                                                                    \
      "Headlines, links and short quotations only; the articles belong to their publishers.",                                           \
      "제목, 링크, 짧은 인용만 실었다. 기사의 권리는 각 매체에 있다.")                                                                  \
    X(MADE_BY, "Made by {0}.", "만든 도구: {0}.")

typedef enum gisa_phrase {
#define GISA_PHRASE_ENUM(name, en, ko) GISA_SAY_##name,
    GISA_PHRASES(GISA_PHRASE_ENUM)
#undef GISA_PHRASE_ENUM
        GISA_PHRASE_COUNT
} gisa_phrase;

/* The phrase as it stands. Static. */
const char *gisa_phrase_text(gisa_lang lang, gisa_phrase phrase);

/* Appends the phrase with its places filled; a place without an argument stays empty. */
void gisa_phrase_add(gisa_buf *out, gisa_lang lang, gisa_phrase phrase, const gisa_str *args,
                     size_t n);

#endif

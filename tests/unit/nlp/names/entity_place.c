#include "nlp/names/entity_place.h"

#include "nlp/annotate.h"
#include "tests/unit/test.h"

static gisa_analysis *work;
static gisa_annotation a;

/* The places of a text, a bar between them. */
static gisa_str places(const char *text)
{
    static char out[160];
    gisa_error err;
    size_t n = 0;
    gisa_str t = gisa_str_from(text);
    if (gisa_annotate(work, t, NULL, &a, &err) < 0) return GISA_STR("failed");
    for (size_t i = 0; i < a.n_entities; i++) {
        gisa_str name = gisa_span_text(a.entities[i].span, t);
        if (a.entities[i].type != GISA_ENTITY_LC || n + name.n + 1 > sizeof out) continue;
        if (n) out[n++] = '|';
        memcpy(out + n, name.p, name.n);
        n += name.n;
    }
    return (gisa_str){out, n};
}

#define HAS(text, want) SAME_C(places(text), want, text)

static void test_counties(void)
{
    HAS("강진군이 예산을 늘렸다.", "강진군");
    HAS("연제구에서 열렸다.", "연제구");
    HAS("전남 강진에서 열린 축제", "전남|강진");
    HAS("예산군은 큰비가 왔다. 예산에서는 다리가 끊겼다.", "예산군|예산");
    HAS("내년 예산은 줄어든다.", "");
    HAS("공주를 그린 그림책이다.", "");
    HAS("충남 공주는 금요일부터 맑다.", "충남|공주");
    HAS("나래군은 길을 냈다. 나래군의회가 반겼다.", "나래군");
    HAS("나래군은 길을 냈다. 모두가 반겼다.", "");
    HAS("나래군사는 길을 냈다. 나래군수가 반겼다.", "");
    HAS("강한 지진으로 강진군청 건물이 흔들렸다.", "");
}

static void test_towns(void)
{
    HAS("안성시 공도읍의 한 공장", "안성시|공도읍");
    HAS("경기 포천시 영북면 야미리 집에서", "경기|포천시|영북면|야미리");
    HAS("그러면 다시 하면 된다.", "");
    HAS("활동과 운동을 했다.", "");
}

int main(void)
{
    gisa_analyzer *analyzer = NULL;
    gisa_error err;
    WENT(gisa_analyzer_open(NULL, &analyzer, &err), err, "an analyser");
    WENT(gisa_analysis_open(analyzer, &work, &err), err, "a workspace");
    test_counties();
    test_towns();
    gisa_annotation_clear(&a);
    gisa_analysis_close(work);
    gisa_analyzer_close(analyzer);
    return test_end();
}

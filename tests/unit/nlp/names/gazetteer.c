#include "nlp/names/gazetteer.h"

#include "base/buf.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static const char user_names[] = "# a comment\n"
                                 "starling\tMODEL\t스탈링|Starling-LM\tv\t-\tberkeley\n"
                                 "finch\tOG\t핀치?|Finch=\t-\t새의 회사|-다윈\n"
                                 "deepseek\tOG\t심해탐구\n";

/* Every name found, as "text=id type; ". */
static void found(const gisa_gazetteer *g, const char *text, gisa_buf *out)
{
    gisa_arena arena = {0};
    gisa_gazetteer_hits hits;
    gisa_str s = gisa_str_from(text);
    gisa_buf_reset(out);
    gisa_buf_add_c(out, "");
    if (gisa_gazetteer_find(g, s, &arena, &hits, NULL) < 0) gisa_buf_add_c(out, "no memory");
    for (size_t i = 0; i < hits.n; i++) {
        gisa_buf_add(out, gisa_span_text(hits.items[i].span, s));
        gisa_buf_add_c(out, "=");
        gisa_buf_add(out, gisa_gazetteer_at(g, hits.items[i].name)->id);
        gisa_buf_add_c(out, " ");
        gisa_buf_add_c(out, gisa_entity_type_name(hits.items[i].type));
        gisa_buf_add_c(out, "; ");
    }
    gisa_arena_clear(&arena);
}

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"a josa does not belong to the name", "딥시크가 왔다", "딥시크=deepseek OG; "},
    {"a firm with a version is a model", "딥시크-R1을 열었다", "딥시크-R1=deepseek-r1 MODEL; "},
    {"a version may stand apart", "딥시크 V3.1의 값", "딥시크 V3.1=deepseek-v3.1 MODEL; "},
    {"a version ends before the full stop", "큐원 2.5.", "큐원 2.5=qwen MODEL; "},
    {"a version may have a word of Hangul", "Qwen2.5-맥스는", "Qwen2.5-맥스=qwen MODEL; "},
    {"a size belongs to the version", "라마 3.3 70B를 받았다", "라마 3.3 70B=llama MODEL; "},
    {"the longer name wins over name and version", "GPT-4o가", "GPT-4o=gpt-4o MODEL; "},
    {"a count is no version", "큐원 3만 건이 AI 모델", "큐원=qwen MODEL; "},
    {"a year is no version", "딥시크 2025년", "딥시크=deepseek OG; "},
    {"a percentage is no version", "큐원 26%", "큐원=qwen MODEL; "},
    {"the space of a name is optional", "허깅페이스와 허깅 페이스",
     "허깅페이스=huggingface OG; 허깅 페이스=huggingface OG; "},
    {"a space may part Hangul and Latin", "오픈 AI와 챗 GPT",
     "오픈 AI=openai OG; 챗 GPT=chatgpt PRODUCT; "},
    {"the case of Latin letters is free", "deepseek와 OPENAI",
     "deepseek=deepseek OG; OPENAI=openai OG; "},
    {"a name inside a longer word is none", "메타버스와 AI, 구글링, 애플파이", ""},
    {"a name behind a longer word is none", "한국구글은", ""},
    {"a name inside an address is none", "https://openai.com/x", ""},
    {"the josa must fit the final consonant", "메타과 AI 모델", ""},
    {"josa stack", "구글에서는 애플까지도", "구글=google OG; 애플=apple OG; "},
    {"a Hanja before a name is a word of its own", "中딥시크", "中=china LC; 딥시크=deepseek OG; "},
    {"Hanja of countries stand side by side", "韓美 협력", "韓=korea LC; 美=usa LC; "},
    {"a Hanja inside a word is none", "美術 전시", ""},
    {"a common word needs a reason to be a name", "안데스의 라마는 털이 길다", ""},
    {"a cue is a reason", "메타의 라마를 모델로", "메타=meta OG; 라마=llama MODEL; "},
    {"a gloss is a reason", "라마(Llama)를 길렀다", "라마=llama MODEL; Llama=llama MODEL; "},
    {"a version is a reason", "라마 4가 나왔다", "라마 4=llama MODEL; "},
    {"an animal is no model", "메타 분석에서 라마는 고산 동물이다", ""},
    {"nor is a road one", "딥시크 사옥 앞 R1 도로가 막혔다", "딥시크=deepseek OG; "},
    {"a forbidden word outweighs a cue", "달라이 라마가 AI 모델을 말했다", ""},
    {"a forbidden word makes a certain name none", "클로드 모네의 그림", ""},
    {"a spelling that must keep its case", "finch와 Finch", "Finch=finch OG; "},
    {"what any text may name does not speak for its neighbour", "유튜브에 가수 소라가 나온다",
     "유튜브=youtube PRODUCT; "},
    {"a product of the field does", "챗GPT와 소라가 나온다",
     "챗GPT=chatgpt PRODUCT; 소라=sora MODEL; "},
    {"tiers named as planets are none without their family", "테라와 루나 코인이 폭락했다", ""},
    {"a namesake is none", "베라 루빈 천문대가 지프 레니게이드", ""},
    {"a body has its former name, too", "재경부와 기재부", "재경부=moef OG; 기재부=moef OG; "},
    {"the user's names count", "Starling-LM 7B", "Starling-LM 7B=starling MODEL; "},
    {"the user adds a spelling to a name that is known", "심해탐구의", "심해탐구=deepseek OG; "},
    {"an empty text has no names", "", ""},
};

static void find(const gisa_gazetteer *g)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        found(g, rows[i].text, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&out);
}

static void far_apart(const gisa_gazetteer *g)
{
    gisa_buf text = {0}, out = {0};
    gisa_buf_add_c(&text, "새의 회사 핀치는");
    for (int i = 0; i < 200; i++) gisa_buf_add_c(&text, " 먼 곳");
    gisa_buf_add_c(&text, " 핀치가");
    found(g, text.p, &out);
    SAME_C(gisa_buf_view(&out), "핀치=finch OG; 핀치=finch OG; ",
           "what is certain once is certain everywhere");
    gisa_buf_clear(&text);
    gisa_buf_clear(&out);
}

static bool spelled(const gisa_gazetteer *g, const char *name, const char *other)
{
    gisa_spellings s = {0};
    bool has = false;
    gisa_gazetteer_spellings(g, gisa_str_from(name), &s, NULL);
    for (size_t i = 0; i < s.n; i++) has = has || gisa_str_is(s.items[i].text, other);
    gisa_spellings_clear(&s);
    return has;
}

/* How the other spelling is: 0 not one, 1 the same, 2 loose. */
static int nearness(const gisa_gazetteer *g, const char *name, const char *other)
{
    gisa_spellings s = {0};
    int near = 0;
    gisa_gazetteer_spellings(g, gisa_str_from(name), &s, NULL);
    for (size_t i = 0; i < s.n; i++)
        if (gisa_str_is(s.items[i].text, other)) near = s.items[i].loose ? 2 : 1;
    gisa_spellings_clear(&s);
    return near;
}

static void loosen(const gisa_gazetteer *g)
{
    EQUAL(nearness(g, "한국", "대한민국"), 1, "a longer name is the same");
    EQUAL(nearness(g, "한국", "남한"), 2, "one marked so is not quite");
    EQUAL(nearness(g, "남한", "한국"), 2, "nor the others for it");
    EQUAL(nearness(g, "남한", "남한"), 1, "it is itself");
    EQUAL(nearness(g, "삼성", "Samsung"), 1, "two marked so are the same");
    EQUAL(nearness(g, "제주도", "제주"), 2, "an island is not its province");
    EQUAL(nearness(g, "제주", "제주특별자치도"), 2, "by whatever name");
    EQUAL(nearness(g, "제주도", "제주특별자치도"), 1, "two of those are the same");
    EQUAL(nearness(g, "사우디", "사우디아라비아"), 1, "what is merely longer is the same");
}

static void widen(const gisa_gazetteer *g)
{
    OK(spelled(g, "딥시크", "DeepSeek"), "Hangul finds the Latin spelling");
    OK(spelled(g, "deepseek", "딥식"), "Latin in any case finds the Hangul spellings");
    OK(spelled(g, "쿠앤", "큐웬"), "one Hangul spelling finds another");
    OK(spelled(g, "허깅페이스", "허깅 페이스"), "the spacing of a query is free");
    OK(spelled(g, "미국", "美"), "a country finds its Hanja");
    OK(spelled(g, "일본", "日"), "also one that is a word by itself");
    OK(!spelled(g, "경기도", "경기"), "but no place finds a common word");
    OK(!spelled(g, "경기", "경기도"), "nor a common word the place");
    OK(spelled(g, "경기도", "경기도"), "which has a spelling nevertheless");
    OK(spelled(g, "라마", "Llama"), "who asks for a common word that is a name gets the name");
    OK(!spelled(g, "딥", "딥시크"), "the beginning of a name is no name");
    OK(!spelled(g, "", "딥시크"), "nothing is spelled with nothing");
}

static const struct {
    const char *name, *tsv;
} bad[] = {
    {"a line without spellings is refused", "x\tOG\n"},
    {"an unknown type is refused", "x\tFIRM\t엑스\n"},
    {"an unknown flag is refused", "x\tOG\t엑스\tq\n"},
    {"an empty spelling is refused", "x\tOG\t엑스||와이\n"},
    {"an eighth column is refused", "x\tOG\t엑스\t-\t-\t-\t-\t더\n"},
    {"what is not UTF-8 is refused", "x\tOG\t\xff\n"},
};

int main(void)
{
    gisa_error err;
    gisa_gazetteer *g = NULL;
    if (!WENT(gisa_gazetteer_open(gisa_str_from(user_names), &g, &err), err, "the names load"))
        return test_end();
    find(g);
    far_apart(g);
    widen(g);
    loosen(g);
    for (size_t i = 0; i < 2000; i++) {
        const gisa_gazetteer_entry *name = gisa_gazetteer_at(g, i);
        if (!name) break;
        OK(name->id.n && name->type < GISA_ENTITY_COUNT, "a name has an id and a type");
    }
    gisa_gazetteer_close(g);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        OK(gisa_gazetteer_open(gisa_str_from(bad[i].tsv), &g, &err) < 0 && !g && err.text[0],
           bad[i].name);
    }
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_gazetteer_open(gisa_str_from(user_names), &g, &err);
    gisa_gazetteer_close(g);
    uint64_t n = gisa_mem_count();
    for (uint64_t allowed = 0; allowed < n; allowed += 1 + n / 40) {
        gisa_mem_fail_after(allowed);
        OK(gisa_gazetteer_open(gisa_str_from(user_names), &g, &err) == GISA_ENOMEM && !g,
           "without memory the names do not load");
    }
    gisa_mem_fail_after(GISA_MEM_NEVER);
    return test_end();
}

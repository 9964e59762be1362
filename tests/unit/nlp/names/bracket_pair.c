#include "nlp/names/bracket_pair.h"

#include "base/mem.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *pairs; /* name=other=type of each pair; ? a guess, ~ a common noun,
                                        + an id; "~" before a text: no entity is known */
} rows[] = {
    {"a foreign firm", "투자사 럭스 캐피탈(Lux Capital)은 밝혔다.", "럭스 캐피탈=Lux Capital=OG? "},
    {"a foreign person", "~이어 헨리 카터(Henry Carter)가 말했다.", "헨리 카터=Henry Carter=PS? "},
    {"a blank before the bracket", "투자사 럭스 캐피탈 (Lux Capital)은 밝혔다.",
     "럭스 캐피탈=Lux Capital=OG? "},
    {"between marks", "새 서비스 '도란 도란'(Doran Doran)을 열었다.",
     "도란 도란~=Doran Doran=PS? "},
    {"a short form", "이날 가온군의회(군의회)는 조례를 고쳤다.", "가온군의회=군의회~=OG "},
    {"introduced by 이하", "솔뫼산업진흥원(이하 솔진원)은 밝혔다.", "솔뫼산업진흥원=솔진원=OG "},
    {"with marks and a verb", "솔뫼산업진흥원(이하 ‘솔진원’으로 줄임)은 밝혔다.",
     "솔뫼산업진흥원=솔진원=OG "},
    {"both in one bracket", "솔뫼산업진흥원(SIPA·이하 솔진원)은 밝혔다.",
     "솔뫼산업진흥원=SIPA=OG 솔뫼산업진흥원=솔진원=OG "},
    {"one more spelling of a known name", "딥시크(Deepsik)는 값을 내렸다.", "딥시크=Deepsik=OG+ "},
    {"a known pair", "딥시크(DeepSeek)는 값을 내렸다.", ""},
    {"letters of a middle name", "~이어 헨리 카터(Henry J. Carter)가 말했다.",
     "헨리 카터=Henry J. Carter=PS? "},
    {"a translation of a title between marks", "노래 '그를 가둬라'(Lock him up)를 불렀다.", ""},
    {"letters and a word that is no name", "새 질화붕소관(BNNT)은 가늘다.", ""},
    {"a kind alone", "~새 은행(BOKK)을 열었다.", ""},
    {"a kind that the dictionary lacks alone", "~나루 임무단(NMMS)은 갔다.", ""},
    {"a common noun and a kind", "~새 정보센터(NMMS)를 열었다.", ""},
    {"a word and its Hanja", "옛 호패(號牌)를 찼다.", ""},
    {"a person's Hanja", "김나루 시장이 말했다. 김나루(金娜樓)는 웃었다.", "김나루=金娜樓=PS "},
    {"one mark before it", "약은 '네비도(Nebido) 주사'라 한다.", "네비도=Nebido=OG? "},
    {"a play with words", "이어 헨리 카터(Henry Cart+disaster)가 말했다.", ""},
    {"a newspaper's letters", "~가온나루모닝포스트(GNMP)는 전했다.",
     "가온나루모닝포스트=GNMP=OG? "},
    {"a profession", "나루 교수(경제학)는 말했다.", ""},
    {"an age", "김나루(42)는 말했다.", ""},
    {"an age and a sex", "김나루(42·여)씨는 말했다.", ""},
    {"where a person works", "김나루(KAIST)는 말했다.", ""},
    {"a unit", "전력 10기가와트(GW)를 쓴다.", ""},
    {"a number of a share", "솔뫼전자(종목코드 012345)는 올랐다.", ""},
    {"a market", "솔뫼전자(NASDAQ: SMJJ)는 올랐다.", ""},
    {"the code of a known firm's share", "엔비디아(NVDA)는 올랐다.", ""},
    {"a line of a place", "(서울=나루통신) 김나루(사진=나루)", ""},
    {"a common noun", "새 플랫폼(Platform)을 열었다.", ""},
    {"a concept", "생성형 인공지능(AI)을 쓴다.", ""},
    {"the head of the name alone", "솔뫼산업위원회(이하 위원회)는 밝혔다.", ""},
    {"a verb before it", "그는 웃었다(Laughed).", ""},
    {"more than it", "그 기본법(이하 AI 기본법)은 어렵다.", ""},
    {"another number", "나루 2(Naru 3)를 냈다.", ""},
    {"no end of the bracket", "럭스 캐피탈(Lux Capital", ""},
    {"brackets in brackets", "럭스 캐피탈((Lux Capital))", ""},
    {"nothing before it", "(Lux Capital)", ""},
    {"nothing in it", "럭스 캐피탈()", ""},
    {"wide brackets", "투자사 럭스 캐피탈（Lux Capital）은 밝혔다.",
     "럭스 캐피탈=Lux Capital=OG? "},
};

static gisa_analysis *work;

static gisa_status pairs_of(const char *text, gisa_buf *out, gisa_error *err)
{
    gisa_arena arena = {0};
    gisa_bracket_pairs found = {0};
    gisa_annotation a = {0};
    bool bare = text[0] == '~';
    gisa_str s = gisa_str_from(text + bare);
    gisa_status st = gisa_annotate(work, s, NULL, &a, err);
    if (st >= 0)
        st = gisa_bracket_pairs_find(work, s, a.entities, bare ? 0 : a.n_entities, &arena, &found,
                                     err);
    gisa_buf_reset(out);
    for (size_t i = 0; st >= 0 && i < found.n; i++) {
        const gisa_bracket_pair *p = &found.items[i];
        gisa_buf_add(out, gisa_span_text(p->name, s));
        gisa_buf_addf(out, "%s=", p->common_name ? "~" : "");
        gisa_buf_add(out, gisa_span_text(p->other, s));
        gisa_buf_addf(out, "%s=%s%s%s ", p->common_other ? "~" : "", gisa_entity_type_name(p->type),
                      p->guessed ? "?" : "", p->id.n ? "+" : "");
    }
    gisa_annotation_clear(&a);
    gisa_arena_clear(&arena);
    return st;
}

int main(void)
{
    gisa_error err = {0};
    gisa_analyzer *a = NULL;
    gisa_buf out = {0};
    WENT(gisa_analyzer_open(&(gisa_analyzer_opts){.isolated_words = true}, &a, &err), err, "opens");
    WENT(gisa_analysis_open(a, &work, &err), err, "a workspace");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(pairs_of(rows[i].text, &out, &err), err, rows[i].name);
        SAME_C(gisa_buf_view(&out), rows[i].pairs, rows[i].name);
    }
    gisa_status st = GISA_ENOMEM;
    uint64_t allowed = 0;
    for (; st == GISA_ENOMEM && allowed < 1000; allowed++) {
        gisa_mem_fail_after(allowed);
        st = pairs_of("솔뫼산업진흥원(SIPA·이하 솔진원)은 딥시크(Deepsik)를 썼다.", &out, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
    }
    OK(st == GISA_OK && allowed > 1, "every allocation may fail, cleanly");
    gisa_buf_clear(&out);
    gisa_analysis_close(work);
    gisa_analyzer_close(a);
    return test_end();
}

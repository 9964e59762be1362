#include "nlp/names/entity.h"

#include "base/buf.h"
#include "base/mem.h"
#include "nlp/facts/fact.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"a name before its title", "홍길동 기자가 썼다", "홍길동/PS "},
    {"a name, its body and its title", "조웅 한울증권 연구원은 봤다", "조웅/PS 한울증권/OG "},
    {"a name of two syllables before a university", "성춘향 한빛대 교수는", "성춘향/PS 한빛대/OG "},
    {"a name before an age", "월매(71) 씨는 웃었다", "월매/PS "},
    {"a name on the air", "[정경패/대학생 : \"좋아요.\"]", "정경패/PS "},
    {"a name that was found is a name again", "홍길동 기자가 왔다. 홍길동은 갔다",
     "홍길동/PS 홍길동/PS "},
    {"the subject of speech is a name", "장국진은 “그렇다”고 했다", "장국진/PS "},
    {"a title behind a common word names nobody", "이날 회의에서 위원장은 말했다", "이날/DT "},
    {"a body with its part", "한빛대 전산학과 교수는", "한빛대 전산학과/OG "},
    {"a gloss of a body", "도화캐피탈(Dohwa Capital)이", "도화캐피탈/OG Dohwa Capital/OG "},
    {"a bare ending is no body", "은행과 증권, 연구원이", ""},
    {"a common word with such an ending is no body", "그래픽카드와 시중은행", ""},
    {"the gazetteer wins", "오픈AI 대표가", "오픈AI/OG "},
    {"a version is no quantity", "큐원 2.5와 3배", "큐원 2.5/MODEL 3배/QT "},
    {"dates, times and quantities", "지난 3일 오후 3시 12명", "지난 3일/DT 오후 3시/TI 12명/QT "},
    {"a period that is a point in time", "10년 전", "10년 전/DT "},
    {"an empty text has none", "", ""},
};

int main(void)
{
    gisa_error err;
    gisa_gazetteer *g = NULL;
    gisa_annotation a = {0};
    gisa_buf out = {0};
    gisa_fact_opts opts = {0};
    if (!WENT(gisa_gazetteer_open(GISA_NONE, &g, &err), err, "the names load")) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str s = gisa_str_from(rows[i].text);
        gisa_annotation_reset(&a);
        gisa_buf_reset(&out);
        gisa_buf_add_c(&out, "");
        OK(gisa_facts_find(g, s, &opts, &a, NULL) == GISA_OK, rows[i].name);
        for (size_t k = 0; k < a.n_entities; k++) {
            gisa_buf_add(&out, gisa_span_text(a.entities[k].span, s));
            gisa_buf_addf(&out, "/%s ", gisa_entity_type_name(a.entities[k].type));
        }
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_str text = GISA_STR(
        "조웅 한울증권 연구원은 3일 “값이 2배 오른다”고 말했다. 딥시크-R1이다.");
    gisa_annotation_clear(&a);
    gisa_mem_fail_after(GISA_MEM_NEVER);
    OK(gisa_facts_find(g, text, &opts, &a, &err) == GISA_OK, "a whole text has its facts");
    uint64_t n = gisa_mem_count();
    for (uint64_t allowed = 0; allowed < n; allowed++) {
        gisa_annotation_clear(&a);
        gisa_mem_fail_after(allowed);
        OK(gisa_facts_find(g, text, &opts, &a, &err) == GISA_ENOMEM,
           "without memory there are none");
    }
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_buf_clear(&out);
    gisa_annotation_clear(&a);
    gisa_gazetteer_close(g);
    return test_end();
}

#include "nlp/facts/quote.h"

#include "base/buf.h"
#include "nlp/facts/fact.h"
#include "tests/unit/test.h"

/* The title is "제목"; the rest of each text is the body. */
static const struct {
    const char *name, *body, *want;
} rows[] = {
    {"the subject before speaks", "홍길동 교수는 “값이 내린다고 본다”고 말했다.",
     "홍길동: 값이 내린다고 본다; "},
    {"straight marks", "홍길동 교수는 \"값이 내린다고 본다\"고 말했다.",
     "홍길동: 값이 내린다고 본다; "},
    {"speech goes on behind 며", "홍길동 교수는 “값이 내린다고 본다”며 “그것이 문제다”라고 했다.",
     "홍길동: 값이 내린다고 본다; 홍길동: 그것이 문제다; "},
    {"the subject behind speaks", "“값이 내린다고 본다”고 홍길동 교수는 말했다.",
     "홍길동: 값이 내린다고 본다; "},
    {"a pronoun leads back", "홍길동 교수가 왔다. 그는 “값이 내린다고 본다”고 했다.",
     "홍길동: 값이 내린다고 본다; "},
    {"a surname with a title leads back",
     "홍길동 교수와 심청 기자가 왔다. 홍 교수는 “값이 내린다고 본다”고 했다.",
     "홍길동: 값이 내린다고 본다; "},
    {"speech on the air", "[정경패/대학생 : \"친구들이 다 써요.\"]", "정경패: 친구들이 다 써요.; "},
    {"an organisation speaks", "미르연구원은 “값이 내린다고 본다”고 밝혔다.",
     "미르연구원: 값이 내린다고 본다; "},
    {"a stranger speaks for nobody",
     "홍길동 교수가 왔다. 국밥집 주인은 “값이 내린다고 본다”고 했다.", "?: 값이 내린다고 본다; "},
    {"the sentence before names the speaker", "홍길동 교수는 고개를 저었다. “값은 내리지 않아요.”",
     "홍길동: 값은 내리지 않아요.; "},
    {"a term in marks is no speech", "업계는 “오픈소스”를 말한다.", ""},
    {"a mark that never closes is none", "홍길동 교수는 “값이 내린다고 말했다.\n다음 줄”", ""},
    {"marks inside marks stay", "홍길동 교수는 “‘공짜’라는 말은 틀렸다”고 했다.",
     "홍길동: ‘공짜’라는 말은 틀렸다; "},
    {"reported speech", "미르연구원은 내년에 값이 크게 내릴 것이라고 밝혔다.",
     "(미르연구원: 내년에 값이 크게 내릴 것이라) "},
    {"a text without speech has none", "값이 내렸다.", ""},
    {"an empty body has none", "", ""},
};

int main(void)
{
    gisa_error err;
    gisa_gazetteer *g = NULL;
    gisa_annotation a = {0};
    gisa_buf out = {0}, text = {0};
    if (!WENT(gisa_gazetteer_open(GISA_NONE, &g, &err), err, "the names load")) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_buf_reset(&text);
        gisa_buf_add_c(&text, "“제목의 말은 인용이 아니다”\n");
        gisa_fact_opts opts = {.body = text.n};
        gisa_buf_add_c(&text, rows[i].body);
        gisa_str s = gisa_buf_view(&text);
        gisa_annotation_reset(&a);
        gisa_buf_reset(&out);
        gisa_buf_add_c(&out, "");
        OK(gisa_facts_find(g, s, &opts, &a, NULL) == GISA_OK, rows[i].name);
        for (size_t k = 0; k < a.n_quotes; k++) {
            const gisa_quote *q = &a.quotes[k];
            if (!q->direct) gisa_buf_add_c(&out, "(");
            gisa_buf_add(&out, q->speaker.end ? gisa_span_text(q->speaker, s) : GISA_STR("?"));
            gisa_buf_add_c(&out, ": ");
            gisa_buf_add(&out, gisa_span_text(q->span, s));
            gisa_buf_add_c(&out, q->direct ? "; " : ") ");
        }
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&text);
    gisa_buf_clear(&out);
    gisa_annotation_clear(&a);
    gisa_gazetteer_close(g);
    return test_end();
}

#include "nlp/names/entity.h"

#include "base/mem.h"
#include "tests/unit/names_toy.h"

static const struct {
    const char *name, *text;
    bool klue;
    const char *want;
} rows[] = {
    {"the recogniser's names stand", "홍길동 시장은 웃었다.", false, "홍길동/PS "},
    {"those of rules do not", "임꺽정(45)은 영화였다.", false, ""},
    {"the gazetteer's do", "어제 오픈AI 시장은 웃었다.", false, "오픈AI/OG#openai "},
    {"and so do its models", "정말 큐원 2.5였다.", false, "큐원 2.5/MODEL#qwen-2.5 "},
    {"a place of several words is as many", "가람시의 이몽룡 시장은 웃었다.", false,
     "가람시/LC 이몽룡/PS "},
};

static gisa_gazetteer *g;
static gisa_name_model m;
static gisa_recogniser *r;

static void print(gisa_str text, gisa_buf *out)
{
    gisa_buf_reset(out);
    gisa_buf_add_c(out, "");
    for (size_t i = 0; i < a.n_entities; i++) {
        const gisa_entity *e = &a.entities[i];
        gisa_buf_add(out, gisa_span_text(e->span, text));
        gisa_buf_addf(out, "/%s", gisa_entity_type_name(e->type));
        if (e->id.p) gisa_buf_addf(out, "#%.*s", GISA_ARG(e->id));
        gisa_buf_add_c(out, " ");
    }
}

int main(void)
{
    gisa_error err = {0};
    gisa_buf out = {0};
    if (!analyzed_open() || !toy_make()) return test_end();
    WENT(gisa_gazetteer_open(GISA_NONE, &g, &err), err, "the gazetteer opens");
    WENT(gisa_name_model_view(gisa_buf_view(&toy_file), &m, &err), err, "it is a model");
    WENT(gisa_name_model_spread(&m, &err), err, "its rows are laid out");
    WENT(gisa_recogniser_open(&m, &r, &err), err, "a recogniser opens");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str text = gisa_str_from(rows[i].text);
        gisa_entity_opts opts = {.recogniser = r, .klue = rows[i].klue};
        gisa_annotate_opts morphs = {.morphs_only = true};
        OK(gisa_annotate(work, text, &morphs, &a, NULL) == GISA_OK &&
               gisa_entities_find(g, text, &opts, &a, NULL) == GISA_OK,
           rows[i].name);
        print(text, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_recogniser_close(r);
    gisa_name_model_clear(&m);
    gisa_gazetteer_close(g);
    gisa_buf_clear(&out);
    gisa_buf_clear(&toy_file);
    analyzed_close();
    return test_end();
}

#include "nlp/names/entity.h"

#include "base/mem.h"
#include "tests/unit/names_toy.h"

static const struct {
    const char *name, *text;
    bool klue;
    const char *want;
} rows[] = {
    {"the recogniser's names stand", "홍길동 시장은 웃었다.", false, "홍길동/PS "},
    {"those of rules do not", "정말 재미있는 임꺽정(45) 영화였다.", false, ""},
    {"but a noun beside a title may", "허생 대표는 “가자”고 말했다.", false, "허생/PS "},
    {"the gazetteer's do", "오픈AI 시장은 웃었다.", false, "오픈AI/OG#openai "},
    {"and so do its models", "정말 큐원 2.5였다.", false, "큐원 2.5/MODEL#qwen-2.5 "},
    {"a place of several known words is as many", "가람시 나래동의 이몽룡 시장은 웃었다.", false,
     "가람시/LC 나래동/LC 이몽룡/PS "},
    {"but one by KLUE-NER's conventions", "가람시 나래동의 이몽룡 시장은 웃었다.", true,
     "가람시 나래동/LC 이몽룡/PS "},
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

static gisa_status find(gisa_str text, bool klue)
{
    gisa_quantities quantities = {0};
    gisa_entity_opts opts = {.quantities = &quantities, .recogniser = r, .klue = klue};
    gisa_annotate_opts morphs = {.morphs_only = true};
    gisa_status st = gisa_annotate(work, text, &morphs, &a, NULL);
    if (st >= 0) st = gisa_quantities_find(text, &a.arena, &quantities);
    return st < 0 ? st : gisa_entities_find(g, text, &opts, &a, NULL);
}

static void run_without_memory(gisa_str text)
{
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_annotation_clear(&a);
    OK(find(text, false) == GISA_OK, "names are found");
    uint64_t n = gisa_mem_count();
    for (uint64_t allowed = 0; allowed < n; allowed++) {
        gisa_annotation_clear(&a);
        gisa_mem_fail_after(allowed);
        gisa_status st = find(text, false);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st != GISA_ENOMEM) OK(st == GISA_OK && allowed > 0, "every allocation may fail");
    }
    gisa_annotation_clear(&a);
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
        OK(find(text, rows[i].klue) == GISA_OK, rows[i].name);
        print(text, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    run_without_memory(GISA_STR("가람시의 이몽룡 시장은 웃었다."));
    gisa_recogniser_close(r);
    gisa_name_model_clear(&m);
    gisa_gazetteer_close(g);
    gisa_buf_clear(&out);
    gisa_buf_clear(&toy_file);
    analyzed_close();
    return test_end();
}

#include "nlp/names/recogniser.h"

#include "base/mem.h"
#include "tests/unit/names_toy.h"

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"what was learnt is found", "홍길동 시장은 웃었다.", "홍길동/PS "},
    {"and what is like it", "임꺽정 시장은 울었다.", "임꺽정/PS "},
    {"several of a sentence", "4일 이몽룡 시장은 웃었다.", "4일/DT 이몽룡/PS "},
    {"each sentence by itself", "홍길동 시장은 웃었다. 성춘향 시장은 울었다.",
     "홍길동/PS 성춘향/PS "},
    {"a sentence may have none", "정말 재미있는 영화였다.", ""},
    {"an empty text has none", "", ""},
};

static gisa_recogniser *recogniser;

static void find(gisa_str text, gisa_buf *out)
{
    gisa_recognised found = {0};
    gisa_buf_reset(out);
    gisa_buf_add_c(out, "");
    OK(gisa_annotate(work, text, NULL, &a, NULL) == GISA_OK, "a text is analysed");
    a.n_entities = 0; /* nothing is claimed by rule */
    OK(gisa_recogniser_run(recogniser, text, &a, &found, NULL) == GISA_OK, "names are looked for");
    for (size_t i = 0; i < found.n; i++) {
        gisa_buf_add(out, gisa_span_text(found.items[i].span, text));
        gisa_buf_addf(out, "/%s ", gisa_entity_type_name(found.items[i].type));
    }
}

static void run_without_memory(gisa_str text)
{
    gisa_recognised found = {0};
    gisa_annotation fresh = {0};
    OK(gisa_annotate(work, text, NULL, &a, NULL) == GISA_OK, "a text is analysed");
    fresh = a;
    fresh.arena = (gisa_arena){0};
    gisa_mem_fail_after(0);
    OK(gisa_recogniser_run(recogniser, text, &fresh, &found, NULL) == GISA_ENOMEM,
       "names that find no room are an error");
    gisa_recogniser *none = NULL;
    OK(gisa_recogniser_open(NULL, &none, NULL) == GISA_ENOMEM && !none, "so is a workspace");
    gisa_mem_fail_after(GISA_MEM_NEVER);
}

int main(void)
{
    gisa_name_model m;
    gisa_error err = {0};
    gisa_buf out = {0};
    if (!analyzed_open() || !toy_make()) return test_end();
    if (!WENT(gisa_name_model_view(gisa_buf_view(&toy_file), &m, &err), err, "it is a model"))
        return test_end();
    WENT(gisa_name_model_spread(&m, &err), err, "its rows are laid out");
    WENT(gisa_recogniser_open(&m, &recogniser, &err), err, "a recogniser opens");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        find(gisa_str_from(rows[i].text), &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    run_without_memory(gisa_str_from(rows[0].text));
    gisa_recogniser_close(recogniser);
    gisa_name_model_clear(&m);
    gisa_buf_clear(&out);
    gisa_buf_clear(&toy_file);
    analyzed_close();
    return test_end();
}

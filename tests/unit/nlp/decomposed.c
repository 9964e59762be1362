/* What is found in a text is found in the same text in decomposed letters, at the same words. */
#include "nlp/decomposed.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "nlp/annotate.h"
#include "tests/unit/test.h"

static const char *const texts[] = {
    "구글이 제미나이 3 프로를 공개했다.",
    "가온 장관은 “예산은 3조 5천억원이다”라고 2025년 3월 1일 말했다.",
    "엑사원 4.0과 café를 비교했더니 매출이 3.5% 늘었다. 오픈AI는 딥시크 R1을 쟀다.",
};

static void decompose(gisa_str text, gisa_buf *out)
{
    UErrorCode code = U_ZERO_ERROR;
    UChar wide[512], apart[1024];
    char bytes[2048];
    int32_t n_wide, n_apart, n;
    u_strFromUTF8(wide, 512, &n_wide, text.p, (int32_t)text.n, &code);
    n_apart = unorm2_normalize(unorm2_getNFDInstance(&code), wide, n_wide, apart, 1024, &code);
    u_strToUTF8(bytes, sizeof bytes, &n, apart, n_apart, &code);
    OK(U_SUCCESS(code), "the text comes apart");
    gisa_buf_reset(out);
    gisa_buf_add(out, (gisa_str){bytes, (size_t)n});
}

static void add(gisa_buf *out, gisa_span s, gisa_str text)
{
    gisa_buf_add_char(out, ' ');
    gisa_buf_add(out, gisa_span_text(s, text));
}

/* All that was found, with the pieces of the text where it stands, which are composed again. */
static void spell(const gisa_annotation *a, gisa_str text, gisa_buf *out)
{
    gisa_buf raw = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < a->n_sentences; i++) add(&raw, a->sentences[i].span, text);
    for (size_t i = 0; i < a->n_tokens; i++) add(&raw, a->tokens[i].span, text);
    for (size_t i = 0; i < a->n_morphs; i++) {
        add(&raw, a->morphs[i].span, text);
        gisa_buf_add(&raw, a->morphs[i].form);
    }
    for (size_t i = 0; i < a->n_entities; i++) {
        add(&raw, a->entities[i].span, text);
        gisa_buf_add(&raw, a->entities[i].id);
    }
    for (size_t i = 0; i < a->n_quotes; i++) {
        add(&raw, a->quotes[i].span, text);
        add(&raw, a->quotes[i].speaker, text);
    }
    for (size_t i = 0; i < a->n_dates; i++) add(&raw, a->dates[i].span, text);
    for (size_t i = 0; i < a->n_figures; i++) {
        add(&raw, a->figures[i].span, text);
        add(&raw, a->figures[i].noun, text);
        gisa_buf_add(&raw, a->figures[i].unit);
    }
    gisa_buf_reset(out);
    WENT(gisa_compose(gisa_buf_view(&raw), out, &err), err, "compose");
    gisa_buf_clear(&raw);
}

int main(void)
{
    gisa_error err = {0};
    gisa_analyzer *analyzer = NULL;
    gisa_analysis *work = NULL;
    gisa_annotation a = {0};
    gisa_buf apart = {0}, want = {0}, got = {0};
    WENT(gisa_analyzer_open(NULL, &analyzer, &err), err, "open");
    WENT(gisa_analysis_open(analyzer, &work, &err), err, "a workspace");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        gisa_str text = gisa_str_from(texts[i]);
        decompose(text, &apart);
        WENT(gisa_annotate(work, text, NULL, &a, &err), err, texts[i]);
        OK(a.n_entities > 0, "something is found");
        spell(&a, text, &want);
        WENT(gisa_annotate(work, gisa_buf_view(&apart), NULL, &a, &err), err, texts[i]);
        spell(&a, gisa_buf_view(&apart), &got);
        SAME(gisa_buf_view(&got), gisa_buf_view(&want), texts[i]);
    }
    gisa_annotate_opts titled = {.title_end = 6};
    decompose(GISA_STR("구글\n제미나이 3을 냈다."), &apart);
    titled.title_end = gisa_str_find_byte(gisa_buf_view(&apart), '\n', 0);
    WENT(gisa_annotate(work, gisa_buf_view(&apart), &titled, &a, &err), err, "with a title");
    EQUAL(a.sentences[0].span.end, titled.title_end, "the title ends where it did");
    EQUAL(a.sentences[1].span.start, titled.title_end + 1, "and the body begins there");
    gisa_buf_clear(&apart);
    gisa_buf_clear(&want);
    gisa_buf_clear(&got);
    gisa_annotation_clear(&a);
    gisa_analysis_close(work);
    gisa_analyzer_close(analyzer);
    return test_end();
}

/* The whole analyser on texts of our own. What the model decides is asserted only where any sane
 * model must agree; everything else is structure. */
#include "nlp/annotate.h"
#include "base/mem.h"
#include "tests/unit/analyzed.h"

static void spell(gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < a.n_tokens; i++) {
        for (uint32_t k = 0; k < a.tokens[i].n_morphs; k++) {
            const gisa_morph *m = &a.morphs[a.tokens[i].first_morph + k];
            gisa_buf_add(out, m->form);
            gisa_buf_addf(out, "/%s ", gisa_tag_name(m->tag));
        }
        gisa_buf_add_char(out, '|');
    }
}

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"a noun, its josa, a contracted ending", "정부는 모델을 공개했다.",
     "정부/NNG 는/JX |모델/NNG 을/JKO |공개/NNG 하/XSV 았/EP 다/EF ./SF |"},
    {"a mixed name is whole", "회사가 GPT-4o를 샀다.",
     "회사/NNG 가/JKS |GPT-4o/NNP 를/JKO |사/VV 았/EP 다/EF ./SF |"},
    {"a name of the gazetteer is whole", "딥시크의 모델", "딥시크/NNP 의/JKG |모델/NNG |"},
    {"a decimal number is whole", "26.1% 늘었다", "26.1/SN %/SW |늘/VV 었/EP 다/EF |"},
};

static void test_rows(void)
{
    gisa_buf got = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(gisa_annotate(work, gisa_str_from(rows[i].text), NULL, &a, &err), err, rows[i].name);
        spell(&got);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&got);
}

static void test_bare_sentences(void)
{
    gisa_str text = GISA_STR("어제 갔어요 ㅋㅋ 근데 너무 좋았어요 다음에 또 가야지");
    OK(gisa_annotate(work, text, NULL, &a, NULL) == GISA_OK, "a text without full stops");
    EQUAL(a.n_sentences, 3, "has a sentence for each predicate that ends one");
    SAME_C(gisa_span_text(a.sentences[0].span, text), "어제 갔어요 ㅋㅋ", "laughter goes with it");
    text = GISA_STR("그는 “간다” 라고 했다");
    OK(gisa_annotate(work, text, NULL, &a, NULL) == GISA_OK, "a quotation");
    EQUAL(a.n_sentences, 1, "is taken up by 라고");
}

/* Whether spans are in order, inside the text and inside each other. */
static bool sound(gisa_str text)
{
    uint32_t at = 0;
    for (size_t i = 0; i < a.n_sentences; i++) {
        const gisa_sentence *s = &a.sentences[i];
        if (s->span.start < at || s->span.end <= s->span.start || s->span.end > text.n)
            return false;
        uint32_t inner = s->span.start;
        for (uint32_t k = 0; k < s->n_tokens; k++) {
            const gisa_token *t = &a.tokens[s->first_token + k];
            if (t->span.start < inner || t->span.end <= t->span.start) return false;
            inner = t->span.end;
            uint32_t before = t->span.start, reach = t->span.start;
            for (uint32_t m = 0; m < t->n_morphs; m++) {
                gisa_span span = a.morphs[t->first_morph + m].span;
                if (span.start < before || span.end < span.start || span.end > t->span.end)
                    return false;
                if (span.start > reach) return false; /* a gap inside an eojeol */
                before = span.start;
                if (span.end > reach) reach = span.end;
            }
        }
        if (inner > s->span.end) return false;
        at = s->span.end;
    }
    return true;
}

/* Bytes of a simple generator: text, marks and rubbish. */
static void scramble(gisa_buf *out, uint64_t seed)
{
    static const char *const bits[] = {
        "딥시크",       "가", " ",        "\n", "3.5", "GPT-4o", "\"",     "라고",   ".", "\xff",
        "\xed\xa0\x80", "ㅋ", "美",       "😀",  "했",  "다",     "\u1112", "\u1161", "(", ")",
        "http://a.b",   "…",  "\xe2\x80", "א",  "あ"};
    gisa_buf_reset(out);
    for (int i = 0; i < 60; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        gisa_buf_add_c(out, bits[(seed >> 33) % (sizeof bits / sizeof *bits)]);
    }
}

static void test_any_bytes(void)
{
    gisa_buf text = {0};
    for (uint64_t seed = 1; seed <= 300; seed++) {
        scramble(&text, seed);
        gisa_str s = gisa_buf_view(&text);
        OK(gisa_annotate(work, s, NULL, &a, NULL) == GISA_OK, "any bytes are analysed");
        if (!OK(sound(s), "spans are in order and leave no gap inside an eojeol"))
            printf("     seed %llu\n", (unsigned long long)seed);
    }
    gisa_buf_clear(&text);
}

static void test_long(void)
{
    gisa_buf text = {0};
    for (int i = 0; i < 100000; i++) gisa_buf_add_c(&text, "가나다라마");
    gisa_str s = gisa_buf_view(&text);
    OK(gisa_annotate(work, s, NULL, &a, NULL) == GISA_OK,
       "half a million characters in one eojeol");
    EQUAL(a.n_tokens, 1, "are one eojeol");
    OK(sound(s), "without a gap");
    gisa_buf_clear(&text);
}

static void test_tokenizer(void)
{
    gisa_tokenizer t = gisa_analyzer_tokenizer(analyzer);
    gisa_terms one = {0}, two = {0};
    gisa_error err = {0};
    void *space = NULL;
    gisa_str text = GISA_STR("딥시크가 오픈소스 모델을 공개했다. 정부는 3.5조원을 쓴다.");
    WENT(t.open(t.ctx, &space, &err), err, "a tokenizer opens");
    WENT(t.tokenize(space, text, GISA_TOKENIZE_DOCUMENT, &one, &err), err, "and makes terms");
    OK(gisa_annotate(work, text, NULL, &a, NULL) == GISA_OK, "as the analyser does");
    gisa_span all = {0, (uint32_t)text.n};
    OK(gisa_annotate_terms(work, text, &a, all, &two, NULL) == GISA_OK, "terms of an annotation");
    EQUAL(one.n, two.n, "both give as many terms");
    for (size_t i = 0; i < one.n && i < two.n; i++)
        OK(gisa_str_eq(one.items[i].form, two.items[i].form) &&
               one.items[i].start == two.items[i].start,
           "the same ones at the same places");
    gisa_terms_clear(&one);
    gisa_terms_clear(&two);
    t.close(space);
}

/* The whole text reads 도깨비랩 as one name; the title alone does not. */
static void test_parts(void)
{
    gisa_str title = GISA_STR("오픈소스 회사 도깨비랩의 셈법");
    gisa_str text = GISA_STR(
        "오픈소스 회사 도깨비랩의 셈법\n도깨비랩은 22일 투자를 받았다고 밝혔다. "
        "직원 23명인 도깨비랩은 올해 안에 40명을 더 뽑는다. 정수정 도깨비랩 대표는 "
        "웃었다. 도깨비랩이 이겼다.");
    const gisa_span spans[] = {{0, (uint32_t)title.n}, {(uint32_t)title.n + 1, (uint32_t)text.n}};
    gisa_tokenizer t = gisa_analyzer_tokenizer(analyzer);
    gisa_annotate_opts opts = {.title_end = title.n};
    gisa_error err = {0};
    void *space = NULL;
    WENT(t.open(t.ctx, &space, &err), err, "a tokenizer opens");
    WENT(gisa_annotate(work, text, &opts, &a, &err), err, "a title and a body are analysed");
    for (size_t k = 0; k < 2; k++) {
        gisa_terms one = {0}, two = {0};
        gisa_str part = gisa_span_text(spans[k], text);
        bool same = t.tokenize(space, part, GISA_TOKENIZE_DOCUMENT, &one, &err) == GISA_OK &&
                    gisa_annotate_terms(work, text, &a, spans[k], &two, &err) == GISA_OK &&
                    one.n == two.n && one.n > 0;
        for (size_t i = 0; same && i < one.n; i++)
            same = gisa_str_eq(one.items[i].form, two.items[i].form) &&
                   one.items[i].start == two.items[i].start;
        OK(same, k ? "a body has the terms it has alone" : "a title has the terms it has alone");
        gisa_terms_clear(&one);
        gisa_terms_clear(&two);
    }
    t.close(space);
}

static void test_memory(void)
{
    gisa_str text = GISA_STR("딥시크가 오픈소스 모델을 공개했다.");
    for (uint64_t allowed = 0; allowed < 200; allowed++) {
        gisa_analysis *w = NULL;
        gisa_annotation out = {0};
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_analysis_open(analyzer, &w, NULL);
        if (st >= 0) st = gisa_annotate(w, text, NULL, &out, NULL);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_annotation_clear(&out);
        gisa_analysis_close(w);
        if (st == GISA_OK) break;
        EQUAL(st, GISA_ENOMEM, "every allocation may fail, cleanly");
    }
}

int main(void)
{
    if (!analyzed_open()) return test_end();
    test_rows();
    test_bare_sentences();
    test_any_bytes();
    test_long();
    test_tokenizer();
    test_parts();
    test_memory();
    analyzed_close();
    return test_end();
}

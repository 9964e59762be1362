#include "nlp/tagger/reading.h"

#include "base/mem.h"
#include "tests/unit/analyzed.h"

static bool same(const gisa_morph *x, const gisa_morph *y)
{
    return x->tag == y->tag && x->span.start == y->span.start && x->span.end == y->span.end &&
           gisa_str_eq(x->form, y->form);
}

/* Whether the first reading of every sentence is what the annotation says, and the others differ.
 */
static bool sound(gisa_arena *arena)
{
    for (size_t i = 0; i < a.n_sentences; i++) {
        const gisa_sentence *s = &a.sentences[i];
        gisa_readings r;
        if (gisa_readings_find(work, s->span, 8, arena, &r, NULL) < 0 || r.n == 0) return false;
        if (!r.items[0].chosen) return false;
        uint32_t first = a.tokens[s->first_token].first_morph;
        for (uint32_t k = 0; k < r.items[0].n_morphs; k++)
            if (!same(&a.morphs[first + k], &r.items[0].morphs[k])) return false;
        for (uint32_t x = 0; x < r.n; x++)
            for (uint32_t y = 0; y < x; y++) {
                bool alike = r.items[x].n_morphs == r.items[y].n_morphs;
                for (uint32_t k = 0; alike && k < r.items[x].n_morphs; k++)
                    alike = same(&r.items[x].morphs[k], &r.items[y].morphs[k]);
                if (alike) return false;
            }
    }
    return true;
}

static void test_texts(void)
{
    static const char *const texts[] = {
        "나는 새를 보았다.",
        "정부는 3.5조원을 쓴다. 딥시크-R1은 오픈소스다.",
        "어제 갔어요 ㅋㅋ 근데 너무 좋았어요 다음에 또 가야지",
        "첫 줄\n둘째 줄은 길다. 셋째 문장도 있다\n",
        "bad \xff byte 가나다 \u1112\u1161\u11ab글",
    };
    gisa_arena arena = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        OK(gisa_annotate(work, gisa_str_from(texts[i]), NULL, &a, NULL) == GISA_OK, texts[i]);
        OK(sound(&arena), "the chosen reading leads; the others are different ones");
    }
    gisa_arena_clear(&arena);
}

static void test_known(void)
{
    gisa_arena arena = {0};
    gisa_readings r;
    gisa_str text = GISA_STR("딥시크가 26.1% 늘었다");
    OK(gisa_annotate(work, text, NULL, &a, NULL) == GISA_OK, "a name and a number");
    OK(gisa_readings_find(work, a.sentences[0].span, 30, &arena, &r, NULL) == GISA_OK, "are read");
    bool whole = r.n > 1;
    for (uint32_t i = 0; i < r.n; i++)
        whole = whole && gisa_str_is(r.items[i].morphs[0].form, "딥시크");
    OK(whole, "what must stay whole does in every reading");
    OK(gisa_readings_find(work, a.tokens[2].span, 5, &arena, &r, NULL) == GISA_OK && r.n > 1,
       "an eojeol alone");
    for (uint32_t i = 0; i < r.n; i++)
        OK(r.items[i].morphs[0].span.start >= a.tokens[2].span.start, "has its morphemes only");
    OK(gisa_readings_find(work, a.tokens[2].span, 0, &arena, &r, NULL) == GISA_OK && r.n == 0,
       "none when none is asked for");
    gisa_arena_clear(&arena);
}

static void test_long(void)
{
    gisa_buf text = {0};
    gisa_arena arena = {0};
    gisa_readings r;
    for (int i = 0; i < 3000; i++) gisa_buf_add_c(&text, "가");
    OK(gisa_annotate(work, gisa_buf_view(&text), NULL, &a, NULL) == GISA_OK, "a very long eojeol");
    OK(gisa_readings_find(work, a.sentences[0].span, 5, &arena, &r, NULL) == GISA_OK && r.n == 1 &&
           r.items[0].n_morphs == a.n_morphs,
       "has the one reading that was chosen");
    gisa_arena_clear(&arena);
    gisa_buf_clear(&text);
}

static void test_memory(void)
{
    OK(gisa_annotate(work, GISA_STR("새를 보았다"), NULL, &a, NULL) == GISA_OK, "a text");
    for (uint64_t allowed = 0; allowed < 200; allowed++) {
        gisa_arena arena = {0};
        gisa_readings r;
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_readings_find(work, a.sentences[0].span, 3, &arena, &r, NULL);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_arena_clear(&arena);
        if (st == GISA_OK) break;
        EQUAL(st, GISA_ENOMEM, "every allocation may fail, cleanly");
    }
}

int main(void)
{
    if (!analyzed_open()) return test_end();
    test_texts();
    test_known();
    test_long();
    test_memory();
    analyzed_close();
    return test_end();
}

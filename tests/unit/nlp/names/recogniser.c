#include "nlp/names/recogniser.h"

#include "base/mem.h"
#include "corpus/data.h"
#include "nlp/names/name_feature.h"
#include "nlp/names/name_look.h"
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
    for (size_t allowed = 0; allowed < 2; allowed++) {
        gisa_mem_fail_after(allowed);
        OK(gisa_recogniser_open(NULL, &none, NULL) == GISA_ENOMEM && !none, "so is a workspace");
    }
    gisa_mem_fail_after(GISA_MEM_NEVER);
}

/* What a label weighs at a character: the sum of the rows of its features, each looked up. */
static int32_t weigh(const gisa_name_model *m, const gisa_name_line *l, uint32_t i, unsigned label)
{
    uint64_t features[GISA_NAME_FEATURES_MAX];
    int32_t sum = 0;
    unsigned n = gisa_name_features(l, i, features);
    for (unsigned k = 0; k < n; k++) {
        const gisa_name_row *row = gisa_name_row_find(m, features[k]);
        if (row) sum += row->weights[label];
    }
    return sum;
}

/* The best path by trying every label after every other one; of equal ones the lowest label. */
static void label_slowly(const gisa_name_model *m, const gisa_name_line *l, uint8_t *out)
{
    static int64_t score[GISA_NAME_LINE_MAX][GISA_NAME_LABELS];
    static unsigned back[GISA_NAME_LINE_MAX][GISA_NAME_LABELS];
    for (uint32_t i = 0; i < l->n; i++) {
        for (unsigned to = 0; to < GISA_NAME_LABELS; to++) {
            const int32_t *first = m->transitions + GISA_NAME_LABELS * GISA_NAME_LABELS;
            bool inside = to > 0 && to % 2 == 0;
            score[i][to] = i || inside ? INT32_MIN : first[to];
            for (unsigned from = 0; from < GISA_NAME_LABELS && i; from++) {
                int64_t path = score[i - 1][from] + m->transitions[from * GISA_NAME_LABELS + to];
                if ((inside && from != to && from != to - 1) || path <= score[i][to]) continue;
                score[i][to] = path;
                back[i][to] = from;
            }
            if (!l->idle[i]) score[i][to] += weigh(m, l, i, to);
            if (l->idle[i] && to) score[i][to] = INT32_MIN;
        }
    }
    unsigned best = 0;
    for (unsigned k = 1; k < GISA_NAME_LABELS; k++)
        if (score[l->n - 1][k] > score[l->n - 1][best]) best = k;
    for (uint32_t i = l->n; i-- > 0; best = back[i][best]) out[i] = (uint8_t)best;
}

/* Compares the labels of each sentence of the text that is analysed. Returns: names there. */
static unsigned compare(const gisa_name_model *m, gisa_str text)
{
    static gisa_name_line line;
    static uint8_t want[GISA_NAME_LINE_MAX];
    gisa_recogniser *r = NULL;
    unsigned names = 0;
    if (!OK(gisa_recogniser_open(m, &r, NULL) == GISA_OK, "a recogniser opens")) return 0;
    for (size_t s = 0; s < a.n_sentences; s++) {
        uint32_t at = 0;
        gisa_name_line_next(&line, text, &a, &a.sentences[s], &at);
        gisa_name_line_look(&line, &m->lexicon, 0);
        label_slowly(m, &line, want);
        OK(memcmp(gisa_recogniser_label(r, &line), want, line.n) == 0, "the best path is taken");
        for (uint32_t i = 0; i < line.n; i++) names += want[i] % 2;
    }
    gisa_recogniser_close(r);
    return names;
}

/* The shipped model, also with transitions of no sense that let paths cross. */
static void compare_paths(void)
{
    gisa_str text = GISA_STR(
        "가온시 홍길동 시장과 이몽룡·성춘향 의원은 지난 3월 4일 오후 2시 나래전자 본사에서 만나 "
        "1,200억원을 들여 AI(인공지능) 반도체 공장을 짓기로 했다고 가온일보가 보도했다. 미국 "
        "뉴욕의 OpenAI와 구글 딥마인드, 서울대 김나루 교수(경제학)는 \"30% 늘 것\"이라고 했다.\n"
        "허생 씨는 2021~2027년 서울 종로구 세종대로 12층에서 3위를 했고, 그는 그제야 웃었다.");
    int32_t transitions[(GISA_NAME_LABELS + 1) * GISA_NAME_LABELS];
    gisa_name_model m;
    if (!OK(gisa_name_model_view(gisa_data_find("lexicon/names.bin"), &m, NULL) == GISA_OK &&
                gisa_name_model_spread(&m, NULL) == GISA_OK,
            "the shipped model opens"))
        return;
    OK(gisa_annotate(work, text, NULL, &a, NULL) == GISA_OK, "a text is analysed");
    OK(compare(&m, text) > 15, "it finds names");
    m.transitions = transitions;
    gisa_name_model none = m; /* where paths are equal, and the first counts */
    gisa_name_bucket empty = {0};
    none.buckets = &empty;
    none.n_buckets = 1;
    for (uint64_t round = 0; round < 40; round++) {
        uint64_t most = round % 2 ? 200 : 1;
        for (unsigned i = 0; i < sizeof transitions / sizeof *transitions; i++)
            transitions[i] = (int32_t)(gisa_name_mix(round << 32 | i) % (2 * most + 1) - most);
        OK(compare(round % 2 ? &m : &none, text) > 15 || round % 2 == 0, "and others by others");
    }
    gisa_name_model_clear(&m);
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
    compare_paths();
    gisa_recogniser_close(recogniser);
    gisa_name_model_clear(&m);
    gisa_buf_clear(&out);
    gisa_buf_clear(&toy_file);
    analyzed_close();
    return test_end();
}

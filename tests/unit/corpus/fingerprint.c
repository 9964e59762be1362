#include "corpus/fingerprint.h"

#include "base/mem.h"
#include "tests/unit/test.h"

static const char first[] =
    "미르연구원은 새 언어모델의 학습 기록을 모두 공개했다고 3일 밝혔다. 기록에는 실패한 실험도 "
    "들어 있다. "
    "연구원은 \"잘된 것만 보여 주면 따라 하는 사람이 같은 길에서 넘어진다\"고 설명했다. "
    "내려받은 사람은 하루 만에 4만1천명을 넘었고, 대학 열두 곳이 수업에 쓰겠다고 알려 왔다. "
    "다음 달에는 음성 자료를 더한 두 번째 판이 나온다. 연구원은 고칠 곳을 알려 주면 이름을 함께 "
    "싣기로 했다.";
static const char second[] = "강원 산골의 작은 도서관이 헌 컴퓨터 다섯 대로 번역 기계를 만들었다. "
                             "마을 어르신들이 손주에게 쓰는 편지를 "
                             "네 나라 말로 옮겨 준다. 관장은 \"틀린 말이 나오면 다 같이 웃고 "
                             "고친다\"고 했다. 겨울에는 눈 때문에 전기가 "
                             "자주 나가서 난로 옆에 배터리를 모아 두었다. 봄이 오면 이웃 마을 두 "
                             "곳도 같은 기계를 들인다고 한다.";

static double between(gisa_str a, gisa_str b)
{
    gisa_fingerprint x = {0}, y = {0};
    gisa_error err = {0};
    WENT(gisa_fingerprint_make(a, &x, &err), err, "a text is fingerprinted");
    WENT(gisa_fingerprint_make(b, &y, &err), err, "another too");
    gisa_overlap o = gisa_sample_compare(gisa_fingerprint_view(&x), gisa_fingerprint_view(&y));
    gisa_fingerprint_clear(&x);
    gisa_fingerprint_clear(&y);
    return gisa_overlap_containment(&o);
}

static void test_pairs(void)
{
    static const struct {
        const char *name, *a, *b;
        double min, max;
    } rows[] = {
        {"a text holds itself", first, first, 1, 1},
        {"spaces, quotation marks, case and width do not count",
         "오픈 소스 모델 \"GAON\"을 내려받은 사람이 4만 명",
         "오픈소스모델 ‘gaon’을 내려받은사람이 ４만명…", 1, 1},
        {"other figures change only what stands around them",
         "지난해 국내 인공지능 기업이 받은 투자는 모두 32건으로 한 해 전보다 줄어든 것으로 "
         "나타났다",
         "지난해 국내 인공지능 기업이 받은 투자는 모두 47건으로 한 해 전보다 줄어든 것으로 "
         "나타났다",
         .6, .9},
        {"two stories share nothing", first, second, 0, 0},
        {"an empty text is in nothing", first, "", 0, 0},
        {"a text below eight letters has no shingle", "일곱 글자입니다", "일곱 글자입니다", 0, 0},
        {"nor has a single one", "말", "말", 0, 0},
        {"one of eight has one", "여덟 글자가 되는 말", "\"여덟글자가 되는말\"", 1, 1},
        {"ill-formed bytes are passed over", "여덟 글자가 넘는\xff 글월", "여덟 글자가 넘는 글월",
         1, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        double got = between(gisa_str_from(rows[i].a), gisa_str_from(rows[i].b));
        OK(got >= rows[i].min && got <= rows[i].max, rows[i].name);
    }
}

static void test_inside_longer(void)
{
    gisa_buf longer = {0};
    for (int i = 0; i < 40; i++) { /* other sentences before and behind, all different */
        gisa_buf_addf(&longer, "%d번째 줄에는 %d마리 새가 %d그루 나무에 앉아 노래했다. ", i,
                      i * 7919, i * 104729);
        if (i == 20) gisa_buf_add_c(&longer, first);
    }
    OK(between(gisa_str_from(first), gisa_buf_view(&longer)) > .85,
       "a text that stands inside a longer one is found there");
    OK(between(gisa_str_from(second), gisa_buf_view(&longer)) < .1,
       "a text that does not stand there is not");
    gisa_buf_clear(&longer);
}

static void test_shape(void)
{
    gisa_buf text = {0};
    gisa_fingerprint f = {0};
    gisa_error err = {0};
    bool rising = true;
    for (int i = 0; i < 3000; i++) gisa_buf_addf(&text, "%d 번째 글월입니다 ", i * 7919);
    WENT(gisa_fingerprint_make(gisa_buf_view(&text), &f, &err), err, "a long text works");
    for (size_t i = 1; i < f.n; i++) rising = rising && f.items[i - 1] < f.items[i];
    OK(rising, "hashes rise and stand once");
    EQUAL(gisa_sample_bound(gisa_fingerprint_view(&f)), 4294967296 / GISA_SAMPLE_ONE_IN,
          "and is complete below that bound");
    gisa_buf_reset(&text);
    for (uint32_t i = 1; i <= 4000; i++) gisa_buf_addf(&text, "%08x", i * 2654435761u);
    WENT(gisa_fingerprint_make(gisa_buf_view(&text), &f, &err), err, "as does one of figures");
    OK(f.n > 32000 / 40 && f.n < 32000 / 25, "a long text keeps one shingle in 32");
    gisa_buf_reset(&text);
    for (int i = 0; i < 80; i++) gisa_buf_addf(&text, "%d 번째 글월입니다 ", i * 7919);
    WENT(gisa_fingerprint_make(gisa_buf_view(&text), &f, &err), err, "a text of the press works");
    EQUAL(f.n, 48, "and keeps enough shingles to compare it");
    gisa_buf_reset(&text);
    for (int i = 0; i < 3000; i++) gisa_buf_add_c(&text, "같은 말만 되풀이한다 ");
    WENT(gisa_fingerprint_make(gisa_buf_view(&text), &f, &err), err, "a text that repeats works");
    EQUAL(f.n, 9, "and has its shingles once");
    EQUAL(gisa_sample_bound(gisa_fingerprint_view(&f)), 4294967296,
          "a short sample is the whole text");
    gisa_buf_reset(&text);
    for (int i = 0; i < 60000; i++) gisa_buf_addf(&text, "%d글", i * 7919);
    WENT(gisa_fingerprint_make(gisa_buf_view(&text), &f, &err), err, "a huge text works");
    EQUAL(f.n, 4096, "a huge text takes no more than 16 kB");
    gisa_fingerprint_clear(&f);
    gisa_buf_clear(&text);
}

/* Samples by hand: above the bound that every sample of 48 has. */
static void test_bounds(void)
{
    enum { FROM = 1 << 28 };
    uint32_t *a = malloc(48 * sizeof *a), *b = malloc(60 * sizeof *b);
    uint32_t *full = malloc(4096 * sizeof *full);
    for (uint32_t i = 0; i < 48; i++) a[i] = FROM + i;
    for (uint32_t i = 0; i < 60; i++) b[i] = FROM + i;
    for (uint32_t i = 0; i < 4096; i++) full[i] = i;
    gisa_sample x = {a, 48}, y = {b, 60}, z = {full, 4096};
    EQUAL(gisa_sample_bound(x), FROM + 48, "48 hashes are all up to the last");
    EQUAL(gisa_sample_bound((gisa_sample){a, 47}), 4294967296, "fewer are all there are");
    EQUAL(gisa_sample_bound(z), 4096, "the ceiling ends a sample wherever it is");
    gisa_overlap o = gisa_sample_compare(x, y);
    OK(o.in_a == 48 && o.in_b == 48 && o.shared == 48, "what one does not know is not compared");
    o = gisa_sample_compare(y, x);
    OK(o.in_a == 48 && o.in_b == 48 && o.shared == 48, "either way");
    o = gisa_sample_compare(x, x);
    OK(o.in_a == 48 && o.in_b == 48 && o.shared == 48, "and what it knows is, to the end");
    free(a);
    free(b);
    free(full);
}

/* Databases hold fingerprints: they stay what they are. */
static void test_stored(void)
{
    gisa_fingerprint f = {0};
    gisa_error err = {0};
    gisa_str eight = test_exact("abcdefgh");
    WENT(gisa_fingerprint_make(eight, &f, &err), err, "eight letters are fingerprinted");
    EQUAL(f.n, 1, "they have one hash");
    EQUAL(f.items[0], 651086912, "which is that of earlier versions");
    gisa_fingerprint_clear(&f);
    free((char *)(uintptr_t)eight.p);
}

static void test_memory(void)
{
    gisa_fingerprint f = {0};
    gisa_error err = {0};
    gisa_mem_fail_after(0);
    EQUAL(gisa_fingerprint_make(gisa_str_from(first), &f, &err), GISA_ENOMEM,
          "no memory is reported");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    WENT(gisa_fingerprint_make(gisa_str_from(first), &f, &err), err, "and the object stays usable");
    gisa_fingerprint_clear(&f);
}

int main(void)
{
    test_pairs();
    test_inside_longer();
    test_shape();
    test_bounds();
    test_stored();
    test_memory();
    return test_end();
}

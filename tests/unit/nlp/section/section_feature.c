#include "nlp/section/section_feature.h"

#include <stdlib.h>

#include "tests/unit/test.h"

static int by_number(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

static unsigned features(const char *title, uint32_t out[GISA_SECTION_FEATURES_MAX])
{
    unsigned n = gisa_section_features(gisa_str_from(title), out);
    qsort(out, n, sizeof *out, by_number);
    return n;
}

static bool alike(const char *one, const char *other)
{
    uint32_t a[GISA_SECTION_FEATURES_MAX], b[GISA_SECTION_FEATURES_MAX];
    unsigned n = features(one, a);
    return n == features(other, b) && memcmp(a, b, n * sizeof *a) == 0;
}

int main(void)
{
    uint32_t out[GISA_SECTION_FEATURES_MAX];
    EQUAL(features("가나", out), 10, "two syllables: eight runs, and twice the title's ends");
    EQUAL(features("", out), 0, "an empty title has no feature");
    EQUAL(features(" \t\xE3\x80\x80", out), 0, "nor has a blank one");
    OK(alike("GPT 4를  공개", "gpt 7를 공개"), "case, digits and spaces do not count");
    OK(alike("ＡＩ 공개", "AI 공개"), "nor does width");
    OK(!alike("공개 예정", "예정 공개"), "the first and the last word do");
    OK(!alike("공개 예정", "공개예정"), "and so does where words end");
    OK(!alike("공개", "공개…"), "and a mark");
    char one[2 * GISA_SECTION_CHARS], more[3 * GISA_SECTION_CHARS], single[GISA_SECTION_CHARS * 3];
    for (size_t i = 0; i < sizeof single - 1; i++) single[i] = i % 2 ? ' ' : 'a';
    memset(more, 'a', sizeof more - 1);
    memset(one, 'a', sizeof one - 1);
    one[sizeof one - 1] = more[sizeof more - 1] = single[sizeof single - 1] = '\0';
    OK(alike(one, more), "of a long title the beginning counts");
    OK(features(one, out) < GISA_SECTION_FEATURES_MAX &&
           features(single, out) < GISA_SECTION_FEATURES_MAX,
       "and there is room for all of it");
    unsigned n = features("오픈소스 인공지능", out);
    OK(n > 0 && out[n - 1] < GISA_SECTION_BUCKETS, "every bucket is one of the model's");
    return test_end();
}

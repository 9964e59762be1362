#include "nlp/names/name_feature.h"

#include "base/mem.h"
#include "nlp/names/name_look.h"
#include "tests/unit/names_toy.h"

static gisa_name_line line;
static gisa_name_model m;
static uint64_t features[2][GISA_NAME_FEATURES_MAX];

static unsigned make(const char *text, uint32_t i, uint64_t *out)
{
    uint32_t at = 0;
    gisa_str s = gisa_str_from(text);
    gisa_annotate(work, s, NULL, &a, NULL);
    gisa_name_line_next(&line, s, &a, a.sentences, &at);
    gisa_name_line_look(&line, &m.lexicon, 0);
    return gisa_name_features(&line, i, out);
}

static unsigned shared(unsigned n, unsigned k)
{
    unsigned both = 0;
    for (unsigned x = 0; x < n; x++)
        for (unsigned y = 0; y < k; y++) both += features[0][x] == features[1][y];
    return both;
}

static int compare(const void *one, const void *other)
{
    const uint64_t *x = one, *y = other;
    return *x < *y ? -1 : *x > *y;
}

/* The features of the portions of a character. */
static unsigned put_portions(uint32_t i, uint64_t *out)
{
    gisa_name_key keys[GISA_NAME_PARTS];
    const uint32_t *c = line.cp + GISA_NAME_LINE_PAD + i;
    unsigned n = gisa_name_part_features(&line, i, GISA_NAME_PART_REST, out);
    unsigned n_keys = gisa_name_keys(&line, i, keys);
    for (unsigned k = 0; k < n_keys; k++)
        n += gisa_name_part_features(&line, i, (gisa_name_part)keys[k].part, out + n);
    for (int d = 0; d < (int)GISA_NAME_LETTER_PLACES; d++) {
        uint64_t letter[GISA_NAME_LETTER_PLACES];
        gisa_name_letter_features(c[d - GISA_NAME_SIGHT], letter);
        out[n++] = letter[d];
    }
    return n;
}

static void split(gisa_str text)
{
    uint32_t at = 0;
    gisa_annotate(work, text, NULL, &a, NULL);
    gisa_name_line_next(&line, text, &a, a.sentences, &at);
    gisa_name_line_look(&line, &m.lexicon, 0);
    for (uint32_t i = 0; i < line.n; i++) {
        unsigned n = gisa_name_features(&line, i, features[0]), k = put_portions(i, features[1]);
        qsort(features[0], n, sizeof features[0][0], compare);
        qsort(features[1], k, sizeof features[1][0], compare);
        OK(n == k && memcmp(features[0], features[1], n * sizeof features[0][0]) == 0,
           "portions have all features once");
    }
}

int main(void)
{
    if (!analyzed_open() || !toy_make()) return test_end();
    OK(gisa_name_model_view(gisa_buf_view(&toy_file), &m, NULL) == GISA_OK, "a model");
    unsigned n = make("홍길동 시장은 웃었다.", 0, features[0]);
    OK(n > 45 && n <= GISA_NAME_FEATURES_MAX, "a name has many features");
    EQUAL(shared(n, make("홍길동 시장은 웃었다.", 0, features[1])), n, "the same ones each time");
    EQUAL(shared(n, n), n, "and each once");
    unsigned k = make("홍길동 시장은 울었다.", 0, features[1]);
    EQUAL(shared(n, k), n, "what is far away is not seen");
    k = make("홍길동 시장도 웃었다.", 0, features[1]);
    OK(shared(n, k) < n, "the word after the name is");
    k = make("홍길동 시장은 웃었다.", 1, features[1]);
    OK(shared(n, k) < n / 4, "another place has features of its own");
    n = make("홍길동 시장은 웃었다.", 3, features[0]);
    OK(n > 20, "a space has features");
    split(GISA_STR("어제 가람시의 홍길동(23) 시장은 AI 3종을 말했다고 했다. "));
    gisa_buf_clear(&toy_file);
    analyzed_close();
    return test_end();
}

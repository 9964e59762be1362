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

int main(void)
{
    if (!analyzed_open() || !toy_make()) return test_end();
    OK(gisa_name_model_view(gisa_buf_view(&toy_file), &m, NULL) == GISA_OK, "a model");
    unsigned n = make("홍길동 시장은 웃었다.", 0, features[0]);
    OK(n > 60 && n <= GISA_NAME_FEATURES_MAX, "a name has many features");
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
    gisa_buf_clear(&toy_file);
    analyzed_close();
    return test_end();
}

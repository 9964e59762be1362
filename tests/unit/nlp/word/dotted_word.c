#include "nlp/word/dotted_word.h"

#include "corpus/tokenizer.h"
#include "tests/unit/test.h"

static gisa_morph morphs[16];
static gisa_token token;
static gisa_annotation made = {.morphs = morphs, .tokens = &token, .n_tokens = 1};
static gisa_buf text;

static void make(const char *spec)
{
    gisa_str rest = gisa_str_from(spec), piece;
    made.n_morphs = 0;
    gisa_buf_reset(&text);
    while (gisa_str_next_field(&rest, '+', &piece)) {
        size_t slash = gisa_str_find_byte(piece, '/', 0);
        gisa_morph *m = &morphs[made.n_morphs++];
        m->form = gisa_str_cut(piece, 0, slash);
        m->tag = gisa_tag_parse(gisa_str_cut(piece, slash + 1, piece.n));
        m->span.start = (uint32_t)text.n;
        gisa_buf_add(&text, m->form);
        m->span.end = (uint32_t)text.n;
    }
    token = (gisa_token){{0, (uint32_t)text.n}, 0, (uint32_t)made.n_morphs};
}

static const struct {
    const char *name, *spec, *want;
    uint32_t n_morphs;
} joins[] = {
    {"three parts of one syllable", "산/NNG+·/SP+학/NNG+·/SP+연/NNG", "산학연", 5},
    {"a part of two goes on to its josa", "해/NNG+·/SP+공군/NNG+이/JKS", "해공군", 3},
    {"a last part of several nouns", "중소/NNG+·/SP+벤처/NNG+기업/NNG", "중소벤처기업", 4},
    {"letters are in lower case", "A/SL+·/SP+B/SL", "ab", 3},
    {"one word has no dots", "공군/NNG+이/JKS", "", 0},
    {"a list of long words is no word", "반도체/NNG+·/SP+조선/NNG", "", 0},
    {"a last part that is long is none", "한/NNG+·/SP+가나다라마바사/NNG", "", 0},
    {"numbers are none", "3/SN+·/SP+1/SN+절/NNG", "", 0},
    {"a verb is none", "쓰/VV+고/EC+·/SP+글/NNG", "", 0},
    {"a dot at the end joins nothing", "해/NNG+·/SP", "", 0},
    {"another mark joins nothing", "해/NNG+,/SP+공군/NNG", "", 0},
};

static const struct {
    const char *name, *text;
    uint32_t from, to, n;
    gisa_tag josa;
} parts[] = {
    {"one syllable before a dot", "해·공군이", 0, 1, 1, GISA_TAG_COUNT},
    {"one between dots", "산·학·연", 2, 3, 1, GISA_TAG_COUNT},
    {"the last with a josa", "여·야는", 2, 4, 1, GISA_TAG_JX},
    {"two syllables are a word", "해·공군", 2, 4, 0, GISA_TAG_COUNT},
    {"after two syllables too", "중소·대가", 3, 5, 0, GISA_TAG_COUNT},
    {"no dot", "해와", 0, 1, 0, GISA_TAG_COUNT},
    {"letters", "A·B", 0, 1, 0, GISA_TAG_COUNT},
};

static void test_parts(void)
{
    gisa_text t = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        gisa_tag josa;
        OK(gisa_text_put(&t, gisa_str_from(parts[i].text), NULL) == GISA_OK, "a text");
        gisa_range all = {0, t.n}, word = {parts[i].from, parts[i].to};
        EQUAL(gisa_dotted_part_find(&t, all, word, &josa), parts[i].n, parts[i].name);
        EQUAL(josa, parts[i].josa, parts[i].name);
    }
    gisa_text_clear(&t);
}

int main(void)
{
    char out[GISA_TERM_MAX];
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
        uint32_t n_morphs = 0;
        gisa_span span = {0, 0};
        make(joins[i].spec);
        size_t n = gisa_dotted_word_join(&made, &token, 0, out, &n_morphs, &span);
        SAME_C(((gisa_str){out, n}), joins[i].want, joins[i].name);
        if (n) EQUAL(n_morphs, joins[i].n_morphs, joins[i].name);
        if (n) EQUAL(span.end, morphs[n_morphs - 1].span.end, joins[i].name);
    }
    test_parts();
    gisa_buf_clear(&text);
    return test_end();
}

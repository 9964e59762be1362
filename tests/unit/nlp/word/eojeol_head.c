/* Heads in annotations made by hand, so that no model decides the outcome. */
#include "nlp/word/eojeol_head.h"

#include "base/utf8.h"
#include "tests/unit/test.h"

static uint32_t slots[64];
static const gisa_wordset words = {slots, 63};

static const struct {
    const char *name, *spec, *head; /* a loose head has ~ before it */
} rows[] = {
    {"a verb and a noun with a josa are one noun", "이/VV+어/EC+팟/NNG+만/JX", "이어팟"},
    {"so are a verb's stem and a bound noun", "움직/VV+씨/NNB+도/JX", "움직씨"},
    {"what an ending joins with a bound noun is read right", "먹/VV+는/ETM+것/NNB+을/JKO", ""},
    {"nothing is said of them without a josa", "이/VV+어/EC+팟/NNG", ""},
    {"a verb made of a noun is read right", "개발/NNG+하/XSV+는/ETM+일/NNG+을/JKO", ""},
    {"a josa within a name is one", "쿠이로/NNP+의/JKG", "쿠이"},
    {"so without another after it", "쿠이아와/NNP", "~쿠이아"},
    {"one that ends names as well is perhaps", "젬마만/NNP", "~젬마"},
    {"one that cannot follow is none", "테헤란로/NNP+의/JKG", ""},
    {"josa may follow one another", "쿠이에서/NNP+만/JX", "쿠이"},
    {"as much as may be is the name", "가나로만/NNP", "~가나로"},
    {"of several nouns the last is looked at", "새/XPN+쿠이와/NNP", ""},
    {"a noun that is known is what it is", "국가로/NNG+의/JKG", ""},
    {"two syllables have to be left", "나와/NNP", ""},
    {"letters are no head", "AI로/NNP+의/JKG", ""},
};

static gisa_morph morphs[16];

static gisa_str make(const char *spec, gisa_buf *text, gisa_annotation *a, gisa_token *token)
{
    gisa_str rest = gisa_str_from(spec), piece;
    gisa_buf_reset(text);
    *a = (gisa_annotation){.morphs = morphs};
    while (gisa_str_next_field(&rest, '+', &piece)) {
        size_t slash = gisa_str_find_byte(piece, '/', 0);
        gisa_morph *m = &morphs[a->n_morphs++];
        m->span.start = (uint32_t)text->n;
        gisa_buf_add(text, m->form = gisa_str_cut(piece, 0, slash));
        m->span.end = (uint32_t)text->n;
        m->tag = gisa_tag_parse(gisa_str_cut(piece, slash + 1, piece.n));
    }
    *token = (gisa_token){{0, (uint32_t)text->n}, 0, (uint32_t)a->n_morphs};
    return gisa_buf_view(text);
}

int main(void)
{
    static const uint32_t known[] = {0xAD6D, 0xAC00, 0xB85C}; /* 국가로 */
    uint64_t hash = GISA_WORD_SEED;
    gisa_buf buf = {0};
    for (size_t i = 0; i < 3; i++) hash = gisa_word_roll(hash, known[i]);
    gisa_wordset_put(slots, words.mask, hash, GISA_WORD_NOUN);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_annotation a;
        gisa_token token;
        gisa_eojeol_head head;
        char got[64] = "";
        gisa_str text = make(rows[i].spec, &buf, &a, &token);
        if (gisa_eojeol_head_find(words, text, &a, &token, &head))
            snprintf(got, sizeof got, "%s%.*s", head.loose ? "~" : "",
                     GISA_ARG(gisa_span_text(head.span, text)));
        SAME_C(gisa_str_from(got), rows[i].head, rows[i].name);
    }
    gisa_buf_clear(&buf);
    return test_end();
}

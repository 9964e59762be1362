/* Typed words in annotations made by hand, so that no model decides the outcome. */
#include "nlp/word/typed_word.h"

#include "tests/unit/test.h"

static gisa_sentence sentences[8];
static gisa_token tokens[8];
static gisa_morph morphs[32];

/* One sentence of one token a line, each morpheme "form/TAG", in the text that they make up. */
static gisa_annotation make(const char *spec)
{
    gisa_annotation a = {.sentences = sentences, .tokens = tokens, .morphs = morphs};
    gisa_str rest = gisa_str_from(spec), line, piece;
    uint32_t at = 0;
    while (gisa_str_next_field(&rest, ' ', &line)) {
        gisa_token *t = &tokens[a.n_tokens];
        *t = (gisa_token){.span = {at, at}, .first_morph = (uint32_t)a.n_morphs};
        while (gisa_str_next_field(&line, '+', &piece)) {
            size_t slash = gisa_str_find_byte(piece, '/', 0);
            gisa_str form = gisa_str_cut(piece, 0, slash);
            morphs[a.n_morphs++] = (gisa_morph){
                .span = {at, at + (uint32_t)form.n},
                .form = form,
                .tag = gisa_tag_parse(gisa_str_cut(piece, slash + 1, piece.n))};
            at += (uint32_t)form.n;
            t->n_morphs++;
        }
        t->span.end = at;
        sentences[a.n_sentences++] = (gisa_sentence){t->span, (uint32_t)a.n_tokens++, 1};
        at++;
    }
    return a;
}

static void test_words(void)
{
    OK(gisa_is_typed_word(GISA_STR("화가")), "Hangul is a word");
    OK(gisa_is_typed_word(GISA_STR("약")), "also of one syllable");
    OK(!gisa_is_typed_word(GISA_STR("")), "nothing is none");
    OK(!gisa_is_typed_word(GISA_STR("화가 난")), "two words are none");
    OK(!gisa_is_typed_word(GISA_STR("R1")), "letters are none");
    OK(gisa_is_typed_word(GISA_STR("가나다라마바사아자차카타파하")), "as long as they come");
    OK(!gisa_is_typed_word(GISA_STR("가나다라마바사아자차카타파하가")), "longer is a text");
}

static void test_frames(void)
{
    gisa_buf out = {0};
    gisa_typed_word_put(GISA_STR("화가"), &out);
    SAME_C(gisa_buf_view(&out), "화가가\n화가를\n화가는\n화가의\n화가에서\n화가도\n",
           "josa behind a vowel");
    gisa_buf_reset(&out);
    gisa_typed_word_put(GISA_STR("약"), &out);
    SAME_C(gisa_buf_view(&out), "약이\n약을\n약은\n약의\n약에서\n약도\n", "and behind a final");
    gisa_buf_clear(&out);
}

static void test_nouns(void)
{
    gisa_span frame = {0, 0};
    gisa_annotation a = make("화/NNG+가/JKS+가/JKS 화가/NNG+를/JKO 화가/NNG+는/JX 화가/NNG+의/JKG "
                             "화가/NNG+에서/JKB 화/NNG+가도/VV");
    OK(gisa_typed_word_noun(GISA_STR("화가"), &a, &frame), "four of six make a noun");
    EQUAL(frame.start, a.sentences[1].span.start, "as the first of them has it");
    a = make(
        "화/NNG+가/JKS+가/JKS 화가/NNG+를/JKO 화/NNG+가는/VV 화가/NNG+의/JKG 화가/NNG+에서/JKB "
        "화/NNG+가도/VV");
    OK(!gisa_typed_word_noun(GISA_STR("화가"), &a, &frame), "three do not");
    a = make("국가/NNG+인공/NNG+지능/NNG+이/JKS 국가/NNG+인공/NNG+지능/NNG+을/JKO "
             "국가/NNG+인공/NNG+지능/NNG+은/JX 국가/NNG+인공/NNG+지능/NNG+의/JKG");
    OK(gisa_typed_word_noun(GISA_STR("국가인공지능"), &a, &frame), "a compound is a noun");
    OK(!gisa_typed_word_noun(GISA_STR("국가인공지"), &a, &frame), "not up to its middle");
    a = make("가/VV+은/ETM+이/NNB 가/VV+은/ETM+을/JKO 가/VV+은/ETM+은/JX 가/VV+은/ETM+의/JKG");
    OK(!gisa_typed_word_noun(GISA_STR("가은"), &a, &frame), "a verb is none");
}

static void test_misread(void)
{
    gisa_annotation a = make("테헤란/NNP+로/JKB");
    OK(gisa_typed_word_is_misread(GISA_STR("테헤란로"), &a), "로 does not follow ㄴ");
    a = make("종로/NNP+로/JKB");
    OK(!gisa_typed_word_is_misread(GISA_STR("종로로"), &a), "it does a vowel");
    a = make("테헤란로/NNP");
    OK(!gisa_typed_word_is_misread(GISA_STR("테헤란로"), &a), "what has no josa is right");
    a = make("로/JKB");
    OK(!gisa_typed_word_is_misread(GISA_STR("로"), &a), "nor is there anything before it");
}

int main(void)
{
    test_words();
    test_frames();
    test_nouns();
    test_misread();
    return test_end();
}

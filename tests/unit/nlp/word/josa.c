#include "nlp/word/josa.h"

#include "base/hangul.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *run, *before;
    bool is_josa;
} rows[] = {
    {"은 follows a final consonant", "은", "글", true},
    {"은 follows no vowel", "은", "타", false},
    {"는 follows a vowel", "는", "타", true},
    {"는 follows no final consonant", "는", "글", false},
    {"로 follows ㄹ", "로", "글", true},
    {"로 follows no other consonant", "로", "북", false},
    {"으로 follows no vowel", "으로", "타", false},
    {"any josa follows a Latin letter", "는", "T", true},
    {"josa stack", "에서는", "글", true},
    {"each agrees with the one before", "에서은", "글", false},
    {"three in a row", "에서부터는", "글", true},
    {"four are too many", "에서부터까지는", "글", false},
    {"the copula of a name is loose", "이라고", "타", true},
    {"but not 이나", "이나", "타", false},
    {"another word", "버스", "타", false},
    {"nothing at all", "", "글", true},
};

static void is_josa(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t last;
        gisa_utf8_next(gisa_str_from(rows[i].before), 0, &last);
        OK(gisa_is_josa(gisa_str_from(rows[i].run), last) == rows[i].is_josa, rows[i].name);
    }
}

/* Of two allomorphs exactly one follows any syllable (로 and 으로 both ㄹ: the press writes
 * either), and they have the same tag. */
static void allomorphs(void)
{
    static const char *const pairs[][2] = {
        {"은", "는"},       {"이", "가"},           {"을", "를"},       {"과", "와"},
        {"으로", "로"},     {"으로서", "로서"},     {"으로써", "로써"}, {"으로부터", "로부터"},
        {"이랑", "랑"},     {"이야", "야"},         {"과의", "와의"},   {"이라고", "라고"},
        {"이라는", "라는"}, {"이라고도", "라고도"},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const gisa_josa *a = gisa_josa_find(gisa_str_from(pairs[i][0]));
        const gisa_josa *b = gisa_josa_find(gisa_str_from(pairs[i][1]));
        if (!OK(a && b, pairs[i][0])) continue;
        EQUAL(a->tag, b->tag, pairs[i][0]);
        for (uint32_t cp = GISA_HANGUL_FIRST; gisa_is_hangul(cp); cp++) {
            bool both_ways = gisa_hangul_final(cp) == GISA_FINAL_L &&
                             gisa_str_starts(b->form, GISA_STR("로"));
            bool one = gisa_josa_agrees(a, cp) != gisa_josa_agrees(b, cp);
            if (one == both_ways) OK(false, pairs[i][0]); /* 서울로, 서울으로 */
        }
    }
}

static void table(void)
{
    const gisa_josa *before = NULL, *j;
    for (size_t i = 0; (j = gisa_josa_at(i)) != NULL; before = j, i++) {
        if (before) OK(gisa_str_cmp(before->form, j->form) < 0, "sorted and without repeats");
        OK(gisa_josa_find(j->form) == j, "every josa is found");
        size_t max = j->uses & GISA_JOSA_NOUN ? 12 : 15; /* what the searches look at */
        OK(j->form.n % 3 == 0 && j->form.n <= max, "at most five syllables, four of a noun's");
        OK(!(j->uses & GISA_JOSA_LOOSE) || j->uses & GISA_JOSA_NAME, "loose ones follow names");
        OK(!(j->uses & GISA_JOSA_NOUN) == (j->tag == GISA_TAG_COUNT), "those of nouns have tags");
    }
}

static void ends(void)
{
    const gisa_josa *j = gisa_josa_suffix(GISA_STR("정부에서는"), GISA_JOSA_NOUN);
    OK(j && gisa_str_is(j->form, "에서는"), "the longest at the end");
    j = gisa_josa_suffix(GISA_STR("정부에서는"), GISA_JOSA_TOPIC);
    OK(j && gisa_str_is(j->form, "는"), "the longest of that use");
    OK(!gisa_josa_suffix(GISA_STR("정부의"), GISA_JOSA_SPEAKER), "none of that use");
    j = gisa_josa_prefix(GISA_STR("라면서 웃었다"), GISA_JOSA_SPEECH);
    OK(j && gisa_str_is(j->form, "라면서"), "the longest at the beginning");
    OK(!gisa_josa_prefix(GISA_STR("라"), GISA_JOSA_SPEECH), "라 alone takes up no speech");
    OK(gisa_josa_begins(0xAE4C, GISA_JOSA_CARRY), "까지 begins with 까");
    OK(!gisa_josa_is(0xAE4C, GISA_JOSA_CARRY), "but 까 is no josa");
    OK(gisa_josa_is(0xC740, GISA_JOSA_PAUSE) && !gisa_josa_is(0xB3C4, GISA_JOSA_PAUSE),
       "나는… pauses, 나도… may end");
}

/* What report/ knows of josa is of this table. */
static void list(void)
{
    for (size_t i = 0; i < gisa_list_noun_josa.n; i++) {
        const gisa_josa *j = gisa_josa_find(gisa_list_noun_josa.items[i].word);
        OK(j && j->uses & GISA_JOSA_NOUN, "a josa of nouns is one here");
    }
}

int main(void)
{
    is_josa();
    allomorphs();
    table();
    ends();
    list();
    return test_end();
}

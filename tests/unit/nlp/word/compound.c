#include "nlp/word/compound.h"
#include "nlp/text.h"
#include "tests/unit/test.h"

static gisa_text text;
static uint32_t slots[256];
static const gisa_wordset words = {slots, 255};

static void know(const char *word)
{
    uint64_t hash = GISA_WORD_SEED;
    OK(gisa_text_put(&text, gisa_str_from(word), NULL) == GISA_OK, word);
    for (uint32_t i = 0; i < text.n; i++) hash = gisa_word_roll(hash, text.cp[i]);
    gisa_wordset_put(slots, words.mask, hash, GISA_WORD_NOUN);
}

static const struct {
    const char *name, *word, *want; /* where the parts end */
} rows[] = {
    {"two known nouns", "산업위원회", "2 5 "},
    {"a long part falls into short ones", "국가인공지능위원회", "2 4 6 9 "},
    {"an unknown word may stand first", "도깨비위원회", "3 6 "},
    {"an unknown word may not stand behind", "위원회도깨비", ""},
    {"fewer parts are better", "위원회산업", "3 5 "},
    {"a word of three syllables stays whole", "위원회", ""},
    {"a word that nobody knows stays whole", "도깨비방망이", ""},
    {"one syllable is no part", "산업국가위", ""},
    {"a tail goes with the part before it", "국가산업비", "2 5 "},
    {"a tail is better than a part nobody knows", "인공위원", "2 4 "},
    {"a word and its tail are no compound", "위원회장", ""},
    {"two known parts are better than a tail", "산업인공", "2 4 "},
    {"an ism has no part", "국가주의", ""},
    {"nor has who is for it", "국가주의자", ""},
    {"nor when another noun is before it", "산업국가주의", "2 6 "},
    {"a known word has no part that nobody knows", "도깨위원", ""},
    {"nor has the name of a place any part", "서대문구", ""},
    {"a word longer than any stays whole", "산업산업산업산업산업산업산업산업산업산업산업산업산업",
     ""},
};

int main(void)
{
    static const char *const known[] = {"국가", "인공", "지능",     "인공지능", "위원회", "산업",
                                        "위원", "회산", "도깨위원", "서대",     "문구"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) know(known[i]);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char got[128] = "";
        uint8_t ends[GISA_COMPOUND_MAX];
        OK(gisa_text_put(&text, gisa_str_from(rows[i].word), NULL) == GISA_OK, rows[i].name);
        unsigned n = gisa_compound_split(words, text.cp, text.n, false, ends);
        for (unsigned k = 0; k < n && n > 1; k++)
            snprintf(got + strlen(got), sizeof got - strlen(got), "%u ", ends[k]);
        SAME_C(gisa_str_from(got), rows[i].want, rows[i].name);
    }
    uint8_t ends[GISA_COMPOUND_MAX];
    OK(gisa_text_put(&text, GISA_STR("도깨비위원"), NULL) == GISA_OK, "a text");
    EQUAL(gisa_compound_split(words, text.cp, text.n, true, ends), 1,
          "a name has no part that nobody knows");
    OK(gisa_text_put(&text, GISA_STR("산업위원회"), NULL) == GISA_OK, "a text");
    EQUAL(gisa_compound_split(words, text.cp, text.n, true, ends), 2, "but those that are known");
    gisa_text_clear(&text);
    return test_end();
}

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
    {"a word longer than any stays whole", "산업산업산업산업산업산업산업산업산업산업산업산업산업",
     ""},
};

int main(void)
{
    static const char *const known[] = {"국가",   "인공", "지능", "인공지능",
                                        "위원회", "산업", "위원", "회산"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) know(known[i]);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char got[128] = "";
        uint8_t ends[GISA_COMPOUND_MAX];
        OK(gisa_text_put(&text, gisa_str_from(rows[i].word), NULL) == GISA_OK, rows[i].name);
        unsigned n = gisa_compound_split(words, text.cp, text.n, ends);
        for (unsigned k = 0; k < n && n > 1; k++)
            snprintf(got + strlen(got), sizeof got - strlen(got), "%u ", ends[k]);
        SAME_C(gisa_str_from(got), rows[i].want, rows[i].name);
    }
    gisa_text_clear(&text);
    return test_end();
}

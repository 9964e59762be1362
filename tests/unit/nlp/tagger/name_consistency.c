#include "nlp/tagger/name_consistency.h"
#include "nlp/tagger/tagger.h"
#include "tests/unit/test.h"

static gisa_text text;
static gisa_morph_list morphs;

static void morph(gisa_tag tag, uint32_t from, uint32_t to)
{
    gisa_morph_list_put(&morphs, tag, (gisa_range){from, to}, text.cp + from, to - from, NULL);
}

int main(void)
{
    gisa_name_consistency *c = NULL;
    uint32_t slots[16] = {0};
    uint16_t presets[32] = {0};
    gisa_wordset words = {slots, 15};
    gisa_wordset_put(slots, 15, gisa_word_roll(GISA_WORD_SEED, 0xC740), GISA_WORD_JOSA); /* 은 */
    OK(gisa_name_consistency_open(&c, NULL) == GISA_OK, "a workspace");
    OK(gisa_text_put(&text, GISA_STR("권오을은 권오을은 권오을은"), NULL) == GISA_OK, "a text");
    for (uint32_t at = 0; at < 10; at += 5) {
        morph(GISA_TAG_NNP, at, at + 3);
        morph(GISA_TAG_JX, at + 3, at + 4);
    }
    morph(GISA_TAG_NNP, 10, 12); /* 권오 + 을 + 은 */
    morph(GISA_TAG_JKO, 12, 13);
    morph(GISA_TAG_JX, 13, 14);
    EQUAL(gisa_name_consistency_mark(c, &text, &morphs, words, presets), 1,
          "the torn mention is marked");
    EQUAL(presets[10], GISA_PRESET_BEGIN | GISA_PRESET_DEFERRED | (GISA_TAG_NNP + 1),
          "as a name that begins there");
    EQUAL(presets[12], GISA_PRESET_INSIDE | GISA_PRESET_DEFERRED | (GISA_TAG_NNP + 1),
          "and goes on to its end");
    EQUAL(presets[13], 0, "without its josa");
    EQUAL(presets[0], 0, "the others need no mark");
    EQUAL(gisa_name_consistency_mark(c, &text, &morphs, words, presets), 0,
          "nothing is marked twice");
    gisa_name_consistency_close(c);
    gisa_morph_list_clear(&morphs);
    gisa_text_clear(&text);
    return test_end();
}

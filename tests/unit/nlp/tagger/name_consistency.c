#include "nlp/tagger/name_consistency.h"
#include "nlp/tagger/tagger.h"
#include "tests/unit/test.h"

static gisa_text text;
static gisa_pieces pieces;

static void piece(gisa_tag tag, uint32_t from, uint32_t to)
{
    gisa_pieces_put(&pieces, tag, (gisa_range){from, to}, text.cp + from, to - from, NULL);
}

int main(void)
{
    gisa_consistency *c = NULL;
    uint32_t slots[16] = {0};
    uint16_t known[32] = {0};
    gisa_wordset words = {slots, 15};
    gisa_wordset_put(slots, 15, gisa_word_roll(GISA_WORD_SEED, 0xC740), GISA_WORD_JOSA); /* 은 */
    OK(gisa_consistency_open(&c, NULL) == GISA_OK, "a workspace");
    OK(gisa_text_put(&text, GISA_STR("권오을은 권오을은 권오을은"), NULL) == GISA_OK, "a text");
    for (uint32_t at = 0; at < 10; at += 5) {
        piece(GISA_TAG_NNP, at, at + 3);
        piece(GISA_TAG_JX, at + 3, at + 4);
    }
    piece(GISA_TAG_NNP, 10, 12); /* 권오 + 을 + 은 */
    piece(GISA_TAG_JKO, 12, 13);
    piece(GISA_TAG_JX, 13, 14);
    EQUAL(gisa_consistency_mark(c, &text, &pieces, words, known), 1, "the torn mention is marked");
    EQUAL(known[10], GISA_KNOWN_BEGIN | GISA_KNOWN_LATE | (GISA_TAG_NNP + 1),
          "as a name that begins there");
    EQUAL(known[12], GISA_KNOWN_INSIDE | GISA_KNOWN_LATE | (GISA_TAG_NNP + 1),
          "and goes on to its end");
    EQUAL(known[13], 0, "without its josa");
    EQUAL(known[0], 0, "the others need no mark");
    EQUAL(gisa_consistency_mark(c, &text, &pieces, words, known), 0, "nothing is marked twice");
    gisa_consistency_close(c);
    gisa_pieces_clear(&pieces);
    gisa_text_clear(&text);
    return test_end();
}

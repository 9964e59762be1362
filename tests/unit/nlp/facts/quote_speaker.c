#include "nlp/facts/quote_speaker.h"

#include "tests/unit/test.h"

int main(void)
{
    gisa_str two = GISA_STR("하나다. 둘이다.\n셋");
    EQUAL(gisa_speech_sentence_end(two, 0), 11, "a sentence ends after its mark and space");
    EQUAL(gisa_speech_sentence_end(two, 11), two.n - 3, "a line ends a sentence");
    gisa_str speech = GISA_STR("그는 “하나다. 둘이다.” 했다. 끝");
    EQUAL(gisa_speech_sentence_end(speech, 0), speech.n - 3, "marks inside speech end nothing");
    EQUAL(gisa_speech_sentence_end(GISA_STR("3.5는"), 0), 6, "a decimal point ends nothing");
    OK(gisa_says(GISA_STR("고 힘주어 말했다"), 3), "a verb of saying a word away");
    OK(!gisa_says(GISA_STR("고 걸었다"), 3), "another verb");

    gisa_str text = GISA_STR("홍길동이 오고 심청은 갔다");
    gisa_entity people[] = {{.span = {0, 9}, .type = GISA_ENTITY_PS},
                            {.span = {20, 26}, .type = GISA_ENTITY_PS}};
    gisa_annotation a = {.entities = people, .n_entities = 2};
    gisa_speakers s;
    size_t after;
    OK(gisa_speakers_init(&s, text, 0, &a) == GISA_OK, "speakers are set up");
    SAME_C(gisa_span_text(gisa_subject_find(&s, 0, text.n, &after), text), "심청",
           "the topic outweighs the subject");
    EQUAL(after, 30, "what is said begins after the topic");
    EQUAL(gisa_subject_find(&s, 30, text.n, &after).end, 0, "no subject, no speaker");
    gisa_arena_clear(&a.arena);
    return test_end();
}

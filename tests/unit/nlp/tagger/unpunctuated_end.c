/* The whole analyser on web text without full stops. What the tagger makes of a word may change
 * with its model; only words that any sane model reads so stand here. */
#include "nlp/tagger/unpunctuated_end.h"

#include "tests/unit/analyzed.h"

static const struct {
    const char *name, *text, *want; /* a bar behind each sentence */
} rows[] = {
    {"a polite ending ends a sentence", "어제 먹었어요 정말 좋았습니다 다음에 또 갈게요",
     "어제 먹었어요|정말 좋았습니다|다음에 또 갈게요|"},
    {"so does a plain one", "방이 넓었다 주인이 친절했다", "방이 넓었다|주인이 친절했다|"},
    {"하다 보니 goes on", "일을 하다 보니 밤이 되었다", "일을 하다 보니 밤이 되었다|"},
    {"하다 as 하다가 goes on", "경찰과 대치하다 다쳤다", "경찰과 대치하다 다쳤다|"},
    {"라고 takes up what was said", "그는 간다 라고 말했다", "그는 간다 라고 말했다|"},
    {"했다 하더라도 goes on", "그가 했다 하더라도 좋다", "그가 했다 하더라도 좋다|"},
    {"laughter stays with its sentence", "정말 좋았어요 ㅋㅋㅋ 또 갈게요 ㅠㅠ",
     "정말 좋았어요 ㅋㅋㅋ|또 갈게요 ㅠㅠ|"},
    {"laughter closes what a noun ends", "여기 진짜 최고ㅋㅋ 다음에 또 간다",
     "여기 진짜 최고ㅋㅋ|다음에 또 간다|"},
    {"a face closes a sentence", "방이 좋네요 ^^ 주인도 친절했어요",
     "방이 좋네요 ^^|주인도 친절했어요|"},
    {"a swung dash does", "너무 좋아요~ 꼭 오세요~~", "너무 좋아요~|꼭 오세요~~|"},
    {"a number may begin the next one", "방이 좋습니다 24시간 열어요",
     "방이 좋습니다|24시간 열어요|"},
    {"a comma goes on", "방이 좋았어요, 다만 비쌌어요", "방이 좋았어요, 다만 비쌌어요|"},
    {"brackets hide what they hold", "그는 (정말 좋았어요 또 갈게요) 하고 썼다",
     "그는 (정말 좋았어요 또 갈게요) 하고 썼다|"},
    {"a bracket that nothing closes hides nothing", "(정말 좋았어요 또 갈게요",
     "(정말 좋았어요|또 갈게요|"},
    {"a closing bracket is no laughter", "지난 28일 (현지시간) 미국에서 열렸다.",
     "지난 28일 (현지시간) 미국에서 열렸다.|"},
    {"a title in marks is part of its sentence", "'정말 좋아요' 홈페이지를 열었다.",
     "'정말 좋아요' 홈페이지를 열었다.|"},
    {"a reason goes on", "비쌌으니까 안 갔다", "비쌌으니까 안 갔다|"},
};

int main(void)
{
    gisa_buf got = {0};
    if (!analyzed_open()) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str text = gisa_str_from(rows[i].text);
        OK(gisa_annotate(work, text, NULL, &a, NULL) == GISA_OK, rows[i].name);
        gisa_buf_reset(&got);
        for (size_t k = 0; k < a.n_sentences; k++) {
            gisa_buf_add(&got, gisa_span_text(a.sentences[k].span, text));
            gisa_buf_add_char(&got, '|');
        }
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&got);
    analyzed_close();
    return test_end();
}

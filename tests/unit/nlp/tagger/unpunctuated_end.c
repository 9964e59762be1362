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
    {"an auxiliary verb's 다 is 다가", "도둑은 달아나다 붙잡혔다", "도둑은 달아나다 붙잡혔다|"},
    {"an auxiliary adjective's is an end", "집에 가고 싶다 너무 힘들었다",
     "집에 가고 싶다|너무 힘들었다|"},
    {"a question ends where one asks",
     "병원까지 얼마나 걸려 방이 좋아요 거기 어떻게 가니 버스가 있어요",
     "병원까지 얼마나 걸려|방이 좋아요|거기 어떻게 가니|버스가 있어요|"},
    {"nobody asks here", "길이 막혀 늦게 왔다", "길이 막혀 늦게 왔다|"},
    {"an indirect question goes on", "어디가 좋은지 몰라 헤맸다", "어디가 좋은지 몰라 헤맸다|"},
    {"what takes a question up goes on", "무엇을 먹을까 고민했다", "무엇을 먹을까 고민했다|"},
    {"어떻게 is no end", "그 책을 어떻게 만들었을까", "그 책을 어떻게 만들었을까|"},
    {"nor is a denial", "언제 왔는데 아직 먹지 못했다", "언제 왔는데 아직 먹지 못했다|"},
    {"a doubt ends a sentence", "내일은 갈 수 있을까 방이 좁았다",
     "내일은 갈 수 있을까|방이 좁았다|"},
    {"a request ends one of a few words", "사진 좀 보여줘 방이 어두웠다",
     "사진 좀 보여줘|방이 어두웠다|"},
    {"a name in 고 takes nothing up", "값이 올랐다 고등학교는 닫았다",
     "값이 올랐다|고등학교는 닫았다|"},
    {"하지만 begins a sentence", "값이 올랐다 하지만 많이 팔렸다",
     "값이 올랐다|하지만 많이 팔렸다|"},
    {"so does a title in marks", "책을 냈다 《산과 강》은 얇다", "책을 냈다|《산과 강》은 얇다|"},
    {"왔다 갔다 goes on", "하루 종일 왔다 갔다 했다", "하루 종일 왔다 갔다 했다|"},
    {"-아여 is polite", "방이 좋아여 다시 갈게요", "방이 좋아여|다시 갈게요|"},
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

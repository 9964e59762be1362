#include "index/query/sieve.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *form, *text;
    bool passes;
} rows[] = {
    {"a noun is in its text", "딥시크", "그는 딥시크를 올렸다.", true},
    {"and not in another", "딥시크", "그는 모델을 올렸다.", false},
    {"its first syllable alone is not enough", "딥시크", "딥러닝을 배웠다.", false},
    {"a last syllable may change", "밝히", "값을 밝혔다.", true},
    {"a final consonant too", "듣", "말을 들었다.", true},
    {"and the vowel of the only syllable", "주", "책을 줬다.", true},
    {"of an irregular stem", "빠르", "더 빨라졌다.", true},
    {"dots and blanks within a word are passed over", "산학연", "산·학·연 모임", true},
    {"the last letter of a text counts", "글", "긴 글", true},
    {"a pair may end it", "모델", "새 모델", true},
    {"but not half of one", "모델", "새 모", false},
    {"Latin letters in any case", "gpt4o", "새 GPT-4o다.", true},
    {"by two of them", "gpt", "GNU 도구", false},
    {"a letter alone by one", "x", "엑스 X다", true},
    {"or before a digit", "r1", "모델 R-1", true},
    {"a syllable before a letter", "한ai", "한 AI", true},
    {"but one that ends in a consonant that stays is itself", "핵", "해가 떴다.", false},
    {"nor is one in ㄲ, ㄴ or ㅁ anything else", "밖", "바", false},
    {"not even with the same lead and vowel", "산", "사", false},
    {"whatever ends it", "섬", "서", false},
    {"ㅇ", "강", "가", false},
    {"ㅈ", "낮", "나", false},
    {"ㅊ", "빛", "비", false},
    {"ㅋ", "녘", "녀", false},
    {"ㅌ", "밭", "바", false},
    {"ㅍ", "앞", "아", false},
    {"while ㄹ and ㅂ may go", "돕", "도왔다", true},
    {"wherever it is", "핵", "북핵을 말했다.", true},
    {"a number is where a digit is", "2025", "지난 25일", true},
    {"the least", "2025", "0", true},
    {"and the greatest", "2025", "제9", true},
    {"or a unit of ten", "2025", "이천이십오 년", true},
    {"and not elsewhere", "2025", "다른 글", false},
    {"Hanja may be read as anything", "신기술", "新기술", true},
    {"signs too", "kg", "3㎏", true},
    {"and what is raised", "신기술", "⁰", true},
    {"wide blanks may not", "신기술", "글　글 글", false},
    {"quotation marks may not", "신기술", "“글”…", false},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_sieve sieve = {0};
        OK(!gisa_sieve_passes(&sieve, gisa_str_from("아무 Text 3")),
           "nothing gets through nothing");
        gisa_sieve_put(&sieve, gisa_str_from(rows[i].form));
        OK(gisa_sieve_passes(&sieve, gisa_str_from(rows[i].text)) == rows[i].passes, rows[i].name);
    }
    gisa_sieve sieve = {0};
    gisa_sieve_put(&sieve, GISA_STR("모델"));
    gisa_word_filter filter = gisa_sieve_filter(&sieve);
    OK(filter.passes(filter.ctx, GISA_STR("모델을")), "a filter lets through what has a term");
    OK(!filter.passes(filter.ctx, GISA_STR("모습을")), "and nothing else");
    sieve.other = true;
    OK(filter.passes(filter.ctx, GISA_STR("모습을")), "unless all may have one");
    return test_end();
}

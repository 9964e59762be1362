#include "nlp/word/hanja.h"

#include "base/hangul.h"
#include "base/utf8.h"
#include "corpus/data.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *word, *want; /* the ways, divided by blanks */
} rows[] = {
    {"a Hanja before Hangul is read", "新기술", "신기술"},
    {"and one after it", "가온號", "가온호"},
    {"the first of a word follows the initial sound rule", "女性", "여성"},
    {"another does not, unless a part begins there", "男女", "남녀 남여"},
    {"before ㅗ the ㄹ is ㄴ", "老人", "노인"},
    {"after Hangul it is not the first", "새老人", "새로인 새노인"},
    {"after a vowel 률 is 율", "比率", "비율 비솔"},
    {"after ㄴ too", "戰列", "전열"},
    {"elsewhere it stays", "行列", "행렬 항렬 행열 항열"},
    {"a character of two readings gives both", "金대통령", "금대통령 김대통령"},
    {"Hangul alone has no Hanja to read", "신기술", ""},
    {"no reading of one is none of the word", "新\u9ff0", ""},
};

static void test_rows(void)
{
    gisa_hanja_spelling ways[GISA_HANJA_WAYS];
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t n = gisa_hanja_spell(gisa_str_from(rows[i].word), ways);
        gisa_buf_reset(&got);
        for (size_t k = 0; k < n; k++) {
            if (k) gisa_buf_add_char(&got, ' ');
            gisa_buf_add(&got, (gisa_str){ways[k].bytes, ways[k].n});
        }
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&got);
}

/* Words at the edge of the room, whose ways are as many as may be. */
static void test_long(void)
{
    gisa_hanja_spelling ways[GISA_HANJA_WAYS];
    gisa_buf word = {0};
    for (int i = 0; i < 84; i++) gisa_buf_add_c(&word, "樂");
    EQUAL(gisa_hanja_spell(gisa_buf_view(&word), ways), GISA_HANJA_WAYS, "no more ways than fit");
    for (size_t i = 0; i < GISA_HANJA_WAYS; i++)
        EQUAL(ways[i].n, 84 * 3, "each way has all syllables");
    gisa_buf_add_c(&word, "가樂樂");
    EQUAL(gisa_hanja_spell(gisa_buf_view(&word), ways), 0, "a word too long has none");
    gisa_buf_clear(&word);
}

/* Every line of the table is found and reads as syllables. */
static void test_table(void)
{
    gisa_str table = gisa_data_find("lexicon/hanja.tsv"), line, one;
    size_t n = 0, found = 0;
    while (gisa_str_next_line(&table, &line)) {
        if (line.n == 0 || line.p[0] == '#') continue;
        uint32_t cp, syllable = 0;
        gisa_utf8_next(line, 0, &cp);
        gisa_str readings = gisa_hanja_readings(cp);
        bool good = readings.n > 0;
        while (gisa_str_next_field(&readings, '|', &one)) {
            gisa_utf8_next(one, 0, &syllable);
            good &= one.n == 3 && gisa_is_hangul(syllable);
        }
        n++;
        found += good;
    }
    OK(n >= 4600, "the table has the characters of KS X 1001");
    EQUAL(found, n, "every character of the table is found and reads as syllables");
}

int main(void)
{
    SAME_C(gisa_hanja_readings(0x7F8E), "미", "美 reads 미");
    SAME_C(gisa_hanja_word(0x7F8E), "미국", "美 alone is 미국");
    SAME_C(gisa_hanja_readings(0x5C39), "윤", "a surname has a reading");
    SAME(gisa_hanja_word(0x5C39), GISA_NONE, "a surname stands for no word");
    SAME_C(gisa_hanja_word(0x8207), "여당", "與 alone is 여당");
    SAME_C(gisa_hanja_readings(0x674E), "리", "a reading is not yet the first of a word");
    SAME(gisa_hanja_readings(0x9FF0), GISA_NONE, "a rare character is not in the table");
    SAME(gisa_hanja_readings('a'), GISA_NONE, "a letter is no Hanja");
    SAME(gisa_hanja_readings(0xAC00), GISA_NONE, "Hangul is no Hanja");
    test_rows();
    test_long();
    test_table();
    return test_end();
}

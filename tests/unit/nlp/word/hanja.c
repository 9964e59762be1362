#include "nlp/word/hanja.h"

#include "base/hangul.h"
#include "base/utf8.h"
#include "corpus/data.h"
#include "tests/unit/test.h"

int main(void)
{
    SAME_C(gisa_hanja_reading(0x7F8E), "미", "美 reads 미");
    SAME_C(gisa_hanja_word(0x7F8E), "미국", "美 alone is 미국");
    SAME_C(gisa_hanja_reading(0x5C39), "윤", "a surname has a reading");
    SAME(gisa_hanja_word(0x5C39), GISA_NONE, "a surname stands for no word");
    SAME_C(gisa_hanja_word(0x8207), "여당", "與 alone is 여당");
    SAME(gisa_hanja_reading(0x4E00 + 0x51F0), GISA_NONE, "a rare character is not in the table");
    SAME(gisa_hanja_reading('a'), GISA_NONE, "a letter is no Hanja");
    SAME(gisa_hanja_reading(0xAC00), GISA_NONE, "Hangul is no Hanja");

    gisa_str table = gisa_data_find("lexicon/hanja.tsv"), line;
    size_t n = 0, found = 0;
    while (gisa_str_next_line(&table, &line)) {
        if (line.n == 0 || line.p[0] == '#') continue;
        uint32_t cp, syllable = 0;
        gisa_utf8_next(line, 0, &cp);
        gisa_str reading = gisa_hanja_reading(cp);
        if (reading.n) gisa_utf8_next(reading, 0, &syllable);
        n++;
        found += reading.n == 3 && gisa_is_hangul(syllable);
    }
    OK(n >= 300, "the table has the characters of headlines");
    EQUAL(found, n, "every character of the table is found and reads as one syllable");
    return test_end();
}

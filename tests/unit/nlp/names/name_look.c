#include "nlp/names/name_look.h"

#include "base/mem.h"
#include "tests/unit/names_toy.h"

static gisa_name_line line;
static gisa_name_model m;

static bool look(const char *text, uint64_t hide)
{
    uint32_t at = 0;
    gisa_str s = gisa_str_from(text);
    if (gisa_annotate(work, s, NULL, &a, NULL) < 0 || !a.n_sentences) return false;
    if (!gisa_name_line_next(&line, s, &a, a.sentences, &at)) return false;
    gisa_name_line_look(&line, &m.lexicon, hide);
    return true;
}

static void find_lists(void)
{
    OK(look("홍길동 시장님은 웃었다.", 0), "a line is looked up");
    EQUAL(line.listed[0][0], 3 << 3 | 1, "a person begins");
    EQUAL(line.listed[1][0], 3 << 3 | 2, "goes on");
    EQUAL(line.listed[2][0], 3 << 3 | 3, "ends");
    EQUAL(line.listed[3][0], 3 << 3 | 4, "and is over");
    EQUAL(line.listed[4][0], 0, "and then there is none");
    EQUAL(line.listed[4][3], 3 << 3 | 1, "the longest common noun counts");
    OK(look("장미", 0) && line.listed[0][0] && line.listed[0][3], "a word may be in two lists");
    OK(look("가람시는", 0), "a line is looked up");
    EQUAL(line.listed[1][1], 3 << 3 | 2, "nothing begins in the middle of a word");
}

static void hide_some(void)
{
    unsigned hidden = 0;
    for (uint64_t seed = 1; seed <= 200; seed++)
        hidden += look("홍길동", seed) && !line.listed[0][0];
    OK(hidden > 5 && hidden < 45, "one match in ten is hidden in training");
}

static void find_people(void)
{
    OK(look("이몽룡은 왔다.", 0) && line.person[0] && line.person[2] && !line.person[3],
       "a surname and two syllables may be a name");
    OK(line.person[0] >> 2 & 1, "of three");
    OK(look("이몽", 0) && line.person[0] && !(line.person[0] >> 2 & 1), "or of two");
    OK(look("가람시는", 0) && !line.person[0], "no surname, no name");
}

static void find_clusters(void)
{
    unsigned found = 0;
    look("홍길동 시장은 웃었다.", 0);
    for (uint32_t k = 2; k < 2 + line.n_morphs; k++)
        found |= line.morphs[k].cluster == 6 ? 1u : line.morphs[k].cluster == 8 ? 2u : 0;
    EQUAL(found, 3, "morphemes have their clusters");
}

/* want: a minus for each character where no name can be. */
static bool idles(const char *text, const char *want)
{
    bool same = look(text, 0) && line.n == strlen(want);
    for (uint32_t i = 0; i < line.n && same; i++) same = line.idle[i] == (want[i] == '-');
    return same;
}

static void pass_over(void)
{
    OK(idles("아주 웃었다", "------"),
       "adverbs and verbs have no names, nor the space between them");
    OK(idles("시장은 웃었다", "nn-----"), "neither has the josa of a noun, nor the space after it");
    OK(idles("시장 3일", "nnnnn"), "nouns and digits may have");
    OK(idles("장미도", "nnn"), "what is spelt like a person may be one, josa or not");
}

int main(void)
{
    if (!analyzed_open() || !toy_make()) return test_end();
    if (OK(gisa_name_model_view(gisa_buf_view(&toy_file), &m, NULL) == GISA_OK, "a model")) {
        find_lists();
        hide_some();
        find_people();
        find_clusters();
        pass_over();
    }
    gisa_buf_clear(&toy_file);
    analyzed_close();
    return test_end();
}

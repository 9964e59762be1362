#include "nlp/names/concept.h"

#include "base/utf8.h"
#include "corpus/data.h"
#include "tests/unit/test.h"

static gisa_gazetteer *gazetteer;

static bool finds(const gisa_concepts *c, const char *typed, const char *other)
{
    gisa_spellings s = {0};
    gisa_error err = {0};
    bool found = false;
    WENT(gisa_concepts_spellings(c, gazetteer, gisa_str_from(typed), &s, &err), err, typed);
    for (size_t i = 0; i < s.n; i++)
        found = found || !other || gisa_str_eq(s.items[i].text, gisa_str_from(other));
    gisa_spellings_clear(&s);
    return found;
}

static const struct {
    const char *name, *typed, *other;
} rows[] = {
    {"a Latin spelling finds the Korean one", "AI", "인공지능"},
    {"in any letters", "ai", "인공지능"},
    {"with points", "A.I.", "artificial intelligence"},
    {"and back", "인공지능", "AI"},
    {"several words are one concept", "artificial intelligence", "AI"},
    {"whatever their spacing", "오픈 소스", "공개 소프트웨어"},
    {"or hyphens", "Open-Source", "오픈소스"},
    {"or points", "텍스트ㆍ데이터마이닝", "TDM"},
    {"long ones", "대규모언어모델", "LLM"},
    {"another word for it", "거대 언어 모델", "대규모 언어 모델"},
    {"a name in letters that the gazetteer lacks", "三星", "삼성전자"},
    {"and from the name", "삼성전자", "三星"},
    {"in another of its spellings", "samsung", "三星電子"},
    {"a name that is no concept keeps its own", "딥시크", "DeepSeek"},
};

/* What is written the same and is too many things. */
static const char *const ambiguous[] = {
    "토큰",      "환각",       "탈옥",      "추론",      "학습",      "증류",  "모델",   "칩",
    "기반 모델", "포크",       "DB",        "IT",        "ML",        "OS",    "AR",     "MR",
    "DX",        "AX",         "RL",        "SI",        "SOC",       "GAN",   "LoRA",   "VC",
    "SCM",       "트랜스포머", "BI",        "사전 학습", "미세 조정", "지도",  "특이점", "유니콘",
    "가지치기",  "IPO",        "기업 공개", "AIR",       "공개",      "소프트"};

static void test_rows(const gisa_concepts *c)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        OK(finds(c, rows[i].typed, rows[i].other), rows[i].name);
    for (size_t i = 0; i < sizeof ambiguous / sizeof *ambiguous; i++)
        OK(!finds(c, ambiguous[i], NULL), ambiguous[i]);
    gisa_spellings s = {0};
    gisa_error err = {0};
    gisa_concepts_spellings(c, gazetteer, GISA_STR("인공지능"), &s, &err);
    OK(s.n > 3 && !s.items[0].id.p, "a concept has no id");
    size_t n = s.n;
    gisa_spellings_clear(&s);
    gisa_concepts_spellings(c, gazetteer, GISA_STR("AI"), &s, &err);
    EQUAL(s.n, n, "each spelling is there once");
    gisa_spellings_clear(&s);
    gisa_concepts_spellings(c, gazetteer, GISA_STR("三星"), &s, &err);
    for (size_t i = 0; i < s.n; i++)
        SAME_C(s.items[i].id, "samsung", "those of a name have its id");
    gisa_spellings_clear(&s);
}

static bool is_latin(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!gisa_is_alpha(s.p[i])) return false;
    return true;
}

/* A short Latin word in small letters would be an English word. */
static bool is_everyday(gisa_str s)
{
    bool upper = false;
    for (size_t i = 0; i < s.n; i++) upper = upper || (s.p[i] >= 'A' && s.p[i] <= 'Z');
    return is_latin(s) && s.n <= 4 && !upper;
}

/* That no spelling means two concepts is an error of reading the file. */
static void test_shipped(const gisa_concepts *c)
{
    gisa_str id, list, one, other;
    bool is_name, other_name;
    size_t n = 0;
    for (; gisa_concepts_at(c, n, &id, &list, &is_name); n++) {
        size_t n_spellings = 0, n_known = 0;
        for (size_t k = 0; k < n && gisa_concepts_at(c, k, &other, &one, &other_name); k++)
            OK(!gisa_str_eq(id, other), "an id is there once");
        while (gisa_str_next_field(&list, '|', &one)) {
            gisa_spellings s = {0};
            gisa_error err = {0};
            n_spellings++;
            gisa_gazetteer_spellings(gazetteer, one, &s, &err);
            n_known += s.n > 0;
            if (!is_name && !EQUAL(s.n, 0, "no concept is spelled as a name is"))
                printf("     %.*s\n", GISA_ARG(one));
            if (!OK(!is_everyday(one) || gisa_str_is(one, "data"), "a short Latin one is no word"))
                printf("     %.*s\n", GISA_ARG(one));
            gisa_spellings_clear(&s);
        }
        OK(n_spellings > 1, "a concept has more spellings than one");
        OK(is_name == (n_known > 0), "and a name is known to the gazetteer");
    }
    OK(n >= 150, "there are many");
}

static const struct {
    const char *name, *tsv;
} bad[] = {
    {"a line wants spellings", "ai\n"},
    {"and an id", "\tAI|인공지능\n"},
    {"no empty spelling", "ai\tAI||인공지능\n"},
    {"no flag but one", "ai\tAI|인공지능\tx\n"},
    {"no fourth column", "ai\tAI|인공지능\tn\tx\n"},
    {"no spelling twice", "ai\tAI|인공지능\n# note\nia\tＡ|a i\n"},
    {"nor in another spacing of the same line", "os\topen source|open-source\n"},
};

int main(void)
{
    gisa_concepts *c = NULL;
    gisa_error err = {0};
    char folded[64];
    gisa_str text = GISA_STR("Open-소스 · A.I.ㆍ");
    SAME_C(((gisa_str){folded, gisa_concept_fold(text, folded)}), "open소스a.i.",
           "case and spacing do not count");
    WENT(gisa_gazetteer_open(GISA_NONE, &gazetteer, &err), err, "the gazetteer opens");
    WENT(gisa_concepts_open(gisa_data_find("lexicon/concepts.tsv"), &c, &err), err, "and these");
    if (c) test_rows(c);
    if (c) test_shipped(c);
    gisa_concepts_close(c);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        EQUAL(gisa_concepts_open(gisa_str_from(bad[i].tsv), &c, &err), GISA_EINVAL, bad[i].name);
        OK(!c && strncmp(err.text, "concepts:", 9) == 0, "with its line");
    }
    gisa_gazetteer_close(gazetteer);
    return test_end();
}

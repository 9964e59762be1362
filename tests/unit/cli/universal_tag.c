#include "cli/universal_tag.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *morphs, *want;
} rows[] = {
    {"a verb made of a noun is a verb", "말/NNG 하/XSV 었/EP 다/EF ./SF", "VERB"},
    {"a mark before a pronoun does not count", "\"/SS 그/NP 는/JX", "PRON"},
    {"nor one behind it", "그/NP ,/SP", "PRON"},
    {"an adjective made of a root", "깨끗/XR 하/XSA ㄴ/ETM", "ADJ"},
    {"a copula makes a verb", "회사/NNG 이/VCP 다/EF", "VERB"},
    {"also behind a suffix", "압도/NNG 적/XSN 이/VCP ㄴ/ETM", "VERB"},
    {"an auxiliary in the eojeol of its verb does not count", "먹/VV 어/EC 보/VX 다/EF", "VERB"},
    {"nor in that of an adjective", "좋/VA 아/EC 지/VX 다/EF", "ADJ"},
    {"alone it is one", "있/VX 다/EF", "AUX"},
    {"two of them are one", "있/VX 지/EC 않/VX 다/EF", "AUX"},
    {"a verb behind a noun is the head", "맛/NNG 있/VV 다/EF", "VERB"},
    {"the last noun is the head", "서울/NNP 시/NNG 의/JKG", "NOUN"},
    {"a counter is the head of its number", "8/SN 개/NNB", "NOUN"},
    {"a number by itself", "8/SN 로/JKB", "NUM"},
    {"a number behind a name leaves it a name", "가온/NNP 19/SN 가/JKS", "PROPN"},
    {"and a noun a noun", "모델/NNG 3/SN", "NOUN"},
    {"a number behind a determiner is the head", "약/MM 3/SN", "NUM"},
    {"the plural leaves a pronoun", "그/NP 들/XSN 이/JKS", "PRON"},
    {"another suffix makes a noun", "김하늘/NNP 씨/XSN", "NOUN"},
    {"foreign words are nouns", "AI/SL 가/JKS", "NOUN"},
    {"and so are Hanja", "美/SH", "NOUN"},
    {"what brackets add does not count", "가온/NNP (/SS 빠르/VA ㄴ/ETM 것/NNB )/SS 이/JKS",
     "PROPN"},
    {"what follows them does", "가온/NNP (/SS 주/NNG )/SS 이/VCP 다/EF", "VERB"},
    {"brackets before a word are none behind it", "[/SS 단독/NNG ]/SS 가온/NNP 이/JKS", "PROPN"},
    {"a quotation is no bracket", "가온/NNP “/SS 말/NNG 하/XSV 다/EF ”/SS 고/JKQ", "VERB"},
    {"determiners", "이/MM", "DET"},
    {"adverbs", "잘/MAG 은/JX", "ADV"},
    {"conjunctions", "그러나/MAJ", "CCONJ"},
    {"exclamations", "아/IC !/SF", "INTJ"},
    {"marks alone", "\"/SS ./SF", "PUNCT"},
    {"symbols alone", "%/SW", "SYM"},
    {"a symbol is more than a mark", "%/SW ./SF", "SYM"},
    {"a josa alone", "라고/JKQ ./SF", "ADP"},
    {"an ending alone", "었/EP 다/EF", "X"},
    {"a prefix waits for its word", "제/XPN 1/SN", "NUM"},
    {"nothing", "", "SYM"},
};

/* "form/TAG form/TAG" */
static uint32_t parse(const char *text, gisa_morph out[16])
{
    gisa_str rest = gisa_str_from(text), one;
    uint32_t n = 0;
    for (; gisa_str_next_field(&rest, ' ', &one) && one.n; n++) {
        size_t slash = gisa_str_find_byte(one, '/', 0);
        out[n] = (gisa_morph){.form = gisa_str_cut(one, 0, slash),
                              .tag = gisa_tag_parse(gisa_str_cut(one, slash + 1, one.n))};
    }
    return n;
}

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_morph morphs[16];
        uint32_t n = parse(rows[i].morphs, morphs);
        SAME_C(gisa_str_from(universal_tag_of(morphs, n)), rows[i].want, rows[i].name);
    }
    return test_end();
}

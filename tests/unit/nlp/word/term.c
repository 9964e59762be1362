/* Terms from morphemes made by hand, so that no model decides the outcome. */
#include "nlp/word/term.h"
#include "tests/unit/test.h"

static gisa_annotation made;
static gisa_buf text;

/* Fills `made` from "form/TAG+form/TAG form/TAG"; forms are the text itself. A word | is between
 * two sentences. */
static void make(const char *spec)
{
    static gisa_sentence sentences[4];
    static gisa_token tokens[16];
    static gisa_morph morphs[64];
    gisa_str rest = gisa_str_from(spec), word, piece;
    made = (gisa_annotation){.sentences = sentences, .tokens = tokens, .morphs = morphs};
    gisa_buf_reset(&text);
    sentences[0] = (gisa_sentence){0};
    while (gisa_str_next_field(&rest, ' ', &word)) {
        if (gisa_str_is(word, "|")) {
            gisa_sentence *s = &sentences[made.n_sentences++];
            s->span.end = (uint32_t)text.n;
            s->n_tokens = (uint32_t)made.n_tokens - s->first_token;
            s[1] = (gisa_sentence){{s->span.end, 0}, (uint32_t)made.n_tokens, 0};
            continue;
        }
        gisa_token *t = &tokens[made.n_tokens++];
        if (text.n) gisa_buf_add_char(&text, ' ');
        t->span.start = (uint32_t)text.n;
        t->first_morph = (uint32_t)made.n_morphs;
        while (gisa_str_next_field(&word, '+', &piece)) {
            size_t slash = gisa_str_find_byte(piece, '/', 0);
            gisa_morph *m = &morphs[made.n_morphs++];
            m->span.start = (uint32_t)text.n;
            m->form = gisa_str_cut(piece, 0, slash);
            gisa_buf_add(&text, m->form);
            m->span.end = (uint32_t)text.n;
            m->tag = gisa_tag_parse(gisa_str_cut(piece, slash + 1, piece.n));
        }
        t->span.end = (uint32_t)text.n;
        t->n_morphs = (uint32_t)made.n_morphs - t->first_morph;
    }
    gisa_sentence *last = &sentences[made.n_sentences++];
    last->span.end = (uint32_t)text.n;
    last->n_tokens = (uint32_t)made.n_tokens - last->first_token;
}

static const struct {
    /* A colocated term has a plus sign before it, one that begins a sentence a bar. */
    const char *name, *spec, *document, *query;
} rows[] = {
    {"josa never matter", "정부/NNG+가/JKS", "정부", "정부"},
    {"a compound gives its parts and itself", "인공/NNG+지능/NNG+을/JKO", "인공 +인공지능 지능",
     "인공지능"},
    {"every run of three parts is a term", "인공/NNG+지능/NNG+위원회/NNG",
     "인공 +인공지능 +인공지능위원회 지능 +지능위원회 위원회", "인공지능위원회"},
    {"neighbouring short nouns are also joined", "오픈/NNG 소스/NNG+로/JKB", "오픈 +오픈소스 소스",
     "오픈 소스"},
    {"a josa between them keeps them apart", "오픈/NNG+의/JKG 소스/NNG", "오픈 소스", "오픈 소스"},
    {"a name is in lower case and without hyphens", "GPT-4o/SL+를/JKO", "gpt +gpt4o 4o", "gpt4o"},
    {"a mixed name has parts", "오픈AI/NNP+가/JKS", "오픈 +오픈ai ai", "오픈ai"},
    {"a point in the version of a name stays", "Gemini-2.5-Pro/SL",
     "gemini +gemini2.5 +gemini2.5pro 2.5 +2.5pro pro", "gemini2.5pro"},
    {"stems are terms, endings are none", "밝히/VV+었/EP+다/EF", "밝히", "밝히"},
    {"a counter goes with its number", "3/SN+명/NNB 것/NNB+이/JKS", "3 +3명 명", "3명"},
    {"a suffix goes with its noun", "자동/NNG+화/XSN+를/JKO", "자동화 +자동", "자동화"},
    {"so does a prefix", "재/XPN+개발/NNG+을/JKO", "재개발 +개발", "재개발"},
    {"and both", "비/XPN+인간/NNG+적/XSN", "비인간적 +인간", "비인간적"},
    {"in a compound too", "민주/NNG+화/XSN+운동/NNG", "민주화 +민주 +민주화운동 운동",
     "민주화운동"},
    {"a prefix of a number is its own", "제/XPN+1/SN+회/NNB", "제 +제1 +제1회 1 +1회 회", "제1회"},
    {"a determiner goes with the noun it is written to", "이/MM+날/NNG", "이날 +날", "이날"},
    {"and apart without it", "이/MM 날/NNG", "날", "날"},
    {"the plural is dropped", "기업/NNG+들/XSN+은/JX", "기업", "기업"},
    {"a sentence after another begins anew", "공개/NNG | 모델/NNG 값/NNG", "공개 |모델 +모델값 값",
     "공개 |모델 값"},
    {"one without terms begins nothing", "공개/NNG | 은/JX | 모델/NNG+공개/NNG | 은/JX",
     "공개 |모델 +모델공개 공개", "공개 |모델공개"},
    {"nor does the first that has some", "은/JX | 모델/NNG", "모델", "모델"},
    {"a number is its value", "11/SN+만/NR+5/SN+천/NR 명/NNB", "115000 +115000명 명", "115000명"},
    {"and joins its counter", "5/SN+만/NR+장/NNB+이/VCP+다/EF", "50000 +50000장 장", "50000장"},
    {"across a space too", "1,234/SN+억/NR 원/NNB+을/JKO", "123400000000 +123400000000원 원",
     "123400000000원"},
    {"a number of two eojeols is one", "3/SN+조/NR 5/SN+천/NR+억/NR+원/NNB",
     "3500000000000 +3500000000000원 원", "3500000000000원"},
    {"what is counted ends a word the tagger took", "5/SN+만장/NNG", "50000 +50000장 장",
     "50000장"},
    {"a query's percent is a sign", "3.5/SN+퍼센트/NNB+로/JKB", "3.5 +3.5퍼센트 퍼센트", "3.5"},
    {"plain digits stay", "2025/SN+년/NNB", "2025 +2025년 년", "2025년"},
    {"a number in words is beside its value", "삼천/NR+오백/NR 명/NNB", "3500 +삼천오백 +3500명 명",
     "3500명"},
    {"a noun after a number is none of it", "3/SN+조/NR 예산/NNG", "3000000000000 예산",
     "3000000000000 예산"},
    {"Hanja in a word are read", "新/SH+기술/NNG+을/JKO", "新 +新기술 +신기술 기술",
     "新기술 +신기술"},
    {"a run of Hanja too", "對中/SH", "對中 +대중", "對中 +대중"},
    {"one alone stays", "美/SH+의/JKG 기술/NNG", "美 기술", "美 기술"},
    {"dots vanish", "산/NNG+·/SP+학/NNG+·/SP+연/NNG+이/JKS", "산 +산학연 학 연", "산학연"},
    {"but not between long words", "반도체/NNG+·/SP+조선/NNG", "반도체 조선", "반도체 조선"},
    {"auxiliaries are none", "하/VV+고/EC 있/VX+다/EF", "하", "하"},
};

static void spell(gisa_tokenize_mode mode, gisa_buf *out)
{
    gisa_terms terms = {0};
    const gisa_term_opts all = {.part = {0, (uint32_t)text.n}, .mode = mode};
    OK(gisa_term_put_all(gisa_buf_view(&text), &made, &all, &terms, NULL) == GISA_OK, "terms");
    gisa_buf_reset(out);
    for (size_t i = 0; i < terms.n; i++) {
        if (i) gisa_buf_add_char(out, ' ');
        if (terms.items[i].colocated) gisa_buf_add_char(out, '+');
        if (terms.items[i].begins) gisa_buf_add_char(out, '|');
        gisa_buf_add(out, terms.items[i].form);
    }
    gisa_terms_clear(&terms);
}

static void test_offsets(void)
{
    gisa_terms terms = {0};
    make("정부/NNG+가/JKS GPT-4o/SL+를/JKO");
    const gisa_term_opts all = {.part = {0, (uint32_t)text.n}};
    OK(gisa_term_put_all(gisa_buf_view(&text), &made, &all, &terms, NULL) == GISA_OK, "terms");
    EQUAL(terms.items[1].start, 10, "the part of a name begins where it stands");
    EQUAL(terms.items[1].end, 13, "and ends there");
    EQUAL(terms.items[2].end, 16, "the whole name ends behind its last part");
    gisa_terms_clear(&terms);
}

int main(void)
{
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        make(rows[i].spec);
        spell(GISA_TOKENIZE_DOCUMENT, &got);
        SAME_C(gisa_buf_view(&got), rows[i].document, rows[i].name);
        spell(GISA_TOKENIZE_QUERY, &got);
        SAME_C(gisa_buf_view(&got), rows[i].query, rows[i].name);
    }
    test_offsets();
    gisa_buf_clear(&got);
    gisa_buf_clear(&text);
    return test_end();
}

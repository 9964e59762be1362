#include "nlp/names/name_line.h"

#include "tests/unit/analyzed.h"

static gisa_name_line line;

static const gisa_name_morph *morph_at(gisa_str text, const char *part)
{
    const char *p = strstr(text.p, part);
    for (uint32_t i = 0; i < line.n; i++)
        if (p && line.at[i] == (uint32_t)(p - text.p) && line.morph[i] != GISA_NAME_NONE)
            return &line.morphs[line.morph[i]];
    return NULL;
}

static void read_sentence(void)
{
    gisa_str text = GISA_STR("가람시의 홍길동 시장은 3일 웃었다.");
    uint32_t at = 0;
    OK(gisa_annotate(work, text, NULL, &a, NULL) == GISA_OK && a.n_sentences == 1, "it is read");
    a.n_entities = 0;
    OK(gisa_name_line_next(&line, text, &a, a.sentences, &at), "a sentence has a line");
    EQUAL(line.n, gisa_utf8_chars(text), "of all its characters");
    EQUAL(line.n_words, 5, "and its eojeols");
    EQUAL(line.words[1].from, 5, "which begin after their spaces");
    EQUAL(line.word[4], 1, "a space is of the word after it");
    EQUAL(line.place[4], GISA_NAME_BEFORE, "and before its first morpheme");
    const gisa_name_morph *m = morph_at(text, "시장");
    if (OK(m && m->tag == GISA_TAG_NNG + 1 && m->run != GISA_NAME_NONE, "a noun is in a run")) {
        const gisa_name_run *r = &line.runs[m->run];
        OK(r->josa == m[1].form && m[1].tag == GISA_TAG_JX + 1, "a josa follows the run");
        const gisa_name_morph *next = morph_at(text, "3");
        OK(next && r->next_word == next->form, "and then a word");
    }
    m = morph_at(text, "웃");
    OK(m && m->run == GISA_NAME_NONE, "a verb is in none");
    OK(!gisa_name_line_next(&line, text, &a, a.sentences, &at), "there is no more");
}

static void read_claims(void)
{
    gisa_str text = GISA_STR("홍길동은 왔다.");
    gisa_entity e = {.span = {0, 9}, .type = GISA_ENTITY_PS};
    gisa_annotation marked;
    uint32_t at = 0;
    OK(gisa_annotate(work, text, NULL, &a, NULL) == GISA_OK, "it is read");
    marked = a;
    marked.entities = &e;
    marked.n_entities = 1;
    gisa_name_line_next(&line, text, &marked, a.sentences, &at);
    OK(line.claimed[0] == 2 && line.claimed[1] == 3 && line.claimed[2] == 3 && !line.claimed[3],
       "a claim has a first character and others");
    e.id = GISA_STR("honggildong");
    gisa_name_line_next(&line, text, &marked, a.sentences, (at = 0, &at));
    EQUAL(line.claimed[0], 4, "one of the gazetteer is another");
}

static void read_long(void)
{
    gisa_buf text = {0};
    size_t words = 0, lines = 0;
    for (unsigned i = 0; i < 1000; i++) gisa_buf_add_c(&text, "가람시의 ");
    for (unsigned i = 0; i < 2000; i++) gisa_buf_add_c(&text, "나");
    gisa_str s = gisa_buf_view(&text);
    gisa_sentence whole = {.span = {0, (uint32_t)s.n}};
    gisa_annotation none = {0};
    for (uint32_t at = 0; gisa_name_line_next(&line, s, &none, &whole, &at); lines++) {
        words += line.n_words;
        OK(line.n <= GISA_NAME_LINE_MAX && line.n_morphs == 0, "a piece is no longer than it may");
    }
    EQUAL(words, 1002, "long sentences are cut at spaces, long words where they must");
    OK(lines >= 7, "into pieces");
    gisa_buf_clear(&text);
}

int main(void)
{
    if (!analyzed_open()) return test_end();
    read_sentence();
    read_claims();
    read_long();
    analyzed_close();
    return test_end();
}

/* Numbers in text with morphemes made by hand. */
#include "nlp/word/number_term.h"

#include <stdio.h>

#include "nlp/facts/figure_scan.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *spec, *want, *written; /* spec: form/TAG+…, with _ before a blank */
} rows[] = {
    {"commas say nothing", "115,000/SN+명/NNB", "115000", "115,000"},
    {"a unit of ten multiplies", "11/SN+만/NR+5/SN+천/NR", "115000", "11만5천"},
    {"so it does with a point", "11.5/SN+만/NR", "115000", "11.5만"},
    {"two units follow each other", "1/SN+천/NR+만/NR+원/NNB", "10000000", "1천만"},
    {"small units fall", "2/SN+천/NR+5/SN+백/NR", "2500", "2천5백"},
    {"a number goes on after a space", "3/SN+조/NR_+5/SN+천/NR+억/NR", "3500000000000",
     "3조 5천억"},
    {"what is counted says what belongs to it", "1/SN+만/NR_+2000/SN+원/NNB", "12000", "1만 2000"},
    {"the unit of a range's end counts for its beginning", "3/SN+~/SO+5/SN+만/NR_+명/NNB", "30000",
     "3"},
    {"a range of years has none", "2020/SN+~/SO+2021/SN+년/NNB", "", ""},
    {"plain digits are themselves", "115000/SN", "", ""},
    {"a year too", "2025/SN+년/NNB", "", ""},
    {"a point alone is no value", "3.50/SN", "", ""},
    {"commas go, the decimals stay", "1,234.50/SN", "1234.50", "1,234.50"},
    {"nor are zeros before it", "007/SN", "", ""},
    {"a version is none", "1.2.3/SN", "", ""},
    {"a list with commas is none", "1,2/SN+위/NNB", "", ""},
    {"a unit inside a morpheme ends where what is counted begins", "5/SN+만장/NNG", "50000", "5만"},
    {"otherwise it is another word", "4/SN+백화점/NNG", "", ""},
    {"words are a number too", "삼천오백/NR+명/NNB", "3500", "삼천오백"},
    {"ten in a word is one", "십/NR+명/NNB", "10", "십"},
    {"a ten of a big unit is no other word", "십만/NNG+명/NNB", "100000", "십만"},
    {"nor is a hundred", "백억/NNG+원/NNB", "10000000000", "백억"},
    {"nor a long one that is read as a name", "삼천오백/NNP", "3500", "삼천오백"},
    {"each unit multiplies: ten", "5/SN+십/NR", "50", "5십"},
    {"a hundred", "5/SN+백/NR", "500", "5백"},
    {"a hundred million", "5/SN+억/NR", "500000000", "5억"},
    {"what is counted after a number in words is no part of it", "삼천오백/NR+마리/NNG", "3500",
     "삼천오백"},
    {"a digit in a word is none", "이/NR", "", ""},
    {"a noun that is a number is one", "천만/NNG+명/NNB", "10000000", "천만"},
    {"several of them", "삼천/NNG+오백/NNG", "3500", "삼천오백"},
    {"a noun that may be another word is none", "오만/NNG", "", ""},
    {"a noun that goes on is none", "백만장자/NNG", "", ""},
    {"a name is none", "이천만/NNP", "", ""},
    {"more than a double holds is as written", "1234567/SN+조/NR", "", ""},
    {"what is no whole number is as written", "1.23456/SN+만/NR", "", ""},
};

static gisa_annotation made;
static gisa_morph morphs[16];
static gisa_buf text;

static void make(const char *spec)
{
    gisa_str rest = gisa_str_from(spec), piece;
    made = (gisa_annotation){.morphs = morphs};
    gisa_buf_reset(&text);
    while (gisa_str_next_field(&rest, '+', &piece)) {
        size_t slash = gisa_str_find_byte(piece, '/', 0);
        gisa_str form = gisa_str_cut(piece, 0, slash);
        gisa_morph *m = &morphs[made.n_morphs];
        m->span.start = (uint32_t)text.n;
        gisa_buf_add(&text, form);
        m->span.end = (uint32_t)text.n;
        bool spaced = gisa_str_ends(piece, GISA_STR("_"));
        m->tag = gisa_tag_parse(gisa_str_cut(piece, slash + 1, piece.n - spaced));
        m->form = form;
        if (spaced) gisa_buf_add_char(&text, ' ');
        made.n_morphs++;
    }
}

static gisa_str form_of(const gisa_number_term *t, bool found)
{
    return (gisa_str){t->form, found ? t->n : 0};
}

static void test_words(void)
{
    static const struct {
        const char *name, *word, *want;
    } words[] = {
        {"a unit of ten before a big one", "천만", "10000000"},
        {"digits in words", "삼천오백", "3500"},
        {"three syllables", "이백만", "2000000"},
        {"a town", "이천", ""},
        {"arrogance", "오만", ""},
        {"a swan", "백조", ""},
        {"a structure", "구조", ""},
        {"a word that goes on", "백만원", ""},
        {"one unit", "천", ""},
        {"no number", "가나다", ""},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        gisa_number_term out;
        bool found = gisa_number_term_of_word(gisa_str_from(words[i].word), &out);
        SAME_C(form_of(&out, found), words[i].want, words[i].name);
    }
}

/* What is counted has the value that figures give it. */
static void test_figures(void)
{
    static const char *const texts[] = {
        "115,000/SN+명/NNB",          "11/SN+만/NR+5/SN+천/NR+명/NNB",
        "11.5/SN+만/NR+명/NNB",       "3/SN+조/NR_+5/SN+천/NR+억/NR+원/NNB",
        "1/SN+만/NR_+2000/SN+원/NNB", "2/SN+천/NR+5/SN+백/NR+개/NNB",
        "삼천오백/NR_+명/NNB"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        gisa_number_term out;
        gisa_quantity q;
        size_t at = 0;
        char value[32] = "";
        make(texts[i]);
        bool found = gisa_number_term_read(gisa_buf_view(&text), &made, 0, &out);
        if (gisa_quantity_next(gisa_buf_view(&text), &at, &q))
            snprintf(value, sizeof value, "%.0f", q.value);
        SAME_C(form_of(&out, found), value, texts[i]);
    }
}

int main(void)
{
    test_figures();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_number_term out;
        make(rows[i].spec);
        bool found = gisa_number_term_read(gisa_buf_view(&text), &made, 0, &out);
        SAME_C(form_of(&out, found), rows[i].want, rows[i].name);
        if (found) {
            SAME_C(gisa_span_text(out.span, gisa_buf_view(&text)), rows[i].written, rows[i].name);
            bool as_written = gisa_str_is(gisa_str_cut(gisa_str_from(rows[i].spec), 5, 6), "~") ||
                              rows[i].spec[0] < '0' || rows[i].spec[0] > '9';
            OK(out.word == as_written, rows[i].name);
        }
    }
    make("１１５，０００/SN");
    gisa_number_term out;
    OK(gisa_number_term_read(gisa_buf_view(&text), &made, 0, &out), "full width is read");
    SAME_C(form_of(&out, true), "115000", "and made narrow");
    test_words();
    gisa_buf_clear(&text);
    return test_end();
}

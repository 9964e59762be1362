#include "cli/token.h"

#include "tests/unit/test.h"

static void test_counter(void)
{
    static const struct {
        const char *name;
        size_t byte;
        int64_t want;
    } rows[] = {{"letters of Hangul are one each", 6, 2},
                {"the same place again", 6, 2},
                {"a letter of ASCII", 7, 3},
                {"one outside the basic plane", 11, 4},
                {"back before the last place", 3, 1},
                {"the start", 0, 0},
                {"the end", 11, 4}};
    token_counter k = {.text = GISA_STR("가나a😀")};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        EQUAL(token_chars_at(&k, rows[i].byte), rows[i].want, rows[i].name);
}

static void test_forms(void)
{
    static const gisa_str text = {"책은 ?", 8};
    const gisa_morph items[] = {
        {.form = GISA_STR("책"), .tag = GISA_TAG_NNG, .span = {0, 3}},
        {.form = GISA_STR("은"), .tag = GISA_TAG_JX, .span = {3, 6}},
    };
    const morphs two = {{0, 6}, items, 2}, one = {{0, 3}, items, 1}, none = {{7, 8}, items, 0};
    gisa_buf out = {0};
    token_put_tsv(&out, two);
    gisa_buf_add_char(&out, ' ');
    token_put_tsv(&out, one);
    token_put_tsv(&out, none);
    SAME_C(gisa_buf_view(&out), "책/NNG+은/JX 책/NNG", "a plus stands between morphemes only");
    gisa_buf_reset(&out);
    token_put_conllu(&out, 1, two, text);
    token_put_conllu(&out, 2, none, text);
    SAME_C(gisa_buf_view(&out),
           "1\t책은\t책+은\tNOUN\tNNG+JX\t_\t_\t_\t_\t_\n"
           "2\t?\t_\tSYM\t_\t_\t_\t_\t_\t_\n",
           "a row has the tag of its head, and marks for none");
    gisa_buf_reset(&out);
    token_counter k = {.text = text};
    gisa_json w = gisa_json_make(&out);
    token_put_json(&w, &k, two);
    SAME_C(gisa_buf_view(&out),
           "{\"text\":\"책은\",\"start\":0,\"end\":2,\"morphs\":["
           "{\"form\":\"책\",\"tag\":\"NNG\",\"start\":0,\"end\":1},"
           "{\"form\":\"은\",\"tag\":\"JX\",\"start\":1,\"end\":2}]}",
           "JSON counts characters, of the eojeol and of its morphemes");
    gisa_buf_clear(&out);
}

int main(void)
{
    test_counter();
    test_forms();
    return test_end();
}

#include "index/postings/phrase.h"

#include "tests/unit/test.h"

static void test_put(void)
{
    gisa_phrase p = {0};
    gisa_error err = {0};
    gisa_phrase_put(&p, GISA_STR("오픈소스"), true, &err);
    gisa_phrase_put(&p, GISA_NONE, false, &err);
    gisa_phrase_put(&p, GISA_STR("오픈"), true, &err);
    gisa_phrase_put(&p, GISA_STR("소스"), false, &err);
    EQUAL(p.n, 3, "an empty form adds nothing");
    OK(!p.terms[0].colocated, "the first term has none before it to be beside");
    OK(p.terms[1].colocated && !p.terms[2].colocated, "the others are as they were put");
    OK(gisa_phrase_has(&p, GISA_STR("소스")), "a phrase has its terms");
    OK(!gisa_phrase_has(&p, GISA_STR("스")), "and no part of one");
    for (int i = 0; i < 100; i++) gisa_phrase_put(&p, GISA_STR("더"), false, &err);
    EQUAL(p.n, 103, "a phrase grows");
    gisa_phrase_clear(&p);
    EQUAL(p.n, 0, "and is cleared");
}

static void test_eq(void)
{
    gisa_phrase_term a[] = {{GISA_STR("가"), false}, {GISA_STR("나"), false}};
    gisa_phrase_term b[] = {{GISA_STR("가"), false}, {GISA_STR("나"), true}};
    gisa_phrase_term c[] = {{GISA_STR("가나"), false}};
    OK(gisa_phrase_eq(&(gisa_phrase){a, 2, 0}, &(gisa_phrase){a, 2, 0}), "the same is equal");
    OK(!gisa_phrase_eq(&(gisa_phrase){a, 2, 0}, &(gisa_phrase){a, 1, 0}), "a longer one is not");
    OK(!gisa_phrase_eq(&(gisa_phrase){a, 2, 0}, &(gisa_phrase){b, 2, 0}),
       "nor one whose words are at one position");
    OK(!gisa_phrase_eq(&(gisa_phrase){a, 2, 0}, &(gisa_phrase){c, 1, 0}),
       "nor one of the same letters");
}

static void test_copy(void)
{
    gisa_arena arena = {0};
    gisa_error err = {0};
    char letters[] = "abc";
    gisa_phrase_term terms[] = {{{letters, 3}, false}, {{letters, 1}, true}};
    gisa_phrase copy;
    WENT(gisa_phrase_copy(&arena, &(gisa_phrase){terms, 2, 0}, &copy, &err), err, "a copy is made");
    letters[0] = 'x';
    SAME_C(copy.terms[0].form, "abc", "its forms are its own");
    OK(copy.n == 2 && copy.terms[1].colocated, "with all its terms");
    gisa_arena_clear(&arena);
}

static void test_write(void)
{
    gisa_phrase_term terms[] = {
        {GISA_STR("a\"b"), false}, {GISA_STR("c"), true}, {GISA_STR("d"), false}};
    gisa_buf out = {0};
    gisa_phrase_write_fts5(&out, &(gisa_phrase){terms, 3, 0});
    SAME_C(gisa_buf_view(&out), "\"\1a\"\"b\2c\1d\"", "a quotation mark inside is doubled");
    gisa_buf_clear(&out);
}

int main(void)
{
    test_put();
    test_eq();
    test_copy();
    test_write();
    return test_end();
}

#include "report/topics/topic_key.h"

#include "tests/unit/press.h"

static const gisa_key *find(const gisa_keys *k, const char *id)
{
    for (size_t i = 0; i < k->n; i++)
        if (gisa_str_is(k->items[i].id, id)) return &k->items[i];
    return NULL;
}

static gisa_status read_two(gisa_keys *k, gisa_error *err)
{
    gisa_record a = press_record("a", 0, 0, "hanbit", "딥시크 규제를 두고 공방",
                                 "딥시크는 규제를 따른다. 성춘향이 말했다.");
    gisa_record b = press_record("b", 0, 1, "hanbit", "규제 없이", "누리챗이 나왔다.");
    gisa_status st = gisa_keys_read(k, &a, false, err);
    if (st >= 0) st = gisa_keys_read(k, &b, true, err);
    gisa_record_clear(&a);
    gisa_record_clear(&b);
    return st;
}

static void test_counts(void)
{
    gisa_keys k = {.tokenizer = press_tokenizer()};
    gisa_error err;
    WENT(read_two(&k, &err), err, "two articles are read");
    const gisa_key *name = find(&k, "e:deepseek"), *word = find(&k, "t:규제");
    const gisa_key *person = find(&k, "e:PS:성춘향"), *other = find(&k, "e:nurichat");
    OK(name && name->n == 1 && name->base == 0 && name->name, "a known name counts by its id");
    OK(person && person->n == 1, "a name without an id counts by its type and text");
    OK(other && other->n == 0 && other->base == 1, "the background is counted apart");
    OK(word && word->n == 1 && word->base == 1, "a word counts once an article");
    OK(word && word->josa == 2 && word->alone == 1, "and knows its places");
    OK(word && gisa_key_fit(word), "a word that takes a josa is fit to be shown");
    OK(!find(&k, "t:딥시크"), "a name is no word beside");
    EQUAL(k.articles, 1, "articles of the period");
    EQUAL(k.base_articles, 1, "articles of the background");
    gisa_keys_close(&k);
}

static void test_deep_names(void)
{
    char body[4096] = "";
    gisa_keys k = {.tokenizer = press_tokenizer()};
    gisa_error err;
    for (int i = 0; i < 150; i++) strcat(body, "다른 말 ");
    strcat(body, "누리챗 이 딥시크 와 딥시크 를 본다.");
    gisa_record r = press_record("a", 0, 0, "hanbit", "제목", body);
    WENT(gisa_keys_read(&k, &r, false, &err), err, "a long article is read");
    OK(find(&k, "e:deepseek") != NULL, "a name that comes twice counts wherever it is");
    OK(!find(&k, "e:nurichat"), "one mention below the lead does not");
    gisa_record_clear(&r);
    gisa_keys_close(&k);
}

static void test_memory(void)
{
    gisa_error err;
    gisa_keys k = {.tokenizer = press_tokenizer()};
    gisa_record a = press_record("a", 0, 0, "hanbit", "딥시크 규제를", "성춘향이 규제를 말했다.");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    WENT(gisa_keys_read(&k, &a, false, &err), err, "read");
    uint64_t n = gisa_mem_count();
    gisa_keys_close(&k);
    for (uint64_t allowed = 0; allowed < n; allowed++) {
        gisa_keys again = {.tokenizer = press_tokenizer()};
        gisa_mem_fail_after(allowed);
        EQUAL(gisa_keys_read(&again, &a, false, &err), GISA_ENOMEM,
              "every allocation may fail, cleanly");
        gisa_keys_close(&again);
    }
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_record_clear(&a);
}

int main(void)
{
    test_counts();
    test_deep_names();
    test_memory();
    return test_end();
}

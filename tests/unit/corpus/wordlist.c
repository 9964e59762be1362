#include "corpus/wordlist.h"

#include <dirent.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static const gisa_wordlist_item some_items[] = {
    {GISA_STR("과"), GISA_STR("와")},
    {GISA_STR("에"), GISA_NONE},
    {GISA_STR("에서"), GISA_NONE},
};
static const gisa_wordlist some = {.items = some_items, .n = 3, .longest = 6};

static void test_find(void)
{
    const gisa_wordlist_item *item = gisa_wordlist_find(&some, GISA_STR("과"));
    SAME_C(item ? item->value : GISA_NONE, "와", "a word has its value");
    item = gisa_wordlist_find(&some, GISA_STR("에서"));
    OK(item == &some_items[2] && !item->value.p, "a word may have no value");
    OK(!gisa_wordlist_find(&some, GISA_STR("에게")), "a word that is not there");
    OK(!gisa_wordlist_find(&some, GISA_STR("")), "the empty word is not there");
    OK(!gisa_wordlist_find(&(gisa_wordlist){0}, GISA_STR("에")), "an empty list");
    OK(gisa_wordlist_suffix(&some, GISA_STR("집에서")) == &some_items[2], "the longest suffix");
    OK(!gisa_wordlist_suffix(&some, GISA_STR("에서는")), "a word inside is no suffix");
    OK(gisa_wordlist_prefix(&some, GISA_STR("에서는")) == &some_items[2], "the longest prefix");
    OK(gisa_wordlist_prefix(&some, GISA_STR("에게")) == &some_items[1], "a shorter prefix");
    gisa_str none = test_exact("나루");
    OK(!gisa_wordlist_prefix(&some, none), "no prefix");
    OK(!gisa_wordlist_suffix(&some, none), "no suffix");
    free((char *)(uintptr_t)none.p);
}

/* Words of less than a syllable, and those that differ behind their first. */
static void test_short_words(void)
{
    static const gisa_wordlist_item items[] = {
        {GISA_STR("a"), GISA_NONE},    {GISA_STR("a.m."), GISA_NONE}, {GISA_STR("ab"), GISA_NONE},
        {GISA_STR("abcd"), GISA_NONE}, {GISA_STR("abce"), GISA_NONE}, {GISA_STR("b"), GISA_NONE},
    };
    static const gisa_wordlist list = {.items = items, .n = sizeof items / sizeof items[0]};
    for (size_t i = 0; i < list.n; i++) {
        char followed[8] = "zzzzzzz"; /* by letters that are not its own */
        memcpy(followed, items[i].word.p, items[i].word.n);
        gisa_str word = {followed, items[i].word.n};
        OK(gisa_wordlist_find(&list, word) == &items[i], "each word is found");
    }
    OK(!gisa_wordlist_find(&list, GISA_NONE), "nothing is no word");
    OK(!gisa_wordlist_find(&list, GISA_STR("a\0")), "a zero is a character");
    OK(!gisa_wordlist_find(&list, GISA_STR("abc")), "the front of words is none");
    OK(gisa_wordlist_prefix(&list, GISA_STR("a\0b")) == &items[0], "a word before a zero");
    OK(gisa_wordlist_prefix(&list, GISA_STR("abcf")) == &items[2], "the longest of those before");
}

static void test_within(void)
{
    static const gisa_wordlist_item latin_items[] = {{GISA_STR("more"), GISA_NONE},
                                                     {GISA_STR("read"), GISA_NONE}};
    static const gisa_wordlist latin = {.items = latin_items, .n = 2};
    char longer[65] = "";
    memset(longer, 'a', 64);
    OK(gisa_wordlist_within(&latin, GISA_STR("to read on")), "a word anywhere in the text");
    OK(!gisa_wordlist_within(&latin, GISA_STR("To Read On")), "as it is written");
    OK(gisa_wordlist_within_nocase(&latin, GISA_STR("To Read On")), "or in any case");
    OK(!gisa_wordlist_within_nocase(&latin, GISA_STR("rea mor")), "no word is there");
    OK(gisa_wordlist_find_nocase(&latin, GISA_STR("MoRe")) == &latin_items[0], "a whole word");
    OK(!gisa_wordlist_find_nocase(&latin, GISA_STR("anymore")), "a part is none");
    OK(!gisa_wordlist_find_nocase(&latin, gisa_str_from(longer)), "a word longer than any");
    const gisa_wordlist_item long_item = {{longer, 63}, GISA_NONE};
    const gisa_wordlist one = {.items = &long_item, .n = 1};
    char capitals[64] = "";
    memset(capitals, 'A', 63);
    gisa_str longest = test_exact(capitals);
    OK(gisa_wordlist_find_nocase(&one, longest) == &long_item, "63 bytes are a word");
    free((char *)(uintptr_t)longest.p);
}

static void test_slots_of(const gisa_wordlist *list)
{
    gisa_wordlist searched = {.items = list->items, .n = list->n};
    size_t found = 0, same = 0, all = 0;
    for (size_t i = 0; i < list->n; i++) {
        gisa_str word = list->items[i].word;
        found += word.n < 64 && gisa_wordlist_find(list, word) == &list->items[i];
        for (size_t at = 0; at <= word.n; at++, all++) { /* parts of words, too */
            gisa_str end = gisa_str_cut(word, at, word.n), start = gisa_str_cut(word, 0, at);
            same += gisa_wordlist_find(list, end) == gisa_wordlist_find(&searched, end) &&
                    gisa_wordlist_suffix(list, start) == gisa_wordlist_suffix(&searched, start) &&
                    gisa_wordlist_prefix(list, end) == gisa_wordlist_prefix(&searched, end);
        }
    }
    OK(found == list->n, "slots have each word");
    OK(same == all, "slots find what a search finds");
}

static void test_slots(void)
{
    OK(gisa_list_counties.slots && gisa_list_html_entities.slots, "lists that ship have slots");
    test_slots_of(&gisa_list_counties);
    test_slots_of(&gisa_list_html_entities);
    test_slots_of(&gisa_list_machines);
    test_slots_of(&gisa_list_speaking_verbs);
    OK(!gisa_wordlist_find(&gisa_list_counties, GISA_NONE), "nothing is in no slot");
    OK(!gisa_wordlist_suffix(&gisa_list_counties, GISA_STR("")), "nothing ends in nothing");
}

/* The files as they are: what the lookups rely on. */
static void test_file(const char *path)
{
    gisa_buf bytes = {0};
    gisa_error err = {0};
    gisa_str rest, line, before = GISA_NONE;
    size_t words = 0;
    WENT(gisa_file_read(path, 1 << 20, &bytes, &err), err, path);
    rest = gisa_buf_view(&bytes);
    while (gisa_str_next_line(&rest, &line)) {
        gisa_str word;
        if (gisa_str_starts(line, GISA_STR("#")) && words == 0) continue;
        words++;
        gisa_str_next_field(&line, '\t', &word);
        OK(word.n > 0 && word.n < 64, "no line is empty or long");
        if (!OK(gisa_str_cmp(before, word) < 0, "words are sorted by bytes, none twice"))
            printf("     %s: %.*s\n", path, GISA_ARG(word));
        before = word;
    }
    OK(words > 0, "a list holds words");
    gisa_buf_clear(&bytes);
}

int main(void)
{
    struct dirent **entries = NULL;
    test_find();
    test_short_words();
    test_within();
    test_slots();
    int n = gisa_dir_list("corpus/lexicon/lists", &entries);
    OK(n > 0, "there are lists");
    for (int i = 0; i < n; i++) {
        char *path = gisa_path_join("corpus/lexicon/lists", entries[i]->d_name);
        if (path) test_file(path);
        gisa_free(path);
        free(entries[i]);
    }
    free(entries);
    return test_end();
}

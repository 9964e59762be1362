#include "ingest/flat/crawler_head.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *title, *url, *date, *rest;
} cases[] = {
    {"YAML",
     "---\ntitle: 값은 반으로\nurl: https://a.example/1\ndate: \"2025-02-03\"\ntags: "
     "['가']\n---\n본문.\n",
     "값은 반으로", "https://a.example/1", "2025-02-03", "본문.\n"},
    {"TOML", "+++\ntitle = \"값은 반으로\"\ndate = 2025-02-03\n+++\n본문.\n", "값은 반으로", "",
     "2025-02-03", "본문.\n"},
    {"a reader service",
     "\nTitle: 값은: 반으로\n\nURL Source: https://a.example/1\n\nPublished Time: "
     "2025-02-03T04:37:00+09:00\n\nMarkdown Content:\n# 값\n본문.\n",
     "값은: 반으로", "https://a.example/1", "2025-02-03T04:37:00+09:00", "# 값\n본문.\n"},
    {"a title alone above the content", "Title: 값\nMarkdown Content:\n본문.\n", "값", "", "",
     "본문.\n"},
    {"like a mail's", "Title: 값\nAuthor: 남도현\nDate: 2025-02-03\n\n본문: 값.\n", "값", "",
     "2025-02-03", "\n본문: 값.\n"},
    {"quotation marks within quoted values",
     "---\ntitle: \"값은 \\\"반\\\"으로\"\ndate: \"2025-02-03\"\n---\n본문.\n", "값은 \"반\"으로",
     "", "2025-02-03", "본문.\n"},
    {"the first value counts", "title: 가\ntitle: 나\n본문.\n", "가", "", "", "본문.\n"},
    {"one field is text", "제목: 값은 반으로\n본문.\n", "", "", "", "제목: 값은 반으로\n본문.\n"},
    {"a rule is no frame", "---\n본문.\n---\n", "", "", "", "---\n본문.\n---\n"},
    {"a frame that never closes", "---\ntitle: 가\n본문.\n", "", "", "", "---\ntitle: 가\n본문.\n"},
    {"fields further down are text", "본문.\nTitle: 가\nURL: https://a.example/\n", "", "", "",
     "본문.\nTitle: 가\nURL: https://a.example/\n"},
    {"nothing", "", "", "", "", ""},
};

static gisa_str shown(gisa_str s)
{
    return s.n ? s : GISA_STR("");
}

int main(void)
{
    gisa_arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        gisa_crawler_head head;
        gisa_str text = gisa_str_from(cases[i].text);
        gisa_crawler_head_take(&text, &head);
        OK(gisa_crawler_head_copy(&head, &arena) == GISA_OK, "the fields are copied");
        SAME_C(shown(head.fields[GISA_HEAD_TITLE]), cases[i].title, cases[i].name);
        SAME_C(shown(head.fields[GISA_HEAD_URL]), cases[i].url, cases[i].name);
        SAME_C(shown(head.fields[GISA_HEAD_DATE]), cases[i].date, cases[i].name);
        SAME_C(shown(text), cases[i].rest, cases[i].name);
    }
    gisa_arena_clear(&arena);
    return test_end();
}

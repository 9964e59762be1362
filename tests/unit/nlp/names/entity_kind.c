#include "nlp/names/entity_kind.h"

#include "tests/unit/names_found.h"

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"letters of a club before its name", "모두 FC 가람시가 이겼다.", "FC 가람시/OG "},
    {"and after it", "모두 가람시 FC가 이겼다.", "가람시 FC/OG "},
    {"with a year", "모두 가람시 FC 1909와 졌다.", "가람시 FC 1909/OG "},
    {"but with no other number", "모두 가람시 FC 19명이", "가람시 FC/OG "},
    {"a name of two words", "모두 나래동 가람시 CF가 이겼다.", "나래동 가람시 CF/OG "},
    {"these letters do not lead", "모두 CF 가람시가 이겼다.", "가람시/LC "},
    {"nor do these follow", "모두 부산 AC가 이겼다.", ""},
    {"letters of a longer word are none", "모두 FCA 가람시가 이겼다.", "가람시/LC "},
    {"a word that nobody lists", "모두 두룸돌 FC가 이겼다.", "두룸돌 FC/OG "},
    {"a common noun is no club", "모두 장미 FC가 이겼다.", ""},
    {"a body of several words", "어제 국제 장미 연맹이 밝혔다.", "국제 장미 연맹/OG "},
    {"of the world needs something between", "어제 국제 연맹이 밝혔다.", ""},
    {"of a country", "어제 스페인 장미 협회가 밝혔다.", "스페인 장미 협회/OG "},
    {"an office of a country is apart from it", "어제 스페인 장미 위원회가 밝혔다.", ""},
    {"what has a josa is not of the name", "국제 장미의 나무 연맹이 밝혔다.", ""},
    {"a region is none of it", "국제 지역 연맹이 밝혔다.", ""},
    {"a place by its end", "어제 두룸대교가 열렸다.", "두룸대교/LC "},
    {"but not a noun with that end", "어제 장미터널이 열렸다.", ""},
    {"nor the end alone", "어제 해수욕장이 열렸다.", ""},
};

int main(void)
{
    if (!OK(found_open(), "a small model opens")) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        found_same(rows[i].name, rows[i].text, rows[i].want);
    found_without_memory(GISA_STR("모두 국제 장미 연맹과 가람시 FC가 두룸대교에서"));
    found_close();
    return test_end();
}

#include "ingest/fields/byline.h"

#include "tests/unit/test.h"

typedef struct row {
    const char *name, *text, *outlet, *want; /* want: "name<address>|…" */
} row;

static const row fields[] = {
    {"a name with its role", "홍길동 기자", "", "홍길동"},
    {"names between commas", "홍길동, 성춘향", "", "홍길동|성춘향"},
    {"a middle dot between names", "홍길동·성춘향 기자", "", "홍길동|성춘향"},
    {"an address after the name", "홍길동 기자 (gildong@a.example)", "",
     "홍길동<gildong@a.example>"},
    {"the outlet is nobody", "한강일보", "한강일보", ""},
    {"a part of the outlet's name is nobody", "별빛타임", "별빛타임스", ""},
    {"a desk is nobody", "디지털뉴스부, 편집국", "", ""},
    {"an outlet before the name", "한강일보 홍길동", "한강일보", "홍길동"},
    {"an outlet after the name", "홍길동 한강일보 기자", "한강일보", "홍길동"},
    {"four syllables are a name, five are none", "남궁길동, 남궁길동이", "", "남궁길동"},
    {"one syllable is no name", "홍", "", ""},
    {"English names", "Jane Doe and John Roe", "", "Jane Doe|John Roe"},
    {"by before an English name", "By Jane van Dyk", "", "Jane van Dyk"},
    {"in capitals after by", "BY JANE DOE AND JOHN ROE", "", "JANE DOE|JOHN ROE"},
    {"capitals alone may be anything", "BREAKING STORY", "", ""},
    {"a desk in capitals is nobody", "BY NEWS DESK", "", ""},
    {"two full names", "홍길동 성춘향", "", "홍길동|성춘향"},
    {"an outlet beside a name is none of two", "홍길동 가나일보", "", "홍길동"},
    {"one English word is no name", "Admin", "", ""},
    {"a newsroom is nobody", "Gisa News Team", "", ""},
    {"the same name twice counts once", "홍길동, 홍길동 기자", "", "홍길동"},
    {"an address alone is nobody", "desk@a.example", "", ""},
    {"a foreign name in Hangul", "제임스 하트웰, 아나 코스타", "", "제임스 하트웰|아나 코스타"},
    {"nothing", "", "", ""},
};

static const row lines[] = {
    {"the word before the role", "홍길동 기자 gildong@a.example", "", "홍길동<gildong@a.example>"},
    {"the outlet between name and role", "홍길동 한강경제 기자 hong@a.example", "",
     "홍길동<hong@a.example>"},
    {"a place before the name", "[서울=한빛통신] 홍길동 기자", "한빛통신", "홍길동"},
    {"two names before one role", "홍길동, 성춘향 기자", "", "홍길동|성춘향"},
    {"two names, each with a role", "홍길동 기자, 성춘향 기자", "", "홍길동|성춘향"},
    {"a role that is glued to the name", "홍길동기자", "", "홍길동"},
    {"each name keeps its own address", "홍길동 기자 a@a.example 성춘향 기자 b@a.example", "",
     "홍길동<a@a.example>|성춘향<b@a.example>"},
    {"reporters come before other roles, whatever their order in the line",
     "성춘향 특파원, 홍길동 기자", "", "홍길동|성춘향"},
    {"journalists of a story are nobody", "홍길동 기자정신", "", ""},
    {"a press conference is nobody", "홍길동 기자회견", "", ""},
    {"a count of journalists is nobody", "소속 기자 3명", "", ""},
    {"a correspondent", "워싱턴=홍길동 특파원", "", "홍길동"},
    {"a role with a rank", "홍길동 선임기자", "", "홍길동"},
    {"a name before a slash", "홍길동 / 한강일보", "한강일보", "홍길동"},
    {"by", "By Jane Doe", "", "Jane Doe"},
    {"by before other things", "by 홍길동 · 9월 17, 2025 · 조회 880", "", "홍길동"},
    {"a label before the name", "작성자 홍길동", "", "홍길동"},
    {"a label and other work", "글 홍길동 · 사진 성춘향", "", "홍길동"},
    {"a word that begins like the label", "글월 홍길동", "", ""},
    {"two full names before one role", "홍길동 성춘향 기자", "", "홍길동|성춘향"},
    {"a desk before the name", "전국부 성춘향 기자", "", "성춘향"},
    {"an outlet before the name", "한겨레 성춘향 기자", "", "성춘향"},
    {"a place before the name", "남원시 성춘향 기자", "", "성춘향"},
    {"a place between name and role", "성춘향 베를린 특파원", "", "성춘향"},
    {"a name that ends like a section", "이영상 기자", "", "이영상"},
    {"a section before the role", "디지털영상 기자", "", ""},
    {"a rank glued to the next label", "홍길동 정기자승인 2025.02.03", "", "홍길동"},
    {"an apprentice", "홍길동 수습기자", "", "홍길동"},
    {"a name before an address", "홍길동 gildong@a.example", "", "홍길동<gildong@a.example>"},
    {"a desk before an address", "독자센터 desk@a.example", "", ""},
    {"no role, no name", "홍길동은 웃었다", "", ""},
};

static const row signoffs[] = {
    {"the name before 입니다", "다산뉴스 홍길동입니다.", "다산방송", "홍길동"},
    {"a role before 입니다", "다산뉴스 홍길동 기자입니다.", "다산방송", "홍길동"},
    {"a name before 였습니다", "지금까지 서울에서 홍길동이었습니다.", "", "홍길동"},
    {"an address in brackets", "다산방송 홍길동 (hong@a.example)", "다산방송",
     "홍길동<hong@a.example>"},
    {"a programme is nobody", "다산뉴스입니다.", "다산방송", ""},
    {"no sign-off", "홍길동", "", ""},
};

static const row emails[] = {
    {"the full stop after is not part of it", "메일은 a.b@c.example.", "", "a.b@c.example"},
    {"Hangul before it is not part of it", "홍길동a@c.example", "", "a@c.example"},
    {"a host without a point is none", "a@b 그리고 c@d.example", "", "c@d.example"},
    {"a handle is none", "@gisa_example.com 팔로우", "", ""},
    {"a sign at the end is none", "a@", "", ""},
    {"two in a line", "a@b.example,c@d.example", "", "a@b.example|c@d.example"},
};

static void join(const gisa_byline_names *p, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < p->n; i++) {
        if (i) gisa_buf_add_char(out, '|');
        gisa_buf_add(out, p->items[i].name);
        if (p->items[i].email.n) gisa_buf_addf(out, "<%.*s>", GISA_ARG(p->items[i].email));
    }
}

static void run(const row *rows, size_t n,
                void (*read)(gisa_str s, gisa_str outlet, gisa_byline_names *out))
{
    gisa_buf got = {0};
    for (size_t i = 0; i < n; i++) {
        gisa_byline_names p = {0};
        read(gisa_str_from(rows[i].text), gisa_str_from(rows[i].outlet), &p);
        join(&p, &got);
        SAME_C(((gisa_str){got.p ? got.p : "", got.n}), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&got);
}

static void read_emails(gisa_str s, gisa_str outlet, gisa_byline_names *out)
{
    size_t at = 0;
    gisa_str email;
    (void)outlet;
    while ((email = gisa_email_find(s, &at)).n) out->items[out->n++].name = email;
    OK(at == s.n, "the search for addresses ends at the end");
}

static void test_many(void)
{
    gisa_byline_names p = {0};
    gisa_byline_read_field(
        GISA_STR("김가가, 김가나, 김가다, 김가라, 김가마, 김가바, 김가사, 김가아, "
                 "김가자, 김가차"),
        GISA_NONE, &p);
    EQUAL(p.n, GISA_BYLINE_NAMES_MAX, "names over the limit are left out");
}

int main(void)
{
    run(fields, sizeof fields / sizeof fields[0], gisa_byline_read_field);
    run(lines, sizeof lines / sizeof lines[0], gisa_byline_read_line);
    run(signoffs, sizeof signoffs / sizeof signoffs[0], gisa_byline_read_signoff);
    run(emails, sizeof emails / sizeof emails[0], read_emails);
    test_many();
    return test_end();
}

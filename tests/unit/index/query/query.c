#include "index/query/query.h"

#include "base/buf.h"
#include "base/time.h"
#include "index/query/group.h"
#include "tests/unit/test.h"

/* Writes a query as its items: field:text, quoted for a phrase, - and | before. */
static void show(const gisa_query *q, gisa_buf *out)
{
    static const char *const fields[] = {"", "title:", "outlet:", "author:", "entity:"};
    gisa_buf_reset(out);
    for (size_t i = 0; i < q->n; i++) {
        const gisa_query_item *item = &q->items[i];
        gisa_buf_addf(out, "%s%s%s%s", i ? " " : "", item->or_ ? "| " : "", item->not_ ? "-" : "",
                      fields[item->field]);
        gisa_buf_add_c(out, item->phrase ? "<" : "");
        gisa_buf_add(out, item->text);
        gisa_buf_add_c(out, item->phrase ? ">" : item->prefix ? "*" : "");
    }
    if (q->days.has_from) gisa_buf_addf(out, " from %lld", (long long)q->days.from);
    if (q->days.has_to) gisa_buf_addf(out, " to %lld", (long long)q->days.to);
}

static const struct {
    const char *name, *query, *want;
} rows[] = {
    {"words are items", "딥시크 충격", "딥시크 충격"},
    {"wide and no-break spaces part words", "가\u3000나\u00a0다", "가 나 다"},
    {"a phrase is in quotation marks", "\"오픈 소스\" 모델", "<오픈 소스> 모델"},
    {"a phrase without its end goes to the end", "가 \"나 다", "가 <나 다>"},
    {"an empty phrase is nothing", "가 \"\" 나", "가 나"},
    {"pasted quotation marks are data", "“오픈 소스”", "“오픈 소스”"},
    {"a quotation mark inside a word is data", "5\"짜리 화면", "5\"짜리 화면"},
    {"a dash before a word leaves it out", "가 -나", "가 -나"},
    {"a dash before a phrase too", "가 -\"나 다\"", "가 -<나 다>"},
    {"a lone dash is data", "가 - 나", "가 - 나"},
    {"a dash inside a word is data", "GPT-4o", "GPT-4o"},
    {"OR joins its neighbours", "가 OR 나 다", "가 | 나 다"},
    {"OR at the ends is nothing", "OR 가 OR", "가"},
    {"AND is said by standing side by side", "가 AND 나", "가 나"},
    {"small letters are words", "가 and 나 not 다", "가 and 나 not 다"},
    {"NOT leaves out", "가 NOT 나", "가 -나"},
    {"also a phrase and a filter", "NOT \"가 나\" NOT outlet:다", "-<가 나> -outlet:다"},
    {"once and for one item", "NOT -가 나", "-가 나"},
    {"both", "가 AND NOT 나", "가 -나"},
    {"NOT at the end is nothing", "가 NOT", "가"},
    {"or in small letters is a word", "가 or 나", "가 or 나"},
    {"flags do not say that OR joins a word and an outlet", "가 OR outlet:나", "가 outlet:나"},
    {"or what is left out", "가 OR -나", "가 -나"},
    {"fields take a word", "title:가 outlet:나 author:다 entity:라",
     "title:가 outlet:나 author:다 entity:라"},
    {"fields take a phrase", "title:\"가 나\"", "title:<가 나>"},
    {"fields ignore case", "Title:가", "title:가"},
    {"fields can be left out", "-outlet:가", "-outlet:가"},
    {"an unknown field is data", "url:가", "url:가"},
    {"a Korean one too", "이름: 가 제목:나", "이름: 가 제목:나"},
    {"and an address", "https://naru.example/from:x", "https://naru.example/from:x"},
    {"and an hour", "10:30 to", "10:30 to"},
    {"a name of two letters is near to nothing", "do:가 tos:나", "do:가 tos:나"},
    {"a colon alone is data", "authr: 가 :나", "authr: 가 :나"},
    {"what is in quotation marks is data", "\"authr:가\"", "<authr:가>"},
    {"a Korean date may have blanks", "from:1970년 1월 2일 to:1970년 1월", " from 1 to 30"},
    {"but takes no word that is none of it", "from:1970 3 가", "3 가 from 0"},
    {"a date may be in quotation marks", "from:\"1970. 1. 2.\" 가", "가 from 1"},
    {"a year covers its days", "from:1970 to:1970", " from 0 to 364"},
    {"a month covers its days", "from:1970-02 to:1970-02", " from 31 to 58"},
    {"a day is a day", "from:1970-01-02 to:1970-01-02", " from 1 to 1"},
    {"letters and digits of full width are those of half width", "ＤｅｅｐＳｅｅｋ ３",
     "DeepSeek 3"},
    {"letters apart are composed", "\u1103\u1175\u11B8시크 cafe\u0301", "딥시크 café"},
    {"marks of full width are data", "＂가 나＂", "＂가 나＂"},
    {"the narrower of two bounds holds", "from:1970 from:1970-01-05", " from 4"},
    {"a date left out is data", "-from:1970", "-from:1970"},
    {"control bytes part words", "가\x01\x02나", "가 나"},
    {"a star ends the beginning of a word", "딥* title:오* -가* 나*", "딥* title:오* -가* 나*"},
    {"a star elsewhere is data", "* 딥*크 \"딥*\" outlet:한*", "* 딥*크 <딥*> outlet:한*"},
    {"a group may be all there is", "(가 OR 나)", "가 | 나"},
    {"a field may be given to a group", "title:(가 나) -outlet:(다 OR 라)",
     "title:가 title:나 -outlet:다 -outlet:라"},
    {"nothing is nothing", "   ", ""},
};

static const struct {
    const char *name, *query, *want;
} errors[] = {
    {"a slip in a filter's name", "authr:가", "authr: is no filter; did you mean author:?"},
    {"or two", "-oulet:가", "did you mean outlet:?"},
    {"two letters changed places", "가 form:2025", "did you mean from:?"},
    {"what others call it", "since:2025", "did you mean from:?"},
    {"in any letters", "Site:naru.example", "did you mean outlet:?"},
    {"a filter without a value", "title: 가", "title: has nothing after it"},
    {"at the end", "가 author:", "author: has nothing after it"},
    {"an empty phrase", "title:\" \" 가", "title: has nothing after it"},
    {"left out, too", "-outlet:", "outlet: has nothing after it"},
    {"a bound without a date", "from: 2025", "from: has nothing after it"},
    {"a range from its end", "from:2025-02 to:2025-01", "from: 2025-02-01 is after to: 2025-01-31"},
    {"from: wants a date", "가 from:abc", "from:abc is no date"},
    {"there is no thirteenth month", "to:2025-13", "to:2025-13 is no date"},
    {"a time of day is no bound", "from:2025-01-01T10:00", "a year, month, week or day is wanted"},
    {"a group that is not closed", "가 -(나 (다)", "the ( at character 4 is not closed"},
    {"the inner one of two", "(가 (나", "the ( at character 4 is not closed"},
    {"a parenthesis too many", "(가 나)) 다", "the ) at character 6 closes nothing"},
    {"days in a group", "가 (나 from:2025)", "from: is of the whole query"},
    {"an empty group looks for nothing", "()", "nothing to look for"},
    {"a lone quotation mark looks for nothing", "\"", "nothing to look for"},
    {"so does OR", " OR ", "OR goes between two words"},
    {"so do AND and NOT", " AND NOT", "has nothing to look for"},
    {"so does an empty phrase", "\"\"", "nothing to look for"},
};

static void test_errors(void)
{
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        gisa_query q = {0};
        gisa_error err = {0};
        gisa_status st = gisa_query_parse(gisa_str_from(errors[i].query), &q, &err);
        EQUAL(st, GISA_EINVAL, errors[i].name);
        OK(strstr(err.text, errors[i].want) != NULL, errors[i].name);
        EQUAL(q.n, 0, "and nothing is left of it");
    }
}

static void test_days(void)
{
    const gisa_days march = {true, true, 59, 89}, none = {0};
    gisa_days d;
    gisa_error err = {0};
    WENT(gisa_query_days(GISA_STR("가 from:1970-03-10"), &march, &d, &err), err, "both are read");
    OK(d.has_from && d.from == 68 && d.has_to && d.to == 89, "the narrower bounds hold");
    WENT(gisa_query_days(GISA_STR("from:1970-02 to:1970-04"), &march, &d, &err), err, "and");
    OK(d.from == 59 && d.to == 89, "on either side");
    EQUAL(gisa_query_days(GISA_STR("to:1970-02"), &march, &d, &err), GISA_EINVAL,
          "days that do not meet are refused");
    WENT(gisa_query_days(GISA_STR("가"), &none, &d, &err), err, "no days are all of them");
    OK(!d.has_from && !d.has_to, "without bounds");
}

static void test_no_filter(void)
{
    gisa_query q = {0};
    gisa_error err = {0};
    WENT(gisa_query_parse(GISA_STR("가 re:Invent ab:c 10:30"), &q, &err), err, "it is data");
    SAME_C(q.no_filter, "re", "the first name that is no filter is noted");
    WENT(gisa_query_parse(GISA_STR("https://a.example title:가 이름:나"), &q, &err), err, "data");
    EQUAL(q.no_filter.n, 0, "an address and Korean are none");
    gisa_query_clear(&q);
}

int main(void)
{
    test_errors();
    test_days();
    test_no_filter();
    gisa_query q = {0};
    gisa_buf out = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(gisa_query_parse(gisa_str_from(rows[i].query), &q, &err), err, rows[i].name);
        show(&q, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_query_parse((gisa_str){"a\0b \xff", 5}, &q, &err);
    EQUAL(q.n, 3, "NUL parts words and a bad byte is one");
    gisa_buf_reset(&out);
    for (int i = 0; i < 2 * GISA_QUERY_ITEMS; i++) gisa_buf_add_c(&out, "가 ");
    gisa_query_parse(gisa_buf_view(&out), &q, &err);
    EQUAL(q.n, GISA_QUERY_ITEMS, "there is a most of items");
    EQUAL(q.ignored, GISA_QUERY_ITEMS, "and the rest is counted");
    for (int i = 0; i < 10000; i++) gisa_buf_add_c(&out, "가나다라마바 ");
    gisa_query_parse(gisa_buf_view(&out), &q, &err);
    OK(q.text.n <= GISA_QUERY_BYTES + 4, "a very long query is cut");
    gisa_buf_reset(&out);
    for (int i = 0; i < GISA_QUERY_WORD; i++) gisa_buf_add_c(&out, "가");
    WENT(gisa_query_parse(gisa_buf_view(&out), &q, &err), err, "a long word");
    gisa_buf_add_c(&out, " 나");
    WENT(gisa_query_parse(gisa_buf_view(&out), &q, &err), err, "beside another");
    gisa_buf_add_c(&out, " \"다 ");
    for (int i = 0; i <= GISA_QUERY_WORD; i++) gisa_buf_add_c(&out, "라");
    EQUAL(gisa_query_parse(gisa_buf_view(&out), &q, &err), GISA_EINVAL, "a longer one is refused");
    OK(strstr(err.text, "is a word of 513 characters") != NULL, "with its length");
    gisa_buf_reset(&out);
    for (int i = 0; i < 10000; i++) gisa_buf_add_c(&out, "(");
    gisa_buf_add_c(&out, "가");
    EQUAL(gisa_query_parse(gisa_buf_view(&out), &q, &err), GISA_EINVAL, "deep groups are refused");
    OK(strstr(err.text, "the ( at character 65 is more than 64 deep") != NULL, "with their place");
    gisa_buf_reset(&out);
    for (int i = 0; i < GISA_QUERY_DEPTH; i++) gisa_buf_add_c(&out, "(");
    gisa_buf_add_c(&out, "가 나");
    for (int i = 0; i < GISA_QUERY_DEPTH; i++) gisa_buf_add_c(&out, ")");
    WENT(gisa_query_parse(gisa_buf_view(&out), &q, &err), err, "up to a depth");
    EQUAL(q.n, 2, "they are read");
    gisa_query_clear(&q);
    gisa_buf_clear(&out);
    return test_end();
}

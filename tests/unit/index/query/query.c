#include "index/query/query.h"

#include "base/buf.h"
#include "base/time.h"
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
        gisa_buf_add_c(out, item->phrase ? ">" : "");
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
    {"or in small letters is a word", "가 or 나", "가 or 나"},
    {"OR does not join a word and an outlet", "가 OR outlet:나", "가 outlet:나"},
    {"OR does not join what is left out", "가 OR -나", "가 -나"},
    {"fields take a word", "title:가 outlet:나 author:다 entity:라",
     "title:가 outlet:나 author:다 entity:라"},
    {"fields take a phrase", "title:\"가 나\"", "title:<가 나>"},
    {"fields ignore case", "Title:가", "title:가"},
    {"fields can be left out", "-outlet:가", "-outlet:가"},
    {"an unknown field is data", "url:가", "url:가"},
    {"a field without a value is data", "title: 가", "title: 가"},
    {"a year covers its days", "from:1970 to:1970", " from 0 to 364"},
    {"a month covers its days", "from:1970-02 to:1970-02", " from 31 to 58"},
    {"a day is a day", "from:1970-01-02 to:1970-01-02", " from 1 to 1"},
    {"letters and digits of full width are those of half width", "ＤｅｅｐＳｅｅｋ ３",
     "DeepSeek 3"},
    {"marks of full width are data", "＂가 나＂", "＂가 나＂"},
    {"the narrower of two bounds holds", "from:1970 from:1970-01-05", " from 4"},
    {"a date left out is data", "-from:1970", "-from:1970"},
    {"control bytes part words", "가\x01\x02나", "가 나"},
    {"nothing is nothing", "   ", ""},
};

static const struct {
    const char *name, *query, *want;
} errors[] = {
    {"from: wants a date", "가 from:abc", "from:abc is no date"},
    {"there is no thirteenth month", "to:2025-13", "to:2025-13 is no date"},
    {"a time of day is no bound", "from:2025-01-01T10:00", "a year, month or day is wanted"},
    {"a lone quotation mark looks for nothing", "\"", "nothing to look for"},
    {"so does OR", " OR ", "OR goes between two words"},
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

int main(void)
{
    test_errors();
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
    gisa_query_clear(&q);
    gisa_buf_clear(&out);
    return test_end();
}

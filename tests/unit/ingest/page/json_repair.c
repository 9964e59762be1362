#include "ingest/page/json_repair.h"

#include <jansson.h>

#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *want; /* want NULL: as it is */
} rows[] = {
    {"good JSON", "{\"a\": [\"b, c\", {\"d\": -1.5, \"e\": null}], \"f\": \"g\\\"h\\\\\"}", NULL},
    {"an empty string", "{\"a\":\"\",\"b\":[\"\",\"\"]}", NULL},
    {"quotes inside a value", "{\"a\":\"한빛, \"가온\" 내놔\",\"b\":\"c\"}",
     "{\"a\":\"한빛, \\\"가온\\\" 내놔\",\"b\":\"c\"}"},
    {"quotes that open and close it", "{\"a\":\"\"가온\" 내놔, \"나루\"\"}",
     "{\"a\":\"\\\"가온\\\" 내놔, \\\"나루\\\"\"}"},
    {"a quote before a comma inside", "{\"a\":\"\"가온\", 공개\",\"b\":1}",
     "{\"a\":\"\\\"가온\\\", 공개\",\"b\":1}"},
    {"two quoted names with a comma between", "{\"a\":\"\"가온\", \"나루\" 공개\"}",
     "{\"a\":\"\\\"가온\\\", \\\"나루\\\" 공개\"}"},
    {"a quote before a bracket inside", "{\"a\":\"집합 {\"가\"} 라는 것\"}",
     "{\"a\":\"집합 {\\\"가\\\"} 라는 것\"}"},
    {"strings of an array", "[\"그는 \"좋다\" 했다\",\"둘\"]",
     "[\"그는 \\\"좋다\\\" 했다\",\"둘\"]"},
    {"a line end in a string", "{\"a\":\"b\nc\td\"}", "{\"a\":\"b\\nc d\"}"},
    {"an apostrophe that is escaped", "{\"a\":\"it\\'s\"}", "{\"a\":\"it's\"}"},
    {"an escape that JSON does not know", "{\"a\":\"C:\\프로그램\"}", "{\"a\":\"C:프로그램\"}"},
    {"commas before closing brackets", "{\"a\":[1,2, ],}", "{\"a\":[1,2 ]}"},
    {"a comma that is missing between members", "{\"a\":\"b\"\n\"c\":\"d\"}",
     "{\"a\":\"b\",\n\"c\":\"d\"}"},
    {"a value that is followed by a script's end", "{\"a\":\"b\"};", "{\"a\":\"b\"}"},
    {"a value that is followed by another", "{\"a\":\"\"b\" c\"}\n{\"d\":1}",
     "{\"a\":\"\\\"b\\\" c\"}"},
    {"nothing", "", ""},
};

/* Whatever it is, the repair ends and loses no letter. */
static const char *const broken[] = {"{\"a\":\"b", "\"", "\\", "{{{\"", "]}\"a\":", "{\"a\\"};

int main(void)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&out);
        gisa_json_repair(gisa_str_from(rows[i].text), &out);
        const char *want = rows[i].want ? rows[i].want : rows[i].text;
        SAME_C(((gisa_str){out.p ? out.p : "", out.n}), want, rows[i].name);
        json_t *v = out.n ? json_loadb(out.p, out.n, JSON_DISABLE_EOF_CHECK, NULL) : NULL;
        OK(v || !out.n, rows[i].name);
        json_decref(v);
    }
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        gisa_buf_reset(&out);
        gisa_json_repair(gisa_str_from(broken[i]), &out);
        OK(out.n >= strlen(broken[i]), broken[i]);
    }
    gisa_buf_reset(&out);
    for (int i = 0; i < 1000; i++) gisa_buf_add_c(&out, "[{\"a\":");
    gisa_buf deep = {0};
    gisa_json_repair(gisa_buf_view(&out), &deep);
    EQUAL(deep.n, out.n, "brackets without end");
    gisa_buf_clear(&deep);
    gisa_buf_clear(&out);
    return test_end();
}

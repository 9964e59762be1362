#include "ingest/fetch/json_feed.h"

#include "base/mem.h"
#include "tests/unit/test.h"

#define HEAD "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"한빛\",\"items\":["

static const gisa_str base = {"http://a.example/dir/feed.json", 30};

/* Links joined by '|', a time in parentheses. */
static gisa_status read(gisa_str text, gisa_buf *out, size_t *n_bad)
{
    char date[GISA_TIME_CHARS];
    gisa_feed f = {0};
    gisa_error err = {0};
    gisa_feed_links l = {.out = &f, .err = &err};
    gisa_status st = gisa_json_feed_read(&l, text, base);
    gisa_buf_reset(out);
    gisa_buf_add_c(out, "");
    for (size_t i = 0; i < f.n; i++) {
        gisa_buf_addf(out, "%s%.*s", i ? "|" : "", GISA_ARG(f.links[i].url));
        if (gisa_time_format(&f.links[i].changed, date)) gisa_buf_addf(out, "(%s)", date);
    }
    *n_bad = f.n_bad;
    gisa_feed_links_clear(&l);
    gisa_feed_clear(&f);
    return st;
}

static const struct {
    const char *name, *text, *links;
    size_t n_bad;
} rows[] = {
    {"an address and when it was published",
     HEAD "{\"id\":\"1\",\"url\":\"http://a.example/1\",\"date_published\":"
          "\"2025-02-03T04:37:00+09:00\"}]}",
     "http://a.example/1(2025-02-03T04:37:00+09:00)", 0},
    {"when it was changed last, unless nobody can read that",
     HEAD "{\"url\":\"/1\",\"date_published\":\"2025-02-03\",\"date_modified\":\"2025-02-04\"},"
          "{\"url\":\"/2\",\"date_published\":\"2025-02-03\",\"date_modified\":\"어제\"},"
          "{\"url\":\"/3\",\"date_published\":7,\"date_modified\":null}]}",
     "http://a.example/1(2025-02-04)|http://a.example/2(2025-02-03)|http://a.example/3", 0},
    {"an address elsewhere, or one that is the name of the item",
     HEAD "{\"external_url\":\"http://b.example/1\",\"id\":\"http://c.example/1\"},{\"id\":"
          "\"http://a.example/2\"},{\"id\":\"tag:3\"},{\"id\":4,\"url\":\"4\"}]}",
     "http://b.example/1|http://a.example/2|http://a.example/dir/4", 0},
    {"other objects inside and around the items",
     "{\"author\":{\"url\":\"/a\"},\"items\":{\"url\":\"/x\"},\"x\":\"\\\"items\\\":[{\","
     "\"items\" : [ {\"author\":{\"url\":\"/b\"},\"attachments\":[{\"url\":\"/c\"}],\"url\":"
     "\"/1\"}, {\"url\":\"/2\"} ], \"hubs\":[{\"url\":\"/h\"}],\"version\":"
     "\"https:\\/\\/jsonfeed.org\\/version\\/1\"}",
     "http://a.example/1|http://a.example/2", 0},
    {"brackets and marks in strings",
     HEAD "{\"title\":\"]}[{\\\\\\\"\",\"url\":\"/1\"},{\"url\":\"/2\"}]}",
     "http://a.example/1|http://a.example/2", 0},
    {"marks that nobody escaped, and a line end inside a string",
     HEAD
     "{\"title\":\"한빛, \"가온\" 내놔\",\"url\":\"/1\"},{\"title\":\"가\n나\",\"url\":\"/2\"},"
     "{\"url\":\"/3\"}]}",
     "http://a.example/1|http://a.example/2|http://a.example/3", 0},
    {"what is no item", HEAD "1,null,\"x\",[2],[],{},{\"url\":\"/1\"}]}", "http://a.example/1", 0},
    {"an item that cannot be read", HEAD "{:},{\"url\":\"/2\"}]}", "http://a.example/2", 1},
    {"a feed that is cut off", HEAD "{\"url\":\"/1\"},{\"url\":\"/2", "http://a.example/1", 1},
    {"one that is cut off after an address", HEAD "{\"url\":\"/1\"},{\"url\":\"/2\",\"title\":\"가",
     "http://a.example/1", 1},
    {"a title that is called items",
     "{\"title\":\"items\",\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"url\":"
     "\"/1\"}]}",
     "http://a.example/1", 0},
    {"no items", HEAD "]}", "", 0},
};

static void test_rows(void)
{
    gisa_buf got = {0};
    size_t n_bad;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str text = gisa_str_from(rows[i].text);
        OK(gisa_json_feed_is(text), rows[i].name);
        EQUAL(read(text, &got, &n_bad), GISA_OK, rows[i].name);
        SAME_C(gisa_buf_view(&got), rows[i].links, rows[i].name);
        EQUAL(n_bad, rows[i].n_bad, rows[i].name);
    }
    gisa_buf_clear(&got);
}

static void test_is(void)
{
    OK(gisa_json_feed_is(GISA_STR(" \n" HEAD)), "white space may come first");
    OK(!gisa_json_feed_is(GISA_STR("[{\"items\":[],\"version\":\"https://jsonfeed.org/\"}]")),
       "an array is no feed");
    OK(!gisa_json_feed_is(GISA_STR("{\"items\":[{\"url\":\"/1\"}]}")), "nor is other JSON");
    OK(!gisa_json_feed_is(GISA_STR("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":1}")),
       "nor one without items");
    OK(!gisa_json_feed_is(GISA_NONE), "nor nothing");
}

/* A long item is passed over, and so is one that never ends. */
static void test_long(void)
{
    gisa_buf text = {0}, got = {0};
    size_t n_bad;
    gisa_buf_add_c(&text, HEAD "{\"url\":\"/1\"},{\"content_html\":\"");
    while (text.n < 2 * GISA_JSON_ITEM_MAX) gisa_buf_add_c(&text, "가 {\\\"url\\\":[");
    gisa_buf_add_c(&text, "\",\"url\":\"/2\"},{\"url\":\"/3\"}]}");
    EQUAL(read(gisa_buf_view(&text), &got, &n_bad), GISA_OK, "a long item is no error");
    SAME_C(gisa_buf_view(&got), "http://a.example/1|http://a.example/3", "the others come");
    gisa_buf_reset(&text);
    gisa_buf_add_c(&text, HEAD "{\"url\":\"/1\"},");
    while (text.n < 2 * GISA_JSON_ITEM_MAX) gisa_buf_add_c(&text, "{\"a\":\"b\"x},");
    read(gisa_buf_view(&text), &got, &n_bad);
    SAME_C(gisa_buf_view(&got), "http://a.example/1", "damage that goes on and on is read once");
    gisa_buf_clear(&text);
    gisa_buf_clear(&got);
}

static void test_memory(void)
{
    size_t wrong = 0, failures = 0;
    for (uint64_t allowed = 0; allowed < 12; allowed++) {
        gisa_feed f = {0};
        gisa_error err;
        gisa_feed_links l = {.out = &f, .err = &err};
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_json_feed_read(&l, gisa_str_from(rows[0].text), base);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        wrong += st != GISA_OK && st != GISA_ENOMEM;
        failures += st == GISA_ENOMEM;
        gisa_feed_links_clear(&l);
        gisa_feed_clear(&f);
    }
    OK(failures > 1, "allocations fail");
    EQUAL(wrong, 0, "cleanly");
}

int main(void)
{
    test_rows();
    test_is();
    test_long();
    test_memory();
    return test_end();
}

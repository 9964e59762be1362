#include "ingest/fetch/ai_agents.h"

#include "base/mem.h"
#include "tests/unit/test.h"

static const char robots[] =
    "User-agent: *\nDisallow: /private/\n"
    "User-agent: gptbot\nUser-agent: PerplexityBot\nDisallow: /\nAllow: /open/\n"
    "User-agent: CCBot\nDisallow: /view/\n"
    "# ClaudeBot is welcome\n"
    "User-agent: Google-Extended-News\nDisallow: /\n";

static void test_closed(void)
{
    static const struct {
        const char *name, *url, *closed;
        bool train;
    } rows[] = {
        {"all that a group names", "http://a.example/view/1", "CCBot GPTBot PerplexityBot", true},
        {"some", "http://a.example/list", "GPTBot PerplexityBot", true},
        {"where it opens", "http://a.example/open/1", "", false},
        {"what everybody is refused is no word to them", "http://a.example/private/1",
         "GPTBot PerplexityBot", true},
    };
    gisa_ai_agents a = {0};
    gisa_error err = {0};
    gisa_buf out = {0};
    WENT(gisa_ai_agents_parse(gisa_str_from(robots), &a, &err), err, "a robots.txt");
    EQUAL(a.n, 3, "that has groups for three; a comment and a longer name are none");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&out);
        gisa_ai_agents_add_closed(&a, gisa_str_from(rows[i].url), &out);
        SAME_C(gisa_buf_view(&out), rows[i].closed, rows[i].name);
        EQUAL(gisa_ai_agents_train(gisa_buf_view(&out)), rows[i].train, rows[i].name);
    }
    OK(!gisa_ai_agents_train(GISA_STR("PerplexityBot ChatGPT-User")), "searching is no training");
    OK(!gisa_ai_agents_train(GISA_STR("OtherBot")), "nor is what nobody knows");
    static const char wide[] = "\xFF\xFEU\0s\0e\0r\0-\0a\0g\0e\0n\0t\0:\0C\0C\0B\0o\0t\0\n\0"
                               "D\0i\0s\0a\0l\0l\0o\0w\0:\0/\0\n";
    WENT(gisa_ai_agents_parse((gisa_str){wide, sizeof wide}, &a, &err), err, "one in UTF-16");
    EQUAL(a.n, 1, "is read as well");
    gisa_ai_agents_clear(&a);
    gisa_buf_clear(&out);
}

static void test_memory(void)
{
    gisa_ai_agents a = {0};
    gisa_error err;
    gisa_mem_fail_after(GISA_MEM_NEVER - 1);
    gisa_ai_agents_parse(gisa_str_from(robots), &a, &err);
    uint64_t n = gisa_mem_count();
    gisa_ai_agents_clear(&a);
    for (uint64_t allowed = 0; allowed < n; allowed++) {
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_ai_agents_parse(gisa_str_from(robots), &a, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        EQUAL(st, GISA_ENOMEM, "every allocation may fail, cleanly");
        EQUAL(a.n, 0, "and nothing is left");
    }
}

int main(void)
{
    test_closed();
    test_memory();
    return test_end();
}

#include "report/export/export.h"

#include "base/file.h"
#include "corpus/manifest.h"
#include "tests/unit/press.h"

static char out_a[96], out_b[96];

static void read_file(const char *dir, const char *name, gisa_buf *out)
{
    char path[160];
    gisa_error err;
    gisa_buf_reset(out);
    snprintf(path, sizeof path, "%s/%s", dir, name);
    WENT(gisa_file_read(path, 1 << 24, out, &err), err, name);
}

static size_t count_lines(const gisa_buf *b)
{
    size_t n = 0;
    for (size_t i = 0; i < b->n; i++) n += b->p[i] == '\n';
    return n;
}

static gisa_export_opts opts_for(const char *dir)
{
    return (gisa_export_opts){
        .dir = dir, .tokenizer = press_tokenizer(), .threads = 1, .version = "gisa 0"};
}

static void test_derived(gisa_store *s)
{
    gisa_export_opts opts = opts_for(out_a);
    gisa_export_result x;
    gisa_buf text = {0}, problems = {0};
    gisa_error err;
    size_t n = 0;
    EQUAL(gisa_export_run(s, &opts, &x, &err), GISA_OK, "an export");
    EQUAL(x.articles, 74, "of everything");
    EQUAL(x.quotes, 12, "with its quotes");
    read_file(out_a, "articles.jsonl", &text);
    EQUAL(count_lines(&text), 74, "a line an article");
    OK(!press_has(&text, "\"body\"") && !press_has(&text, "답을 내놓았다"), "holds no bodies");
    read_file(out_a, "quotes.csv", &text);
    EQUAL(count_lines(&text), 13, "a row a quote");
    OK(!press_has(&text, "연구가 멈춘다"), "holds no words of quotes");
    WENT(gisa_manifest_verify(out_a, &problems, &n, &err), err, "it can be verified");
    EQUAL(n, 0, "and is whole");
    gisa_buf_clear(&text);
    gisa_buf_clear(&problems);
}

static void test_threads(gisa_store *s)
{
    gisa_export_opts opts = opts_for(out_b);
    gisa_export_result x;
    gisa_buf a = {0}, b = {0};
    gisa_error err;
    opts.threads = 3;
    EQUAL(gisa_export_run(s, &opts, &x, &err), GISA_OK, "the same with three threads");
    static const char *const names[] = {"articles.jsonl", "entities.csv", "quotes.csv",
                                        "README.txt", "manifest.json"};
    for (size_t i = 0; i < 5; i++) {
        read_file(out_a, names[i], &a);
        read_file(out_b, names[i], &b);
        SAME(gisa_buf_view(&b), gisa_buf_view(&a), "gives the same bytes");
    }
    EQUAL(gisa_export_run(s, &opts, &x, &err), GISA_EINVAL, "an export is not replaced unasked");
    gisa_buf_clear(&a);
    gisa_buf_clear(&b);
}

static void test_full(gisa_store *s)
{
    gisa_export_opts opts = opts_for(out_b);
    gisa_export_result x;
    gisa_buf text = {0};
    gisa_error err;
    opts.force = opts.full_text = true;
    EQUAL(gisa_export_run(s, &opts, &x, &err), GISA_OK, "full text");
    EQUAL(x.articles, 1, "has the one article that allows it");
    EQUAL(x.withheld, 73, "and leaves out the others");
    EQUAL(x.withheld_unstated, 72, "of which most state nothing");
    read_file(out_b, "articles.jsonl", &text);
    OK(press_has(&text, "열린 말") && !press_has(&text, "답을 내놓았다"),
       "no word is no permission");
    read_file(out_b, "manifest.json", &text);
    OK(press_has(&text, "\"texts_of_rights\": \"allowed\""), "the manifest says so");
    OK(press_has(&text, "\"withheld_not_stated\": 72") &&
           press_has(&text, "\"withheld_prohibited\": 1"),
       "and how many were left out");
    opts.query = GISA_STR("비밀스러운");
    EQUAL(gisa_export_run(s, &opts, &x, &err), GISA_END, "when none is left nothing is written");
    EQUAL(x.withheld, 1, "but counted");
    opts.query = GISA_NONE;
    opts.include_unstated = true;
    EQUAL(gisa_export_run(s, &opts, &x, &err), GISA_OK, "those that state nothing, on request");
    EQUAL(x.withheld, 1, "leaves out what may not be passed on");
    EQUAL(x.withheld_unstated, 0, "and that alone");
    EQUAL(x.articles, 73, "and has the rest");
    read_file(out_b, "articles.jsonl", &text);
    OK(press_has(&text, "답을 내놓았다"), "with bodies");
    OK(!press_has(&text, "비밀스러운"), "but not that one");
    read_file(out_b, "README.txt", &text);
    OK(press_has(&text, "1 more articles"), "the datasheet says how many were left out");
    opts.include_unstated = false;
    opts.include_restricted = true;
    EQUAL(gisa_export_run(s, &opts, &x, &err), GISA_OK, "restricted ones too");
    EQUAL(x.withheld, 0, "nothing is left out");
    read_file(out_b, "manifest.json", &text);
    OK(press_has(&text, "\"allowed, not stated, prohibited\"") &&
           press_has(&text, "\"redistribution_prohibited\": 1"),
       "the manifest says what is in it");
    EQUAL(x.rights[GISA_RIGHT_PROHIBITED][GISA_RIGHT_PROHIBITED], 1, "and it is counted");
    opts.query = GISA_STR("없는말");
    EQUAL(gisa_export_run(s, &opts, &x, &err), GISA_END, "nothing that matches");
    read_file(out_b, "articles.jsonl", &text);
    OK(press_has(&text, "비밀스러운"), "leaves the old export alone");
    gisa_buf_clear(&text);
}

int main(void)
{
    press p;
    if (!press_open(&p)) return 2;
    snprintf(out_a, sizeof out_a, "%s/a", p.folder);
    snprintf(out_b, sizeof out_b, "%s/b", p.folder);
    gisa_record r = press_record("z1", 3, 0, "ilbo", "막힌 글", "비밀스러운 말.");
    r.article.rights.redistribution = GISA_STR("prohibited");
    r.article.rights.ai_training = GISA_STR("prohibited");
    tiny_add(p.store, r);
    r = press_record("y1", 3, 1, "ilbo", "열린 글", "누구나 옮길 열린 말.");
    r.article.rights.redistribution = GISA_STR("allowed");
    tiny_add(p.store, r);
    test_derived(p.store);
    test_threads(p.store);
    test_full(p.store);
    press_close(&p);
    return test_end();
}

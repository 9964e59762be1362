#include "pipeline/learning.h"

#include "tests/unit/scratch_corpus.h"

typedef struct parts {
    gisa_extractor *extractor;
    gisa_analyzer *analyzer;
    gisa_page_worker worker;
    gisa_store *store;
    gisa_learning learning;
} parts;

static void parts_open(const scratch_corpus *s, parts *p)
{
    gisa_error err = {0};
    WENT(gisa_extractor_open(&p->extractor, &err), err, "an extractor");
    WENT(gisa_analyzer_open(&(gisa_analyzer_opts){.isolated_words = true}, &p->analyzer, &err), err,
         "an analyser");
    WENT(gisa_page_worker_open(p->extractor, p->analyzer, &p->worker, &err), err, "a worker");
    gisa_store_opts opts = {.tokenizer = gisa_analyzer_tokenizer(p->analyzer)};
    WENT(gisa_store_open(s->db, &opts, &p->store, &err), err, "a store");
    WENT(gisa_learning_open(&p->learning, p->store, p->extractor, p->analyzer, &err), err,
         "what was learned opens");
    p->worker.known = p->learning.known;
}

static void parts_close(parts *p)
{
    gisa_learning_close(&p->learning);
    gisa_store_close(p->store);
    gisa_page_worker_close(&p->worker);
    gisa_analyzer_close(p->analyzer);
    gisa_extractor_close(p->extractor);
    *p = (parts){0};
}

static void put(parts *p, gisa_str payload, int offset, bool no_learn, gisa_put_result want,
                gisa_learning_report *report)
{
    gisa_error err = {0};
    gisa_page_record page = {0};
    gisa_put_result result;
    const gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                            .uri = GISA_STR("file:naru.jsonl"),
                            .content_type = GISA_STR("application/json"),
                            .payload = payload,
                            .no_learn = no_learn,
                            .offset = (uint64_t)offset};
    WENT(gisa_page_record_make(&p->worker, &c, &page, &err), err, "a page is analysed");
    page.record.capture = c.offset;
    WENT(gisa_learning_put(&p->learning, &page, &result, report, &err), err, "and stored");
    EQUAL(result, want, "as what it is");
    gisa_page_record_clear(&page);
}

/* Learns from and stores articles [from, end) in a batch, which is committed or rolled back. */
static gisa_learning_report learn(parts *p, int from, int end, bool commit)
{
    gisa_learning_report report = {0};
    gisa_error err = {0};
    gisa_buf payload = {0};
    WENT(gisa_store_begin(p->store, &err), err, "a batch begins");
    for (int i = from; i < end; i++) {
        scratch_article(&payload, i);
        put(p, gisa_buf_view(&payload), i, false, GISA_PUT_ADDED, &report);
    }
    WENT(gisa_learning_save(&p->learning, &err), err, "what was learned is kept");
    if (commit)
        WENT(gisa_store_commit(p->store, &err), err, "and committed");
    else
        gisa_store_rollback(p->store);
    gisa_buf_clear(&payload);
    return report;
}

#define NAMED_IN_PLEA "SELECT count(*) FROM mention JOIN name USING (name) WHERE text = '나루일보'"
#define WITH_PLEA     "SELECT count(*) FROM body WHERE text LIKE '%" SCRATCH_PLEA "%'"

static void test_learns(void)
{
    scratch_corpus s;
    parts p = {0};
    if (!scratch_open(&s)) return;
    parts_open(&s, &p);
    gisa_learning_report report = learn(&p, 1, 5, true);
    EQUAL(report.taught, 0, "four articles teach nothing");
    EQUAL(scratch_count(&s, WITH_PLEA), 4, "and keep their last line");
    EQUAL(scratch_count(&s, NAMED_IN_PLEA), 4, "with the name in it");
    report = learn(&p, 5, 6, true);
    EQUAL(report.taught, 1, "the fifth teaches a line");
    EQUAL(report.articles, 5, "which it loses, and the four before it");
    EQUAL(report.lines, 5, "one line each");
    EQUAL(scratch_count(&s, WITH_PLEA), 0, "in the database, too");
    EQUAL(scratch_count(&s, NAMED_IN_PLEA), 0, "and what was found in it");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM article WHERE origin IS NOT NULL"), 5,
          "which remembers what they were");
    EQUAL(scratch_count(&s, "SELECT capture FROM site_line"), 5, "and who taught it");
    parts_close(&p);
    parts_open(&s, &p);
    report = learn(&p, 6, 7, true);
    EQUAL(report.taught, 0, "what was learned is there when it is opened again");
    EQUAL(report.articles, 1, "and takes the line out of the next article");
    EQUAL(scratch_count(&s, WITH_PLEA), 0, "before it is stored");
    parts_close(&p);
    scratch_close(&s);
}

/* What a batch taught goes with it when it is not committed. */
static void test_rollback(void)
{
    scratch_corpus s;
    parts p = {0};
    if (!scratch_open(&s)) return;
    parts_open(&s, &p);
    gisa_learning_report report = learn(&p, 1, 7, false);
    EQUAL(report.taught, 1, "a batch teaches a line");
    parts_close(&p);
    parts_open(&s, &p);
    EQUAL(scratch_count(&s, "SELECT count(*) FROM site_line"), 0, "it is rolled back");
    report = learn(&p, 1, 5, true);
    EQUAL(report.articles, 0, "and nothing of it is known afterwards");
    parts_close(&p);
    scratch_close(&s);
}

/* What is counted of a site's articles is there in the next session. */
static void test_goes_on(void)
{
    scratch_corpus s;
    parts p = {0};
    if (!scratch_open(&s)) return;
    parts_open(&s, &p);
    learn(&p, 1, 3, true);
    parts_close(&p);
    parts_open(&s, &p);
    gisa_learning_report report = learn(&p, 3, 6, true);
    EQUAL(report.taught, 1, "two articles of an earlier session count");
    EQUAL(report.articles, 5, "and lose the line as well");
    parts_close(&p);
    scratch_close(&s);
}

/* Other articles: with ids of their own, one that was changed since, and some to learn nothing of.
 */
static void test_others(void)
{
    scratch_corpus s;
    parts p = {0};
    gisa_error err = {0};
    gisa_buf text = {0};
    gisa_learning_report report = {0};
    if (!scratch_open(&s)) return;
    parts_open(&s, &p);
    WENT(gisa_store_begin(p.store, &err), err, "a batch begins");
    for (int i = 1; i < 9; i++) {
        scratch_article(&text, i);
        put(&p, gisa_buf_view(&text), i, true, GISA_PUT_ADDED, &report);
    }
    EQUAL(report.taught, 0, "what stands aside teaches nothing");
    for (int i = 11; i < 15; i++) {
        gisa_buf own = {0};
        scratch_article(&text, i);
        gisa_buf_addf(&own, "{\"id\":\"kb-%d\",%s", i, text.p + 1);
        put(&p, gisa_buf_view(&own), i, false, GISA_PUT_ADDED, &report);
        gisa_buf_clear(&own);
    }
    put(&p,
        GISA_STR(
            "{\"outlet\":\"naru\",\"url\":\"https://naru.example/16\",\"title\":\"제보\",\"body\":"
            "\"" SCRATCH_PLEA "\"}"),
        16, false, GISA_PUT_ADDED, &report);
    EQUAL(report.taught, 0, "four articles teach nothing");
    scratch_article(&text, 20);
    put(&p, gisa_buf_view(&text), 20, false, GISA_PUT_ADDED, &report);
    EQUAL(report.taught, 1, "the fifth does");
    EQUAL(report.articles, 1, "it loses a line; what would lose all of its text does not");
    WENT(gisa_store_commit(p.store, &err), err, "the batch ends");
    gisa_buf_clear(&text);
    parts_close(&p);
    scratch_close(&s);
}

int main(void)
{
    test_learns();
    test_rollback();
    test_goes_on();
    test_others();
    return test_end();
}

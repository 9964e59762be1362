#include "report/export/export_inside.h"
#include "tests/unit/press.h"

static bool says(gisa_export_format format, bool full, const char *text)
{
    gisa_export_opts opts = {.format = format, .full_text = full};
    gisa_buf out = {0};
    gisa_export_add_readers(&opts, &out);
    bool found = press_has(&out, text);
    gisa_buf_clear(&out);
    return found;
}

int main(void)
{
    OK(says(GISA_EXPORT_JSONL, false, "\n    articles = pl.read_ndjson("), "a line for JSON");
    OK(!says(GISA_EXPORT_JSONL, false, "body"), "without columns that are not there");
    OK(says(GISA_EXPORT_JSONL, true, "subtitle body"), "and with those that are");
    OK(says(GISA_EXPORT_JSONL, true, "captions: 'VARCHAR[]'"), "for DuckDB too");
    OK(says(GISA_EXPORT_CSV, false, "read_csv('articles.csv'"), "a table is read as one");
    OK(!says(GISA_EXPORT_CSV, false, "articles.jsonl"), "and no file that is not there");
    return test_end();
}

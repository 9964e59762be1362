/* For the tests of names in brackets: a corpus of invented articles that introduce some. */
#ifndef GISA_TEST_NAME_PRESS_H
#define GISA_TEST_NAME_PRESS_H

#include "pipeline/reader.h"
#include "tests/unit/scratch_corpus.h"

/* Imports articles, one a string: outlet, a bar, and its body; they are of one day each. */
static inline void name_press_import(const scratch_corpus *s, const char *const *articles, size_t n)
{
    char path[96];
    gisa_buf lines = {0};
    gisa_error err = {0};
    gisa_pipeline *p = NULL;
    gisa_pipeline_report report = {0};
    for (size_t i = 0; i < n; i++) {
        const char *bar = strchr(articles[i], '|');
        gisa_buf_addf(&lines, "{\"outlet\":\"%.*s\",\"title\":\"%zu번째 소식\",",
                      (int)(bar - articles[i]), articles[i], i);
        gisa_buf_addf(&lines, "\"published\":\"2025-03-%02zu\",\"body\":\"%s\"}\n", i + 1, bar + 1);
    }
    snprintf(path, sizeof path, "%s/in.jsonl", s->dir);
    WENT(gisa_file_write(path, gisa_buf_view(&lines), &err), err, "articles are written");
    WENT(gisa_pipeline_open(s->db, &(gisa_pipeline_opts){.threads = 1}, &p, &err), err,
         "a pipeline");
    const gisa_import_opts how = {.format = GISA_FORMAT_JSONL};
    WENT(gisa_pipeline_import_files(p, (const char *const[]){path}, 1, &how, &report, &err), err,
         "takes them in");
    EQUAL(report.added, n, "all of them");
    gisa_pipeline_close(p);
    gisa_pipeline_report_clear(&report);
    gisa_buf_clear(&lines);
}

#endif

/* For flat_train.py and flat.py, which compile it: reads paths of flattened pages from stdin, one a
 * line. With "features" it writes each page's lines and their features (host's byte order: u32
 * lines; then for each u32 bytes, the text, f32 features). With a table of weights in the place of
 * "features" it writes what gisa extract would with that table: {"title":…,"body":…} a line. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "ingest/extract_work.h"

static void put_features(gisa_extract_work *w)
{
    float features[GISA_STORY_FEATURES];
    uint32_t n = (uint32_t)w->story.n;
    fwrite(&n, sizeof n, 1, stdout);
    gisa_story_lines_measure(&w->story, &w->lines);
    for (size_t i = 0; i < n; i++) {
        gisa_str s = gisa_line_text(&w->lines, i);
        uint32_t size = (uint32_t)s.n;
        fwrite(&size, sizeof size, 1, stdout);
        fwrite(s.p, 1, s.n, stdout);
        gisa_story_line_features(&w->story, &w->lines, i, features);
        fwrite(features, sizeof features, 1, stdout);
    }
}

static void put_body(const gisa_article *a)
{
    json_t *o = json_object();
    json_object_set_new(o, "title", json_stringn(a->title.p ? a->title.p : "", a->title.n));
    json_object_set_new(o, "body", json_stringn(a->body.p ? a->body.p : "", a->body.n));
    json_dumpf(o, stdout, JSON_COMPACT);
    printf("\n");
    json_decref(o);
}

int main(int argc, char **argv)
{
    gisa_error err = {0};
    gisa_extractor *x;
    gisa_extract_work *w;
    gisa_article a = {0};
    gisa_buf page = {0}, table = {0};
    if (argc == 2 && strcmp(argv[1], "names") == 0) {
        char name[64];
        for (size_t i = 0; i < GISA_STORY_FEATURES; i++) {
            gisa_story_feature_name(i, name, sizeof name);
            puts(name);
        }
        return 0;
    }
    if (argc != 2 || gisa_extractor_open(&x, &err) < 0 || gisa_extract_work_open(x, &w, &err) < 0)
        return fprintf(stderr, "%s\n", err.text), 2;
    bool features = strcmp(argv[1], "features") == 0;
    if (!features && (gisa_file_read(argv[1], 1 << 20, &table, &err) < 0 ||
                      gisa_story_weights_read(&x->story_weights, gisa_buf_view(&table), &err) < 0))
        return fprintf(stderr, "%s\n", err.text), 2;
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = 0;
        gisa_buf_reset(&page);
        gisa_extract_opts opts = {.format = GISA_FORMAT_TEXT};
        if (gisa_file_read(path, 1 << 26, &page, &err) < 0) return fprintf(stderr, "%s\n", path), 2;
        w->story.n = 0;
        gisa_extract(w, gisa_buf_view(&page), &opts, &a, &err);
        if (features)
            put_features(w);
        else
            put_body(&a);
    }
    gisa_article_clear(&a);
    gisa_extract_work_close(w);
    gisa_extractor_close(x);
    gisa_buf_clear(&page);
    gisa_buf_clear(&table);
    return 0;
}

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "pipeline/intake.h"
#include "tests/unit/test.h"

static char *make(const char *dir, const char *name, const char *text)
{
    gisa_error err;
    char *path = gisa_path_join(dir, name);
    gisa_file_write(path, gisa_str_from(text), &err);
    return path;
}

int main(void)
{
    char dir[] = "/tmp/gisa-test-XXXXXX";
    gisa_error err = {0};
    gisa_capture c;
    if (!OK(mkdtemp(dir) != NULL, "a scratch folder can be made")) return test_end();
    char *paths[] = {make(dir, "a b.jsonl", "{\"title\":\"하나\"}\n\n{\"title\":\"둘\"}"),
                     make(dir, "empty.txt", ""), gisa_path_join(dir, "missing"),
                     make(dir, "page.html", "<html><body><p>본문</p></body></html>")};
    gisa_intake in = {.paths = paths, .n_paths = 4};
    gisa_capture_source source = gisa_intake_source(&in);

    WENT(source.next(source.ctx, &c, &err), err, "a first line is a capture");
    SAME_C(c.payload, "{\"title\":\"하나\"}", "of that line alone");
    OK(gisa_str_ends(c.uri, GISA_STR("/a%20b.jsonl#L1")), "named by file and line, as an URI");
    source.next(source.ctx, &c, &err);
    OK(gisa_str_ends(c.uri, GISA_STR("#L3")), "blank lines are passed over and counted");
    EQUAL(source.next(source.ctx, &c, &err), GISA_SKIP, "an empty file is skipped");
    EQUAL(source.next(source.ctx, &c, &err), GISA_SKIP, "a missing file is skipped");
    OK(strstr(err.text, "missing: cannot open") != NULL, "with its reason");
    EQUAL(source.next(source.ctx, &c, &err), GISA_OK, "and the next file follows");
    SAME_C(c.content_type, "text/html", "as what it is");
    EQUAL(source.next(source.ctx, &c, &err), GISA_END, "then there is no more");
    gisa_intake_clear(&in);

    in = (gisa_intake){.paths = paths + 3, .n_paths = 1, .format = GISA_FORMAT_TEXT};
    source = gisa_intake_source(&in);
    source.next(source.ctx, &c, &err);
    SAME_C(c.content_type, "text/plain", "a named format is passed on");
    gisa_intake_clear(&in);
    gisa_format f;
    OK(gisa_intake_format_parse("warc", &f) && f == GISA_FORMAT_WARC, "a format by its name");
    OK(!gisa_intake_format_parse("pdf", &f), "no such format");
    for (size_t i = 0; i < 4; i++) {
        unlink(paths[i]);
        gisa_free(paths[i]);
    }
    rmdir(dir);
    return test_end();
}

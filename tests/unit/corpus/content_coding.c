#include "corpus/content_coding.h"

#include "corpus/gzip.h"
#include "tests/unit/test.h"

#define PAGE "<p>plain</p>"

/* PAGE as brotli, as a raw deflate, and both by their lengths. */
static const char brotli[] = "\213\005\200\074\160\076\160\154\141\151\156\074\057\160\076\003";
static const char raw[] = "\1\14\0\363\377" PAGE;
#define BR  ((gisa_str){brotli, sizeof brotli - 1})
#define RAW ((gisa_str){raw, sizeof raw - 1})

static void test_codings(void)
{
    gisa_deflater *d = NULL;
    gisa_buf packed = {0}, twice = {0}, mixed = {0};
    gisa_error err = {0};
    gisa_deflater_open(&d, &err);
    gisa_deflater_put(d, GISA_STR(PAGE), &packed);
    gisa_deflater_put(d, gisa_buf_view(&packed), &twice);
    gisa_deflater_put(d, BR, &mixed);
    gisa_str gz = gisa_buf_view(&packed), plain = GISA_STR(PAGE);
    const struct {
        const char *name, *coding;
        gisa_str bytes;
    } rows[] = {
        {"gzip", "gzip", gz},
        {"gzip by its old name", "X-GZip", gz},
        {"deflate", "deflate", RAW},
        {"brotli", "br", BR},
        {"brotli with a weight", " br;q=1.0 ", BR},
        {"gzip that is called br", "br", gz},
        {"gzip twice", "gzip, gzip", gisa_buf_view(&twice)},
        {"brotli in gzip, the last first", "br,gzip", gisa_buf_view(&mixed)},
        {"brotli in gzip, and once more in the head", "br, br, gzip", gisa_buf_view(&mixed)},
        {"no coding", "", plain},
        {"a plain page under gzip", "gzip", plain},
        {"a plain page under deflate", "deflate", plain},
        {"a plain page under br", "br", plain},
        {"a plain page under a coding that cannot be undone", "zstd", plain},
        {"a word that is no coding", "UTF-8", plain},
        {"another", "none", plain},
        {"none beside one", "identity, br, none", BR},
        {"separators alone", ",,", plain},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_coding_work w = {0};
        gisa_str bytes = rows[i].bytes;
        EQUAL(gisa_content_decode(&w, gisa_str_from(rows[i].coding), 1000, &bytes, &err), GISA_OK,
              rows[i].name);
        SAME(bytes, plain, rows[i].name);
        gisa_coding_work_clear(&w);
    }
    gisa_deflater_close(d);
    gisa_buf_clear(&packed);
    gisa_buf_clear(&twice);
    gisa_buf_clear(&mixed);
}

static void test_unreadable(void)
{
    static const struct {
        const char *name, *coding;
        gisa_str bytes;
        const char *rest, *why;
    } rows[] = {
        {"brotli that is cut off",
         "br",
         {brotli, 13},
         "<p>plain</",
         "the compressed data is cut off"},
        {"gzip that is damaged", "gzip", GISA_STR("\x1f\x8b\x08xxxxxxxxx"), "",
         "the compressed data is damaged"},
        {"zstd", "zstd", GISA_STR("\x28\xB5\x2F\xFD\1\2"), "\x28\xB5\x2F\xFD\1\2",
         "cannot undo Content-Encoding zstd"},
        {"five codings", "br, br, br, br, br", GISA_STR("<p>"), "<p>",
         "more than 4 codings on one body"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_coding_work w = {0};
        gisa_str bytes = rows[i].bytes;
        gisa_error err = {0};
        EQUAL(gisa_content_decode(&w, gisa_str_from(rows[i].coding), 1000, &bytes, &err), GISA_SKIP,
              rows[i].name);
        SAME_C(bytes, rows[i].rest, rows[i].name);
        SAME_C(gisa_str_from(err.text), rows[i].why, rows[i].name);
        gisa_coding_work_clear(&w);
    }
    gisa_coding_work w = {0};
    gisa_error err = {0};
    gisa_str bytes = BR;
    EQUAL(gisa_content_decode(&w, GISA_STR("br"), 11, &bytes, &err), GISA_ELIMIT,
          "a ceiling is kept to");
    SAME_C(bytes, "<p>plain</p", "and what fits is there");
    gisa_coding_work_clear(&w);
}

/* What marks bytes as text, under a coding that cannot be undone. */
static void test_plain(void)
{
    static const struct {
        const char *name;
        gisa_str bytes;
        gisa_status st;
    } rows[] = {
        {"white space", GISA_STR("\t\n\v\f\r a"), GISA_OK},
        {"ISO-2022-KR", GISA_STR("\x1B$)C a"), GISA_OK},
        {"windows-949", GISA_STR("\xB1\xB9\xC8\xB8"), GISA_OK},
        {"UTF-16", GISA_STR("\xFF\xFE<\0"), GISA_OK},
        {"UTF-16 in the other order", GISA_STR("\xFE\xFF\0<"), GISA_OK},
        {"a control character", GISA_STR("a\x1F"), GISA_SKIP},
        {"one behind white space", GISA_STR("a \1"), GISA_SKIP},
        {"a NUL", GISA_STR("a\0b"), GISA_SKIP},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_coding_work w = {0};
        gisa_str bytes = rows[i].bytes;
        EQUAL(gisa_content_decode(&w, GISA_STR("compress"), 1000, &bytes, NULL), rows[i].st,
              rows[i].name);
        gisa_coding_work_clear(&w);
    }
    char page[2000];
    memset(page, 'a', sizeof page);
    for (size_t at = 600; at <= 1600; at += 1000) {
        gisa_coding_work w = {0};
        gisa_str bytes = {page, sizeof page};
        page[at] = '\1';
        EQUAL(gisa_content_decode(&w, GISA_STR("compress"), 9000, &bytes, NULL),
              at < 1000 ? GISA_SKIP : GISA_OK, "only the beginning tells");
        gisa_coding_work_clear(&w);
        page[at] = 'a';
    }
}

/* Compressed bytes that look like text are expanded all the same. */
static void test_looks_plain(void)
{
    gisa_coding_work w = {0};
    gisa_str bytes = GISA_STR(";"); /* nothing, as brotli */
    EQUAL(gisa_content_decode(&w, GISA_STR("br"), 1000, &bytes, NULL), GISA_OK, "a brotli of text");
    EQUAL(bytes.n, 0, "is expanded");
    gisa_coding_work_clear(&w);
}

int main(void)
{
    test_codings();
    test_unreadable();
    test_plain();
    test_looks_plain();
    return test_end();
}

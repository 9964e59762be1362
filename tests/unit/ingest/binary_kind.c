#include "ingest/binary_kind.h"

#include "base/buf.h"
#include "tests/unit/test.h"

static const struct {
    const char *name;
    gisa_str bytes;
    const char *want, *advice; /* NULL: text; nobody knows */
} rows[] = {
    {"nothing", GISA_STR(""), NULL, NULL},
    {"text", GISA_STR("정부는 3일 모델을 공개했다."), NULL, NULL},
    {"UTF-16", GISA_STR("\xFF\xFE<\0h\0t\0m\0l\0"), NULL, NULL},
    {"text that begins like a program", GISA_STR("MZ세대가 온다"), NULL, NULL},
    {"text that begins like an image", GISA_STR("BMW가 새 차를 내놓았다."), NULL, NULL},
    {"text with a control byte", GISA_STR("가\1"), NULL, NULL},
    {"text in ISO-2022-KR",
     GISA_STR("\x1B$)C\x0E"
              "7{"
              "\x0F a \x0E"
              "7{"
              "\x0F"),
     NULL, NULL},
    {"a form feed a page", GISA_STR("가\f나\f다\f라\v"), NULL, NULL},
    {"a workbook", GISA_STR("PK\3\4\x14\0\6\0[Content_Types].xml PK\3\4 xl/workbook.xml"),
     "an Excel workbook (XLSX)", "save the sheet as CSV (UTF-8)"},
    {"a document", GISA_STR("PK\3\4\x14\0\6\0 word/document.xml"), "a Word document (DOCX)",
     "save it as text or HTML"},
    {"slides", GISA_STR("PK\3\4\x14\0\6\0 ppt/presentation.xml"), "slides (PPTX)", NULL},
    {"HWPX", GISA_STR("PK\3\4\x14\0\0\0mimetypeapplication/hwp+zip"), "a Hangul document (HWPX)",
     "save it as text or HTML"},
    {"ODS", GISA_STR("PK\3\4mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
     "a spreadsheet (ODS)", "save the sheet as CSV (UTF-8)"},
    {"ODT", GISA_STR("PK\3\4mimetypeapplication/vnd.oasis.opendocument.text"),
     "a text document (ODT)", "save it as text or HTML"},
    {"EPUB", GISA_STR("PK\3\4mimetypeapplication/epub+zip"), "a book (EPUB)", NULL},
    {"any ZIP", GISA_STR("PK\3\4 a.html"), "a ZIP archive", "unpack it first"},
    {"an empty ZIP", GISA_STR("PK\5\6\0\0"), "a ZIP archive", "unpack it first"},
    {"HWP", GISA_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 HWP Document File"),
     "a Hangul document (HWP)", "save it as text or HTML"},
    {"an old HWP", GISA_STR("HWP Document File V3.00 \x1A\1\2\3\4\5"), "a Hangul document (HWP)",
     "save it as text or HTML"},
    {"XLS", GISA_STR("\xD0\xCF\x11\xE0 W\0o\0r\0k\0b\0o\0o\0k\0"), "an Excel workbook (XLS)",
     "save the sheet as CSV (UTF-8)"},
    {"DOC", GISA_STR("\xD0\xCF\x11\xE0 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"),
     "a Word document (DOC)", "save it as text or HTML"},
    {"another", GISA_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "an Office document (OLE)", NULL},
    {"RTF", GISA_STR("{\\rtf1\\ansi"), "a text document (RTF)", "save it as text or HTML"},
    {"PDF", GISA_STR("%PDF-1.7"), "a PDF", NULL},
    {"SQLite", GISA_STR("SQLite format 3\0"), "a SQLite database",
     "export the table as CSV, with a head line"},
    {"Parquet", GISA_STR("PAR1\x15\4"), "a table (Parquet)", "export it as CSV or JSONL"},
    {"gzip", GISA_STR("\x1F\x8B\x08\0\0\0\0\0"), "compressed (gzip)", "unpack it first"},
    {"xz",
     GISA_STR("\xFD"
              "7zXZ\0"),
     "compressed (xz)", "unpack it first"},
    {"zstd", GISA_STR("\x28\xB5\x2F\xFD\4"), "compressed (zstd)", "unpack it first"},
    {"RAR", GISA_STR("Rar!\x1A\7"), "an archive (RAR)", "unpack it first"},
    {"MP4",
     GISA_STR("\0\0\0\x18"
              "ftypmp42"),
     "a film or image (MP4)", NULL},
    {"a saved page", GISA_STR("From: <Saved by Blink>\r\nContent-Type: multipart/related;"),
     "a saved page (MHTML)", "save the page as HTML"},
    {"mail of one part", GISA_STR("MIME-Version: 1.0\r\nContent-Type: text/plain"), NULL, NULL},
    {"a program", GISA_STR("MZ\x90\0\3\0\0\0\4"), "a program", NULL},
    {"bytes", GISA_STR("\1\2\3\4\5"), "binary data, no text", NULL},
};

static void test_rows(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *kind = gisa_binary_kind(rows[i].bytes);
        SAME_C(gisa_str_from(kind ? kind : ""), rows[i].want ? rows[i].want : "", rows[i].name);
        const char *advice = kind ? gisa_binary_advice(kind) : NULL;
        SAME_C(gisa_str_from(advice ? advice : ""), rows[i].advice ? rows[i].advice : "",
               rows[i].name);
    }
}

/* A name at a large file's end counts, one in its middle does not. */
static void test_edges(void)
{
    gisa_buf b = {0};
    gisa_buf_add(&b, GISA_STR("PK\3\4"));
    for (size_t i = 0; i < 70000; i++) gisa_buf_add_char(&b, 'x');
    gisa_buf_add_c(&b, "xl/workbook.xml");
    SAME_C(gisa_str_from(gisa_binary_kind(gisa_buf_view(&b))), "an Excel workbook (XLSX)",
           "a ZIP lists its members at its end");
    for (size_t i = 0; i < 70000; i++) gisa_buf_add_char(&b, 'x');
    SAME_C(gisa_str_from(gisa_binary_kind(gisa_buf_view(&b))), "a ZIP archive",
           "what is far from both ends is not looked for");
    gisa_buf_clear(&b);
    for (size_t i = 0; i < 256; i++) gisa_buf_add_char(&b, ' ');
    gisa_buf_add_c(&b, "\1ustar");
    SAME_C(gisa_str_from(gisa_binary_kind(gisa_buf_view(&b))), "a TAR archive",
           "a TAR archive by what it has at byte 257");
    gisa_buf_clear(&b);
}

/* Random bytes are none, of any size. */
static void test_random(void)
{
    unsigned char bytes[70000];
    uint32_t x = 1;
    for (size_t i = 0; i < sizeof bytes; i++) {
        x = x * 1664525 + 1013904223;
        bytes[i] = (unsigned char)(x >> 24);
    }
    for (size_t n = 200; n <= sizeof bytes; n = n * 7) {
        gisa_str s = {(const char *)bytes, n};
        SAME_C(gisa_str_from(gisa_binary_kind(s)), "binary data, no text", "random bytes");
    }
}

int main(void)
{
    test_rows();
    test_edges();
    test_random();
    return test_end();
}

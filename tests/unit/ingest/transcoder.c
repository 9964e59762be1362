#include "ingest/transcoder.h"

#include "tests/unit/test.h"

static const struct {
    const char *charset;
    gisa_str bytes;
    const char *want;
    size_t replaced;
} rows[] = {
    {"windows-949", GISA_STR("\xB1\xB9\xC8\xB8 a\n\x8C\x63"), "국회 a\n똠", 0},
    {"utf-16le", GISA_STR("\0\xAC=\xD8\0\xDE\1\0"), "가😀", 0},
    {"utf-16be", GISA_STR("\xAC\0\xD8=\xDE\0\0\t"), "가😀\t", 0},
    {"utf-32le", GISA_STR("\0\xAC\0\0\0\xF6\1\0"), "가😀", 0},
    {"windows-949", GISA_STR("\xB1"), "\xEF\xBF\xBD", 1},
    {"windows-1252", GISA_STR("\x7F\xE9\1"), "é", 0},
};

static void test_pieces(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (size_t piece = 1; piece <= rows[i].bytes.n; piece++) {
            gisa_transcoder *t = NULL;
            gisa_error err = {0};
            gisa_buf out = {0};
            size_t replaced = 0;
            WENT(gisa_transcoder_open(rows[i].charset, &t, &err), err, rows[i].charset);
            for (size_t at = 0; at < rows[i].bytes.n; at += piece)
                replaced += gisa_transcoder_put(t, gisa_str_cut(rows[i].bytes, at, at + piece),
                                                at + piece >= rows[i].bytes.n, &out);
            SAME_C(gisa_buf_view(&out), rows[i].want,
                   "characters may begin in one piece and end "
                   "in the next");
            EQUAL(replaced, rows[i].replaced, "what is ill-formed is counted");
            gisa_transcoder_close(t);
            gisa_buf_clear(&out);
        }
    }
}

int main(void)
{
    gisa_transcoder *t = NULL;
    gisa_error err = {0};
    test_pieces();
    EQUAL(gisa_transcoder_open("klingon", &t, &err), GISA_EENCODING, "no such character set");
    gisa_transcoder_close(NULL);
    return test_end();
}

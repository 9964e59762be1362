#include "ingest/decode.h"

#include <iconv.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "tests/unit/test.h"

/* Each row: a text, the encoding that its bytes are in, what the label says, and what comes out.
 * The C library's tables make the bytes, so that ICU's are checked against others. */
typedef struct row {
    const char *name, *bytes_in, *header, *text, *want; /* want NULL: the text */
    const char *charset, *how;
    size_t n_replaced;
} row;

#define LINE "<p>여울연구소는 새 모델의 비용을 공개했다.</p>"

static const row rows[] = {
    {"UTF-8 with its own label", "UTF-8", "text/html; charset=utf-8", LINE, NULL, "utf-8", "utf-8",
     0},
    {"UTF-8 labelled EUC-KR in the header", "UTF-8", "text/html; charset=euc-kr", LINE, NULL,
     "utf-8", "utf-8", 0},
    {"UTF-8 labelled EUC-KR in a meta element", "UTF-8", NULL, "<meta charset=euc-kr>" LINE, NULL,
     "utf-8", "utf-8", 0},
    {"EUC-KR labelled utf-8", "CP949", "text/html; charset=utf-8", LINE, NULL, "windows-949",
     "syllables", 0},
    {"EUC-KR labelled utf-8 in header and meta", "CP949", "text/html; charset=UTF-8",
     "<meta charset=\"utf-8\">" LINE, NULL, "windows-949", "syllables", 0},
    {"EUC-KR with its own label", "CP949", "text/html;charset=EUC-KR", LINE, NULL, "windows-949",
     "header", 0},
    {"EUC-KR that only the meta element names", "CP949", "text/html",
     "<meta http-equiv=content-type content='text/html; charset=ks_c_5601-1987'>" LINE, NULL,
     "windows-949", "meta", 0},
    {"EUC-KR in an XML declaration", "CP949", NULL, "<?xml version='1.0' encoding='euc-kr'?>" LINE,
     NULL, "windows-949", "meta", 0},
    {"a script's charset is not the page's", "CP949", NULL,
     "<script charset=\"utf-8\" src=a.js></script><meta charset=\"euc-kr\">" LINE, NULL,
     "windows-949", "meta", 0},
    {"EUC-KR labelled as western", "CP949", "text/html", LINE, NULL, "windows-949", "syllables", 0},
    {"syllables of the windows-949 extension", "CP949", "text/html; charset=euc-kr",
     "똠방각하와 펲시콜라를 샀다. 갂, 뷁, 믜, 햏을 적은 보기 글이다.", NULL, "windows-949",
     "header", 0},
    {"no label at all, UTF-8", "UTF-8", NULL, LINE, NULL, "utf-8", "utf-8", 0},
    {"no label at all, EUC-KR", "CP949", NULL, LINE, NULL, "windows-949", "syllables", 0},
    {"Hanja and signs in EUC-KR", "CP949", NULL, "韓美 정상회담 ‘합의’… 金 장관 “△원칙 ○절차”",
     NULL, "windows-949", "syllables", 0},
    {"a page of 64 bytes in EUC-KR", "CP949", NULL,
     "<html><body><p>짧은 글이다. 값이 내렸다.</p></body></html>....", NULL, "windows-949",
     "syllables", 0},
    {"a page of 64 bytes in UTF-8", "UTF-8", "text/html; charset=euc-kr",
     "<html><body><p>짧은 글이다. 값이.</p></body></html>....", NULL, "utf-8", "utf-8", 0},
    {"one word in EUC-KR with a label", "CP949", "charset=cp949", "여울", NULL, "windows-949",
     "header", 0},
    {"pairs of EUC-KR that are UTF-8 by accident go by the label", "CP949", "charset=euc-kr",
     "짜짠", NULL, "windows-949", "header", 0},
    {"a byte order mark wins over the label", "UTF-8", "charset=euc-kr", "\xEF\xBB\xBF" LINE, LINE,
     "utf-8", "mark", 0},
    {"UTF-16 with a mark, little-endian", "UTF-16LE", NULL, "\xEF\xBB\xBF" LINE, LINE, "utf-16le",
     "mark", 0},
    {"UTF-16 with a mark, big-endian", "UTF-16BE", NULL, "\xEF\xBB\xBF" LINE, LINE, "utf-16be",
     "mark", 0},
    {"UTF-16 without a mark, little-endian", "UTF-16LE", NULL, "<html><head>" LINE, NULL,
     "utf-16le", "mark", 0},
    {"UTF-16 without a mark, big-endian", "UTF-16BE", NULL, "<html><head>" LINE, NULL, "utf-16be",
     "mark", 0},
    {"UTF-16 without a mark, with 대 and 밀 that end in a zero byte", "UTF-16LE", NULL,
     "<html><head><title>대회</title></head><body><p>밀대</p></body></html>", NULL, "utf-16le",
     "mark", 0},
    {"the same, big-endian", "UTF-16BE", NULL,
     "<html><head><title>대회</title></head><body><p>밀대</p></body></html>", NULL, "utf-16be",
     "mark", 0},
    {"UTF-32 without a mark, little-endian", "UTF-32LE", NULL, LINE, NULL, "utf-32le", "mark", 0},
    {"UTF-32 without a mark, big-endian", "UTF-32BE", NULL, LINE, NULL, "utf-32be", "mark", 0},
    {"UTF-32 with a mark", "UTF-32LE", NULL, "\xEF\xBB\xBF여울 😀", "여울 😀", "utf-32le", "mark", 0},
    {"a character outside the first plane in UTF-16", "UTF-16LE", NULL,
     "\xEF\xBB\xBF<p>웃음 😀 끝</p>", "<p>웃음 😀 끝</p>", "utf-16le", "mark", 0},
    {"Shift_JIS by its label", "SHIFT_JIS", "text/html; charset=Shift_JIS",
     "<p>研究所は新しいモデルを公開した。</p>", NULL, "shift_jis", "header", 0},
    {"western text that calls itself latin1 is windows-1252", "WINDOWS-1252",
     "text/html; charset=ISO-8859-1", "<p>Café “à la carte”</p>", NULL, "windows-1252", "header",
     0},
    {"plain ASCII is UTF-8 whatever the label", "UTF-8", "charset=euc-kr", "<p>plain</p>", NULL,
     "utf-8", "utf-8", 0},
    {"a label that nobody knows", "UTF-8", "charset=x-made-up", LINE, NULL, "utf-8", "utf-8", 0},
    {"C1 control bytes go", "UTF-8", NULL, "여\xC2\x85울\x7F", "여울", "utf-8", "utf-8", 0},
    {"tab, line end and return stay", "UTF-8", NULL, "여\t울\r\n소\x01\x1B", "여\t울\r\n소",
     "utf-8", "utf-8", 0},
};

static bool encode(const char *text, const char *to, gisa_buf *out)
{
    iconv_t c = iconv_open(to, "UTF-8");
    if (c == (iconv_t)-1) return false;
    char *in = (char *)(uintptr_t)text;
    size_t left = strlen(text), room = 4 * left + 16;
    char *start = gisa_buf_reserve(out, room), *end = start;
    size_t wrong = iconv(c, &in, &left, &end, &room);
    iconv_close(c);
    out->n += (size_t)(end - start);
    return wrong == 0;
}

static void test_rows(void)
{
    gisa_buf bytes = {0}, out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const row *r = &rows[i];
        gisa_decoded info;
        gisa_error err = {0};
        gisa_buf_reset(&bytes);
        gisa_buf_reset(&out);
        if (strcmp(r->bytes_in, "UTF-8") == 0)
            gisa_buf_add_c(&bytes, r->text);
        else
            OK(encode(r->text, r->bytes_in, &bytes), "the C library knows the encoding");
        WENT(gisa_decode(gisa_buf_view(&bytes), gisa_str_from(r->header), &out, &info, &err), err,
             r->name);
        SAME_C(gisa_buf_view(&out), r->want ? r->want : r->text, r->name);
        SAME_C(gisa_str_from(info.charset), r->charset, r->name);
        SAME_C(gisa_str_from(gisa_charset_source_name(info.source)), r->how, r->name);
        EQUAL(info.n_replaced, r->n_replaced, r->name);
    }
    gisa_buf_clear(&bytes);
    gisa_buf_clear(&out);
}

/* Bytes that no encoder makes. */
static const struct {
    const char *name, *header;
    gisa_str bytes;
    const char *want, *charset;
    size_t n_replaced;
} broken[] = {
    {"one bad byte in the middle of UTF-8",
     "charset=euc-kr",
     {"여울연구소는 새 모델\xFF의 비용을 공개했다", 0},
     "여울연구소는 새 모델\xEF\xBF\xBD의 비용을 공개했다",
     "utf-8",
     1},
    {"UTF-8 cut inside its last character",
     NULL,
     {"여울연구소는 새 모델의\xEB\xB9", 0},
     "여울연구소는 새 모델의\xEF\xBF\xBD",
     "utf-8",
     1},
    {"a character cut in the middle of a page",
     "charset=utf-8",
     {"여울연구소는 새\xEB\xAA\n모델의 비용을 공개했다", 0},
     "여울연구소는 새\xEF\xBF\xBD\n모델의 비용을 공개했다",
     "utf-8",
     1},
    {"an encoded surrogate and an overlong slash are no characters",
     NULL,
     {"여울연구소는 새 모델의 비용을 공개했다. 값이 3분의 1이다. 다시 쓴다.\xED\xA0\x80\xC0\xAF",
      0},
     "여울연구소는 새 모델의 비용을 공개했다. 값이 3분의 1이다. 다시 쓴다."
     "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD",
     "utf-8",
     5},
    {"extension syllables by their bytes: 똠 펲 갂",
     "charset=euc-kr",
     {"\x8C\x63\xB9\xE6 \xBC\x84 \x81\x41 \xBF\xA9\xBF\xEF \xBF\xA9", 0},
     NULL,
     "windows-949",
     0},
    {"UTF-8 that was encoded twice",
     "charset=utf-8",
     {"<p>\xC3\xAC\xC2\x97\xC2\xAC\xC3\xAC\xC2\x9A\xC2\xB8 "
      "\xC3\xAC\xC2\x97\xC2\xAC\xC3\xAC\xC2\x9A\xC2\xB8 "
      "\xC3\xAC\xC2\x97\xC2\xAC\xC3\xAC\xC2\x9A\xC2\xB8 "
      "\xC3\xAC\xC2\x97\xC2\xAC\xC3\xAC\xC2\x9A\xC2\xB8 \7",
      0},
     "<p>여울 여울 여울 여울 ",
     "utf-8",
     0},
    {"NUL bytes go", NULL, {"여\0울\0소", 11}, "여울소", "utf-8", 0},
    {"NUL bytes in EUC-KR go",
     "charset=euc-kr",
     {"\xBF\xA9\0\xBF\xEF\0\xBF\xA9", 8},
     "여울여",
     "windows-949",
     0},
    {"EUC-KR cut inside its last pair",
     "charset=euc-kr",
     {"\xBF\xA9\xBF\xEF \xBF\xA9\xBF\xEF \xBF\xA9\xBF\xEF \xBF\xA9\xBF\xEF \xBF\xA9\xBF\xEF "
      "\xBF\xA9\xBF\xEF \xBF\xA9\xBF\xEF \xBF",
      0},
     "여울 여울 여울 여울 여울 여울 여울 \xEF\xBF\xBD",
     "windows-949",
     1},
    {"nothing", NULL, {"", 0}, "", "utf-8", 0},
    {"a mark and nothing else", "charset=euc-kr", {"\xFF\xFE", 0}, "", "utf-16le", 0},
    {"half a unit of UTF-16", NULL, {"\xFF\xFE\x00", 3}, "\xEF\xBF\xBD", "utf-16le", 1},
    {"half of a pair of UTF-16",
     NULL,
     {"\xFE\xFF\xD8\x00\x00\x41", 6},
     "\xEF\xBF\xBD"
     "A",
     "utf-16be",
     1},
    {"a label without an end", "text/html; charset=", {"여울", 0}, "여울", "utf-8", 0},
    {"an empty label in quotes",
     "text/html; charset=\"\"",
     {"\xBF\xA9\xBF\xEF", 0},
     "여울",
     "windows-949",
     0},
};

static void test_broken(void)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        gisa_decoded info;
        gisa_str bytes = broken[i].bytes;
        if (!bytes.n) bytes.n = strlen(bytes.p);
        gisa_buf_reset(&out);
        OK(gisa_decode(bytes, gisa_str_from(broken[i].header), &out, &info, NULL) >= 0,
           broken[i].name);
        SAME_C(gisa_buf_view(&out), broken[i].want ? broken[i].want : "똠방 펲 갂 여울 여",
               broken[i].name);
        SAME_C(gisa_str_from(info.charset), broken[i].charset, broken[i].name);
        EQUAL(info.n_replaced, broken[i].n_replaced, broken[i].name);
    }
    gisa_buf_clear(&out);
}

/* A beginning of a longer text, cut inside a character. */
static void test_head(void)
{
    static const struct {
        const char *name;
        gisa_str bytes;
        const char *charset;
        size_t mark;
    } heads[] = {
        {"UTF-8", GISA_STR("여울 소\xEB\xB9"), "utf-8", 0},
        {"UTF-8 with a mark", GISA_STR("\xEF\xBB\xBF가"), "utf-8", 3},
        {"windows-949", GISA_STR("\xBF\xA9\xBF\xEF \xBF"), "windows-949", 0},
        {"windows-949 without a blank", GISA_STR("\xBF\xA9\xBF\xEF"), "windows-949", 0},
        {"UTF-16", GISA_STR("\xFF\xFE\0\xAC\n"), "utf-16le", 2},
        {"nothing", GISA_STR(""), "utf-8", 0},
    };
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
        gisa_decoded info;
        EQUAL(gisa_decode_find_head(heads[i].bytes, &info), heads[i].mark, heads[i].name);
        SAME_C(gisa_str_from(info.charset), heads[i].charset, heads[i].name);
    }
}

/* A control byte in fifty is text, and one more. */
static void test_text(void)
{
    char bytes[100];
    memset(bytes, 'a', sizeof bytes);
    memset(bytes, 1, 3);
    OK(gisa_decode_is_text((gisa_str){bytes, sizeof bytes}), "few control bytes are no matter");
    bytes[3] = 0x7F;
    OK(!gisa_decode_is_text((gisa_str){bytes, sizeof bytes}), "more are no text");
    memcpy(bytes, "\t\n\r\f", 4);
    OK(gisa_decode_is_text((gisa_str){bytes, sizeof bytes}), "white space does not count");
    static const unsigned char controls[] = {1, 7, 14 + 2, 0x1F, 0x7F};
    for (size_t i = 0; i < sizeof controls * 20; i++) {
        memset(bytes, i % 2 ? 0xEA : ' ', sizeof bytes);
        for (size_t k = 0; k < 4; k++)
            bytes[(i + k * (3 + i % 11)) % sizeof bytes] = (char)controls[i / 20];
        OK(!gisa_decode_is_text((gisa_str){bytes, sizeof bytes}), "wherever they are");
    }
}

/* The label may be far beyond 1,024 bytes, but not beyond 64 KB. */
static void test_far_label(void)
{
    gisa_buf page = {0}, out = {0};
    gisa_decoded info;
    for (int kb = 0; kb <= 65; kb += 65) {
        gisa_buf_reset(&page);
        gisa_buf_reset(&out);
        gisa_buf_add_c(&page, "<!--");
        for (int i = 0; i < 20 + kb * 64; i++) gisa_buf_add_c(&page, " a long comment\n");
        for (int i = 0; i < 60; i++) gisa_buf_add_c(&page, "-------------------------");
        gisa_buf_add_c(&page, "--><meta charset=euc-kr><p>");
        encode("여울", "CP949", &page);
        gisa_decode(gisa_buf_view(&page), GISA_NONE, &out, &info, NULL);
        SAME_C(gisa_str_from(gisa_charset_source_name(info.source)), kb ? "syllables" : "meta",
               "a label beyond 1,024 bytes counts, one beyond 64 KB does not");
    }
    gisa_buf_clear(&page);
    gisa_buf_clear(&out);
}

/* Every pair that the web's table holds, against the C library's. */
static void test_syllables(void)
{
    gisa_buf bytes = {0}, text = {0}, out = {0};
    for (uint32_t cp = 0xAC00; cp <= 0xD7A3; cp++) gisa_buf_add_cp(&text, cp);
    OK(encode(text.p, "CP949", &bytes), "the C library writes all 11,172 syllables");
    gisa_decode(gisa_buf_view(&bytes), GISA_STR("charset=euc-kr"), &out, NULL, NULL);
    OK(!gisa_str_eq(gisa_buf_view(&out), gisa_buf_view(&text)),
       "mostly rare syllables are no Korean text");
    gisa_buf_reset(&out);
    for (int i = 0; i < 10000; i++) gisa_buf_add_c(&bytes, "\xBF\xA9\xBF\xEF");
    gisa_decode(gisa_buf_view(&bytes), GISA_STR("charset=euc-kr"), &out, NULL, NULL);
    OK(gisa_str_starts(gisa_buf_view(&out), gisa_buf_view(&text)),
       "all 11,172 syllables are read among common ones");
    gisa_buf_clear(&bytes);
    gisa_buf_clear(&text);
    gisa_buf_clear(&out);
}

static void test_limits(void)
{
    gisa_buf small = gisa_buf_make(8), out = {0};
    gisa_error err = {0};
    EQUAL(gisa_decode(GISA_STR("여울연구소"), GISA_NONE, &small, NULL, &err), GISA_ELIMIT,
          "a text over the ceiling of the buffer is refused");
    gisa_buf_clear(&small);
    size_t wrong = 0;
    for (uint64_t allowed = 0; allowed < 3; allowed++) {
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_decode(GISA_STR("\xBF\xA9\xBF\xEF"), GISA_STR("charset=cp949"), &out,
                                     NULL, &err);
        wrong += st != (allowed == 2 ? GISA_OK : GISA_ENOMEM);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_buf_clear(&out);
    }
    EQUAL(wrong, 0, "every allocation may fail, cleanly");
}

int main(void)
{
    test_rows();
    test_broken();
    test_head();
    test_text();
    test_far_label();
    test_syllables();
    test_limits();
    return test_end();
}

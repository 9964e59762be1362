#include "ingest/twice_encoded.h"

#include "tests/unit/test.h"

/* Texts that are encoded once more as if their bytes were Latin-1, between others as they are. */
static const struct {
    const char *name, *before, *twice, *after;
    bool undone;
} rows[] = {
    {"Korean", "", "여울연구소는 비용을 공개했다.", "", true},
    {"quotation marks in English", "", "Naru’s “price” is 3 – it’s not… “so”", "", true},
    {"characters of four bytes", "", "값이 올랐다 😀😀😀😀 오름", "", true},
    {"a sign among them that was encoded once", "", "여울연구소는비용", "©", true},
    {"seven are no proof", "", "여울연구소는비", "", false},
    {"eight are", "", "여울연구소는비용", "", true},
    {"two signs among eight", "", "여울연구소는비용", "©©", false},
    {"Korean that was encoded once", "여울연구소는 비용을 공개했다.", "", "", false},
    {"an article about broken words", "여울이 ", "여울연구소는비용", "로 보이는 일", false},
    {"French with a word that looks so", "CAFÉ» a coûté cher à l’été, là-bas, élève", "", "",
     false},
    {"a lead that nothing follows", "", "여울연구소는비용", "Ã", true},
    {"ASCII", "plain", "", "", false},
    {"nothing", "", "", "", false},
};

/* The same as windows-1252, where a byte that it leaves unassigned is a control. */
static const char windows[] = "ì—¬ìš¸ì—°êµ¬ì†ŒëŠ” ë¹„ìš©ì\xC2\x9D„ ê³µê°œí–ˆë‹¤ ëª¨ë\xC2\x8D¸";

static void add_as_latin1(gisa_buf *out, const char *s)
{
    for (; *s; s++) gisa_buf_add_cp(out, (unsigned char)*s);
}

int main(void)
{
    gisa_buf text = {0}, out = {0}, want = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&text);
        gisa_buf_reset(&out);
        gisa_buf_reset(&want);
        gisa_buf_add_c(&text, rows[i].before);
        add_as_latin1(&text, rows[i].twice);
        gisa_buf_add_c(&text, rows[i].after);
        EQUAL(gisa_is_encoded_twice(gisa_buf_view(&text)), rows[i].undone, rows[i].name);
        gisa_buf_addf(&want, "%s%s%s", rows[i].before, rows[i].twice, rows[i].after);
        gisa_twice_encoded_undo(gisa_buf_view(&text), &out);
        if (rows[i].undone) SAME(gisa_buf_view(&out), gisa_buf_view(&want), rows[i].name);
    }
    gisa_buf_reset(&out);
    OK(gisa_is_encoded_twice(gisa_str_from(windows)), "windows-1252");
    gisa_twice_encoded_undo(gisa_str_from(windows), &out);
    SAME_C(gisa_buf_view(&out), "여울연구소는 비용을 공개했다 모델", "windows-1252");
    gisa_buf_clear(&text);
    gisa_buf_clear(&out);
    gisa_buf_clear(&want);
    return test_end();
}

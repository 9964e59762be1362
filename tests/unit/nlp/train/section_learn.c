/* Learns two sections from headlines of our own. */
#include "nlp/train/section_learn.h"

#include <unistd.h>

#include "base/file.h"
#include "tests/unit/test.h"

static const char text[] =
    "가온FC 결승 진출\t스포츠\n가온구단 경기 승리\t스포츠\n나래팀 경기 결승골\t스포츠\n"
    "국회 법안 처리\t정치\n여야 법안 합의\t정치\n국회 여야 회동\t정치\n";

static gisa_status read_text(const char *content, train_headlines *h)
{
    char path[] = "/tmp/gisa-test-XXXXXX";
    int fd = mkstemp(path);
    if (fd < 0) return GISA_EIO;
    close(fd);
    gisa_status st = gisa_file_write(path, gisa_str_from(content), NULL);
    if (st >= 0) st = train_headlines_read(h, path, NULL);
    unlink(path);
    return st;
}

int main(void)
{
    train_headlines h = {0};
    gisa_buf bytes = {0}, again = {0};
    gisa_section_model m;
    gisa_error err = {0};
    if (!OK(read_text(text, &h) == GISA_OK, "headlines are read")) return test_end();
    EQUAL(h.n, 6, "all of them");
    EQUAL(h.n_names, 2, "with their sections");
    WENT(train_sections_learn(&h, 5, 1, &bytes, &err), err, "and learnt from");
    WENT(train_sections_learn(&h, 5, 1, &again, &err), err, "twice");
    OK(gisa_str_eq(gisa_buf_view(&bytes), gisa_buf_view(&again)), "to the same bytes");
    if (WENT(gisa_section_model_check(gisa_buf_view(&bytes), &err), err, "a sound model") &&
        gisa_section_model_view(gisa_buf_view(&bytes), &m, NULL) >= 0) {
        SAME_C(gisa_section_of(&m, GISA_STR("나래FC 경기 결승")).name, "스포츠",
               "an unread headline of the first section is known");
        SAME_C(gisa_section_of(&m, GISA_STR("국회 본회의 법안")).name, "정치", "and of the second");
    }
    gisa_buf_reset(&again);
    train_sections_learn(&h, 0, 1, &again, NULL);
    OK(!gisa_str_eq(gisa_buf_view(&bytes), gisa_buf_view(&again)),
       "what is left out is not learnt");
    train_headlines_clear(&h);
    OK(read_text("한 줄\n", &h) == GISA_EINVAL, "a line without a section is refused");
    train_headlines_clear(&h);
    OK(read_text("a\t1\nb\t2\nc\t3\nd\t4\ne\t5\nf\t6\ng\t7\nh\t8\n", &h) == GISA_EINVAL,
       "and an eighth section");
    train_headlines_clear(&h);
    gisa_buf_clear(&bytes);
    gisa_buf_clear(&again);
    return test_end();
}

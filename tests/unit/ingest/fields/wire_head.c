#include "ingest/fields/wire_head.h"

#include "tests/unit/test.h"

static const struct {
    const char *line, *outlet, *names, *head;
} cases[] = {
    {"(서울=가나통신) 남도현 기자 = 한빛연구소는", "가나통신", "남도현",
     "(서울=가나통신) 남도현 기자 ="},
    {"【서울=가나통신】남도현 기자 = 한빛", "가나통신", "남도현", "【서울=가나통신】남도현 기자 ="},
    {"(새벽·등대=가나통신) 남도현 추소희 기자 = 한빛", "가나통신", "추소희",
     "(새벽·등대=가나통신) 남도현 추소희 기자 ="},
    {"(런던=가나통신) 남도현 특파원 = 한빛", "가나통신", "남도현",
     "(런던=가나통신) 남도현 특파원 ="},
    {"[새벽일보=남도현 기자] 한빛", "새벽일보", "남도현", "[새벽일보=남도현 기자]"},
    {"[새벽일보=서울, 남도현 기자] 한빛", "새벽일보", "남도현", "[새벽일보=서울, 남도현 기자]"},
    {"[새벽일보 남도현 기자] 한빛", "새벽일보", "남도현", "[새벽일보 남도현 기자]"},
    {"[남도현 기자] 한빛", "", "남도현", "[남도현 기자]"},
    {"남도현 기자 = 한빛연구소는", "", "남도현", "남도현 기자 ="},
    {"한빛연구소는 남도현 기자와 새벽 한때 머물던 곳에서 기자 = 라고", "", "", ""},
    {"(서울=가나통신) 한빛연구소는", "", "", ""},
    {"[앵커] 한빛", "", "", ""},
    {"[단독] 한빛 = 새벽", "", "", ""},
    {"(사진=가나통신)", "", "", ""},
    {"한빛 (서울=가나통신) 남도현 기자 =", "", "", ""},
    {"[사진=남도현", "", "", ""},
    {"", "", "", ""},
};

static gisa_str shown(gisa_str s)
{
    return s.n ? s : GISA_STR("");
}

int main(void)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        gisa_wire_head head;
        gisa_str line = gisa_str_from(cases[i].line);
        bool found = gisa_wire_head_read(line, &head);
        EQUAL(found, *cases[i].head != '\0', cases[i].line);
        if (!found) continue;
        SAME_C(shown(head.outlet), cases[i].outlet, cases[i].line);
        SAME_C(head.people.items[head.people.n - 1].name, cases[i].names, cases[i].line);
        SAME_C(gisa_str_cut(line, 0, head.n), cases[i].head, cases[i].line);
    }
    return test_end();
}

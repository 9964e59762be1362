#include "nlp/tagger/label.h"
#include "tests/unit/test.h"

static const struct {
    const char *name;
    uint32_t cp, form;
    gisa_edit_kind kind;
} rows[] = {
    {"가 to 가 keeps it", 0xAC00, 0xAC00, GISA_EDIT_KEEP},
    {"한 to 하 drops the final consonant", 0xD55C, 0xD558, GISA_EDIT_FINAL},
    {"까 to 깝 adds one", 0xAE4C, 0xAE5D, GISA_EDIT_FINAL},
    {"했 to 하 changes the rhyme", 0xD588, 0xD558, GISA_EDIT_RHYME},
    {"운 to ㄴ is written out", 0xC6B4, 0x3134, GISA_EDIT_LITERAL},
    {"러 to 어 is written out", 0xB7EC, 0xC5B4, GISA_EDIT_LITERAL},
    {"a letter changes only into itself", 'A', 'a', GISA_EDIT_LITERAL},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_label_part p = gisa_label_edit(rows[i].cp, rows[i].form);
        EQUAL(p.kind, rows[i].kind, rows[i].name);
        EQUAL(gisa_label_apply(&p, rows[i].cp), rows[i].form, "an edit gives what it was made for");
    }
    gisa_label_part drop = gisa_label_edit(0xD55C, 0xD558);
    EQUAL(gisa_label_apply(&drop, 0xAC04), 0xAC00, "the edit of 한 works on 간");
    EQUAL(gisa_label_apply(&drop, 'x'), 'x', "an edit of jamo leaves a letter alone");
    return test_end();
}

#include "nlp/tagger/vowel_harmony.h"
#include "tests/unit/test.h"

#define EO   0xC5B4u /* 어 */
#define EOSS 0xC5C8u /* 었 */

static const struct {
    const char *name;
    uint32_t stem, form, surface, want;
} rows[] = {
    {"했 is 하 and 았", 0xD558, EOSS, 0xD588, 0xC558},
    {"봤 is 보 and 았", 0xBCF4, EOSS, 0xBD24, 0xC558},
    {"보냈 is 보내 and 었", 0xB0B4, EOSS, 0xB0C8, EOSS},
    {"됐 is 되 and 었", 0xB418, EOSS, 0xB410, EOSS},
    {"먹었 keeps 었", 0xBA39, EOSS, EOSS, EOSS},
    {"잡아 is written 아", 0xC7A1, EO, 0xC544, 0xC544},
    {"하여 is written 여", 0xD558, EO, 0xC5EC, 0xC5EC},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_morph_list p = {0};
        uint32_t form = rows[i].form;
        gisa_morph_list_put(&p, GISA_TAG_VV, (gisa_range){0, 1}, &rows[i].stem, 1, NULL);
        gisa_vowel_harmony_put(&p, GISA_TAG_EP, (gisa_range){0, 1}, rows[i].surface, &form, 1,
                               NULL);
        EQUAL(p.forms[p.items[1].form], rows[i].want, rows[i].name);
        gisa_morph_list_clear(&p);
    }
    gisa_morph_list p = {0};
    uint32_t dots[3] = {'.', '.', '.'};
    gisa_vowel_harmony_put(&p, GISA_TAG_SW, (gisa_range){0, 1}, '.', dots, 1, NULL);
    gisa_vowel_harmony_put(&p, GISA_TAG_SW, (gisa_range){1, 4}, '.', dots, 3, NULL);
    EQUAL(p.items[0].tag, GISA_TAG_SF, "a full stop is SF");
    EQUAL(p.items[1].tag, GISA_TAG_SE, "three are an ellipsis");
    gisa_morph_list_clear(&p);
    uint32_t bare[2] = {0x3134, 0xB2E4}; /* ㄴ다 */
    gisa_vowel_harmony_put(&p, GISA_TAG_EC, (gisa_range){0, 1}, 0xB760, bare, 1, NULL);
    gisa_vowel_harmony_put(&p, GISA_TAG_EF, (gisa_range){0, 2}, 0xAC04, bare, 2, NULL);
    gisa_vowel_harmony_put(&p, GISA_TAG_JX, (gisa_range){0, 1}, 0xB09C, bare, 1, NULL);
    EQUAL(p.items[0].tag, GISA_TAG_ETM, "ㄴ by itself is a modifier's ending");
    EQUAL(p.items[1].tag, GISA_TAG_EF, "ㄴ다 ends a sentence");
    EQUAL(p.items[2].tag, GISA_TAG_JX, "a particle ㄴ stays one");
    gisa_morph_list_clear(&p);
    return test_end();
}

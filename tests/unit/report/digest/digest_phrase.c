#include "report/digest/digest_phrase.h"

#include "tests/unit/test.h"

static unsigned places(const char *text)
{
    unsigned found = 0;
    for (; *text; text++)
        if (text[0] == '{' && gisa_is_digit(text[1]) && text[2] == '}')
            found |= 1u << (text[1] - '0');
    return found;
}

int main(void)
{
    gisa_buf out = {0};
    for (int i = 0; i < GISA_DIGEST_PHRASE_COUNT; i++) {
        const char *en = gisa_digest_phrase_text(GISA_LANG_EN, (gisa_digest_phrase)i);
        const char *ko = gisa_digest_phrase_text(GISA_LANG_KO, (gisa_digest_phrase)i);
        char name[64];
        snprintf(name, sizeof name, "phrase %d is there in both languages", i);
        OK(en && ko && *en && *ko, name);
        snprintf(name, sizeof name, "phrase %d has the same places in both", i);
        if (en && ko) EQUAL(places(en), places(ko), name);
    }
    const gisa_str args[] = {GISA_STR("8"), GISA_STR("{0}")};
    gisa_digest_phrase_add(&out, GISA_LANG_EN, GISA_SAY_MORE_STORIES, args, 2);
    SAME_C(gisa_buf_view(&out), "8 of {0} stories.", "what is put in is not read again");
    gisa_buf_reset(&out);
    gisa_digest_phrase_add(&out, GISA_LANG_KO, GISA_SAY_MORE_STORIES, args, 1);
    SAME_C(gisa_buf_view(&out), "이야기 건 가운데 8건.", "a place without an argument stays empty");
    gisa_buf_clear(&out);
    return test_end();
}

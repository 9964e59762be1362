#include "report/phrase.h"

typedef struct words {
    const char *en, *ko;
} words;

static const words phrases[GISA_PHRASE_COUNT] = {
#define GISA_PHRASE_ROW(name, en, ko) {en, ko},
    GISA_PHRASES(GISA_PHRASE_ROW)
#undef GISA_PHRASE_ROW
};

const char *gisa_phrase_text(gisa_lang lang, gisa_phrase phrase)
{
    return lang == GISA_LANG_KO ? phrases[phrase].ko : phrases[phrase].en;
}

void gisa_phrase_add(gisa_buf *out, gisa_lang lang, gisa_phrase phrase, const gisa_str *args,
                     size_t n)
{
    const char *p = gisa_phrase_text(lang, phrase);
    for (; *p; p++) {
        if (p[0] == '{' && gisa_is_digit(p[1]) && p[2] == '}') {
            size_t at = (size_t)(p[1] - '0');
            if (at < n) gisa_buf_add(out, args[at]);
            p += 2;
        } else {
            gisa_buf_add_char(out, *p);
        }
    }
}

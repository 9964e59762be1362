#include "report/digest/digest_words.h"

#include <inttypes.h>
#include <stdio.h>

gisa_str gisa_page_count(gisa_page *p, uint64_t n)
{
    char *to = p->texts[p->next_text++ % GISA_PAGE_TEXTS];
    int len = n < 1000      ? snprintf(to, 32, "%" PRIu64, n)
              : n < 1000000 ? snprintf(to, 32, "%" PRIu64 ",%03" PRIu64, n / 1000, n % 1000)
                            : snprintf(to, 32, "%" PRIu64 ",%03" PRIu64 ",%03" PRIu64, n / 1000000,
                                       n / 1000 % 1000, n % 1000);
    return (gisa_str){to, len < 0 ? 0 : (size_t)len};
}

gisa_str gisa_page_day(gisa_page *p, int64_t day)
{
    char *to = p->texts[p->next_text++ % GISA_PAGE_TEXTS];
    return (gisa_str){to, gisa_period_format(GISA_PERIOD_DAY, day, to)};
}

gisa_str gisa_page_phrase(gisa_page *p, gisa_digest_phrase phrase, const gisa_str *args, size_t n)
{
    gisa_buf_reset(&p->scratch);
    gisa_digest_phrase_add(&p->scratch, p->sheet.lang, phrase, args, n);
    gisa_buf_take_status(p->sheet.out, &p->scratch);
    return gisa_buf_view(&p->scratch);
}

const char *gisa_page_word(const gisa_page *p, gisa_digest_phrase phrase)
{
    return gisa_digest_phrase_text(p->sheet.lang, phrase);
}

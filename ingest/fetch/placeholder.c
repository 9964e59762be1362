#include "ingest/fetch/placeholder.h"

#include "ingest/decode.h"
#include "ingest/fetch/markup.h"

/* Bytes of text that a notice has, at most, and of its page. */
enum { NOTICE_MAX = 600, PAGE_MAX = 64 << 10 };

/* The text outside of tags; false when it is more than a notice has. */
static bool read_notice(gisa_str page, gisa_buf *out)
{
    gisa_markup m = {.rest = page};
    gisa_markup_token t;
    while (out->n <= NOTICE_MAX && gisa_markup_next(&m, &t))
        if (t.kind == GISA_MARKUP_TEXT) gisa_markup_add_text(out, gisa_str_trim(t.text), " ");
    return gisa_buf_status(out) >= 0 && out->n <= NOTICE_MAX;
}

static bool says_maintenance(gisa_str text)
{
    static const char *const words[] = {"점검 중",
                                        "점검중",
                                        "점검으로 인",
                                        "under maintenance",
                                        "temporarily unavailable",
                                        "잠시 후 다시",
                                        "잠시 뒤 다시",
                                        "일시적인 오류",
                                        "일시적으로 서비스"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (gisa_str_find_nocase(text, gisa_str_from(words[i]), 0) != GISA_NPOS) return true;
    return false;
}

/* Whose text is short is seen before it is decoded: no character set makes it shorter than its
 * bytes, but for those of two bytes a letter, which no notice has. */
static bool is_notice(gisa_str body, gisa_str content_type)
{
    gisa_buf raw = {0}, page = {0}, text = {0};
    gisa_error ignored;
    bool yes = body.n <= PAGE_MAX && read_notice(body, &raw) &&
               gisa_decode(body, content_type, &page, NULL, &ignored) == GISA_OK &&
               read_notice(gisa_buf_view(&page), &text) && says_maintenance(gisa_buf_view(&text));
    gisa_buf_clear(&raw);
    gisa_buf_clear(&page);
    gisa_buf_clear(&text);
    return yes;
}

const char *gisa_placeholder_why(int status, gisa_str body, gisa_str content_type)
{
    if (status == 206) return "a part of a page, which was not asked for";
    if (!gisa_str_trim(body).n) return "an empty answer";
    return is_notice(body, content_type) ? "a notice instead of the page" : NULL;
}

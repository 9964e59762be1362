#include "nlp/names/gazetteer_edge.h"

#include "base/hangul.h"
#include "base/letter.h"
#include "corpus/wordlist.h"
#include "nlp/word/josa.h"

#define SUFFIX_MAX 15 /* bytes of a suffix of a name */
#define TAIL_MAX   45 /* of suffixes and josa behind it */

gisa_script gisa_script_of(uint32_t cp)
{
    if (cp < 0x80) {
        if (gisa_is_alpha((char)cp)) return GISA_SCRIPT_LATIN;
        return gisa_is_digit((char)cp) ? GISA_SCRIPT_DIGIT : GISA_SCRIPT_NONE;
    }
    if (gisa_is_hangul(cp)) return GISA_SCRIPT_HANGUL;
    if (gisa_is_hanja(cp)) return GISA_SCRIPT_HANJA;
    if ((cp >= 0xC0 && cp <= 0x24F && cp != 0xD7 && cp != 0xF7)) return GISA_SCRIPT_LATIN;
    if ((cp >= 0x370 && cp < 0x1100) || (cp >= 0x3040 && cp <= 0x30FF)) return GISA_SCRIPT_OTHER;
    return GISA_SCRIPT_NONE;
}

gisa_script gisa_script_at(gisa_str text, size_t at)
{
    if (at >= text.n) return GISA_SCRIPT_NONE;
    uint32_t cp;
    gisa_utf8_next(text, at, &cp);
    return gisa_script_of(cp);
}

gisa_script gisa_script_before(gisa_str text, size_t at)
{
    if (at == 0 || at > text.n) return GISA_SCRIPT_NONE;
    return gisa_script_at(text, gisa_utf8_prev(text, at));
}

static uint32_t last_of(gisa_str s, uint32_t otherwise)
{
    return s.n ? gisa_utf8_last(s) : otherwise;
}

static bool tail_run(gisa_str run, uint32_t last, int suffixes_left)
{
    if (gisa_is_josa(run, last)) return true;
    if (suffixes_left == 0 || run.n < 3) return false;
    for (size_t n = 3; n <= run.n && n <= SUFFIX_MAX; n += 3) {
        gisa_str form = gisa_str_cut(run, 0, n);
        if (gisa_wordlist_find(&gisa_list_name_suffixes, form) &&
            tail_run(gisa_str_cut(run, n, run.n), last_of(form, last), suffixes_left - 1))
            return true;
    }
    return false;
}

bool gisa_is_tail(gisa_str run, uint32_t last)
{
    return run.n <= TAIL_MAX && tail_run(run, last, 2);
}

gisa_str gisa_hangul_run(gisa_str text, size_t at)
{
    size_t end = at;
    while (end + 2 < text.n && (unsigned char)text.p[end] >= 0xEA &&
           (unsigned char)text.p[end] <= 0xED) {
        uint32_t cp;
        size_t n = gisa_utf8_next(text, end, &cp);
        if (!gisa_is_hangul(cp)) break;
        end += n;
    }
    return gisa_str_cut(text, at, end);
}

bool gisa_name_begins(gisa_str text, size_t at)
{
    gisa_script before = gisa_script_before(text, at), here = gisa_script_at(text, at);
    if (here == GISA_SCRIPT_NONE) return false;
    if (before == GISA_SCRIPT_NONE) return at == 0 || text.p[at - 1] != '@';
    if (here == GISA_SCRIPT_HANJA) return before != GISA_SCRIPT_DIGIT;
    if (before == GISA_SCRIPT_HANJA) return true;
    if (here == GISA_SCRIPT_LATIN) return before == GISA_SCRIPT_HANGUL;
    return here == GISA_SCRIPT_HANGUL && before == GISA_SCRIPT_LATIN;
}

/* Countries and the like that are side by side in a headline: 韓美日, 對中. */
static bool hanja_may_follow(uint32_t cp)
{
    static const uint32_t list[] = {0x7F8E, 0x4E2D, 0x97D3, 0x65E5, 0x5317, 0x82F1,
                                    0x4F5B, 0x7368, 0x9732, 0x5370, 0x82CF, 0x8607};
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (list[i] == cp) return true;
    return false;
}

bool gisa_name_ends(gisa_str text, size_t start, size_t end)
{
    if (end >= text.n) return true;
    uint32_t last, next;
    gisa_utf8_next(text, gisa_utf8_prev(text, end), &last);
    gisa_utf8_next(text, end, &next);
    gisa_script own = gisa_script_of(last);
    gisa_str near = gisa_str_cut(text, 0, end + TAIL_MAX + 3); /* a longer run is no tail */
    switch (gisa_script_of(next)) {
    case GISA_SCRIPT_HANGUL:
        return (own == GISA_SCRIPT_HANJA && end - start <= 3) ||
               gisa_is_tail(gisa_hangul_run(near, end), last);
    case GISA_SCRIPT_LATIN: return own == GISA_SCRIPT_HANGUL || own == GISA_SCRIPT_HANJA;
    case GISA_SCRIPT_DIGIT: return own == GISA_SCRIPT_HANGUL;
    case GISA_SCRIPT_HANJA: return own == GISA_SCRIPT_HANJA ? hanja_may_follow(next) : true;
    case GISA_SCRIPT_OTHER: return false;
    case GISA_SCRIPT_NONE: break;
    }
    if (next == '@' || next == '_') return false;
    if (next == '.' && own == GISA_SCRIPT_LATIN)
        return gisa_script_at(text, end + 1) != GISA_SCRIPT_LATIN;
    return true;
}

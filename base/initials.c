#include "base/initials.h"

#include "base/hangul.h"
#include "base/utf8.h"

enum { FIRST = 0x3131, LAST = 0x314E, NONE = GISA_HANGUL_LEADS };

/* The leads that the letters U+3131 to U+314E are. */
static const uint8_t leads_of[LAST - FIRST + 1][2] = {
    {0, NONE},  {1, NONE},  {0, 9},     {2, NONE},  {2, 12},    {2, 18},    {3, NONE},  {4, NONE},
    {5, NONE},  {5, 0},     {5, 6},     {5, 7},     {5, 9},     {5, 16},    {5, 17},    {5, 18},
    {6, NONE},  {7, NONE},  {8, NONE},  {7, 9},     {9, NONE},  {10, NONE}, {11, NONE}, {12, NONE},
    {13, NONE}, {14, NONE}, {15, NONE}, {16, NONE}, {17, NONE}, {18, NONE}};

bool gisa_initials_parse(gisa_str typed, gisa_initials *out)
{
    out->n = 0;
    for (size_t i = 0; i < typed.n;) {
        uint32_t cp;
        i += gisa_utf8_next(typed, i, &cp);
        if (cp < FIRST || cp > LAST) return false;
        for (size_t k = 0; k < 2 && leads_of[cp - FIRST][k] != NONE; k++) {
            if (out->n == GISA_INITIALS) return false;
            out->leads[out->n++] = leads_of[cp - FIRST][k];
        }
    }
    return out->n > 1;
}

bool gisa_initials_match(const gisa_initials *initials, gisa_str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n;) {
        uint32_t cp;
        i += gisa_utf8_next(text, i, &cp);
        if (cp == ' ') continue;
        if (n == initials->n || !gisa_is_hangul(cp) || gisa_hangul_lead(cp) != initials->leads[n])
            return false;
        n++;
    }
    return n == initials->n;
}

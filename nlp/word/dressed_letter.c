/* Normalization Form KC (Unicode Standard Annex 15), of some blocks only: jamo, spaces, ellipses
 * and ™ keep what they mean here. The circled digits of the Dingbats block have no decomposition;
 * their order is their value. */
#include "nlp/word/dressed_letter.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#define DINGBATS_FIRST 0x2776u /* ❶ to ❿, ➀ to ➉, ➊ to ➓ */
#define DINGBATS_LAST  0x2793u
#define MIDDLE_DOT     0xB7u
#define FRACTION_SLASH 0x2044u

typedef struct block {
    uint32_t from, to;
} block;

static const block dressed[] = {
    {0xB2, 0xB3},       {0xB9, 0xB9},       {0xBC, 0xBE},     /* super- and subscripts, ½ */
    {0x2070, 0x209C},   {0x2100, 0x211F},   {0x2121, 0x2121}, /* Letterlike Symbols */
    {0x2123, 0x214F},   {0x2150, 0x2189},                     /* Number Forms */
    {0x2460, 0x24EA},   {0x3200, 0x32FF},   {0x3300, 0x33FF}, /* enclosed; CJK Compatibility */
    {0xFB00, 0xFB06},   {0xFE50, 0xFE6B},   {0xFFE0, 0xFFE6}, /* ligatures, small forms, ￦ */
    {0x1D400, 0x1D7FF}, {0x1F100, 0x1F12B},                   /* mathematical; enclosed */
};

bool gisa_is_middle_dot(uint32_t cp)
{
    switch (cp) {
    case MIDDLE_DOT:
    case 0x387:  /* Greek ano teleia */
    case 0x119E: /* arae-a, conjoining */
    case 0x1427:
    case 0x2022: /* bullet */
    case 0x2027:
    case 0x2219:
    case 0x22C5:
    case 0x2E31:
    case 0x2E33:
    case 0x30FB:
    case 0x318D: /* arae-a */
    case 0xA78F:
    case 0xFF65: return true;
    default: return false;
    }
}

static bool is_dressed(uint32_t cp)
{
    for (size_t i = 0; i < sizeof dressed / sizeof *dressed && cp >= dressed[i].from; i++)
        if (cp <= dressed[i].to) return true;
    return false;
}

/* 1 to 10. */
static size_t put_dingbat(uint32_t cp, uint32_t *out)
{
    uint32_t value = (cp - DINGBATS_FIRST) % 10 + 1;
    out[0] = value < 10 ? '0' + value : '1';
    out[1] = '0';
    return value < 10 ? 1 : 2;
}

size_t gisa_undress(uint32_t cp, uint32_t out[GISA_UNDRESSED_MAX])
{
    UChar raw[2], made[2 * GISA_UNDRESSED_MAX];
    UChar32 points[GISA_UNDRESSED_MAX];
    int32_t n_raw = 0, n = 0;
    UErrorCode code = U_ZERO_ERROR;
    if (cp != MIDDLE_DOT && gisa_is_middle_dot(cp)) {
        out[0] = MIDDLE_DOT;
        return 1;
    }
    if (cp >= DINGBATS_FIRST && cp <= DINGBATS_LAST) return put_dingbat(cp, out);
    if (!is_dressed(cp)) return 0;
    const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&code);
    U16_APPEND_UNSAFE(raw, n_raw, (UChar32)cp);
    int32_t n_made = unorm2_normalize(nfkc, raw, n_raw, made, 2 * GISA_UNDRESSED_MAX, &code);
    u_strToUTF32(points, GISA_UNDRESSED_MAX, &n, made, n_made, &code);
    if (U_FAILURE(code)) return 0;
    for (int32_t i = 0; i < n; i++)
        out[i] = points[i] == FRACTION_SLASH ? '/' : (uint32_t)points[i];
    return n == 1 && out[0] == cp ? 0 : (size_t)n;
}

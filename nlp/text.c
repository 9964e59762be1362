/* Most text is in Normalization Form C already: a code point of a fast class that is followed by
 * another is copied. Only runs with combining characters or conjoining jamo go through ICU. */
#include "nlp/text.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/hangul.h"
#include "base/letter.h"
#include "base/mem.h"
#include "nlp/word/dressed_letter.h"

#define RUN_MAX 64 /* code points normalised at once; a longer run of marks is cut there */

typedef struct source { /* where reading has come to */
    gisa_str bytes;
    size_t at;
    uint32_t n_bad;
} source;

static bool is_starter(uint32_t cp)
{
    return cp < 0x300 || gisa_is_hangul(cp) || (cp >= 0x4E00 && cp <= 0x9FFF) ||
           (cp >= 0x2010 && cp <= 0x2027) || (cp >= 0x2190 && cp <= 0x2328) ||
           (cp >= 0x3130 && cp <= 0x318F) || (cp >= 0xFF00 && cp <= 0xFF5E);
}

/* Left out of the analysis: C0 and C1 controls that are no white space, soft hyphen, zero-width
 * and direction marks, variation selectors. */
static bool is_dropped(uint32_t cp)
{
    if (cp < 0x20) return !(cp >= '\t' && cp <= '\r');
    return (cp >= 0x7F && cp < 0xA0 && cp != 0x85) || gisa_is_zero_width(cp) ||
           (cp >= 0x2060 && cp <= 0x206F) || (cp >= 0xFE00 && cp <= 0xFE0F);
}

/* One spelling for what differs only in width or in the shape of a quotation mark. */
static uint32_t fold(uint32_t cp)
{
    switch (cp) {
    case 0x85: return '\n';
    case 0xA0:
    case 0x2007:
    case 0x202F:
    case 0x3000: return ' ';
    case 0x2028:
    case 0x2029: return '\n';
    case 0x2018:
    case 0x201A:
    case 0x201B: return 0x2018;
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0x301D: return 0x201C;
    case 0x301E:
    case 0x301F: return 0x201D;
    default: return gisa_half_width(cp);
    }
}

static uint32_t peek(const source *s, size_t *n)
{
    uint32_t cp = 0;
    *n = s->at < s->bytes.n ? gisa_utf8_next(s->bytes, s->at, &cp) : 0;
    return cp;
}

static gisa_status grow(gisa_text *t, uint32_t room, gisa_error *err)
{
    if (t->n + room + 1 < t->cap) return GISA_OK;
    uint32_t cap = t->cap ? t->cap * 2 : 1024;
    while (cap < t->n + room + 2) cap *= 2;
    uint32_t *cp = gisa_realloc(t->cp, cap * sizeof *cp);
    if (cp) t->cp = cp;
    uint32_t *at = gisa_realloc(t->at, cap * sizeof *at);
    if (at) t->at = at;
    uint32_t *end = gisa_realloc(t->end, cap * sizeof *end);
    if (end) t->end = end;
    if (!cp || !at || !end) return gisa_fail_mem(err);
    t->cap = cap;
    return GISA_OK;
}

static void put_cp(gisa_text *t, uint32_t cp, size_t at, size_t end)
{
    t->cp[t->n] = fold(cp);
    t->at[t->n] = (uint32_t)at;
    t->end[t->n] = (uint32_t)end;
    t->n++;
}

/* Puts a character of a text that is in Normalization Form C; of one that is read as several, each
 * has the bytes of the whole. A digit after another is the mark of a note (2024¹), and stays. */
static void put(gisa_text *t, uint32_t cp, size_t at, size_t end)
{
    uint32_t plain[GISA_UNDRESSED_MAX];
    bool other = t->compatible && cp >= 0x80 && !gisa_is_hangul(cp);
    size_t n = other ? gisa_undress(cp, plain) : 0;
    bool note = n && t->n && gisa_char_class_of(plain[0]) == GISA_CHAR_DIGIT &&
                gisa_char_class_of(t->cp[t->n - 1]) == GISA_CHAR_DIGIT;
    if (n == 0 || note) put_cp(t, cp, at, end);
    for (size_t i = 0; i < n && !note; i++) put_cp(t, plain[i], at, end);
}

/* Syllables of Hangul and printable ASCII are what they are, whatever mode the text is read in. */
static inline bool is_plain(uint32_t cp)
{
    return gisa_is_hangul(cp) || (cp >= 0x20 && cp < 0x7F);
}

/* Puts the plain characters from s->at on, up to one that the next character may combine with, as
 * many as there is room for. */
static void put_plain(gisa_text *t, source *s)
{
    size_t n, next_n;
    uint32_t cp = peek(s, &n), room = t->cap - t->n - 2;
    for (uint32_t next; n > 0 && is_plain(cp) && room > 0; cp = next, n = next_n, room--) {
        size_t at = s->at;
        s->at += n;
        next = peek(s, &next_n);
        if (next_n > 0 && !is_starter(next)) {
            s->at = at;
            return;
        }
        t->cp[t->n] = cp;
        t->at[t->n] = (uint32_t)at;
        t->end[t->n++] = (uint32_t)s->at;
    }
}

/* Normalises the run that begins at s->at: one starter and what combines with it. Where nothing was
 * composed each code point keeps its bytes; otherwise the first carries the bytes of the whole run
 * and the others are empty at its end. */
static void put_run(gisa_text *t, source *s, const UNormalizer2 *nfc)
{
    UChar raw[RUN_MAX * 2], made[RUN_MAX * 4];
    int32_t n_raw = 0, n_points = 0;
    size_t from = s->at, n, ends[RUN_MAX];
    for (uint32_t cp; (cp = peek(s, &n)), n > 0 && n_points < RUN_MAX; n_points++) {
        if (n_points > 0 && unorm2_hasBoundaryBefore(nfc, (UChar32)cp)) break;
        U16_APPEND_UNSAFE(raw, n_raw, cp);
        ends[n_points] = s->at += n;
    }
    UErrorCode code = U_ZERO_ERROR;
    int32_t n_made = unorm2_normalize(nfc, raw, n_raw, made, RUN_MAX * 4, &code);
    if (U_FAILURE(code)) {
        put_cp(t, GISA_CP_BAD, from, s->at);
        return;
    }
    bool alike = u_countChar32(made, n_made) == n_points;
    size_t start = from, end;
    for (int32_t i = 0, k = 0; i < n_made; i++, k++) {
        uint32_t cp = made[i];
        if (U16_IS_LEAD(made[i]) && i + 1 < n_made)
            cp = (uint32_t)U16_GET_SUPPLEMENTARY(made[i], made[i + 1]), i++;
        end = alike ? ends[k] : s->at;
        put(t, cp, start, end);
        start = end;
    }
}

gisa_status gisa_text_put(gisa_text *t, gisa_str bytes, gisa_error *err)
{
    if (bytes.n >= GISA_TEXT_MAX)
        return gisa_fail(err, GISA_ELIMIT, "a text of %zu bytes; the most is %zu", bytes.n,
                         GISA_TEXT_MAX - 1);
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&code);
    if (U_FAILURE(code)) return gisa_fail_mem(err);
    source s = {.bytes = bytes};
    gisa_status st;
    t->bytes = bytes;
    t->n = 0;
    for (size_t n, next_n; s.at < bytes.n;) {
        if ((st = grow(t, RUN_MAX * 4 * GISA_UNDRESSED_MAX, err)) < 0) return st;
        put_plain(t, &s);
        uint32_t cp = peek(&s, &n);
        size_t at = s.at;
        if (n == 0) break;
        if (cp == GISA_CP_BAD && (unsigned char)bytes.p[at] != 0xEF) s.n_bad++;
        s.at += n;
        if (is_dropped(cp)) continue;
        uint32_t next = peek(&s, &next_n);
        if (next_n == 0 || is_starter(next) || gisa_is_space((char)(cp < 0x80 ? cp : 'x')) ||
            unorm2_hasBoundaryBefore(nfc, (UChar32)next)) {
            if (is_starter(cp) || unorm2_isInert(nfc, (UChar32)cp)) {
                put(t, cp, at, s.at);
                continue;
            }
        }
        s.at = at;
        put_run(t, &s, nfc);
    }
    if ((st = grow(t, 1, err)) < 0) return st;
    t->cp[t->n] = 0;
    t->at[t->n] = (uint32_t)bytes.n;
    t->n_bad = s.n_bad;
    return GISA_OK;
}

void gisa_text_clear(gisa_text *t)
{
    gisa_free(t->cp);
    gisa_free(t->at);
    gisa_free(t->end);
    *t = (gisa_text){0};
}

uint32_t gisa_text_index(const gisa_text *t, uint32_t byte)
{
    uint32_t low = 0, high = t->n;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (t->at[mid] < byte)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static gisa_char_class ascii_class(uint32_t cp)
{
    if (cp >= '0' && cp <= '9') return GISA_CHAR_DIGIT;
    if (cp >= 'A' && cp <= 'Z') return GISA_CHAR_UPPER;
    if (cp >= 'a' && cp <= 'z') return GISA_CHAR_LOWER;
    switch (cp) {
    case ' ':
    case '\t':
    case '\n':
    case '\v':
    case '\f':
    case '\r': return GISA_CHAR_SPACE;
    case '(':
    case '[':
    case '{':
    case '<': return GISA_CHAR_OPEN;
    case ')':
    case ']':
    case '}':
    case '>': return GISA_CHAR_CLOSE;
    case '"':
    case '\'': return GISA_CHAR_QUOTE;
    case '.':
    case '?':
    case '!': return GISA_CHAR_STOP;
    case ',':
    case ':':
    case ';':
    case '/': return GISA_CHAR_COMMA;
    default: return GISA_CHAR_SYMBOL;
    }
}

static gisa_char_class wide_class(uint32_t cp)
{
    switch (cp) {
    case 0xB7:
    case 0x30FB:
    case 0x3001:
    case 0x318D:
    case 0x2027: return GISA_CHAR_COMMA;
    default: break;
    }
    if (gisa_is_opening(cp)) return GISA_CHAR_OPEN;
    if (gisa_is_closing(cp)) return GISA_CHAR_CLOSE;
    if (gisa_is_stop(cp)) return GISA_CHAR_STOP;
    if (cp >= 0x3041 && cp <= 0x30FF) return GISA_CHAR_KANA;
    if (u_isupper((UChar32)cp)) return GISA_CHAR_UPPER;
    if (u_isalpha((UChar32)cp)) return GISA_CHAR_LOWER;
    if (u_isWhitespace((UChar32)cp)) return GISA_CHAR_SPACE;
    return GISA_CHAR_SYMBOL;
}

gisa_char_class gisa_char_class_of_other(uint32_t cp)
{
    if (cp < 0x80) return ascii_class(cp);
    if (gisa_is_jamo(cp) && cp != 0x318D) return GISA_CHAR_JAMO;
    if (gisa_is_hanja(cp)) return GISA_CHAR_HANJA;
    return wide_class(cp);
}

gisa_tag gisa_symbol_tag(uint32_t cp)
{
    switch (gisa_char_class_of(cp)) {
    case GISA_CHAR_HANGUL:
    case GISA_CHAR_JAMO: return GISA_TAG_COUNT;
    case GISA_CHAR_HANJA: return GISA_TAG_SH;
    case GISA_CHAR_KANA:
    case GISA_CHAR_UPPER:
    case GISA_CHAR_LOWER: return GISA_TAG_SL;
    case GISA_CHAR_DIGIT: return GISA_TAG_SN;
    case GISA_CHAR_OPEN:
    case GISA_CHAR_CLOSE:
    case GISA_CHAR_QUOTE: return GISA_TAG_SS;
    case GISA_CHAR_STOP: return cp == 0x2026 ? GISA_TAG_SE : GISA_TAG_SF;
    case GISA_CHAR_COMMA: return GISA_TAG_SP;
    default: return cp == '-' || cp == '~' || cp == 0x223C ? GISA_TAG_SO : GISA_TAG_SW;
    }
}

/* A consonant is a set of sounds, as c may be [k] or [s] and ㅈ stands for j, z and ts; two agree
 * when their sets meet. The longest common subsequence of both lists is found by the usual table,
 * a row at a time. Consonants by the rules of 외래어 표기법. */
#include "nlp/names/transliteration.h"

#include "base/hangul.h"
#include "base/utf8.h"

enum { CONSONANTS_MAX = 40 };

/* Of the consonants of the first and of the second, those that have to be in the other, percent
 * (tests/unit/nlp/names/transliteration.c). */
enum { OF_HANGUL = 70, OF_LATIN = 50 };

enum { K = 1, T = 2, P = 4, S = 8, L = 16, M = 32, N = 64, H = 128, VOWEL = 256 };

typedef struct sounds {
    unsigned first; /* of the first letter, VOWEL among it */
    unsigned items[CONSONANTS_MAX];
    size_t n;
    uint64_t digits; /* all of them in order, as a sum */
    bool full;
} sounds;

/* ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ */
static const unsigned leads[] = {K, K, N,     T,     T,     L, M, P, P,    S,
                                 S, 0, S | T, S | T, S | T, K, T, P, H | P};

/* none ㄱ ㄲ ㄳ ㄴ ㄵ ㄶ ㄷ ㄹ ㄺ ㄻ ㄼ ㄽ ㄾ ㄿ ㅀ ㅁ ㅂ ㅄ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ */
static const unsigned finals[] = {0, K, K, K, N, N,     N,     T, L,     N,     L, L, L, L,
                                  L, L, M, P, P, S | T, S | T, N, S | T, S | T, K, T, P, H};

static unsigned latin_sound(char c)
{
    switch (c) {
    case 'b':
    case 'f':
    case 'p':
    case 'v': return P;
    case 'c':
    case 'g':
    case 'x': return K | S;
    case 'k':
    case 'q': return K;
    case 'd': return T;
    case 't': return T | S;
    case 'j':
    case 's':
    case 'z': return S;
    case 'l':
    case 'r': return L;
    case 'm': return M;
    case 'n': return N;
    default: return 0;
    }
}

static void put(sounds *s, unsigned sound)
{
    if (!sound) return;
    if (s->n == CONSONANTS_MAX)
        s->full = true;
    else
        s->items[s->n++] = sound;
}

static void put_latin(sounds *s, char c, char before)
{
    unsigned sound = latin_sound(c);
    bool first = !s->first;
    if (first) s->first = c == 'h' || c == 'w' ? H | VOWEL : sound ? sound : VOWEL;
    if (c == 'h' && (first || before == 'w')) put(s, H);
    if (c == before) return;
    put(s, sound);
}

static sounds read_sounds(gisa_str text)
{
    sounds s = {0};
    char before = 0;
    for (size_t at = 0; at < text.n;) {
        uint32_t cp;
        at += gisa_utf8_next(text, at, &cp);
        char c = cp < 0x80 ? gisa_lower((char)cp) : 0;
        if (gisa_is_hangul(cp)) {
            unsigned lead = leads[gisa_hangul_lead(cp)];
            if (!s.first) s.first = lead ? lead : VOWEL;
            if (!(lead == L && s.n && s.items[s.n - 1] == L)) put(&s, lead); /* ㄹㄹ is one l */
            put(&s, finals[gisa_hangul_final(cp)]);
        } else if (gisa_is_alpha(c)) {
            put_latin(&s, c, before);
        } else if (gisa_is_digit(c)) {
            s.digits = s.digits * 11 + (uint64_t)(c - '0') + 1;
        } else if (cp >= 0xC0 && !s.first) {
            s.first = VOWEL;
        }
        before = c;
    }
    return s;
}

static size_t common(const sounds *a, const sounds *b)
{
    size_t row[CONSONANTS_MAX + 1] = {0};
    for (size_t i = 0; i < a->n; i++) {
        size_t corner = 0;
        for (size_t k = 0; k < b->n; k++) {
            size_t above = row[k + 1];
            if (a->items[i] & b->items[k])
                row[k + 1] = corner + 1;
            else if (row[k] > above)
                row[k + 1] = row[k];
            corner = above;
        }
    }
    return row[b->n];
}

bool gisa_sounds_alike(gisa_str hangul, gisa_str latin)
{
    const sounds a = read_sounds(hangul), b = read_sounds(latin);
    if (a.full || b.full || !(a.first & b.first) || a.digits != b.digits) return false;
    size_t n = common(&a, &b);
    if (!a.n) return b.n == 0;
    return n * 100 >= a.n * OF_HANGUL && n * 100 >= b.n * OF_LATIN;
}

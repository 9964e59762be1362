/* Templates follow the prototype's: character n-grams of two to five that touch the syllable,
 * classes, the final consonant, the place in the eojeol, its rest, its neighbours' edges, and the
 * longest words that begin, end or run over here. */
#include "nlp/tagger/feature.h"

#include "base/hangul.h"

#define M1 0x9FB21C651E98DF25u
#define M2 0xC2B2AE3D27D4EB4Fu

static uint64_t mix(uint64_t v)
{
    v *= M2;
    return v ^ (v >> 31);
}

static uint64_t join(uint64_t a, uint64_t b)
{
    return mix(a * M1 + b);
}

static inline uint64_t feature(unsigned template, uint64_t v)
{
    v = (v + template * 0xA24BAED4963EE407u) * M1;
    return v ^ (v >> 29);
}

/* Digits, letters of a case and Hanja count as one character each. */
static uint64_t code_of(uint32_t cp, gisa_char_class c)
{
    switch (c) {
    case GISA_CHAR_DIGIT: cp = '0'; break;
    case GISA_CHAR_UPPER: cp = 'A'; break;
    case GISA_CHAR_LOWER: cp = 'a'; break;
    case GISA_CHAR_HANJA: cp = 0x4E00; break;
    default: break;
    }
    return mix(cp + 0x51ED27u);
}

void gisa_tagger_line_words(gisa_tagger_line *l, uint32_t from, gisa_wordset words, uint64_t hide)
{
    uint32_t end = l->word_to[from], n = end - from;
    memset(l->starts[from], 0, n * sizeof *l->starts);
    memset(l->ends[from], 0, n * sizeof *l->ends);
    memset(l->runs[from], 0, n * sizeof *l->runs);
    for (uint32_t i = from; i < end; i++) {
        uint64_t hash = GISA_WORD_SEED;
        for (uint32_t to = i; to < end && to - i < 12; to++) {
            hash = gisa_word_roll(hash, l->cp[to]);
            unsigned found = gisa_wordset_find(words, hash);
            if (hide && (found & (GISA_WORD_NOUN | GISA_WORD_NAME)) && mix(hash ^ hide) % 10 == 0)
                found &= ~(unsigned)(GISA_WORD_NOUN | GISA_WORD_NAME);
            uint8_t length = (uint8_t)(to - i + 1);
            for (unsigned left = found & GISA_WORD_ALL; left; left &= left - 1) {
                unsigned c = (unsigned)__builtin_ctz(left);
                l->starts[i][c] = length;
                if (l->ends[to][c] < length) l->ends[to][c] = length;
                for (uint32_t k = i + 1; k < to; k++)
                    if (l->runs[k][c] < to - k) l->runs[k][c] = (uint8_t)(to - k);
            }
            if (!(found & GISA_WORD_LONGER)) break;
        }
    }
}

static uint32_t set_wide(gisa_tagger_line *l, const uint8_t *begins)
{
    uint64_t pad = mix(1), space = mix(2);
    uint32_t w = 0;
    while (w < GISA_TAGGER_LINE_PAD) l->code[w] = pad, l->kind[w++] = GISA_CHAR_SPACE;
    for (uint32_t i = 0; i < l->n; i++) {
        if (begins[i] && i > 0) l->code[w] = space, l->kind[w++] = GISA_CHAR_SPACE;
        gisa_char_class c = gisa_char_class_of(l->cp[i]);
        l->wide[i] = (uint16_t)w;
        l->code[w] = code_of(l->cp[i], c);
        l->kind[w++] = (uint8_t)c;
    }
    uint32_t n = w;
    while (w < n + GISA_TAGGER_LINE_PAD) l->code[w] = pad, l->kind[w++] = GISA_CHAR_SPACE;
    for (uint32_t i = 0; i < n; i++) {
        l->grams[i][0] = join(l->code[i], l->code[i + 1]);
        l->grams[i][1] = join(l->grams[i][0], l->code[i + 2]);
    }
    return n;
}

static uint32_t set_all_but_words(gisa_tagger_line *l, const uint32_t *cp, const uint8_t *begins,
                                  uint32_t n)
{
    l->n = n;
    memcpy(l->cp, cp, n * sizeof *cp);
    uint32_t n_wide = set_wide(l, begins);
    for (uint32_t i = 0; i < n; i++) {
        bool first = i == 0 || begins[i];
        l->word_from[i] = first ? (uint16_t)i : l->word_from[i - 1];
        l->head[i] = join(first ? 7 : l->head[i - 1], l->code[l->wide[i]]);
    }
    for (uint32_t i = n; i-- > 0;) {
        bool last = i + 1 == n || begins[i + 1];
        l->word_to[i] = last ? (uint16_t)(i + 1) : l->word_to[i + 1];
        l->tail[i] = join(last ? 11 : l->tail[i + 1], l->code[l->wide[i]]);
    }
    return n_wide;
}

void gisa_tagger_line_begin(gisa_tagger_line *l, const uint32_t *cp, const uint8_t *begins,
                            uint32_t n)
{
    set_all_but_words(l, cp, begins, n);
}

void gisa_tagger_line_set(gisa_tagger_line *l, const uint32_t *cp, const uint8_t *begins,
                          uint32_t n, gisa_wordset words, uint64_t hide)
{
    uint32_t n_wide = set_all_but_words(l, cp, begins, n);
    for (uint32_t i = 0; i < n_wide; i++) {
        l->grams[i][2] = join(l->grams[i][1], l->code[i + 3]);
        l->grams[i][3] = join(l->grams[i][2], l->code[i + 4]);
    }
    for (uint32_t i = 0; i < n; i = l->word_to[i]) gisa_tagger_line_words(l, i, words, hide);
}

/* The rest of the eojeol from syllable `at` on; 13 when nothing is left. */
static uint64_t rest(const gisa_tagger_line *l, uint32_t at, uint32_t end)
{
    return at < end ? l->tail[at] : 13;
}

static uint64_t packed(const uint8_t *v)
{
    uint64_t all = 0;
    for (unsigned c = 0; c < GISA_WORD_CLASSES; c++) all = all * 6 + (v[c] > 5 ? 5 : v[c]);
    return all;
}

/* Where a syllable is: from either end of its eojeol, capped. */
typedef struct place {
    uint32_t left, right;
} place;

static place place_of(const gisa_tagger_line *l, uint32_t i)
{
    uint32_t left = i - l->word_from[i], right = l->word_to[i] - 1u - i;
    return (place){left < 4 ? left : 4, right < 4 ? right : 4};
}

static unsigned words_here(const gisa_tagger_line *l, uint32_t i, uint64_t *out)
{
    const uint8_t *s = l->starts[i], *e = l->ends[i], *r = l->runs[i];
    uint64_t here = l->code[l->wide[i]], ps = packed(s), pe = packed(e), pr = packed(r);
    unsigned n = 0;
    for (unsigned c = 0; c < GISA_WORD_CLASSES; c++) {
        if (!(s[c] | e[c] | r[c])) continue;
        uint64_t v = (uint64_t)s[c] << 16 | (uint64_t)e[c] << 8 | r[c];
        out[n++] = feature(60 + c, v + 1);
    }
    out[n++] = feature(66, ps);
    out[n++] = feature(67, pe);
    out[n++] = feature(68, pr << 1 | (i == l->word_from[i]));
    out[n++] = feature(69, ps * 46656 + pe);
    out[n++] = feature(70, join(here, ps));
    out[n++] = feature(71, join(here, pe));
    return n;
}

static unsigned left_here(const gisa_tagger_line *l, uint32_t i, uint64_t *out)
{
    uint32_t w = l->wide[i], before = i > l->word_from[i] ? l->cp[i - 1] : 0;
    uint32_t final = gisa_is_hangul(before) ? gisa_hangul_final(before) : 40;
    const uint64_t *code = l->code + w;
    unsigned n = 0;
    out[n++] = feature(0, code[-2]);
    out[n++] = feature(1, code[-1]);
    out[n++] = feature(6, l->grams[w - 1][0]);
    out[n++] = feature(12, l->grams[w - 2][1]);
    out[n++] = feature(32, join(code[0], final));
    return n;
}

static unsigned right_here(const gisa_tagger_line *l, uint32_t i, uint64_t *out)
{
    uint32_t w = l->wide[i], cp = l->cp[i];
    uint32_t rhyme = gisa_is_hangul(cp) ? gisa_hangul_rhyme(cp) : 600;
    const uint64_t *code = l->code + w;
    unsigned n = 0;
    out[n++] = feature(3, code[1]);
    out[n++] = feature(4, code[2]);
    out[n++] = feature(5, l->grams[w][0]);
    out[n++] = feature(10, l->grams[w][1]);
    out[n++] = feature(29, rhyme % GISA_HANGUL_FINALS + (rhyme == 600 ? 40 : 0));
    out[n++] = feature(30, rhyme);
    out[n++] = feature(31, join(code[1], rhyme % GISA_HANGUL_FINALS));
    return n;
}

/* The classes of two characters before to two after. */
static uint64_t kinds_of(const uint8_t *kind)
{
    uint64_t near = (uint64_t)kind[-1] << 16 | (uint64_t)kind[0] << 8 | kind[1];
    return near << 16 | (uint64_t)kind[-2] << 8 | kind[2];
}

static unsigned kinds_here(const gisa_tagger_line *l, uint32_t i, uint64_t *out)
{
    const uint8_t *kind = l->kind + l->wide[i];
    uint64_t here = l->code[l->wide[i]], kinds = kinds_of(kind);
    place at = place_of(l, i);
    out[0] = feature(2, here);
    out[1] = feature(26, kinds >> 16);
    out[2] = feature(27, kinds);
    out[3] = feature(28, join(here, (uint64_t)kind[-1] << 8 | kind[1]));
    out[4] = feature(33, at.left * 5 + at.right);
    out[5] = feature(34, join(here, at.left));
    out[6] = feature(35, join(here, at.right));
    return 7;
}

/* The first GISA_WORD_CLASSES bytes. */
static uint64_t bytes_of(const uint8_t *v)
{
    uint64_t all = 0;
    for (unsigned c = 0; c < GISA_WORD_CLASSES; c++) all = all << 8 | v[c];
    return all;
}

uint64_t gisa_feature_key(const gisa_tagger_line *l, uint32_t i, gisa_feature_group group)
{
    uint32_t w = l->wide[i];
    place at = place_of(l, i);
    uint64_t key = 0;
    switch (group) {
    case GISA_GROUP_LEFT: key = l->grams[w - 2][1]; break;
    case GISA_GROUP_RIGHT: key = l->grams[w][1]; break;
    case GISA_GROUP_KINDS:
        key = join(l->code[w], kinds_of(l->kind + w) << 8 | at.left << 4 | at.right);
        break;
    case GISA_GROUP_WORDS:
        key = join(l->code[w], bytes_of(l->starts[i]) << 1 | (at.left == 0));
        key = join(join(key, bytes_of(l->ends[i])), bytes_of(l->runs[i]));
        break;
    default: break;
    }
    return join(key, 200u + group);
}

unsigned gisa_feature_group_put(const gisa_tagger_line *l, uint32_t i, gisa_feature_group group,
                                uint64_t out[GISA_GROUP_MAX])
{
    switch (group) {
    case GISA_GROUP_LEFT: return left_here(l, i, out);
    case GISA_GROUP_RIGHT: return right_here(l, i, out);
    case GISA_GROUP_KINDS: return kinds_here(l, i, out);
    case GISA_GROUP_WORDS: return words_here(l, i, out);
    default: return 0;
    }
}

/* Strings that reach beyond the syllables next to this one. */
static unsigned long_here(const gisa_tagger_line *l, uint32_t i, uint64_t *out)
{
    uint32_t from = l->word_from[i], to = l->word_to[i], w = l->wide[i];
    place at = place_of(l, i);
    uint64_t here = l->code[w], after = rest(l, i + 1, to);
    const uint64_t *first = l->code + l->wide[from], *last = l->code + l->wide[to - 1];
    uint64_t edge_before = join(first[-2], from > 1 ? first[-3] : 0);
    uint64_t edge_after = join(last[2], last[3]);
    uint64_t whole_before = from > 0 ? l->tail[l->word_from[from - 1]] : 17;
    uint64_t whole_after = to < l->n ? l->tail[to] : 19;
    unsigned n = 0;
    for (unsigned k = 2; k < 4; k++)
        for (unsigned d = 0; d <= k + 1; d++) out[n++] = feature(5 + k * 5 + d, l->grams[w - d][k]);
    out[n++] = feature(43, join(l->tail[from], at.left));
    out[n++] = feature(44, join(edge_before, after));
    out[n++] = feature(45, join(edge_after, after));
    out[n++] = feature(46, join(whole_after, join(after, here)));
    out[n++] = feature(47, join(whole_before, join(here, at.left * 5 + at.right)));
    return n;
}

unsigned gisa_feature_rest(const gisa_tagger_line *l, uint32_t i, bool all, uint64_t *out)
{
    uint32_t from = l->word_from[i], to = l->word_to[i], w = l->wide[i];
    place p = place_of(l, i);
    uint64_t at = p.left * 5 + p.right, here = l->code[w], after = rest(l, i + 1, to);
    const uint8_t *s = l->starts[i], *e = l->ends[i], *r = l->runs[i];
    const uint64_t *first = l->code + l->wide[from], *last = l->code + l->wide[to - 1];
    uint64_t edge_before = join(first[-2], from > 1 ? first[-3] : 0);
    uint64_t edge_after = join(last[2], last[3]);
    unsigned n = 0;
    out[n++] = feature(11, l->grams[w - 1][1]);
    out[n++] = feature(36, l->head[i]);
    out[n++] = feature(37, l->tail[i]);
    out[n++] = feature(38, join(after, l->code[w - 1]));
    out[n++] = feature(39, join(edge_before, here));
    out[n++] = feature(40, join(edge_after, here));
    out[n++] = feature(41, join(edge_before, at));
    out[n++] = feature(42, join(edge_after, at));
    for (unsigned c = 0; c < 3; c++) {
        if (s[c]) out[n++] = feature(72 + c, rest(l, i + s[c], to) + (s[c] == 1));
        if (r[c]) out[n++] = feature(75 + c, rest(l, i + r[c] + 1, to));
        if (e[c]) out[n++] = feature(78 + c, rest(l, i + 1, to) + (e[c] == 1));
    }
    return all ? n + long_here(l, i, out + n) : n;
}

unsigned gisa_feature_local(const gisa_tagger_line *l, uint32_t i, bool all,
                            uint64_t out[GISA_LOCAL_MAX])
{
    unsigned n = left_here(l, i, out);
    n += right_here(l, i, out + n);
    n += kinds_here(l, i, out + n);
    n += gisa_feature_rest(l, i, all, out + n);
    return n + words_here(l, i, out + n);
}

unsigned gisa_feature_state(const gisa_tagger_line *l, uint32_t i, const gisa_state *s,
                            uint64_t out[GISA_STATE_MAX])
{
    const uint64_t *code = l->code + l->wide[i];
    uint64_t begins = l->word_from[i] == i;
    out[0] = feature(90, (uint64_t)s->label1 << 1 | begins);
    out[1] = feature(91, (uint64_t)s->label2 << 16 | s->label1);
    out[2] = feature(92, join(code[0], s->label1));
    out[3] = feature(93, join(code[1], s->label1));
    out[4] = feature(94, (uint64_t)s->tag1 << 9 | (uint64_t)s->tag << 1 | begins);
    out[5] = feature(95, s->form + s->tag * 2u + begins);
    out[6] = feature(96, join(code[0], (uint64_t)s->tag << 8 | s->length));
    return 7;
}

unsigned gisa_feature_close(const gisa_state *s, gisa_wordset words, uint64_t out[GISA_CLOSE_MAX],
                            unsigned *n_next)
{
    unsigned classes = gisa_wordset_find(words, s->form);
    uint64_t form = s->form + s->tag;
    out[0] = feature(100, form);
    out[1] = feature(101, (uint64_t)s->tag << 8 | s->length);
    out[2] = feature(102, (uint64_t)s->tag1 << 8 | s->tag);
    *n_next = 3;
    out[3] = feature(103, form);
    out[4] = feature(104, join(form, s->tag1));
    out[5] = feature(106,
                     (uint64_t)(classes & GISA_WORD_ALL) << 16 | (uint64_t)s->tag << 8 | s->length);
    return 6 + gisa_feature_close_far(s, out + 6);
}

unsigned gisa_feature_close_far(const gisa_state *s, uint64_t *out)
{
    out[0] = feature(105, join(s->form + s->tag, s->form1));
    out[1] = feature(107, (uint64_t)s->tag2 << 16 | (uint64_t)s->tag1 << 8 | s->tag);
    return GISA_CLOSE_FAR;
}

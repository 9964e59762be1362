#include "nlp/section/section_feature.h"

#include "base/letter.h"
#include "base/utf8.h"

enum {
    LONGEST = 4,
    EDGE = ' ',
    FIRST = 1, /* seeds, apart from each other … */
    LAST = 2,
    RUN = 3, /* … and from the runs' */
};

static uint64_t mix(uint64_t h, uint32_t cp)
{
    h = (h ^ cp) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 29;
}

static uint32_t bucket(uint64_t h)
{
    return (uint32_t)(h * 0xBF58476D1CE4E5B9u >> (64 - GISA_SECTION_BITS));
}

/* The runs of a word w of n characters, its edges among them; an edge alone is none. */
static unsigned add_runs(const uint32_t *w, unsigned n, uint32_t *out)
{
    unsigned added = 0;
    for (unsigned from = 0; from < n; from++) {
        uint64_t h = RUN;
        for (unsigned i = from; i < n && i < from + LONGEST; i++) {
            h = mix(h, w[i]);
            if (i > from || w[i] != EDGE) out[added++] = bucket(h);
        }
    }
    return added;
}

static uint32_t pair(uint32_t seed, const uint32_t *two)
{
    return bucket(mix(mix(seed, two[0]), two[1]));
}

unsigned gisa_section_features(gisa_str title, uint32_t out[GISA_SECTION_FEATURES_MAX])
{
    uint32_t word[GISA_SECTION_CHARS + 2] = {EDGE};
    uint32_t last[2] = {0};
    unsigned n = 1, words = 0, features = 0, seen = 0;
    for (size_t at = 0; at <= title.n; seen++) {
        uint32_t cp = 0;
        if (at < title.n && seen < GISA_SECTION_CHARS) {
            at += gisa_utf8_next(title, at, &cp);
            uint32_t letter = gisa_letter_fold(cp);
            cp = letter ? letter : gisa_is_white(cp) ? 0 : cp;
            if (cp >= '0' && cp <= '9') cp = '0';
        } else {
            at = title.n + 1;
        }
        if (cp) {
            word[n++] = cp;
            continue;
        }
        if (n == 1) continue;
        word[n] = EDGE;
        features += add_runs(word, n + 1, out + features);
        if (!words++) out[features++] = pair(FIRST, word + 1);
        last[0] = word[n - 2];
        last[1] = word[n - 1];
        n = 1;
    }
    if (words) out[features++] = pair(LAST, last);
    return features;
}

/* The eojeol is cut into runs of one script. A Hangul run that ends the word part loses the longest
 * josa that agrees with the final consonant before it; failing that, a predicate's ending. */
#include "nlp/rules.h"

typedef enum agree { ANY, AFTER_FINAL, AFTER_VOWEL, AFTER_VOWEL_OR_L } agree;

typedef struct ending {
    const char *text;
    gisa_tag tag;
    agree want;
} ending;

/* Longest first. */
static const ending josa[] = {
    {"에서부터", GISA_TAG_JKB, ANY},
    {"으로부터", GISA_TAG_JKB, AFTER_FINAL},
    {"이라고는", GISA_TAG_JX, AFTER_FINAL},
    {"에서는", GISA_TAG_JKB, ANY},
    {"에서도", GISA_TAG_JKB, ANY},
    {"에게서", GISA_TAG_JKB, ANY},
    {"으로서", GISA_TAG_JKB, AFTER_FINAL},
    {"으로써", GISA_TAG_JKB, AFTER_FINAL},
    {"으로는", GISA_TAG_JKB, AFTER_FINAL},
    {"으로도", GISA_TAG_JKB, AFTER_FINAL},
    {"이라는", GISA_TAG_VCP, AFTER_FINAL},
    {"이라고", GISA_TAG_JKQ, AFTER_FINAL},
    {"까지도", GISA_TAG_JX, ANY},
    {"로부터", GISA_TAG_JKB, AFTER_VOWEL_OR_L},
    {"에서", GISA_TAG_JKB, ANY},
    {"에게", GISA_TAG_JKB, ANY},
    {"으로", GISA_TAG_JKB, AFTER_FINAL},
    {"로서", GISA_TAG_JKB, AFTER_VOWEL_OR_L},
    {"로써", GISA_TAG_JKB, AFTER_VOWEL_OR_L},
    {"로는", GISA_TAG_JKB, AFTER_VOWEL_OR_L},
    {"라는", GISA_TAG_VCP, AFTER_VOWEL},
    {"라고", GISA_TAG_JKQ, AFTER_VOWEL},
    {"이나", GISA_TAG_JC, AFTER_FINAL},
    {"이란", GISA_TAG_JX, AFTER_FINAL},
    {"에는", GISA_TAG_JKB, ANY},
    {"에도", GISA_TAG_JKB, ANY},
    {"까지", GISA_TAG_JX, ANY},
    {"부터", GISA_TAG_JX, ANY},
    {"보다", GISA_TAG_JKB, ANY},
    {"처럼", GISA_TAG_JKB, ANY},
    {"만큼", GISA_TAG_JKB, ANY},
    {"조차", GISA_TAG_JX, ANY},
    {"마다", GISA_TAG_JX, ANY},
    {"이다", GISA_TAG_VCP, AFTER_FINAL},
    {"과의", GISA_TAG_JC, AFTER_FINAL},
    {"와의", GISA_TAG_JC, AFTER_VOWEL},
    {"은", GISA_TAG_JX, AFTER_FINAL},
    {"는", GISA_TAG_JX, AFTER_VOWEL},
    {"이", GISA_TAG_JKS, AFTER_FINAL},
    {"가", GISA_TAG_JKS, AFTER_VOWEL},
    {"을", GISA_TAG_JKO, AFTER_FINAL},
    {"를", GISA_TAG_JKO, AFTER_VOWEL},
    {"과", GISA_TAG_JC, AFTER_FINAL},
    {"와", GISA_TAG_JC, AFTER_VOWEL},
    {"로", GISA_TAG_JKB, AFTER_VOWEL_OR_L},
    {"의", GISA_TAG_JKG, ANY},
    {"에", GISA_TAG_JKB, ANY},
    {"도", GISA_TAG_JX, ANY},
    {"만", GISA_TAG_JX, ANY},
};

/* Endings of 하다 and 되다 behind a noun, then endings of any stem. */
static const ending light[] = {
    {"했습니다", GISA_TAG_XSV, ANY}, {"됐습니다", GISA_TAG_XSV, ANY}, {"합니다", GISA_TAG_XSV, ANY},
    {"됩니다", GISA_TAG_XSV, ANY},   {"하면서", GISA_TAG_XSV, ANY},   {"했다고", GISA_TAG_XSV, ANY},
    {"한다고", GISA_TAG_XSV, ANY},   {"하기로", GISA_TAG_XSV, ANY},   {"하도록", GISA_TAG_XSV, ANY},
    {"했다", GISA_TAG_XSV, ANY},     {"됐다", GISA_TAG_XSV, ANY},     {"한다", GISA_TAG_XSV, ANY},
    {"된다", GISA_TAG_XSV, ANY},     {"하는", GISA_TAG_XSV, ANY},     {"되는", GISA_TAG_XSV, ANY},
    {"하고", GISA_TAG_XSV, ANY},     {"하며", GISA_TAG_XSV, ANY},     {"하지", GISA_TAG_XSV, ANY},
    {"하기", GISA_TAG_XSV, ANY},     {"하게", GISA_TAG_XSV, ANY},     {"하면", GISA_TAG_XSV, ANY},
    {"되고", GISA_TAG_XSV, ANY},     {"되며", GISA_TAG_XSV, ANY},     {"해서", GISA_TAG_XSV, ANY},
    {"하여", GISA_TAG_XSV, ANY},     {"되어", GISA_TAG_XSV, ANY},     {"하려", GISA_TAG_XSV, ANY},
    {"한", GISA_TAG_XSV, ANY},       {"할", GISA_TAG_XSV, ANY},       {"해", GISA_TAG_XSV, ANY},
    {"된", GISA_TAG_XSV, ANY},       {"될", GISA_TAG_XSV, ANY},       {"돼", GISA_TAG_XSV, ANY},
};

static const ending eomi[] = {
    {"습니다", GISA_TAG_EF, AFTER_FINAL},
    {"었다", GISA_TAG_EF, ANY},
    {"았다", GISA_TAG_EF, ANY},
    {"는다", GISA_TAG_EF, AFTER_FINAL},
    {"지만", GISA_TAG_EC, ANY},
    {"면서", GISA_TAG_EC, ANY},
    {"으로", GISA_TAG_EC, AFTER_FINAL},
    {"어서", GISA_TAG_EC, ANY},
    {"아서", GISA_TAG_EC, ANY},
    {"도록", GISA_TAG_EC, ANY},
    {"으며", GISA_TAG_EC, AFTER_FINAL},
    {"다고", GISA_TAG_EC, ANY},
    {"다는", GISA_TAG_ETM, ANY},
    {"다", GISA_TAG_EF, ANY},
    {"고", GISA_TAG_EC, ANY},
    {"며", GISA_TAG_EC, AFTER_VOWEL_OR_L},
    {"던", GISA_TAG_ETM, ANY},
    {"자", GISA_TAG_EC, ANY},
    {"지", GISA_TAG_EC, ANY},
    {"게", GISA_TAG_EC, ANY},
};

static bool agrees(agree want, uint32_t before)
{
    uint32_t final = gisa_is_hangul(before) ? (before - 0xAC00) % 28 : 0;
    if (!gisa_is_hangul(before) || want == ANY) return true; /* 3가, AI는: read aloud, unknown */
    if (want == AFTER_FINAL) return final != 0;
    return final == 0 || (want == AFTER_VOWEL_OR_L && final == 8);
}

/* How many code points of [from, to) the ending covers at its end, leaving at least `least` of
 * the word; 0: it does not stand there. Endings are Hangul of at most eight syllables, three bytes
 * each: this loop runs for every word and every ending. */
static uint32_t matches(const gisa_text *t, uint32_t from, uint32_t to, const ending *e,
                        uint32_t least)
{
    uint32_t cps[8], n = 0;
    for (const char *p = e->text; *p && n < 8; p += 3)
        cps[n++] = ((uint32_t)p[0] & 0xF) << 12 | ((uint32_t)p[1] & 0x3F) << 6 |
                   ((uint32_t)p[2] & 0x3F);
    if (to - from < n + least) return 0;
    for (uint32_t i = 0; i < n; i++)
        if (t->cp[to - 1 - i] != cps[n - 1 - i]) return 0;
    return to - n == 0 || agrees(e->want, t->cp[to - n - 1]) ? n : 0;
}

static const ending *find(const gisa_text *t, gisa_range word, const ending *list, size_t n_list,
                          uint32_t least, uint32_t *n)
{
    for (size_t i = 0; i < n_list; i++)
        if ((*n = matches(t, word.from, word.to, &list[i], least)) > 0) return &list[i];
    return NULL;
}

gisa_tag gisa_rules_symbol(uint32_t cp)
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

static bool is_wordy(const gisa_text *t, uint32_t at, gisa_range word)
{
    gisa_tag tag = gisa_rules_symbol(t->cp[at]);
    if (tag == GISA_TAG_COUNT || tag == GISA_TAG_SL || tag == GISA_TAG_SH || tag == GISA_TAG_SN)
        return true;
    /* a mark inside a name or number: GPT-4o, R&D, 3.5, 1,000 */
    if (at == word.from || at + 1 >= word.to) return false;
    uint32_t cp = t->cp[at];
    gisa_tag left = gisa_rules_symbol(t->cp[at - 1]), right = gisa_rules_symbol(t->cp[at + 1]);
    if (cp == '.' || cp == ',') return left == GISA_TAG_SN && right == GISA_TAG_SN;
    return (cp == '-' || cp == '&' || cp == '+') &&
           (left == GISA_TAG_SL || left == GISA_TAG_SN || left == GISA_TAG_COUNT) &&
           (right == GISA_TAG_SL || right == GISA_TAG_SN || right == GISA_TAG_COUNT);
}

static gisa_tag tag_of(const gisa_text *t, gisa_range r)
{
    gisa_tag first = gisa_rules_symbol(t->cp[r.from]);
    for (uint32_t i = r.from + 1; i < r.to; i++)
        if (gisa_rules_symbol(t->cp[i]) != first && !(first == GISA_TAG_SN && t->cp[i] < 0x30))
            return GISA_TAG_NNP; /* a mixed name */
    return first == GISA_TAG_COUNT ? GISA_TAG_NNG : first;
}

static gisa_status put(const gisa_text *t, gisa_tag tag, uint32_t from, uint32_t to,
                       gisa_pieces *out, gisa_error *err)
{
    if (from >= to) return GISA_OK;
    return gisa_pieces_put(out, tag, (gisa_range){from, to}, t->cp + from, to - from, err);
}

/* One run of letters, numbers and Hangul. */
static gisa_status run_word(const gisa_text *t, gisa_range word, gisa_pieces *out, gisa_error *err)
{
    gisa_status st;
    uint32_t n = 0;
    const ending *e = find(t, word, light, sizeof light / sizeof *light, 2, &n);
    if (!e)
        e = find(t, word, josa, sizeof josa / sizeof *josa, word.to - word.from > 2 ? 1 : 1, &n);
    gisa_tag tag = e || word.to - word.from < 2 ? tag_of(t, word) : GISA_TAG_COUNT;
    if (!e) {
        e = find(t, word, eomi, sizeof eomi / sizeof *eomi, 1, &n);
        tag = e ? GISA_TAG_VV : tag_of(t, word);
    } else {
        tag = tag_of(t, (gisa_range){word.from, word.to - n});
    }
    if (!e) n = 0;
    if ((st = put(t, tag, word.from, word.to - n, out, err)) < 0) return st;
    return e ? put(t, e->tag, word.to - n, word.to, out, err) : GISA_OK;
}

gisa_status gisa_rules_run(const gisa_text *t, gisa_range eojeol, gisa_pieces *out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (uint32_t i = eojeol.from; i < eojeol.to && st >= 0;) {
        uint32_t to = i;
        while (to < eojeol.to && is_wordy(t, to, (gisa_range){i, eojeol.to})) to++;
        if (to > i) {
            st = run_word(t, (gisa_range){i, to}, out, err);
            i = to;
            continue;
        }
        while (to < eojeol.to && t->cp[to] == t->cp[i]) to++;
        st = put(t, gisa_rules_symbol(t->cp[i]), i, to, out, err);
        i = to;
    }
    return st;
}

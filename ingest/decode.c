/* decode.h gives the order of decision. Labels are trusted last because Korean sites
 * changed to UTF-8 page by page and kept old labels, and the other way round. */
#include "ingest/decode.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "ingest/transcoder.h"
#include "ingest/twice_encoded.h"

enum { META_BYTES = 64 << 10, DETECT_BYTES = 64 << 10 };

/* Two-byte sequences up to which a page without longer ones may still be windows-949 by its label;
 * bad sequences in one of so many that leave UTF-8 what it is; bad pairs in one of so many that a
 * label of windows-949 covers; ICU's confidence that counts as an answer. */
enum { FEW_PAIRS = 3, UTF8_PER_BAD = 8, KOREAN_PER_BAD = 20, MIN_CONFIDENCE = 30 };

/* Control characters in more than one of so many are no text's: random bytes have them in ten. */
enum { CHARS_PER_CONTROL = 50 };

/* How many sequences of each kind the bytes hold when they are read as UTF-8. */
typedef struct shape {
    size_t two, longer, bad, controls;
    size_t zero[4]; /* NULs by their offset's remainder */
} shape;

/* Whether eight bytes are all printing ASCII. */
static bool plain_word(const char *p)
{
    uint64_t w;
    memcpy(&w, p, sizeof w);
    uint64_t low = (w - 0x2020202020202020u) & ~w;
    return ((w | low) & 0x8080808080808080u) == 0;
}

/* Whether eight bytes hold no control character, whatever else they are. */
static bool no_control(const char *p)
{
    uint64_t w;
    memcpy(&w, p, sizeof w);
    uint64_t low = (w - 0x2020202020202020u) & ~w, rubout = w ^ 0x7F7F7F7F7F7F7F7Fu;
    rubout = (rubout - 0x0101010101010101u) & ~rubout;
    return ((low | rubout) & 0x8080808080808080u) == 0;
}

static void count_control(shape *f, unsigned char c, size_t at)
{
    if (c >= 0x20 && c != 0x7F) return;
    if (c == '\t' || c == '\n' || c == '\r') return;
    f->controls++;
    if (c == 0) f->zero[at % 4]++;
}

static shape count_sequences(gisa_str s)
{
    shape f = {0};
    for (size_t i = 0; i < s.n;) {
        unsigned char c = (unsigned char)s.p[i];
        if (c < 0x80) {
            count_control(&f, c, i++);
            while (s.n - i >= 8 && plain_word(s.p + i)) i += 8;
            continue;
        }
        /* most letters of Korean pages: E1..EC and EE..EF take any two trailing bytes */
        if (c > 0xE0 && c < 0xF0 && c != 0xED && s.n - i > 2 && (s.p[i + 1] & 0xC0) == 0x80 &&
            (s.p[i + 2] & 0xC0) == 0x80) {
            f.longer++;
            i += 3;
            continue;
        }
        uint32_t cp;
        size_t k = gisa_utf8_next(s, i, &cp);
        if (cp == GISA_CP_BAD)
            f.bad++;
        else if (k == 2)
            f.two++;
        else
            f.longer++;
        f.controls += cp >= 0x80 && cp < 0xA0;
        i += k;
    }
    return f;
}

/* Whether pages mean windows-949 by the label; the converter is never ICU's own choice. */
static bool is_korean_name(gisa_str name)
{
    return gisa_wordlist_find_nocase(&gisa_list_korean_charsets, name) != NULL;
}

/* The word after the next "charset" (or "encoding") and its equals sign. */
static gisa_str label_in(gisa_str s, gisa_str key)
{
    size_t at = 0;
    while ((at = gisa_str_find_nocase(s, key, at)) != GISA_NPOS) {
        size_t i = at + key.n;
        at = i;
        while (i < s.n && gisa_is_space(s.p[i])) i++;
        if (i >= s.n || s.p[i] != '=') continue;
        i++;
        while (i < s.n && (gisa_is_space(s.p[i]) || s.p[i] == '"' || s.p[i] == '\'')) i++;
        size_t from = i;
        while (i < s.n && (gisa_is_digit(s.p[i]) || gisa_is_alpha(s.p[i]) || s.p[i] == '-' ||
                           s.p[i] == '_' || s.p[i] == ':' || s.p[i] == '.'))
            i++;
        if (i > from) return gisa_str_cut(s, from, i);
    }
    return GISA_NONE;
}

/* The charset of the first meta element that has one, or of the XML declaration. A script's
 * charset attribute is about the script and is ignored. */
static gisa_str meta_label(gisa_str bytes)
{
    gisa_str head = gisa_str_cut(bytes, 0, META_BYTES);
    gisa_str label = GISA_NONE;
    if (gisa_str_starts(head, GISA_STR("<?xml"))) {
        size_t end = gisa_str_find_byte(head, '>', 0);
        label = label_in(gisa_str_cut(head, 0, end), GISA_STR("encoding"));
    }
    size_t at = 0;
    while (!label.p && (at = gisa_str_find_nocase(head, GISA_STR("<meta"), at)) != GISA_NPOS) {
        size_t end = gisa_str_find_byte(head, '>', at);
        if (end == GISA_NPOS) end = head.n;
        label = label_in(gisa_str_cut(head, at, end), GISA_STR("charset"));
        at += 5;
    }
    return label;
}

/* Whether the bytes read as windows-949: no invalid pair, and most pairs among the 2,350 syllables
 * of KS X 1001, its signs and its Hanja rather than in the rare extension. */
static bool reads_as_korean(gisa_str s, bool labelled)
{
    size_t common = 0, rare = 0, bad = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char lead = (unsigned char)s.p[i];
        if (lead < 0x80) continue;
        unsigned char trail = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
        bool ok = lead > 0x80 && lead < 0xFF &&
                  ((trail >= 'A' && trail <= 'Z') || (trail >= 'a' && trail <= 'z') ||
                   (trail >= 0x81 && trail <= 0xFE));
        if (!ok) {
            bad++;
            continue;
        }
        if (lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1)
            common += 2;
        else if (lead >= 0xA1 && trail >= 0xA1)
            common += 1;
        else
            rare += 2;
        i++;
    }
    size_t slack = labelled ? (common + rare) / KOREAN_PER_BAD : 0;
    return common > rare && bad <= slack;
}

static bool add_without_controls(gisa_str s, gisa_buf *out)
{
    size_t from = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        size_t drop = 0;
        if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') drop = 1;
        if (c == 0x7F) drop = 1;
        if (c == 0xC2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xA0) drop = 2;
        if (!drop) continue;
        gisa_buf_add(out, gisa_str_cut(s, from, i));
        from = i + drop;
        i += drop - 1;
    }
    gisa_buf_add(out, gisa_str_cut(s, from, s.n));
    return gisa_buf_status(out) >= 0;
}

static void copy_utf8(gisa_str s, const shape *f, gisa_buf *out, gisa_decoded *info)
{
    size_t bad;
    if (!f->bad && !f->controls) {
        gisa_buf_add(out, s);
        return;
    }
    while ((bad = gisa_utf8_bad(s)) != GISA_NPOS) {
        uint32_t cp;
        if (!add_without_controls(gisa_str_cut(s, 0, bad), out)) return;
        gisa_buf_add_c(out, "\xEF\xBF\xBD");
        info->n_replaced++;
        s = gisa_str_cut(s, bad + gisa_utf8_next(s, bad, &cp), s.n);
    }
    add_without_controls(s, out);
}

/* Copies UTF-8 that was encoded once more than it should be. */
static gisa_status copy_once_encoded(gisa_str s, gisa_buf *out, gisa_decoded *info)
{
    gisa_buf once = gisa_buf_make(s.n);
    gisa_twice_encoded_undo(s, &once);
    shape f = count_sequences(gisa_buf_view(&once));
    if (gisa_buf_status(&once) >= 0) copy_utf8(gisa_buf_view(&once), &f, out, info);
    gisa_status st = gisa_buf_status(&once);
    gisa_buf_clear(&once);
    return st;
}

static gisa_status convert(gisa_str s, gisa_buf *out, gisa_decoded *info, gisa_error *err)
{
    gisa_transcoder *t;
    gisa_status st = gisa_transcoder_open(info->charset, &t, err);
    if (st < 0) return st;
    info->n_replaced += gisa_transcoder_put(t, s, true, out);
    gisa_transcoder_close(t);
    return GISA_OK;
}

/* What ICU's detector says of the text between the tags, false when it is not confident. */
static bool detect(gisa_str s, char name[32])
{
    UErrorCode e = U_ZERO_ERROR;
    UCharsetDetector *d = ucsdet_open(&e);
    gisa_str part = gisa_str_cut(s, 0, DETECT_BYTES);
    bool sure = false;
    if (U_FAILURE(e)) return false;
    ucsdet_enableInputFilter(d, 1);
    ucsdet_setText(d, part.p ? part.p : "", (int32_t)part.n, &e);
    const UCharsetMatch *m = ucsdet_detect(d, &e);
    if (U_SUCCESS(e) && m && ucsdet_getConfidence(m, &e) >= MIN_CONFIDENCE) {
        const char *found = ucsdet_getName(m, &e);
        sure = U_SUCCESS(e) && strlen(found) < 32 && strncmp(found, "UTF-", 4) != 0 &&
               strncmp(found, "IBM", 3) != 0;
        if (sure) memcpy(name, found, strlen(found) + 1);
    }
    ucsdet_close(d);
    return sure;
}

static void set_charset(gisa_decoded *info, const char *charset, gisa_charset_source source)
{
    size_t n = strlen(charset);
    if (n >= sizeof info->charset) n = sizeof info->charset - 1;
    memcpy(info->charset, charset, n);
    info->charset[n] = 0;
    info->source = source;
}

/* A mark, or the zero bytes that only UTF-16 and UTF-32 have: those of its ASCII are on one side,
 * those of a few syllables (U+B300 is 대) on the other. Returns the bytes of the mark. */
static size_t find_mark(gisa_str s, const shape *f, gisa_decoded *info)
{
    static const struct {
        const char *mark;
        size_t n;
        const char *charset;
    } marks[] = {{"\xEF\xBB\xBF", 3, "utf-8"},
                 {"\xFF\xFE\0\0", 4, "utf-32le"},
                 {"\0\0\xFE\xFF", 4, "utf-32be"},
                 {"\xFF\xFE", 2, "utf-16le"},
                 {"\xFE\xFF", 2, "utf-16be"}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (s.n < marks[i].n || memcmp(s.p, marks[i].mark, marks[i].n) != 0) continue;
        set_charset(info, marks[i].charset, GISA_CHARSET_MARK);
        return marks[i].n;
    }
    size_t even = f->zero[0] + f->zero[2], odd = f->zero[1] + f->zero[3];
    bool big = even > odd;
    size_t more = big ? even : odd, fewer = big ? odd : even;
    size_t quarter = s.n / 4 - s.n / 64; /* of UTF-32, a byte is always zero, and one nearly so */
    if (s.n >= 16 && f->zero[0] >= quarter && f->zero[1] >= quarter)
        set_charset(info, "utf-32be", GISA_CHARSET_MARK);
    else if (s.n >= 16 && f->zero[3] >= quarter && f->zero[2] >= quarter)
        set_charset(info, "utf-32le", GISA_CHARSET_MARK);
    else if (s.n >= 8 && more > s.n / 8 && more > f->longer && fewer < more / 8 + 1)
        set_charset(info, big ? "utf-16be" : "utf-16le", GISA_CHARSET_MARK);
    return 0;
}

/* A label in ICU's words, if ICU knows it and the bytes do not contradict it. */
static bool use_label(gisa_str label, gisa_str bytes, gisa_charset_source source,
                      gisa_decoded *info)
{
    char name[32];
    if (!label.n || label.n >= sizeof name) return false;
    if (is_korean_name(label)) {
        if (!reads_as_korean(bytes, true)) return false;
        set_charset(info, "windows-949", source);
        return true;
    }
    memcpy(name, label.p, label.n);
    name[label.n] = 0;
    for (size_t i = 0; i < label.n; i++) name[i] = gisa_lower(name[i]);
    if (strncmp(name, "utf", 3) == 0 || strncmp(name, "ucs", 3) == 0) return false;
    /* HTML reads these as their Windows supersets (WHATWG Encoding). */
    if (strcmp(name, "iso-8859-1") == 0 || strcmp(name, "us-ascii") == 0 ||
        strcmp(name, "latin1") == 0 || strcmp(name, "ascii") == 0)
        memcpy(name, "windows-1252", sizeof "windows-1252");
    UErrorCode e = U_ZERO_ERROR;
    UConverter *c = ucnv_open(name, &e);
    ucnv_close(c);
    if (U_FAILURE(e)) return false;
    set_charset(info, name, source);
    return true;
}

static void decide_charset(gisa_str s, const shape *f, gisa_str content_type, gisa_decoded *info)
{
    gisa_str header = label_in(content_type, GISA_STR("charset"));
    gisa_str meta = f->two + f->longer + f->bad ? meta_label(s) : GISA_NONE;
    bool says_korean = is_korean_name(header) || is_korean_name(meta);
    bool many_pairs = f->two > FEW_PAIRS || !f->two;
    if (!f->bad && (f->longer || many_pairs || !says_korean)) {
        set_charset(info, "utf-8", GISA_CHARSET_UTF8);
    } else if (f->bad && f->longer > UTF8_PER_BAD * f->bad) {
        set_charset(info, "utf-8", GISA_CHARSET_UTF8);
    } else if (!use_label(header, s, GISA_CHARSET_HEADER, info) &&
               !use_label(meta, s, GISA_CHARSET_META, info)) {
        char found[32];
        if (reads_as_korean(s, false))
            set_charset(info, "windows-949", GISA_CHARSET_SYLLABLES);
        else if (f->longer > f->bad)
            set_charset(info, "utf-8", GISA_CHARSET_UTF8);
        else if (detect(s, found))
            set_charset(info, is_korean_name(gisa_str_from(found)) ? "windows-949" : found,
                        GISA_CHARSET_DETECTOR);
        else
            set_charset(info, "windows-1252", GISA_CHARSET_DEFAULT);
    }
}

size_t gisa_decode_find_head(gisa_str head, gisa_decoded *info)
{
    shape f = count_sequences(head);
    *info = (gisa_decoded){0};
    size_t mark = find_mark(head, &f, info), n = head.n;
    if (info->charset[0]) return mark;
    while (n && !gisa_is_space(head.p[n - 1])) n--; /* which no pair of windows-949 ends with */
    if (n) head.n = n;
    f = count_sequences(head);
    decide_charset(head, &f, GISA_NONE, info);
    return 0;
}

bool gisa_decode_is_text(gisa_str head)
{
    gisa_decoded info = {0};
    shape f = count_sequences(head);
    size_t controls = 0;
    find_mark(head, &f, &info);
    if (strncmp(info.charset, "utf-16", 6) == 0 || strncmp(info.charset, "utf-32", 6) == 0)
        return true;
    for (size_t i = 0; i < head.n; i++) {
        while (head.n - i >= 8 && no_control(head.p + i)) i += 8;
        if (i == head.n) break;
        unsigned char c = (unsigned char)head.p[i];
        bool shift = c == 0x0E || c == 0x0F || c == 0x1B; /* ISO 2022 */
        controls += (c < '\b' || (c > '\r' && c < ' ') || c == 0x7F) && !shift;
    }
    return controls <= 1 + head.n / CHARS_PER_CONTROL;
}

gisa_status gisa_decode(gisa_str bytes, gisa_str content_type, gisa_buf *out, gisa_decoded *info,
                        gisa_error *err)
{
    gisa_decoded own;
    gisa_status st = GISA_OK;
    if (!info) info = &own;
    *info = (gisa_decoded){0};
    shape f = count_sequences(bytes);
    size_t mark = find_mark(bytes, &f, info);
    bytes = gisa_str_cut(bytes, mark, bytes.n);
    if (!info->charset[0]) decide_charset(bytes, &f, content_type, info);
    if (strcmp(info->charset, "utf-8") != 0)
        st = convert(bytes, out, info, err);
    else if (f.two && !f.bad && gisa_is_encoded_twice(bytes))
        st = copy_once_encoded(bytes, out, info);
    else
        copy_utf8(bytes, &f, out, info);
    if (st == GISA_ENOMEM) return gisa_fail_mem(err);
    return st < 0 ? st : gisa_buf_check(out, "the decoded page", err);
}

const char *gisa_charset_source_name(gisa_charset_source source)
{
    static const char *const names[] = {"",     "mark",      "utf-8",    "header",
                                        "meta", "syllables", "detector", "default"};
    return names[source];
}

#include "ingest/fields/credit_line.h"

#include "base/utf8.h"
#include "corpus/wordlist.h"

/* Bytes of a line of credits, and of a word that may be a label. */
enum { MAX_CREDITS = 160, MAX_LABEL = 24 };

typedef enum credit { NO_CREDIT, WRITER, OTHER } credit;

/* Bytes of blanks and marks that the text begins with; *sign: one of them is "=" or the like. */
static size_t skip_marks(gisa_str s, bool *sign)
{
    static const char *const signs[] = {"=", ":", "：", "|", "ㅣ", "｜", "_"};
    static const char *const marks[] = {" ", "(", "[",  "<", "·", "/",
                                        ",", "&", "【", "■", "▶", "ㆍ"};
    size_t i = 0;
    *sign = false;
    for (bool again = true; again;) {
        gisa_str rest = gisa_str_cut(s, i, s.n);
        again = false;
        for (size_t k = 0; k < sizeof signs / sizeof signs[0] && !again; k++)
            if (gisa_str_starts(rest, gisa_str_from(signs[k]))) {
                i += strlen(signs[k]);
                *sign = again = true;
            }
        for (size_t k = 0; k < sizeof marks / sizeof marks[0] && !again; k++)
            if (gisa_str_starts(rest, gisa_str_from(marks[k]))) {
                i += strlen(marks[k]);
                again = true;
            }
    }
    return i;
}

/* Bytes of the word that the text begins with, up to a blank or a mark. */
static size_t word_length(gisa_str s)
{
    bool sign;
    size_t i = 0;
    while (i < s.n && !skip_marks(gisa_str_cut(s, i, s.n), &sign) && !strchr(")]>", s.p[i])) {
        uint32_t cp;
        i += gisa_utf8_next(s, i, &cp);
    }
    return i;
}

static credit credit_of(gisa_str word)
{
    if (word.n > MAX_LABEL) return NO_CREDIT;
    const gisa_wordlist_item *item = gisa_wordlist_find_nocase(&gisa_list_credit_labels, word);
    return !item ? NO_CREDIT : gisa_str_is(item->value, "writer") ? WRITER : OTHER;
}

/* Takes the labels that the text begins with: "글·사진=", "Words by ". The writer's counts.
 * *signed_by: a sign follows them, so that they are no words of a sentence. */
static credit take_labels(gisa_str *s, bool *signed_by)
{
    credit found = NO_CREDIT;
    bool sign = *signed_by = false;
    while (!sign) {
        gisa_str rest = gisa_str_cut(*s, skip_marks(*s, &sign), s->n);
        size_t n = word_length(rest);
        credit one = credit_of(gisa_str_cut(rest, 0, n));
        if (!one) {
            if (found && gisa_str_eq_nocase(gisa_str_cut(rest, 0, n), GISA_STR("by")))
                rest = gisa_str_cut(rest, n, rest.n);
            if (found) *s = rest;
            break;
        }
        found = found == WRITER ? WRITER : one;
        *s = gisa_str_cut(rest, n, rest.n);
        size_t marks = skip_marks(*s, &sign);
        if (sign) *s = gisa_str_cut(*s, marks, s->n);
        *signed_by = sign;
    }
    return found;
}

/* Up to the next word that is a label. */
static gisa_str take_value(gisa_str *s)
{
    size_t i = 0;
    bool sign;
    while (i < s->n) {
        gisa_str rest = gisa_str_cut(*s, i, s->n);
        size_t marks = skip_marks(rest, &sign);
        rest = gisa_str_cut(rest, marks, rest.n);
        size_t n = word_length(rest);
        if (i && marks && credit_of(gisa_str_cut(rest, 0, n))) break;
        i += marks + (n ? n : rest.n ? 1 : 0);
    }
    gisa_str value = gisa_str_cut(*s, 0, i);
    *s = gisa_str_cut(*s, i, s->n);
    while (value.n && strchr(" /,|)]>&", value.p[value.n - 1])) value.n--;
    if (gisa_str_ends(value, GISA_STR("·"))) value.n -= 2;
    return gisa_str_trim(value);
}

/* Whether a name is one where no sign says so. */
static bool is_sure_name(gisa_str name)
{
    return !gisa_hangul_syllables(name) ||
           (gisa_is_surnamed(name, GISA_NONE) && gisa_hangul_syllables(name) > 2);
}

/* Whether a value without a sign before it is nothing but names, with roles or addresses: "공모전
 * 심사" is none. */
static bool is_plain(gisa_str value)
{
    gisa_str word;
    bool first = true;
    while (gisa_str_next_field(&value, ' ', &word)) {
        bool role = gisa_wordlist_suffix(&gisa_list_byline_roles, word) ||
                    gisa_wordlist_suffix(&gisa_list_writer_titles, word);
        bool korean = word.n && (unsigned char)word.p[0] >= 0xEA;
        if (!first && korean && !role && !is_sure_name(word)) return false;
        first = word.n && (word.p[word.n - 1] == ',' || gisa_str_ends(word, GISA_STR("·")));
    }
    return true;
}

static void add_sure(const gisa_byline_names *from, bool all, gisa_byline_names *out)
{
    for (size_t i = 0; i < from->n && out->n < GISA_BYLINE_NAMES_MAX; i++)
        if (all || is_sure_name(from->items[i].name)) out->items[out->n++] = from->items[i];
}

bool gisa_is_credit_line(gisa_str line)
{
    gisa_str s = gisa_str_trim(line);
    gisa_byline_names found = {0};
    bool sign;
    if (s.n > MAX_CREDITS || !take_labels(&s, &sign)) return false;
    gisa_str value = take_value(&s);
    gisa_byline_read_field(value, GISA_NONE, &found);
    return found.n && (sign || (is_sure_name(found.items[0].name) && is_plain(value)));
}

bool gisa_credit_line_read(gisa_str line, gisa_str outlet, gisa_byline_names *out)
{
    gisa_str s = gisa_str_trim(line);
    size_t before = out->n;
    bool sign;
    if (s.n > MAX_CREDITS) return false;
    size_t start = skip_marks(s, &sign);
    gisa_str first = gisa_str_cut(s, start, start + word_length(gisa_str_cut(s, start, s.n)));
    if (!credit_of(first)) return false;
    while (s.n) {
        gisa_byline_names found = {0};
        credit what = take_labels(&s, &sign);
        gisa_str value = take_value(&s);
        if (!what || !value.n) break;
        bool names = sign || gisa_is_foreign_name(value) || is_plain(value);
        if (what == WRITER && names) gisa_byline_read_field(value, outlet, &found);
        add_sure(&found, sign, out);
    }
    return out->n > before;
}

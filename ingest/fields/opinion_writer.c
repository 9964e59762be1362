#include "ingest/fields/opinion_writer.h"

#include "base/utf8.h"
#include "corpus/wordlist.h"

/* Bytes of a label before a title, of a line that signs. */
enum { MAX_LABEL = 60, MAX_SIGNED = 100 };

/* What is before the title: in brackets, or up to a bar. */
static gisa_str label_of(gisa_str title)
{
    static const char *const bars[] = {"ㅣ", "|", "│", "｜", ":"};
    static const struct {
        const char *open, *close;
    } brackets[] = {{"[", "]"}, {"<", ">"}, {"〈", "〉"}, {"【", "】"}, {"《", "》"}};
    title = gisa_str_trim(title);
    for (size_t i = 0; i < sizeof brackets / sizeof brackets[0]; i++) {
        gisa_str open = gisa_str_from(brackets[i].open);
        if (!gisa_str_starts(title, open)) continue;
        size_t end = gisa_str_find(title, gisa_str_from(brackets[i].close), open.n);
        return end == GISA_NPOS || end > MAX_LABEL ? GISA_NONE : gisa_str_cut(title, open.n, end);
    }
    for (size_t i = 0; i < sizeof bars / sizeof bars[0]; i++) {
        size_t at = gisa_str_find(title, gisa_str_from(bars[i]), 0);
        if (at != GISA_NPOS && at <= MAX_LABEL / 2)
            return gisa_str_trim(gisa_str_cut(title, 0, at));
    }
    return GISA_NONE;
}

bool gisa_is_opinion(gisa_str title, gisa_str section)
{
    gisa_str label = label_of(title), word;
    if (gisa_wordlist_find_nocase(&gisa_list_opinion_sections, section)) return true;
    while (gisa_str_next_field(&label, ' ', &word))
        if (gisa_wordlist_suffix(&gisa_list_opinion_labels, word)) return true;
    return false;
}

bool gisa_is_reader_letter(gisa_str title)
{
    return gisa_str_has(label_of(title), GISA_STR("독자"));
}

bool gisa_label_names(gisa_str title, gisa_str name)
{
    return name.n && gisa_str_has(label_of(title), name);
}

/* Whether a part of what follows a name ends in a title: "한결대 교수·조경학)". */
static bool tells_title(gisa_str s)
{
    static const gisa_str dot = {"·", sizeof "·" - 1};
    for (size_t i = 0, from = 0; i <= s.n; i++) {
        bool dotted = gisa_str_starts(gisa_str_cut(s, i, s.n), dot);
        if (i < s.n && !dotted && !strchr(",)/|", s.p[i])) continue;
        gisa_str part = gisa_str_trim(gisa_str_cut(s, from, i));
        if (gisa_wordlist_suffix(&gisa_list_writer_titles, part) ||
            gisa_wordlist_suffix(&gisa_list_titles, part))
            return true;
        from = i + (dotted ? dot.n : 1);
    }
    return false;
}

/* Whether a word is a university's: then a word before it that ends in 대, too, can be a name. */
static bool names_school(gisa_str s)
{
    gisa_str word;
    while (gisa_str_next_field(&s, ' ', &word))
        if (gisa_str_ends(word, GISA_STR("대")) || gisa_str_ends(word, GISA_STR("대학교")) ||
            gisa_str_ends(word, GISA_STR("대학")))
            return true;
    return false;
}

/* What parts a name from what follows it. */
static const char after_name[] = " /(|,[<";

/* The name that a line begins with, and what follows it. */
static gisa_str first_name(gisa_str s, gisa_str *rest)
{
    size_t n = 0;
    while (n < s.n && !strchr(after_name, s.p[n]) &&
           !gisa_str_starts(gisa_str_cut(s, n, s.n), GISA_STR("·")))
        n++;
    *rest = gisa_str_cut(s, n, s.n);
    while (rest->n && strchr(after_name, rest->p[0])) *rest = gisa_str_cut(*rest, 1, rest->n);
    return gisa_str_cut(s, 0, n);
}

gisa_str gisa_letter_writer(gisa_str s, gisa_str outlet)
{
    static const char *const homes[] = {"시", "군", "구", "읍", "면", "동", "리"};
    gisa_str rest, name = first_name(gisa_str_trim(s), &rest);
    if (s.n > MAX_SIGNED || !gisa_is_surnamed(name, outlet)) return GISA_NONE;
    gisa_str parted = gisa_str_trim(gisa_str_cut(gisa_str_trim(s), name.n, s.n));
    if (parted.n && !strchr("(/|,[<", parted.p[0])) return GISA_NONE;
    while (rest.n && strchr(")]> ", rest.p[rest.n - 1])) rest.n--;
    bool home = !rest.n;
    for (size_t i = 0; i < sizeof homes / sizeof homes[0]; i++)
        home = home || (rest.n > 3 && gisa_str_ends(rest, gisa_str_from(homes[i])));
    return home ? name : GISA_NONE;
}

gisa_str gisa_signed_name(gisa_str s, gisa_str outlet)
{
    static const char *const opening[] = {"/", "(", "[", "▶", "■", "◆", "●", "-", "*", "※", "글 "};
    s = gisa_str_trim(s);
    for (size_t i = 0; i < sizeof opening / sizeof opening[0]; i++)
        if (gisa_str_starts(s, gisa_str_from(opening[i])))
            s = gisa_str_trim(gisa_str_cut(s, strlen(opening[i]), s.n));
    if (s.n > MAX_SIGNED) return GISA_NONE;
    gisa_str rest, name = first_name(s, &rest);
    bool school = gisa_str_ends(name, GISA_STR("대")) && !names_school(rest);
    bool named = gisa_is_surnamed(name, outlet) && !school && tells_title(rest);
    return named ? name : GISA_NONE;
}

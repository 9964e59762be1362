#include "ingest/fields/person_name.h"

#include <string.h>

#include "base/hangul.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"

size_t gisa_hangul_syllables(gisa_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; n++) {
        uint32_t cp;
        i += gisa_utf8_next(s, i, &cp);
        if (!gisa_is_hangul(cp)) return 0;
    }
    return n;
}

/* "d’Arcy", "al-Hashimi": a name with a small beginning. */
static bool has_particle(gisa_str word)
{
    static const char *const particles[] = {"d’", "d'", "al-", "el-", "l’", "l'", "o’", "o'"};
    for (size_t i = 0; i < sizeof particles / sizeof particles[0]; i++) {
        gisa_str particle = gisa_str_from(particles[i]);
        if (gisa_str_starts(word, particle) && word.n > particle.n && word.p[particle.n] >= 'A' &&
            word.p[particle.n] <= 'Z')
            return true;
    }
    return false;
}

static bool is_small_word(gisa_str word)
{
    static const char *const words[] = {"de", "van", "von", "der", "da", "di",  "del", "dos",
                                        "la", "le",  "bin", "ibn", "du", "ten", "ter", "y"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (gisa_str_is(word, words[i])) return true;
    return false;
}

static bool is_capitalised(gisa_str s)
{
    gisa_str word;
    size_t words = 0;
    while (gisa_str_next_field(&s, ' ', &word)) {
        if (!word.n) continue;
        bool small = is_small_word(word) || has_particle(word);
        bool shouted = word.n >= 3; /* "SBS", "NEWS" */
        for (size_t i = 0; i < word.n; i++)
            shouted = shouted && word.p[i] >= 'A' && word.p[i] <= 'Z';
        if (shouted) return false;
        bool foreign = (unsigned char)word.p[0] >= 0xC3 && (unsigned char)word.p[0] < 0xE0;
        if (!small && !(word.p[0] >= 'A' && word.p[0] <= 'Z') && !foreign) return false;
        for (size_t i = 0; i < word.n; i++)
            if (gisa_is_digit(word.p[i]) || strchr("@/:|<>()", word.p[i])) return false;
        words++;
    }
    return words >= 2 && words <= 5;
}

bool gisa_is_shouted_name(gisa_str s)
{
    gisa_str word;
    size_t words = 0;
    if (gisa_wordlist_within_nocase(&gisa_list_desk_words, s)) return false;
    while (gisa_str_next_field(&s, ' ', &word)) {
        size_t letters = 0;
        for (size_t i = 0; i < word.n; i++) {
            bool letter = word.p[i] >= 'A' && word.p[i] <= 'Z';
            if (!letter && !strchr(".-'", word.p[i])) return false;
            letters += letter;
        }
        if (!letters) return false;
        words++;
    }
    return words >= 2 && words <= 4;
}

/* "홍보팀", "총무과", "최고관리자" */
static bool is_office(gisa_str s)
{
    const gisa_wordlist_item *stem = gisa_wordlist_prefix(&gisa_list_office_stems, s);
    gisa_str rest = stem ? gisa_str_cut(s, stem->word.n, s.n) : GISA_NONE;
    return stem && (!rest.n || gisa_wordlist_find(&gisa_list_office_endings, rest));
}

bool gisa_is_person_name(gisa_str s, gisa_str outlet)
{
    size_t n = gisa_hangul_syllables(s);
    if (outlet.n && (gisa_str_eq_nocase(s, outlet) || (n > 2 && gisa_str_has(outlet, s))))
        return false;
    if (n == 0) {
        if (gisa_wordlist_within(&gisa_list_desk_words, s)) return false;
        return s.n < 60 && is_capitalised(s);
    }
    if (n < 2 || n > 4) return false;
    const gisa_wordlist_item *ending = gisa_wordlist_suffix(&gisa_list_not_person_names, s);
    bool named = ending && ending->value.n && n == 3 && s.n > ending->word.n &&
                 gisa_wordlist_find(&gisa_list_surnames, gisa_str_cut(s, 0, 3));
    return (!ending || named) && !is_office(s);
}

bool gisa_is_surnamed(gisa_str s, gisa_str outlet)
{
    size_t n = gisa_hangul_syllables(s);
    if (n < 2 || !gisa_is_person_name(s, outlet)) return false;
    bool compound = gisa_wordlist_find(&gisa_list_compound_surnames, gisa_str_cut(s, 0, 6));
    if (!compound && (n == 4 || !gisa_wordlist_find(&gisa_list_surnames, gisa_str_cut(s, 0, 3))))
        return false;
    return !gisa_wordlist_find(&gisa_list_not_names, s) &&
           !gisa_wordlist_find(&gisa_list_page_labels, s) &&
           !gisa_wordlist_find(&gisa_list_section_names, s) &&
           !gisa_wordlist_find(&gisa_list_writer_titles, s) &&
           !gisa_wordlist_find(&gisa_list_titles, s);
}

/* Whether a word of Hangul has a syllable that foreign names have. */
static bool sounds_foreign(gisa_str word)
{
    for (size_t i = 0; i + 3 <= word.n; i += 3)
        if (gisa_wordlist_find(&gisa_list_foreign_syllables, gisa_str_cut(word, i, i + 3)))
            return true;
    return false;
}

bool gisa_is_foreign_name(gisa_str s)
{
    gisa_str word;
    size_t words = 0;
    bool foreign = false;
    while (gisa_str_next_field(&s, ' ', &word)) {
        size_t n = gisa_hangul_syllables(word);
        if (n < 2 || n > 5 || gisa_wordlist_suffix(&gisa_list_writer_titles, word) ||
            gisa_wordlist_suffix(&gisa_list_titles, word) ||
            gisa_wordlist_suffix(&gisa_list_not_person_names, word) || is_office(word))
            return false;
        foreign = foreign || sounds_foreign(word);
        words++;
    }
    return foreign && words > 1 && words < 4;
}

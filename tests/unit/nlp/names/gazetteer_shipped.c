/* The names that ship get neither in each other's way nor in the way of words. */
#include "base/hangul.h"
#include "base/map.h"
#include "base/utf8.h"
#include "corpus/data.h"
#include "nlp/names/concept.h"
#include "nlp/tagger/model.h"
#include "tests/unit/test.h"

/* Nouns of the dictionary that mean what the line names: bodies by the ends of their names, and
 * others. The dictionary has all of Korea's ministries. */
static const char *const bodies[] = {"부", "처", "청", "위", "원", "국", "회", "실", "대학교"};
static const char *const nouns[] = {
    "경찰",       "검찰",   "해경",   "법원",   "헌법재판소", "헌재",         "대검",   "국제연합",
    "메이저리그", "리눅스", "파이썬", "데비안", "우분투",     "자바스크립트", "클로바", "허사비스"};

typedef struct line {
    gisa_str id, type, spellings, maker, family;
} line;

static gisa_map ids, owners;
static gisa_model model;

/* Whether a noun is the very thing that the line names. Places are words of the dictionary. */
static bool means_the_name(const line *l, gisa_str noun)
{
    if (gisa_str_is(l->type, "LC")) return true;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (gisa_str_is(l->type, "OG") && gisa_str_ends(noun, gisa_str_from(bodies[i])))
            return true;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (gisa_str_is(noun, nouns[i])) return true;
    return false;
}

/* The next name of a file; false at the end. */
static bool next_line(gisa_str *tsv, line *out)
{
    gisa_str text, field[7] = {{0}};
    do {
        if (!gisa_str_next_line(tsv, &text)) return false;
    } while (!text.n || text.p[0] == '#');
    for (size_t i = 0; i < 7 && gisa_str_next_field(&text, '\t', &field[i]); i++)
        if (gisa_str_is(field[i], "-")) field[i] = GISA_NONE;
    *out = (line){field[0], field[1], field[2], field[5], field[6]};
    return true;
}

/* Takes the marks off a spelling. */
static bool is_ambiguous(gisa_str *spelling)
{
    bool found = false;
    for (; spelling->n > 1; spelling->n--) {
        char mark = spelling->p[spelling->n - 1];
        if (mark != '?' && mark != '=') break;
        found = found || mark == '?';
    }
    return found;
}

static bool is_id(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!gisa_is_digit(s.p[i]) && !(s.p[i] >= 'a' && s.p[i] <= 'z') && !strchr(".-", s.p[i]))
            return false;
    return s.n > 0;
}

/* A common noun of the dictionary, all of Hangul. */
static bool is_noun(gisa_str word)
{
    uint64_t hash = GISA_WORD_SEED;
    for (size_t at = 0; at < word.n;) {
        uint32_t cp;
        at += gisa_utf8_next(word, at, &cp);
        if (!gisa_is_hangul(cp)) return false;
        hash = gisa_word_roll(hash, cp);
    }
    return (gisa_wordset_find(model.words, hash) & (GISA_WORD_NOUN | GISA_WORD_NAME)) ==
           GISA_WORD_NOUN;
}

static void say(gisa_str id, gisa_str what)
{
    printf("     %.*s: %.*s\n", GISA_ARG(id), GISA_ARG(what));
}

static void check_spelling(const line *l, gisa_str spelling)
{
    char folded[256];
    bool added, ambiguous = is_ambiguous(&spelling);
    uint64_t *owner, me = *gisa_map_find(&ids, l->id);
    if (!OK(ambiguous || !is_noun(spelling) || means_the_name(l, spelling),
            "a common noun has its question mark"))
        say(l->id, spelling);
    if (ambiguous) return;
    gisa_str key = {folded, gisa_concept_fold(spelling, folded)};
    if (gisa_map_put(&owners, key, &owner, &added) < 0) exit(2);
    if (added) *owner = me;
    if (!OK(*owner == me, "a certain spelling is one name's")) say(l->id, spelling);
}

static void check_line(const line *l)
{
    gisa_str rest = l->spellings, spelling;
    if (!OK(is_id(l->id), "an id is small Latin letters, digits, points and hyphens"))
        say(l->id, l->id);
    if (!OK(!l->maker.n || gisa_map_find(&ids, l->maker), "a maker is a name"))
        say(l->id, l->maker);
    if (!OK(!l->family.n || gisa_map_find(&ids, l->family), "a family is a name"))
        say(l->id, l->family);
    while (gisa_str_next_field(&rest, '|', &spelling)) check_spelling(l, spelling);
}

/* Calls check, or notes the ids without one, for every line that ships. */
static void each(void (*check)(const line *))
{
    const gisa_data *data;
    for (size_t i = 0; (data = gisa_data_at(i)) != NULL; i++) {
        gisa_str name = gisa_str_from(data->name), rest = data->bytes;
        line l;
        if (!gisa_str_starts(name, GISA_STR("lexicon/gazetteer"))) continue;
        while (next_line(&rest, &l)) {
            if (check)
                check(&l);
            else if (!gisa_map_find(&ids, l.id))
                gisa_map_count(&ids, l.id, ids.n + 1);
        }
    }
}

int main(void)
{
    gisa_error err = {0};
    WENT(gisa_model_view(gisa_data_find("lexicon/model.bin"), &model, &err), err, "the words");
    OK(is_noun(GISA_STR("단풍")) && !is_noun(GISA_STR("단풍곷")), "and its nouns");
    each(NULL);
    each(check_line);
    OK(ids.n > 700, "there are many names");
    gisa_map_clear(&ids);
    gisa_map_clear(&owners);
    return test_end();
}

/* What comes after a figure (30명 이상) is more exact than what comes before it (최소 30명, 약
 * 30명) and than 여 inside it. */
#include "nlp/facts/figure_bound.h"

#include "base/hangul.h"
#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

enum { SYLLABLE = 3 };

static gisa_bound bound_of(const gisa_wordlist_item *w)
{
    return w ? gisa_bound_parse(w->value) : GISA_BOUND_NONE;
}

static size_t skip_space(gisa_str t, size_t at)
{
    return at < t.n && t.p[at] == ' ' ? at + 1 : at;
}

/* 30%대, 30만원대, but 3명 대 5명; 80달러 선, but 3명 선 and 5층선. */
static bool may_be_glued(gisa_str t, size_t end, gisa_str word)
{
    static const char *const units[] = {"%", "원", "달러", "엔", "유로", "위안"};
    if (!gisa_str_is(word, "대") && !gisa_str_is(word, "선")) return true;
    if (gisa_str_is(word, "대") && t.p[end] == ' ') return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (gisa_str_ends(gisa_str_cut(t, 0, end), gisa_str_from(units[i]))) return true;
    return false;
}

/* 30명 안팎, 30명쯤; not 30명 이상한 */
static gisa_bound by_noun(gisa_str t, size_t end)
{
    static const char *const more[] = {"되",   "된",   "될",   "씩",   "급",   "간",
                                       "인",   "일",   "을",   "이거", "이다", "이고",
                                       "이며", "이면", "이어", "이었", "이라", "이지"};
    gisa_str run = gisa_hangul_run(t, skip_space(t, end));
    const gisa_wordlist_item *w = gisa_wordlist_prefix(&gisa_list_bound_nouns, run);
    if (!w || (w->word.n == SYLLABLE && !may_be_glued(t, end, w->word))) return GISA_BOUND_NONE;
    gisa_str rest = gisa_str_cut(run, w->word.n, run.n);
    bool ends = gisa_is_josa(rest, 0);
    for (size_t i = 0; i < sizeof more / sizeof *more && !ends; i++)
        ends = gisa_str_begins(rest, more[i]) > 0;
    return ends ? bound_of(w) : GISA_BOUND_NONE;
}

/* The length of a word such as 훌쩍 and its space. */
static size_t adverb(gisa_str t)
{
    static const char *const words[] = {"훌쩍 ", "크게 ", "조금 ", "약간 ",
                                        "한참 ", "이미 ", "거의 "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gisa_str_begins(t, words[i])) return strlen(words[i]);
    return 0;
}

/* 30명이 넘는, 30명에도 못 미치는, 30명 넘게 */
static gisa_bound by_verb(gisa_str t, size_t end)
{
    static const char *const josa[] = {"에도", "에는", "에", "이", "가",
                                       "을",   "를",   "도", "은", "는"};
    size_t at = end;
    size_t from = skip_space(t, end); /* 30 % 를 넘는 */
    for (size_t i = 0; i < sizeof josa / sizeof *josa && at == end; i++) {
        size_t len = gisa_str_begins(gisa_str_cut(t, from, t.n), josa[i]);
        if (len && from + len < t.n && t.p[from + len] == ' ') at = from + len;
    }
    gisa_str rest = gisa_str_cut(t, skip_space(t, at), t.n);
    rest = gisa_str_cut(rest, adverb(rest), rest.n);
    return bound_of(gisa_wordlist_prefix(&gisa_list_bound_verbs, gisa_str_cut(rest, 0, 24)));
}

/* 30명까지 지원한다: what may be at most. */
static gisa_bound by_limit(gisa_str t, size_t end)
{
    static const char *const words[] = {"수 있", "가능", "허용", "지원", "할인", "보장"};
    enum { NEAR = 40 };
    size_t len = gisa_str_begins(gisa_str_cut(t, end, t.n), "까지");
    if (!len) return GISA_BOUND_NONE;
    gisa_str after = gisa_str_cut(t, end + len, end + len + NEAR);
    size_t stop = gisa_str_find_byte(after, '.', 0);
    after = gisa_str_cut(after, 0, stop);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gisa_str_has(after, gisa_str_from(words[i]))) return GISA_BOUND_AT_MOST;
    return GISA_BOUND_NONE;
}

/* The word that ends at byte `end`. */
static gisa_str word_to(gisa_str t, size_t end)
{
    enum { LONGEST = 12 };
    size_t from = end;
    while (from > 0 && end - from <= LONGEST && t.p[from - 1] != ' ' && t.p[from - 1] != '\n' &&
           t.p[from - 1] != '(')
        from--;
    return gisa_str_cut(t, from, end);
}

/* 최대 시속 30km, 최대 하루 30명: words between the bound and the number. */
static bool is_between(gisa_str word)
{
    static const char *const words[] = {"시속", "초속", "분속", "하루", "연간", "월", "한번에"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gisa_str_is(word, words[i])) return true;
    return false;
}

/* 약 30명, 최대 약 30명, 초속 최대 30m */
static gisa_bound by_word_before(gisa_str t, size_t start)
{
    enum { WORDS = 2 };
    gisa_bound found = GISA_BOUND_NONE;
    size_t at = start;
    for (int i = 0; i < WORDS; i++) {
        if (at > 0 && t.p[at - 1] == ' ') at--;
        gisa_str word = word_to(t, at);
        gisa_bound b = bound_of(gisa_wordlist_find(&gisa_list_bound_words, word));
        /* 한 10%: before digits it is no count */
        if (i == 0 && gisa_str_is(word, "한") && gisa_is_digit(t.p[start])) b = GISA_BOUND_ABOUT;
        if (b == GISA_BOUND_NONE && !(i == 0 && is_between(word))) break;
        if (b != GISA_BOUND_NONE) found = b;
        at -= word.n;
    }
    return found;
}

/* 30여 명, 10여만 명, 2년여간 */
static bool has_more(gisa_str t, gisa_span s)
{
    gisa_str inside = gisa_span_text(s, t), rest = gisa_str_cut(t, s.end, s.end + 2 * SYLLABLE);
    if (gisa_str_has(inside, GISA_STR("여"))) return true;
    if (!gisa_str_starts(rest, GISA_STR("여"))) return false;
    gisa_str run = gisa_hangul_run(t, s.end + SYLLABLE);
    return run.n == 0 || gisa_str_starts(run, GISA_STR("간")) || gisa_is_josa(run, 0);
}

gisa_bound gisa_figure_bound(gisa_str t, gisa_span s)
{
    gisa_bound b = by_noun(t, s.end);
    if (b == GISA_BOUND_NONE) b = by_verb(t, s.end);
    gisa_bound before = by_word_before(t, s.start);
    if (b == GISA_BOUND_NONE || (b == GISA_BOUND_ABOUT && before != GISA_BOUND_NONE)) {
        if (before != GISA_BOUND_NONE) b = before;
    }
    if (b == GISA_BOUND_NONE) b = by_limit(t, s.end);
    return b == GISA_BOUND_NONE && has_more(t, s) ? GISA_BOUND_ABOUT : b;
}

size_t gisa_figure_dash(gisa_str t, size_t at)
{
    static const char *const tildes[] = {"~", "∼", "～", "〜", "내지 "};
    static const char *const hyphens[] = {"-", "–"};
    size_t from = skip_space(t, at);
    for (size_t i = 0; i < sizeof tildes / sizeof *tildes; i++) {
        size_t len = gisa_str_begins(gisa_str_cut(t, from, t.n), tildes[i]);
        if (len) return skip_space(t, from + len) - at;
    }
    for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++) {
        size_t len = gisa_str_begins(gisa_str_cut(t, at, t.n), hyphens[i]);
        if (len) return len;
    }
    return 0;
}

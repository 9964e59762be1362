/* What follows the closing mark says most: 고, 라며 take speech up, 라는 does with a noun of
 * saying, any other josa makes it a noun. Most of what stands between double marks is said by
 * somebody, so only what names a thing is taken for a name there; between single marks it is the
 * other way round. */
#include "nlp/facts/mark_sense.h"

#include "base/hangul.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "nlp/word/josa.h"

/* What is long enough to be speech by itself (tests/bench/facts.py). */
#define NAME_MIN    9  /* characters, when 라는 follows */
#define NOUN_MIN    12 /* when the josa of a noun follows, or nothing */
#define STOP_MIN    3  /* when it ends in a mark of a sentence */
#define ALONE_MIN   5  /* when nothing follows, and it ends as a sentence */
#define BRACKET_MAX 90 /* bytes of a remark after the closing mark */
#define LINK_MAX    18 /* bytes */
#define VERB_REACH  3  /* words from a reported clause to its verb */
#define WHOSE_MAX   21 /* bytes of a word in 의 before a noun of saying */
#define SAYING_MIN  6  /* bytes of a stem that says by itself that something is said */

gisa_taking gisa_mark_taking(gisa_str text, size_t at, size_t *rest)
{
    size_t from = at;
    if (gisa_str_starts(gisa_str_cut(text, at, text.n), GISA_STR("\xC2\xA0"))) from += 2;
    while (from < text.n && from < at + 2 && text.p[from] == ' ') from++;
    if (from < text.n && text.p[from] == '(') {
        /* “…”(웃음)라고 */
        size_t end = gisa_str_find_byte(gisa_str_cut(text, 0, from + BRACKET_MAX), ')', from);
        if (end != GISA_NPOS) at = from = end + 1;
    }
    gisa_str after = gisa_str_cut(text, from, text.n);
    const gisa_wordlist_item *link = gisa_wordlist_prefix(&gisa_list_quote_links,
                                                          gisa_str_cut(after, 0, LINK_MAX));
    *rest = from;
    if (link && from + link->word.n < text.n) {
        unsigned char next = (unsigned char)text.p[from + link->word.n];
        bool ends = next < 0xEA || link->word.n > 6; /* 이라고밝혔다 */
        bool spaced = from > at;
        if (ends && (!spaced || link->word.n > 3)) {
            *rest = from + link->word.n;
            while (*rest < text.n && (text.p[*rest] == ' ' || text.p[*rest] == ',')) ++*rest;
            return link->value.n ? GISA_TAKES_NAME : GISA_TAKES_SPEECH;
        }
    }
    if (from == at && gisa_josa_prefix(after, GISA_JOSA_NAME)) return GISA_TAKES_NOUN;
    return GISA_TAKES_NOTHING;
}

bool gisa_ends_as_speech(gisa_str s)
{
    s = gisa_str_trim(s);
    while (s.n > 0 && (s.p[s.n - 1] == ')' || s.p[s.n - 1] == ' ')) s.n--;
    size_t last = s.n > 0 ? gisa_utf8_prev(s, s.n) : 0;
    return gisa_wordlist_find(&gisa_list_speech_endings, gisa_str_cut(s, last, s.n)) != NULL;
}

static const gisa_wordlist_item *word_at(const gisa_wordlist *list, gisa_str text, size_t at)
{
    return gisa_wordlist_prefix(list, gisa_str_cut(text, at, at + 2 * LINK_MAX));
}

static bool stops(gisa_str s)
{
    char c = s.n > 0 ? s.p[s.n - 1] : 0;
    return c == '.' || c == '?' || c == '!';
}

static bool is_hangul(unsigned char c)
{
    return c >= 0xEA && c <= 0xED;
}

static bool has_hangul(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (is_hangul((unsigned char)s.p[i])) return true;
    return false;
}

/* What the marks hold and what is beside them. */
typedef struct marked {
    gisa_str text, said;
    gisa_span inner, outer;
    size_t chars, rest;
    gisa_taking taking;
    bool single, sentence, hangul, spaced;
} marked;

/* [이름/신분 : “…”], and a line that is speech after a line [이름/신분]. */
static bool is_labelled(const marked *m)
{
    size_t at = m->outer.start;
    bool line = false;
    while (at > 0 && (m->text.p[at - 1] == ' ' || (m->text.p[at - 1] == '\n' && !line))) {
        line = line || m->text.p[at - 1] == '\n';
        at--;
    }
    if (at == 0) return false;
    if (!line) return m->text.p[at - 1] == ':';
    return m->text.p[at - 1] == ']' || m->text.p[at - 1] == '>' ||
           gisa_str_ends(gisa_str_cut(m->text, 0, at), GISA_STR("▶"));
}

static bool begins_line(const marked *m)
{
    return m->outer.start > 0 && m->text.p[m->outer.start - 1] == '\n';
}

/* The word that ends right before the opening mark. */
static gisa_str word_before(const marked *m)
{
    size_t end = m->outer.start;
    while (end > 0 && (m->text.p[end - 1] == ' ' || m->text.p[end - 1] == ',')) end--;
    size_t from = end;
    while (from > 0 && m->text.p[from - 1] != ' ' && m->text.p[from - 1] != '\n') from--;
    return gisa_str_cut(m->text, from, end);
}

static bool is_thing(gisa_str w)
{
    const gisa_wordlist_item *end = gisa_wordlist_suffix(&gisa_list_named_things, w);
    return end && (end->word.n > 3 || end->word.n == w.n);
}

/* 노래 “…”, 제목은 “…”, 이른바 “…”, (이하 “…”) */
static bool is_introduced(const marked *m)
{
    static const char *const josa[] = {"은", "는", "이", "가", "인"};
    gisa_str w = word_before(m);
    if (gisa_str_starts(w, GISA_STR("("))) w = gisa_str_cut(w, 1, w.n);
    if (gisa_wordlist_find(&gisa_list_naming_adverbs, w)) return true;
    if (is_thing(w)) return true;
    for (size_t i = 0; i < sizeof josa / sizeof *josa; i++)
        if (gisa_str_ends(w, gisa_str_from(josa[i])) && is_thing(gisa_str_cut(w, 0, w.n - 3)))
            return true;
    return false;
}

/* “가온법 개정안”, “가온 새벽 작전”: what the words end in. */
static bool is_title(gisa_str said)
{
    static const char *const ends[] = {"법",   "법안", "개정안", "특별법", "조례안",
                                       "조례", "협약", "협정",   "조약",   "사업",
                                       "제도", "사건", "정책",   "계획"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (gisa_str_ends(said, gisa_str_from(ends[i])) && said.n > strlen(ends[i])) return true;
    return is_thing(said) && gisa_str_has(said, GISA_STR(" "));
}

/* The end of the sentence that goes on at `at`. */
static size_t sentence_end(gisa_str text, size_t at)
{
    for (size_t p = at; p < text.n; p++) {
        if (text.p[p] == '\n') return p;
        if (text.p[p] == '.' && (p + 1 == text.n || text.p[p + 1] <= ' ')) return p;
    }
    return text.n;
}

/* Whether a verb of saying is among the next words. */
static bool says_next(gisa_str text, size_t at)
{
    for (int words = 0; words < VERB_REACH && at < text.n; words++) {
        if (word_at(&gisa_list_speech_verbs, text, at)) return true;
        const gisa_wordlist_item *stem = word_at(&gisa_list_speaking_verbs, text, at);
        if (stem && stem->word.n >= SAYING_MIN) return true;
        size_t space = gisa_str_find_byte(text, ' ', at);
        at = space == GISA_NPOS ? text.n : space + 1;
    }
    return false;
}

/* Whether the rest of the sentence reports what somebody said: “문화 학살”을 한다고 비난했다. */
static bool is_reported(const marked *m)
{
    static const char *const ends[] = {"다고 ", "라고 ", "자고 ", "냐고 ",
                                       "다며 ", "라며 ", "것을 ", "할 것임을 "};
    gisa_str rest = gisa_str_cut(m->text, 0, sentence_end(m->text, m->outer.end));
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        gisa_str e = gisa_str_from(ends[i]);
        for (size_t at = m->outer.end; (at = gisa_str_find(rest, e, at)) != GISA_NPOS; at += e.n)
            if (says_next(rest, at + e.n)) return true;
    }
    return false;
}

/* “임무 완수”를 선언했다 */
static bool is_object_of_saying(const marked *m)
{
    gisa_str after = gisa_str_cut(m->text, m->outer.end, m->text.n);
    size_t josa = gisa_str_begins(after, "을 ") + gisa_str_begins(after, "를 ");
    if (josa == 0) return false;
    const gisa_wordlist_item *stem = word_at(&gisa_list_speaking_verbs, after, josa);
    return stem && stem->word.n >= SAYING_MIN;
}

/* A noun of saying behind 라는, or behind 라는 등의, 라는 취지의. */
static const gisa_wordlist_item *noun_of_saying(const marked *m, size_t at)
{
    static const char *const of[] = {"등의 ", "등 ", "내용의 ", "취지의 ", "식의 ", "의 "};
    for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
        size_t n = gisa_str_begins(gisa_str_cut(m->text, at, m->text.n), of[i]);
        const gisa_wordlist_item *noun = n ? word_at(&gisa_list_speaking_nouns, m->text, at + n)
                                           : NULL;
        if (noun) return noun;
    }
    /* 라는 홍길동의 주장 */
    size_t end = gisa_str_find_byte(m->text, ' ', at);
    bool title = word_at(&gisa_list_naming_nouns, m->text, at) != NULL; /* 라는 제목의 논평 */
    if (m->taking == GISA_TAKES_NAME && !title && end != GISA_NPOS && end - at <= WHOSE_MAX &&
        gisa_str_ends(gisa_str_cut(m->text, at, end), GISA_STR("의")) &&
        word_at(&gisa_list_speaking_nouns, m->text, end + 1))
        at = end + 1;
    return word_at(&gisa_list_speaking_nouns, m->text, at);
}

/* “중단”하겠다고, “최선”이며: a verb or a josa is attached. */
static bool goes_on(gisa_str text, size_t at)
{
    static const char *const verbs[] = {"하", "한", "할", "해", "했", "되", "된", "될", "돼", "됐"};
    gisa_str after = gisa_str_cut(text, at, text.n);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (gisa_str_begins(after, verbs[i])) return true;
    return gisa_josa_prefix(after, GISA_JOSA_NAME) != NULL;
}

/* “기본 소득의 기초 재원”이란, “기초 재원 연구” 보고서: what a thing is or is called. */
static bool is_defined(const marked *m)
{
    gisa_str after = gisa_str_cut(m->text, m->outer.end, m->text.n);
    if (gisa_str_begins(after, "란 ") || gisa_str_begins(after, "이란 ")) return true;
    return !m->sentence && gisa_str_begins(after, " ") &&
           word_at(&gisa_list_naming_nouns, m->text, m->outer.end + 1);
}

/* ‘두 자리를 요구했다’ 이런 얘기가 있습니다 */
static bool is_such_saying(const marked *m)
{
    static const char *const such[] = {"이런 ", "이러한 ", "이 같은 ", "이같은 ", "그런 "};
    for (size_t i = 0; i < sizeof such / sizeof *such; i++) {
        size_t n = gisa_str_begins(gisa_str_cut(m->text, m->rest, m->text.n), such[i]);
        if (n && word_at(&gisa_list_speaking_nouns, m->text, m->rest + n)) return m->sentence;
    }
    return false;
}

/* “잊힐 권리”에 대한 논의, “이웃 저작권”으로 이름 붙였다: something is named. */
static bool is_named(const marked *m)
{
    static const char *const about[] = {"에 대한 ", "에 관한 "};
    gisa_str after = gisa_str_cut(m->text, m->outer.end, m->text.n);
    for (size_t i = 0; i < sizeof about / sizeof *about && !m->sentence; i++)
        if (gisa_str_begins(after, about[i])) return true;
    size_t josa = gisa_str_begins(after, "으로 ") + gisa_str_begins(after, "로 ");
    const gisa_wordlist_item *verb = josa ? word_at(&gisa_list_naming_verbs, after, josa) : NULL;
    return verb && !verb->value.n;
}

/* A few words between double marks that nothing takes up. */
static gisa_mark_sense few_words(const marked *m)
{
    size_t at = m->outer.end;
    bool attached = at < m->text.n && is_hangul((unsigned char)m->text.p[at]);
    if (!m->hangul || is_introduced(m) || is_title(m->said)) return GISA_MARK_NAME;
    bool line = at >= m->text.n || m->text.p[at] == '\n';
    if (is_defined(m) || is_named(m)) return GISA_MARK_NAME;
    if (m->spaced && m->chars >= NOUN_MIN && !line) return GISA_MARK_SPEECH;
    if (attached && !goes_on(m->text, at)) return GISA_MARK_NAME; /* “아무개”호 */
    while (at < m->text.n && m->text.p[at] == ' ') at++;
    if (noun_of_saying(m, at) || is_object_of_saying(m) || is_reported(m)) return GISA_MARK_SPEECH;
    if (m->taking == GISA_TAKES_NAME && !m->spaced) return GISA_MARK_NAME;
    if (gisa_str_starts(gisa_str_cut(m->text, at, m->text.n), GISA_STR("의 ")))
        return GISA_MARK_NAME;
    return GISA_MARK_EITHER;
}

static gisa_mark_sense taken_up(const marked *m)
{
    const gisa_wordlist_item *verb = word_at(&gisa_list_naming_verbs, m->text, m->rest);
    if (verb && (m->single || !verb->value.n))
        return m->sentence && !m->single ? GISA_MARK_SPEECH : GISA_MARK_NAME;
    bool said = !m->single || m->sentence ||
                (m->chars >= NOUN_MIN && word_at(&gisa_list_speech_verbs, m->text, m->rest));
    return said ? GISA_MARK_SPEECH : GISA_MARK_NAME;
}

static gisa_mark_sense named(const marked *m)
{
    const gisa_wordlist_item *noun = noun_of_saying(m, m->rest);
    bool naming = !noun && word_at(&gisa_list_naming_nouns, m->text, m->rest);
    if (m->single)
        return noun && m->sentence && m->chars >= NOUN_MIN && !noun->value.n ? GISA_MARK_SPEECH
                                                                             : GISA_MARK_NAME;
    if (noun) return GISA_MARK_SPEECH;
    if (naming || (is_defined(m) && !m->sentence)) return GISA_MARK_NAME;
    if (m->hangul && m->chars >= (m->sentence ? STOP_MIN : NAME_MIN)) return GISA_MARK_SPEECH;
    return few_words(m);
}

static gisa_mark_sense alone(const marked *m)
{
    if (is_such_saying(m)) return GISA_MARK_SPEECH;
    if (m->single)
        return begins_line(m) && m->sentence && m->chars >= NOUN_MIN ? GISA_MARK_SPEECH
                                                                     : GISA_MARK_NAME;
    bool stop = stops(m->said) && m->sentence && m->chars >= STOP_MIN;
    bool speech = stop || (m->sentence && m->chars >= ALONE_MIN) || is_labelled(m);
    if (m->hangul && speech) return GISA_MARK_SPEECH;
    return few_words(m);
}

gisa_mark_sense gisa_mark_sense_of(gisa_str text, gisa_mark_pair *pair, bool single)
{
    marked m = {.text = text, .inner = pair->inner, .outer = pair->outer, .single = single};
    m.said = gisa_span_text(pair->inner, text);
    m.chars = gisa_utf8_chars(m.said);
    m.sentence = gisa_ends_as_speech(m.said);
    m.hangul = has_hangul(m.said);
    m.spaced = gisa_str_find_byte(m.said, ' ', 0) != GISA_NPOS;
    m.taking = pair->taking = gisa_mark_taking(text, pair->outer.end, &m.rest);
    switch (m.taking) {
    case GISA_TAKES_SPEECH: return taken_up(&m);
    case GISA_TAKES_NAME: return named(&m);
    case GISA_TAKES_NOUN:
        if (single) return GISA_MARK_NAME;
        return m.hangul && m.sentence && m.spaced && m.chars >= NAME_MIN ? GISA_MARK_SPEECH
                                                                         : few_words(&m);
    case GISA_TAKES_NOTHING: break;
    }
    return alone(&m);
}

bool gisa_mark_is_term(gisa_str text, size_t body, const gisa_mark_pair *pair)
{
    gisa_str said = gisa_span_text(pair->inner, text);
    for (size_t at = body; (at = gisa_str_find(text, said, at)) != GISA_NPOS; at += said.n)
        if (at != pair->inner.start) return true;
    return false;
}

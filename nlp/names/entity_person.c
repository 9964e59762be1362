/* People: a name comes before its title (홍길동 기자), with the body it belongs to between (조웅
 * 한울증권 연구원), before an age in brackets, or after a title (배우 홍길동). Once found, a name
 * is a name everywhere in the text. */
#include "nlp/names/entity_person.h"

#include "base/hangul.h"
#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

#define MAX_PEOPLE  64 /* of a text; more are found only where their titles are */
#define MAX_BETWEEN 6  /* words between a name and its title */

typedef struct people {
    gisa_str text;
    const gisa_words *words;
    gisa_claims *claims;
    gisa_endings titles, bodies;
    gisa_str names[MAX_PEOPLE];
    size_t n;
    size_t n_titled; /* the first of them: known by what stands beside them */
} people;

static gisa_str word_text(const people *p, size_t i)
{
    return gisa_span_text(p->words->items[i].span, p->text);
}

static bool is_recorded(const people *p, gisa_str name)
{
    for (size_t i = 0; i < p->n; i++)
        if (gisa_str_eq(p->names[i], name)) return true;
    return false;
}

static void record(people *p, gisa_str name)
{
    if (p->n < MAX_PEOPLE && !is_recorded(p, name)) p->names[p->n++] = name;
}

static bool taken(const people *p, size_t i)
{
    return gisa_claims_at(p->claims, p->words->items[i].span, GISA_RANK_GAZETTEER) != NULL;
}

/* Whether a clause may begin at word i: after a mark, or after a word with josa or an ending. */
static bool clause_begins(const people *p, size_t i, bool sentence)
{
    char before = p->words->items[i].before;
    if (before == '\n' || before == '.' || before == '"' || before == '(') return true;
    if (before == ',') return true;
    if (sentence || i == 0) return i == 0;
    gisa_str w = word_text(p, i - 1);
    return gisa_wordlist_suffix(&gisa_list_clause_links, w) != NULL;
}

/* A word that cannot come between a name and its title. */
static bool breaks(const people *p, size_t i)
{
    gisa_str w = word_text(p, i);
    if (!p->words->items[i].hangul) return false;
    if (!gisa_wordlist_suffix(&gisa_list_phrase_breaks, w)) return false;
    /* 마을을, but 두물고, 대한적십자사의 */
    return !gisa_str_ends(w, GISA_STR("고")) || gisa_syllables(w) > 3;
}

static bool is_body(const people *p, size_t i)
{
    return taken(p, i) ||
           (gisa_endings_find(&p->bodies, word_text(p, i)) > 0 && word_text(p, i).n >= 6);
}

static bool quote_opens(gisa_str t, size_t at)
{
    at += at < t.n && t.p[at] == ' ';
    return gisa_str_starts(gisa_str_cut(t, at, t.n), GISA_STR("“")) || (at < t.n && t.p[at] == '"');
}

/* Endings of words that are no names. */
static bool sounds_wordy(gisa_str w)
{
    return gisa_wordlist_suffix(&gisa_list_wordy_endings, w) != NULL;
}

/* 홍길동 전 장관 */
static bool transparent(gisa_str w)
{
    return gisa_wordlist_find(&gisa_list_title_modifiers, w) != NULL;
}

static bool is_scholar(gisa_str title)
{
    return gisa_wordlist_find(&gisa_list_scholar_titles, title) != NULL;
}

/* A name that could as well be the body's: 한빛대 before 교수, 공정위 before another name. */
static bool rather_body(gisa_str word, gisa_str title, size_t back)
{
    if (gisa_str_ends(word, GISA_STR("대"))) return back > 1 || is_scholar(title);
    return back > 1 && gisa_wordlist_suffix(&gisa_list_organisation_syllables, word);
}

/* The word with the name of who bears the title in word `title`, or GISA_NPOS. */
static size_t name_before(const people *p, size_t title, bool bare, gisa_str bears,
                          bool is_person_only)
{
    const gisa_word *w = p->words->items;
    bool speaks = quote_opens(p->text, w[title].span.end);
    bool body = !bare; /* 정보화팀장 names the body in the same word */
    for (size_t back = 1; back <= MAX_BETWEEN && back <= title; back++) {
        size_t i = title - back;
        if (w[i + 1].before == ',' && gisa_is_alpha(p->text.p[w[i].span.start]) &&
            w[i].span.end < p->text.n && p->text.p[w[i].span.end] == ')') {
            /* 도화캐피탈(Dohwa Capital) 이사 */
            while (i > 0 && w[i].before != '(' && back <= MAX_BETWEEN) i--, back++;
            if (w[i].before == '(' && !w[i].hangul) continue;
            i = title - 1;
        }
        if (w[i + 1].before != ' ' && w[i + 1].before != '(') {
            /* 월매(71) 씨 */
            if (back == 1 && i > 0 && w[i].before == '(' && w[i + 1].before == ',' &&
                w[i].span.end - w[i].span.start <= 3 && w[i - 1].hangul && is_person_only)
                return gisa_name_look_of(word_text(p, i - 1)) ? i - 1 : GISA_NPOS;
            return GISA_NPOS;
        }
        gisa_name_look look = w[i].hangul && !taken(p, i) ? gisa_name_look_of(word_text(p, i))
                                                          : GISA_LOOK_NONE;
        bool ending = look == GISA_LOOK_STRONG ? rather_body(word_text(p, i), bears, back)
                                               : gisa_endings_find(&p->bodies, word_text(p, i)) > 0;
        if (look == GISA_LOOK_STRONG && !ending && (back == 1 || body)) return i;
        gisa_str text = word_text(p, i);
        bool opens = clause_begins(p, i, true), clause = clause_begins(p, i, false);
        if (look == GISA_LOOK_STRONG && opens && body && !gisa_str_ends(text, GISA_STR("대")))
            return i;
        bool named = !breaks(p, i) && !sounds_wordy(text) &&
                     gisa_endings_find(&p->titles, text) == 0;
        bool alone = back == 1 && (is_person_only || (clause && bare && speaks));
        if (transparent(text)) {
            body = true;
            continue;
        }
        if (look == GISA_LOOK_WEAK && back == 1 && bare && speaks && named) return i;
        if (look == GISA_LOOK_WEAK && named && (!ending || (opens && back > 1 && body)) &&
            (alone || (back == 1 && (clause || text.n > 6)) || (back > 1 && body && clause)))
            return i;
        if (look == GISA_LOOK_LOOSE && named && clause && speaks && back > 1 && is_body(p, i + 1))
            return i;
        if (look == GISA_LOOK_LOOSE && named && !ending &&
            (alone || (opens && back > 1 && is_body(p, i + 1))))
            return i;
        if (breaks(p, i)) return GISA_NPOS;
        body = body || is_body(p, i);
    }
    return GISA_NPOS;
}

static gisa_status claim_person(people *p, gisa_span span, gisa_evidence evidence)
{
    if (gisa_claims_put(p->claims, span, GISA_ENTITY_PS, GISA_NONE, GISA_RANK_PERSON) < 0)
        return GISA_ENOMEM;
    p->claims->items[p->claims->n - 1].evidence = evidence;
    return GISA_OK;
}

/* A person by what is beside the name. */
static gisa_status put_person(people *p, gisa_span span, gisa_evidence evidence)
{
    record(p, gisa_span_text(span, p->text));
    return claim_person(p, span, evidence);
}

typedef struct borne_title {
    size_t word;      /* where it is */
    gisa_str stem;    /* the word without its josa */
    bool bare;        /* the word is nothing else */
    bool person_only; /* no body and no thing has it */
} borne_title;

static bool has_subject_josa(const people *p, const borne_title *t)
{
    gisa_str word = word_text(p, t->word);
    const gisa_josa *josa = gisa_josa_find(gisa_str_cut(word, t->stem.n, word.n));
    return josa && josa->uses & GISA_JOSA_SUBJECT;
}

/* 가온군수: the title has the name of a place in its word. */
static bool has_office(const borne_title *t)
{
    return gisa_wordlist_suffix(&gisa_list_place_offices, t->stem) && !t->bare;
}

/* The person in word `name` whose title it is. */
static gisa_status put_titled(people *p, size_t name, const borne_title *t)
{
    const gisa_word *w = p->words->items;
    bool beside = t->bare && name < t->word && (name + 1 == t->word || w[name + 1].before == '(');
    gisa_evidence evidence = GISA_EVIDENCE_FAR;
    if (beside)
        evidence = t->person_only ? GISA_EVIDENCE_PERSONAL : GISA_EVIDENCE_BESIDE;
    else if (name + 1 == t->word ? has_office(t) : name < t->word && is_body(p, name + 1))
        evidence = GISA_EVIDENCE_TITLE;
    if (put_person(p, w[name].span, evidence) < 0) return GISA_ENOMEM;
    p->claims->items[p->claims->n - 1].acts = has_subject_josa(p, t);
    return GISA_OK;
}

/* 배우 홍길동은: the name with its josa after the title. */
static gisa_status name_after(people *p, size_t title)
{
    const gisa_word *w = &p->words->items[title + 1];
    gisa_str text = gisa_span_text(w->span, p->text);
    if (w->before != ' ' || !w->hangul || taken(p, title + 1)) return GISA_OK;
    for (size_t n = 9; n >= 9 && n <= text.n; n -= 3) {
        gisa_str name = gisa_str_cut(text, 0, n);
        uint32_t last;
        gisa_utf8_next(name, gisa_utf8_prev(name, n), &last);
        if (gisa_name_look_of(name) == GISA_LOOK_STRONG &&
            gisa_is_josa(gisa_str_cut(text, n, text.n), last))
            return put_person(p, (gisa_span){w->span.start, w->span.start + (uint32_t)n},
                              GISA_EVIDENCE_BESIDE);
    }
    return GISA_OK;
}

static bool leads_names(gisa_str title)
{
    return gisa_wordlist_find(&gisa_list_leading_titles, title) != NULL;
}

static bool is_persons(gisa_str title)
{
    return gisa_str_is(title, "씨") || gisa_str_is(title, "기자") || gisa_str_is(title, "관장") ||
           gisa_str_is(title, "강사");
}

static gisa_status by_titles(people *p)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < p->words->n && st >= 0; i++) {
        size_t length;
        gisa_str w = word_text(p, i), stem = gisa_endings_stem(&p->titles, w, &length);
        if (!stem.p) continue;
        gisa_str name = gisa_str_cut(stem, stem.n - length, stem.n);
        borne_title t = {
            .word = i, .stem = stem, .bare = stem.n == length, .person_only = is_persons(name)};
        if (gisa_str_is(name, "씨") && !t.bare) continue;
        size_t bearer = name_before(p, i, t.bare, name, t.person_only);
        if (bearer != GISA_NPOS)
            st = put_titled(p, bearer, &t);
        else if (t.bare && stem.n == w.n && leads_names(name) && i + 1 < p->words->n)
            st = name_after(p, i);
    }
    return st;
}

/* Whether an age is in brackets after word i: 홍길동(45). *more: and something else, so that it is
 * no number of what is in a place: 안산(20·가람대), 안산(20세). */
static bool has_age(const people *p, size_t i, bool *more)
{
    const gisa_word *w = &p->words->items[i], *next = w + 1;
    size_t open = w->span.end, end = open + 3;
    if (open >= p->text.n || p->text.p[open] != '(' || next->span.start != open + 1) return false;
    if (!gisa_is_digit(p->text.p[open + 1]) || end >= p->text.n ||
        !gisa_is_digit(p->text.p[open + 2]))
        return false;
    gisa_str rest = gisa_str_cut(p->text, end, p->text.n);
    *more = gisa_str_starts(rest, GISA_STR("·")) || gisa_str_starts(rest, GISA_STR("세")) ||
            gisa_str_starts(rest, GISA_STR(", "));
    return *more || *rest.p == ')';
}

/* [정경패/대학생 : "…"] and 홍길동(45) */
static gisa_status by_marks(people *p)
{
    for (size_t i = 0; i + 1 < p->words->n; i++) {
        const gisa_word *w = &p->words->items[i];
        size_t after = w->span.end, open = w->span.start;
        char mark = after < p->text.n ? p->text.p[after] : 0;
        if (!w->hangul || (mark != '/' && mark != '(')) continue;
        bool more = false, is_taken = taken(p, i);
        gisa_name_look look = gisa_name_look_of(word_text(p, i));
        bool slash = mark == '/' && w->before == '(' && open > 0 && p->text.p[open - 1] == '[';
        bool age = has_age(p, i, &more);
        bool person = is_taken ? age && more && look >= GISA_LOOK_WEAK
                               : (slash && look) || (age && look == GISA_LOOK_STRONG);
        if (person &&
            put_person(p, w->span, is_taken ? GISA_EVIDENCE_AGE : GISA_EVIDENCE_PERSONAL) < 0)
            return GISA_ENOMEM;
    }
    return GISA_OK;
}

/* 장국진은 “…” */
static gisa_status by_speech(people *p)
{
    for (size_t i = 0; i < p->words->n; i++) {
        const gisa_word *w = &p->words->items[i];
        gisa_str text = word_text(p, i), name = gisa_str_cut(text, 0, text.n - 3);
        if (!w->hangul || text.n < 9 || !quote_opens(p->text, w->span.end) || taken(p, i)) continue;
        uint32_t last = gisa_utf8_last(name);
        const gisa_josa *josa = gisa_josa_find(gisa_str_cut(text, name.n, text.n));
        bool subject = josa && josa->uses & GISA_JOSA_SUBJECT && gisa_josa_agrees(josa, last);
        if (subject && name.n == 9 && gisa_name_look_of(name) == GISA_LOOK_STRONG &&
            put_person(p, (gisa_span){w->span.start, w->span.end - 3}, GISA_EVIDENCE_SPEECH) < 0)
            return GISA_ENOMEM;
    }
    return GISA_OK;
}

/* Proper nouns of the analyser that look like names. */
static gisa_status by_morphs(people *p, const gisa_annotation *a)
{
    for (size_t i = 0; i < a->n_morphs; i++) {
        const gisa_morph *m = &a->morphs[i];
        if (m->tag != GISA_TAG_NNP || m->span.end - m->span.start != 9) continue;
        gisa_str name = gisa_span_text(m->span, p->text);
        if (gisa_name_look_of(name) != GISA_LOOK_STRONG ||
            gisa_endings_find(&p->bodies, name) > 0 ||
            gisa_script_before(p->text, m->span.start) == GISA_SCRIPT_HANGUL)
            continue;
        record(p, name);
        if (claim_person(p, m->span, GISA_EVIDENCE_NONE) < 0) return GISA_ENOMEM;
    }
    return GISA_OK;
}

/* Every other place where a name that was found occurs, with or without josa. */
static gisa_status everywhere(people *p)
{
    for (size_t i = 0; i < p->words->n; i++) {
        const gisa_word *w = &p->words->items[i];
        gisa_str text = word_text(p, i);
        if (text.n < 6 || (unsigned char)text.p[0] < 0xEA) continue;
        for (size_t k = 0; k < p->n; k++) {
            if (memcmp(text.p, p->names[k].p, 3) != 0 || !gisa_str_starts(text, p->names[k]))
                continue;
            size_t end = w->span.start + p->names[k].n;
            if (!gisa_name_ends(p->text, w->span.start, end)) continue;
            gisa_span span = {w->span.start, (uint32_t)end};
            gisa_evidence e = k < p->n_titled ? GISA_EVIDENCE_ELSEWHERE : GISA_EVIDENCE_NONE;
            if (claim_person(p, span, e) < 0) return GISA_ENOMEM;
        }
    }
    return GISA_OK;
}

gisa_status gisa_people_claim(gisa_str text, const gisa_words *words, const gisa_annotation *a,
                              gisa_claims *c)
{
    people p = {.text = text, .words = words, .claims = c};
    gisa_titles_init(&p.titles);
    gisa_endings_init(&p.bodies, &gisa_list_affiliation_endings);
    gisa_status st = by_titles(&p);
    if (st >= 0) st = by_marks(&p);
    if (st >= 0) st = by_speech(&p);
    p.n_titled = p.n;
    if (st >= 0) st = by_morphs(&p, a);
    if (st >= 0 && p.n) st = everywhere(&p);
    return st;
}

/* A phrase is read from its end: a title wants a name before it, a name stands for itself, a
 * noun of people or of bodies speaks as what it is. Short forms go to speaker_full.c. */
#include "nlp/facts/speaker_name.h"

#include "corpus/wordlist.h"
#include "nlp/facts/speaker_full.h"

#define PHRASE_MAX 8 /* words before a head */

typedef struct phrase {
    const gisa_speakers *s;
    const gisa_speech_sentence *sentence;
    size_t from, head; /* words */
    gisa_str stem;     /* of the head */
    size_t title;      /* bytes of the title that the stem ends in */
} phrase;

static gisa_str noun_text(const phrase *p, size_t i)
{
    return gisa_span_text(p->sentence->words[i].noun, p->s->text);
}

const gisa_entity *gisa_speaker_entity(const gisa_speakers *s, gisa_span span,
                                       gisa_entity_type type)
{
    size_t low = 0, high = s->a->n_entities;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (s->a->entities[mid].span.start < span.end)
            low = mid + 1;
        else
            high = mid;
    }
    for (; low > 0 && s->a->entities[low - 1].span.end > span.start; low--)
        if (s->a->entities[low - 1].type == type) return &s->a->entities[low - 1];
    return NULL;
}

static bool is_proper(const phrase *p, size_t i)
{
    const gisa_morph *m = gisa_speech_morph(p->sentence, i, 0);
    return m && (m->tag == GISA_TAG_NNP || m->tag == GISA_TAG_SL);
}

/* Words that say when, not who. */
static bool is_time(const phrase *p, size_t i)
{
    const gisa_morph *m = gisa_speech_morph(p->sentence, i, 0);
    return !m || (m->tag == GISA_TAG_SN && p->sentence->words[i].n < 3) ||
           gisa_wordlist_find(&gisa_list_speaker_times, noun_text(p, i));
}

/* 홍길동 전 장관: the word between is part of the phrase. */
static bool modifies_title(const phrase *p, size_t i)
{
    return i > 0 && p->sentence->words[i].n == 1 &&
           gisa_wordlist_find(&gisa_list_title_modifiers,
                              gisa_span_text(p->sentence->words[i].span, p->s->text));
}

static size_t phrase_begin(const phrase *p, size_t head)
{
    const gisa_speech_word *w = p->sentence->words;
    size_t i = head;
    while (i > 0 && head - i < PHRASE_MAX && !w[i].mark && !w[i - 1].comma) {
        bool noun = w[i - 1].part == GISA_PART_NOUN && w[i - 1].noun.end && !is_time(p, i - 1);
        if (!noun && !modifies_title(p, i - 1)) break;
        i--;
    }
    while (i < head && !w[i].noun.end) i++;
    return i;
}

static bool ends_as_body(const phrase *p, gisa_str w)
{
    return gisa_wordlist_suffix(&gisa_list_speaker_bodies, w) ||
           (w.n > 6 && gisa_endings_find(&p->s->bodies, w) > 0);
}

/* What only the recogniser takes for a body, though a person's name before a title, or before the
 * body whose title it is (흥부 가온부 과장). */
static bool is_mistaken(const phrase *p, size_t i, const gisa_entity *e)
{
    gisa_span noun = p->sentence->words[i].noun;
    if (e->id.p || p->title == 0 || e->span.start != noun.start) return false;
    gisa_name_look look = gisa_name_look_of(noun_text(p, i));
    if (e->span.end == noun.end) return look >= GISA_LOOK_WEAK;
    return look > GISA_LOOK_NONE && i + 1 < p->head && ends_as_body(p, noun_text(p, i + 1));
}

/* A body or place at word i, by entity or ending; {0, 0}: none. */
static gisa_span body_at(const phrase *p, size_t i)
{
    gisa_span noun = p->sentence->words[i].noun;
    const gisa_entity *e = gisa_speaker_entity(p->s, noun, GISA_ENTITY_OG);
    if (!e) e = gisa_speaker_entity(p->s, noun, GISA_ENTITY_LC);
    if (e && !is_mistaken(p, i, e)) return e->span;
    return ends_as_body(p, noun_text(p, i)) ? noun : (gisa_span){0, 0};
}

/* 기상청장 belongs to 기상청, 당선인 대변인 to nobody. */
static gisa_span affiliation(const phrase *p, gisa_span name)
{
    for (size_t i = p->from; i <= p->head; i++) {
        gisa_span noun = p->sentence->words[i].noun;
        if (noun.start < name.end && name.start < noun.end) continue;
        const gisa_entity *e = gisa_speaker_entity(p->s, noun, GISA_ENTITY_OG);
        if (i < p->head && e && e->span.end == noun.end)
            return e->span.start < name.end && name.start < e->span.end ? noun : e->span;
        if (i == p->head || gisa_endings_find(&p->s->titles, noun_text(p, i))) {
            gisa_str w = noun_text(p, i);
            if (!gisa_str_ends(w, GISA_STR("장")) || w.n < 12) continue;
            gisa_str body = gisa_str_cut(w, 0, w.n - 3);
            if (!gisa_wordlist_suffix(&gisa_list_speaker_bodies, body)) continue;
            return (gisa_span){noun.start, noun.end - 3};
        }
        gisa_span body = body_at(p, i);
        if (body.end) return body;
    }
    return (gisa_span){0, 0};
}

static bool give(const phrase *p, gisa_span name, gisa_speaker_kind kind, gisa_speaker *out)
{
    *out = (gisa_speaker){.name = name, .kind = kind, .affiliation = affiliation(p, name)};
    return true;
}

/* 존 스미스 미 국무장관 */
static bool is_country(const phrase *p, size_t i)
{
    return gisa_wordlist_find(&gisa_list_country_syllables, noun_text(p, i)) != NULL;
}

static bool give_person(const phrase *p, gisa_span name, gisa_speaker *out)
{
    for (size_t i = p->from + 1; i < p->head; i++)
        if (p->sentence->words[i].noun.end == name.end && is_country(p, i))
            name.end = p->sentence->words[i - 1].noun.end;
    return give(p, gisa_speaker_full_name(p->s, name), GISA_SPEAKER_PERSON, out);
}

static bool is_surname(gisa_str w)
{
    return (w.n == 3 && gisa_wordlist_find(&gisa_list_surnames, w)) ||
           gisa_wordlist_find(&gisa_list_compound_surnames, w);
}

/* 김모, 박 모, 최아무개, 유○○, A: a name kept back. */
static bool kept_back(gisa_str w)
{
    if (w.n == 1 && gisa_is_alpha(w.p[0])) return true;
    if (gisa_str_has(w, GISA_STR("○")) || gisa_str_has(w, GISA_STR("〇")) ||
        gisa_str_has(w, GISA_STR("*")))
        return true;
    bool given = (w.n == 6 && gisa_str_ends(w, GISA_STR("모"))) ||
                 (w.n == 12 && gisa_str_ends(w, GISA_STR("아무개")));
    return given && is_surname(gisa_str_cut(w, 0, 3));
}

/* 이 대표는, 이대표는: the person of that surname; else a name that nothing resolves. */
static bool by_surname(const phrase *p, gisa_span surname, gisa_speaker *out)
{
    gisa_str title = gisa_str_cut(p->stem, p->stem.n - p->title, p->stem.n);
    gisa_span full = gisa_speaker_by_surname(p->s, gisa_span_text(surname, p->s->text), title,
                                             surname.start);
    if (full.end) return give(p, full, GISA_SPEAKER_PERSON, out);
    gisa_span head = p->sentence->words[p->head].noun;
    return give(p, (gisa_span){surname.start, head.end}, GISA_SPEAKER_ANONYMOUS, out);
}

/* 한 단장은: a surname that is read as another word counts when somebody has it. */
static bool surname_outside(const phrase *p, gisa_speaker *out)
{
    if (p->from == 0 || p->sentence->words[p->from].mark) return false;
    const gisa_speech_word *w = &p->sentence->words[p->from - 1];
    if (w->comma || !is_surname(gisa_span_text(w->span, p->s->text))) return false;
    return by_surname(p, w->span, out) && out->kind == GISA_SPEAKER_PERSON;
}

/* The name of several words that nobody listed, and ends with word i: 라파엘 토레스 대령. */
static gisa_span foreign_name(const phrase *p, size_t i)
{
    const gisa_speech_word *w = p->sentence->words;
    gisa_span name = {0, 0};
    for (size_t k = i + 1; k-- > p->from;) {
        const gisa_morph *m = gisa_speech_morph(p->sentence, k, 0);
        bool proper = m->tag == GISA_TAG_NNP ||
                      (m->tag == GISA_TAG_NNG && k > p->from && is_proper(p, k - 1) &&
                       !gisa_wordlist_suffix(&gisa_list_speaker_roles, noun_text(p, k)));
        bool named = proper && w[k].n == 1 && !body_at(p, k).end && !is_country(p, k) &&
                     !gisa_endings_find(&p->s->titles, noun_text(p, k));
        if (!named && name.end) break;
        if (!named && !body_at(p, k).end && !is_country(p, k)) break;
        if (!named) continue;
        name.start = w[k].noun.start;
        if (!name.end) name.end = w[k].noun.end;
    }
    return name;
}

/* Whether the recogniser alone takes the word for a body or place. */
static bool is_certain_body(const phrase *p, size_t i)
{
    gisa_span noun = p->sentence->words[i].noun;
    const gisa_entity *e = gisa_speaker_entity(p->s, noun, GISA_ENTITY_OG);
    if (!e) e = gisa_speaker_entity(p->s, noun, GISA_ENTITY_LC);
    if (e && e->id.p) return true;
    return ends_as_body(p, noun_text(p, i));
}

/* The proper nouns that begin the phrase, two before a body or the title, or one before a title
 * that people bear (나타샤 벨몬드 가온 주 총리, 벨몬드 교수), whatever the recogniser took them
 * for. */
static gisa_span leading_name(const phrase *p)
{
    enum { WORDS = 3 };
    const gisa_speech_word *w = p->sentence->words;
    size_t i = p->from;
    for (; i < p->head && i - p->from < WORDS; i++) {
        gisa_str next = i + 1 < p->head ? noun_text(p, i + 1) : GISA_NONE;
        if (!is_proper(p, i) || gisa_str_is(next, "주") || is_certain_body(p, i) ||
            gisa_syllables(noun_text(p, i)) < 2 ||
            gisa_endings_find(&p->s->titles, noun_text(p, i)))
            break;
    }
    size_t n = i - p->from;
    gisa_str title = gisa_str_cut(p->stem, p->stem.n - p->title, p->stem.n);
    bool personal = p->stem.n == p->title && n == 1 && i == p->head &&
                    gisa_wordlist_find(&gisa_list_personal_titles, title) != NULL;
    if (n < 2 && !personal) return (gisa_span){0, 0};
    return (gisa_span){w[p->from].noun.start, w[i - 1].noun.end};
}

/* 후미오, 수전: a proper noun by itself that is no body. */
static bool is_part_of_name(const phrase *p, size_t i, bool foreign)
{
    const gisa_morph *m = gisa_speech_morph(p->sentence, i, 0);
    return m->tag == GISA_TAG_NNP && p->sentence->words[i].n == 1 && !body_at(p, i).end &&
           !is_country(p, i) &&
           (foreign || gisa_name_look_of(noun_text(p, i)) != GISA_LOOK_STRONG) &&
           !gisa_endings_find(&p->s->titles, noun_text(p, i));
}

/* A person's entity in the phrase, not inside another word (천수만사업단장), with the words of the
 * name that the entity leaves out (기시다 후미오 총리). */
static gisa_span listed_name(const phrase *p, size_t end)
{
    const gisa_speech_word *w = p->sentence->words;
    size_t from = p->from;
    if (p->head > from) {
        /* 박수현 군 아버지 박종대 씨: the name right before the title */
        gisa_span last = w[p->head - 1].noun;
        const gisa_entity *e = gisa_speaker_entity(p->s, last, GISA_ENTITY_PS);
        if (e && e->span.end == last.end && p->stem.n == p->title) from = p->head - 1;
    }
    for (size_t i = from; i <= p->head; i++) {
        const gisa_entity *e = gisa_speaker_entity(p->s, w[i].noun, GISA_ENTITY_PS);
        if (!e || e->span.start < w[p->from].noun.start || e->span.end > end) continue;
        if (e->span.end != w[i].noun.end && e->span.end != end) continue;
        gisa_span name = e->span;
        if (name.start > w[i].noun.start && p->s->text.p[name.start - 1] == '-')
            name.start = w[i].noun.start; /* 장-피에르 */
        gisa_name_look look = gisa_name_look_of(gisa_span_text(name, p->s->text));
        if (look == GISA_LOOK_STRONG) return name;
        for (size_t k = i + 1; k < p->head && is_part_of_name(p, k, false); k++)
            name.end = w[k].noun.end;
        for (size_t k = i; k > p->from && is_part_of_name(p, k - 1, look < GISA_LOOK_WEAK); k--)
            name.start = w[k - 1].noun.start;
        return name;
    }
    return (gisa_span){0, 0};
}

/* 이유, 판매량: things. Those of one syllable are words by themselves only. */
static bool says_nothing(gisa_str stem)
{
    const gisa_wordlist_item *end = gisa_wordlist_suffix(&gisa_list_not_speakers, stem);
    return end && (end->word.n > 3 || end->word.n == stem.n);
}

/* 춘매 차장, 흥부 가온부 과장: a noun of a name's length right before a title, or before the
 * body whose title it bears. */
static bool leads_body(const phrase *p)
{
    gisa_str first = noun_text(p, p->from);
    size_t syllables = gisa_syllables(first);
    const gisa_morph *m = gisa_speech_morph(p->sentence, p->from, 0);
    bool noun = m->tag == GISA_TAG_NNP || m->tag == GISA_TAG_NNG;
    if (p->head == p->from || !noun || p->sentence->words[p->from].n != 1 || syllables < 2 ||
        syllables > 3 || gisa_name_look_of(first) == GISA_LOOK_NONE || says_nothing(first) ||
        gisa_wordlist_suffix(&gisa_list_speaker_roles, first) || body_at(p, p->from).end ||
        gisa_endings_find(&p->s->titles, first))
        return false;
    if (p->head == p->from + 1) return m->tag == GISA_TAG_NNP && p->stem.n == p->title;
    return body_at(p, p->from + 1).end != 0;
}

/* The person of a phrase that ends in a title. */
static bool titled(const phrase *p, gisa_speaker *out)
{
    const gisa_speech_word *w = p->sentence->words;
    gisa_span head = w[p->head].noun;
    gisa_span before = {w[p->from].noun.start, head.end - (uint32_t)p->title};
    gisa_str own = gisa_str_cut(p->stem, 0, p->stem.n - p->title);
    size_t bracket = gisa_str_find_byte(own, '(', 0);
    if (bracket != GISA_NPOS) own.n = bracket;
    bool alone = own.n == 0;
    if (kept_back(own) || (alone && p->head > p->from && kept_back(noun_text(p, p->head - 1)))) {
        uint32_t start = alone ? w[p->head - 1].noun.start : head.start;
        return give(p, (gisa_span){start, head.end}, GISA_SPEAKER_ANONYMOUS, out);
    }
    /* 김 모 씨, 이 모씨: the surname may be read as another word */
    size_t mo = alone ? p->head : p->head + 1;
    if (mo > 1 && mo - 1 >= p->from && gisa_str_is(alone ? noun_text(p, mo - 1) : own, "모") &&
        is_surname(gisa_span_text(w[mo - 2].span, p->s->text)))
        return give(p, (gisa_span){w[mo - 2].span.start, head.end}, GISA_SPEAKER_ANONYMOUS, out);
    gisa_span name = listed_name(p, before.end);
    if (name.end && is_surname(gisa_span_text(name, p->s->text))) return by_surname(p, name, out);
    if (name.end) return give_person(p, name, out);
    if (is_surname(own))
        return by_surname(p, (gisa_span){head.start, head.start + (uint32_t)own.n}, out);
    if (p->head == p->from && own.n >= 6 && gisa_name_look_of(own) >= GISA_LOOK_WEAK &&
        is_proper(p, p->head))
        return give_person(p, (gisa_span){head.start, head.start + (uint32_t)own.n}, out);
    if (p->head == p->from) return surname_outside(p, out);
    /* 이 전 대표는 */
    if (p->head > p->from + 1 && modifies_title(p, p->head - 1) &&
        is_surname(noun_text(p, p->head - 2)))
        return by_surname(p, w[p->head - 2].noun, out);
    if (p->head > p->from + 1 && gisa_str_is(noun_text(p, p->head - 1), "주") &&
        body_at(p, p->head - 2).end)
        return false; /* 가온 주 총리 */
    if (is_surname(noun_text(p, p->head - 1))) return by_surname(p, w[p->head - 1].noun, out);
    for (size_t i = p->head; i-- > p->from;) {
        gisa_name_look look = gisa_name_look_of(noun_text(p, i));
        if (look == GISA_LOOK_STRONG && !body_at(p, i).end) return give_person(p, w[i].noun, out);
        if (look == GISA_LOOK_WEAK && is_proper(p, i) && !body_at(p, i).end &&
            (i + 1 == p->head || i == p->from))
            return give_person(p, w[i].noun, out);
    }
    if (leads_body(p)) return give_person(p, w[p->from].noun, out);
    name = foreign_name(p, p->head - 1);
    if (!name.end) name = leading_name(p);
    return name.end && give_person(p, name, out);
}

/* 그는, 그녀는: who spoke last, or the last person named. */
static bool pronoun(const phrase *p, gisa_speaker *out)
{
    const gisa_morph *m = gisa_speech_morph(p->sentence, p->head, 0);
    bool anyone = gisa_str_is(m->form, "누군가"); /* read by itself it is a noun */
    if ((m->tag != GISA_TAG_NP && !anyone) || gisa_str_is(m->form, "모")) return false;
    *out = (gisa_speaker){.kind = GISA_SPEAKER_NONE};
    bool they = gisa_str_is(p->stem, "이들") || gisa_str_is(p->stem, "그들");
    gisa_speaker_kind last = p->s->topic.kind; /* whom the sentence right before is of */
    if (they && (last == GISA_SPEAKER_BODY || last == GISA_SPEAKER_ROLE) &&
        p->s->topic_end == p->sentence->span.start &&
        p->s->text.p[p->sentence->span.start - 1] != '\n')
        *out = p->s->topic;
    if (p->sentence->words[p->head].noun.end - m->span.start > 6) return true;
    if (!gisa_str_is(m->form, "그") && !gisa_str_is(m->form, "그녀")) return true;
    gisa_speaker who = gisa_speaker_meant(p->s, m->span.start);
    if (who.name.end) *out = who;
    return true;
}

/* 운행률, 사망자수: what is measured. */
static bool is_measured(const phrase *p)
{
    static const char *const ends[] = {"률", "율", "량", "액", "성", "화", "력", "론"};
    const gisa_speech_word *w = &p->sentence->words[p->head];
    for (uint32_t k = w->n; k-- > 1;) {
        const gisa_morph *m = p->sentence->morphs[w->morph + k];
        if (m->span.end != w->noun.end || m->tag != GISA_TAG_XSN) continue;
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            if (gisa_str_is(m->form, ends[i])) return true;
    }
    return false;
}

/* 30대 */
static bool is_age(const phrase *p)
{
    return p->stem.n == 5 && gisa_is_digit(p->stem.p[0]) && p->stem.p[1] == '0' &&
           gisa_str_ends(p->stem, GISA_STR("대"));
}

/* 경찰 관계자, 주민들: the phrase as it is; 이 관계자: the one who spoke. */
static bool role(const phrase *p, gisa_speaker *out)
{
    const gisa_speech_word *w = p->sentence->words;
    gisa_str stem = p->stem;
    bool many = stem.n > 6 && gisa_str_ends(stem, GISA_STR("들"));
    if (many) stem.n -= 3;
    const gisa_wordlist_item *role = gisa_wordlist_suffix(&gisa_list_speaker_roles, stem);
    if (!many && !role && !p->title && !is_age(p)) return false;
    gisa_span person = listed_name(p, w[p->head].noun.end);
    bool unnamed = role && role->value.n > 0;
    if (person.end && !many && !unnamed) return give_person(p, person, out);
    if (many && says_nothing(stem)) return false;
    if (p->from > 0 && !w[p->from].mark) {
        const gisa_morph *m = gisa_speech_morph(p->sentence, p->from - 1, 0);
        bool this = m && m->tag == GISA_TAG_MM &&
                    (gisa_str_is(m->form, "이") || gisa_str_is(m->form, "그"));
        if (this &&
            (p->s->last.kind == GISA_SPEAKER_ROLE || p->s->last.kind == GISA_SPEAKER_ANONYMOUS)) {
            *out = p->s->last;
            return true;
        }
    }
    gisa_span name = {w[p->from].noun.start, w[p->head].noun.end};
    if (p->from == p->head && p->title == p->stem.n && !many) {
        person = gisa_speaker_by_title(p->s, p->stem, name.start);
        if (person.end) return give(p, person, GISA_SPEAKER_PERSON, out);
    }
    return give(p, name, GISA_SPEAKER_ROLE, out);
}

/* 국방부는, 가온군은, 원자력 당국은. */
static bool body(const phrase *p, gisa_speaker_test test, gisa_speaker *out)
{
    const gisa_speech_word *w = p->sentence->words;
    gisa_span head = w[p->head].noun;
    const gisa_entity *e = gisa_speaker_entity(p->s, (gisa_span){head.end - 1, head.end},
                                               GISA_ENTITY_OG);
    gisa_span name = head;
    if (e) {
        name = e->span;
    } else if (gisa_wordlist_find(&gisa_list_speaker_bodies, p->stem)) {
        size_t from = p->from; /* 원자력 당국, but 홍길동 가온국 정부 */
        while (from < p->head && gisa_speaker_entity(p->s, w[from].noun, GISA_ENTITY_PS)) from++;
        name.start = w[from < p->head ? from : p->from].noun.start;
    } else if (!gisa_speaker_entity(p->s, (gisa_span){head.end - 1, head.end}, GISA_ENTITY_LC) &&
               !gisa_wordlist_suffix(&gisa_list_speaker_bodies, p->stem) &&
               !(p->stem.n >= 9 && gisa_str_ends(p->stem, GISA_STR("위"))) &&
               !(p->stem.n > 6 && gisa_endings_find(&p->s->organisations, p->stem) > 0) &&
               !(test >= GISA_TEST_NAME && p->stem.n >= 9 &&
                 gisa_endings_find(&p->s->bodies, p->stem) > 0)) {
        return false;
    }
    return give(p, gisa_speaker_full_body(p->s, name), GISA_SPEAKER_BODY, out);
}

/* 여행사 측: the people of a body, or the body when it has a name. */
static bool side(const phrase *p, gisa_speaker *out)
{
    const gisa_speech_word *w = p->sentence->words;
    bool alone = gisa_str_is(p->stem, "측");
    if (!gisa_str_ends(p->stem, GISA_STR("측")) || (alone && p->head == p->from)) return false;
    gisa_span name = {w[p->from].noun.start, w[p->head].noun.end};
    return give(p, name, GISA_SPEAKER_ROLE, out);
}

/* ‘나눔과 가온 연대’는: all that is between the marks is the name of a body. */
static bool marked(const phrase *p, gisa_speaker *out)
{
    gisa_span name;
    if (!gisa_speech_marked(p->sentence, p->s->text, p->head, &name) ||
        name.start >= p->sentence->words[p->head].span.start ||
        gisa_speaker_entity(p->s, name, GISA_ENTITY_PS))
        return false;
    return give(p, name, GISA_SPEAKER_BODY, out);
}

/* 태풍 나비는, ‘나비’는: by the noun before it no body, or in marks and no body that we know. */
static bool is_work(const phrase *p)
{
    const gisa_speech_word *w = &p->sentence->words[p->head];
    const gisa_wordlist_item *kind = NULL;
    if (p->head > p->from)
        kind = gisa_wordlist_suffix(&gisa_list_kind_nouns, noun_text(p, p->head - 1));
    if (kind) return !gisa_str_is(kind->value, "OG") && !gisa_str_is(kind->value, "LC");
    if (p->head > p->from && ends_as_body(p, noun_text(p, p->head - 1))) return false;
    return w->span.start < w->noun.start && !gisa_speaker_entity(p->s, w->noun, GISA_ENTITY_OG);
}

/* A name that is in no list: 김재환은, 레스터는, 하이드로는. */
static bool named(const phrase *p, gisa_speaker_test test, gisa_speaker *out)
{
    const gisa_speech_word *w = p->sentence->words;
    gisa_span head = w[p->head].noun;
    gisa_span listed = {0, 0}; /* 홍길동 차관보: what looks like a name may be a title */
    if (p->head > p->from) listed = listed_name(p, w[p->head - 1].noun.end);
    if (listed.end && gisa_name_look_of(p->stem) == GISA_LOOK_STRONG)
        return give_person(p, listed, out);
    const gisa_entity *e = gisa_speaker_entity(p->s, head, GISA_ENTITY_PS);
    bool named_body = e && !e->id.p && gisa_name_look_of(p->stem) < GISA_LOOK_STRONG &&
                      gisa_endings_find(&p->s->organisations, p->stem) > 0; /* 가온뉴스는 */
    if (named_body) return false;
    gisa_span full_body = head; /* a search of the text, for what looks like a name alone */
    if (gisa_name_look_of(p->stem) >= GISA_LOOK_WEAK)
        full_body = gisa_speaker_full_body(p->s, head);
    if (full_body.start != head.start &&
        gisa_str_starts(gisa_span_text(full_body, p->s->text), gisa_str_cut(p->stem, 0, 3)))
        return give(p, full_body, GISA_SPEAKER_BODY, out); /* 한국민물연구원(한민원) */
    if (e && e->span.end == head.end) return give_person(p, e->span, out);
    const gisa_morph *m = gisa_speech_morph(p->sentence, p->head, 0);
    if (m->span.end < head.end) return false;
    if (m->tag == GISA_TAG_SL && test >= GISA_TEST_NAME)
        return give(p, gisa_speaker_full_body(p->s, head), GISA_SPEAKER_BODY, out);
    if (m->tag != GISA_TAG_NNP) return false;
    bool after_title = p->head > p->from &&
                       gisa_endings_find(&p->s->titles, noun_text(p, p->head - 1)) > 0;
    if (gisa_name_look_of(p->stem) == GISA_LOOK_STRONG || after_title)
        return give_person(p, head, out);
    gisa_span full = gisa_speaker_full_name(p->s, head);
    if (full.start != head.start) return give(p, full, GISA_SPEAKER_PERSON, out);
    gisa_span run = foreign_name(p, p->head);
    if (run.end && run.start < head.start) return give(p, run, GISA_SPEAKER_PERSON, out);
    return test >= GISA_TEST_NAME && !is_work(p) &&
           give(p, gisa_speaker_full_body(p->s, head), GISA_SPEAKER_BODY, out);
}

bool gisa_speaker_name(const gisa_speakers *s, const gisa_speech_sentence *sentence, size_t i,
                       gisa_speaker_test test, gisa_speaker *out)
{
    phrase p = {.s = s, .sentence = sentence, .head = i};
    if (!sentence->words[i].noun.end) return false;
    p.from = phrase_begin(&p, i);
    p.stem = noun_text(&p, i);
    if (gisa_str_is(gisa_speech_morph(sentence, i, 0)->form, "거")) return false; /* 건, 게 */
    if (pronoun(&p, out)) return true;
    if (is_time(&p, i) || gisa_speaker_entity(s, sentence->words[i].noun, GISA_ENTITY_DT))
        return false;
    p.title = gisa_endings_find(&s->titles, p.stem);
    if (p.title && gisa_str_ends(gisa_str_cut(p.stem, 0, p.stem.n - p.title), GISA_STR("부")) &&
        p.stem.n - p.title == 3)
        p.title += 3; /* 부의장 */
    if (!p.title && p.stem.n >= 6 && gisa_str_ends(p.stem, GISA_STR("장"))) {
        /* a title that no list has: only with a name */
        p.title = 3;
        if (titled(&p, out) && out->kind == GISA_SPEAKER_PERSON) return true;
        p.title = 0;
    }
    bool some = gisa_str_is(p.stem, "모군") || gisa_str_is(p.stem, "모양");
    if (some && i > 0 && is_surname(gisa_span_text(sentence->words[i - 1].span, s->text)))
        return give(&p, (gisa_span){sentence->words[i - 1].span.start, sentence->words[i].noun.end},
                    GISA_SPEAKER_ANONYMOUS, out);
    if (kept_back(p.stem) && p.stem.n > 1)
        return give(&p, sentence->words[i].noun, GISA_SPEAKER_ANONYMOUS, out);
    if (test >= GISA_TEST_NAME && marked(&p, out)) return true;
    if (p.title && titled(&p, out)) return true;
    if (side(&p, out) || named(&p, GISA_TEST_KNOWN, out)) return true;
    const gisa_wordlist_item *people = gisa_wordlist_suffix(&gisa_list_speaker_roles, p.stem);
    bool either = people && gisa_wordlist_find(&gisa_list_speaker_bodies, people->word);
    gisa_span end = {sentence->words[i].noun.end - 1, sentence->words[i].noun.end};
    if (people && !either && !gisa_speaker_entity(s, end, GISA_ENTITY_OG) && role(&p, out))
        return true;
    if (body(&p, test, out)) return true;
    if (!people && p.head > p.from && !says_nothing(p.stem) &&
        !gisa_str_ends(p.stem, GISA_STR("들"))) {
        /* 차관보, 해설위원: whatever comes after a name */
        size_t title = p.title;
        p.title = p.stem.n;
        if (titled(&p, out) && out->kind == GISA_SPEAKER_PERSON) return true;
        p.title = title;
    }
    if (says_nothing(p.stem)) return false;
    if (role(&p, out)) return true;
    if (named(&p, test, out)) return true;
    if (test < GISA_TEST_NOUN) return false;
    const gisa_morph *m = gisa_speech_morph(sentence, i, 0);
    gisa_span term; /* ‘값’은 */
    if (m->tag != GISA_TAG_NNG || is_measured(&p) ||
        gisa_speech_marked(sentence, s->text, i, &term))
        return false;
    return give(&p, (gisa_span){sentence->words[p.from].noun.start, sentence->words[i].noun.end},
                GISA_SPEAKER_ROLE, out);
}

gisa_speaker gisa_speaker_known(const gisa_speakers *s, gisa_span name, gisa_speaker_kind kind)
{
    gisa_speaker who = {.name = name, .kind = kind};
    if (kind == GISA_SPEAKER_PERSON) who.name = gisa_speaker_full_name(s, name);
    if (kind == GISA_SPEAKER_BODY) who.name = gisa_speaker_full_body(s, name);
    return who;
}

/* The order: a label of broadcasts; the subject before the quotation; the speaker of the quotation
 * before it when the sentence goes on; the subject after it (“…”라고 홍길동 교수는 말했다); “…에
 * 따르면”; the sentence after speech that stands alone; the sentences before. */
#include "nlp/facts/speaker_clause.h"

#include "corpus/wordlist.h"
#include "nlp/facts/broadcast.h"
#include "nlp/facts/mark_sense.h"
#include "nlp/facts/medium.h"
#include "nlp/facts/speech_verb.h"

/* How far back a speaker is looked for (tests/bench/facts.py). */
#define BACK_LINES 2
#define PLACE_MAX  9 /* bytes of a place that has no id: 가온군 */

/* The person of the title; else of the body, when there is no other. */
static void only_person(gisa_speakers *s)
{
    gisa_span found = {0, 0};
    for (size_t i = 0; i < s->a->n_entities; i++) {
        const gisa_entity *e = &s->a->entities[i];
        if (e->type != GISA_ENTITY_PS) continue;
        bool title = e->span.start < s->body;
        if (!title && found.end && found.start < s->body) break;
        if (!title && found.end &&
            !gisa_str_eq(gisa_span_text(found, s->text), gisa_span_text(e->span, s->text)))
            return;
        if (title || !found.end) found = e->span;
    }
    if (found.end) s->only = gisa_speaker_known(s, found, GISA_SPEAKER_PERSON);
}

gisa_status gisa_speakers_init(gisa_speakers *s, gisa_str text, size_t body, gisa_annotation *a)
{
    *s = (gisa_speakers){.text = text, .a = a, .body = body};
    gisa_titles_init(&s->titles);
    gisa_endings_init(&s->bodies, &gisa_list_affiliation_endings);
    gisa_endings_init(&s->organisations, &gisa_list_organisation_endings);
    only_person(s);
    return GISA_OK;
}

void gisa_speaker_remember(gisa_speakers *s, gisa_speaker who, size_t end)
{
    s->last = who;
    s->last_end = end;
}

/* 서울시 역시, 연구원 또한, 서울시도 */
static bool joins(const gisa_speech_sentence *n, size_t i)
{
    if (n->words[i].part == GISA_PART_ALSO) return true;
    if (n->words[i].part != GISA_PART_NOUN || n->words[i].comma || i + 1 >= n->n) return false;
    const gisa_morph *m = gisa_speech_morph(n, i + 1, 0);
    return m && (gisa_str_is(m->form, "역시") || gisa_str_is(m->form, "또한"));
}

/* 이스트시큐리티에서는: a body by name speaks so; 국회에서는 is a place. */
static bool speaks_from(const gisa_speakers *s, const gisa_speech_sentence *n, size_t i,
                        gisa_speaker_test near, gisa_speaker *out)
{
    const gisa_morph *last = gisa_speech_morph(n, i, -1);
    if (n->words[i].part != GISA_PART_PLACE || !last || gisa_str_is(last->form, "에서"))
        return false;
    gisa_span noun = n->words[i].noun;
    const gisa_entity *e = gisa_speaker_entity(s, noun, GISA_ENTITY_LC);
    bool occasion = gisa_wordlist_suffix(&gisa_list_speech_places, gisa_span_text(noun, s->text)) !=
                    NULL;
    bool place = (e && (e->id.p || noun.end - noun.start <= PLACE_MAX)) || occasion ||
                 gisa_wordlist_suffix(&gisa_list_place_endings, gisa_span_text(noun, s->text));
    /* 유족은 모임을 거부하였고 기자회견에서는 “…”고 말했다 */
    if (occasion && near == GISA_TEST_NOUN) return false;
    if (!place && gisa_speaker_name(s, n, i, GISA_TEST_NAME, out) && out->kind == GISA_SPEAKER_BODY)
        return true;
    *out = (gisa_speaker){.kind = GISA_SPEAKER_NONE};
    return place; /* nobody we know: but nobody else, either */
}

bool gisa_subject_before(const gisa_speakers *s, const gisa_speech_sentence *n, size_t from,
                         size_t to, gisa_speaker_test near, gisa_speaker *out, size_t *at)
{
    int kept = 0; /* verbs that still want their own subject */
    for (size_t i = to; i-- > from;) {
        gisa_part part = n->words[i].part;
        *at = i;
        if (part == GISA_PART_TOPIC && gisa_speaker_name(s, n, i, near, out)) return true;
        if (part == GISA_PART_SUBJECT) {
            if (kept > 0)
                kept--;
            else if (gisa_speaker_name(s, n, i, near, out))
                return true;
        } else if (joins(n, i) && kept == 0 &&
                   gisa_speaker_name(s, n, i, part == GISA_PART_ALSO ? GISA_TEST_KNOWN : near,
                                     out)) {
            return true;
        } else if (speaks_from(s, n, i, near, out)) {
            return true;
        } else if (i + 1 == to && part == GISA_PART_NOUN && n->words[i].noun.end &&
                   gisa_speaker_name(s, n, i, GISA_TEST_KNOWN, out) &&
                   out->kind == GISA_SPEAKER_PERSON) {
            return true;
        }
        bool inner = part == GISA_PART_QUOTING && !n->words[i].mark;
        if (inner || gisa_speech_keeps_subject(n, i)) kept++;
        if (gisa_speech_is_verb(n, i)) near = GISA_TEST_NAME;
    }
    return false;
}

bool gisa_subject_after(const gisa_speakers *s, const gisa_speech_sentence *n, size_t from,
                        size_t to, gisa_speaker *out, size_t *at)
{
    for (size_t i = from; i < to; i++) {
        gisa_part part = n->words[i].part;
        *at = i;
        if ((part == GISA_PART_TOPIC || part == GISA_PART_SUBJECT) &&
            gisa_speaker_name(s, n, i, GISA_TEST_NAME, out))
            return true;
        if (part == GISA_PART_GENITIVE && i + 1 < to) {
            const gisa_morph *what = gisa_speech_morph(n, i + 1, 0);
            if (what->tag == GISA_TAG_NNG &&
                gisa_wordlist_find(&gisa_list_speaking_nouns, what->form) &&
                gisa_speaker_name(s, n, i, GISA_TEST_KNOWN, out))
                return true;
        }
        if (gisa_speech_is_verb(n, i) && i > from) return false;
    }
    return false;
}

/* 가온청의 보도자료에, 가온청 발표에: whose the document in word `at` is. */
static bool publisher(const gisa_speakers *s, const gisa_speech_sentence *n, size_t from, size_t at,
                      gisa_speaker *out)
{
    static const char *const documents[] = {"보도자료", "자료", "발표", "예보", "설명",
                                            "말",       "통계", "집계", "조사"};
    if (at == from) return false;
    gisa_str w = gisa_span_text(n->words[at].noun, s->text);
    bool document = false;
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        document = document || gisa_str_is(w, documents[i]);
    gisa_part part = n->words[at - 1].part;
    return document && (part == GISA_PART_GENITIVE || part == GISA_PART_NOUN) &&
           gisa_speaker_name(s, n, at - 1, GISA_TEST_KNOWN, out) && out->name.end;
}

bool gisa_speaker_according(const gisa_speakers *s, const gisa_speech_sentence *n, size_t from,
                            size_t to, gisa_speaker *out, size_t *at)
{
    for (size_t i = from + 1; i < to; i++) {
        const gisa_morph *m = gisa_speech_morph(n, i, 0);
        bool follows = gisa_str_is(m->form, "따르") || gisa_str_is(m->form, "의하");
        if (m->tag != GISA_TAG_VV || !follows || n->words[i - 1].part != GISA_PART_CASE ||
            n->words[i].part != GISA_PART_LINK)
            continue;
        gisa_str w = gisa_span_text(n->words[i - 1].noun, s->text);
        bool title = gisa_wordlist_find(&gisa_list_titles, w) != NULL; /* 책임에 따르면 */
        if ((title || !gisa_speaker_name(s, n, i - 1, GISA_TEST_NAME, out)) &&
            !publisher(s, n, from, i - 1, out))
            *out = (gisa_speaker){.kind = GISA_SPEAKER_NONE};
        *at = i;
        return true;
    }
    return false;
}

/* 한편: the sentence is of something else. */
static bool turns(const gisa_speech_sentence *n)
{
    return n->n > 0 && gisa_str_is(gisa_speech_morph(n, 0, 0)->form, "한편");
}

void gisa_speaker_before(const gisa_speakers *s, gisa_speaker *out)
{
    int lines = 0;
    *out = (gisa_speaker){.kind = GISA_SPEAKER_NONE};
    if (!s->topic.name.end || turns(&s->now)) return;
    for (size_t at = s->topic_end > 0 ? s->topic_end - 1 : 0; at < s->now.span.start; at++)
        lines += s->text.p[at] == '\n';
    if (lines <= BACK_LINES) *out = s->topic;
}

bool gisa_speaker_goes_on(const gisa_speakers *s)
{
    return s->topic_end > 0 && s->topic_end == s->now.span.start &&
           s->text.p[s->topic_end - 1] != '\n';
}

/* Whether the sentence says that somebody says something: 매화는 이렇게 적었다. */
static bool ends_in_saying(const gisa_speech_sentence *n)
{
    return n->n > 0 && n->words[n->n - 1].part == GISA_PART_END && gisa_speech_says(n, n->n - 1);
}

/* 이렇게 말했다, 다음과 같이 밝혔다: what is said comes next. */
static bool announces(const gisa_speakers *s)
{
    static const char *const words[] = {"이렇게", "이같이", "같이"};
    const gisa_speech_sentence *n = &s->now;
    if (!ends_in_saying(n)) return false;
    for (size_t i = 0; i < n->n; i++) {
        if (n->words[i].mark) return false;
        gisa_str w = gisa_span_text(n->words[i].span, s->text);
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            if (gisa_str_is(w, words[k]) && i + 1 < n->n) return true;
    }
    return false;
}

/* Whether nothing but nouns comes before `at`: 대한민국 가온도가 */
static bool begins_with(const gisa_speech_sentence *n, size_t at)
{
    size_t i = 0;
    while (i < n->n && n->words[i].span.start < at && n->words[i].part == GISA_PART_NOUN) i++;
    return i < n->n && n->words[i].span.start >= at;
}

/* The main subject of the sentence; a known person or body. */
static bool main_subject(const gisa_speakers *s, gisa_speaker *out)
{
    const gisa_speech_sentence *n = &s->now;
    gisa_speaker_test test = ends_in_saying(n) ? GISA_TEST_NOUN : GISA_TEST_KNOWN;
    for (size_t i = 0; i < n->n; i++) {
        bool also = n->words[i].part == GISA_PART_ALSO;
        if ((n->words[i].part == GISA_PART_TOPIC || also) &&
            gisa_speaker_name(s, n, i, also ? GISA_TEST_KNOWN : test, out) && out->name.end &&
            !(also && out->kind == GISA_SPEAKER_ROLE))
            return true;
    }
    for (size_t i = 0; i < n->n; i++) {
        if (n->words[i].part != GISA_PART_SUBJECT ||
            !gisa_speaker_name(s, n, i, GISA_TEST_KNOWN, out))
            continue;
        bool first = begins_with(n, out->name.start);
        if (out->kind == GISA_SPEAKER_PERSON || (out->kind == GISA_SPEAKER_BODY && first))
            return true;
    }
    return false;
}

void gisa_speaker_note(gisa_speakers *s)
{
    gisa_speaker who;
    bool talks, spoke = s->last.name.end && s->last_end > s->now.span.start;
    if (spoke)
        who = s->last;
    else if (!main_subject(s, &who))
        return;
    s->topic = who;
    s->topic_end = s->now.span.end;
    s->topic_spoke = spoke || announces(s);
    if (who.kind == GISA_SPEAKER_PERSON) s->person = who;
    if (spoke) return;
    gisa_span medium = gisa_medium_find(s, &s->now, (gisa_span){0, 0}, who.name, &talks);
    if (!talks) return;
    s->medium = medium;
    s->guest = who.name;
}

/* The words of s->now before the quotation (up to the one before it) and after it (likewise). */
typedef struct place {
    size_t from, split, to;
    bool goes_on; /* another quotation comes before it in the sentence */
} place;

static place place_of(const gisa_speakers *s, size_t k)
{
    const gisa_speech_sentence *n = &s->now;
    const gisa_mark_pair *pair = &s->pairs.items[k];
    place p = {.to = n->n};
    while (p.split < n->n && n->words[p.split].span.start < pair->outer.start) p.split++;
    for (size_t i = 0; i < p.split; i++)
        if (n->words[i].mark) p.from = i;
    for (size_t i = p.split + 1; i < n->n && p.to == n->n; i++)
        if (n->words[i].mark) p.to = i;
    p.goes_on = s->last_end > n->span.start && s->last_end <= pair->outer.start;
    return p;
}

/* Whether speech stands by itself: nothing in the sentence takes it up. */
static bool alone(const gisa_speakers *s, size_t k)
{
    size_t end = s->pairs.items[k].outer.end;
    if (end < s->text.n && s->text.p[end] == '.') end++;
    return end >= s->text.n || s->text.p[end] == ' ' || s->text.p[end] == '\n';
}

static bool ends_in_noun_of_saying(const gisa_speech_sentence *n)
{
    const gisa_morph *m = gisa_speech_morph(n, n->n - 1, 0);
    const gisa_morph *next = gisa_speech_morph(n, n->n - 1, 1);
    return next && next->tag == GISA_TAG_VCP &&
           gisa_wordlist_find(&gisa_list_speaking_nouns, m->form);
}

/* The sentence after speech that stands alone: 이춘풍 씨의 말이다. */
static gisa_status from_next(gisa_speakers *s, size_t end, gisa_speaker *out, bool *found)
{
    *found = false;
    if (end + 1 >= s->text.n || (s->text.p[end] != ' ' && s->text.p[end] != '\n')) return GISA_OK;
    bool line = s->text.p[end] == '\n';
    gisa_span span = gisa_speech_sentence_at(s->text, &s->pairs, s->body, end + 1);
    span.start = (uint32_t)end + 1;
    gisa_speech_sentence *n = &s->past;
    if (gisa_speech_sentence_fill(n, s->text, s->a, &s->pairs, span) < 0) return GISA_ENOMEM;
    size_t at;
    bool says = false;
    for (size_t i = 0; i < n->n; i++) {
        const gisa_morph *m = gisa_speech_morph(n, i, 0);
        says = says || gisa_speech_says(n, i) ||
               (m->tag == GISA_TAG_NNG && gisa_wordlist_find(&gisa_list_speaking_nouns, m->form));
        if (n->words[i].mark) return GISA_OK;
    }
    /* in the next paragraph only as 이춘풍 씨의 말이다 */
    if (line && (n->n == 0 || !ends_in_noun_of_saying(n))) return GISA_OK;
    *found = says && gisa_subject_after(s, n, 0, n->n, out, &at) && out->name.end;
    return GISA_OK;
}

/* “…”는 물음에 김 씨는, “…”는 말이 나왔다, “…”는 비판을 받았다: whose the quotation is, the
 * sentence does not say. */
static bool is_of_others(const gisa_speakers *s, size_t k, const place *p)
{
    const gisa_speech_sentence *n = &s->now;
    if (s->pairs.items[k].taking != GISA_TAKES_NAME) return false;
    for (size_t i = p->split; i < p->to; i++) {
        gisa_part part = n->words[i].part;
        const gisa_morph *what = gisa_speech_morph(n, i, 0), *last = gisa_speech_morph(n, i, -1);
        if (what->tag != GISA_TAG_NNG || !n->words[i].noun.end || part == GISA_PART_NOUN) continue;
        if (part == GISA_PART_SUBJECT || part == GISA_PART_TOPIC || part == GISA_PART_ALSO)
            return gisa_wordlist_find(&gisa_list_speaking_nouns, what->form) != NULL;
        if (last->tag == GISA_TAG_JKB) return gisa_str_is(last->form, "에");
        if (last->tag != GISA_TAG_JKO || i + 1 >= p->to) return false;
        gisa_str verb = gisa_speech_morph(n, i + 1, 0)->form;
        return gisa_str_is(verb, "받") || gisa_str_is(verb, "듣");
    }
    return false;
}

/* Whether a clause after “…”라는 has a subject of its own: “…”라는 말이 나온다. */
static bool has_subject(const gisa_speakers *s, size_t k, const place *p)
{
    const gisa_speech_sentence *n = &s->now;
    if (s->pairs.items[k].taking != GISA_TAKES_NAME) return false;
    for (size_t i = p->split + 1; i < p->to; i++) {
        gisa_part part = n->words[i].part;
        if (part == GISA_PART_SUBJECT || part == GISA_PART_TOPIC) return true;
        if (gisa_speech_is_verb(n, i)) return false;
    }
    return false;
}

/* “…”고 인정한 인사의 녹음: the verb of saying that says more of the noun after it; n->n: none. */
static size_t relative_verb(const gisa_speakers *s, size_t k, const place *p)
{
    const gisa_speech_sentence *n = &s->now;
    if (s->pairs.items[k].taking != GISA_TAKES_SPEECH) return n->n;
    for (size_t i = p->split; i + 1 < p->to; i++) {
        if (n->words[i].part == GISA_PART_ADNOMINAL && gisa_speech_says(n, i)) {
            const gisa_morph *next = gisa_speech_morph(n, i + 1, 0);
            bool noun = next->tag != GISA_TAG_NNB && next->tag != GISA_TAG_VV &&
                        !gisa_wordlist_find(&gisa_list_speaker_times, next->form); /* 말한 뒤 */
            return noun ? i : n->n;
        }
        if (gisa_speech_is_verb(n, i) && i > p->split) break;
    }
    return n->n;
}

/* Who says it in such a clause: its own subject (김 대표가 “…”고 말한 영상), else the noun after
 * the verb (“…”고 말한 김 대표의 발언); never the topic of the sentence. */
static void relative_speaker(const gisa_speakers *s, const place *p, size_t verb, gisa_speaker *out)
{
    const gisa_speech_sentence *n = &s->now;
    for (size_t i = p->split; i-- > p->from && !gisa_speech_is_verb(n, i);)
        if (n->words[i].part == GISA_PART_SUBJECT &&
            gisa_speaker_name(s, n, i, GISA_TEST_KNOWN, out))
            return;
    size_t head = verb + 1;
    while (head + 1 < p->to && n->words[head].part == GISA_PART_NOUN) head++;
    if (gisa_speaker_name(s, n, head, GISA_TEST_KNOWN, out) &&
        (out->kind == GISA_SPEAKER_PERSON || out->kind == GISA_SPEAKER_BODY))
        return;
    *out = (gisa_speaker){.kind = GISA_SPEAKER_NONE};
}

/* 홍길동의 “…”라는 말, 홍길동의 담화문의 “…”라는 말 */
static bool possessor(const gisa_speakers *s, size_t k, const place *p, gisa_speaker *out)
{
    const gisa_speech_sentence *n = &s->now;
    if (s->pairs.items[k].taking != GISA_TAKES_NAME || p->split == p->from) return false;
    size_t i = p->split - 1;
    gisa_str what = gisa_span_text(n->words[i].noun, s->text);
    bool said = what.n && (gisa_wordlist_suffix(&gisa_list_speech_places, what) ||
                           gisa_wordlist_find(&gisa_list_speaking_nouns, what));
    if (said && i > p->from) i--;
    return n->words[p->split - 1].part == GISA_PART_GENITIVE &&
           n->words[i].part == GISA_PART_GENITIVE &&
           gisa_speaker_name(s, n, i, GISA_TEST_KNOWN, out) && out->name.end;
}

/* 사망 원인은 “…”였다: a topic right before the quotation that is a thing. */
static bool is_of_thing(const gisa_speakers *s, size_t k, const place *p)
{
    const gisa_speech_sentence *n = &s->now;
    if (p->split == 0 || p->split == p->from || n->words[p->split - 1].part != GISA_PART_TOPIC)
        return false;
    gisa_speaker who;
    return s->pairs.items[k].taking != GISA_TAKES_NOTHING &&
           !gisa_speaker_name(s, n, p->split - 1, GISA_TEST_NOUN, &who);
}

/* An interview: a paragraph that is speech, of the one person the article is of; no heading in
 * marks, which ends in a noun. */
static bool is_interview(const gisa_speakers *s, size_t k)
{
    size_t open = s->pairs.items[k].outer.start;
    bool other = s->last.name.end && !gisa_str_eq(gisa_span_text(s->last.name, s->text),
                                                  gisa_span_text(s->only.name, s->text));
    return s->only.name.end && !other && alone(s, k) &&
           gisa_ends_as_speech(gisa_span_text(s->pairs.items[k].inner, s->text)) &&
           (open == s->body || s->text.p[open - 1] == '\n');
}

/* 대통령실에서 “…”라고 하며: a body, where nobody else is the subject. 경찰에서 is where they
 * talk. */
static bool speaks_in(const gisa_speakers *s, const place *p, gisa_speaker *out)
{
    const gisa_speech_sentence *n = &s->now;
    for (size_t i = p->split; i-- > p->from;) {
        gisa_str noun = gisa_span_text(n->words[i].noun, s->text);
        if (n->words[i].part == GISA_PART_PLACE && noun.n &&
            gisa_wordlist_suffix(&gisa_list_voicing_bodies, noun))
            return gisa_speaker_name(s, n, i, GISA_TEST_KNOWN, out) &&
                   out->kind == GISA_SPEAKER_BODY;
    }
    return false;
}

/* 응답자의 30%는, 30명이: those who answer a survey. */
static bool is_share(const gisa_speakers *s, const gisa_speech_sentence *n, size_t i)
{
    static const char *const josa[] = {"이", "가", "은", "는"};
    const gisa_morph *m = gisa_speech_morph(n, i, 0), *unit = gisa_speech_morph(n, i, 1);
    if (m->tag != GISA_TAG_SN || !unit) return false;
    gisa_str word = gisa_span_text(n->words[i].span, s->text);
    bool share = unit->tag == GISA_TAG_SW || gisa_str_is(unit->form, "명");
    for (size_t k = 0; k < sizeof josa / sizeof *josa; k++)
        if (gisa_str_ends(word, gisa_str_from(josa[k]))) return share;
    return false;
}

/* A subject before the quotation that is nobody we know. */
static bool has_stranger(const gisa_speakers *s, const place *p)
{
    const gisa_speech_sentence *n = &s->now;
    for (size_t i = p->from; i < p->split; i++) {
        if (is_share(s, n, i)) return true;
        if (n->words[i].part == GISA_PART_TOPIC && n->words[i].noun.end &&
            gisa_speech_morph(n, i, 0)->tag != GISA_TAG_NNB &&
            !gisa_speaker_entity(s, n->words[i].noun, GISA_ENTITY_DT) &&
            !gisa_wordlist_find(&gisa_list_speaker_times,
                                gisa_span_text(n->words[i].noun, s->text)))
            return true;
    }
    return false;
}

/* “…”고 명시되어 있다, 적혀 있다: no person says it. */
static bool is_written(const gisa_speech_sentence *n, const place *p)
{
    static const char *const stems[] = {"적히", "쓰이", "담기", "실리", "새겨지", "붙"};
    for (size_t i = p->split; i < p->to; i++) {
        if (!gisa_speech_is_verb(n, i) || n->words[i].part == GISA_PART_ADNOMINAL) continue;
        const gisa_morph *m = gisa_speech_morph(n, i, 0), *next = gisa_speech_morph(n, i, 1);
        if (next && next->tag == GISA_TAG_XSV && gisa_str_is(next->form, "되")) return true;
        for (size_t w = 0; w < sizeof stems / sizeof *stems; w++)
            if (m->tag == GISA_TAG_VV && gisa_str_is(m->form, stems[w])) return true;
        if (i > p->split) break;
    }
    return false;
}

/* The one who spoke before, or of whom the sentences before are, where nothing speaks against it:
 * subjects that did not speak are weaker, the weaker the farther they are. */
static void from_before(const gisa_speakers *s, size_t k, const place *p, gisa_speaker *out)
{
    *out = (gisa_speaker){.kind = GISA_SPEAKER_NONE};
    gisa_taking taking = s->pairs.items[k].taking;
    if (taking == GISA_TAKES_NOUN || has_subject(s, k, p) || has_stranger(s, p) ||
        is_written(&s->now, p))
        return;
    gisa_speaker_before(s, out);
    if (!out->name.end || s->topic_spoke) return;
    bool next = gisa_speaker_goes_on(s);
    bool weak = out->kind == GISA_SPEAKER_ROLE ||
                gisa_speaker_entity(s, out->name, GISA_ENTITY_LC) != NULL;
    if (weak ? !(next && taking == GISA_TAKES_NOTHING) : !next)
        *out = (gisa_speaker){.kind = GISA_SPEAKER_NONE};
}

/* 관계자를 인용해 “…”고, 김 씨의 말을 인용해 “…”고: who is quoted, and no medium. */
static bool quoted(const gisa_speakers *s, const place *p, gisa_speaker *out)
{
    const gisa_speech_sentence *n = &s->now;
    for (size_t i = p->split; i-- > p->from + 1;) {
        const gisa_morph *verb = gisa_speech_morph(n, i, 0);
        const gisa_morph *object = gisa_speech_morph(n, i - 1, -1);
        if (!gisa_str_is(verb->form, "인용") || object->tag != GISA_TAG_JKO) continue;
        size_t at = i - 1;
        gisa_str noun = gisa_speech_morph(n, at, 0)->form;
        bool words = gisa_wordlist_find(&gisa_list_speaking_nouns, noun) != NULL;
        if (words && at > p->from) at--;
        return gisa_speaker_name(s, n, at, GISA_TEST_KNOWN, out) && out->name.end &&
               !gisa_is_medium(gisa_span_text(out->name, s->text));
    }
    return false;
}

/* 가온군에서는 “…”고 말했다: a place, where no subject comes after; word `at` is the place. */
static void speaks_at(const gisa_speakers *s, const place *p, size_t at, gisa_speaker *out)
{
    const gisa_speech_sentence *n = &s->now;
    gisa_speaker who;
    size_t other;
    if (n->words[at].part != GISA_PART_PLACE) return;
    if (gisa_subject_after(s, n, p->split, p->to, out, &other)) return;
    if (gisa_speaker_name(s, n, at, GISA_TEST_KNOWN, &who) && who.kind == GISA_SPEAKER_BODY)
        *out = who;
}

/* Whether it is not the subject who speaks: whose the words are, who said them in a relative
 * clause, or nobody. */
static bool by_others(gisa_speakers *s, size_t k, const place *p, gisa_speaker_test near,
                      gisa_speaker *out)
{
    const gisa_speech_sentence *n = &s->now;
    gisa_speaker who, main;
    size_t at, verb = relative_verb(s, k, p);
    bool owned = possessor(s, k, p, &who);
    if (!owned && verb == n->n && !is_of_others(s, k, p) && !is_of_thing(s, k, p)) return false;
    /* who speaks in the rest of the sentence */
    if (gisa_subject_before(s, n, p->from, p->split, near, &main, &at) && main.name.end)
        gisa_speaker_remember(s, main, s->pairs.items[k].outer.end);
    *out = (gisa_speaker){.kind = GISA_SPEAKER_NONE};
    if (owned)
        *out = who;
    else if (verb < n->n)
        relative_speaker(s, p, verb, out);
    return true;
}

gisa_status gisa_speaker_find(gisa_speakers *s, size_t k, gisa_speaker *out)
{
    const gisa_mark_pair *pair = &s->pairs.items[k];
    const gisa_speech_sentence *n = &s->now;
    place p = place_of(s, k);
    size_t at;
    gisa_speaker_test near = pair->taking == GISA_TAKES_SPEECH ? GISA_TEST_NOUN : GISA_TEST_NAME;
    bool found = gisa_broadcast_speaker(s, pair->outer.start, out);
    if (!found && by_others(s, k, &p, near, out)) return GISA_OK;
    if (!found) found = quoted(s, &p, out);
    if (!found) {
        found = gisa_subject_before(s, n, p.from, p.split, near, out, &at);
        if (found && !out->name.end && near == GISA_TEST_NOUN) speaks_at(s, &p, at, out);
    }
    if (!found && p.goes_on) {
        *out = s->last;
        found = true;
    }
    if (!found) found = gisa_subject_after(s, n, p.split, p.to, out, &at);
    if (!found) found = gisa_speaker_according(s, n, p.from, p.split, out, &at);
    bool by_itself = alone(s, k);
    if (!found && by_itself && from_next(s, pair->outer.end, out, &found) < 0) return GISA_ENOMEM;
    if (!found && is_interview(s, k)) {
        *out = s->only;
        found = true;
    }
    if (!found && !speaks_in(s, &p, out)) from_before(s, k, &p, out);
    gisa_speaker_remember(s, *out, pair->outer.end);
    return GISA_OK;
}

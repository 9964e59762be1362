/* A clause in 다고, 라고, 자고 or 냐고 with a verb of saying after it. Its speaker is the subject
 * between the clause and the verb (…다고 국토부는 밝혔다), else the first subject that is no other
 * verb's; the clause begins after it and after what says how it was said (보도자료를 통해). */
#include "nlp/facts/reported.h"

#include "corpus/wordlist.h"
#include "nlp/facts/medium.h"
#include "nlp/facts/speaker_clause.h"
#include "nlp/facts/speech_verb.h"

/* tests/bench/facts.py chose these. */
#define VERB_REACH 6  /* words from a clause to its verb */
#define HOW_REACH  6  /* words from a subject to the verb that says how */
#define HELD_REACH 20 /* the same, when it is where something is said: 기자회견을 열고 */
#define CLAUSE_MIN 6  /* bytes */
#define EARLY      5  /* words at the beginning, where the topic of a sentence is */

static gisa_str last_form(const gisa_speech_sentence *n, size_t i, gisa_tag tag)
{
    const gisa_speech_word *w = &n->words[i];
    for (uint32_t k = w->n; k-- > 0;)
        if (n->morphs[w->morph + k]->tag == tag) return n->morphs[w->morph + k]->form;
    return GISA_NONE;
}

/* Whether the verb of saying has what is said before it: 밝혔지만, 뭔지도 물었지만. */
static bool takes_clause(const gisa_speech_sentence *n, size_t i)
{
    const gisa_morph *m = gisa_speech_morph(n, i, 0);
    if (m->tag == GISA_TAG_VV && gisa_str_is(m->form, "묻")) return true;
    for (size_t k = i; k > 0 && i - k < 3; k--)
        if (n->words[k - 1].part == GISA_PART_QUOTING || n->words[k].mark) return true;
    return false;
}

/* Whether word i ends a reported clause: 했다고, 하라고만. */
static bool ends_clause(const gisa_speech_sentence *n, size_t i)
{
    if (n->words[i].part != GISA_PART_QUOTING) return false;
    /* “…”고 말했다고 보도했다: one report of another */
    if (gisa_speech_says(n, i) && takes_clause(n, i)) return false;
    if (n->words[i].takes) return false;
    gisa_str form = last_form(n, i, GISA_TAG_EC);
    if (!form.p) form = last_form(n, i, GISA_TAG_JKQ);
    return form.p && gisa_str_ends(form, GISA_STR("고"));
}

/* Whether word i says how something was said: 통해, 인용한. */
static bool says_how(const gisa_speech_sentence *n, size_t i)
{
    gisa_part part = n->words[i].part;
    const gisa_morph *m = gisa_speech_morph(n, i, 0), *next = gisa_speech_morph(n, i, 1);
    bool verb = m->tag == GISA_TAG_VV || (next && next->tag == GISA_TAG_XSV);
    if (part == GISA_PART_ADNOMINAL) return verb && gisa_str_is(m->form, "인용");
    gisa_str ending = last_form(n, i, GISA_TAG_EC);
    if (gisa_str_is(ending, "지") || gisa_str_ends(ending, GISA_STR("도")))
        return false; /* 들어가도 */
    return part == GISA_PART_LINK && verb &&
           gisa_wordlist_find(&gisa_list_adverbial_verbs, m->form);
}

/* The verb of saying after word i; n->n: none. */
static size_t verb_after(const gisa_speech_sentence *n, size_t i)
{
    for (size_t k = i + 1; k < n->n && k <= i + VERB_REACH && !n->words[k].mark; k++) {
        if (gisa_speech_says(n, k)) return k;
        if (k == i + 1 && gisa_speech_does(n, k)) return k;
        if (says_how(n, k)) continue;
        gisa_part part = n->words[k].part;
        if (gisa_speech_is_verb(n, k) || part == GISA_PART_QUOTING) break;
    }
    return n->n;
}

/* Whether word i begins the sentence, but for nouns and days before it: 오늘 게임사 가온은. */
static bool leads(const gisa_speakers *s, const gisa_speech_sentence *n, size_t i)
{
    while (i > 0 &&
           (n->words[i - 1].part == GISA_PART_NOUN || n->words[i - 1].part == GISA_PART_GENITIVE ||
            gisa_speaker_entity(s, n->words[i - 1].span, GISA_ENTITY_DT)))
        i--;
    return i == 0;
}

/* 시위대는 회견을 열었으며, 서장은 …다고 말했다: after a clause that ends, with no other subject in
 * it, who is known begins another one. */
static void later_topic(const gisa_speakers *s, const gisa_speech_sentence *n, size_t from,
                        size_t to, gisa_speaker *out, size_t *at)
{
    for (size_t i = from; i < to; i++) {
        gisa_part part = n->words[i].part;
        if (part == GISA_PART_SUBJECT || part == GISA_PART_TOPIC || part == GISA_PART_QUOTING)
            return;
        if (part != GISA_PART_LINK || !n->words[i].comma || !last_form(n, i, GISA_TAG_EP).p)
            continue;
        gisa_speaker who;
        for (size_t k = i + 1; k < to && k <= i + EARLY; k++)
            if (n->words[k].part == GISA_PART_TOPIC && !gisa_speech_is_verb(n, k)) {
                if (!gisa_speaker_name(s, n, k, GISA_TEST_KNOWN, &who) || !who.name.end) return;
                *out = who;
                *at = k;
                return;
            }
        return;
    }
}

/* The first subject of words [from, to) that is no other verb's. */
static bool first_subject(const gisa_speakers *s, const gisa_speech_sentence *n, size_t from,
                          size_t to, gisa_speaker *out, size_t *at)
{
    gisa_speaker who;
    bool found = false, topic = false, goes_on = false, blocked = false;
    if (from < to) {
        gisa_str first = gisa_speech_morph(n, from, 0)->form;
        const gisa_wordlist_item *link = gisa_wordlist_find(&gisa_list_linking_adverbs, first);
        goes_on = link && link->value.n > 0; /* the same goes on to speak */
    }
    for (size_t i = from; i < to; i++) {
        gisa_part part = n->words[i].part;
        if (found && !topic && n->words[i].part == GISA_PART_LINK &&
            gisa_speech_keeps_subject(n, i)) {
            /* 정부가 대책을 내놓자 야당은: another subject may come */
            gisa_speaker next;
            size_t there;
            if (first_subject(s, n, i + 1, to, &next, &there)) {
                *out = next;
                *at = there;
            }
            return true;
        }
        bool subject = part == GISA_PART_TOPIC || part == GISA_PART_SUBJECT;
        if (found || (!subject && part != GISA_PART_PLACE && part != GISA_PART_ALSO)) continue;
        if (part == GISA_PART_PLACE || part == GISA_PART_ALSO) {
            size_t there;
            if (!gisa_subject_before(s, n, i, i + 1, GISA_TEST_NAME, &who, &there)) continue;
        } else {
            /* 제작진은: whatever a sentence is of speaks, and what it says has subjects of its
             * own */
            bool early = part == GISA_PART_TOPIC && i < EARLY && from == 0 &&
                         !(s->topic_spoke && gisa_speaker_goes_on(s)); /* 소모는, after 연구진은 */
            bool is_time = gisa_speaker_entity(s, n->words[i].span, GISA_ENTITY_DT) != NULL;
            if (blocked && part == GISA_PART_SUBJECT) continue;
            if (goes_on && part == GISA_PART_SUBJECT) continue;
            gisa_speaker_test test = early ? GISA_TEST_NOUN : GISA_TEST_NAME;
            if (part == GISA_PART_SUBJECT && !leads(s, n, i)) test = GISA_TEST_KNOWN;
            if (!gisa_speaker_name(s, n, i, test, &who)) {
                blocked = blocked || (part == GISA_PART_TOPIC && !is_time && i < from + EARLY);
                continue;
            }
        }
        /* 호남이 앞장서 달라고: a place speaks where the sentence begins with it */
        bool place = who.name.end && part == GISA_PART_SUBJECT &&
                     gisa_speaker_entity(s, who.name, GISA_ENTITY_LC);
        if (place && who.name.start != n->words[0].span.start) continue;
        if (part == GISA_PART_SUBJECT && from > 0 && n->words[from - 1].mark) continue;
        *out = who;
        *at = i;
        found = true;
        topic = part == GISA_PART_TOPIC;
        if (topic) {
            later_topic(s, n, i + 1, to, out, at);
            return true;
        }
    }
    return found;
}

/* 기자회견을 열고, 조사한 결과에 따르면: how it is said, however far from the subject. */
static bool is_held(const gisa_speakers *s, const gisa_speech_sentence *n, size_t i)
{
    const gisa_morph *m = gisa_speech_morph(n, i, 0);
    if (i == 0 || n->words[i].part != GISA_PART_LINK || m->tag != GISA_TAG_VV) return false;
    bool source = gisa_str_is(m->form, "따르") && n->words[i - 1].part == GISA_PART_CASE;
    if (source) return gisa_str_ends(last_form(n, i, GISA_TAG_EC), GISA_STR("면"));
    /* not 행사를 열고, which may be what is said */
    static const char *const occasions[] = {"회견", "간담회", "브리핑", "집회", "궐기대회", "논평"};
    gisa_str what = gisa_span_text(n->words[i - 1].noun, s->text);
    for (size_t k = 0; k < sizeof occasions / sizeof *occasions; k++)
        if (gisa_str_ends(what, gisa_str_from(occasions[k]))) return says_how(n, i);
    return false;
}

/* The first word of the clause, after what says how, when and to whom it was said. */
static size_t clause_begin(const gisa_speakers *s, const gisa_speech_sentence *n, size_t from,
                           size_t to)
{
    size_t begin = from;
    for (size_t i = from; i + 1 < to && i < from + HELD_REACH; i++)
        if (is_held(s, n, i)) begin = i + 1;
    for (size_t i = begin; i < to && i < from + HOW_REACH; i++) {
        /* 올려 달라고: the verb of the clause itself */
        bool how = n->words[i].part == GISA_PART_LINK && says_how(n, i) && i + 1 < to;
        gisa_str w = gisa_span_text(n->words[i].noun, s->text);
        how = how || (n->words[i].part == GISA_PART_PLACE && w.n &&
                      (gisa_wordlist_suffix(&gisa_list_speech_places, w) ||
                       gisa_wordlist_find(&gisa_list_network_names, w)));
        if (how) begin = i + 1;
        if (gisa_speech_is_verb(n, i) && !how && n->words[i].part != GISA_PART_ADNOMINAL) break;
    }
    while (begin < to) {
        const gisa_morph *m = gisa_speech_morph(n, begin, 0);
        gisa_str word = gisa_span_text(n->words[begin].span, s->text);
        bool link = gisa_wordlist_find(&gisa_list_linking_adverbs, word) != NULL ||
                    (gisa_wordlist_find(&gisa_list_linking_adverbs, m->form) != NULL &&
                     n->words[begin].part == GISA_PART_ADVERB);
        const gisa_entity *when = gisa_speaker_entity(s, n->words[begin].span, GISA_ENTITY_DT);
        bool day = when && n->words[begin].part == GISA_PART_NOUN && begin == from &&
                   when->span.end <= n->words[begin].span.end;
        if (!link && !day) break;
        begin++;
    }
    return begin;
}

/* Where the clause that begins with word i begins, with a name in marks before the word: “가온법”을
 * 고친다고. */
static uint32_t with_marks(const gisa_speakers *s, size_t i)
{
    uint32_t start = s->now.words[i].span.start;
    size_t k = gisa_mark_pairs_from(&s->pairs, start);
    while (k > 0 && s->pairs.items[k - 1].outer.end == start)
        start = s->pairs.items[--k].outer.start;
    return start;
}

/* Bytes of a mark at the beginning that no other one answers. */
static size_t lone_mark(gisa_str said)
{
    size_t n = gisa_str_begins(said, "“") ? 3 : gisa_str_begins(said, "”") ? 3 : 0;
    if (n == 0 || gisa_str_has(gisa_str_cut(said, n, said.n), GISA_STR("”"))) return 0;
    while (n < said.n && said.p[n] == ' ') n++;
    return n;
}

/* 교전한 것으로 알려졌고: nobody says it, and another clause begins. */
static bool is_hearsay(const gisa_speech_sentence *n, size_t i)
{
    static const char *const stems[] = {"알리", "전하", "보이", "나타나", "알려지", "전해지"};
    const gisa_morph *m = gisa_speech_morph(n, i, 0);
    if (n->words[i].part != GISA_PART_LINK || !n->words[i].comma || m->tag != GISA_TAG_VV ||
        i == 0 || n->words[i - 1].part != GISA_PART_CASE)
        return false;
    for (size_t k = 0; k < sizeof stems / sizeof *stems; k++)
        if (gisa_str_is(m->form, stems[k]))
            return gisa_str_is(gisa_speech_morph(n, i - 1, 0)->form, "것");
    return false;
}

/* Where what this sentence says before ends: after a verb of saying, or a quotation. */
static size_t barrier(const gisa_speech_sentence *n, size_t from, size_t to)
{
    size_t at = from;
    for (size_t i = from; i < to; i++)
        if (n->words[i].takes && n->words[i].part != GISA_PART_ADNOMINAL)
            at = i + 1;
        else if (n->words[i].part == GISA_PART_LINK && gisa_speech_says(n, i) && takes_clause(n, i))
            at = i + 1;
        else if (is_hearsay(n, i))
            at = i + 1;
    return at;
}

/* BBC는 X가 …고 말했다고 보도했다: the medium is the subject of the last verb. */
static gisa_span carrier(const gisa_speakers *s, const gisa_speech_sentence *n, size_t verb,
                         size_t from, size_t *at)
{
    gisa_span none = {0, 0};
    if (n->words[verb].part != GISA_PART_QUOTING) return none;
    size_t over = verb_after(n, verb);
    if (over == n->n) return none;
    for (size_t i = from; i < over; i++) {
        gisa_part part = n->words[i].part;
        if (i == verb || (part != GISA_PART_TOPIC && part != GISA_PART_SUBJECT)) continue;
        gisa_span noun = n->words[i].noun;
        *at = i;
        return gisa_is_medium(gisa_span_text(noun, s->text)) ? noun : none;
    }
    return none;
}

/* The speaker of a sentence that names none: who spoke before, or whom the sentence right before is
 * of. */
static void before(const gisa_speakers *s, gisa_speaker *out)
{
    gisa_speaker_before(s, out);
    bool guest = gisa_str_eq(gisa_span_text(out->name, s->text), gisa_span_text(s->guest, s->text));
    if (!s->topic_spoke && !guest && !gisa_speaker_goes_on(s))
        *out = (gisa_speaker){.kind = GISA_SPEAKER_NONE};
}

gisa_status gisa_reported_next(gisa_speakers *s, size_t from, gisa_reported *out, bool *found)
{
    const gisa_speech_sentence *n = &s->now;
    *found = false;
    for (size_t i = from; i < n->n; i++) {
        size_t verb = ends_clause(n, i) ? verb_after(n, i) : n->n, at, carried;
        if (verb == n->n) continue;
        *out = (gisa_reported){.word = verb};
        size_t begin = barrier(n, from > 0 ? from + 1 : 0, i), start = begin;
        out->medium = carrier(s, n, verb, begin, &carried);
        if (out->medium.end && carried < i) start = begin = carried + 1;
        if (gisa_subject_after(s, n, i + 1, verb, &out->speaker, &at)) {
            start = begin;
        } else if (first_subject(s, n, begin, i, &out->speaker, &at)) {
            start = at + 1;
        } else if (gisa_speaker_according(s, n, begin, i, &out->speaker, &at)) {
            start = at + 1;
        } else if (s->last_end > n->span.start) {
            out->speaker = s->last;
        } else {
            before(s, &out->speaker);
        }
        bool noun = verb + 1 < n->n && gisa_speech_morph(n, verb + 1, 0)->tag != GISA_TAG_NNB;
        /* 협회는 값이 내린다고 답한 업체가 많다고: whoever it is of says something else */
        bool topic = start == begin || n->words[start - 1].part == GISA_PART_TOPIC;
        bool relative = n->words[verb].part == GISA_PART_ADNOMINAL && noun && topic;
        bool again = begin > 0 && !is_hearsay(n, begin - 1); /* the sentence goes on with nobody */
        if (relative || (!out->speaker.name.end && out->speaker.kind == GISA_SPEAKER_NONE &&
                         start == begin && again))
            continue;
        start = clause_begin(s, n, start, i);
        uint32_t end = n->words[i].span.end;
        const gisa_morph *last = gisa_speech_morph(n, i, -1);
        if (last->tag == GISA_TAG_JX) end = last->span.start;
        while (start < i && start == verb) start++;
        if (start > i) continue;
        out->span = (gisa_span){with_marks(s, start), end};
        out->span.start += (uint32_t)lone_mark(gisa_span_text(out->span, s->text));
        if (out->span.end < out->span.start + CLAUSE_MIN) continue;
        *found = true;
        return GISA_OK;
    }
    return GISA_OK;
}

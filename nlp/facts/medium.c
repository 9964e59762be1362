#include "nlp/facts/medium.h"

#include "corpus/wordlist.h"
#include "nlp/facts/speech_verb.h"

#define AFTER_MAX 5 /* words from a reported clause to its medium */

bool gisa_is_medium(gisa_str name)
{
    while (name.n > 1 && gisa_is_digit(name.p[name.n - 1]) && gisa_is_alpha(name.p[0]))
        name.n--; /* KBS1 */
    const gisa_wordlist_item *end = gisa_wordlist_suffix(&gisa_list_media_names, name);
    if (!end) return false;
    /* AP and 방송: names in Latin letters are whole, an ending by itself is no name */
    bool latin = gisa_is_alpha(end->word.p[0]);
    if (latin)
        return end->word.n == name.n || (unsigned char)name.p[name.n - end->word.n - 1] > 127;
    return end->word.n < name.n || !gisa_wordlist_find(&gisa_list_outlet_endings, name);
}

static gisa_str noun_text(const gisa_speakers *s, const gisa_speech_sentence *n, size_t i)
{
    /* X(옛 트위터) */
    gisa_str w = gisa_span_text(n->words[i].noun, s->text);
    return gisa_str_cut(w, 0, gisa_str_find_byte(w, '(', 0));
}

/* 타스 통신: the ending of a name, with the word before it. */
static gisa_span apart(const gisa_speakers *s, const gisa_speech_sentence *n, size_t i)
{
    if (i == 0 || n->words[i - 1].part != GISA_PART_NOUN || n->words[i - 1].comma ||
        !gisa_wordlist_find(&gisa_list_outlet_endings, noun_text(s, n, i)))
        return (gisa_span){0, 0};
    gisa_tag tag = gisa_speech_morph(n, i - 1, 0)->tag;
    bool proper = tag == GISA_TAG_NNP || tag == GISA_TAG_SL;
    return proper ? (gisa_span){n->words[i - 1].noun.start, n->words[i].noun.end}
                  : (gisa_span){0, 0};
}

static bool is_with(const gisa_speech_sentence *n, size_t i)
{
    gisa_str last = gisa_speech_morph(n, i, -1)->form;
    return gisa_str_is(last, "와") || gisa_str_is(last, "과");
}

/* A medium's name at word i: of a listed medium, or any proper name that is no person. */
static gisa_span name_at(const gisa_speakers *s, const gisa_speech_sentence *n, size_t i, bool any)
{
    gisa_span noun = n->words[i].noun;
    gisa_str w = noun_text(s, n, i);
    noun.end = noun.start + (uint32_t)w.n;
    if (w.n == 0) return (gisa_span){0, 0};
    if (gisa_is_medium(w)) return noun;
    gisa_span both = apart(s, n, i);
    if (both.end) return both;
    const gisa_morph *m = gisa_speech_morph(n, i, 0);
    bool proper = m->tag == GISA_TAG_NNP || m->tag == GISA_TAG_SL;
    if (!any || !proper || gisa_speaker_entity(s, noun, GISA_ENTITY_PS) ||
        gisa_speaker_entity(s, noun, GISA_ENTITY_LC))
        return (gisa_span){0, 0};
    return noun;
}

/* 페이스북에, 자신의 X(옛 트위터) 계정을 통해 */
static bool is_network(const gisa_speakers *s, const gisa_speech_sentence *n, size_t i)
{
    gisa_part part = n->words[i].part;
    gisa_str w = noun_text(s, n, i), next = {"", 0};
    if (w.n == 0 || !gisa_wordlist_find(&gisa_list_network_names, w)) return false;
    if (i + 1 < n->n) next = gisa_speech_morph(n, i + 1, 0)->form;
    const gisa_morph *last = gisa_speech_morph(n, i, -1);
    /* 유튜브에 퍼진 영상 */
    if (i + 1 < n->n && n->words[i + 1].part == GISA_PART_ADNOMINAL && !gisa_speech_says(n, i + 1))
        return false;
    if (last->tag == GISA_TAG_JKB) return true;
    if (last->tag == GISA_TAG_JKO) return gisa_str_is(next, "통하") || gisa_str_is(next, "이용");
    return (part == GISA_PART_NOUN || part == GISA_PART_GENITIVE) &&
           gisa_wordlist_find(&gisa_list_network_parts, next);
}

/* CNBC와의 인터뷰에서, 한겨레 인터뷰를 통해, YTN 취재진에게: word i is 인터뷰. */
static gisa_span talked_to(const gisa_speakers *s, const gisa_speech_sentence *n, size_t i)
{
    if (i == 0 || !n->words[i].noun.end || n->words[i].part == GISA_PART_TOPIC ||
        n->words[i].part == GISA_PART_SUBJECT)
        return (gisa_span){0, 0};
    gisa_str what = noun_text(s, n, i);
    if (!gisa_wordlist_find(&gisa_list_interview_words, what)) return (gisa_span){0, 0};
    bool interview = gisa_str_is(what, "인터뷰");
    for (size_t k = i; k-- > 0 && i - k <= 3;) {
        gisa_part part = n->words[k].part;
        /* CNN과 한 인터뷰 */
        gisa_str word = gisa_span_text(n->words[k].span, s->text);
        bool held = gisa_str_is(word, "한") || gisa_str_is(word, "가진") ||
                    gisa_str_is(word, "나눈");
        if (k + 1 == i && k > 0 && held && is_with(n, k - 1)) part = n->words[--k].part;
        bool with = part == GISA_PART_GENITIVE || part == GISA_PART_JOINT ||
                    part == GISA_PART_CASE || part == GISA_PART_NOUN;
        if (!with || n->words[k].comma) break;
        gisa_span name = name_at(s, n, k, interview && k + 1 == i);
        if (name.end) return name;
        if (part != GISA_PART_NOUN) break;
    }
    return (gisa_span){0, 0};
}

/* 연합뉴스에 “…”고, 연합뉴스에 말했다, MBC에 나와, CNN과 만나: to whom it is said. */
static gisa_span told(const gisa_speakers *s, const gisa_speech_sentence *n, size_t i)
{
    static const char *const verbs[] = {"나오", "출연", "기고", "올리", "싣", "게재", "보내"};
    gisa_span none = {0, 0}, name = name_at(s, n, i, false);
    const gisa_morph *last = gisa_speech_morph(n, i, -1);
    if (!name.end || i + 1 >= n->n) return none;
    gisa_str next = gisa_speech_morph(n, i + 1, 0)->form;
    if (is_with(n, i)) return gisa_str_is(next, "만나") ? name : none;
    bool to = last->tag == GISA_TAG_JKB &&
              (gisa_str_is(last->form, "에") || gisa_str_is(last->form, "에게"));
    if (!to) return none;
    bool taken = n->words[i + 1].mark || gisa_speech_says(n, i + 1);
    for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
        taken = taken || gisa_str_is(next, verbs[k]);
    return taken ? name : none;
}

/* JTBC ‘가온룸’에서: a programme. */
static gisa_span shown(const gisa_speakers *s, const gisa_speech_sentence *n, size_t i)
{
    static const char *const marks[] = {"‘", "'", "「", "《", "<", "〈", "“", "\""};
    if (n->words[i].part != GISA_PART_PLACE || i == 0) return (gisa_span){0, 0};
    gisa_str from = gisa_str_cut(s->text, n->words[i - 1].span.end, n->words[i].span.end);
    bool marked = false;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        marked = marked || gisa_str_has(from, gisa_str_from(marks[k]));
    for (size_t k = i; marked && k-- > 0 && i - k <= 2 && n->words[k].part == GISA_PART_NOUN;) {
        gisa_span name = name_at(s, n, k, false);
        if (name.end) return name;
    }
    return (gisa_span){0, 0};
}

/* BBC는 홍길동이 “…”고 말했다고 보도했다: who reports what somebody says. */
static gisa_span reports(const gisa_speakers *s, const gisa_speech_sentence *n, gisa_span said)
{
    size_t i = 0, verb;
    while (i < n->n && n->words[i].span.start < said.end) i++;
    verb = i;
    while (verb < n->n && !(n->words[verb].part == GISA_PART_QUOTING && gisa_speech_says(n, verb)))
        verb++;
    bool cited = false; /* CNN은 관계자를 인용해 “…”고 보도했다 */
    for (size_t k = 0; k < i; k++)
        cited = cited || gisa_str_is(gisa_speech_morph(n, k, 0)->form, "인용");
    size_t over = cited ? i : verb + 1;
    while (over < n->n && !gisa_speech_says(n, over)) over++;
    for (size_t k = 0; over < n->n && k < over; k++) {
        gisa_part part = n->words[k].part;
        if (k == verb || (part != GISA_PART_TOPIC && part != GISA_PART_SUBJECT)) continue;
        gisa_span name = name_at(s, n, k, false);
        if (name.end) return name;
    }
    return (gisa_span){0, 0};
}

static bool same(gisa_span a, gisa_span b)
{
    return a.start < b.end && b.start < a.end;
}

/* The words that speech between marks is among: from the quotation before it to the one after. */
static void bounds(const gisa_speakers *s, const gisa_speech_sentence *n, gisa_span said,
                   size_t *from, size_t *to)
{
    *from = 0;
    *to = n->n;
    size_t k = gisa_mark_pairs_from(&s->pairs, said.start);
    if (k >= s->pairs.n || s->pairs.items[k].inner.start != said.start) {
        for (size_t i = 0; i < n->n && said.end; i++)
            if (n->words[i].span.start >= said.end) {
                *to = i + AFTER_MAX < n->n ? i + AFTER_MAX : n->n;
                return;
            }
        return;
    }
    for (size_t i = 0; i < n->n; i++) {
        if (!n->words[i].mark) continue;
        if (n->words[i].span.start < said.start)
            *from = i;
        else if (n->words[i].span.start > s->pairs.items[k].outer.end + 1 && *to == n->n &&
                 k + 1 < s->pairs.n && n->words[i].span.start > s->pairs.items[k + 1].outer.start)
            *to = i;
    }
}

gisa_span gisa_medium_find(const gisa_speakers *s, const gisa_speech_sentence *n, gisa_span said,
                           gisa_span speaker, bool *talks)
{
    size_t from, to;
    gisa_span none = {0, 0};
    *talks = false;
    bounds(s, n, said, &from, &to);
    for (size_t i = from; i < to; i++) {
        gisa_span noun = n->words[i].noun, name;
        if (same(n->words[i].span, said)) continue;
        const gisa_morph *m = gisa_speech_morph(n, i, 0);
        if (is_network(s, n, i))
            return (gisa_span){noun.start, noun.start + (uint32_t)noun_text(s, n, i).n};
        name = told(s, n, i);
        if (!name.end) name = shown(s, n, i);
        if (name.end && !same(name, speaker)) return name;
        name = talked_to(s, n, i);
        if (name.end && !same(name, speaker)) {
            *talks = gisa_wordlist_find(&gisa_list_talk_words, noun_text(s, n, i)) != NULL;
            return name;
        }
        if (i > 0 && m->tag == GISA_TAG_VV && n->words[i].part == GISA_PART_LINK &&
            gisa_str_is(m->form, "따르")) {
            /* 레포르마와 밀레니오 등에 따르면: the first of several */
            name = none;
            for (size_t k = i; k-- > 0 && i - k <= 4;) {
                gisa_part part = n->words[k].part;
                if (k + 1 < i && part != GISA_PART_JOINT && part != GISA_PART_NOUN) break;
                gisa_span one = name_at(s, n, k, k + 1 < i && name.end == 0);
                if (one.end) name = one;
            }
            if (name.end &&
                (gisa_is_medium(gisa_span_text(name, s->text)) || n->words[i - 1].n > 2) &&
                !same(name, speaker))
                return name;
        }
        if (m->tag == GISA_TAG_NNG && gisa_str_is(m->form, "출연") && i > 0) {
            name = name_at(s, n, i - 1, false);
            if (name.end) {
                *talks = true;
                return name;
            }
        }
    }
    gisa_span name = speaker.end && said.end ? reports(s, n, said) : none;
    return name.end && !same(name, speaker) ? name : none;
}

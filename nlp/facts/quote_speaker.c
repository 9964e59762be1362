#include "nlp/facts/quote_speaker.h"

#include "corpus/wordlist.h"
#include "nlp/word/josa.h"

/* How far a speaker is looked for (tests/bench/facts_sample.py). */
#define VERB_REACH  4   /* words from a quotation to its verb of saying */
#define TITLE_REACH 120 /* bytes from a title back to the name */

#define ATTRIBUTION_MAX 13 /* bytes */
#define SPEECH_VERB_MAX 12 /* bytes of a stem */

size_t gisa_speech_sentence_end(gisa_str text, size_t at)
{
    int depth = 0;
    for (size_t p = at; p < text.n; p++) {
        char c = text.p[p];
        if (c == '\n') return p + 1;
        if (c == '\xE2' && p + 2 < text.n && text.p[p + 1] == '\x80') {
            if (text.p[p + 2] == '\x9C') depth++;
            if (text.p[p + 2] == '\x9D' && depth > 0) depth--;
        }
        if (depth == 0 && (c == '.' || c == '?' || c == '!') && p + 1 < text.n &&
            (text.p[p + 1] == ' ' || text.p[p + 1] == '\n'))
            return p + 2;
    }
    return text.n;
}

bool gisa_says(gisa_str sentence, size_t at)
{
    for (int words = 0; words < VERB_REACH && at < sentence.n; words++) {
        gisa_str rest = gisa_str_cut(sentence, at, at + SPEECH_VERB_MAX);
        if (gisa_wordlist_prefix(&gisa_list_speech_verbs, rest)) return true;
        at = gisa_str_find_byte(sentence, ' ', at);
        if (at == GISA_NPOS) return false;
        at++;
    }
    return false;
}

static gisa_str word_text(const gisa_speakers *s, size_t i)
{
    return gisa_span_text(s->words.items[i].span, s->text);
}

/* The first word that begins at or after `at`. */
static size_t word_from(const gisa_speakers *s, size_t at)
{
    size_t low = 0, high = s->words.n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (s->words.items[mid].span.start < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* The entity of the types that begins within [from, to), the last one; or NULL. */
static const gisa_entity *entity_in(const gisa_speakers *s, size_t from, size_t to, bool person)
{
    const gisa_entity *found = NULL;
    for (size_t i = 0; i < s->a->n_entities && s->a->entities[i].span.start < to; i++) {
        const gisa_entity *e = &s->a->entities[i];
        if (e->span.start < from) continue;
        if (person ? e->type == GISA_ENTITY_PS
                   : e->type == GISA_ENTITY_OG || e->type == GISA_ENTITY_LC)
            found = e;
    }
    return found;
}

/* 유 교수 is 유충렬 교수: the person named last before `at` whose name begins so. */
static gisa_span by_surname(const gisa_speakers *s, gisa_str surname, size_t at)
{
    for (size_t i = s->a->n_entities; i-- > 0;) {
        const gisa_entity *e = &s->a->entities[i];
        if (e->type == GISA_ENTITY_PS && e->span.start < at &&
            gisa_str_starts(gisa_span_text(e->span, s->text), surname))
            return e->span;
    }
    return (gisa_span){0, 0};
}

/* The person named last before `at`, in the body or the title. */
static gisa_span last_person(const gisa_speakers *s, size_t at)
{
    for (size_t i = s->a->n_entities; i-- > 0;)
        if (s->a->entities[i].type == GISA_ENTITY_PS && s->a->entities[i].span.end <= at)
            return s->a->entities[i].span;
    return (gisa_span){0, 0};
}

static bool is_pronoun(gisa_str w)
{
    return gisa_wordlist_find(&gisa_list_speaker_pronouns, w) != NULL;
}

/* Whether the word is marked as a subject (topic before nominative). */
static bool is_subject(gisa_str w)
{
    return w.n >= 6 && gisa_josa_suffix(w, GISA_JOSA_SPEAKER);
}

/* The name that the subject at word i stands for. */
static gisa_span resolve(const gisa_speakers *s, size_t i, size_t from)
{
    const gisa_word *w = &s->words.items[i];
    gisa_str text = word_text(s, i);
    size_t length;
    if (is_pronoun(text)) {
        gisa_span person = last_person(s, w->span.start);
        return person.end ? person : s->last;
    }
    gisa_str title = gisa_endings_stem(&s->titles, text, &length);
    const gisa_entity *own = entity_in(s, w->span.start, w->span.end, true);
    if (own) return own->span;
    if (title.p && i > 0) {
        /* 유 교수는 */
        const gisa_word *b = w - 1;
        if (w->before == ' ' && b->hangul && b->span.end - b->span.start == 3 &&
            b->span.start >= from) {
            gisa_span person = by_surname(s, word_text(s, i - 1), b->span.start);
            if (person.end) return person;
        }
        size_t first = w->span.start > from + TITLE_REACH ? w->span.start - TITLE_REACH : from;
        const gisa_entity *e = entity_in(s, first, w->span.start, true);
        if (e) return e->span;
    }
    const gisa_entity *body = entity_in(s, w->span.start, w->span.end, false);
    if (body && body->span.start == w->span.start && body->type == GISA_ENTITY_OG)
        return body->span;
    /* 한빛대 언어연구소는: an organisation of several words */
    for (size_t k = 0; k < s->a->n_entities; k++) {
        const gisa_entity *e = &s->a->entities[k];
        if (e->type == GISA_ENTITY_OG && e->span.start < w->span.start &&
            e->span.end > w->span.start)
            return e->span;
    }
    return (gisa_span){0, 0};
}

gisa_span gisa_subject_find(gisa_speakers *s, size_t from, size_t to, size_t *after)
{
    gisa_span found = {0, 0};
    *after = from;
    for (size_t i = word_from(s, from); i < s->words.n && s->words.items[i].span.end <= to; i++) {
        gisa_str text = word_text(s, i);
        if (!is_subject(text) && !is_pronoun(text)) continue;
        gisa_span span = resolve(s, i, from);
        if (!span.end) continue;
        found = span;
        *after = s->words.items[i].span.end;
        while (*after < to && s->text.p[*after] == ' ') ++*after;
        if (gisa_josa_suffix(text, GISA_JOSA_TOPIC)) break;
    }
    return found;
}

/* [정경패/대학생 : "…"] */
static bool broadcast(const gisa_speakers *s, size_t open, gisa_span *speaker)
{
    size_t p = open;
    while (p > s->body && s->text.p[p - 1] == ' ') p--;
    if (p == s->body || s->text.p[p - 1] != ':') return false;
    while (p > s->body && s->text.p[p - 1] != '\n' && s->text.p[p - 1] != '[') p--;
    const gisa_entity *e = entity_in(s, p, open, true);
    *speaker = e ? e->span : (gisa_span){0, 0};
    return true;
}

/* Where the sentence (or what comes before the quotation in it) begins. */
static size_t sentence_begin(const gisa_speakers *s, size_t open)
{
    size_t line = open;
    while (line > s->body && s->text.p[line - 1] != '\n') line--;
    size_t at = line;
    for (size_t end; (end = gisa_speech_sentence_end(s->text, at)) <= open && end > at;) at = end;
    return at;
}

static gisa_span remember(gisa_speakers *s, gisa_span who, size_t after)
{
    s->last = who;
    s->last_close = after;
    return who;
}

/* The subject after the quotation, up to the end of its sentence: “…”라고 홍길동 교수는 말했다. */
static gisa_span subject_after(gisa_speakers *s, size_t after)
{
    size_t end = gisa_speech_sentence_end(s->text, after), next, unused;
    next = gisa_str_find(gisa_str_cut(s->text, 0, end), GISA_STR("“"), after);
    return gisa_subject_find(s, after, next == GISA_NPOS ? end : next, &unused);
}

/* 홍길동 교수는 고개를 저었다. “…”: the subject of the sentence before, in the same paragraph. */
static gisa_span subject_before(gisa_speakers *s, size_t open)
{
    size_t line = open, before, unused;
    while (line > s->body && s->text.p[line - 1] != '\n') line--;
    before = line;
    for (size_t end; (end = gisa_speech_sentence_end(s->text, before)) < open && end > before;)
        before = end;
    return before < open ? gisa_subject_find(s, before, open, &unused) : (gisa_span){0, 0};
}

/* 국밥집 주인은 “…”: a subject right before the mark that is nobody we know. */
static bool stranger_speaks(const gisa_speakers *s, size_t from, size_t open)
{
    size_t i = word_from(s, open);
    if (i == 0 || s->words.items[i - 1].span.start < from) return false;
    gisa_str w = word_text(s, i - 1);
    return gisa_josa_suffix(w, GISA_JOSA_TOPIC) && !is_pronoun(w);
}

/* “…” 이춘풍 씨의 말이다. */
static bool attributes(gisa_str sentence)
{
    sentence = gisa_str_trim(sentence);
    size_t from = sentence.n > ATTRIBUTION_MAX ? sentence.n - ATTRIBUTION_MAX : 0;
    return gisa_wordlist_suffix(&gisa_list_attributions,
                                gisa_str_cut(sentence, from, sentence.n)) != NULL;
}

gisa_span gisa_speaker_find(gisa_speakers *s, size_t open, size_t after)
{
    gisa_span who;
    size_t unused;
    if (broadcast(s, open, &who)) return remember(s, who, after);
    size_t begin = sentence_begin(s, open);
    bool goes_on = s->last_close > begin && s->last_close <= open;
    who = gisa_subject_find(s, goes_on ? s->last_close : begin, open, &unused);
    if (who.end) return remember(s, who, after);
    if (goes_on) return remember(s, s->last, after);
    if (stranger_speaks(s, begin, open)) return remember(s, (gisa_span){0, 0}, after);
    bool closed = after >= s->text.n || s->text.p[after] == '\n' || s->text.p[after] == ' ';
    who = subject_after(s, after);
    if (who.end) return remember(s, who, after);
    if (closed && begin == open) {
        /* speech that stands alone: the sentence after it names its speaker, or it is an interview
         */
        size_t next = after + (after < s->text.n && s->text.p[after] == ' ');
        if (next < s->text.n && s->text.p[after] == ' ') {
            size_t end = gisa_speech_sentence_end(s->text, next);
            who = gisa_subject_find(s, next, end, &unused);
            if (!who.end && attributes(gisa_str_cut(s->text, next, end))) {
                const gisa_entity *e = entity_in(s, next, end, true);
                if (e) who = e->span;
            }
        }
        if (!who.end) who = subject_before(s, open);
        bool line = open == s->body || s->text.p[open - 1] == '\n';
        if (!who.end && line && s->only.end) who = s->only;
        if (!who.end && !line) who = s->last.end ? s->last : last_person(s, open);
    } else if (!closed && gisa_says(s->text, after)) {
        who = s->last;
    }
    return remember(s, who, after);
}

/* The person of the body, when there is no other. */
static gisa_span only_person(const gisa_speakers *s, size_t body)
{
    gisa_span found = {0, 0};
    for (size_t i = 0; i < s->a->n_entities; i++) {
        const gisa_entity *e = &s->a->entities[i];
        if (e->type != GISA_ENTITY_PS || e->span.start < body) continue;
        if (found.end &&
            !gisa_str_eq(gisa_span_text(found, s->text), gisa_span_text(e->span, s->text)))
            return (gisa_span){0, 0};
        if (!found.end) found = e->span;
    }
    return found;
}

gisa_status gisa_speakers_init(gisa_speakers *s, gisa_str text, size_t body, gisa_annotation *a)
{
    *s = (gisa_speakers){.text = text, .a = a, .body = body};
    gisa_titles_init(&s->titles);
    const gisa_entity *e = entity_in(s, 0, body, true);
    s->only = e ? e->span : only_person(s, body);
    return gisa_words_cut(text, &a->arena, &s->words);
}

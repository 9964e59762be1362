/* Sentence by sentence: quotations between marks that hold speech (quote_mark.c), then clauses in
 * 다고 and the like (reported.c); for each its speaker (speaker_clause.c) and its medium. */
#include "nlp/facts/quote.h"

#include "nlp/facts/medium.h"
#include "nlp/facts/quote_mark.h"
#include "nlp/facts/reported.h"
#include "nlp/facts/speaker_clause.h"

typedef struct finding {
    gisa_annotation *a;
    size_t cap;
} finding;

static gisa_status put_quote(finding *f, gisa_quote q)
{
    gisa_annotation *a = f->a;
    if (GISA_ARENA_GROW(&a->arena, a->quotes, a->n_quotes, f->cap) < 0) return GISA_ENOMEM;
    /* in order: a clause may begin before a quotation of its sentence */
    size_t i = a->n_quotes++;
    while (i > 0 && a->quotes[i - 1].span.start > q.span.start) {
        a->quotes[i] = a->quotes[i - 1];
        i--;
    }
    a->quotes[i] = q;
    return GISA_OK;
}

/* The medium of what `who` says in the sentence, or to which they talk since an earlier one. */
static gisa_span medium_of(gisa_speakers *s, gisa_span said, const gisa_speaker *who)
{
    bool talks;
    gisa_span medium = gisa_medium_find(s, &s->now, said, who->name, &talks);
    if (medium.end && talks) {
        s->medium = medium;
        s->guest = who->name;
    }
    bool guest = who->name.end &&
                 gisa_str_eq(gisa_span_text(who->name, s->text), gisa_span_text(s->guest, s->text));
    return medium.end || !guest ? medium : s->medium;
}

static gisa_quote make(const gisa_speaker *who, gisa_span span, gisa_span medium, bool direct)
{
    gisa_quote q = {.span = span, .direct = direct, .medium = medium};
    if (!who->name.end) return q;
    q.speaker = who->name;
    q.kind = who->kind;
    q.affiliation = who->affiliation;
    return q;
}

static gisa_status direct(gisa_speakers *s, finding *f, size_t k)
{
    gisa_speaker who;
    if (gisa_speaker_find(s, k, &who) < 0) return GISA_ENOMEM;
    return put_quote(
        f, make(&who, s->pairs.items[k].inner, medium_of(s, s->pairs.items[k].inner, &who), true));
}

static gisa_status reported(gisa_speakers *s, finding *f)
{
    gisa_reported r = {.word = 0};
    for (bool found = true; found;) {
        if (gisa_reported_next(s, r.word, &r, &found) < 0) return GISA_ENOMEM;
        if (!found) return GISA_OK;
        gisa_span medium = r.medium.end ? r.medium : medium_of(s, r.span, &r.speaker);
        if (put_quote(f, make(&r.speaker, r.span, medium, false)) < 0) return GISA_ENOMEM;
        if (r.speaker.name.end) gisa_speaker_remember(s, r.speaker, r.span.end);
    }
    return GISA_OK;
}

gisa_status gisa_quotes_find(gisa_str text, size_t body, gisa_annotation *a, gisa_error *err)
{
    gisa_speakers s;
    finding f = {.a = a};
    a->quotes = NULL;
    a->n_quotes = 0;
    if (body > text.n) body = text.n;
    if (gisa_speakers_init(&s, text, body, a) < 0 ||
        gisa_mark_pairs_find(text, body, &s.pairs, &a->arena) < 0)
        return gisa_fail_mem(err);
    size_t k = 0;
    for (size_t at = body; at < text.n; at = s.now.span.end) {
        gisa_span span = gisa_speech_sentence_at(text, &s.pairs, body, at);
        span.start = (uint32_t)at;
        if (gisa_speech_sentence_fill(&s.now, text, a, &s.pairs, span) < 0)
            return gisa_fail_mem(err);
        for (; k < s.pairs.n && s.pairs.items[k].outer.start < span.end; k++)
            if (s.pairs.items[k].speech && direct(&s, &f, k) < 0) return gisa_fail_mem(err);
        if (reported(&s, &f) < 0) return gisa_fail_mem(err);
        gisa_speaker_note(&s);
    }
    return GISA_OK;
}

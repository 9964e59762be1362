/* A quotation is what is between quotation marks and ends as speech does: a full sentence, or
 * the particle 고, 라고, 며 … after the mark. Its speaker is looked for in this order: the subject
 * before it in the sentence; the speaker of the quotation before it when the sentence goes on; the
 * subject after it (“…”라고 홍길동 교수는 말했다); the one who spoke in the sentence before, for
 * 그는 and for a paragraph that is nothing but speech. */
#include "nlp/facts/quote.h"

#include "corpus/wordlist.h"
#include "nlp/facts/quote_speaker.h"
#include "nlp/names/entity_word.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

/* What is long enough to be speech (tests/bench/facts_sample.py). */
#define SPEECH_MIN   6  /* characters between quotation marks */
#define SENTENCE_MIN 12 /* characters, when neither a mark nor a particle ends it */
#define REPORTED_MIN 18 /* bytes of reported speech */

#define TERM_LINK_MAX 16 /* bytes */

typedef struct mark {
    const char *open, *close;
} mark;

static const mark marks[] = {{"“", "”"}, {"\"", "\""}, {"「", "」"}};

/* Speech ends as a sentence does. */
static bool ends_as_speech(gisa_str s)
{
    s = gisa_str_trim(s);
    size_t last = s.n > 0 ? gisa_utf8_prev(s, s.n) : 0;
    return gisa_wordlist_find(&gisa_list_speech_endings, gisa_str_cut(s, last, s.n)) != NULL;
}

/* Whether what follows a closing mark takes up speech: 라고, 며, 라 말했다. */
static bool takes_up(gisa_str text, size_t at)
{
    gisa_str rest = gisa_str_cut(text, at, text.n);
    if (gisa_josa_prefix(rest, GISA_JOSA_SPEECH)) return true;
    const gisa_josa *word = gisa_josa_prefix(rest, GISA_JOSA_SPEECH_WORD);
    return word && word->form.n < rest.n && rest.p[word->form.n] == ' ';
}

static bool says_name(gisa_str text, size_t at)
{
    gisa_str rest = gisa_str_cut(text, at, at + TERM_LINK_MAX);
    return gisa_wordlist_prefix(&gisa_list_term_links, rest) != NULL;
}

static bool is_speech(gisa_str text, gisa_span inner, size_t after)
{
    gisa_str said = gisa_span_text(inner, text);
    size_t chars = gisa_utf8_chars(said);
    if (chars < SPEECH_MIN || says_name(text, after)) return false;
    bool sentence = gisa_str_ends(said, GISA_STR(".")) || gisa_str_ends(said, GISA_STR("?")) ||
                    gisa_str_ends(said, GISA_STR("!"));
    if (takes_up(text, after)) return true;
    return sentence || (chars >= SENTENCE_MIN && ends_as_speech(said));
}

static gisa_status put_quote(gisa_annotation *a, size_t *cap, gisa_quote q)
{
    if (GISA_ARENA_GROW(&a->arena, a->quotes, a->n_quotes, *cap) < 0) return GISA_ENOMEM;
    a->quotes[a->n_quotes++] = q;
    return GISA_OK;
}

/* The closing mark of what opens at `at`, in the same paragraph; GISA_NPOS when it is missing. */
static size_t closing(gisa_str text, size_t at, const mark *m)
{
    size_t end = gisa_str_find_byte(text, '\n', at);
    gisa_str line = gisa_str_cut(text, 0, end == GISA_NPOS ? text.n : end);
    return gisa_str_find(line, gisa_str_from(m->close), at + strlen(m->open));
}

static const mark *mark_at(gisa_str text, size_t at)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (gisa_str_starts(gisa_str_cut(text, at, at + 3), gisa_str_from(marks[i].open)))
            return &marks[i];
    return NULL;
}

static gisa_status direct(gisa_str text, size_t body, gisa_annotation *a, gisa_speakers *s,
                          size_t *cap)
{
    for (size_t at = body; at < text.n;) {
        char c = text.p[at];
        const mark *m = c == '"' || c == '\xE2' || c == '\xE3' ? mark_at(text, at) : NULL;
        size_t close = m ? closing(text, at, m) : GISA_NPOS;
        if (close == GISA_NPOS) {
            at++;
            continue;
        }
        size_t after = close + strlen(m->close);
        gisa_quote q = {.span = {(uint32_t)(at + strlen(m->open)), (uint32_t)close},
                        .direct = true};
        if (is_speech(text, q.span, after)) {
            q.speaker = gisa_speaker_find(s, at, after);
            if (put_quote(a, cap, q) < 0) return GISA_ENOMEM;
        }
        at = after;
    }
    return GISA_OK;
}

/* …다고 밝혔다: what is between the subject and 고 in a sentence without quotation marks. */
static gisa_status reported(gisa_str text, size_t body, gisa_annotation *a, gisa_speakers *s,
                            size_t *cap)
{
    static const char *const links[] = {"다고 ", "라고 ", "자고 "};
    for (size_t at = body; at < text.n;) {
        size_t end = gisa_speech_sentence_end(text, at);
        gisa_str sentence = gisa_str_cut(text, at, end);
        size_t verb = GISA_NPOS;
        for (size_t i = 0; i < sizeof links / sizeof *links; i++)
            for (size_t p = 0;
                 (p = gisa_str_find(sentence, gisa_str_from(links[i]), p)) != GISA_NPOS; p++)
                if (gisa_says(sentence, p + strlen(links[i])) && (verb == GISA_NPOS || p > verb))
                    verb = p;
        if (verb != GISA_NPOS && !gisa_str_has(sentence, GISA_STR("“")) &&
            !gisa_str_has(sentence, GISA_STR("\""))) {
            gisa_quote q = {.direct = false};
            size_t from;
            q.speaker = gisa_subject_find(s, at, at + verb, &from);
            q.span = (gisa_span){(uint32_t)from, (uint32_t)(at + verb + 3)};
            if (q.speaker.end && q.span.end > q.span.start + REPORTED_MIN &&
                put_quote(a, cap, q) < 0)
                return GISA_ENOMEM;
        }
        at = end;
    }
    return GISA_OK;
}

static int by_start(const gisa_quote *a, const gisa_quote *b)
{
    return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

gisa_status gisa_quotes_find(gisa_str text, size_t body, gisa_annotation *a, gisa_error *err)
{
    gisa_speakers s;
    size_t cap = 0;
    a->quotes = NULL;
    a->n_quotes = 0;
    if (body > text.n) body = text.n;
    if (gisa_speakers_init(&s, text, body, a) < 0 || direct(text, body, a, &s, &cap) < 0 ||
        reported(text, body, a, &s, &cap) < 0)
        return gisa_fail_mem(err);
    /* two ordered runs: insertion keeps it simple, texts have few quotations */
    for (size_t i = 1; i < a->n_quotes; i++)
        for (size_t k = i; k > 0 && by_start(&a->quotes[k - 1], &a->quotes[k]) > 0; k--) {
            gisa_quote t = a->quotes[k];
            a->quotes[k] = a->quotes[k - 1];
            a->quotes[k - 1] = t;
        }
    return GISA_OK;
}

#include "nlp/facts/broadcast.h"

#include "base/utf8.h"
#include "corpus/wordlist.h"

#define LABEL_MAX 120 /* bytes */
#define PLAIN_MAX 60  /* of a label that is a line by itself: 이름 / 신분 */

/* The text of a label without what frames it. */
static gisa_span trim(gisa_str text, gisa_span label)
{
    static const char *const frames[] = {" ",  "[", "<", "(",  "▶",  "◀", "■", "◆", "◇",       "●",
                                         "○ ", "-", "·", "〈", "【", ">", "]", ":", "\xC2\xA0"};
    for (bool cut = true; cut;) {
        cut = false;
        for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
            gisa_str f = gisa_str_from(frames[i]), in = gisa_span_text(label, text);
            if (in.n > 0 && gisa_str_starts(in, f)) {
                label.start += (uint32_t)f.n;
                cut = true;
            } else if (in.n > 0 && gisa_str_ends(in, f)) {
                label.end -= (uint32_t)f.n;
                cut = true;
            }
        }
    }
    return label;
}

/* 인터뷰 : 이름 / 신분: what kind of recording it is comes first. */
static gisa_span without_kind(gisa_str text, gisa_span label)
{
    gisa_str in = gisa_span_text(label, text);
    const gisa_wordlist_item *kind = gisa_wordlist_prefix(&gisa_list_recording_kinds, in);
    if (!kind) return label;
    gisa_span rest = {label.start + (uint32_t)kind->word.n, label.end};
    gisa_str after = gisa_span_text(rest, text);
    size_t at = 0, close = gisa_str_find_byte(after, ')', 0);
    if (after.n > 0 && after.p[0] == '(' && close != GISA_NPOS) { /* 인터뷰(☎) */
        rest.start += (uint32_t)close + 1;
        after = gisa_span_text(rest, text);
    }
    while (at < after.n && after.p[at] == ' ') at++;
    if (at >= after.n ||
        (after.p[at] != ':' && after.p[at] != ']' && after.p[at] != '>' && at == 0))
        return label;
    return trim(text, rest);
}

/* The label that ends right before `end`, in its line; {0, 0}: none. */
static gisa_span label_before(const gisa_speakers *s, size_t open)
{
    gisa_str text = s->text;
    size_t end = open;
    bool line = false;
    while (end > s->body && (text.p[end - 1] == ' ' || text.p[end - 1] == '-' ||
                             (text.p[end - 1] == '\n' && !line))) {
        line = line || text.p[end - 1] == '\n';
        end--;
    }
    if (end == s->body) return (gisa_span){0, 0};
    char last = text.p[end - 1];
    size_t from = end - 1;
    while (from > s->body && text.p[from - 1] != '\n' && end - from < LABEL_MAX &&
           text.p[from - 1] != '[' && text.p[from - 1] != '<')
        from--;
    if (end - from >= LABEL_MAX) return (gisa_span){0, 0};
    gisa_span label = {(uint32_t)from, (uint32_t)end};
    gisa_str in = gisa_span_text(label, text);
    bool framed = from > s->body && (text.p[from - 1] == '[' || text.p[from - 1] == '<');
    bool arrow = gisa_str_starts(in, GISA_STR("▶")) || gisa_str_starts(in, GISA_STR("◀"));
    bool closed = framed && (last == '>' || last == ']');
    bool slash = gisa_str_has(in, GISA_STR("/"));
    if (line && slash && end - from < PLAIN_MAX && last != ':') closed = true;
    if (closed && !slash && !line) return (gisa_span){0, 0};
    if (last != ':' && !closed && !(line && arrow)) return (gisa_span){0, 0};
    if (line && !closed && !arrow) return (gisa_span){0, 0};
    return without_kind(text, trim(text, label));
}

static bool kept_back(gisa_str name)
{
    return gisa_str_has(name, GISA_STR("○")) || gisa_str_has(name, GISA_STR("〇")) ||
           gisa_str_has(name, GISA_STR("*")) ||
           (gisa_str_ends(name, GISA_STR("씨")) && name.n <= 10);
}

/* The body that the words after a name say: 통일부 of 통일부 대변인. */
static gisa_span body_of(const gisa_speakers *s, gisa_span rest)
{
    const gisa_entity *e = gisa_speaker_entity(s, rest, GISA_ENTITY_OG);
    if (e && e->span.start >= rest.start) return e->span;
    gisa_str in = gisa_span_text(rest, s->text);
    size_t n = gisa_str_find_byte(in, ' ', 0);
    if (n == GISA_NPOS || n < 6) return (gisa_span){0, 0};
    gisa_str word = gisa_str_cut(in, 0, n);
    bool body = gisa_wordlist_suffix(&gisa_list_speaker_bodies, word) ||
                (gisa_endings_find(&s->bodies, word) && gisa_endings_find(&s->titles, in));
    if (!body) return (gisa_span){0, 0};
    return (gisa_span){rest.start, rest.start + (uint32_t)n};
}

/* 이름(신분), 이름 신분: what is a name comes first. */
static void split(const gisa_speakers *s, gisa_span *name, gisa_span *rest)
{
    gisa_str in = gisa_span_text(*name, s->text);
    size_t at = gisa_str_find_byte(in, '(', 0);
    if (at == GISA_NPOS || at == 0) {
        at = gisa_str_find_byte(in, ' ', 0);
        if (at == GISA_NPOS || gisa_name_look_of(gisa_str_cut(in, 0, at)) < GISA_LOOK_WEAK) return;
    }
    *rest = trim(s->text, (gisa_span){name->start + (uint32_t)at + 1, name->end});
    *name = trim(s->text, (gisa_span){name->start, name->start + (uint32_t)at});
}

bool gisa_broadcast_speaker(const gisa_speakers *s, size_t open, gisa_speaker *out)
{
    gisa_span label = label_before(s, open);
    gisa_str in = gisa_span_text(label, s->text);
    *out = (gisa_speaker){.kind = GISA_SPEAKER_NONE};
    if (in.n == 0) return false;
    size_t slash = gisa_str_find_byte(in, '/', 0);
    gisa_span name = label, rest = {0, 0};
    if (slash != GISA_NPOS) {
        name = trim(s->text, (gisa_span){label.start, label.start + (uint32_t)slash});
        rest = trim(s->text, (gisa_span){label.start + (uint32_t)slash + 1, label.end});
    }
    if (!rest.end) split(s, &name, &rest);
    const gisa_entity *e = gisa_speaker_entity(s, name, GISA_ENTITY_PS);
    gisa_str who = gisa_span_text(name, s->text);
    if (who.n == 0) return true;
    out->name = name;
    out->affiliation = rest.end ? body_of(s, rest) : (gisa_span){0, 0};
    if (kept_back(who)) {
        out->kind = GISA_SPEAKER_ANONYMOUS;
    } else if (e && e->span.start >= name.start && e->span.end <= name.end) {
        if (!rest.end) out->affiliation = body_of(s, (gisa_span){e->span.end, name.end});
        out->name = e->span;
        out->kind = GISA_SPEAKER_PERSON;
    } else if (rest.end || gisa_name_look_of(who) >= GISA_LOOK_WEAK) {
        out->kind = GISA_SPEAKER_PERSON;
        if (gisa_wordlist_suffix(&gisa_list_speaker_roles, who)) out->kind = GISA_SPEAKER_ROLE;
    } else if (slash == GISA_NPOS && !gisa_wordlist_suffix(&gisa_list_speaker_roles, who) &&
               !gisa_endings_find(&s->titles, who)) {
        out->name = (gisa_span){0, 0}; /* 그의 말: “…” */
        return false;
    } else {
        out->kind = GISA_SPEAKER_ROLE;
    }
    return true;
}

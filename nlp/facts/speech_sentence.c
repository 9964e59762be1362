/* Morphemes of an eojeol are taken one by one: those between marks or brackets are left out, so
 * that 교수(경제학)는 is 교수는 and ”라고 is 라고. The last morpheme says what part a word
 * plays. */
#include "nlp/facts/speech_sentence.h"

#include "corpus/wordlist.h"
#include "nlp/facts/speech_josa.h"
#include "nlp/names/gazetteer_edge.h"

#define BRACKET_MAX 150 /* bytes between brackets */
#define MARKED_MAX  3   /* words of a name between marks, before its last */

size_t gisa_mark_pairs_from(const gisa_mark_pairs *pairs, size_t at)
{
    size_t low = 0, high = pairs->n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (pairs->items[mid].outer.end <= at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* Whether the character at p ends a sentence with what is after it. */
static bool stops(gisa_str text, size_t p)
{
    char c = text.p[p];
    if (c != '.' && c != '?' && c != '!') return false;
    if (p + 1 >= text.n) return true;
    return text.p[p + 1] == ' ' || text.p[p + 1] == '\n' || text.p[p + 1] == '[';
}

/* The end of the sentence that begins at `at`. */
static size_t sentence_end(gisa_str text, const gisa_mark_pairs *pairs, size_t at)
{
    size_t k = gisa_mark_pairs_from(pairs, at);
    for (size_t p = at; p < text.n; p++) {
        if (k < pairs->n && p == pairs->items[k].outer.start) {
            p = pairs->items[k++].outer.end - 1;
            continue;
        }
        if (text.p[p] == '\n') return p + 1;
        if (stops(text, p)) return p + 2 < text.n ? p + 2 : text.n;
    }
    return text.n;
}

gisa_span gisa_speech_sentence_at(gisa_str text, const gisa_mark_pairs *pairs, size_t body,
                                  size_t at)
{
    size_t k = gisa_mark_pairs_from(pairs, at), from = at;
    if (k < pairs->n && pairs->items[k].outer.start < at) from = pairs->items[k].outer.start;
    while (from > body) {
        if (k > 0 && pairs->items[k - 1].outer.end == from) {
            from = pairs->items[--k].outer.start;
            continue;
        }
        char c = text.p[from - 1];
        if (c == '\n' || (c == ' ' && from - 1 > body && stops(text, from - 2))) break;
        from--;
    }
    return (gisa_span){(uint32_t)from, (uint32_t)sentence_end(text, pairs, at)};
}

const gisa_morph *gisa_speech_morph(const gisa_speech_sentence *s, size_t i, int place)
{
    const gisa_speech_word *w = &s->words[i];
    if (place < 0) place += (int)w->n;
    return place >= 0 && (uint32_t)place < w->n ? s->morphs[w->morph + (uint32_t)place] : NULL;
}

static bool is_noun(gisa_tag t)
{
    return t == GISA_TAG_NNG || t == GISA_TAG_NNP || t == GISA_TAG_NNB || t == GISA_TAG_NR ||
           t == GISA_TAG_NP || t == GISA_TAG_SL || t == GISA_TAG_SH || t == GISA_TAG_SN ||
           t == GISA_TAG_XPN || t == GISA_TAG_XSN || t == GISA_TAG_XR || t == GISA_TAG_SW ||
           t == GISA_TAG_SO || t == GISA_TAG_NF || t == GISA_TAG_NA;
}

static bool is_mark(gisa_tag t)
{
    return t == GISA_TAG_SF || t == GISA_TAG_SP || t == GISA_TAG_SS || t == GISA_TAG_SE;
}

/* 다고 라고 자고 냐고, alone or at the end of a longer form (ㄴ다고, 으라고, 느냐고). */
static bool quotes_form(gisa_str form)
{
    return gisa_wordlist_suffix(&gisa_list_quoting_endings, form) != NULL;
}

static gisa_part part_of_josa(const gisa_morph *last, const gisa_morph *before)
{
    gisa_tag b = before ? before->tag : GISA_TAG_COUNT;
    switch (last->tag) {
    case GISA_TAG_JKS: return GISA_PART_SUBJECT;
    case GISA_TAG_JKG: return GISA_PART_GENITIVE;
    case GISA_TAG_JC: return GISA_PART_JOINT;
    case GISA_TAG_JKQ: return GISA_PART_QUOTING;
    case GISA_TAG_JKB: /* 에서는, as one josa too */
        return gisa_str_starts(last->form, GISA_STR("에서")) ? GISA_PART_PLACE : GISA_PART_CASE;
    case GISA_TAG_JX: break;
    default: return GISA_PART_CASE;
    }
    bool topic = gisa_str_is(last->form, "은") || gisa_str_is(last->form, "는") ||
                 gisa_str_is(last->form, "ㄴ");
    bool also = gisa_str_is(last->form, "도");
    if (b == GISA_TAG_JKB && (topic || also) && gisa_str_is(before->form, "에서"))
        return GISA_PART_PLACE;
    if (b == GISA_TAG_JKQ || (b == GISA_TAG_EC && quotes_form(before->form)))
        return GISA_PART_QUOTING;
    if (b == GISA_TAG_EC || b == GISA_TAG_ETN) return GISA_PART_LINK;
    if (b == GISA_TAG_JKS && topic) return GISA_PART_TOPIC;
    if (!is_noun(b)) return GISA_PART_CASE;
    return topic ? GISA_PART_TOPIC : also ? GISA_PART_ALSO : GISA_PART_CASE;
}

/* 말라고, whose ending a word by itself has as 아고: by its letters. */
static bool quotes_word(const gisa_morph *last, gisa_str word)
{
    return gisa_str_ends(last->form, GISA_STR("아고")) && quotes_form(word);
}

static gisa_part part_of(const gisa_speech_sentence *s, const gisa_speech_word *w, gisa_str text)
{
    const gisa_morph *last = NULL, *before = NULL;
    for (uint32_t k = w->n; k-- > 0 && !before;) {
        const gisa_morph *m = s->morphs[w->morph + k];
        if (is_mark(m->tag)) continue;
        if (!last)
            last = m;
        else
            before = m;
    }
    if (!last) return GISA_PART_OTHER;
    switch (last->tag) {
    case GISA_TAG_EF: return GISA_PART_END;
    case GISA_TAG_EC:
        if (quotes_word(last, gisa_str_cut(text, w->span.start, last->span.end)))
            return GISA_PART_QUOTING;
        return quotes_form(last->form) ? GISA_PART_QUOTING : GISA_PART_LINK;
    case GISA_TAG_ETM: return GISA_PART_ADNOMINAL;
    case GISA_TAG_ETN: return GISA_PART_LINK;
    case GISA_TAG_MAG:
    case GISA_TAG_MAJ: return GISA_PART_ADVERB;
    default: break;
    }
    if (is_noun(last->tag)) return GISA_PART_NOUN;
    if (gisa_tag_is_josa(last->tag)) return part_of_josa(last, before);
    return GISA_PART_OTHER;
}

/* The end of an entity that covers the word from its beginning; 0: none. Words of names are
 * often no nouns to the tagger. */
static size_t named_to(const gisa_annotation *a, gisa_span word)
{
    size_t low = gisa_entities_from(a, word.start);
    if (low == a->n_entities || a->entities[low].span.start > word.start) return 0;
    gisa_entity_type type = a->entities[low].type;
    if (type == GISA_ENTITY_DT || type == GISA_ENTITY_TI || type == GISA_ENTITY_QT) return 0;
    return a->entities[low].span.end;
}

/* 변호사가 that the tagger takes for one noun. */
static void split_subject(const gisa_speech_sentence *s, gisa_speech_word *w, gisa_str text)
{
    gisa_span last = s->morphs[w->morph + w->n - 1]->span;
    gisa_str form = gisa_span_text(last, text);
    if (form.n < 9 || !gisa_str_ends(form, GISA_STR("가"))) return;
    gisa_str stem = gisa_str_cut(form, 0, form.n - 3);
    if (!gisa_wordlist_find(&gisa_list_titles, stem) &&
        !gisa_wordlist_find(&gisa_list_speaker_roles, stem))
        return;
    w->part = GISA_PART_SUBJECT;
    w->noun.end = last.end - 3;
}

/* 누군가는: the tagger reads a copula in it. */
static void pronoun(const gisa_speech_sentence *s, gisa_speech_word *w)
{
    const gisa_morph *const *m = s->morphs + w->morph;
    if (w->n < 3 || m[0]->tag != GISA_TAG_NP || !gisa_str_is(m[0]->form, "누구")) return;
    const gisa_morph *last = m[w->n - 1];
    bool topic = last->tag == GISA_TAG_JX;
    if (!topic && last->tag != GISA_TAG_JKS && last->tag != GISA_TAG_EC) return;
    w->part = topic ? GISA_PART_TOPIC : GISA_PART_SUBJECT;
    w->noun = (gisa_span){w->span.start, topic ? last->span.start : w->span.end};
}

/* 고, 라며, 라는 behind a quotation: a word by itself has other readings (이/NP 이라고, 고/MM), so
 * the letters tell. */
static void take_up(gisa_speech_word *w, gisa_taking taking, gisa_str text)
{
    static const char *const josa[] = {"도", "만", "는"};
    gisa_str word = gisa_hangul_run(text, w->span.start);
    w->takes = true;
    w->noun = (gisa_span){0, 0};
    w->part = GISA_PART_ADNOMINAL;
    if (taking != GISA_TAKES_SPEECH) return;
    for (size_t i = 0; i < sizeof josa / sizeof *josa; i++)
        if (gisa_str_ends(word, gisa_str_from(josa[i]))) word.n -= 3;
    bool reports = gisa_str_ends(word, GISA_STR("고")) || quotes_form(word);
    w->part = reports ? GISA_PART_QUOTING : GISA_PART_LINK;
}

/* Closes the word that was being filled. */
static void finish(gisa_speech_sentence *s, gisa_str text, const gisa_annotation *a)
{
    if (s->n == 0) return;
    gisa_speech_word *w = &s->words[s->n - 1];
    while (w->n > 1 && s->morphs[w->morph]->tag == GISA_TAG_SS) { /* ‘가온방송’은 */
        w->morph++;
        w->n--;
    }
    uint32_t first = s->morphs[w->morph]->span.start, k = w->n;
    while (k > 0 && (is_mark(s->morphs[w->morph + k - 1]->tag) ||
                     gisa_tag_is_josa(s->morphs[w->morph + k - 1]->tag)))
        k--;
    w->noun = (gisa_span){0, 0};
    if (k > 0 && is_noun(s->morphs[w->morph + k - 1]->tag))
        w->noun = (gisa_span){first, s->morphs[w->morph + k - 1]->span.end};
    w->part = part_of(s, w, text);
    if (w->part == GISA_PART_NOUN) split_subject(s, w, text);
    pronoun(s, w);
    if (w->takes) {
        take_up(w, s->taking, text);
        return;
    }
    size_t named = w->part == GISA_PART_NOUN && w->noun.end ? 0 : named_to(a, w->span);
    if (named >= w->span.end || (w->part == GISA_PART_JOINT &&
                                 gisa_str_ends(gisa_span_text(w->span, text), GISA_STR("학과")))) {
        w->part = GISA_PART_NOUN;
        w->noun = w->span;
    } else if (named > w->noun.end) {
        w->noun = (gisa_span){w->span.start, (uint32_t)named};
    }
    for (uint32_t m = 0; m < w->n; m++)
        if (s->morphs[w->morph + m]->tag == GISA_TAG_SP) w->comma = true;
    if (w->span.end < text.n && text.p[w->span.end] == ',') w->comma = true;
}

/* The end of what a bracket at `at` holds, or `at` when it does not close. */
static size_t bracket_end(gisa_str text, size_t at)
{
    if (at >= text.n || (text.p[at] != '(' && text.p[at] != '[')) return at;
    size_t end = gisa_str_find_byte(gisa_str_cut(text, 0, at + BRACKET_MAX),
                                    text.p[at] == '(' ? ')' : ']', at);
    return end == GISA_NPOS ? at : end + 1;
}

/* Whether only blanks stand between a quotation that ends at `end` and what takes it up. */
static bool takes(const gisa_mark_pair *pair, const gisa_morph *m, gisa_str text)
{
    if (pair->taking != GISA_TAKES_SPEECH && pair->taking != GISA_TAKES_NAME) return false;
    uint32_t at = pair->outer.end;
    while (at < m->span.start && text.p[at] == ' ') at++;
    return at == m->span.start;
}

/* before: the quotation right before it, or NULL. */
static gisa_status put_morph(gisa_speech_sentence *s, const gisa_morph *m, gisa_str text,
                             bool begins, const gisa_mark_pair *before, gisa_annotation *a)
{
    if (GISA_ARENA_GROW(&a->arena, s->morphs, s->n_morphs, s->cap_morphs) < 0) return GISA_ENOMEM;
    if (begins || s->n == 0) {
        finish(s, text, a);
        if (GISA_ARENA_GROW(&a->arena, s->words, s->n, s->cap) < 0) return GISA_ENOMEM;
        s->words[s->n++] = (gisa_speech_word){
            .span = m->span, .morph = (uint32_t)s->n_morphs, .mark = before != NULL};
        s->words[s->n - 1].takes = before && takes(before, m, text);
        if (before) s->taking = before->taking;
    }
    gisa_speech_word *w = &s->words[s->n - 1];
    w->n++;
    if (m->span.end > w->span.end) w->span.end = m->span.end;
    s->morphs[s->n_morphs++] = m;
    return GISA_OK;
}

/* Where a sentence is filled: the next pair, the end of what is left out, what stands before. */
typedef struct filling {
    gisa_speech_sentence *s;
    gisa_str text;
    gisa_annotation *a;
    const gisa_mark_pairs *pairs;
    size_t k, skip;
    const gisa_mark_pair *before;
    bool glue, begins; /* a bracket, the beginning of a word comes before */
} filling;

static gisa_status put_next(filling *f, const gisa_morph *m)
{
    bool joins = f->glue && gisa_tag_is_josa(m->tag) && !f->before && m->span.start == f->skip;
    if (put_morph(f->s, m, f->text, f->begins && !joins, f->before, f->a) < 0) return GISA_ENOMEM;
    f->before = NULL;
    f->begins = f->glue = false;
    return GISA_OK;
}

/* Puts the josa behind a mark in place of another reading of their letters from morpheme i of the
 * token on; *next is the morpheme after them, i when there are none. */
static gisa_status put_josa(filling *f, const gisa_token *token, uint32_t i, uint32_t *next)
{
    const gisa_morph *m = &f->a->morphs[token->first_morph];
    gisa_morph josa[2], *kept;
    gisa_span rest = m[i].span;
    *next = i;
    bool behind = (i > 1 && m[i - 1].tag == GISA_TAG_SS) || m[i].span.start == f->skip;
    if (!behind || gisa_tag_is_josa(m[i].tag) || !gisa_speech_closes(f->text, rest.start))
        return GISA_OK;
    uint32_t to = i + 1;
    for (; to < token->n_morphs && !is_mark(m[to].tag); to++) rest.end = m[to].span.end;
    size_t n = gisa_speech_josa(f->text, rest, josa);
    for (size_t j = 0; j < n; j++) {
        kept = gisa_arena_alloc(&f->a->arena, sizeof *kept);
        if (!kept) return GISA_ENOMEM;
        *kept = josa[j];
        if (put_next(f, kept) < 0) return GISA_ENOMEM;
        *next = to;
    }
    return GISA_OK;
}

static gisa_status put_token(filling *f, const gisa_token *token)
{
    f->begins = true;
    for (uint32_t i = 0; i < token->n_morphs; i++) {
        const gisa_morph *m = &f->a->morphs[token->first_morph + i];
        const gisa_mark_pairs *pairs = f->pairs;
        if (m->span.start < f->skip || m->span.start >= f->s->span.end) continue;
        while (f->k < pairs->n && pairs->items[f->k].outer.end <= m->span.start) f->k++;
        if (f->k < pairs->n && m->span.end > pairs->items[f->k].outer.start) {
            f->skip = pairs->items[f->k].outer.end;
            if (pairs->items[f->k].speech) f->before = &pairs->items[f->k];
            f->begins = true;
            continue;
        }
        size_t end = m->tag == GISA_TAG_SS ? bracket_end(f->text, m->span.start) : 0;
        if (end > m->span.start) {
            f->skip = end;
            f->glue = true;
            continue;
        }
        uint32_t next;
        if (put_josa(f, token, i, &next) < 0) return GISA_ENOMEM;
        if (next > i)
            i = next - 1;
        else if (put_next(f, m) < 0)
            return GISA_ENOMEM;
    }
    return GISA_OK;
}

gisa_status gisa_speech_sentence_fill(gisa_speech_sentence *s, gisa_str text, gisa_annotation *a,
                                      const gisa_mark_pairs *pairs, gisa_span span)
{
    filling f = {.s = s, .text = text, .a = a, .pairs = pairs, .skip = span.start};
    f.k = gisa_mark_pairs_from(pairs, span.start);
    s->span = span;
    s->n = s->n_morphs = 0;
    for (size_t t = gisa_tokens_from(a, span.start); t < a->n_tokens; t++) {
        if (a->tokens[t].span.start >= span.end) break;
        if (put_token(&f, &a->tokens[t]) < 0) return GISA_ENOMEM;
    }
    finish(s, text, a);
    return GISA_OK;
}

/* The opening mark that a closing one at `at` answers; NULL: none is there. */
static const char *opening_mark(gisa_str text, size_t at)
{
    static const char *const marks[][2] = {{"’", "‘"},   {"'", "'"},   {">", "<"},
                                           {"〉", "〈"}, {"》", "《"}, {"」", "「"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (gisa_str_begins(gisa_str_cut(text, at, text.n), marks[i][0])) return marks[i][1];
    return NULL;
}

bool gisa_speech_marked(const gisa_speech_sentence *s, gisa_str text, size_t i, gisa_span *name)
{
    const char *open = opening_mark(text, s->words[i].noun.end);
    if (!open) return false;
    for (size_t k = i + 1; k-- > 0 && i - k <= MARKED_MAX;) {
        gisa_span word = s->words[k].span;
        if (k < i && opening_mark(text, word.end - (uint32_t)strlen(open))) return false;
        if (!gisa_str_begins(gisa_str_cut(text, word.start, text.n), open)) continue;
        *name = (gisa_span){word.start + (uint32_t)strlen(open), s->words[i].noun.end};
        return true;
    }
    return false;
}

/* The noun is, in this order: the noun without josa just before the figure (매출 1조원), the noun
 * that the figure says more about (300만 명의 이용자, 2억달러 규모의 투자), the nearest subject or
 * object before it in its clause (매출은 1조원). The owner is an entity: the possessor of the noun
 * (네이버의 매출, 네이버 매출), else the sentence's last topic or subject before the figure. People
 * own what they have (김나루의 골), but the topic of a sentence is often a person who only says it.
 */
#include "nlp/facts/figure_claim.h"

#include "corpus/wordlist.h"

enum { FAR = 10 /* eojeols before a figure that are looked at */ };

typedef enum joint {
    JOINT_NONE, /* no noun */
    JOINT_BARE, /* a noun without josa */
    JOINT_OF,   /* 의 */
    JOINT_TOPIC,
    JOINT_SUBJECT,
    JOINT_OBJECT,
    JOINT_OTHER, /* 에서, 으로, 와 … */
    JOINT_END,   /* the end of a clause */
} joint;

/* An eojeol as these rules see it. */
typedef struct phrase {
    gisa_span noun;
    joint joint;
} phrase;

static bool is_noun(gisa_tag tag)
{
    switch (tag) {
    case GISA_TAG_NNG:
    case GISA_TAG_NNP:
    case GISA_TAG_NP:
    case GISA_TAG_XPN:
    case GISA_TAG_XSN:
    case GISA_TAG_XR:
    case GISA_TAG_SL:
    case GISA_TAG_SH: return true;
    default: return false;
    }
}

static joint joint_of(const gisa_morph *m)
{
    static const char *const topics[] = {"은", "는"};
    switch (m->tag) {
    case GISA_TAG_JKG: return JOINT_OF;
    case GISA_TAG_JKS: return JOINT_SUBJECT;
    case GISA_TAG_JKO: return JOINT_OBJECT;
    case GISA_TAG_JX:
        for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
            if (gisa_str_is(m->form, topics[i])) return JOINT_TOPIC;
        return gisa_str_is(m->form, "도") ? JOINT_SUBJECT : JOINT_OTHER;
    case GISA_TAG_EC:
    case GISA_TAG_EF:
    case GISA_TAG_ETM: return JOINT_END;
    default: return JOINT_OTHER;
    }
}

static phrase read_phrase(const gisa_annotation *a, size_t token)
{
    const gisa_token *t = &a->tokens[token];
    const gisa_morph *m = a->morphs + t->first_morph;
    phrase p = {{0, 0}, JOINT_NONE};
    size_t i = 0;
    while (i < t->n_morphs && m[i].tag == GISA_TAG_SS) i++;
    size_t from = i;
    while (i < t->n_morphs && (is_noun(m[i].tag) || (i > from && m[i].tag == GISA_TAG_SN))) i++;
    for (size_t k = i; k < t->n_morphs; k++)
        if (joint_of(&m[k]) == JOINT_END) p.joint = JOINT_END;
    if (i == from || p.joint == JOINT_END) return p;
    p.noun = (gisa_span){m[from].span.start, m[i - 1].span.end};
    while (i < t->n_morphs && m[i].tag == GISA_TAG_SS) i++;
    p.joint = i == t->n_morphs ? JOINT_BARE : joint_of(&m[i]);
    return p;
}

static const gisa_sentence *sentence_of(const gisa_annotation *a, size_t token)
{
    size_t low = 0, high = a->n_sentences;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (a->sentences[mid].first_token + a->sentences[mid].n_tokens <= token)
            low = mid + 1;
        else
            high = mid;
    }
    return low < a->n_sentences ? &a->sentences[low] : NULL;
}

/* The entity that covers a noun, or NULL; dates and quantities aside. */
static const gisa_entity *entity_at(const gisa_annotation *a, gisa_span noun)
{
    size_t low = noun.end ? gisa_entities_from(a, noun.end - 1) : a->n_entities;
    if (low == a->n_entities || a->entities[low].span.start >= noun.end) return NULL;
    const gisa_entity *e = &a->entities[low];
    bool named = e->type != GISA_ENTITY_DT && e->type != GISA_ENTITY_TI &&
                 e->type != GISA_ENTITY_QT;
    return named && e->span.end == noun.end ? e : NULL;
}

/* Words that stand between a noun and its figure: 매출 약 1조원, 이용자 총 300만 명. */
static bool is_measure_word(gisa_str text, gisa_span s)
{
    gisa_str w = gisa_span_text(s, text);
    return gisa_wordlist_find(&gisa_list_bound_words, w) ||
           gisa_wordlist_find(&gisa_list_counting_words, w);
}

static bool says_nothing(gisa_str text, gisa_span s)
{
    gisa_str w = gisa_span_text(s, text);
    return gisa_wordlist_find(&gisa_list_unclaimed_nouns, w) ||
           gisa_wordlist_find(&gisa_list_bound_nouns, w);
}

static bool in_date(const gisa_annotation *a, gisa_span s)
{
    for (size_t i = 0; i < a->n_dates && a->dates[i].span.start < s.end; i++)
        if (a->dates[i].span.end > s.start) return true;
    return false;
}

/* The work on one figure. */
typedef struct claim {
    gisa_str text;
    const gisa_annotation *a;
    gisa_figure *f;
    size_t first, last; /* tokens of the sentence */
    size_t token;       /* where the figure begins */
} claim;

/* The noun that comes after the figure: 300만 명의 이용자, 2억달러 규모의 투자, 10개 기업. */
static bool take_after(claim *c)
{
    size_t at = gisa_tokens_from(c->a, c->f->span.end - 1);
    gisa_str of = gisa_str_cut(c->text, c->f->span.end, c->a->tokens[at].span.end);
    if (gisa_str_is(of, "규모의") || gisa_str_is(of, "의") || gisa_str_is(of, "여") || !of.n) {
        at++;
    } else {
        return false;
    }
    if (at > c->last) return false;
    bool linked = gisa_str_is(of, "의") || gisa_str_is(of, "규모의");
    phrase p = read_phrase(c->a, at);
    if (gisa_str_is(gisa_span_text(p.noun, c->text), "규모") && p.joint == JOINT_OF &&
        at < c->last) {
        p = read_phrase(c->a, ++at);
        linked = true;
    }
    /* 300만 명 돌파했다: a verb's noun */
    bool whole = p.joint != JOINT_NONE && p.joint != JOINT_END;
    if (!whole || says_nothing(c->text, p.noun) || in_date(c->a, p.noun)) return false;
    if (!linked && (p.joint == JOINT_BARE || entity_at(c->a, p.noun))) return false;
    c->f->noun = p.noun;
    return true;
}

/* Makes the entity the owner that the eojeol before `token` names: 네이버의 매출, 네이버 매출. */
static bool take_possessor(claim *c, size_t token)
{
    if (token == c->first) return false;
    phrase p = read_phrase(c->a, token - 1);
    const gisa_entity *e = p.joint == JOINT_OF || p.joint == JOINT_BARE ? entity_at(c->a, p.noun)
                                                                        : NULL;
    if (e) c->f->owner = e->span;
    return e != NULL;
}

/* Whether speech begins in the text: what is in it is not said of the topic. */
static bool has_speech(gisa_str s)
{
    return gisa_str_has(s, GISA_STR("“")) || gisa_str_has(s, GISA_STR("\""));
}

/* 네이버는 … 매출이: the nearest topic or subject that is an entity but no person. */
static void take_topic(claim *c, size_t token)
{
    for (size_t i = token; i-- > c->first;) {
        phrase p = read_phrase(c->a, i);
        if (p.joint != JOINT_TOPIC && p.joint != JOINT_SUBJECT) continue;
        const gisa_entity *e = entity_at(c->a, p.noun);
        if (!e || e->type == GISA_ENTITY_PS) continue;
        if (!has_speech(gisa_str_cut(c->text, e->span.end, c->f->span.start)))
            c->f->owner = e->span;
        return;
    }
}

/* 파생 모델, 이용자의 수: the bare noun before the noun belongs to it, and of one that says little
 * by itself its possessor, too. Returns the eojeol where the noun begins. */
static size_t widen(claim *c, size_t token)
{
    static const char *const heads[] = {"수",   "규모", "비율", "비중",  "금액",
                                        "건수", "총액", "가격", "점유율"};
    gisa_str word = gisa_span_text(c->f->noun, c->text);
    if (token == c->first) return token;
    phrase p = read_phrase(c->a, token - 1);
    bool head = false;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) head |= gisa_str_is(word, heads[i]);
    if (p.joint != JOINT_BARE && !(head && p.joint == JOINT_OF)) return token;
    bool apart = p.noun.end != c->a->tokens[token - 1].span.end && p.joint == JOINT_BARE;
    if (apart || c->f->noun.start != c->a->tokens[token].span.start) return token;
    if (entity_at(c->a, p.noun) || says_nothing(c->text, p.noun) || in_date(c->a, p.noun))
        return token;
    c->f->noun.start = p.noun.start;
    return token - 1;
}

/* The noun before the figure; returns its eojeol, or that of the figure. */
static size_t take_before(claim *c)
{
    bool clause_over = false;
    size_t stop = c->token > c->first + FAR ? c->token - FAR : c->first, near = c->token;
    for (size_t i = c->token; i-- > stop;) {
        phrase p = read_phrase(c->a, i);
        bool next = near == i + 1;
        if (p.joint == JOINT_NONE || (p.noun.end && in_date(c->a, p.noun))) {
            if (is_measure_word(c->text, c->a->tokens[i].span)) near = i;
            continue;
        }
        if (p.noun.end && next && is_measure_word(c->text, p.noun)) {
            near = i;
            continue;
        }
        if (p.joint == JOINT_END) clause_over = true;
        if (clause_over && p.joint != JOINT_TOPIC) continue;
        bool near_noun = next && (p.joint == JOINT_BARE || p.joint == JOINT_OF);
        bool of_clause = p.joint >= JOINT_TOPIC && p.joint <= JOINT_OBJECT;
        if (!near_noun && !of_clause) continue;
        if (entity_at(c->a, p.noun) || says_nothing(c->text, p.noun)) return i + 1;
        c->f->noun = p.noun;
        return widen(c, i);
    }
    return c->token;
}

/* 징역 35년, but not 3년 만에: a length of time counts the noun just before it, if any. */
static bool is_time(gisa_str unit)
{
    static const char *const units[] = {"년", "개월", "주", "일", "시간", "분", "초"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (gisa_str_is(unit, units[i])) return true;
    return false;
}

static void claim_one(claim *c)
{
    phrase before = {{0, 0}, JOINT_NONE};
    if (c->token > c->first) before = read_phrase(c->a, c->token - 1);
    bool bare = before.joint == JOINT_BARE && !entity_at(c->a, before.noun) &&
                !says_nothing(c->text, before.noun) && !in_date(c->a, before.noun) &&
                !is_measure_word(c->text, before.noun);
    size_t token = c->token;
    if (!bare && is_time(c->f->unit)) return;
    if (bare || !take_after(c)) token = take_before(c);
    if (!take_possessor(c, token)) take_topic(c, token);
}

void gisa_figures_claim(gisa_str text, gisa_annotation *a)
{
    for (size_t i = 0; i < a->n_figures; i++) {
        claim c = {.text = text, .a = a, .f = &a->figures[i]};
        c.token = gisa_tokens_from(a, c.f->span.start);
        const gisa_sentence *s = sentence_of(a, c.token);
        if (!s || c.token >= a->n_tokens || s->first_token > c.token) continue;
        if (a->tokens[c.token].span.start != c.f->span.start) continue; /* in a bracket */
        c.first = s->first_token;
        c.last = s->first_token + s->n_tokens - 1;
        claim_one(&c);
    }
}

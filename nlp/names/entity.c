/* Finders claim places (nlp/names/entity_claim.h), then the claims that overlap are resolved. A
 * learned finder would be one more that claims, with a rank of its own. */
#include "nlp/names/entity.h"

#include "nlp/facts/figure_scan.h"
#include "nlp/names/entity_body.h"
#include "nlp/names/entity_person.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

static gisa_status claim_names(const gisa_gazetteer *g, gisa_str text, gisa_claims *c,
                               gisa_error *err)
{
    gisa_gazetteer_hits hits;
    gisa_status st = gisa_gazetteer_find(g, text, c->arena, &hits, err);
    for (size_t i = 0; i < hits.n && st >= 0; i++)
        st = gisa_claims_put(c, hits.items[i].span, hits.items[i].type,
                             gisa_gazetteer_at(g, hits.items[i].name)->id, GISA_RANK_GAZETTEER);
    return st;
}

/* 도화캐피탈(Dohwa Capital): the gloss in Latin letters is the same name. */
static gisa_status claim_glosses(gisa_str text, gisa_claims *c)
{
    for (size_t i = 0, n = c->n; i < n; i++) {
        gisa_claim claim = c->items[i];
        size_t at = claim.entity.span.end, end;
        if (claim.rank == GISA_RANK_GAZETTEER || at >= text.n || text.p[at] != '(') continue;
        for (end = at + 1; end < text.n && (gisa_is_alpha(text.p[end]) || text.p[end] == ' ' ||
                                            text.p[end] == '.' || text.p[end] == '-');)
            end++;
        if (end >= text.n || text.p[end] != ')' || end - at < 4) continue;
        if (gisa_claims_put(c, (gisa_span){(uint32_t)at + 1, (uint32_t)end}, claim.entity.type,
                            GISA_NONE, claim.rank) < 0)
            return GISA_ENOMEM;
    }
    return GISA_OK;
}

/* Words that are a time or a quantity by themselves. */
static const struct {
    const char *word;
    gisa_entity_type type;
} word_values[] = {
    {"이날", GISA_ENTITY_DT},   {"전날", GISA_ENTITY_DT},   {"당일", GISA_ENTITY_DT},
    {"이튿날", GISA_ENTITY_DT}, {"하루", GISA_ENTITY_DT},   {"일주일", GISA_ENTITY_DT},
    {"주말", GISA_ENTITY_DT},   {"월요일", GISA_ENTITY_DT}, {"화요일", GISA_ENTITY_DT},
    {"수요일", GISA_ENTITY_DT}, {"목요일", GISA_ENTITY_DT}, {"금요일", GISA_ENTITY_DT},
    {"토요일", GISA_ENTITY_DT}, {"일요일", GISA_ENTITY_DT}, {"크리스마스", GISA_ENTITY_DT},
    {"추석", GISA_ENTITY_DT},   {"설날", GISA_ENTITY_DT},   {"삼일절", GISA_ENTITY_DT},
    {"광복절", GISA_ENTITY_DT}, {"한글날", GISA_ENTITY_DT}, {"어린이날", GISA_ENTITY_DT},
    {"현충일", GISA_ENTITY_DT}, {"개천절", GISA_ENTITY_DT}, {"오전", GISA_ENTITY_TI},
    {"오후", GISA_ENTITY_TI},   {"새벽", GISA_ENTITY_TI},   {"저녁", GISA_ENTITY_TI},
    {"아침", GISA_ENTITY_TI},   {"자정", GISA_ENTITY_TI},   {"정오", GISA_ENTITY_TI},
    {"밤", GISA_ENTITY_TI},     {"하나", GISA_ENTITY_QT},   {"둘", GISA_ENTITY_QT},
};

static gisa_status claim_words(gisa_str text, const gisa_words *words, gisa_claims *c)
{
    for (size_t i = 0; i < words->n; i++) {
        gisa_span s = words->items[i].span;
        if (s.end - s.start < 3) continue;
        for (size_t k = 0; k < sizeof word_values / sizeof *word_values; k++) {
            if (memcmp(text.p + s.start, word_values[k].word, 3) != 0) continue;
            gisa_str w = gisa_str_from(word_values[k].word);
            if (!gisa_str_starts(gisa_span_text(s, text), w)) continue;
            gisa_str rest = gisa_str_cut(text, s.start + w.n, s.end);
            uint32_t last;
            gisa_utf8_next(w, w.n - 3, &last);
            if (!gisa_is_josa(rest, last)) continue;
            gisa_span span = {s.start, s.start + (uint32_t)w.n};
            if (gisa_claims_put(c, span, word_values[k].type, GISA_NONE, GISA_RANK_QUANTITY) < 0)
                return GISA_ENOMEM;
            break;
        }
    }
    return GISA_OK;
}

/* 10년 전, 3개월간, 40분 뒤: what makes a period a point in time. */
static void extend_period(gisa_str text, gisa_quantity *q)
{
    static const char *const words[] = {"전", "간", "뒤", "후", "동안", "여간", "째"};
    size_t at = q->span.end;
    bool spaced = at < text.n && text.p[at] == ' ';
    if (q->kind != GISA_QUANTITY_PERIOD && q->kind != GISA_QUANTITY_HOURS) return;
    at += spaced;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        gisa_str w = gisa_str_from(words[i]);
        if (!gisa_str_starts(gisa_str_cut(text, at, text.n), w)) continue;
        gisa_str rest = gisa_hangul_run(text, at + w.n);
        if (!gisa_is_josa(rest, 0)) continue;
        q->span.end = (uint32_t)(at + w.n);
        return;
    }
}

/* Dates, times and quantities, ordinals among them. */
static gisa_status claim_quantities(gisa_str text, const gisa_annotation *a, gisa_claims *c)
{
    static const gisa_entity_type types[] = {
        [GISA_QUANTITY_AMOUNT] = GISA_ENTITY_QT, [GISA_QUANTITY_PERIOD] = GISA_ENTITY_DT,
        [GISA_QUANTITY_HOURS] = GISA_ENTITY_TI,  [GISA_QUANTITY_ORDINAL] = GISA_ENTITY_QT,
        [GISA_QUANTITY_CLOCK] = GISA_ENTITY_TI,
    };
    size_t date = 0;
    for (size_t i = 0; i < a->n_dates; i++)
        if (gisa_claims_put(c, a->dates[i].span, GISA_ENTITY_DT, GISA_NONE, GISA_RANK_QUANTITY) < 0)
            return GISA_ENOMEM;
    gisa_quantity q;
    for (size_t at = 0; gisa_quantity_next(text, &at, &q);) {
        while (date < a->n_dates && a->dates[date].span.end <= q.span.start) date++;
        if (date < a->n_dates && a->dates[date].span.start < q.span.end) continue;
        extend_period(text, &q);
        if (gisa_claims_put(c, q.span, types[q.kind], GISA_NONE, GISA_RANK_QUANTITY) < 0)
            return GISA_ENOMEM;
    }
    return GISA_OK;
}

/* 부산 동래경찰서: the place belongs to the name of a public body behind it. */
static void join_places(gisa_str text, gisa_annotation *a)
{
    static const char *const ends[] = {"경찰서", "지법",     "고법",     "지검",   "소방서",
                                       "교육청", "지방법원", "고등법원", "검찰청", "경찰청"};
    size_t n = 0;
    for (size_t i = 0; i < a->n_entities; i++) {
        gisa_entity e = a->entities[i];
        gisa_entity *b = n ? &a->entities[n - 1] : NULL;
        bool joins = false;
        for (size_t k = 0; k < sizeof ends / sizeof *ends && e.type == GISA_ENTITY_OG; k++)
            joins = joins || gisa_str_ends(gisa_span_text(e.span, text), gisa_str_from(ends[k]));
        if (joins && b && b->type == GISA_ENTITY_LC && b->span.end + 1 == e.span.start &&
            text.p[b->span.end] == ' ') {
            b->span.end = e.span.end;
            b->type = GISA_ENTITY_OG;
            b->id = GISA_NONE;
        } else {
            a->entities[n++] = e;
        }
    }
    a->n_entities = n;
}

gisa_status gisa_entities_find(const gisa_gazetteer *g, gisa_str text, gisa_annotation *a,
                               gisa_error *err)
{
    gisa_claims c = {.arena = &a->arena};
    gisa_words words = {0};
    gisa_status st = claim_names(g, text, &c, err);
    if (st >= 0) st = gisa_words_cut(text, &a->arena, &words);
    if (st >= 0) st = gisa_people_claim(text, &words, a, &c);
    if (st >= 0) st = gisa_bodies_claim(text, &words, &c);
    if (st >= 0) st = claim_glosses(text, &c);
    if (st >= 0) st = claim_words(text, &words, &c);
    if (st >= 0) st = claim_quantities(text, a, &c);
    if (st >= 0) st = gisa_claims_resolve(&c, a);
    if (st >= 0) join_places(text, a);
    return st < 0 ? gisa_fail_mem(err) : st;
}

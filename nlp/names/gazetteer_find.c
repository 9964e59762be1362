/* Finding: at every place where a name may begin, the longest path through the trie that ends where
 * a name may end. Spellings that are common words wait until the whole text has been read. */
#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/names/gazetteer_table.h"
#include "nlp/names/gazetteer_version.h"

/* How far from an ambiguous spelling, in bytes, its surroundings count
 * (tests/bench/facts_sample.py). */
#define CUE_REACH       150 /* a cue on either side */
#define FORBIDDEN_REACH 24  /* a forbidden word */
#define COMPANY_REACH   30  /* a certain model or product */
#define MAKER_REACH     4   /* the maker before it: 메타 라마 */
#define GLOSS_REACH     2   /* another spelling in brackets: 라마(Llama) */

#define LICENSED_BYTES 3 /* a longer spelling is certain with a version after it */

typedef struct candidate {
    gisa_gazetteer_hit hit;
    bool ambiguous; /* the spelling is also a common word */
    bool licensed;  /* the surroundings say it is the name */
    bool forbidden; /* they say it is not */
} candidate;

typedef struct finder {
    const gisa_gazetteer *g;
    gisa_str text;
    gisa_arena *arena;
    candidate *items;
    size_t n, cap;
} finder;

/* Whether the letters are those of the file, spaces and hyphens aside. */
static bool same_case(gisa_str text, gisa_str spelling)
{
    size_t k = 0;
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (c == ' ' || c == '-') continue;
        while (k < spelling.n && (spelling.p[k] == ' ' || spelling.p[k] == '-')) k++;
        if (k == spelling.n || spelling.p[k++] != c) return false;
    }
    return true;
}

static const gisa_gazetteer_spelling *spelling_at(const finder *f, uint32_t node, size_t start,
                                                  size_t end)
{
    const gisa_gazetteer *g = f->g;
    for (uint32_t c = g->accepts[node]; c; c = g->cells[c - 1].next) {
        const gisa_gazetteer_spelling *s = &g->spellings[g->cells[c - 1].spelling];
        if (!(s->flags & GISA_SPELLING_EXACT) ||
            same_case(gisa_str_cut(f->text, start, end), s->text))
            return s;
    }
    return NULL;
}

/* The longest name at `start`; its end with the version, or `start` when there is none. */
static size_t match(const finder *f, size_t start, candidate *out)
{
    const gisa_gazetteer *g = f->g;
    size_t best = start;
    uint32_t node = 0;
    for (size_t at = start; at < f->text.n;) {
        unsigned char c;
        at += gisa_gazetteer_fold(f->text, at, &c);
        node = gisa_gazetteer_child(g, node, c);
        if (!node) break;
        if (!g->accepts[node]) continue;
        const gisa_gazetteer_spelling *s = spelling_at(f, node, start, at);
        if (!s) continue;
        const gisa_gazetteer_row *row = &g->names[s->name];
        size_t end = at;
        if (row->flags & GISA_NAME_VERSIONS) end = gisa_version_end(f->text, at);
        if (end == at && !gisa_name_ends(f->text, start, at)) continue;
        if (end < best) continue;
        best = end;
        bool versioned = end > at;
        out->hit = (gisa_gazetteer_hit){
            {(uint32_t)start, (uint32_t)end},
            (uint32_t)at,
            versioned && row->flags & GISA_NAME_MODEL ? GISA_ENTITY_MODEL : row->name.type,
            s->name};
        out->ambiguous = (s->flags & GISA_SPELLING_AMBIGUOUS) != 0;
        out->licensed = !out->ambiguous || (versioned && at - start > LICENSED_BYTES);
        out->forbidden = false;
    }
    return best;
}

/* Whether some name begins as the text does at `at`; true is wrong now and then. */
static bool may_begin(const finder *f, size_t at)
{
    const gisa_gazetteer *g = f->g;
    unsigned char head[GISA_GAZETTEER_HEAD] = {0};
    size_t n = 0;
    while (n < sizeof head && at < f->text.n) at += gisa_gazetteer_fold(f->text, at, &head[n++]);
    if (g->brief[head[0] >> 6] >> (head[0] & 63) & 1) return true;
    uint32_t bit = gisa_gazetteer_head(head);
    return n == sizeof head && (g->heads[bit >> 6] >> (bit & 63) & 1);
}

static gisa_status collect(finder *f)
{
    gisa_script before = GISA_SCRIPT_NONE;
    for (size_t at = 0; at < f->text.n;) {
        size_t n;
        gisa_script script = gisa_script_next(f->text, at, &n);
        bool begins = script != GISA_SCRIPT_NONE &&
                      (script != before || script == GISA_SCRIPT_HANJA);
        if (begins && may_begin(f, at) && gisa_name_begins(f->text, at)) {
            candidate c;
            size_t end = match(f, at, &c);
            if (end > at) {
                if (GISA_ARENA_GROW(f->arena, f->items, f->n, f->cap) < 0) return GISA_ENOMEM;
                f->items[f->n++] = c;
                before = gisa_script_before(f->text, end);
                at = end;
                continue;
            }
        }
        before = script;
        at += n;
    }
    return GISA_OK;
}

/* 1: a cue is near; -1: a forbidden word is; 0: neither. */
static int cue_near(const finder *f, const candidate *c)
{
    gisa_str cues = f->g->names[c->hit.name].cues, cue;
    size_t from = c->hit.span.start > CUE_REACH ? c->hit.span.start - CUE_REACH : 0;
    gisa_str left = gisa_str_cut(f->text, from, c->hit.span.start);
    gisa_str right = gisa_str_cut(f->text, c->hit.span.end, c->hit.span.end + CUE_REACH);
    int found = 0;
    for (gisa_str rest = cues; gisa_str_next_field(&rest, '|', &cue);)
        if (cue.n > 1 && cue.p[0] == '-') {
            cue = gisa_str_cut(cue, 1, cue.n);
            gisa_str l = gisa_str_cut(left, left.n > FORBIDDEN_REACH ? left.n - FORBIDDEN_REACH : 0,
                                      left.n);
            if (gisa_str_has(l, cue) || gisa_str_has(gisa_str_cut(right, 0, FORBIDDEN_REACH), cue))
                return -1;
        } else if (gisa_str_has(left, cue) || gisa_str_has(right, cue)) {
            found = 1;
        }
    bool own = cues.n && cues.p[0] != '-';
    const gisa_wordlist *field = &gisa_list_field_cues;
    for (size_t i = 0; !found && !own && i < field->n; i++)
        if (gisa_str_has(left, field->items[i].word) || gisa_str_has(right, field->items[i].word))
            found = 1;
    return found;
}

/* Whether it is certain and of the field: a model or a product, but none that any text may name. */
static bool is_company(const finder *f, const candidate *c)
{
    return !c->ambiguous && c->hit.type >= GISA_ENTITY_MODEL &&
           !(f->g->names[c->hit.name].flags & GISA_NAME_GENERAL);
}

/* 젬마와 미스트랄, gpt-oss를: a certain model or product within reach. */
static bool in_company(const finder *f, size_t i)
{
    gisa_span s = f->items[i].hit.span;
    for (size_t k = i; k-- > 0 && s.start - f->items[k].hit.span.end < COMPANY_REACH;)
        if (is_company(f, &f->items[k])) return true;
    for (size_t k = i + 1; k < f->n && f->items[k].hit.span.start - s.end < COMPANY_REACH; k++)
        if (is_company(f, &f->items[k])) return true;
    return false;
}

/* 메타 라마, 라마(Llama): the maker before it, or another spelling of it in brackets. */
static bool neighbour_vouches(const finder *f, size_t i)
{
    const candidate *c = &f->items[i];
    const gisa_gazetteer_entry *name = &f->g->names[c->hit.name].name;
    if (i > 0) {
        const candidate *b = &f->items[i - 1];
        if (c->hit.span.start - b->hit.span.end <= MAKER_REACH &&
            (gisa_str_eq(name->maker, f->g->names[b->hit.name].name.id) ||
             b->hit.name == c->hit.name))
            return true;
    }
    return i + 1 < f->n && f->items[i + 1].hit.name == c->hit.name &&
           f->items[i + 1].hit.span.start - c->hit.span.end <= GLOSS_REACH;
}

/* A name that is certain somewhere in the text is that name everywhere, unless a forbidden word
 * is beside it. */
static gisa_status keep_licensed(finder *f, gisa_gazetteer_hits *out)
{
    bool *certain = gisa_arena_calloc(f->arena, f->g->n_names + 1, sizeof *certain);
    out->items = gisa_arena_alloc(f->arena, (f->n + 1) * sizeof *out->items);
    if (!certain || !out->items) return GISA_ENOMEM;
    out->cap = f->n;
    for (size_t i = 0; i < f->n; i++) {
        candidate *c = &f->items[i];
        gisa_str cues = f->g->names[c->hit.name].cues;
        if (c->licensed && cues.n && gisa_str_has(cues, GISA_STR("-")) && cue_near(f, c) < 0) {
            c->licensed = false;
            c->forbidden = true;
        }
        if (c->licensed) certain[c->hit.name] = true;
    }
    for (size_t i = 0; i < f->n; i++) {
        candidate *c = &f->items[i];
        if (c->licensed || c->forbidden) continue;
        int cue = cue_near(f, c);
        if (cue < 0)
            c->forbidden = true;
        else if (cue > 0 || neighbour_vouches(f, i) ||
                 (c->hit.type >= GISA_ENTITY_MODEL && in_company(f, i)))
            c->licensed = certain[c->hit.name] = true;
    }
    for (size_t i = 0; i < f->n; i++) {
        candidate *c = &f->items[i];
        if (c->licensed || (!c->forbidden && certain[c->hit.name])) out->items[out->n++] = c->hit;
    }
    return GISA_OK;
}

gisa_status gisa_gazetteer_find(const gisa_gazetteer *g, gisa_str text, gisa_arena *arena,
                                gisa_gazetteer_hits *out, gisa_error *err)
{
    finder f = {.g = g, .text = text, .arena = arena};
    *out = (gisa_gazetteer_hits){0};
    if (collect(&f) < 0 || keep_licensed(&f, out) < 0) return gisa_fail_mem(err);
    return GISA_OK;
}

/* Whether a place is spelled as a common word of Hangul is (경기 for 경기도, 이란): nobody who
 * types the one means the other, and only what is around tells them apart. */
static bool is_common_word(const gisa_gazetteer *g, const gisa_gazetteer_spelling *s)
{
    uint32_t first;
    gisa_utf8_next(s->text, 0, &first);
    return (s->flags & GISA_SPELLING_AMBIGUOUS) && gisa_is_hangul(first) &&
           g->names[s->name].name.type == GISA_ENTITY_LC;
}

/* Whether a place is another with what it is governed as: 서울시 of 서울, 제주도 of 제주. */
static bool is_governed(gisa_str place, gisa_str governed)
{
    return governed.n > place.n && gisa_str_starts(governed, place) &&
           gisa_wordlist_find(&gisa_list_region_endings,
                              gisa_str_cut(governed, place.n, governed.n));
}

/* Whether two spellings of a name are not quite the same: only one of them is marked so, or is the
 * place and the other its government. */
static bool is_loose(const gisa_gazetteer *g, const gisa_gazetteer_spelling *a,
                     const gisa_gazetteer_spelling *b)
{
    if ((a->flags ^ b->flags) & GISA_SPELLING_LOOSE) return true;
    return g->names[a->name].name.type == GISA_ENTITY_LC &&
           (is_governed(a->text, b->text) || is_governed(b->text, a->text));
}

static gisa_status put_all(const gisa_gazetteer *g, const gisa_gazetteer_spelling *typed,
                           gisa_spellings *out)
{
    for (size_t i = 0; i < g->n_spellings; i++) {
        const gisa_gazetteer_spelling *one = &g->spellings[i];
        if (one->name != typed->name || is_common_word(g, one)) continue;
        gisa_spelling s = {.loose = is_loose(g, typed, one)};
        if (GISA_ARENA_GROW(&out->arena, out->items, out->n, out->cap) < 0 ||
            gisa_arena_copy(&out->arena, g->names[one->name].name.id, &s.id) < 0 ||
            gisa_arena_copy(&out->arena, one->text, &s.text) < 0)
            return GISA_ENOMEM;
        out->items[out->n++] = s;
    }
    return GISA_OK;
}

/* The list of the spellings that a text is, as a cell plus one; 0: it is none. */
static uint32_t cells_of(const gisa_gazetteer *g, gisa_str name)
{
    uint32_t node = 0;
    name = gisa_str_trim(name);
    for (size_t at = 0; at < name.n;) {
        unsigned char c;
        at += gisa_gazetteer_fold(name, at, &c);
        node = gisa_gazetteer_child(g, node, c);
        if (!node) return 0;
    }
    return node ? g->accepts[node] : 0;
}

gisa_status gisa_gazetteer_spellings(const gisa_gazetteer *g, gisa_str name, gisa_spellings *out,
                                     gisa_error *err)
{
    for (uint32_t c = cells_of(g, name); c; c = g->cells[c - 1].next) {
        const gisa_gazetteer_spelling *s = &g->spellings[g->cells[c - 1].spelling];
        if (!is_common_word(g, s) && put_all(g, s, out) < 0) return gisa_fail_mem(err);
    }
    return GISA_OK;
}

static bool has_digit(gisa_str id)
{
    for (size_t i = 0; i < id.n; i++)
        if (gisa_is_digit(id.p[i])) return true;
    return false;
}

bool gisa_gazetteer_is_release(const gisa_gazetteer *g, gisa_str name)
{
    for (uint32_t c = cells_of(g, name); c; c = g->cells[c - 1].next) {
        const gisa_gazetteer_row *row = &g->names[g->spellings[g->cells[c - 1].spelling].name];
        if (row->flags & GISA_NAME_VERSIONS && has_digit(row->name.id)) return true;
    }
    return false;
}

#include "index/query/plan.h"

#include <math.h>
#include <stdlib.h>

#include "base/letter.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "index/index_tuning.h"
#include "index/postings/frequency.h"
#include "index/query/apart.h"
#include "index/query/members.h"
#include "index/query/prefix.h"
#include "index/query/widening.h"
#include "index/store/store_handle.h"

enum { NAME_WORDS = 4 };

typedef struct planner {
    gisa_store *s;
    gisa_plan *p;
    bool exact;
    bool any_word; /* compounds are split into their parts as well */
    bool loose;    /* what is only near a word matches too */
    gisa_terms terms, parts;
    gisa_spellings spellings, others; /* of what is typed, and of a member of its family */
    size_t *unit_of;    /* by item of the query: its unit when it has one for itself, or
                           GISA_PLAN_NO_UNIT */
    size_t prefix_room; /* words that those with a star may still stand for */
    gisa_unit *prefix;  /* the unit of one */
    gisa_phrase phrase; /* the one being built; its forms are borrowed */
    gisa_buf text, loose_form;
} planner;

static bool has_phrase(const gisa_unit *u, const gisa_phrase *phrase)
{
    for (size_t i = 0; i < u->n; i++) {
        if (gisa_phrase_eq(&u->phrases[i].phrase, phrase)) return true;
    }
    return false;
}

/* The document frequency of a phrase; when its rarest term is too frequent to read the lists, that
 * term's. */
static gisa_status weigh(planner *w, gisa_unit_phrase *phrase, double *articles, gisa_error *err)
{
    gisa_status st = GISA_OK;
    phrase->rarest = (double)w->s->roll.n;
    for (size_t i = 0; i < phrase->phrase.n && st == GISA_OK; i++) {
        const gisa_phrase_term *term = &phrase->phrase.terms[i];
        double f;
        st = gisa_frequency_find(w->s, term->form, &f, err);
        if (st == GISA_OK && f < phrase->rarest && !term->colocated) phrase->rarest = f;
    }
    *articles = phrase->rarest;
    if (st < 0 || phrase->phrase.n < 2) return st;
    return gisa_frequency_of_phrase(w->s, &phrase->phrase, phrase->rarest, articles, err);
}

/* Adds w->phrase to a unit unless it has it; an alternative that no article has is left out. */
static gisa_status put_phrase(planner *w, gisa_unit *u, double weight, gisa_error *err)
{
    gisa_unit_phrase phrase = {.weight = weight};
    double articles;
    if (!w->phrase.n || has_phrase(u, &w->phrase)) return GISA_OK;
    gisa_status st = gisa_phrase_copy(&w->p->arena, &w->phrase, &phrase.phrase, err);
    if (st == GISA_OK) st = weigh(w, &phrase, &articles, err);
    if (st < 0 || (articles < 1 && u->n > 0)) return st;
    if (GISA_ARENA_GROW(&w->p->arena, u->phrases, u->n, u->cap) < 0) return gisa_fail_mem(err);
    u->phrases[u->n++] = phrase;
    u->articles += articles;
    return GISA_OK;
}

/* Adds the phrase of a single term. */
static gisa_status put_term(planner *w, gisa_unit *u, gisa_str form, double weight, gisa_error *err)
{
    w->phrase.n = 0;
    gisa_status st = gisa_phrase_put(&w->phrase, form, false, err);
    return st < 0 ? st : put_phrase(w, u, weight, err);
}

/* Makes w->phrase of w->terms; with `parts` without the colocated ones; with `breaks` as words of
 * several sentences, where they are read so. */
static gisa_status make_phrase(planner *w, bool parts, bool breaks, gisa_error *err)
{
    gisa_status st = GISA_OK;
    w->phrase.n = 0;
    for (size_t i = 0; i < w->terms.n && st == GISA_OK; i++) {
        const gisa_term *t = &w->terms.items[i];
        if (breaks && t->begins)
            st = gisa_phrase_put(&w->phrase, GISA_STR(GISA_FTS_BREAK), false, err);
        if (st == GISA_OK && (!parts || !t->colocated || i == 0))
            st = gisa_phrase_put(&w->phrase, t->form, t->colocated, err);
    }
    return st;
}

/* Adds a word as the noun that it is: the whole, and a compound's parts side by side. */
static gisa_status put_noun(planner *w, gisa_unit *u, gisa_str word, gisa_error *err)
{
    gisa_status st = gisa_fts_terms(&w->s->fts, word, GISA_TOKENIZE_NOUN, &w->terms, err);
    if (st < 0 || w->terms.n == 0) return st;
    st = put_term(w, u, word, 1, err);
    if (st == GISA_OK) st = make_phrase(w, true, false, err);
    return st == GISA_OK ? put_phrase(w, u, GISA_PARTS_WEIGHT, err) : st;
}

/* Whether w->terms are all at one position. */
static bool is_one_place(const planner *w)
{
    for (size_t i = 1; i < w->terms.n; i++)
        if (!w->terms.items[i].colocated) return false;
    return w->terms.n > 0;
}

/* Adds what a word is in other letters: the reading of its Hanja, the value of number words. */
static gisa_status put_readings(planner *w, gisa_unit *u, gisa_str text, gisa_error *err)
{
    gisa_status st = gisa_fts_terms(&w->s->fts, text, GISA_TOKENIZE_QUERY, &w->terms, err);
    if (st < 0 || w->terms.n < 2 || !is_one_place(w)) return st;
    for (size_t i = 0; i < w->terms.n && st == GISA_OK; i++)
        st = put_term(w, u, w->terms.items[i].form, 1, err);
    return st;
}

/* Whether the parts of w->terms make up the text. */
static bool spells(const planner *w, gisa_str text)
{
    size_t at = 0;
    for (size_t i = 0; i < w->terms.n; i++) {
        gisa_str form = w->terms.items[i].form;
        if (w->terms.items[i].colocated) continue;
        if (!gisa_str_starts(gisa_str_cut(text, at, text.n), form)) return false;
        at += form.n;
    }
    return at == text.n;
}

/* Adds the loose term of a word of one term: 노동 is near 노동자. A strict plan notes that it is.
 */
static gisa_status put_loose(planner *w, gisa_unit *u, gisa_error *err)
{
    double articles = 0;
    gisa_str form = u->n ? gisa_phrase_one_term(&u->phrases[0].phrase) : GISA_NONE;
    if (!form.n) return GISA_OK;
    gisa_buf_reset(&w->loose_form);
    gisa_buf_add_c(&w->loose_form, GISA_TERM_LOOSE);
    gisa_buf_add(&w->loose_form, form);
    gisa_status st = gisa_buf_check(&w->loose_form, "a query", err);
    if (st < 0) return st;
    form = gisa_buf_view(&w->loose_form);
    if (w->loose) return put_term(w, u, form, GISA_LOOSE_WEIGHT, err);
    st = gisa_frequency_find(w->s, form, &articles, err);
    w->p->may_loosen = w->p->may_loosen || articles >= 1;
    return st;
}

/* Adds what one spelling of a unit is found by: the whole, and a compound's parts side by side. A
 * typed phrase is found by the parts alone. A word that texts have as a noun is nothing else, and
 * one that is a noun for want of another reading (감) has no parts but its own. */
static gisa_status put_text(planner *w, gisa_unit *u, gisa_str text, bool phrase, gisa_error *err)
{
    bool word = gisa_str_find_byte(text, ' ', 0) == GISA_NPOS;
    gisa_status st = !phrase || word ? put_readings(w, u, text, err) : GISA_OK;
    double articles = u->articles;
    bool whole = false;
    if (st == GISA_OK) st = put_noun(w, u, text, err);
    if (st < 0 || u->articles > articles) return st;
    for (int parts = phrase; parts < 2 && st == GISA_OK; parts++) {
        st = gisa_fts_terms(&w->s->fts, text, parts ? GISA_TOKENIZE_DOCUMENT : GISA_TOKENIZE_QUERY,
                            &w->terms, err);
        bool one = st == GISA_OK && w->terms.n == 1 && gisa_str_eq(w->terms.items[0].form, text);
        if (!parts) whole = one;
        if (st < 0 || (parts && whole && !spells(w, text))) continue;
        for (int breaks = 0; breaks < 2 && st == GISA_OK; breaks++) {
            st = make_phrase(w, parts || is_one_place(w), breaks, err);
            if (st == GISA_OK) st = put_phrase(w, u, parts && !phrase ? GISA_PARTS_WEIGHT : 1, err);
        }
    }
    return st;
}

static gisa_status new_unit(planner *w, const gisa_query_item *item, gisa_str typed,
                            gisa_unit **out, gisa_error *err)
{
    gisa_plan *p = w->p;
    gisa_unit unit = {.title = item->field == GISA_FIELD_TITLE,
                      .not_ = item->not_,
                      .or_ = item->or_,
                      .prefix = item->prefix,
                      .run = item->run,
                      .required = item->phrase || item->field == GISA_FIELD_TITLE};
    if (gisa_arena_copy(&p->arena, typed, &unit.typed) < 0 ||
        GISA_ARENA_GROW(&p->arena, p->units, p->n_units, p->cap_units) < 0)
        return gisa_fail_mem(err);
    p->units[p->n_units++] = unit;
    *out = &p->units[p->n_units - 1];
    return GISA_OK;
}

/* Whether an item may be part of a name or word that runs over several items. */
static bool is_plain(const gisa_query_item *item)
{
    return item->field == GISA_FIELD_TEXT && !item->phrase && !item->prefix && !item->not_;
}

/* How many plain items stand side by side from i on, NAME_WORDS at most. */
static size_t plain_run(const gisa_query *q, size_t i)
{
    size_t n = 0;
    while (n < NAME_WORDS && i + n < q->n && is_plain(&q->items[i + n]) &&
           q->items[i + n].run == q->items[i].run && !(n > 0 && q->items[i + n].or_) &&
           (i + n + 1 == q->n || !q->items[i + n + 1].or_))
        n++;
    return n;
}

/* Sets w->text to n items from i on. */
static void join_items(planner *w, size_t i, size_t n)
{
    gisa_buf_reset(&w->text);
    for (size_t k = 0; k < n; k++) {
        if (k) gisa_buf_add_char(&w->text, ' ');
        gisa_buf_add(&w->text, w->p->query.items[i + k].text);
    }
}

/* Sets w->text to n items from i on, and w->spellings to what else it is written as. */
static gisa_status find_spellings(planner *w, size_t i, size_t n, gisa_error *err)
{
    gisa_spellings_clear(&w->spellings);
    join_items(w, i, n);
    gisa_status st = gisa_buf_check(&w->text, "a query", err);
    if (st < 0) return st;
    return gisa_fts_spellings(&w->s->fts, gisa_buf_view(&w->text), &w->spellings, err);
}

/* Whether w->spellings are those of a concept. That it was widened is noted when an article has
 * another spelling: there are many concepts, and most have one that none has. */
static bool is_concept(const planner *w)
{
    return w->spellings.n && !w->spellings.items[0].id.n;
}

/* A concept with a josa, such as 인공지능이: by the item's only term. Names are left alone, as some
 * are spelled like the stem of a verb. */
static gisa_status find_inflected(planner *w, size_t i, size_t *n_items, gisa_error *err)
{
    gisa_str text = w->p->query.items[i].text;
    gisa_spellings_clear(&w->spellings);
    if (w->p->query.items[i].phrase) return GISA_OK;
    gisa_status st = gisa_fts_terms(&w->s->fts, text, GISA_TOKENIZE_QUERY, &w->terms, err);
    if (st < 0 || w->terms.n != 1) return st;
    st = gisa_fts_spellings(&w->s->fts, w->terms.items[0].form, &w->spellings, err);
    if (is_concept(w))
        *n_items = 1;
    else
        gisa_spellings_clear(&w->spellings);
    return st;
}

/* How many items from i on are the spelling of one known name, or one item that of a concept
 * (w->spellings then has them all). Words that are a concept together are words nevertheless:
 * put_concepts. */
static gisa_status find_name(planner *w, size_t i, size_t *n_items, gisa_error *err)
{
    size_t most = plain_run(&w->p->query, i);
    *n_items = 0;
    gisa_spellings_clear(&w->spellings);
    if (w->exact) return GISA_OK;
    for (size_t n = most ? most : 1; n > 0; n--) {
        gisa_status st = find_spellings(w, i, n, err);
        if (st < 0) return st;
        if (w->spellings.n == 0 || (n > 1 && is_concept(w))) continue;
        *n_items = n;
        return GISA_OK;
    }
    return find_inflected(w, i, n_items, err);
}

/* How many items from i on are one number with what it counts (3조 5천억, 5만 장), in w->text; 0:
 * no more than one. */
static gisa_status find_number(planner *w, size_t i, size_t *n_items, gisa_error *err)
{
    const gisa_query *q = &w->p->query;
    gisa_status st = GISA_OK;
    *n_items = 0;
    uint32_t first = 0;
    if (is_plain(&q->items[i])) gisa_utf8_next(q->items[i].text, 0, &first);
    first = gisa_half_width(first);
    if (first < '0' || first > '9') return GISA_OK;
    for (size_t n = plain_run(q, i); n > 1 && st == GISA_OK; n--) {
        join_items(w, i, n);
        st = gisa_buf_check(&w->text, "a query", err);
        if (st == GISA_OK)
            st = gisa_fts_terms(&w->s->fts, gisa_buf_view(&w->text), GISA_TOKENIZE_QUERY, &w->terms,
                                err);
        if (st < 0 || !is_one_place(w) || !gisa_is_digit(w->terms.items[0].form.p[0])) continue;
        *n_items = n;
        break;
    }
    return st;
}

/* Spacing does not matter: what the analyser takes for one word is also searched as two. */
static gisa_status put_splits(planner *w, gisa_unit *u, gisa_error *err)
{
    enum { LEAST = 4, MOST = 10, SIDE = 2 };
    gisa_status st = GISA_OK;
    if (u->n != 1 || u->phrases[0].phrase.n != 1) return st;
    gisa_str form = u->phrases[0].phrase.terms[0].form;
    size_t n = gisa_utf8_chars(form);
    if (n < LEAST || n > MOST) return st;
    for (size_t i = 0; i < form.n; i++) {
        unsigned char c = (unsigned char)form.p[i];
        if (c < 0x80) return st; /* Hangul words only */
    }
    for (size_t k = SIDE; k + SIDE <= n && st == GISA_OK; k++) {
        size_t at = gisa_utf8_offset(form, k);
        w->phrase.n = 0;
        st = gisa_phrase_put(&w->phrase, gisa_str_cut(form, 0, at), false, err);
        if (st == GISA_OK)
            st = gisa_phrase_put(&w->phrase, gisa_str_cut(form, at, form.n), false, err);
        if (st == GISA_OK) st = put_phrase(w, u, GISA_PARTS_WEIGHT, err);
    }
    return st;
}

/* For any-word mode: each part of a compound is a unit of its own, beside the whole. */
static gisa_status put_parts(planner *w, const gisa_query_item *item, gisa_error *err)
{
    gisa_unit *u = NULL;
    gisa_status st = gisa_fts_terms(&w->s->fts, item->text, GISA_TOKENIZE_DOCUMENT, &w->parts, err);
    size_t n = 0;
    for (size_t i = 0; i < w->parts.n; i++) n += !w->parts.items[i].colocated;
    for (size_t i = 0; i < w->parts.n && st == GISA_OK && n > 1; i++) {
        const gisa_term *t = &w->parts.items[i];
        size_t before = w->p->n_units;
        if (t->colocated) continue;
        if ((st = new_unit(w, item, t->form, &u, err)) < 0) break;
        u->required = false;
        st = put_term(w, u, t->form, 1, err);
        if (u->n == 0 || u->articles < 1) w->p->n_units = before;
    }
    return st;
}

/* One of the terms that a word with a star stands for. */
static gisa_status put_prefix_term(void *ctx, gisa_str term, double articles, gisa_error *err)
{
    planner *w = ctx;
    gisa_unit *u = w->prefix;
    gisa_unit_phrase phrase = {.weight = 1, .rarest = articles};
    w->phrase.n = 0;
    gisa_status st = gisa_phrase_put(&w->phrase, term, false, err);
    if (st == GISA_OK) st = gisa_phrase_copy(&w->p->arena, &w->phrase, &phrase.phrase, err);
    if (st < 0) return st;
    if (GISA_ARENA_GROW(&w->p->arena, u->phrases, u->n, u->cap) < 0) return gisa_fail_mem(err);
    u->phrases[u->n++] = phrase;
    u->articles += articles;
    return GISA_OK;
}

static gisa_status take_prefix(planner *w, size_t i, gisa_error *err)
{
    const gisa_query_item *item = &w->p->query.items[i];
    size_t unit = w->p->n_units;
    gisa_status st = new_unit(w, item, item->text, &w->prefix, err);
    if (st == GISA_OK)
        st = gisa_prefix_expand(w->s, item->text, &w->prefix_room,
                                (gisa_prefix_sink){put_prefix_term, w}, err);
    w->p->unit_of[i] = unit;
    return st;
}

/* Adds what a member of a family is called, to show where it is. */
static gisa_status show_member(planner *w, gisa_unit *shown, gisa_str name, gisa_error *err)
{
    gisa_spellings_clear(&w->others);
    gisa_status st = gisa_fts_spellings(&w->s->fts, name, &w->others, err);
    if (st < 0 || !gisa_member_is_apart(&w->spellings, name, &w->others)) return st;
    st = put_text(w, shown, name, false, err);
    for (size_t i = 0; i < w->others.n && st == GISA_OK; i++)
        st = put_text(w, shown, w->others.items[i].text, false, err);
    return st < 0 ? st : gisa_member_put(&w->spellings, name, err);
}

/* Adds to the name of a family the articles that name a member of it alone. */
static gisa_status put_members(planner *w, gisa_unit *u, gisa_error *err)
{
    gisa_members found = {0};
    gisa_unit shown = {0};
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < w->spellings.n && st == GISA_OK; i++) {
        const gisa_spelling *one = &w->spellings.items[i];
        bool again = i && gisa_str_eq(one->id, w->spellings.items[i - 1].id);
        if (one->id.n && !one->loose && !again) st = gisa_members_put(w->s, one->id, &found, err);
    }
    for (size_t i = 0; i < found.n_names && st == GISA_OK; i++)
        st = show_member(w, &shown, found.names[i], err);
    int64_t *rows = gisa_arena_calloc(&w->p->arena, found.n_rows + 1, sizeof *rows);
    if (!rows && st == GISA_OK) st = gisa_fail_mem(err);
    if (st == GISA_OK && found.n_rows) memcpy(rows, found.rows, found.n_rows * sizeof *rows);
    u->rows = rows;
    u->n_rows = st == GISA_OK ? found.n_rows : 0;
    u->articles += (double)u->n_rows;
    u->members = shown.phrases;
    u->n_members = shown.n;
    gisa_members_clear(&found);
    return st;
}

/* Whether the words of a phrase count by themselves: beside others, or where it is as long as a
 * sentence. */
static bool is_parted(const gisa_query *q)
{
    return q->n_words > 1 || gisa_query_length(q) > GISA_QUERY_FEW_WORDS;
}

/* One unit from the item at *i and, for a name of several words, those after it. */
static gisa_status take_unit(planner *w, size_t *i, gisa_error *err)
{
    const gisa_query_item *item = &w->p->query.items[*i];
    gisa_unit *u = NULL;
    size_t n_name, before = w->p->n_units;
    gisa_str typed = item->text;
    gisa_status st = find_name(w, *i, &n_name, err);
    if (st == GISA_OK && n_name == 0) st = find_number(w, *i, &n_name, err);
    if (st < 0) return st;
    if (n_name > 1) typed = gisa_buf_view(&w->text);
    if ((st = new_unit(w, item, typed, &u, err)) < 0) return st;
    st = put_text(w, u, u->typed, item->phrase, err);
    if (st == GISA_OK && is_plain(item) && !w->exact &&
        (!w->any_word || w->p->query.n_words <= GISA_QUERY_FEW_WORDS))
        st = put_splits(w, u, err);
    if (item->field == GISA_FIELD_TEXT && u->n == 1 &&
        gisa_phrase_one_term(&u->phrases[0].phrase).n)
        u->required = false; /* quotation marks around one word mean nothing */
    bool loose = w->loose && !item->not_;
    if (st == GISA_OK && !w->exact && !item->not_ && !item->phrase) st = put_loose(w, u, err);
    size_t n_typed = u->n;
    for (size_t k = 0; k < w->spellings.n && st == GISA_OK; k++)
        if (loose || !w->spellings.items[k].loose)
            st = put_text(w, u, w->spellings.items[k].text, false, err);
        else
            w->p->may_loosen = true;
    if (st == GISA_OK && w->spellings.n) {
        size_t next = *i + (n_name > 1 ? n_name : 1);
        bool typed_on = next < w->p->query.n && is_plain(&w->p->query.items[next]);
        st = gisa_apart_set(w->s, typed_on ? w->p->query.items[next].text : GISA_NONE, &w->p->arena,
                            u, err);
    }
    if (st == GISA_OK && !u->title && w->spellings.n) st = put_members(w, u, err);
    if (st == GISA_OK && w->spellings.n > 1 && (!is_concept(w) || u->n > n_typed))
        st = gisa_widening_put(w->p, u->typed, &w->spellings, w->loose, err);
    if (st == GISA_OK && w->any_word && item->field == GISA_FIELD_TEXT && !item->not_ &&
        (item->phrase ? is_parted(&w->p->query) : n_name == 0))
        st = put_parts(w, item, err);
    u = &w->p->units[before];
    w->unit_of[*i] = u->n && n_name <= 1 ? before : GISA_PLAN_NO_UNIT;
    if (u->n == 0) { /* a word without a term, such as a lone josa */
        w->p->n_units = before;
        w->p->query.ignored++;
    }
    for (size_t n = n_name > 1 ? n_name : 1; n > 0; n--, ++*i)
        if (w->p->n_units > before) w->p->unit_of[*i] = before;
    return st;
}

/* Spacing does not matter: two words side by side are also found written as one. */
static gisa_status join_words(planner *w, gisa_error *err)
{
    const gisa_plan *p = w->p;
    gisa_status st = GISA_OK;
    for (size_t i = 0; i + 1 < p->n_units && st == GISA_OK; i++) {
        gisa_unit *a = &p->units[i], *b = &p->units[i + 1];
        bool plain = !a->required && !b->required && !a->not_ && !b->not_ && !a->or_ && !b->or_ &&
                     !a->prefix && !b->prefix && a->run == b->run &&
                     (i + 2 == p->n_units || !p->units[i + 2].or_);
        if (!plain) continue;
        gisa_buf_reset(&w->text);
        gisa_buf_add(&w->text, a->typed);
        gisa_buf_add(&w->text, b->typed);
        st = gisa_buf_check(&w->text, "a query", err);
        if (st == GISA_OK)
            st = gisa_fts_terms(&w->s->fts, gisa_buf_view(&w->text), GISA_TOKENIZE_QUERY, &w->terms,
                                err);
        if (st < 0 || w->terms.n != 1) continue;
        st = put_term(w, a, w->terms.items[0].form, GISA_JOINED_WEIGHT, err);
        if (st == GISA_OK) st = put_phrase(w, b, GISA_JOINED_WEIGHT, err);
    }
    return st;
}

/* Words that are a concept together, such as 검색 증강 생성: each of them is also found by the
 * other spellings (RAG), so that an article with one of those has all the words. */
static gisa_status put_concepts(planner *w, gisa_error *err)
{
    const gisa_query *q = &w->p->query;
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < q->n && st == GISA_OK; i++) {
        size_t n = plain_run(q, i);
        for (; n > 1; n--) {
            st = find_spellings(w, i, n, err);
            if (st < 0) return st;
            if (is_concept(w)) break;
        }
        if (n < 2) continue;
        size_t n_added = 0;
        for (size_t k = i; k < i + n && st == GISA_OK; k++) {
            if (w->unit_of[k] == GISA_PLAN_NO_UNIT) continue;
            gisa_unit *u = &w->p->units[w->unit_of[k]];
            n_added -= u->n;
            for (size_t m = 0; m < w->spellings.n && st == GISA_OK; m++)
                st = put_text(w, u, w->spellings.items[m].text, false, err);
            n_added += u->n;
        }
        if (st == GISA_OK && n_added)
            st = gisa_widening_put(w->p, gisa_buf_view(&w->text), &w->spellings, w->loose, err);
        i += n - 1;
    }
    return st;
}

/* Robertson and Sparck Jones' weight in the form that is never negative, as Lucene has it. */
static void set_weights(gisa_plan *p, double n_articles)
{
    for (size_t i = 0; i < p->n_units; i++) {
        gisa_unit *u = &p->units[i];
        if (u->articles > n_articles) u->articles = n_articles;
        u->idf = log(1 + (n_articles - u->articles + 0.5) / (u->articles + 0.5));
        if (!u->not_) p->n_wanted++;
    }
}

static gisa_status make_units(planner *w, gisa_error *err)
{
    const gisa_query *q = &w->p->query;
    gisa_status st = GISA_OK;
    size_t i = 0;
    w->unit_of = gisa_arena_calloc(&w->p->arena, q->n + 1, sizeof *w->unit_of);
    w->p->unit_of = gisa_arena_calloc(&w->p->arena, q->n + 1, sizeof *w->p->unit_of);
    if (!w->unit_of || !w->p->unit_of) return gisa_fail_mem(err);
    for (size_t k = 0; k < q->n; k++) w->unit_of[k] = w->p->unit_of[k] = GISA_PLAN_NO_UNIT;
    while (i < q->n && st == GISA_OK) {
        if (q->items[i].field > GISA_FIELD_TITLE)
            i++;
        else if (q->items[i].prefix)
            st = take_prefix(w, i++, err);
        else
            st = take_unit(w, &i, err);
    }
    if (st == GISA_OK && !w->exact) st = join_words(w, err);
    if (st == GISA_OK && !w->exact) st = put_concepts(w, err);
    if (st < 0) return st;
    if (w->p->n_units) w->p->units[0].or_ = false;
    set_weights(w->p, (double)w->s->roll.n);
    w->p->no_terms = q->n_words > 0 && w->p->n_wanted == 0;
    return GISA_OK;
}

gisa_status gisa_plan_make(gisa_store *s, gisa_str query, const gisa_plan_opts *opts,
                           gisa_plan *out, gisa_error *err)
{
    gisa_plan_clear(out);
    planner w = {.s = s,
                 .p = out,
                 .exact = opts->exact,
                 .any_word = opts->any_word,
                 .loose = opts->loose && !opts->exact,
                 .prefix_room = GISA_PREFIX_TERMS};
    gisa_status st = gisa_query_parse(query, &out->query, err);
    if (st == GISA_OK) gisa_days_narrow(&out->query.days, &opts->days);
    if (st == GISA_OK) st = make_units(&w, err);
    if (st == GISA_OK) st = gisa_plan_filter(s, out, err);
    gisa_terms_clear(&w.terms);
    gisa_terms_clear(&w.parts);
    gisa_spellings_clear(&w.spellings);
    gisa_spellings_clear(&w.others);
    gisa_phrase_clear(&w.phrase);
    gisa_buf_clear(&w.text);
    gisa_buf_clear(&w.loose_form);
    if (st < 0) gisa_plan_clear(out);
    return st;
}

void gisa_plan_clear(gisa_plan *p)
{
    for (size_t i = 0; i < p->n_sets; i++) gisa_free(p->sets[i].rows);
    gisa_free(p->outlets);
    for (size_t i = 0; p->filters && i < p->query.n; i++) {
        gisa_free(p->filters[i].set.rows);
        gisa_free(p->filters[i].outlets);
    }
    gisa_query_clear(&p->query);
    gisa_arena_clear(&p->arena);
    *p = (gisa_plan){0};
}

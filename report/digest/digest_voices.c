#include "report/digest/digest_voices.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "report/digest/digest_text.h"

#define QUOTE_CHARS 90
#define LEAD_CHARS  200

/* A speaker without a name is not ranked: 관계자, 소식통, 그. */
static bool is_unnamed(gisa_str speaker)
{
    if (gisa_utf8_chars(speaker) < 2) return true;
    const gisa_wordlist_item *end = gisa_wordlist_suffix(&gisa_list_unnamed_speakers, speaker);
    if (!end) return false;
    /* "홍길동 대변인", "김모씨": what comes before may be a name */
    return !end->value.n || gisa_utf8_chars(speaker) <= gisa_utf8_chars(end->word) + 2;
}

static gisa_status find_speaker(gisa_digest_work *w, gisa_str name, gisa_speaker **out)
{
    gisa_digest *d = w->d;
    uint64_t *slot;
    bool added;
    if (gisa_map_put(&w->speakers, name, &slot, &added) < 0) return GISA_ENOMEM;
    if (added) {
        gisa_speaker s = {0};
        if (GISA_ARENA_GROW(&d->arena, d->speakers, d->n_speakers, w->speakers_cap) < 0 ||
            gisa_arena_copy(&d->arena, name, &s.name) < 0)
            return GISA_ENOMEM;
        *slot = d->n_speakers;
        d->speakers[d->n_speakers++] = s;
    }
    *out = &d->speakers[*slot];
    return GISA_OK;
}

/* The longest that fits is shown; a longer one is cut only when none fits. */
static bool is_better(gisa_str quote, gisa_str shown)
{
    size_t n = gisa_utf8_chars(quote), old = gisa_utf8_chars(shown);
    if (!shown.n) return true;
    if (gisa_str_ends(shown, GISA_STR("…"))) return n <= QUOTE_CHARS && n >= 15;
    return n <= QUOTE_CHARS && n > old;
}

gisa_status gisa_digest_note_quotes(gisa_digest_work *w, const gisa_record *r,
                                    const gisa_headline *h)
{
    gisa_str text = gisa_buf_view(&r->text);
    for (size_t i = 0; i < r->annotation.n_quotes; i++) {
        const gisa_quote *q = &r->annotation.quotes[i];
        gisa_str name = gisa_str_trim(gisa_span_text(q->speaker, text));
        gisa_str words = gisa_str_trim(gisa_span_text(q->span, text));
        gisa_speaker *s;
        w->d->all_quotes++;
        bool role = q->kind == GISA_SPEAKER_ROLE || q->kind == GISA_SPEAKER_ANONYMOUS;
        if (!name.n || role || is_unnamed(name)) {
            w->d->unnamed_quotes++;
            continue;
        }
        if (find_speaker(w, name, &s) < 0) return GISA_ENOMEM;
        s->quotes++;
        s->articles += !gisa_str_eq(s->last_id, h->id);
        s->last_id = h->id;
        if (!q->direct || !is_better(words, s->quote)) continue;
        s->from = *h;
        if (gisa_digest_clip(&w->d->arena, words, QUOTE_CHARS, &s->quote) < 0 ||
            gisa_arena_copy(&w->d->arena, gisa_span_text(q->medium, text), &s->medium) < 0)
            return GISA_ENOMEM;
    }
    return GISA_OK;
}

static int kind_of(const gisa_figure *f)
{
    if (f->unit.n == 3 && gisa_is_alpha(f->unit.p[0])) return 0; /* ISO 4217 */
    return gisa_str_starts(f->unit, GISA_STR("%")) || gisa_str_is(f->unit, "배") ? 1 : 2;
}

/* Money and shares always; counts of things only when there are many. */
static bool is_worth(const gisa_figure *f)
{
    double size = fabs(f->value);
    if (gisa_str_is(f->unit, "배")) return size >= 1.5;
    if (kind_of(f) == 1) return size != 0 && size != 100;
    if (kind_of(f) == 0) return size >= 10000;
    return size >= 1000 && gisa_wordlist_find(&gisa_list_counted_units, f->unit);
}

/* The words around a span, within its line. */
static gisa_status copy_context(gisa_arena *arena, gisa_str text, gisa_span span, gisa_str *out)
{
    size_t from = span.start, to = span.end;
    while (from > 0 && text.p[from - 1] != '\n') from--;
    while (to < text.n && text.p[to] != '\n') to++;
    gisa_str line = gisa_str_cut(text, from, to);
    size_t before = gisa_utf8_chars(gisa_str_cut(text, from, span.start));
    if (before <= 50) return gisa_digest_clip(arena, line, QUOTE_CHARS, out);
    size_t start = gisa_utf8_offset(line, before - 40);
    while (start < span.start - from && line.p[start] != ' ') start++;
    gisa_buf cut = {0};
    gisa_buf_add_c(&cut, "…");
    gisa_buf_add(&cut, gisa_str_trim(gisa_str_cut(line, start, line.n)));
    gisa_status st = gisa_buf_status(&cut);
    if (st >= 0) st = gisa_digest_clip(arena, gisa_buf_view(&cut), QUOTE_CHARS, out);
    gisa_buf_clear(&cut);
    return st;
}

static gisa_status note_figure(gisa_digest_work *w, const gisa_record *r, const gisa_figure *f,
                               const gisa_headline *h)
{
    gisa_digest *d = w->d;
    gisa_str text = gisa_buf_view(&r->text);
    gisa_buf key = {0};
    uint64_t *slot = NULL;
    bool added = false;
    gisa_buf_addf(&key, "%.6e", f->value);
    if (f->bound == GISA_BOUND_RANGE) gisa_buf_addf(&key, "~%.6e", f->high);
    gisa_buf_add(&key, f->unit);
    gisa_status st = gisa_buf_status(&key);
    if (st >= 0) st = gisa_map_put(&w->numbers, gisa_buf_view(&key), &slot, &added);
    gisa_buf_clear(&key);
    if (st < 0) return st;
    if (!added) {
        gisa_number *n = &d->numbers[*slot];
        n->stories += !gisa_str_eq(n->from.id, h->id);
        return GISA_OK;
    }
    gisa_number n = {.stories = 1, .kind = kind_of(f), .bound = f->bound, .from = *h};
    if (GISA_ARENA_GROW(&d->arena, d->numbers, d->n_numbers, w->numbers_cap) < 0 ||
        gisa_arena_copy(&d->arena, gisa_span_text(f->span, text), &n.text) < 0 ||
        copy_context(&d->arena, text, f->span, &n.context) < 0)
        return GISA_ENOMEM;
    *slot = d->n_numbers;
    d->numbers[d->n_numbers++] = n;
    return GISA_OK;
}

gisa_status gisa_digest_note_figures(gisa_digest_work *w, const gisa_record *r,
                                     const gisa_headline *h)
{
    gisa_str text = gisa_buf_view(&r->text);
    size_t end = gisa_utf8_offset(text, gisa_utf8_chars(r->article.title) + LEAD_CHARS);
    for (size_t i = 0; i < r->annotation.n_figures; i++) {
        const gisa_figure *f = &r->annotation.figures[i];
        if (f->span.start >= end || !is_worth(f)) continue;
        if (note_figure(w, r, f, h) < 0) return GISA_ENOMEM;
    }
    return GISA_OK;
}

static int by_articles(const void *a, const void *b)
{
    const gisa_speaker *x = a, *y = b;
    if (!x->quote.n != !y->quote.n) return x->quote.n ? -1 : 1;
    if (x->articles != y->articles) return x->articles < y->articles ? 1 : -1;
    if (x->quotes != y->quotes) return x->quotes < y->quotes ? 1 : -1;
    return gisa_str_cmp(x->name, y->name);
}

static bool in_headline(const gisa_number *n)
{
    return gisa_str_has(n->from.title, n->text);
}

static int by_stories(const void *a, const void *b)
{
    const gisa_number *x = a, *y = b;
    if (x->stories != y->stories) return x->stories < y->stories ? 1 : -1;
    if (in_headline(x) != in_headline(y)) return in_headline(x) ? -1 : 1;
    if (x->kind != y->kind) return x->kind - y->kind;
    if (x->from.day != y->from.day) return x->from.day < y->from.day ? -1 : 1;
    int order = gisa_str_cmp(x->from.id, y->from.id);
    return order ? order : gisa_str_cmp(x->text, y->text);
}

/* One figure a story is enough. */
static void drop_repeats(gisa_digest *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->n_numbers && n < GISA_DIGEST_NUMBERS; i++) {
        size_t k = 0;
        while (k < n && !gisa_str_eq(d->numbers[k].from.id, d->numbers[i].from.id)) k++;
        if (k == n) d->numbers[n++] = d->numbers[i];
    }
    d->n_numbers = n;
}

void gisa_digest_rank_voices(gisa_digest_work *w)
{
    gisa_digest *d = w->d;
    d->all_speakers = d->n_speakers;
    d->all_numbers = d->n_numbers;
    if (d->n_speakers) qsort(d->speakers, d->n_speakers, sizeof *d->speakers, by_articles);
    if (d->n_numbers) qsort(d->numbers, d->n_numbers, sizeof *d->numbers, by_stories);
    if (d->n_speakers > GISA_DIGEST_SPEAKERS) d->n_speakers = GISA_DIGEST_SPEAKERS;
    while (d->n_speakers && !d->speakers[d->n_speakers - 1].quote.n) d->n_speakers--;
    drop_repeats(d);
}

#include "index/query/suggest_typing.h"

#include "base/keyboard.h"
#include "base/utf8.h"
#include "index/postings/frequency.h"
#include "index/query/plan.h"

/* Whether articles have every word of a text. */
static gisa_status is_known(gisa_store *s, gisa_str text, bool *out, gisa_error *err)
{
    gisa_plan plan = {0};
    gisa_status st = gisa_plan_make(s, text, &(gisa_plan_opts){0}, &plan, err);
    *out = st == GISA_OK && plan.n_wanted > 0 && plan.query.ignored == 0;
    for (size_t i = 0; i < plan.n_units; i++) *out = *out && plan.units[i].articles >= 1;
    gisa_plan_clear(&plan);
    return st == GISA_EINVAL ? GISA_OK : st;
}

gisa_status gisa_suggest_layer(gisa_store *s, gisa_str word, gisa_buf *out, gisa_error *err)
{
    enum { SHORTEST = 2 };
    bool known = false;
    gisa_buf lower = {0};
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < word.n; i++) gisa_buf_add_char(&lower, gisa_lower(word.p[i]));
    for (int way = 0; way < 3 && !known && st == GISA_OK; way++) {
        gisa_buf_reset(out);
        bool good = way < 2 ? gisa_keyboard_hangul(way ? gisa_buf_view(&lower) : word, out)
                            : gisa_keyboard_latin(word, out);
        if (gisa_buf_check(&lower, "a word", err) < 0 || gisa_buf_check(out, "a word", err) < 0)
            st = GISA_ENOMEM;
        else if (good && out->n >= SHORTEST)
            st = is_known(s, gisa_buf_view(out), &known, err);
    }
    if (!known) gisa_buf_reset(out);
    gisa_buf_clear(&lower);
    return st;
}

enum { LETTERS = 24, LONGEST = 10 }; /* of a word that is taken apart, and of a part */

/* How the letters up to a place are parts. */
typedef struct parting {
    size_t n, before; /* parts; where the last begins */
    double rarest;
} parting;

static gisa_status try_part(gisa_store *s, gisa_str word, const size_t *at, size_t from, size_t to,
                            parting *ways, gisa_error *err)
{
    double articles;
    const parting *before = &ways[from];
    parting *now = &ways[to];
    if (from && !before->n) return GISA_OK;
    gisa_status st = gisa_frequency_find(s, gisa_str_cut(word, at[from], at[to]), &articles, err);
    if (st < 0 || articles < 1) return st;
    double rarest = from && before->rarest < articles ? before->rarest : articles;
    bool better = !now->n || before->n + 1 < now->n ||
                  (before->n + 1 == now->n && rarest > now->rarest);
    if (better) *now = (parting){before->n + 1, from, rarest};
    return st;
}

static void put_parts(gisa_str word, const size_t *at, const parting *ways, size_t to,
                      gisa_buf *out)
{
    size_t cuts[LETTERS + 1], n = 0;
    for (; to > 0; to = ways[to].before) cuts[n++] = to;
    for (size_t from = 0; n-- > 0; from = cuts[n]) {
        if (from) gisa_buf_add_char(out, ' ');
        gisa_buf_add(out, gisa_str_cut(word, at[from], at[cuts[n]]));
    }
}

gisa_status gisa_suggest_apart(gisa_store *s, gisa_str word, gisa_buf *out, gisa_error *err)
{
    enum { SHORTEST = 2 };
    parting ways[LETTERS + 1] = {{0}};
    size_t at[LETTERS + 1], n = 0;
    gisa_status st = GISA_OK;
    gisa_buf_reset(out);
    if (gisa_utf8_chars(word) > LETTERS) return st;
    for (size_t i = 0; i < word.n; n++) {
        uint32_t cp;
        at[n] = i;
        i += gisa_utf8_next(word, i, &cp);
        if (cp == ' ') return st;
    }
    at[n] = word.n;
    for (size_t to = SHORTEST; to <= n && st == GISA_OK; to++) {
        size_t from = to > LONGEST ? to - LONGEST : 0;
        for (; from + SHORTEST <= to && st == GISA_OK; from++)
            st = try_part(s, word, at, from, to, ways, err);
    }
    if (st == GISA_OK && ways[n].n > 1) put_parts(word, at, ways, n, out);
    return st < 0 ? st : gisa_buf_check(out, "a word", err);
}

/* Whether two items are words beside each other. */
static bool beside(const gisa_query *q, size_t a)
{
    const gisa_query_item *x = &q->items[a], *y = x + 1;
    return x->run == y->run && x->field == y->field && !x->phrase && !y->phrase && !x->prefix &&
           !y->prefix && !x->not_ && !y->not_ && !x->or_ && !y->or_;
}

gisa_status gisa_suggest_together(gisa_store *s, const gisa_query *q, size_t item, size_t *first,
                                  size_t *n, gisa_buf *out, gisa_error *err)
{
    enum { MOST = 4 };
    size_t start = item, end = item + 1;
    while (start > 0 && item - start + 1 < MOST && beside(q, start - 1)) start--;
    while (end < q->n && end - item < MOST && beside(q, end - 1)) end++;
    for (*n = end - start < MOST ? end - start : MOST; *n > 1; --*n) {
        for (*first = start; *first + *n <= end; ++*first) {
            double articles = 0;
            gisa_buf_reset(out);
            if (item < *first || item >= *first + *n) continue;
            for (size_t i = *first; i < *first + *n; i++) gisa_buf_add(out, q->items[i].text);
            gisa_status st = gisa_buf_check(out, "a word", err);
            if (st == GISA_OK) st = gisa_frequency_find(s, gisa_buf_view(out), &articles, err);
            if (st < 0 || articles >= 1) return st;
        }
    }
    gisa_buf_reset(out);
    return GISA_OK;
}

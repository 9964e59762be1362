#include "report/topics/topic_key.h"

#include "base/utf8.h"
#include "report/keyword_form.h"
#include "report/report_tuning.h"

static gisa_status find_key(gisa_keys *k, gisa_str id, uint32_t *out)
{
    uint64_t *slot;
    bool added;
    if (gisa_map_put(&k->index, id, &slot, &added) < 0) return GISA_ENOMEM;
    if (added) {
        gisa_key key = {0};
        if (GISA_ARENA_GROW(&k->arena, k->items, k->n, k->cap) < 0 ||
            gisa_arena_copy(&k->arena, id, &key.id) < 0)
            return GISA_ENOMEM;
        *slot = k->n;
        k->items[k->n++] = key;
    }
    *out = (uint32_t)*slot;
    return GISA_OK;
}

static gisa_status vote(gisa_keys *k, gisa_key *key, gisa_str label)
{
    if (gisa_str_eq(key->label, label)) {
        key->votes++;
        return GISA_OK;
    }
    if (key->votes) {
        key->votes--;
        return GISA_OK;
    }
    key->votes = 1;
    return gisa_arena_copy(&k->arena, label, &key->label);
}

/* Notes a key of this article; a second mention only raises the counts of mentions. */
static gisa_status note(gisa_keys *k, uint32_t at, bool title)
{
    uint64_t *slot;
    bool added;
    char name[16];
    size_t n = 0;
    for (uint32_t rest = at; n < sizeof name; rest /= 26) {
        name[n++] = (char)('a' + rest % 26);
        if (rest < 26) break;
    }
    if (gisa_map_put(&k->seen_here, (gisa_str){name, n}, &slot, &added) < 0) return GISA_ENOMEM;
    if (!added) {
        k->in_title[*slot] |= title;
        return GISA_OK;
    }
    size_t cap = k->found_cap;
    if (GISA_ARENA_GROW(&k->arena, k->found, k->n_found, k->found_cap) < 0 ||
        GISA_ARENA_GROW(&k->arena, k->in_title, k->n_found, cap) < 0)
        return GISA_ENOMEM;
    *slot = k->n_found;
    k->found[k->n_found] = at;
    k->in_title[k->n_found++] = title;
    return GISA_OK;
}

/* A name written twice the same way is a second mention, wherever it is. */
static bool mentioned_again(const gisa_record *r, size_t at)
{
    const gisa_entity *e = r->annotation.entities;
    gisa_str text = gisa_buf_view(&r->text);
    for (size_t i = 0; i < r->annotation.n_entities; i++) {
        if (i == at || e[i].type != e[at].type) continue;
        if (e[at].id.n
                ? gisa_str_eq(e[i].id, e[at].id)
                : gisa_str_eq(gisa_span_text(e[i].span, text), gisa_span_text(e[at].span, text)))
            return true;
    }
    return false;
}

static bool is_name(gisa_entity_type type)
{
    return type == GISA_ENTITY_PS || type == GISA_ENTITY_OG || type == GISA_ENTITY_LC ||
           type == GISA_ENTITY_MODEL || type == GISA_ENTITY_PRODUCT;
}

static gisa_status read_names(gisa_keys *k, const gisa_record *r, size_t lead_end)
{
    gisa_str text = gisa_buf_view(&r->text);
    for (size_t i = 0; i < r->annotation.n_entities; i++) {
        const gisa_entity *e = &r->annotation.entities[i];
        gisa_str label = gisa_span_text(e->span, text);
        uint32_t at;
        if (!is_name(e->type) || gisa_utf8_chars(label) < 2) continue;
        if (e->span.start >= lead_end && !mentioned_again(r, i)) continue;
        gisa_buf_reset(&k->scratch);
        gisa_buf_add_c(&k->scratch, "e:");
        if (!e->id.n) gisa_buf_addf(&k->scratch, "%s:", gisa_entity_type_name(e->type));
        gisa_buf_add(&k->scratch, e->id.n ? e->id : label);
        if (gisa_buf_status(&k->scratch) < 0 || find_key(k, gisa_buf_view(&k->scratch), &at) < 0 ||
            note(k, at, e->span.start < r->article.title.n) < 0)
            return GISA_ENOMEM;
        k->items[at].name = true;
        k->items[at].type = e->type;
        k->items[at].seen++;
        if (vote(k, &k->items[at], label) < 0) return GISA_ENOMEM;
    }
    return GISA_OK;
}

static bool inside_entity(const gisa_record *r, size_t start, size_t end)
{
    const gisa_entity *e = r->annotation.entities;
    for (size_t i = 0; i < r->annotation.n_entities && e[i].span.start < end; i++)
        if (e[i].span.end > start) return true;
    return false;
}

/* Words of one part of the text; `from` is where the part begins in the record's text. */
static gisa_status read_words(gisa_keys *k, const gisa_record *r, gisa_str part, size_t from,
                              gisa_error *err)
{
    gisa_str text = gisa_buf_view(&r->text);
    gisa_terms_reset(&k->terms);
    gisa_status st = k->tokenizer.tokenize(k->workspace, part, GISA_TOKENIZE_DOCUMENT, &k->terms,
                                           err);
    for (size_t i = 0; st >= 0 && i < k->terms.n; i++) {
        const gisa_term *t = &k->terms.items[i];
        size_t start = from + t->start, end = from + t->end;
        uint32_t at;
        if (!gisa_word_usable(t->form) || inside_entity(r, start, end)) continue;
        gisa_buf_reset(&k->scratch);
        gisa_buf_add_c(&k->scratch, "t:");
        gisa_buf_add(&k->scratch, t->form);
        if (gisa_buf_status(&k->scratch) < 0 || find_key(k, gisa_buf_view(&k->scratch), &at) < 0 ||
            note(k, at, from == 0) < 0 ||
            vote(k, &k->items[at], gisa_str_cut(text, start, end)) < 0)
            return gisa_fail_mem(err);
        k->items[at].seen++;
        gisa_word_place place = gisa_word_place_find(text, start, end);
        k->items[at].alone += place == GISA_WORD_ALONE;
        k->items[at].josa += place == GISA_WORD_JOSA;
    }
    return st;
}

gisa_status gisa_keys_read(gisa_keys *k, const gisa_record *r, bool background, gisa_error *err)
{
    gisa_str body = r->article.body;
    size_t body_start = r->article.title.n + 1;
    gisa_str lead = gisa_str_cut(body, 0, gisa_utf8_offset(body, GISA_KEYS_LEAD_CHARS));
    gisa_status st = GISA_OK;
    if (!k->workspace && k->tokenizer.open)
        st = k->tokenizer.open(k->tokenizer.ctx, &k->workspace, err);
    if (st < 0) return st;
    k->n_found = 0;
    gisa_map_reset(&k->seen_here);
    if (read_names(k, r, body_start + lead.n) < 0) return gisa_fail_mem(err);
    if (k->workspace) {
        st = read_words(k, r, r->article.title, 0, err);
        if (st >= 0) st = read_words(k, r, lead, body_start, err);
    }
    for (size_t i = 0; st >= 0 && i < k->n_found; i++) {
        gisa_key *key = &k->items[k->found[i]];
        if (background)
            key->base++;
        else
            key->n++;
    }
    k->articles += !background;
    k->base_articles += background;
    return st;
}

bool gisa_key_fit(const gisa_key *key)
{
    return key->name || (key->josa && (key->alone + key->josa) * GISA_KEYS_NOUN_PART >= key->seen);
}

void gisa_keys_close(gisa_keys *k)
{
    if (k->workspace) k->tokenizer.close(k->workspace);
    gisa_map_clear(&k->index);
    gisa_map_clear(&k->seen_here);
    gisa_terms_clear(&k->terms);
    gisa_buf_clear(&k->scratch);
    gisa_arena_clear(&k->arena);
    *k = (gisa_keys){0};
}

#include "cli/reading.h"

#include "cli/wrap.h"

/* The morphemes of a reading that begin in an eojeol; *from moves past them. */
static morphs cut(const gisa_reading *r, uint32_t *from, gisa_span token)
{
    morphs t = {token, r->morphs + *from, 0};
    while (*from < r->n_morphs &&
           r->morphs[*from].span.start < token.end) /* mutate: equivalent, a blank is there */
        ++*from, t.n++;
    return t;
}

static gisa_status find(reading_job *j, const gisa_sentence *s, gisa_readings *out, gisa_error *err)
{
    gisa_arena_reset(&j->arena);
    gisa_status st = gisa_readings_find(j->work, s->span, j->most, &j->arena, out, err);
    if (st < 0) return st;
    for (uint32_t i = out->n; i-- > 0;) /* falling scores, for who reads them */
        if (out->items[i].score > out->items[0].score) out->items[i].score = out->items[0].score;
    return GISA_OK;
}

gisa_status reading_put_json(reading_job *j, gisa_json *w, token_counter *k, const gisa_sentence *s,
                             gisa_error *err)
{
    gisa_readings readings;
    gisa_status st = find(j, s, &readings, err);
    if (st < 0) return st;
    gisa_json_array(w);
    for (uint32_t i = 0; i < readings.n; i++) {
        uint32_t from = 0;
        token_counter here = *k;
        gisa_json_object(w);
        gisa_json_key_int(w, "score", readings.items[i].score);
        gisa_json_key(w, "tokens");
        gisa_json_array(w);
        for (uint32_t t = 0; t < s->n_tokens; t++)
            token_put_json(w, &here,
                           cut(&readings.items[i], &from, j->a->tokens[s->first_token + t].span));
        gisa_json_end(w);
        gisa_json_end(w);
    }
    gisa_json_end(w);
    return GISA_OK;
}

/* One reading of sentence i, for the forms that are lines. */
typedef void (*put_reading)(reading_job *j, size_t i, uint32_t rank, const gisa_reading *r);

static gisa_status put_each(reading_job *j, put_reading put, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < j->a->n_sentences && st >= 0; i++) {
        gisa_readings readings;
        st = find(j, &j->a->sentences[i], &readings, err);
        for (uint32_t r = 0; st >= 0 && r < readings.n; r++) put(j, i, r + 1, &readings.items[r]);
    }
    return st < 0 ? st : GISA_OK;
}

static void put_conllu(reading_job *j, size_t i, uint32_t rank, const gisa_reading *r)
{
    const gisa_sentence *s = &j->a->sentences[i];
    uint32_t from = 0;
    gisa_buf_addf(j->out,
                  "# sent_id = %llu-%zu-%u\n# score = %d\n# text = ", (unsigned long long)j->line,
                  i + 1, rank, r->score);
    gisa_buf_add(j->out, gisa_span_text(s->span, j->text));
    gisa_buf_add_char(j->out, '\n');
    for (uint32_t t = 0; t < s->n_tokens; t++)
        token_put_conllu(j->out, t + 1, cut(r, &from, j->a->tokens[s->first_token + t].span),
                         j->text);
    gisa_buf_add_char(j->out, '\n');
}

static void put_tsv(reading_job *j, size_t i, uint32_t rank, const gisa_reading *r)
{
    const gisa_sentence *s = &j->a->sentences[i];
    uint32_t from = 0;
    gisa_buf_addf(j->out, "%llu\t%zu\t%u\t%d", (unsigned long long)j->line, i + 1, rank, r->score);
    for (uint32_t t = 0; t < s->n_tokens; t++) {
        gisa_buf_add_char(j->out, '\t');
        token_put_tsv(j->out, cut(r, &from, j->a->tokens[s->first_token + t].span));
    }
    gisa_buf_add_char(j->out, '\n');
}

gisa_status reading_put_conllu(reading_job *j, gisa_error *err)
{
    return put_each(j, put_conllu, err);
}

gisa_status reading_put_tsv(reading_job *j, gisa_error *err)
{
    return put_each(j, put_tsv, err);
}

static const char *reason_name(gisa_reason_kind kind)
{
    switch (kind) {
    case GISA_REASON_USER: return "your word";
    case GISA_REASON_GAZETTEER: return "gazetteer";
    case GISA_REASON_PATTERN: return "kept whole";
    case GISA_REASON_CONSISTENT: return "consistent";
    case GISA_REASON_REMEMBERED: return "remembered";
    case GISA_REASON_WORD: return "word list";
    default: return "";
    }
}

static void put_title(reading_job *j, const cli *c)
{
    gisa_buf_addf(j->out, "  %s", cli_dim(c));
    wrap_to_terminal(
        j->out, c, GISA_STR("for the chosen reading and against the next best, the strongest"), 2);
    gisa_buf_addf(j->out, "%s\n", cli_plain(c));
}

static void put_reasons(reading_job *j, const cli *c, const gisa_explanation *x)
{
    bool titled = false;
    gisa_buf line = {0};
    for (size_t i = 0; i < x->n_reasons; i++) {
        const gisa_reason *r = &x->reasons[i];
        if (r->kind == GISA_REASON_FEATURE) {
            if (!titled) put_title(j, c);
            titled = true;
            gisa_buf_addf(j->out, "    %+5d  ", r->weight);
        } else {
            gisa_buf_addf(j->out, "  %s%-11s%s", cli_dim(c), reason_name(r->kind), cli_plain(c));
        }
        gisa_buf_reset(&line);
        gisa_buf_add(&line, gisa_span_text(r->span, j->text));
        gisa_buf_add_c(&line, ": ");
        gisa_buf_add(&line, r->text);
        wrap_to_terminal(j->out, c, gisa_buf_view(&line), r->kind == GISA_REASON_FEATURE ? 11 : 13);
        gisa_buf_add_char(j->out, '\n');
    }
    gisa_buf_take_status(j->out, &line);
    gisa_buf_clear(&line);
}

static void put_explanation(reading_job *j, const cli *c, const gisa_token *t, token_counter *k,
                            const gisa_explanation *x)
{
    long long start = token_chars_at(k, t->span.start);
    token_counter end = *k;
    char place[80];
    wrap_line head = {.out = j->out, .columns = cli_room(c), .indent = 4, .gap = 1};
    snprintf(place, sizeof place, "(line %llu, characters %lld to %lld)",
             (unsigned long long)j->line, start, (long long)token_chars_at(&end, t->span.end));
    gisa_buf_add_c(j->out, cli_bold(c));
    wrap_part(&head, gisa_span_text(t->span, j->text));
    gisa_buf_add_c(j->out, cli_plain(c));
    wrap_part(&head, gisa_str_from(place));
    gisa_buf_add_char(j->out, '\n');
    for (uint32_t i = 0; i < x->readings.n; i++) {
        const gisa_reading *r = &x->readings.items[i];
        gisa_buf_addf(j->out, "  %s %+6d  ", r->chosen ? "*" : " ",
                      r->score - x->readings.items[0].score);
        token_put_tsv(j->out, (morphs){t->span, r->morphs, r->n_morphs});
        gisa_buf_add_char(j->out, '\n');
    }
    if (x->decided)
        gisa_buf_addf(j->out, "  %-11s%d\n", "margin", x->margin);
    else
        gisa_buf_addf(j->out, "  %-11snothing else was possible\n", "margin");
    put_reasons(j, c, x);
}

gisa_status reading_explain(reading_job *j, const cli *c, gisa_str word, gisa_error *err)
{
    token_counter k = {.text = j->text};
    uint32_t found = 0;
    /* mutate: equivalent, no sanitizer sees beyond an array in an arena */
    for (size_t i = 0; i < j->a->n_tokens; i++) {
        const gisa_token *t = &j->a->tokens[i];
        gisa_explanation x;
        if (!gisa_str_has(gisa_span_text(t->span, j->text), word)) continue;
        if (++found > READING_PLACES) continue;
        gisa_arena_reset(&j->arena);
        gisa_status st = gisa_explain(j->work, t->span, j->most, &j->arena, &x, err);
        if (st < 0) return st;
        put_explanation(j, c, t, &k, &x);
    }
    if (found > READING_PLACES)
        cli_warn(c, "line %llu: explained %u of %u places", (unsigned long long)j->line,
                 READING_PLACES, found);
    return found ? GISA_OK : GISA_END;
}

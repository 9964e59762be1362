#include "cli/token.h"

#include "base/utf8.h"
#include "cli/universal_tag.h"

int64_t token_chars_at(token_counter *k, size_t byte)
{
    if (byte < k->byte) *k = (token_counter){.text = k->text}; /* mutate: equivalent, slower */
    for (; k->byte < byte; k->chars++) {
        uint32_t cp;
        k->byte += gisa_utf8_next(k->text, k->byte, &cp);
    }
    return (int64_t)k->chars;
}

void token_put_span(gisa_json *w, token_counter *k, gisa_span s)
{
    gisa_json_key_int(w, "start", token_chars_at(k, s.start));
    token_counter end = *k;
    gisa_json_key_int(w, "end", token_chars_at(&end, s.end));
}

void token_put_json(gisa_json *w, token_counter *k, morphs t)
{
    gisa_json_object(w);
    gisa_json_key_str(w, "text", gisa_span_text(t.span, k->text));
    token_put_span(w, k, t.span);
    gisa_json_key(w, "morphs");
    gisa_json_array(w);
    for (uint32_t i = 0; i < t.n; i++) {
        const gisa_morph *m = &t.items[i];
        gisa_json_object(w);
        gisa_json_key_str(w, "form", m->form);
        gisa_json_key_c(w, "tag", gisa_tag_name(m->tag));
        token_put_span(w, k, m->span);
        gisa_json_end(w);
    }
    gisa_json_end(w);
    gisa_json_end(w);
}

void token_put_tsv(gisa_buf *out, morphs t)
{
    for (uint32_t k = 0; k < t.n; k++) {
        if (k > 0) gisa_buf_add_char(out, '+');
        gisa_buf_add(out, t.items[k].form);
        gisa_buf_add_char(out, '/');
        gisa_buf_add_c(out, gisa_tag_name(t.items[k].tag));
    }
}

/* Forms or tags joined by "+". */
static void put_joined(gisa_buf *out, morphs t, bool tags)
{
    for (uint32_t i = 0; i < t.n; i++) {
        if (i > 0) gisa_buf_add_char(out, '+');
        if (tags)
            gisa_buf_add_c(out, gisa_tag_name(t.items[i].tag));
        else
            gisa_buf_add(out, t.items[i].form);
    }
    if (t.n == 0) gisa_buf_add_char(out, '_');
}

void token_put_conllu(gisa_buf *out, uint32_t number, morphs t, gisa_str text)
{
    gisa_buf_addf(out, "%u\t", number);
    gisa_buf_add(out, gisa_span_text(t.span, text));
    gisa_buf_add_char(out, '\t');
    put_joined(out, t, false);
    gisa_buf_addf(out, "\t%s\t", universal_tag_of(t.items, t.n));
    put_joined(out, t, true);
    gisa_buf_add_c(out, "\t_\t_\t_\t_\t_\n");
}
